/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-boundaries"

#include "config.h"

#include "model/foed-force.h"
#include "test-library.h"

/* Every day on which something in the bundled library begins or ends, and the days beside it, by plain logic that shares
 * nothing with the library's. */

static GPtrArray *bundled;

/* One alliance, laid out so that a day can be looked at without any of the library's rules. */
typedef struct
{
  FoedRecord *alliance;
  GPtrArray  *states;        /* ids */
  GPtrArray  *chains;        /* one GPtrArray for each obligation: alliance, instrument, clauses, obligation */
  GHashTable *timed;         /* of id to such a chain, for every record that stands in time */
  GPtrArray  *spells;
  GPtrArray  *suspensions;
  GArray     *days;
} Plain;

static gboolean
has_begun (FoedRecord *record,
           FoedDay     day)
{
  const FoedDate *begin = foed_record_get_date (record, FOED_FIELD_BEGIN);

  if (foed_record_get_kind (record) == FOED_RECORD_INSTRUMENT && begin == NULL &&
      foed_record_has_value (record, FOED_FIELD_SIGNED))
    {
      const FoedTerm *legal_force = foed_record_get_term (record, FOED_FIELD_FORCE);

      if (legal_force == NULL || g_strcmp0 (legal_force->nick, "political") != 0)
        return FALSE;

      begin = foed_record_get_date (record, FOED_FIELD_SIGNED);
    }

  return begin == NULL || day >= foed_date_get_first_day (begin);
}

static gboolean
goes_on (FoedRecord *record,
         FoedDay     day)
{
  const FoedDate *end = foed_record_get_date (record, FOED_FIELD_END);

  return end == NULL || day <= foed_date_get_last_day (end);
}

static gboolean
holds (FoedRecord *record,
       FoedDay     day)
{
  return has_begun (record, day) && goes_on (record, day);
}

static gboolean
lists (FoedRecord *record,
       FoedField   field,
       const char *id)
{
  const char *const *ids = foed_record_get_references (record, field);

  return ids != NULL && g_strv_contains (ids, id);
}

static gboolean
is_empty (FoedRecord *record,
          FoedField   field)
{
  const char *const *ids = foed_record_get_references (record, field);

  return ids == NULL || ids[0] == NULL;
}

/* Whether @state has one of two roles on @day, or at any time where @day is 0. */
static gboolean
has_role (const Plain *plain,
          const char  *state,
          const char  *role,
          const char  *other_role,
          FoedDay      day)
{
  for (guint i = 0; i < plain->spells->len; i++)
    {
      FoedRecord *spell = g_ptr_array_index (plain->spells, i);
      const char *nick = foed_record_get_term (spell, FOED_FIELD_ROLE)->nick;

      if (g_str_equal (foed_record_get_reference (spell, FOED_FIELD_STATE), state) &&
          (g_str_equal (nick, role) || g_str_equal (nick, other_role)) &&
          (day == 0 || (holds (spell, day) && holds (plain->alliance, day))))
        return TRUE;
    }

  return FALSE;
}

