/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-map-view"

#include "config.h"

#include <glib/gi18n.h>

#include "drawing/foed-map-page.h"
#include "explorer-map-view.h"
#include "explorer-picture-output.h"
#include "explorer/explorer-colours.h"

struct _ExplorerMapView
{
  ExplorerCanvasView  parent_instance;

  ExplorerGraphModel *model;         /* which the parent owns */
  FoedGraphMoment    *members;       /* NULL until it is asked for */
  FoedMapColouring    colouring;

  GtkWidget          *borders;
  GtkWidget          *hint;
};

enum
{
  PROP_0,
  PROP_COLOURING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ExplorerMapView, explorer_map_view, EXPLORER_TYPE_CANVAS_VIEW)

static ExplorerCanvas *
get_canvas (ExplorerMapView *self)
{
  return explorer_canvas_view_get_canvas (EXPLORER_CANVAS_VIEW (self));
}

static ExplorerSession *
get_session (ExplorerMapView *self)
{
  return explorer_picture_view_get_session (EXPLORER_PICTURE_VIEW (self));
}

/* Who is in what now: states in an alliance that nobody has coded have no ties, but are there all the same. */
static FoedGraphMoment *
get_members (ExplorerMapView *self)
{
  if (self->members == NULL && explorer_graph_model_get_moment (self->model) != NULL)
    self->members = explorer_graph_model_make_moment (self->model, FOED_GRAPH_MEMBERS);
  return self->members;
}

/* What the map is of. @titles takes what holds the titles. */
static FoedMapSubject
get_subject (ExplorerMapView  *self,
             GHashTable      **titles)
{
  ExplorerSession *session = get_session (self);

  g_object_get (session, "titles", titles, NULL);
  return (FoedMapSubject) {
    .members = get_members (self),
    .ties = explorer_graph_model_get_moment (self->model),
    .atlas = explorer_graph_model_get_atlas (self->model),
    .titles = *titles,
    .day = explorer_session_get_day_on (session) ? explorer_session_get_day (session) : FOED_DAY_LAST,
    .selected = explorer_session_get_root (session),
    .colouring = self->colouring,
  };
}

static FoedMapStyle *
make_style (ExplorerMapView *self)
{
  g_autoptr(GHashTable) titles = NULL;
  FoedPalette palette = explorer_colours_get_palette (GTK_WIDGET (get_canvas (self)));
  const FoedMapSubject subject = get_subject (self, &titles);

  return foed_map_style_new (&subject, &palette);
}

