/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "explorer-graph-model.h"
#include "explorer/canvas/explorer-canvas.h"

G_BEGIN_DECLS

/**
 * ExplorerGraphView:
 *
 * Alliances and states as a picture, as the session's filter and day leave them.
 *
 * Properties: `session` (construct only), `picture` and `layout` (nicks of what is drawn and how).
 */
#define EXPLORER_TYPE_GRAPH_VIEW (explorer_graph_view_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerGraphView, explorer_graph_view, EXPLORER, GRAPH_VIEW, GtkWidget)

ExplorerGraphModel *explorer_graph_view_get_model  (ExplorerGraphView *self);
ExplorerCanvas     *explorer_graph_view_get_canvas (ExplorerGraphView *self);

G_END_DECLS
