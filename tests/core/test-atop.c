/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "exchange/foed-alliance-index.h"
#include "test-corpus.h"
#include "test-data-sets.h"
#include "test-records.h"

#define MEMBERS_51 "atop/atop5_1m.csv"
#define MEMBERS_401 "atop/atop-member-level.csv"
#define ALLIANCES_401 "atop/atop-alliance-level.csv"

#define COLUMNS \
  "atopid,cow4id,member,cowsys,yrent,moent,dayent,yrexit,moexit,dayexit,phase,bilat,defense,offense,neutral,nonagg," \
  "consul,defcoadv,specthrt,statthr1,statthr2,milcon,base,intcom,subord,source,version\n"

static gboolean
read_corpus (TestDataSet *set,
             const char  *path)
{
  g_autoptr (GFile) file = test_corpus_find (path);

  if (file == NULL)
    return FALSE;

  test_data_set_read_file (set, file, NULL);
  g_assert_cmpuint (foed_report_get_n_problems (set->report), ==, 0);

  return TRUE;
}

static void
assert_field (TestDataSet *set,
              const char  *id,
              FoedField    field,
              const char  *expected)
{
  g_autofree char *text = test_data_set_dup_field (set, id, field);

  g_assert_cmpstr (text, ==, expected);
}

/* Each row must be found again in one citation of a party, and no citation may name a row that does not exist. */
static guint
count_rows (TestDataSet *set)
{
  g_autoptr (GHashTable) rows = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < set->records->len; i++)
    {
      FoedRecord *alliance = g_ptr_array_index (set->records, i);

      for (guint j = 0; j < foed_record_get_n_children (alliance); j++)
        {
          FoedRecord *party = foed_record_get_child (alliance, j);

          for (guint k = 0; foed_record_get_kind (party) == FOED_RECORD_PARTY && k < foed_record_get_n_children (party); k++)
            g_hash_table_add (rows, (gpointer) foed_record_get_text (foed_record_get_child (party, k),
                                                                     FOED_FIELD_PINPOINT));
        }
    }

  return g_hash_table_size (rows);
}

static guint
count_open (TestDataSet *set)
{
  guint n = 0;

  for (guint i = 0; i < set->records->len; i++)
    {
      FoedRecord *record = g_ptr_array_index (set->records, i);

      n += foed_record_get_kind (record) == FOED_RECORD_ALLIANCE && !foed_record_has_value (record, FOED_FIELD_END);
    }

  return n;
}

static guint
count_bilateral (TestDataSet *set)
{
  guint n = 0;

  for (guint i = 0; i < set->records->len; i++)
    {
      FoedRecord *record = g_ptr_array_index (set->records, i);

      n += foed_record_get_kind (record) == FOED_RECORD_ALLIANCE
           && strstr (foed_record_get_text (record, FOED_FIELD_SUMMARY), "bilateral") != NULL;
    }

  return n;
}

static void
test_all_of_51 (void)
{
  g_auto (TestDataSet) set = { 0 };

  if (!read_corpus (&set, MEMBERS_51))
    return;

  g_assert_cmpint (set.data_set, ==, FOED_DATA_SET_ATOP_MEMBERS);
  g_assert_cmpuint (set.n_rows, ==, 2510);
  g_assert_cmpuint (count_rows (&set), ==, 2510);
  g_assert_cmpuint (test_data_set_count (&set, FOED_RECORD_ALLIANCE), ==, 789);
  g_assert_cmpuint (count_open (&set), ==, 372);
}

static void
assert_counts_of_401 (TestDataSet *set)
{
  g_assert_cmpuint (test_data_set_count (set, FOED_RECORD_ALLIANCE), ==, 745);
  g_assert_cmpuint (test_data_set_count_with (set, "defence"), ==, 275);
  g_assert_cmpuint (test_data_set_count_with (set, "offence"), ==, 81);
  g_assert_cmpuint (test_data_set_count_with (set, "neutrality"), ==, 122);
  g_assert_cmpuint (test_data_set_count_with (set, "non-aggression"), ==, 399);
  g_assert_cmpuint (test_data_set_count_with (set, "consultation"), ==, 377);
  g_assert_cmpuint (count_bilateral (set), ==, 638);
  g_assert_cmpuint (count_open (set), ==, 334);
}

