/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "explorer-canvas-layer.h"

G_BEGIN_DECLS

/**
 * ExplorerLabelLayer:
 *
 * Names the nodes of a picture, as many as can be read.
 */
#define EXPLORER_TYPE_LABEL_LAYER (explorer_label_layer_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerLabelLayer, explorer_label_layer, EXPLORER, LABEL_LAYER, ExplorerCanvasLayer)

void explorer_label_layer_set_first (ExplorerLabelLayer *self,
                                     int                 node);

G_END_DECLS
