/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-date-private.h"
#include "foed-record.h"

G_BEGIN_DECLS

/* One value. Which member counts is told by the field's type. A text, a reference and a list of references are each
 * one block of memory. @cell is meaningful for coded cells only. */
typedef struct
{
  union
  {
    char           *text;
    gint64          integer;
    double          number;
    FoedDate        date;
    const FoedTerm *term;
    char          **references;
  };
  guint8 is_set;
  guint8 cell;
} FoedValue;

struct _FoedRecord
{
  GObject         parent_instance;
  FoedRecordKind  kind;
  int             line;
  guint           n_children;
  char           *id;
  FoedRecord    **children;
  FoedValue      *values;
};

void              foed_value_clear       (FoedValue            *self,
                                          const FoedFieldInfo  *info);
void              foed_value_copy        (const FoedValue      *self,
                                          const FoedFieldInfo  *info,
                                          FoedValue            *copy);
gboolean          foed_value_equal       (const FoedValue      *a,
                                          const FoedValue      *b,
                                          const FoedFieldInfo  *info);
gboolean          foed_value_parse       (FoedValue            *self,
                                          const FoedFieldInfo  *info,
                                          const char           *string,
                                          GError              **error);
char             *foed_value_to_string   (const FoedValue      *self,
                                          const FoedFieldInfo  *info);
char             *foed_value_to_display  (const FoedValue      *self,
                                          const FoedFieldInfo  *info);

FoedRecord       *foed_record_new_empty  (FoedRecordKind        kind);
FoedRecord       *foed_record_copy       (FoedRecord           *self);
const FoedValue  *foed_record_peek_value (FoedRecord           *self,
                                          FoedField             field,
                                          const FoedFieldInfo **info);

void              foed_record_builder_set_id       (FoedRecordBuilder  *self,
                                                    const char         *id);
FoedCell          foed_record_builder_get_cell     (FoedRecordBuilder  *self,
                                                    FoedField           field);
void              foed_record_builder_set_checked_text (FoedRecordBuilder *self,
                                                        FoedField          field,
                                                        const char        *text);
gboolean          foed_record_builder_parse_string (FoedRecordBuilder  *self,
                                                    FoedField           field,
                                                    const char         *string,
                                                    GError            **error);

G_END_DECLS
