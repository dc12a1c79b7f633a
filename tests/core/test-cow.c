/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "test-corpus.h"
#include "test-data-sets.h"
#include "test-records.h"

#define STATES \
  "<foedera><state id='aland' cow='998'><title>Aland</title><spell begin='1816'/></state>" \
  "<state id='old-borduria' cow='999'><title>Old Borduria</title><spell end='1867-12-31'/></state>" \
  "<state id='new-borduria' cow='999'><title>New Borduria</title><spell begin='1868-01-01'/></state></foedera>"

static void
read_fixture (TestDataSet *set)
{
  g_autoptr (GFile) file = test_data_find ("cow-alliances-by-member.csv");
  g_autoptr (GPtrArray) states = test_records_parse (STATES);

  test_data_set_read_file (set, file, states);
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

static void
test_alliances (void)
{
  g_auto (TestDataSet) set = { 0 };

  read_fixture (&set);
  g_assert_cmpint (set.data_set, ==, FOED_DATA_SET_COW_ALLIANCES);
  g_assert_cmpuint (set.n_rows, ==, 10);
  g_assert_cmpuint (foed_report_get_n_problems (set.report), ==, 0);
  g_assert_cmpuint (test_data_set_count (&set, FOED_RECORD_ALLIANCE), ==, 4);
  g_assert_cmpuint (test_data_set_count (&set, FOED_RECORD_STATE), ==, 1);

  assert_field (&set, "cow-9001", FOED_FIELD_TITLE, "Aland–Old Borduria alliance, 1816");
  assert_field (&set, "cow-9001", FOED_FIELD_BEGIN, "1816-01-01");
  assert_field (&set, "cow-9001", FOED_FIELD_END, "1866-07-04");
  assert_field (&set, "cow-9001", FOED_FIELD_NOTE, "It began before the data do. Type I.");
  assert_field (&set, "state-997", FOED_FIELD_TITLE, "Carpania");
}

/* Type IIa is neutrality whatever its label says, and nothing else. */
static void
test_label_trap (void)
{
  g_auto (TestDataSet) set = { 0 };

  read_fixture (&set);
  g_assert_true (test_record_has_obligation (test_data_set_find (&set, "cow-9002"), "neutrality"));
  g_assert_false (test_record_has_obligation (test_data_set_find (&set, "cow-9002"), "non-aggression"));
  g_assert_true (test_record_has_obligation (test_data_set_find (&set, "cow-9003"), "non-aggression"));
  g_assert_false (test_record_has_obligation (test_data_set_find (&set, "cow-9003"), "neutrality"));
  assert_field (&set, "cow-9002", FOED_FIELD_NOTE, "In effect when the data end; it may have ended since. Type IIa.");
}

/* With nothing in the columns, the type is all there is; a zero is a no, a blank is not. */
static void
test_blank_promises (void)
{
  g_auto (TestDataSet) set = { 0 };

  read_fixture (&set);
  g_assert_true (test_record_has_obligation (test_data_set_find (&set, "cow-9004"), "consultation"));
  g_assert_null (test_data_set_find (&set, "cow-9004.treaty.terms.defence"));
  assert_field (&set, "cow-9002.treaty.terms.defence", FOED_FIELD_PRESENCE, "silent");
}

static void
test_spells (void)
{
  g_auto (TestDataSet) set = { 0 };

  read_fixture (&set);
  assert_field (&set, "cow-9003.party.new-borduria", FOED_FIELD_END, "1925-02-01");
  assert_field (&set, "cow-9003.party.new-borduria", FOED_FIELD_EXIT, "withdrawal");
  assert_field (&set, "cow-9003.party.new-borduria-2", FOED_FIELD_BEGIN, "1930-03-03");
  assert_field (&set, "cow-9003.party.new-borduria-2", FOED_FIELD_EXIT, "end-of-alliance");
  assert_field (&set, "cow-9003.party.state-997", FOED_FIELD_BEGIN, "1921");
  assert_field (&set, "cow-9003.party.state-997", FOED_FIELD_ENTRY, "accession");
}

/* Only one of three promises to consult. */
static void
test_direction (void)
{
  g_auto (TestDataSet) set = { 0 };

  read_fixture (&set);
  assert_field (&set, "cow-9003.treaty.terms.consultation", FOED_FIELD_PROMISORS, "state-997");
  assert_field (&set, "cow-9003.treaty.terms.consultation-none", FOED_FIELD_PRESENCE, "silent");
  assert_field (&set, "cow-9003.treaty.terms.non-aggression", FOED_FIELD_PROMISORS, "-");
}

/* A number that passes from one state to another ends one spell and begins another. */
static void
test_succession (void)
{
  g_autoptr (GFile) file = test_data_find ("cow-alliances-by-member.csv");
  g_autoptr (GPtrArray) states = test_records_parse (
    "<foedera><state id='first' cow='999'><title>First</title><spell end='1899-12-31'/></state>"
    "<state id='second' cow='999'><title>Second</title><spell begin='1900-01-01'/></state></foedera>");
  g_auto (TestDataSet) set = { 0 };

  test_data_set_read_file (&set, file, states);
  assert_field (&set, "cow-9002.party.first", FOED_FIELD_END, "1899-12-31");
  assert_field (&set, "cow-9002.party.first", FOED_FIELD_EXIT, "state-ended");
  assert_field (&set, "cow-9002.party.second", FOED_FIELD_BEGIN, "1900-01-01");
  assert_field (&set, "cow-9002.party.second", FOED_FIELD_ENTRY, "succession");
  assert_field (&set, "cow-9002.party.second", FOED_FIELD_END, "-");
}

static void
test_bad_rows (void)
{
  g_auto (TestDataSet) set = { 0 };
  g_autofree char *problem = NULL;

  test_data_set_read_text (&set,
                           "version4id,ccode,all_st_year,all_end_year,mem_st_year,mem_end_year,defense,neutrality,"
                           "nonaggression,entente\n1,2,1900,,1900,,1,0,0,0\n1,x,1900,,1900,,1,0,0,0\n", NULL);
  problem = test_report_dup_first (set.report);
  g_assert_cmpstr (problem, ==, "3: “x” is not a whole number.");
}

static void
test_unknown_columns (void)
{
  g_auto (TestDataSet) set = { 0 };
  FoedProblem *problem;

  test_data_set_read_text (&set, "version4id,ccode,all_st_year\n1,2,3\n", NULL);
  g_assert_cmpuint (foed_report_get_n_errors (set.report), ==, 1);
  problem = foed_report_get_problem (set.report, 0);
  g_assert_cmpstr (foed_problem_get_rule (problem), ==, "columns");
  g_assert_nonnull (g_strstr_len (foed_problem_get_hint (problem), -1, "all_end_year"));
}

static void
test_system (void)
{
  g_autoptr (GFile) file = test_corpus_find ("cow/states2016.csv");
  g_auto (TestDataSet) set = { 0 };

  if (file == NULL)
    return;

  test_data_set_read_file (&set, file, NULL);
  g_assert_cmpint (set.data_set, ==, FOED_DATA_SET_COW_STATES);
  g_assert_cmpuint (set.n_rows, ==, 243);
  g_assert_cmpuint (foed_report_get_n_problems (set.report), ==, 0);
  g_assert_cmpuint (test_data_set_count (&set, FOED_RECORD_STATE), ==, 217);

  /* Cuba was twice in the system and is in it when the data end. */
  g_assert_cmpuint (test_record_count (test_data_set_find (&set, "state-40"), FOED_RECORD_SPELL), ==, 2);
  assert_field (&set, "state-40/spell-1", FOED_FIELD_END, "1906-09-25");
  assert_field (&set, "state-40/spell-2", FOED_FIELD_END, "-");
}

static void
test_codes (void)
{
  g_autoptr (GFile) file = test_corpus_find ("cow/COW country codes.csv");
  g_autoptr (GPtrArray) states = test_records_parse (STATES);
  g_auto (TestDataSet) set = { 0 };

  if (file == NULL)
    return;

  test_data_set_read_file (&set, file, states);
  g_assert_cmpint (set.data_set, ==, FOED_DATA_SET_COW_CODES);
  g_assert_cmpuint (set.n_rows, ==, 242);
  g_assert_cmpuint (test_data_set_count (&set, FOED_RECORD_STATE), ==, 217);
}

/* The library's own states are left as they are. */
static void
test_own_states (void)
{
  g_autoptr (GPtrArray) states = test_records_parse (STATES);
  g_auto (TestDataSet) set = { 0 };

  test_data_set_read_text (&set,
                           "stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version\n"
                           "ALD,998,Aland Islands,1816,1,1,1900,1,1,1\nCRP,997,Carpania,1850,1,1,1900,1,1,1\n", states);
  g_assert_cmpuint (foed_report_get_n_problems (set.report), ==, 0);
  g_assert_cmpuint (test_data_set_count (&set, FOED_RECORD_STATE), ==, 1);
  assert_field (&set, "state-997", FOED_FIELD_TITLE, "Carpania");
  assert_field (&set, "state-997/spell-1", FOED_FIELD_BEGIN, "1850-01-01");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cow/alliances", test_alliances);
  g_test_add_func ("/cow/label-trap", test_label_trap);
  g_test_add_func ("/cow/blank-promises", test_blank_promises);
  g_test_add_func ("/cow/spells", test_spells);
  g_test_add_func ("/cow/direction", test_direction);
  g_test_add_func ("/cow/succession", test_succession);
  g_test_add_func ("/cow/bad-rows", test_bad_rows);
  g_test_add_func ("/cow/unknown-columns", test_unknown_columns);
  g_test_add_func ("/cow/system", test_system);
  g_test_add_func ("/cow/codes", test_codes);
  g_test_add_func ("/cow/own-states", test_own_states);

  return g_test_run ();
}
