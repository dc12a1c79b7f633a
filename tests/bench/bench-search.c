/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a search takes, against the floor: FTS5 asked for the same words, for the keys of as many rows, with nothing
 * ranked, joined or shown. A search should answer as one types: within 50 ms over a million clauses. */

#define G_LOG_DOMAIN "bench-search"

#include "config.h"

#include <sqlite3.h>

#include "bench-library.h"

#define N_TIMES 9
#define N_HITS 50

typedef struct
{
  TestLibrary  *test;
  sqlite3_stmt *floor;
  const char   *text;
  const char   *expression;
  guint         n_hits;
} Search;

static void
search (gpointer data)
{
  Search *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = foed_library_search_sync (self->test->library, self->text, N_HITS, NULL, &error);

  if (hits == NULL)
    g_error ("%s", error->message);

  self->n_hits = hits->len;
}

static void
search_floor (gpointer data)
{
  Search *self = data;

  sqlite3_reset (self->floor);
  sqlite3_bind_text (self->floor, 1, self->expression, -1, SQLITE_STATIC);

  while (sqlite3_step (self->floor) == SQLITE_ROW)
    ;
}

/* What one types, letter by letter, and other questions. */
static const struct
{
  const char *text;
  const char *expression;
} questions[] = {
  { "tr", "\"tr\"" },
  { "tre", "\"tre\" *" },
  { "trea", "\"trea\" *" },
  { "treaty", "\"treaty\" *" },
  { "bac", "\"bac\" *" },
  { "baco", "\"baco\" *" },
  { "bacor", "\"bacor\" *" },
  { "fencordi", "\"fencordi\" *" },
  { "dicor bacor", "\"dicor\" AND \"bacor\" *" },
  { "dicor bacor fencor", "\"dicor\" AND \"bacor\" AND \"fencor\" *" },
  { "\"bacor dicor\"", "\"bacor dicor\"" },
  { "dicor -bacor", "\"dicor\" NOT \"bacor\"" },
  { "zoxiwan", "\"zoxiwan\" *" },
  { "a000001 5", "\"a000001\" AND \"5\"" },
};

int
main (int   argc,
      char *argv[])
{
  TestLibrary test = { 0 };
  sqlite3 *handle;
  sqlite3_stmt *floor;
  double slowest = 0;

  bench_library_init (&test, 20000);
  sqlite3_open_v2 (g_file_peek_path (foed_library_get_file (test.library)), &handle, SQLITE_OPEN_READONLY, NULL);
  sqlite3_exec (handle, "PRAGMA cache_size = -16384", NULL, NULL, NULL);
  sqlite3_prepare_v2 (handle, "SELECT rowid FROM search WHERE search MATCH ?1 LIMIT 50", -1, &floor, NULL);

  g_print ("%-24s %6s %10s %10s %8s\n", "words", "hits", "ms", "floor ms", "ratio");

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      Search data = { &test, floor, questions[i].text, questions[i].expression, 0 };
      double time = bench_measure (search, &data, N_TIMES);
      double floor_time = bench_measure (search_floor, &data, N_TIMES);

      g_print ("%-24s %6u %10.2f %10.2f %8.1f\n", questions[i].text, data.n_hits, time, floor_time, time / floor_time);
      slowest = MAX (slowest, time);
    }

  g_print ("slowest: %.1f ms\n", slowest);
  sqlite3_finalize (floor);
  sqlite3_close (handle);
  bench_library_clear (&test);

  return 0;
}
