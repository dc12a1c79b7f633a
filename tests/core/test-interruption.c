/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "foedera.h"
#include "test-stores.h"

/* Imports of native XML, of a foreign dialect and of a data set that do not reach their end: the process is killed, the
 * user cancels, the disk is full, or the files are taken away. The library then has all of the import or nothing, to the
 * last row of the search index, and can be written again. */

#define N_FILES 24
#define N_ALLIANCES 150
#define N_TRIES (g_test_slow () ? 60 : 8)

typedef struct
{
  const char *name;
  void       (*write_files) (const char *folder);
} Source;

static void
write_file (const char *folder,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
write_native (const char *folder)
{
  for (guint i = 0; i < N_FILES; i++)
    {
      g_autoptr (GString) xml = g_string_new ("<foedera xmlns='https://foedera.github.io/ns/1' version='1'>");
      g_autofree char *name = g_strdup_printf ("%03u.xml", i);

      for (guint j = 0; j < N_ALLIANCES / N_FILES; j++)
        g_string_append_printf (xml,
                                "<alliance id='k%u-%u' begin='1900'><title>Alliance</title>"
                                "<summary>Words that go into the search index.</summary>"
                                "<citation source='series' confidence='primary'/>"
                                "<instrument id='k%u-%u.t' form='treaty' begin='1900' signed='1900'><title>Treaty</title>"
                                "<citation source='series' confidence='primary'/>"
                                "<clause id='k%u-%u.t.1' kind='article'><summary>Clause</summary></clause></instrument>"
                                "<party id='k%u-%u.a' state='aland' role='party' instrument='k%u-%u.t'/></alliance>",
                                i, j, i, j, i, j, i, j, i, j);

      g_string_append (xml, "</foedera>");
      write_file (folder, name, xml->str);
    }
}

static void
write_dialect (const char *folder)
{
  for (guint i = 0; i < N_FILES; i++)
    {
      g_autoptr (GString) xml = g_string_new (NULL);
      g_autofree char *name = g_strdup_printf ("%03u.xml", i);

      g_string_printf (xml, "<treaty><meta><name>Treaty %u</name><treaty_identifier>%u</treaty_identifier>"
                            "<date_signed>1995-08-14</date_signed><parties_original><partyisocode>ALD</partyisocode>"
                            "<partyisocode>BOR</partyisocode></parties_original></meta><body>", i, i);

      for (guint j = 1; j <= 40; j++)
        g_string_append_printf (xml, "<chapter number='%u' name='Chapter %u'><article number='%u'>What the parties of "
                                     "treaty %u promise each other.</article></chapter>", j, j, j, i);

      g_string_append (xml, "</body></treaty>");
      write_file (folder, name, xml->str);
    }
}

static void
write_data_set (const char *folder)
{
  g_autoptr (GString) table = g_string_new (
    "atopid,cow4id,member,cowsys,yrent,moent,dayent,yrexit,moexit,dayexit,phase,bilat,defense,offense,neutral,nonagg,"
    "consul,version\n");

  for (guint i = 0; i < N_ALLIANCES; i++)
    for (guint member = 998; member <= 999; member++)
      g_string_append_printf (table, "%u,,%u,1,%u,6,15,1914,8,1,0,1,1,0,0,%u,1,5.1\n", 9000 + i, member, 1820 + i % 80,
                              i % 2);

  write_file (folder, "atop.csv", table->str);
}

static const Source sources[] = {
  { "native", write_native },
  { "dialect", write_dialect },
  { "data-set", write_data_set },
};

/* A store, the files to import, and what the library may hold. */
typedef struct
{
  TestStore  store;
  char      *files;
  char      *ground;
  char      *before;
  char      *after;
} Fixture;

static gboolean
import (FoedLibrary   *library,
        const char    *files,
        GCancellable  *cancellable,
        GError       **error)
{
  g_autoptr (FoedImport) run = foed_import_new (library);
  g_autoptr (GFile) folder = g_file_new_for_path (files);
  g_autoptr (FoedImportReport) report = NULL;

  foed_import_add_format (run, foed_data_set_get_import_format ());
  foed_import_add_file (run, folder);
  report = foed_import_run_sync (run, cancellable, error);

  return report != NULL;
}

static void
copy (const char *from,
      const char *to)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (from, &content, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (to, content, length, &error);
  g_assert_no_error (error);
}

/* The library as it was before any import. */
static void
reset (Fixture *fixture)
{
  static const char *const endings[] = { "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat (fixture->store.path, endings[i], NULL);

      g_unlink (path);
    }

  copy (fixture->ground, fixture->store.path);
}

static char *
dump (Fixture *fixture)
{
  char *text;

  test_store_open (&fixture->store, FOED_LIBRARY_DEFAULT);
  text = test_store_dump (&fixture->store);
  test_store_close (&fixture->store);

  return text;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  const Source *source = data;
  g_autoptr (GError) error = NULL;

  test_store_set_up (&fixture->store, NULL);
  fixture->files = g_build_filename (fixture->store.folder, "files", NULL);
  fixture->ground = g_build_filename (fixture->store.folder, "ground", NULL);
  g_assert_cmpint (g_mkdir (fixture->files, 0700), ==, 0);
  source->write_files (fixture->files);
  test_store_put (&fixture->store, "Ground", TEST_FILE (TEST_GROUNDWORK));
  test_store_close (&fixture->store);
  copy (fixture->store.path, fixture->ground);
  fixture->before = dump (fixture);

  test_store_open (&fixture->store, FOED_LIBRARY_DEFAULT);
  g_assert_true (import (fixture->store.library, fixture->files, NULL, &error));
  g_assert_no_error (error);
  test_store_close (&fixture->store);
  fixture->after = dump (fixture);
  g_assert_cmpstr (fixture->before, !=, fixture->after);
  reset (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_free (fixture->files);
  g_free (fixture->ground);
  g_free (fixture->before);
  g_free (fixture->after);
  test_store_tear_down (&fixture->store, NULL);
}

/* All or nothing, nothing damaged; returns which. */
static gboolean
examine (Fixture *fixture)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  test_store_open (&fixture->store, FOED_LIBRARY_DEFAULT);
  findings = foed_library_check_sync (fixture->store.library, NULL, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < findings->len; i++)
    g_error ("%s", ((FoedFinding *) findings->pdata[i])->message);

  text = test_store_dump (&fixture->store);
  test_store_close (&fixture->store);
  g_assert_true (g_str_equal (text, fixture->before) || g_str_equal (text, fixture->after));

  return g_str_equal (text, fixture->after);
}

/* In a child: 0 where it was imported, 1 where the library said why not. */
static void
work (Fixture *fixture,
      rlim_t   longest_file)
{
  g_autoptr (GError) error = NULL;

  if (longest_file > 0)
    {
      signal (SIGXFSZ, SIG_IGN);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &(struct rlimit) { longest_file, longest_file }), ==, 0);
    }

  test_store_open (&fixture->store, FOED_LIBRARY_DEFAULT);

  if (!import (fixture->store.library, fixture->files, NULL, &error) && error->domain != FOED_LIBRARY_ERROR)
    _exit (2);

  test_store_close (&fixture->store);
  _exit (error != NULL);
}

