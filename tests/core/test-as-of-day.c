/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-as-of-day"

#include "config.h"

#include "analysis/foed-as-of-day.h"
#include "model/foed-force.h"
#include "test-library.h"
#include "test-records.h"

static GPtrArray *bundled;

static FoedRecord *
get_alliance (const char *id)
{
  for (guint i = 0; i < bundled->len; i++)
    if (g_str_equal (foed_record_get_id (g_ptr_array_index (bundled, i)), id))
      return g_ptr_array_index (bundled, i);

  g_error ("There is no alliance “%s”.", id);
}

/* ---- Facts that everybody knows ---- */

typedef struct
{
  const char    *alliance;
  const char    *state;
  const char    *day;
  FoedCertainty  certainty;
  FoedStanding   standing;
} PartyFact;

static const PartyFact party_facts[] = {
  { "nato", "united-states", "1949-08-23", FOED_CERTAINTY_NO, FOED_STANDING_NOT_YET },
  { "nato", "united-states", "1949-08-24", FOED_CERTAINTY_YES, FOED_STANDING_IN_FORCE },
  { "nato", "turkey", "1952-02-17", FOED_CERTAINTY_NO, FOED_STANDING_NOT_YET },
  { "nato", "turkey", "1952-02-18", FOED_CERTAINTY_YES, FOED_STANDING_IN_FORCE },
  { "nato", "west-germany", "1955-05-05", FOED_CERTAINTY_NO, FOED_STANDING_NOT_YET },
  { "nato", "west-germany", "1955-05-06", FOED_CERTAINTY_YES, FOED_STANDING_IN_FORCE },
  { "nato", "west-germany", "1990-10-02", FOED_CERTAINTY_YES, FOED_STANDING_IN_FORCE },
  { "nato", "west-germany", "1990-10-03", FOED_CERTAINTY_NO, FOED_STANDING_ENDED },
  { "nato", "germany", "1990-10-03", FOED_CERTAINTY_YES, FOED_STANDING_IN_FORCE },
  { "nato", "poland", "1999-03-11", FOED_CERTAINTY_NO, FOED_STANDING_NOT_YET },
  { "nato", "poland", "1999-03-12", FOED_CERTAINTY_YES, FOED_STANDING_IN_FORCE },
  { "nato", "sweden", "2024-03-06", FOED_CERTAINTY_NO, FOED_STANDING_NOT_YET },
  { "nato", "sweden", "2024-03-07", FOED_CERTAINTY_YES, FOED_STANDING_IN_FORCE },
  { "warsaw-pact", "albania", "1955-06-05", FOED_CERTAINTY_YES, FOED_STANDING_IN_FORCE },
  { "warsaw-pact", "albania", "1968-09-12", FOED_CERTAINTY_YES, FOED_STANDING_IN_FORCE },
  { "warsaw-pact", "albania", "1968-09-13", FOED_CERTAINTY_NO, FOED_STANDING_ENDED },
  { "warsaw-pact", "czechoslovakia", "1991-07-01", FOED_CERTAINTY_YES, FOED_STANDING_IN_FORCE },
  { "warsaw-pact", "czechoslovakia", "1991-07-02", FOED_CERTAINTY_NO, FOED_STANDING_ENDED },
  { "csto", "uzbekistan", "1999-04-20", FOED_CERTAINTY_YES, FOED_STANDING_IN_FORCE },
  { "csto", "uzbekistan", "1999-04-21", FOED_CERTAINTY_NO, FOED_STANDING_AWAY },
  { "csto", "uzbekistan", "2006-08-15", FOED_CERTAINTY_NO, FOED_STANDING_AWAY },
  { "csto", "uzbekistan", "2006-08-16", FOED_CERTAINTY_YES, FOED_STANDING_IN_FORCE },
  { "csto", "uzbekistan", "2012-12-20", FOED_CERTAINTY_NO, FOED_STANDING_ENDED },
  { "csto", "armenia", "2023-06-01", FOED_CERTAINTY_YES, FOED_STANDING_IN_FORCE },
  { "csto", "armenia", "2024-06-01", FOED_CERTAINTY_YES, FOED_STANDING_SUSPENDED },
  { "rio-treaty", "cuba", "1962-01-30", FOED_CERTAINTY_YES, FOED_STANDING_IN_FORCE },
  { "rio-treaty", "cuba", "1962-01-31", FOED_CERTAINTY_YES, FOED_STANDING_SUSPENDED },
  { "teu-42-7", "united-kingdom", "2020-01-31", FOED_CERTAINTY_YES, FOED_STANDING_IN_FORCE },
  { "teu-42-7", "united-kingdom", "2020-02-01", FOED_CERTAINTY_NO, FOED_STANDING_ENDED },
  { "triple-alliance", "italy", "1915-05-23", FOED_CERTAINTY_YES, FOED_STANDING_IN_FORCE },
  { "triple-alliance", "italy", "1915-05-24", FOED_CERTAINTY_NO, FOED_STANDING_ENDED },
  { "anzus", "new-zealand", "1990-01-01", FOED_CERTAINTY_YES, FOED_STANDING_IN_FORCE },
  { "dual-alliance", "germany", "1879-09-30", FOED_CERTAINTY_NO, FOED_STANDING_NOT_YET },
  { "dual-alliance", "germany", "1879-10-15", FOED_CERTAINTY_UNCERTAIN, FOED_STANDING_IN_FORCE },
  { "dual-alliance", "germany", "1879-10-31", FOED_CERTAINTY_YES, FOED_STANDING_IN_FORCE },
  { "ukusa", "australia", "1956-06-01", FOED_CERTAINTY_UNCERTAIN, FOED_STANDING_IN_FORCE },
};

