/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-graph-moment"

#include "config.h"

#include "foed-graph-moment.h"

struct _FoedGraphMoment
{
  FoedGraph      *graph;
  FoedNodeMoment *nodes;
  FoedEdgeMoment *edges;
};

/* Terms stand in one array in the order of the vocabulary: the one at the lower address is the more telling. */
static gboolean
is_before (const FoedTerm *a,
           const FoedTerm *b)
{
  return a != NULL && (b == NULL || a < b);
}

/* Facts about the same state or obligation stand together, so that different ones are told by looking at the last. */
static void
look_at_edge (FoedGraphMoment *self,
              guint            position,
              FoedGraphSieve   sieve,
              gpointer         user_data)
{
  FoedEdgeMoment *moment = &self->edges[position];
  guint n_edges;
  const FoedGraphEdge *edge = &foed_graph_get_edges (self->graph, &n_edges)[position];
  const FoedGraphFact *facts = foed_graph_get_edge_facts (self->graph, position);
  const char *last = NULL;

  for (guint i = 0; i < edge->n_facts; i++)
    {
      const FoedGraphFact *fact = &facts[i];
      const char *about = fact->obligation != NULL ? fact->obligation : fact->state;

      if (!sieve (fact, user_data))
        continue;
      moment->n_facts++;
      moment->weight += about != last ? 1 : 0;
      last = about;
      if (moment->n_facts == 1 || is_before (fact->kind, moment->kind))
        {
          moment->kind = fact->kind;
          moment->direction = fact->direction;
          moment->conditional = fact->conditional;
        }
      else if (fact->kind == moment->kind)
        {
          moment->direction |= fact->direction;
          moment->conditional = moment->conditional && fact->conditional;
        }
    }
}

static void
look_at_node (FoedGraphMoment     *self,
              guint                position,
              const FoedGraphNode *node,
              FoedGraphSieve       sieve,
              gpointer             user_data)
{
  FoedNodeMoment *moment = &self->nodes[position];
  const FoedGraphFact *facts = node->n_facts > 0 ? foed_graph_get_node_facts (self->graph, position) : NULL;
  const char *last = NULL;

  for (guint i = 0; i < node->n_facts; i++)
    {
      const FoedGraphFact *fact = &facts[i];

      if (!sieve (fact, user_data))
        continue;
      if (fact->kind == NULL)
        {
          moment->visible = TRUE;
          moment->measure += fact->state != last ? 1 : 0;
          last = fact->state;
        }
      else if (is_before (fact->kind, moment->kind))
        moment->kind = fact->kind;
    }
}

/* Spreads the visible edges between the same two nodes over lanes, and counts the pair once for either node. */
static void
spread (FoedGraphMoment     *self,
        const FoedGraphEdge *edges,
        guint                first,
        guint                next)
{
  gboolean count = foed_graph_get_picture (self->graph) != FOED_GRAPH_OVERLAPS;
  guint n_lanes = 0;

  for (guint i = first; i < next; i++)
    {
      if (self->edges[i].n_facts > 0)
        self->edges[i].lane = n_lanes++;
    }
  if (n_lanes == 0)
    return;
  for (guint i = first; i < next; i++)
    self->edges[i].n_lanes = n_lanes;
  self->nodes[edges[first].from].visible = TRUE;
  self->nodes[edges[first].to].visible = TRUE;
  if (count)
    {
      self->nodes[edges[first].from].measure++;
      self->nodes[edges[first].to].measure++;
    }
}

static gboolean
holds_cb (const FoedGraphFact *fact,
          gpointer             user_data)
{
  FoedDay day = *(const FoedDay *) user_data;

  return fact->first_day <= day && day <= fact->last_day;
}

/**
 * foed_graph_moment_new:
 * @graph: a graph
 * @sieve: tells which facts count
 * @user_data: handed to @sieve
 *
 * Sees what there is of @graph when only some of its facts count.
 *
 * Returns: (transfer full): what there is
 */
