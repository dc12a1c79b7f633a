/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/foed-record.h"

G_BEGIN_DECLS

typedef enum
{
  FOED_CHANGE_NEW,
  FOED_CHANGE_CHANGED,
  FOED_CHANGE_REMOVED
} FoedChangeKind;

/**
 * FoedFieldChange:
 * @field: which field
 * @before: (nullable): its canonical spelling before
 * @after: (nullable): its canonical spelling after
 *
 * One field that differs. Of a coded cell, a state that the value alone does not tell stands behind it in brackets:
 * `12 [implied]`, `[silent]`.
 */
typedef struct
{
  FoedField  field;
  char      *before;
  char      *after;
} FoedFieldChange;

/**
 * FoedChange:
 *
 * What a transaction did to one record, read from its changeset. Immutable.
 */
#define FOED_TYPE_CHANGE (foed_change_get_type ())
G_DECLARE_FINAL_TYPE (FoedChange, foed_change, FOED, CHANGE, GObject)

FoedChangeKind         foed_change_get_kind        (FoedChange *self);
FoedRecordKind         foed_change_get_record_kind (FoedChange *self);
const char            *foed_change_get_id          (FoedChange *self);
guint                  foed_change_get_n_fields    (FoedChange *self);
const FoedFieldChange *foed_change_get_field       (FoedChange *self,
                                                    guint       position);

G_END_DECLS