static void
test_known_parties (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (party_facts); i++)
    {
      const PartyFact *fact = &party_facts[i];
      g_autoptr (FoedAsOfDay) answer = foed_as_of_day_new (get_alliance (fact->alliance), test_day (fact->day));
      const FoedPartyOnDay *party = foed_as_of_day_find_party (answer, fact->state);

      g_assert_nonnull (party);

      if (party->certainty != fact->certainty || party->standing != fact->standing)
        g_error ("%s in %s on %s: certainty %d, standing %d", fact->state, fact->alliance, fact->day,
                 party->certainty, party->standing);
    }
}

typedef struct
{
  const char    *alliance;
  const char    *kind;
  const char    *promisor;
  const char    *beneficiary;
  const char    *day;
  FoedCertainty  certainty;
} DutyFact;

static const DutyFact duty_facts[] = {
  { "franco-russian-alliance", "defence", "russia", "france", "1914-08-01", FOED_CERTAINTY_YES },
  { "franco-russian-alliance", "defence", "france", "russia", "1914-08-01", FOED_CERTAINTY_YES },
  { "franco-russian-alliance", "defence", "russia", "france", "1894-01-03", FOED_CERTAINTY_NO },
  { "franco-russian-alliance", "defence", "russia", "france", "1894-01-04", FOED_CERTAINTY_YES },
  { "franco-russian-alliance", "defence", "russia", "france", "1917-11-08", FOED_CERTAINTY_YES },
  { "franco-russian-alliance", "defence", "russia", "france", "1917-11-09", FOED_CERTAINTY_NO },
  { "dual-alliance", "defence", "germany", "austria-hungary", "1914-08-01", FOED_CERTAINTY_YES },
  { "triple-alliance", "defence", "italy", "germany", "1914-08-01", FOED_CERTAINTY_YES },
  { "triple-alliance", "defence", "italy", "germany", "1915-05-24", FOED_CERTAINTY_NO },
  { "nato", "defence", "united-states", "west-germany", "1955-05-05", FOED_CERTAINTY_NO },
  { "nato", "defence", "united-states", "west-germany", "1955-05-06", FOED_CERTAINTY_YES },
  { "nato", "defence", "united-states", "ukraine", "2022-02-24", FOED_CERTAINTY_NO },
  { "nato", "defence", "united-states", "finland", "2023-04-03", FOED_CERTAINTY_NO },
  { "nato", "defence", "united-states", "finland", "2023-04-04", FOED_CERTAINTY_YES },
  { "warsaw-pact", "defence", "soviet-union", "albania", "1968-09-13", FOED_CERTAINTY_NO },
  { "anzus", "defence", "united-states", "new-zealand", "1986-08-10", FOED_CERTAINTY_YES },
  { "anzus", "defence", "united-states", "new-zealand", "1986-08-11", FOED_CERTAINTY_NO },
  { "anzus", "defence", "new-zealand", "united-states", "1986-08-11", FOED_CERTAINTY_YES },
  { "anzus", "defence", "australia", "new-zealand", "1986-08-11", FOED_CERTAINTY_YES },
  { "anzus", "defence", "united-states", "australia", "1986-08-11", FOED_CERTAINTY_YES },
  { "csto", "defence", "russia", "uzbekistan", "1999-04-20", FOED_CERTAINTY_YES },
  { "csto", "defence", "russia", "uzbekistan", "1999-04-21", FOED_CERTAINTY_NO },
  { "csto", "defence", "russia", "uzbekistan", "2006-08-16", FOED_CERTAINTY_YES },
  { "csto", "defence", "russia", "uzbekistan", "2012-12-20", FOED_CERTAINTY_NO },
  { "rio-treaty", "defence", "united-states", "cuba", "1962-01-30", FOED_CERTAINTY_YES },
  { "rio-treaty", "defence", "united-states", "cuba", "1962-01-31", FOED_CERTAINTY_NO },
  { "teu-42-7", "defence", "united-kingdom", "france", "2020-01-31", FOED_CERTAINTY_YES },
  { "teu-42-7", "defence", "united-kingdom", "france", "2020-02-01", FOED_CERTAINTY_NO },
  { "teu-42-7", "defence", "germany", "france", "2015-11-17", FOED_CERTAINTY_YES },
  { "us-japan", "defence", "united-states", "japan", "1970-01-01", FOED_CERTAINTY_YES },
};

