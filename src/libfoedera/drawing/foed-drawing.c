/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-drawing"

#include "config.h"

#include <math.h>

#include "foed-drawing.h"
#include "foed-label-room.h"

/* The room that names want around the picture. */
#define MARGIN_X 44.0
#define MARGIN_Y 22.0

/* More than this much larger than on the screen looks clumsy. */
#define ZOOM_MOST 2.5

#define DASH 5.0
#define ARROW 7.0

/* How the edges of what is selected are drawn, and the rings around nodes. */
#define STRONG_ALPHA 0.85f
#define STRONG_WIDTH 0.8
#define MARK_WIDTH 1.6
#define MARK_GAP 2.8
#define RING_GAP 5.0

#define FONT "Cantarell, sans-serif 8"

typedef struct
{
  FoedNodeLook  look;
  FoedPoint     point;
  FoedPoint     lean;
  char         *label;
  FoedMark      mark;
  guint         n_edges;
} Node;

typedef struct
{
  FoedEdgeLook  look;
  guint         from;
  guint         to;
  GArray       *path;      /* FoedPoint; NULL where it goes straight */
} Edge;

struct _FoedDrawing
{
  GArray       *nodes;     /* Node */
  GArray       *edges;     /* Edge */
  FoedMapStyle *ground;
  FoedBox       box;       /* what has to fit */
  int           selected;  /* the node that stands out, or -1 */
};

/* Where a point of the drawing is on the page. */
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

static void
clear_edge (Edge *edge)
{
  g_clear_pointer (&edge->path, g_array_unref);
}

static Node *
get_node (FoedDrawing *self,
          guint        position)
{
  return &g_array_index (self->nodes, Node, position);
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

/**
 * foed_drawing_new:
 *
 * Returns: (transfer full): a drawing of nothing
 */
FoedDrawing *
foed_drawing_new (void)
{
  FoedDrawing *self = g_new0 (FoedDrawing, 1);

  self->box = (FoedBox) { { INFINITY, INFINITY }, { -INFINITY, -INFINITY } };
  self->nodes = g_array_new (FALSE, TRUE, sizeof (Node));
  self->edges = g_array_new (FALSE, TRUE, sizeof (Edge));
  self->selected = -1;
  g_array_set_clear_func (self->nodes, (GDestroyNotify) clear_node);
  g_array_set_clear_func (self->edges, (GDestroyNotify) clear_edge);
  return self;
}

void
foed_drawing_free (FoedDrawing *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->ground, foed_map_style_unref);
  g_array_unref (self->nodes);
  g_array_unref (self->edges);
  g_free (self);
}

/**
 * foed_drawing_set_ground:
 * @self: a drawing
 * @ground: the countries that lie under it
 *
 * Lays a map under the drawing. The whole earth is shown from then on.
 */
void
foed_drawing_set_ground (FoedDrawing  *self,
                         FoedMapStyle *ground)
{
  double width = foed_projection_get_width ();
  double height = foed_projection_get_height ();

  g_return_if_fail (self != NULL);
  g_return_if_fail (ground != NULL && self->ground == NULL);

  self->ground = foed_map_style_ref (ground);
  self->box = (FoedBox) { { -width / 2, -height / 2 }, { width / 2, height / 2 } };
}

/**
 * foed_drawing_make_room:
 * @self: a drawing
 * @point: a place
 * @radius: how much room there has to be around it
 *
 * Leaves room for what is not there, so that what is stays where it is in a series of drawings.
 */
void
foed_drawing_make_room (FoedDrawing *self,
                        FoedPoint    point,
                        double       radius)
{
  g_return_if_fail (self != NULL);

  self->box.first.x = MIN (self->box.first.x, point.x - radius);
  self->box.first.y = MIN (self->box.first.y, point.y - radius);
  self->box.last.x = MAX (self->box.last.x, point.x + radius);
  self->box.last.y = MAX (self->box.last.y, point.y + radius);
}

/**
 * foed_drawing_add_node:
 * @self: a drawing
 * @look: what it looks like
 * @point: where it is
 * @label: (nullable): what is written beside it, where there is room
 * @mark: what there is to tell of it
 *
 * Returns: the number of the node, from 0 on
 */
guint
foed_drawing_add_node (FoedDrawing        *self,
                       const FoedNodeLook *look,
                       FoedPoint           point,
                       const char         *label,
                       FoedMark            mark)
{
  Node node = { .point = point, .mark = mark };

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (look != NULL, 0);

  node.look = *look;
  node.label = g_strdup (label);
  g_array_append_val (self->nodes, node);
  if (self->ground == NULL)
    foed_drawing_make_room (self, point, look->radius);
  return self->nodes->len - 1;
}

/**
 * foed_drawing_add_edge:
 * @self: a drawing
 * @from: the number of a node
 * @to: the number of another
 * @look: what it looks like
 * @path: (nullable) (element-type FoedPoint): the way it takes, where that is no straight line; it must not be changed
 *   any more, and a point that is no number breaks it
 */
