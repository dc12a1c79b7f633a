/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-graph-focus"

#include "config.h"

#include "explorer-graph-focus.h"

struct _ExplorerGraphFocus
{
  char       *around;
  guint       depth;
  char       *from;
  char       *to;

  guint      *steps;        /* from what is in the middle; NULL where all is shown */
  guint       n_steps;      /* how many still count */
  GArray     *way;          /* edges */
  GHashTable *way_nodes;
  GHashTable *way_edges;
};

/* How many edges a depth is. From state to state it takes two where alliances stand between them. */
static guint
count_steps (FoedGraph *graph,
             guint      node,
             guint      depth)
{
  guint n_nodes;

  if (foed_graph_get_picture (graph) != FOED_GRAPH_MEMBERS)
    return depth;
  return foed_graph_get_nodes (graph, &n_nodes)[node].kind == FOED_RECORD_STATE ? 2 * depth : 2 * depth - 1;
}

ExplorerGraphFocus *
explorer_graph_focus_new (void)
{
  ExplorerGraphFocus *self = g_new0 (ExplorerGraphFocus, 1);

  self->depth = 1;
  self->way = g_array_new (FALSE, FALSE, sizeof (guint));
  self->way_nodes = g_hash_table_new (NULL, NULL);
  self->way_edges = g_hash_table_new (NULL, NULL);
  return self;
}

void
explorer_graph_focus_free (ExplorerGraphFocus *self)
{
  g_free (self->around);
  g_free (self->from);
  g_free (self->to);
  g_free (self->steps);
  g_array_unref (self->way);
  g_hash_table_unref (self->way_nodes);
  g_hash_table_unref (self->way_edges);
  g_free (self);
}

/**
 * explorer_graph_focus_clear:
 * @self: a focus
 *
 * Shows everything again.
 */
void
explorer_graph_focus_clear (ExplorerGraphFocus *self)
{
  g_clear_pointer (&self->around, g_free);
  g_clear_pointer (&self->from, g_free);
  g_clear_pointer (&self->to, g_free);
}

/**
 * explorer_graph_focus_set_around:
 * @self: a focus
 * @id: what is in the middle
 * @depth: how many others away something may be, from 1 on
 */
void
explorer_graph_focus_set_around (ExplorerGraphFocus *self,
                                 const char         *id,
                                 guint               depth)
{
  g_autofree char *copy = g_strdup (id);

  explorer_graph_focus_clear (self);
  self->around = g_steal_pointer (&copy);
  self->depth = CLAMP (depth, 1, EXPLORER_GRAPH_DEPTH_MAX);
}

/**
 * explorer_graph_focus_set_way:
 * @self: a focus
 * @from: where it begins
 * @to: (nullable): where it ends; %NULL where that is not chosen yet
 */
void
explorer_graph_focus_set_way (ExplorerGraphFocus *self,
                              const char         *from,
                              const char         *to)
{
  g_autofree char *first = g_strdup (from);
  g_autofree char *second = g_strdup (to);

  explorer_graph_focus_clear (self);
  self->from = g_steal_pointer (&first);
  self->to = g_steal_pointer (&second);
}

const char *
explorer_graph_focus_get_around (ExplorerGraphFocus *self)
{
  return self->around;
}

guint
explorer_graph_focus_get_depth (ExplorerGraphFocus *self)
{
  return self->depth;
}

const char *
explorer_graph_focus_get_from (ExplorerGraphFocus *self)
{
  return self->from;
}

const char *
explorer_graph_focus_get_to (ExplorerGraphFocus *self)
{
  return self->to;
}

/**
 * explorer_graph_focus_get_way:
 * @self: a focus
 *
 * Returns: (transfer none) (element-type guint): the indices of the edges along the way, none where none leads there
 */
GArray *
explorer_graph_focus_get_way (ExplorerGraphFocus *self)
{
  return self->way;
}

static void
find_way (ExplorerGraphFocus *self,
          FoedGraphMoment    *moment)
{
  FoedGraph *graph = foed_graph_moment_get_graph (moment);
  int from = foed_graph_find_node (graph, self->from);
  int to = foed_graph_find_node (graph, self->to);
  guint n_edges;
  const FoedGraphEdge *edges = foed_graph_get_edges (graph, &n_edges);

  if (from < 0 || to < 0)
    return;
  g_array_unref (self->way);
  self->way = foed_graph_moment_find_way (moment, (guint) from, (guint) to);
  for (guint i = 0; i < self->way->len; i++)
    {
      guint edge = g_array_index (self->way, guint, i);

      g_hash_table_add (self->way_edges, GUINT_TO_POINTER (edge + 1));
      g_hash_table_add (self->way_nodes, GUINT_TO_POINTER (edges[edge].from + 1));
      g_hash_table_add (self->way_nodes, GUINT_TO_POINTER (edges[edge].to + 1));
    }
}

/**
 * explorer_graph_focus_update:
 * @self: a focus
 * @moment: (nullable): what there is of the graph now
 *
 * Finds out what is near, and which way leads where, among what there is.
 */
void
explorer_graph_focus_update (ExplorerGraphFocus *self,
                             FoedGraphMoment    *moment)
{
  FoedGraph *graph = moment != NULL ? foed_graph_moment_get_graph (moment) : NULL;
  int node = graph != NULL && self->around != NULL ? foed_graph_find_node (graph, self->around) : -1;

  g_clear_pointer (&self->steps, g_free);
  g_array_set_size (self->way, 0);
  g_hash_table_remove_all (self->way_nodes);
  g_hash_table_remove_all (self->way_edges);
  if (node >= 0)
    {
      self->steps = foed_graph_moment_measure_steps (moment, (guint) node);
      self->n_steps = count_steps (graph, (guint) node, self->depth);
    }
  if (graph != NULL && self->from != NULL && self->to != NULL)
    find_way (self, moment);
}

/* Whether @node is near enough to be shown. */
gboolean
explorer_graph_focus_shows (ExplorerGraphFocus *self,
                            guint               node)
{
  return self->steps == NULL || self->steps[node] <= self->n_steps;
}

/* Whether there is a way to mark. */
gboolean
explorer_graph_focus_has_way (ExplorerGraphFocus *self)
{
  return self->way->len > 0;
}

gboolean
explorer_graph_focus_marks_node (ExplorerGraphFocus *self,
                                 guint               node)
{
  return g_hash_table_contains (self->way_nodes, GUINT_TO_POINTER (node + 1));
}

gboolean
explorer_graph_focus_marks_edge (ExplorerGraphFocus *self,
                                 guint               edge)
{
  return g_hash_table_contains (self->way_edges, GUINT_TO_POINTER (edge + 1));
}