static void
test_members_of_401 (void)
{
  g_auto (TestDataSet) set = { 0 };

  if (!read_corpus (&set, MEMBERS_401))
    return;

  g_assert_cmpuint (set.n_rows, ==, 2398);
  g_assert_cmpuint (count_rows (&set), ==, 2398);
  assert_counts_of_401 (&set);
}

static void
test_alliances_of_401 (void)
{
  g_auto (TestDataSet) set = { 0 };

  if (!read_corpus (&set, ALLIANCES_401))
    return;

  g_assert_cmpint (set.data_set, ==, FOED_DATA_SET_ATOP_ALLIANCES);
  g_assert_cmpuint (set.n_rows, ==, 745);
  assert_counts_of_401 (&set);
}

/* The Triple Alliance: four phases, one after the other, and Italy out before the end. */
static void
test_phases (void)
{
  g_auto (TestDataSet) set = { 0 };

  if (!read_corpus (&set, MEMBERS_51))
    return;

  assert_field (&set, "atop-1350.phase-1", FOED_FIELD_END, "1887-02-19");
  assert_field (&set, "atop-1350.phase-2", FOED_FIELD_BEGIN, "1887-02-20");
  assert_field (&set, "atop-1350.phase-2", FOED_FIELD_AMENDS, "atop-1350.phase-1");
  assert_field (&set, "atop-1350.phase-4", FOED_FIELD_END, "1918-11-03");
  assert_field (&set, "atop-1350.party.state-325", FOED_FIELD_BEGIN, "1882-05-20");
  assert_field (&set, "atop-1350.party.state-325", FOED_FIELD_END, "1915-05-23");
  assert_field (&set, "atop-1350.party.state-325", FOED_FIELD_EXIT, "withdrawal");
  assert_field (&set, "atop-1350.party.state-300", FOED_FIELD_EXIT, "end-of-alliance");
  assert_field (&set, "atop-1350", FOED_FIELD_END_MODE, "defeat");
}

/* After 1992, France is bound to each of two states that owe each other nothing by this. */
static void
test_parallel_phases (void)
{
  g_auto (TestDataSet) set = { 0 };

  if (!read_corpus (&set, MEMBERS_51))
    return;

  assert_field (&set, "atop-4070.phase-2.terms.consultation", FOED_FIELD_BENEFICIARIES, "state-220 state-316");
  assert_field (&set, "atop-4070.phase-3.terms.consultation", FOED_FIELD_BENEFICIARIES, "state-220 state-317");
  assert_field (&set, "atop-4070.phase-1.terms.consultation", FOED_FIELD_BENEFICIARIES, "-");
  assert_field (&set, "atop-4070.phase-3", FOED_FIELD_AMENDS, "atop-4070.phase-1");
}

/* Egypt left the Arab League's pact and came back. */
static void
test_return (void)
{
  g_auto (TestDataSet) set = { 0 };

  if (!read_corpus (&set, MEMBERS_51))
    return;

  assert_field (&set, "atop-3205.party.state-651", FOED_FIELD_END, "1979-03-31");
  assert_field (&set, "atop-3205.party.state-651-2", FOED_FIELD_BEGIN, "1989-05-22");
}

/* The United States owe Japan defence, Japan does not owe it to them. */
static void
test_direction (void)
{
  g_auto (TestDataSet) set = { 0 };

  if (!read_corpus (&set, MEMBERS_51))
    return;

  assert_field (&set, "atop-3220.treaty.terms.defence-2", FOED_FIELD_PROMISORS, "state-2");
  assert_field (&set, "atop-3220.treaty.terms.defence-2", FOED_FIELD_PRESENCE, "-");
  assert_field (&set, "atop-3220.treaty.terms.defence-740", FOED_FIELD_PROMISORS, "state-740");
  assert_field (&set, "atop-3220.treaty.terms.defence-740", FOED_FIELD_PRESENCE, "silent");
}

