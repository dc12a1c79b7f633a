/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-network"

#include "config.h"

#include <math.h>

#include "foed-igraph-private.h"
#include "foed-network.h"

/* Any will do, as long as it is always the same. */
#define SEED 1977

/* How far communities may be joined at random while they are refined, as the paper has it. */
#define LEIDEN_RANDOMNESS 0.01

/* Each attempt has other random numbers; the best counts. */
#define N_LEIDEN_ATTEMPTS 10

/* Less than this is what calculation leaves of 0. */
#define NEARLY_NOTHING 1e-10

struct _FoedNetwork
{
  FoedMeasures        measures;
  GArray             *nodes;      /* FoedNetworkNode, in the order of the graph and thus sorted by id within a kind */
  GArray             *ends;       /* guint: two nodes for each pair that is joined */
  GHashTable         *positions;
  FoedNetworkFigures  figures;
};

G_DEFINE_BOXED_TYPE (FoedNetwork, foed_network, foed_network_ref, foed_network_unref)

/* What a calculation works on: its answers go into @values, or into @groups and from there to the nodes. */
typedef struct
{
  FoedNetwork         *network;
  igraph_t             graph;
  igraph_vector_t      values;
  igraph_vector_int_t  groups;
} Work;

static void
clear (FoedNetwork *self)
{
  g_clear_pointer (&self->nodes, g_array_unref);
  g_clear_pointer (&self->ends, g_array_unref);
  g_clear_pointer (&self->positions, g_hash_table_unref);
}

static FoedNetworkNode *
get_node (FoedNetwork *self,
          guint        position)
{
  return &g_array_index (self->nodes, FoedNetworkNode, position);
}

/* Takes what is visible: edges between the same two nodes stand together and count as one. */
static FoedNetwork *
extract (FoedGraphMoment *moment,
         FoedMeasures     measures)
{
  FoedNetwork *self = g_atomic_rc_box_new0 (FoedNetwork);
  FoedGraph *graph = foed_graph_moment_get_graph (moment);
  guint n_nodes;
  guint n_edges;
  const FoedGraphNode *nodes = foed_graph_get_nodes (graph, &n_nodes);
  const FoedGraphEdge *edges = foed_graph_get_edges (graph, &n_edges);
  g_autofree guint *places = g_new0 (guint, n_nodes);
  const FoedGraphEdge *last = NULL;

  self->measures = measures;
  self->nodes = g_array_new (FALSE, FALSE, sizeof (FoedNetworkNode));
  self->ends = g_array_new (FALSE, FALSE, sizeof (guint));
  self->positions = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < n_nodes; i++)
    {
      FoedNetworkNode node = { .id = nodes[i].id, .kind = nodes[i].kind };

      if (!foed_graph_moment_get_nodes (moment)[i].visible)
        continue;
      for (guint measure = 0; measure < FOED_N_MEASURES; measure++)
        node.values[measure] = NAN;
      places[i] = self->nodes->len;
      g_array_append_val (self->nodes, node);
      g_hash_table_insert (self->positions, (gpointer) node.id, GUINT_TO_POINTER (self->nodes->len));
    }
  for (guint i = 0; i < n_edges; i++)
    {
      const guint ends[] = { places[edges[i].from], places[edges[i].to] };

      if (foed_graph_moment_get_edges (moment)[i].n_facts == 0 ||
          (last != NULL && last->from == edges[i].from && last->to == edges[i].to))
        continue;
      g_array_append_vals (self->ends, ends, 2);
      last = &edges[i];
    }
  self->figures = (FoedNetworkFigures) {
    .n_nodes = self->nodes->len, .n_edges = self->ends->len / 2, .density = NAN, .transitivity = NAN, .modularity = NAN,
  };
  if (self->nodes->len > 1)
    self->figures.density = 2.0 * self->figures.n_edges / ((double) self->nodes->len * (self->nodes->len - 1));
  return self;
}

