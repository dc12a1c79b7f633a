/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-search-expression"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "foed-library.h"
#include "foed-search-private.h"

#define LONGEST_TEXT 1000
#define MOST_TERMS 48

/* Fewer letters begin too many words, and the index has no list of them. */
#define SHORTEST_BEGINNING 3

typedef struct
{
  char     *words;
  gboolean  quoted;
  gboolean  negative;
  gboolean  prefix;
  gboolean  alternative;     /* to the term before it */
} Term;

static void
term_clear (gpointer data)
{
  Term *term = data;

  g_clear_pointer (&term->words, g_free);
}

/* Whether the index can know anything of @words. */
static gboolean
has_letters (const char *words)
{
  for (const char *c = words; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isalnum (g_utf8_get_char (c)))
      return TRUE;

  return FALSE;
}

static gboolean
is_quote (gunichar character)
{
  return character == '"' || character == 0x201c || character == 0x201d || character == 0x201e;
}

/* Up to the closing quote, or to the end where there is none yet. */
static char *
scan_phrase (const char **text)
{
  const char *start = g_utf8_next_char (*text);
  const char *end = start;
  char *phrase;

  while (*end != '\0' && !is_quote (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);

  phrase = g_strndup (start, end - start);
  *text = *end == '\0' ? end : g_utf8_next_char (end);

  return phrase;
}

static char *
scan_word (const char **text)
{
  const char *end = *text;
  char *word;

  while (*end != '\0' && !g_unichar_isspace (g_utf8_get_char (end)) && !is_quote (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);

  word = g_strndup (*text, end - *text);
  *text = end;

  return word;
}

static Term
scan_term (const char **text)
{
  Term term = { 0 };

  if (**text == '-')
    {
      term.negative = TRUE;
      (*text)++;
    }

  if (is_quote (g_utf8_get_char (*text)))
    {
      term.quoted = TRUE;
      term.words = scan_phrase (text);
      term.prefix = **text == '*';
    }
  else
    {
      term.words = scan_word (text);
      term.prefix = g_str_has_suffix (term.words, "*");
    }

  return term;
}

static GArray *
scan_terms (const char *text)
{
  GArray *terms = g_array_new (FALSE, FALSE, sizeof (Term));
  gboolean alternative = FALSE;

  g_array_set_clear_func (terms, term_clear);

  for (;;)
    {
      Term term;

      while (g_unichar_isspace (g_utf8_get_char (text)))
        text = g_utf8_next_char (text);

      if (*text == '\0')
        return terms;

      term = scan_term (&text);

      if (!term.quoted && strcmp (term.words, "OR") == 0)
        alternative = terms->len > 0;

      if (!has_letters (term.words) || (!term.quoted && strcmp (term.words, "OR") == 0))
        {
          term_clear (&term);
          continue;
        }

      term.alternative = alternative && !term.negative && !g_array_index (terms, Term, terms->len - 1).negative;
      alternative = FALSE;
      g_array_append_val (terms, term);
    }
}

/* What is still being typed may be the beginning of a word. */
static gboolean
may_be_unfinished (GArray     *terms,
                   const char *text)
{
  const Term *last = &g_array_index (terms, Term, terms->len - 1);
  gboolean is_open = !last->quoted || !is_quote (g_utf8_get_char (g_utf8_prev_char (text + strlen (text))));

  return is_open && !last->negative && !last->prefix && g_utf8_strlen (last->words, -1) >= SHORTEST_BEGINNING;
}

static void
append_term (GString    *expression,
             const Term *term)
{
  g_string_append_c (expression, '"');

  for (const char *c = term->words; *c != '\0'; c++)
    if (*c != '"')
      g_string_append_c (expression, *c);

  g_string_append (expression, term->prefix ? "\" *" : "\"");
}

static void
append_positive (GString *expression,
                 GArray  *terms)
{
  gboolean is_first = TRUE;

  for (guint i = 0; i < terms->len; i++)
    {
      const Term *term = &g_array_index (terms, Term, i);
      gboolean is_last = i + 1 == terms->len || !g_array_index (terms, Term, i + 1).alternative;

      if (term->negative)
        continue;

      if (term->alternative)
        g_string_append (expression, " OR ");
      else
        g_string_append (expression, is_first ? "(" : " AND (");

      append_term (expression, term);
      is_first = FALSE;

      if (is_last)
        g_string_append_c (expression, ')');
    }
}

static void
append_negative (GString *expression,
                 GArray  *terms)
{
  for (guint i = 0; i < terms->len; i++)
    if (g_array_index (terms, Term, i).negative)
      {
        g_string_append (expression, " NOT ");
        append_term (expression, &g_array_index (terms, Term, i));
      }
}

static gboolean
check_terms (GArray  *terms,
             GError **error)
{
  if (terms->len == 0)
    {
      g_set_error_literal (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_QUERY,
                           _("There is no word to search for. Type at least one letter or digit."));
      return FALSE;
    }

  if (terms->len > MOST_TERMS)
    {
      g_set_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_QUERY,
                   ngettext ("Search for at most %d word at a time.", "Search for at most %d words at a time.",
                             MOST_TERMS),
                   MOST_TERMS);
      return FALSE;
    }

  for (guint i = 0; i < terms->len; i++)
    if (!g_array_index (terms, Term, i).negative)
      return TRUE;

  g_set_error_literal (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_QUERY,
                       _("A search needs a word that is to occur, not only words that are not."));

  return FALSE;
}

static char *
make_expression (GArray *terms)
{
  g_autoptr (GString) expression = g_string_new (NULL);

  append_positive (expression, terms);
  append_negative (expression, terms);

  return g_string_free (g_steal_pointer (&expression), FALSE);
}

/**
 * foed_search_words_init:
 * @self: what to fill
 * @text: what the user typed
 * @error: (out): why it can't be understood
 *
 * All words must occur; `OR` between two asks for either, `-` before one that it doesn't occur, quotes for words that
 * follow each other, `*` after a word for all that begin with it. The last word may be the beginning of one.
 *
 * Returns: whether @text can be understood
 */
gboolean
foed_search_words_init (FoedSearchWords  *self,
                        const char       *text,
                        GError          **error)
{
  g_autoptr (GArray) terms = NULL;

  g_assert (self != NULL);
  g_assert (text != NULL);

  *self = (FoedSearchWords) { 0 };

  if (!g_utf8_validate (text, -1, NULL) || strlen (text) > LONGEST_TEXT)
    {
      g_set_error_literal (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_QUERY,
                           _("The search text can't be read. Type a few words."));
      return FALSE;
    }

  terms = scan_terms (text);

  if (!check_terms (terms, error))
    return FALSE;

  for (guint i = 0; i < terms->len; i++)
    self->leaves_out |= g_array_index (terms, Term, i).negative;

  if (may_be_unfinished (terms, text))
    {
      self->whole = make_expression (terms);
      g_array_index (terms, Term, terms->len - 1).prefix = TRUE;
    }

  self->beginning = make_expression (terms);

  return TRUE;
}

void
foed_search_words_clear (FoedSearchWords *self)
{
  g_clear_pointer (&self->beginning, g_free);
  g_clear_pointer (&self->whole, g_free);
}
