/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-layout"

#include "config.h"

#include <math.h>

#include "foed-layout-private.h"
#include "foed-projection.h"
#include "model/foed-vocabulary.h"

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

/* How much larger a map is than one without alliances on it, and how easily states move from where they are. */
#define MAP_SCALE 2.4
#define MAP_MOBILITY 0.15

/* What each alliance of two asks for in room around its states. */
#define PAIR_CROWD 4.0

static const char * const kind_nicks[FOED_N_LAYOUT_KINDS] = { "force", "regions", "communities", "map" };

G_DEFINE_BOXED_TYPE (FoedLayout, foed_layout, foed_layout_ref, foed_layout_unref)

/* An alliance of two: it is no node of the arrangement but lies between two that are. */
typedef struct
{
  guint node;
  guint first;
  guint second;
  guint rank;
} Pair;

/* How the nodes of the graph and those of the arrangement answer to each other. */
typedef struct
{
  FoedGraph      *graph;
  FoedLayoutWork *work;
  guint           n_nodes;
  guint          *sizes;       /* edges of each node of the graph */
  int            *places;      /* the node of the arrangement for each of the graph, -1 for alliances of two */
  guint          *nodes;       /* and the other way */
  GArray         *pairs;       /* Pair */
  FoedDay         last_day;
} Plan;

typedef struct
{
  FoedGraph          *graph;
  FoedLayoutKind      kind;
  guint32             seed;
  GHashTable         *groups;
  FoedLayoutProgress  progress;
  gpointer            progress_data;
  GHashTable         *places;
} Request;

FoedLayoutWork *
foed_layout_work_new (guint n_nodes)
{
  FoedLayoutWork *self = g_new0 (FoedLayoutWork, 1);

  self->n_nodes = n_nodes;
  self->points = g_new0 (FoedPoint, n_nodes);
  self->radii = g_new0 (double, n_nodes);
  self->mobilities = g_new (double, n_nodes);
  for (guint i = 0; i < n_nodes; i++)
    self->mobilities[i] = 1;
  self->edges = g_array_new (FALSE, FALSE, sizeof (FoedLayoutEdge));
  return self;
}

void
foed_layout_work_free (FoedLayoutWork *self)
{
  g_free (self->points);
  g_free (self->radii);
  g_free (self->mobilities);
  g_array_unref (self->edges);
  g_free (self);
}