void
foed_drawing_add_edge (FoedDrawing        *self,
                       guint               from,
                       guint               to,
                       const FoedEdgeLook *look,
                       GArray             *path)
{
  Edge edge = { .from = from, .to = to };

  g_return_if_fail (self != NULL);
  g_return_if_fail (from < self->nodes->len && to < self->nodes->len);
  g_return_if_fail (look != NULL);

  edge.look = *look;
  edge.path = path != NULL ? g_array_ref (path) : NULL;
  g_array_append_val (self->edges, edge);
  lean_towards (get_node (self, from), get_node (self, to));
  lean_towards (get_node (self, to), get_node (self, from));
}

/**
 * foed_drawing_select:
 * @self: a drawing
 * @node: the number of a node
 *
 * Makes a node stand out, with its edges.
 */
void
foed_drawing_select (FoedDrawing *self,
                     guint        node)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (node < self->nodes->len);

  self->selected = (int) node;
}

static int
compare_importance (const guint *a,
                    const guint *b,
                    gpointer     user_data)
{
  const FoedDrawing *self = user_data;
  double first = g_array_index (self->nodes, Node, *a).look.importance;
  double second = g_array_index (self->nodes, Node, *b).look.importance;

  if (*a != *b && ((int) *a == self->selected || (int) *b == self->selected))
    return (int) *a == self->selected ? -1 : 1;
  if (first != second)
    return first > second ? -1 : 1;
  return *a < *b ? -1 : *a > *b;
}

/* The nodes, those first that matter most. */
static guint *
rank_nodes (FoedDrawing *self)
{
  guint *ranking = g_new (guint, self->nodes->len);

  for (guint i = 0; i < self->nodes->len; i++)
    ranking[i] = i;
  g_qsort_with_data (ranking, (int) self->nodes->len, sizeof (guint), (GCompareDataFunc) compare_importance, self);
  return ranking;
}

