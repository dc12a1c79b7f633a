/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-map-view"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "explorer-graph-model.h"
#include "explorer-map-view.h"
#include "explorer-nothing.h"
#include "explorer-tie-popover.h"
#include "explorer/canvas/explorer-legend.h"
#include "explorer/explorer-colours.h"
#include "explorer/explorer-compat.h"

/* Work that takes less than this shows nothing of it. */
#define PATIENCE_MILLISECONDS 250

#define ZOOM_FACTOR 1.5

/* The outlines show the borders of about this year. */
#define YEAR_OF_BORDERS 2018

/* How large a state is drawn. */
#define STATE_RADIUS 4.0

struct _ExplorerMapView
{
  GtkWidget           parent_instance;

  ExplorerSession    *session;
  ExplorerGraphModel *model;
  FoedGraphMoment    *members;
  ExplorerTiePopover *tie_popover;
  FoedMapColouring    colouring;

  ExplorerCanvas     *canvas;
  ExplorerLegend     *legend;
  GtkStack           *stack;
  GtkLabel           *summary;
  GtkWidget          *borders;
  GtkWidget          *hint;
  AdwStatusPage      *nothing_page;
  GtkWidget          *any_time_button;
  GtkWidget          *clear_button;
  AdwStatusPage      *failed_page;

  guint               patience;
  guint               redraw_idle;
};

enum
{
  PROP_0,
  PROP_COLOURING,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ExplorerMapView, explorer_map_view, GTK_TYPE_WIDGET)

static const char * const colouring_nicks[FOED_N_MAP_COLOURINGS] = { "alliances", "obligations" };

static FoedMapStyle *
make_style (ExplorerMapView *self)
{
  g_autoptr(GHashTable) titles = NULL;
  FoedPalette palette = explorer_colours_get_palette (GTK_WIDGET (self->canvas));
  FoedMapSubject subject = {
    .members = self->members,
    .ties = explorer_graph_model_get_moment (self->model),
    .atlas = explorer_graph_model_get_atlas (self->model),
    .day = explorer_session_get_day_on (self->session) ? explorer_session_get_day (self->session) : FOED_DAY_LAST,
    .selected = explorer_session_get_root (self->session),
    .colouring = self->colouring,
  };

  g_object_get (self->session, "titles", &titles, NULL);
  subject.titles = titles;
  return foed_map_style_new (&subject, &palette);
}

/* The states, as nodes where they are; alliances have no place on a map. */
static GArray *
make_nodes (ExplorerMapView *self,
            GHashTable      *positions)
{
  GArray *drawn = g_array_new (FALSE, TRUE, sizeof (ExplorerPictureNode));
  const FoedNodeMoment *moments = foed_graph_moment_get_nodes (self->members);
  FoedPalette palette = explorer_colours_get_palette (GTK_WIDGET (self->canvas));
  guint n_nodes;
  const FoedGraphNode *nodes = foed_graph_get_nodes (foed_graph_moment_get_graph (self->members), &n_nodes);

  for (guint i = 0; i < n_nodes; i++)
    {
      FoedDegrees place;
      ExplorerPictureNode node = {
        .id = nodes[i].id,
        .label = explorer_graph_model_get_label (self->model, nodes[i].id),
        .title = explorer_graph_model_get_title (self->model, nodes[i].id),
        .radius = STATE_RADIUS,
        .shape = FOED_SHAPE_CIRCLE,
        .colour = explorer_colours_from (foed_colour_mix (palette.ground, palette.ink, 0.75f)),
        .importance = moments[i].measure,
        .visible = moments[i].visible,
      };

      if (nodes[i].kind != FOED_RECORD_STATE ||
          !foed_atlas_find_place (explorer_graph_model_get_atlas (self->model), nodes[i].id, &place))
        continue;
      node.point = foed_projection_apply (place);
      node.description = g_strdup_printf (ngettext ("State in %u alliance", "State in %u alliances",
                                                    moments[i].measure), moments[i].measure);
      g_hash_table_insert (positions, (gpointer) nodes[i].id, GUINT_TO_POINTER (drawn->len + 1));
      g_array_append_val (drawn, node);
    }
  return drawn;
}

static void
clear_node (ExplorerPictureNode *node)
{
  g_free ((char *) node->description);
}

