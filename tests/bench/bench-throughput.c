/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long it takes to import many treaties in a foreign dialect, and the same as native XML, against the floor: libxml2
 * that parses the same bytes, and SQLite that writes the same rows and words. The treaties are the samples of ToTA, each
 * copy with an identifier of its own. Each import is run by a process of its own, so that peaks of memory can be told
 * apart; the first brings in a tenth of the files. An import reads and writes in two threads, the floor has one. */

#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>
#include <libxml/parser.h>

#include "bench-floor.h"
#include "foedera.h"

#define SKIPPED 77
#define MARK "<treaty_identifier>"

typedef struct
{
  BenchTime time;
  double    memory;    /* in MiB */
} Costs;

static void
write_copy (const char *folder,
            const char *name,
            const char *text,
            guint       copy)
{
  g_autofree char *file = g_strdup_printf ("%03u-%s", copy, name);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autoptr (GError) error = NULL;
  const char *mark = strstr (text, MARK);
  g_autofree char *changed = NULL;

  g_assert_nonnull (mark);
  mark += strlen (MARK);
  changed = g_strdup_printf ("%.*s%u0%s", (int) (mark - text), text, copy, mark);

  if (!g_file_set_contents (path, changed, -1, &error))
    g_error ("%s", error->message);
}

/* Copies of all files of @samples until @folder has @most_bytes; returns how many bytes it has. */
static guint64
write_copies (const char *samples,
              const char *folder,
              guint64     most_bytes)
{
  guint64 n_bytes = 0;
  g_autoptr (GDir) dir = g_dir_open (samples, 0, NULL);
  const char *name;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);

  for (guint copy = 1; n_bytes < most_bytes; copy++)
    {
      g_dir_rewind (dir);

      while (n_bytes < most_bytes && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *path = g_build_filename (samples, name, NULL);
          g_autofree char *text = NULL;
          gsize length;

          if (!g_str_has_suffix (name, ".xml") || !g_file_get_contents (path, &text, &length, NULL))
            continue;

          write_copy (folder, name, text, copy);
          n_bytes += length;
        }
    }

  return n_bytes;
}

static void
import (const char *library_path,
        const char *path)
{
  g_autoptr (GFile) library_file = g_file_new_for_path (library_path);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (FoedLibrary) library = foed_library_open_sync (library_file, FOED_LIBRARY_CREATE, NULL, &error);
  g_autoptr (FoedImport) run = NULL;
  g_autoptr (FoedImportReport) report = NULL;

  g_assert_no_error (error);
  run = foed_import_new (library);
  foed_import_add_file (run, file);
  report = foed_import_run_sync (run, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (foed_import_report_get_n_refused_files (report), ==, 0);
}

static void
export (const char *library_path,
        const char *path)
{
  g_autoptr (GFile) library_file = g_file_new_for_path (library_path);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (FoedLibrary) library = foed_library_open_sync (library_file, FOED_LIBRARY_DEFAULT, NULL, &error);

  g_assert_no_error (error);
  foed_export_sync (library, NULL, file, NULL, &error);
  g_assert_no_error (error);
}

static void
parse_file (const char *path)
{
  xmlDoc *document = xmlReadFile (path, NULL, XML_PARSE_NONET | XML_PARSE_HUGE);

  g_assert_nonnull (document);
  xmlFreeDoc (document);
}

static void
parse_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      parse_file (path);
    }
}

/* Runs @program in a process of its own. */
static Costs
measure (void       (*program) (const char *library,
                                const char *path),
         const char  *library,
         const char  *path)
{
  gint64 begin = g_get_monotonic_time ();
  pid_t child = fork ();
  struct rusage usage;
  int status;

  if (child == 0)
    {
      program (library, path);
      _exit (0);
    }

  g_assert_cmpint (wait4 (child, &status, 0, &usage), ==, child);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);

  return (Costs) {
    { usage.ru_utime.tv_sec + usage.ru_stime.tv_sec + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6,
      (g_get_monotonic_time () - begin) / 1e6 },
    usage.ru_maxrss / 1024.0,
  };
}

static void
parse (const char *library,
       const char *path)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    parse_folder (path);
  else
    parse_file (path);
}

static void
print_comparison (const char  *name,
                  const Costs *imported,
                  const char  *library,
                  const char  *path,
                  double       most)
{
  g_autofree char *floor_path = g_strconcat (library, ".floor", NULL);
  BenchTime parsed = measure (parse, library, path).time;
  BenchTime written = bench_write_floor (floor_path, library, BENCH_FLOOR_BARE);
  gint64 n_rows = bench_count_rows (library);

  g_print ("%s%25s %10s\n", name, "processor", "clock");
  g_print ("  rows       %10" G_GINT64_FORMAT "\n", n_rows);
  g_print ("  import     %19.2f s %8.2f s\n", imported->time.processor, imported->time.clock);
  g_print ("  parsing    %19.2f s %8.2f s\n", parsed.processor, parsed.clock);
  g_print ("  writing    %19.2f s %8.2f s\n", written.processor, written.clock);
  g_print ("  ratio      %19.2f   %8.2f    at most %.1f\n",
           imported->time.processor / (parsed.processor + written.processor),
           imported->time.clock / (parsed.clock + written.clock), most);
  g_print ("  memory     %19.1f MiB\n", imported->memory);
  g_unlink (floor_path);
}

int
main (int   argc,
      char *argv[])
{
  const char *samples = argc > 1 ? argv[1] : "";
  guint n_megabytes = argc > 2 ? atoi (argv[2]) : 100;
  g_autofree char *folder = g_dir_make_tmp ("foedera-bench-XXXXXX", NULL);
  g_autofree char *few = g_build_filename (folder, "few", NULL);
  g_autofree char *many = g_build_filename (folder, "many", NULL);
  g_autofree char *few_library = g_build_filename (folder, "few.foedera", NULL);
  g_autofree char *library = g_build_filename (folder, "many.foedera", NULL);
  g_autofree char *native_library = g_build_filename (folder, "native.foedera", NULL);
  g_autofree char *native = g_build_filename (folder, "native.xml", NULL);
  g_autofree char *command = g_strdup_printf ("rm -r '%s'", folder);
  Costs foreign_costs, native_costs;

  if (!g_file_test (samples, G_FILE_TEST_IS_DIR))
    {
      g_print ("There are no samples in “%s” to measure with.\n", samples);
      return SKIPPED;
    }

  write_copies (samples, few, n_megabytes * (guint64) 100000);
  write_copies (samples, many, n_megabytes * (guint64) 1000000);

  /* A process begins with the memory of that which made it: what is measured comes first. */
  g_print ("memory for a tenth    %10.1f MiB\n", measure (import, few_library, few).memory);
  foreign_costs = measure (import, library, many);
  measure (export, library, native);
  native_costs = measure (import, native_library, native);
  print_comparison ("dialect", &foreign_costs, library, many, 1.5);
  print_comparison ("native ", &native_costs, native_library, native, 1.3);

  return system (command);
}