/* Fits all that is there into the page. The earth needs no room for names around it. */
static Frame
make_frame (FoedDrawing *self,
            double       width,
            double       height)
{
  const FoedBox *box = &self->box;
  double margin_x = self->ground != NULL ? 0 : MARGIN_X;
  double margin_y = self->ground != NULL ? 0 : MARGIN_Y;
  Frame frame = { 1, 1, { 0, 0 } };

  if (box->last.x <= box->first.x)
    return frame;
  frame.zoom = MIN ((width - 2 * margin_x) / (box->last.x - box->first.x),
                    (height - 2 * margin_y) / (box->last.y - box->first.y));
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

/* Draws a line along @path, with heads where the look asks for them. A point that is no number breaks it. */
static void
draw_line (cairo_t            *cr,
           const GArray       *path,
           const FoedEdgeLook *look,
           double              head)
{
  const FoedPoint *points = (const FoedPoint *) (gpointer) path->data;
  gboolean broken = TRUE;

  for (guint i = 0; i < path->len; i++)
    {
      if (isnan (points[i].x))
        broken = TRUE;
      else if (broken)
        {
          cairo_move_to (cr, points[i].x, points[i].y);
          broken = FALSE;
        }
      else
        cairo_line_to (cr, points[i].x, points[i].y);
    }
  cairo_stroke (cr);
  if (path->len < 2)
    return;
  if (look->arrows & FOED_ARROW_TO)
    draw_arrow (cr, points[path->len - 2], points[path->len - 1], head);
  if (look->arrows & FOED_ARROW_FROM)
    draw_arrow (cr, points[1], points[0], head);
}

/* The way of an edge from rim to rim, on the page. */
static GArray *
trace_edge (FoedDrawing *self,
            const Edge  *edge,
            const Frame *frame)
{
  const FoedRim from = get_rim (frame, get_node (self, edge->from));
  const FoedRim to = get_rim (frame, get_node (self, edge->to));
  double offset = edge->look.offset * frame->scale;
  GArray *path;
  FoedSegment segment;

  if (edge->path != NULL)
    return foed_geometry_trace_path (edge->path, &from, &to, frame->zoom, frame->origin, offset);
  segment = foed_geometry_get_segment (&from, &to, offset);
  path = g_array_new (FALSE, FALSE, sizeof (FoedPoint));
  g_array_append_val (path, segment.from);
  g_array_append_val (path, segment.to);
  return path;
}

static gboolean
is_at_selected (FoedDrawing *self,
                const Edge  *edge)
{
  return self->selected >= 0 && ((int) edge->from == self->selected || (int) edge->to == self->selected);
}

static void
draw_edge (FoedDrawing *self,
           const Edge  *edge,
           const Frame *frame,
           cairo_t     *cr)
{
  g_autoptr(GArray) path = trace_edge (self, edge, frame);
  FoedColour colour = edge->look.colour;
  double width = MAX (edge->look.width * frame->scale, 0.5);
  double dash = MAX (DASH * frame->scale, 3);

  if (is_at_selected (self, edge))
    {
      colour.alpha = MAX (colour.alpha, STRONG_ALPHA);
      width += STRONG_WIDTH;
    }
  foed_colour_apply (colour, cr);
  cairo_set_line_width (cr, width);
  cairo_set_dash (cr, &dash, edge->look.dashed ? 1 : 0, 0);
  draw_line (cr, path, &edge->look, CLAMP (ARROW * frame->scale, 4, 12));
}

static void
draw_edges (FoedDrawing *self,
            const Frame *frame,
            cairo_t     *cr)
{
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->edges->len; i++)
      {
        const Edge *edge = &g_array_index (self->edges, Edge, i);

        if (is_at_selected (self, edge) == (pass == 1))
          draw_edge (self, edge, frame, cr);
      }
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
trace_shape (cairo_t   *cr,
             FoedShape  shape,
             FoedPoint  middle,
             double     radius,
             double     corner)
{
  cairo_new_sub_path (cr);
  if (shape == FOED_SHAPE_CIRCLE)
    cairo_arc (cr, middle.x, middle.y, radius, 0, 2 * G_PI);
  else
    for (guint i = 0; i < 4; i++)
      cairo_arc (cr, middle.x + (i == 0 || i == 3 ? 1 : -1) * (radius - corner),
                 middle.y + (i < 2 ? 1 : -1) * (radius - corner), corner, i * G_PI / 2, (i + 1) * G_PI / 2);
  cairo_close_path (cr);
}

static void
draw_node (FoedDrawing       *self,
           guint              position,
           const Frame       *frame,
           cairo_t           *cr,
           const FoedPalette *palette)
{
  const Node *node = get_node (self, position);
  FoedRim rim = get_rim (frame, node);
  double corner = MIN (rim.radius / 3, 4 * frame->scale);

  foed_colour_apply (node->look.colour, cr);
  cairo_set_line_width (cr, MARK_WIDTH);
  if (node->mark == FOED_MARK_GONE)
    {
      trace_shape (cr, rim.shape, rim.middle, MAX (rim.radius - MARK_WIDTH / 2, 1), corner);
      cairo_stroke (cr);
    }
  else
    {
      trace_shape (cr, rim.shape, rim.middle, rim.radius, corner);
      cairo_fill (cr);
    }
  if (node->mark == FOED_MARK_NEW)
    {
      trace_shape (cr, rim.shape, rim.middle, rim.radius + MARK_GAP, corner + MARK_GAP / 2);
      cairo_stroke (cr);
    }
  if ((int) position == self->selected)
    {
      foed_colour_apply (palette->ink, cr);
      trace_shape (cr, rim.shape, rim.middle, rim.radius + RING_GAP, corner + RING_GAP / 2);
      cairo_stroke (cr);
    }
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

/* What a drawing is drawn on. */
typedef struct
{
  cairo_t           *cr;
  double             width;
  double             height;
  const FoedPalette *palette;
  gboolean           right_to_left;
} Sheet;

static void
write_labels (FoedDrawing *self,
              const Frame *frame,
              const guint *ranking,
              const Sheet *sheet)
{
  g_autoptr(FoedLabelRoom) room = foed_label_room_new (sheet->width, sheet->height, 0);
  g_autoptr(PangoLayout) layout = pango_cairo_create_layout (sheet->cr);
  PangoFontDescription *font = pango_font_description_from_string (FONT);

  for (guint i = 0; i < self->nodes->len; i++)
    {
      FoedRim rim = get_rim (frame, get_node (self, ranking[i]));

      foed_label_room_take_node (room, rim.middle, rim.radius, i);
    }
  for (guint i = 0; i < self->nodes->len; i++)
    {
      const Node *node = get_node (self, ranking[i]);
      FoedRim rim = get_rim (frame, node);
      FoedLabel label = { rim.shape, rim.middle, rim.radius, node->lean, 0, 0, i, sheet->right_to_left };
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
        write_label (sheet->cr, layout, place, &box, sheet->palette);
    }
  pango_font_description_free (font);
}

/**
 * foed_drawing_draw:
 * @self: a drawing
 * @cr: where to draw
 * @width: how much room there is
 * @height: likewise
 * @palette: what to write labels with and on
 * @right_to_left: the direction of reading
 *
 * Draws it, as large as it fits. Threads may do so.
 */
void
foed_drawing_draw (FoedDrawing       *self,
                   cairo_t           *cr,
                   double             width,
                   double             height,
                   const FoedPalette *palette,
                   gboolean           right_to_left)
{
  const Sheet sheet = { cr, width, height, palette, right_to_left };
  g_autofree guint *ranking = NULL;
  Frame frame;

  g_return_if_fail (self != NULL);
  g_return_if_fail (cr != NULL);

  frame = make_frame (self, width, height);
  ranking = rank_nodes (self);
  if (self->ground != NULL)
    {
      cairo_save (cr);
      cairo_translate (cr, frame.origin.x, frame.origin.y);
      foed_map_style_draw (self->ground, cr, frame.zoom);
      cairo_restore (cr);
    }
  draw_edges (self, &frame, cr);
  for (guint i = self->nodes->len; i > 0; i--)
    draw_node (self, ranking[i - 1], &frame, cr, palette);
  write_labels (self, &frame, ranking, &sheet);
}
