/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-record"

#include "config.h"

#include <string.h>

#include "foed-record-private.h"
#include "foed-spelling-private.h"

struct _FoedRecordBuilder
{
  FoedRecord *record;
  GPtrArray  *children;
  guint       n_children_of_kind[FOED_N_RECORD_KINDS];
};

static FoedValue *
find_value (FoedRecordBuilder    *self,
            FoedField             field,
            const FoedFieldInfo **info)
{
  int position = foed_record_kind_find_field (self->record->kind, field);

  if (position < 0)
    return NULL;

  *info = &foed_record_kind_get_info (self->record->kind)->fields[position];

  return &self->record->values[position];
}

/* The place of a kind among the children of another, in canonical order. */
static guint
get_rank (FoedRecordKind parent,
          FoedRecordKind child)
{
  const FoedRecordKind *children = foed_record_kind_get_info (parent)->children;
  guint rank = 0;

  while (children[rank] != child && children[rank] != FOED_RECORD_NONE)
    rank++;

  return rank;
}

/* Gives a record without an id of its own the id that its place makes, and so on down. Nobody has seen the id of a
 * record that had no parent yet; a record that had another place before is copied. */
static FoedRecord *
adopt (FoedRecord *child,
       const char *parent_id,
       guint       number)
{
  const FoedRecordKindInfo *info = foed_record_kind_get_info (child->kind);
  guint n_of_kind[FOED_N_RECORD_KINDS] = { 0 };
  g_autofree char *id = NULL;

  if (parent_id == NULL || info->has_id)
    return child;

  id = g_strdup_printf ("%s/%s-%u", parent_id, info->nick, number);

  if (g_strcmp0 (child->id, id) == 0)
    return child;

  if (child->id != NULL)
    {
      FoedRecord *copy = foed_record_copy (child);

      g_object_unref (child);
      child = copy;
      g_clear_pointer (&child->id, g_free);
    }

  child->id = g_steal_pointer (&id);

  for (guint i = 0; i < child->n_children; i++)
    child->children[i] = adopt (child->children[i], child->id, ++n_of_kind[child->children[i]->kind]);

  return child;
}

/* A value that stands is stated or implied; where none stands, a reason may. */
static void
settle_cells (FoedRecord *record)
{
  const FoedRecordKindInfo *info = foed_record_kind_get_info (record->kind);

  for (guint i = 0; i < info->n_fields; i++)
    {
      FoedValue *value = &record->values[i];

      if (!(info->fields[i].flags & FOED_FIELD_CELL))
        value->cell = FOED_CELL_STATED;
      else if (value->is_set && value->cell != FOED_CELL_IMPLIED)
        value->cell = FOED_CELL_STATED;
      else if (!value->is_set && (value->cell == FOED_CELL_STATED || value->cell == FOED_CELL_IMPLIED))
        value->cell = FOED_CELL_NOT_CODED;
    }
}

/**
 * foed_record_builder_new:
 * @kind: a kind of record
 * @id: (nullable): the id, for a kind that has ids; %NULL otherwise
 *
 * Returns: (transfer full): a builder of a record without values
 */
FoedRecordBuilder *
foed_record_builder_new (FoedRecordKind  kind,
                         const char     *id)
{
  FoedRecordBuilder *self;

  g_return_val_if_fail (kind > FOED_RECORD_NONE && kind < FOED_N_RECORD_KINDS, NULL);

  self = g_new0 (FoedRecordBuilder, 1);
  self->record = foed_record_new_empty (kind);
  self->record->id = g_strdup (id);

  return self;
}

/**
 * foed_record_builder_new_copy:
 * @record: a record
 *
 * Returns: (transfer full): a builder of a record with the id, values, children and line of @record
 */
FoedRecordBuilder *
foed_record_builder_new_copy (FoedRecord *record)
{
  FoedRecordBuilder *self;

  g_return_val_if_fail (FOED_IS_RECORD (record), NULL);

  self = g_new0 (FoedRecordBuilder, 1);
  self->record = foed_record_copy (record);
  self->children = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < record->n_children; i++)
    {
      g_ptr_array_add (self->children, self->record->children[i]);
      self->n_children_of_kind[record->children[i]->kind]++;
    }

  g_clear_pointer (&self->record->children, g_free);
  self->record->n_children = 0;

  return self;
}

