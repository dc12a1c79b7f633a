/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "explorer/explorer-session.h"
#include "store/foed-change.h"

G_BEGIN_DECLS

/**
 * ExplorerChangeList:
 *
 * What happens, or would happen, to records, one a line; each opens to show which fields differ. It stays light with any
 * number of records.
 */
#define EXPLORER_TYPE_CHANGE_LIST (explorer_change_list_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerChangeList, explorer_change_list, EXPLORER, CHANGE_LIST, GtkWidget)

GtkWidget *explorer_change_list_new         (ExplorerSession    *session);
void       explorer_change_list_set_changes (ExplorerChangeList *self,
                                             GListModel         *changes);

G_END_DECLS
