/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-graph-drawing"

#include "config.h"

#include <glib/gi18n.h>

#include "explorer-graph-drawing.h"
#include "explorer-graph-marks.h"
#include "explorer/explorer-colours.h"

/* What lies on a path that was asked for is named before all others. */
#define IMPORTANCE_WAY 1e6
#define WIDTH_OF_WAY 3.0f

/* How much is left of what lies beside it. */
#define FADED 0.22f

/* What is not near is not there; beside a path that was asked for, all else fades. */
static void
focus_node (ExplorerGraphFocus  *focus,
            guint                position,
            ExplorerPictureNode *node)
{
  node->visible = node->visible && explorer_graph_focus_shows (focus, position);
  if (explorer_graph_focus_marks_node (focus, position))
    node->importance += IMPORTANCE_WAY;
  else if (explorer_graph_focus_has_way (focus))
    node->colour.alpha *= FADED;
}

static void
focus_edge (ExplorerGraphFocus  *focus,
            guint                position,
            ExplorerPictureEdge *edge)
{
  if (explorer_graph_focus_marks_edge (focus, position))
    {
      edge->colour.alpha = 1;
      edge->width = MAX (edge->width, WIDTH_OF_WAY);
    }
  else if (explorer_graph_focus_has_way (focus))
    edge->colour.alpha *= FADED;
}

static void
draw_node (ExplorerGraphModel   *model,
           FoedGraphStyle       *style,
           guint                 position,
           const FoedGraphNode  *node,
           const FoedNodeMoment *moment,
           GArray               *nodes)
{
  FoedNodeLook look = foed_graph_style_get_node (style, position);
  ExplorerPictureNode drawn = {
    .id = node->id,
    .label = explorer_graph_model_get_label (model, node->id),
    .title = explorer_graph_model_get_title (model, node->id),
    /* The picture copies strings when it is made; until then this one has to live. */
    .description = moment->visible ? foed_graph_style_describe_node (style, position) : NULL,
    .radius = look.radius,
    .shape = look.shape,
    .colour = explorer_colours_from (look.colour),
    .importance = look.importance,
    .visible = moment->visible,
  };

  if (!explorer_graph_model_get_point (model, node->id, &drawn.point))
    drawn.visible = FALSE;
  drawn.pinned = explorer_graph_model_is_pinned (model, node->id);
  if (drawn.pinned && drawn.description != NULL)
    {
      g_autofree char *plain = (char *) drawn.description;

      /* Translators: what a node is, and that the user has put it where it is. */
      drawn.description = g_strdup_printf (C_("node", "%s, pinned"), plain);
    }
  focus_node (explorer_graph_model_get_focus (model), position, &drawn);
  g_array_append_val (nodes, drawn);
}

static void
draw_edge (ExplorerGraphModel  *model,
           FoedGraphStyle      *style,
           guint                position,
           const FoedGraphEdge *edge,
           GArray              *edges)
{
  FoedEdgeLook look = foed_graph_style_get_edge (style, position);
  ExplorerPictureEdge drawn = {
    .from = edge->from,
    .to = edge->to,
    .edge = position,
    .colour = explorer_colours_from (look.colour),
    .width = look.width,
    .offset = look.offset,
    .dashed = look.dashed,
    .arrows = look.arrows,
  };

  focus_edge (explorer_graph_model_get_focus (model), position, &drawn);
  g_array_append_val (edges, drawn);
}

static void
clear_node (ExplorerPictureNode *node)
{
  g_free ((char *) node->description);
}

/**
 * explorer_graph_draw:
 * @model: what there is and where; it must be ready
 * @style: how that is drawn
 *
 * Returns: (transfer full): the picture of it
 */
ExplorerPicture *
explorer_graph_draw (ExplorerGraphModel *model,
                     FoedGraphStyle     *style)
{
  FoedGraphMoment *moment = explorer_graph_model_get_moment (model);
  ExplorerGraphFocus *focus = explorer_graph_model_get_focus (model);
  g_autoptr(GArray) drawn_nodes = g_array_new (FALSE, FALSE, sizeof (ExplorerPictureNode));
  g_autoptr(GArray) drawn_edges = g_array_new (FALSE, FALSE, sizeof (ExplorerPictureEdge));
  const FoedGraphNode *nodes;
  const FoedGraphEdge *edges;
  guint n_nodes;
  guint n_edges;

  g_return_val_if_fail (moment != NULL, NULL);
  g_return_val_if_fail (style != NULL, NULL);

  nodes = foed_graph_get_nodes (foed_graph_moment_get_graph (moment), &n_nodes);
  edges = foed_graph_get_edges (foed_graph_moment_get_graph (moment), &n_edges);
  g_array_set_clear_func (drawn_nodes, (GDestroyNotify) clear_node);
  for (guint i = 0; i < n_nodes; i++)
    draw_node (model, style, i, &nodes[i], &foed_graph_moment_get_nodes (moment)[i], drawn_nodes);
  for (guint i = 0; i < n_edges; i++)
    {
      if (foed_graph_moment_get_edges (moment)[i].n_facts > 0 && explorer_graph_focus_shows (focus, edges[i].from) &&
          explorer_graph_focus_shows (focus, edges[i].to))
        draw_edge (model, style, i, &edges[i], drawn_edges);
    }
  explorer_graph_mark_nodes (model, drawn_nodes);
  explorer_graph_mark_edges (model, drawn_nodes, drawn_edges);
  return explorer_picture_new ((const ExplorerPictureNode *) (gpointer) drawn_nodes->data, drawn_nodes->len,
                               (const ExplorerPictureEdge *) (gpointer) drawn_edges->data, drawn_edges->len);
}
