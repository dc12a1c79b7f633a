/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "store/foed-listing.h"

G_BEGIN_DECLS

/**
 * ExplorerFacetRow:
 *
 * One value of a facet: a check box, a swatch where the value has a colour, what it is called, and how many there are.
 *
 * Property `active`: whether the value is on.
 */
#define EXPLORER_TYPE_FACET_ROW (explorer_facet_row_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerFacetRow, explorer_facet_row, EXPLORER, FACET_ROW, GtkWidget)

GtkWidget  *explorer_facet_row_new        (FoedFacet         facet,
                                           const char       *nick,
                                           const char       *label);
const char *explorer_facet_row_get_nick   (ExplorerFacetRow *self);
const char *explorer_facet_row_get_label  (ExplorerFacetRow *self);
guint       explorer_facet_row_get_count  (ExplorerFacetRow *self);
void        explorer_facet_row_set_count  (ExplorerFacetRow *self,
                                           guint             count);
gboolean    explorer_facet_row_get_active (ExplorerFacetRow *self);
void        explorer_facet_row_set_active (ExplorerFacetRow *self,
                                           gboolean          active);

G_END_DECLS
