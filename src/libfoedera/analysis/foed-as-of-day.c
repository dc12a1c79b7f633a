/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-as-of-day"

#include "config.h"

#include "foed-as-of-day.h"
#include "model/foed-force.h"

struct _FoedAsOfDay
{
  FoedRecord *alliance;
  FoedDay     day;
  FoedForce  *certain;
  FoedForce  *possible;
  GArray     *records;
  GArray     *parties;
  GArray     *owings;
};

static gboolean
lies_between (FoedDay day,
              FoedDay first,
              FoedDay last)
{
  return first <= day && day <= last;
}

/* How @record stands by its dates alone. */
static FoedRecordOnDay
look_at_dates (FoedAsOfDay *self,
               FoedRecord  *record)
{
  const FoedPeriod *period = foed_force_find_period (self->possible, foed_record_get_id (record));
  FoedRecordOnDay result = { record, FOED_CERTAINTY_NO, FOED_STANDING_NEVER };

  if (period == NULL)
    return result;

  if (lies_between (self->day, period->certain_first_day, period->certain_last_day))
    result.certainty = FOED_CERTAINTY_YES;
  else if (lies_between (self->day, period->first_day, period->last_day))
    result.certainty = FOED_CERTAINTY_UNCERTAIN;

  if (self->day < period->first_day)
    result.standing = FOED_STANDING_NOT_YET;
  else if (self->day > period->last_day)
    result.standing = FOED_STANDING_ENDED;
  else
    result.standing = FOED_STANDING_IN_FORCE;

  return result;
}

static gboolean
names_state (FoedRecord *suspension,
             FoedField   field,
             const char *state)
{
  const char *const *states = foed_record_get_references (suspension, field);

  return states != NULL && g_strv_contains (states, state);
}

static gboolean
is_of_all_duties (FoedRecord *suspension)
{
  const char *const *towards = foed_record_get_references (suspension, FOED_FIELD_TOWARDS);

  return towards == NULL || towards[0] == NULL;
}

/* Adds what the suspensions of the day say of @party. */
static void
look_at_suspensions (FoedAsOfDay    *self,
                     FoedPartyOnDay *party)
{
  for (guint i = 0; i < foed_record_get_n_children (self->alliance); i++)
    {
      FoedRecord *suspension = foed_record_get_child (self->alliance, i);
      FoedRecordOnDay dates;

      if (foed_record_get_kind (suspension) != FOED_RECORD_SUSPENSION)
        continue;

      dates = look_at_dates (self, suspension);

      if (dates.certainty == FOED_CERTAINTY_NO ||
          !(names_state (suspension, FOED_FIELD_STATES, party->state) ||
            names_state (suspension, FOED_FIELD_TOWARDS, party->state)))
        continue;

      party->suspension = foed_record_get_id (suspension);

      if (party->standing == FOED_STANDING_IN_FORCE && is_of_all_duties (suspension))
        party->standing = FOED_STANDING_SUSPENDED;
    }
}

/* Which of two spells of a state tells more about the day: the one that holds, else the later of those that are over,
 * else the first to come. */
static gboolean
is_better_spell (FoedRecordOnDay old,
                 FoedRecordOnDay new)
{
  if (old.certainty != new.certainty)
    return new.certainty > old.certainty;

  if (old.standing != new.standing)
    return new.standing == FOED_STANDING_ENDED ||
           (new.standing == FOED_STANDING_NOT_YET && old.standing == FOED_STANDING_NEVER);

  if (new.standing == FOED_STANDING_ENDED)
    return foed_record_get_last_day (new.record) > foed_record_get_last_day (old.record);

  return foed_record_get_first_day (new.record) < foed_record_get_first_day (old.record);
}

static FoedPartyOnDay *
find_party (GArray     *parties,
            const char *state)
{
  for (guint i = 0; i < parties->len; i++)
    if (g_str_equal (g_array_index (parties, FoedPartyOnDay, i).state, state))
      return &g_array_index (parties, FoedPartyOnDay, i);

  return NULL;
}

static void
add_spell (FoedAsOfDay *self,
           FoedRecord  *spell)
{
  const char *state = foed_record_get_reference (spell, FOED_FIELD_STATE);
  FoedPartyOnDay *party = find_party (self->parties, state);
  FoedRecordOnDay dates = look_at_dates (self, spell);
  FoedPartyOnDay fresh = { state, spell, dates.certainty, dates.standing, NULL };
  FoedStanding before;

  if (party == NULL)
    {
      g_array_append_val (self->parties, fresh);
      return;
    }

  before = party->standing;

  if (is_better_spell ((FoedRecordOnDay) { party->spell, party->certainty, party->standing }, dates))
    {
      party->spell = spell;
      party->certainty = dates.certainty;
      party->standing = dates.standing;
    }

  if (party->certainty == FOED_CERTAINTY_NO &&
      (before == FOED_STANDING_AWAY || (before == FOED_STANDING_ENDED && dates.standing == FOED_STANDING_NOT_YET) ||
       (before == FOED_STANDING_NOT_YET && dates.standing == FOED_STANDING_ENDED)))
    party->standing = FOED_STANDING_AWAY;
}