static const char *
get_kind (FoedRecord *alliance,
          const char *obligation)
{
  return foed_record_get_term (foed_record_find (alliance, obligation), FOED_FIELD_KIND)->nick;
}

static void
test_known_duties (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (duty_facts); i++)
    {
      const DutyFact *fact = &duty_facts[i];
      FoedRecord *alliance = get_alliance (fact->alliance);
      g_autoptr (FoedAsOfDay) answer = foed_as_of_day_new (alliance, test_day (fact->day));
      FoedCertainty certainty = FOED_CERTAINTY_NO;
      guint n_owings;
      const FoedOwingOnDay *owings = foed_as_of_day_get_owings (answer, &n_owings);

      for (guint j = 0; j < n_owings; j++)
        if (g_str_equal (owings[j].promisor, fact->promisor) &&
            g_str_equal (owings[j].beneficiary, fact->beneficiary) &&
            g_str_equal (get_kind (alliance, owings[j].obligation), fact->kind))
          certainty = MAX (certainty, owings[j].certainty);

      if (certainty != fact->certainty)
        g_error ("%s owes %s %s by %s on %s: certainty %d", fact->promisor, fact->beneficiary, fact->kind,
                 fact->alliance, fact->day, certainty);
    }
}

/* ---- Why something is not in force ---- */

