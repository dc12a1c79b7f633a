/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-force"

#include "config.h"

#include "foed-force.h"
#include "foed-span.h"

/* When something is in force, as recorded and whatever its vague dates mean. */
typedef struct
{
  FoedSpan recorded;
  FoedSpan certain;
} Standing;

/* A state of the alliance: when it owes, when it is owed, and whether it has a role in which it can be owed at all. */
typedef struct
{
  const char *state;
  GArray     *owes;
  GArray     *is_owed;
  gboolean    may_be_owed;
} Member;

/* Duties that rest. */
typedef struct
{
  const char *const *states;
  const char *const *towards;
  FoedSpan           span;
} Rest;

struct _FoedForce
{
  FoedRecord  *alliance;
  FoedReading  reading;
  GArray      *periods;
  GArray      *owings;

  /* By id: the standing of every record so far, also of those that are never in force; and its place in periods. */
  GHashTable  *standings;
  GHashTable  *period_positions;
  GArray      *members;
  GHashTable  *member_positions;
  GArray      *rests;
  GArray     **pairs;
};

static const Standing always = { { FOED_DAY_FIRST, FOED_DAY_LAST }, { FOED_DAY_FIRST, FOED_DAY_LAST } };

static void
member_clear (gpointer data)
{
  Member *member = data;

  g_clear_pointer (&member->owes, g_array_unref);
  g_clear_pointer (&member->is_owed, g_array_unref);
}

/* The day on which the year, month or day after the one that @day lies in ends or, where @step is -1, on which the one
 * before it begins. */
static FoedDay
step_unit (FoedDay           day,
           FoedDatePrecision precision,
           int               step)
{
  int year, month, day_of_month;

  if (precision == FOED_DATE_PRECISION_DAY)
    return day + step;

  foed_day_to_calendar (day, &year, &month, &day_of_month);

  if (precision == FOED_DATE_PRECISION_YEAR)
    year += step;
  else
    month += step;

  if (month == 0 || month == 13)
    {
      year += step;
      month = month == 0 ? 12 : 1;
    }

  if (year < 1)
    return FOED_DAY_FIRST;
  if (year > 9999)
    return FOED_DAY_LAST;

  if (step < 0)
    return foed_day_from_calendar (year, precision == FOED_DATE_PRECISION_YEAR ? 1 : month, 1);
  if (precision == FOED_DATE_PRECISION_YEAR || month == 12)
    return foed_day_from_calendar (year, 12, 31);

  return foed_day_from_calendar (year, month + 1, 1) - 1;
}

static gboolean
is_doubtful (const FoedDate *date)
{
  return foed_date_is_approximate (date) || foed_date_is_uncertain (date);
}

static FoedDay
get_certain_first_day (const FoedDate *begin)
{
  FoedDay day = foed_date_get_last_day (begin);

  return is_doubtful (begin) ? step_unit (day, foed_date_get_precision (begin), 1) : day;
}

static FoedDay
get_certain_last_day (const FoedDate *end)
{
  FoedDay day = foed_date_get_first_day (end);

  return is_doubtful (end) ? step_unit (day, foed_date_get_precision (end), -1) : day;
}

static Standing
get_standing_between (const FoedDate *begin,
                      const FoedDate *end)
{
  Standing standing = always;

  if (begin != NULL)
    {
      standing.recorded.first = foed_date_get_first_day (begin);
      standing.certain.first = get_certain_first_day (begin);
    }

  if (end != NULL)
    {
      standing.recorded.last = foed_date_get_last_day (end);
      standing.certain.last = get_certain_last_day (end);
    }

  return standing;
}

static Standing
get_own_standing (FoedRecord *record)
{
  return get_standing_between (foed_record_get_date (record, FOED_FIELD_BEGIN),
                               foed_record_get_date (record, FOED_FIELD_END));
}

static Standing
standing_intersect (Standing a,
                    Standing b)
{
  return (Standing) {
    foed_span_intersect (a.recorded, b.recorded),
    foed_span_intersect (a.certain, b.certain),
  };
}

