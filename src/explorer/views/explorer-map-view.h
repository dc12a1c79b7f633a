/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "explorer/canvas/explorer-canvas.h"
#include "explorer/explorer-session.h"

G_BEGIN_DECLS

/**
 * ExplorerMapView:
 *
 * The world on the session's day: states in the colours of their alliances, or of what they owe the selected state and
 * are owed by it, with its ties as arcs over the earth.
 *
 * Properties: `session` (construct only), `colouring`: `alliances` or `obligations`.
 */
#define EXPLORER_TYPE_MAP_VIEW (explorer_map_view_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerMapView, explorer_map_view, EXPLORER, MAP_VIEW, GtkWidget)

ExplorerCanvas *explorer_map_view_get_canvas (ExplorerMapView *self);

G_END_DECLS
