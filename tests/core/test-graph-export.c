/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <igraph/igraph.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <stdio.h>

#include "exchange/foed-graph-export.h"
#include "test-library.h"
#include "test-records.h"

#define PARTY(pact, state, attributes) \
  "<party id='" pact ".party." state "' state='" state "' role='party' " attributes "/>"
#define OBLIGATION(pact, kind, attributes) "<obligation id='" pact ".t.1." kind "' kind='" kind "' " attributes "/>"
#define PACT(pact, title, obligations, parties) \
  "<alliance id='" pact "' begin='1900-02-01' end='1910-12-31'><title>" title "</title>" \
  "<instrument id='" pact ".t' form='treaty' begin='1900-02-01'><title>T</title>" \
  "<clause id='" pact ".t.1' kind='article' number='1'>" obligations "</clause></instrument>" parties "</alliance>"

/* Two alliances of Aland and Borduria, one of which Carpania joins for a while, and comes back to. Aland owes neutrality
 * and is owed none. */
#define LIBRARY \
  "<foedera><state id='aland' iso3='ALD' cow='998'><title>Aland &amp; \"Sons\"</title></state>" \
  "<state id='borduria' iso3='BOR'><title>Borduria</title></state><state id='carpania'><title>Carpania</title></state>" \
  PACT ("first", "First", OBLIGATION ("first", "defence", "strength='automatic'"), \
        PARTY ("first", "aland", "") PARTY ("first", "borduria", "") \
        "<party id='first.c1' state='carpania' role='party' begin='1901-01-01' end='1902-12-31'/>" \
        "<party id='first.c2' state='carpania' role='party' begin='1905-01-01' end='1906-12-31'/>") \
  PACT ("second", "Second", OBLIGATION ("second", "neutrality", "promisors='aland' beneficiaries='borduria'"), \
        PARTY ("second", "aland", "") PARTY ("second", "borduria", "")) "</foedera>"

typedef struct
{
  FoedGraphPicture  picture;
  const char       *day;
  guint             n_nodes;
  guint             n_edges;
} Case;

/* Defence is owed both ways between each two of three, neutrality one way. */
static const Case cases[] = {
  { FOED_GRAPH_TIES, NULL, 3, 7 },
  { FOED_GRAPH_TIES, "1903-06-01", 2, 3 },
  { FOED_GRAPH_TIES, "1905-06-01", 3, 7 },
  { FOED_GRAPH_TIES, "1899-06-01", 0, 0 },
  { FOED_GRAPH_MEMBERS, NULL, 5, 5 },
  { FOED_GRAPH_MEMBERS, "1903-06-01", 4, 4 },
  { FOED_GRAPH_OVERLAPS, NULL, 2, 1 },
  { FOED_GRAPH_OVERLAPS, "1911-01-01", 0, 0 },
};

static char *
export (TestLibrary     *library,
        const Case      *wanted,
        FoedGraphFormat  format,
        gsize           *length)
{
  g_autoptr(FoedQuery) query = foed_query_new (FOED_LISTING_ALLIANCES);
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr(GError) error = NULL;

  if (wanted->day != NULL)
    test_take (&query, foed_query_with_day (query, test_day (wanted->day)));
  foed_graph_export_to_stream_sync (library->library, query, wanted->picture, format, stream, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);
  *length = g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream));
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
open_library (TestLibrary *library)
{
  test_library_init (library);
  test_library_put_xml (library, LIBRARY);
}

/* Reads with igraph's own reader. */
static void
read_back (TestLibrary *library,
           const Case  *wanted,
           igraph_t    *graph)
{
  gsize length;
  g_autofree char *text = export (library, wanted, FOED_GRAPH_GRAPHML, &length);
  FILE *file = fmemopen (text, length, "r");

  g_assert_nonnull (file);
  g_assert_cmpint (igraph_read_graph_graphml (graph, file, 0), ==, IGRAPH_SUCCESS);
  fclose (file);
}

static igraph_integer_t
find_vertex (igraph_t   *graph,
             const char *id)
{
  for (igraph_integer_t i = 0; i < igraph_vcount (graph); i++)
    {
      if (g_str_equal (VAS (graph, "id", i), id))
        return i;
    }
  g_error ("There is no %s", id);
}

static void
test_graphml (void)
{
  g_auto(TestLibrary) library = { 0 };

  open_library (&library);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      igraph_t graph;

      read_back (&library, &cases[i], &graph);
      g_assert_cmpint (igraph_vcount (&graph), ==, cases[i].n_nodes);
      g_assert_cmpint (igraph_ecount (&graph), ==, cases[i].n_edges);
      g_assert_cmpint (igraph_is_directed (&graph), ==, cases[i].picture == FOED_GRAPH_TIES);
      igraph_destroy (&graph);
    }
}

