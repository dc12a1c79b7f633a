/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-derivation-counts"

#include "config.h"

#include "foed-derivation-private.h"

/* How many clauses and obligations have a value of a facet, and when: to count them one by one when somebody looks takes
 * a second in a large library. */

/* One obligation that has the value from one day to another. */
typedef struct
{
  gint64  clause;
  gint64  key;
  FoedDay first_day;
  FoedDay last_day;
} Tally;

typedef struct
{
  guint clauses;
  guint obligations;
} Counts;

/* Takes note that an obligation has a value; where there is no such duty, it does not count. */
void
foed_derivation_tally (FoedDerivation        *self,
                       const char            *facet,
                       const char            *value,
                       const FoedDerivedDuty *duty,
                       FoedDay                first_day,
                       FoedDay                last_day)
{
  const Tally tally = {
    duty->clause, duty->key, MAX (first_day, duty->period.first_day), MIN (last_day, duty->period.last_day)
  };
  FoedFacetValue *found;

  if (value == NULL || !duty->is_present)
    return;

  found = foed_derivation_get_facet (self, facet, value);

  if (found->tallies == NULL)
    found->tallies = g_array_new (FALSE, FALSE, sizeof (Tally));

  g_array_append_val (found->tallies, tally);
}

static int
compare_tallies (gconstpointer a,
                 gconstpointer b)
{
  const Tally *left = a;
  const Tally *right = b;

  if (left->clause != right->clause)
    return left->clause < right->clause ? -1 : 1;

  return (left->key > right->key) - (left->key < right->key);
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

/* Counts those that hold on a day, or all where @day is NULL. The tallies are sorted. */
static Counts
count (GArray       *tallies,
       const gint64 *day)
{
  Counts counts = { 0, 0 };
  const Tally *last = NULL;

  for (guint i = 0; i < tallies->len; i++)
    {
      const Tally *tally = &g_array_index (tallies, Tally, i);

      if (day != NULL && (*day < tally->first_day || *day > tally->last_day))
        continue;

      counts.clauses += last == NULL || tally->clause != last->clause;
      counts.obligations += last == NULL || tally->key != last->key;
      last = tally;
    }

  return counts;
}

/* The days on which a count may change: those on which a tally begins, and those after its last. */
static GArray *
list_days (GArray *tallies)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < tallies->len; i++)
    {
      const Tally *tally = &g_array_index (tallies, Tally, i);
      const gint64 bounds[] = { tally->first_day, (gint64) tally->last_day + 1 };

      if (tally->first_day <= tally->last_day)
        g_array_append_vals (days, bounds, G_N_ELEMENTS (bounds));
    }

  g_array_sort (days, compare_days);

  return days;
}

static void
add_row (FoedDerivation       *self,
         const FoedFacetValue *facet,
         FoedDay               first_day,
         FoedDay               last_day,
         Counts                counts,
         Counts               *all)
{
  const FoedDerivedValue values[] = {
    { .text = facet->facet },
    { .text = facet->value },
    { .text = foed_record_get_id (self->root) },
    { .integer = first_day },
    { .integer = last_day },
    { .integer = counts.clauses },
    { .integer = counts.obligations },
    { .integer = all->clauses },
    { .integer = all->obligations },
  };

  foed_derived_rows_add (self->rows, FOED_DERIVED_COUNT, values);
  *all = (Counts) { 0, 0 };
}

static void
add_counts (FoedDerivation       *self,
            const FoedFacetValue *facet)
{
  g_autoptr (GArray) days = list_days (facet->tallies);
  Counts all, before = { 0, 0 };
  gint64 since = 0;

  g_array_sort (facet->tallies, compare_tallies);
  all = count (facet->tallies, NULL);

  for (guint i = 0; i < days->len; i++)
    {
      gint64 day = g_array_index (days, gint64, i);
      Counts counts;

      if (i > 0 && day == g_array_index (days, gint64, i - 1))
        continue;

      counts = count (facet->tallies, &day);

      if (counts.clauses == before.clauses && counts.obligations == before.obligations)
        continue;

      if (before.obligations > 0)
        add_row (self, facet, since, day - 1, before, &all);

      before = counts;
      since = day;
    }

  if (all.obligations > 0)
    add_row (self, facet, FOED_DAY_LAST, FOED_DAY_FIRST, before, &all);
}

/* Counts what was tallied. */
void
foed_derivation_add_counts (FoedDerivation *self)
{
  GHashTableIter iter;
  FoedFacetValue *facet;

  g_hash_table_iter_init (&iter, self->facets);

  while (g_hash_table_iter_next (&iter, (gpointer *) &facet, NULL))
    if (facet->tallies != NULL)
      add_counts (self, facet);
}