static gboolean
rests (const Plain *plain,
       const char  *promisor,
       const char  *beneficiary,
       FoedDay      day)
{
  for (guint i = 0; i < plain->suspensions->len; i++)
    {
      FoedRecord *suspension = g_ptr_array_index (plain->suspensions, i);

      if (!holds (suspension, day))
        continue;

      if (is_empty (suspension, FOED_FIELD_TOWARDS)
            ? lists (suspension, FOED_FIELD_STATES, promisor) || lists (suspension, FOED_FIELD_STATES, beneficiary)
            : lists (suspension, FOED_FIELD_STATES, promisor) && lists (suspension, FOED_FIELD_TOWARDS, beneficiary))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_in_force (GPtrArray *chain,
             FoedDay    day)
{
  FoedRecord *obligation = g_ptr_array_index (chain, chain->len - 1);
  const FoedTerm *presence = foed_record_get_term (obligation, FOED_FIELD_PRESENCE);

  for (guint i = 0; i < chain->len; i++)
    if (!holds (g_ptr_array_index (chain, i), day))
      return FALSE;

  return presence == NULL || g_str_equal (presence->nick, "stated") || g_str_equal (presence->nick, "implied");
}

/* Where the two states can owe each other at all on @day, is told by the caller. */
static gboolean
covers (FoedRecord *obligation,
        const char *promisor,
        const char *beneficiary)
{
  return (is_empty (obligation, FOED_FIELD_PROMISORS) || lists (obligation, FOED_FIELD_PROMISORS, promisor)) &&
         (is_empty (obligation, FOED_FIELD_BENEFICIARIES) ||
          lists (obligation, FOED_FIELD_BENEFICIARIES, beneficiary));
}

static void
note_state (Plain      *plain,
            const char *state)
{
  if (!g_ptr_array_find_with_equal_func (plain->states, state, g_str_equal, NULL))
    g_ptr_array_add (plain->states, (gpointer) state);
}

static void
note_date (Plain      *plain,
           FoedRecord *record,
           FoedField   field)
{
  const FoedDate *date = foed_record_get_date (record, field);

  for (int shift = -1; date != NULL && shift <= 1; shift++)
    {
      FoedDay first = foed_date_get_first_day (date) + shift;
      FoedDay last = foed_date_get_last_day (date) + shift;

      g_array_append_val (plain->days, first);
      g_array_append_val (plain->days, last);
    }
}

/* Whether a record of the kind is in force at some time and not at another. */
static gboolean
is_timed (FoedRecordKind kind)
{
  static const FoedRecordKind kinds[] = {
    FOED_RECORD_ALLIANCE, FOED_RECORD_INSTRUMENT, FOED_RECORD_CLAUSE,     FOED_RECORD_PARTY,
    FOED_RECORD_MECHANISM, FOED_RECORD_IMPACT,    FOED_RECORD_SUSPENSION, FOED_RECORD_ENFORCEMENT,
    FOED_RECORD_OBLIGATION,
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i] == kind)
      return TRUE;

  return FALSE;
}

static void
lay_out (Plain      *plain,
         FoedRecord *record,
         GPtrArray  *chain)
{
  g_ptr_array_add (chain, record);

  if (is_timed (foed_record_get_kind (record)))
    {
      g_hash_table_insert (plain->timed, (gpointer) foed_record_get_id (record), g_ptr_array_copy (chain, NULL, NULL));
      note_date (plain, record, FOED_FIELD_BEGIN);
      note_date (plain, record, FOED_FIELD_END);
    }

  if (foed_record_get_kind (record) == FOED_RECORD_INSTRUMENT)
    note_date (plain, record, FOED_FIELD_SIGNED);

  if (foed_record_get_kind (record) == FOED_RECORD_PARTY)
    {
      g_ptr_array_add (plain->spells, record);
      note_state (plain, foed_record_get_reference (record, FOED_FIELD_STATE));
    }
  else if (foed_record_get_kind (record) == FOED_RECORD_SUSPENSION)
    {
      g_ptr_array_add (plain->suspensions, record);
    }
  else if (foed_record_get_kind (record) == FOED_RECORD_OBLIGATION)
    {
      const char *const *named = foed_record_get_references (record, FOED_FIELD_BENEFICIARIES);

      g_ptr_array_add (plain->chains, g_ptr_array_copy (chain, NULL, NULL));

      for (guint i = 0; named != NULL && named[i] != NULL; i++)
        note_state (plain, named[i]);
    }

  for (guint i = 0; i < foed_record_get_n_children (record); i++)
    lay_out (plain, foed_record_get_child (record, i), chain);

  g_ptr_array_set_size (chain, chain->len - 1);
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  FoedDay left = *(const FoedDay *) a;
  FoedDay right = *(const FoedDay *) b;

  return left < right ? -1 : left > right;
}

static void
plain_init (Plain      *plain,
            FoedRecord *alliance)
{
  g_autoptr (GPtrArray) chain = g_ptr_array_new ();

  plain->alliance = alliance;
  plain->states = g_ptr_array_new ();
  plain->chains = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  plain->timed = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  plain->spells = g_ptr_array_new ();
  plain->suspensions = g_ptr_array_new ();
  plain->days = g_array_new (FALSE, FALSE, sizeof (FoedDay));
  lay_out (plain, alliance, chain);
  g_array_sort (plain->days, compare_days);
}

static void
plain_clear (Plain *plain)
{
  g_ptr_array_unref (plain->states);
  g_ptr_array_unref (plain->chains);
  g_hash_table_unref (plain->timed);
  g_ptr_array_unref (plain->spells);
  g_ptr_array_unref (plain->suspensions);
  g_array_unref (plain->days);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Plain, plain_clear)

static char *
make_key (const char *obligation,
          const char *promisor,
          const char *beneficiary)
{
  return g_strdup_printf ("%s %s>%s", obligation, promisor, beneficiary);
}

/* What is owed on @day by plain logic. */
static GHashTable *
list_plain_owings (const Plain *plain,
                   FoedDay      day)
{
  GHashTable *owings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) promisors = g_ptr_array_new ();

  for (guint i = 0; i < plain->states->len; i++)
    if (has_role (plain, g_ptr_array_index (plain->states, i), "party", "guarantor", day))
      g_ptr_array_add (promisors, g_ptr_array_index (plain->states, i));

  for (guint b = 0; b < plain->states->len; b++)
    {
      const char *beneficiary = g_ptr_array_index (plain->states, b);
      gboolean is_owed = has_role (plain, beneficiary, "party", "protected", day);
      gboolean is_stranger = !has_role (plain, beneficiary, "party", "protected", 0);

      for (guint p = 0; (is_owed || is_stranger) && p < promisors->len; p++)
        {
          const char *promisor = g_ptr_array_index (promisors, p);

          if (g_str_equal (promisor, beneficiary) || rests (plain, promisor, beneficiary, day))
            continue;

          for (guint o = 0; o < plain->chains->len; o++)
            {
              GPtrArray *chain = g_ptr_array_index (plain->chains, o);
              FoedRecord *obligation = g_ptr_array_index (chain, chain->len - 1);

              if (is_in_force (chain, day) && covers (obligation, promisor, beneficiary) &&
                  (is_owed || lists (obligation, FOED_FIELD_BENEFICIARIES, beneficiary)))
                g_hash_table_add (owings, make_key (foed_record_get_id (obligation), promisor, beneficiary));
            }
        }
    }

  return owings;
}

