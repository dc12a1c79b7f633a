/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-window-exchange"

#include "config.h"

#include <glib/gi18n.h>

#include "dialogs/explorer-export-dialog.h"
#include "dialogs/explorer-import-dialog.h"
#include "explorer-compat.h"
#include "explorer-restore.h"
#include "explorer-window-private.h"

static void
import_chosen_cb (GListModel *files,
                  gpointer    user_data)
{
  explorer_window_import_files (EXPLORER_WINDOW (user_data), files);
}

static void
import_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  g_autoptr(GtkFileFilter) filter = explorer_compat_new_filter (_("Alliance treaties (XML)"), "xml", NULL);

  explorer_compat_choose_files (widget, GTK_FILE_CHOOSER_ACTION_OPEN, _("Import Treaties"), _("_Import"), NULL, filter,
                                import_chosen_cb, widget);
}

static void
import_folder_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  explorer_compat_choose_files (widget, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _("Import a Folder of Treaties"),
                                _("_Import"), NULL, NULL, import_chosen_cb, widget);
}

static void
export_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  gtk_window_present (GTK_WINDOW (explorer_export_dialog_new (EXPLORER_WINDOW (widget))));
}

static void
restored_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(ExplorerWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean done = explorer_restore_bundled_finish (FOED_LIBRARY (object), result, &error);

  explorer_session_release_busy (self->session);
  explorer_window_show_toast (self, done ? _("The bundled library was restored") : error->message, done);
}

static void
restore_bundled_action (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  ExplorerWindow *self = EXPLORER_WINDOW (widget);

  explorer_session_hold_busy (self->session);
  explorer_restore_bundled_async (explorer_session_get_library (self->session), self->cancellable, restored_cb,
                                  g_object_ref (self));
}

static gboolean
drop_cb (GtkDropTarget  *target,
         const GValue   *value,
         double          x,
         double          y,
         ExplorerWindow *self)
{
  g_autoptr(GListStore) files = g_list_store_new (G_TYPE_FILE);

  for (GSList *link = g_value_get_boxed (value); link != NULL; link = link->next)
    g_list_store_append (files, link->data);
  if (g_list_model_get_n_items (G_LIST_MODEL (files)) == 0)
    return FALSE;
  explorer_window_import_files (self, G_LIST_MODEL (files));
  return TRUE;
}

void
_explorer_window_update_exchange (ExplorerWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  FoedLibrary *library = explorer_session_get_library (self->session);
  gboolean writable = library != NULL && !foed_library_get_read_only (library);
  gboolean idle = !explorer_session_get_busy (self->session);

  gtk_widget_action_set_enabled (widget, "win.export", library != NULL);
  gtk_widget_action_set_enabled (widget, "win.import", writable && idle);
  gtk_widget_action_set_enabled (widget, "win.import-folder", writable && idle);
  gtk_widget_action_set_enabled (widget, "win.restore-bundled", writable && idle);
}

/* Files that came before there was a library. */
void
_explorer_window_import_waiting (ExplorerWindow *self)
{
  g_autoptr(GListModel) files = g_steal_pointer (&self->waiting_files);

  if (files != NULL)
    explorer_window_import_files (self, files);
}

void
_explorer_window_exchange_init (ExplorerWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

void
_explorer_window_class_exchange_init (ExplorerWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "win.import-folder", NULL, import_folder_action);
  gtk_widget_class_install_action (widget_class, "win.restore-bundled", NULL, restore_bundled_action);
}

/**
 * explorer_window_import_files:
 * @self: a window
 * @files: (transfer none): the GFiles: files and folders
 *
 * Shows what importing them would do, and lets a person do it. Where no library is open yet, it waits for one.
 */
void
explorer_window_import_files (ExplorerWindow *self,
                              GListModel     *files)
{
  FoedLibrary *library;

  g_return_if_fail (EXPLORER_IS_WINDOW (self));
  g_return_if_fail (G_IS_LIST_MODEL (files));

  library = explorer_session_get_library (self->session);
  if (library == NULL)
    g_set_object (&self->waiting_files, files);
  else if (foed_library_get_read_only (library))
    explorer_window_show_toast (self, _("This library is open for reading only. Nothing can be imported."), FALSE);
  else
    gtk_window_present (GTK_WINDOW (explorer_import_dialog_new (self, files)));
}
