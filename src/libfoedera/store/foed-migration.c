/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-migration"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "foed-derived-private.h"
#include "foed-migration-private.h"
#include "foed-statement-private.h"
#include "store-resources.h"

#define MIGRATION_PATH "/io/github/foedera/Foedera/store/migrations/%04d.sql"

static void
set_not_a_library_error (FoedConnection  *connection,
                         GError         **error)
{
  foed_connection_set_error (connection, SQLITE_NOTADB, error);
}

static void
set_too_new_error (FoedConnection  *connection,
                   GError         **error)
{
  g_autofree char *name = g_filename_display_name (foed_connection_get_path (connection));

  g_set_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_TOO_NEW,
               _("The library “%s” was written by a newer version of Foedera. Update Foedera to open it."), name);
}

static void
set_too_old_error (FoedConnection  *connection,
                   GError         **error)
{
  g_autofree char *name = g_filename_display_name (foed_connection_get_path (connection));

  g_set_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_READ_ONLY,
               _("The library “%s” was written by an older version of Foedera and has to be brought up to date, but it "
                 "may only be read. Copy it to a place where you may write."),
               name);
}

static void
set_empty_error (FoedConnection  *connection,
                 GError         **error)
{
  g_autofree char *name = g_filename_display_name (foed_connection_get_path (connection));

  g_set_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_NOT_A_LIBRARY,
               _("“%s” is empty. Choose another file, or make a new library in its place."), name);
}

static gboolean
read_version (FoedConnection  *connection,
              gint64          *version,
              gboolean        *empty,
              GError         **error)
{
  gint64 application;
  gint64 n_objects;

  g_assert (version != NULL);
  g_assert (empty != NULL);

  if (!foed_connection_read_integer (connection, "PRAGMA application_id", &application, error) ||
      !foed_connection_read_integer (connection, "PRAGMA user_version", version, error) ||
      !foed_connection_read_integer (connection, "SELECT count(*) FROM sqlite_schema", &n_objects, error))
    return FALSE;

  *empty = application == 0 && *version == 0 && n_objects == 0;

  if (*empty)
    return TRUE;

  if (application != FOED_APPLICATION_ID || *version < 1)
    set_not_a_library_error (connection, error);
  else if (*version > FOED_SCHEMA_VERSION)
    set_too_new_error (connection, error);
  else
    return TRUE;

  return FALSE;
}

/* A file that claims to be a library but lacks its tables was tampered with. */
static gboolean
check_tables (FoedConnection  *connection,
              GError         **error)
{
  gint64 n_tables;

  if (!foed_connection_read_integer (connection,
                                     "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN "
                                     "('record', 'reference', 'alliance', 'state', 'search', 'history', "
                                     "'history_changeset', 'derived_row', 'derived_owing')",
                                     &n_tables, error))
    return FALSE;

  if (n_tables == 9)
    return TRUE;

  foed_connection_set_error (connection, SQLITE_CORRUPT, error);

  return FALSE;
}

/* Two programs that do this at once are both told that the file is busy; SQLite does not wait then. */
static gboolean
read_journal_mode (FoedConnection  *connection,
                   char           **mode,
                   GError         **error)
{
  gint64 start = g_get_monotonic_time ();

  while (TRUE)
    {
      g_autoptr (FoedStatement) statement = foed_statement_new (connection, "PRAGMA journal_mode = WAL", error);
      g_autoptr (GError) local_error = NULL;

      if (statement == NULL)
        return FALSE;

      if (foed_statement_next (statement, &local_error))
        *mode = g_strdup (foed_statement_get_text (statement, 0));

      if (local_error == NULL)
        return TRUE;

      if (!g_error_matches (local_error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_BUSY) ||
          g_get_monotonic_time () - start > FOED_CONNECTION_PATIENCE)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }

      g_usleep (10 * 1000);
    }
}

/* SQLite keeps the old journal where the file system can't share memory between programs. Readers would then stop the
 * writer and the other way round, so that is not accepted in silence. */
static gboolean
enable_write_ahead_log (FoedConnection  *connection,
                        GError         **error)
{
  g_autofree char *name = g_filename_display_name (foed_connection_get_path (connection));
  g_autofree char *mode = NULL;

  if (!read_journal_mode (connection, &mode, error))
    return FALSE;

  if (g_strcmp0 (mode, "wal") == 0)
    return TRUE;

  g_set_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_CANNOT_OPEN,
               _("The library “%s” lies on a file system that cannot keep it safe. Copy it to a disk of this computer."),
               name);

  return FALSE;
}