static GArray *
make_edges (ExplorerMapView *self,
            FoedMapStyle    *style,
            GHashTable      *positions)
{
  GArray *drawn = g_array_new (FALSE, TRUE, sizeof (ExplorerPictureEdge));
  FoedGraph *graph = foed_graph_moment_get_graph (explorer_graph_model_get_moment (self->model));
  guint n_nodes;
  guint n_edges;
  guint n_arcs;
  const FoedGraphNode *nodes = foed_graph_get_nodes (graph, &n_nodes);
  const FoedGraphEdge *edges = foed_graph_get_edges (graph, &n_edges);
  const FoedMapArc *arcs = foed_map_style_get_arcs (style, &n_arcs);

  for (guint i = 0; i < n_arcs; i++)
    {
      const FoedGraphEdge *tie = &edges[arcs[i].edge];
      guint from = GPOINTER_TO_UINT (g_hash_table_lookup (positions, nodes[tie->from].id));
      guint to = GPOINTER_TO_UINT (g_hash_table_lookup (positions, nodes[tie->to].id));
      ExplorerPictureEdge edge = {
        .from = from - 1,
        .to = to - 1,
        .edge = arcs[i].edge,
        .colour = explorer_colours_from (arcs[i].look.colour),
        .width = arcs[i].look.width,
        .offset = arcs[i].look.offset,
        .dashed = arcs[i].look.dashed,
        .arrows = arcs[i].look.arrows,
        .path = arcs[i].path,
      };

      if (from > 0 && to > 0)
        g_array_append_val (drawn, edge);
    }
  return drawn;
}

static void
draw_states (ExplorerMapView *self,
             FoedMapStyle    *style)
{
  g_autoptr(GHashTable) positions = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GArray) nodes = make_nodes (self, positions);
  g_autoptr(GArray) edges = make_edges (self, style, positions);
  g_autoptr(ExplorerPicture) picture = NULL;

  picture = explorer_picture_new ((const ExplorerPictureNode *) (gpointer) nodes->data, nodes->len,
                                  (const ExplorerPictureEdge *) (gpointer) edges->data, edges->len);
  g_array_set_clear_func (nodes, (GDestroyNotify) clear_node);
  explorer_canvas_set_picture (self->canvas, picture);
}

