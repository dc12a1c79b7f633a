/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "analysis/foed-graph-ways.h"
#include "test-records.h"

#define DAY(text) (test_day (text))

/* Three alliances: of three, of two of the same states, and of one of them with a fourth; in time, the second ends
 * before the third begins. */
static GArray *
make_memberships (void)
{
  GArray *memberships = g_array_new (FALSE, FALSE, sizeof (FoedMembership));
  const FoedMembership rows[] = {
    { "triple", "austria", "party", DAY ("1882-05-20"), DAY ("1918-11-03") },
    { "triple", "germany", "party", DAY ("1882-05-20"), DAY ("1918-11-03") },
    { "triple", "italy", "party", DAY ("1882-05-20"), DAY ("1915-05-04") },
    { "dual", "germany", "party", DAY ("1879-10-07"), DAY ("1918-11-03") },
    { "dual", "austria", "party", DAY ("1879-10-07"), DAY ("1918-11-03") },
    { "london", "italy", "party", DAY ("1915-05-05"), FOED_DAY_LAST },
    { "london", "france", "party", DAY ("1915-05-05"), FOED_DAY_LAST },
  };

  g_array_append_vals (memberships, rows, G_N_ELEMENTS (rows));
  return memberships;
}

static GArray *
make_ties (void)
{
  GArray *ties = g_array_new (FALSE, FALSE, sizeof (FoedTie));
  const FoedTie rows[] = {
    { "dual", "dual-1", "defence", "automatic", "germany", "austria", TRUE, DAY ("1879-10-07"), DAY ("1918-11-03") },
    { "dual", "dual-1", "defence", "automatic", "austria", "germany", TRUE, DAY ("1879-10-07"), DAY ("1918-11-03") },
    { "triple", "triple-2", "defence", "automatic", "germany", "italy", TRUE, DAY ("1882-05-20"), DAY ("1915-05-04") },
    { "triple", "triple-4", "neutrality", "discretion", "germany", "austria", FALSE, DAY ("1882-05-20"),
      DAY ("1918-11-03") },
    { "triple", "triple-1", "consultation", "discretion", "italy", "germany", FALSE, DAY ("1882-05-20"),
      DAY ("1915-05-04") },
  };

  g_array_append_vals (ties, rows, G_N_ELEMENTS (rows));
  return ties;
}

static FoedGraph *
make_graph (FoedGraphPicture picture)
{
  g_autoptr(GArray) memberships = make_memberships ();
  g_autoptr(GArray) ties = make_ties ();

  return foed_graph_new (picture, (const FoedMembership *) memberships->data, memberships->len,
                         (const FoedTie *) ties->data, ties->len);
}

static gboolean
holds_on_day (const FoedGraphFact *fact,
              gpointer             user_data)
{
  FoedDay day = *(FoedDay *) user_data;

  return fact->first_day <= day && day <= fact->last_day;
}

static gboolean
holds_always (const FoedGraphFact *fact,
              gpointer             user_data)
{
  return TRUE;
}

static FoedGraphMoment *
look (FoedGraph  *graph,
      const char *date)
{
  FoedDay day = DAY (date);

  return foed_graph_moment_new (graph, holds_on_day, &day);
}

static const FoedNodeMoment *
get_node (FoedGraphMoment *moment,
          const char      *id)
{
  int node = foed_graph_find_node (foed_graph_moment_get_graph (moment), id);

  g_assert_cmpint (node, >=, 0);
  return &foed_graph_moment_get_nodes (moment)[node];
}

static const FoedEdgeMoment *
find_edge (FoedGraphMoment *moment,
           const char      *from,
           const char      *to,
           const char      *alliance)
{
  FoedGraph *graph = foed_graph_moment_get_graph (moment);
  guint n_nodes;
  guint n_edges;
  const FoedGraphNode *nodes = foed_graph_get_nodes (graph, &n_nodes);
  const FoedGraphEdge *edges = foed_graph_get_edges (graph, &n_edges);

  for (guint i = 0; i < n_edges; i++)
    {
      if (g_str_equal (nodes[edges[i].from].id, from) && g_str_equal (nodes[edges[i].to].id, to) &&
          g_strcmp0 (edges[i].alliance, alliance) == 0)
        return &foed_graph_moment_get_edges (moment)[i];
    }
  g_error ("There is no edge from %s to %s", from, to);
}

