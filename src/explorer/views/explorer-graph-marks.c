/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-graph-marks"

#include "config.h"

#include <glib/gi18n.h>

#include "explorer-graph-marks.h"

/* How much wider an edge is that has come, and how faint one that has gone. */
#define WIDTH_NEW 1.9f
#define WIDTH_GONE 1.2f
#define ALPHA_GONE 0.55f

/* Names of what has changed are written first. */
#define IMPORTANCE_CHANGED 100000.0

static void
tell (ExplorerPictureNode *node,
      const char          *format_new,
      const char          *format_gone)
{
  g_autofree char *description = (char *) g_steal_pointer (&node->description);
  const char *what = node->mark == FOED_MARK_NEW ? format_new : format_gone;

  if (description == NULL)
    node->description = g_strdup (what);
  else
    /* Translators: what a node is and what has happened to it, as in "Alliance of 3 states. New". */
    node->description = g_strdup_printf (C_("node", "%s. %s"), description, what);
}

/**
 * explorer_graph_mark_nodes:
 * @model: what there is and was
 * @nodes: (element-type ExplorerPictureNode): all nodes of the graph, as they are drawn now; their descriptions are theirs
 *
 * Marks nodes that have come, and brings back those that have gone, marked as that.
 */
void
explorer_graph_mark_nodes (ExplorerGraphModel *model,
                           GArray             *nodes)
{
  FoedGraphMoment *former = explorer_graph_model_get_former_moment (model);
  const FoedNodeMoment *moments;
  const FoedGraphNode *graph_nodes;
  guint n_nodes;

  g_return_if_fail (nodes != NULL);

  if (former == NULL)
    return;
  moments = foed_graph_moment_get_nodes (former);
  graph_nodes = foed_graph_get_nodes (foed_graph_moment_get_graph (former), &n_nodes);
  g_return_if_fail (nodes->len == n_nodes);
  for (guint i = 0; i < nodes->len; i++)
    {
      ExplorerPictureNode *node = &g_array_index (nodes, ExplorerPictureNode, i);

      if (!!node->visible == !!moments[i].visible)
        continue;
      if (!node->visible)
        node->radius = foed_layout_get_radius (graph_nodes[i].kind, moments[i].measure);
      node->mark = node->visible ? FOED_MARK_NEW : FOED_MARK_GONE;
      node->visible = TRUE;
      node->importance += IMPORTANCE_CHANGED;
      tell (node, C_("mark", "New"), C_("mark", "Gone"));
    }
}

static gboolean
is_placed (GArray *nodes,
           guint   node)
{
  return g_array_index (nodes, ExplorerPictureNode, node).visible;
}

/**
 * explorer_graph_mark_edges:
 * @model: what there is and was
 * @nodes: (element-type ExplorerPictureNode): the nodes, marked
 * @edges: (element-type ExplorerPictureEdge): the edges that there are now
 *
 * Draws edges that have come wider, and adds those that have gone, broken.
 */
void
explorer_graph_mark_edges (ExplorerGraphModel *model,
                           GArray             *nodes,
                           GArray             *edges)
{
  FoedGraphMoment *former = explorer_graph_model_get_former_moment (model);
  const FoedEdgeMoment *before;
  const FoedEdgeMoment *now;
  const FoedGraphEdge *all;
  guint n_edges;

  g_return_if_fail (nodes != NULL);
  g_return_if_fail (edges != NULL);

  if (former == NULL)
    return;
  before = foed_graph_moment_get_edges (former);
  now = foed_graph_moment_get_edges (explorer_graph_model_get_moment (model));
  for (guint i = 0; i < edges->len; i++)
    {
      ExplorerPictureEdge *edge = &g_array_index (edges, ExplorerPictureEdge, i);

      if (before[edge->edge].n_facts == 0)
        {
          edge->width *= WIDTH_NEW;
          edge->colour.alpha = 1;
        }
    }
  all = foed_graph_get_edges (foed_graph_moment_get_graph (former), &n_edges);
  for (guint i = 0; i < n_edges; i++)
    {
      ExplorerPictureEdge gone = { .from = all[i].from, .to = all[i].to, .edge = i, .width = WIDTH_GONE, .dashed = TRUE };

      if (before[i].n_facts == 0 || now[i].n_facts > 0 || !is_placed (nodes, all[i].from) ||
          !is_placed (nodes, all[i].to))
        continue;
      gone.colour = g_array_index (nodes, ExplorerPictureNode, all[i].from).colour;
      gone.colour.alpha = ALPHA_GONE;
      g_array_append_val (edges, gone);
    }
}

/**
 * explorer_graph_explain_marks:
 * @model: what there is and was
 * @colour: the colour of the signs
 * @legend: (element-type FoedLegendEntry): takes what the marks mean, where there are any
 */
void
explorer_graph_explain_marks (ExplorerGraphModel *model,
                              FoedColour          colour,
                              GPtrArray          *legend)
{
  FoedGraphMoment *former = explorer_graph_model_get_former_moment (model);
  const FoedNodeMoment *before;
  const FoedNodeMoment *now;
  gboolean any_new = FALSE;
  gboolean any_gone = FALSE;
  guint n_nodes;

  g_return_if_fail (legend != NULL);

  if (former == NULL)
    return;
  before = foed_graph_moment_get_nodes (former);
  now = foed_graph_moment_get_nodes (explorer_graph_model_get_moment (model));
  foed_graph_get_nodes (foed_graph_moment_get_graph (former), &n_nodes);
  for (guint i = 0; i < n_nodes; i++)
    {
      any_new |= now[i].visible && !before[i].visible;
      any_gone |= before[i].visible && !now[i].visible;
    }
  if (any_new)
    foed_legend_add (legend, FOED_LEGEND_RING, colour, C_("legend", "New"));
  if (any_gone)
    foed_legend_add (legend, FOED_LEGEND_HOLLOW, colour, C_("legend", "Gone"));
}