static int
wait_for (pid_t child)
{
  int status;

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status) ? WTERMSIG (status) == SIGKILL : WEXITSTATUS (status) <= 1);

  return status;
}

static void
test_kill (Fixture       *fixture,
           gconstpointer  data)
{
  guint n_killed = 0;
  gint64 begin = g_get_monotonic_time ();
  gint64 time;
  pid_t child = fork ();

  if (child == 0)
    work (fixture, 0);

  g_assert_cmpint (wait_for (child), ==, 0);
  time = g_get_monotonic_time () - begin;
  g_assert_true (examine (fixture));

  for (int i = 0; i < N_TRIES; i++)
    {
      reset (fixture);
      child = fork ();

      if (child == 0)
        work (fixture, 0);

      g_usleep (g_test_rand_double_range (0, 1.1) * time);
      kill (child, SIGKILL);
      n_killed += WIFSIGNALED (wait_for (child)) ? 1 : 0;
      examine (fixture);
    }

  g_test_message ("%u of %d were killed before their end", n_killed, N_TRIES);
  g_assert_cmpuint (n_killed, >, N_TRIES / 4);
}

typedef struct
{
  GCancellable *cancellable;
  gint64        after;
} Cancelling;

static gpointer
cancel_later (gpointer data)
{
  Cancelling *cancelling = data;

  g_usleep (cancelling->after);
  g_cancellable_cancel (cancelling->cancellable);

  return NULL;
}

