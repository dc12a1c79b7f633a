/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-change"

#include "config.h"

#include <string.h>

#include "foed-change-private.h"
#include "foed-table-private.h"

/* A changeset speaks of rows and columns. Here they become records and fields again: the row of a record in the tree,
 * the row of its values and the rows of its lists make one change. */

/* Columns of the tables of records and of references. */
enum
{
  RECORD_KEY = 0,
  RECORD_ID = 1,
  RECORD_KIND = 2,
  RECORD_PARENT = 3,
  REFERENCE_RECORD = 0,
  REFERENCE_FIELD = 1,
  REFERENCE_POSITION = 2,
  REFERENCE_KIND = 3,
  REFERENCE_TARGET = 4
};

struct _FoedChange
{
  GObject         parent_instance;
  FoedChangeKind  kind;
  FoedRecordKind  record_kind;
  char           *id;
  GArray         *fields;
};

typedef struct
{
  gint64  position;
  char   *target;
} FoedListMember;

/* What is known of a field so far; before is 0, after is 1. */
typedef struct
{
  FoedField  field;
  char      *values[2];
  char      *cells[2];
  GArray    *lists[2];
} FoedFieldDraft;

typedef struct
{
  FoedRecordKind  record_kind;
  FoedChangeKind  kind;
  gboolean        moved;
  GPtrArray      *fields;
} FoedChangeDraft;

typedef struct
{
  FoedConnection  *connection;
  GHashTable      *drafts;
  /* By kind: for each column of the table, as it is in this file, the column of the model. */
  GPtrArray       *columns[FOED_N_RECORD_KINDS];
} FoedChangeReader;

G_DEFINE_FINAL_TYPE (FoedChange, foed_change, G_TYPE_OBJECT)

static void
foed_list_member_clear (FoedListMember *member)
{
  g_clear_pointer (&member->target, g_free);
}

static void
foed_field_draft_free (FoedFieldDraft *draft)
{
  for (guint i = 0; i < 2; i++)
    {
      g_free (draft->values[i]);
      g_free (draft->cells[i]);
      g_clear_pointer (&draft->lists[i], g_array_unref);
    }

  g_free (draft);
}

static void
foed_change_draft_free (FoedChangeDraft *draft)
{
  g_ptr_array_unref (draft->fields);
  g_free (draft);
}

