/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-picture"

#include "config.h"

#include <math.h>

#include "explorer-picture.h"

struct _ExplorerPicture
{
  ExplorerPictureNode *nodes;
  guint                n_nodes;
  ExplorerPictureEdge *edges;
  guint                n_edges;
  GStringChunk        *strings;

  guint               *firsts;     /* of each node, the place of its first edge in @incident */
  guint               *incident;
  guint               *ranking;    /* the visible nodes, the most important first */
  guint                n_visible;
};

G_DEFINE_BOXED_TYPE (ExplorerPicture, explorer_picture, explorer_picture_ref, explorer_picture_unref)

static const char *
keep (ExplorerPicture *self,
      const char      *string)
{
  return g_string_chunk_insert_const (self->strings, string != NULL ? string : "");
}

static void
index_edges (ExplorerPicture *self)
{
  g_autofree guint *filled = g_new0 (guint, self->n_nodes);

  self->firsts = g_new0 (guint, self->n_nodes + 1);
  self->incident = g_new (guint, 2 * self->n_edges);
  for (guint i = 0; i < self->n_edges; i++)
    {
      self->firsts[self->edges[i].from + 1]++;
      self->firsts[self->edges[i].to + 1]++;
    }
  for (guint i = 0; i < self->n_nodes; i++)
    self->firsts[i + 1] += self->firsts[i];
  for (guint i = 0; i < self->n_edges; i++)
    {
      guint from = self->edges[i].from;
      guint to = self->edges[i].to;

      self->incident[self->firsts[from] + filled[from]++] = i;
      self->incident[self->firsts[to] + filled[to]++] = i;
    }
}

static int
compare_importance (const guint *a,
                    const guint *b,
                    gpointer     user_data)
{
  const ExplorerPictureNode *nodes = user_data;

  if (nodes[*a].importance != nodes[*b].importance)
    return nodes[*a].importance > nodes[*b].importance ? -1 : 1;
  return *a < *b ? -1 : 1;
}

static void
rank_nodes (ExplorerPicture *self)
{
  self->ranking = g_new (guint, self->n_nodes);
  for (guint i = 0; i < self->n_nodes; i++)
    {
      if (self->nodes[i].visible)
        self->ranking[self->n_visible++] = i;
    }
  g_qsort_with_data (self->ranking, (int) self->n_visible, sizeof (guint), (GCompareDataFunc) compare_importance,
                     self->nodes);
}

static void
clear (ExplorerPicture *self)
{
  for (guint i = 0; i < self->n_edges; i++)
    g_clear_pointer (&self->edges[i].path, g_array_unref);
  g_free (self->nodes);
  g_free (self->edges);
  g_free (self->firsts);
  g_free (self->incident);
  g_free (self->ranking);
  g_string_chunk_free (self->strings);
}

/**
 * explorer_picture_new:
 * @nodes: (array length=n_nodes): the nodes; the picture keeps copies of their strings
 * @n_nodes: how many
 * @edges: (array length=n_edges): the edges; the picture keeps their paths, which nobody may change any more
 * @n_edges: how many
 *
 * Returns: (transfer full): a picture of them
 */
ExplorerPicture *
explorer_picture_new (const ExplorerPictureNode *nodes,
                      guint                      n_nodes,
                      const ExplorerPictureEdge *edges,
                      guint                      n_edges)
{
  ExplorerPicture *self;

  g_return_val_if_fail (nodes != NULL || n_nodes == 0, NULL);
  g_return_val_if_fail (edges != NULL || n_edges == 0, NULL);

  self = g_atomic_rc_box_new0 (ExplorerPicture);
  self->strings = g_string_chunk_new (4096);
  self->n_nodes = n_nodes;
  self->n_edges = n_edges;
  self->nodes = g_memdup2 (nodes, n_nodes * sizeof (ExplorerPictureNode));
  self->edges = g_memdup2 (edges, n_edges * sizeof (ExplorerPictureEdge));
  for (guint i = 0; i < n_nodes; i++)
    {
      self->nodes[i].id = g_intern_string (nodes[i].id);
      self->nodes[i].label = keep (self, nodes[i].label);
      self->nodes[i].title = keep (self, nodes[i].title);
      self->nodes[i].description = keep (self, nodes[i].description);
    }
  for (guint i = 0; i < n_edges; i++)
    {
      if (edges[i].path != NULL)
        g_array_ref (edges[i].path);
    }
  index_edges (self);
  rank_nodes (self);
  return self;
}

