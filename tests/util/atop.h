/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/foed-tie.h"

G_BEGIN_DECLS

/* The members of the Alliance Treaty Obligations and Provisions data (the file atop5_1m.csv) as memberships and ties,
 * to try pictures on two centuries of alliances. */

typedef struct
{
  GArray     *memberships;
  GArray     *ties;
  GHashTable *codes;      /* of state id to three-letter code */
  GHashTable *regions;    /* of state id to region nick */
} Atop;

Atop *atop_load (const char  *members_path,
                 const char  *states_path,
                 GError     **error);
void  atop_free (Atop        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Atop, atop_free)

G_END_DECLS
