/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-export-dialog"

#include "config.h"

#include <glib/gi18n.h>

#include "explorer-export-dialog.h"
#include "explorer/explorer-compat.h"
#include "store/foed-listing.h"
#include "xml/foed-akn-export.h"
#include "xml/foed-export.h"

/* As the chooser lists them. */
typedef enum
{
  EXPORT_NATIVE,
  EXPORT_AKOMA_NTOSO,
} ExportFormat;

struct _ExplorerExportDialog
{
  AdwWindow        parent_instance;

  ExplorerWindow  *window;
  ExplorerSession *session;
  FoedLibrary     *library;

  GtkCheckButton  *selected_check;
  AdwActionRow    *selected_row;
  GtkCheckButton  *shown_check;
  AdwActionRow    *shown_row;
  GtkCheckButton  *all_check;
  AdwActionRow    *format_row;
  GtkDropDown     *format_chooser;
};

/* An export under way; the dialog may be gone by then. */
typedef struct
{
  ExplorerWindow *window;
  FoedLibrary    *library;
  FoedQuery      *query;
  char          **ids;
  GFile          *file;
  ExportFormat    format;
} Export;

G_DEFINE_FINAL_TYPE (ExplorerExportDialog, explorer_export_dialog, ADW_TYPE_WINDOW)

static void
export_free (Export *export)
{
  g_clear_object (&export->window);
  g_clear_object (&export->library);
  g_clear_object (&export->query);
  g_clear_pointer (&export->ids, g_strfreev);
  g_clear_object (&export->file);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static void
tell_done (Export       *export,
           const GError *error)
{
  explorer_session_release_busy (explorer_window_get_session (export->window));
  if (error != NULL)
    explorer_window_show_toast (export->window, error->message, FALSE);
  else
    {
      g_autofree char *name = g_file_get_basename (export->file);
      g_autofree char *text = g_strdup_printf (_("Exported to “%s”"), name);

      explorer_window_show_toast (export->window, text, FALSE);
    }
}

static void
exported_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(Export) export = user_data;
  g_autoptr(GError) error = NULL;

  if (export->format == EXPORT_AKOMA_NTOSO)
    foed_akn_export_finish (FOED_LIBRARY (object), result, &error);
  else
    foed_export_finish (FOED_LIBRARY (object), result, &error);
  tell_done (export, error);
}

static void
write_file (Export *export)
{
  const char * const *ids = (const char * const *) export->ids;

  if (export->format == EXPORT_AKOMA_NTOSO)
    foed_akn_export_async (export->library, ids, export->file, NULL, exported_cb, export);
  else
    foed_export_async (export->library, ids, export->file, NULL, exported_cb, export);
}

/* The ids of the alliances that the query leaves. */
static void
list_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Export *export = task_data;
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr(GPtrArray) rows = NULL;
  GError *error = NULL;

  rows = foed_library_list_sync (export->library, export->query, 0, G_MAXUINT, cancellable, &error);
  if (rows == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  for (guint i = 0; i < rows->len; i++)
    g_strv_builder_add (builder, foed_row_get_id (g_ptr_array_index (rows, i)));
  g_task_return_pointer (task, g_strv_builder_end (builder), (GDestroyNotify) g_strfreev);
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  Export *export = user_data;
  g_autoptr(GError) error = NULL;

  export->ids = g_task_propagate_pointer (G_TASK (result), &error);
  if (export->ids != NULL)
    write_file (export);
  else
    {
      tell_done (export, error);
      export_free (export);
    }
}

static ExportFormat
get_format (ExplorerExportDialog *self)
{
  return (ExportFormat) gtk_drop_down_get_selected (self->format_chooser);
}

static void
file_chosen_cb (GListModel *files,
                gpointer    user_data)
{
  ExplorerExportDialog *self = user_data;
  Export *export = g_new0 (Export, 1);

  export->window = g_object_ref (self->window);
  export->library = g_object_ref (self->library);
  export->file = g_list_model_get_item (files, 0);
  export->format = get_format (self);
  export->query = foed_query_with_listing (explorer_session_get_query (self->session), FOED_LISTING_ALLIANCES);
  explorer_session_hold_busy (self->session);

  if (gtk_check_button_get_active (self->shown_check))
    {
      g_autoptr(GTask) task = g_task_new (self->window, NULL, listed_cb, export);

      g_task_set_source_tag (task, file_chosen_cb);
      g_task_set_task_data (task, export, NULL);
      g_task_run_in_thread (task, list_thread);
    }
  else
    {
      if (gtk_check_button_get_active (self->selected_check))
        {
          const char *ids[] = { explorer_session_get_root (self->session), NULL };

          export->ids = g_strdupv ((char **) ids);
        }
      write_file (export);
    }
  gtk_window_close (GTK_WINDOW (self));
}

