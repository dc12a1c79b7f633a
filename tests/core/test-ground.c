/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an edge rests on, found in the bundled library, and how it is cited. */

#include "config.h"

#include "analysis/foed-ground.h"
#include "exchange/foed-citation.h"
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

static FoedGraphFact
owe (const char         *obligation,
     FoedGraphDirection  direction)
{
  return (FoedGraphFact) {
    .obligation = obligation, .state = "germany", .first_day = test_day ("1900-01-01"),
    .last_day = test_day ("1901-01-01"), .direction = direction,
  };
}

static void
test_duties (void)
{
  FoedRecord *alliance = get_alliance ("triple-alliance");
  const FoedGraphFact facts[] = {
    owe ("triple-alliance.treaty-1891.2.defence-germany", FOED_GRAPH_BACKWARD),
    owe ("triple-alliance.treaty-1882.2.defence-italy", FOED_GRAPH_FORWARD),
    owe ("triple-alliance.treaty-1882.2.defence-italy", FOED_GRAPH_BACKWARD),
    owe ("nato.treaty.5.defence", FOED_GRAPH_FORWARD),
  };
  g_autoptr(GArray) grounds = foed_grounds_find (alliance, facts, G_N_ELEMENTS (facts));
  const FoedGround *first = &g_array_index (grounds, FoedGround, 0);
  const FoedGround *second = &g_array_index (grounds, FoedGround, 1);

  /* In the order of the treaties, each obligation once, and none of another alliance. */
  g_assert_cmpuint (grounds->len, ==, 2);
  g_assert_cmpstr (foed_record_get_id (first->record), ==, "triple-alliance.treaty-1882.2.defence-italy");
  g_assert_cmpstr (foed_record_get_id (first->clause), ==, "triple-alliance.treaty-1882.2");
  g_assert_cmpstr (foed_record_get_id (first->instrument), ==, "triple-alliance.treaty-1882");
  g_assert_cmpint (first->direction, ==, FOED_GRAPH_FORWARD | FOED_GRAPH_BACKWARD);
  g_assert_cmpstr (foed_record_get_id (second->instrument), ==, "triple-alliance.treaty-1891");
  g_assert_cmpint (second->direction, ==, FOED_GRAPH_BACKWARD);
}

static void
test_membership (void)
{
  FoedRecord *alliance = get_alliance ("csto");
  FoedGraphFact fact = { .state = "uzbekistan", .first_day = test_day ("2006-08-16"), .last_day = FOED_DAY_LAST };
  g_autoptr(GArray) second_time = foed_grounds_find (alliance, &fact, 1);
  g_autoptr(GArray) both = NULL;

  /* Only the spell that was asked about, and the instrument of its way in. */
  g_assert_cmpuint (second_time->len, ==, 1);
  g_assert_cmpint (foed_record_get_kind (g_array_index (second_time, FoedGround, 0).record), ==, FOED_RECORD_PARTY);
  g_assert_nonnull (g_array_index (second_time, FoedGround, 0).instrument);
  fact.first_day = FOED_DAY_FIRST;
  both = foed_grounds_find (alliance, &fact, 1);
  g_assert_cmpuint (both->len, ==, 2);
}

static char *
cite (const char *alliance,
      const char *instrument,
      const char *clause,
      GHashTable *titles)
{
  FoedRecord *record = get_alliance (alliance);
  FoedRecord *found = clause != NULL ? foed_record_find (record, clause) : NULL;

  return foed_citation_dup_text (foed_record_find (record, instrument), &found, clause != NULL ? 1 : 0, titles);
}

static void
test_citation (void)
{
  g_autoptr(GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *with_series = cite ("nato", "nato.treaty", "nato.treaty.5", NULL);
  g_autofree char *whole = cite ("nato", "nato.treaty", NULL, NULL);
  g_autofree char *paragraph = cite ("asean", "asean.charter", "asean.charter.2.2.b", NULL);
  g_autofree char *from_source = NULL;

  g_assert_cmpstr (with_series, ==,
                   "North Atlantic Treaty (signed 4 April 1949, entered into force 24 August 1949), 34 UNTS 243, "
                   "Article 5");
  g_assert_cmpstr (whole, ==,
                   "North Atlantic Treaty (signed 4 April 1949, entered into force 24 August 1949), 34 UNTS 243");
  /* A paragraph is cited as the article it stands in. */
  g_assert_nonnull (strstr (paragraph, ", Article 2(2)(b), in: asean-secretariat"));
  g_hash_table_insert (titles, (gpointer) "pribram", (gpointer) "The Secret Treaties of Austria-Hungary");
  from_source = cite ("triple-alliance", "triple-alliance.treaty-1882", "triple-alliance.treaty-1882.2", titles);
  g_assert_nonnull (strstr (from_source, "(signed 20 May 1882"));
  g_assert_nonnull (strstr (from_source, ", Article II, in: The Secret Treaties of Austria-Hungary, vol. I"));
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  bundled = test_library_load_bundled (FOEDERA_LIBRARY_DIR);
  g_test_add_func ("/ground/duties", test_duties);
  g_test_add_func ("/ground/membership", test_membership);
  g_test_add_func ("/ground/citation", test_citation);
  status = g_test_run ();
  g_ptr_array_unref (bundled);
  return status;
}