static void
test_order (void)
{
  g_autoptr(GArray) memberships = make_memberships ();
  g_autoptr(FoedGraph) first = make_graph (FOED_GRAPH_MEMBERS);
  g_autoptr(FoedGraph) second = NULL;
  guint n_first;
  guint n_second;

  for (guint i = 0; i < memberships->len / 2; i++)
    {
      FoedMembership swapped = g_array_index (memberships, FoedMembership, i);

      g_array_index (memberships, FoedMembership, i) =
        g_array_index (memberships, FoedMembership, memberships->len - 1 - i);
      g_array_index (memberships, FoedMembership, memberships->len - 1 - i) = swapped;
    }
  second = foed_graph_new (FOED_GRAPH_MEMBERS, (const FoedMembership *) memberships->data, memberships->len, NULL, 0);
  for (guint i = 0; i < 7; i++)
    g_assert_cmpstr (foed_graph_get_nodes (first, &n_first)[i].id, ==, foed_graph_get_nodes (second, &n_second)[i].id);
  g_assert_cmpuint (n_first, ==, 7);
  g_assert_cmpuint (n_second, ==, 7);
  g_assert_cmpstr (foed_graph_get_nodes (first, &n_first)[0].id, ==, "dual");
  g_assert_cmpstr (foed_graph_get_nodes (first, &n_first)[3].id, ==, "austria");
  g_assert_cmpint (foed_graph_find_node (first, "spain"), ==, -1);
}

static void
test_members (void)
{
  g_autoptr(FoedGraph) graph = make_graph (FOED_GRAPH_MEMBERS);
  g_autoptr(FoedGraphMoment) before = look (graph, "1882-05-19");
  g_autoptr(FoedGraphMoment) last = look (graph, "1915-05-04");
  g_autoptr(FoedGraphMoment) after = look (graph, "1915-05-05");

  g_assert_cmpuint (foed_graph_moment_count (before, FOED_RECORD_ALLIANCE), ==, 1);
  g_assert_cmpuint (foed_graph_moment_count (before, FOED_RECORD_STATE), ==, 2);
  g_assert_false (get_node (before, "italy")->visible);

  g_assert_cmpuint (get_node (last, "triple")->measure, ==, 3);
  g_assert_cmpuint (foed_graph_moment_count_edges (last), ==, 5);
  g_assert_false (get_node (last, "france")->visible);
  g_assert_cmpuint (find_edge (last, "triple", "italy", NULL)->n_facts, ==, 1);

  g_assert_cmpuint (get_node (after, "triple")->measure, ==, 2);
  g_assert_true (get_node (after, "france")->visible);
  g_assert_cmpuint (find_edge (after, "triple", "italy", NULL)->n_facts, ==, 0);
  /* An alliance is told by the first of its kinds: defence before neutrality. */
  g_assert_cmpstr (get_node (last, "triple")->kind->nick, ==, "defence");
  g_assert_cmpstr (get_node (after, "triple")->kind->nick, ==, "neutrality");
  g_assert_null (get_node (after, "london")->kind);
}

static void
test_ties (void)
{
  g_autoptr(FoedGraph) graph = make_graph (FOED_GRAPH_TIES);
  g_autoptr(FoedGraphMoment) moment = look (graph, "1914-08-01");
  const FoedEdgeMoment *dual = find_edge (moment, "austria", "germany", "dual");
  const FoedEdgeMoment *triple = find_edge (moment, "austria", "germany", "triple");
  const FoedEdgeMoment *italy = find_edge (moment, "germany", "italy", "triple");

  g_assert_cmpint (dual->direction, ==, FOED_GRAPH_FORWARD | FOED_GRAPH_BACKWARD);
  g_assert_true (dual->conditional);
  g_assert_cmpint (triple->direction, ==, FOED_GRAPH_BACKWARD);
  g_assert_false (triple->conditional);
  /* The direction is that of the duty that gives the edge its colour, not of those it hides. */
  g_assert_cmpstr (italy->kind->nick, ==, "defence");
  g_assert_cmpint (italy->direction, ==, FOED_GRAPH_FORWARD);
  g_assert_cmpuint (italy->weight, ==, 2);
  /* Two alliances between the same two states lie side by side, and count as one neighbour. */
  g_assert_cmpuint (dual->n_lanes, ==, 2);
  g_assert_cmpuint (triple->n_lanes, ==, 2);
  g_assert_cmpuint (dual->lane + triple->lane, ==, 1);
  g_assert_cmpuint (italy->n_lanes, ==, 1);
  g_assert_cmpuint (get_node (moment, "germany")->measure, ==, 2);
  g_assert_cmpint (foed_graph_find_node (graph, "france"), ==, -1);
}

