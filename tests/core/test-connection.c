/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/foed-migration-private.h"
#include "test-stores.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define PUT(store, content) test_store_put (store, "Test", TEST_FILE (content))

/* Opening must fail with that error, say which file it is about, and what to do; and leave the file alone. */
static void
assert_refused (const char       *path,
                FoedLibraryFlags  flags,
                int               code)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *name = g_path_get_basename (path);
  gsize n_before = 0, n_after = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoedLibrary) library = NULL;

  g_file_get_contents (path, &before, &n_before, NULL);
  library = foed_library_open_sync (file, flags, NULL, &error);
  g_assert_null (library);
  g_assert_error (error, FOED_LIBRARY_ERROR, code);
  g_assert_nonnull (strstr (error->message, name));
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_file_get_contents (path, &after, &n_after, NULL);
  g_assert_cmpmem (before, n_before, after, n_after);
}

static char *
make_file (TestStore  *fixture,
           const char *name,
           const char *contents,
           gssize      length)
{
  char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, length, &error);
  g_assert_no_error (error);

  return path;
}

static void
test_no_file (TestStore     *fixture,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "none.foedera", NULL);
  g_autofree char *below = g_build_filename (fixture->folder, "no", "none.foedera", NULL);

  assert_refused (path, FOED_LIBRARY_DEFAULT, FOED_LIBRARY_ERROR_CANNOT_OPEN);
  assert_refused (path, FOED_LIBRARY_READ_ONLY, FOED_LIBRARY_ERROR_CANNOT_OPEN);
  assert_refused (below, FOED_LIBRARY_CREATE, FOED_LIBRARY_ERROR_CANNOT_OPEN);
  assert_refused (fixture->folder, FOED_LIBRARY_DEFAULT, FOED_LIBRARY_ERROR_CANNOT_OPEN);
  assert_refused (fixture->folder, FOED_LIBRARY_CREATE, FOED_LIBRARY_ERROR_CANNOT_OPEN);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_not_a_library (TestStore     *fixture,
                    gconstpointer  data)
{
  g_autofree char *text = make_file (fixture, "text.foedera", "This is a letter, not a library. It is long enough, too.",
                                     -1);
  g_autofree char *empty = make_file (fixture, "empty.foedera", "", 0);
  g_autofree char *noise = NULL;
  g_autofree char *other = g_build_filename (fixture->folder, "other.db", NULL);
  g_autofree char *stolen = g_build_filename (fixture->folder, "stolen.db", NULL);
  char bytes[8192];
  sqlite3 *connection;

  for (guint i = 0; i < sizeof bytes; i++)
    bytes[i] = g_test_rand_int_range (0, 256);

  noise = make_file (fixture, "noise.foedera", bytes, sizeof bytes);
  assert_refused (text, FOED_LIBRARY_DEFAULT, FOED_LIBRARY_ERROR_NOT_A_LIBRARY);
  assert_refused (text, FOED_LIBRARY_CREATE, FOED_LIBRARY_ERROR_NOT_A_LIBRARY);
  assert_refused (text, FOED_LIBRARY_READ_ONLY, FOED_LIBRARY_ERROR_NOT_A_LIBRARY);
  assert_refused (noise, FOED_LIBRARY_CREATE, FOED_LIBRARY_ERROR_NOT_A_LIBRARY);
  assert_refused (empty, FOED_LIBRARY_DEFAULT, FOED_LIBRARY_ERROR_NOT_A_LIBRARY);
  assert_refused (empty, FOED_LIBRARY_READ_ONLY, FOED_LIBRARY_ERROR_NOT_A_LIBRARY);

  /* Databases of other programs: without a sign, and with their own. */
  g_assert_cmpint (sqlite3_open (other, &connection), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (connection, "CREATE TABLE record (a)", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (connection);
  g_assert_cmpint (sqlite3_open (stolen, &connection), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (connection, "PRAGMA application_id = 7; PRAGMA user_version = 1", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  sqlite3_close (connection);
  assert_refused (other, FOED_LIBRARY_CREATE, FOED_LIBRARY_ERROR_NOT_A_LIBRARY);
  assert_refused (stolen, FOED_LIBRARY_CREATE, FOED_LIBRARY_ERROR_NOT_A_LIBRARY);
}

/* A file of no bytes, as a crash while making a library leaves it, becomes one where that is asked for. */
static void
test_empty_becomes_library (TestStore     *fixture,
                            gconstpointer  data)
{
  test_store_close (fixture);
  g_free (fixture->path);
  fixture->path = make_file (fixture, "empty.foedera", "", 0);
  test_store_open (fixture, FOED_LIBRARY_CREATE);
  PUT (fixture, TEST_GROUNDWORK);
  g_assert_true (test_store_has (fixture, "aland"));
}

static void
test_too_new (TestStore     *fixture,
              gconstpointer  data)
{
  test_store_close (fixture);
  test_store_execute (fixture, "PRAGMA user_version = 999");
  assert_refused (fixture->path, FOED_LIBRARY_DEFAULT, FOED_LIBRARY_ERROR_TOO_NEW);
  assert_refused (fixture->path, FOED_LIBRARY_CREATE, FOED_LIBRARY_ERROR_TOO_NEW);
  assert_refused (fixture->path, FOED_LIBRARY_READ_ONLY, FOED_LIBRARY_ERROR_TOO_NEW);
}

/* Somebody added a trigger to the file: nothing is written to it. */
static void
test_rebuilt (TestStore     *fixture,
              gconstpointer  data)
{
  test_store_close (fixture);
  test_store_execute (fixture, "CREATE TRIGGER evil AFTER INSERT ON state BEGIN DELETE FROM record; END");
  assert_refused (fixture->path, FOED_LIBRARY_DEFAULT, FOED_LIBRARY_ERROR_CORRUPT);
  test_store_execute (fixture, "DROP TRIGGER evil; DROP TABLE derived_facet");
  assert_refused (fixture->path, FOED_LIBRARY_DEFAULT, FOED_LIBRARY_ERROR_CORRUPT);
}

static void
fill (TestStore *fixture)
{
  g_autoptr (GString) xml = g_string_new ("<foedera>");

  for (guint i = 0; i < 400; i++)
    g_string_append_printf (xml, "<state id='s%u'><title>State %u</title><note>Some words about state %u.</note></state>",
                            i, i, i);

  g_string_append (xml, "</foedera>");
  test_store_put (fixture, "Fill", xml->str);
}

static void
test_truncated (TestStore     *fixture,
                gconstpointer  data)
{
  GStatBuf status;

  fill (fixture);
  test_store_close (fixture);
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (truncate (fixture->path, status.st_size / 2), ==, 0);
  assert_refused (fixture->path, FOED_LIBRARY_DEFAULT, FOED_LIBRARY_ERROR_CORRUPT);
  assert_refused (fixture->path, FOED_LIBRARY_READ_ONLY, FOED_LIBRARY_ERROR_CORRUPT);
  g_assert_cmpint (truncate (fixture->path, 60), ==, 0);
  assert_refused (fixture->path, FOED_LIBRARY_DEFAULT, FOED_LIBRARY_ERROR_CORRUPT);
}

/* Bytes are turned over anywhere but in the first page. The program may find that the library is damaged, or not touch
 * the spot; it does not crash, and check finds it. */
static void
test_flipped (TestStore     *fixture,
              gconstpointer  data)
{
  g_autofree char *sound = NULL;
  gsize length;
  guint n_found = 0;

  fill (fixture);
  test_store_close (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &sound, &length, NULL));

  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
      g_autofree char *bytes = g_memdup2 (sound, length);
      g_autoptr (FoedLibrary) library = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) findings = NULL;
      gsize page = 4096 * g_test_rand_int_range (1, length / 4096);

      /* The head of a page and its cell pointers are always in use. */
      for (guint j = 0; j < 12; j++)
        bytes[page + j] ^= 0x5a;

      g_assert_true (g_file_set_contents (fixture->path, bytes, length, NULL));
      library = foed_library_open_sync (file, FOED_LIBRARY_DEFAULT, NULL, &error);

      if (library != NULL)
        findings = foed_library_check_sync (library, NULL, &error);

      if (error != NULL)
        g_assert_cmpint (error->domain, ==, FOED_LIBRARY_ERROR);

      n_found += error != NULL || findings->len > 0;
    }

  g_assert_cmpuint (n_found, ==, 40);
}

/* Runs in another process, as somebody who may do no more than others: root may do anything. */
static void
run_as_nobody (TestStore  *fixture,
               void      (*func) (TestStore *))
{
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      if (getuid () == 0 && (setgid (65534) != 0 || setuid (65534) != 0))
        _exit (2);

      func (fixture);
      _exit (0);
    }

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

static void
expect_no_permission (TestStore *fixture)
{
  assert_refused (fixture->path, FOED_LIBRARY_DEFAULT, FOED_LIBRARY_ERROR_CANNOT_OPEN);
  assert_refused (fixture->path, FOED_LIBRARY_READ_ONLY, FOED_LIBRARY_ERROR_CANNOT_OPEN);
}

static void
expect_read_only (TestStore *fixture)
{
  g_autoptr (GError) error = NULL;

  assert_refused (fixture->path, FOED_LIBRARY_DEFAULT, FOED_LIBRARY_ERROR_READ_ONLY);
  test_store_open (fixture, FOED_LIBRARY_READ_ONLY);
  g_assert_true (test_store_has (fixture, "aland"));
  g_assert_true (foed_library_get_read_only (fixture->library));
  g_assert_false (test_store_try_put (fixture, TEST_FILE (TEST_GROUNDWORK), FOED_WRITE_DEFAULT, NULL, &error));
  g_assert_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_READ_ONLY);
  test_store_close (fixture);
}

