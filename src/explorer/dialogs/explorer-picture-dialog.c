/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-picture-dialog"

#include "config.h"

#include <glib/gi18n.h>

#include "exchange/foed-graph-export.h"
#include "exchange/foed-page-export.h"
#include "explorer-picture-dialog.h"
#include "explorer/explorer-compat.h"

struct _ExplorerPictureDialog
{
  AdwWindow           parent_instance;

  ExplorerWindow     *window;
  FoedLibrary        *library;
  FoedQuery          *query;
  FoedPage           *page;
  FoedPictureOptions  options;
  char               *selected;
  GFile              *file;

  GtkCheckButton     *svg_check;
  GtkCheckButton     *pdf_check;
  GtkCheckButton     *png_check;
  GtkCheckButton     *graphml_check;
  GtkCheckButton     *gexf_check;
  GtkWidget          *graphml_row;
  GtkWidget          *gexf_row;
};

G_DEFINE_FINAL_TYPE (ExplorerPictureDialog, explorer_picture_dialog, ADW_TYPE_WINDOW)

static const char * const names[FOED_N_VIEWS] = { NC_("file", "graph"), NC_("file", "timeline"), NC_("file", "map") };

static const char *
get_format (ExplorerPictureDialog *self)
{
  if (gtk_check_button_get_active (self->pdf_check))
    return foed_page_format_get_nick (FOED_PAGE_PDF);
  if (gtk_check_button_get_active (self->png_check))
    return foed_page_format_get_nick (FOED_PAGE_PNG);
  if (gtk_check_button_get_active (self->graphml_check))
    return foed_graph_format_get_nick (FOED_GRAPH_GRAPHML);
  if (gtk_check_button_get_active (self->gexf_check))
    return foed_graph_format_get_nick (FOED_GRAPH_GEXF);
  return foed_page_format_get_nick (FOED_PAGE_SVG);
}

static void
tell_done (ExplorerPictureDialog *self,
           const GError          *error)
{
  explorer_session_release_busy (explorer_window_get_session (self->window));
  if (error != NULL)
    explorer_window_show_toast (self->window, error->message, FALSE);
  else
    {
      g_autofree char *name = g_file_get_basename (self->file);
      g_autofree char *text = g_strdup_printf (_("Saved as “%s”"), name);

      explorer_window_show_toast (self->window, text, FALSE);
    }
}

static void
page_written_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(ExplorerPictureDialog) self = user_data;
  g_autoptr(GError) error = NULL;

  foed_page_export_finish (result, &error);
  tell_done (self, error);
}

static void
graph_written_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(ExplorerPictureDialog) self = user_data;
  g_autoptr(GError) error = NULL;

  foed_graph_export_finish (FOED_LIBRARY (object), result, &error);
  tell_done (self, error);
}

static void
file_chosen_cb (GListModel *files,
                gpointer    user_data)
{
  ExplorerPictureDialog *self = user_data;
  FoedGraphFormat graph_format;
  FoedPageFormat page_format;

  self->file = g_list_model_get_item (files, 0);
  explorer_session_hold_busy (explorer_window_get_session (self->window));
  if (foed_page_format_from_nick (get_format (self), &page_format))
    foed_page_export_async (g_steal_pointer (&self->page), page_format, self->file, NULL, page_written_cb,
                            g_object_ref (self));
  else if (foed_graph_format_from_nick (get_format (self), &graph_format))
    foed_graph_export_async (self->library, self->query, self->options.picture, graph_format, self->file, NULL, graph_written_cb,
                             g_object_ref (self));
  gtk_window_close (GTK_WINDOW (self));
}

static void
save_clicked_cb (ExplorerPictureDialog *self)
{
  const char *format = get_format (self);
  g_autofree char *label = g_ascii_strup (format, -1);
  g_autofree char *name = g_strconcat (g_dpgettext2 (NULL, "file", names[self->options.view]), ".", format, NULL);
  g_autoptr(GtkFileFilter) filter = explorer_compat_new_filter (label, format, NULL);

  explorer_compat_choose_files (GTK_WIDGET (self), GTK_FILE_CHOOSER_ACTION_SAVE, _("Save Picture As"), _("_Save"), name,
                                filter, file_chosen_cb, self);
}

static void
explorer_picture_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), EXPLORER_TYPE_PICTURE_DIALOG);

  G_OBJECT_CLASS (explorer_picture_dialog_parent_class)->dispose (object);
}

static void
explorer_picture_dialog_finalize (GObject *object)
{
  ExplorerPictureDialog *self = EXPLORER_PICTURE_DIALOG (object);

  g_clear_pointer (&self->page, foed_page_free);
  g_clear_pointer (&self->selected, g_free);
  g_clear_object (&self->file);
  g_clear_object (&self->query);
  g_clear_object (&self->library);
  g_clear_object (&self->window);

  G_OBJECT_CLASS (explorer_picture_dialog_parent_class)->finalize (object);
}

static void
explorer_picture_dialog_class_init (ExplorerPictureDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = explorer_picture_dialog_dispose;
  object_class->finalize = explorer_picture_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/foedera/Foedera/ui/dialogs/picture-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ExplorerPictureDialog, gexf_check);
  gtk_widget_class_bind_template_child (widget_class, ExplorerPictureDialog, gexf_row);
  gtk_widget_class_bind_template_child (widget_class, ExplorerPictureDialog, graphml_check);
  gtk_widget_class_bind_template_child (widget_class, ExplorerPictureDialog, graphml_row);
  gtk_widget_class_bind_template_child (widget_class, ExplorerPictureDialog, pdf_check);
  gtk_widget_class_bind_template_child (widget_class, ExplorerPictureDialog, png_check);
  gtk_widget_class_bind_template_child (widget_class, ExplorerPictureDialog, svg_check);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DIALOG);
}

static void
explorer_picture_dialog_init (ExplorerPictureDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_check_button_set_active (self->svg_check, TRUE);
}

/**
 * explorer_picture_dialog_new:
 * @window: the window whose picture it is; a library is open there
 * @page: (transfer full): the picture
 * @options: how it is made
 *
 * Returns: (transfer none): a dialog over @window, which tells what comes of it
 */
GtkWidget *
explorer_picture_dialog_new (ExplorerWindow           *window,
                             FoedPage                 *page,
                             const FoedPictureOptions *options)
{
  ExplorerPictureDialog *self;
  ExplorerSession *session;

  g_return_val_if_fail (EXPLORER_IS_WINDOW (window), NULL);
  g_return_val_if_fail (page != NULL, NULL);
  g_return_val_if_fail (options != NULL, NULL);

  session = explorer_window_get_session (window);
  self = g_object_new (EXPLORER_TYPE_PICTURE_DIALOG, "transient-for", window, NULL);
  self->window = g_object_ref (window);
  self->library = g_object_ref (explorer_session_get_library (session));
  self->query = g_object_ref (explorer_session_get_query (session));
  self->page = page;
  self->options = *options;
  self->options.selected = self->selected = g_strdup (options->selected);
  gtk_widget_set_visible (self->graphml_row, options->view == FOED_VIEW_GRAPH);
  gtk_widget_set_visible (self->gexf_row, options->view == FOED_VIEW_GRAPH);
  return GTK_WIDGET (self);
}
