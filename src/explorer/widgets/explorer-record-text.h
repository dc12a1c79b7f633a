/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "explorer/explorer-session.h"

G_BEGIN_DECLS

char *explorer_record_text_dup_title    (ExplorerSession *session,
                                         FoedRecord      *record);
char *explorer_record_text_dup_name     (ExplorerSession *session,
                                         const char      *id);
char *explorer_record_text_dup_link     (ExplorerSession *session,
                                         const char      *id);
char *explorer_record_text_dup_links    (ExplorerSession *session,
                                         const char * const *ids);
char *explorer_record_text_dup_value    (ExplorerSession *session,
                                         FoedRecord      *record,
                                         FoedField        field);
char *explorer_record_text_dup_fact     (const char      *label,
                                         const char      *markup);
char *explorer_record_text_dup_period   (FoedRecord      *record);
char *explorer_record_text_dup_citation (ExplorerSession *session,
                                         FoedRecord      *record,
                                         FoedRecord      *citation);

G_END_DECLS
