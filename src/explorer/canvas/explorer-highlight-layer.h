/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "explorer-canvas-layer.h"

G_BEGIN_DECLS

/**
 * ExplorerHighlightLayer:
 *
 * Draws over the others what a person looks at: around the node that is pointed at everything but its neighbours fades;
 * the node that is selected is ringed and its edges stand out.
 */
#define EXPLORER_TYPE_HIGHLIGHT_LAYER (explorer_highlight_layer_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerHighlightLayer, explorer_highlight_layer, EXPLORER, HIGHLIGHT_LAYER, ExplorerCanvasLayer)

int  explorer_highlight_layer_get_focus    (ExplorerHighlightLayer *self);
void explorer_highlight_layer_set_focus    (ExplorerHighlightLayer *self,
                                            int                     node);
void explorer_highlight_layer_set_selected (ExplorerHighlightLayer *self,
                                            int                     node);
void explorer_highlight_layer_set_dragged  (ExplorerHighlightLayer *self,
                                            int                     node,
                                            FoedPoint               point);
void explorer_highlight_layer_set_edge     (ExplorerHighlightLayer *self,
                                            int                     edge);

G_END_DECLS
