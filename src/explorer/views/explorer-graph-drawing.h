/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "drawing/foed-graph-style.h"
#include "explorer-graph-model.h"
#include "explorer/canvas/explorer-picture.h"

G_BEGIN_DECLS

ExplorerPicture *explorer_graph_draw (ExplorerGraphModel *model,
                                      FoedGraphStyle     *style);

G_END_DECLS
