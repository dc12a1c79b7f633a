/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-as-of-day"

#include "config.h"

#include "analysis/foed-as-of-day.h"
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
  { "warsaw-pact", "east-germany", "1990-09-24", FOED_CERTAINTY_YES, FOED_STANDING_IN_FORCE },
  { "warsaw-pact", "east-germany", "1990-09-25", FOED_CERTAINTY_NO, FOED_STANDING_ENDED },
  { "csto", "azerbaijan", "1999-04-20", FOED_CERTAINTY_YES, FOED_STANDING_IN_FORCE },
  { "csto", "georgia", "1999-04-21", FOED_CERTAINTY_NO, FOED_STANDING_ENDED },
  { "csto", "uzbekistan", "2012-12-19", FOED_CERTAINTY_YES, FOED_STANDING_IN_FORCE },
  { "rio-treaty", "mexico", "2004-09-06", FOED_CERTAINTY_YES, FOED_STANDING_IN_FORCE },
  { "rio-treaty", "mexico", "2004-09-07", FOED_CERTAINTY_NO, FOED_STANDING_ENDED },
  { "rio-treaty", "bolivia", "2014-10-18", FOED_CERTAINTY_NO, FOED_STANDING_ENDED },
  { "rio-treaty", "ecuador", "2016-02-20", FOED_CERTAINTY_NO, FOED_STANDING_ENDED },
  { "rio-treaty", "uruguay", "2020-01-01", FOED_CERTAINTY_YES, FOED_STANDING_IN_FORCE },
  { "rio-treaty", "venezuela", "2017-01-01", FOED_CERTAINTY_NO, FOED_STANDING_AWAY },
  { "asean", "cambodia", "1999-04-29", FOED_CERTAINTY_YES, FOED_STANDING_IN_FORCE },
  { "asean", "cambodia", "1999-04-30", FOED_CERTAINTY_YES, FOED_STANDING_IN_FORCE },
  { "asean", "serbia", "2023-09-03", FOED_CERTAINTY_NO, FOED_STANDING_NOT_YET },
  { "asean", "serbia", "2023-09-04", FOED_CERTAINTY_YES, FOED_STANDING_IN_FORCE },
  { "asean", "finland", "2025-10-24", FOED_CERTAINTY_NO, FOED_STANDING_NOT_YET },
  { "asean", "finland", "2025-10-25", FOED_CERTAINTY_YES, FOED_STANDING_IN_FORCE },
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

typedef struct
{
  const char    *alliance;
  const char    *record;
  const char    *day;
  FoedCertainty  certainty;
} RecordFact;

/* What an alliance costs holds as long as the promise does, whichever wording it has at the time. */
static const RecordFact record_facts[] = {
  { "nato", "nato.impact.use-of-force", "1949-08-23", FOED_CERTAINTY_NO },
  { "nato", "nato.impact.use-of-force", "1949-08-24", FOED_CERTAINTY_YES },
  { "nato", "nato.impact.use-of-force", "2024-03-07", FOED_CERTAINTY_YES },
  { "nato", "nato.impact.command-founders", "2002-12-31", FOED_CERTAINTY_YES },
  { "nato", "nato.impact.command-founders", "2004-01-01", FOED_CERTAINTY_NO },
  { "nato", "nato.impact.command-2003", "2004-01-01", FOED_CERTAINTY_YES },
  { "triple-alliance", "triple-alliance.impact.use-of-force", "1900-01-01", FOED_CERTAINTY_YES },
  { "triple-alliance", "triple-alliance.impact.use-of-force", "1915-05-24", FOED_CERTAINTY_NO },
  { "csto", "csto.impact.use-of-force", "2011-12-31", FOED_CERTAINTY_YES },
  { "csto", "csto.impact.use-of-force", "2013-01-01", FOED_CERTAINTY_NO },
  { "csto", "csto.impact.use-of-force-2010", "2013-01-01", FOED_CERTAINTY_YES },
  { "asean", "asean.mechanism.high-council", "2020-01-01", FOED_CERTAINTY_YES },
  { "rio-treaty", "rio-treaty.protocol-1975", "1990-01-01", FOED_CERTAINTY_NO },
  { "rio-treaty", "rio-treaty.treaty.3", "1990-01-01", FOED_CERTAINTY_YES },
};

static void
test_known_records (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (record_facts); i++)
    {
      const RecordFact *fact = &record_facts[i];
      g_autoptr (FoedAsOfDay) answer = foed_as_of_day_new (get_alliance (fact->alliance), test_day (fact->day));
      const FoedRecordOnDay *record = foed_as_of_day_find_record (answer, fact->record);

      g_assert_nonnull (record);

      if (record->certainty != fact->certainty)
        g_error ("%s on %s: certainty %d", fact->record, fact->day, record->certainty);
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
  g_test_add_func ("/as-of-day/known-records", test_known_records);
  g_test_add_func ("/as-of-day/reasons", test_reasons);
  g_test_add_func ("/as-of-day/suspension-is-named", test_suspension_is_named);
  g_test_add_func ("/as-of-day/changes", test_changes);
  g_test_add_func ("/as-of-day/changes-of-role", test_changes_of_role);
  g_test_add_func ("/as-of-day/library-agrees", test_library_agrees);

  status = g_test_run ();
  g_ptr_array_unref (bundled);

  return status;
}
