/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-nick-table"

#include "config.h"

#include <string.h>

#include "foed-nick-table-private.h"

/* Open addressing with linear probing; at most half of the slots are taken, so that a miss ends soon. A guess weighs
 * the words by their edit distance, where two letters that changed places count as one mistake. */

#define LONGEST_GUESS 48

struct _FoedNickTable
{
  const char **nicks;
  guint        n_nicks;
  guint16     *slots;
  guint        mask;
};

static inline guint32
hash_nick (const char *nick)
{
  guint32 hash = 2166136261u;

  for (; *nick != '\0'; nick++)
    hash = (hash ^ (guchar) *nick) * 16777619u;

  return hash ^ (hash >> 15);
}

/* Lower case, with spaces and underscores as hyphens: how people who guess at a nick spell it. */
static gboolean
fold (const char *word,
      char        folded[LONGEST_GUESS + 1])
{
  gsize length = strnlen (word, LONGEST_GUESS + 1);

  if (length == 0 || length > LONGEST_GUESS)
    return FALSE;

  for (gsize i = 0; i < length; i++)
    folded[i] = word[i] == ' ' || word[i] == '_' ? '-' : g_ascii_tolower (word[i]);

  folded[length] = '\0';

  return TRUE;
}

static guint
measure_distance (const char *a,
                  const char *b)
{
  guint rows[3][LONGEST_GUESS + 2];
  guint *before = rows[0];
  guint *previous = rows[1];
  guint *current = rows[2];
  gsize length = strlen (b);

  for (gsize j = 0; j <= length; j++)
    previous[j] = j;

  for (gsize i = 1; a[i - 1] != '\0'; i++)
    {
      guint *spare = before;

      current[0] = i;

      for (gsize j = 1; j <= length; j++)
        {
          guint distance = previous[j - 1] + (a[i - 1] != b[j - 1]);

          distance = MIN (distance, previous[j] + 1);
          distance = MIN (distance, current[j - 1] + 1);

          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            distance = MIN (distance, before[j - 2] + 1);

          current[j] = distance;
        }

      before = previous;
      previous = current;
      current = spare;
    }

  return previous[length];
}

/**
 * foed_nick_table_new: (skip)
 * @n_nicks: how many names
 * @get_nick: (scope call): gives the name at a position, or %NULL where a position has none; names are static
 * @user_data: passed to @get_nick
 *
 * Returns: (transfer full): an index that lives as long as the program
 */
FoedNickTable *
foed_nick_table_new (guint        n_nicks,
                     FoedNickFunc get_nick,
                     gpointer     user_data)
{
  FoedNickTable *self = g_new0 (FoedNickTable, 1);
  guint n_slots = 4;

  g_assert (n_nicks < G_MAXUINT16);

  while (n_slots < n_nicks * 2)
    n_slots *= 2;

  self->nicks = g_new0 (const char *, n_nicks);
  self->n_nicks = n_nicks;
  self->slots = g_new0 (guint16, n_slots);
  self->mask = n_slots - 1;

  for (guint i = 0; i < n_nicks; i++)
    {
      guint slot;

      self->nicks[i] = get_nick (i, user_data);

      if (self->nicks[i] == NULL)
        continue;

      for (slot = hash_nick (self->nicks[i]) & self->mask; self->slots[slot] != 0; slot = (slot + 1) & self->mask)
        continue;

      self->slots[slot] = i + 1;
    }

  return self;
}

/**
 * foed_nick_table_find: (skip)
 * @self: an index
 * @nick: a name
 *
 * Returns: the position of @nick, or -1
 */
int
foed_nick_table_find (const FoedNickTable *self,
                      const char          *nick)
{
  g_assert (self != NULL);
  g_assert (nick != NULL);

  for (guint slot = hash_nick (nick) & self->mask; self->slots[slot] != 0; slot = (slot + 1) & self->mask)
    if (strcmp (self->nicks[self->slots[slot] - 1], nick) == 0)
      return self->slots[slot] - 1;

  return -1;
}

static const char *
get_nick_of_table (guint    position,
                   gpointer user_data)
{
  const FoedNickTable *self = user_data;

  return self->nicks[position];
}

static int
guess_position (guint         n_nicks,
                FoedNickFunc  get_nick,
                gpointer      user_data,
                const char   *misspelt)
{
  char word[LONGEST_GUESS + 1];
  char nick[LONGEST_GUESS + 1];
  guint best_distance;
  gsize length;
  int best = -1;

  if (!fold (misspelt, word))
    return -1;

  length = strlen (word);
  best_distance = MAX (1, length / 3) + 1;

  for (guint i = 0; i < n_nicks; i++)
    {
      const char *candidate = get_nick (i, user_data);
      guint distance;

      if (candidate == NULL || !fold (candidate, nick))
        continue;

      distance = measure_distance (word, nick);

      /* An abbreviation is nearer than its length tells. */
      if (length >= 3 && (g_str_has_prefix (nick, word) || g_str_has_prefix (word, nick)))
        distance = MIN (distance, 2);

      if (distance < best_distance)
        {
          best_distance = distance;
          best = i;
        }
    }

  return best;
}

/**
 * foed_nick_table_guess: (skip)
 * @self: an index
 * @misspelt: a word that is not in it
 *
 * Returns: the position of the name that was probably meant, or -1 where none is near
 */
int
foed_nick_table_guess (const FoedNickTable *self,
                       const char          *misspelt)
{
  g_assert (self != NULL);
  g_assert (misspelt != NULL);

  return guess_position (self->n_nicks, get_nick_of_table, (gpointer) self, misspelt);
}

/**
 * foed_nick_guess: (skip)
 * @n_nicks: how many names
 * @get_nick: (scope call): gives the name at a position, or %NULL where a position has none
 * @user_data: passed to @get_nick
 * @misspelt: a word that is none of them
 *
 * Returns: (nullable): the name that was probably meant, or %NULL where none is near
 */
const char *
foed_nick_guess (guint         n_nicks,
                 FoedNickFunc  get_nick,
                 gpointer      user_data,
                 const char   *misspelt)
{
  int position = guess_position (n_nicks, get_nick, user_data, misspelt);

  return position < 0 ? NULL : get_nick (position, user_data);
}