/* What was signed and has no begin never entered into force, unless it needed none. */
static Standing
get_instrument_standing (FoedRecord *instrument)
{
  const FoedDate *begin = foed_record_get_date (instrument, FOED_FIELD_BEGIN);
  const FoedDate *signed_on = foed_record_get_date (instrument, FOED_FIELD_SIGNED);
  const FoedTerm *legal_force = foed_record_get_term (instrument, FOED_FIELD_FORCE);

  if (begin != NULL || signed_on == NULL)
    return get_own_standing (instrument);

  if (legal_force != NULL && g_str_equal (legal_force->nick, "political"))
    return get_standing_between (signed_on, foed_record_get_date (instrument, FOED_FIELD_END));

  return (Standing) { FOED_SPAN_NEVER, FOED_SPAN_NEVER };
}

/* The dates of a record that names others; where it has no begin or end of its own, they are those of what it names. */
static Standing
get_following_standing (FoedForce  *self,
                        FoedRecord *record)
{
  static const FoedField fields[] = {
    FOED_FIELD_OBLIGATION,
    FOED_FIELD_MECHANISM,
    FOED_FIELD_CLAUSE,
    FOED_FIELD_INSTRUMENT,
  };
  Standing own = get_own_standing (record);
  Standing named = always;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *id = NULL;
      const Standing *standing = NULL;

      if (foed_record_kind_find_field (foed_record_get_kind (record), fields[i]) >= 0)
        id = foed_record_get_reference (record, fields[i]);

      if (id != NULL && (standing = g_hash_table_lookup (self->standings, id)))
        named = standing_intersect (named, *standing);
    }

  if (foed_record_get_date (record, FOED_FIELD_BEGIN) == NULL)
    {
      own.recorded.first = named.recorded.first;
      own.certain.first = named.certain.first;
    }

  if (foed_record_get_date (record, FOED_FIELD_END) == NULL)
    {
      own.recorded.last = named.recorded.last;
      own.certain.last = named.certain.last;
    }

  return own;
}

/* Notes that @record stands as @own within @whole. */
static Standing
add_period (FoedForce  *self,
            FoedRecord *record,
            Standing    own,
            Standing    whole)
{
  Standing standing = standing_intersect (own, whole);
  FoedPeriod period = {
    foed_record_get_id (record),
    standing.recorded.first,
    standing.recorded.last,
    standing.certain.first,
    standing.certain.last,
  };

  g_hash_table_insert (self->standings, (gpointer) period.record, g_memdup2 (&standing, sizeof standing));

  if (!foed_span_is_empty (standing.recorded))
    {
      g_hash_table_insert (self->period_positions, (gpointer) period.record, GUINT_TO_POINTER (self->periods->len));
      g_array_append_val (self->periods, period);
    }

  return standing;
}

static Member *
ensure_member (FoedForce  *self,
               const char *state)
{
  Member member = { state, NULL, NULL, FALSE };
  gpointer position = NULL;

  if (!g_hash_table_lookup_extended (self->member_positions, state, NULL, &position))
    {
      member.owes = foed_spans_new ();
      member.is_owed = foed_spans_new ();
      position = GUINT_TO_POINTER (self->members->len);
      g_array_append_val (self->members, member);
      g_hash_table_insert (self->member_positions, (gpointer) state, position);
    }

  return &g_array_index (self->members, Member, GPOINTER_TO_UINT (position));
}

/* Parties owe and are owed; guarantors only owe, protected states are only owed, observers neither. */
static void
add_party (FoedForce  *self,
           FoedRecord *party,
           Standing    standing)
{
  const char *role = foed_record_get_term (party, FOED_FIELD_ROLE)->nick;
  Member *member = ensure_member (self, foed_record_get_reference (party, FOED_FIELD_STATE));
  FoedSpan span = self->reading == FOED_READING_CERTAIN ? standing.certain : standing.recorded;
  gboolean is_party = g_str_equal (role, "party");

  if (is_party || g_str_equal (role, "guarantor"))
    foed_spans_add (member->owes, span);

  if (is_party || g_str_equal (role, "protected"))
    {
      foed_spans_add (member->is_owed, span);
      member->may_be_owed = TRUE;
    }
}

