/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-window"

#include "config.h"

#include <glib/gi18n.h>

#include "explorer-window-private.h"
#include "panels/explorer-details.h"
#include "views/explorer-graph-view.h"
#include "views/explorer-map-view.h"
#include "views/explorer-table-view.h"
#include "views/explorer-timeline-view.h"
#include "widgets/explorer-chips.h"
#include "widgets/explorer-resizer.h"

typedef struct
{
  const char *nick;
  const char *label;
  GType     (*get_type) (void);
} ViewInfo;

/* The views, in the order of their buttons; the first is shown where the one that is remembered does not exist. */
static const ViewInfo view_infos[] = {
  { "graph", NC_("view", "Graph"), explorer_graph_view_get_type },
  { "table", NC_("view", "Table"), explorer_table_view_get_type },
  { "timeline", NC_("view", "Timeline"), explorer_timeline_view_get_type },
  { "map", NC_("view", "Map"), explorer_map_view_get_type },
};

G_DEFINE_FINAL_TYPE (ExplorerWindow, explorer_window, ADW_TYPE_APPLICATION_WINDOW)

static void
view_changed_cb (ExplorerWindow *self)
{
  const char *view = explorer_session_get_view (self->session);

  for (guint i = 0; i < G_N_ELEMENTS (view_infos); i++)
    {
      if (g_strcmp0 (view_infos[i].nick, view) == 0)
        {
          gtk_stack_set_visible_child_name (self->views, view);
          gtk_menu_button_set_label (self->view_menu_button, g_dpgettext2 (NULL, "view", view_infos[i].label));
          return;
        }
    }
  explorer_session_set_view (self->session, view_infos[0].nick);
}

static void
make_views (ExplorerWindow *self)
{
  g_autoptr(GMenu) menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (view_infos); i++)
    {
      const char *label = g_dpgettext2 (NULL, "view", view_infos[i].label);
      g_autofree char *action = g_strconcat ("win.view::", view_infos[i].nick, NULL);
      GtkWidget *view = g_object_new (view_infos[i].get_type (), "session", self->session, NULL);
      GtkWidget *button = gtk_toggle_button_new_with_label (label);

      gtk_stack_add_named (self->views, view, view_infos[i].nick);
      gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
      gtk_widget_add_css_class (button, "flat");
      gtk_box_append (self->view_buttons, button);
      g_menu_append (menu, label, action);
    }
  gtk_menu_button_set_menu_model (self->view_menu_button, G_MENU_MODEL (menu));
  g_signal_connect_object (self->session, "notify::view", G_CALLBACK (view_changed_cb), self, G_CONNECT_SWAPPED);
  view_changed_cb (self);
}

