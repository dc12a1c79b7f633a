/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-page-export"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "foed-page-export.h"
#include "xml/foed-atomic-file.h"

typedef struct
{
  FoedPage       *page;
  FoedPageFormat  format;
  GFile          *file;
} Request;

static void
request_free (Request *request)
{
  g_clear_pointer (&request->page, foed_page_free);
  g_clear_object (&request->file);
  g_free (request);
}

static void
export_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  const Request *request = data;
  g_autoptr (GError) error = NULL;

  if (foed_page_export_sync (request->page, request->format, request->file, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * foed_page_export_sync:
 * @page: a page
 * @format: how to write
 * @file: where to; it is replaced as a whole or not at all
 * @cancellable: (nullable): stops the work
 * @error: where to put what went wrong, in %G_IO_ERROR
 *
 * Returns: whether it was written
 */
gboolean
foed_page_export_sync (FoedPage        *page,
                       FoedPageFormat   format,
                       GFile           *file,
                       GCancellable    *cancellable,
                       GError         **error)
{
  g_autoptr (FoedAtomicFile) target = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (page != NULL, FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  name = g_file_get_parse_name (file);
  target = foed_atomic_file_new (file, cancellable, error);
  if (target != NULL
      && foed_page_write_sync (page, format, foed_atomic_file_get_stream (target), cancellable, error)
      && foed_atomic_file_commit (target, cancellable, error))
    return TRUE;

  if (error != NULL && !g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_prefix_error (error, _("“%s” can't be written: "), name);

  return FALSE;
}

/**
 * foed_page_export_async:
 * @page: (transfer full): a page
 * @format: how to write
 * @file: where to
 * @cancellable: (nullable): stops the work
 * @callback: called when it is done
 * @user_data: handed to @callback
 *
 * Does in a worker thread what foed_page_export_sync() does.
 */
void
foed_page_export_async (FoedPage            *page,
                        FoedPageFormat       format,
                        GFile               *file,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Request *request;

  g_return_if_fail (page != NULL);
  g_return_if_fail (G_IS_FILE (file));

  request = g_new0 (Request, 1);
  *request = (Request) { page, format, g_object_ref (file) };
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, foed_page_export_async);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  g_task_run_in_thread (task, export_thread);
}

/**
 * foed_page_export_finish:
 * @result: what the callback was given
 * @error: where to put what went wrong
 *
 * Returns: whether it was written
 */
gboolean
foed_page_export_finish (GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
