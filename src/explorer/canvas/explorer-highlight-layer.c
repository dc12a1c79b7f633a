/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-highlight-layer"

#include "config.h"

#include <adwaita.h>

#include "explorer-highlight-layer.h"
#include "explorer-labels.h"
#include "explorer-plate.h"
#include "explorer/explorer-compat.h"

/* How much of what is not looked at is taken away. */
#define VEIL 0.84

#define FADE_MILLISECONDS 140
#define RING_DISTANCE 3.0
#define RING_WIDTH 2.0f

/* How much beyond the widget edges are drawn, in pixels. */
#define MARGIN 150.0

struct _ExplorerHighlightLayer
{
  ExplorerCanvasLayer  parent_instance;

  int                  focus;
  int                  selected;
  ExplorerLabels      *labels;
  AdwAnimation        *animation;
  double               veil;

  ExplorerPlate       *plate;        /* the edges of one node */
  int                  plate_node;
  int                  edge;
  ExplorerPlate       *edge_plate;   /* that edge alone */
  ExplorerPicture     *dragged;      /* the node that is dragged, where it is now, and its neighbours */
};

G_DEFINE_FINAL_TYPE (ExplorerHighlightLayer, explorer_highlight_layer, EXPLORER_TYPE_CANVAS_LAYER)

static void
drop_plate (ExplorerHighlightLayer *self)
{
  g_clear_pointer (&self->plate, explorer_plate_free);
  self->plate_node = -1;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
is_good (ExplorerHighlightLayer *self,
         ExplorerPlate          *plate)
{
  ExplorerViewport *viewport = explorer_canvas_layer_get_viewport (EXPLORER_CANVAS_LAYER (self));

  return plate != NULL && explorer_plate_fits (plate, viewport, gtk_widget_get_scale_factor (GTK_WIDGET (self))) &&
         explorer_plate_covers (plate, viewport, 0);
}

/* Draws some edges, here and now: they are few. */
static ExplorerPlate *
make_plate (ExplorerHighlightLayer *self,
            const GArray           *reach)
{
  ExplorerCanvasLayer *layer = EXPLORER_CANVAS_LAYER (self);
  ExplorerViewport *viewport = explorer_canvas_layer_get_viewport (layer);
  ExplorerBox box;

  explorer_viewport_get_visible (viewport, MARGIN, &box);
  return explorer_plate_new (explorer_canvas_layer_get_picture (layer),
                             EXPLORER_PLATE_EDGES | EXPLORER_PLATE_STRONG |
                             explorer_plate_get_storage (GTK_WIDGET (self)),
                             reach, &box, explorer_viewport_get_zoom (viewport),
                             gtk_widget_get_scale_factor (GTK_WIDGET (self)), NULL);
}

/* Has the edges from @node drawn. */
static ExplorerPlate *
get_plate (ExplorerHighlightLayer *self,
           int                     node,
           const GArray           *reach)
{
  if (self->plate_node == node && is_good (self, self->plate))
    return self->plate;
  g_clear_pointer (&self->plate, explorer_plate_free);
  self->plate = make_plate (self, reach);
  self->plate_node = node;
  return self->plate;
}

/* The node and all that the edges lead to, each once, the node first and then the most important. */
static GArray *
list_reached (ExplorerPicture *picture,
              int              node,
              const GArray    *reach)
{
  GArray *reached = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GHashTable) near = g_hash_table_new (NULL, NULL);
  guint n_edges;
  guint n_visible;
  const ExplorerPictureEdge *edges = explorer_picture_get_edges (picture, &n_edges);
  const guint *ranking = explorer_picture_get_ranking (picture, &n_visible);

  for (guint i = 0; i < reach->len; i++)
    {
      const ExplorerPictureEdge *edge = &edges[g_array_index (reach, guint, i)];

      g_hash_table_add (near, GUINT_TO_POINTER (edge->from));
      g_hash_table_add (near, GUINT_TO_POINTER (edge->to));
    }
  g_array_append_val (reached, node);
  for (guint i = 0; i < n_visible; i++)
    {
      if (ranking[i] != (guint) node && g_hash_table_contains (near, GUINT_TO_POINTER (ranking[i])))
        g_array_append_val (reached, ranking[i]);
    }
  return reached;
}

