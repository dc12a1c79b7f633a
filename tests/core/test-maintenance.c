/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "test-stores.h"

#include <glib/gstdio.h>
#include <unistd.h>

#define PUT(store, content) test_store_put (store, "Test", TEST_FILE (content))

static GPtrArray *
check (TestStore *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *findings = foed_library_check_sync (fixture->library, NULL, &error);

  g_assert_no_error (error);

  return findings;
}

static void
assert_clean (TestStore *fixture)
{
  g_autoptr (GPtrArray) findings = check (fixture);

  for (guint i = 0; i < findings->len; i++)
    g_error ("%s", ((FoedFinding *) findings->pdata[i])->message);
}

static void
assert_found (TestStore  *fixture,
              const char *rule,
              gboolean    serious,
              const char *record)
{
  g_autoptr (GPtrArray) findings = check (fixture);

  for (guint i = 0; i < findings->len; i++)
    {
      FoedFinding *finding = findings->pdata[i];

      if (!g_str_equal (finding->rule, rule) || (record != NULL && g_strcmp0 (finding->record, record) != 0))
        continue;

      g_assert_cmpint (finding->serious, ==, serious);
      g_assert_cmpuint (strlen (finding->message), >, 10);
      g_assert_cmpuint (strlen (finding->hint), >, 10);
      g_assert_true (record == NULL || strstr (finding->message, record) != NULL);
      return;
    }

  g_error ("%s was not found", rule);
}

static void
test_clean (TestStore     *fixture,
            gconstpointer  data)
{
  assert_clean (fixture);
  PUT (fixture, TEST_GROUNDWORK TEST_ALLIANCE
                "<alliance id='other'><title>Other</title><citation source='series' confidence='primary'/>"
                "<instrument id='other.treaty' form='treaty'><title>Other</title>"
                "<citation source='series' confidence='primary'/></instrument>"
                "<party id='other.party' state='aland' role='party' instrument='other.treaty'/></alliance>");
  test_store_undo (fixture, "Test");
  test_store_redo (fixture, "Test");
}

static void
test_implausible (TestStore     *fixture,
                  gconstpointer  data)
{
  PUT (fixture, TEST_GROUNDWORK
       "<state id='thirdland'><title>Thirdland</title></state>"
       "<alliance id='a' begin='1900' end='1910'><title>A</title>"
       "<instrument id='a.t' form='treaty' begin='1905' end='1904-12'><title>T</title>"
       "<clause id='a.t.1' kind='article'><obligation id='a.t.1.o' kind='defence' promisors='aland thirdland'/>"
       "</clause></instrument>"
       "<party id='a.p' state='aland' role='party' begin='1911'/>"
       "<mechanism id='a.m' kind='joint-planning' basis='practice'><title>M</title></mechanism>"
       "<impact id='a.i' domain='command' level='1' direction='limits'/>"
       "<event id='a.e' kind='signed' begin='1900'><title>E</title></event></alliance>"
       "<alliance id='b'><title>B</title><citation source='series' confidence='primary'/></alliance>");

  assert_found (fixture, "ends-before-it-begins", FALSE, "a.t");
  assert_found (fixture, "promisor-never-party", FALSE, "a.t.1.o");
  assert_found (fixture, "party-outside-alliance", FALSE, "a.p");
  assert_found (fixture, "alliance-without-source", FALSE, "a");
  assert_found (fixture, "treaty-without-source", FALSE, "a.t");
  assert_found (fixture, "party-without-source", FALSE, "a.p");
  assert_found (fixture, "mechanism-without-source", FALSE, "a.m");
  assert_found (fixture, "impact-without-source", FALSE, "a.i");
  assert_found (fixture, "event-without-source", FALSE, "a.e");
  assert_found (fixture, "alliance-without-treaty", FALSE, "b");
  assert_found (fixture, "alliance-without-parties", FALSE, "b");
}

/* What only another program can have done. */
static void
test_damage (TestStore     *fixture,
             gconstpointer  data)
{
  PUT (fixture, TEST_GROUNDWORK TEST_ALLIANCE);

  test_store_execute (fixture, "DELETE FROM derived_owing");
  assert_found (fixture, "derived", TRUE, NULL);

  test_store_execute (fixture, "INSERT INTO search (search, rowid, title, body) "
                               "SELECT 'delete', key, title, body FROM search_source WHERE key = "
                               "(SELECT key FROM record WHERE id = 'pact')");
  assert_found (fixture, "search-index", TRUE, NULL);

  test_store_execute (fixture, "PRAGMA foreign_keys = OFF; DELETE FROM clause WHERE id = 'pact.treaty.1'");
  assert_found (fixture, "lost-values", TRUE, "pact.treaty.1");

  test_store_execute (fixture, "PRAGMA foreign_keys = OFF; UPDATE party SET state = 'nowhere' "
                               "WHERE id = 'pact.party.aland'");
  assert_found (fixture, "dangling-reference", TRUE, "pact.party.aland");
  assert_found (fixture, "foreign-key", TRUE, NULL);

  test_store_execute (fixture, "PRAGMA foreign_keys = OFF; UPDATE record SET parent = 'pact' "
                               "WHERE id = 'pact.treaty.1'; "
                               "UPDATE party SET state = 'aland' WHERE id = 'pact.party.aland'");
  assert_found (fixture, "clause-without-treaty", FALSE, "pact.treaty.1");
}

