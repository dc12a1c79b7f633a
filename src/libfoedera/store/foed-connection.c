/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-connection"

#include "config.h"

#include <errno.h>

#include <glib/gi18n-lib.h>

#include "foed-connection-private.h"
#include "foed-listing-private.h"
#include "foed-statement-private.h"

/* After how many steps of SQLite's machine the cancellable is looked at: some tenths of a millisecond. */
#define STEPS_PER_LOOK 4000

struct _FoedConnection
{
  sqlite3            *handle;
  char               *path;
  GThread            *thread;
  GCancellable       *cancellable;
  FoedStatementCache *statements;
  gint64              busy_since;
};

static int
look_at_cancellable (gpointer data)
{
  FoedConnection *self = data;

  return g_cancellable_is_cancelled (self->cancellable);
}

static int
wait_while_busy (gpointer data,
                 int      n_calls)
{
  FoedConnection *self = data;

  if (n_calls == 0)
    self->busy_since = g_get_monotonic_time ();

  if (g_cancellable_is_cancelled (self->cancellable) || g_get_monotonic_time () - self->busy_since > FOED_CONNECTION_PATIENCE)
    return FALSE;

  g_usleep (MIN (n_calls + 1, 25) * 1000);

  return TRUE;
}

static void
set_cannot_open_error (FoedConnection  *self,
                       GError         **error)
{
  g_autofree char *name = g_filename_display_name (self->path);
  int code = sqlite3_system_errno (self->handle);

  g_assert (self != NULL);

  if (g_file_test (self->path, G_FILE_TEST_IS_DIR))
    g_set_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_CANNOT_OPEN,
                 _("“%s” is a folder. Choose a library file in it."), name);
  else if (code == ENOENT || (code == 0 && !g_file_test (self->path, G_FILE_TEST_EXISTS)))
    g_set_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_CANNOT_OPEN,
                 _("There is no library “%s”. Check the name, or make a new library."), name);
  else if (code == EACCES || code == EPERM)
    g_set_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_CANNOT_OPEN,
                 _("You have no permission to open the library “%s”. Ask its owner for access."), name);
  else
    g_set_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_CANNOT_OPEN,
                 _("The library “%s” cannot be opened: %s."), name,
                 code != 0 ? g_strerror (code) : sqlite3_errmsg (self->handle));
}

static void
set_io_error (FoedConnection  *self,
              int              code,
              GError         **error)
{
  g_autofree char *name = g_filename_display_name (self->path);
  int system_code = sqlite3_system_errno (self->handle);

  g_assert (self != NULL);

  if (system_code == ENOSPC || system_code == EDQUOT)
    foed_connection_set_error (self, SQLITE_FULL, error);
  else if (code == SQLITE_IOERR_CORRUPTFS)
    foed_connection_set_error (self, SQLITE_CORRUPT, error);
  else if (system_code == EROFS)
    foed_connection_set_error (self, SQLITE_READONLY, error);
  else if (system_code == EISDIR)
    set_cannot_open_error (self, error);
  else
    g_set_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_FAILED,
                 _("The disk with the library “%s” reports an error: %s. Nothing was changed."), name,
                 system_code != 0 ? g_strerror (system_code) : sqlite3_errmsg (self->handle));
}

/**
 * foed_connection_set_error:
 * @self: a connection
 * @code: what SQLite answered, perhaps an extended code
 * @error: (out): what it means
 *
 * Says in words what SQLite says in numbers.
 */
void
foed_connection_set_error (FoedConnection  *self,
                           int              code,
                           GError         **error)
{
  g_autofree char *name = g_filename_display_name (self->path);

  g_assert (code != SQLITE_OK);

  switch (code & 0xff)
    {
    case SQLITE_INTERRUPT:
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("The work was cancelled. Nothing was changed."));
      break;

    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      if (g_cancellable_is_cancelled (self->cancellable))
        foed_connection_set_error (self, SQLITE_INTERRUPT, error);
      else
        g_set_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_BUSY,
                     _("Another program is using the library “%s”. Try again when it has finished."), name);
      break;

    case SQLITE_FULL:
      g_set_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_FULL,
                   _("The disk with the library “%s” is full. Make room and try again; nothing was changed."), name);
      break;

    case SQLITE_CORRUPT:
      g_set_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_CORRUPT,
                   _("The library “%s” is damaged. Use a backup of it, or import your files into a new library."),
                   name);
      break;

    case SQLITE_NOTADB:
      g_set_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_NOT_A_LIBRARY,
                   _("“%s” is not a Foedera library. Choose another file."), name);
      break;

    case SQLITE_READONLY:
      g_set_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_READ_ONLY,
                   _("The library “%s” may only be read. Copy it to a place where you may write."), name);
      break;

    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      set_cannot_open_error (self, error);
      break;

    case SQLITE_IOERR:
      set_io_error (self, code, error);
      break;

    default:
      g_set_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_FAILED,
                   _("The library “%s” refused a command: %s."), name, sqlite3_errmsg (self->handle));
      break;
    }
}