static void
work_init (Work        *work,
           FoedNetwork *network)
{
  igraph_vector_int_t ends;

  work->network = network;
  igraph_vector_int_init (&ends, network->ends->len);
  for (guint i = 0; i < network->ends->len; i++)
    VECTOR (ends)[i] = g_array_index (network->ends, guint, i);
  igraph_create (&work->graph, &ends, network->nodes->len, IGRAPH_UNDIRECTED);
  igraph_vector_int_destroy (&ends);
  igraph_vector_init (&work->values, 0);
  igraph_vector_int_init (&work->groups, 0);
}

static void
work_clear (Work *work)
{
  igraph_vector_int_destroy (&work->groups);
  igraph_vector_destroy (&work->values);
  igraph_destroy (&work->graph);
}

static igraph_error_t
measure_degree (Work *work)
{
  igraph_error_t code = igraph_degree (&work->graph, &work->groups, igraph_vss_all (), IGRAPH_ALL, IGRAPH_NO_LOOPS);

  for (guint i = 0; code == IGRAPH_SUCCESS && i < work->network->nodes->len; i++)
    get_node (work->network, i)->values[FOED_MEASURE_DEGREE] = VECTOR (work->groups)[i];
  return code;
}

static igraph_error_t
measure_betweenness (Work *work)
{
  igraph_error_t code = igraph_betweenness (&work->graph, &work->values, igraph_vss_all (), IGRAPH_UNDIRECTED, NULL);
  double n_others = work->network->nodes->len - 1.0;
  double n_pairs = n_others * (n_others - 1) / 2;

  for (guint i = 0; code == IGRAPH_SUCCESS && i < work->network->nodes->len; i++)
    get_node (work->network, i)->values[FOED_MEASURE_BETWEENNESS] = n_pairs > 0 ? VECTOR (work->values)[i] / n_pairs : 0;
  return code;
}

static igraph_error_t
measure_closeness (Work *work)
{
  igraph_error_t code = igraph_closeness (&work->graph, &work->values, &work->groups, NULL, igraph_vss_all (), IGRAPH_ALL,
                                          NULL, TRUE);
  double n_others = work->network->nodes->len - 1.0;

  /* igraph gives r/d, and NaN for a node that reaches nothing. */
  for (guint i = 0; code == IGRAPH_SUCCESS && i < work->network->nodes->len; i++)
    {
      double n_reached = (double) VECTOR (work->groups)[i];
      double value = VECTOR (work->values)[i];

      get_node (work->network, i)->values[FOED_MEASURE_CLOSENESS] = n_reached > 0 ? n_reached / n_others * value : 0;
    }
  return code;
}

static igraph_error_t
measure_eigenvector (Work *work)
{
  igraph_error_t code = IGRAPH_SUCCESS;
  igraph_arpack_options_t options;

  igraph_arpack_options_init (&options);
  if (work->network->figures.n_edges > 0)
    code = igraph_eigenvector_centrality (&work->graph, &work->values, NULL, IGRAPH_UNDIRECTED, TRUE, NULL, &options);
  for (guint i = 0; code == IGRAPH_SUCCESS && i < work->network->nodes->len; i++)
    {
      double value = work->network->figures.n_edges > 0 ? VECTOR (work->values)[i] : 0;

      get_node (work->network, i)->values[FOED_MEASURE_EIGENVECTOR] = value < NEARLY_NOTHING ? 0 : value;
    }
  return code;
}

static igraph_error_t
measure_clustering (Work *work)
{
  igraph_error_t code = igraph_transitivity_local_undirected (&work->graph, &work->values, igraph_vss_all (),
                                                              IGRAPH_TRANSITIVITY_NAN);

  for (guint i = 0; code == IGRAPH_SUCCESS && i < work->network->nodes->len; i++)
    get_node (work->network, i)->values[FOED_MEASURE_CLUSTERING] = VECTOR (work->values)[i];
  if (code == IGRAPH_SUCCESS)
    code = igraph_transitivity_undirected (&work->graph, &work->network->figures.transitivity, IGRAPH_TRANSITIVITY_NAN);
  return code;
}

/* A group while they are brought into order. */
typedef struct
{
  guint size;
  guint first;
  guint number;
} Group;

static int
compare_groups (const Group **a,
                const Group **b)
{
  if ((*a)->size != (*b)->size)
    return (*a)->size > (*b)->size ? -1 : 1;
  return (*a)->first < (*b)->first ? -1 : 1;
}

