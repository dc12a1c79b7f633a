/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "drawing/foed-map-style.h"
#include "explorer-plate-layer.h"

G_BEGIN_DECLS

/**
 * ExplorerGroundLayer:
 *
 * Draws the countries of a map under everything else.
 */
#define EXPLORER_TYPE_GROUND_LAYER (explorer_ground_layer_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerGroundLayer, explorer_ground_layer, EXPLORER, GROUND_LAYER, ExplorerPlateLayer)

G_END_DECLS
