/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-record"

#include "config.h"

#include <string.h>

#include "foed-record-private.h"
#include "foed-spelling-private.h"

G_DEFINE_FINAL_TYPE (FoedRecord, foed_record, G_TYPE_OBJECT)

static void
foed_record_finalize (GObject *object)
{
  FoedRecord *self = FOED_RECORD (object);
  const FoedRecordKindInfo *info = foed_record_kind_get_info (self->kind);

  for (guint i = 0; i < info->n_fields; i++)
    foed_value_clear (&self->values[i], &info->fields[i]);

  for (guint i = 0; i < self->n_children; i++)
    g_object_unref (self->children[i]);

  g_free (self->children);
  g_free (self->values);
  g_free (self->id);

  G_OBJECT_CLASS (foed_record_parent_class)->finalize (object);
}

static void
foed_record_class_init (FoedRecordClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foed_record_finalize;
}

static void
foed_record_init (FoedRecord *self)
{
}

/* A record that a builder fills. */
FoedRecord *
foed_record_new_empty (FoedRecordKind kind)
{
  FoedRecord *self = g_object_new (FOED_TYPE_RECORD, NULL);

  self->kind = kind;
  self->values = g_new0 (FoedValue, foed_record_kind_get_info (kind)->n_fields);

  return self;
}

/* A copy that shares the children. */
FoedRecord *
foed_record_copy (FoedRecord *self)
{
  const FoedRecordKindInfo *info = foed_record_kind_get_info (self->kind);
  FoedRecord *copy = foed_record_new_empty (self->kind);

  copy->id = g_strdup (self->id);
  copy->line = self->line;

  for (guint i = 0; i < info->n_fields; i++)
    foed_value_copy (&self->values[i], &info->fields[i], &copy->values[i]);

  copy->children = g_new (FoedRecord *, self->n_children);
  copy->n_children = self->n_children;

  for (guint i = 0; i < self->n_children; i++)
    copy->children[i] = g_object_ref (self->children[i]);

  return copy;
}

/* The value of @field, or NULL where the kind of record has no such field. */
const FoedValue *
foed_record_peek_value (FoedRecord           *self,
                        FoedField             field,
                        const FoedFieldInfo **info)
{
  int position = foed_record_kind_find_field (self->kind, field);

  if (position < 0)
    return NULL;

  *info = &foed_record_kind_get_info (self->kind)->fields[position];

  return &self->values[position];
}

static const FoedValue *
peek_set_value (FoedRecord    *self,
                FoedField      field,
                FoedFieldType  type)
{
  const FoedFieldInfo *info;
  const FoedValue *value = foed_record_peek_value (self, field, &info);

  if (value == NULL || !value->is_set)
    return NULL;

  g_return_val_if_fail (info->type == type, NULL);

  return value;
}

/**
 * foed_cell_get_term:
 * @cell: the state of a coded cell
 *
 * Returns: (transfer none): its term in %FOED_VOCABULARY_CELL
 */
const FoedTerm *
foed_cell_get_term (FoedCell cell)
{
  guint n_terms;
  const FoedTerm *terms = foed_vocabulary_get_terms (FOED_VOCABULARY_CELL, &n_terms);

  g_return_val_if_fail (cell < n_terms, NULL);

  return &terms[cell];
}

/**
 * foed_record_get_kind:
 * @self: a record
 *
 * Returns: what it is
 */
FoedRecordKind
foed_record_get_kind (FoedRecord *self)
{
  g_return_val_if_fail (FOED_IS_RECORD (self), FOED_RECORD_NONE);

  return self->kind;
}

/**
 * foed_record_get_id:
 * @self: a record
 *
 * Returns: (transfer none) (nullable): its id; %NULL only for a record of a kind without ids that has no parent yet
 */
const char *
foed_record_get_id (FoedRecord *self)
{
  g_return_val_if_fail (FOED_IS_RECORD (self), NULL);

  return self->id;
}

/**
 * foed_record_get_line:
 * @self: a record
 *
 * Returns: the line on which it began in the file it was read from, or 0
 */
int
foed_record_get_line (FoedRecord *self)
{
  g_return_val_if_fail (FOED_IS_RECORD (self), 0);

  return self->line;
}

/**
 * foed_record_has_value:
 * @self: a record
 * @field: a field, also one that the kind of record does not have
 *
 * Returns: whether @field has a value
 */
gboolean
foed_record_has_value (FoedRecord *self,
                       FoedField   field)
{
  const FoedFieldInfo *info;
  const FoedValue *value;

  g_return_val_if_fail (FOED_IS_RECORD (self), FALSE);

  value = foed_record_peek_value (self, field, &info);

  return value != NULL && value->is_set;
}

/**
 * foed_record_get_text:
 * @self: a record
 * @field: a field that holds text, or that the kind of record does not have
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where there is none
 */
const char *
foed_record_get_text (FoedRecord *self,
                      FoedField   field)
{
  const FoedValue *value;

  g_return_val_if_fail (FOED_IS_RECORD (self), NULL);

  value = peek_set_value (self, field, FOED_FIELD_TYPE_TEXT);

  return value == NULL ? NULL : value->text;
}