static void
test_conditions (void)
{
  g_auto (TestDataSet) set = { 0 };
  FoedRecord *obligation;

  if (!read_corpus (&set, MEMBERS_51))
    return;

  /* The Dual Alliance names Russia; it says nothing of provocation. */
  obligation = test_data_set_find (&set, "atop-1335.treaty.terms.defence");
  g_assert_cmpuint (test_record_count (obligation, FOED_RECORD_CONDITION), ==, 7);
  assert_field (&set, "atop-1335.treaty.terms.defence/condition-1", FOED_FIELD_THREAT, "armed-attack");
  assert_field (&set, "atop-1335.treaty.terms.defence/condition-2", FOED_FIELD_STATES, "state-365");
  assert_field (&set, "atop-1335.treaty.terms.defence/condition-5", FOED_FIELD_KIND, "unprovoked");
  assert_field (&set, "atop-1335.treaty.terms.defence/condition-5", FOED_FIELD_PRESENCE, "silent");
}

static void
test_instruments (void)
{
  g_auto (TestDataSet) set = { 0 };

  if (!read_corpus (&set, MEMBERS_51))
    return;

  assert_field (&set, "atop-1335.treaty", FOED_FIELD_FORM, "treaty");
  assert_field (&set, "atop-1335.treaty", FOED_FIELD_SECRECY, "secret");
  assert_field (&set, "atop-1335.treaty", FOED_FIELD_TERM_MONTHS, "60");
  assert_field (&set, "atop-1335.treaty", FOED_FIELD_RENEWAL_MONTHS, "36");
  g_assert_cmpint (foed_record_get_cell (test_data_set_find (&set, "atop-1335.treaty"), FOED_FIELD_NOTICE_MONTHS), ==,
                   FOED_CELL_SILENT);
  assert_field (&set, "atop-1335", FOED_FIELD_TITLE, "Germany–Austria-Hungary alliance, 1879");
  assert_field (&set, "atop-1335", FOED_FIELD_SUMMARY, "A bilateral alliance of defence and neutrality.");
  assert_field (&set, "atop-3285.treaty.mechanism.integrated-command", FOED_FIELD_PRESENCE, "-");
  assert_field (&set, "atop-3285.treaty.mechanism.integrated-command", FOED_FIELD_BASIS, "text");
  assert_field (&set, "atop-3285.treaty.impact.intcom", FOED_FIELD_LEVEL, "3");
  assert_field (&set, "atop-3180.phase-1.mechanism.integrated-command", FOED_FIELD_PRESENCE, "silent");
}

/* One, zero and blank are three things. */
static void
test_three_cells (void)
{
  static const char rows[] = COLUMNS
    "9001,,2,1,1990,1,1,0,0,0,0,1,1,0,,0,1,1,1,365,0,3,0,,0,1,5.1\n"
    "9001,,20,1,1990,1,1,0,0,0,0,1,1,0,,0,1,1,1,365,0,3,0,,0,1,5.1\n";
  g_auto (TestDataSet) set = { 0 };
  FoedRecord *command;

  test_data_set_read_text (&set, rows, NULL);
  g_assert_cmpuint (foed_report_get_n_problems (set.report), ==, 0);

  assert_field (&set, "atop-9001.treaty.terms.defence", FOED_FIELD_PRESENCE, "-");
  assert_field (&set, "atop-9001.treaty.terms.offence", FOED_FIELD_PRESENCE, "silent");
  g_assert_null (test_data_set_find (&set, "atop-9001.treaty.terms.neutrality"));

  assert_field (&set, "atop-9001.treaty.mechanism.joint-planning", FOED_FIELD_PRESENCE, "-");
  assert_field (&set, "atop-9001.treaty.mechanism.bases", FOED_FIELD_PRESENCE, "silent");
  g_assert_null (test_data_set_find (&set, "atop-9001.treaty.mechanism.integrated-command"));

  /* No subordination and nothing known of a common command is not silence. */
  command = test_data_set_find (&set, "atop-9001.treaty.impact.command");
  g_assert_null (command);
  g_assert_cmpint (foed_record_get_cell (test_data_set_find (&set, "atop-9001.treaty.impact.forces-on-territory"),
                                         FOED_FIELD_LEVEL), ==, FOED_CELL_SILENT);
  g_assert_cmpint (foed_record_get_cell (test_data_set_find (&set, "atop-9001.treaty"), FOED_FIELD_TERM_MONTHS), ==,
                   FOED_CELL_NOT_CODED);
}

