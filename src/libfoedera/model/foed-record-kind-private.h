/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-record-kind.h"

G_BEGIN_DECLS

typedef struct
{
  const char *nick;
  const char *label;
} FoedFieldName;

extern const FoedFieldName      foed_field_names[FOED_N_FIELDS];
extern const FoedRecordKindInfo foed_record_kind_table[FOED_N_RECORD_KINDS];

G_END_DECLS