static void
describe (ExplorerMapView *self,
          FoedMapStyle    *style)
{
  g_autofree char *description = foed_map_style_describe (style);
  gboolean day_on = explorer_session_get_day_on (self->session);
  FoedDay borders = foed_day_from_calendar (YEAR_OF_BORDERS, 1, 1);
  const char *root = explorer_session_get_root (self->session);
  gboolean selected = root != NULL && explorer_picture_find (explorer_canvas_get_picture (self->canvas), root) >= 0;

  gtk_label_set_label (self->summary, description);
  gtk_widget_set_visible (self->borders, day_on && explorer_session_get_day (self->session) < borders);
  gtk_widget_set_visible (self->hint, self->colouring == FOED_MAP_BY_OBLIGATION && !selected);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->canvas),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->colouring == FOED_MAP_BY_ALLIANCE
                                    ? C_("map", "Map of states by alliance")
                                    : C_("map", "Map of states by obligation"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

static void
draw (ExplorerMapView *self)
{
  g_autoptr(FoedMapStyle) style = make_style (self);
  g_autoptr(GPtrArray) legend = foed_map_style_explain (style);

  explorer_canvas_set_ground (self->canvas, style);
  draw_states (self, style);
  explorer_legend_set_entries (self->legend, legend);
  describe (self, style);
}

static gboolean
patience_cb (gpointer user_data)
{
  ExplorerMapView *self = user_data;

  self->patience = 0;
  gtk_stack_set_visible_child_name (self->stack, "loading");
  return G_SOURCE_REMOVE;
}

static void
update (ExplorerMapView *self)
{
  ExplorerGraphState state = explorer_graph_model_get_state (self->model);

  g_clear_pointer (&self->members, foed_graph_moment_free);
  if (state == EXPLORER_GRAPH_READY || state == EXPLORER_GRAPH_NOTHING)
    self->members = explorer_graph_model_make_moment (self->model, FOED_GRAPH_MEMBERS);
  /* States in an alliance that nobody has coded have no ties, but are there all the same. */
  if (self->members != NULL && foed_graph_moment_count (self->members, FOED_RECORD_STATE) > 0)
    state = EXPLORER_GRAPH_READY;
  if (state == EXPLORER_GRAPH_LOADING)
    {
      if (self->patience == 0)
        self->patience = g_timeout_add (PATIENCE_MILLISECONDS, patience_cb, self);
      return;
    }
  g_clear_handle_id (&self->patience, g_source_remove);
  switch (state)
    {
    case EXPLORER_GRAPH_READY:
      draw (self);
      gtk_stack_set_visible_child_name (self->stack, "map");
      break;
    case EXPLORER_GRAPH_EMPTY:
      gtk_stack_set_visible_child_name (self->stack, "empty");
      break;
    case EXPLORER_GRAPH_FAILED:
      adw_status_page_set_description (self->failed_page, explorer_graph_model_get_error (self->model)->message);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      break;
    case EXPLORER_GRAPH_NOTHING:
    case EXPLORER_GRAPH_LOADING:
    default:
      explorer_nothing_explain (self->session, self->nothing_page, self->any_time_button, self->clear_button);
      gtk_stack_set_visible_child_name (self->stack, "nothing");
      break;
    }
}

static gboolean
redraw_cb (gpointer user_data)
{
  ExplorerMapView *self = user_data;

  self->redraw_idle = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
  return G_SOURCE_REMOVE;
}

/* Colours have changed and can be asked for once the style has; or what is selected, perhaps several times in a row. */
static void
queue_redraw (ExplorerMapView *self)
{
  if (self->redraw_idle == 0 && self->model != NULL)
    self->redraw_idle = g_idle_add (redraw_cb, self);
}

static void
selected_cb (ExplorerMapView *self)
{
  explorer_canvas_set_selected (self->canvas, explorer_session_get_root (self->session));
  queue_redraw (self);
}

static void
node_selected_cb (ExplorerMapView *self,
                  const char      *id)
{
  explorer_session_select (self->session, id, id);
}

static void
node_opened_cb (ExplorerMapView *self,
                const char      *id)
{
  explorer_session_select (self->session, id, id);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-detail", NULL);
}

static void
edge_asked_cb (ExplorerMapView    *self,
               guint               edge,
               const GdkRectangle *place)
{
  GdkRectangle translated = explorer_canvas_translate (self->canvas, place, GTK_WIDGET (self));

  explorer_tie_popover_show_tie (self->tie_popover, edge, &translated);
}

static void
ties_asked_cb (ExplorerMapView    *self,
               const char         *id,
               const GdkRectangle *place)
{
  GdkRectangle translated = explorer_canvas_translate (self->canvas, place, GTK_WIDGET (self));

  explorer_tie_popover_show_ties_of (self->tie_popover, id, &translated);
}

static void
explorer_map_view_zoom (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  explorer_canvas_zoom (EXPLORER_MAP_VIEW (widget)->canvas,
                        g_str_equal (action_name, "map.zoom-in") ? ZOOM_FACTOR : 1 / ZOOM_FACTOR);
}

static void
explorer_map_view_fit (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  explorer_canvas_fit (EXPLORER_MAP_VIEW (widget)->canvas, TRUE);
}

static void
explorer_map_view_any_time (GtkWidget  *widget,
                            const char *action_name,
                            GVariant   *parameter)
{
  explorer_session_set_day_on (EXPLORER_MAP_VIEW (widget)->session, FALSE);
}

static void
explorer_map_view_retry (GtkWidget  *widget,
                         const char *action_name,
                         GVariant   *parameter)
{
  explorer_graph_model_retry (EXPLORER_MAP_VIEW (widget)->model);
}

static void
explorer_map_view_map (GtkWidget *widget)
{
  ExplorerMapView *self = EXPLORER_MAP_VIEW (widget);

  GTK_WIDGET_CLASS (explorer_map_view_parent_class)->map (widget);

  explorer_graph_model_set_active (self->model, TRUE);
  queue_redraw (self);
}

static void
explorer_map_view_unmap (GtkWidget *widget)
{
  ExplorerMapView *self = EXPLORER_MAP_VIEW (widget);

  explorer_graph_model_set_active (self->model, FALSE);
  g_clear_handle_id (&self->patience, g_source_remove);

  GTK_WIDGET_CLASS (explorer_map_view_parent_class)->unmap (widget);
}

static void
explorer_map_view_css_changed (GtkWidget         *widget,
                               GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (explorer_map_view_parent_class)->css_changed (widget, change);

  queue_redraw (EXPLORER_MAP_VIEW (widget));
}

static gboolean
explorer_map_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (GTK_WIDGET (EXPLORER_MAP_VIEW (widget)->canvas), GTK_DIR_TAB_FORWARD);
}

