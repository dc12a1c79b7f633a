/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <igraph/igraph.h>
#include <math.h>

#include "analysis/foed-network.h"

#define DAY 700000
#define NEAR(a, b) g_assert_cmpfloat_with_epsilon (a, b, 1e-4)

/* A state that owes another something by an alliance. */
static void
add_tie (GArray     *ties,
         const char *alliance,
         const char *promisor,
         const char *beneficiary)
{
  const FoedTie tie = {
    g_intern_string (alliance), g_intern_string (alliance), "defence", NULL, g_intern_string (promisor),
    g_intern_string (beneficiary), FALSE, DAY, DAY + 10,
  };

  g_array_append_val (ties, tie);
}

static FoedNetwork *
measure_ties (GArray       *ties,
              FoedDay       day,
              FoedMeasures  measures)
{
  g_autoptr(FoedGraph) graph = foed_graph_new (FOED_GRAPH_TIES, NULL, 0, (const FoedTie *) ties->data, ties->len);
  g_autoptr(FoedGraphMoment) moment = foed_graph_moment_new_on_day (graph, day);
  g_autoptr(GError) error = NULL;
  FoedNetwork *network = foed_network_new_sync (moment, measures, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (network);
  return network;
}

static FoedNetwork *
measure (GArray *ties)
{
  return measure_ties (ties, DAY, FOED_MEASURES_ALL);
}

static double
get (FoedNetwork *network,
     const char  *id,
     FoedMeasure  measure)
{
  const FoedNetworkNode *node = foed_network_find (network, id);

  g_assert_nonnull (node);
  return node->values[measure];
}

/* A triangle a, b, c with d beside c, and the pair e, f apart. The tie of a and b is threefold, and goes both ways. */
static GArray *
make_paw (void)
{
  GArray *ties = g_array_new (FALSE, FALSE, sizeof (FoedTie));

  add_tie (ties, "one", "a", "b");
  add_tie (ties, "one", "b", "a");
  add_tie (ties, "two", "a", "b");
  add_tie (ties, "one", "b", "c");
  add_tie (ties, "one", "c", "a");
  add_tie (ties, "three", "d", "c");
  add_tie (ties, "four", "f", "e");
  return ties;
}

static void
test_centrality (void)
{
  g_autoptr(GArray) ties = make_paw ();
  g_autoptr(FoedNetwork) network = measure (ties);
  /* The largest eigenvalue of the paw graph: the largest root of x³ − x² − 3x + 1. */
  const double eigenvalue = 2.170086487;

  g_assert_cmpfloat (get (network, "a", FOED_MEASURE_DEGREE), ==, 2);
  g_assert_cmpfloat (get (network, "c", FOED_MEASURE_DEGREE), ==, 3);
  g_assert_cmpfloat (get (network, "e", FOED_MEASURE_DEGREE), ==, 1);
  /* c lies between a and d, and between b and d: two of ten pairs. */
  NEAR (get (network, "c", FOED_MEASURE_BETWEENNESS), 0.2);
  NEAR (get (network, "a", FOED_MEASURE_BETWEENNESS), 0);
  NEAR (get (network, "c", FOED_MEASURE_CLOSENESS), 3.0 / 5 * 3 / 3);
  NEAR (get (network, "a", FOED_MEASURE_CLOSENESS), 3.0 / 5 * 3 / 4);
  NEAR (get (network, "d", FOED_MEASURE_CLOSENESS), 3.0 / 5 * 3 / 5);
  NEAR (get (network, "f", FOED_MEASURE_CLOSENESS), 1.0 / 5);
  NEAR (get (network, "c", FOED_MEASURE_EIGENVECTOR), 1);
  NEAR (get (network, "a", FOED_MEASURE_EIGENVECTOR), 1 / (eigenvalue - 1));
  NEAR (get (network, "d", FOED_MEASURE_EIGENVECTOR), 1 / eigenvalue);
  g_assert_cmpfloat (get (network, "e", FOED_MEASURE_EIGENVECTOR), ==, 0);
  NEAR (get (network, "b", FOED_MEASURE_CLUSTERING), 1);
  NEAR (get (network, "c", FOED_MEASURE_CLUSTERING), 1.0 / 3);
  g_assert_true (isnan (get (network, "d", FOED_MEASURE_CLUSTERING)));
  g_assert_null (foed_network_find (network, "g"));
}

static void
test_groups (void)
{
  g_autoptr(GArray) ties = make_paw ();
  g_autoptr(FoedNetwork) network = measure (ties);
  const FoedNetworkFigures *figures = foed_network_get_figures (network);

  for (const char *id = "abcd"; *id != '\0'; id++)
    {
      const char name[] = { *id, '\0' };

      g_assert_cmpfloat (get (network, name, FOED_MEASURE_COMPONENT), ==, 1);
      g_assert_cmpfloat (get (network, name, FOED_MEASURE_COMMUNITY), ==, 1);
    }
  g_assert_cmpfloat (get (network, "e", FOED_MEASURE_COMPONENT), ==, 2);
  g_assert_cmpfloat (get (network, "f", FOED_MEASURE_COMMUNITY), ==, 2);
  g_assert_cmpuint (figures->n_nodes, ==, 6);
  g_assert_cmpuint (figures->n_edges, ==, 5);
  g_assert_cmpuint (figures->n_components, ==, 2);
  g_assert_cmpuint (figures->n_communities, ==, 2);
  NEAR (figures->density, 1.0 / 3);
  NEAR (figures->transitivity, 3.0 / 5);
  NEAR (figures->modularity, 4.0 / 5 - 0.8 * 0.8 + 1.0 / 5 - 0.2 * 0.2);
}

/* Two groups of four where each is joined with each, and one tie from group to group. */
static void
test_communities (void)
{
  g_autoptr(GArray) ties = g_array_new (FALSE, FALSE, sizeof (FoedTie));
  g_autoptr(FoedNetwork) network = NULL;

  for (guint i = 0; i < 8; i++)
    for (guint j = i + 1; j < 8; j++)
      {
        const char from[] = { (char) ('a' + i), '\0' };
        const char to[] = { (char) ('a' + j), '\0' };

        if (i / 4 == j / 4 || (i == 3 && j == 4))
          add_tie (ties, "one", from, to);
      }
  network = measure (ties);
  g_assert_cmpfloat (get (network, "a", FOED_MEASURE_COMMUNITY), ==, get (network, "d", FOED_MEASURE_COMMUNITY));
  g_assert_cmpfloat (get (network, "e", FOED_MEASURE_COMMUNITY), ==, get (network, "h", FOED_MEASURE_COMMUNITY));
  g_assert_cmpfloat (get (network, "d", FOED_MEASURE_COMMUNITY), !=, get (network, "e", FOED_MEASURE_COMMUNITY));
  g_assert_cmpfloat (get (network, "h", FOED_MEASURE_COMPONENT), ==, 1);
}

static void
test_day (void)
{
  g_autoptr(GArray) ties = make_paw ();
  g_autoptr(FoedNetwork) before = NULL;
  g_autoptr(FoedNetwork) after = NULL;
  guint n_nodes;

  g_array_index (ties, FoedTie, 5).first_day = DAY + 5;
  before = measure (ties);
  after = measure_ties (ties, DAY + 5, FOED_MEASURES (FOED_MEASURE_DEGREE));
  g_assert_null (foed_network_find (before, "d"));
  g_assert_cmpfloat (get (before, "c", FOED_MEASURE_DEGREE), ==, 2);
  g_assert_cmpfloat (get (after, "c", FOED_MEASURE_DEGREE), ==, 3);
  /* What was not asked for is not there. */
  g_assert_true (isnan (get (after, "c", FOED_MEASURE_CLOSENESS)));
  g_assert_cmpuint (foed_network_get_figures (after)->n_components, ==, 0);
  foed_network_get_nodes (before, &n_nodes);
  g_assert_cmpuint (n_nodes, ==, 5);
}

static void
test_empty (void)
{
  g_autoptr(GArray) ties = make_paw ();
  g_autoptr(FoedNetwork) network = measure_ties (ties, DAY - 1, FOED_MEASURES_ALL);
  const FoedMembership alone[] = { { "one", "a", "party", DAY, DAY }, { "two", "b", "party", DAY, DAY } };
  g_autoptr(FoedGraph) graph = foed_graph_new (FOED_GRAPH_OVERLAPS, alone, 2, NULL, 0);
  g_autoptr(FoedGraphMoment) moment = foed_graph_moment_new_on_day (graph, DAY);
  g_autoptr(FoedNetwork) apart = foed_network_new_sync (moment, FOED_MEASURES_ALL, NULL, NULL);
  guint n_nodes;

  foed_network_get_nodes (network, &n_nodes);
  g_assert_cmpuint (n_nodes, ==, 0);
  g_assert_true (isnan (foed_network_get_figures (network)->density));
  /* Nodes without edges. */
  g_assert_cmpfloat (get (apart, "one", FOED_MEASURE_EIGENVECTOR), ==, 0);
  g_assert_cmpfloat (get (apart, "one", FOED_MEASURE_CLOSENESS), ==, 0);
  g_assert_cmpfloat (get (apart, "two", FOED_MEASURE_COMMUNITY), ==, 2);
  g_assert_true (isnan (foed_network_get_figures (apart)->modularity));
  g_assert_cmpuint (foed_network_get_figures (apart)->n_components, ==, 2);
}

static void
test_cancelled (void)
{
  g_autoptr(GArray) ties = make_paw ();
  g_autoptr(FoedGraph) graph = foed_graph_new (FOED_GRAPH_TIES, NULL, 0, (const FoedTie *) ties->data, ties->len);
  g_autoptr(FoedGraphMoment) moment = foed_graph_moment_new_on_day (graph, DAY);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (foed_network_new_sync (moment, FOED_MEASURES_ALL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* The karate club, whose figures are in many books: node 1 has a betweenness of 0.4376 and node 34 a degree of 17. */
static void
test_karate_club (void)
{
  g_autoptr(GArray) ties = g_array_new (FALSE, FALSE, sizeof (FoedTie));
  g_autoptr(FoedNetwork) network = NULL;
  g_autoptr(FoedNetwork) again = NULL;
  igraph_t club;
  igraph_vector_t expected[3];
  guint n_nodes;

  igraph_famous (&club, "Zachary");
  for (igraph_integer_t i = 0; i < igraph_ecount (&club); i++)
    {
      g_autofree char *from = g_strdup_printf ("m%02d", (int) IGRAPH_FROM (&club, i));
      g_autofree char *to = g_strdup_printf ("m%02d", (int) IGRAPH_TO (&club, i));

      add_tie (ties, "club", from, to);
    }
  network = measure (ties);
  again = measure (ties);
  for (guint i = 0; i < 3; i++)
    igraph_vector_init (&expected[i], 0);
  igraph_closeness (&club, &expected[0], NULL, NULL, igraph_vss_all (), IGRAPH_ALL, NULL, TRUE);
  igraph_transitivity_local_undirected (&club, &expected[1], igraph_vss_all (), IGRAPH_TRANSITIVITY_NAN);
  igraph_betweenness (&club, &expected[2], igraph_vss_all (), FALSE, NULL);
  foed_network_get_nodes (network, &n_nodes);
  g_assert_cmpuint (n_nodes, ==, 34);
  for (guint i = 0; i < n_nodes; i++)
    {
      const FoedNetworkNode *node = &foed_network_get_nodes (network, &n_nodes)[i];

      NEAR (node->values[FOED_MEASURE_CLOSENESS], VECTOR (expected[0])[i]);
      NEAR (node->values[FOED_MEASURE_BETWEENNESS], VECTOR (expected[2])[i] / (33 * 32 / 2));
      g_assert_true (isnan (node->values[FOED_MEASURE_CLUSTERING]) == !!isnan (VECTOR (expected[1])[i]));
      g_assert_cmpfloat (node->values[FOED_MEASURE_COMMUNITY], ==, get (again, node->id, FOED_MEASURE_COMMUNITY));
    }
  g_assert_cmpfloat (get (network, "m33", FOED_MEASURE_DEGREE), ==, 17);
  NEAR (get (network, "m33", FOED_MEASURE_EIGENVECTOR), 1);
  NEAR (get (network, "m00", FOED_MEASURE_BETWEENNESS), 0.4376);
  NEAR (foed_network_get_figures (network)->transitivity, 0.2557);
  /* The best there is, as far as is known. */
  NEAR (foed_network_get_figures (network)->modularity, 0.4198);
  for (guint i = 0; i < 3; i++)
    igraph_vector_destroy (&expected[i]);
  igraph_destroy (&club);
}

static void
test_nicks (void)
{
  FoedMeasure measure;

  for (guint i = 0; i < FOED_N_MEASURES; i++)
    {
      g_assert_true (foed_measure_from_nick (foed_measure_get_nick (i), &measure));
      g_assert_cmpint (measure, ==, i);
    }
  g_assert_false (foed_measure_from_nick ("charm", &measure));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/network/centrality", test_centrality);
  g_test_add_func ("/network/groups", test_groups);
  g_test_add_func ("/network/communities", test_communities);
  g_test_add_func ("/network/day", test_day);
  g_test_add_func ("/network/empty", test_empty);
  g_test_add_func ("/network/cancelled", test_cancelled);
  g_test_add_func ("/network/karate-club", test_karate_club);
  g_test_add_func ("/network/nicks", test_nicks);
  return g_test_run ();
}