/* Whether one end of @record lies on the right side of @day: its own, else those of all that it names, else the
 * alliance's. What stands in an instrument needs all that it stands in. */
static gboolean
is_beyond (const Plain *plain,
           const char  *id,
           FoedDay      day,
           FoedField    end,
           gboolean   (*test) (FoedRecord *record, FoedDay day))
{
  static const FoedField names[] = {
    FOED_FIELD_OBLIGATION, FOED_FIELD_MECHANISM, FOED_FIELD_CLAUSE, FOED_FIELD_INSTRUMENT,
  };
  GPtrArray *chain = g_hash_table_lookup (plain->timed, id);
  FoedRecord *record = g_ptr_array_index (chain, chain->len - 1);
  FoedRecordKind kind = foed_record_get_kind (record);

  for (guint i = 0; i < chain->len; i++)
    if (!test (g_ptr_array_index (chain, i), day))
      return FALSE;

  if ((kind != FOED_RECORD_MECHANISM && kind != FOED_RECORD_IMPACT && kind != FOED_RECORD_ENFORCEMENT) ||
      foed_record_has_value (record, end))
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *named = foed_record_get_reference (record, names[i]);

      if (named != NULL && !is_beyond (plain, named, day, end, test))
        return FALSE;
    }

  return TRUE;
}