static void
explorer_map_view_constructed (GObject *object)
{
  ExplorerMapView *self = EXPLORER_MAP_VIEW (object);

  G_OBJECT_CLASS (explorer_map_view_parent_class)->constructed (object);

  self->model = explorer_graph_model_new (self->session);
  explorer_graph_model_set_picture (self->model, FOED_GRAPH_TIES);
  explorer_graph_model_set_layout (self->model, FOED_LAYOUT_GEOGRAPHIC);
  self->tie_popover = EXPLORER_TIE_POPOVER (explorer_tie_popover_new (self->session, self->model));
  gtk_widget_set_parent (GTK_WIDGET (self->tie_popover), GTK_WIDGET (self));
  g_signal_connect_object (self->model, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::root", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (queue_redraw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast", G_CALLBACK (queue_redraw), self,
                           G_CONNECT_SWAPPED);
  selected_cb (self);
}

static void
explorer_map_view_dispose (GObject *object)
{
  ExplorerMapView *self = EXPLORER_MAP_VIEW (object);

  g_clear_handle_id (&self->patience, g_source_remove);
  g_clear_handle_id (&self->redraw_idle, g_source_remove);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  explorer_compat_dispose (GTK_WIDGET (self));
  g_clear_pointer (&self->members, foed_graph_moment_free);
  g_clear_object (&self->model);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (explorer_map_view_parent_class)->dispose (object);
}

static void
explorer_map_view_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  ExplorerMapView *self = EXPLORER_MAP_VIEW (object);

  switch (prop_id)
    {
    case PROP_COLOURING:
      g_value_set_string (value, colouring_nicks[self->colouring]);
      break;
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
explorer_map_view_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  ExplorerMapView *self = EXPLORER_MAP_VIEW (object);

  switch (prop_id)
    {
    case PROP_COLOURING:
      self->colouring = g_strcmp0 (g_value_get_string (value), colouring_nicks[FOED_MAP_BY_OBLIGATION]) == 0
                          ? FOED_MAP_BY_OBLIGATION
                          : FOED_MAP_BY_ALLIANCE;
      queue_redraw (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
explorer_map_view_class_init (ExplorerMapViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = explorer_map_view_constructed;
  object_class->dispose = explorer_map_view_dispose;
  object_class->get_property = explorer_map_view_get_property;
  object_class->set_property = explorer_map_view_set_property;
  widget_class->css_changed = explorer_map_view_css_changed;
  widget_class->grab_focus = explorer_map_view_grab_focus;
  widget_class->map = explorer_map_view_map;
  widget_class->unmap = explorer_map_view_unmap;

  properties[PROP_COLOURING] =
    g_param_spec_string ("colouring", NULL, NULL, "alliances",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, EXPLORER_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_property_action (widget_class, "map.colouring", "colouring");
  gtk_widget_class_install_action (widget_class, "map.any-time", NULL, explorer_map_view_any_time);
  gtk_widget_class_install_action (widget_class, "map.fit", NULL, explorer_map_view_fit);
  gtk_widget_class_install_action (widget_class, "map.retry", NULL, explorer_map_view_retry);
  gtk_widget_class_install_action (widget_class, "map.zoom-in", NULL, explorer_map_view_zoom);
  gtk_widget_class_install_action (widget_class, "map.zoom-out", NULL, explorer_map_view_zoom);

  g_type_ensure (EXPLORER_TYPE_CANVAS);
  g_type_ensure (EXPLORER_TYPE_LEGEND);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/foedera/Foedera/ui/views/map-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ExplorerMapView, any_time_button);
  gtk_widget_class_bind_template_child (widget_class, ExplorerMapView, borders);
  gtk_widget_class_bind_template_child (widget_class, ExplorerMapView, canvas);
  gtk_widget_class_bind_template_child (widget_class, ExplorerMapView, clear_button);
  gtk_widget_class_bind_template_child (widget_class, ExplorerMapView, failed_page);
  gtk_widget_class_bind_template_child (widget_class, ExplorerMapView, hint);
  gtk_widget_class_bind_template_child (widget_class, ExplorerMapView, legend);
  gtk_widget_class_bind_template_child (widget_class, ExplorerMapView, nothing_page);
  gtk_widget_class_bind_template_child (widget_class, ExplorerMapView, stack);
  gtk_widget_class_bind_template_child (widget_class, ExplorerMapView, summary);
  gtk_widget_class_bind_template_callback (widget_class, edge_asked_cb);
  gtk_widget_class_bind_template_callback (widget_class, node_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, node_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, ties_asked_cb);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "mapview");
}

static void
explorer_map_view_init (ExplorerMapView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * explorer_map_view_get_canvas:
 * @self: a view
 *
 * Returns: (transfer none): where it draws
 */
ExplorerCanvas *
explorer_map_view_get_canvas (ExplorerMapView *self)
{
  g_return_val_if_fail (EXPLORER_IS_MAP_VIEW (self), NULL);

  return self->canvas;
}
