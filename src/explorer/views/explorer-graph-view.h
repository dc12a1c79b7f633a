/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "explorer-canvas-view.h"

G_BEGIN_DECLS

/**
 * ExplorerGraphView:
 *
 * Alliances and states as a picture, as the session's filter and day leave them.
 *
 * Properties: `picture` and `layout` (nicks of what is drawn and how), `size` and `colour` (nicks of the measures that
 * nodes are sized and coloured by, or `none`), `measures-shown` (whether there is a table of them).
 */
#define EXPLORER_TYPE_GRAPH_VIEW (explorer_graph_view_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerGraphView, explorer_graph_view, EXPLORER, GRAPH_VIEW, ExplorerCanvasView)

G_END_DECLS
