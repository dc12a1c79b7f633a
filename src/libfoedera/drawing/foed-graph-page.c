/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-graph-page"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "foed-graph-page.h"

static const char * const titles[FOED_N_GRAPH_PICTURES] = {
  NC_("page", "Alliances and the States in Them"),
  NC_("page", "States and What They Owe Each Other"),
  NC_("page", "Alliances That Share Members"),
};

static void
draw_cb (cairo_t           *cr,
         double             width,
         double             height,
         const FoedPalette *palette,
         gboolean           right_to_left,
         gpointer           user_data)
{
  foed_drawing_draw (user_data, cr, width, height, palette, right_to_left);
}

/**
 * foed_graph_page_draw:
 * @moment: what there is of a graph
 * @style: how it is drawn
 * @lookup: tells where nodes are and what they are called
 * @user_data: handed to @lookup
 * @selected: (nullable): the id of what stands out
 * @whole: whether to leave room for nodes that are not there, so that those that are stay where they are day by day
 *
 * Returns: (transfer full): a drawing of it
 */
FoedDrawing *
foed_graph_page_draw (FoedGraphMoment     *moment,
                      FoedGraphStyle      *style,
                      FoedGraphPageLookup  lookup,
                      gpointer             user_data,
                      const char          *selected,
                      gboolean             whole)
{
  FoedDrawing *drawing = foed_drawing_new ();
  FoedGraph *graph = foed_graph_moment_get_graph (moment);
  guint n_nodes;
  guint n_edges;
  const FoedGraphNode *nodes = foed_graph_get_nodes (graph, &n_nodes);
  const FoedGraphEdge *edges = foed_graph_get_edges (graph, &n_edges);
  g_autofree guint *numbers = g_new0 (guint, n_nodes);

  for (guint i = 0; i < n_nodes; i++)
    {
      gboolean visible = foed_graph_moment_get_nodes (moment)[i].visible;
      FoedNodeLook look;
      const char *label;
      FoedPoint point;

      if (!visible && !whole)
        continue;
      label = lookup (nodes[i].id, &point, user_data);
      if (label == NULL)
        continue;
      look = foed_graph_style_get_node (style, i);
      if (!visible)
        {
          foed_drawing_make_room (drawing, point, look.radius);
          continue;
        }
      numbers[i] = foed_drawing_add_node (drawing, &look, point, label, FOED_MARK_NONE) + 1;
      if (g_strcmp0 (nodes[i].id, selected) == 0)
        foed_drawing_select (drawing, numbers[i] - 1);
    }
  for (guint i = 0; i < n_edges; i++)
    {
      FoedEdgeLook look;

      if (foed_graph_moment_get_edges (moment)[i].n_facts == 0 || numbers[edges[i].from] == 0 ||
          numbers[edges[i].to] == 0)
        continue;
      look = foed_graph_style_get_edge (style, i);
      foed_drawing_add_edge (drawing, numbers[edges[i].from] - 1, numbers[edges[i].to] - 1, &look, NULL);
    }
  return drawing;
}

/**
 * foed_graph_page_new:
 * @drawing: (transfer full): the graph as it is drawn
 * @moment: what there is of it
 * @legend: (transfer full) (element-type FoedLegendEntry): what its colours and signs mean
 * @origin: where it comes from
 *
 * Returns: (transfer full): a page with the graph, that holds all it needs
 */
FoedPage *
foed_graph_page_new (FoedDrawing          *drawing,
                     FoedGraphMoment      *moment,
                     GPtrArray            *legend,
                     const FoedPageOrigin *origin)
{
  g_autofree char *content = NULL;
  FoedPage *page;

  g_return_val_if_fail (drawing != NULL, NULL);
  g_return_val_if_fail (moment != NULL, NULL);

  content = foed_graph_moment_describe (moment);
  page = foed_page_new (draw_cb, drawing, (GDestroyNotify) foed_drawing_free);
  foed_page_tell (page, g_dpgettext2 (GETTEXT_PACKAGE, "page",
                                      titles[foed_graph_get_picture (foed_graph_moment_get_graph (moment))]),
                  content, origin);
  foed_page_take_legend (page, legend);
  return page;
}

/**
 * foed_graph_page_reserve:
 * @page: a page of a series
 * @whole: what there is of the graph at any time
 *
 * Leaves room for a legend that tells of all there may be, so that the graph has the same place on each page.
 */
void
foed_graph_page_reserve (FoedPage        *page,
                         FoedGraphMoment *whole)
{
  g_autoptr(FoedGraphStyle) style = foed_graph_style_new (whole, &foed_palette_paper);

  foed_page_take_room (page, foed_graph_style_explain (style));
}
