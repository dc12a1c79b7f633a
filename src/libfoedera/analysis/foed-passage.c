/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-passage"

#include "config.h"

#include <string.h>

#include "foed-passage.h"

static int
compare_memberships (gconstpointer a,
                     gconstpointer b)
{
  const FoedMembership *left = a;
  const FoedMembership *right = b;
  int order = strcmp (left->alliance, right->alliance);

  if (order == 0)
    order = strcmp (left->state, right->state);
  if (order != 0)
    return order;
  return left->first_day < right->first_day ? -1 : left->first_day > right->first_day;
}

/* Who goes on in another role, or overlaps, neither leaves nor enters. */
static gboolean
goes_on (const FoedMembership *before,
         const FoedMembership *after)
{
  return strcmp (before->alliance, after->alliance) == 0 && strcmp (before->state, after->state) == 0 &&
         (before->last_day == FOED_DAY_LAST || after->first_day <= before->last_day + 1);
}

/* The memberships, sorted, with what follows on each other joined. */
static GArray *
join_memberships (const FoedMembership *memberships,
                  guint                 n_memberships)
{
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (FoedMembership));
  GArray *joined = g_array_new (FALSE, FALSE, sizeof (FoedMembership));

  g_array_append_vals (sorted, memberships, n_memberships);
  g_array_sort (sorted, compare_memberships);

  for (guint i = 0; i < sorted->len; i++)
    {
      const FoedMembership *next = &g_array_index (sorted, FoedMembership, i);
      FoedMembership *last = joined->len > 0 ? &g_array_index (joined, FoedMembership, joined->len - 1) : NULL;

      if (last != NULL && goes_on (last, next))
        last->last_day = MAX (last->last_day, next->last_day);
      else
        g_array_append_val (joined, *next);
    }

  return joined;
}

static guint
count_states (const FoedMembership *memberships,
              guint                 n_memberships,
              FoedDay               day)
{
  guint n_states = 0;

  for (guint i = 0; i < n_memberships; i++)
    n_states += memberships[i].first_day <= day && day <= memberships[i].last_day;

  return n_states;
}

static void
add_passage (GArray               *passages,
             const FoedMembership *membership,
             const char           *state,
             gboolean              begins,
             guint                 n_states)
{
  const FoedPassage passage = {
    .day = begins ? membership->first_day : membership->last_day + 1,
    .alliance = g_intern_string (membership->alliance),
    .state = g_intern_string (state),
    .begins = begins,
    .n_states = n_states,
  };

  g_array_append_val (passages, passage);
}

/* One alliance: those who enter on its first day are told together, as are those who leave on its last. */
static void
add_alliance (GArray               *passages,
              const FoedMembership *memberships,
              guint                 n_memberships)
{
  FoedDay first_day = memberships[0].first_day;
  FoedDay last_day = memberships[0].last_day;
  gboolean begun = FALSE;
  gboolean ended = FALSE;

  for (guint i = 1; i < n_memberships; i++)
    {
      first_day = MIN (first_day, memberships[i].first_day);
      last_day = MAX (last_day, memberships[i].last_day);
    }

  for (guint i = 0; i < n_memberships; i++)
    {
      const FoedMembership *membership = &memberships[i];

      if (membership->first_day != FOED_DAY_FIRST && !(begun && membership->first_day == first_day))
        add_passage (passages, membership, membership->first_day == first_day ? NULL : membership->state, TRUE,
                     count_states (memberships, n_memberships, membership->first_day));
      if (membership->last_day != FOED_DAY_LAST && !(ended && membership->last_day == last_day))
        add_passage (passages, membership, membership->last_day == last_day ? NULL : membership->state, FALSE,
                     count_states (memberships, n_memberships, membership->last_day));

      begun |= membership->first_day == first_day;
      ended |= membership->last_day == last_day;
    }
}

static int
compare_passages (gconstpointer a,
                  gconstpointer b)
{
  const FoedPassage *left = a;
  const FoedPassage *right = b;
  int order;

  if (left->day != right->day)
    return left->day < right->day ? -1 : 1;
  if ((order = strcmp (left->alliance, right->alliance)) != 0)
    return order;
  if (left->begins != right->begins)
    return left->begins ? 1 : -1;

  return g_strcmp0 (left->state, right->state);
}

/**
 * foed_passages_new:
 * @memberships: (array length=n_memberships): who is in which alliance at any time
 * @n_memberships: their number
 *
 * Finds all entries and exits.
 *
 * Returns: (transfer full) (element-type FoedPassage): the entries and exits in the order of time
 */
GArray *
foed_passages_new (const FoedMembership *memberships,
                   guint                 n_memberships)
{
  g_autoptr (GArray) joined = NULL;
  GArray *passages;

  g_return_val_if_fail (memberships != NULL || n_memberships == 0, NULL);

  joined = join_memberships (memberships, n_memberships);
  passages = g_array_new (FALSE, FALSE, sizeof (FoedPassage));

  for (guint first = 0, next; first < joined->len; first = next)
    {
      const FoedMembership *rows = &g_array_index (joined, FoedMembership, first);

      for (next = first + 1; next < joined->len; next++)
        if (strcmp (g_array_index (joined, FoedMembership, next).alliance, rows->alliance) != 0)
          break;

      add_alliance (passages, rows, next - first);
    }

  g_array_sort (passages, compare_passages);

  return passages;
}

static guint
find_after (GArray  *passages,
            FoedDay  day)
{
  guint low = 0;
  guint high = passages->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (passages, FoedPassage, middle).day > day)
        high = middle;
      else
        low = middle + 1;
    }

  return low;
}

/**
 * foed_passages_find:
 * @passages: (element-type FoedPassage): what foed_passages_new() has found
 * @from: a day
 * @to: a later day
 * @n_passages: (out): how many there are
 *
 * Finds what is different on @to from what it was on @from.
 *
 * Returns: (transfer none) (array length=n_passages): the entries and exits after @from and until @to
 */
const FoedPassage *
foed_passages_find (GArray  *passages,
                    FoedDay  from,
                    FoedDay  to,
                    guint   *n_passages)
{
  guint first;

  g_return_val_if_fail (passages != NULL, NULL);
  g_return_val_if_fail (n_passages != NULL, NULL);

  first = find_after (passages, from);
  *n_passages = MAX (find_after (passages, to), first) - first;

  return passages->len > 0 ? &g_array_index (passages, FoedPassage, 0) + first : NULL;
}
