/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-listing-functions"

#include "config.h"

#include <string.h>

#include "foed-listing-private.h"

/* Numbers within words sort by what they count: as many digits, written before them, come first. */
static const char *
append_number (GString    *key,
               const char *digits)
{
  const char *end;

  while (digits[0] == '0' && g_ascii_isdigit (digits[1]))
    digits++;

  for (end = digits; g_ascii_isdigit (*end);)
    end++;

  g_string_append_c (key, '0' + MIN (end - digits, 9));
  g_string_append_len (key, digits, end - digits);

  return end;
}

/* What is no letter or digit only tells words apart. */
static void
append_folded (GString  *key,
               gunichar  character)
{
  if (character < 0x80 ? g_ascii_isalnum (character) : g_unichar_isalnum (character))
    g_string_append_unichar (key, g_unichar_tolower (character));
  else if (!g_unichar_ismark (character) && key->len > 0 && key->str[key->len - 1] != ' ')
    g_string_append_c (key, ' ');
}

static int
get_roman_value (char digit)
{
  static const char digits[] = "IVXLCDM";
  static const int values[] = { 1, 5, 10, 50, 100, 500, 1000 };
  const char *found = digit == '\0' ? NULL : strchr (digits, digit);

  return found == NULL ? 0 : values[found - digits];
}

/* The number that @text begins with, where it is Roman and nothing but the number of a clause: `IV`, `II(1)`. */
static int
scan_roman (const char  *text,
            const char **end)
{
  int sum = 0;

  for (*end = text; get_roman_value (**end) != 0; (*end)++)
    {
      int value = get_roman_value (**end);

      sum += value < get_roman_value ((*end)[1]) ? -value : value;
    }

  return **end == '\0' || strchr ("(.,", **end) != NULL ? sum : 0;
}

static void
append_words (GString    *key,
              const char *text)
{
  g_autofree char *normalised = NULL;

  normalised = g_str_is_ascii (text) ? g_strdup (text) : g_utf8_normalize (text, -1, G_NORMALIZE_ALL);

  for (const char *next = normalised; next != NULL && *next != '\0';)
    if (g_ascii_isdigit (*next))
      {
        next = append_number (key, next);
      }
    else
      {
        append_folded (key, g_utf8_get_char (next));
        next = g_utf8_next_char (next);
      }
}

/* What words are sorted by, byte by byte and the same in every language: without case, accents and punctuation, numbers
 * by value. */
char *
foed_listing_make_sort_key (const char *text)
{
  g_autoptr (GString) key = g_string_sized_new (strlen (text) + 8);

  append_words (key, text);

  return g_string_free (g_steal_pointer (&key), FALSE);
}

/* The same for the number of a clause, which may be Roman. */
char *
foed_listing_make_number_key (const char *text)
{
  g_autoptr (GString) key = g_string_sized_new (strlen (text) + 8);
  const char *rest;
  int roman = scan_roman (text, &rest);

  if (roman > 0)
    {
      g_autofree char *number = g_strdup_printf ("%d", roman);

      append_number (key, number);
      text = rest;
    }

  append_words (key, text);

  return g_string_free (g_steal_pointer (&key), FALSE);
}

static const char *
get_argument (sqlite3_value *value)
{
  return (const char *) sqlite3_value_text (value);
}

static void
call_sort_key (sqlite3_context  *context,
               int               n_arguments,
               sqlite3_value   **arguments)
{
  const char *text = get_argument (arguments[0]);

  if (text != NULL)
    sqlite3_result_text (context, foed_listing_make_sort_key (text), -1, g_free);
}

static void
call_number_key (sqlite3_context  *context,
                 int               n_arguments,
                 sqlite3_value   **arguments)
{
  const char *text = get_argument (arguments[0]);

  if (text != NULL)
    sqlite3_result_text (context, foed_listing_make_number_key (text), -1, g_free);
}

static void
call_term_position (sqlite3_context  *context,
                    int               n_arguments,
                    sqlite3_value   **arguments)
{
  FoedVocabulary vocabulary = foed_vocabulary_from_nick (get_argument (arguments[0]));
  const char *nick = get_argument (arguments[1]);
  const FoedTerm *term = nick == NULL ? NULL : foed_vocabulary_find (vocabulary, nick);

  if (term != NULL)
    sqlite3_result_int (context, foed_vocabulary_get_position (vocabulary, term));
}

static void
call_count_words (sqlite3_context  *context,
                  int               n_arguments,
                  sqlite3_value   **arguments)
{
  const char *words = get_argument (arguments[0]);
  int n_words = 1;

  if (words == NULL)
    return;

  for (; *words != '\0'; words++)
    n_words += *words == ' ';

  sqlite3_result_int (context, n_words);
}

/**
 * foed_listing_equip:
 * @handle: a connection that was just opened
 *
 * Adds the functions that listings sort by, and the table that keeps what words were found in.
 *
 * Returns: what SQLite answered
 */
int
foed_listing_equip (sqlite3 *handle)
{
  static const struct
  {
    const char *name;
    int         n_arguments;
    void      (*call) (sqlite3_context *, int, sqlite3_value **);
  } functions[] = {
    { "foed_sort_key", 1, call_sort_key },
    { "foed_number_key", 1, call_number_key },
    { "foed_term_position", 2, call_term_position },
    { "foed_count_words", 1, call_count_words },
  };
  int code = SQLITE_OK;

  g_assert (handle != NULL);

  for (guint i = 0; code == SQLITE_OK && i < G_N_ELEMENTS (functions); i++)
    code = sqlite3_create_function_v2 (handle, functions[i].name, functions[i].n_arguments,
                                       SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, NULL,
                                       functions[i].call, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    code = sqlite3_exec (handle, "CREATE TEMP TABLE found (key INTEGER PRIMARY KEY, root TEXT)", NULL, NULL, NULL);

  return code;
}
