/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-connection-private.h"
#include "model/foed-record-kind.h"

G_BEGIN_DECLS

/* Of all references of the model that are columns: "record", "kind", "field", "target". */
const char *foed_integrity_get_references (void);

char       *foed_integrity_find_dangling  (FoedConnection *connection);

G_END_DECLS
