/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-graph-output"

#include "config.h"

#include "drawing/foed-graph-page.h"
#include "explorer-graph-drawing.h"
#include "explorer-graph-marks.h"
#include "explorer-graph-output.h"
#include "explorer-picture-output.h"
#include "explorer/explorer-colours.h"

/* What is there is drawn as the canvas shows it, but for pins: those are of use only to who can take them away. */
static FoedDrawing *
make_drawing (ExplorerPicture *picture,
              const char      *selected)
{
  FoedDrawing *drawing = foed_drawing_new ();
  guint n_nodes;
  guint n_edges;
  const ExplorerPictureNode *nodes = explorer_picture_get_nodes (picture, &n_nodes);
  const ExplorerPictureEdge *edges = explorer_picture_get_edges (picture, &n_edges);
  g_autofree guint *numbers = g_new0 (guint, n_nodes);

  for (guint i = 0; i < n_nodes; i++)
    {
      const FoedNodeLook look = { nodes[i].shape, nodes[i].radius, explorer_colours_to (&nodes[i].colour),
                                  nodes[i].importance };

      if (!nodes[i].visible)
        continue;
      numbers[i] = foed_drawing_add_node (drawing, &look, nodes[i].point, nodes[i].label, nodes[i].mark) + 1;
      if (g_strcmp0 (nodes[i].id, selected) == 0)
        foed_drawing_select (drawing, numbers[i] - 1);
    }
  for (guint i = 0; i < n_edges; i++)
    {
      const FoedEdgeLook look = { explorer_colours_to (&edges[i].colour), edges[i].width, edges[i].offset,
                                  edges[i].dashed, edges[i].arrows };

      if (numbers[edges[i].from] > 0 && numbers[edges[i].to] > 0)
        foed_drawing_add_edge (drawing, numbers[edges[i].from] - 1, numbers[edges[i].to] - 1, &look, edges[i].path);
    }
  return drawing;
}

/**
 * explorer_graph_output_make_page:
 * @self: what there is to draw
 * @options: takes how more pages of the kind are made
 *
 * Draws what is shown on a page, which is white whatever the style of the window.
 *
 * Returns: (transfer full): the page
 */
FoedPage *
explorer_graph_output_make_page (const ExplorerGraphOutput *self,
                                 FoedPictureOptions        *options)
{
  FoedGraphMoment *moment = explorer_graph_model_get_moment (self->model);
  const char *selected = explorer_session_get_root (self->session);
  g_autoptr(FoedGraphStyle) style = foed_graph_style_new (moment, &foed_palette_paper);
  g_autoptr(ExplorerPicture) picture = NULL;
  g_auto(ExplorerPictureOrigin) origin = { 0 };
  GPtrArray *legend;

  explorer_picture_origin_init (&origin, self->session);
  if (explorer_graph_model_get_former_moment (self->model) != NULL &&
      explorer_session_get_since (self->session, &origin.since))
    origin.origin.since = &origin.since;
  foed_graph_style_set_measures (style, self->network, self->size, self->colour);
  picture = explorer_graph_draw (self->model, style);
  legend = foed_graph_style_explain (style);
  explorer_graph_explain_marks (self->model, foed_palette_paper.ink, legend);
  options->view = FOED_VIEW_GRAPH;
  options->picture = explorer_graph_model_get_picture (self->model);
  options->layout = explorer_graph_model_get_layout (self->model);
  options->size = self->size;
  options->colour = self->colour;
  options->selected = selected;
  return foed_graph_page_new (make_drawing (picture, selected), moment, legend, &origin.origin);
}
