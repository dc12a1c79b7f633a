/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "analysis/foed-labels.h"
#include "drawing/foed-graph-page.h"
#include "drawing/foed-label-room.h"

#define DAY 700000

/* Defence both ways on a condition between a and b, twice; neutrality one way from c to a. */
static FoedGraph *
make_graph (FoedGraphPicture picture)
{
  const FoedTie ties[] = {
    { "one", "one.1", "defence", NULL, "a", "b", TRUE, DAY, DAY + 10 },
    { "one", "one.1", "defence", NULL, "b", "a", TRUE, DAY, DAY + 10 },
    { "two", "two.1", "defence", NULL, "a", "b", FALSE, DAY, DAY + 10 },
    { "two", "two.1", "defence", NULL, "b", "a", FALSE, DAY, DAY + 10 },
    { "three", "three.1", "neutrality", NULL, "c", "a", FALSE, DAY, DAY + 5 },
  };
  const FoedMembership memberships[] = {
    { "one", "a", "party", DAY, DAY + 10 },  { "one", "b", "party", DAY, DAY + 10 },
    { "two", "a", "party", DAY, DAY + 10 },  { "two", "b", "party", DAY, DAY + 10 },
    { "three", "a", "party", DAY, DAY + 5 }, { "three", "c", "party", DAY, DAY + 5 },
  };

  return foed_graph_new (picture, memberships, G_N_ELEMENTS (memberships), ties, G_N_ELEMENTS (ties));
}

/* The meanings of a legend, separated by bars. */
static char *
explain (FoedGraphStyle *style)
{
  g_autoptr(GPtrArray) legend = foed_graph_style_explain (style);
  g_autoptr(GPtrArray) meanings = g_ptr_array_new ();

  for (guint i = 0; i < legend->len; i++)
    g_ptr_array_add (meanings, ((FoedLegendEntry *) g_ptr_array_index (legend, i))->meaning);
  g_ptr_array_add (meanings, NULL);
  return g_strjoinv ("|", (char **) meanings->pdata);
}

static void
assert_legend (FoedGraphPicture  picture,
               FoedDay           day,
               FoedMeasure       size,
               FoedMeasure       colour,
               const char       *expected)
{
  g_autoptr(FoedGraph) graph = make_graph (picture);
  g_autoptr(FoedGraphMoment) moment = foed_graph_moment_new_on_day (graph, day);
  g_autoptr(FoedNetwork) network = foed_network_new_sync (moment, FOED_MEASURES_ALL, NULL, NULL);
  g_autoptr(FoedGraphStyle) style = foed_graph_style_new (moment, &foed_palette_paper);
  g_autofree char *legend = NULL;

  foed_graph_style_set_measures (style, network, size, colour);
  legend = explain (style);
  g_assert_cmpstr (legend, ==, expected);
}

/* What is there is explained, and what is not is not. */
static void
test_legend (void)
{
  const FoedMeasure none = FOED_N_MEASURES;

  assert_legend (FOED_GRAPH_TIES, DAY, none, none,
                 "State|Defence|Neutrality|Owed one way|On a condition|Larger: ties to more states");
  assert_legend (FOED_GRAPH_TIES, DAY + 6, none, none, "State|Defence|On a condition|Larger: ties to more states");
  assert_legend (FOED_GRAPH_TIES, DAY + 6, FOED_MEASURE_DEGREE, FOED_MEASURE_COMMUNITY,
                 "Defence|On a condition|Community 1|Degree 1");
  assert_legend (FOED_GRAPH_TIES, DAY, FOED_MEASURE_BETWEENNESS, FOED_MEASURE_CLOSENESS,
                 "Defence|Neutrality|Owed one way|On a condition|Closeness 0.667–1.000|Betweenness 0.000–1.000");
  assert_legend (FOED_GRAPH_MEMBERS, DAY + 6, none, none, "State|Defence|Larger: more members or alliances");
  assert_legend (FOED_GRAPH_MEMBERS, DAY + 6, none, FOED_MEASURE_COMPONENT,
                 "State|Alliance|Defence|Component 1|Larger: more members or alliances");
  assert_legend (FOED_GRAPH_OVERLAPS, DAY + 6, none, none, "Defence|Shared members|Larger: more members");
}