static void
add_parties (FoedAsOfDay *self)
{
  for (guint i = 0; i < foed_record_get_n_children (self->alliance); i++)
    {
      FoedRecord *child = foed_record_get_child (self->alliance, i);

      if (foed_record_get_kind (child) == FOED_RECORD_PARTY)
        add_spell (self, child);
    }

  for (guint i = 0; i < self->parties->len; i++)
    look_at_suspensions (self, &g_array_index (self->parties, FoedPartyOnDay, i));
}

static gboolean
is_same_owing (const FoedOwing *a,
               const FoedOwing *b)
{
  return g_str_equal (a->obligation, b->obligation) && g_str_equal (a->promisor, b->promisor) &&
         g_str_equal (a->beneficiary, b->beneficiary);
}

/* Both readings list what is owed in the same order; what the strict one lacks is uncertain. */
static void
add_owings (FoedAsOfDay *self)
{
  guint n_possible, n_certain;
  const FoedOwing *possible = foed_force_get_owings (self->possible, &n_possible);
  const FoedOwing *certain = foed_force_get_owings (self->certain, &n_certain);
  g_autoptr (GPtrArray) held = g_ptr_array_new ();
  guint next = 0;

  for (guint i = 0; i < n_certain; i++)
    if (lies_between (self->day, certain[i].first_day, certain[i].last_day))
      g_ptr_array_add (held, (gpointer) &certain[i]);

  for (guint i = 0; i < n_possible; i++)
    {
      FoedOwingOnDay owing = {
        possible[i].obligation, possible[i].promisor, possible[i].beneficiary, FOED_CERTAINTY_UNCERTAIN,
      };

      if (!lies_between (self->day, possible[i].first_day, possible[i].last_day))
        continue;

      if (next < held->len && is_same_owing (g_ptr_array_index (held, next), &possible[i]))
        {
          owing.certainty = FOED_CERTAINTY_YES;
          next++;
        }

      g_array_append_val (self->owings, owing);
    }

  g_assert (next == held->len);
}

static gboolean
is_present (FoedRecord *record)
{
  const FoedTerm *presence = foed_record_get_term (record, FOED_FIELD_PRESENCE);

  return presence == NULL || g_str_equal (presence->nick, "stated") || g_str_equal (presence->nick, "implied");
}

/* Whether two states that could owe each other are in the alliance on the day, so that only a suspension can be why
 * nothing is owed. */
static gboolean
has_parties_at_rest (FoedAsOfDay *self,
                     FoedRecord  *obligation)
{
  const char *const *promisors = foed_record_get_references (obligation, FOED_FIELD_PROMISORS);
  guint n_present = 0;
  guint n_suspended = 0;

  for (guint i = 0; i < self->parties->len; i++)
    {
      const FoedPartyOnDay *party = &g_array_index (self->parties, FoedPartyOnDay, i);

      if (party->certainty == FOED_CERTAINTY_NO)
        continue;

      n_present++;

      if (party->suspension != NULL &&
          (promisors == NULL || promisors[0] == NULL || g_strv_contains (promisors, party->state)))
        n_suspended++;
    }

  return n_present > 1 && n_suspended > 0;
}

/* An obligation holds where somebody owes it, as certainly as the most certain of what is owed. */
static void
look_at_owings (FoedAsOfDay     *self,
                FoedRecordOnDay *obligation)
{
  const char *id = foed_record_get_id (obligation->record);
  FoedCertainty certainty = FOED_CERTAINTY_NO;

  for (guint i = 0; i < self->owings->len; i++)
    {
      const FoedOwingOnDay *owing = &g_array_index (self->owings, FoedOwingOnDay, i);

      if (g_str_equal (owing->obligation, id))
        certainty = MAX (certainty, owing->certainty);
    }

  if (obligation->certainty != FOED_CERTAINTY_NO && certainty == FOED_CERTAINTY_NO)
    {
      if (!is_present (obligation->record))
        obligation->standing = FOED_STANDING_SILENT;
      else if (has_parties_at_rest (self, obligation->record))
        obligation->standing = FOED_STANDING_SUSPENDED;
      else
        obligation->standing = FOED_STANDING_NOBODY;
    }

  obligation->certainty = certainty;
}

static void
add_record (FoedAsOfDay *self,
            FoedRecord  *record)
{
  FoedRecordOnDay result = look_at_dates (self, record);

  if (foed_record_get_kind (record) == FOED_RECORD_OBLIGATION)
    look_at_owings (self, &result);
  else if (result.certainty != FOED_CERTAINTY_NO && !is_present (record))
    result = (FoedRecordOnDay) { record, FOED_CERTAINTY_NO, FOED_STANDING_SILENT };

  g_array_append_val (self->records, result);
}

