/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-atomic-file"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "foed-atomic-file.h"
#include "foed-xml-error.h"

struct _FoedAtomicFile
{
  GOutputStream *stream;
  char          *path;            /* of what is replaced; NULL where the stream is written in place */
  char          *temporary_path;  /* NULL once it took the place */
  int            fd;
};

static gboolean
set_errno_error (GError **error)
{
  int saved_errno = errno;

  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (saved_errno), g_strerror (saved_errno));

  return FALSE;
}

/* A link stays a link: what it leads to is replaced. */
static char *
resolve_path (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  char *resolved = realpath (absolute, NULL);
  char *copy;

  if (resolved == NULL)
    return g_steal_pointer (&absolute);

  copy = g_strdup (resolved);
  free (resolved);

  return copy;
}

static gboolean
open_temporary (FoedAtomicFile  *self,
                GError         **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *name = g_path_get_basename (self->path);
  struct stat status;
  gboolean is_there = stat (self->path, &status) == 0;

  self->temporary_path = g_strdup_printf ("%s/.%.200s.XXXXXX", folder, name);
  self->fd = g_mkstemp_full (self->temporary_path, O_RDWR | O_CLOEXEC, is_there ? 0600 : 0666);

  if (self->fd < 0)
    {
      set_errno_error (error);
      g_clear_pointer (&self->temporary_path, g_free);
      return FALSE;
    }

  if (is_there && fchmod (self->fd, status.st_mode & 0777) != 0)
    return set_errno_error (error);

  self->stream = g_unix_output_stream_new (self->fd, FALSE);

  return TRUE;
}

/* A pipe or a terminal can't be replaced. */
static gboolean
is_replaceable (const char *path)
{
  struct stat status;

  return stat (path, &status) != 0 || S_ISREG (status.st_mode);
}

static gboolean
open_in_place (FoedAtomicFile  *self,
               GFile           *target,
               GCancellable    *cancellable,
               GError         **error)
{
  self->stream = G_OUTPUT_STREAM (g_file_replace (target, NULL, FALSE, G_FILE_CREATE_NONE, cancellable, error));

  return self->stream != NULL;
}

static gboolean
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  gboolean done;

  if (fd < 0)
    return FALSE;

  done = fsync (fd) == 0;
  close (fd);

  return done;
}

/**
 * foed_atomic_file_new: (skip)
 * @target: what to replace or make
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #GIOErrorEnum
 *
 * Returns: (transfer full): a file to write to, or %NULL
 */
FoedAtomicFile *
foed_atomic_file_new (GFile         *target,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr (FoedAtomicFile) self = g_new0 (FoedAtomicFile, 1);
  const char *path = g_file_peek_path (target);

  self->fd = -1;

  if (path != NULL && g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      errno = EISDIR;
      set_errno_error (error);
      return NULL;
    }

  if (path == NULL || !is_replaceable (path))
    return open_in_place (self, target, cancellable, error) ? g_steal_pointer (&self) : NULL;

  self->path = resolve_path (path);

  return open_temporary (self, error) ? g_steal_pointer (&self) : NULL;
}

/* Where to write. */
GOutputStream *
foed_atomic_file_get_stream (FoedAtomicFile *self)
{
  return self->stream;
}

/* Puts what was written in the place of the target, on the disk. */
gboolean
foed_atomic_file_commit (FoedAtomicFile  *self,
                         GCancellable    *cancellable,
                         GError         **error)
{
  if (!g_output_stream_close (self->stream, cancellable, error))
    return FALSE;

  if (self->path == NULL)
    return TRUE;

  if (fsync (self->fd) != 0)
    return set_errno_error (error);

  if (g_rename (self->temporary_path, self->path) != 0)
    return set_errno_error (error);

  g_clear_pointer (&self->temporary_path, g_free);
  sync_folder (self->path);

  return TRUE;
}

/* Without a commit, the target is as it was. */
void
foed_atomic_file_free (FoedAtomicFile *self)
{
  g_autoptr (GCancellable) cancelled = NULL;

  /* GFile replaces nothing where the closing is cancelled. */
  if (self->stream != NULL && self->path == NULL && !g_output_stream_is_closed (self->stream))
    {
      cancelled = g_cancellable_new ();
      g_cancellable_cancel (cancelled);
      g_output_stream_close (self->stream, cancelled, NULL);
    }

  g_clear_object (&self->stream);

  if (self->fd >= 0)
    close (self->fd);

  if (self->temporary_path != NULL)
    g_unlink (self->temporary_path);

  g_free (self->temporary_path);
  g_free (self->path);
  g_free (self);
}

/**
 * foed_atomic_file_take_error:
 * @write_error: (transfer full): why a file can't be written
 * @file: the file
 * @error: (out): the same in the domain %FOED_XML_ERROR with the name of @file, or %G_IO_ERROR_CANCELLED as it is
 *
 * Says in the same words everywhere that a file can't be written.
 */
void
foed_atomic_file_take_error (GError  *write_error,
                             GFile   *file,
                             GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);

  if (g_error_matches (write_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, write_error);
      return;
    }

  g_set_error (error, FOED_XML_ERROR, FOED_XML_ERROR_CANNOT_WRITE, _("“%s” can't be written: %s"), name,
               write_error->message);
  g_error_free (write_error);
}

/**
 * foed_atomic_file_write:
 * @file: what to replace or make
 * @func: writes what it is to hold
 * @user_data: handed to @func
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error of @func, or of domain %FOED_XML_ERROR where the file can't be written
 *
 * Writes a file of which what was there is replaced only when all is written.
 *
 * Returns: whether all was written
 */
gboolean
foed_atomic_file_write (GFile               *file,
                        FoedAtomicFileFunc   func,
                        gpointer             user_data,
                        GCancellable        *cancellable,
                        GError             **error)
{
  g_autoptr (GError) write_error = NULL;
  g_autoptr (FoedAtomicFile) target = foed_atomic_file_new (file, cancellable, &write_error);

  if (target != NULL && !func (target->stream, user_data, cancellable, error))
    return FALSE;

  if (target != NULL && foed_atomic_file_commit (target, cancellable, &write_error))
    return TRUE;

  foed_atomic_file_take_error (g_steal_pointer (&write_error), file, error);

  return FALSE;
}