static void
test_graphml_attributes (void)
{
  g_auto(TestLibrary) library = { 0 };
  guint n_neutral = 0;
  igraph_integer_t aland;
  igraph_t graph;

  open_library (&library);
  read_back (&library, &cases[0], &graph);
  aland = find_vertex (&graph, "aland");
  g_assert_cmpstr (VAS (&graph, "title", aland), ==, "Aland & \"Sons\"");
  g_assert_cmpstr (VAS (&graph, "label", aland), ==, "ALD");
  g_assert_cmpstr (VAS (&graph, "record", aland), ==, "state");
  g_assert_cmpfloat (VAN (&graph, "cow", aland), ==, 998);
  g_assert_cmpstr (VAS (&graph, "spells", find_vertex (&graph, "carpania")), ==,
                   "1901-01-01/1902-12-31 1905-01-01/1906-12-31");
  for (igraph_integer_t i = 0; i < igraph_ecount (&graph); i++)
    {
      if (g_str_equal (EAS (&graph, "kind", i), "defence"))
        {
          g_assert_cmpstr (EAS (&graph, "strength", i), ==, "automatic");
          continue;
        }
      n_neutral++;
      g_assert_cmpstr (EAS (&graph, "kind", i), ==, "neutrality");
      g_assert_cmpstr (EAS (&graph, "alliance", i), ==, "second");
      g_assert_cmpint (IGRAPH_FROM (&graph, i), ==, aland);
      g_assert_cmpint (IGRAPH_TO (&graph, i), ==, find_vertex (&graph, "borduria"));
      g_assert_cmpstr (EAS (&graph, "first_day", i), ==, "1900-02-01");
      g_assert_cmpstr (EAS (&graph, "last_day", i), ==, "1910-12-31");
    }
  g_assert_cmpuint (n_neutral, ==, 1);
  igraph_destroy (&graph);

  read_back (&library, &cases[6], &graph);
  g_assert_cmpfloat (EAN (&graph, "weight", 0), ==, 2);
  g_assert_cmpstr (EAS (&graph, "states", 0), ==, "aland borduria");
  igraph_destroy (&graph);
}

static double
count (xmlXPathContext *context,
       const char      *path)
{
  g_autofree char *expression = g_strdup_printf ("count(%s)", path);
  xmlXPathObject *object = xmlXPathEvalExpression ((const xmlChar *) expression, context);
  double number;

  g_assert_nonnull (object);
  number = object->floatval;
  xmlXPathFreeObject (object);
  return number;
}

/* What the format asks for: declared attributes, ends that are there, and spells of which each has a day. */
static void
test_gexf (void)
{
  g_auto(TestLibrary) library = { 0 };

  open_library (&library);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize length;
      g_autofree char *text = export (&library, &cases[i], FOED_GRAPH_GEXF, &length);
      xmlDoc *document = xmlReadMemory (text, (int) length, NULL, NULL, XML_PARSE_NONET);
      xmlXPathContext *context;

      g_assert_nonnull (document);
      context = xmlXPathNewContext (document);
      xmlXPathRegisterNs (context, (const xmlChar *) "g", (const xmlChar *) "http://gexf.net/1.3");
      g_assert_cmpfloat (count (context, "/g:gexf[@version='1.3']/g:graph[@mode='dynamic'][@timeformat='date']"), ==, 1);
      g_assert_cmpfloat (count (context, "//g:nodes/g:node[@id][@label]"), ==, cases[i].n_nodes);
      g_assert_cmpfloat (count (context, "//g:edges/g:edge[@id]"), ==, cases[i].n_edges);
      g_assert_cmpfloat (count (context, "//g:edge[not(@source = //g:node/@id) or not(@target = //g:node/@id)]"), ==, 0);
      g_assert_cmpfloat (count (context, "//g:node//g:attvalue[not(@for = //g:attributes[@class='node']/*/@id)]"), ==, 0);
      g_assert_cmpfloat (count (context, "//g:edge//g:attvalue[not(@for = //g:attributes[@class='edge']/*/@id)]"), ==, 0);
      g_assert_cmpfloat (count (context, "//*[self::g:node or self::g:edge][not(g:spells/g:spell)]"), ==, 0);
      if (i == 0)
        g_assert_cmpfloat (count (context, "//g:node[@id='carpania']/g:spells/g:spell[@start='1905-01-01'][@end='1906-12-31']"),
                           ==, 1);
      xmlXPathFreeContext (context);
      xmlFreeDoc (document);
    }
}

/* The bundled library: as many edges in a file as in the graph that is drawn. */
static void
test_bundled (void)
{
  g_auto(TestLibrary) library = { 0 };
  g_autoptr(GPtrArray) records = test_library_load_bundled (FOEDERA_LIBRARY_DIR);
  g_autoptr(FoedQuery) query = foed_query_new (FOED_LISTING_ALLIANCES);
  g_autoptr(FoedGraphData) data = NULL;
  g_autoptr(FoedGraph) graph = NULL;
  const Case wanted = { FOED_GRAPH_MEMBERS, NULL, 0, 0 };
  igraph_t read;
  guint n_nodes;
  guint n_edges;

  test_library_init (&library);
  test_library_put (&library, records);
  data = foed_graph_data_new_sync (library.library, query, NULL, NULL);
  graph = foed_graph_data_make_graph (data, FOED_GRAPH_MEMBERS);
  foed_graph_get_nodes (graph, &n_nodes);
  foed_graph_get_edges (graph, &n_edges);
  read_back (&library, &wanted, &read);
  g_assert_cmpint (igraph_vcount (&read), ==, n_nodes);
  g_assert_cmpint (igraph_ecount (&read), ==, n_edges);
  g_assert_cmpuint (n_edges, >, 100);
  igraph_destroy (&read);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  igraph_set_attribute_table (&igraph_cattribute_table);
  g_test_add_func ("/graph-export/graphml", test_graphml);
  g_test_add_func ("/graph-export/graphml-attributes", test_graphml_attributes);
  g_test_add_func ("/graph-export/gexf", test_gexf);
  g_test_add_func ("/graph-export/bundled", test_bundled);
  return g_test_run ();
}