/* Numbers the groups from 1 on: the largest first, and of those that are as large the one with the first node. */
static guint
number_groups (Work        *work,
               FoedMeasure  measure)
{
  guint n_nodes = work->network->nodes->len;
  g_autofree Group *groups = g_new0 (Group, n_nodes);
  g_autoptr(GPtrArray) order = g_ptr_array_new ();

  for (guint i = 0; i < n_nodes; i++)
    {
      Group *group = &groups[VECTOR (work->groups)[i]];

      if (group->size++ == 0)
        {
          group->first = i;
          g_ptr_array_add (order, group);
        }
    }
  g_ptr_array_sort (order, (GCompareFunc) compare_groups);
  for (guint i = 0; i < order->len; i++)
    ((Group *) order->pdata[i])->number = i + 1;
  for (guint i = 0; i < n_nodes; i++)
    get_node (work->network, i)->values[measure] = groups[VECTOR (work->groups)[i]].number;
  return order->len;
}

/* Leiden looks for the best modularity where nodes weigh their degree and the resolution is 1/(2m). */
static igraph_error_t
find_communities (Work *work)
{
  double *modularity = &work->network->figures.modularity;
  double resolution = 1 / (2.0 * work->network->figures.n_edges);
  igraph_vector_int_t found;
  igraph_error_t code;

  igraph_vector_int_init (&found, 0);
  code = igraph_strength (&work->graph, &work->values, igraph_vss_all (), IGRAPH_ALL, IGRAPH_NO_LOOPS, NULL);
  for (guint i = 0; code == IGRAPH_SUCCESS && i < N_LEIDEN_ATTEMPTS; i++)
    {
      double quality = 0;

      code = igraph_community_leiden (&work->graph, NULL, &work->values, resolution, LEIDEN_RANDOMNESS, FALSE, -1, &found,
                                      NULL, NULL);
      if (code == IGRAPH_SUCCESS)
        code = igraph_modularity (&work->graph, &found, NULL, 1, IGRAPH_UNDIRECTED, &quality);
      if (code == IGRAPH_SUCCESS && (i == 0 || quality > *modularity + NEARLY_NOTHING))
        {
          *modularity = quality;
          code = igraph_vector_int_update (&work->groups, &found);
        }
    }
  igraph_vector_int_destroy (&found);
  return code;
}

static igraph_error_t
measure_communities (Work *work)
{
  FoedNetworkFigures *figures = &work->network->figures;
  igraph_error_t code;

  if (figures->n_edges == 0)
    {
      code = igraph_vector_int_resize (&work->groups, figures->n_nodes);
      for (guint i = 0; code == IGRAPH_SUCCESS && i < figures->n_nodes; i++)
        VECTOR (work->groups)[i] = i;
    }
  else
    code = find_communities (work);
  if (code == IGRAPH_SUCCESS)
    figures->n_communities = number_groups (work, FOED_MEASURE_COMMUNITY);
  return code;
}

static igraph_error_t
measure_components (Work *work)
{
  igraph_error_t code = igraph_connected_components (&work->graph, &work->groups, NULL, NULL, IGRAPH_WEAK);

  if (code == IGRAPH_SUCCESS)
    work->network->figures.n_components = number_groups (work, FOED_MEASURE_COMPONENT);
  return code;
}