static gboolean
configure (FoedConnection  *self,
           GError         **error)
{
  static const struct
  {
    int option;
    int value;
  } options[] = {
    { SQLITE_DBCONFIG_DEFENSIVE, 1 },      { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
    { SQLITE_DBCONFIG_ENABLE_FKEY, 1 },    { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
    { SQLITE_DBCONFIG_DQS_DDL, 0 },        { SQLITE_DBCONFIG_DQS_DML, 0 },
    { SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0 }
  };

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      int code = sqlite3_db_config (self->handle, options[i].option, options[i].value, NULL);

      if (code != SQLITE_OK)
        {
          foed_connection_set_error (self, code, error);
          return FALSE;
        }
    }

  sqlite3_progress_handler (self->handle, STEPS_PER_LOOK, look_at_cancellable, self);

  if (!foed_connection_execute (self,
                                "PRAGMA cell_size_check = ON;"
                                "PRAGMA mmap_size = 0;"
                                "PRAGMA synchronous = NORMAL;"
                                "PRAGMA temp_store = MEMORY;"
                                "PRAGMA cache_size = -16384;"
                                "PRAGMA journal_size_limit = 4194304;",
                                error))
    return FALSE;

  /* A change of temp_store would empty what this adds. */
  if (foed_listing_equip (self->handle) == SQLITE_OK)
    return TRUE;

  foed_connection_set_error (self, sqlite3_errcode (self->handle), error);

  return FALSE;
}

/* A library in a folder that may not be written can be read only if SQLite is told that nobody else writes. That is so
 * where there is no write-ahead log beside it. */
static char *
make_immutable_uri (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *uri = NULL;

  if (g_file_test (log, G_FILE_TEST_EXISTS))
    return NULL;

  uri = g_filename_to_uri (path, NULL, NULL);

  return uri != NULL ? g_strconcat (uri, "?immutable=1", NULL) : NULL;
}

/* Opens the file and looks at its first page: only then is it known whether it can be read. */
static int
try_open (FoedConnection *self,
          const char     *name,
          int             flags)
{
  int code = sqlite3_open_v2 (name, &self->handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);

  if (code != SQLITE_OK)
    return code;

  sqlite3_busy_handler (self->handle, wait_while_busy, self);

  return sqlite3_exec (self->handle, "PRAGMA schema_version", NULL, NULL, NULL);
}

static int
open_handle (FoedConnection     *self,
             FoedConnectionMode  mode)
{
  static const int flags[] = {
    [FOED_CONNECTION_READ_ONLY] = SQLITE_OPEN_READONLY,
    [FOED_CONNECTION_READ_WRITE] = SQLITE_OPEN_READWRITE,
    [FOED_CONNECTION_CREATE] = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
  };
  g_autofree char *uri = NULL;
  int code;

  code = try_open (self, self->path, flags[mode]);

  if (mode != FOED_CONNECTION_READ_ONLY || ((code & 0xff) != SQLITE_CANTOPEN && (code & 0xff) != SQLITE_READONLY) ||
      !g_file_test (self->path, G_FILE_TEST_IS_REGULAR) || !(uri = make_immutable_uri (self->path)))
    return code;

  g_clear_pointer (&self->handle, sqlite3_close_v2);

  return try_open (self, uri, flags[mode] | SQLITE_OPEN_URI);
}

/* SQLite counts every byte that it allocates, under a lock, for statistics that nobody reads. Where something else in
 * the process uses SQLite already, it stays as it is. */
static void
configure_process (void)
{
  static gsize configured;

  if (g_once_init_enter (&configured))
    {
      sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
      g_once_init_leave (&configured, TRUE);
    }
}

/**
 * foed_connection_open:
 * @path: the file
 * @mode: what for
 * @cancellable: (nullable): cancels the opening only
 * @error: (out): why it can't be opened
 *
 * Opens a file. Nothing is written to it, and it is not looked at whether it is a library: foed_migration_run() does.
 *
 * Returns: (transfer full): a connection for the calling thread
 */
FoedConnection *
foed_connection_open (const char          *path,
                      FoedConnectionMode   mode,
                      GCancellable        *cancellable,
                      GError             **error)
{
  g_autoptr (FoedConnection) self = g_new0 (FoedConnection, 1);
  int code;

  g_assert (path != NULL);

  self->path = g_strdup (path);
  self->thread = g_thread_self ();
  self->statements = foed_statement_cache_new ();
  foed_connection_set_cancellable (self, cancellable);
  configure_process ();

  code = open_handle (self, mode);
  if (code != SQLITE_OK)
    {
      foed_connection_set_error (self, code, error);
      return NULL;
    }

  if (!configure (self, error))
    return NULL;

  if (mode != FOED_CONNECTION_READ_ONLY && sqlite3_db_readonly (self->handle, "main") != 0)
    {
      foed_connection_set_error (self, SQLITE_READONLY, error);
      return NULL;
    }

  foed_connection_set_cancellable (self, NULL);

  return g_steal_pointer (&self);
}

/**
 * foed_connection_close:
 * @self: (transfer full): a connection of the calling thread
 *
 * Closes it. A transaction under way is rolled back.
 */
void
foed_connection_close (FoedConnection *self)
{
  g_assert (self != NULL);
  g_assert (self->thread == g_thread_self ());

  foed_statement_cache_free (self->statements);

  if (sqlite3_close (self->handle) != SQLITE_OK)
    g_error ("A statement outlived its connection: %s", sqlite3_errmsg (self->handle));

  g_clear_object (&self->cancellable);
  g_free (self->path);
  g_free (self);
}

sqlite3 *
foed_connection_get_handle (FoedConnection *self)
{
  g_assert (self != NULL);
  g_assert (self->thread == g_thread_self ());

  return self->handle;
}

const char *
foed_connection_get_path (FoedConnection *self)
{
  g_assert (self != NULL);

  return self->path;
}

FoedStatementCache *
foed_connection_get_statements (FoedConnection *self)
{
  g_assert (self != NULL);
  g_assert (self->thread == g_thread_self ());

  return self->statements;
}

/**
 * foed_connection_set_cancellable:
 * @self: a connection
 * @cancellable: (nullable): what ends SQL that runs from now on
 */
void
foed_connection_set_cancellable (FoedConnection *self,
                                 GCancellable   *cancellable)
{
  g_assert (self != NULL);
  g_assert (self->thread == g_thread_self ());

  g_set_object (&self->cancellable, cancellable);
}

/**
 * foed_connection_execute:
 * @self: a connection
 * @sql: one or more statements without parameters; their rows are thrown away
 * @error: (out): what went wrong
 *
 * Returns: whether all of it was done
 */
gboolean
foed_connection_execute (FoedConnection  *self,
                         const char      *sql,
                         GError         **error)
{
  int code;

  g_assert (sql != NULL);

  code = sqlite3_exec (foed_connection_get_handle (self), sql, NULL, NULL, NULL);
  if (code == SQLITE_OK)
    return TRUE;

  foed_connection_set_error (self, code, error);

  return FALSE;
}

/**
 * foed_connection_read_integer:
 * @self: a connection
 * @sql: a statement without parameters
 * @value: (out): the first column of its first row, or 0 where there is no row
 * @error: (out): what went wrong
 *
 * Returns: whether it could be read
 */
gboolean
foed_connection_read_integer (FoedConnection  *self,
                              const char      *sql,
                              gint64          *value,
                              GError         **error)
{
  g_autoptr (FoedStatement) statement = NULL;
  g_autoptr (GError) local_error = NULL;

  g_assert (value != NULL);

  if (!(statement = foed_statement_new (self, sql, error)))
    return FALSE;

  *value = foed_statement_next (statement, &local_error) ? foed_statement_get_integer (statement, 0) : 0;

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return TRUE;
}

/**
 * foed_connection_roll_back:
 * @self: a connection
 *
 * Ends a transaction, if one is under way, as if it had never been. That can't fail: what SQLite could not finish now,
 * it finishes when the file is opened next.
 */
void
foed_connection_roll_back (FoedConnection *self)
{
  g_autoptr (GCancellable) cancellable = NULL;

  if (sqlite3_get_autocommit (foed_connection_get_handle (self)))
    return;

  cancellable = g_steal_pointer (&self->cancellable);
  sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
  self->cancellable = g_steal_pointer (&cancellable);
}