static void
test_overlaps (void)
{
  g_autoptr(FoedGraph) graph = make_graph (FOED_GRAPH_OVERLAPS);
  g_autoptr(FoedGraphMoment) moment = look (graph, "1914-08-01");
  g_autoptr(FoedGraphMoment) later = look (graph, "1920-01-01");
  g_autoptr(FoedGraphMoment) always = foed_graph_moment_new (graph, holds_always, NULL);
  guint n_edges;

  g_assert_cmpuint (find_edge (moment, "dual", "triple", NULL)->weight, ==, 2);
  g_assert_cmpuint (get_node (moment, "triple")->measure, ==, 3);
  /* Italy was never in both the Triple Alliance and the Treaty of London. */
  foed_graph_get_edges (graph, &n_edges);
  g_assert_cmpuint (n_edges, ==, 1);
  /* An alliance that shares no member is there all the same. */
  g_assert_true (get_node (later, "london")->visible);
  g_assert_cmpuint (get_node (later, "london")->measure, ==, 2);
  g_assert_false (get_node (later, "dual")->visible);
  g_assert_cmpuint (foed_graph_moment_count (always, FOED_RECORD_ALLIANCE), ==, 3);
}

static void
test_empty (void)
{
  for (FoedGraphPicture picture = 0; picture < FOED_N_GRAPH_PICTURES; picture++)
    {
      g_autoptr(FoedGraph) graph = foed_graph_new (picture, NULL, 0, NULL, 0);
      g_autoptr(FoedGraphMoment) moment = foed_graph_moment_new (graph, holds_always, NULL);
      guint n_nodes;

      foed_graph_get_nodes (graph, &n_nodes);
      g_assert_cmpuint (n_nodes, ==, 0);
      g_assert_cmpuint (foed_graph_moment_count_edges (moment), ==, 0);
    }
}

/* How far it is from one node to another, and which way leads there, on a day. */
static void
test_ways (void)
{
  g_autoptr(FoedGraph) graph = make_graph (FOED_GRAPH_MEMBERS);
  g_autoptr(FoedGraphMoment) in_1900 = look (graph, "1900-01-01");
  g_autoptr(FoedGraphMoment) in_1916 = look (graph, "1916-01-01");
  guint italy = (guint) foed_graph_find_node (graph, "italy");
  guint germany = (guint) foed_graph_find_node (graph, "germany");
  guint france = (guint) foed_graph_find_node (graph, "france");
  g_autofree guint *steps = foed_graph_moment_measure_steps (in_1900, italy);
  g_autoptr(GArray) way = foed_graph_moment_find_way (in_1900, italy, germany);
  g_autoptr(GArray) later = foed_graph_moment_find_way (in_1916, italy, germany);
  g_autoptr(GArray) nowhere = foed_graph_moment_find_way (in_1900, italy, italy);
  guint n_edges;
  const FoedGraphEdge *edges = foed_graph_get_edges (graph, &n_edges);

  g_assert_cmpuint (steps[italy], ==, 0);
  g_assert_cmpuint (steps[foed_graph_find_node (graph, "triple")], ==, 1);
  g_assert_cmpuint (steps[germany], ==, 2);
  g_assert_cmpuint (steps[foed_graph_find_node (graph, "dual")], ==, 3);
  g_assert_cmpuint (steps[france], ==, G_MAXUINT);
  g_assert_cmpuint (way->len, ==, 2);
  g_assert_cmpuint (edges[g_array_index (way, guint, 0)].to, ==, italy);
  g_assert_cmpuint (edges[g_array_index (way, guint, 1)].to, ==, germany);
  g_assert_cmpuint (edges[g_array_index (way, guint, 0)].from, ==, edges[g_array_index (way, guint, 1)].from);
  /* Italy has gone to the other side. */
  g_assert_cmpuint (later->len, ==, 0);
  g_assert_cmpuint (nowhere->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/graph/order", test_order);
  g_test_add_func ("/graph/members", test_members);
  g_test_add_func ("/graph/ties", test_ties);
  g_test_add_func ("/graph/overlaps", test_overlaps);
  g_test_add_func ("/graph/empty", test_empty);
  g_test_add_func ("/graph/ways", test_ways);
  return g_test_run ();
}
