/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-layout-pins"

#include "config.h"

#include "foed-layout-private.h"

/* The two members of an alliance of two; G_MAXUINT where there are not two. */
typedef struct
{
  guint    first;
  guint    second;
  gboolean more;
} Pair;

/* Keeps a place beside a line that has moved: as far along it, and as far from it in proportion. */
static FoedPoint
carry_along (FoedPoint place,
             FoedPoint first,
             FoedPoint second,
             FoedPoint new_first,
             FoedPoint new_second)
{
  double x = second.x - first.x;
  double y = second.y - first.y;
  double square = x * x + y * y;
  double along;
  double beside;

  if (square < 1e-9)
    return (FoedPoint) { (new_first.x + new_second.x) / 2, (new_first.y + new_second.y) / 2 };
  along = ((place.x - first.x) * x + (place.y - first.y) * y) / square;
  beside = ((place.y - first.y) * x - (place.x - first.x) * y) / square;
  x = new_second.x - new_first.x;
  y = new_second.y - new_first.y;
  return (FoedPoint) { new_first.x + along * x - beside * y, new_first.y + along * y + beside * x };
}

static Pair *
find_pairs (FoedGraph *graph,
            guint      n_nodes)
{
  Pair *pairs = g_new (Pair, n_nodes);
  guint n_edges;
  const FoedGraphEdge *edges = foed_graph_get_edges (graph, &n_edges);

  for (guint i = 0; i < n_nodes; i++)
    pairs[i] = (Pair) { G_MAXUINT, G_MAXUINT, FALSE };
  for (guint i = 0; i < n_edges; i++)
    {
      Pair *pair = &pairs[edges[i].from];

      if (pair->first == G_MAXUINT)
        pair->first = edges[i].to;
      else if (pair->second == G_MAXUINT)
        pair->second = edges[i].to;
      else
        pair->more = TRUE;
    }
  return pairs;
}

/**
 * foed_layout_with_pins:
 * @self: a layout
 * @pins: #FoedPoint by id: where nodes are wanted to be; ids that the graph does not have are passed over
 *
 * Puts some nodes elsewhere. All others stay, but for alliances of two, which go with their members so that they are
 * still between them.
 *
 * Returns: (transfer full): the layout with the pins
 */
FoedLayout *
foed_layout_with_pins (FoedLayout *self,
                       GHashTable *pins)
{
  FoedLayout *pinned;
  guint n_nodes;
  const FoedGraphNode *nodes;
  g_autofree Pair *pairs = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (pins != NULL, NULL);

  nodes = foed_graph_get_nodes (self->graph, &n_nodes);
  pinned = g_atomic_rc_box_new0 (FoedLayout);
  pinned->graph = foed_graph_ref (self->graph);
  pinned->n_points = self->n_points;
  pinned->points = g_memdup2 (self->points, self->n_points * sizeof (FoedPoint));
  for (guint i = 0; i < n_nodes; i++)
    {
      const FoedPoint *pin = g_hash_table_lookup (pins, nodes[i].id);

      if (pin != NULL)
        pinned->points[i] = *pin;
    }
  if (foed_graph_get_picture (self->graph) != FOED_GRAPH_MEMBERS)
    return pinned;
  pairs = find_pairs (self->graph, n_nodes);
  for (guint i = 0; i < n_nodes; i++)
    {
      const Pair *pair = &pairs[i];

      if (pair->second == G_MAXUINT || pair->more || g_hash_table_contains (pins, nodes[i].id) ||
          (!g_hash_table_contains (pins, nodes[pair->first].id) && !g_hash_table_contains (pins, nodes[pair->second].id)))
        continue;
      pinned->points[i] = carry_along (self->points[i], self->points[pair->first], self->points[pair->second],
                                       pinned->points[pair->first], pinned->points[pair->second]);
    }
  return pinned;
}
