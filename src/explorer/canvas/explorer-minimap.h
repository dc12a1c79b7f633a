/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "explorer-canvas.h"

G_BEGIN_DECLS

/**
 * ExplorerMinimap:
 *
 * All of the picture of a canvas, small, with a frame around what is seen of it. Pointing at a place goes there, dragging
 * the frame moves what is seen, and so do the arrow keys. It shows itself only where there is more than what is seen.
 *
 * Properties: `canvas`, `wanted` (whether it may show itself at all).
 */
#define EXPLORER_TYPE_MINIMAP (explorer_minimap_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerMinimap, explorer_minimap, EXPLORER, MINIMAP, GtkWidget)

G_END_DECLS
