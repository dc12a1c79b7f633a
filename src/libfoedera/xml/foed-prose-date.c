/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-prose-date"

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "foed-prose-date-private.h"

/* Dates in the prose of treaties: "the 4th day of July, A.D. one thousand eight hundred and five", "le 6 février 1778",
 * "February 6, 1778", "den 3. März 1918". */

#define LONGEST_TEXT 4096
#define MOST_WORDS 512

/* How many words may stand between the parts of a date. */
#define WORDS_TO_DAY 4
#define WORDS_TO_YEAR 10

#define FIRST_YEAR 1001
#define LAST_YEAR 2100

typedef struct
{
  const char *word;
  int         value;
} NamedNumber;

static const NamedNumber months[] = {
  { "january", 1 },   { "february", 2 },  { "march", 3 },      { "april", 4 },    { "may", 5 },       { "june", 6 },
  { "july", 7 },      { "august", 8 },    { "september", 9 },  { "october", 10 }, { "november", 11 }, { "december", 12 },
  { "jan", 1 },       { "feb", 2 },       { "apr", 4 },        { "aug", 8 },      { "sept", 9 },      { "oct", 10 },
  { "nov", 11 },      { "dec", 12 },      { "janvier", 1 },    { "février", 2 },  { "fevrier", 2 },   { "mars", 3 },
  { "avril", 4 },     { "mai", 5 },       { "juin", 6 },       { "juillet", 7 },  { "août", 8 },      { "aout", 8 },
  { "septembre", 9 }, { "octobre", 10 },  { "novembre", 11 },  { "décembre", 12 }, { "decembre", 12 },
  { "januar", 1 },    { "jänner", 1 },    { "februar", 2 },    { "märz", 3 },     { "juni", 6 },      { "juli", 7 },
  { "oktober", 10 },  { "dezember", 12 }, { "enero", 1 },      { "febrero", 2 },  { "marzo", 3 },     { "abril", 4 },
  { "mayo", 5 },      { "junio", 6 },     { "julio", 7 },      { "agosto", 8 },   { "septiembre", 9 }, { "setiembre", 9 },
  { "octubre", 10 },  { "noviembre", 11 }, { "diciembre", 12 }, { "gennaio", 1 },  { "febbraio", 2 },  { "aprile", 4 },
  { "maggio", 5 },    { "giugno", 6 },    { "luglio", 7 },     { "settembre", 9 }, { "ottobre", 10 },
  { "dicembre", 12 }, { "janeiro", 1 },   { "fevereiro", 2 },  { "março", 3 },    { "maio", 5 },      { "junho", 6 },
  { "julho", 7 },     { "setembro", 9 },  { "outubro", 10 },   { "novembro", 11 }, { "dezembro", 12 }, { "januari", 1 },
  { "februari", 2 },  { "maart", 3 },     { "mei", 5 },        { "augustus", 8 },
};

static const NamedNumber ordinals[] = {
  { "first", 1 },       { "second", 2 },      { "third", 3 },        { "fourth", 4 },      { "fifth", 5 },
  { "sixth", 6 },       { "seventh", 7 },     { "eighth", 8 },       { "ninth", 9 },       { "tenth", 10 },
  { "eleventh", 11 },   { "twelfth", 12 },    { "thirteenth", 13 },  { "fourteenth", 14 }, { "fifteenth", 15 },
  { "sixteenth", 16 },  { "seventeenth", 17 }, { "eighteenth", 18 }, { "nineteenth", 19 }, { "twentieth", 20 },
  { "thirtieth", 30 },  { "premier", 1 },
};

static const NamedNumber cardinals[] = {
  { "one", 1 },        { "two", 2 },        { "three", 3 },      { "four", 4 },       { "five", 5 },
  { "six", 6 },        { "seven", 7 },      { "eight", 8 },      { "nine", 9 },       { "ten", 10 },
  { "eleven", 11 },    { "twelve", 12 },    { "thirteen", 13 },  { "fourteen", 14 },  { "fifteen", 15 },
  { "sixteen", 16 },   { "seventeen", 17 }, { "eighteen", 18 },  { "nineteen", 19 },  { "twenty", 20 },
  { "thirty", 30 },    { "forty", 40 },     { "fifty", 50 },     { "sixty", 60 },     { "seventy", 70 },
  { "eighty", 80 },    { "ninety", 90 },
};

#define FIND(table, word) find_number (table, G_N_ELEMENTS (table), word)

static int
find_number (const NamedNumber *table,
             guint              n_entries,
             const char        *word)
{
  for (guint i = 0; i < n_entries; i++)
    if (strcmp (table[i].word, word) == 0)
      return table[i].value;

  return 0;
}

/* The words and numbers of @text, small letters only; an old long s is an s. */
static GPtrArray *
split_words (const char *text)
{
  g_autofree char *head = g_strndup (text, LONGEST_TEXT);
  g_autofree char *valid = g_utf8_make_valid (head, -1);
  g_autofree char *small = g_utf8_strdown (valid, -1);
  g_autoptr (GString) word = g_string_new (NULL);
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (const char *c = small; words->len < MOST_WORDS; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (letter != 0 && g_unichar_isalnum (letter))
        {
          g_string_append_unichar (word, letter == 0x17f ? 's' : letter);
          continue;
        }

      if (word->len > 0)
        g_ptr_array_add (words, g_strdup (word->str));

      g_string_truncate (word, 0);

      if (letter == 0)
        break;
    }

  return words;
}