static void
snapshot_nodes (ExplorerHighlightLayer *self,
                GtkSnapshot            *snapshot,
                const GArray           *reached)
{
  ExplorerCanvasLayer *layer = EXPLORER_CANVAS_LAYER (self);
  double zoom = explorer_viewport_get_zoom (explorer_canvas_layer_get_viewport (layer));
  FoedPoint origin = explorer_canvas_layer_get_origin (layer);
  guint n_nodes;
  const ExplorerPictureNode *nodes = explorer_picture_get_nodes (explorer_canvas_layer_get_picture (layer), &n_nodes);

  for (guint i = reached->len; i > 0; i--)
    {
      const ExplorerPictureNode *node = &nodes[g_array_index (reached, guint, i - 1)];
      FoedPoint middle = { node->point.x * zoom + origin.x, node->point.y * zoom + origin.y };

      if (node->visible)
        explorer_canvas_layer_snapshot_node (snapshot, node, middle, node->radius * explorer_picture_get_scale (zoom), 1);
    }
}

static void
snapshot_ring (ExplorerHighlightLayer *self,
               GtkSnapshot            *snapshot,
               int                     selected)
{
  ExplorerCanvasLayer *layer = EXPLORER_CANVAS_LAYER (self);
  double zoom = explorer_viewport_get_zoom (explorer_canvas_layer_get_viewport (layer));
  FoedPoint origin = explorer_canvas_layer_get_origin (layer);
  guint n_nodes;
  const ExplorerPictureNode *node =
    &explorer_picture_get_nodes (explorer_canvas_layer_get_picture (layer), &n_nodes)[selected];
  double radius = node->radius * explorer_picture_get_scale (zoom) + RING_DISTANCE;
  graphene_rect_t area = GRAPHENE_RECT_INIT ((float) (node->point.x * zoom + origin.x - radius),
                                             (float) (node->point.y * zoom + origin.y - radius),
                                             (float) (2 * radius), (float) (2 * radius));
  float corner = node->shape == FOED_SHAPE_CIRCLE ? (float) radius : (float) MIN (radius / 2, 6);
  GskRoundedRect outline;
  GdkRGBA colour;

  explorer_compat_look_up_colour (GTK_WIDGET (self), "accent_color", &colour);
  gsk_rounded_rect_init_from_rect (&outline, &area, corner);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { RING_WIDTH, RING_WIDTH, RING_WIDTH, RING_WIDTH },
                              (GdkRGBA[4]) { colour, colour, colour, colour });
}

static void
snapshot_veil (ExplorerHighlightLayer *self,
               GtkSnapshot            *snapshot,
               double                  share)
{
  GdkRGBA ground;

  explorer_compat_look_up_colour (GTK_WIDGET (self), "view_bg_color", &ground);
  ground.alpha = (float) share;
  gtk_snapshot_append_color (snapshot, &ground,
                             &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (GTK_WIDGET (self)),
                                                  (float) gtk_widget_get_height (GTK_WIDGET (self))));
}

static void
snapshot_focus (ExplorerHighlightLayer *self,
                GtkSnapshot            *snapshot)
{
  ExplorerCanvasLayer *layer = EXPLORER_CANVAS_LAYER (self);
  ExplorerPicture *picture = explorer_canvas_layer_get_picture (layer);
  ExplorerViewport *viewport = explorer_canvas_layer_get_viewport (layer);
  g_autoptr(GArray) reach = explorer_picture_list_reach (picture, (guint) self->focus, TRUE);
  g_autoptr(GArray) reached = list_reached (picture, self->focus, reach);
  GskRenderNode *names;

  snapshot_veil (self, snapshot, VEIL * self->veil);
  explorer_plate_snapshot (get_plate (self, self->focus, reach), snapshot, viewport);
  snapshot_nodes (self, snapshot, reached);
  names = explorer_labels_write (self->labels, picture, viewport, (const guint *) (gpointer) reached->data,
                                 reached->len, 1, 0, NULL);
  if (names != NULL)
    {
      gtk_snapshot_append_node (snapshot, names);
      gsk_render_node_unref (names);
    }
}

static void
snapshot_selected (ExplorerHighlightLayer *self,
                   GtkSnapshot            *snapshot)
{
  ExplorerCanvasLayer *layer = EXPLORER_CANVAS_LAYER (self);
  ExplorerPicture *picture = explorer_canvas_layer_get_picture (layer);
  g_autoptr(GArray) reach = explorer_picture_list_reach (picture, (guint) self->selected, FALSE);
  g_autoptr(GArray) reached = list_reached (picture, self->selected, reach);

  explorer_plate_snapshot (get_plate (self, self->selected, reach), snapshot, explorer_canvas_layer_get_viewport (layer));
  snapshot_nodes (self, snapshot, reached);
}

