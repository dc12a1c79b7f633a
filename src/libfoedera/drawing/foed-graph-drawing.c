/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-graph-drawing"

#include "config.h"

#include <math.h>

#include "foed-graph-drawing.h"
#include "foed-label-room.h"

/* The room that names want around the picture. */
#define MARGIN_X 44.0
#define MARGIN_Y 22.0

/* More than this much larger than on the screen looks clumsy. */
#define ZOOM_MOST 2.5

#define DASH 5.0
#define ARROW 7.0
#define FONT "Cantarell, sans-serif 8"

typedef struct
{
  FoedNodeLook  look;
  FoedPoint     point;
  FoedPoint     lean;
  char         *label;
  guint         n_edges;
} Node;

typedef struct
{
  FoedEdgeLook look;
  guint        from;
  guint        to;
} Edge;

struct _FoedGraphDrawing
{
  GArray *nodes;     /* Node; those that are there, the most important first */
  GArray *edges;     /* Edge */
  FoedBox box;       /* what has to fit */
};

/* Where a point of the layout is on the page. */
typedef struct
{
  double    zoom;
  double    scale;
  FoedPoint origin;
} Frame;

static void
clear_node (Node *node)
{
  g_free (node->label);
}

static int
compare_importance (const guint *a,
                    const guint *b,
                    gpointer     user_data)
{
  const Node *nodes = user_data;

  if (nodes[*a].look.importance != nodes[*b].look.importance)
    return nodes[*a].look.importance > nodes[*b].look.importance ? -1 : 1;
  return *a < *b ? -1 : 1;
}

static Node *
get_node (FoedGraphDrawing *self,
          guint             position)
{
  return &g_array_index (self->nodes, Node, position);
}

/* Brings the nodes into order. @places tells where each went. */
static void
rank_nodes (FoedGraphDrawing *self,
            guint            *places,
            guint             n_places)
{
  g_autofree guint *order = g_new (guint, self->nodes->len);
  g_autofree guint *ranks = g_new (guint, self->nodes->len);
  GArray *ranked = g_array_sized_new (FALSE, FALSE, sizeof (Node), self->nodes->len);

  for (guint i = 0; i < self->nodes->len; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) self->nodes->len, sizeof (guint), (GCompareDataFunc) compare_importance,
                     self->nodes->data);
  for (guint i = 0; i < self->nodes->len; i++)
    {
      ranks[order[i]] = i;
      g_array_append_vals (ranked, get_node (self, order[i]), 1);
    }
  for (guint i = 0; i < n_places; i++)
    {
      if (places[i] > 0)
        places[i] = ranks[places[i] - 1] + 1;
    }
  g_array_set_clear_func (self->nodes, NULL);
  g_array_unref (self->nodes);
  self->nodes = ranked;
  g_array_set_clear_func (self->nodes, (GDestroyNotify) clear_node);
}

/* The mean of the directions in which the edges of a node go. */
static void
lean_towards (Node       *node,
              const Node *other)
{
  double x = other->point.x - node->point.x;
  double y = other->point.y - node->point.y;
  double length = MAX (hypot (x, y), 1e-3);

  node->n_edges++;
  node->lean.x += (x / length - node->lean.x) / node->n_edges;
  node->lean.y += (y / length - node->lean.y) / node->n_edges;
}

static void
make_room (FoedGraphDrawing *self,
           const Node       *node)
{
  self->box.first.x = MIN (self->box.first.x, node->point.x - node->look.radius);
  self->box.first.y = MIN (self->box.first.y, node->point.y - node->look.radius);
  self->box.last.x = MAX (self->box.last.x, node->point.x + node->look.radius);
  self->box.last.y = MAX (self->box.last.y, node->point.y + node->look.radius);
}

/**
 * foed_graph_drawing_new:
 * @moment: what there is of a graph
 * @style: how it is drawn
 * @lookup: tells where nodes are and what they are called
 * @user_data: handed to @lookup
 * @whole: whether to leave room for nodes that are not there, so that those that are stay where they are day by day
 *
 * Returns: (transfer full): a drawing of it
 */
