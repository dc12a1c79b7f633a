/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-connection-private.h"

G_BEGIN_DECLS

typedef enum
{
  FOED_DERIVED_ROW,
  FOED_DERIVED_OBLIGATION,
  FOED_DERIVED_THREAT,
  FOED_DERIVED_OWING,
  FOED_DERIVED_SIDE,
  FOED_DERIVED_FACET,
  FOED_DERIVED_COUNT,
  FOED_N_DERIVED_TABLES
} FoedDerivedTable;

/* One value; what it is follows from its column. */
typedef union
{
  gint64      integer;
  const char *text;
} FoedDerivedValue;

typedef struct _FoedDerivedRows FoedDerivedRows;

FoedDerivedRows *foed_derived_rows_new   (FoedConnection          *connection);
void             foed_derived_rows_free  (FoedDerivedRows         *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoedDerivedRows, foed_derived_rows_free)

void             foed_derived_rows_add   (FoedDerivedRows         *self,
                                          FoedDerivedTable         table,
                                          const FoedDerivedValue  *values);
const char      *foed_derived_rows_keep  (FoedDerivedRows         *self,
                                          char                    *text);
guint            foed_derived_rows_count (FoedDerivedRows         *self);
gboolean         foed_derived_rows_flush (FoedDerivedRows         *self,
                                          GError                 **error);
void             foed_derived_rows_clear (FoedDerivedRows         *self);

G_END_DECLS
