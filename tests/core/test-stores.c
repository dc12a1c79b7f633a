/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "test-stores.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

typedef struct
{
  GPtrArray     *records;
  const char    *removed;
  FoedPutCounts  counts;
} TestWrite;

static gboolean
write_records (FoedWriter    *writer,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  TestWrite *write = data;

  for (guint i = 0; write->records != NULL && i < write->records->len; i++)
    if (!foed_writer_put (writer, write->records->pdata[i], &write->counts, error))
      return FALSE;

  return write->removed == NULL || foed_writer_remove (writer, write->removed, error);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)))
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_folder (child);
      else
        g_unlink (child);
    }

  g_rmdir (path);
}

void
test_store_set_up (TestStore   *self,
                     gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("foedera-test-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "library.foedera", NULL);
  test_store_open (self, FOED_LIBRARY_CREATE);
}

void
test_store_tear_down (TestStore   *self,
                        gconstpointer  data)
{
  if (self->library != NULL)
    test_store_close (self);

  remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

void
test_store_open (TestStore      *self,
                   FoedLibraryFlags  flags)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (GError) error = NULL;

  g_assert_null (self->library);
  self->library = foed_library_open_sync (file, flags, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (self->library);
}

void
test_store_close (TestStore *self)
{
  /* A thread that has just called back or announced a change may hold it a moment longer. */
  for (guint i = 0; i < 2000 && g_atomic_int_get (&G_OBJECT (self->library)->ref_count) > 1; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }

  g_assert_finalize_object (g_steal_pointer (&self->library));
}

gboolean
test_store_try_put (TestStore     *self,
                      const char      *xml,
                      FoedWriteFlags   flags,
                      GPtrArray      **changes,
                      GError         **error)
{
  g_autoptr (GPtrArray) records = test_records_parse (xml);
  TestWrite write = { .records = records };

  return foed_library_write_sync (self->library, "Test", flags, write_records, &write, NULL, changes, error);
}

FoedPutCounts
test_store_put (TestStore *self,
                  const char  *label,
                  const char  *xml)
{
  g_autoptr (GPtrArray) records = test_records_parse (xml);
  TestWrite write = { .records = records };
  g_autoptr (GError) error = NULL;

  foed_library_write_sync (self->library, label, FOED_WRITE_DEFAULT, write_records, &write, NULL, NULL, &error);
  g_assert_no_error (error);

  return write.counts;
}

gboolean
test_store_remove (TestStore  *self,
                     const char   *id,
                     GError      **error)
{
  TestWrite write = { .removed = id };

  return foed_library_write_sync (self->library, "Remove", FOED_WRITE_DEFAULT, write_records, &write, NULL, NULL, error);
}

void
test_store_undo (TestStore *self,
                   const char  *label)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *undone = foed_library_undo_sync (self->library, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (undone, ==, label);
}

void
test_store_redo (TestStore *self,
                   const char  *label)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *redone = foed_library_redo_sync (self->library, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (redone, ==, label);
}

FoedRecord *
test_store_get (TestStore *self,
                  const char  *id)
{
  g_autoptr (GError) error = NULL;
  FoedRecord *record = foed_library_get_record_sync (self->library, id, NULL, &error);

  g_assert_no_error (error);

  return record;
}

char *
test_store_dup_field (TestStore *self,
                        const char  *id,
                        FoedField    field)
{
  g_autoptr (FoedRecord) record = test_store_get (self, id);

  return foed_record_dup_string (record, field);
}

gboolean
test_store_has (TestStore *self,
                  const char  *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoedRecord) record = foed_library_get_record_sync (self->library, id, NULL, &error);

  if (record == NULL)
    g_assert_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_NOT_FOUND);

  return record != NULL;
}

static sqlite3 *
open_beside (TestStore *self)
{
  sqlite3 *connection;

  g_assert_cmpint (sqlite3_open_v2 (self->path, &connection, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  sqlite3_busy_timeout (connection, 5000);

  return connection;
}

static int
add_row (void  *data,
         int    n_columns,
         char **values,
         char **names)
{
  GString *text = data;

  for (int i = 0; i < n_columns; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", values[i] != NULL ? values[i] : "NULL");

  g_string_append_c (text, '\n');

  return 0;
}

static void
run (sqlite3    *connection,
     const char *sql,
     GString    *text)
{
  char *message = NULL;

  if (sqlite3_exec (connection, sql, text != NULL ? add_row : NULL, text, &message) != SQLITE_OK)
    g_error ("%s: %s", sql, message);
}

char *
test_store_query (TestStore *self,
                    const char  *sql)
{
  sqlite3 *connection = open_beside (self);
  GString *text = g_string_new (NULL);

  run (connection, sql, text);
  g_assert_cmpint (sqlite3_close (connection), ==, SQLITE_OK);

  return g_strchomp (g_string_free (text, FALSE));
}

void
test_store_execute (TestStore *self,
                      const char  *sql)
{
  sqlite3 *connection = open_beside (self);

  run (connection, sql, NULL);
  g_assert_cmpint (sqlite3_close (connection), ==, SQLITE_OK);
}

char *
test_store_dump (TestStore *self)
{
  sqlite3 *connection = open_beside (self);
  GString *text = g_string_new (NULL);
  GString *tables = g_string_new (NULL);
  g_auto (GStrv) names = NULL;

  run (connection, "BEGIN; CREATE VIRTUAL TABLE temp.words USING fts5vocab ('main', 'search', 'instance')", NULL);
  run (connection,
       "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'search%' "
       "AND name NOT LIKE 'history%' ORDER BY name",
       tables);
  names = g_strsplit (g_strchomp (tables->str), "\n", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT '%s', * FROM \"%s\" ORDER BY 2, 3, 4", names[i], names[i]);

      run (connection, sql, text);
    }

  run (connection, "SELECT 'word', term, doc, col, \"offset\" FROM words ORDER BY 2, 3, 4, 5; ROLLBACK", text);
  g_assert_cmpint (sqlite3_close (connection), ==, SQLITE_OK);
  g_string_free (tables, TRUE);

  return g_string_free (text, FALSE);
}
