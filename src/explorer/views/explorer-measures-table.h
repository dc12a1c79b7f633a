/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "analysis/foed-network.h"
#include "explorer/explorer-session.h"

G_BEGIN_DECLS

/**
 * ExplorerMeasuresTable:
 *
 * What was measured of a network: a row for each node, sorted by any column, and what can be said of the whole. The row
 * of the selected record is selected, and the other way round.
 *
 * Signal `closed`: someone wants it to go.
 */
#define EXPLORER_TYPE_MEASURES_TABLE (explorer_measures_table_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerMeasuresTable, explorer_measures_table, EXPLORER, MEASURES_TABLE, GtkWidget)

void explorer_measures_table_set_session (ExplorerMeasuresTable *self,
                                          ExplorerSession       *session);
void explorer_measures_table_set_network (ExplorerMeasuresTable *self,
                                          FoedNetwork           *network);

G_END_DECLS