static const char *
get_word (GPtrArray *words,
          int        position)
{
  return position >= 0 && position < (int) words->len ? g_ptr_array_index (words, position) : "";
}

/* 6, 6th, 6e, sixth, twenty-sixth; 0 for anything else. */
static int
get_day (GPtrArray *words,
         int        position)
{
  const char *word = get_word (words, position);
  char *end;
  gint64 number = g_ascii_strtoll (word, &end, 10);
  int day;

  if (end > word)
    {
      if (*end == '\0' || strcmp (end, "st") == 0 || strcmp (end, "nd") == 0 || strcmp (end, "rd") == 0
          || strcmp (end, "th") == 0 || strcmp (end, "d") == 0 || strcmp (end, "er") == 0 || strcmp (end, "e") == 0)
        return number >= 1 && number <= 31 ? number : 0;

      return 0;
    }

  day = FIND (ordinals, word);

  if (day > 0 && day < 10)
    {
      int tens = FIND (cardinals, get_word (words, position - 1));

      if (tens == 20 || tens == 30)
        day += tens;
    }
  else if (day >= 20 && strcmp (get_word (words, position - 1), "and") == 0
           && FIND (cardinals, get_word (words, position - 2)) < 10)
    {
      day += FIND (cardinals, get_word (words, position - 2));
    }

  return day <= 31 ? day : 0;
}

/* "one thousand eight hundred and five" and "eighteen hundred and five", from @position on. */
static int
get_spelt_year (GPtrArray *words,
                int        position)
{
  int total = 0;
  int group = 0;

  for (;; position++)
    {
      const char *word = get_word (words, position);
      int value = FIND (cardinals, word);

      if (value > 0)
        group += value;
      else if (strcmp (word, "thousand") == 0 && group > 0)
        total += group * 1000, group = 0;
      else if (strcmp (word, "hundred") == 0 && group > 0)
        total += group * 100, group = 0;
      else if (strcmp (word, "and") != 0 || (total == 0 && group == 0))
        break;
    }

  return total > 0 ? total + group : 0;
}

static int
get_year (GPtrArray *words,
          int        position)
{
  const char *word = get_word (words, position);
  int year = 0;

  if (strlen (word) == 4 && strspn (word, "0123456789") == 4)
    year = g_ascii_strtoll (word, NULL, 10);
  else if (FIND (cardinals, word) > 0)
    year = get_spelt_year (words, position);

  return year >= FIRST_YEAR && year <= LAST_YEAR ? year : 0;
}

/* 06; 0 for anything else. */
static int
get_two_digits (GPtrArray *words,
                int        position)
{
  const char *word = get_word (words, position);

  return strlen (word) == 2 && strspn (word, "0123456789") == 2 ? atoi (word) : 0;
}

/* "may" and "march" are also other words: a month has a day or a year beside it. */
static char *
read_date (GPtrArray *words,
           int        position,
           int        month)
{
  int day = get_day (words, position + 1);
  int year = 0;
  int next = position + 1;

  if (day > 0)
    next++;
  else
    for (int i = 1; i <= WORDS_TO_DAY && day == 0; i++)
      {
        const char *word = get_word (words, position - i);

        day = get_day (words, position - i);

        if (day == 0 && strcmp (word, "of") != 0 && strcmp (word, "day") != 0 && strcmp (word, "the") != 0
            && strcmp (word, "month") != 0)
          break;
      }

  for (int i = 0; i < WORDS_TO_YEAR && year == 0 && FIND (months, get_word (words, next + i)) == 0; i++)
    year = get_year (words, next + i);

  if (year == 0)
    return NULL;

  if (day > 0 && g_date_valid_dmy (day, month, year))
    return g_strdup_printf ("%04d-%02d-%02d", year, month, day);

  return g_strdup_printf ("%04d-%02d", year, month);
}

/* The first date in @text as EDTF: a day where one stands there, else a month, else a year. */
char *
foed_prose_date_find (const char *text)
{
  g_autoptr (GPtrArray) words = split_words (text);
  char *date = NULL;

  for (guint i = 0; i < words->len && date == NULL; i++)
    {
      int year = get_year (words, i);
      int month = FIND (months, get_word (words, i));

      if (month > 0)
        date = read_date (words, i, month);
      else if (year > 0 && g_date_valid_dmy (get_two_digits (words, i + 2), get_two_digits (words, i + 1), year))
        date = g_strdup_printf ("%04d-%s-%s", year, get_word (words, i + 1), get_word (words, i + 2));
    }

  for (guint i = 0; i < words->len && date == NULL; i++)
    if (g_ascii_isdigit (*get_word (words, i)) && get_year (words, i) > 0)
      date = g_strdup (get_word (words, i));

  return date;
}