static void
add_suspension (FoedForce  *self,
                FoedRecord *suspension,
                Standing    standing)
{
  Rest rest = {
    foed_record_get_references (suspension, FOED_FIELD_STATES),
    foed_record_get_references (suspension, FOED_FIELD_TOWARDS),
    self->reading == FOED_READING_POSSIBLE ? standing.certain : standing.recorded,
  };

  g_array_append_val (self->rests, rest);
}

static gboolean
contains (const char *const *ids,
          const char        *id)
{
  return ids != NULL && g_strv_contains (ids, id);
}

static gboolean
is_given (const char *const *ids)
{
  return ids != NULL && ids[0] != NULL;
}

/* Takes away from @spans when what @promisor owes @beneficiary rests. */
static void
remove_rests (FoedForce  *self,
              GArray     *spans,
              const char *promisor,
              const char *beneficiary)
{
  for (guint i = 0; i < self->rests->len; i++)
    {
      const Rest *rest = &g_array_index (self->rests, Rest, i);
      gboolean rests;

      if (is_given (rest->towards))
        rests = contains (rest->states, promisor) && contains (rest->towards, beneficiary);
      else
        rests = contains (rest->states, promisor) || contains (rest->states, beneficiary);

      if (rests)
        foed_spans_remove (spans, rest->span);
    }
}

/* When one member owes another whatever there is to owe; worked out once. */
static GArray *
get_pair (FoedForce *self,
          guint      promisor,
          guint      beneficiary)
{
  const Member *members = (const Member *) (gpointer) self->members->data;
  GArray **pair = &self->pairs[promisor * self->members->len + beneficiary];

  if (*pair == NULL)
    {
      *pair = foed_spans_intersect (members[promisor].owes, members[beneficiary].is_owed);
      remove_rests (self, *pair, members[promisor].state, members[beneficiary].state);
    }

  return *pair;
}

static void
add_owings (FoedForce    *self,
            const GArray *spans,
            FoedSpan      within,
            FoedOwing     owing)
{
  for (guint i = 0; i < spans->len; i++)
    {
      FoedSpan span = foed_span_intersect (g_array_index (spans, FoedSpan, i), within);

      if (foed_span_is_empty (span))
        continue;

      owing.first_day = span.first;
      owing.last_day = span.last;
      g_array_append_val (self->owings, owing);
    }
}

/* What @promisor owes to a state that is named but never a member who is owed. */
static void
add_outsider (FoedForce    *self,
              const Member *promisor,
              FoedSpan      within,
              FoedOwing     owing)
{
  g_autoptr (GArray) spans = foed_spans_new ();

  for (guint i = 0; i < promisor->owes->len; i++)
    foed_spans_add (spans, g_array_index (promisor->owes, FoedSpan, i));

  remove_rests (self, spans, promisor->state, owing.beneficiary);
  add_owings (self, spans, within, owing);
}

static void
add_promisor (FoedForce         *self,
              guint              promisor,
              const char *const *beneficiaries,
              FoedSpan           within,
              FoedOwing          owing)
{
  const Member *members = (const Member *) (gpointer) self->members->data;

  owing.promisor = members[promisor].state;

  for (guint i = 0; i < self->members->len; i++)
    {
      owing.beneficiary = members[i].state;

      if (i != promisor && members[i].may_be_owed &&
          (beneficiaries == NULL || contains (beneficiaries, owing.beneficiary)))
        add_owings (self, get_pair (self, promisor, i), within, owing);
    }

  for (guint i = 0; beneficiaries != NULL && beneficiaries[i] != NULL; i++)
    {
      gpointer position = NULL;

      owing.beneficiary = beneficiaries[i];

      if (g_str_equal (owing.promisor, owing.beneficiary) || g_strv_contains (beneficiaries + i + 1, beneficiaries[i]))
        continue;

      if (!g_hash_table_lookup_extended (self->member_positions, owing.beneficiary, NULL, &position) ||
          !members[GPOINTER_TO_UINT (position)].may_be_owed)
        add_outsider (self, &members[promisor], within, owing);
    }
}

