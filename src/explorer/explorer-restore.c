/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-restore"

#include "config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "explorer-restore.h"
#include "store/foed-default-library.h"
#include "store/foed-writer.h"

static const FoedRecordKind root_kinds[] = {
  FOED_RECORD_SOURCE,
  FOED_RECORD_PLACE,
  FOED_RECORD_STATE,
  FOED_RECORD_ALLIANCE,
};

static gboolean
collect (FoedLibrary     *bundled,
         FoedRecordKind   kind,
         GPtrArray       *records,
         GCancellable    *cancellable,
         GError         **error)
{
  g_auto(GStrv) ids = foed_library_list_ids_sync (bundled, kind, cancellable, error);

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; ids[i] != NULL; i++)
    {
      FoedRecord *record = foed_library_get_record_sync (bundled, ids[i], cancellable, error);

      if (record == NULL)
        return FALSE;
      g_ptr_array_add (records, record);
    }
  return TRUE;
}

static gboolean
put_records (FoedWriter    *writer,
             gpointer       user_data,
             GCancellable  *cancellable,
             GError       **error)
{
  GPtrArray *records = user_data;

  for (guint i = 0; i < records->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !foed_writer_put (writer, g_ptr_array_index (records, i), NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
copy_records (FoedLibrary   *library,
              GFile         *file,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr(FoedLibrary) bundled = NULL;
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  bundled = foed_library_open_sync (file, FOED_LIBRARY_DEFAULT, cancellable, error);
  if (bundled == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (root_kinds); i++)
    {
      if (!collect (bundled, root_kinds[i], records, cancellable, error))
        return FALSE;
    }
  return foed_library_write_sync (library, _("Restoring the bundled library"), FOED_WRITE_DEFAULT, put_records, records,
                                  cancellable, NULL, error);
}

/* The bundled library may lie where nothing can be written, so it is read from a copy. */
static void
restore_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  static const char * const suffixes[] = { "", "-wal", "-shm" };
  g_autofree char *folder = g_dir_make_tmp ("foedera-XXXXXX", NULL);
  g_autofree char *path = NULL;
  g_autoptr(GFile) file = NULL;
  GError *error = NULL;
  gboolean done;

  if (folder == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, _("A folder for the copy could not be made."));
      return;
    }
  path = g_build_filename (folder, "library.foedera", NULL);
  file = g_file_new_for_path (path);
  done = foed_default_library_restore (file, cancellable, &error) &&
         copy_records (FOED_LIBRARY (source_object), file, cancellable, &error);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *part = g_strconcat (path, suffixes[i], NULL);

      g_unlink (part);
    }
  g_rmdir (folder);
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * explorer_restore_bundled_async:
 * @library: a library that can be written
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @user_data: handed to @callback
 *
 * Puts everything that came with the program into @library, in one change that can be undone.
 */
void
explorer_restore_bundled_async (FoedLibrary         *library,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (FOED_IS_LIBRARY (library));

  task = g_task_new (library, cancellable, callback, user_data);
  g_task_set_source_tag (task, explorer_restore_bundled_async);
  g_task_run_in_thread (task, restore_thread);
}

/**
 * explorer_restore_bundled_finish:
 * @library: the library
 * @result: what the callback was handed
 * @error: (out): why it could not be done
 *
 * Returns: whether it was done
 */
gboolean
explorer_restore_bundled_finish (FoedLibrary   *library,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, library), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
