/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-maintenance"

#include "config.h"

#include <fcntl.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "foed-library-private.h"
#include "foed-maintenance.h"

/* So many pages are copied before the progress is told and the cancellable looked at. */
#define PAGES_PER_STEP 256

typedef struct
{
  char             *path;
  FoedProgressFunc  progress;
  gpointer          progress_data;
} FoedBackup;

static void
foed_backup_free (FoedBackup *backup)
{
  g_free (backup->path);
  g_free (backup);
}

static gboolean
is_same_file (const char *a,
              const char *b)
{
  GStatBuf left, right;

  return g_stat (a, &left) == 0 && g_stat (b, &right) == 0 && left.st_dev == right.st_dev &&
         left.st_ino == right.st_ino;
}

static gboolean
check_target (FoedLibrary  *library,
              const char   *path,
              GError      **error)
{
  g_autofree char *name = g_filename_display_name (path);

  if (is_same_file (library->path, path))
    g_set_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_CANNOT_OPEN,
                 _("“%s” is the library itself. Choose another name for the backup."), name);
  else if (g_file_test (path, G_FILE_TEST_IS_DIR))
    g_set_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_CANNOT_OPEN,
                 _("“%s” is a folder. Choose a name for the backup in it."), name);
  else
    return TRUE;

  return FALSE;
}

/* An empty file beside the target, so that the backup is there whole or not at all. */
static char *
make_temporary (const char  *target,
                GError     **error)
{
  g_autofree char *path = g_strconcat (target, ".XXXXXX", NULL);
  g_autofree char *name = NULL;
  int descriptor = g_mkstemp_full (path, O_RDWR | O_CLOEXEC, 0666);
  int code = errno;

  if (descriptor >= 0)
    {
      close (descriptor);
      return g_steal_pointer (&path);
    }

  name = g_filename_display_name (target);
  g_set_error (error, FOED_LIBRARY_ERROR,
               code == ENOSPC ? FOED_LIBRARY_ERROR_FULL : FOED_LIBRARY_ERROR_CANNOT_OPEN,
               _("The backup “%s” cannot be made: %s."), name, g_strerror (code));

  return NULL;
}

static gboolean
copy_pages (FoedBackup      *backup,
            FoedConnection  *source,
            FoedConnection  *target,
            GCancellable    *cancellable,
            GError         **error)
{
  sqlite3_backup *copy;
  int code = SQLITE_OK;

  copy = sqlite3_backup_init (foed_connection_get_handle (target), "main", foed_connection_get_handle (source), "main");

  while (copy != NULL && code == SQLITE_OK && !g_cancellable_is_cancelled (cancellable))
    {
      code = sqlite3_backup_step (copy, PAGES_PER_STEP);

      if (backup->progress != NULL)
        backup->progress (sqlite3_backup_pagecount (copy) - sqlite3_backup_remaining (copy),
                          sqlite3_backup_pagecount (copy), backup->progress_data);
    }

  if (copy != NULL && code == SQLITE_DONE)
    code = sqlite3_backup_finish (copy);
  else
    sqlite3_backup_finish (copy);

  if (copy != NULL && code == SQLITE_OK && !g_cancellable_is_cancelled (cancellable))
    return TRUE;

  if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    foed_connection_set_error (target, copy == NULL ? sqlite3_errcode (foed_connection_get_handle (target)) : code, error);

  return FALSE;
}

static gboolean
write_backup (FoedBackup      *backup,
              FoedConnection  *source,
              const char      *path,
              GCancellable    *cancellable,
              GError         **error)
{
  g_autoptr (FoedConnection) target = NULL;
  gint64 version;

  /* The first read begins the transaction that makes all pages those of one moment. */
  return foed_connection_read_integer (source, "PRAGMA user_version", &version, error) &&
         (target = foed_connection_open (path, FOED_CONNECTION_READ_WRITE, cancellable, error)) != NULL &&
         foed_connection_execute (target, "PRAGMA synchronous = FULL", error) &&
         copy_pages (backup, source, target, cancellable, error);
}

