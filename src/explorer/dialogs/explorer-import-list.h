/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "explorer/explorer-session.h"

G_BEGIN_DECLS

/**
 * ExplorerImportList:
 *
 * What would happen to the records of an import, one a line, with a check for those that can be left out; each opens to
 * show which fields differ and what is below it. It stays light with any number of records.
 */
#define EXPLORER_TYPE_IMPORT_LIST (explorer_import_list_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerImportList, explorer_import_list, EXPLORER, IMPORT_LIST, GtkWidget)

GtkWidget *explorer_import_list_new         (ExplorerSession    *session);
void       explorer_import_list_set_lines (ExplorerImportList *self,
                                             GListModel         *lines);

G_END_DECLS
