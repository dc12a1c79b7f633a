/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-record.h"

G_BEGIN_DECLS

/**
 * FoedStateIndex:
 *
 * Finds the state that a code or a name meant on a day. Immutable once made; threads may share it.
 */
#define FOED_TYPE_STATE_INDEX (foed_state_index_get_type ())
G_DECLARE_FINAL_TYPE (FoedStateIndex, foed_state_index, FOED, STATE_INDEX, GObject)

FoedStateIndex *foed_state_index_new       (GPtrArray      *states);
const char     *foed_state_index_find_iso3 (FoedStateIndex *self,
                                            const char     *code,
                                            FoedDay         day);
const char     *foed_state_index_find_cow  (FoedStateIndex *self,
                                            gint64          number,
                                            FoedDay         day);
const char     *foed_state_index_find_name (FoedStateIndex *self,
                                            const char     *name,
                                            FoedDay         day);

G_END_DECLS
