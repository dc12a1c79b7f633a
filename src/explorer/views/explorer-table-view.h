/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "explorer/explorer-session.h"

G_BEGIN_DECLS

/**
 * ExplorerTableView:
 *
 * The rows of the query as a table: one listing of eight, sorted by the library, with the columns a person wants.
 *
 *     FoedListModel (pages read when asked for; sorted and narrowed in SQL)
 *     ╰── GtkSingleSelection
 *         ╰── GtkColumnView
 *
 * Property `session` (construct only).
 */
#define EXPLORER_TYPE_TABLE_VIEW (explorer_table_view_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerTableView, explorer_table_view, EXPLORER, TABLE_VIEW, GtkWidget)

G_END_DECLS