ExplorerPicture *
explorer_picture_ref (ExplorerPicture *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
explorer_picture_unref (ExplorerPicture *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

/**
 * explorer_picture_get_nodes:
 * @self: a picture
 * @n_nodes: (out): how many
 *
 * Returns: (transfer none) (array length=n_nodes): the nodes, those that are not there now too
 */
const ExplorerPictureNode *
explorer_picture_get_nodes (ExplorerPicture *self,
                            guint           *n_nodes)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_nodes != NULL, NULL);

  *n_nodes = self->n_nodes;
  return self->nodes;
}

/**
 * explorer_picture_get_edges:
 * @self: a picture
 * @n_edges: (out): how many
 *
 * Returns: (transfer none) (array length=n_edges): the edges
 */
const ExplorerPictureEdge *
explorer_picture_get_edges (ExplorerPicture *self,
                            guint           *n_edges)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_edges != NULL, NULL);

  *n_edges = self->n_edges;
  return self->edges;
}

/**
 * explorer_picture_get_edges_of:
 * @self: a picture
 * @node: the index of a node
 * @n_edges: (out): how many
 *
 * Returns: (transfer none) (array length=n_edges): the indices of the edges at the node
 */
const guint *
explorer_picture_get_edges_of (ExplorerPicture *self,
                               guint            node,
                               guint           *n_edges)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (node < self->n_nodes, NULL);
  g_return_val_if_fail (n_edges != NULL, NULL);

  *n_edges = self->firsts[node + 1] - self->firsts[node];
  return &self->incident[self->firsts[node]];
}

/**
 * explorer_picture_list_reach:
 * @self: a picture
 * @node: the index of a node
 * @through: whether to go on through nodes of another shape, as from a state through its alliances to its allies
 *
 * Returns: (transfer full) (element-type guint): the indices of the edges that lead from the node to what it has to do
 *   with, each once
 */
GArray *
explorer_picture_list_reach (ExplorerPicture *self,
                             guint            node,
                             gboolean         through)
{
  GArray *reach = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_edges;
  const guint *incident;

  g_return_val_if_fail (self != NULL, reach);
  g_return_val_if_fail (node < self->n_nodes, reach);

  incident = explorer_picture_get_edges_of (self, node, &n_edges);
  g_array_append_vals (reach, incident, n_edges);
  for (guint i = 0; through && i < n_edges; i++)
    {
      const ExplorerPictureEdge *edge = &self->edges[incident[i]];
      guint other = edge->from == node ? edge->to : edge->from;

      if (self->nodes[node].shape != FOED_SHAPE_CIRCLE || self->nodes[other].shape == FOED_SHAPE_CIRCLE)
        continue;
      for (guint j = self->firsts[other]; j < self->firsts[other + 1]; j++)
        {
          if (self->incident[j] != incident[i])
            g_array_append_val (reach, self->incident[j]);
        }
    }
  return reach;
}

/**
 * explorer_picture_get_ranking:
 * @self: a picture
 * @n_visible: (out): how many nodes are there now
 *
 * Returns: (transfer none) (array length=n_visible): their indices, the most important first
 */
const guint *
explorer_picture_get_ranking (ExplorerPicture *self,
                              guint           *n_visible)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_visible != NULL, NULL);

  *n_visible = self->n_visible;
  return self->ranking;
}

/**
 * explorer_picture_get_lean:
 * @self: a picture
 * @node: the index of a node
 *
 * Returns: to which side its edges go: the mean of their directions, each of length 1; nearly (0, 0) where they go to
 *   all sides
 */
FoedPoint
explorer_picture_get_lean (ExplorerPicture *self,
                           guint            node)
{
  FoedPoint lean = { 0, 0 };
  guint n_edges;

  g_return_val_if_fail (self != NULL, lean);
  g_return_val_if_fail (node < self->n_nodes, lean);

  n_edges = self->firsts[node + 1] - self->firsts[node];
  for (guint i = self->firsts[node]; i < self->firsts[node + 1]; i++)
    {
      const ExplorerPictureEdge *edge = &self->edges[self->incident[i]];
      const ExplorerPictureNode *other = &self->nodes[edge->from == node ? edge->to : edge->from];
      double x = other->point.x - self->nodes[node].point.x;
      double y = other->point.y - self->nodes[node].point.y;
      double length = MAX (hypot (x, y), 1e-3);

      lean.x += x / length / n_edges;
      lean.y += y / length / n_edges;
    }
  return lean;
}

