/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CliTable:
 *
 * Rows of text that are printed with their columns aligned. On a terminal the last column is cut at its edge.
 */
typedef struct _CliTable CliTable;

CliTable *cli_table_new      (const char * const *headings,
                              guint               n_columns);
void      cli_table_free     (CliTable           *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliTable, cli_table_free)
void      cli_table_take_row (CliTable           *self,
                              char              **cells);
void      cli_table_print    (CliTable           *self);

G_END_DECLS