static void
note_progress (gint64   done,
               gint64   total,
               gpointer user_data)
{
  gint64 *last = user_data;

  g_assert_cmpint (done, >=, *last);
  g_assert_cmpint (done, <=, total);
  *last = done;
}

/* A backup opens, holds the same, and can be undone like the original. */
static void
test_backup (TestStore     *fixture,
             gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "backup.foedera", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 last = 0;

  PUT (fixture, TEST_GROUNDWORK TEST_ALLIANCE);
  before = test_store_dump (fixture);
  g_file_set_contents (path, "an older backup", -1, &error);
  g_assert_no_error (error);
  g_assert_true (foed_library_backup_sync (fixture->library, file, note_progress, &last, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (last, >, 10);

  test_store_close (fixture);
  g_free (fixture->path);
  fixture->path = g_steal_pointer (&path);
  test_store_open (fixture, FOED_LIBRARY_DEFAULT);
  after = test_store_dump (fixture);
  g_assert_cmpstr (before, ==, after);
  assert_clean (fixture);
  test_store_undo (fixture, "Test");
}

static void
assert_backup_refused (TestStore    *fixture,
                       const char   *path,
                       GCancellable *cancellable,
                       GQuark        domain,
                       int           code)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = NULL;
  const char *name;

  g_assert_false (foed_library_backup_sync (fixture->library, file, NULL, NULL, cancellable, &error));
  g_assert_error (error, domain, code);
  folder = g_dir_open (fixture->folder, 0, NULL);

  while ((name = g_dir_read_name (folder)))
    g_assert_null (strstr (name, "backup"));
}

static void
test_backup_refused (TestStore     *fixture,
                     gconstpointer  data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link.foedera", NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "backup.foedera", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no", "backup.foedera", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  PUT (fixture, TEST_GROUNDWORK);
  before = test_store_dump (fixture);
  g_assert_cmpint (symlink (fixture->path, link), ==, 0);
  g_cancellable_cancel (cancellable);

  assert_backup_refused (fixture, fixture->path, NULL, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_CANNOT_OPEN);
  assert_backup_refused (fixture, link, NULL, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_CANNOT_OPEN);
  assert_backup_refused (fixture, fixture->folder, NULL, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_CANNOT_OPEN);
  assert_backup_refused (fixture, nowhere, NULL, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_CANNOT_OPEN);
  assert_backup_refused (fixture, path, cancellable, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  after = test_store_dump (fixture);
  g_assert_cmpstr (before, ==, after);
}

/* A library that is only read can be checked, as far as reading goes, and backed up. */
static void
test_read_only (TestStore     *fixture,
                gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "backup.foedera", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  PUT (fixture, TEST_GROUNDWORK "<alliance id='b'><title>B</title></alliance>");
  test_store_close (fixture);
  test_store_open (fixture, FOED_LIBRARY_READ_ONLY);
  assert_found (fixture, "alliance-without-parties", FALSE, "b");
  g_assert_true (foed_library_backup_sync (fixture->library, file, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  test_store_close (fixture);
  g_free (fixture->path);
  fixture->path = g_steal_pointer (&path);
  test_store_open (fixture, FOED_LIBRARY_DEFAULT);
  test_store_undo (fixture, "Test");
}

static void
test_cancelled (TestStore     *fixture,
                gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (foed_library_check_sync (fixture->library, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_clean (fixture);
}

#define ADD(path, function) g_test_add (path, TestStore, NULL, test_store_set_up, function, test_store_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/maintenance/check/clean", test_clean);
  ADD ("/maintenance/check/implausible", test_implausible);
  ADD ("/maintenance/check/damage", test_damage);
  ADD ("/maintenance/check/read-only", test_read_only);
  ADD ("/maintenance/check/cancelled", test_cancelled);
  ADD ("/maintenance/backup", test_backup);
  ADD ("/maintenance/backup-refused", test_backup_refused);

  return g_test_run ();
}