/**
 * explorer_picture_find:
 * @self: a picture
 * @id: what a node stands for
 *
 * Returns: the index of the node that stands for @id, -1 where none does
 */
int
explorer_picture_find (ExplorerPicture *self,
                       const char      *id)
{
  g_return_val_if_fail (self != NULL, -1);
  g_return_val_if_fail (id != NULL, -1);

  for (guint i = 0; i < self->n_nodes; i++)
    {
      if (g_str_equal (self->nodes[i].id, id))
        return (int) i;
    }
  return -1;
}

/**
 * explorer_picture_is_like:
 * @self: a picture
 * @other: another
 *
 * Returns: whether the two have the same nodes in the same places, so that one can turn into the other
 */
gboolean
explorer_picture_is_like (ExplorerPicture *self,
                          ExplorerPicture *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  if (self->n_nodes != other->n_nodes)
    return FALSE;
  for (guint i = 0; i < self->n_nodes; i++)
    {
      if (self->nodes[i].id != other->nodes[i].id || self->nodes[i].point.x != other->nodes[i].point.x ||
          self->nodes[i].point.y != other->nodes[i].point.y)
        return FALSE;
    }
  return TRUE;
}

/**
 * explorer_picture_is_nearly_like:
 * @self: a picture
 * @other: another
 *
 * Returns: whether both have the same nodes, most of them in the same places: a person has moved some, and the rest of
 *   the picture should stay where it is
 */
gboolean
explorer_picture_is_nearly_like (ExplorerPicture *self,
                                 ExplorerPicture *other)
{
  guint n_moved = 0;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  if (self->n_nodes != other->n_nodes)
    return FALSE;
  for (guint i = 0; i < self->n_nodes; i++)
    {
      if (self->nodes[i].id != other->nodes[i].id)
        return FALSE;
      if (self->nodes[i].point.x != other->nodes[i].point.x || self->nodes[i].point.y != other->nodes[i].point.y)
        n_moved++;
    }
  return 2 * n_moved <= self->n_nodes;
}

/**
 * explorer_picture_new_moved:
 * @self: a picture
 * @node: the index of a node
 * @point: where to move it
 *
 * Returns: (transfer full): a picture of that node and its neighbours alone, the node first and elsewhere: to show while
 *   a person drags it
 */
ExplorerPicture *
explorer_picture_new_moved (ExplorerPicture *self,
                            guint            node,
                            FoedPoint        point)
{
  g_autoptr(GArray) nodes = NULL;
  g_autoptr(GArray) edges = NULL;
  guint n_edges;
  const guint *incident;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (node < self->n_nodes, NULL);

  nodes = g_array_new (FALSE, FALSE, sizeof (ExplorerPictureNode));
  edges = g_array_new (FALSE, FALSE, sizeof (ExplorerPictureEdge));
  incident = explorer_picture_get_edges_of (self, node, &n_edges);
  g_array_append_val (nodes, self->nodes[node]);
  g_array_index (nodes, ExplorerPictureNode, 0).point = point;
  for (guint i = 0; i < n_edges; i++)
    {
      ExplorerPictureEdge edge = self->edges[incident[i]];
      gboolean forward = edge.from == node;

      g_array_append_val (nodes, self->nodes[forward ? edge.to : edge.from]);
      edge.from = forward ? 0 : nodes->len - 1;
      edge.to = forward ? nodes->len - 1 : 0;
      g_array_append_val (edges, edge);
    }
  return explorer_picture_new ((const ExplorerPictureNode *) (gpointer) nodes->data, nodes->len,
                               (const ExplorerPictureEdge *) (gpointer) edges->data, edges->len);
}

/**
 * explorer_picture_get_extents:
 * @self: a picture
 * @only_visible: whether only nodes count that are there now
 * @box: (out): what holds them
 *
 * Returns: whether there are any
 */
