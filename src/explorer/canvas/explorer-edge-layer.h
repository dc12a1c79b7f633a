/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "explorer-plate-layer.h"

G_BEGIN_DECLS

/* With more visible nodes than this, they are drawn into memory together with the edges. */
#define EXPLORER_N_NODES_SHARP 1500

/**
 * ExplorerEdgeLayer:
 *
 * Draws the edges of a picture. Where there are very many nodes it draws them too.
 */
#define EXPLORER_TYPE_EDGE_LAYER (explorer_edge_layer_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerEdgeLayer, explorer_edge_layer, EXPLORER, EDGE_LAYER, ExplorerPlateLayer)

G_END_DECLS