/* Ties side by side, arrows on what goes one way, and dashes on what hangs on a condition. */
static void
test_ties (void)
{
  g_autoptr(FoedGraph) graph = make_graph (FOED_GRAPH_TIES);
  g_autoptr(FoedGraphMoment) moment = foed_graph_moment_new_on_day (graph, DAY);
  g_autoptr(FoedGraphStyle) style = foed_graph_style_new (moment, &foed_palette_paper);
  guint n_edges;
  const FoedGraphEdge *edges = foed_graph_get_edges (graph, &n_edges);
  float offsets = 0;

  g_assert_cmpuint (n_edges, ==, 3);
  for (guint i = 0; i < n_edges; i++)
    {
      FoedEdgeLook look = foed_graph_style_get_edge (style, i);

      g_assert_cmpint (look.dashed, ==, g_str_equal (edges[i].alliance, "one"));
      g_assert_cmpint (look.arrows, ==, g_str_equal (edges[i].alliance, "three") ? FOED_ARROW_FROM : FOED_ARROW_NONE);
      if (g_str_equal (edges[i].alliance, "three"))
        g_assert_cmpfloat (look.offset, ==, 0);
      else
        g_assert_cmpfloat (ABS (look.offset), >, 1);
      offsets += look.offset;
    }
  g_assert_cmpfloat_with_epsilon (offsets, 0, 1e-6);
}

static void
test_sizes (void)
{
  g_autoptr(FoedGraph) graph = make_graph (FOED_GRAPH_TIES);
  g_autoptr(FoedGraphMoment) moment = foed_graph_moment_new_on_day (graph, DAY);
  g_autoptr(FoedNetwork) network = foed_network_new_sync (moment, FOED_MEASURES_ALL, NULL, NULL);
  g_autoptr(FoedGraphStyle) style = foed_graph_style_new (moment, &foed_palette_paper);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  FoedNodeLook a;
  FoedNodeLook b;

  before = foed_graph_style_describe_node (style, 0);
  foed_graph_style_set_measures (style, network, FOED_MEASURE_BETWEENNESS, FOED_MEASURE_BETWEENNESS);
  a = foed_graph_style_get_node (style, 0);
  b = foed_graph_style_get_node (style, 1);
  after = foed_graph_style_describe_node (style, 0);
  g_assert_cmpfloat (a.radius, >, 2 * b.radius);
  g_assert_cmpfloat (a.colour.blue, !=, b.colour.blue);
  g_assert_cmpstr (before, ==, "State with ties to 2 others");
  g_assert_cmpstr (after, ==, "State with ties to 2 others, Betweenness 1.000");
}

/* Names never overlap, whatever is asked for. */
static void
test_labels (void)
{
  g_autoptr(FoedLabelRoom) room = foed_label_room_new (300, 200, 0);
  g_autoptr(GArray) boxes = g_array_new (FALSE, FALSE, sizeof (FoedBox));
  g_autoptr(GRand) random = g_rand_new_with_seed (1);

  for (guint i = 0; i < 100; i++)
    {
      const FoedPoint middle = { g_rand_double_range (random, 0, 300), g_rand_double_range (random, 0, 200) };
      const FoedLabel label = { i % 2, middle, 5, { 0, 0 }, 40, 12, i, FALSE };
      FoedPoint place;
      FoedBox box;

      if (!foed_label_room_place (room, &label, &place, &box))
        continue;
      for (guint j = 0; j < boxes->len; j++)
        {
          const FoedBox *other = &g_array_index (boxes, FoedBox, j);

          g_assert_true (box.last.x <= other->first.x || other->last.x <= box.first.x ||
                         box.last.y <= other->first.y || other->last.y <= box.first.y);
        }
      g_array_append_val (boxes, box);
    }
  g_assert_cmpuint (boxes->len, >, 20);
  g_assert_cmpuint (boxes->len, <, 100);
}

