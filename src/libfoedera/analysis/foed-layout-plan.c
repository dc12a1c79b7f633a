/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-layout-plan"

#include "config.h"

#include <math.h>

#include "foed-layout-plan-private.h"

/* Which nodes of a graph are arranged, which lie between those, and what draws them together. */

#define DAYS_PER_YEAR 365.2425

/* A membership of so many years draws with full force. */
#define YEARS_FULL 20.0

/* How much weaker an alliance of two draws than membership in a larger one. There are so many of them. */
#define PAIR_SHARE 0.15

/* The room that nodes want around them. */
#define ROOM 15.0
#define PAIR_ROOM 3.0

/* Alliances of the same two states lie side by side at this distance. */
#define PAIR_DISTANCE 22.0

/* How easily an alliance of two moves another node that is in its way, compared with moving itself. */
#define PAIR_PUSH 0.1

/* What each alliance of two asks for in room around its states. */
#define PAIR_CROWD 13.0

/* How long an edge lasted in all. What is open ends with the last day that the graph tells of. */
static double
count_years (const FoedLayoutPlan *plan,
             guint                 edge,
             guint                 n_facts)
{
  const FoedGraphFact *facts = foed_graph_get_edge_facts (plan->graph, edge);
  double n_days = 0;

  for (guint i = 0; i < n_facts; i++)
    {
      FoedDay last_day = MIN (facts[i].last_day, plan->last_day);

      if (facts[i].first_day != FOED_DAY_FIRST && last_day > facts[i].first_day)
        n_days += last_day - facts[i].first_day;
    }
  return n_days / DAYS_PER_YEAR;
}

static FoedDay
find_last_day (FoedGraph           *graph,
               const FoedGraphEdge *edges,
               guint                n_edges)
{
  FoedDay last_day = FOED_DAY_FIRST;

  for (guint i = 0; i < n_edges; i++)
    {
      const FoedGraphFact *facts = foed_graph_get_edge_facts (graph, i);

      for (guint j = 0; j < edges[i].n_facts; j++)
        {
          last_day = MAX (last_day, facts[j].first_day);
          if (facts[j].last_day != FOED_DAY_LAST)
            last_day = MAX (last_day, facts[j].last_day);
        }
    }
  return last_day;
}

/* Tells alliances of two from the other nodes. */
static void
plan_nodes (FoedLayoutPlan      *plan,
            const FoedGraphNode *nodes,
            const FoedGraphEdge *edges,
            guint                n_edges)
{
  gboolean has_pairs = foed_graph_get_picture (plan->graph) == FOED_GRAPH_MEMBERS;
  guint n_places = 0;

  plan->sizes = g_new0 (guint, plan->n_nodes);
  plan->places = g_new (int, plan->n_nodes);
  plan->nodes = g_new (guint, plan->n_nodes);
  plan->pairs = g_array_new (FALSE, FALSE, sizeof (FoedLayoutPair));
  for (guint i = 0; i < n_edges; i++)
    {
      plan->sizes[edges[i].from]++;
      plan->sizes[edges[i].to]++;
    }
  for (guint i = 0; i < plan->n_nodes; i++)
    {
      gboolean is_pair = has_pairs && nodes[i].kind == FOED_RECORD_ALLIANCE && plan->sizes[i] == 2;

      plan->places[i] = is_pair ? -1 : (int) n_places;
      if (!is_pair)
        plan->nodes[n_places++] = i;
    }
  plan->work = foed_layout_work_new (n_places);
  for (guint i = 0; i < n_places; i++)
    plan->work->radii[i] =
      foed_layout_get_radius (nodes[plan->nodes[i]].kind, plan->sizes[plan->nodes[i]]) + ROOM;
}

static int
compare_pairs (const FoedLayoutPair *a,
               const FoedLayoutPair *b)
{
  if (a->first != b->first)
    return a->first < b->first ? -1 : 1;
  if (a->second != b->second)
    return a->second < b->second ? -1 : 1;
  return a->node < b->node ? -1 : 1;
}

/* Draws the two states of each pair together, the more the longer their alliances lasted, but no more than three would. */
static void
plan_pairs (FoedLayoutPlan *plan,
            double         *forces)
{
  FoedLayoutEdge edge = { 0, 0, 0 };

  g_array_sort (plan->pairs, (GCompareFunc) compare_pairs);
  for (guint i = 0; i < plan->pairs->len; i++)
    {
      FoedLayoutPair *pair = &g_array_index (plan->pairs, FoedLayoutPair, i);
      const FoedLayoutPair *last = i > 0 ? &g_array_index (plan->pairs, FoedLayoutPair, i - 1) : NULL;

      if (last != NULL && last->first == pair->first && last->second == pair->second)
        {
          FoedLayoutEdge *same = &g_array_index (plan->work->edges, FoedLayoutEdge, plan->work->edges->len - 1);

          pair->rank = last->rank + 1;
          same->weight = MIN (same->weight + forces[pair->node], 3 * PAIR_SHARE);
          continue;
        }
      edge = (FoedLayoutEdge) { pair->first, pair->second, forces[pair->node] };
      g_array_append_val (plan->work->edges, edge);
    }
}

/* A state with many alliances of two wants more room, for them to lie in. */
static void
widen_crowded (FoedLayoutPlan *plan)
{
  g_autofree guint *n_pairs = g_new0 (guint, plan->work->n_nodes);

  for (guint i = 0; i < plan->pairs->len; i++)
    {
      n_pairs[g_array_index (plan->pairs, FoedLayoutPair, i).first]++;
      n_pairs[g_array_index (plan->pairs, FoedLayoutPair, i).second]++;
    }
  for (guint i = 0; i < plan->work->n_nodes; i++)
    plan->work->radii[i] += PAIR_CROWD * sqrt (n_pairs[i]);
}