FoedGraphDrawing *
foed_graph_drawing_new (FoedGraphMoment        *moment,
                        FoedGraphStyle         *style,
                        FoedGraphDrawingLookup  lookup,
                        gpointer                user_data,
                        gboolean                whole)
{
  FoedGraphDrawing *self = g_new0 (FoedGraphDrawing, 1);
  FoedGraph *graph = foed_graph_moment_get_graph (moment);
  guint n_nodes;
  guint n_edges;
  const FoedGraphNode *nodes = foed_graph_get_nodes (graph, &n_nodes);
  const FoedGraphEdge *edges = foed_graph_get_edges (graph, &n_edges);
  g_autofree guint *places = g_new0 (guint, n_nodes);

  self->box = (FoedBox) { { INFINITY, INFINITY }, { -INFINITY, -INFINITY } };
  self->nodes = g_array_new (FALSE, TRUE, sizeof (Node));
  self->edges = g_array_new (FALSE, TRUE, sizeof (Edge));
  for (guint i = 0; i < n_nodes; i++)
    {
      FoedGraphDrawingNode found = { NULL, { 0, 0 }, foed_graph_moment_get_nodes (moment)[i].visible };
      Node node = { 0 };

      if ((!found.visible && !whole) || !lookup (nodes[i].id, &found, user_data))
        continue;
      node = (Node) { .look = foed_graph_style_get_node (style, i), .point = found.point };
      make_room (self, &node);
      if (!found.visible)
        continue;
      node.label = g_strdup (found.label);
      g_array_append_val (self->nodes, node);
      places[i] = self->nodes->len;
    }
  rank_nodes (self, places, n_nodes);
  for (guint i = 0; i < n_edges; i++)
    {
      Edge edge = { .from = places[edges[i].from] - 1, .to = places[edges[i].to] - 1 };

      if (foed_graph_moment_get_edges (moment)[i].n_facts == 0 || places[edges[i].from] == 0 || places[edges[i].to] == 0)
        continue;
      edge.look = foed_graph_style_get_edge (style, i);
      g_array_append_val (self->edges, edge);
      lean_towards (get_node (self, edge.from), get_node (self, edge.to));
      lean_towards (get_node (self, edge.to), get_node (self, edge.from));
    }
  return self;
}

void
foed_graph_drawing_free (FoedGraphDrawing *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->nodes);
  g_array_unref (self->edges);
  g_free (self);
}

/* Fits all that is there into the page. */
static Frame
make_frame (FoedGraphDrawing *self,
            double            width,
            double            height)
{
  const FoedBox *box = &self->box;
  Frame frame = { 1, 1, { 0, 0 } };

  if (self->nodes->len == 0)
    return frame;
  frame.zoom = MIN ((width - 2 * MARGIN_X) / (box->last.x - box->first.x),
                    (height - 2 * MARGIN_Y) / (box->last.y - box->first.y));
  frame.zoom = CLAMP (frame.zoom, 0.01, ZOOM_MOST);
  frame.scale = foed_geometry_get_scale (frame.zoom);
  frame.origin = (FoedPoint) { width / 2 - (box->first.x + box->last.x) / 2 * frame.zoom,
                               height / 2 - (box->first.y + box->last.y) / 2 * frame.zoom };
  return frame;
}

static FoedRim
get_rim (const Frame *frame,
         const Node  *node)
{
  return (FoedRim) {
    { frame->origin.x + node->point.x * frame->zoom, frame->origin.y + node->point.y * frame->zoom },
    node->look.shape, node->look.radius * frame->scale,
  };
}

