/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "drawing/foed-legend.h"
#include "explorer-graph-model.h"
#include "explorer/canvas/explorer-picture.h"

G_BEGIN_DECLS

/* What has come and what has gone since another day, marked in the graph. */

void explorer_graph_mark_nodes    (ExplorerGraphModel *model,
                                   GArray             *nodes);
void explorer_graph_mark_edges    (ExplorerGraphModel *model,
                                   GArray             *nodes,
                                   GArray             *edges);
void explorer_graph_explain_marks (ExplorerGraphModel *model,
                                   FoedColour          colour,
                                   GPtrArray          *legend);

G_END_DECLS