/**
 * foed_record_builder_free:
 * @self: (transfer full): a builder
 *
 * Frees @self and what it gathered.
 */
void
foed_record_builder_free (FoedRecordBuilder *self)
{
  g_clear_object (&self->record);
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_free (self);
}

/**
 * foed_record_builder_get_kind:
 * @self: a builder
 *
 * Returns: what is being built
 */
FoedRecordKind
foed_record_builder_get_kind (FoedRecordBuilder *self)
{
  g_return_val_if_fail (self != NULL && self->record != NULL, FOED_RECORD_NONE);

  return self->record->kind;
}

/**
 * foed_record_builder_get_id:
 * @self: a builder
 *
 * Returns: (transfer none) (nullable): the id of what is being built
 */
const char *
foed_record_builder_get_id (FoedRecordBuilder *self)
{
  g_return_val_if_fail (self != NULL && self->record != NULL, NULL);

  return self->record->id;
}

/**
 * foed_record_builder_has_value:
 * @self: a builder
 * @field: a field of the kind
 *
 * Returns: whether @field has a value so far
 */
gboolean
foed_record_builder_has_value (FoedRecordBuilder *self,
                               FoedField          field)
{
  const FoedFieldInfo *info;
  FoedValue *value;

  g_return_val_if_fail (self != NULL && self->record != NULL, FALSE);

  value = find_value (self, field, &info);

  return value != NULL && value->is_set;
}

/**
 * foed_record_builder_set_text:
 * @self: a builder
 * @field: a field that holds text or a reference
 * @text: (nullable): valid UTF-8 without control characters; %NULL or blank for no value
 *
 * Sets @field. An id that is no id, or a text that XML cannot carry, is a programming error;
 * foed_record_builder_set_string() checks what comes from outside.
 */
void
foed_record_builder_set_text (FoedRecordBuilder *self,
                              FoedField          field,
                              const char        *text)
{
  const FoedFieldInfo *info;
  FoedValue *value;

  g_return_if_fail (self != NULL && self->record != NULL);
  value = find_value (self, field, &info);
  g_return_if_fail (value != NULL);
  g_return_if_fail (info->type == FOED_FIELD_TYPE_TEXT || info->type == FOED_FIELD_TYPE_REFERENCE);

  foed_value_clear (value, info);

  if (text == NULL || foed_spelling_is_blank (text))
    return;

  g_return_if_fail (info->type == FOED_FIELD_TYPE_TEXT ? foed_spelling_check_text (text, NULL)
                                                       : foed_spelling_check_id (text, NULL));
  value->text = g_strdup (text);
  value->is_set = TRUE;
}

/**
 * foed_record_builder_set_integer:
 * @self: a builder
 * @field: a field that holds a whole number
 * @integer: 0 to 2147483647
 *
 * Sets @field.
 */
void
foed_record_builder_set_integer (FoedRecordBuilder *self,
                                 FoedField          field,
                                 gint64             integer)
{
  const FoedFieldInfo *info;
  FoedValue *value;

  g_return_if_fail (self != NULL && self->record != NULL);
  g_return_if_fail (integer >= 0 && integer <= G_MAXINT32);
  value = find_value (self, field, &info);
  g_return_if_fail (value != NULL && info->type == FOED_FIELD_TYPE_INTEGER);

  value->integer = integer;
  value->is_set = TRUE;
}

/**
 * foed_record_builder_set_number:
 * @self: a builder
 * @field: a field that holds a number
 * @number: between minus one million and one million; nine decimals are kept
 *
 * Sets @field.
 */
void
foed_record_builder_set_number (FoedRecordBuilder *self,
                                FoedField          field,
                                double             number)
{
  const FoedFieldInfo *info;
  FoedValue *value;

  g_return_if_fail (self != NULL && self->record != NULL);
  g_return_if_fail (number > -1e6 && number < 1e6);
  value = find_value (self, field, &info);
  g_return_if_fail (value != NULL && info->type == FOED_FIELD_TYPE_NUMBER);

  value->number = foed_spelling_round_number (number);
  value->is_set = TRUE;
}