gboolean
explorer_picture_get_extents (ExplorerPicture *self,
                              gboolean         only_visible,
                              ExplorerBox     *box)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (box != NULL, FALSE);

  *box = (ExplorerBox) { 0 };
  for (guint i = 0; i < self->n_nodes; i++)
    {
      if (self->nodes[i].visible || !only_visible)
        explorer_box_add (box, self->nodes[i].point, self->nodes[i].radius);
    }
  return !explorer_box_is_empty (box);
}

/**
 * explorer_picture_get_scale:
 * @zoom: how many pixels a unit of the picture takes
 *
 * Returns: by how much nodes, lines and the distances between lines grow
 */
double
explorer_picture_get_scale (double zoom)
{
  return foed_geometry_get_scale (zoom);
}

static FoedRim
get_rim (const ExplorerPictureNode *node,
         double                     zoom)
{
  return (FoedRim) { { node->point.x * zoom, node->point.y * zoom }, node->shape,
                     node->radius * foed_geometry_get_scale (zoom) };
}

/**
 * explorer_picture_get_segment:
 * @self: a picture
 * @edge: one of its edges
 * @zoom: how many pixels a unit of the picture takes
 *
 * Returns: the ends of the edge in the picture multiplied by @zoom: in pixels, from where the picture has (0, 0)
 */
ExplorerSegment
explorer_picture_get_segment (ExplorerPicture           *self,
                              const ExplorerPictureEdge *edge,
                              double                     zoom)
{
  const FoedRim from = get_rim (&self->nodes[edge->from], zoom);
  const FoedRim to = get_rim (&self->nodes[edge->to], zoom);

  return foed_geometry_get_segment (&from, &to, edge->offset * foed_geometry_get_scale (zoom));
}

/**
 * explorer_picture_trace_edge:
 * @self: a picture
 * @edge: one of its edges that has a path
 * @zoom: how many pixels a unit of the picture takes
 *
 * Returns: (transfer full) (element-type FoedPoint): the points of its way from rim to rim, in the picture multiplied by
 *   @zoom; a point that is no number breaks it
 */
GArray *
explorer_picture_trace_edge (ExplorerPicture           *self,
                             const ExplorerPictureEdge *edge,
                             double                     zoom)
{
  const FoedRim from = get_rim (&self->nodes[edge->from], zoom);
  const FoedRim to = get_rim (&self->nodes[edge->to], zoom);

  return foed_geometry_trace_path (edge->path, &from, &to, zoom, (FoedPoint) { 0, 0 },
                                   edge->offset * foed_geometry_get_scale (zoom));
}

/**
 * explorer_picture_pick_node:
 * @self: a picture
 * @point: a place in it
 * @zoom: how many pixels a unit of the picture takes
 * @slack: how many pixels beside a node still count
 *
 * Returns: the index of the visible node at @point that is nearest to it, -1 where there is none
 */
int
explorer_picture_pick_node (ExplorerPicture *self,
                            FoedPoint        point,
                            double           zoom,
                            double           slack)
{
  double scale = explorer_picture_get_scale (zoom);
  double nearest = slack;
  int found = -1;

  g_return_val_if_fail (self != NULL, -1);

  for (guint i = 0; i < self->n_nodes; i++)
    {
      const ExplorerPictureNode *node = &self->nodes[i];
      double x = fabs (node->point.x - point.x) * zoom;
      double y = fabs (node->point.y - point.y) * zoom;
      double beside;

      if (!node->visible)
        continue;
      beside = (node->shape == FOED_SHAPE_SQUARE ? MAX (x, y) : hypot (x, y)) - node->radius * scale;
      if (beside < nearest)
        {
          nearest = beside;
          found = (int) i;
        }
    }
  return found;
}

static double
get_distance (FoedPoint       point,
              ExplorerSegment segment)
{
  double x = segment.to.x - segment.from.x;
  double y = segment.to.y - segment.from.y;
  double square = x * x + y * y;
  double along = square > 0 ? ((point.x - segment.from.x) * x + (point.y - segment.from.y) * y) / square : 0;

  along = CLAMP (along, 0, 1);
  return hypot (point.x - segment.from.x - along * x, point.y - segment.from.y - along * y);
}

/* Whether @point is more than @margin beside the box around an edge, all in the measure of the picture. */
static gboolean
is_beside (ExplorerPicture           *self,
           const ExplorerPictureEdge *edge,
           FoedPoint                  point,
           double                     margin)
{
  FoedPoint from = self->nodes[edge->from].point;
  FoedPoint to = self->nodes[edge->to].point;

  return point.x < MIN (from.x, to.x) - margin || point.x > MAX (from.x, to.x) + margin ||
         point.y < MIN (from.y, to.y) - margin || point.y > MAX (from.y, to.y) + margin;
}

