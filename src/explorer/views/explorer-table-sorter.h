/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ExplorerTableSorter:
 *
 * Finds out by which column a person sorts a column view. The library sorts; the view's own sorter is never set upon
 * rows. On GTK 4.8 a view does not tell its primary column, so each column gets a sorter that only notes that it was
 * asked: the first that the view's sorter asks is the primary one, and the sign of the answer is the direction.
 *
 * Signal `changed`: a person has chosen another order.
 */
#define EXPLORER_TYPE_TABLE_SORTER (explorer_table_sorter_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerTableSorter, explorer_table_sorter, EXPLORER, TABLE_SORTER, GObject)

ExplorerTableSorter *explorer_table_sorter_new        (GtkColumnView       *view);
void                 explorer_table_sorter_add_column (ExplorerTableSorter *self,
                                                       GtkColumnViewColumn *column,
                                                       const char          *nick);
void                 explorer_table_sorter_set_order  (ExplorerTableSorter *self,
                                                       const char          *nick,
                                                       gboolean             descending);
const char          *explorer_table_sorter_get_order  (ExplorerTableSorter *self,
                                                       gboolean            *descending);

G_END_DECLS