static GBytes *
load_step (int      to,
           GError **error)
{
  g_autofree char *path = g_strdup_printf (MIGRATION_PATH, to);

  return g_resource_lookup_data (foed_store_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

/* What SQLite itself makes for the search index depends on its version and is left out. */
static char *
describe_schema (sqlite3 *handle)
{
  g_autoptr (GString) description = g_string_new (NULL);
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (handle,
                          "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
                          "AND name NOT LIKE 'search\\_%' ESCAPE '\\' OR name = 'search_source' ORDER BY type, name",
                          -1, &statement, NULL) != SQLITE_OK)
    return NULL;

  while (sqlite3_step (statement) == SQLITE_ROW)
    for (int i = 0; i < 3; i++)
      g_string_append_printf (description, "%s\n", (const char *) sqlite3_column_text (statement, i));

  sqlite3_finalize (statement);

  return g_string_free (g_steal_pointer (&description), FALSE);
}

/* The schema that a library of that version has. */
static char *
describe_expected_schema (gint64   version,
                          GError **error)
{
  sqlite3 *handle = NULL;
  char *description = NULL;
  int code = sqlite3_open_v2 (":memory:", &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);

  for (int i = 1; code == SQLITE_OK && i <= version; i++)
    {
      g_autoptr (GBytes) sql = load_step (i, error);

      code = sql != NULL ? sqlite3_exec (handle, g_bytes_get_data (sql, NULL), NULL, NULL, NULL) : SQLITE_ERROR;
    }

  if (code == SQLITE_OK)
    description = describe_schema (handle);

  sqlite3_close (handle);

  return description;
}

/* A library may come from anywhere. One whose schema is not that of the program, with a trigger more or a rule less, is
 * not written to. */
static gboolean
check_schema (FoedConnection  *connection,
              gint64           version,
              GError         **error)
{
  g_autofree char *expected = describe_expected_schema (version, error);
  g_autofree char *found = describe_schema (foed_connection_get_handle (connection));
  g_autofree char *name = g_filename_display_name (foed_connection_get_path (connection));

  if (g_strcmp0 (expected, found) == 0)
    return TRUE;

  if (error == NULL || *error == NULL)
    g_set_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_CORRUPT,
                 _("The library “%s” was rebuilt by another program and cannot be trusted. Use a backup of it."), name);

  return FALSE;
}

/* A step may build the derived tables otherwise; with the last one, they are made anew. */
static gboolean
finish_step (FoedConnection  *connection,
             int              to,
             GError         **error)
{
  g_autofree char *finish = NULL;

  if (to == FOED_SCHEMA_VERSION && !foed_derived_remake (connection, error))
    return FALSE;

  finish = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d; COMMIT", FOED_APPLICATION_ID, to);

  return foed_connection_execute (connection, finish, error);
}

/* One step, from one version to the next, in one transaction. Another program may have done it meanwhile. */
static gboolean
migrate_step (FoedConnection  *connection,
              int              to,
              GError         **error)
{
  g_autoptr (GBytes) sql = load_step (to, error);
  gint64 version;
  gboolean empty;

  if (sql == NULL || !foed_connection_execute (connection, "BEGIN IMMEDIATE", error))
    return FALSE;

  if (read_version (connection, &version, &empty, error) &&
      (version >= to ? foed_connection_execute (connection, "COMMIT", error)
                     : foed_connection_execute (connection, g_bytes_get_data (sql, NULL), error) &&
                       finish_step (connection, to, error)))
    return TRUE;

  foed_connection_roll_back (connection);

  return FALSE;
}

/* Looks at the file as it is at one moment: another program may be making a library of it. */
static gboolean
examine (FoedConnection  *connection,
         gboolean         create,
         gint64          *version,
         GError         **error)
{
  gboolean good = FALSE;
  gboolean empty;

  if (!foed_connection_execute (connection, "BEGIN", error))
    return FALSE;

  if (read_version (connection, version, &empty, error))
    {
      if (empty && !create)
        set_empty_error (connection, error);
      else
        good = check_schema (connection, *version, error);
    }

  foed_connection_roll_back (connection);

  return good;
}

/**
 * foed_migration_check:
 * @connection: a connection, perhaps one that only reads
 * @error: (out): why it can't be used
 *
 * Looks whether the file is a library that this version of the program can read as it is.
 *
 * Returns: whether it is
 */
gboolean
foed_migration_check (FoedConnection  *connection,
                      GError         **error)
{
  gint64 version;
  gboolean empty;

  if (!read_version (connection, &version, &empty, error))
    return FALSE;

  if (empty)
    set_empty_error (connection, error);
  else if (version < FOED_SCHEMA_VERSION)
    set_too_old_error (connection, error);
  else
    return check_tables (connection, error);

  return FALSE;
}

/**
 * foed_migration_run:
 * @connection: a connection that writes
 * @create: whether an empty file becomes a library
 * @error: (out): why the file can't be used
 *
 * Makes the file a library of the current version. A file that is something else, or newer, is left alone.
 *
 * Returns: whether it is a library now
 */
gboolean
foed_migration_run (FoedConnection  *connection,
                    gboolean         create,
                    GError         **error)
{
  gint64 version;

  if (!examine (connection, create, &version, error) || !enable_write_ahead_log (connection, error))
    return FALSE;

  for (int to = version + 1; to <= FOED_SCHEMA_VERSION; to++)
    if (!migrate_step (connection, to, error))
      return FALSE;

  return check_tables (connection, error);
}