/**
 * foed_record_builder_set_date:
 * @self: a builder
 * @field: a field that holds a date
 * @date: (nullable): a date; %NULL for no value, which is an open end
 *
 * Sets @field.
 */
void
foed_record_builder_set_date (FoedRecordBuilder *self,
                              FoedField          field,
                              const FoedDate    *date)
{
  const FoedFieldInfo *info;
  FoedValue *value;

  g_return_if_fail (self != NULL && self->record != NULL);
  value = find_value (self, field, &info);
  g_return_if_fail (value != NULL);
  g_return_if_fail (info->type == FOED_FIELD_TYPE_BEGIN || info->type == FOED_FIELD_TYPE_END);

  foed_value_clear (value, info);

  if (date == NULL)
    return;

  value->date = *date;
  value->is_set = TRUE;
}

/**
 * foed_record_builder_set_term:
 * @self: a builder
 * @field: a field that holds a term
 * @term: (nullable): a term of the field's vocabulary; %NULL for no value
 *
 * Sets @field.
 */
void
foed_record_builder_set_term (FoedRecordBuilder *self,
                              FoedField          field,
                              const FoedTerm    *term)
{
  const FoedFieldInfo *info;
  FoedValue *value;

  g_return_if_fail (self != NULL && self->record != NULL);
  value = find_value (self, field, &info);
  g_return_if_fail (value != NULL && info->type == FOED_FIELD_TYPE_TERM);
  g_return_if_fail (term == NULL || foed_vocabulary_get_position (info->vocabulary, term) >= 0);

  value->term = term;
  value->is_set = term != NULL;
}

/**
 * foed_record_builder_set_references:
 * @self: a builder
 * @field: a field that holds several references
 * @ids: (nullable) (array zero-terminated=1): ids; %NULL or none for no value
 *
 * Sets @field.
 */
void
foed_record_builder_set_references (FoedRecordBuilder  *self,
                                    FoedField           field,
                                    const char * const *ids)
{
  const FoedFieldInfo *info;
  FoedValue *value;

  g_return_if_fail (self != NULL && self->record != NULL);
  value = find_value (self, field, &info);
  g_return_if_fail (value != NULL && info->type == FOED_FIELD_TYPE_REFERENCES);

  foed_value_clear (value, info);

  if (ids == NULL || ids[0] == NULL)
    return;

  value->references = foed_spelling_pack_ids (ids);
  value->is_set = TRUE;
}

/**
 * foed_record_builder_set_cell:
 * @self: a builder
 * @field: a coded cell
 * @cell: its state
 *
 * Says in which of the five states @field is. A cell with a value is stated or implied; one without is silent, not
 * coded or has no text. A state that contradicts that gives way to stated or not coded when the record is made.
 */
void
foed_record_builder_set_cell (FoedRecordBuilder *self,
                              FoedField          field,
                              FoedCell           cell)
{
  const FoedFieldInfo *info;
  FoedValue *value;

  g_return_if_fail (self != NULL && self->record != NULL);
  g_return_if_fail (cell <= FOED_CELL_TEXT_MISSING);
  value = find_value (self, field, &info);
  g_return_if_fail (value != NULL && info->flags & FOED_FIELD_CELL);

  value->cell = cell;
}

/**
 * foed_record_builder_set_string:
 * @self: a builder
 * @field: a field of the kind
 * @string: the spelling of a value, as in XML; blank for no value
 * @error: return location for an error of domain %FOED_RECORD_ERROR, whose message quotes @string, says what is
 *   allowed and what was probably meant
 *
 * Sets any @field from its spelling. Where that is refused, @field has no value.
 *
 * Returns: whether @string is a value of @field
 */
gboolean
foed_record_builder_set_string (FoedRecordBuilder  *self,
                                FoedField           field,
                                const char         *string,
                                GError            **error)
{
  g_autoptr (GError) parse_error = NULL;

  g_return_val_if_fail (self != NULL && self->record != NULL, FALSE);
  g_return_val_if_fail (string != NULL, FALSE);

  if (foed_record_builder_parse_string (self, field, string, &parse_error))
    return TRUE;

  foed_spelling_join_hint (parse_error);
  g_propagate_error (error, g_steal_pointer (&parse_error));

  return FALSE;
}

