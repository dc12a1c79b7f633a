/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "explorer-graph-model.h"

G_BEGIN_DECLS

/**
 * ExplorerTiePopover:
 *
 * Tells why two nodes of a graph are tied: the instruments, clauses, dates and sources behind the tie, each a link to its
 * record, and all of it as a citation to copy. Of a node, it lists the ties first.
 */
#define EXPLORER_TYPE_TIE_POPOVER (explorer_tie_popover_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerTiePopover, explorer_tie_popover, EXPLORER, TIE_POPOVER, GtkPopover)

GtkWidget *explorer_tie_popover_new          (ExplorerSession    *session,
                                              ExplorerGraphModel *model);
void       explorer_tie_popover_show_tie     (ExplorerTiePopover *self,
                                              guint               edge,
                                              const GdkRectangle *place);
void       explorer_tie_popover_show_ties_of (ExplorerTiePopover *self,
                                              const char         *id,
                                              const GdkRectangle *place);

G_END_DECLS