/* Everything that binds to the session is made here, once there is one. */
static void
make_parts (ExplorerWindow *self)
{
  GtkWidget *details = explorer_details_new (self->session);
  GtkWidget *chips = g_object_new (EXPLORER_TYPE_CHIPS, "session", self->session, NULL);
  GtkWidget *details_resizer = g_object_new (EXPLORER_TYPE_RESIZER, "target", self->details_box, "edge",
                                             GTK_PACK_START, NULL);
  GtkWidget *sidebar_resizer = g_object_new (EXPLORER_TYPE_RESIZER, "target", self->sidebar_box, "edge",
                                             GTK_PACK_END, NULL);

  self->sidebar = g_object_new (EXPLORER_TYPE_SIDEBAR, "session", self->session, "hexpand", TRUE, NULL);
  gtk_box_append (self->sidebar_box, GTK_WIDGET (self->sidebar));
  gtk_box_append (self->sidebar_box, sidebar_resizer);
  gtk_accessible_update_property (GTK_ACCESSIBLE (sidebar_resizer), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Width of the filters"), -1);

  gtk_widget_set_hexpand (details, TRUE);
  gtk_box_append (self->details_box, details_resizer);
  gtk_box_append (self->details_box, details);
  gtk_accessible_update_property (GTK_ACCESSIBLE (details_resizer), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Width of the details"), -1);

  gtk_box_prepend (self->middle, chips);
  self->year_bar = g_object_new (EXPLORER_TYPE_YEAR_BAR, "session", self->session, NULL);
  gtk_box_append (self->middle, GTK_WIDGET (self->year_bar));
  g_settings_bind (self->settings, "play-speed", self->year_bar, "speed", G_SETTINGS_BIND_DEFAULT);
  make_views (self);
}

static void
restore_query (ExplorerWindow *self)
{
  g_autofree char *listing_nick = g_settings_get_string (self->settings, "listing");
  g_autofree char *day_text = g_settings_get_string (self->settings, "last-day");
  g_autofree char *sort = g_settings_get_string (self->settings, "sort");
  g_autoptr(FoedQuery) query = NULL;
  FoedListing listing;
  FoedDay day;

  if (!foed_listing_from_nick (listing_nick, &listing))
    listing = FOED_LISTING_ALLIANCES;
  query = foed_query_new (listing);
  if (*day_text != '\0' && foed_day_parse (day_text, &day, NULL))
    {
      g_autoptr(FoedQuery) timed = foed_query_with_day (query, day);

      g_set_object (&query, timed);
    }
  if (*sort != '\0')
    {
      gboolean descending = *sort == '-';
      g_autoptr(FoedQuery) sorted = foed_query_with_sort (query, sort + descending, descending);

      g_set_object (&query, sorted);
    }
  explorer_session_set_query (self->session, query);
}

static void
query_changed_cb (ExplorerWindow *self)
{
  FoedQuery *query = explorer_session_get_query (self->session);
  gboolean descending = FALSE;
  const char *sort = foed_query_get_sort (query, &descending);
  g_autofree char *order = sort != NULL ? g_strconcat (descending ? "-" : "", sort, NULL) : g_strdup ("");
  g_autofree char *day_text = NULL;
  FoedDay day;

  day_text = foed_query_get_day (query, &day) ? foed_day_to_string (day) : g_strdup ("");
  g_settings_set_string (self->settings, "listing", foed_listing_get_nick (foed_query_get_listing (query)));
  g_settings_set_string (self->settings, "sort", order);
  g_settings_set_string (self->settings, "last-day", day_text);
  _explorer_window_update_actions (self);
}

/* How much wider the sides are for larger text. Not as much as the text: the view needs room too. */
static double
get_width_factor (ExplorerWindow *self)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (self));
  int dpi = 0;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? 1 + (dpi / (96.0 * PANGO_SCALE) - 1) * 0.6 : 1;
}

static gboolean
width_from_setting (GValue   *value,
                    GVariant *variant,
                    gpointer  user_data)
{
  g_value_set_int (value, (int) (g_variant_get_int32 (variant) * get_width_factor (user_data)));
  return TRUE;
}

static GVariant *
width_to_setting (const GValue       *value,
                  const GVariantType *type,
                  gpointer            user_data)
{
  return g_variant_new_int32 ((int) (g_value_get_int (value) / get_width_factor (user_data) + 0.5));
}

static void
bind_widths (ExplorerWindow *self)
{
  g_settings_bind_with_mapping (self->settings, "sidebar-width", self->sidebar_box, "width-request",
                                G_SETTINGS_BIND_DEFAULT, width_from_setting, width_to_setting, self, NULL);
  g_settings_bind_with_mapping (self->settings, "details-width", self->details_box, "width-request",
                                G_SETTINGS_BIND_DEFAULT, width_from_setting, width_to_setting, self, NULL);
}

static void
bind_settings (ExplorerWindow *self)
{
  g_settings_bind (self->settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
  bind_widths (self);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi", G_CALLBACK (bind_widths),
                           self, G_CONNECT_SWAPPED);
  g_settings_bind (self->settings, "view", self->session, "view", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "panel", self->session, "panel", G_SETTINGS_BIND_DEFAULT);
}

/* The sides that were open come back, but folding them in a narrow window is not remembered. */
static void
store_sides (ExplorerWindow *self)
{
  if (!adw_flap_get_folded (self->sidebar_flap))
    g_settings_set_boolean (self->settings, "sidebar-visible", adw_flap_get_reveal_flap (self->sidebar_flap));
  if (!adw_flap_get_folded (self->details_flap))
    g_settings_set_boolean (self->settings, "details-visible", adw_flap_get_reveal_flap (self->details_flap));
}

static gboolean
explorer_window_close_request (GtkWindow *window)
{
  ExplorerWindow *self = EXPLORER_WINDOW (window);

  store_sides (self);
  return GTK_WINDOW_CLASS (explorer_window_parent_class)->close_request (window);
}

