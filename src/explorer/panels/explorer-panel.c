/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-panel"

#include "config.h"

#include <adwaita.h>

#include "explorer-panel.h"

typedef struct
{
  ExplorerSession   *session;
  GtkScrolledWindow *scroller;
  GtkBox            *content;

  /* Where each record stands: id to widget. */
  GHashTable        *places;
  GtkWidget         *revealed;
  char              *built_root;
  guint              reveal_tick;

  guint              stale : 1;
  guint              reveal_wanted : 1;
} ExplorerPanelPrivate;

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (ExplorerPanel, explorer_panel, GTK_TYPE_WIDGET)

static void
forget_revealed (ExplorerPanel *self)
{
  ExplorerPanelPrivate *priv = explorer_panel_get_instance_private (self);

  if (priv->revealed != NULL)
    gtk_widget_remove_css_class (priv->revealed, "revealed");
  g_clear_object (&priv->revealed);
}

static void
clear (ExplorerPanel *self)
{
  ExplorerPanelPrivate *priv = explorer_panel_get_instance_private (self);
  GtkWidget *child;

  forget_revealed (self);
  g_hash_table_remove_all (priv->places);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (priv->content))) != NULL)
    gtk_box_remove (priv->content, child);
}

/* Scrolls no further than needed, so that a person who follows a list of clauses keeps the place. */
static void
scroll_to (ExplorerPanel *self,
           GtkWidget     *widget)
{
  ExplorerPanelPrivate *priv = explorer_panel_get_instance_private (self);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (priv->scroller);
  double value = gtk_adjustment_get_value (adjustment);
  double page = gtk_adjustment_get_page_size (adjustment);
  graphene_rect_t bounds;
  const double margin = 12;

  if (!gtk_widget_compute_bounds (widget, GTK_WIDGET (priv->content), &bounds))
    return;
  if (bounds.origin.y - margin < value || bounds.size.height + 2 * margin > page)
    gtk_adjustment_set_value (adjustment, bounds.origin.y - margin);
  else if (bounds.origin.y + bounds.size.height + margin > value + page)
    gtk_adjustment_set_value (adjustment, bounds.origin.y + bounds.size.height + margin - page);
}

/* Runs in the first frame after new content has got its place. */
static gboolean
reveal_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  ExplorerPanel *self = EXPLORER_PANEL (widget);
  ExplorerPanelPrivate *priv = explorer_panel_get_instance_private (self);

  if (priv->revealed != NULL && gtk_widget_get_height (priv->revealed) == 0)
    return G_SOURCE_CONTINUE;
  priv->reveal_tick = 0;
  if (priv->revealed != NULL)
    scroll_to (self, priv->revealed);
  return G_SOURCE_REMOVE;
}

static void
reveal (ExplorerPanel *self)
{
  ExplorerPanelPrivate *priv = explorer_panel_get_instance_private (self);
  const char *id = explorer_session_get_selected (priv->session);
  const char *root = explorer_session_get_root (priv->session);
  GtkWidget *widget = NULL;

  priv->reveal_wanted = FALSE;
  forget_revealed (self);
  if (id != NULL && g_strcmp0 (id, root) != 0)
    widget = g_hash_table_lookup (priv->places, id);
  if (widget == NULL)
    return;
  priv->revealed = g_object_ref (widget);
  gtk_widget_add_css_class (widget, "revealed");
  if (priv->reveal_tick == 0)
    priv->reveal_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), reveal_cb, NULL, NULL);
}

static void
rebuild (ExplorerPanel *self)
{
  ExplorerPanelPrivate *priv = explorer_panel_get_instance_private (self);
  FoedRecord *record = explorer_session_get_record (priv->session);
  const char *root = explorer_session_get_root (priv->session);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (priv->scroller);

  priv->stale = FALSE;
  clear (self);
  if (g_strcmp0 (root, priv->built_root) != 0)
    {
      g_free (priv->built_root);
      priv->built_root = g_strdup (root);
      gtk_adjustment_set_value (adjustment, 0);
    }
  if (record != NULL)
    EXPLORER_PANEL_GET_CLASS (self)->build (self, record);
}

static void
update (ExplorerPanel *self)
{
  ExplorerPanelPrivate *priv = explorer_panel_get_instance_private (self);

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (priv->stale)
    rebuild (self);
  if (priv->reveal_wanted && explorer_session_get_record (priv->session) != NULL)
    reveal (self);
}

static void
explorer_panel_content_changed_cb (ExplorerPanel *self)
{
  ExplorerPanelPrivate *priv = explorer_panel_get_instance_private (self);

  priv->stale = TRUE;
  priv->reveal_wanted = TRUE;
  update (self);
}

static void
explorer_panel_selection_changed_cb (ExplorerPanel *self)
{
  ExplorerPanelPrivate *priv = explorer_panel_get_instance_private (self);

  priv->reveal_wanted = TRUE;
  update (self);
}

static void
explorer_panel_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (explorer_panel_parent_class)->map (widget);

  update (EXPLORER_PANEL (widget));
}