/* The edge that is pointed at, strong, with the nodes at its ends. */
static void
snapshot_edge (ExplorerHighlightLayer *self,
               GtkSnapshot            *snapshot)
{
  ExplorerCanvasLayer *layer = EXPLORER_CANVAS_LAYER (self);
  guint n_edges;
  const ExplorerPictureEdge *edges = explorer_picture_get_edges (explorer_canvas_layer_get_picture (layer), &n_edges);
  g_autoptr(GArray) alone = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_val (alone, self->edge);
  g_array_append_val (ends, edges[self->edge].from);
  g_array_append_val (ends, edges[self->edge].to);
  if (!is_good (self, self->edge_plate))
    {
      g_clear_pointer (&self->edge_plate, explorer_plate_free);
      self->edge_plate = make_plate (self, alone);
    }
  explorer_plate_snapshot (self->edge_plate, snapshot, explorer_canvas_layer_get_viewport (layer));
  snapshot_nodes (self, snapshot, ends);
}

/* The node that is dragged, with its edges, over the rest of the picture. */
static void
snapshot_dragged (ExplorerHighlightLayer *self,
                  GtkSnapshot            *snapshot)
{
  ExplorerCanvasLayer *layer = EXPLORER_CANVAS_LAYER (self);
  ExplorerViewport *viewport = explorer_canvas_layer_get_viewport (layer);
  double zoom = explorer_viewport_get_zoom (viewport);
  FoedPoint origin = explorer_canvas_layer_get_origin (layer);
  g_autoptr(ExplorerPlate) plate = NULL;
  const ExplorerPictureNode *nodes;
  ExplorerBox box;
  guint n_nodes;

  explorer_viewport_get_visible (viewport, MARGIN, &box);
  plate = explorer_plate_new (self->dragged,
                              EXPLORER_PLATE_EDGES | EXPLORER_PLATE_STRONG |
                              explorer_plate_get_storage (GTK_WIDGET (self)),
                              NULL, &box, zoom, gtk_widget_get_scale_factor (GTK_WIDGET (self)), NULL);
  snapshot_veil (self, snapshot, VEIL / 2);
  explorer_plate_snapshot (plate, snapshot, viewport);
  nodes = explorer_picture_get_nodes (self->dragged, &n_nodes);
  for (guint i = n_nodes; i > 0; i--)
    {
      const ExplorerPictureNode *node = &nodes[i - 1];
      FoedPoint middle = { node->point.x * zoom + origin.x, node->point.y * zoom + origin.y };

      explorer_canvas_layer_snapshot_node (snapshot, node, middle, node->radius * explorer_picture_get_scale (zoom), 1);
    }
}

static gboolean
is_there (ExplorerHighlightLayer *self,
          int                     node)
{
  ExplorerPicture *picture = explorer_canvas_layer_get_picture (EXPLORER_CANVAS_LAYER (self));
  guint n_nodes;

  return picture != NULL && node >= 0 && explorer_picture_get_nodes (picture, &n_nodes)[node].visible;
}

static void
explorer_highlight_layer_snapshot (GtkWidget   *widget,
                                   GtkSnapshot *snapshot)
{
  ExplorerHighlightLayer *self = EXPLORER_HIGHLIGHT_LAYER (widget);

  if (self->dragged != NULL)
    {
      snapshot_dragged (self, snapshot);
      return;
    }
  if (is_there (self, self->focus))
    snapshot_focus (self, snapshot);
  else if (is_there (self, self->selected))
    snapshot_selected (self, snapshot);
  if (self->edge >= 0 && self->focus < 0 && explorer_canvas_layer_get_picture (EXPLORER_CANVAS_LAYER (self)) != NULL)
    snapshot_edge (self, snapshot);
  if (is_there (self, self->selected))
    snapshot_ring (self, snapshot, self->selected);
}

