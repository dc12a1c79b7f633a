/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-picture-dialog"

#include "config.h"

#include <glib/gi18n.h>

#include "exchange/foed-graph-export.h"
#include "exchange/foed-page-export.h"
#include "exchange/foed-series-export.h"
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
  GtkCheckButton     *webp_check;
  GtkCheckButton     *graphml_check;
  GtkCheckButton     *gexf_check;
  GtkWidget          *graphml_row;
  GtkWidget          *gexf_row;
  GtkWidget          *format_group;
  GtkWidget          *series_group;
  GtkSwitch          *series_switch;
  GtkWidget          *years_grid;
  GtkSpinButton      *from_button;
  GtkSpinButton      *to_button;
  GtkSpinButton      *step_button;
  GtkWidget          *save_button;
  GtkWidget          *progress_box;
  GtkProgressBar     *progress_bar;

  GCancellable       *cancellable;     /* while a series is being drawn */
  int                 permille;        /* how much of it is done; a thread writes it */
  guint               look_timeout;
};

/* How often to look how far a series is. */
#define LOOK_MILLISECONDS 100

/* How many years a series has unless it is told otherwise. */
#define N_YEARS 20

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
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    explorer_window_show_toast (self->window, _("Nothing was saved"), FALSE);
  else if (error != NULL)
    explorer_window_show_toast (self->window, error->message, FALSE);
  else
    {
      g_autofree char *name = g_file_get_basename (self->file);
      g_autofree char *text = g_strdup_printf (_("Saved as “%s”"), name);

      explorer_window_show_toast (self->window, text, FALSE);
    }
}

static gboolean
is_series (ExplorerPictureDialog *self)
{
  return gtk_switch_get_active (self->series_switch);
}

static FoedSeriesFormat
get_series_format (ExplorerPictureDialog *self)
{
  FoedPageFormat format;

  if (gtk_check_button_get_active (self->webp_check) || !foed_page_format_from_nick (get_format (self), &format))
    return FOED_SERIES_WEBP;
  return (FoedSeriesFormat) format;
}

static void
series_written_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(ExplorerPictureDialog) self = user_data;
  g_autoptr(GError) error = NULL;

  foed_series_export_finish (result, &error);
  g_clear_handle_id (&self->look_timeout, g_source_remove);
  g_clear_object (&self->cancellable);
  tell_done (self, error);
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    gtk_window_close (GTK_WINDOW (self));
}

static void
progress_cb (double   fraction,
             gpointer user_data)
{
  ExplorerPictureDialog *self = user_data;

  g_atomic_int_set (&self->permille, (int) (1000 * fraction));
}

static gboolean
look_cb (gpointer user_data)
{
  ExplorerPictureDialog *self = user_data;

  gtk_progress_bar_set_fraction (self->progress_bar, g_atomic_int_get (&self->permille) / 1000.0);
  return G_SOURCE_CONTINUE;
}

/* Draws a page for each year while the dialog tells how far it is; closing it stops the work. */
static void
save_series (ExplorerPictureDialog *self)
{
  g_autoptr(FoedQuery) query = foed_query_without_day (self->query);
  const int from = gtk_spin_button_get_value_as_int (self->from_button);
  const int to = gtk_spin_button_get_value_as_int (self->to_button);
  const FoedSeries series = { MIN (from, to), MAX (from, to), gtk_spin_button_get_value_as_int (self->step_button),
                              get_series_format (self) };

  self->cancellable = g_cancellable_new ();
  self->look_timeout = g_timeout_add (LOOK_MILLISECONDS, look_cb, self);
  gtk_widget_set_visible (self->format_group, FALSE);
  gtk_widget_set_visible (self->series_group, FALSE);
  gtk_widget_set_visible (self->years_grid, FALSE);
  gtk_widget_set_visible (self->progress_box, TRUE);
  gtk_widget_set_sensitive (self->save_button, FALSE);
  foed_series_export_async (&series, self->library, query, &self->options, self->file, progress_cb, self,
                            self->cancellable, series_written_cb, g_object_ref (self));
}

/* Data have all times in them already, and only a series moves. */
static void
series_switched_cb (ExplorerPictureDialog *self)
{
  gboolean series = is_series (self);
  gboolean graph = self->options.view == FOED_VIEW_GRAPH;

  gtk_widget_set_visible (self->graphml_row, graph && !series);
  gtk_widget_set_visible (self->gexf_row, graph && !series);
  if (series ? gtk_check_button_get_active (self->graphml_check) || gtk_check_button_get_active (self->gexf_check)
             : gtk_check_button_get_active (self->webp_check))
    gtk_check_button_set_active (self->svg_check, TRUE);
}