static void
explorer_panel_constructed (GObject *object)
{
  ExplorerPanel *self = EXPLORER_PANEL (object);
  ExplorerPanelPrivate *priv = explorer_panel_get_instance_private (self);

  G_OBJECT_CLASS (explorer_panel_parent_class)->constructed (object);

  g_assert (priv->session != NULL);
  g_signal_connect_object (priv->session, "notify::record", G_CALLBACK (explorer_panel_content_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->session, "notify::titles", G_CALLBACK (explorer_panel_content_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->session, "notify::day", G_CALLBACK (explorer_panel_content_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->session, "notify::day-on", G_CALLBACK (explorer_panel_content_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->session, "notify::selected", G_CALLBACK (explorer_panel_selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
explorer_panel_dispose (GObject *object)
{
  ExplorerPanel *self = EXPLORER_PANEL (object);
  ExplorerPanelPrivate *priv = explorer_panel_get_instance_private (self);

  g_clear_object (&priv->revealed);
  g_clear_pointer (&priv->places, g_hash_table_unref);
  g_clear_pointer ((GtkWidget **) &priv->scroller, gtk_widget_unparent);
  g_clear_object (&priv->session);
  g_clear_pointer (&priv->built_root, g_free);

  G_OBJECT_CLASS (explorer_panel_parent_class)->dispose (object);
}

static void
explorer_panel_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, explorer_panel_get_session (EXPLORER_PANEL (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
explorer_panel_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  ExplorerPanelPrivate *priv = explorer_panel_get_instance_private (EXPLORER_PANEL (object));

  switch (prop_id)
    {
    case PROP_SESSION:
      priv->session = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
explorer_panel_class_init (ExplorerPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = explorer_panel_constructed;
  object_class->dispose = explorer_panel_dispose;
  object_class->get_property = explorer_panel_get_property;
  object_class->set_property = explorer_panel_set_property;
  widget_class->map = explorer_panel_map;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, EXPLORER_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "panel");
}

static void
explorer_panel_init (ExplorerPanel *self)
{
  ExplorerPanelPrivate *priv = explorer_panel_get_instance_private (self);
  GtkWidget *clamp = adw_clamp_new ();

  priv->stale = TRUE;
  priv->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  priv->content = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_widget_add_css_class (GTK_WIDGET (priv->content), "panel-content");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 800);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), 800);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (priv->content));

  priv->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (priv->scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (priv->scroller, clamp);
  gtk_widget_set_parent (GTK_WIDGET (priv->scroller), GTK_WIDGET (self));
}

/**
 * explorer_panel_get_session:
 * @self: a panel
 *
 * Returns: (transfer none): the session whose selection the panel shows
 */
ExplorerSession *
explorer_panel_get_session (ExplorerPanel *self)
{
  ExplorerPanelPrivate *priv = explorer_panel_get_instance_private (self);

  g_return_val_if_fail (EXPLORER_IS_PANEL (self), NULL);

  return priv->session;
}

/**
 * explorer_panel_append:
 * @self: a panel that is being built
 * @child: a widget
 *
 * Adds @child below what was added before.
 */
void
explorer_panel_append (ExplorerPanel *self,
                       GtkWidget     *child)
{
  ExplorerPanelPrivate *priv = explorer_panel_get_instance_private (self);

  g_return_if_fail (EXPLORER_IS_PANEL (self));
  g_return_if_fail (GTK_IS_WIDGET (child));

  gtk_box_append (priv->content, child);
}

/**
 * explorer_panel_append_empty:
 * @self: a panel that is being built
 * @icon_name: a symbolic icon
 * @title: what there is none of
 * @description: what that means, or what to do
 *
 * Fills the panel with a page that says there is nothing to show, and why.
 */
void
explorer_panel_append_empty (ExplorerPanel *self,
                             const char    *icon_name,
                             const char    *title,
                             const char    *description)
{
  GtkWidget *page = adw_status_page_new ();

  g_return_if_fail (EXPLORER_IS_PANEL (self));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), icon_name);
  adw_status_page_set_title (ADW_STATUS_PAGE (page), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (page), description);
  gtk_widget_add_css_class (page, "compact");
  gtk_widget_set_vexpand (page, TRUE);
  explorer_panel_append (self, page);
}

/**
 * explorer_panel_place:
 * @self: a panel that is being built
 * @id: the id of a record
 * @widget: the widget in the panel that shows it
 *
 * Says where a record stands, so that selecting the record brings @widget into sight.
 */
void
explorer_panel_place (ExplorerPanel *self,
                      const char    *id,
                      GtkWidget     *widget)
{
  ExplorerPanelPrivate *priv = explorer_panel_get_instance_private (self);

  g_return_if_fail (EXPLORER_IS_PANEL (self));
  g_return_if_fail (id != NULL);
  g_return_if_fail (GTK_IS_WIDGET (widget));

  g_hash_table_insert (priv->places, g_strdup (id), widget);
}