static gboolean
measure (FoedNetwork   *self,
         GCancellable  *cancellable,
         GError       **error)
{
  static igraph_error_t (* const calculations[FOED_N_MEASURES]) (Work *work) = {
    [FOED_MEASURE_DEGREE] = measure_degree,
    [FOED_MEASURE_BETWEENNESS] = measure_betweenness,
    [FOED_MEASURE_CLOSENESS] = measure_closeness,
    [FOED_MEASURE_EIGENVECTOR] = measure_eigenvector,
    [FOED_MEASURE_CLUSTERING] = measure_clustering,
    [FOED_MEASURE_COMMUNITY] = measure_communities,
    [FOED_MEASURE_COMPONENT] = measure_components,
  };
  igraph_error_t code = IGRAPH_SUCCESS;
  Work work;

  if (self->nodes->len == 0)
    return !g_cancellable_set_error_if_cancelled (cancellable, error);
  foed_igraph_enter (SEED, NULL, NULL, cancellable);
  work_init (&work, self);
  for (guint i = 0; code == IGRAPH_SUCCESS && i < FOED_N_MEASURES; i++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        code = IGRAPH_INTERRUPTED;
      else if (self->measures & FOED_MEASURES (i))
        {
          /* Each begins the row of random numbers anew, so that its values do not depend on what else is measured. */
          igraph_rng_seed (igraph_rng_default (), SEED);
          code = calculations[i] (&work);
        }
    }
  work_clear (&work);
  foed_igraph_leave ();
  return foed_igraph_check (code, cancellable, error);
}

static void
measure_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  g_autoptr(GError) error = NULL;

  if (measure (data, cancellable, &error))
    g_task_return_pointer (task, foed_network_ref (data), (GDestroyNotify) foed_network_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

FoedNetwork *
foed_network_ref (FoedNetwork *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
foed_network_unref (FoedNetwork *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

/**
 * foed_network_new_sync:
 * @moment: what there is of a graph
 * @measures: what to measure
 * @cancellable: (nullable): stops the work
 * @error: where to put what went wrong: %G_IO_ERROR_CANCELLED, or %G_IO_ERROR_FAILED with igraph's own words
 *
 * Measures what there is of a graph. Community, which alone has to do with chance, begins with the same random numbers
 * each time.
 *
 * Returns: (transfer full) (nullable): the network, or %NULL with @error set
 */
FoedNetwork *
foed_network_new_sync (FoedGraphMoment  *moment,
                       FoedMeasures      measures,
                       GCancellable     *cancellable,
                       GError          **error)
{
  g_autoptr(FoedNetwork) self = NULL;

  g_return_val_if_fail (moment != NULL, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = extract (moment, measures);
  return measure (self, cancellable, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * foed_network_new_async:
 * @moment: what there is of a graph; it is not needed any more after the call
 * @measures: what to measure
 * @cancellable: (nullable): stops the work
 * @callback: called when it is done
 * @user_data: handed to @callback
 *
 * Does in a worker thread what foed_network_new_sync() does.
 */
void
foed_network_new_async (FoedGraphMoment     *moment,
                        FoedMeasures         measures,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (moment != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, foed_network_new_async);
  g_task_set_task_data (task, extract (moment, measures), (GDestroyNotify) foed_network_unref);
  g_task_run_in_thread (task, measure_thread);
}

/**
 * foed_network_new_finish:
 * @result: what the callback was given
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable): the network, or %NULL with @error set
 */
FoedNetwork *
foed_network_new_finish (GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, foed_network_new_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * foed_network_get_measures:
 * @self: a network
 *
 * Returns: what was measured
 */
FoedMeasures
foed_network_get_measures (FoedNetwork *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->measures;
}

/**
 * foed_network_get_nodes:
 * @self: a network
 * @n_nodes: (out): how many
 *
 * Returns: (transfer none) (array length=n_nodes): the nodes; alliances come before states, each sorted by id
 */
const FoedNetworkNode *
foed_network_get_nodes (FoedNetwork *self,
                        guint       *n_nodes)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_nodes != NULL, NULL);

  *n_nodes = self->nodes->len;
  return (const FoedNetworkNode *) (gpointer) self->nodes->data;
}

/**
 * foed_network_find:
 * @self: a network
 * @id: the id of a record
 *
 * Returns: (transfer none) (nullable): its node, %NULL where it has none
 */
const FoedNetworkNode *
foed_network_find (FoedNetwork *self,
                   const char  *id)
{
  guint position;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  position = GPOINTER_TO_UINT (g_hash_table_lookup (self->positions, id));
  return position > 0 ? get_node (self, position - 1) : NULL;
}

/**
 * foed_network_get_figures:
 * @self: a network
 *
 * Returns: (transfer none): what can be said of it as a whole
 */
const FoedNetworkFigures *
foed_network_get_figures (FoedNetwork *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->figures;
}
