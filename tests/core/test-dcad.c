/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "test-corpus.h"
#include "test-data-sets.h"

#define COLUMNS \
  "ccode1,cowName1,ccode2,cowName2,signDay,signMonth,signYear,EIFDay,EIFMonth,EIFYear,type,category1,category2," \
  "category3,span,renewType,renewYears,terminated,endYearEstimate,asymmetry,UNTS,DCAid\n"

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
test_all (void)
{
  g_autoptr (GFile) file = test_corpus_find ("dcad/DCAD-v1.0-main.csv");
  g_auto (TestDataSet) set = { 0 };

  if (file == NULL)
    return;

  test_data_set_read_file (&set, file, NULL);
  g_assert_cmpint (set.data_set, ==, FOED_DATA_SET_DCAD);
  g_assert_cmpuint (set.n_rows, ==, 1871);
  g_assert_cmpuint (foed_report_get_n_problems (set.report), ==, 0);
  g_assert_cmpuint (test_data_set_count (&set, FOED_RECORD_ALLIANCE), ==, 1871);

  /* No agreement of these promises to fight. */
  g_assert_cmpuint (test_data_set_count_with (&set, "defence"), ==, 0);
}

static void
test_agreement (void)
{
  g_auto (TestDataSet) set = { 0 };
  FoedRecord *agreement;

  test_data_set_read_text (&set, COLUMNS
                           "2,USA,20,CAN,14,10,2000,1,2,2001,sector,PROCUREMENT,TREX,RESEARCH,5,-66,5,0,2010,0,541,"
                           "DCADv1.0-0027\n", NULL);
  g_assert_cmpuint (foed_report_get_n_problems (set.report), ==, 0);

  agreement = test_data_set_find (&set, "dcad-0027");
  g_assert_cmpuint (test_record_count (agreement, FOED_RECORD_PARTY), ==, 2);
  g_assert_cmpuint (test_record_count (agreement, FOED_RECORD_MECHANISM), ==, 3);
  assert_field (&set, "dcad-0027", FOED_FIELD_TITLE, "United States–Canada arms procurement agreement, 2000");
  assert_field (&set, "dcad-0027", FOED_FIELD_BEGIN, "2001-02-01");
  assert_field (&set, "dcad-0027", FOED_FIELD_END, "-");
  assert_field (&set, "dcad-0027.agreement", FOED_FIELD_SIGNED, "2000-10-14");
  assert_field (&set, "dcad-0027.agreement", FOED_FIELD_TERM_MONTHS, "60");
  assert_field (&set, "dcad-0027.agreement", FOED_FIELD_RENEWAL_MONTHS, "60");
  assert_field (&set, "dcad-0027.mechanism.trex", FOED_FIELD_KIND, "training-exchange");
}

/* Signs below zero say why there is no number. */
static void
test_signs (void)
{
  g_auto (TestDataSet) set = { 0 };
  FoedRecord *agreement;

  test_data_set_read_text (&set, COLUMNS
                           "2,USA,20,CAN,,,2000,,,,general,DCA,,,-77,-44,-44,-88,2005,0,,DCADv1.0-1\n"
                           "2,USA,20,CAN,,,2000,,,,general,DCA,,,-88,,,1,2005,0,,DCADv1.0-2\n", NULL);
  g_assert_cmpuint (foed_report_get_n_problems (set.report), ==, 0);

  agreement = test_data_set_find (&set, "dcad-1.agreement");
  g_assert_cmpint (foed_record_get_cell (agreement, FOED_FIELD_TERM_MONTHS), ==, FOED_CELL_SILENT);
  g_assert_cmpint (foed_record_get_cell (agreement, FOED_FIELD_RENEWAL_MONTHS), ==, FOED_CELL_SILENT);
  assert_field (&set, "dcad-1", FOED_FIELD_END, "2005~");
  assert_field (&set, "dcad-1", FOED_FIELD_BEGIN, "2000");

  agreement = test_data_set_find (&set, "dcad-2.agreement");
  g_assert_cmpint (foed_record_get_cell (agreement, FOED_FIELD_TERM_MONTHS), ==, FOED_CELL_NOT_CODED);
  assert_field (&set, "dcad-2", FOED_FIELD_END, "2005");
}

static void
test_bad_rows (void)
{
  g_auto (TestDataSet) set = { 0 };
  g_autofree char *problem = NULL;

  test_data_set_read_text (&set, COLUMNS
                           "2,USA,20,CAN,,,2000,,,,general,DCA,,,,,,0,2010,0,,DCADv1.0-1\n"
                           "2,USA,20,CAN,,,2000,,,,general,DCA,,,,,,0,2010,0,,DCADv1.0-1\n", NULL);
  problem = test_report_dup_first (set.report);
  g_assert_cmpstr (problem, ==, "3: An earlier row has the same number.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/dcad/all", test_all);
  g_test_add_func ("/dcad/agreement", test_agreement);
  g_test_add_func ("/dcad/signs", test_signs);
  g_test_add_func ("/dcad/bad-rows", test_bad_rows);

  return g_test_run ();
}
