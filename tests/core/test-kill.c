/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "test-stores.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

/* A process that imports, or undoes an import, is killed at a random moment, again and again. Whatever it was doing, the
 * library opens, nothing in it is damaged, and it holds all of the import or nothing. */

#define N_KILLS 50
#define N_ALLIANCES 120
#define N_RECORDS (N_ALLIANCES * 5)

static char *
make_import (void)
{
  GString *xml = g_string_new ("<foedera>");

  for (guint i = 0; i < N_ALLIANCES; i++)
    g_string_append_printf (xml,
                            "<alliance id='k%u' begin='1900'><title>Alliance %u</title>"
                            "<summary>Words that go into the search index, about alliance %u.</summary>"
                            "<citation source='series' confidence='primary'/>"
                            "<instrument id='k%u.t' form='treaty' begin='1900' signed='1900'><title>Treaty %u</title>"
                            "<citation source='series' confidence='primary'/>"
                            "<clause id='k%u.t.1' kind='article'><summary>Clause</summary></clause></instrument>"
                            "<party id='k%u.a' state='aland' role='party' instrument='k%u.t'/>"
                            "<party id='k%u.b' state='borduria' role='party' instrument='k%u.t'/></alliance>",
                            i, i, i, i, i, i, i, i, i, i);

  return g_string_free (g_string_append (xml, "</foedera>"), FALSE);
}

/* In the child. */
static void
work (TestStore  *fixture,
      const char *xml,
      gboolean    undo)
{
  test_store_open (fixture, FOED_LIBRARY_CREATE);

  if (undo)
    test_store_undo (fixture, "Import");
  else
    test_store_put (fixture, "Import", xml);

  test_store_close (fixture);
  _exit (0);
}

static gint64
run_whole (TestStore  *fixture,
           const char *xml,
           gboolean    undo)
{
  gint64 start = g_get_monotonic_time ();
  pid_t child = fork ();
  int status;

  if (child == 0)
    work (fixture, xml, undo);

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);

  return g_get_monotonic_time () - start;
}

/* Whether it was killed before its end. */
static gboolean
run_and_kill (TestStore  *fixture,
              const char *xml,
              gboolean    undo,
              gint64      after)
{
  pid_t child = fork ();
  int status;

  if (child == 0)
    work (fixture, xml, undo);

  g_usleep (after);
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status) || WEXITSTATUS (status) == 0);

  return WIFSIGNALED (status);
}

/* All or nothing; returns which. */
static gboolean
examine (TestStore *fixture)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *count = NULL;
  gboolean whole;

  test_store_open (fixture, FOED_LIBRARY_DEFAULT);
  findings = foed_library_check_sync (fixture->library, NULL, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < findings->len; i++)
    g_error ("%s", ((FoedFinding *) findings->pdata[i])->message);

  count = test_store_query (fixture, "SELECT count(*) FROM record WHERE id GLOB 'k[0-9]*' AND id NOT GLOB '*/*'");
  whole = g_ascii_strtoll (count, NULL, 10) == N_RECORDS;
  g_assert_true (whole || g_str_equal (count, "0"));
  g_assert_cmpstr (foed_library_get_undo_label (fixture->library), ==, whole ? "Import" : "Ground");
  g_assert_true (test_store_has (fixture, "aland"));
  test_store_close (fixture);

  return whole;
}

static void
test_kill (TestStore     *fixture,
           gconstpointer  data)
{
  g_autofree char *xml = make_import ();
  gint64 import_time, undo_time;
  guint n_killed = 0;
  gboolean whole;

  test_store_put (fixture, "Ground", TEST_FILE (TEST_GROUNDWORK));
  test_store_close (fixture);
  import_time = run_whole (fixture, xml, FALSE);
  g_assert_true (examine (fixture));
  undo_time = run_whole (fixture, xml, TRUE);
  whole = examine (fixture);
  g_assert_false (whole);

  for (guint i = 0; i < N_KILLS; i++)
    {
      gint64 time = whole ? undo_time : import_time;

      n_killed += run_and_kill (fixture, xml, whole, g_test_rand_double_range (0, 1.1) * time);
      whole = examine (fixture);
    }

  g_test_message ("%u of %u were killed before their end", n_killed, N_KILLS);
  g_assert_cmpuint (n_killed, >, N_KILLS / 3);
}

/* The same while the library is being made: what is left is none, an empty file, or a library. */
static void
test_kill_creation (TestStore     *fixture,
                    gconstpointer  data)
{
  g_autofree char *xml = make_import ();

  test_store_close (fixture);

  for (guint i = 0; i < N_KILLS / 5; i++)
    {
      g_free (fixture->path);
      fixture->path = g_strdup_printf ("%s/new-%u.foedera", fixture->folder, i);
      run_and_kill (fixture, TEST_FILE (TEST_GROUNDWORK), FALSE, g_test_rand_int_range (0, 20000));
      test_store_open (fixture, FOED_LIBRARY_CREATE);
      test_store_put (fixture, "Ground", TEST_FILE (TEST_GROUNDWORK));
      test_store_put (fixture, "Import", xml);
      test_store_close (fixture);
      g_assert_true (examine (fixture));
    }
}

#define ADD(path, function) g_test_add (path, TestStore, NULL, test_store_set_up, function, test_store_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/kill/import-and-undo", test_kill);
  ADD ("/kill/creation", test_kill_creation);

  return g_test_run ();
}
