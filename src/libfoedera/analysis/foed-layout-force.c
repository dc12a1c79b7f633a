/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-layout-force"

#include "config.h"

#include <math.h>

#include "foed-igraph-private.h"
#include "foed-layout-private.h"

/* Up to so many nodes all of them repel all others; beyond, only those nearby, which costs less and looks worse. */
#define N_NODES_EXACT 500
#define N_STEPS 500

/* From how far away nodes are brought nearer, in mean distances, and how much of the rest is left. */
#define FAR 1.8
#define FAR_SHARE 0.25

/* How far the work is: each component counts by its nodes. */
typedef struct
{
  FoedLayoutWork *work;
  double          weight;
  double          n_done;
  guint           n_ticks;
} Clock;

static void
tick_cb (gpointer user_data)
{
  Clock *clock = user_data;

  if (clock->work->progress == NULL || ++clock->n_ticks % 16 != 0)
    return;
  clock->work->progress (MIN (clock->n_done + clock->weight * clock->n_ticks / N_STEPS, 1), clock->work->progress_data);
}

/* The component of each node, by following edges; numbered in the order of their first nodes. */
static guint
find_components (FoedLayoutWork *work,
                 guint          *components)
{
  g_autofree guint *parents = g_new (guint, work->n_nodes);
  guint n_components = 0;

  for (guint i = 0; i < work->n_nodes; i++)
    parents[i] = i;
  for (guint i = 0; i < work->edges->len; i++)
    {
      const FoedLayoutEdge *edge = &g_array_index (work->edges, FoedLayoutEdge, i);
      guint a = edge->from;
      guint b = edge->to;

      while (parents[a] != a)
        a = parents[a] = parents[parents[a]];
      while (parents[b] != b)
        b = parents[b] = parents[parents[b]];
      parents[MAX (a, b)] = MIN (a, b);
    }
  /* The root of a component is its first node, so it has been numbered when the others are met. */
  for (guint i = 0; i < work->n_nodes; i++)
    {
      guint root = i;

      while (parents[root] != root)
        root = parents[root];
      components[i] = root == i ? n_components++ : components[root];
    }
  return n_components;
}

/* The nodes and edges of all components, one component after another. */
typedef struct
{
  guint          *nodes;
  guint          *first_nodes;
  guint          *places;
  FoedLayoutEdge *edges;
  guint          *first_edges;
} Split;

static void
split_clear (Split *split)
{
  g_free (split->nodes);
  g_free (split->first_nodes);
  g_free (split->places);
  g_free (split->edges);
  g_free (split->first_edges);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Split, split_clear)

static void
split_up (Split          *split,
          FoedLayoutWork *work,
          const guint    *components,
          guint           n_components)
{
  g_autofree guint *n_nodes = g_new0 (guint, n_components + 1);
  g_autofree guint *n_edges = g_new0 (guint, n_components + 1);

  split->nodes = g_new (guint, work->n_nodes);
  split->places = g_new (guint, work->n_nodes);
  split->edges = g_new (FoedLayoutEdge, work->edges->len);
  split->first_nodes = g_new0 (guint, n_components + 1);
  split->first_edges = g_new0 (guint, n_components + 1);
  for (guint i = 0; i < work->n_nodes; i++)
    split->first_nodes[components[i] + 1]++;
  for (guint i = 0; i < work->edges->len; i++)
    split->first_edges[components[g_array_index (work->edges, FoedLayoutEdge, i).from] + 1]++;
  for (guint i = 0; i < n_components; i++)
    {
      split->first_nodes[i + 1] += split->first_nodes[i];
      split->first_edges[i + 1] += split->first_edges[i];
    }
  for (guint i = 0; i < work->n_nodes; i++)
    {
      split->places[i] = n_nodes[components[i]]++;
      split->nodes[split->first_nodes[components[i]] + split->places[i]] = i;
    }
  for (guint i = 0; i < work->edges->len; i++)
    {
      FoedLayoutEdge edge = g_array_index (work->edges, FoedLayoutEdge, i);
      guint component = components[edge.from];

      edge.from = split->places[edge.from];
      edge.to = split->places[edge.to];
      split->edges[split->first_edges[component] + n_edges[component]++] = edge;
    }
}