FoedGraphMoment *
foed_graph_moment_new (FoedGraph      *graph,
                       FoedGraphSieve  sieve,
                       gpointer        user_data)
{
  FoedGraphMoment *self;
  const FoedGraphNode *nodes;
  const FoedGraphEdge *edges;
  guint n_nodes;
  guint n_edges;

  g_return_val_if_fail (graph != NULL, NULL);
  g_return_val_if_fail (sieve != NULL, NULL);

  nodes = foed_graph_get_nodes (graph, &n_nodes);
  edges = foed_graph_get_edges (graph, &n_edges);
  self = g_new0 (FoedGraphMoment, 1);
  self->graph = foed_graph_ref (graph);
  self->nodes = g_new0 (FoedNodeMoment, n_nodes);
  self->edges = g_new0 (FoedEdgeMoment, n_edges);

  for (guint i = 0; i < n_nodes; i++)
    look_at_node (self, i, &nodes[i], sieve, user_data);
  for (guint i = 0; i < n_edges; i++)
    look_at_edge (self, i, sieve, user_data);
  for (guint first = 0, next; first < n_edges; first = next)
    {
      for (next = first; next < n_edges && edges[next].from == edges[first].from && edges[next].to == edges[first].to;)
        next++;
      spread (self, edges, first, next);
    }
  return self;
}

/**
 * foed_graph_moment_new_on_day:
 * @graph: a graph
 * @day: a day
 *
 * Returns: (transfer full): what there is of @graph on @day
 */
FoedGraphMoment *
foed_graph_moment_new_on_day (FoedGraph *graph,
                              FoedDay    day)
{
  return foed_graph_moment_new (graph, holds_cb, &day);
}

void
foed_graph_moment_free (FoedGraphMoment *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->graph, foed_graph_unref);
  g_clear_pointer (&self->nodes, g_free);
  g_clear_pointer (&self->edges, g_free);
  g_free (self);
}

/**
 * foed_graph_moment_get_graph:
 * @self: a moment
 *
 * Returns: (transfer none): the graph
 */
FoedGraph *
foed_graph_moment_get_graph (FoedGraphMoment *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->graph;
}

/**
 * foed_graph_moment_get_nodes:
 * @self: a moment
 *
 * Returns: (transfer none): what there is of each node of the graph
 */
const FoedNodeMoment *
foed_graph_moment_get_nodes (FoedGraphMoment *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->nodes;
}

/**
 * foed_graph_moment_get_edges:
 * @self: a moment
 *
 * Returns: (transfer none): what there is of each edge of the graph
 */
const FoedEdgeMoment *
foed_graph_moment_get_edges (FoedGraphMoment *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->edges;
}

/**
 * foed_graph_moment_count:
 * @self: a moment
 * @kind: %FOED_RECORD_ALLIANCE or %FOED_RECORD_STATE
 *
 * Returns: how many nodes of @kind there are
 */
guint
foed_graph_moment_count (FoedGraphMoment *self,
                         FoedRecordKind   kind)
{
  const FoedGraphNode *nodes;
  guint n_nodes;
  guint count = 0;

  g_return_val_if_fail (self != NULL, 0);

  nodes = foed_graph_get_nodes (self->graph, &n_nodes);
  for (guint i = 0; i < n_nodes; i++)
    count += self->nodes[i].visible && nodes[i].kind == kind ? 1 : 0;
  return count;
}

/**
 * foed_graph_moment_count_edges:
 * @self: a moment
 *
 * Returns: how many edges there are
 */
guint
foed_graph_moment_count_edges (FoedGraphMoment *self)
{
  guint n_edges;
  guint count = 0;

  g_return_val_if_fail (self != NULL, 0);

  foed_graph_get_edges (self->graph, &n_edges);
  for (guint i = 0; i < n_edges; i++)
    count += self->edges[i].n_facts > 0 ? 1 : 0;
  return count;
}