static gboolean
is_owed_at_all (FoedRecord *obligation)
{
  const FoedTerm *presence = foed_record_get_term (obligation, FOED_FIELD_PRESENCE);

  return presence == NULL || g_str_equal (presence->nick, "stated") || g_str_equal (presence->nick, "implied");
}

static void
add_obligation (FoedForce  *self,
                FoedRecord *obligation)
{
  const Standing *standing = g_hash_table_lookup (self->standings, foed_record_get_id (obligation));
  const char *const *promisors = foed_record_get_references (obligation, FOED_FIELD_PROMISORS);
  const char *const *beneficiaries = foed_record_get_references (obligation, FOED_FIELD_BENEFICIARIES);
  FoedSpan within = self->reading == FOED_READING_CERTAIN ? standing->certain : standing->recorded;
  FoedOwing owing = { foed_record_get_id (obligation), NULL, NULL, FOED_DAY_FIRST, FOED_DAY_LAST };

  if (foed_span_is_empty (within) || !is_owed_at_all (obligation))
    return;

  for (guint i = 0; i < self->members->len; i++)
    if (!is_given (promisors) || contains (promisors, g_array_index (self->members, Member, i).state))
      add_promisor (self, i, is_given (beneficiaries) ? beneficiaries : NULL, within, owing);
}

/* The dates of a clause and all under it. */
static void
add_clause_periods (FoedForce  *self,
                    FoedRecord *record,
                    Standing    whole)
{
  FoedRecordKind kind = foed_record_get_kind (record);
  Standing standing;

  if (kind != FOED_RECORD_CLAUSE && kind != FOED_RECORD_OBLIGATION)
    return;

  standing = add_period (self, record, get_own_standing (record), whole);

  for (guint i = 0; i < foed_record_get_n_children (record); i++)
    add_clause_periods (self, foed_record_get_child (record, i), standing);
}

static void
add_instrument_periods (FoedForce  *self,
                        FoedRecord *instrument,
                        Standing    whole)
{
  Standing standing = add_period (self, instrument, get_instrument_standing (instrument), whole);

  for (guint i = 0; i < foed_record_get_n_children (instrument); i++)
    add_clause_periods (self, foed_record_get_child (instrument, i), standing);
}

static void
add_record_periods (FoedForce  *self,
                    FoedRecord *record,
                    Standing    whole)
{
  switch ((guint) foed_record_get_kind (record))
    {
    case FOED_RECORD_INSTRUMENT:
      add_instrument_periods (self, record, whole);
      break;

    case FOED_RECORD_PARTY:
      add_party (self, record, add_period (self, record, get_own_standing (record), whole));
      break;

    case FOED_RECORD_SUSPENSION:
      add_suspension (self, record, add_period (self, record, get_own_standing (record), whole));
      break;

    default:
      add_period (self, record, get_following_standing (self, record), whole);
      break;
    }
}

/* What may be named comes before what may name it. */
static void
add_periods (FoedForce *self)
{
  static const FoedRecordKind kinds[] = {
    FOED_RECORD_INSTRUMENT, FOED_RECORD_PARTY,  FOED_RECORD_SUSPENSION,
    FOED_RECORD_MECHANISM,  FOED_RECORD_IMPACT, FOED_RECORD_ENFORCEMENT,
  };
  Standing whole = add_period (self, self->alliance, get_own_standing (self->alliance), always);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint j = 0; j < foed_record_get_n_children (self->alliance); j++)
      {
        FoedRecord *child = foed_record_get_child (self->alliance, j);

        if (foed_record_get_kind (child) == kinds[i])
          add_record_periods (self, child, whole);
      }
}

static void
add_obligations_under (FoedForce  *self,
                       FoedRecord *record)
{
  for (guint i = 0; i < foed_record_get_n_children (record); i++)
    {
      FoedRecord *child = foed_record_get_child (record, i);
      FoedRecordKind kind = foed_record_get_kind (child);

      if (kind == FOED_RECORD_OBLIGATION)
        add_obligation (self, child);
      else if (kind == FOED_RECORD_INSTRUMENT || kind == FOED_RECORD_CLAUSE)
        add_obligations_under (self, child);
    }
}

