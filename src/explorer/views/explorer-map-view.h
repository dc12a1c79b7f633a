/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "explorer-canvas-view.h"

G_BEGIN_DECLS

/**
 * ExplorerMapView:
 *
 * The world on the session's day: states in the colours of their alliances, or of what they owe the selected state and
 * are owed by it, with its ties as arcs over the earth.
 *
 * Property: `colouring`: `alliances` or `obligations`.
 */
#define EXPLORER_TYPE_MAP_VIEW (explorer_map_view_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerMapView, explorer_map_view, EXPLORER, MAP_VIEW, ExplorerCanvasView)

G_END_DECLS
