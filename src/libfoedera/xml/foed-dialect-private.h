/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-dialect.h"
#include "foed-transform.h"

G_BEGIN_DECLS

FoedTransform *foed_dialect_get_transform (FoedDialect *self);

/* How surely a file is in the dialect, from its first elements: 0 for not at all. */
guint          foed_dialect_match         (FoedDialect *self,
                                           GPtrArray   *elements);

G_END_DECLS
