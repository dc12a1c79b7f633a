/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/foed-record.h"
#include "xml/foed-match.h"

G_BEGIN_DECLS

/**
 * FoedAllianceIndex:
 *
 * Finds records of alliances that describe the same alliance: by a number that both have in a series or data set, else
 * by the same members and begins within a year of each other.
 */
typedef struct _FoedAllianceIndex FoedAllianceIndex;

FoedAllianceIndex *foed_alliance_index_new     (void);
void               foed_alliance_index_free    (FoedAllianceIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoedAllianceIndex, foed_alliance_index_free)

void               foed_alliance_index_add     (FoedAllianceIndex *self,
                                                FoedRecord        *alliance);
GPtrArray         *foed_alliance_index_match   (FoedAllianceIndex *self,
                                                FoedRecord        *alliance);
FoedMatch         *foed_alliance_index_compare (FoedRecord        *alliance,
                                                FoedRecord        *other);

G_END_DECLS