static void
foed_change_reader_clear (FoedChangeReader *self)
{
  g_clear_pointer (&self->drafts, g_hash_table_unref);

  for (guint i = 0; i < FOED_N_RECORD_KINDS; i++)
    g_clear_pointer (&self->columns[i], g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FoedChangeReader, foed_change_reader_clear)

static void
foed_field_change_clear (FoedFieldChange *change)
{
  g_clear_pointer (&change->before, g_free);
  g_clear_pointer (&change->after, g_free);
}

static FoedChangeDraft *
get_draft (FoedChangeReader *self,
           const char       *id,
           FoedRecordKind    record_kind)
{
  FoedChangeDraft *draft = g_hash_table_lookup (self->drafts, id);

  if (draft == NULL)
    {
      draft = g_new0 (FoedChangeDraft, 1);
      draft->kind = FOED_CHANGE_CHANGED;
      draft->fields = g_ptr_array_new_with_free_func ((GDestroyNotify) foed_field_draft_free);
      g_hash_table_insert (self->drafts, g_strdup (id), draft);
    }

  if (record_kind != FOED_RECORD_NONE)
    draft->record_kind = record_kind;

  return draft;
}

static FoedFieldDraft *
get_field (FoedChangeDraft *draft,
           FoedField        field)
{
  FoedFieldDraft *found;

  for (guint i = 0; i < draft->fields->len; i++)
    {
      found = draft->fields->pdata[i];

      if (found->field == field)
        return found;
    }

  found = g_new0 (FoedFieldDraft, 1);
  found->field = field;
  g_ptr_array_add (draft->fields, found);

  return found;
}

/* The value of a column before (0) or after (1), or NULL where the change does not hold it. */
static sqlite3_value *
peek (sqlite3_changeset_iter *iterator,
      int                     operation,
      int                     column,
      guint                   side)
{
  sqlite3_value *value = NULL;

  if (side == 0 && operation != SQLITE_INSERT)
    sqlite3changeset_old (iterator, column, &value);
  else if (side == 1 && operation != SQLITE_DELETE)
    sqlite3changeset_new (iterator, column, &value);

  return value;
}

static const char *
peek_text (sqlite3_changeset_iter *iterator,
           int                     operation,
           int                     column)
{
  sqlite3_value *value = peek (iterator, operation, column, 0);

  if (value == NULL)
    value = peek (iterator, operation, column, 1);

  return value != NULL ? (const char *) sqlite3_value_text (value) : NULL;
}

static char *
dup_id_of_key (FoedConnection *connection,
               sqlite3_value  *key)
{
  g_autoptr (FoedStatement) statement = foed_statement_new (connection, "SELECT id FROM record WHERE key = ?", NULL);

  if (statement == NULL || key == NULL)
    return NULL;

  foed_statement_bind_integer (statement, 1, sqlite3_value_int64 (key));

  return foed_statement_next (statement, NULL) ? g_strdup (foed_statement_get_text (statement, 0)) : NULL;
}

/* A row of the tree. That siblings count otherwise is no change that anybody would want to see. */
static void
read_place (FoedChangeReader       *self,
            sqlite3_changeset_iter *iterator,
            int                     operation)
{
  if (operation == SQLITE_UPDATE)
    {
      g_autofree char *id = NULL;

      if (peek (iterator, operation, RECORD_PARENT, 1) != NULL &&
          (id = dup_id_of_key (self->connection, peek (iterator, operation, RECORD_KEY, 0))))
        get_draft (self, id, FOED_RECORD_NONE)->moved = TRUE;
    }
  else
    {
      const char *id = peek_text (iterator, operation, RECORD_ID);
      const char *nick = peek_text (iterator, operation, RECORD_KIND);

      if (id != NULL && nick != NULL)
        get_draft (self, id, foed_record_kind_from_nick (nick))->kind =
          operation == SQLITE_INSERT ? FOED_CHANGE_NEW : FOED_CHANGE_REMOVED;
    }
}

static void
read_member (FoedChangeReader       *self,
             sqlite3_changeset_iter *iterator,
             int                     operation)
{
  const char *id = peek_text (iterator, operation, REFERENCE_RECORD);
  const char *nick = peek_text (iterator, operation, REFERENCE_FIELD);
  const char *kind = peek_text (iterator, operation, REFERENCE_KIND);
  FoedField field = nick != NULL ? foed_field_from_nick (nick) : FOED_FIELD_NONE;
  FoedFieldDraft *draft;

  if (id == NULL || field == FOED_FIELD_NONE)
    return;

  draft = get_field (get_draft (self, id, kind != NULL ? foed_record_kind_from_nick (kind) : FOED_RECORD_NONE), field);

  for (guint side = 0; side < 2; side++)
    {
      sqlite3_value *target = peek (iterator, operation, REFERENCE_TARGET, side);
      sqlite3_value *position = peek (iterator, operation, REFERENCE_POSITION, operation == SQLITE_INSERT ? 1 : 0);
      FoedListMember member;

      if (target == NULL || position == NULL)
        continue;

      if (draft->lists[side] == NULL)
        {
          draft->lists[side] = g_array_new (FALSE, FALSE, sizeof (FoedListMember));
          g_array_set_clear_func (draft->lists[side], (GDestroyNotify) foed_list_member_clear);
        }

      member.position = sqlite3_value_int64 (position);
      member.target = g_strdup ((const char *) sqlite3_value_text (target));
      g_array_append_val (draft->lists[side], member);
    }
}

/* A number is spelt as the model spells it. */
static char *
spell_value (const FoedTableColumn *column,
             FoedRecordKind         kind,
             sqlite3_value         *value)
{
  g_autoptr (FoedRecordBuilder) builder = NULL;
  g_autoptr (FoedRecord) record = NULL;
  double number = sqlite3_value_double (value);

  if (column->info->type != FOED_FIELD_TYPE_NUMBER || sqlite3_value_type (value) == SQLITE_NULL ||
      !(number > -1e6 && number < 1e6))
    return g_strdup ((const char *) sqlite3_value_text (value));

  builder = foed_record_builder_new (kind, NULL);
  foed_record_builder_set_number (builder, column->info->field, number);
  record = foed_record_builder_end (builder);

  return foed_record_dup_string (record, column->info->field);
}

static void
add_column (FoedChangeReader *self,
            const FoedTable  *table,
            const char       *name)
{
  const FoedTableColumn *found = NULL;

  for (guint i = 0; name != NULL && i < table->n_columns; i++)
    if (strcmp (table->columns[i].name, name) == 0)
      found = &table->columns[i];

  g_ptr_array_add (self->columns[table->kind], (gpointer) found);
}

/* A column that a later version added stands at the end of the table, and so it does in a changeset. */
static GPtrArray *
get_columns (FoedChangeReader *self,
             FoedRecordKind    kind)
{
  const FoedTable *table = foed_table_get (kind);
  g_autoptr (FoedStatement) statement = NULL;
  g_autofree char *sql = NULL;

  if (self->columns[kind] != NULL)
    return self->columns[kind];

  self->columns[kind] = g_ptr_array_new ();
  sql = g_strdup_printf ("PRAGMA table_info (%s)", table->name);
  statement = foed_statement_new (self->connection, sql, NULL);

  while (statement != NULL && foed_statement_next (statement, NULL))
    add_column (self, table, foed_statement_get_text (statement, 1));

  return self->columns[kind];
}

static void
read_values (FoedChangeReader       *self,
             sqlite3_changeset_iter *iterator,
             FoedRecordKind          kind,
             int                     n_columns,
             int                     operation)
{
  GPtrArray *columns = get_columns (self, kind);
  const char *id = peek_text (iterator, operation, 0);
  FoedChangeDraft *draft;

  if (id == NULL)
    return;

  draft = get_draft (self, id, kind);

  for (guint i = 1; i < MIN ((guint) n_columns, columns->len); i++)
    {
      const FoedTableColumn *column = columns->pdata[i];

      if (column == NULL || column->part == FOED_TABLE_DAY)
        continue;

      for (guint side = 0; side < 2; side++)
        {
          sqlite3_value *value = peek (iterator, operation, i, side);
          FoedFieldDraft *field;

          if (value == NULL || sqlite3_value_type (value) == SQLITE_NULL)
            continue;

          field = get_field (draft, column->info->field);

          if (column->part == FOED_TABLE_CELL)
            field->cells[side] = g_strdup ((const char *) sqlite3_value_text (value));
          else
            field->values[side] = spell_value (column, kind, value);
        }
    }
}

static gboolean
read_change (sqlite3_changeset_iter  *iterator,
             const char              *table,
             int                      operation,
             gpointer                 data,
             GError                 **error)
{
  FoedChangeReader *self = data;
  const FoedTable *values = foed_table_find (table);
  const char *name;
  int n_columns, same_operation, indirect;

  sqlite3changeset_op (iterator, &name, &n_columns, &same_operation, &indirect);

  if (strcmp (table, "record") == 0)
    read_place (self, iterator, operation);
  else if (strcmp (table, "reference") == 0)
    read_member (self, iterator, operation);
  else if (values != NULL)
    read_values (self, iterator, values->kind, n_columns, operation);

  return TRUE;
}

static int
compare_members (gconstpointer a,
                 gconstpointer b)
{
  const FoedListMember *left = a;
  const FoedListMember *right = b;

  return (left->position > right->position) - (left->position < right->position);
}

static char *
spell_list (GArray *members)
{
  g_autoptr (GString) string = g_string_new (NULL);

  g_array_sort (members, compare_members);

  for (guint i = 0; i < members->len; i++)
    g_string_append_printf (string, "%s%s", i > 0 ? " " : "", g_array_index (members, FoedListMember, i).target);

  return g_string_free (g_steal_pointer (&string), FALSE);
}

/* A plain value is stated, and no value is not coded; every other state stands behind it in brackets. */
static char *
spell_side (FoedFieldDraft *field,
            guint           side)
{
  const char *value = field->values[side];
  const char *cell = field->cells[side];

  if (field->lists[side] != NULL)
    return spell_list (field->lists[side]);

  if (cell == NULL || strcmp (cell, "not-coded") == 0 || (value != NULL && strcmp (cell, "stated") == 0))
    return g_strdup (value);

  return value != NULL ? g_strdup_printf ("%s [%s]", value, cell) : g_strdup_printf ("[%s]", cell);
}

static int
compare_fields (gconstpointer a,
                gconstpointer b)
{
  const FoedFieldDraft *left = *(FoedFieldDraft *const *) a;
  const FoedFieldDraft *right = *(FoedFieldDraft *const *) b;

  return (left->field > right->field) - (left->field < right->field);
}

/* Takes what is left when the sides are compared; NULL where nothing is. */
static FoedChange *
finish_draft (const char      *id,
              FoedChangeDraft *draft)
{
  g_autoptr (FoedChange) self = g_object_new (FOED_TYPE_CHANGE, NULL);

  self->id = g_strdup (id);
  self->kind = draft->kind;
  self->record_kind = draft->record_kind;
  g_ptr_array_sort (draft->fields, compare_fields);

  for (guint i = 0; i < draft->fields->len; i++)
    {
      FoedFieldDraft *field = draft->fields->pdata[i];
      FoedFieldChange change = { field->field, spell_side (field, 0), spell_side (field, 1) };

      if (g_strcmp0 (change.before, change.after) != 0)
        g_array_append_val (self->fields, change);
      else
        foed_field_change_clear (&change);
    }

  if (self->kind == FOED_CHANGE_CHANGED && !draft->moved && self->fields->len == 0)
    return NULL;

  return g_steal_pointer (&self);
}

static int
compare_changes (gconstpointer a,
                 gconstpointer b)
{
  const FoedChange *left = *(FoedChange *const *) a;
  const FoedChange *right = *(FoedChange *const *) b;

  return strcmp (left->id, right->id);
}

/**
 * foed_change_list:
 * @changeset: a changeset
 * @error: (out): what went wrong
 *
 * Returns: (transfer full) (element-type FoedChange): what it does to which record, sorted by id
 */
GPtrArray *
foed_change_list (FoedChangeset  *changeset,
                  GError        **error)
{
  g_auto (FoedChangeReader) reader = { .connection = foed_changeset_get_connection (changeset) };
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iterator;
  gpointer id, draft;

  reader.drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) foed_change_draft_free);

  if (!foed_changeset_foreach (changeset, read_change, &reader, error))
    return NULL;

  g_hash_table_iter_init (&iterator, reader.drafts);

  while (g_hash_table_iter_next (&iterator, &id, &draft))
    {
      FoedChange *change = finish_draft (id, draft);

      if (change != NULL)
        g_ptr_array_add (changes, change);
    }

  g_ptr_array_sort (changes, compare_changes);

  return g_steal_pointer (&changes);
}