static const char reasons[] =
  "<alliance id='x' begin='1900-01-01' end='1950-12-31'><title>X</title>"
  "<instrument id='x.signed' form='treaty' signed='1899-01-01'><title>S</title></instrument>"
  "<instrument id='x.late' form='treaty' begin='1960-01-01'><title>L</title></instrument>"
  "<instrument id='x.t' form='treaty' begin='1900-01-01'><title>T</title>"
  "<clause id='x.t.1' kind='article' number='1'>"
  "<obligation id='x.t.1.defence' kind='defence'/>"
  "<obligation id='x.t.1.silent' kind='offence' presence='silent'/>"
  "<obligation id='x.t.1.stranger' kind='consultation' promisors='z'/>"
  "<obligation id='x.t.1.old' kind='neutrality' end='1910'/>"
  "<obligation id='x.t.1.b' kind='military-aid' promisors='b'/></clause></instrument>"
  "<party id='x.a' state='a' role='party' begin='1900-01-01'/>"
  "<party id='x.b' state='b' role='party' begin='1900-01-01'/>"
  "<party id='x.o' state='o' role='observer' begin='1905' end='1905'/>"
  "<suspension id='x.s' states='b' begin='1930-01-01' end='1931'/>"
  "<mechanism id='x.m' kind='bases' basis='text' presence='silent'><title>M</title></mechanism></alliance>";

static void
assert_standing (const char    *day,
                 const char    *id,
                 FoedCertainty  certainty,
                 FoedStanding   standing)
{
  g_autoptr (FoedRecord) alliance = test_records_parse_one (reasons);
  g_autoptr (FoedAsOfDay) answer = foed_as_of_day_new (alliance, test_day (day));
  const FoedRecordOnDay *record = foed_as_of_day_find_record (answer, id);

  g_assert_nonnull (record);

  if (record->certainty != certainty || record->standing != standing)
    g_error ("%s on %s: certainty %d, standing %d", id, day, record->certainty, record->standing);
}

static void
test_reasons (void)
{
  assert_standing ("1899-12-31", "x", FOED_CERTAINTY_NO, FOED_STANDING_NOT_YET);
  assert_standing ("1950-12-31", "x", FOED_CERTAINTY_YES, FOED_STANDING_IN_FORCE);
  assert_standing ("1951-01-01", "x", FOED_CERTAINTY_NO, FOED_STANDING_ENDED);
  assert_standing ("1920-01-01", "x.signed", FOED_CERTAINTY_NO, FOED_STANDING_NEVER);
  assert_standing ("1920-01-01", "x.late", FOED_CERTAINTY_NO, FOED_STANDING_NEVER);
  assert_standing ("1920-01-01", "x.t.1.defence", FOED_CERTAINTY_YES, FOED_STANDING_IN_FORCE);
  assert_standing ("1920-01-01", "x.t.1.silent", FOED_CERTAINTY_NO, FOED_STANDING_SILENT);
  assert_standing ("1920-01-01", "x.t.1.stranger", FOED_CERTAINTY_NO, FOED_STANDING_NOBODY);
  assert_standing ("1910-06-01", "x.t.1.old", FOED_CERTAINTY_UNCERTAIN, FOED_STANDING_IN_FORCE);
  assert_standing ("1911-01-01", "x.t.1.old", FOED_CERTAINTY_NO, FOED_STANDING_ENDED);
  assert_standing ("1930-06-01", "x.t.1.defence", FOED_CERTAINTY_NO, FOED_STANDING_SUSPENDED);
  assert_standing ("1930-06-01", "x.t.1.b", FOED_CERTAINTY_NO, FOED_STANDING_SUSPENDED);

  /* When in 1931 the duties revived is not known. */
  assert_standing ("1931-06-01", "x.t.1.defence", FOED_CERTAINTY_UNCERTAIN, FOED_STANDING_IN_FORCE);
  assert_standing ("1932-01-01", "x.t.1.defence", FOED_CERTAINTY_YES, FOED_STANDING_IN_FORCE);
  assert_standing ("1920-01-01", "x.m", FOED_CERTAINTY_NO, FOED_STANDING_SILENT);
  assert_standing ("1930-06-01", "x.s", FOED_CERTAINTY_YES, FOED_STANDING_IN_FORCE);
}

