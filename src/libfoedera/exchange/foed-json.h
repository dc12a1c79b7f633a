/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "model/foed-record.h"
#include "store/foed-history.h"
#include "store/foed-listing.h"
#include "store/foed-maintenance.h"
#include "xml/foed-match.h"

G_BEGIN_DECLS

void  foed_json_add_record  (JsonBuilder            *builder,
                             FoedRecord             *record);
void  foed_json_add_row     (JsonBuilder            *builder,
                             FoedRow                *row);
void  foed_json_add_hit     (JsonBuilder            *builder,
                             const FoedSearchHit    *hit);
void  foed_json_add_entry   (JsonBuilder            *builder,
                             const FoedHistoryEntry *entry);
void  foed_json_add_change  (JsonBuilder            *builder,
                             FoedChange             *change);
void  foed_json_add_match   (JsonBuilder            *builder,
                             const FoedMatch        *match);
void  foed_json_add_finding (JsonBuilder            *builder,
                             const FoedFinding      *finding);

char *foed_json_end         (JsonBuilder            *builder);

G_END_DECLS
