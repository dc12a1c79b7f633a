/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-default-library"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "foed-default-library.h"
#include "foed-library.h"

#define LIBRARY_NAME "library.foedera"

static gboolean
write_all (int           descriptor,
           const char   *content,
           gsize         length,
           const char   *path,
           GError      **error)
{
  while (length > 0)
    {
      gssize written = write (descriptor, content, length);

      if (written < 0 && errno == EINTR)
        continue;

      if (written < 0)
        {
          int saved_errno = errno;

          g_set_error (error, FOED_LIBRARY_ERROR,
                       saved_errno == ENOSPC ? FOED_LIBRARY_ERROR_FULL : FOED_LIBRARY_ERROR_FAILED,
                       _("The library “%s” could not be written: %s."), path, g_strerror (saved_errno));
          return FALSE;
        }

      content += written;
      length -= written;
    }

  return TRUE;
}

/* The file appears whole or not at all, and never in place of one that another program made meanwhile. */
static gboolean
put_in_place (int         descriptor,
              const char *temporary,
              const char *path,
              GError    **error)
{
  int saved_errno;

  if (fsync (descriptor) == 0 && (link (temporary, path) == 0 || errno == EEXIST))
    return TRUE;

  saved_errno = errno;
  g_set_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_CANNOT_OPEN,
               _("The library “%s” could not be made: %s."), path, g_strerror (saved_errno));

  return FALSE;
}

static gboolean
copy_to_new_file (GBytes      *content,
                  const char  *path,
                  GError     **error)
{
  g_autofree char *temporary = g_strconcat (path, ".XXXXXX", NULL);
  int descriptor = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0644);
  gboolean done;

  if (descriptor < 0)
    {
      int saved_errno = errno;

      g_set_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_CANNOT_OPEN,
                   _("The library “%s” could not be made: %s."), path, g_strerror (saved_errno));
      return FALSE;
    }

  done = write_all (descriptor, g_bytes_get_data (content, NULL), g_bytes_get_size (content), path, error) &&
         put_in_place (descriptor, temporary, path, error);

  close (descriptor);
  g_unlink (temporary);

  return done;
}

/**
 * foed_default_library_get_file:
 *
 * Where the user's own library is, whether it exists or not: `foedera/library.foedera` in the user's data directory.
 *
 * Returns: (transfer full): the file
 */
GFile *
foed_default_library_get_file (void)
{
  return g_file_new_build_filename (g_get_user_data_dir (), "foedera", LIBRARY_NAME, NULL);
}

/**
 * foed_default_library_get_bundled:
 *
 * Where the library is that comes with the program. The environment variable `FOEDERA_DATADIR` names another directory,
 * for running a program that is not installed.
 *
 * Returns: (transfer full): the file
 */
GFile *
foed_default_library_get_bundled (void)
{
  const char *directory = g_getenv ("FOEDERA_DATADIR");

  return g_file_new_build_filename (directory != NULL ? directory : PKGDATADIR, LIBRARY_NAME, NULL);
}

/**
 * foed_default_library_restore:
 * @target: a file that does not exist
 * @cancellable: (nullable): to give up
 * @error: (out): %FOED_LIBRARY_ERROR_CANNOT_OPEN or %FOED_LIBRARY_ERROR_FULL
 *
 * Copies the bundled library to @target, whole or not at all. A file that is there already stays as it is. It blocks.
 *
 * Returns: whether @target exists now
 */
gboolean
foed_default_library_restore (GFile         *target,
                              GCancellable  *cancellable,
                              GError       **error)
{
  g_autoptr (GFile) bundled = foed_default_library_get_bundled ();
  g_autoptr (GBytes) content = NULL;
  g_autofree char *directory = NULL;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (G_IS_FILE (target), FALSE);

  content = g_file_load_bytes (bundled, cancellable, NULL, &local_error);
  if (content == NULL)
    {
      g_set_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_CANNOT_OPEN,
                   _("The library that comes with the program could not be read: %s"), local_error->message);
      return FALSE;
    }

  directory = g_path_get_dirname (g_file_peek_path (target));
  if (g_mkdir_with_parents (directory, 0700) != 0)
    {
      int saved_errno = errno;

      g_set_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_CANNOT_OPEN,
                   _("The folder “%s” could not be made: %s."), directory, g_strerror (saved_errno));
      return FALSE;
    }

  return copy_to_new_file (content, g_file_peek_path (target), error);
}

/**
 * foed_default_library_ensure:
 * @cancellable: (nullable): to give up
 * @error: (out): as foed_default_library_restore()
 *
 * Makes the user's library from the bundled one where there is none yet. It blocks.
 *
 * Returns: whether the user's library exists now
 */
gboolean
foed_default_library_ensure (GCancellable  *cancellable,
                             GError       **error)
{
  g_autoptr (GFile) file = foed_default_library_get_file ();

  if (g_file_query_exists (file, cancellable))
    return TRUE;

  return foed_default_library_restore (file, cancellable, error);
}
