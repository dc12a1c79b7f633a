/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long lists take: counting, the first page in every order, a page far down, facets; against the floor of one pass
 * by SQLite over the rows of the listing. */

#define G_LOG_DOMAIN "bench-list"

#include "config.h"

#include <sqlite3.h>

#include "bench-library.h"
#include "store/foed-list-model.h"

#define N_TIMES 5
#define PAGE 64

typedef struct
{
  TestLibrary  *test;
  FoedQuery    *query;
  sqlite3_stmt *floor;
  guint         offset;
  guint         n_rows;
} List;

static void
count (gpointer data)
{
  List *self = data;
  g_autoptr (GError) error = NULL;

  if (!foed_library_count_sync (self->test->library, self->query, &self->n_rows, NULL, &error))
    g_error ("%s", error->message);
}

static void
list (gpointer data)
{
  List *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows =
    foed_library_list_sync (self->test->library, self->query, self->offset, PAGE, NULL, &error);

  if (rows == NULL)
    g_error ("%s", error->message);
}

static void
count_facets (gpointer data)
{
  List *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) facets = foed_library_facets_sync (self->test->library, self->query, NULL, &error);

  if (facets == NULL)
    g_error ("%s", error->message);
}

static void
read_floor (gpointer data)
{
  List *self = data;

  sqlite3_reset (self->floor);

  while (sqlite3_step (self->floor) == SQLITE_ROW)
    ;
}

static void
print (const char *name,
       double      time,
       double      floor)
{
  g_print ("  %-28s %10.2f ms %8.2f\n", name, time, time / floor);
}

/* Where sorting is measured the first time counts: then the order is kept. */
static void
measure_orders (List   *self,
                double  floor)
{
  static const char *const orders[] = { "title", "number", "function", "alliance", "obligations" };
  g_autoptr (FoedQuery) natural = g_object_ref (self->query);

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr (FoedQuery) sorted = foed_query_with_sort (natural, orders[i], FALSE);
      g_autofree char *name = g_strconcat ("first page by ", orders[i], NULL);

      self->query = sorted;
      self->offset = 0;
      print (name, bench_measure (list, self, 1), floor);
    }

  self->offset = self->n_rows / 2;
  print ("page in the middle", bench_measure (list, self, N_TIMES), floor);
  self->query = natural;
}

static void
measure (TestLibrary  *test,
         sqlite3_stmt *floor_statement,
         FoedQuery    *query,
         const char   *name,
         gboolean      orders)
{
  List self = { test, query, floor_statement, 0, 0 };
  double floor = bench_measure (read_floor, &self, N_TIMES);

  g_print ("%s (floor: %.2f ms)\n", name, floor);
  print ("count", bench_measure (count, &self, N_TIMES), floor);
  g_print ("  %u rows\n", self.n_rows);
  print ("first page", bench_measure (list, &self, 1), floor);
  print ("first page again", bench_measure (list, &self, N_TIMES), floor);
  print ("facets", bench_measure (count_facets, &self, N_TIMES), floor);

  if (orders)
    measure_orders (&self, floor);
}

static FoedQuery *
with (FoedQuery *query,
      FoedFacet  facet,
      const char *nick)
{
  g_autoptr (FoedQuery) old = query;

  return foed_query_with_value (old, facet, nick, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  TestLibrary test = { 0 };
  g_autoptr (FoedQuery) all = foed_query_new (FOED_LISTING_CLAUSES);
  g_autoptr (FoedQuery) day = foed_query_with_day (all, foed_day_from_calendar (1914, 8, 1));
  g_autoptr (FoedQuery) duties = NULL;
  g_autoptr (FoedQuery) words = NULL;
  g_autoptr (FoedQuery) alliances = NULL;
  g_autoptr (FoedQuery) states = NULL;
  sqlite3 *handle;
  sqlite3_stmt *floor;

  bench_library_init (&test, 20000);
  sqlite3_open_v2 (g_file_peek_path (foed_library_get_file (test.library)), &handle, SQLITE_OPEN_READONLY, NULL);
  sqlite3_exec (handle, "PRAGMA cache_size = -16384", NULL, NULL, NULL);
  sqlite3_prepare_v2 (handle, "SELECT count(*), sum(first_day) FROM derived_row WHERE kind = 'clause'", -1, &floor,
                      NULL);

  duties = foed_query_with_listing (day, FOED_LISTING_OBLIGATIONS);
  duties = with (g_steal_pointer (&duties), FOED_FACET_OBLIGATION, "defence");
  duties = with (g_steal_pointer (&duties), FOED_FACET_BENEFICIARY, "state-007");
  words = foed_query_with_text (all, "dicor bacor");
  alliances = foed_query_with_listing (day, FOED_LISTING_ALLIANCES);
  states = foed_query_with_listing (day, FOED_LISTING_STATES);

  measure (&test, floor, all, "clauses", TRUE);
  measure (&test, floor, day, "clauses on a day", FALSE);
  measure (&test, floor, words, "clauses with words", FALSE);
  measure (&test, floor, duties, "who is bound to defend a state on a day", FALSE);
  measure (&test, floor, alliances, "alliances on a day", FALSE);
  measure (&test, floor, states, "states on a day", FALSE);

  sqlite3_finalize (floor);
  sqlite3_close (handle);
  bench_library_clear (&test);

  return 0;
}