static gboolean
close_request_cb (ExplorerPictureDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  return GDK_EVENT_PROPAGATE;
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
  if (is_series (self))
    {
      save_series (self);
      return;
    }
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
  gboolean folder = is_series (self) && get_series_format (self) != FOED_SERIES_WEBP;
  const char *format = is_series (self) && !folder ? "webp" : get_format (self);
  const char *stem = g_dpgettext2 (NULL, "file", names[self->options.view]);
  g_autofree char *label = g_ascii_strup (format, -1);
  g_autofree char *name = folder ? g_strdup (stem) : g_strconcat (stem, ".", format, NULL);
  g_autoptr(GtkFileFilter) filter = folder ? NULL : explorer_compat_new_filter (label, format, NULL);

  explorer_compat_choose_files (GTK_WIDGET (self), GTK_FILE_CHOOSER_ACTION_SAVE,
                                folder ? _("Save Pages in a New Folder") : _("Save Picture As"), _("_Save"), name, filter,
                                file_chosen_cb, self);
}

static void
explorer_picture_dialog_dispose (GObject *object)
{
  g_clear_handle_id (&EXPLORER_PICTURE_DIALOG (object)->look_timeout, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), EXPLORER_TYPE_PICTURE_DIALOG);

  G_OBJECT_CLASS (explorer_picture_dialog_parent_class)->dispose (object);
}

static void
explorer_picture_dialog_finalize (GObject *object)
{
  ExplorerPictureDialog *self = EXPLORER_PICTURE_DIALOG (object);

  g_clear_pointer (&self->page, foed_page_free);
  g_clear_pointer (&self->selected, g_free);
  g_clear_object (&self->cancellable);
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
  gtk_widget_class_bind_template_child (widget_class, ExplorerPictureDialog, format_group);
  gtk_widget_class_bind_template_child (widget_class, ExplorerPictureDialog, from_button);
  gtk_widget_class_bind_template_child (widget_class, ExplorerPictureDialog, gexf_check);
  gtk_widget_class_bind_template_child (widget_class, ExplorerPictureDialog, gexf_row);
  gtk_widget_class_bind_template_child (widget_class, ExplorerPictureDialog, graphml_check);
  gtk_widget_class_bind_template_child (widget_class, ExplorerPictureDialog, graphml_row);
  gtk_widget_class_bind_template_child (widget_class, ExplorerPictureDialog, pdf_check);
  gtk_widget_class_bind_template_child (widget_class, ExplorerPictureDialog, png_check);
  gtk_widget_class_bind_template_child (widget_class, ExplorerPictureDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, ExplorerPictureDialog, progress_box);
  gtk_widget_class_bind_template_child (widget_class, ExplorerPictureDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, ExplorerPictureDialog, series_group);
  gtk_widget_class_bind_template_child (widget_class, ExplorerPictureDialog, series_switch);
  gtk_widget_class_bind_template_child (widget_class, ExplorerPictureDialog, step_button);
  gtk_widget_class_bind_template_child (widget_class, ExplorerPictureDialog, svg_check);
  gtk_widget_class_bind_template_child (widget_class, ExplorerPictureDialog, to_button);
  gtk_widget_class_bind_template_child (widget_class, ExplorerPictureDialog, webp_check);
  gtk_widget_class_bind_template_child (widget_class, ExplorerPictureDialog, years_grid);
  gtk_widget_class_bind_template_callback (widget_class, close_request_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, series_switched_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DIALOG);
}

static void
explorer_picture_dialog_init (ExplorerPictureDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_check_button_set_active (self->svg_check, TRUE);
}

/* Those up to the year that is looked at. */
static void
propose_years (ExplorerPictureDialog *self,
               FoedDay                day)
{
  int year;
  int month;
  int day_of_month;

  foed_day_to_calendar (day, &year, &month, &day_of_month);
  gtk_spin_button_set_value (self->from_button, MAX (year - N_YEARS, 1));
  gtk_spin_button_set_value (self->to_button, year);
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
  gtk_widget_set_visible (self->series_group, options->view != FOED_VIEW_TIMELINE);
  gtk_widget_set_visible (self->years_grid, options->view != FOED_VIEW_TIMELINE);
  propose_years (self, explorer_session_get_day (session));
  series_switched_cb (self);
  return GTK_WIDGET (self);
}