static gboolean
put_in_place (const char  *temporary,
              const char  *target,
              GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (target);
  g_autofree char *name = NULL;
  int descriptor;

  if (g_rename (temporary, target) != 0)
    {
      int code = errno;

      name = g_filename_display_name (target);
      g_set_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_CANNOT_OPEN,
                   _("The backup “%s” cannot be made: %s."), name, g_strerror (code));
      return FALSE;
    }

  descriptor = g_open (folder, O_RDONLY | O_CLOEXEC, 0);

  if (descriptor >= 0)
    {
      fsync (descriptor);
      close (descriptor);
    }

  return TRUE;
}

static gpointer
do_backup (FoedLibrary     *library,
           FoedConnection  *connection,
           gpointer         data,
           GCancellable    *cancellable,
           GError         **error)
{
  FoedBackup *backup = data;
  g_autofree char *temporary = NULL;
  gboolean done;

  if (!check_target (library, backup->path, error) || !(temporary = make_temporary (backup->path, error)))
    return NULL;

  done = write_backup (backup, connection, temporary, cancellable, error) &&
         put_in_place (temporary, backup->path, error);

  if (!done)
    g_unlink (temporary);

  return GINT_TO_POINTER (done);
}

static FoedBackup *
foed_backup_new (GFile            *target,
                 FoedProgressFunc  progress,
                 gpointer          progress_data,
                 GError          **error)
{
  g_autofree char *path = g_file_get_path (target);
  g_autofree char *name = NULL;
  FoedBackup *backup;

  if (path == NULL)
    {
      name = g_file_get_parse_name (target);
      g_set_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_CANNOT_OPEN,
                   _("“%s” is not on this computer. Choose a folder of this computer for the backup."), name);
      return NULL;
    }

  backup = g_new0 (FoedBackup, 1);
  backup->path = g_steal_pointer (&path);
  backup->progress = progress;
  backup->progress_data = progress_data;

  return backup;
}

/**
 * foed_library_backup_sync:
 * @self: a library
 * @target: a file of this computer; one that exists is replaced
 * @progress: (nullable) (scope call): told how many pages are done, in a thread of the library
 * @progress_data: handed to @progress
 * @cancellable: (nullable): gives it up; @target is as before then
 * @error: (out): why not
 *
 * Copies the library, as it is at one moment, while others read and write it. @target is there whole or not at all.
 *
 * Returns: whether it was copied
 */
gboolean
foed_library_backup_sync (FoedLibrary       *self,
                          GFile             *target,
                          FoedProgressFunc   progress,
                          gpointer           progress_data,
                          GCancellable      *cancellable,
                          GError           **error)
{
  FoedBackup *backup;
  gboolean done;

  g_return_val_if_fail (FOED_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (target), FALSE);

  if (!(backup = foed_backup_new (target, progress, progress_data, error)))
    return FALSE;

  done = foed_library_run_sync (self, FOED_LIBRARY_KEEPER, do_backup, backup, cancellable, error) != NULL;
  foed_backup_free (backup);

  return done;
}

/**
 * foed_library_backup_async:
 * @self: a library
 * @target: a file of this computer; one that exists is replaced
 * @cancellable: (nullable): gives it up; @target is as before then
 * @callback: called when it is done
 * @user_data: handed to @callback
 *
 * See foed_library_backup_sync().
 */
void
foed_library_backup_async (FoedLibrary         *self,
                           GFile               *target,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GError) error = NULL;
  FoedBackup *backup;

  g_return_if_fail (FOED_IS_LIBRARY (self));
  g_return_if_fail (G_IS_FILE (target));

  if ((backup = foed_backup_new (target, NULL, NULL, &error)))
    foed_library_run_async (self, FOED_LIBRARY_KEEPER, do_backup, backup, (GDestroyNotify) foed_backup_free, NULL,
                            cancellable, foed_library_backup_async, callback, user_data);
  else
    g_task_report_error (self, callback, user_data, foed_library_backup_async, g_steal_pointer (&error));
}

/**
 * foed_library_backup_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: (out): why not
 *
 * Returns: whether it was copied
 */
gboolean
foed_library_backup_finish (FoedLibrary   *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (FOED_IS_LIBRARY (self), FALSE);

  return foed_library_run_finish (self, result, foed_library_backup_async, error) != NULL;
}
