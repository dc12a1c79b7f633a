/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-connection-private.h"
#include "model/foed-record.h"

G_BEGIN_DECLS

typedef struct _FoedDerived FoedDerived;

FoedDerived *foed_derived_new     (FoedConnection  *connection);
void         foed_derived_free    (FoedDerived     *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoedDerived, foed_derived_free)

gboolean     foed_derived_add     (FoedDerived     *self,
                                   FoedRecord      *record,
                                   const gint64    *keys,
                                   GError         **error);
gboolean     foed_derived_flush   (FoedDerived     *self,
                                   GError         **error);
void         foed_derived_clear   (FoedDerived     *self);

gboolean     foed_derived_refresh (FoedConnection  *connection,
                                   GHashTable      *ids,
                                   GError         **error);
gboolean     foed_derived_remake  (FoedConnection  *connection,
                                   GError         **error);

G_END_DECLS