static void
draw_arrow (cairo_t   *cr,
            FoedPoint  from,
            FoedPoint  tip,
            double     length)
{
  double way = MAX (hypot (tip.x - from.x, tip.y - from.y), 1e-6);
  double x = (tip.x - from.x) / way * length;
  double y = (tip.y - from.y) / way * length;

  cairo_move_to (cr, tip.x, tip.y);
  cairo_line_to (cr, tip.x - x - y * 0.45, tip.y - y + x * 0.45);
  cairo_line_to (cr, tip.x - x + y * 0.45, tip.y - y - x * 0.45);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_edge (FoedGraphDrawing *self,
           const Edge       *edge,
           const Frame      *frame,
           cairo_t          *cr)
{
  const FoedRim from = get_rim (frame, get_node (self, edge->from));
  const FoedRim to = get_rim (frame, get_node (self, edge->to));
  FoedSegment segment = foed_geometry_get_segment (&from, &to, edge->look.offset * frame->scale);
  double head = CLAMP (ARROW * frame->scale, 4, 12);
  double dash = MAX (DASH * frame->scale, 3);

  foed_colour_apply (edge->look.colour, cr);
  cairo_set_line_width (cr, MAX (edge->look.width * frame->scale, 0.5));
  cairo_set_dash (cr, &dash, edge->look.dashed ? 1 : 0, 0);
  cairo_move_to (cr, segment.from.x, segment.from.y);
  cairo_line_to (cr, segment.to.x, segment.to.y);
  cairo_stroke (cr);
  if (edge->look.arrows & FOED_ARROW_TO)
    draw_arrow (cr, segment.from, segment.to, head);
  if (edge->look.arrows & FOED_ARROW_FROM)
    draw_arrow (cr, segment.to, segment.from, head);
}

static void
draw_node (const Node  *node,
           const Frame *frame,
           cairo_t     *cr)
{
  FoedRim rim = get_rim (frame, node);
  double corner = MIN (rim.radius / 3, 4 * frame->scale);

  foed_colour_apply (node->look.colour, cr);
  cairo_new_sub_path (cr);
  if (rim.shape == FOED_SHAPE_CIRCLE)
    cairo_arc (cr, rim.middle.x, rim.middle.y, rim.radius, 0, 2 * G_PI);
  else
    for (guint i = 0; i < 4; i++)
      cairo_arc (cr, rim.middle.x + (i == 0 || i == 3 ? 1 : -1) * (rim.radius - corner),
                 rim.middle.y + (i < 2 ? 1 : -1) * (rim.radius - corner), corner, i * G_PI / 2, (i + 1) * G_PI / 2);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
write_label (cairo_t           *cr,
             PangoLayout       *layout,
             FoedPoint          place,
             const FoedBox     *box,
             const FoedPalette *palette)
{
  FoedColour ground = palette->ground;

  ground.alpha = 0.72f;
  foed_colour_apply (ground, cr);
  cairo_rectangle (cr, box->first.x, box->first.y, box->last.x - box->first.x, box->last.y - box->first.y);
  cairo_fill (cr);
  foed_colour_apply (palette->ink, cr);
  cairo_move_to (cr, place.x, place.y);
  pango_cairo_show_layout (cr, layout);
}

static void
write_labels (FoedGraphDrawing  *self,
              const Frame       *frame,
              cairo_t           *cr,
              double             width,
              double             height,
              const FoedPalette *palette)
{
  g_autoptr(FoedLabelRoom) room = foed_label_room_new (width, height, 0);
  g_autoptr(PangoLayout) layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string (FONT);

  for (guint i = 0; i < self->nodes->len; i++)
    {
      FoedRim rim = get_rim (frame, get_node (self, i));

      foed_label_room_take_node (room, rim.middle, rim.radius, i);
    }
  for (guint i = 0; i < self->nodes->len; i++)
    {
      const Node *node = get_node (self, i);
      FoedRim rim = get_rim (frame, node);
      FoedLabel label = { rim.shape, rim.middle, rim.radius, node->lean, 0, 0, i, FALSE };
      PangoRectangle extents;
      FoedPoint place;
      FoedBox box;

      if (node->label == NULL || *node->label == '\0')
        continue;
      pango_font_description_set_weight (font, rim.shape == FOED_SHAPE_SQUARE ? PANGO_WEIGHT_SEMIBOLD
                                                                               : PANGO_WEIGHT_NORMAL);
      pango_layout_set_font_description (layout, font);
      pango_layout_set_text (layout, node->label, -1);
      pango_layout_get_extents (layout, NULL, &extents);
      label.width = (double) extents.width / PANGO_SCALE;
      label.height = (double) extents.height / PANGO_SCALE;
      if (foed_label_room_place (room, &label, &place, &box))
        write_label (cr, layout, place, &box, palette);
    }
  pango_font_description_free (font);
}

/**
 * foed_graph_drawing_draw:
 * @self: a drawing
 * @cr: where to draw
 * @width: how much room there is
 * @height: likewise
 * @palette: what to write labels with and on
 *
 * Draws it, as large as it fits. Threads may do so.
 */
void
foed_graph_drawing_draw (FoedGraphDrawing  *self,
                         cairo_t           *cr,
                         double             width,
                         double             height,
                         const FoedPalette *palette)
{
  Frame frame;

  g_return_if_fail (self != NULL);
  g_return_if_fail (cr != NULL);

  frame = make_frame (self, width, height);
  for (guint i = 0; i < self->edges->len; i++)
    draw_edge (self, &g_array_index (self->edges, Edge, i), &frame, cr);
  cairo_set_dash (cr, NULL, 0, 0);
  for (guint i = self->nodes->len; i > 0; i--)
    draw_node (get_node (self, i - 1), &frame, cr);
  write_labels (self, &frame, cr, width, height, palette);
}
