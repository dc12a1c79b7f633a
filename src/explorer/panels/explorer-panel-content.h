/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "explorer-panel.h"
#include "explorer/widgets/explorer-record-card.h"

G_BEGIN_DECLS

GtkWidget          *explorer_panel_append_heading (ExplorerPanel   *self,
                                                   const char      *text);
GtkWidget          *explorer_panel_append_text    (ExplorerPanel   *self,
                                                   const char      *text);
ExplorerRecordCard *explorer_panel_append_card    (ExplorerPanel   *self,
                                                   FoedRecord      *record);
ExplorerRecordCard *explorer_panel_new_card       (ExplorerPanel   *self,
                                                   FoedRecord      *record);
gboolean            explorer_panel_holds          (ExplorerPanel   *self,
                                                   FoedRecord      *record);
gboolean            explorer_panel_is_silent      (FoedRecord      *record);
GPtrArray          *explorer_panel_list_records   (FoedRecord      *root,
                                                   FoedRecordKind   kind);
void                explorer_panel_add_related    (ExplorerPanel      *self,
                                                   ExplorerRecordCard *card,
                                                   FoedRecord         *root,
                                                   FoedRecord         *record);

G_END_DECLS
