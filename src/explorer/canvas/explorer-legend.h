/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "drawing/foed-legend.h"

G_BEGIN_DECLS

/**
 * ExplorerLegend:
 *
 * Says what the signs of a picture mean. It is filled anew whenever the picture changes, so that it tells of what is
 * there and of nothing else.
 */
#define EXPLORER_TYPE_LEGEND (explorer_legend_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerLegend, explorer_legend, EXPLORER, LEGEND, GtkWidget)

GtkWidget *explorer_legend_new         (void);

void       explorer_legend_set_entries (ExplorerLegend *self,
                                        GPtrArray      *entries);

G_END_DECLS
