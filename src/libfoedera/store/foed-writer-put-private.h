/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-writer-private.h"

G_BEGIN_DECLS

/* One put. Merged: whether anything of it was in the library before; or else the keys of what has an id of its own. */
typedef struct
{
  FoedWriter    *writer;
  FoedPutCounts *counts;
  gboolean       merged;
  GArray        *keys;
} FoedPut;

/* Where a record shall be. */
typedef struct
{
  const char     *parent;
  FoedRecordKind  parent_kind;
  const char     *alliance;
  gint64          position;
} FoedTarget;

gboolean foed_put_insert_list   (FoedWriter        *writer,
                                 FoedRecord        *record,
                                 FoedField          field,
                                 gint64             position,
                                 gboolean           is_new,
                                 GError           **error);
gboolean foed_put_insert_record (FoedPut           *self,
                                 FoedRecord        *record,
                                 const FoedTarget  *target,
                                 GError           **error);
gboolean foed_put_merge_record  (FoedPut           *self,
                                 FoedRecord        *record,
                                 FoedPlace         *place,
                                 const FoedTarget  *target,
                                 gboolean          *changed,
                                 GError           **error);

G_END_DECLS