static void
test_suspension_is_named (void)
{
  FoedRecord *anzus = get_alliance ("anzus");
  g_autoptr (FoedAsOfDay) before = foed_as_of_day_new (anzus, test_day ("1986-08-10"));
  g_autoptr (FoedAsOfDay) after = foed_as_of_day_new (anzus, test_day ("1986-08-11"));

  g_assert_null (foed_as_of_day_find_party (before, "new-zealand")->suspension);
  g_assert_cmpstr (foed_as_of_day_find_party (after, "new-zealand")->suspension, ==, "anzus.suspension.new-zealand");
  g_assert_cmpstr (foed_as_of_day_find_party (after, "united-states")->suspension, ==, "anzus.suspension.new-zealand");
  g_assert_null (foed_as_of_day_find_party (after, "australia")->suspension);
  g_assert_null (foed_as_of_day_find_party (after, "japan"));
}

/* ---- Changes ---- */

static char *
describe_changes (const char *alliance,
                  const char *from,
                  const char *to)
{
  static const char *const kinds[] = {
    "alliance", "instrument", "amendment", "clause", "obligation", "party", "role", "suspension", "mechanism",
  };
  g_autoptr (GArray) changes =
    foed_as_of_day_list_changes (get_alliance (alliance), test_day (from), test_day (to));
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < changes->len; i++)
    {
      const FoedAsOfDayChange *change = &g_array_index (changes, FoedAsOfDayChange, i);
      g_autofree char *day = foed_day_to_string (change->day);

      if (change->kind != FOED_CHANGE_OF_MECHANISM)
        g_ptr_array_add (lines, g_strdup_printf ("%s %s%s %s", day, change->begins ? "+" : "-", kinds[change->kind],
                                                 foed_record_get_id (change->record)));
    }

  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("; ", (char **) lines->pdata);
}

static void
assert_changes (const char *alliance,
                const char *from,
                const char *to,
                const char *expected)
{
  g_autofree char *changes = describe_changes (alliance, from, to);

  g_assert_cmpstr (changes, ==, expected);
}

static void
test_changes (void)
{
  assert_changes ("warsaw-pact", "1968-09-11", "1968-09-12", "");
  assert_changes ("warsaw-pact", "1968-09-12", "1968-09-13", "1968-09-13 -party warsaw-pact.party.albania");
  assert_changes ("anzus", "1986-01-01", "1986-12-31", "1986-08-11 +instrument anzus.statement-1986; "
                  "1986-08-11 +suspension anzus.suspension.new-zealand");
  assert_changes ("csto", "1999-04-01", "1999-12-31",
                  "1999-04-21 -party csto.party.azerbaijan; 1999-04-21 -party csto.party.georgia; "
                  "1999-04-21 -party csto.party.uzbekistan");
  assert_changes ("csto", "2006-08-15", "2006-08-16", "2006-08-16 +party csto.party.uzbekistan.2");
  assert_changes ("teu-42-7", "2020-01-31", "2020-02-01", "2020-02-01 -party teu-42-7.party.united-kingdom");
  assert_changes ("nato", "1990-10-02", "1990-10-03",
                  "1990-10-03 -party nato.party.west-germany; 1990-10-03 +party nato.party.germany");
}

/* A state that changes its role neither leaves nor enters; one that goes on in the same does not change at all. */
static void
test_changes_of_role (void)
{
  g_autoptr (FoedRecord) alliance = test_records_parse_one (
    "<alliance id='x' begin='1900-01-01'><title>X</title>"
    "<party id='x.a' state='a' role='observer' begin='1900-01-01' end='1904-12-31'/>"
    "<party id='x.b' state='a' role='party' begin='1905-01-01' end='1909-12-31'/>"
    "<party id='x.c' state='a' role='party' begin='1910-01-01'/></alliance>");
  g_autoptr (GArray) changes = foed_as_of_day_list_changes (alliance, test_day ("1901-01-01"), test_day ("1950-01-01"));
  const FoedAsOfDayChange *change = &g_array_index (changes, FoedAsOfDayChange, 0);

  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_cmpint (change->kind, ==, FOED_CHANGE_OF_ROLE);
  g_assert_cmpint (change->day, ==, test_day ("1905-01-01"));
  g_assert_cmpstr (foed_record_get_id (change->record), ==, "x.b");
}

