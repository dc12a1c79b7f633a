/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-xml-reader.h"

G_BEGIN_DECLS

/* The dialect that Foedera writes. */
#define FOED_DIALECT_NATIVE "native"

gboolean       foed_dialect_is_known (const char    *nick);
FoedXmlReader *foed_dialect_open     (GFile         *file,
                                      const char    *name,
                                      const char    *dialect,
                                      const char   **used,
                                      GCancellable  *cancellable,
                                      GError       **error);

G_END_DECLS
