/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-window-actions"

#include "config.h"

#include <glib/gi18n.h>

#include "dialogs/explorer-changes-dialog.h"
#include "dialogs/explorer-history-dialog.h"
#include "explorer-window-private.h"
#include "store/foed-history.h"

static void
history_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  ExplorerWindow *self = EXPLORER_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (explorer_history_dialog_new (self)));
}

static void
changes_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  ExplorerWindow *self = EXPLORER_WINDOW (widget);

  if (self->changes_dialog == NULL)
    g_set_weak_pointer (&self->changes_dialog, explorer_changes_dialog_new (self));
  gtk_window_present (GTK_WINDOW (self->changes_dialog));
}

static void
tell_change (ExplorerWindow *self,
             const char     *text,
             const GError   *error,
             gboolean        with_undo)
{
  explorer_session_release_busy (self->session);
  explorer_window_show_toast (self, error == NULL ? text : error->message, error == NULL && with_undo);
}

static void
undo_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(ExplorerWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *label = foed_library_undo_finish (FOED_LIBRARY (object), result, &error);
  g_autofree char *text = label != NULL ? g_strdup_printf (_("Undone: %s"), label) : NULL;

  tell_change (self, text, error, FALSE);
}

static void
redo_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(ExplorerWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *label = foed_library_redo_finish (FOED_LIBRARY (object), result, &error);
  g_autofree char *text = label != NULL ? g_strdup_printf (_("Done again: %s"), label) : NULL;

  tell_change (self, text, error, TRUE);
}

static void
undo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  ExplorerWindow *self = EXPLORER_WINDOW (widget);

  explorer_session_hold_busy (self->session);
  foed_library_undo_async (explorer_session_get_library (self->session), NULL, undo_cb, g_object_ref (self));
}

static void
redo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  ExplorerWindow *self = EXPLORER_WINDOW (widget);

  explorer_session_hold_busy (self->session);
  foed_library_redo_async (explorer_session_get_library (self->session), NULL, redo_cb, g_object_ref (self));
}

static void
search_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  ExplorerWindow *self = EXPLORER_WINDOW (widget);

  adw_flap_set_reveal_flap (self->sidebar_flap, TRUE);
  explorer_sidebar_focus_search (self->sidebar);
}

static void
go_to_date_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  explorer_year_bar_focus_entry (EXPLORER_WINDOW (widget)->year_bar);
}

static void
play_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  explorer_year_bar_toggle_playing (EXPLORER_WINDOW (widget)->year_bar);
}

static void
step_year_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  gtk_widget_activate_action_variant (GTK_WIDGET (EXPLORER_WINDOW (widget)->year_bar), "year.step", parameter);
}

static void
clear_filters_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  ExplorerWindow *self = EXPLORER_WINDOW (widget);
  g_autoptr(FoedQuery) cleared = foed_query_cleared (explorer_session_get_query (self->session));
  g_autoptr(FoedQuery) query = foed_query_without_day (cleared);

  explorer_session_set_query (self->session, query);
  explorer_session_unmark_changes (self->session);
}

static void
go_back_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  explorer_session_go_back (EXPLORER_WINDOW (widget)->session);
}

static void
show_detail_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  ExplorerWindow *self = EXPLORER_WINDOW (widget);

  if (adw_flap_get_folded (self->sidebar_flap))
    adw_flap_set_reveal_flap (self->sidebar_flap, FALSE);
  adw_flap_set_reveal_flap (self->details_flap, TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->details_box), GTK_DIR_TAB_FORWARD);
}

/* In a menu, an underscore marks a mnemonic; the names of files may hold some. */
static char *
escape_underscores (const char *label)
{
  g_autoptr(GString) escaped = g_string_new (label);

  g_string_replace (escaped, "_", "__", 0);
  return g_string_free (g_steal_pointer (&escaped), FALSE);
}

