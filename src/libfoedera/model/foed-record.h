/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "foed-date.h"
#include "foed-record-kind.h"

G_BEGIN_DECLS

/**
 * FoedCell:
 * @FOED_CELL_STATED: the text says so
 * @FOED_CELL_IMPLIED: another instrument of the alliance says so
 * @FOED_CELL_SILENT: the text was read and says nothing about it
 * @FOED_CELL_NOT_CODED: nobody has looked yet
 * @FOED_CELL_TEXT_MISSING: the text is lost or was not available
 *
 * The state of a coded cell, in the order of %FOED_VOCABULARY_CELL. Missing is not no.
 */
typedef enum
{
  FOED_CELL_STATED,
  FOED_CELL_IMPLIED,
  FOED_CELL_SILENT,
  FOED_CELL_NOT_CODED,
  FOED_CELL_TEXT_MISSING
} FoedCell;

#define FOED_RECORD_ERROR (foed_record_error_quark ())

/**
 * FoedRecordError:
 * @FOED_RECORD_ERROR_FORMAT: a value is not spelt as its field asks
 * @FOED_RECORD_ERROR_RANGE: a value is spelt well, but too large, or there is no such day
 * @FOED_RECORD_ERROR_UNKNOWN_TERM: a word is no term of the vocabulary
 */
typedef enum
{
  FOED_RECORD_ERROR_FORMAT,
  FOED_RECORD_ERROR_RANGE,
  FOED_RECORD_ERROR_UNKNOWN_TERM
} FoedRecordError;

GQuark foed_record_error_quark (void);

const FoedTerm *foed_cell_get_term (FoedCell cell);

#define FOED_TYPE_RECORD (foed_record_get_type ())
G_DECLARE_FINAL_TYPE (FoedRecord, foed_record, FOED, RECORD, GObject)

/**
 * FoedRecordBuilder:
 *
 * Gathers the values of a record. Setters take what the field's type asks for; setting a field that the kind of
 * record does not have is a programming error.
 */
typedef struct _FoedRecordBuilder FoedRecordBuilder;

FoedRecordBuilder  *foed_record_builder_new            (FoedRecordKind       kind,
                                                        const char          *id);
FoedRecordBuilder  *foed_record_builder_new_copy       (FoedRecord          *record);
void                foed_record_builder_free           (FoedRecordBuilder   *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoedRecordBuilder, foed_record_builder_free)

FoedRecordKind      foed_record_builder_get_kind       (FoedRecordBuilder   *self);
const char         *foed_record_builder_get_id         (FoedRecordBuilder   *self);
gboolean            foed_record_builder_has_value      (FoedRecordBuilder   *self,
                                                        FoedField            field);
void                foed_record_builder_set_text       (FoedRecordBuilder   *self,
                                                        FoedField            field,
                                                        const char          *text);
void                foed_record_builder_set_integer    (FoedRecordBuilder   *self,
                                                        FoedField            field,
                                                        gint64               integer);
void                foed_record_builder_set_number     (FoedRecordBuilder   *self,
                                                        FoedField            field,
                                                        double               number);
void                foed_record_builder_set_date       (FoedRecordBuilder   *self,
                                                        FoedField            field,
                                                        const FoedDate      *date);
void                foed_record_builder_set_term       (FoedRecordBuilder   *self,
                                                        FoedField            field,
                                                        const FoedTerm      *term);
void                foed_record_builder_set_references (FoedRecordBuilder   *self,
                                                        FoedField            field,
                                                        const char * const  *ids);
void                foed_record_builder_set_cell       (FoedRecordBuilder   *self,
                                                        FoedField            field,
                                                        FoedCell             cell);
gboolean            foed_record_builder_set_string     (FoedRecordBuilder   *self,
                                                        FoedField            field,
                                                        const char          *string,
                                                        GError             **error);
void                foed_record_builder_take_child     (FoedRecordBuilder   *self,
                                                        FoedRecord          *child);
void                foed_record_builder_set_line       (FoedRecordBuilder   *self,
                                                        int                  line);
FoedRecord         *foed_record_builder_end            (FoedRecordBuilder   *self);

FoedRecordKind      foed_record_get_kind               (FoedRecord          *self);
const char         *foed_record_get_id                 (FoedRecord          *self);
int                 foed_record_get_line               (FoedRecord          *self);
gboolean            foed_record_has_value              (FoedRecord          *self,
                                                        FoedField            field);
const char         *foed_record_get_text               (FoedRecord          *self,
                                                        FoedField            field);
gint64              foed_record_get_integer            (FoedRecord          *self,
                                                        FoedField            field);
double              foed_record_get_number             (FoedRecord          *self,
                                                        FoedField            field);
const FoedDate     *foed_record_get_date               (FoedRecord          *self,
                                                        FoedField            field);
const FoedTerm     *foed_record_get_term               (FoedRecord          *self,
                                                        FoedField            field);
const char         *foed_record_get_reference          (FoedRecord          *self,
                                                        FoedField            field);
const char * const *foed_record_get_references         (FoedRecord          *self,
                                                        FoedField            field);
FoedCell            foed_record_get_cell               (FoedRecord          *self,
                                                        FoedField            field);
char               *foed_record_dup_string             (FoedRecord          *self,
                                                        FoedField            field);
char               *foed_record_dup_display            (FoedRecord          *self,
                                                        FoedField            field);
char               *foed_record_dup_display_of         (FoedRecord          *self,
                                                        FoedField            field,
                                                        const char          *string);

guint               foed_record_get_n_children         (FoedRecord          *self);
FoedRecord         *foed_record_get_child              (FoedRecord          *self,
                                                        guint                position);
FoedRecord         *foed_record_find                   (FoedRecord          *self,
                                                        const char          *id);
gboolean            foed_record_equal                  (FoedRecord          *a,
                                                        FoedRecord          *b);

FoedDay             foed_record_get_first_day          (FoedRecord          *self);
FoedDay             foed_record_get_last_day           (FoedRecord          *self);

G_END_DECLS