/**
 * foed_record_get_integer:
 * @self: a record
 * @field: a field that holds a whole number
 *
 * Returns: the number, or 0 where there is none; foed_record_has_value() tells
 */
gint64
foed_record_get_integer (FoedRecord *self,
                         FoedField   field)
{
  const FoedValue *value;

  g_return_val_if_fail (FOED_IS_RECORD (self), 0);

  value = peek_set_value (self, field, FOED_FIELD_TYPE_INTEGER);

  return value == NULL ? 0 : value->integer;
}

/**
 * foed_record_get_number:
 * @self: a record
 * @field: a field that holds a number
 *
 * Returns: the number, or 0 where there is none; foed_record_has_value() tells
 */
double
foed_record_get_number (FoedRecord *self,
                        FoedField   field)
{
  const FoedValue *value;

  g_return_val_if_fail (FOED_IS_RECORD (self), 0.0);

  value = peek_set_value (self, field, FOED_FIELD_TYPE_NUMBER);

  return value == NULL ? 0.0 : value->number;
}

/**
 * foed_record_get_date:
 * @self: a record
 * @field: a field that holds a date
 *
 * Returns: (transfer none) (nullable): the date, or %NULL where there is none
 */
const FoedDate *
foed_record_get_date (FoedRecord *self,
                      FoedField   field)
{
  const FoedFieldInfo *info;
  const FoedValue *value;

  g_return_val_if_fail (FOED_IS_RECORD (self), NULL);

  value = foed_record_peek_value (self, field, &info);

  if (value == NULL || !value->is_set)
    return NULL;

  g_return_val_if_fail (info->type == FOED_FIELD_TYPE_BEGIN || info->type == FOED_FIELD_TYPE_END, NULL);

  return &value->date;
}

/**
 * foed_record_get_term:
 * @self: a record
 * @field: a field that holds a term
 *
 * Returns: (transfer none) (nullable): the term, or %NULL where there is none
 */
const FoedTerm *
foed_record_get_term (FoedRecord *self,
                      FoedField   field)
{
  const FoedValue *value;

  g_return_val_if_fail (FOED_IS_RECORD (self), NULL);

  value = peek_set_value (self, field, FOED_FIELD_TYPE_TERM);

  return value == NULL ? NULL : value->term;
}

/**
 * foed_record_get_reference:
 * @self: a record
 * @field: a field that holds one reference
 *
 * Returns: (transfer none) (nullable): the id it names, or %NULL where there is none
 */
const char *
foed_record_get_reference (FoedRecord *self,
                           FoedField   field)
{
  const FoedValue *value;

  g_return_val_if_fail (FOED_IS_RECORD (self), NULL);

  value = peek_set_value (self, field, FOED_FIELD_TYPE_REFERENCE);

  return value == NULL ? NULL : value->text;
}

/**
 * foed_record_get_references:
 * @self: a record
 * @field: a field that holds several references
 *
 * Returns: (transfer none) (array zero-terminated=1): the ids it names; an empty array where there are none
 */
const char * const *
foed_record_get_references (FoedRecord *self,
                            FoedField   field)
{
  static const char *const none[] = { NULL };
  const FoedValue *value;

  g_return_val_if_fail (FOED_IS_RECORD (self), none);

  value = peek_set_value (self, field, FOED_FIELD_TYPE_REFERENCES);

  return value == NULL ? none : (const char * const *) value->references;
}

/**
 * foed_record_get_cell:
 * @self: a record
 * @field: a coded cell, or %FOED_FIELD_PRESENCE for the record as a whole
 *
 * Returns: in which of the five states the cell is
 */
FoedCell
foed_record_get_cell (FoedRecord *self,
                      FoedField   field)
{
  const FoedFieldInfo *info;
  const FoedValue *value;

  g_return_val_if_fail (FOED_IS_RECORD (self), FOED_CELL_NOT_CODED);

  value = foed_record_peek_value (self, field, &info);

  if (field == FOED_FIELD_PRESENCE)
    return value == NULL || !value->is_set ? FOED_CELL_STATED
                                           : foed_vocabulary_get_position (FOED_VOCABULARY_CELL, value->term);

  if (value == NULL)
    return FOED_CELL_NOT_CODED;

  if (!(info->flags & FOED_FIELD_CELL))
    return value->is_set ? FOED_CELL_STATED : FOED_CELL_NOT_CODED;

  return value->cell;
}

/**
 * foed_record_dup_string:
 * @self: a record
 * @field: a field
 *
 * Returns: (transfer full) (nullable): the canonical spelling of its value, which foed_record_builder_set_string()
 *   reads; %NULL where there is none
 */
char *
foed_record_dup_string (FoedRecord *self,
                        FoedField   field)
{
  const FoedFieldInfo *info;
  const FoedValue *value;

  g_return_val_if_fail (FOED_IS_RECORD (self), NULL);

  value = foed_record_peek_value (self, field, &info);

  return value == NULL ? NULL : foed_value_to_string (value, info);
}

