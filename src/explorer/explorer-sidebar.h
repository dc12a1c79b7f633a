/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "explorer-session.h"

G_BEGIN_DECLS

/**
 * ExplorerSidebar:
 *
 * The left of the window: the search entry, what it found, and the facets with their counts.
 *
 * Property `session` (construct only).
 */
#define EXPLORER_TYPE_SIDEBAR (explorer_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerSidebar, explorer_sidebar, EXPLORER, SIDEBAR, GtkWidget)

void explorer_sidebar_focus_search (ExplorerSidebar *self);

G_END_DECLS