static char *
propose_name (ExplorerExportDialog *self)
{
  if (gtk_check_button_get_active (self->selected_check))
    return g_strconcat (explorer_session_get_root (self->session), ".xml", NULL);
  if (gtk_check_button_get_active (self->shown_check))
    return g_strdup (_("alliances.xml"));
  return g_strdup (_("library.xml"));
}

static void
export_clicked_cb (ExplorerExportDialog *self)
{
  g_autoptr(GtkFileFilter) filter = explorer_compat_new_filter (_("Alliance treaties (XML)"), "xml", NULL);
  g_autofree char *name = propose_name (self);

  if (get_format (self) == EXPORT_AKOMA_NTOSO && !gtk_check_button_get_active (self->selected_check))
    explorer_compat_choose_files (GTK_WIDGET (self), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                                  _("Choose a Folder for the Treaties"), _("_Export"), NULL, NULL, file_chosen_cb, self);
  else
    explorer_compat_choose_files (GTK_WIDGET (self), GTK_FILE_CHOOSER_ACTION_SAVE, _("Export Treaties"), _("_Export"),
                                  name, filter, file_chosen_cb, self);
}

static void
format_changed_cb (ExplorerExportDialog *self)
{
  adw_action_row_set_subtitle (self->format_row,
                               get_format (self) == EXPORT_AKOMA_NTOSO
                               ? _("Texts, parties and dates for other programs, a file for each alliance")
                               : _("All there is; it can be imported again"));
}

static void
describe_choices (ExplorerExportDialog *self)
{
  const char *root = explorer_session_get_root (self->session);
  FoedQuery *query = explorer_session_get_query (self->session);
  gboolean narrowed;
  FoedDay day;

  narrowed = foed_query_is_narrowed (query) || foed_query_get_day (query, &day);
  gtk_widget_set_sensitive (GTK_WIDGET (self->selected_row), root != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->shown_row), narrowed);
  if (root != NULL)
    {
      g_autofree char *title = g_markup_escape_text (explorer_session_get_title (self->session, root), -1);

      adw_action_row_set_subtitle (self->selected_row, title);
    }
  if (root != NULL)
    gtk_check_button_set_active (self->selected_check, TRUE);
  else
    gtk_check_button_set_active (narrowed ? self->shown_check : self->all_check, TRUE);
}

static void
explorer_export_dialog_dispose (GObject *object)
{
  ExplorerExportDialog *self = EXPLORER_EXPORT_DIALOG (object);

  g_clear_object (&self->library);
  g_clear_object (&self->session);
  g_clear_weak_pointer (&self->window);
  gtk_widget_dispose_template (GTK_WIDGET (self), EXPLORER_TYPE_EXPORT_DIALOG);

  G_OBJECT_CLASS (explorer_export_dialog_parent_class)->dispose (object);
}

static void
explorer_export_dialog_class_init (ExplorerExportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = explorer_export_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/foedera/Foedera/ui/dialogs/export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ExplorerExportDialog, all_check);
  gtk_widget_class_bind_template_child (widget_class, ExplorerExportDialog, format_chooser);
  gtk_widget_class_bind_template_child (widget_class, ExplorerExportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, ExplorerExportDialog, selected_check);
  gtk_widget_class_bind_template_child (widget_class, ExplorerExportDialog, selected_row);
  gtk_widget_class_bind_template_child (widget_class, ExplorerExportDialog, shown_check);
  gtk_widget_class_bind_template_child (widget_class, ExplorerExportDialog, shown_row);
  gtk_widget_class_bind_template_callback (widget_class, export_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_changed_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DIALOG);
}

static void
explorer_export_dialog_init (ExplorerExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * explorer_export_dialog_new:
 * @window: the window whose library is exported; one is open there
 *
 * Returns: (transfer none): a dialog over @window
 */
GtkWidget *
explorer_export_dialog_new (ExplorerWindow *window)
{
  ExplorerExportDialog *self;

  g_return_val_if_fail (EXPLORER_IS_WINDOW (window), NULL);

  self = g_object_new (EXPLORER_TYPE_EXPORT_DIALOG, "transient-for", window, NULL);
  g_set_weak_pointer (&self->window, window);
  self->session = g_object_ref (explorer_window_get_session (window));
  self->library = g_object_ref (explorer_session_get_library (self->session));
  describe_choices (self);
  format_changed_cb (self);
  return GTK_WIDGET (self);
}