/* A name at the edge moves to where all of it can be read, and none hides a node that it is not of. */
static void
test_labels_at_edges (void)
{
  g_autoptr(FoedLabelRoom) room = foed_label_room_new (300, 200, 100);
  FoedLabel label = { FOED_SHAPE_SQUARE, { 3, 100 }, 4, { 0, 0 }, 80, 12, 0, FALSE };
  FoedPoint place;
  FoedBox box;

  g_assert_true (foed_label_room_place (room, &label, &place, &box));
  g_assert_cmpfloat (box.first.x, >=, 0);
  g_assert_cmpfloat (box.first.y, >=, 104);
  label.middle = (FoedPoint) { 298, 199 };
  g_assert_true (foed_label_room_place (room, &label, &place, &box));
  g_assert_cmpfloat (box.last.x, <=, 300);
  g_assert_cmpfloat (box.last.y, <=, 200);
  /* What is beyond the edge is named there, so that it has its name when it comes into view. */
  label.middle = (FoedPoint) { 150, 230 };
  g_assert_true (foed_label_room_place (room, &label, &place, &box));
  g_assert_cmpfloat (box.last.y, >, 200);

  /* Nodes all round: only what matters most may hide one, and none that matters more. */
  for (guint i = 0; i < 49; i++)
    foed_label_room_take_node (room, (FoedPoint) { 100 + 15 * (i % 7), 20 + 15 * (i / 7) }, 5, i == 24 ? 20 : 30);
  label = (FoedLabel) { FOED_SHAPE_CIRCLE, { 145, 65 }, 5, { 0, 0 }, 40, 12, 20, FALSE };
  g_assert_false (foed_label_room_place (room, &label, &place, &box));
  label.rank = 1;
  g_assert_true (foed_label_room_place (room, &label, &place, &box));
}

/* Alliances without a short name or title are called by those who were in them first, and the year. */
static void
test_names_of_alliances (void)
{
  const FoedDay begin = foed_day_from_calendar (1907, 3, 1);
  const FoedMembership memberships[] = {
    { "pact", "late", "party", begin + 900, FOED_DAY_LAST }, { "pact", "a", "party", begin, FOED_DAY_LAST },
    { "pact", "a", "party", begin + 9000, FOED_DAY_LAST },   { "pact", "b", "party", begin, FOED_DAY_LAST },
    { "league", "d", "party", begin, begin + 10 },           { "league", "a", "party", begin, FOED_DAY_LAST },
    { "league", "b", "party", begin, FOED_DAY_LAST },        { "league", "c", "party", begin + 1, FOED_DAY_LAST },
    { "known", "a", "party", begin, FOED_DAY_LAST },         { "ever", "c", "party", FOED_DAY_FIRST, FOED_DAY_LAST },
    { "entente", "a", "party", begin, FOED_DAY_LAST },
  };
  g_autoptr(GHashTable) labels = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_insert (labels, (gpointer) "a", (gpointer) "AAA");
  g_hash_table_insert (labels, (gpointer) "known", (gpointer) "K");
  g_hash_table_insert (titles, (gpointer) "b", (gpointer) "Beeland");
  g_hash_table_insert (titles, (gpointer) "entente", (gpointer) "Cordial Entente");
  g_hash_table_insert (titles, (gpointer) "pact", (gpointer) "Treaty between A and B and Later L");
  foed_labels_add_alliances (labels, titles, memberships, G_N_ELEMENTS (memberships));
  g_assert_cmpstr (g_hash_table_lookup (labels, "pact"), ==, "AAA–Beeland–late 1907");
  g_assert_cmpstr (g_hash_table_lookup (labels, "league"), ==, "d–AAA +2 1907");
  g_assert_cmpstr (g_hash_table_lookup (labels, "known"), ==, "K");
  g_assert_cmpstr (g_hash_table_lookup (labels, "ever"), ==, "c");
  g_assert_null (g_hash_table_lookup (labels, "entente"));
}

/* What is well visible on white is made lighter for a dark ground. */
static void
test_colours (void)
{
  guint n_terms;
  const FoedTerm *terms = foed_vocabulary_get_terms (FOED_VOCABULARY_OBLIGATION_KIND, &n_terms);
  FoedColour light;
  FoedColour dark;

  g_assert_true (foed_colour_of_term (&terms[0], FALSE, &light));
  g_assert_true (foed_colour_of_term (&terms[0], TRUE, &dark));
  g_assert_cmpfloat (dark.red + dark.green + dark.blue, >, light.red + light.green + light.blue);
  for (guint i = 1; i < foed_colour_count_groups (); i++)
    {
      FoedColour first = foed_colour_of_group (i, &foed_palette_paper);
      FoedColour second = foed_colour_of_group (i + 1, &foed_palette_paper);

      g_assert_true (first.red != second.red || first.green != second.green || first.blue != second.blue);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawing/legend", test_legend);
  g_test_add_func ("/drawing/ties", test_ties);
  g_test_add_func ("/drawing/sizes", test_sizes);
  g_test_add_func ("/drawing/labels", test_labels);
  g_test_add_func ("/drawing/labels-at-edges", test_labels_at_edges);
  g_test_add_func ("/drawing/names-of-alliances", test_names_of_alliances);
  g_test_add_func ("/drawing/colours", test_colours);
  return g_test_run ();
}
