/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "explorer/explorer-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ExplorerRecordCard:
 *
 * A record on a card: its title and terms, its summary, its facts with links to other records, its sources. Further
 * content may be added below.
 */
#define EXPLORER_TYPE_RECORD_CARD (explorer_record_card_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerRecordCard, explorer_record_card, EXPLORER, RECORD_CARD, GtkWidget)

GtkWidget *explorer_record_card_new         (ExplorerSession    *session,
                                             FoedRecord         *record);
void       explorer_record_card_hide_title  (ExplorerRecordCard *self);
void       explorer_record_card_add_term    (ExplorerRecordCard *self,
                                             FoedField           field,
                                             const char         *suffix);
void       explorer_record_card_add_period  (ExplorerRecordCard *self);
void       explorer_record_card_add_label   (ExplorerRecordCard *self,
                                             const char         *text);
void       explorer_record_card_add_summary (ExplorerRecordCard *self);
void       explorer_record_card_add_facts   (ExplorerRecordCard *self,
                                             const FoedField    *fields,
                                             guint               n_fields);
void       explorer_record_card_add_fact    (ExplorerRecordCard *self,
                                             const char         *label,
                                             const char         *markup);
void       explorer_record_card_add_names   (ExplorerRecordCard *self);
void       explorer_record_card_add_sources (ExplorerRecordCard *self);
void       explorer_record_card_add_child   (ExplorerRecordCard *self,
                                             GtkWidget          *child);
void       explorer_record_card_set_resting (ExplorerRecordCard *self,
                                             const char         *reason);

GtkWidget *explorer_record_label_new        (ExplorerSession    *session,
                                             const char         *markup);

G_END_DECLS