/* One component as a work of its own. */
static FoedLayoutWork *
cut_out (FoedLayoutWork *work,
         const Split    *split,
         guint           component)
{
  const guint *nodes = &split->nodes[split->first_nodes[component]];
  FoedLayoutWork *part = foed_layout_work_new (split->first_nodes[component + 1] - split->first_nodes[component]);

  part->seed = work->seed;
  part->cancellable = work->cancellable;
  for (guint i = 0; i < part->n_nodes; i++)
    part->radii[i] = work->radii[nodes[i]];
  g_array_append_vals (part->edges, &split->edges[split->first_edges[component]],
                       split->first_edges[component + 1] - split->first_edges[component]);
  return part;
}

static void
make_igraph (FoedLayoutWork  *work,
             igraph_t        *graph,
             igraph_vector_t *weights)
{
  igraph_vector_int_t ends;

  igraph_vector_int_init (&ends, 2 * (igraph_integer_t) work->edges->len);
  igraph_vector_init (weights, work->edges->len);
  for (guint i = 0; i < work->edges->len; i++)
    {
      const FoedLayoutEdge *edge = &g_array_index (work->edges, FoedLayoutEdge, i);

      VECTOR (ends)[2 * i] = edge->from;
      VECTOR (ends)[2 * i + 1] = edge->to;
      VECTOR (*weights)[i] = edge->weight;
    }
  igraph_create (graph, &ends, work->n_nodes, IGRAPH_UNDIRECTED);
  igraph_vector_int_destroy (&ends);
}

static igraph_error_t
run_forces (FoedLayoutWork *work,
            Clock          *clock)
{
  igraph_t graph;
  igraph_vector_t weights;
  igraph_matrix_t positions;
  igraph_error_t code;

  foed_igraph_enter (work->seed, tick_cb, clock, work->cancellable);
  make_igraph (work, &graph, &weights);
  igraph_matrix_init (&positions, 0, 0);
  code = igraph_layout_fruchterman_reingold (&graph, &positions, FALSE, N_STEPS, sqrt (work->n_nodes),
                                             work->n_nodes <= N_NODES_EXACT ? IGRAPH_LAYOUT_NOGRID : IGRAPH_LAYOUT_GRID,
                                             &weights, NULL, NULL, NULL, NULL);
  for (guint i = 0; code == IGRAPH_SUCCESS && i < work->n_nodes; i++)
    work->points[i] = (FoedPoint) { MATRIX (positions, i, 0), MATRIX (positions, i, 1) };
  igraph_matrix_destroy (&positions);
  igraph_vector_destroy (&weights);
  igraph_destroy (&graph);
  foed_igraph_leave ();
  return code;
}

/* Moves the middle to (0, 0), turns the longest side to the horizontal, as screens are, and gives each node its
 * share of room. */
static void
straighten (FoedLayoutWork *work)
{
  double x = 0;
  double y = 0;
  double xx = 0;
  double yy = 0;
  double xy = 0;
  double angle;
  double scale;

  for (guint i = 0; i < work->n_nodes; i++)
    {
      x += work->points[i].x / work->n_nodes;
      y += work->points[i].y / work->n_nodes;
    }
  for (guint i = 0; i < work->n_nodes; i++)
    {
      FoedPoint *point = &work->points[i];

      point->x -= x;
      point->y -= y;
      xx += point->x * point->x;
      yy += point->y * point->y;
      xy += point->x * point->y;
    }
  if (xx + yy <= 0)
    return;
  angle = atan2 (2 * xy, xx - yy) / 2;
  scale = 0.7 * work->n_nodes * FOED_LAYOUT_SPACING / sqrt (xx + yy);
  for (guint i = 0; i < work->n_nodes; i++)
    {
      FoedPoint point = work->points[i];

      work->points[i].x = scale * (point.x * cos (angle) + point.y * sin (angle));
      work->points[i].y = scale * (point.y * cos (angle) - point.x * sin (angle));
    }
}