static void
add_records (FoedAsOfDay *self,
             FoedRecord  *record)
{
  switch ((guint) foed_record_get_kind (record))
    {
    case FOED_RECORD_ALLIANCE:
    case FOED_RECORD_INSTRUMENT:
    case FOED_RECORD_CLAUSE:
      add_record (self, record);
      for (guint i = 0; i < foed_record_get_n_children (record); i++)
        add_records (self, foed_record_get_child (record, i));
      break;

    case FOED_RECORD_OBLIGATION:
    case FOED_RECORD_SUSPENSION:
    case FOED_RECORD_MECHANISM:
    case FOED_RECORD_IMPACT:
    case FOED_RECORD_ENFORCEMENT:
      add_record (self, record);
      break;

    default:
      break;
    }
}

/**
 * foed_as_of_day_new:
 * @alliance: a record of kind %FOED_RECORD_ALLIANCE with everything under it
 * @day: a day
 *
 * Works out how @alliance stands on @day.
 *
 * Returns: (transfer full): the answer; it keeps @alliance
 */
FoedAsOfDay *
foed_as_of_day_new (FoedRecord *alliance,
                    FoedDay     day)
{
  FoedAsOfDay *self;

  g_return_val_if_fail (FOED_IS_RECORD (alliance), NULL);
  g_return_val_if_fail (foed_record_get_kind (alliance) == FOED_RECORD_ALLIANCE, NULL);

  self = g_new0 (FoedAsOfDay, 1);
  self->alliance = g_object_ref (alliance);
  self->day = day;
  self->certain = foed_force_new (alliance, FOED_READING_CERTAIN);
  self->possible = foed_force_new (alliance, FOED_READING_POSSIBLE);
  self->records = g_array_new (FALSE, FALSE, sizeof (FoedRecordOnDay));
  self->parties = g_array_new (FALSE, FALSE, sizeof (FoedPartyOnDay));
  self->owings = g_array_new (FALSE, FALSE, sizeof (FoedOwingOnDay));

  add_parties (self);
  add_owings (self);
  add_records (self, alliance);

  return self;
}

/**
 * foed_as_of_day_free:
 * @self: (transfer full): an answer
 *
 * Frees @self and all that was read from it.
 */
void
foed_as_of_day_free (FoedAsOfDay *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->records, g_array_unref);
  g_clear_pointer (&self->parties, g_array_unref);
  g_clear_pointer (&self->owings, g_array_unref);
  g_clear_pointer (&self->certain, foed_force_free);
  g_clear_pointer (&self->possible, foed_force_free);
  g_clear_object (&self->alliance);
  g_free (self);
}

/**
 * foed_as_of_day_get_day:
 * @self: an answer
 *
 * Returns: the day that was asked for
 */
FoedDay
foed_as_of_day_get_day (FoedAsOfDay *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->day;
}

/**
 * foed_as_of_day_get_records:
 * @self: an answer
 * @n_records: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_records): the records of the alliance in the order of the document
 */
const FoedRecordOnDay *
foed_as_of_day_get_records (FoedAsOfDay *self,
                            guint       *n_records)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_records != NULL, NULL);

  *n_records = self->records->len;

  return (const FoedRecordOnDay *) (gpointer) self->records->data;
}

/**
 * foed_as_of_day_find_record:
 * @self: an answer
 * @id: the id of a record of the alliance
 *
 * Returns: (transfer none) (nullable): how it stands; %NULL for what does not stand in time
 */
const FoedRecordOnDay *
foed_as_of_day_find_record (FoedAsOfDay *self,
                            const char  *id)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < self->records->len; i++)
    if (g_str_equal (foed_record_get_id (g_array_index (self->records, FoedRecordOnDay, i).record), id))
      return &g_array_index (self->records, FoedRecordOnDay, i);

  return NULL;
}

/**
 * foed_as_of_day_get_parties:
 * @self: an answer
 * @n_parties: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_parties): all states that are in the alliance at any time
 */
const FoedPartyOnDay *
foed_as_of_day_get_parties (FoedAsOfDay *self,
                            guint       *n_parties)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_parties != NULL, NULL);

  *n_parties = self->parties->len;

  return (const FoedPartyOnDay *) (gpointer) self->parties->data;
}

/**
 * foed_as_of_day_find_party:
 * @self: an answer
 * @state: the id of a state
 *
 * Returns: (transfer none) (nullable): how it stands; %NULL for a state that is never in the alliance
 */
const FoedPartyOnDay *
foed_as_of_day_find_party (FoedAsOfDay *self,
                           const char  *state)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (state != NULL, NULL);

  return find_party (self->parties, state);
}

/**
 * foed_as_of_day_get_owings:
 * @self: an answer
 * @n_owings: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_owings): who owes what to whom, certainly or perhaps
 */
const FoedOwingOnDay *
foed_as_of_day_get_owings (FoedAsOfDay *self,
                           guint       *n_owings)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_owings != NULL, NULL);

  *n_owings = self->owings->len;

  return (const FoedOwingOnDay *) (gpointer) self->owings->data;
}
