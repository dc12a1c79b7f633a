/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-change.h"
#include "foed-changeset-private.h"

G_BEGIN_DECLS

GPtrArray *foed_change_list (FoedChangeset  *changeset,
                             GError        **error);

G_END_DECLS
