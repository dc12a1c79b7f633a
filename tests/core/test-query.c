/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-query"

#include "config.h"

#include "store/foed-query.h"
#include "test-records.h"

/* Replaces *query by @changed, which the caller owns. */
static void
take (FoedQuery **query,
      FoedQuery  *changed)
{
  g_object_unref (*query);
  *query = changed;
}

static void
test_changes_leave_the_original (void)
{
  g_autoptr (FoedQuery) query = foed_query_new (FOED_LISTING_OBLIGATIONS);
  g_autoptr (FoedQuery) narrowed = foed_query_with_value (query, FOED_FACET_OBLIGATION, "defence", TRUE);
  g_autoptr (FoedQuery) dated = foed_query_with_day (narrowed, test_day ("1914-08-01"));
  g_autoptr (FoedQuery) timeless = foed_query_without_day (dated);
  FoedDay day = 0;

  g_assert_false (foed_query_is_narrowed (query));
  g_assert_null (foed_query_get_values (query, FOED_FACET_OBLIGATION));
  g_assert_true (foed_query_is_narrowed (narrowed));
  g_assert_false (foed_query_get_day (narrowed, NULL));
  g_assert_true (foed_query_get_day (dated, &day));
  g_assert_cmpint (day, ==, test_day ("1914-08-01"));
  g_assert_true (foed_query_equal (timeless, narrowed));
  g_assert_false (foed_query_equal (dated, narrowed));
  g_assert_cmpint (foed_query_get_listing (dated), ==, FOED_LISTING_OBLIGATIONS);
}

static void
test_values (void)
{
  static const char *const values[] = { "russia", "france", "russia", NULL };
  static const char *const none[] = { NULL };
  g_autoptr (FoedQuery) query = foed_query_new (FOED_LISTING_ALLIANCES);
  g_autoptr (FoedQuery) twisted = NULL;

  take (&query, foed_query_with_values (query, FOED_FACET_PARTY, values));
  g_assert_cmpuint (g_strv_length ((char **) foed_query_get_values (query, FOED_FACET_PARTY)), ==, 2);
  g_assert_true (foed_query_has_value (query, FOED_FACET_PARTY, "france"));
  g_assert_false (foed_query_has_value (query, FOED_FACET_PROMISOR, "france"));

  /* The order in which values are switched on does not matter. */
  twisted = foed_query_new (FOED_LISTING_ALLIANCES);
  take (&twisted, foed_query_with_value (twisted, FOED_FACET_PARTY, "france", TRUE));
  take (&twisted, foed_query_with_value (twisted, FOED_FACET_PARTY, "russia", TRUE));
  take (&twisted, foed_query_with_value (twisted, FOED_FACET_PARTY, "russia", TRUE));
  g_assert_true (foed_query_equal (query, twisted));

  take (&query, foed_query_with_value (query, FOED_FACET_PARTY, "france", FALSE));
  g_assert_false (foed_query_has_value (query, FOED_FACET_PARTY, "france"));
  take (&query, foed_query_with_value (query, FOED_FACET_PARTY, "russia", FALSE));
  g_assert_false (foed_query_is_narrowed (query));
  take (&twisted, foed_query_with_values (twisted, FOED_FACET_PARTY, none));
  g_assert_true (foed_query_equal (query, twisted));
}

static void
test_text (void)
{
  g_autoptr (FoedQuery) query = foed_query_new (FOED_LISTING_CLAUSES);

  take (&query, foed_query_with_text (query, "  armed attack "));
  g_assert_cmpstr (foed_query_get_text (query), ==, "armed attack");
  g_assert_true (foed_query_is_narrowed (query));
  take (&query, foed_query_with_text (query, "   "));
  g_assert_null (foed_query_get_text (query));
  g_assert_false (foed_query_is_narrowed (query));
}

static void
test_sort (void)
{
  g_autoptr (FoedQuery) query = foed_query_new (FOED_LISTING_ALLIANCES);
  gboolean descending = FALSE;

  take (&query, foed_query_with_sort (query, "begin", TRUE));
  take (&query, foed_query_with_listing (query, FOED_LISTING_INSTRUMENTS));
  g_assert_cmpstr (foed_query_get_sort (query, &descending), ==, "begin");
  g_assert_true (descending);
  take (&query, foed_query_with_listing (query, FOED_LISTING_CLAUSES));
  g_assert_null (foed_query_get_sort (query, &descending));
  g_assert_false (descending);
}

static void
test_cleared (void)
{
  g_autoptr (FoedQuery) query = foed_query_new (FOED_LISTING_ALLIANCES);

  take (&query, foed_query_with_sort (query, "title", TRUE));
  take (&query, foed_query_with_day (query, 700000));
  take (&query, foed_query_with_text (query, "pact"));
  take (&query, foed_query_with_value (query, FOED_FACET_REGION, "europe", TRUE));
  take (&query, foed_query_cleared (query));
  g_assert_false (foed_query_is_narrowed (query));
  g_assert_true (foed_query_get_day (query, NULL));
  g_assert_cmpstr (foed_query_get_sort (query, NULL), ==, "title");
}

/* Every name that is handed out can be handed in, and no two things have the same. */
static void
test_names (void)
{
  for (guint i = 0; i < FOED_N_FACETS; i++)
    {
      FoedFacet facet;

      g_assert_true (foed_facet_from_nick (foed_facet_get_nick (i), &facet));
      g_assert_cmpint (facet, ==, i);
      g_assert_nonnull (foed_facet_get_label (i));
    }

  for (guint i = 0; i < FOED_N_LISTINGS; i++)
    {
      g_autoptr (GHashTable) nicks = g_hash_table_new (g_str_hash, g_str_equal);
      FoedListing listing;
      guint n_columns;
      const FoedColumn *columns = foed_listing_get_columns (i, &n_columns);

      g_assert_true (foed_listing_from_nick (foed_listing_get_nick (i), &listing));
      g_assert_cmpint (listing, ==, i);
      g_assert_nonnull (foed_listing_get_label (i));

      for (guint j = 0; j < n_columns; j++)
        {
          g_assert_true (g_hash_table_add (nicks, (gpointer) columns[j].nick));
          g_assert_nonnull (foed_column_get_label (&columns[j]));
          g_assert_true ((columns[j].vocabulary != FOED_VOCABULARY_NONE) ==
                         (columns[j].type == FOED_COLUMN_TERM || columns[j].type == FOED_COLUMN_TERMS));
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/changes-leave-the-original", test_changes_leave_the_original);
  g_test_add_func ("/query/values", test_values);
  g_test_add_func ("/query/text", test_text);
  g_test_add_func ("/query/sort", test_sort);
  g_test_add_func ("/query/cleared", test_cleared);
  g_test_add_func ("/query/names", test_names);

  return g_test_run ();
}
