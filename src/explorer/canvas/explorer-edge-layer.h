/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "explorer-canvas-layer.h"

G_BEGIN_DECLS

/* With more visible nodes than this, they are drawn into memory together with the edges. */
#define EXPLORER_N_NODES_SHARP 1500

/**
 * ExplorerEdgeLayer:
 *
 * Draws the edges of a picture, in a worker thread: what was drawn last is moved and scaled until the next is ready, and
 * fades into it where the picture has changed. Where there are very many nodes it draws them too.
 *
 * Property `busy`: whether something is being drawn, or about to be.
 */
#define EXPLORER_TYPE_EDGE_LAYER (explorer_edge_layer_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerEdgeLayer, explorer_edge_layer, EXPLORER, EDGE_LAYER, ExplorerCanvasLayer)

G_END_DECLS