/* A library that may not be written, in a folder that may not be written, as an installed one is. */
static void
test_permissions (TestStore     *fixture,
                  gconstpointer  data)
{
  PUT (fixture, TEST_GROUNDWORK);
  test_store_close (fixture);

  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
  g_assert_cmpint (g_chmod (fixture->path, 0), ==, 0);
  run_as_nobody (fixture, expect_no_permission);
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  run_as_nobody (fixture, expect_read_only);
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
  run_as_nobody (fixture, expect_read_only);
  g_assert_cmpint (g_chmod (fixture->path, 0644), ==, 0);
}

/* Another process writes; this one waits for some seconds and then says who is in the way. What it reads meanwhile is
 * what was there before. */
static void
test_busy (TestStore     *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  int ready[2], release[2];
  char byte = 0;
  pid_t child;

  PUT (fixture, TEST_GROUNDWORK);
  g_assert_cmpint (pipe (ready), ==, 0);
  g_assert_cmpint (pipe (release), ==, 0);
  child = fork ();

  if (child == 0)
    {
      sqlite3 *connection;

      sqlite3_open (fixture->path, &connection);
      sqlite3_exec (connection, "BEGIN IMMEDIATE; UPDATE state SET title = 'Elsewhere'", NULL, NULL, NULL);

      if (write (ready[1], &byte, 1) == 1 && read (release[0], &byte, 1) == 1)
        sqlite3_exec (connection, "ROLLBACK", NULL, NULL, NULL);

      _exit (0);
    }

  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
  g_assert_true (test_store_has (fixture, "aland"));
  g_assert_false (test_store_try_put (fixture, TEST_FILE (TEST_ALLIANCE), FOED_WRITE_DEFAULT, NULL, &error));
  g_assert_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_BUSY);
  g_assert_nonnull (strstr (error->message, "library.foedera"));

  g_assert_cmpint (write (release[1], &byte, 1), ==, 1);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  PUT (fixture, TEST_ALLIANCE);
  g_assert_true (test_store_has (fixture, "pact"));
}

