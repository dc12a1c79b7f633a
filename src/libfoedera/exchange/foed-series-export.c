/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-series-export"

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "drawing/foed-animation.h"
#include "foed-page-export.h"
#include "foed-series-export.h"
#include "xml/foed-atomic-file.h"

/* How long each page of an animation is shown. */
#define MILLISECONDS_PER_PAGE 400

typedef struct
{
  FoedSeries          series;
  FoedLibrary        *library;
  FoedQuery          *query;
  FoedPictureOptions  options;
  char               *selected;
  GFile              *target;
  FoedSeriesProgress  progress;
  gpointer            progress_data;
} Request;

static void
request_free (Request *request)
{
  g_clear_object (&request->library);
  g_clear_object (&request->query);
  g_clear_object (&request->target);
  g_free (request->selected);
  g_free (request);
}

static guint
count_pages (const FoedSeries *self)
{
  return (guint) ((self->to - self->from) / self->step + 1);
}

static FoedPage *
draw_page (const FoedSeries  *self,
           FoedPictureMaker  *maker,
           guint              number,
           GCancellable      *cancellable,
           GError           **error)
{
  FoedDay day = foed_day_from_calendar (self->from + (int) number * self->step, 12, 31);

  return foed_picture_maker_draw_sync (maker, &day, TRUE, cancellable, error);
}

static void
tell (const FoedSeries   *self,
      guint               n_done,
      FoedSeriesProgress  progress,
      gpointer            progress_data)
{
  if (progress != NULL)
    progress ((double) n_done / count_pages (self), progress_data);
}

/**
 * foed_series_animate_sync:
 * @self: a series
 * @maker: what makes its pages
 * @stream: where to write an animated image
 * @progress: (nullable): called after each page
 * @progress_data: handed to @progress
 * @cancellable: (nullable): stops the work
 * @error: where to put what went wrong
 *
 * Returns: whether it was written
 */
gboolean
foed_series_animate_sync (const FoedSeries    *self,
                          FoedPictureMaker    *maker,
                          GOutputStream       *stream,
                          FoedSeriesProgress   progress,
                          gpointer             progress_data,
                          GCancellable        *cancellable,
                          GError             **error)
{
  g_autoptr (FoedAnimation) animation = foed_animation_new (MILLISECONDS_PER_PAGE);

  g_return_val_if_fail (self != NULL && self->step > 0 && self->from <= self->to, FALSE);
  g_return_val_if_fail (maker != NULL, FALSE);

  for (guint i = 0; i < count_pages (self); i++)
    {
      g_autoptr (FoedPage) page = draw_page (self, maker, i, cancellable, error);

      if (page == NULL || !foed_animation_add (animation, page, error))
        return FALSE;

      tell (self, i + 1, progress, progress_data);
    }

  return foed_animation_write_sync (animation, stream, cancellable, error);
}

static gboolean
write_animation (const FoedSeries    *self,
                 FoedPictureMaker    *maker,
                 GFile               *target,
                 FoedSeriesProgress   progress,
                 gpointer             progress_data,
                 GCancellable        *cancellable,
                 GError             **error)
{
  g_autoptr (FoedAtomicFile) file = foed_atomic_file_new (target, cancellable, error);

  return file != NULL
         && foed_series_animate_sync (self, maker, foed_atomic_file_get_stream (file), progress, progress_data,
                                      cancellable, error)
         && foed_atomic_file_commit (file, cancellable, error);
}

static gboolean
take_errno (GError **error)
{
  int saved_errno = errno;

  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (saved_errno), g_strerror (saved_errno));

  return FALSE;
}

static char *
name_page (const char       *folder,
           const FoedSeries *self,
           guint             number)
{
  g_autofree char *name = g_strdup_printf ("%04u.%s", number + 1,
                                           foed_page_format_get_nick ((FoedPageFormat) self->format));

  return g_build_filename (folder, name, NULL);
}

static gboolean
fill_folder (const FoedSeries    *self,
             FoedPictureMaker    *maker,
             const char          *folder,
             FoedSeriesProgress   progress,
             gpointer             progress_data,
             GCancellable        *cancellable,
             GError             **error)
{
  for (guint i = 0; i < count_pages (self); i++)
    {
      g_autofree char *path = name_page (folder, self, i);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (FoedPage) page = draw_page (self, maker, i, cancellable, error);

      if (page == NULL || !foed_page_export_sync (page, (FoedPageFormat) self->format, file, cancellable, error))
        return FALSE;

      tell (self, i + 1, progress, progress_data);
    }

  return TRUE;
}

/* Puts the pages where they were asked for: the folder takes its place as a whole, or where there is one already, each
 * page does. */
static gboolean
move_pages (const FoedSeries  *self,
            const char        *from,
            const char        *to,
            GError           **error)
{
  if (!g_file_test (to, G_FILE_TEST_IS_DIR))
    return g_rename (from, to) == 0 || take_errno (error);

  for (guint i = 0; i < count_pages (self); i++)
    {
      g_autofree char *page = name_page (from, self, i);
      g_autofree char *place = name_page (to, self, i);

      if (g_rename (page, place) != 0)
        return take_errno (error);
    }

  return TRUE;
}

