/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "store/foed-list-model.h"

G_BEGIN_DECLS

/**
 * ExplorerCell:
 *
 * One cell of a table: a value of a row, shown by the type of its column. It fills itself once the page on which the
 * row lies has been read.
 */
#define EXPLORER_TYPE_CELL (explorer_cell_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerCell, explorer_cell, EXPLORER, CELL, GtkWidget)

GtkWidget *explorer_cell_new    (FoedListing       listing,
                                 guint             position,
                                 gboolean          is_main);
void       explorer_cell_bind   (ExplorerCell     *self,
                                 FoedListItem     *item);
void       explorer_cell_unbind (ExplorerCell     *self);

G_END_DECLS
