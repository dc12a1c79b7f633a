/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-graph-output"

#include "config.h"

#include <glib/gi18n.h>

#include "drawing/foed-graph-page.h"
#include "explorer-graph-output.h"
#include "explorer/dialogs/explorer-picture-dialog.h"
#include "explorer/explorer-window.h"

static gboolean
look_up_cb (const char           *id,
            FoedGraphDrawingNode *node,
            gpointer              user_data)
{
  node->label = explorer_graph_model_get_label (user_data, id);
  return explorer_graph_model_get_point (user_data, id, &node->point);
}

/* Pages are white whatever the style of the window. */
static FoedPage *
make_page (const ExplorerGraphOutput *output)
{
  FoedGraphMoment *moment = explorer_graph_model_get_moment (output->model);
  FoedQuery *query = explorer_session_get_query (output->session);
  FoedLibrary *library = explorer_session_get_library (output->session);
  g_autofree char *name = library != NULL ? g_file_get_basename (foed_library_get_file (library)) : g_strdup ("");
  g_autoptr(FoedGraphStyle) style = foed_graph_style_new (moment, &foed_palette_paper);
  FoedDay day;
  gboolean day_on = foed_query_get_day (query, &day);

  foed_graph_style_set_measures (style, output->network, output->size, output->colour);
  return foed_graph_page_new (moment, style, look_up_cb, output->model, day_on ? &day : NULL,
                              foed_query_is_narrowed (query), name, NULL);
}

/**
 * explorer_graph_output_save:
 * @output: what there is to save
 * @view: where it is shown
 *
 * Asks where to save the picture, and saves it.
 */
void
explorer_graph_output_save (const ExplorerGraphOutput *output,
                            GtkWidget                 *view)
{
  GtkRoot *root = gtk_widget_get_root (view);

  if (explorer_picture_model_get_state (EXPLORER_PICTURE_MODEL (output->model)) != EXPLORER_PICTURE_READY ||
      !EXPLORER_IS_WINDOW (root))
    return;
  gtk_window_present (GTK_WINDOW (explorer_picture_dialog_new (EXPLORER_WINDOW (root), make_page (output),
                                                               explorer_graph_model_get_picture (output->model))));
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
 * explorer_graph_output_copy:
 * @output: what there is to copy
 * @view: where it is shown
 *
 * Puts an image of the picture on the clipboard.
 */
void
explorer_graph_output_copy (const ExplorerGraphOutput *output,
                            GtkWidget                 *view)
{
  g_autoptr(GTask) task = NULL;

  if (explorer_picture_model_get_state (EXPLORER_PICTURE_MODEL (output->model)) != EXPLORER_PICTURE_READY)
    return;
  task = g_task_new (view, NULL, drawn_cb, NULL);
  g_task_set_source_tag (task, explorer_graph_output_copy);
  g_task_set_task_data (task, make_page (output), (GDestroyNotify) foed_page_free);
  g_task_run_in_thread (task, draw_thread);
}
