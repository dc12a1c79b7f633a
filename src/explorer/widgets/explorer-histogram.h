/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "explorer/explorer-session.h"

G_BEGIN_DECLS

/**
 * ExplorerHistogram:
 *
 * How many alliances were in force in each year, as bars. A click or a drag chooses the year, the arrow keys move it.
 *
 * Property `session` (construct only).
 */
#define EXPLORER_TYPE_HISTOGRAM (explorer_histogram_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerHistogram, explorer_histogram, EXPLORER, HISTOGRAM, GtkWidget)

G_END_DECLS