/* The library that was cancelled is written in the same process. */
static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  guint n_cancelled = 0;
  gint64 time = G_USEC_PER_SEC;

  for (int i = 0; i <= N_TRIES; i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      Cancelling cancelling = { cancellable, i == 0 ? 0 : g_test_rand_double_range (0, 1) * time };
      GThread *thread = NULL;
      gint64 begin;
      gboolean done;

      reset (fixture);
      test_store_open (&fixture->store, FOED_LIBRARY_DEFAULT);
      begin = g_get_monotonic_time ();
      thread = i == 0 ? NULL : g_thread_new ("cancel", cancel_later, &cancelling);
      done = import (fixture->store.library, fixture->files, cancellable, &error);

      /* The first import may have had to wait for the disk. */
      if (done)
        time = i == 0 ? g_get_monotonic_time () - begin : MIN (time, g_get_monotonic_time () - begin);

      g_clear_pointer (&thread, g_thread_join);

      if (!done)
        {
          g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
          n_cancelled++;
        }

      test_store_close (&fixture->store);
      g_assert_true (examine (fixture) == done);
    }

  g_test_message ("%u of %d were cancelled before their end", n_cancelled, N_TRIES);
  g_assert_cmpuint (n_cancelled, >, N_TRIES / 4);
}

/* No file may grow beyond a size that grows until the import has room. */
static void
test_file_limit (Fixture       *fixture,
                 gconstpointer  data)
{
  GStatBuf status;
  rlim_t limit;
  guint n_failed = 0;

  g_assert_cmpint (g_stat (fixture->ground, &status), ==, 0);
  limit = status.st_size;

  for (;;)
    {
      pid_t child;
      gboolean failed;

      reset (fixture);
      child = fork ();

      if (child == 0)
        work (fixture, limit);

      failed = wait_for (child) != 0;
      g_assert_true (examine (fixture) == !failed);

      if (!failed)
        break;

      n_failed++;
      limit += limit / 3;
    }

  g_test_message ("%u imports found no room", n_failed);
  g_assert_cmpuint (n_failed, >, 0);
}

/* The same on a disk that is too small, which only root can make. */
static void
test_full_disk (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *disk = g_build_filename (fixture->store.folder, "disk", NULL);
  guint n_failed = 0;
  gboolean failed = TRUE;

  g_assert_cmpint (g_mkdir (disk, 0700), ==, 0);
  g_free (fixture->store.path);
  fixture->store.path = g_build_filename (disk, "library.foedera", NULL);

  for (guint size = 512; failed; size += size / 3)
    {
      g_autofree char *options = g_strdup_printf ("size=%uk", size);
      pid_t child;

      if (mount ("tmpfs", disk, "tmpfs", 0, options) != 0)
        {
          g_test_skip (errno == EPERM ? "only root can make a small disk" : g_strerror (errno));
          return;
        }

      reset (fixture);
      child = fork ();

      if (child == 0)
        work (fixture, 0);

      failed = wait_for (child) != 0;
      n_failed += failed;
      g_assert_true (examine (fixture) == !failed);
      g_assert_cmpint (umount (disk), ==, 0);
    }

  g_test_message ("%u imports found no room", n_failed);
  g_assert_cmpuint (n_failed, >, 0);
}

static gpointer
remove_later (gpointer data)
{
  const char *files = data;
  g_autoptr (GDir) folder = g_dir_open (files, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)))
    {
      g_autofree char *path = g_build_filename (files, name, NULL);

      g_usleep (g_test_rand_int_range (0, 2000));
      g_unlink (path);
    }

  return NULL;
}

/* A file that is gone when its turn comes is refused; those before it are there, whole. */
static void
test_removed_files (Fixture       *fixture,
                    gconstpointer  data)
{
  const Source *source = data;

  for (int i = 0; i < N_TRIES / 4; i++)
    {
      g_autoptr (GPtrArray) findings = NULL;
      g_autoptr (GError) error = NULL;
      GThread *thread;

      reset (fixture);
      source->write_files (fixture->files);
      test_store_open (&fixture->store, FOED_LIBRARY_DEFAULT);
      thread = g_thread_new ("remove", remove_later, fixture->files);
      import (fixture->store.library, fixture->files, NULL, &error);
      g_thread_join (thread);
      g_assert_no_error (error);
      findings = foed_library_check_sync (fixture->store.library, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (findings->len, ==, 0);
      test_store_close (&fixture->store);
    }
}

static void
add (const char   *name,
     const Source *source,
     void          (*function) (Fixture *fixture, gconstpointer data))
{
  g_autofree char *path = g_strdup_printf ("/interruption/%s/%s", name, source->name);

  g_test_add (path, Fixture, source, set_up, function, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      add ("kill", &sources[i], test_kill);
      add ("cancel", &sources[i], test_cancel);
      add ("file-limit", &sources[i], test_file_limit);
      add ("full-disk", &sources[i], test_full_disk);
      add ("removed-files", &sources[i], test_removed_files);
    }

  return g_test_run ();
}