static void
foed_change_finalize (GObject *object)
{
  FoedChange *self = FOED_CHANGE (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->fields, g_array_unref);

  G_OBJECT_CLASS (foed_change_parent_class)->finalize (object);
}

static void
foed_change_class_init (FoedChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foed_change_finalize;
}

static void
foed_change_init (FoedChange *self)
{
  self->fields = g_array_new (FALSE, FALSE, sizeof (FoedFieldChange));
  g_array_set_clear_func (self->fields, (GDestroyNotify) foed_field_change_clear);
}

/**
 * foed_change_get_kind:
 * @self: a change
 *
 * Returns: whether the record was made, changed or removed
 */
FoedChangeKind
foed_change_get_kind (FoedChange *self)
{
  g_return_val_if_fail (FOED_IS_CHANGE (self), FOED_CHANGE_CHANGED);

  return self->kind;
}

/**
 * foed_change_get_record_kind:
 * @self: a change
 *
 * Returns: the kind of the record
 */
FoedRecordKind
foed_change_get_record_kind (FoedChange *self)
{
  g_return_val_if_fail (FOED_IS_CHANGE (self), FOED_RECORD_NONE);

  return self->record_kind;
}

/**
 * foed_change_get_id:
 * @self: a change
 *
 * Returns: (transfer none): the id of the record
 */
const char *
foed_change_get_id (FoedChange *self)
{
  g_return_val_if_fail (FOED_IS_CHANGE (self), NULL);

  return self->id;
}

/**
 * foed_change_get_n_fields:
 * @self: a change
 *
 * Returns: how many fields differ; none where the record only moved to another parent
 */
guint
foed_change_get_n_fields (FoedChange *self)
{
  g_return_val_if_fail (FOED_IS_CHANGE (self), 0);

  return self->fields->len;
}

/**
 * foed_change_get_field:
 * @self: a change
 * @position: less than foed_change_get_n_fields()
 *
 * Returns: (transfer none): a field that differs
 */
const FoedFieldChange *
foed_change_get_field (FoedChange *self,
                       guint       position)
{
  g_return_val_if_fail (FOED_IS_CHANGE (self), NULL);
  g_return_val_if_fail (position < self->fields->len, NULL);

  return &g_array_index (self->fields, FoedFieldChange, position);
}
