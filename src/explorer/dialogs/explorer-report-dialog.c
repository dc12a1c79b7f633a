/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-report-dialog"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "explorer-report-dialog.h"
#include "explorer/explorer-compat.h"

struct _ExplorerReportDialog
{
  AdwWindow       parent_instance;

  char           *report;

  AdwToastOverlay *toasts;
  GtkTextView    *text;
};

G_DEFINE_FINAL_TYPE (ExplorerReportDialog, explorer_report_dialog, ADW_TYPE_WINDOW)

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(ExplorerReportDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (object));
  g_autofree char *text = NULL;

  if (g_file_replace_contents_finish (G_FILE (object), result, NULL, &error))
    text = g_strdup_printf (_("Saved as “%s”"), name);
  else
    text = g_strdup (error->message);
  if (self->toasts != NULL)
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (text));
}

static void
file_chosen_cb (GListModel *files,
                gpointer    user_data)
{
  ExplorerReportDialog *self = user_data;
  g_autoptr(GFile) file = g_list_model_get_item (files, 0);
  g_autoptr(GBytes) bytes = g_bytes_new (self->report, strlen (self->report));

  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL, saved_cb,
                                       g_object_ref (self));
}

static void
save_clicked_cb (ExplorerReportDialog *self)
{
  g_autoptr(GtkFileFilter) filter = explorer_compat_new_filter (_("Text"), "txt", NULL);

  explorer_compat_choose_files (GTK_WIDGET (self), GTK_FILE_CHOOSER_ACTION_SAVE, _("Save Report"), _("_Save"),
                                _("import.txt"), filter, file_chosen_cb, self);
}

static void
explorer_report_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), EXPLORER_TYPE_REPORT_DIALOG);

  G_OBJECT_CLASS (explorer_report_dialog_parent_class)->dispose (object);
}

static void
explorer_report_dialog_finalize (GObject *object)
{
  g_free (EXPLORER_REPORT_DIALOG (object)->report);

  G_OBJECT_CLASS (explorer_report_dialog_parent_class)->finalize (object);
}

static void
explorer_report_dialog_class_init (ExplorerReportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = explorer_report_dialog_dispose;
  object_class->finalize = explorer_report_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/foedera/Foedera/ui/dialogs/report-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ExplorerReportDialog, text);
  gtk_widget_class_bind_template_child (widget_class, ExplorerReportDialog, toasts);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DIALOG);
}

static void
explorer_report_dialog_init (ExplorerReportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * explorer_report_dialog_new:
 * @parent: the window that it stands over
 * @report: what it shows
 *
 * Returns: (transfer none): a dialog
 */
GtkWidget *
explorer_report_dialog_new (GtkWindow  *parent,
                            const char *report)
{
  ExplorerReportDialog *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (report != NULL, NULL);

  self = g_object_new (EXPLORER_TYPE_REPORT_DIALOG, "transient-for", parent, NULL);
  self->report = g_strdup (report);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), report, -1);
  return GTK_WIDGET (self);
}
