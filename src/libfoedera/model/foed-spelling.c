/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-spelling"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "foed-record.h"
#include "foed-spelling-private.h"

/* How the values of fields are spelt in XML, SQL, JSON and on the command line. */

#define SHORTENED_LENGTH 60

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* The characters that XML 1.0 can carry. @text is valid UTF-8. */
static gboolean
is_xml_text (const char *text)
{
  for (const guchar *c = (const guchar *) text; *c != '\0'; c++)
    {
      if (*c < 0x20 && !is_space (*c))
        return FALSE;

      if (c[0] == 0xef && c[1] == 0xbf && (c[2] == 0xbe || c[2] == 0xbf))
        return FALSE;
    }

  return TRUE;
}

/**
 * foed_spelling_join_hint: (skip)
 * @error: an error whose message may have two lines
 *
 * Makes one line of the message.
 */
void
foed_spelling_join_hint (GError *error)
{
  g_strdelimit (error->message, "\n", ' ');
}

/**
 * foed_spelling_shorten: (skip)
 * @text: any bytes
 *
 * Returns: (transfer full): @text fit to be quoted in a message: valid, on one line and not long
 */
char *
foed_spelling_shorten (const char *text)
{
  g_autofree char *head = g_strndup (text, SHORTENED_LENGTH * 4);
  g_autofree char *valid = g_utf8_make_valid (head, -1);

  g_strdelimit (valid, "\n\r\t", ' ');

  if (g_utf8_strlen (valid, -1) > SHORTENED_LENGTH)
    {
      *g_utf8_offset_to_pointer (valid, SHORTENED_LENGTH - 1) = '\0';
      return g_strconcat (valid, "…", NULL);
    }

  return g_steal_pointer (&valid);
}

/**
 * foed_spelling_is_blank: (skip)
 * @text: a text
 *
 * Returns: whether @text has nothing but blanks
 */
gboolean
foed_spelling_is_blank (const char *text)
{
  while (is_space (*text))
    text++;

  return *text == '\0';
}

/**
 * foed_spelling_check_text: (skip)
 * @text: a text
 * @error: return location for an error of domain %FOED_RECORD_ERROR
 *
 * Returns: whether @text is valid UTF-8 without control characters
 */
gboolean
foed_spelling_check_text (const char  *text,
                          GError     **error)
{
  if (!g_utf8_validate (text, -1, NULL))
    g_set_error_literal (error, FOED_RECORD_ERROR, FOED_RECORD_ERROR_FORMAT, _("The text is not valid UTF-8."));
  else if (!is_xml_text (text))
    g_set_error_literal (error, FOED_RECORD_ERROR, FOED_RECORD_ERROR_FORMAT,
                         _("The text holds a control character."));
  else
    return TRUE;

  return FALSE;
}

/**
 * foed_spelling_check_id: (skip)
 * @text: what should be an id
 * @error: return location for an error of domain %FOED_RECORD_ERROR
 *
 * Returns: whether @text is spelt like an id
 */
gboolean
foed_spelling_check_id (const char  *text,
                        GError     **error)
{
  g_autofree char *quoted = NULL;
  gsize length = 0;

  if (g_ascii_islower (text[0]))
    while (g_ascii_islower (text[length]) || g_ascii_isdigit (text[length]) || text[length] == '-'
           || text[length] == '.')
      length++;

  if (length > 0 && length <= FOED_LONGEST_ID && text[length] == '\0')
    return TRUE;

  quoted = foed_spelling_shorten (text);

  if (length > FOED_LONGEST_ID)
    g_set_error (error, FOED_RECORD_ERROR, FOED_RECORD_ERROR_RANGE,
                 _("“%s” is too long for an id.\nUse at most %d characters."), quoted, FOED_LONGEST_ID);
  else
    g_set_error (error, FOED_RECORD_ERROR, FOED_RECORD_ERROR_FORMAT,
                 _("“%s” is not an id.\nUse lower-case letters, digits, “-” and “.”, and begin with a letter."), quoted);

  return FALSE;
}

/**
 * foed_spelling_scan_integer: (skip)
 * @text: what should be a whole number
 * @integer: (out): the number
 * @error: return location for an error of domain %FOED_RECORD_ERROR
 *
 * Returns: whether @text is a whole number from 0 to 2147483647
 */
gboolean
foed_spelling_scan_integer (const char  *text,
                            gint64      *integer,
                            GError     **error)
{
  g_autofree char *quoted = NULL;
  gint64 result = 0;
  const char *digit;

  for (digit = text; g_ascii_isdigit (*digit) && result <= G_MAXINT32; digit++)
    result = result * 10 + (*digit - '0');

  if (digit > text && *digit == '\0' && result <= G_MAXINT32)
    {
      *integer = result;
      return TRUE;
    }

  quoted = foed_spelling_shorten (text);

  if (digit > text && result > G_MAXINT32)
    g_set_error (error, FOED_RECORD_ERROR, FOED_RECORD_ERROR_RANGE,
                 _("“%s” is too large.\nThe largest number is %d."), quoted, G_MAXINT32);
  else
    g_set_error (error, FOED_RECORD_ERROR, FOED_RECORD_ERROR_FORMAT,
                 _("“%s” is not a whole number.\nWrite digits only."), quoted);

  return FALSE;
}