/* The states, as nodes where they are; alliances have no place on a map. */
static GArray *
make_nodes (ExplorerMapView *self,
            GHashTable      *positions)
{
  GArray *drawn = g_array_new (FALSE, TRUE, sizeof (ExplorerPictureNode));
  const FoedNodeMoment *moments = foed_graph_moment_get_nodes (self->members);
  FoedPalette palette = explorer_colours_get_palette (GTK_WIDGET (get_canvas (self)));
  guint n_nodes;
  const FoedGraphNode *nodes = foed_graph_get_nodes (foed_graph_moment_get_graph (self->members), &n_nodes);

  for (guint i = 0; i < n_nodes; i++)
    {
      FoedDegrees place;
      FoedNodeLook look = foed_map_style_get_state (&palette, moments[i].measure);
      ExplorerPictureNode node = {
        .id = nodes[i].id,
        .label = explorer_graph_model_get_label (self->model, nodes[i].id),
        .title = explorer_graph_model_get_title (self->model, nodes[i].id),
        .radius = look.radius,
        .shape = look.shape,
        .colour = explorer_colours_from (look.colour),
        .importance = look.importance,
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
  explorer_canvas_set_picture (get_canvas (self), picture);
}

static void
describe (ExplorerMapView *self,
          FoedMapStyle    *style)
{
  g_autoptr(GPtrArray) legend = foed_map_style_explain (style);
  g_autofree char *description = foed_map_style_describe (style);
  gboolean day_on = explorer_session_get_day_on (get_session (self));
  const char *root = explorer_session_get_root (get_session (self));
  gboolean selected = root != NULL && explorer_picture_find (explorer_canvas_get_picture (get_canvas (self)), root) >= 0;

  gtk_widget_set_visible (self->borders,
                          day_on && foed_map_style_are_borders_later (explorer_session_get_day (get_session (self))));
  gtk_widget_set_visible (self->hint, self->colouring == FOED_MAP_BY_OBLIGATION && !selected);
  explorer_canvas_view_describe (EXPLORER_CANVAS_VIEW (self),
                                 self->colouring == FOED_MAP_BY_ALLIANCE ? C_("map", "Map of states by alliance")
                                                                         : C_("map", "Map of states by obligation"),
                                 description, legend);
}

static ExplorerPictureState
explorer_map_view_get_state (ExplorerPictureView *view)
{
  ExplorerMapView *self = EXPLORER_MAP_VIEW (view);
  ExplorerPictureState state = EXPLORER_PICTURE_VIEW_CLASS (explorer_map_view_parent_class)->get_state (view);

  if (state == EXPLORER_PICTURE_NOTHING && foed_graph_moment_count (get_members (self), FOED_RECORD_STATE) > 0)
    return EXPLORER_PICTURE_READY;
  return state;
}

static gboolean
explorer_map_view_draw (ExplorerPictureView *view)
{
  ExplorerMapView *self = EXPLORER_MAP_VIEW (view);
  g_autoptr(FoedMapStyle) style = make_style (self);

  explorer_canvas_set_ground (get_canvas (self), style);
  draw_states (self, style);
  describe (self, style);
  return TRUE;
}

static const char *
label_cb (const char *id,
          gpointer    user_data)
{
  return explorer_graph_model_get_label (user_data, id);
}

static FoedPage *
explorer_map_view_make_page (ExplorerPictureView *view,
                             FoedPictureOptions  *options)
{
  ExplorerMapView *self = EXPLORER_MAP_VIEW (view);
  g_autoptr(GHashTable) titles = NULL;
  const FoedMapSubject subject = get_subject (self, &titles);
  g_auto(ExplorerPictureOrigin) origin = { 0 };

  explorer_picture_origin_init (&origin, get_session (self));
  options->view = FOED_VIEW_MAP;
  options->colouring = self->colouring;
  options->selected = explorer_session_get_root (get_session (self));
  return foed_map_page_new (&subject, label_cb, self->model, &origin.origin);
}

/* What is owed to another state is drawn then. */
static void
explorer_map_view_selected (ExplorerCanvasView *view,
                            gboolean            elsewhere)
{
  explorer_picture_view_queue_update (EXPLORER_PICTURE_VIEW (view));
}

static void
model_changed_cb (ExplorerMapView *self)
{
  g_clear_pointer (&self->members, foed_graph_moment_free);
}

static void
explorer_map_view_constructed (GObject *object)
{
  ExplorerMapView *self = EXPLORER_MAP_VIEW (object);
  g_autoptr(ExplorerGraphModel) model = NULL;

  G_OBJECT_CLASS (explorer_map_view_parent_class)->constructed (object);

  self->model = model = explorer_graph_model_new (get_session (self));
  explorer_graph_model_set_picture (self->model, FOED_GRAPH_TIES);
  explorer_graph_model_set_layout (self->model, FOED_LAYOUT_GEOGRAPHIC);
  g_signal_connect_object (self->model, "changed", G_CALLBACK (model_changed_cb), self, G_CONNECT_SWAPPED);
  explorer_canvas_view_set_model (EXPLORER_CANVAS_VIEW (self), self->model);
  explorer_picture_view_keep (EXPLORER_PICTURE_VIEW (self), "map-colouring", "colouring");
}

static void
explorer_map_view_dispose (GObject *object)
{
  ExplorerMapView *self = EXPLORER_MAP_VIEW (object);

  g_clear_pointer (&self->members, foed_graph_moment_free);

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
      g_value_set_string (value, foed_map_colouring_get_nick (self->colouring));
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
      foed_map_colouring_from_nick (g_value_get_string (value), &self->colouring);
      explorer_picture_view_queue_update (EXPLORER_PICTURE_VIEW (self));
      g_object_notify_by_pspec (object, pspec);
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
  EXPLORER_PICTURE_VIEW_CLASS (klass)->draw = explorer_map_view_draw;
  EXPLORER_PICTURE_VIEW_CLASS (klass)->get_state = explorer_map_view_get_state;
  EXPLORER_PICTURE_VIEW_CLASS (klass)->make_page = explorer_map_view_make_page;
  EXPLORER_CANVAS_VIEW_CLASS (klass)->selected = explorer_map_view_selected;

  properties[PROP_COLOURING] =
    g_param_spec_string ("colouring", NULL, NULL, "alliances",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_property_action (widget_class, "map.colouring", "colouring");

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/foedera/Foedera/ui/views/map-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ExplorerMapView, borders);
  gtk_widget_class_bind_template_child (widget_class, ExplorerMapView, hint);
}

static void
explorer_map_view_init (ExplorerMapView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
