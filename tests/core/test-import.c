/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <foedera.h>
#include <glib/gstdio.h>

#include "test-stores.h"

#define PLACE(id, title) "<place id='" id "' kind='city'><title>" title "</title></place>"
#define PLACE_WITHIN(id, within) "<place id='" id "' kind='city' within='" within "'><title>" id "</title></place>"

static char *
write_file (TestStore  *store,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (store->folder, name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);

  return g_steal_pointer (&path);
}

static FoedImport *
make_import (TestStore  *store,
             const char *first,
             ...) G_GNUC_NULL_TERMINATED;

static FoedImport *
make_import (TestStore  *store,
             const char *first,
             ...)
{
  FoedImport *import = foed_import_new (store->library);
  va_list names;

  va_start (names, first);

  for (const char *name = first; name != NULL; name = va_arg (names, const char *))
    {
      g_autofree char *path = g_path_is_absolute (name) ? g_strdup (name) : g_build_filename (store->folder, name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      foed_import_add_file (import, file);
    }

  va_end (names);

  return import;
}

static FoedImportReport *
run (FoedImport *import)
{
  g_autoptr (FoedImport) owned = import;
  g_autoptr (GError) error = NULL;
  FoedImportReport *report = foed_import_run_sync (owned, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (report);

  return report;
}

static void
assert_counts (FoedImportReport *report,
               guint             n_new,
               guint             n_changed,
               guint             n_unchanged,
               guint             n_refused)
{
  g_assert_cmpuint (foed_import_report_get_n_new (report), ==, n_new);
  g_assert_cmpuint (foed_import_report_get_n_changed (report), ==, n_changed);
  g_assert_cmpuint (foed_import_report_get_n_unchanged (report), ==, n_unchanged);
  g_assert_cmpuint (foed_import_report_get_n_refused (report), ==, n_refused);
}

/* The first problem of a file, as a person reads it. */
static char *
dup_problem (FoedImportReport *report,
             guint             position)
{
  FoedReport *problems = foed_import_file_get_report (foed_import_report_get_file (report, position));

  g_assert_cmpuint (foed_report_get_n_problems (problems), >, 0);

  return foed_problem_to_string (foed_report_get_problem (problems, 0));
}

static char *
export_all (TestStore *store)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  foed_export_to_stream_sync (store->library, NULL, stream, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_write (stream, "", 1, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);

  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static guint
count_history (TestStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = foed_library_list_history_sync (store->library, NULL, &error);

  g_assert_no_error (error);

  return entries->len;
}

static void
test_bundled_library (TestStore     *store,
                      gconstpointer  data)
{
  g_autoptr (FoedImportReport) first = run (make_import (store, FOEDERA_LIBRARY_DIR, NULL));
  g_autofree char *before = test_store_dump (store);
  g_autofree char *after = NULL;
  g_autoptr (FoedImportReport) second = NULL;

  for (guint i = 0; i < foed_import_report_get_n_files (first); i++)
    if (foed_import_file_get_refused (foed_import_report_get_file (first, i)))
      {
        g_autofree char *problem = dup_problem (first, i);

        g_error ("%s", problem);
      }

  g_assert_cmpuint (foed_import_report_get_n_new (first), >, 500);
  assert_counts (first, foed_import_report_get_n_new (first), 0, 0, 0);

  second = run (make_import (store, FOEDERA_LIBRARY_DIR, NULL));
  after = test_store_dump (store);
  assert_counts (second, 0, 0, foed_import_report_get_n_new (first), 0);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (count_history (store), ==, 1);
}

static void
test_order_of_files (TestStore     *store,
                     gconstpointer  data)
{
  TestStore other = { NULL };
  g_autofree char *groundwork = write_file (store, "b.xml", TEST_FILE (TEST_GROUNDWORK));
  g_autofree char *alliance = write_file (store, "a.xml", TEST_FILE (TEST_ALLIANCE));
  g_autoptr (FoedImportReport) one = run (make_import (store, groundwork, alliance, NULL));
  g_autoptr (FoedImportReport) two = NULL;
  g_autofree char *text = NULL;
  g_autofree char *text_of_other = NULL;

  test_store_set_up (&other, NULL);
  two = run (make_import (&other, alliance, groundwork, NULL));
  assert_counts (one, foed_import_report_get_n_new (one), 0, 0, 0);
  assert_counts (two, foed_import_report_get_n_new (one), 0, 0, 0);

  text = export_all (store);
  text_of_other = export_all (&other);
  g_assert_cmpstr (text, ==, text_of_other);
  test_store_tear_down (&other, NULL);
}

/* Each needs the other. */
static void
test_circle (TestStore     *store,
             gconstpointer  data)
{
  g_autofree char *one = write_file (store, "one.xml", TEST_FILE (PLACE_WITHIN ("one", "two")));
  g_autofree char *two = write_file (store, "two.xml", TEST_FILE (PLACE_WITHIN ("two", "one")));
  g_autoptr (FoedImportReport) report = run (make_import (store, one, two, NULL));

  assert_counts (report, 2, 0, 0, 0);
  g_assert_true (test_store_has (store, "one"));
  g_assert_true (test_store_has (store, "two"));
}

static void
test_refused_file (TestStore     *store,
                   gconstpointer  data)
{
  g_autofree char *good = write_file (store, "good.xml", TEST_FILE (PLACE ("good", "Good")));
  g_autofree char *bad = write_file (store, "bad.xml", TEST_FILE (PLACE ("early", "Early") PLACE ("Bad", "Bad")));
  g_autoptr (FoedImportReport) report = run (make_import (store, bad, good, NULL));
  FoedImportFile *file = foed_import_report_get_file (report, 0);
  g_autofree char *problem = dup_problem (report, 0);

  assert_counts (report, 1, 0, 0, 2);
  g_assert_cmpuint (foed_import_report_get_n_refused_files (report), ==, 1);
  g_assert_true (foed_import_file_get_refused (file));
  g_assert_cmpstr (foed_import_file_get_dialect (file), ==, "native");
  g_assert_nonnull (strstr (problem, "bad.xml:1:"));
  g_assert_nonnull (strstr (problem, "“Bad” is not an id."));
  g_assert_false (test_store_has (store, "early"));
  g_assert_true (test_store_has (store, "good"));
}

/* A file that refers to a refused one is refused with it, wherever it stands; a file that does not is taken. */
static void
test_dangling (TestStore     *store,
               gconstpointer  data)
{
  g_autofree char *third = write_file (store, "third.xml", TEST_FILE (PLACE_WITHIN ("third", "second")));
  g_autofree char *second = write_file (store, "second.xml", TEST_FILE (PLACE_WITHIN ("second", "first")));
  g_autofree char *first = write_file (store, "first.xml", TEST_FILE ("\n" PLACE_WITHIN ("first", "nowhere")));
  g_autofree char *alone = write_file (store, "alone.xml", TEST_FILE (PLACE ("alone", "Alone")));
  g_autoptr (FoedImportReport) report = run (make_import (store, third, alone, second, first, NULL));
  g_autofree char *problem = dup_problem (report, 3);

  assert_counts (report, 1, 0, 0, 3);
  g_assert_true (test_store_has (store, "alone"));
  g_assert_false (test_store_has (store, "first"));
  g_assert_nonnull (strstr (problem, "first.xml:2: error: “within” names “nowhere”"));
  g_assert_nonnull (strstr (problem, "/foedera/place[first]/@within; reference"));
}

/* A reference to something of the wrong kind leads nowhere too. */
static void
test_wrong_target (TestStore     *store,
                   gconstpointer  data)
{
  g_autofree char *path = write_file (store, "a.xml", TEST_FILE (TEST_GROUNDWORK PLACE_WITHIN ("a", "aland")));
  g_autoptr (FoedImportReport) report = run (make_import (store, path, NULL));
  g_autofree char *problem = dup_problem (report, 0);

  g_assert_nonnull (strstr (problem, "there is no <place> of that id"));
  g_assert_false (test_store_has (store, "aland"));
}

static void
test_taken_id (TestStore     *store,
               gconstpointer  data)
{
  g_autofree char *one = write_file (store, "one.xml", TEST_FILE (TEST_GROUNDWORK));
  g_autofree char *two = write_file (store, "two.xml", TEST_FILE ("\n" PLACE ("aland", "Aland")));
  g_autoptr (FoedImportReport) report = run (make_import (store, one, two, NULL));
  g_autofree char *problem = dup_problem (report, 1);

  g_assert_cmpuint (foed_import_report_get_n_refused_files (report), ==, 1);
  g_assert_nonnull (strstr (problem, "two.xml:2: error: "));
  g_assert_nonnull (strstr (problem, "aland"));
  g_assert_true (test_store_has (store, "aland"));
}

static void
test_dry_run (TestStore     *store,
              gconstpointer  data)
{
  g_autofree char *path = write_file (store, "a.xml", TEST_FILE (TEST_GROUNDWORK TEST_ALLIANCE));
  g_autoptr (FoedImport) import = make_import (store, path, NULL);
  g_autofree char *before = test_store_dump (store);
  g_autofree char *after = NULL;
  g_autoptr (FoedImportReport) report = NULL;
  g_autoptr (FoedImportReport) real = NULL;

  foed_import_set_dry_run (import, TRUE);
  foed_import_set_list_changes (import, TRUE);
  report = run (g_steal_pointer (&import));
  after = test_store_dump (store);
  g_assert_cmpstr (before, ==, after);
  g_assert_true (foed_import_report_get_dry_run (report));
  g_assert_cmpuint (foed_import_report_get_n_changes (report), >=, foed_import_report_get_n_new (report));
  g_assert_cmpuint (count_history (store), ==, 0);

  real = run (make_import (store, path, NULL));
  g_assert_cmpuint (foed_import_report_get_n_new (real), ==, foed_import_report_get_n_new (report));
  g_assert_cmpuint (foed_import_report_get_n_changes (real), ==, 0);
}

static void
test_changes_field_by_field (TestStore     *store,
                             gconstpointer  data)
{
  g_autofree char *before = write_file (store, "a.xml", TEST_FILE (PLACE ("a", "Before") PLACE ("b", "Same")));
  g_autofree char *after = write_file (store, "b.xml", TEST_FILE (PLACE ("a", "After") PLACE ("b", "Same")));
  g_autoptr (FoedImportReport) first = run (make_import (store, before, NULL));
  g_autoptr (FoedImport) import = make_import (store, after, NULL);
  g_autoptr (FoedImportReport) second = NULL;
  const FoedFieldChange *field;
  FoedChange *change;

  foed_import_set_list_changes (import, TRUE);
  second = run (g_steal_pointer (&import));
  assert_counts (second, 0, 1, 1, 0);
  g_assert_cmpuint (foed_import_report_get_n_changes (second), ==, 1);
  change = foed_import_report_get_change (second, 0);
  g_assert_cmpint (foed_change_get_kind (change), ==, FOED_CHANGE_CHANGED);
  g_assert_cmpstr (foed_change_get_id (change), ==, "a");
  g_assert_cmpuint (foed_change_get_n_fields (change), ==, 1);
  field = foed_change_get_field (change, 0);
  g_assert_cmpint (field->field, ==, FOED_FIELD_TITLE);
  g_assert_cmpstr (field->before, ==, "Before");
  g_assert_cmpstr (field->after, ==, "After");
}

static void
test_undo (TestStore     *store,
           gconstpointer  data)
{
  g_autofree char *path = write_file (store, "places.xml", TEST_FILE (PLACE ("a", "A")));
  g_autoptr (FoedImportReport) report = run (make_import (store, path, NULL));

  g_assert_true (test_store_has (store, "a"));
  test_store_undo (store, "Import of “places.xml”");
  g_assert_false (test_store_has (store, "a"));
}

static void
test_folder (TestStore     *store,
             gconstpointer  data)
{
  g_autofree char *folder = g_build_filename (store->folder, "in", NULL);
  g_autofree char *b = write_file (store, "in/b.xml", TEST_FILE (PLACE ("b", "B")));
  g_autofree char *a = write_file (store, "in/a/deep/a.xml", TEST_FILE (PLACE ("a", "A")));
  g_autofree char *hidden = write_file (store, "in/.c.xml", TEST_FILE (PLACE ("c", "C")));
  g_autofree char *other = write_file (store, "in/readme.txt", "not XML");
  g_autofree char *link = g_build_filename (folder, "loop", NULL);
  g_autoptr (FoedImportReport) report = NULL;

  g_assert_cmpint (symlink (folder, link), ==, 0);
  report = run (make_import (store, folder, NULL));
  g_assert_cmpuint (foed_import_report_get_n_files (report), ==, 2);
  g_assert_cmpstr (foed_import_file_get_name (foed_import_report_get_file (report, 0)), ==, a);
  g_assert_cmpstr (foed_import_file_get_name (foed_import_report_get_file (report, 1)), ==, b);
  assert_counts (report, 2, 0, 0, 0);
}

static void
test_empty_folder (TestStore     *store,
                   gconstpointer  data)
{
  g_autofree char *folder = g_build_filename (store->folder, "empty", NULL);
  g_autoptr (FoedImportReport) report = NULL;
  g_autofree char *problem = NULL;

  g_assert_cmpint (g_mkdir (folder, 0755), ==, 0);
  report = run (make_import (store, folder, NULL));
  problem = dup_problem (report, 0);
  g_assert_cmpuint (foed_import_report_get_n_refused_files (report), ==, 1);
  g_assert_nonnull (strstr (problem, "The folder holds no XML files and no tables."));
}

static void
test_missing_file (TestStore     *store,
                   gconstpointer  data)
{
  g_autofree char *good = write_file (store, "good.xml", TEST_FILE (PLACE ("good", "Good")));
  g_autoptr (FoedImportReport) report = run (make_import (store, "gone.xml", good, NULL));
  g_autofree char *problem = dup_problem (report, 0);

  g_assert_nonnull (strstr (problem, "There is no file"));
  assert_counts (report, 1, 0, 0, 0);
}

static void
on_progress_of_vanishing (FoedImport *import,
                          guint64     n_bytes,
                          guint64     n_bytes_total,
                          const char *name,
                          gpointer    user_data)
{
  const char *path = user_data;

  g_unlink (path);
}

/* It was there when the files were listed, and is gone when its turn comes. */
static void
test_vanishing_file (TestStore     *store,
                     gconstpointer  data)
{
  g_autofree char *good = write_file (store, "a.xml", TEST_FILE (PLACE ("a", "A")));
  g_autofree char *vanishing = write_file (store, "b.xml", TEST_FILE (PLACE ("b", "B")));
  g_autoptr (FoedImport) import = make_import (store, good, vanishing, NULL);
  g_autoptr (FoedImportReport) report = NULL;

  foed_import_set_progress (import, on_progress_of_vanishing, vanishing, NULL);
  report = run (g_steal_pointer (&import));
  assert_counts (report, 1, 0, 0, 0);
  g_assert_true (foed_import_file_get_refused (foed_import_report_get_file (report, 1)));
}

static void
test_cancelled (TestStore     *store,
                gconstpointer  data)
{
  g_autofree char *path = write_file (store, "a.xml", TEST_FILE (TEST_GROUNDWORK));
  g_autoptr (FoedImport) import = make_import (store, path, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (foed_import_run_sync (import, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (test_store_has (store, "aland"));
}

static void
on_progress_of_cancelled (FoedImport *import,
                          guint64     n_bytes,
                          guint64     n_bytes_total,
                          const char *name,
                          gpointer    user_data)
{
  g_cancellable_cancel (user_data);
}

static void
test_cancelled_midway (TestStore     *store,
                       gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new ("<foedera xmlns='https://foedera.github.io/ns/1' version='1'>");
  g_autofree char *path = NULL;
  g_autoptr (FoedImport) import = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *count = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "<place id='p%u' kind='city'><title>Place %u</title></place>", i, i);

  g_string_append (text, "</foedera>");
  path = write_file (store, "many.xml", text->str);
  import = make_import (store, path, NULL);
  foed_import_set_progress (import, on_progress_of_cancelled, cancellable, NULL);
  g_assert_null (foed_import_run_sync (import, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  count = test_store_query (store, "SELECT count (*) FROM record");
  g_assert_cmpstr (count, ==, "0");
}

typedef struct
{
  GMainLoop        *loop;
  GThread          *thread;
  guint             n_calls;
  guint64           n_bytes_total;
  FoedImportReport *report;
} AsyncRun;

static void
on_progress (FoedImport *import,
             guint64     n_bytes,
             guint64     n_bytes_total,
             const char *name,
             gpointer    user_data)
{
  AsyncRun *async_run = user_data;

  g_assert_true (g_thread_self () == async_run->thread);
  g_assert_null (async_run->report);
  g_assert_cmpuint (n_bytes, <=, n_bytes_total);
  g_assert_true (g_str_has_suffix (name, ".xml"));
  async_run->n_bytes_total = n_bytes_total;
  async_run->n_calls++;
}

static void
on_done (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  AsyncRun *async_run = user_data;
  g_autoptr (GError) error = NULL;

  async_run->report = foed_import_run_finish (FOED_IMPORT (source), result, &error);
  g_assert_no_error (error);
  g_main_loop_quit (async_run->loop);
}

static void
test_async (TestStore     *store,
            gconstpointer  data)
{
  g_autofree char *path = write_file (store, "a.xml", TEST_FILE (TEST_GROUNDWORK TEST_ALLIANCE));
  g_autoptr (FoedImport) import = make_import (store, path, NULL);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  AsyncRun async_run = { loop, g_thread_self (), 0, 0, NULL };
  g_autoptr (FoedImportReport) report = NULL;

  foed_import_set_progress (import, on_progress, &async_run, NULL);
  foed_import_run_async (import, NULL, on_done, &async_run);
  g_main_loop_run (loop);
  report = g_steal_pointer (&async_run.report);
  g_assert_cmpuint (foed_import_report_get_n_new (report), >, 5);
  g_assert_cmpuint (async_run.n_calls, >=, 1);
  g_assert_cmpuint (async_run.n_bytes_total, ==, strlen (TEST_FILE (TEST_GROUNDWORK TEST_ALLIANCE)));
  g_assert_true (test_store_has (store, "pact.treaty.1.defence"));
}

/* A document with many files does not need the memory of all of them, nor an order. */
static void
test_many_files (TestStore     *store,
                 gconstpointer  data)
{
  g_autofree char *folder = g_build_filename (store->folder, "many", NULL);
  g_autoptr (FoedImportReport) report = NULL;

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *name = g_strdup_printf ("many/%03u.xml", i);
      g_autofree char *text = g_strdup_printf (TEST_FILE (PLACE_WITHIN ("p%u", "p%u")), i, (i + 7) % 300, i);
      g_autofree char *path = write_file (store, name, text);
    }

  report = run (make_import (store, folder, NULL));
  assert_counts (report, 300, 0, 0, 0);
  g_assert_cmpuint (count_history (store), ==, 1);
}

#define ADD(path, func) g_test_add (path, TestStore, NULL, test_store_set_up, func, test_store_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/import/bundled-library", test_bundled_library);
  ADD ("/import/order-of-files", test_order_of_files);
  ADD ("/import/circle", test_circle);
  ADD ("/import/refused-file", test_refused_file);
  ADD ("/import/dangling", test_dangling);
  ADD ("/import/wrong-target", test_wrong_target);
  ADD ("/import/taken-id", test_taken_id);
  ADD ("/import/dry-run", test_dry_run);
  ADD ("/import/changes-field-by-field", test_changes_field_by_field);
  ADD ("/import/undo", test_undo);
  ADD ("/import/folder", test_folder);
  ADD ("/import/empty-folder", test_empty_folder);
  ADD ("/import/missing-file", test_missing_file);
  ADD ("/import/vanishing-file", test_vanishing_file);
  ADD ("/import/cancelled", test_cancelled);
  ADD ("/import/cancelled-midway", test_cancelled_midway);
  ADD ("/import/async", test_async);
  ADD ("/import/many-files", test_many_files);

  return g_test_run ();
}
