/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-outlines.h"
#include "model/foed-date.h"

G_BEGIN_DECLS

/**
 * FoedAtlas:
 *
 * Tells where states are, and which of them held the countries of today on a day. Immutable; threads may share it.
 */
typedef struct _FoedAtlas FoedAtlas;

FoedAtlas  *foed_atlas_new         (GPtrArray         *states,
                                    GPtrArray         *places);
FoedAtlas  *foed_atlas_ref         (FoedAtlas         *self);
void        foed_atlas_unref       (FoedAtlas         *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoedAtlas, foed_atlas_unref)

const char *foed_atlas_find_holder (FoedAtlas         *self,
                                    const FoedOutline *outline,
                                    FoedDay            day);
gboolean    foed_atlas_find_place  (FoedAtlas         *self,
                                    const char        *state,
                                    FoedDegrees       *place);
GHashTable *foed_atlas_get_places  (FoedAtlas         *self);

G_END_DECLS
