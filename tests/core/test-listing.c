/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-listing"

#include "config.h"

#include "store/foed-listing.h"
#include "test-library.h"
#include "test-records.h"

/* Every way to sort and to narrow every listing is valid SQL, with a day and without. */
static void
test_all_sql (void)
{
  g_auto (TestLibrary) test = { 0 };

  test_library_init (&test);

  for (guint listing = 0; listing < FOED_N_LISTINGS; listing++)
    {
      guint n_columns;
      const FoedColumn *columns = foed_listing_get_columns (listing, &n_columns);

      for (guint i = 0; i < n_columns * FOED_N_FACETS * 2; i++)
        {
          g_autoptr (FoedQuery) query = foed_query_new (listing);
          FoedFacet facet = i / 2 % FOED_N_FACETS;

          test_take (&query, foed_query_with_value (query, facet, "x\"'; DROP TABLE record", TRUE));
          test_take (&query, foed_query_with_sort (query, columns[i / 2 / FOED_N_FACETS].nick, i % 3 == 0));

          if (i % 2 == 0)
            test_take (&query, foed_query_with_day (query, 700000));

          g_assert_cmpuint (test_library_count (&test, query), ==, 0);
          g_assert_cmpstr (test_library_list (&test, query, "id"), ==, "");
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/listing/all-sql", test_all_sql);

  return g_test_run ();
}
