/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-as-of-day-changes"

#include "config.h"

#include <string.h>

#include "foed-as-of-day.h"
#include "model/foed-force.h"

typedef struct
{
  FoedRecord *alliance;
  FoedForce  *force;
  FoedDay     from;
  FoedDay     to;
  GArray     *changes;
} Comparison;

/* Adds that @record begins or ends after the one day and until the other. */
static void
add_change (Comparison            *self,
            FoedAsOfDayChangeKind  kind,
            gboolean               begins,
            FoedDay                day,
            FoedRecord            *record)
{
  FoedAsOfDayChange change = { day, kind, begins, record, self->alliance };

  if (self->from < day && day <= self->to)
    g_array_append_val (self->changes, change);
}

/* What begins or ends together with the thing it stands in is not told apart; @whole is NULL for what always is. */
static void
add_changes (Comparison            *self,
             FoedAsOfDayChangeKind  kind,
             FoedRecord            *record,
             const FoedPeriod      *whole)
{
  const FoedPeriod *period = foed_force_find_period (self->force, foed_record_get_id (record));

  if (period == NULL)
    return;

  if (period->first_day != FOED_DAY_FIRST && (whole == NULL || whole->first_day != period->first_day))
    add_change (self, kind, TRUE, period->first_day, record);

  if (period->last_day != FOED_DAY_LAST && (whole == NULL || whole->last_day != period->last_day))
    add_change (self, kind, FALSE, period->last_day + 1, record);
}

static gboolean
amends_others (FoedRecord *instrument)
{
  const char *const *amended = foed_record_get_references (instrument, FOED_FIELD_AMENDS);

  return amended != NULL && amended[0] != NULL;
}

static void
compare_tree (Comparison       *self,
              FoedRecord       *record,
              const FoedPeriod *whole)
{
  const FoedPeriod *period = NULL;

  switch ((guint) foed_record_get_kind (record))
    {
    case FOED_RECORD_ALLIANCE:
      add_changes (self, FOED_CHANGE_OF_ALLIANCE, record, NULL);
      break;

    case FOED_RECORD_INSTRUMENT:
      add_changes (self, amends_others (record) ? FOED_CHANGE_BY_AMENDMENT : FOED_CHANGE_OF_INSTRUMENT, record, NULL);
      break;

    case FOED_RECORD_CLAUSE:
      add_changes (self, FOED_CHANGE_OF_CLAUSE, record, whole);
      break;

    case FOED_RECORD_OBLIGATION:
      add_changes (self, FOED_CHANGE_OF_OBLIGATION, record, whole);
      return;

    case FOED_RECORD_PARTY:
      add_changes (self, FOED_CHANGE_OF_PARTY, record, NULL);
      return;

    case FOED_RECORD_SUSPENSION:
      add_changes (self, FOED_CHANGE_OF_SUSPENSION, record, NULL);
      return;

    case FOED_RECORD_MECHANISM:
      add_changes (self, FOED_CHANGE_OF_MECHANISM, record, whole);
      return;

    default:
      return;
    }

  period = foed_force_find_period (self->force, foed_record_get_id (record));

  for (guint i = 0; i < foed_record_get_n_children (record); i++)
    compare_tree (self, foed_record_get_child (record, i), period);
}

static gboolean
is_change_of_same_party (const FoedAsOfDayChange *a,
                         const FoedAsOfDayChange *b)
{
  return a->kind == FOED_CHANGE_OF_PARTY && b->kind == FOED_CHANGE_OF_PARTY && a->day == b->day &&
         g_str_equal (foed_record_get_reference (a->record, FOED_FIELD_STATE),
                      foed_record_get_reference (b->record, FOED_FIELD_STATE));
}