static void
plan_clear (Plan *plan)
{
  g_clear_pointer (&plan->work, foed_layout_work_free);
  g_clear_pointer (&plan->pairs, g_array_unref);
  g_clear_pointer (&plan->sizes, g_free);
  g_clear_pointer (&plan->places, g_free);
  g_clear_pointer (&plan->nodes, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Plan, plan_clear)

static void
request_free (Request *request)
{
  g_clear_pointer (&request->graph, foed_graph_unref);
  g_clear_pointer (&request->groups, g_hash_table_unref);
  g_free (request);
}

/* How long an edge lasted in all. What is open ends with the last day that the graph tells of. */
static double
count_years (const Plan *plan,
             guint       edge,
             guint       n_facts)
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
plan_nodes (Plan                *plan,
            const FoedGraphNode *nodes,
            const FoedGraphEdge *edges,
            guint                n_edges)
{
  gboolean has_pairs = foed_graph_get_picture (plan->graph) == FOED_GRAPH_MEMBERS;
  guint n_places = 0;

  plan->sizes = g_new0 (guint, plan->n_nodes);
  plan->places = g_new (int, plan->n_nodes);
  plan->nodes = g_new (guint, plan->n_nodes);
  plan->pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
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
compare_pairs (const Pair *a,
               const Pair *b)
{
  if (a->first != b->first)
    return a->first < b->first ? -1 : 1;
  if (a->second != b->second)
    return a->second < b->second ? -1 : 1;
  return a->node < b->node ? -1 : 1;
}

/* Draws the two states of each pair together, the more the longer their alliances lasted, but no more than three would. */
static void
plan_pairs (Plan   *plan,
            double *forces)
{
  FoedLayoutEdge edge = { 0, 0, 0 };

  g_array_sort (plan->pairs, (GCompareFunc) compare_pairs);
  for (guint i = 0; i < plan->pairs->len; i++)
    {
      Pair *pair = &g_array_index (plan->pairs, Pair, i);
      const Pair *last = i > 0 ? &g_array_index (plan->pairs, Pair, i - 1) : NULL;

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
widen_crowded (Plan *plan)
{
  g_autofree guint *n_pairs = g_new0 (guint, plan->work->n_nodes);

  for (guint i = 0; i < plan->pairs->len; i++)
    {
      n_pairs[g_array_index (plan->pairs, Pair, i).first]++;
      n_pairs[g_array_index (plan->pairs, Pair, i).second]++;
    }
  for (guint i = 0; i < plan->work->n_nodes; i++)
    plan->work->radii[i] += PAIR_CROWD * sqrt (n_pairs[i]);
}

static void
plan_edges (Plan                *plan,
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
          Pair pair = { edges[i].from, (guint) to, (guint) plan->places[edges[i + 1].to], 0 };

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

/* Puts all nodes of the graph where they belong: those that were arranged, and alliances of two between their states.
 * Now the latter are moved rather than the former. */
static FoedLayoutWork *
place_all (const Plan          *plan,
           const FoedGraphNode *nodes)
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
      const Pair *pair = &g_array_index (plan->pairs, Pair, i);
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

/* Moves the middle of the whole to (0, 0). */
static void
centre (FoedLayoutWork *work)
{
  FoedPoint first = { G_MAXDOUBLE, G_MAXDOUBLE };
  FoedPoint last = { -G_MAXDOUBLE, -G_MAXDOUBLE };

  for (guint i = 0; i < work->n_nodes; i++)
    {
      first = (FoedPoint) { MIN (first.x, work->points[i].x), MIN (first.y, work->points[i].y) };
      last = (FoedPoint) { MAX (last.x, work->points[i].x), MAX (last.y, work->points[i].y) };
    }
  for (guint i = 0; i < work->n_nodes; i++)
    {
      work->points[i].x -= (first.x + last.x) / 2;
      work->points[i].y -= (first.y + last.y) / 2;
    }
}

/* A state on the circle. */
typedef struct
{
  guint       place;
  int         group;
  const char *name;
  const char *id;
} Seat;

static int
compare_seats (const Seat *a,
               const Seat *b)
{
  if (a->group != b->group)
    return a->group < b->group ? -1 : 1;
  if (g_strcmp0 (a->name, b->name) != 0)
    return g_strcmp0 (a->name, b->name);
  return g_strcmp0 (a->id, b->id);
}

/* Who sits on the circle, in order: states, or alliances where there are no states. */
static GArray *
seat_nodes (const Plan          *plan,
            const FoedGraphNode *nodes,
            const guint         *communities,
            GHashTable          *groups)
{
  FoedRecordKind kind = foed_graph_get_picture (plan->graph) == FOED_GRAPH_OVERLAPS ? FOED_RECORD_ALLIANCE
                                                                                    : FOED_RECORD_STATE;
  GArray *seats = g_array_new (FALSE, FALSE, sizeof (Seat));

  for (guint i = 0; i < plan->work->n_nodes; i++)
    {
      const FoedGraphNode *node = &nodes[plan->nodes[i]];
      Seat seat = { .place = i, .id = node->id };
      const FoedTerm *region;

      if (node->kind != kind)
        continue;
      if (communities != NULL)
        seat.group = (int) communities[i];
      else if (groups != NULL)
        {
          seat.name = g_hash_table_lookup (groups, node->id);
          region = seat.name != NULL ? foed_vocabulary_find (FOED_VOCABULARY_REGION, seat.name) : NULL;
          seat.group = region != NULL ? foed_vocabulary_get_position (FOED_VOCABULARY_REGION, region) : G_MAXINT;
        }
      g_array_append_val (seats, seat);
    }
  g_array_sort (seats, (GCompareFunc) compare_seats);
  return seats;
}

/* Sets nodes on a circle that is large enough, with a gap of two seats between groups, beginning at the top. */
static void
sit_down (const Plan *plan,
          GArray     *seats)
{
  double widest = 0;
  double n_units = 0;
  double unit = 0;
  double radius;

  for (guint i = 0; i < seats->len; i++)
    {
      const Seat *seat = &g_array_index (seats, Seat, i);
      const Seat *before = &g_array_index (seats, Seat, i > 0 ? i - 1 : seats->len - 1);

      widest = MAX (widest, 2 * plan->work->radii[seat->place]);
      n_units += seat->group != before->group || g_strcmp0 (seat->name, before->name) != 0 ? 3 : 1;
    }
  if (seats->len < 2)
    return;
  /* The chord, not the arc, has to be as long as a node is wide. */
  radius = widest * 1.02 / (2 * sin (G_PI / MAX (n_units, 2)));
  for (guint i = 0; i < seats->len; i++)
    {
      const Seat *seat = &g_array_index (seats, Seat, i);
      const Seat *before = &g_array_index (seats, Seat, i > 0 ? i - 1 : seats->len - 1);

      if (i > 0)
        unit += seat->group != before->group || g_strcmp0 (seat->name, before->name) != 0 ? 3 : 1;
      plan->work->points[seat->place] = (FoedPoint) { radius * sin (2 * G_PI * unit / n_units),
                                                      -radius * cos (2 * G_PI * unit / n_units) };
      plan->work->mobilities[seat->place] = 0;
    }
}

/* Puts what has no place of its own amid its neighbours, a little towards the middle where @share is less than 1. */
static void
fill_in (const Plan *plan,
         double      share)
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

static gboolean
arrange_circle (const Plan           *plan,
                const FoedGraphNode  *nodes,
                gboolean              by_community,
                GHashTable           *groups,
                GError              **error)
{
  g_autofree guint *communities = NULL;
  g_autoptr(GArray) seats = NULL;

  if (by_community)
    {
      communities = g_new (guint, plan->work->n_nodes);
      if (!foed_layout_find_groups (plan->work, communities, error))
        return FALSE;
    }
  seats = seat_nodes (plan, nodes, communities, groups);
  sit_down (plan, seats);
  fill_in (plan, 0.85);
  foed_layout_spread (plan->work);
  return !g_cancellable_set_error_if_cancelled (plan->work->cancellable, error);
}

/* States whose place is not known stand in rows under the map. */
static gboolean
arrange_map (const Plan           *plan,
             const FoedGraphNode  *nodes,
             GHashTable           *places,
             GError              **error)
{
  FoedLayoutWork *work = plan->work;
  guint n_in_row = (guint) (foed_projection_get_width () * MAP_SCALE / FOED_LAYOUT_SPACING);
  double top = foed_projection_get_height () * MAP_SCALE / 2;
  guint n_unplaced = 0;

  for (guint i = 0; i < work->n_nodes; i++)
    {
      const FoedGraphNode *node = &nodes[plan->nodes[i]];
      const FoedDegrees *place = places != NULL ? g_hash_table_lookup (places, node->id) : NULL;

      if (node->kind != FOED_RECORD_STATE)
        continue;
      if (place != NULL)
        {
          FoedPoint point = foed_projection_apply (*place);

          work->points[i] = (FoedPoint) { point.x * MAP_SCALE, point.y * MAP_SCALE };
        }
      else
        {
          work->points[i] = (FoedPoint) { (n_unplaced % n_in_row - n_in_row / 2.0) * FOED_LAYOUT_SPACING,
                                          top + (n_unplaced / n_in_row + 1) * FOED_LAYOUT_SPACING };
          n_unplaced++;
        }
      work->mobilities[i] = MAP_MOBILITY;
    }
  fill_in (plan, 1);
  foed_layout_spread (work);
  return !g_cancellable_set_error_if_cancelled (work->cancellable, error);
}

static FoedLayout *
make_layout (const Request  *request,
             GCancellable   *cancellable,
             GError        **error)
{
  g_auto(Plan) plan = { .graph = request->graph };
  g_autoptr(FoedLayoutWork) all = NULL;
  const FoedGraphNode *nodes = foed_graph_get_nodes (request->graph, &plan.n_nodes);
  guint n_edges;
  const FoedGraphEdge *edges = foed_graph_get_edges (request->graph, &n_edges);
  gboolean arranged;
  FoedLayout *self;

  plan.last_day = find_last_day (request->graph, edges, n_edges);
  plan_nodes (&plan, nodes, edges, n_edges);
  plan_edges (&plan, nodes, edges, n_edges);
  plan.work->seed = request->seed;
  plan.work->cancellable = cancellable;
  plan.work->progress = request->progress;
  plan.work->progress_data = request->progress_data;

  if (request->kind == FOED_LAYOUT_FORCE)
    arranged = foed_layout_arrange_force (plan.work, error);
  else if (request->kind == FOED_LAYOUT_GEOGRAPHIC)
    arranged = arrange_map (&plan, nodes, request->places, error);
  else
    arranged = arrange_circle (&plan, nodes, request->kind == FOED_LAYOUT_COMMUNITIES, request->groups, error);
  if (!arranged)
    return NULL;
  all = place_all (&plan, nodes);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  centre (all);

  self = g_atomic_rc_box_new0 (FoedLayout);
  self->graph = foed_graph_ref (request->graph);
  self->n_points = plan.n_nodes;
  self->points = g_steal_pointer (&all->points);
  return self;
}

static void
layout_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  g_autoptr(GError) error = NULL;
  FoedLayout *layout = make_layout (data, cancellable, &error);

  if (layout != NULL)
    g_task_return_pointer (task, layout, (GDestroyNotify) foed_layout_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
clear (FoedLayout *self)
{
  g_clear_pointer (&self->graph, foed_graph_unref);
  g_clear_pointer (&self->points, g_free);
}

FoedLayout *
foed_layout_ref (FoedLayout *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
foed_layout_unref (FoedLayout *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

/**
 * foed_layout_new_sync:
 * @graph: a graph
 * @kind: how to arrange it
 * @seed: where the random numbers begin
 * @groups: (nullable): the region of each state by its id, as nicks; used by %FOED_LAYOUT_REGIONS
 * @progress: (nullable): called now and then
 * @progress_data: handed to @progress
 * @cancellable: (nullable): stops the work
 * @error: where to put what went wrong: %G_IO_ERROR_CANCELLED, or that there was not enough memory
 *
 * Lays out @graph, over the whole period, so that nodes stay where they are whatever day is looked at.
 *
 * Returns: (transfer full) (nullable): the layout, or %NULL with @error set
 */
FoedLayout *
foed_layout_new_sync (FoedGraph           *graph,
                      FoedLayoutKind       kind,
                      guint32              seed,
                      GHashTable          *groups,
                      FoedLayoutProgress   progress,
                      gpointer             progress_data,
                      GCancellable        *cancellable,
                      GError             **error)
{
  Request request = { graph, kind, seed, groups, progress, progress_data, NULL };

  g_return_val_if_fail (graph != NULL, NULL);
  g_return_val_if_fail (kind < FOED_N_LAYOUT_KINDS, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return make_layout (&request, cancellable, error);
}

/**
 * foed_layout_new_async:
 * @graph: a graph
 * @kind: how to arrange it
 * @seed: where the random numbers begin
 * @groups: (nullable): the region of each state by its id, as nicks; it must not be changed any more
 * @progress: (nullable): called now and then, in the worker thread
 * @progress_data: handed to @progress
 * @cancellable: (nullable): stops the work
 * @callback: called when it is done
 * @user_data: handed to @callback
 *
 * Does in a worker thread what foed_layout_new_sync() does.
 */
void
foed_layout_new_async (FoedGraph           *graph,
                       FoedLayoutKind       kind,
                       guint32              seed,
                       GHashTable          *groups,
                       FoedLayoutProgress   progress,
                       gpointer             progress_data,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Request *request;

  g_return_if_fail (graph != NULL);
  g_return_if_fail (kind < FOED_N_LAYOUT_KINDS);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  request = g_new0 (Request, 1);
  *request = (Request) {
    foed_graph_ref (graph), kind, seed, groups != NULL ? g_hash_table_ref (groups) : NULL, progress, progress_data,
    NULL,
  };
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, foed_layout_new_async);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  g_task_run_in_thread (task, layout_thread);
}

/**
 * foed_layout_new_finish:
 * @result: what the callback was given
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable): the layout, or %NULL with @error set
 */
FoedLayout *
foed_layout_new_finish (GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, foed_layout_new_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * foed_layout_new_geographic_sync:
 * @graph: a graph
 * @places: (element-type utf8 FoedDegrees): where states are, by id
 * @cancellable: (nullable): stops the work
 * @error: where to put what went wrong: %G_IO_ERROR_CANCELLED
 *
 * Lays out @graph as %FOED_LAYOUT_GEOGRAPHIC asks, which foed_layout_new_sync() can't do for want of places. States make
 * room for one another; those that have no place stand in rows under the map.
 *
 * Returns: (transfer full) (nullable): the layout, or %NULL with @error set
 */
FoedLayout *
foed_layout_new_geographic_sync (FoedGraph     *graph,
                                 GHashTable    *places,
                                 GCancellable  *cancellable,
                                 GError       **error)
{
  Request request = { .graph = graph, .kind = FOED_LAYOUT_GEOGRAPHIC, .places = places };

  g_return_val_if_fail (graph != NULL, NULL);
  g_return_val_if_fail (places != NULL, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return make_layout (&request, cancellable, error);
}

/**
 * foed_layout_get_points:
 * @self: a layout
 * @n_points: (out): how many
 *
 * Returns: (transfer none) (array length=n_points): where each node of the graph is
 */
const FoedPoint *
foed_layout_get_points (FoedLayout *self,
                        guint      *n_points)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_points != NULL, NULL);

  *n_points = self->n_points;
  return self->points;
}

/**
 * foed_layout_find:
 * @self: a layout
 * @id: the id of a record
 * @point: (out): where it is
 *
 * Finds a node by its id, so that other graphs of the same records can be drawn with the same layout.
 *
 * Returns: whether the layout holds it
 */
gboolean
foed_layout_find (FoedLayout *self,
                  const char *id,
                  FoedPoint  *point)
{
  int node;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (point != NULL, FALSE);

  node = foed_graph_find_node (self->graph, id);
  if (node < 0)
    return FALSE;
  *point = self->points[node];
  return TRUE;
}

/**
 * foed_layout_get_radius:
 * @kind: %FOED_RECORD_ALLIANCE or %FOED_RECORD_STATE
 * @measure: how many members or neighbours it has
 *
 * How large to draw a node. Layouts keep this free, and a little more.
 *
 * Returns: the radius, in the unit of layouts
 */
double
foed_layout_get_radius (FoedRecordKind kind,
                        guint          measure)
{
  if (kind == FOED_RECORD_ALLIANCE)
    return MIN (4.5 + 2.0 * sqrt (measure), 26);
  return MIN (4.5 + 0.8 * sqrt (measure), 11);
}

/**
 * foed_layout_kind_get_nick:
 * @self: a kind of layout
 *
 * Returns: its stable name
 */
const char *
foed_layout_kind_get_nick (FoedLayoutKind self)
{
  g_return_val_if_fail (self < FOED_N_LAYOUT_KINDS, NULL);

  return kind_nicks[self];
}

/**
 * foed_layout_kind_from_nick:
 * @nick: the stable name of a kind of layout
 * @kind: (out): which one
 *
 * Returns: whether there is such a kind
 */
gboolean
foed_layout_kind_from_nick (const char     *nick,
                            FoedLayoutKind *kind)
{
  g_return_val_if_fail (nick != NULL, FALSE);
  g_return_val_if_fail (kind != NULL, FALSE);

  for (guint i = 0; i < FOED_N_LAYOUT_KINDS; i++)
    {
      if (g_str_equal (kind_nicks[i], nick))
        {
          *kind = i;
          return TRUE;
        }
    }
  return FALSE;
}