static void
veil_cb (double   value,
         gpointer user_data)
{
  ExplorerHighlightLayer *self = user_data;

  self->veil = value;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
explorer_highlight_layer_css_changed (GtkWidget         *widget,
                                      GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (explorer_highlight_layer_parent_class)->css_changed (widget, change);

  explorer_labels_forget (EXPLORER_HIGHLIGHT_LAYER (widget)->labels);
}

static void
explorer_highlight_layer_picture_changed (ExplorerCanvasLayer *layer,
                                          ExplorerPicture     *before)
{
  ExplorerHighlightLayer *self = EXPLORER_HIGHLIGHT_LAYER (layer);

  self->focus = -1;
  self->selected = -1;
  self->edge = -1;
  g_clear_pointer (&self->edge_plate, explorer_plate_free);
  g_clear_pointer (&self->dragged, explorer_picture_unref);
  drop_plate (self);
}

static void
explorer_highlight_layer_dispose (GObject *object)
{
  ExplorerHighlightLayer *self = EXPLORER_HIGHLIGHT_LAYER (object);

  g_clear_object (&self->animation);
  g_clear_pointer (&self->plate, explorer_plate_free);
  g_clear_pointer (&self->edge_plate, explorer_plate_free);
  g_clear_pointer (&self->dragged, explorer_picture_unref);

  G_OBJECT_CLASS (explorer_highlight_layer_parent_class)->dispose (object);
}

static void
explorer_highlight_layer_finalize (GObject *object)
{
  g_clear_pointer (&EXPLORER_HIGHLIGHT_LAYER (object)->labels, explorer_labels_free);

  G_OBJECT_CLASS (explorer_highlight_layer_parent_class)->finalize (object);
}

static void
explorer_highlight_layer_class_init (ExplorerHighlightLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = explorer_highlight_layer_dispose;
  object_class->finalize = explorer_highlight_layer_finalize;
  widget_class->css_changed = explorer_highlight_layer_css_changed;
  widget_class->snapshot = explorer_highlight_layer_snapshot;
  EXPLORER_CANVAS_LAYER_CLASS (klass)->picture_changed = explorer_highlight_layer_picture_changed;

  gtk_widget_class_set_css_name (widget_class, "labels");
}

static void
explorer_highlight_layer_init (ExplorerHighlightLayer *self)
{
  self->focus = -1;
  self->selected = -1;
  self->edge = -1;
  self->plate_node = -1;
  self->veil = 1;
  self->labels = explorer_labels_new (GTK_WIDGET (self));
  self->animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, FADE_MILLISECONDS,
                                             adw_callback_animation_target_new (veil_cb, self, NULL));
}

/**
 * explorer_highlight_layer_get_focus:
 * @self: a layer
 *
 * Returns: the index of the node that is pointed at, -1 where none is
 */
int
explorer_highlight_layer_get_focus (ExplorerHighlightLayer *self)
{
  g_return_val_if_fail (EXPLORER_IS_HIGHLIGHT_LAYER (self), -1);

  return self->focus;
}

/**
 * explorer_highlight_layer_set_focus:
 * @self: a layer
 * @node: the index of the node that is pointed at, or -1
 */
void
explorer_highlight_layer_set_focus (ExplorerHighlightLayer *self,
                                    int                     node)
{
  g_return_if_fail (EXPLORER_IS_HIGHLIGHT_LAYER (self));

  if (self->focus == node)
    return;
  if (self->focus < 0)
    adw_animation_play (self->animation);
  self->focus = node;
  drop_plate (self);
}

/**
 * explorer_highlight_layer_set_selected:
 * @self: a layer
 * @node: the index of the node that is selected, or -1
 */
void
explorer_highlight_layer_set_selected (ExplorerHighlightLayer *self,
                                       int                     node)
{
  g_return_if_fail (EXPLORER_IS_HIGHLIGHT_LAYER (self));

  if (self->selected == node)
    return;
  self->selected = node;
  drop_plate (self);
}

/**
 * explorer_highlight_layer_set_edge:
 * @self: a layer
 * @edge: the index of the edge that is pointed at, or -1
 */
void
explorer_highlight_layer_set_edge (ExplorerHighlightLayer *self,
                                   int                     edge)
{
  g_return_if_fail (EXPLORER_IS_HIGHLIGHT_LAYER (self));

  if (self->edge == edge)
    return;
  self->edge = edge;
  g_clear_pointer (&self->edge_plate, explorer_plate_free);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * explorer_highlight_layer_set_dragged:
 * @self: a layer
 * @node: the index of the node that a person drags, or -1
 * @point: where it is dragged to
 */
void
explorer_highlight_layer_set_dragged (ExplorerHighlightLayer *self,
                                      int                     node,
                                      FoedPoint               point)
{
  ExplorerPicture *picture;

  g_return_if_fail (EXPLORER_IS_HIGHLIGHT_LAYER (self));

  picture = explorer_canvas_layer_get_picture (EXPLORER_CANVAS_LAYER (self));
  g_clear_pointer (&self->dragged, explorer_picture_unref);
  if (node >= 0 && picture != NULL)
    self->dragged = explorer_picture_new_moved (picture, (guint) node, point);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