/**
 * foed_record_dup_display:
 * @self: a record
 * @field: a field
 *
 * References stay ids: only a library knows what they name.
 *
 * Returns: (transfer full) (nullable): its value for people, in the user's language; an empty coded cell says why it
 *   is empty; %NULL where there is nothing to say
 */
char *
foed_record_dup_display (FoedRecord *self,
                         FoedField   field)
{
  const FoedFieldInfo *info;
  const FoedValue *value;

  g_return_val_if_fail (FOED_IS_RECORD (self), NULL);

  value = foed_record_peek_value (self, field, &info);

  return value == NULL ? NULL : foed_value_to_display (value, info);
}

/**
 * foed_record_dup_display_of:
 * @self: a record
 * @field: a field
 * @string: the spelling of a value that the field might have instead of its own
 *
 * Returns: (transfer full): that value for people, in the user's language; @string itself where the field takes no such
 *   value
 */
char *
foed_record_dup_display_of (FoedRecord *self,
                            FoedField   field,
                            const char *string)
{
  FoedValue value = { .cell = FOED_CELL_STATED };
  const FoedFieldInfo *info;
  char *display;

  g_return_val_if_fail (FOED_IS_RECORD (self), NULL);
  g_return_val_if_fail (string != NULL, NULL);

  if (foed_record_peek_value (self, field, &info) == NULL || !foed_value_parse (&value, info, string, NULL))
    return g_strdup (string);

  display = foed_value_to_display (&value, info);
  foed_value_clear (&value, info);

  return display;
}

/**
 * foed_record_get_n_children:
 * @self: a record
 *
 * Returns: how many records it holds directly
 */
guint
foed_record_get_n_children (FoedRecord *self)
{
  g_return_val_if_fail (FOED_IS_RECORD (self), 0);

  return self->n_children;
}

/**
 * foed_record_get_child:
 * @self: a record
 * @position: less than foed_record_get_n_children()
 *
 * Returns: (transfer none): a record that it holds; they come in the canonical order of kinds
 */
FoedRecord *
foed_record_get_child (FoedRecord *self,
                       guint       position)
{
  g_return_val_if_fail (FOED_IS_RECORD (self), NULL);
  g_return_val_if_fail (position < self->n_children, NULL);

  return self->children[position];
}

/**
 * foed_record_find:
 * @self: a record
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the record of that id: @self or one below it
 */
FoedRecord *
foed_record_find (FoedRecord *self,
                  const char *id)
{
  g_return_val_if_fail (FOED_IS_RECORD (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  if (g_strcmp0 (self->id, id) == 0)
    return self;

  for (guint i = 0; i < self->n_children; i++)
    {
      FoedRecord *found = foed_record_find (self->children[i], id);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/**
 * foed_record_equal:
 * @a: a record
 * @b: another record
 *
 * Returns: whether they have the same kind, id, values and states of cells, and the same children in the same order;
 *   the line does not count
 */
gboolean
foed_record_equal (FoedRecord *a,
                   FoedRecord *b)
{
  const FoedRecordKindInfo *info;

  g_return_val_if_fail (FOED_IS_RECORD (a), FALSE);
  g_return_val_if_fail (FOED_IS_RECORD (b), FALSE);

  if (a == b)
    return TRUE;

  if (a->kind != b->kind || a->n_children != b->n_children || g_strcmp0 (a->id, b->id) != 0)
    return FALSE;

  info = foed_record_kind_get_info (a->kind);

  for (guint i = 0; i < info->n_fields; i++)
    if (!foed_value_equal (&a->values[i], &b->values[i], &info->fields[i]))
      return FALSE;

  for (guint i = 0; i < a->n_children; i++)
    if (!foed_record_equal (a->children[i], b->children[i]))
      return FALSE;

  return TRUE;
}

/**
 * foed_record_get_first_day:
 * @self: a record
 *
 * Returns: the first possible day of its `begin`, or %FOED_DAY_FIRST where that is open
 */
FoedDay
foed_record_get_first_day (FoedRecord *self)
{
  const FoedDate *begin;

  g_return_val_if_fail (FOED_IS_RECORD (self), FOED_DAY_FIRST);

  begin = foed_record_get_date (self, FOED_FIELD_BEGIN);

  return begin == NULL ? FOED_DAY_FIRST : foed_date_get_first_day (begin);
}

/**
 * foed_record_get_last_day:
 * @self: a record
 *
 * Returns: the last possible day of its `end`, or %FOED_DAY_LAST where that is open; an event without `end` ends with
 *   its `begin`
 */
FoedDay
foed_record_get_last_day (FoedRecord *self)
{
  const FoedDate *end;

  g_return_val_if_fail (FOED_IS_RECORD (self), FOED_DAY_LAST);

  end = foed_record_get_date (self, FOED_FIELD_END);

  if (end == NULL && self->kind == FOED_RECORD_EVENT)
    end = foed_record_get_date (self, FOED_FIELD_BEGIN);

  return end == NULL ? FOED_DAY_LAST : foed_date_get_last_day (end);
}
