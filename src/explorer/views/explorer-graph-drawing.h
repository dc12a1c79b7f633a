/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "explorer-graph-model.h"
#include "explorer/canvas/explorer-legend.h"
#include "explorer/canvas/explorer-picture.h"

G_BEGIN_DECLS

/* How the graph of alliances and states is drawn: which shape, size and colour stands for what, and the legend that says
 * so. */

/* What is drawn without the colour of a term, and on what. */
typedef struct
{
  GdkRGBA ink;
  GdkRGBA ground;
} ExplorerGraphColours;

ExplorerPicture *explorer_graph_draw     (ExplorerGraphModel         *model,
                                          const ExplorerGraphColours *colours);
void             explorer_graph_explain  (ExplorerGraphModel         *model,
                                          const ExplorerGraphColours *colours,
                                          ExplorerLegend             *legend);
char            *explorer_graph_describe (ExplorerGraphModel         *model);

G_END_DECLS