static void
remove_folder (const FoedSeries *self,
               const char       *folder)
{
  for (guint i = 0; i < count_pages (self); i++)
    {
      g_autofree char *page = name_page (folder, self, i);

      g_unlink (page);
    }

  g_rmdir (folder);
}

static gboolean
write_folder (const FoedSeries    *self,
              FoedPictureMaker    *maker,
              GFile               *target,
              FoedSeriesProgress   progress,
              gpointer             progress_data,
              GCancellable        *cancellable,
              GError             **error)
{
  const char *path = g_file_peek_path (target);
  g_autofree char *parent = path != NULL ? g_path_get_dirname (path) : NULL;
  g_autofree char *name = path != NULL ? g_path_get_basename (path) : NULL;
  g_autofree char *folder = NULL;
  gboolean written;

  if (path == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _("Choose a folder on this computer."));
      return FALSE;
    }

  folder = g_strdup_printf ("%s/.%.200s.XXXXXX", parent, name);
  if (g_mkdir_with_parents (parent, 0777) != 0 || g_mkdtemp_full (folder, 0777) == NULL)
    return take_errno (error);

  written = fill_folder (self, maker, folder, progress, progress_data, cancellable, error)
            && move_pages (self, folder, path, error);
  if (!written || g_file_test (folder, G_FILE_TEST_EXISTS))
    remove_folder (self, folder);

  return written;
}

/**
 * foed_series_export_sync:
 * @self: a series
 * @maker: what makes its pages
 * @target: the file of an animation, or the folder of numbered pages; nothing but whole results gets there
 * @progress: (nullable): called after each page
 * @progress_data: handed to @progress
 * @cancellable: (nullable): stops the work
 * @error: where to put what went wrong
 *
 * Returns: whether it was written
 */
gboolean
foed_series_export_sync (const FoedSeries    *self,
                         FoedPictureMaker    *maker,
                         GFile               *target,
                         FoedSeriesProgress   progress,
                         gpointer             progress_data,
                         GCancellable        *cancellable,
                         GError             **error)
{
  g_autoptr (GError) own_error = NULL;
  g_autofree char *name = NULL;
  gboolean written;

  g_return_val_if_fail (self != NULL && self->step > 0 && self->from <= self->to, FALSE);
  g_return_val_if_fail (maker != NULL, FALSE);
  g_return_val_if_fail (G_IS_FILE (target), FALSE);

  written = self->format == FOED_SERIES_WEBP
              ? write_animation (self, maker, target, progress, progress_data, cancellable, &own_error)
              : write_folder (self, maker, target, progress, progress_data, cancellable, &own_error);
  if (written)
    return TRUE;

  name = g_file_get_parse_name (target);
  if (!g_error_matches (own_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_prefix_error (&own_error, _("“%s” can't be written: "), name);

  g_propagate_error (error, g_steal_pointer (&own_error));

  return FALSE;
}

static void
export_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  const Request *request = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoedPictureMaker) maker =
    foed_picture_maker_new_sync (request->library, request->query, &request->options, cancellable, &error);

  if (maker != NULL
      && foed_series_export_sync (&request->series, maker, request->target, request->progress, request->progress_data,
                                  cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * foed_series_export_async:
 * @self: a series
 * @library: what is drawn
 * @query: which alliances and obligations count; without a day
 * @options: how it is drawn
 * @target: the file of an animation, or the folder of numbered pages
 * @progress: (nullable): called after each page, in the worker thread
 * @progress_data: handed to @progress
 * @cancellable: (nullable): stops the work
 * @callback: called when it is done
 * @user_data: handed to @callback
 *
 * Reads what the pages are made from and does what foed_series_export_sync() does, in a worker thread.
 */
void
foed_series_export_async (const FoedSeries         *self,
                          FoedLibrary              *library,
                          FoedQuery                *query,
                          const FoedPictureOptions *options,
                          GFile                    *target,
                          FoedSeriesProgress        progress,
                          gpointer                  progress_data,
                          GCancellable             *cancellable,
                          GAsyncReadyCallback       callback,
                          gpointer                  user_data)
{
  g_autoptr (GTask) task = NULL;
  Request *request;

  g_return_if_fail (self != NULL && self->step > 0 && self->from <= self->to);
  g_return_if_fail (FOED_IS_LIBRARY (library));
  g_return_if_fail (FOED_IS_QUERY (query));
  g_return_if_fail (options != NULL);
  g_return_if_fail (G_IS_FILE (target));

  request = g_new0 (Request, 1);
  request->series = *self;
  request->library = g_object_ref (library);
  request->query = g_object_ref (query);
  request->options = *options;
  request->options.selected = request->selected = g_strdup (options->selected);
  request->target = g_object_ref (target);
  request->progress = progress;
  request->progress_data = progress_data;
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, foed_series_export_async);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  g_task_run_in_thread (task, export_thread);
}

/**
 * foed_series_export_finish:
 * @result: what the callback was given
 * @error: where to put what went wrong
 *
 * Returns: whether it was written
 */
gboolean
foed_series_export_finish (GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