/* What hangs on the rest by a thread flies far away, and takes the room of all others: that beyond so many times the mean
 * distance from the middle is brought nearer. */
static void
pull_in (FoedLayoutWork *work)
{
  double x = 0;
  double y = 0;

  for (guint i = 0; i < work->n_nodes; i++)
    {
      x += work->points[i].x * work->points[i].x / work->n_nodes;
      y += work->points[i].y * work->points[i].y / work->n_nodes;
    }
  if (x <= 0 || y <= 0)
    return;
  for (guint i = 0; i < work->n_nodes; i++)
    {
      FoedPoint *point = &work->points[i];
      double distance = hypot (point->x / sqrt (x), point->y / sqrt (y));
      double share = distance > FAR ? (FAR + (distance - FAR) * FAR_SHARE) / distance : 1;

      point->x *= share;
      point->y *= share;
    }
}

static gboolean
arrange_component (FoedLayoutWork  *part,
                   Clock           *clock,
                   GError         **error)
{
  if (part->n_nodes == 2)
    {
      part->points[0].x = -0.5;
      part->points[1].x = 0.5;
    }
  else if (part->n_nodes > 2 &&
           !foed_igraph_check (run_forces (part, clock), part->cancellable, error))
    return FALSE;
  straighten (part);
  pull_in (part);
  foed_layout_spread (part);
  return !g_cancellable_set_error_if_cancelled (part->cancellable, error);
}

/* Lays out each component by forces, then all of them side by side. */
gboolean
foed_layout_arrange_force (FoedLayoutWork  *work,
                           GError         **error)
{
  g_autofree guint *components = g_new (guint, work->n_nodes);
  guint n_components = find_components (work, components);
  g_auto(Split) split = { 0 };
  Clock clock = { .work = work };

  split_up (&split, work, components, n_components);
  for (guint i = 0; i < n_components; i++)
    {
      g_autoptr(FoedLayoutWork) part = cut_out (work, &split, i);

      clock.weight = (double) part->n_nodes / work->n_nodes;
      clock.n_ticks = 0;
      if (!arrange_component (part, &clock, error))
        return FALSE;
      clock.n_done += clock.weight;
      for (guint j = 0; j < part->n_nodes; j++)
        work->points[split.nodes[split.first_nodes[i] + j]] = part->points[j];
    }
  if (n_components > 1)
    foed_layout_pack (work, components, n_components);
  return TRUE;
}

/* Finds communities with the Leiden algorithm, by modularity; @groups takes the number of each node's. */
gboolean
foed_layout_find_groups (FoedLayoutWork  *work,
                         guint           *groups,
                         GError         **error)
{
  igraph_t graph;
  igraph_vector_t weights;
  igraph_vector_t strengths;
  igraph_vector_int_t communities;
  igraph_error_t code = IGRAPH_SUCCESS;
  double total = 0;

  for (guint i = 0; i < work->edges->len; i++)
    total += g_array_index (work->edges, FoedLayoutEdge, i).weight;
  for (guint i = 0; i < work->n_nodes; i++)
    groups[i] = i;
  if (total <= 0)
    return TRUE;

  foed_igraph_enter (work->seed, NULL, NULL, work->cancellable);
  make_igraph (work, &graph, &weights);
  igraph_vector_init (&strengths, 0);
  igraph_vector_int_init (&communities, 0);
  code = igraph_strength (&graph, &strengths, igraph_vss_all (), IGRAPH_ALL, IGRAPH_LOOPS, &weights);
  if (code == IGRAPH_SUCCESS)
    code = igraph_community_leiden (&graph, &weights, &strengths, 1 / (2 * total), 0.01, FALSE, 10, &communities, NULL,
                                    NULL);
  for (guint i = 0; code == IGRAPH_SUCCESS && i < work->n_nodes; i++)
    groups[i] = (guint) VECTOR (communities)[i];
  igraph_vector_int_destroy (&communities);
  igraph_vector_destroy (&strengths);
  igraph_vector_destroy (&weights);
  igraph_destroy (&graph);
  foed_igraph_leave ();
  return foed_igraph_check (code, work->cancellable, error);
}
