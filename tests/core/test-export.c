/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <foedera.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "test-stores.h"

static GFile *
get_file (TestStore  *store,
          const char *name)
{
  return g_file_new_build_filename (store->folder, name, NULL);
}

static char *
read_file (GFile *file)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_load_contents (file, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);

  return text;
}

static void
import (TestStore *store,
        GFile     *file)
{
  g_autoptr (FoedImport) run = foed_import_new (store->library);
  g_autoptr (FoedImportReport) report = NULL;
  g_autoptr (GError) error = NULL;

  foed_import_add_file (run, file);
  report = foed_import_run_sync (run, NULL, &error);
  g_assert_no_error (error);

  if (foed_import_report_get_n_errors (report) > 0)
    {
      FoedReport *problems = foed_import_file_get_report (foed_import_report_get_file (report, 0));
      g_autofree char *problem = foed_problem_to_string (foed_report_get_problem (problems, 0));

      g_error ("%s", problem);
    }
}

static void
export (TestStore          *store,
        const char * const *ids,
        GFile              *file)
{
  g_autoptr (GError) error = NULL;

  foed_export_sync (store->library, ids, file, NULL, &error);
  g_assert_no_error (error);
}

static guint
count_files (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  guint n_files = 0;

  while (g_dir_read_name (folder) != NULL)
    n_files++;

  return n_files;
}

/* Records of one kind are sorted by id. */
static void
assert_sorted (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n  <state id=\"", -1);

  g_assert_cmpuint (g_strv_length (lines), >, 100);

  for (guint i = 2; lines[i] != NULL; i++)
    {
      g_autofree char *previous = g_strndup (lines[i - 1], strcspn (lines[i - 1], "\""));
      g_autofree char *id = g_strndup (lines[i], strcspn (lines[i], "\""));

      g_assert_cmpstr (previous, <, id);
    }
}

/* What was imported comes out again, and what came out makes the same library. */
static void
test_everything (TestStore     *store,
                 gconstpointer  data)
{
  TestStore other = { NULL };
  g_autoptr (GFile) bundled = g_file_new_for_path (FOEDERA_LIBRARY_DIR);
  g_autoptr (GFile) one = get_file (store, "one.xml");
  g_autoptr (GFile) two = get_file (store, "two.xml");
  g_autofree char *text = NULL;
  g_autofree char *text_of_other = NULL;

  import (store, bundled);
  export (store, NULL, one);
  test_store_set_up (&other, NULL);
  import (&other, one);
  export (&other, NULL, two);
  text = read_file (one);
  text_of_other = read_file (two);
  g_assert_cmpstr (text, ==, text_of_other);
  assert_sorted (text);
  test_store_tear_down (&other, NULL);
}

/* A file of the bundled library that holds all of one kind is what an export of them gives. */
static void
test_same_bytes (TestStore     *store,
                 gconstpointer  data)
{
  static const char content[] = TEST_FILE (TEST_GROUNDWORK TEST_ALLIANCE);
  g_autoptr (GFile) first = get_file (store, "first.xml");
  g_autoptr (GFile) second = get_file (store, "second.xml");
  g_autofree char *text = NULL;
  g_autofree char *text_again = NULL;

  g_file_replace_contents (first, content, strlen (content), NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, NULL);
  import (store, first);
  export (store, NULL, first);
  text = read_file (first);
  import (store, first);
  export (store, NULL, second);
  text_again = read_file (second);
  g_assert_cmpstr (text, ==, text_again);
  g_assert_nonnull (strstr (text, "\n  <alliance id=\"pact\" "));
}

/* One alliance comes with all that it names, so that it can be read into an empty library. */
static void
test_selection (TestStore     *store,
                gconstpointer  data)
{
  static const char *const ids[] = { "dual-alliance", NULL };
  TestStore other = { NULL };
  g_autoptr (GFile) bundled = g_file_new_for_path (FOEDERA_LIBRARY_DIR);
  g_autoptr (GFile) file = get_file (store, "dual.xml");
  g_autofree char *text = NULL;

  import (store, bundled);
  export (store, ids, file);
  text = read_file (file);
  g_assert_nonnull (strstr (text, "<alliance id=\"dual-alliance\""));
  g_assert_nonnull (strstr (text, "<state id=\"austria-hungary\""));
  g_assert_null (strstr (text, "<alliance id=\"nato\""));

  test_store_set_up (&other, NULL);
  import (&other, file);
  g_assert_true (test_store_has (&other, "dual-alliance"));
  test_store_tear_down (&other, NULL);
}

static void
test_unknown_id (TestStore     *store,
                 gconstpointer  data)
{
  static const char *const ids[] = { "nowhere", NULL };
  g_autoptr (GFile) file = get_file (store, "old.xml");
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_file_replace_contents (file, "old", 3, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, NULL);
  g_assert_false (foed_export_sync (store->library, ids, file, NULL, &error));
  g_assert_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_NOT_FOUND);
  text = read_file (file);
  g_assert_cmpstr (text, ==, "old");
}

