/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "explorer-canvas-layer.h"

G_BEGIN_DECLS

/**
 * ExplorerNodeLayer:
 *
 * Draws the nodes of a picture. Where the picture changes, nodes that come or go fade and the others grow or shrink to
 * their new size. It leaves pictures with very many nodes to the layer of edges.
 */
#define EXPLORER_TYPE_NODE_LAYER (explorer_node_layer_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerNodeLayer, explorer_node_layer, EXPLORER, NODE_LAYER, ExplorerCanvasLayer)

G_END_DECLS
