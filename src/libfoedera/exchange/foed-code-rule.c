/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-code-rule"

#include "config.h"

#include <string.h>

#include "foed-code-rule-private.h"

/* What the vocabularies say about the equivalent of a term in a data set: `variable=value` or `variable>=value`,
 * several of them separated by `|`. */
typedef struct
{
  const char *name;
  gsize       length;
  gboolean    at_least;
  int         value;
} Alternative;

static const char *
next_alternative (const char  *text,
                  Alternative *alternative)
{
  const char *end;

  if (*text == '\0')
    return NULL;

  end = text + strcspn (text, "|");
  alternative->name = text;
  alternative->length = strcspn (text, "=>");
  alternative->at_least = text[alternative->length] == '>';
  alternative->value = atoi (text + alternative->length + (alternative->at_least ? 2 : 1));

  return *end == '|' ? end + 1 : end;
}

/**
 * foed_code_rule_apply:
 * @rule: a rule
 * @row: a row of codes
 * @get_code: tells the value of a variable in @row, %FOED_CODE_BLANK for none
 *
 * Returns: stated where an alternative of @rule is met, not coded where it can't be told, silent where none is met
 */
FoedCoded
foed_code_rule_apply (const char    *rule,
                      gconstpointer  row,
                      FoedCodeFunc   get_code)
{
  FoedCoded coded = FOED_CODED_SILENT;
  Alternative alternative;

  g_return_val_if_fail (rule != NULL, FOED_CODED_NOT);
  g_return_val_if_fail (get_code != NULL, FOED_CODED_NOT);

  while ((rule = next_alternative (rule, &alternative)) != NULL)
    {
      int code = get_code (row, alternative.name, alternative.length);

      if (code == FOED_CODE_BLANK)
        coded = FOED_CODED_NOT;
      else if (alternative.at_least ? code >= alternative.value : code == alternative.value)
        return FOED_CODED_STATED;
    }

  return coded;
}

/**
 * foed_code_rule_list_names:
 * @rule: a rule
 *
 * Returns: (transfer full): the variables that it looks at, separated by commas
 */
char *
foed_code_rule_list_names (const char *rule)
{
  g_autoptr (GString) names = g_string_new (NULL);
  Alternative alternative;

  g_return_val_if_fail (rule != NULL, NULL);

  while ((rule = next_alternative (rule, &alternative)) != NULL)
    {
      if (names->len > 0)
        g_string_append (names, ", ");

      g_string_append_len (names, alternative.name, alternative.length);
    }

  return g_string_free (g_steal_pointer (&names), FALSE);
}