static void
explorer_window_constructed (GObject *object)
{
  ExplorerWindow *self = EXPLORER_WINDOW (object);

  G_OBJECT_CLASS (explorer_window_parent_class)->constructed (object);

  self->settings = g_settings_new (APPLICATION_ID);
  self->session = explorer_session_new ();
  restore_query (self);
  bind_settings (self);
  make_parts (self);
  adw_flap_set_reveal_flap (self->sidebar_flap, g_settings_get_boolean (self->settings, "sidebar-visible"));
  adw_flap_set_reveal_flap (self->details_flap, g_settings_get_boolean (self->settings, "details-visible"));
  g_object_bind_property (self->session, "busy", self->busy, "spinning", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->session, "busy", self->busy, "visible", G_BINDING_SYNC_CREATE);
  _explorer_window_actions_init (self);
  _explorer_window_exchange_init (self);
  _explorer_window_library_init (self);
  g_signal_connect_object (self->session, "notify::query", G_CALLBACK (query_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
explorer_window_dispose (GObject *object)
{
  ExplorerWindow *self = EXPLORER_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->file);
  g_clear_object (&self->waiting_files);
  g_clear_weak_pointer (&self->changes_dialog);
  if (self->session != NULL)
    explorer_session_set_library (self->session, NULL);
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), EXPLORER_TYPE_WINDOW);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (explorer_window_parent_class)->dispose (object);
}

static void
explorer_window_class_init (ExplorerWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkWindowClass *window_class = GTK_WINDOW_CLASS (klass);

  object_class->constructed = explorer_window_constructed;
  object_class->dispose = explorer_window_dispose;
  window_class->close_request = explorer_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/foedera/Foedera/ui/window.ui");
  gtk_widget_class_bind_template_child (widget_class, ExplorerWindow, busy);
  gtk_widget_class_bind_template_child (widget_class, ExplorerWindow, details_box);
  gtk_widget_class_bind_template_child (widget_class, ExplorerWindow, details_button);
  gtk_widget_class_bind_template_child (widget_class, ExplorerWindow, details_flap);
  gtk_widget_class_bind_template_child (widget_class, ExplorerWindow, middle);
  gtk_widget_class_bind_template_child (widget_class, ExplorerWindow, opening);
  gtk_widget_class_bind_template_child (widget_class, ExplorerWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, ExplorerWindow, problem_buttons);
  gtk_widget_class_bind_template_child (widget_class, ExplorerWindow, problem_page);
  gtk_widget_class_bind_template_child (widget_class, ExplorerWindow, sidebar_box);
  gtk_widget_class_bind_template_child (widget_class, ExplorerWindow, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, ExplorerWindow, sidebar_flap);
  gtk_widget_class_bind_template_child (widget_class, ExplorerWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, ExplorerWindow, undo_section);
  gtk_widget_class_bind_template_child (widget_class, ExplorerWindow, view_buttons);
  gtk_widget_class_bind_template_child (widget_class, ExplorerWindow, view_menu_button);
  gtk_widget_class_bind_template_child (widget_class, ExplorerWindow, view_switch);
  gtk_widget_class_bind_template_child (widget_class, ExplorerWindow, views);

  _explorer_window_class_actions_init (klass);
  _explorer_window_class_exchange_init (klass);
  _explorer_window_class_library_init (klass);
}

static void
explorer_window_init (ExplorerWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * explorer_window_new:
 * @application: the application
 *
 * Returns: (transfer none): a window without a library; the application owns it
 */
ExplorerWindow *
explorer_window_new (GtkApplication *application)
{
  return g_object_new (EXPLORER_TYPE_WINDOW, "application", application, NULL);
}

/**
 * explorer_window_get_session:
 * @self: a window
 *
 * Returns: (transfer none): what the window looks at
 */
ExplorerSession *
explorer_window_get_session (ExplorerWindow *self)
{
  g_return_val_if_fail (EXPLORER_IS_WINDOW (self), NULL);

  return self->session;
}

/**
 * explorer_window_show_toast:
 * @self: a window
 * @text: what has happened
 * @with_undo: whether it can be undone from there
 *
 * Tells what has happened without getting in the way.
 */
void
explorer_window_show_toast (ExplorerWindow *self,
                            const char     *text,
                            gboolean        with_undo)
{
  AdwToast *toast;
  g_autofree char *escaped = NULL;

  g_return_if_fail (EXPLORER_IS_WINDOW (self));

  escaped = g_markup_escape_text (text, -1);
  toast = adw_toast_new (escaped);
  if (with_undo)
    {
      adw_toast_set_button_label (toast, _("Undo"));
      adw_toast_set_action_name (toast, "win.undo");
      adw_toast_set_timeout (toast, 10);
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}