static void
test_outside_the_system (void)
{
  static const char rows[] = COLUMNS
    "9001,,2,1,1874,1,,1883,8,25,0,1,0,0,0,0,1,0,0,0,0,0,0,0,0,1,5.1\n"
    "9001,,8999,0,1874,1,,1883,8,25,0,1,0,0,0,0,1,0,0,0,0,0,0,0,0,1,5.1\n";
  g_auto (TestDataSet) set = { 0 };

  test_data_set_read_text (&set, rows, NULL);
  assert_field (&set, "state-8999", FOED_FIELD_TITLE, "State 8999");
  assert_field (&set, "state-8999", FOED_FIELD_NOTE,
                "No member of the state system; a data set gives this number for a member.");
  assert_field (&set, "atop-9001.party.state-8999", FOED_FIELD_BEGIN, "1874-01");
  assert_field (&set, "atop-9001.party.state-8999", FOED_FIELD_NOTE,
                "No member of the state system at the time, at least at first.");
}

static void
assert_refused (const char *rows,
                const char *expected)
{
  g_autofree char *table = g_strconcat (COLUMNS, rows, NULL);
  g_autofree char *problem = NULL;
  g_auto (TestDataSet) set = { 0 };

  test_data_set_read_text (&set, table, NULL);
  g_assert_cmpuint (foed_report_get_n_errors (set.report), >, 0);
  problem = test_report_dup_first (set.report);
  g_assert_cmpstr (problem, ==, expected);
}

static void
test_bad_rows (void)
{
  assert_refused ("9001,,2,1,1990,13,1,0,0,0,0,1,1,0,0,0,1,1,1,365,0,3,0,0,0,1,5.1\n",
                  "2: There is no day 1 of month 13 in the year 1990.");
  assert_refused ("9001,,2,1,1990,2,30,0,0,0,0,1,1,0,0,0,1,1,1,365,0,3,0,0,0,1,5.1\n",
                  "2: There is no day 30 of month 2 in the year 1990.");
  assert_refused ("9001,,2,1,1990,2,3,1989,1,1,0,1,1,0,0,0,1,1,1,365,0,3,0,0,0,1,5.1\n",
                  "2: The exit comes before the entry.");
  assert_refused (",,2,1,1990,2,3,0,0,0,0,1,1,0,0,0,1,1,1,365,0,3,0,0,0,1,5.1\n",
                  "2: This cell must hold a number above zero.");
  assert_refused ("1,,0,1,1990,2,3,0,0,0,0,1,1,0,0,0,1,1,1,365,0,3,0,0,0,1,5.1\n",
                  "2: This cell must hold a number above zero.");
  assert_refused ("9001,,2,1,1990,2,3,0,0,0,0,1,yes,0,0,0,1,1,1,365,0,3,0,0,0,1,5.1\n",
                  "2: “yes” is not a whole number.");
  assert_refused ("9001,,2,1,1990,2,3,0,0\n", "2: The row has 9 cells, but the first row names 27 columns.");
}

#define PACT(id, begin, identifier) \
  "<alliance id='" id "' begin='" begin "' end='1950'><title>T</title>" identifier \
  "<instrument id='" id ".treaty' form='treaty'><title>T</title><clause id='" id ".treaty.1' kind='article'>" \
  "<obligation id='" id ".treaty.1.defence' kind='defence'/>" \
  "<obligation id='" id ".treaty.1.offence' kind='offence' presence='silent'/></clause></instrument>" \
  "<party id='" id ".party.a' state='aland' role='party'/><party id='" id ".party.b' state='borduria' role='party'/>" \
  "<party id='" id ".party.c' state='carpania' role='observer'/></alliance>"