static double
get_path_distance (ExplorerPicture           *self,
                   const ExplorerPictureEdge *edge,
                   FoedPoint                  pixel,
                   double                     zoom)
{
  g_autoptr(GArray) path = explorer_picture_trace_edge (self, edge, zoom);
  double nearest = G_MAXDOUBLE;

  for (guint i = 1; i < path->len; i++)
    {
      double distance = get_distance (pixel, (ExplorerSegment) { g_array_index (path, FoedPoint, i - 1),
                                                                 g_array_index (path, FoedPoint, i) });

      /* The distance to what is no number is none either, and never less. */
      if (distance < nearest)
        nearest = distance;
    }
  return nearest;
}

/**
 * explorer_picture_pick_edge:
 * @self: a picture
 * @point: a place in it
 * @zoom: how many pixels a unit of the picture takes
 * @slack: how many pixels beside an edge still count
 *
 * Returns: the index of the edge nearest to @point, -1 where there is none at it
 */
int
explorer_picture_pick_edge (ExplorerPicture *self,
                            FoedPoint        point,
                            double           zoom,
                            double           slack)
{
  FoedPoint pixel = { point.x * zoom, point.y * zoom };
  double scale = explorer_picture_get_scale (zoom);
  double nearest = slack;
  int found = -1;

  g_return_val_if_fail (self != NULL, -1);

  for (guint i = 0; i < self->n_edges; i++)
    {
      const ExplorerPictureEdge *edge = &self->edges[i];
      double distance;

      /* Most are nowhere near, and there may be a hundred thousand. */
      if (edge->path == NULL && is_beside (self, edge, point, (slack + fabs (edge->offset) * scale) / zoom))
        continue;
      distance = edge->path != NULL ? get_path_distance (self, edge, pixel, zoom)
                                    : get_distance (pixel, explorer_picture_get_segment (self, edge, zoom));
      if (distance < nearest)
        {
          nearest = distance;
          found = (int) i;
        }
    }
  return found;
}

/* How far @to is from @from for someone who goes in direction @x, @y: turning aside makes the way longer. */
static double
judge_way (FoedPoint from,
           FoedPoint to,
           double    x,
           double    y,
           double    widest)
{
  double ahead = (to.x - from.x) * x + (to.y - from.y) * y;
  double aside = fabs ((to.x - from.x) * y - (to.y - from.y) * x);

  return ahead <= 0 || aside > ahead * widest ? G_MAXDOUBLE : ahead + 2 * aside;
}

/**
 * explorer_picture_get_next:
 * @self: a picture
 * @node: the index of the node to go from
 * @x: the direction: 1 to the right, -1 to the left, 0 neither
 * @y: 1 down, -1 up, 0 neither
 *
 * Finds where an arrow key leads: to the nearest neighbour in that direction, or where there is none, to the nearest
 * node of all.
 *
 * Returns: the index of a visible node, -1 where there is none in that direction
 */
int
explorer_picture_get_next (ExplorerPicture *self,
                           int              node,
                           double           x,
                           double           y)
{
  double best = G_MAXDOUBLE;
  int found = -1;
  FoedPoint from;

  g_return_val_if_fail (self != NULL, -1);
  g_return_val_if_fail (node >= 0 && (guint) node < self->n_nodes, -1);

  from = self->nodes[node].point;
  for (guint i = self->firsts[node]; i < self->firsts[node + 1]; i++)
    {
      const ExplorerPictureEdge *edge = &self->edges[self->incident[i]];
      guint other = edge->from == (guint) node ? edge->to : edge->from;
      double way = judge_way (from, self->nodes[other].point, x, y, 1.2);

      if (way < best)
        {
          best = way;
          found = (int) other;
        }
    }
  for (guint i = 0; found < 0 && i < 2; i++)
    for (guint j = 0; j < self->n_visible; j++)
      {
        double way = judge_way (from, self->nodes[self->ranking[j]].point, x, y, i == 0 ? 1 : 4);

        if (way < best)
          {
            best = way;
            found = (int) self->ranking[j];
          }
      }
  return found;
}