/* ---- Every boundary, by plain logic ---- */

/* One alliance, laid out so that a day can be looked at without any of the library's rules. */
typedef struct
{
  FoedRecord *alliance;
  GPtrArray  *states;        /* ids */
  GPtrArray  *chains;        /* one GPtrArray for each obligation: alliance, instrument, clauses, obligation */
  GPtrArray  *spells;
  GPtrArray  *suspensions;
  GArray     *days;
} Plain;

static gboolean
holds (FoedRecord *record,
       FoedDay     day)
{
  const FoedDate *begin = foed_record_get_date (record, FOED_FIELD_BEGIN);
  const FoedDate *end = foed_record_get_date (record, FOED_FIELD_END);

  if (foed_record_get_kind (record) == FOED_RECORD_INSTRUMENT && begin == NULL &&
      foed_record_has_value (record, FOED_FIELD_SIGNED))
    {
      const FoedTerm *legal_force = foed_record_get_term (record, FOED_FIELD_FORCE);

      if (legal_force == NULL || g_strcmp0 (legal_force->nick, "political") != 0)
        return FALSE;

      begin = foed_record_get_date (record, FOED_FIELD_SIGNED);
    }

  return (begin == NULL || day >= foed_date_get_first_day (begin)) &&
         (end == NULL || day <= foed_date_get_last_day (end));
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

static void
lay_out (Plain      *plain,
         FoedRecord *record,
         GPtrArray  *chain)
{
  g_ptr_array_add (chain, record);

  if (foed_record_get_kind (record) != FOED_RECORD_EVENT)
    {
      note_date (plain, record, FOED_FIELD_BEGIN);
      note_date (plain, record, FOED_FIELD_END);
    }

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

  for (guint p = 0; p < plain->states->len; p++)
    for (guint b = 0; b < plain->states->len; b++)
      {
        const char *promisor = g_ptr_array_index (plain->states, p);
        const char *beneficiary = g_ptr_array_index (plain->states, b);
        gboolean is_owed = has_role (plain, beneficiary, "party", "protected", day);
        gboolean is_stranger = !has_role (plain, beneficiary, "party", "protected", 0);

        if (p == b || !has_role (plain, promisor, "party", "guarantor", day) || !(is_owed || is_stranger) ||
            rests (plain, promisor, beneficiary, day))
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

  return owings;
}

/* What is owed on @day by the engine must be just that. */
static void
compare_owings (FoedForce  *force,
                GHashTable *expected,
                FoedDay     day)
{
  guint n_owings;
  const FoedOwing *owings = foed_force_get_owings (force, &n_owings);
  guint n_held = 0;

  for (guint i = 0; i < n_owings; i++)
    {
      g_autofree char *key = NULL;

      if (day < owings[i].first_day || owings[i].last_day < day)
        continue;

      key = make_key (owings[i].obligation, owings[i].promisor, owings[i].beneficiary);
      n_held++;

      if (!g_hash_table_contains (expected, key))
        g_error ("%s on day %d: not owed", key, day);
    }

  g_assert_cmpuint (n_held, ==, g_hash_table_size (expected));
}

/* What is certain is recorded, and what is recorded is at least possible. */
static void
compare_certainty (FoedRecord *alliance,
                   GHashTable *recorded,
                   FoedDay     day)
{
  g_autoptr (FoedAsOfDay) answer = foed_as_of_day_new (alliance, day);
  guint n_owings;
  const FoedOwingOnDay *owings = foed_as_of_day_get_owings (answer, &n_owings);
  guint n_recorded = 0;

  for (guint i = 0; i < n_owings; i++)
    {
      g_autofree char *key = make_key (owings[i].obligation, owings[i].promisor, owings[i].beneficiary);
      gboolean is_recorded = g_hash_table_contains (recorded, key);

      n_recorded += is_recorded;
      g_assert_true (is_recorded || owings[i].certainty == FOED_CERTAINTY_UNCERTAIN);
    }

  g_assert_cmpuint (n_recorded, ==, g_hash_table_size (recorded));
}

static void
check_boundaries (FoedRecord *alliance)
{
  g_auto (Plain) plain = { 0 };
  g_autoptr (FoedForce) force = foed_force_new (alliance, FOED_READING_RECORDED);
  FoedDay last = 0;
  guint n_days = 0;

  plain_init (&plain, alliance);

  for (guint i = 0; i < plain.days->len; i++)
    {
      FoedDay day = g_array_index (plain.days, FoedDay, i);
      g_autoptr (GHashTable) expected = NULL;

      if (day == last)
        continue;

      expected = list_plain_owings (&plain, day);
      compare_owings (force, expected, day);

      if (n_days % 8 == 0)
        compare_certainty (alliance, expected, day);

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

/* How many states are in the alliance on the day, observers apart. */
static char *
count_parties (FoedAsOfDay *answer)
{
  guint n_parties;
  const FoedPartyOnDay *parties = foed_as_of_day_get_parties (answer, &n_parties);
  guint n_in = 0;

  for (guint i = 0; i < n_parties; i++)
    n_in += parties[i].certainty != FOED_CERTAINTY_NO &&
            !g_str_equal (foed_record_get_term (parties[i].spell, FOED_FIELD_ROLE)->nick, "observer");

  return g_strdup_printf ("%u", n_in);
}

static void
compare_with_library (TestLibrary *test,
                      FoedRecord  *alliance,
                      FoedDay      day)
{
  const char *const ids[] = { foed_record_get_id (alliance), NULL };
  g_autoptr (FoedQuery) query = foed_query_new (FOED_LISTING_ALLIANCES);
  g_autoptr (FoedAsOfDay) answer = foed_as_of_day_new (alliance, day);
  g_autofree char *count = count_parties (answer);
  FoedCertainty certainty = foed_as_of_day_find_record (answer, ids[0])->certainty;

  test_take (&query, foed_query_with_values (query, FOED_FACET_ALLIANCE, ids));
  test_take (&query, foed_query_with_day (query, day));
  g_assert_cmpstr (test_library_list (test, query, "parties"), ==, certainty == FOED_CERTAINTY_NO ? "" : count);
  g_assert_cmpstr (test_library_list (test, query, "status"), ==,
                   certainty == FOED_CERTAINTY_NO ? "" : certainty == FOED_CERTAINTY_YES ? "in-force" : "uncertain");
}

/* The lists of the library give the same answers. */
static void
test_library_agrees (void)
{
  static const char *const days[] = {
    "1879-10-15", "1914-08-01", "1955-05-06", "1968-09-13", "1986-08-11", "2006-08-16", "2020-02-01",
  };
  g_auto (TestLibrary) test = { 0 };

  test_library_init (&test);
  test_library_put (&test, bundled);

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    for (guint j = 0; j < bundled->len; j++)
      if (foed_record_get_kind (g_ptr_array_index (bundled, j)) == FOED_RECORD_ALLIANCE)
        compare_with_library (&test, g_ptr_array_index (bundled, j), test_day (days[i]));
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  bundled = test_library_load_bundled (FOEDERA_LIBRARY_DIR);
  g_test_add_func ("/as-of-day/known-parties", test_known_parties);
  g_test_add_func ("/as-of-day/known-duties", test_known_duties);
  g_test_add_func ("/as-of-day/reasons", test_reasons);
  g_test_add_func ("/as-of-day/suspension-is-named", test_suspension_is_named);
  g_test_add_func ("/as-of-day/changes", test_changes);
  g_test_add_func ("/as-of-day/changes-of-role", test_changes_of_role);
  g_test_add_func ("/as-of-day/boundaries", test_boundaries);
  g_test_add_func ("/as-of-day/library-agrees", test_library_agrees);

  status = g_test_run ();
  g_ptr_array_unref (bundled);

  return status;
}