/* The permissions of a file that is replaced are kept, and a link leads where it led. */
static void
test_replaces (TestStore     *store,
               gconstpointer  data)
{
  g_autoptr (GFile) file = get_file (store, "real.xml");
  g_autoptr (GFile) link = get_file (store, "link.xml");
  g_autofree char *text = NULL;
  GStatBuf status;

  g_file_replace_contents (file, "old", 3, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, NULL);
  g_assert_cmpint (g_chmod (g_file_peek_path (file), 0640), ==, 0);
  g_assert_cmpint (symlink ("real.xml", g_file_peek_path (link)), ==, 0);
  export (store, NULL, link);
  text = read_file (file);
  g_assert_true (g_str_has_prefix (text, "<?xml"));
  g_assert_cmpint (g_lstat (g_file_peek_path (link), &status), ==, 0);
  g_assert_true (S_ISLNK (status.st_mode));
  g_assert_cmpint (g_stat (g_file_peek_path (file), &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0640);
}

static void
test_no_folder (TestStore     *store,
                gconstpointer  data)
{
  g_autoptr (GFile) file = get_file (store, "no/such/folder.xml");
  g_autoptr (GFile) folder = g_file_new_for_path (store->folder);
  g_autoptr (GError) error = NULL;

  g_assert_false (foed_export_sync (store->library, NULL, file, NULL, &error));
  g_assert_error (error, FOED_XML_ERROR, FOED_XML_ERROR_CANNOT_WRITE);
  g_assert_nonnull (strstr (error->message, "folder.xml"));
  g_clear_error (&error);

  g_assert_false (foed_export_sync (store->library, NULL, folder, NULL, &error));
  g_assert_error (error, FOED_XML_ERROR, FOED_XML_ERROR_CANNOT_WRITE);
}

/* No more can be written to any file after a few kilobytes, as if the disk were full. */
static void
export_with_little_space (TestStore *store,
                          GFile     *file)
{
  struct rlimit limit = { 8192, 8192 };
  g_autoptr (GError) error = NULL;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (foed_export_sync (store->library, NULL, file, NULL, &error));
  g_assert_error (error, FOED_XML_ERROR, FOED_XML_ERROR_CANNOT_WRITE);
}

static void
test_full_disk (TestStore     *store,
                gconstpointer  data)
{
  g_autoptr (GFile) bundled = g_file_new_for_path (FOEDERA_LIBRARY_DIR);
  g_autoptr (GFile) file = get_file (store, "out/old.xml");
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *text = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }

  import (store, bundled);
  g_assert_true (g_file_make_directory (folder, NULL, NULL));
  g_file_replace_contents (file, "old", 3, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, NULL);
  export_with_little_space (store, file);
  text = read_file (file);
  g_assert_cmpstr (text, ==, "old");
  g_assert_cmpuint (count_files (g_file_peek_path (folder)), ==, 1);
}

/* What can't be replaced is written to. */
static void
test_full_device (TestStore     *store,
                  gconstpointer  data)
{
  g_autoptr (GFile) device = g_file_new_for_path ("/dev/full");
  g_autoptr (GError) error = NULL;

  if (!g_file_query_exists (device, NULL))
    {
      g_test_skip ("there is no /dev/full");
      return;
    }

  g_assert_false (foed_export_sync (store->library, NULL, device, NULL, &error));
  g_assert_error (error, FOED_XML_ERROR, FOED_XML_ERROR_CANNOT_WRITE);
  g_assert_true (g_file_query_exists (device, NULL));
}

static void
test_cancelled (TestStore     *store,
                gconstpointer  data)
{
  g_autoptr (GFile) file = get_file (store, "out/old.xml");
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_true (g_file_make_directory (folder, NULL, NULL));
  g_file_replace_contents (file, "old", 3, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, NULL);
  g_cancellable_cancel (cancellable);
  g_assert_false (foed_export_sync (store->library, NULL, file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  text = read_file (file);
  g_assert_cmpstr (text, ==, "old");
  g_assert_cmpuint (count_files (g_file_peek_path (folder)), ==, 1);
}

static void
on_done (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (foed_export_finish (FOED_LIBRARY (source), result, &error));
  g_assert_no_error (error);
  g_main_loop_quit (user_data);
}

static void
test_async (TestStore     *store,
            gconstpointer  data)
{
  g_autoptr (GFile) file = get_file (store, "async.xml");
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autofree char *text = NULL;

  foed_export_async (store->library, NULL, file, NULL, on_done, loop);
  g_main_loop_run (loop);
  text = read_file (file);
  g_assert_true (g_str_has_suffix (text, "</foedera>\n"));
}

#define ADD(path, func) g_test_add (path, TestStore, NULL, test_store_set_up, func, test_store_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/export/everything", test_everything);
  ADD ("/export/same-bytes", test_same_bytes);
  ADD ("/export/selection", test_selection);
  ADD ("/export/unknown-id", test_unknown_id);
  ADD ("/export/replaces", test_replaces);
  ADD ("/export/no-folder", test_no_folder);
  ADD ("/export/full-disk", test_full_disk);
  ADD ("/export/full-device", test_full_device);
  ADD ("/export/cancelled", test_cancelled);
  ADD ("/export/async", test_async);

  return g_test_run ();
}