static void
clear_pairs (FoedForce *self)
{
  for (guint i = 0; self->pairs != NULL && i < self->members->len * self->members->len; i++)
    g_clear_pointer (&self->pairs[i], g_array_unref);

  g_clear_pointer (&self->pairs, g_free);
}

/**
 * foed_force_new:
 * @alliance: a record of kind %FOED_RECORD_ALLIANCE with everything under it
 * @reading: how to take vague dates when working out who owes whom
 *
 * Works out when everything in @alliance is in force.
 *
 * Returns: (transfer full): the answer; it keeps @alliance
 */
FoedForce *
foed_force_new (FoedRecord  *alliance,
                FoedReading  reading)
{
  FoedForce *self;

  g_return_val_if_fail (FOED_IS_RECORD (alliance), NULL);
  g_return_val_if_fail (foed_record_get_kind (alliance) == FOED_RECORD_ALLIANCE, NULL);

  self = g_new0 (FoedForce, 1);
  self->alliance = g_object_ref (alliance);
  self->reading = reading;
  self->periods = g_array_new (FALSE, FALSE, sizeof (FoedPeriod));
  self->owings = g_array_new (FALSE, FALSE, sizeof (FoedOwing));
  self->standings = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->period_positions = g_hash_table_new (g_str_hash, g_str_equal);
  self->members = g_array_new (FALSE, FALSE, sizeof (Member));
  g_array_set_clear_func (self->members, member_clear);
  self->member_positions = g_hash_table_new (g_str_hash, g_str_equal);
  self->rests = g_array_new (FALSE, FALSE, sizeof (Rest));

  add_periods (self);
  self->pairs = g_new0 (GArray *, self->members->len * self->members->len);
  add_obligations_under (self, alliance);
  clear_pairs (self);

  return self;
}

/**
 * foed_force_free:
 * @self: (transfer full): an answer
 *
 * Frees @self and all that was read from it.
 */
void
foed_force_free (FoedForce *self)
{
  g_return_if_fail (self != NULL);

  clear_pairs (self);
  g_clear_pointer (&self->standings, g_hash_table_unref);
  g_clear_pointer (&self->period_positions, g_hash_table_unref);
  g_clear_pointer (&self->member_positions, g_hash_table_unref);
  g_clear_pointer (&self->members, g_array_unref);
  g_clear_pointer (&self->rests, g_array_unref);
  g_clear_pointer (&self->periods, g_array_unref);
  g_clear_pointer (&self->owings, g_array_unref);
  g_clear_object (&self->alliance);
  g_free (self);
}

/**
 * foed_force_get_periods:
 * @self: an answer
 * @n_periods: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_periods): when each record is in force, at most one period a record
 */
const FoedPeriod *
foed_force_get_periods (FoedForce *self,
                        guint     *n_periods)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_periods != NULL, NULL);

  *n_periods = self->periods->len;

  return (const FoedPeriod *) (gpointer) self->periods->data;
}

/**
 * foed_force_find_period:
 * @self: an answer
 * @record: the id of a record of the alliance
 *
 * Returns: (transfer none) (nullable): when it is in force, or %NULL where it never is
 */
const FoedPeriod *
foed_force_find_period (FoedForce  *self,
                        const char *record)
{
  gpointer position;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (record != NULL, NULL);

  if (!g_hash_table_lookup_extended (self->period_positions, record, NULL, &position))
    return NULL;

  return &g_array_index (self->periods, FoedPeriod, GPOINTER_TO_UINT (position));
}

/**
 * foed_force_get_owings:
 * @self: an answer
 * @n_owings: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_owings): who owes what to whom when
 */
const FoedOwing *
foed_force_get_owings (FoedForce *self,
                       guint     *n_owings)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_owings != NULL, NULL);

  *n_owings = self->owings->len;

  return (const FoedOwing *) (gpointer) self->owings->data;
}