static void
plan_edges (FoedLayoutPlan      *plan,
            const FoedGraphNode *nodes,
            const FoedGraphEdge *edges,
            guint                n_edges)
{
  g_autofree double *forces = g_new0 (double, plan->n_nodes);

  for (guint i = 0; i < n_edges; i++)
    {
      double force = 0.3 + count_years (plan, i, edges[i].n_facts) / YEARS_FULL;
      int from = plan->places[edges[i].from];
      int to = plan->places[edges[i].to];

      if (from >= 0 && to >= 0)
        {
          FoedLayoutEdge edge = { (guint) from, (guint) to, 0 };

          edge.weight = 6 * force / sqrt ((double) plan->sizes[edges[i].from] * plan->sizes[edges[i].to]);
          g_array_append_val (plan->work->edges, edge);
        }
      else if (i + 1 < n_edges && edges[i + 1].from == edges[i].from)
        {
          FoedLayoutPair pair = { edges[i].from, (guint) to, (guint) plan->places[edges[i + 1].to], 0 };

          forces[pair.node] = PAIR_SHARE * MIN (force, 3);
          g_array_append_val (plan->pairs, pair);
        }
    }
  plan_pairs (plan, forces);
  widen_crowded (plan);
}

/* By how much the middle of the @rank-th alliance of two is off the line: 0, 1, -1, 2, -2, … distances. */
static double
get_offset (guint rank)
{
  return PAIR_DISTANCE * ((rank + 1) / 2) * (rank % 2 == 1 ? 1 : -1);
}

/* Puts what has no place of its own amid its neighbours, a little towards the middle where @share is less than 1. */
void
foed_layout_plan_fill_in (const FoedLayoutPlan *plan,
                          double                share)
{
  FoedLayoutWork *work = plan->work;
  g_autofree guint *n_neighbours = g_new0 (guint, work->n_nodes);

  for (guint i = 0; i < work->edges->len; i++)
    {
      FoedLayoutEdge edge = g_array_index (work->edges, FoedLayoutEdge, i);

      if ((work->mobilities[edge.from] < 1) == (work->mobilities[edge.to] < 1))
        continue;
      if (work->mobilities[edge.from] < 1)
        {
          guint from = edge.from;

          edge.from = edge.to;
          edge.to = from;
        }
      work->points[edge.from].x += work->points[edge.to].x;
      work->points[edge.from].y += work->points[edge.to].y;
      n_neighbours[edge.from]++;
    }
  for (guint i = 0; i < work->n_nodes; i++)
    {
      if (work->mobilities[i] < 1 || n_neighbours[i] == 0)
        continue;
      work->points[i].x *= share / n_neighbours[i];
      work->points[i].y *= share / n_neighbours[i];
    }
}

/* Puts all nodes of the graph where they belong: those that were arranged, and alliances of two between their states.
 * Now the latter are moved rather than the former. */
FoedLayoutWork *
foed_layout_plan_place_all (const FoedLayoutPlan *plan,
                            const FoedGraphNode  *nodes)
{
  FoedLayoutWork *all = foed_layout_work_new (plan->n_nodes);

  all->cancellable = plan->work->cancellable;
  for (guint i = 0; i < plan->work->n_nodes; i++)
    {
      guint node = plan->nodes[i];

      all->points[node] = plan->work->points[i];
      all->radii[node] = foed_layout_get_radius (nodes[node].kind, plan->sizes[node]) + PAIR_ROOM;
      all->mobilities[node] = PAIR_PUSH * plan->work->mobilities[i];
    }
  for (guint i = 0; i < plan->pairs->len; i++)
    {
      const FoedLayoutPair *pair = &g_array_index (plan->pairs, FoedLayoutPair, i);
      FoedPoint first = plan->work->points[pair->first];
      FoedPoint second = plan->work->points[pair->second];
      double distance = MAX (hypot (second.x - first.x, second.y - first.y), 1);
      double offset = get_offset (pair->rank) / distance;

      all->points[pair->node] = (FoedPoint) { (first.x + second.x) / 2 - (second.y - first.y) * offset,
                                              (first.y + second.y) / 2 + (second.x - first.x) * offset };
      all->radii[pair->node] = foed_layout_get_radius (nodes[pair->node].kind, 2) + PAIR_ROOM;
    }
  foed_layout_spread (all);
  return all;
}

/* Plans how to arrange @graph. */
FoedLayoutPlan *
foed_layout_plan_new (FoedGraph *graph)
{
  FoedLayoutPlan *self = g_new0 (FoedLayoutPlan, 1);
  guint n_edges;
  const FoedGraphEdge *edges = foed_graph_get_edges (graph, &n_edges);
  const FoedGraphNode *nodes = foed_graph_get_nodes (graph, &self->n_nodes);

  self->graph = foed_graph_ref (graph);
  self->last_day = find_last_day (graph, edges, n_edges);
  plan_nodes (self, nodes, edges, n_edges);
  plan_edges (self, nodes, edges, n_edges);
  return self;
}

void
foed_layout_plan_free (FoedLayoutPlan *self)
{
  foed_layout_work_free (self->work);
  foed_graph_unref (self->graph);
  g_array_unref (self->pairs);
  g_free (self->sizes);
  g_free (self->places);
  g_free (self->nodes);
  g_free (self);
}
