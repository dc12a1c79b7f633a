/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long it takes to import a table of a data set, against the floor: libcsv that parses the same bytes, and SQLite that
 * writes the same rows. */

#include <csv.h>
#include <stdlib.h>
#include <sys/resource.h>

#include <glib/gstdio.h>

#include "bench-floor.h"
#include "foedera.h"

#define SKIPPED 77

static void
on_cell (void   *text,
         size_t  length,
         void   *user_data)
{
  (*(guint64 *) user_data)++;
}

static void
on_row (int   terminator,
        void *user_data)
{
}

static double
parse_only (const char *bytes,
            gsize       length)
{
  struct csv_parser parser;
  guint64 n_cells = 0;
  gint64 start = bench_get_time ();

  g_assert_cmpint (csv_init (&parser, CSV_STRICT), ==, 0);
  g_assert_cmpuint (csv_parse (&parser, bytes, length, on_cell, on_row, &n_cells), ==, length);
  csv_fini (&parser, on_cell, on_row, &n_cells);
  csv_free (&parser);
  g_print ("cells                  %8" G_GUINT64_FORMAT "\n", n_cells);

  return (bench_get_time () - start) / (double) G_USEC_PER_SEC;
}

static double
import (FoedLibrary *library,
        const char  *path)
{
  g_autoptr (FoedImport) import = foed_import_new (library);
  g_autoptr (FoedImportReport) report = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  gint64 start = bench_get_time ();

  foed_import_add_format (import, foed_data_set_get_import_format ());
  foed_import_add_file (import, file);
  report = foed_import_run_sync (import, NULL, &error);

  if (report == NULL)
    g_error ("%s", error->message);

  g_assert_cmpuint (foed_import_report_get_n_refused_files (report), ==, 0);

  return (bench_get_time () - start) / (double) G_USEC_PER_SEC;
}

int
main (int    argc,
      char **argv)
{
  const char *path = argc > 1 ? argv[1] : "";
  g_autofree char *folder = g_dir_make_tmp ("foedera-bench-XXXXXX", NULL);
  g_autofree char *library_path = g_build_filename (folder, "library.foedera", NULL);
  g_autofree char *floor_path = g_build_filename (folder, "floor.db", NULL);
  g_autofree char *command = g_strdup_printf ("rm -r '%s'", folder);
  g_autoptr (GFile) file = g_file_new_for_path (library_path);
  g_autoptr (FoedLibrary) library = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  struct rusage usage;
  gsize length;
  double parsed, first, again, written;
  gint64 n_rows;

  if (!g_file_get_contents (path, &bytes, &length, NULL))
    {
      g_print ("There is no table “%s” to measure with.\n", path);
      return SKIPPED;
    }

  library = foed_library_open_sync (file, FOED_LIBRARY_CREATE, NULL, &error);
  if (library == NULL)
    g_error ("%s", error->message);

  first = import (library, path);
  getrusage (RUSAGE_SELF, &usage);
  again = import (library, path);
  n_rows = bench_count_rows (library_path);
  parsed = parse_only (bytes, length);
  written = bench_write_floor (floor_path, library_path, BENCH_FLOOR_BARE).processor;

  g_print ("rows                   %8" G_GINT64_FORMAT "\n", n_rows);
  g_print ("import                 %8.2f s  %8.0f rows/s\n", first, n_rows / first);
  g_print ("the same once more     %8.2f s\n", again);
  g_print ("floor                  %8.2f s  (parsing %.3f s, writing %.2f s)\n", parsed + written, parsed, written);
  g_print ("ratio                  %8.2f\n", first / (parsed + written));
  g_print ("memory                 %8.1f MiB\n", usage.ru_maxrss / 1024.0);

  return system (command);
}
