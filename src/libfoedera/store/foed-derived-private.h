/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-connection-private.h"
#include "model/foed-record.h"

G_BEGIN_DECLS

gboolean foed_derived_write (FoedConnection  *connection,
                             FoedRecord      *record,
                             GError         **error);
gboolean foed_derived_erase (FoedConnection  *connection,
                             const char      *id,
                             GError         **error);
gboolean foed_derived_refresh (FoedConnection *connection,
                               GHashTable     *ids,
                               GError        **error);

G_END_DECLS