/* Every record that stands in time is in force on @day by the engine just where plain logic says so. */
static void
compare_records (const Plain *plain,
                 FoedForce   *force,
                 FoedDay      day)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, plain->timed);

  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      const FoedPeriod *period = foed_force_find_period (force, id);
      gboolean holds_by_engine = period != NULL && period->first_day <= day && day <= period->last_day;
      gboolean holds_by_logic = is_beyond (plain, id, day, FOED_FIELD_BEGIN, has_begun) &&
                                is_beyond (plain, id, day, FOED_FIELD_END, goes_on);

      if (holds_by_engine != holds_by_logic)
        g_error ("%s on day %d: %s", (const char *) id, day, holds_by_engine ? "in force" : "not in force");
    }
}

/* How much of what is owed on @day by one reading is recorded, and how much is not. */
static void
count_owings (FoedForce  *force,
              GHashTable *recorded,
              FoedDay     day,
              guint      *n_recorded,
              guint      *n_others)
{
  guint n_owings;
  const FoedOwing *owings = foed_force_get_owings (force, &n_owings);

  *n_recorded = 0;
  *n_others = 0;

  for (guint i = 0; i < n_owings; i++)
    {
      g_autofree char *key = NULL;

      if (day < owings[i].first_day || owings[i].last_day < day)
        continue;

      key = make_key (owings[i].obligation, owings[i].promisor, owings[i].beneficiary);

      if (g_hash_table_contains (recorded, key))
        (*n_recorded)++;
      else
        (*n_others)++;
    }
}

/* What is certain is recorded, and what is recorded is at least possible. */
static void
compare_readings (FoedForce  *certain,
                  FoedForce  *possible,
                  GHashTable *recorded,
                  FoedDay     day)
{
  guint n_recorded, n_others;

  count_owings (certain, recorded, day, &n_recorded, &n_others);
  g_assert_cmpuint (n_others, ==, 0);
  count_owings (possible, recorded, day, &n_recorded, &n_others);
  g_assert_cmpuint (n_recorded, ==, g_hash_table_size (recorded));
}

static void
check_boundaries (FoedRecord *alliance)
{
  g_auto (Plain) plain = { 0 };
  g_autoptr (FoedForce) force = foed_force_new (alliance, FOED_READING_RECORDED);
  g_autoptr (FoedForce) certain = foed_force_new (alliance, FOED_READING_CERTAIN);
  g_autoptr (FoedForce) possible = foed_force_new (alliance, FOED_READING_POSSIBLE);
  FoedDay last = 0;
  guint n_days = 0;

  plain_init (&plain, alliance);

  for (guint i = 0; i < plain.days->len; i++)
    {
      FoedDay day = g_array_index (plain.days, FoedDay, i);
      g_autoptr (GHashTable) expected = NULL;
      guint n_recorded, n_others;

      if (day == last)
        continue;

      expected = list_plain_owings (&plain, day);
      count_owings (force, expected, day, &n_recorded, &n_others);
      g_assert_cmpuint (n_others, ==, 0);
      g_assert_cmpuint (n_recorded, ==, g_hash_table_size (expected));
      compare_records (&plain, force, day);
      compare_readings (certain, possible, expected, day);
      last = day;
      n_days++;
    }

  g_test_message ("%s: %u days", foed_record_get_id (alliance), n_days);
  g_assert_cmpuint (n_days, >, 8);
}

/* On the day before, on and after every date in every bundled alliance. */
static void
test_boundaries (void)
{
  guint n_alliances = 0;

  for (guint i = 0; i < bundled->len; i++)
    if (foed_record_get_kind (g_ptr_array_index (bundled, i)) == FOED_RECORD_ALLIANCE)
      {
        check_boundaries (g_ptr_array_index (bundled, i));
        n_alliances++;
      }

  g_assert_cmpuint (n_alliances, >=, 12);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  bundled = test_library_load_bundled (FOEDERA_LIBRARY_DIR);
  g_test_add_func ("/boundaries", test_boundaries);

  status = g_test_run ();
  g_ptr_array_unref (bundled);

  return status;
}