#define NUMBER(scheme, value) "<identifier scheme='" scheme "' value='" value "'/>"

static char *
describe_matches (const char *library,
                  const char *imported)
{
  g_autoptr (FoedAllianceIndex) index = foed_alliance_index_new ();
  g_autoptr (FoedRecord) there = test_records_parse_one (library);
  g_autoptr (FoedRecord) here = test_records_parse_one (imported);
  g_autoptr (GPtrArray) matches = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  foed_alliance_index_add (index, there);
  matches = foed_alliance_index_match (index, here);

  for (guint i = 0; i < matches->len; i++)
    {
      FoedMatch *match = g_ptr_array_index (matches, i);

      g_string_append_printf (text, "%s=%s by %s", match->record, match->other, foed_match_get_kind_nick (match));

      for (guint j = 0; j < match->disagreements->len; j++)
        {
          FoedDisagreement *disagreement = g_ptr_array_index (match->disagreements, j);

          g_string_append_printf (text, "; %s %s/%s", disagreement->field, disagreement->here, disagreement->there);
        }
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_matches (const char *library,
                const char *imported,
                const char *expected)
{
  g_autofree char *text = describe_matches (library, imported);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_matches (void)
{
  assert_matches (PACT ("x", "1900", NUMBER ("cow", "7")), PACT ("y", "1900-05-01", NUMBER ("cow", "7")),
                  "y=x by identifier");
  assert_matches (PACT ("x", "1900", NUMBER ("cow", "7")), PACT ("y", "1914-05-01", NUMBER ("cow", "7")),
                  "y=x by identifier; begin 1914-05-01/1900");
  assert_matches (PACT ("x", "1900-02-01", ""), PACT ("y", "1900-05-01", NUMBER ("cow", "7")),
                  "y=x by members; begin 1900-05-01/1900-02-01");
  assert_matches (PACT ("x", "1900-02-01", ""), PACT ("y", "1902-05-01", NUMBER ("cow", "7")), "");
  assert_matches (PACT ("x", "1900", NUMBER ("cow", "8")), PACT ("y", "1900", NUMBER ("cow", "7")), "");
  assert_matches (PACT ("x", "1900", ""), PACT ("x", "1900", ""), "");
  assert_matches (PACT ("x", "1900", ""),
                  "<alliance id='y' begin='1900'><title>T</title><party id='y.a' state='aland' role='party'/></alliance>",
                  "");
  assert_matches (PACT ("x", "1900", NUMBER ("atop", "7")),
                  "<alliance id='y' begin='1900'><title>T</title><identifier scheme='atop' value='7'/>"
                  "<party id='y.a' state='aland' role='party'/><party id='y.d' state='dacia' role='party'/></alliance>",
                  "y=x by identifier; end (null)/1950; parties dacia/borduria; obligations (null)/defence");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/atop/all-of-5.1", test_all_of_51);
  g_test_add_func ("/atop/members-of-4.01", test_members_of_401);
  g_test_add_func ("/atop/alliances-of-4.01", test_alliances_of_401);
  g_test_add_func ("/atop/phases", test_phases);
  g_test_add_func ("/atop/parallel-phases", test_parallel_phases);
  g_test_add_func ("/atop/return", test_return);
  g_test_add_func ("/atop/direction", test_direction);
  g_test_add_func ("/atop/conditions", test_conditions);
  g_test_add_func ("/atop/instruments", test_instruments);
  g_test_add_func ("/atop/three-cells", test_three_cells);
  g_test_add_func ("/atop/outside-the-system", test_outside_the_system);
  g_test_add_func ("/atop/bad-rows", test_bad_rows);
  g_test_add_func ("/atop/matches", test_matches);

  return g_test_run ();
}
