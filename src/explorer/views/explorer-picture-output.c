/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-picture-output"

#include "config.h"

#include <glib/gi18n.h>

#include "explorer-picture-output.h"
#include "explorer/dialogs/explorer-picture-dialog.h"
#include "explorer/explorer-window.h"

/* What is shown leaves the window as a page: into a file, or onto the clipboard. */

/**
 * explorer_picture_origin_init:
 * @self: (out): where it comes from; it must not be moved
 * @session: what is looked at
 */
void
explorer_picture_origin_init (ExplorerPictureOrigin *self,
                              ExplorerSession       *session)
{
  FoedLibrary *library;
  FoedQuery *query;

  g_return_if_fail (self != NULL);
  g_return_if_fail (EXPLORER_IS_SESSION (session));

  library = explorer_session_get_library (session);
  query = explorer_session_get_query (session);
  *self = (ExplorerPictureOrigin) { .day = FOED_DAY_FIRST };
  self->library = library != NULL ? g_file_get_basename (foed_library_get_file (library)) : g_strdup ("");
  self->origin.library = self->library;
  self->origin.narrowed = foed_query_is_narrowed (query);
  if (foed_query_get_day (query, &self->day))
    self->origin.day = &self->day;
}

void
explorer_picture_origin_clear (ExplorerPictureOrigin *self)
{
  g_clear_pointer (&self->library, g_free);
}

static void
draw_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  cairo_surface_t *surface = foed_page_draw_image (data, FOED_PAGE_SHARPNESS);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  g_autoptr(GBytes) bytes = NULL;

  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), stride * (gsize) height);
  cairo_surface_destroy (surface);
  g_task_return_pointer (task, gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride), g_object_unref);
}

static void
drawn_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  GtkWidget *view = GTK_WIDGET (object);
  g_autoptr(GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), NULL);
  GtkRoot *root = gtk_widget_get_root (view);

  if (texture == NULL || root == NULL)
    return;
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (view), texture);
  if (EXPLORER_IS_WINDOW (root))
    explorer_window_show_toast (EXPLORER_WINDOW (root), _("The picture was copied"), FALSE);
}

/**
 * explorer_picture_output_copy:
 * @view: what shows the picture
 * @page: (transfer full): the picture
 *
 * Puts an image of a picture on the clipboard.
 */
void
explorer_picture_output_copy (GtkWidget *view,
                              FoedPage  *page)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (GTK_IS_WIDGET (view));
  g_return_if_fail (page != NULL);

  task = g_task_new (view, NULL, drawn_cb, NULL);
  g_task_set_source_tag (task, explorer_picture_output_copy);
  g_task_set_task_data (task, page, (GDestroyNotify) foed_page_free);
  g_task_run_in_thread (task, draw_thread);
}

/**
 * explorer_picture_output_save:
 * @view: what shows the picture
 * @page: (transfer full): the picture
 * @options: how it is made, for more of the kind
 *
 * Asks how and where to save a picture, and saves it.
 */
void
explorer_picture_output_save (GtkWidget                *view,
                              FoedPage                 *page,
                              const FoedPictureOptions *options)
{
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (view));
  g_return_if_fail (page != NULL);

  root = gtk_widget_get_root (view);
  if (EXPLORER_IS_WINDOW (root))
    gtk_window_present (GTK_WINDOW (explorer_picture_dialog_new (EXPLORER_WINDOW (root), page, options)));
  else
    foed_page_free (page);
}
