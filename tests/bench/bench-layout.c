/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Measures a layout beside what igraph alone takes for the same graph. */

#include "config.h"

#include <igraph/igraph.h>
#include <math.h>

#include "analysis/foed-layout.h"

#define N_RUNS 3
#define N_NODES_EXACT 500

static const struct
{
  guint n_nodes;
  guint n_edges;
} sizes[] = { { 300, 3000 }, { 2000, 20000 }, { 10000, 100000 } };

/* A random graph, with no edge twice. */
static GArray *
make_ties (guint n_nodes,
           guint n_edges)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (1);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GArray *ties = g_array_new (FALSE, FALSE, sizeof (FoedTie));

  while (ties->len < n_edges)
    {
      int a = g_rand_int_range (random, 0, (int) n_nodes);
      int b = g_rand_int_range (random, 0, (int) n_nodes);
      g_autofree char *from = g_strdup_printf ("state-%05d", MIN (a, b));
      g_autofree char *to = g_strdup_printf ("state-%05d", MAX (a, b));
      FoedTie tie = { "alliance", "obligation", "defence", "automatic", g_intern_string (from), g_intern_string (to),
                      FALSE, 700000, 710000 };

      if (a != b && g_hash_table_add (seen, g_strconcat (from, to, NULL)))
        g_array_append_val (ties, tie);
    }
  return ties;
}

static double
measure_igraph (FoedGraph *graph)
{
  guint n_nodes;
  guint n_edges;
  const FoedGraphEdge *edges = foed_graph_get_edges (graph, &n_edges);
  igraph_vector_int_t ends;
  igraph_vector_t weights;
  igraph_matrix_t positions;
  igraph_t bare;
  gint64 begin;

  foed_graph_get_nodes (graph, &n_nodes);
  igraph_vector_int_init (&ends, 2 * (igraph_integer_t) n_edges);
  igraph_vector_init (&weights, n_edges);
  igraph_vector_fill (&weights, 1);
  for (guint i = 0; i < n_edges; i++)
    {
      VECTOR (ends)[2 * i] = edges[i].from;
      VECTOR (ends)[2 * i + 1] = edges[i].to;
    }
  igraph_rng_seed (igraph_rng_default (), 1);
  begin = g_get_monotonic_time ();
  igraph_create (&bare, &ends, n_nodes, IGRAPH_UNDIRECTED);
  igraph_matrix_init (&positions, 0, 0);
  igraph_layout_fruchterman_reingold (&bare, &positions, FALSE, 500, sqrt (n_nodes),
                                      n_nodes <= N_NODES_EXACT ? IGRAPH_LAYOUT_NOGRID : IGRAPH_LAYOUT_GRID, &weights,
                                      NULL, NULL, NULL, NULL);
  begin = g_get_monotonic_time () - begin;
  igraph_matrix_destroy (&positions);
  igraph_destroy (&bare);
  igraph_vector_destroy (&weights);
  igraph_vector_int_destroy (&ends);
  return begin / 1000.0;
}

static double
measure_layout (FoedGraph *graph)
{
  g_autoptr(GError) error = NULL;
  gint64 begin = g_get_monotonic_time ();
  g_autoptr(FoedLayout) layout = foed_layout_new_sync (graph, FOED_LAYOUT_FORCE, 1, NULL, NULL, NULL, NULL, &error);

  if (layout == NULL)
    g_error ("%s", error->message);
  return (g_get_monotonic_time () - begin) / 1000.0;
}

int
main (void)
{
  g_print ("nodes  ties    igraph ms  layout ms  ratio (aim 1.2)\n");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr(GArray) ties = make_ties (sizes[i].n_nodes, sizes[i].n_edges);
      g_autoptr(FoedGraph) graph = foed_graph_new (FOED_GRAPH_TIES, NULL, 0, (const FoedTie *) ties->data, ties->len);
      double bare = G_MAXDOUBLE;
      double whole = G_MAXDOUBLE;

      for (guint run = 0; run < N_RUNS; run++)
        {
          bare = MIN (bare, measure_igraph (graph));
          whole = MIN (whole, measure_layout (graph));
        }
      g_print ("%5u  %6u  %9.1f  %9.1f  %.2f\n", sizes[i].n_nodes, sizes[i].n_edges, bare, whole, whole / bare);
    }
  return 0;
}