/* The menu says what would be undone and done again. */
static void
update_undo_section (ExplorerWindow *self)
{
  FoedLibrary *library = explorer_session_get_library (self->session);
  const char *undo_label = library != NULL ? foed_library_get_undo_label (library) : NULL;
  const char *redo_label = library != NULL ? foed_library_get_redo_label (library) : NULL;
  g_autofree char *undo_what = escape_underscores (undo_label != NULL ? undo_label : "");
  g_autofree char *redo_what = escape_underscores (redo_label != NULL ? redo_label : "");
  g_autofree char *undo = undo_label != NULL ? g_strdup_printf (_("_Undo: %s"), undo_what) : g_strdup (_("_Undo"));
  g_autofree char *redo = redo_label != NULL ? g_strdup_printf (_("_Redo: %s"), redo_what) : g_strdup (_("_Redo"));

  g_menu_remove_all (self->undo_section);
  g_menu_append (self->undo_section, undo, "win.undo");
  g_menu_append (self->undo_section, redo, "win.redo");
  g_menu_append (self->undo_section, _("_History…"), "win.history");
}

static void
library_cb (ExplorerWindow *self)
{
  FoedLibrary *library = explorer_session_get_library (self->session);

  if (library != NULL)
    {
      g_signal_connect_object (library, "notify::undo-label", G_CALLBACK (_explorer_window_update_actions), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (library, "notify::redo-label", G_CALLBACK (_explorer_window_update_actions), self,
                               G_CONNECT_SWAPPED);
    }
  _explorer_window_update_actions (self);
}

void
_explorer_window_update_actions (ExplorerWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  FoedLibrary *library = explorer_session_get_library (self->session);
  gboolean open = library != NULL;
  gboolean writable = open && !foed_library_get_read_only (library);
  gboolean idle = !explorer_session_get_busy (self->session);
  FoedQuery *query = explorer_session_get_query (self->session);
  FoedDay day;

  gtk_widget_action_set_enabled (widget, "win.changes", open);
  gtk_widget_action_set_enabled (widget, "win.history", open);
  gtk_widget_action_set_enabled (widget, "win.undo",
                                 writable && idle && foed_library_get_undo_label (library) != NULL);
  gtk_widget_action_set_enabled (widget, "win.redo",
                                 writable && idle && foed_library_get_redo_label (library) != NULL);
  gtk_widget_action_set_enabled (widget, "win.clear-filters",
                                 foed_query_is_narrowed (query) || foed_query_get_day (query, &day));
  gtk_widget_action_set_enabled (widget, "win.go-back", explorer_session_get_can_go_back (self->session));
  _explorer_window_update_exchange (self);
  update_undo_section (self);
}

void
_explorer_window_actions_init (ExplorerWindow *self)
{
  g_autoptr(GPropertyAction) view = g_property_action_new ("view", self->session, "view");
  g_autoptr(GPropertyAction) sidebar = g_property_action_new ("sidebar", self->sidebar_flap, "reveal-flap");
  g_autoptr(GPropertyAction) details = g_property_action_new ("details", self->details_flap, "reveal-flap");

  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (view));
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (sidebar));
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (details));

  g_signal_connect_object (self->session, "notify::library", G_CALLBACK (library_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::busy", G_CALLBACK (_explorer_window_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::can-go-back", G_CALLBACK (_explorer_window_update_actions), self,
                           G_CONNECT_SWAPPED);
  _explorer_window_update_actions (self);
}

void
_explorer_window_class_actions_init (ExplorerWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "win.changes", NULL, changes_action);
  gtk_widget_class_install_action (widget_class, "win.clear-filters", NULL, clear_filters_action);
  gtk_widget_class_install_action (widget_class, "win.go-back", NULL, go_back_action);
  gtk_widget_class_install_action (widget_class, "win.go-to-date", NULL, go_to_date_action);
  gtk_widget_class_install_action (widget_class, "win.history", NULL, history_action);
  gtk_widget_class_install_action (widget_class, "win.play", NULL, play_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.show-detail", NULL, show_detail_action);
  gtk_widget_class_install_action (widget_class, "win.step-year", "i", step_year_action);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);

  /* Where nothing that has the focus uses it. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "win.play", NULL);
}