/* Gives the record its id, before it has children. */
void
foed_record_builder_set_id (FoedRecordBuilder *self,
                            const char        *id)
{
  g_assert (self->record->id == NULL);
  g_assert (self->children == NULL);

  self->record->id = g_strdup (id);
}

/* The state of a coded cell as it was set, whether or not that fits its value. */
FoedCell
foed_record_builder_get_cell (FoedRecordBuilder *self,
                              FoedField          field)
{
  const FoedFieldInfo *info;
  FoedValue *value = find_value (self, field, &info);

  g_assert (value != NULL);

  return value->cell;
}

/* Sets a text that is known to be valid UTF-8 without control characters and not blank. */
void
foed_record_builder_set_checked_text (FoedRecordBuilder *self,
                                      FoedField          field,
                                      const char        *text)
{
  const FoedFieldInfo *info;
  FoedValue *value = find_value (self, field, &info);

  g_assert (value != NULL && info->type == FOED_FIELD_TYPE_TEXT);

  foed_value_clear (value, info);
  value->text = g_strdup (text);
  value->is_set = TRUE;
}

/**
 * foed_record_builder_parse_string: (skip)
 * @self: a builder
 * @field: a field of the kind
 * @string: the spelling of a value
 * @error: return location for an error of domain %FOED_RECORD_ERROR
 *
 * Like foed_record_builder_set_string(), but in the message of @error a newline parts what is wrong from what to do.
 *
 * Returns: whether @string is a value of @field
 */
gboolean
foed_record_builder_parse_string (FoedRecordBuilder  *self,
                                  FoedField           field,
                                  const char         *string,
                                  GError            **error)
{
  const FoedFieldInfo *info;
  FoedValue *value = find_value (self, field, &info);

  g_return_val_if_fail (value != NULL, FALSE);

  foed_value_clear (value, info);

  if (foed_spelling_is_blank (string))
    return TRUE;

  return foed_value_parse (value, info, string, error);
}

/**
 * foed_record_builder_take_child:
 * @self: a builder
 * @child: (transfer full): a record of a kind that this kind may hold
 *
 * Adds a child after the others of its kind. A child without an id of its own gets one made from its place:
 * `nato.treaty/citation-2`.
 */
void
foed_record_builder_take_child (FoedRecordBuilder *self,
                                FoedRecord        *child)
{
  FoedRecordKind kind;
  guint position, rank;

  g_return_if_fail (self != NULL && self->record != NULL);
  g_return_if_fail (FOED_IS_RECORD (child));
  kind = self->record->kind;
  g_return_if_fail (foed_record_kind_may_hold (kind, child->kind));

  if (self->children == NULL)
    self->children = g_ptr_array_new_with_free_func (g_object_unref);

  child = adopt (child, self->record->id, ++self->n_children_of_kind[child->kind]);
  rank = get_rank (kind, child->kind);

  for (position = self->children->len; position > 0; position--)
    {
      FoedRecord *previous = g_ptr_array_index (self->children, position - 1);

      if (get_rank (kind, previous->kind) <= rank)
        break;
    }

  g_ptr_array_insert (self->children, position, child);
}

/**
 * foed_record_builder_set_line:
 * @self: a builder
 * @line: the line of the file on which the record begins, from 1; 0 for none
 *
 * Remembers where the record came from.
 */
void
foed_record_builder_set_line (FoedRecordBuilder *self,
                              int                line)
{
  g_return_if_fail (self != NULL && self->record != NULL);

  self->record->line = line;
}

/**
 * foed_record_builder_end:
 * @self: a builder, which can do nothing more than be freed afterwards
 *
 * Returns: (transfer full): the record
 */
FoedRecord *
foed_record_builder_end (FoedRecordBuilder *self)
{
  g_autoptr (FoedRecord) record = NULL;

  g_return_val_if_fail (self != NULL && self->record != NULL, NULL);

  record = g_steal_pointer (&self->record);
  settle_cells (record);

  if (self->children != NULL)
    {
      gsize n_children;

      g_ptr_array_set_free_func (self->children, NULL);
      record->children = (FoedRecord **) g_ptr_array_steal (self->children, &n_children);
      record->n_children = n_children;
    }

  return g_steal_pointer (&record);
}
