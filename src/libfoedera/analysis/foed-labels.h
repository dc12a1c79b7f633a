/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/foed-tie.h"

G_BEGIN_DECLS

void foed_labels_add_alliances (GHashTable           *labels,
                                GHashTable           *titles,
                                const FoedMembership *memberships,
                                guint                 n_memberships);

G_END_DECLS
