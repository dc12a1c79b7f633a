/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-graph-ways"

#include "config.h"

#include "foed-graph-ways.h"

/* The edges that are there, node by node: those of a node stand from its first on. */
typedef struct
{
  guint *firsts;
  guint *edges;
} Incidence;

static void
incidence_clear (Incidence *self)
{
  g_clear_pointer (&self->firsts, g_free);
  g_clear_pointer (&self->edges, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Incidence, incidence_clear)

static void
incidence_init (Incidence       *self,
                FoedGraphMoment *moment)
{
  FoedGraph *graph = foed_graph_moment_get_graph (moment);
  const FoedEdgeMoment *moments = foed_graph_moment_get_edges (moment);
  g_autofree guint *filled = NULL;
  guint n_nodes;
  guint n_edges;
  const FoedGraphEdge *edges = foed_graph_get_edges (graph, &n_edges);

  foed_graph_get_nodes (graph, &n_nodes);
  self->firsts = g_new0 (guint, n_nodes + 1);
  for (guint i = 0; i < n_edges; i++)
    {
      if (moments[i].n_facts == 0)
        continue;
      self->firsts[edges[i].from + 1]++;
      self->firsts[edges[i].to + 1]++;
    }
  for (guint i = 0; i < n_nodes; i++)
    self->firsts[i + 1] += self->firsts[i];
  self->edges = g_new (guint, self->firsts[n_nodes] + 1);
  filled = g_new0 (guint, n_nodes + 1);
  for (guint i = 0; i < n_edges; i++)
    {
      if (moments[i].n_facts == 0)
        continue;
      self->edges[self->firsts[edges[i].from] + filled[edges[i].from]++] = i;
      self->edges[self->firsts[edges[i].to] + filled[edges[i].to]++] = i;
    }
}

/* Goes from @node to all that hangs together with it, the nearest first, and writes down how many steps that took and
 * by which edge. */
static guint *
walk (FoedGraphMoment *self,
      guint            node,
      guint           *entrances)
{
  FoedGraph *graph = foed_graph_moment_get_graph (self);
  g_auto(Incidence) incidence = { 0 };
  g_autofree guint *queue = NULL;
  guint n_nodes;
  guint n_edges;
  guint n_queued = 0;
  const FoedGraphEdge *edges = foed_graph_get_edges (graph, &n_edges);
  guint *steps;

  foed_graph_get_nodes (graph, &n_nodes);
  incidence_init (&incidence, self);
  queue = g_new (guint, n_nodes);
  steps = g_new (guint, n_nodes);
  for (guint i = 0; i < n_nodes; i++)
    steps[i] = G_MAXUINT;
  steps[node] = 0;
  queue[n_queued++] = node;
  for (guint i = 0; i < n_queued; i++)
    for (guint j = incidence.firsts[queue[i]]; j < incidence.firsts[queue[i] + 1]; j++)
      {
        const FoedGraphEdge *edge = &edges[incidence.edges[j]];
        guint other = edge->from == queue[i] ? edge->to : edge->from;

        if (steps[other] != G_MAXUINT)
          continue;
        steps[other] = steps[queue[i]] + 1;
        if (entrances != NULL)
          entrances[other] = incidence.edges[j];
        queue[n_queued++] = other;
      }
  return steps;
}

/**
 * foed_graph_moment_measure_steps:
 * @self: what there is of a graph
 * @node: the index of a node
 *
 * Returns: (transfer full): how many edges it takes from @node to each node, %G_MAXUINT where none lead there
 */
guint *
foed_graph_moment_measure_steps (FoedGraphMoment *self,
                                 guint            node)
{
  guint n_nodes;

  g_return_val_if_fail (self != NULL, NULL);
  foed_graph_get_nodes (foed_graph_moment_get_graph (self), &n_nodes);
  g_return_val_if_fail (node < n_nodes, NULL);

  return walk (self, node, NULL);
}

/**
 * foed_graph_moment_find_way:
 * @self: what there is of a graph
 * @from: the index of a node
 * @to: the index of another
 *
 * Finds a shortest chain of edges between two nodes, always the same one.
 *
 * Returns: (transfer full) (element-type guint): the indices of its edges from @from on; none where no chain leads there
 */
GArray *
foed_graph_moment_find_way (FoedGraphMoment *self,
                            guint            from,
                            guint            to)
{
  g_autofree guint *steps = NULL;
  g_autofree guint *entrances = NULL;
  const FoedGraphEdge *edges;
  GArray *way;
  guint n_nodes;
  guint n_edges;

  g_return_val_if_fail (self != NULL, NULL);
  foed_graph_get_nodes (foed_graph_moment_get_graph (self), &n_nodes);
  g_return_val_if_fail (from < n_nodes && to < n_nodes, NULL);

  edges = foed_graph_get_edges (foed_graph_moment_get_graph (self), &n_edges);
  way = g_array_new (FALSE, FALSE, sizeof (guint));
  entrances = g_new0 (guint, n_nodes);
  steps = walk (self, from, entrances);
  if (steps[to] == G_MAXUINT)
    return way;
  for (guint node = to; node != from;)
    {
      guint edge = entrances[node];

      g_array_prepend_val (way, edge);
      node = edges[edge].from == node ? edges[edge].to : edges[edge].from;
    }
  return way;
}