static gboolean
is_decimal (const char *text)
{
  const char *digits;

  if (*text == '-')
    text++;

  for (digits = text; g_ascii_isdigit (*text); text++)
    continue;

  if (text == digits)
    return FALSE;

  if (*text != '.')
    return *text == '\0';

  for (digits = ++text; g_ascii_isdigit (*text); text++)
    continue;

  return text > digits && *text == '\0';
}

/**
 * foed_spelling_scan_number: (skip)
 * @text: what should be a decimal number
 * @number: (out): the number, rounded to what is kept
 * @error: return location for an error of domain %FOED_RECORD_ERROR
 *
 * Returns: whether @text is a decimal number
 */
gboolean
foed_spelling_scan_number (const char  *text,
                           double      *number,
                           GError     **error)
{
  g_autofree char *quoted = NULL;

  if (is_decimal (text))
    {
      double result = g_ascii_strtod (text, NULL);

      if (fabs (result) < 1e6)
        {
          *number = foed_spelling_round_number (result);
          return TRUE;
        }
    }

  quoted = foed_spelling_shorten (text);
  g_set_error (error, FOED_RECORD_ERROR, FOED_RECORD_ERROR_FORMAT,
               _("“%s” is not a number below a million.\nWrite it like 48.2 or -16.37."), quoted);

  return FALSE;
}

/**
 * foed_spelling_round_number: (skip)
 * @number: a number
 *
 * Returns: @number to nine decimals, which is what is kept
 */
double
foed_spelling_round_number (double number)
{
  char buffer[64];

  g_ascii_formatd (buffer, sizeof buffer, "%.9f", number);

  /* Adding zero makes a negative zero positive. */
  return g_ascii_strtod (buffer, NULL) + 0.0;
}

/**
 * foed_spelling_from_number: (skip)
 * @number: a number
 *
 * Returns: (transfer full): its shortest decimal spelling
 */
char *
foed_spelling_from_number (double number)
{
  char buffer[64];
  char *end;

  g_ascii_formatd (buffer, sizeof buffer, "%.9f", number);

  for (end = buffer + strlen (buffer) - 1; *end == '0'; end--)
    *end = '\0';

  if (*end == '.')
    *end = '\0';

  return g_strdup (buffer);
}

/**
 * foed_spelling_pack_ids: (skip)
 * @ids: (array zero-terminated=1): ids
 *
 * Returns: (transfer full): a copy in one block, freed with g_free()
 */
char **
foed_spelling_pack_ids (const char * const *ids)
{
  gsize n_ids = 0;
  gsize n_bytes = 0;
  char **packed;
  char *end;

  for (n_ids = 0; ids[n_ids] != NULL; n_ids++)
    n_bytes += strlen (ids[n_ids]) + 1;

  packed = g_malloc ((n_ids + 1) * sizeof (char *) + n_bytes);
  end = (char *) (packed + n_ids + 1);

  for (gsize i = 0; i < n_ids; i++)
    {
      packed[i] = end;
      end = g_stpcpy (end, ids[i]) + 1;
    }

  packed[n_ids] = NULL;

  return packed;
}

static gboolean
check_ids (char   **ids,
           GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (!foed_spelling_check_id (ids[i], error))
        return FALSE;

      if (!g_hash_table_add (seen, ids[i]))
        {
          g_set_error (error, FOED_RECORD_ERROR, FOED_RECORD_ERROR_RANGE,
                       _("“%s” is named twice."), ids[i]);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * foed_spelling_scan_ids: (skip)
 * @text: what should be ids separated by blanks
 * @error: return location for an error of domain %FOED_RECORD_ERROR
 *
 * Returns: (transfer full): the ids in one block, freed with g_free(); or %NULL
 */
char **
foed_spelling_scan_ids (const char  *text,
                        GError     **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *words = g_strdup (text);
  char *word = words;

  while (*word != '\0')
    {
      char *end;

      while (is_space (*word))
        word++;

      for (end = word; *end != '\0' && !is_space (*end); end++)
        continue;

      if (end == word)
        break;

      g_ptr_array_add (ids, word);
      word = *end == '\0' ? end : end + 1;
      *end = '\0';
    }

  g_ptr_array_add (ids, NULL);

  if (!check_ids ((char **) ids->pdata, error))
    return NULL;

  return foed_spelling_pack_ids ((const char * const *) ids->pdata);
}