/* A spell that ends where the next of the same state begins is no exit and no entry: at most the role changes. */
static GArray *
join_spells (GArray *changes)
{
  GArray *joined = g_array_new (FALSE, FALSE, sizeof (FoedAsOfDayChange));

  for (guint i = 0; i < changes->len; i++)
    {
      FoedAsOfDayChange change = g_array_index (changes, FoedAsOfDayChange, i);
      const FoedAsOfDayChange *other = NULL;

      for (guint j = 0; other == NULL && j < changes->len; j++)
        if (is_change_of_same_party (&change, &g_array_index (changes, FoedAsOfDayChange, j)) &&
            change.begins != g_array_index (changes, FoedAsOfDayChange, j).begins)
          other = &g_array_index (changes, FoedAsOfDayChange, j);

      if (other != NULL)
        {
          if (!change.begins || foed_record_get_term (change.record, FOED_FIELD_ROLE) ==
                                  foed_record_get_term (other->record, FOED_FIELD_ROLE))
            continue;

          change.kind = FOED_CHANGE_OF_ROLE;
        }

      g_array_append_val (joined, change);
    }

  return joined;
}

static int
compare_changes (gconstpointer a,
                 gconstpointer b)
{
  const FoedAsOfDayChange *left = a;
  const FoedAsOfDayChange *right = b;

  if (left->day != right->day)
    return left->day < right->day ? -1 : 1;

  if (left->alliance != right->alliance)
    return strcmp (foed_record_get_id (left->alliance), foed_record_get_id (right->alliance));

  if (left->kind != right->kind)
    return left->kind < right->kind ? -1 : 1;

  if (left->begins != right->begins)
    return left->begins ? 1 : -1;

  return g_strcmp0 (foed_record_get_id (left->record), foed_record_get_id (right->record));
}

/**
 * foed_as_of_day_list_changes:
 * @alliance: a record of kind %FOED_RECORD_ALLIANCE with everything under it
 * @from: a day
 * @to: a later day
 *
 * Lists what is different on @to from what was on @from, and since when: entries and exits, suspensions, amendments,
 * and what else begins and ends. Vague dates count as they are recorded.
 *
 * Returns: (transfer full) (element-type FoedAsOfDayChange): the changes in the order of time; their records are those
 *   of @alliance
 */
GArray *
foed_as_of_day_list_changes (FoedRecord *alliance,
                             FoedDay     from,
                             FoedDay     to)
{
  g_autoptr (FoedForce) force = NULL;
  g_autoptr (GArray) changes = NULL;
  Comparison comparison;
  GArray *joined;

  g_return_val_if_fail (FOED_IS_RECORD (alliance), NULL);
  g_return_val_if_fail (foed_record_get_kind (alliance) == FOED_RECORD_ALLIANCE, NULL);

  force = foed_force_new (alliance, FOED_READING_RECORDED);
  changes = g_array_new (FALSE, FALSE, sizeof (FoedAsOfDayChange));
  comparison = (Comparison) { alliance, force, from, to, changes };
  compare_tree (&comparison, alliance, NULL);
  joined = join_spells (changes);
  g_array_sort (joined, compare_changes);

  return joined;
}

/**
 * foed_as_of_day_list_all_changes:
 * @alliances: (element-type FoedRecord): alliances with everything under them
 * @from: a day
 * @to: a later day
 *
 * Lists what foed_as_of_day_list_changes() lists for each of @alliances.
 *
 * Returns: (transfer full) (element-type FoedAsOfDayChange): the changes in the order of time and, for one day, of the
 *   ids of the alliances; their records are those of @alliances
 */
GArray *
foed_as_of_day_list_all_changes (GPtrArray *alliances,
                                 FoedDay    from,
                                 FoedDay    to)
{
  GArray *all;

  g_return_val_if_fail (alliances != NULL, NULL);

  all = g_array_new (FALSE, FALSE, sizeof (FoedAsOfDayChange));

  for (guint i = 0; i < alliances->len; i++)
    {
      g_autoptr (GArray) changes = foed_as_of_day_list_changes (g_ptr_array_index (alliances, i), from, to);

      g_array_append_vals (all, changes->data, changes->len);
    }

  g_array_sort (all, compare_changes);

  return all;
}