static gpointer
cancel_soon (gpointer data)
{
  g_usleep (G_USEC_PER_SEC / 10);
  g_cancellable_cancel (data);

  return NULL;
}

static gboolean
do_nothing (FoedWriter    *writer,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  return TRUE;
}

/* Waiting for another program can be given up. */
static void
test_busy_cancelled (TestStore     *fixture,
                     gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  sqlite3 *connection;
  GThread *thread;

  g_assert_cmpint (sqlite3_open (fixture->path, &connection), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (connection, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  thread = g_thread_new ("cancel", cancel_soon, cancellable);
  g_assert_false (foed_library_write_sync (fixture->library, "Test", FOED_WRITE_DEFAULT, do_nothing, NULL, cancellable,
                                           NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
  sqlite3_close (connection);
}

/* A disk of one megabyte. */
static void
test_full (TestStore     *fixture,
           gconstpointer  data)
{
  g_autofree char *disk = g_build_filename (fixture->folder, "disk", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GString) xml = g_string_new ("<foedera>");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (disk, 0755), ==, 0);

  if (mount ("none", disk, "tmpfs", 0, "size=1M") != 0)
    {
      g_test_skip ("only root can make a small disk");
      return;
    }

  test_store_close (fixture);
  g_free (fixture->path);
  fixture->path = g_build_filename (disk, "library.foedera", NULL);
  test_store_open (fixture, FOED_LIBRARY_CREATE);
  PUT (fixture, TEST_GROUNDWORK);
  before = test_store_dump (fixture);

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (xml, "<state id='s%u'><title>State %u</title></state>", i, i);

  g_string_append (xml, "</foedera>");
  g_assert_false (test_store_try_put (fixture, xml->str, FOED_WRITE_DEFAULT, NULL, &error));
  g_assert_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_FULL);
  g_assert_nonnull (strstr (error->message, "library.foedera"));
  after = test_store_dump (fixture);
  g_assert_cmpstr (before, ==, after);
  PUT (fixture, "<state id='small'><title>Small</title></state>");
  g_assert_true (test_store_has (fixture, "small"));

  test_store_close (fixture);
  g_assert_cmpint (umount (disk), ==, 0);
}

static void
open_created (TestStore *fixture)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (FoedLibrary) library = foed_library_open_sync (file, FOED_LIBRARY_CREATE, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (library);
}

/* Several processes make the same library at once. */
static void
test_race (TestStore     *fixture,
           gconstpointer  data)
{
  pid_t children[6];
  g_autofree char *version = NULL;

  test_store_close (fixture);
  g_free (fixture->path);
  fixture->path = g_build_filename (fixture->folder, "race.foedera", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    if ((children[i] = fork ()) == 0)
      {
        open_created (fixture);
        _exit (0);
      }

  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    {
      int status;

      g_assert_cmpint (waitpid (children[i], &status, 0), ==, children[i]);
      g_assert_true (WIFEXITED (status));
      g_assert_cmpint (WEXITSTATUS (status), ==, 0);
    }

  version = test_store_query (fixture, "PRAGMA application_id; PRAGMA user_version; PRAGMA journal_mode");
  g_assert_cmpstr (version, ==, "1179600196\n" G_STRINGIFY (FOED_SCHEMA_VERSION) "\nwal");
}

#define ADD(path, function) g_test_add (path, TestStore, NULL, test_store_set_up, function, test_store_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/connection/no-file", test_no_file);
  ADD ("/connection/not-a-library", test_not_a_library);
  ADD ("/connection/empty-becomes-library", test_empty_becomes_library);
  ADD ("/connection/too-new", test_too_new);
  ADD ("/connection/rebuilt", test_rebuilt);
  ADD ("/connection/truncated", test_truncated);
  ADD ("/connection/flipped", test_flipped);
  ADD ("/connection/permissions", test_permissions);
  ADD ("/connection/busy", test_busy);
  ADD ("/connection/busy-cancelled", test_busy_cancelled);
  ADD ("/connection/full", test_full);
  ADD ("/connection/race", test_race);

  return g_test_run ();
}
