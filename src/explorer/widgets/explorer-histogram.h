/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "explorer/explorer-session.h"

G_BEGIN_DECLS

/**
 * ExplorerHistogram:
 *
 * How many alliances were in force in each year, as bars. A click or a drag chooses the year; keys and assistive
 * technology move it as they move a slider.
 *
 * Properties: `session` (construct only); `first-year` and `last-year` (int, read only, notify when years were counted).
 */
#define EXPLORER_TYPE_HISTOGRAM (explorer_histogram_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerHistogram, explorer_histogram, EXPLORER, HISTOGRAM, GtkWidget)

char *explorer_histogram_dup_caption (ExplorerHistogram *self);
void  explorer_histogram_describe    (ExplorerHistogram *self,
                                      const char        *description);

G_END_DECLS
