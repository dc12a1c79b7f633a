/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-layout"

#include "config.h"

#include <math.h>

#include "foed-layout-plan-private.h"

static const char * const kind_nicks[FOED_N_LAYOUT_KINDS] = { "force", "regions", "communities", "map" };

G_DEFINE_BOXED_TYPE (FoedLayout, foed_layout, foed_layout_ref, foed_layout_unref)

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
request_free (Request *request)
{
  g_clear_pointer (&request->graph, foed_graph_unref);
  g_clear_pointer (&request->groups, g_hash_table_unref);
  g_free (request);
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

static gboolean
arrange (FoedLayoutPlan       *plan,
         const Request        *request,
         const FoedGraphNode  *nodes,
         GError              **error)
{
  switch (request->kind)
    {
    case FOED_LAYOUT_GEOGRAPHIC:
      return foed_layout_arrange_map (plan, nodes, request->places, error);
    case FOED_LAYOUT_REGIONS:
    case FOED_LAYOUT_COMMUNITIES:
      return foed_layout_arrange_circle (plan, nodes, request->kind == FOED_LAYOUT_COMMUNITIES, request->groups, error);
    case FOED_LAYOUT_FORCE:
    case FOED_N_LAYOUT_KINDS:
    default:
      return foed_layout_arrange_force (plan->work, error);
    }
}

static FoedLayout *
make_layout (const Request  *request,
             GCancellable   *cancellable,
             GError        **error)
{
  g_autoptr(FoedLayoutPlan) plan = foed_layout_plan_new (request->graph);
  g_autoptr(FoedLayoutWork) all = NULL;
  guint n_nodes;
  const FoedGraphNode *nodes = foed_graph_get_nodes (request->graph, &n_nodes);
  FoedLayout *self;

  plan->work->seed = request->seed;
  plan->work->cancellable = cancellable;
  plan->work->progress = request->progress;
  plan->work->progress_data = request->progress_data;
  if (!arrange (plan, request, nodes, error))
    return NULL;
  all = foed_layout_plan_place_all (plan, nodes);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  centre (all);

  self = g_atomic_rc_box_new0 (FoedLayout);
  self->graph = foed_graph_ref (request->graph);
  self->n_points = n_nodes;
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
    return MIN (0.8 + 2.7 * sqrt (measure), 26);
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
