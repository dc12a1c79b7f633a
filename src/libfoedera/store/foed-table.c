/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-table"

#include "config.h"

#include <string.h>

#include "foed-table-private.h"

static void
add_column (GArray              *columns,
            const FoedFieldInfo *info,
            FoedTablePart        part,
            const char          *suffix)
{
  FoedTableColumn column = { .info = info, .part = part };

  column.name = g_strconcat (foed_field_get_nick (info->field), suffix, NULL);
  g_strdelimit (column.name, "-", '_');
  g_array_append_val (columns, column);
}

static void
add_columns (GArray              *columns,
             const FoedFieldInfo *info)
{
  add_column (columns, info, FOED_TABLE_VALUE, "");

  if (info->type == FOED_FIELD_TYPE_BEGIN || info->type == FOED_FIELD_TYPE_END)
    add_column (columns, info, FOED_TABLE_DAY, "_day");

  if (info->flags & FOED_FIELD_CELL)
    add_column (columns, info, FOED_TABLE_CELL, "_cell");
}

static void
make_statements (FoedTable *table)
{
  g_autoptr (GString) select = g_string_new ("SELECT t.id");
  g_autoptr (GString) insert = g_string_new (NULL);
  g_autoptr (GString) parameters = g_string_new ("?");

  g_string_printf (insert, "INSERT INTO %s (id", table->name);

  for (guint i = 0; i < table->n_columns; i++)
    {
      g_string_append_printf (select, ", t.\"%s\"", table->columns[i].name);
      g_string_append_printf (insert, ", \"%s\"", table->columns[i].name);
      g_string_append (parameters, ", ?");
    }

  table->find = g_strdup_printf ("%s FROM %s t WHERE t.id = ?1", select->str, table->name);
  g_string_append_printf (select, " FROM json_each (?1) j CROSS JOIN %s t ON t.id = j.value", table->name);
  g_string_append_printf (insert, ") VALUES (%s)", parameters->str);
  table->select = g_string_free (g_steal_pointer (&select), FALSE);
  table->insert = g_string_free (g_steal_pointer (&insert), FALSE);
}

static void
make_table (FoedTable      *table,
            FoedRecordKind  kind)
{
  const FoedRecordKindInfo *info = foed_record_kind_get_info (kind);
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (FoedTableColumn));

  table->kind = kind;
  table->plain_name = g_strdelimit (g_strdup (info->nick), "-", '_');
  table->name = g_strdup_printf ("\"%s\"", table->plain_name);
  table->lists = g_new0 (const FoedFieldInfo *, info->n_fields);
  table->references = g_new0 (const FoedFieldInfo *, info->n_fields);

  for (guint i = 0; i < info->n_fields; i++)
    {
      if (info->fields[i].type == FOED_FIELD_TYPE_REFERENCE || info->fields[i].type == FOED_FIELD_TYPE_REFERENCES)
        table->references[table->n_references++] = &info->fields[i];

      if (info->fields[i].type == FOED_FIELD_TYPE_REFERENCES)
        table->lists[table->n_lists++] = &info->fields[i];
      else
        add_columns (columns, &info->fields[i]);
    }

  table->n_columns = columns->len;
  table->columns = (FoedTableColumn *) (gpointer) g_array_free (g_steal_pointer (&columns), FALSE);
  make_statements (table);
}

/**
 * foed_table_get:
 * @kind: a kind of record
 *
 * Returns: (transfer none): the table of its values
 */
const FoedTable *
foed_table_get (FoedRecordKind kind)
{
  static FoedTable tables[FOED_N_RECORD_KINDS];
  static gsize made;

  g_assert (kind > FOED_RECORD_NONE && kind < FOED_N_RECORD_KINDS);

  if (g_once_init_enter (&made))
    {
      for (guint i = FOED_RECORD_NONE + 1; i < FOED_N_RECORD_KINDS; i++)
        make_table (&tables[i], i);

      g_once_init_leave (&made, TRUE);
    }

  return &tables[kind];
}

/**
 * foed_table_find:
 * @plain_name: the name of a table
 *
 * Returns: (transfer none) (nullable): the table of that name, if it is that of a kind of record
 */
const FoedTable *
foed_table_find (const char *plain_name)
{
  for (guint i = FOED_RECORD_NONE + 1; i < FOED_N_RECORD_KINDS; i++)
    if (strcmp (foed_table_get (i)->plain_name, plain_name) == 0)
      return foed_table_get (i);

  return NULL;
}

static void
init_text (FoedTableValue *self,
           const char     *text)
{
  self->text = text;
  self->type = text != NULL ? SQLITE_TEXT : SQLITE_NULL;
}

static void
init_cell (FoedTableValue *self,
           FoedCell        cell)
{
  init_text (self, foed_cell_get_term (cell)->nick);
}

static void
init_date (FoedTableValue *self,
           FoedTablePart   part,
           FoedFieldType   type,
           const FoedDate *date)
{
  if (date == NULL)
    return;

  if (part == FOED_TABLE_VALUE)
    {
      self->owned = foed_date_to_string (date);
      init_text (self, self->owned);
    }
  else
    {
      self->type = SQLITE_INTEGER;
      self->integer = type == FOED_FIELD_TYPE_BEGIN ? foed_date_get_first_day (date) : foed_date_get_last_day (date);
    }
}

/**
 * foed_table_value_init:
 * @self: (out): the value
 * @column: of which column
 * @record: of which record, which must outlive @self
 *
 * Makes of a field what SQL keeps of it.
 */
void
foed_table_value_init (FoedTableValue        *self,
                       const FoedTableColumn *column,
                       FoedRecord            *record)
{
  FoedField field = column->info->field;
  const FoedTerm *term;

  memset (self, 0, sizeof *self);
  self->type = SQLITE_NULL;

  if (column->part == FOED_TABLE_CELL)
    {
      init_cell (self, foed_record_get_cell (record, field));
      return;
    }

  switch (column->info->type)
    {
    case FOED_FIELD_TYPE_TEXT:
      init_text (self, foed_record_get_text (record, field));
      break;

    case FOED_FIELD_TYPE_REFERENCE:
      init_text (self, foed_record_get_reference (record, field));
      break;

    case FOED_FIELD_TYPE_TERM:
      term = foed_record_get_term (record, field);
      init_text (self, term != NULL ? term->nick : NULL);
      break;

    case FOED_FIELD_TYPE_INTEGER:
      self->type = foed_record_has_value (record, field) ? SQLITE_INTEGER : SQLITE_NULL;
      self->integer = foed_record_get_integer (record, field);
      break;

    case FOED_FIELD_TYPE_NUMBER:
      self->type = foed_record_has_value (record, field) ? SQLITE_FLOAT : SQLITE_NULL;
      self->number = foed_record_get_number (record, field);
      break;

    case FOED_FIELD_TYPE_BEGIN:
    case FOED_FIELD_TYPE_END:
      init_date (self, column->part, column->info->type, foed_record_get_date (record, field));
      break;

    case FOED_FIELD_TYPE_REFERENCES:
    default:
      g_assert_not_reached ();
    }
}

void
foed_table_value_clear (FoedTableValue *self)
{
  g_clear_pointer (&self->owned, g_free);
}

/**
 * foed_table_value_bind:
 * @self: a value
 * @statement: a statement
 * @parameter: the number of the parameter
 *
 * Hands the value to a statement, which keeps what memory it needs: @self may be cleared, its record must stay.
 */
void
foed_table_value_bind (FoedTableValue *self,
                       FoedStatement  *statement,
                       int             parameter)
{
  switch (self->type)
    {
    case SQLITE_TEXT:
      if (self->owned != NULL)
        {
          foed_statement_take_text (statement, parameter, g_steal_pointer (&self->owned));
          self->text = NULL;
        }
      else
        {
          foed_statement_bind_text (statement, parameter, self->text);
        }
      break;

    case SQLITE_INTEGER:
      foed_statement_bind_integer (statement, parameter, self->integer);
      break;

    case SQLITE_FLOAT:
      foed_statement_bind_number (statement, parameter, self->number);
      break;

    default:
      foed_statement_bind_null (statement, parameter);
      break;
    }
}

/**
 * foed_table_value_equal:
 * @self: a value
 * @statement: a statement on a row
 * @column: the number of the column
 *
 * Returns: whether the row holds the same
 */
gboolean
foed_table_value_equal (FoedTableValue *self,
                        FoedStatement  *statement,
                        int             column)
{
  if (foed_statement_is_null (statement, column))
    return self->type == SQLITE_NULL;

  switch (self->type)
    {
    case SQLITE_TEXT:
      return strcmp (self->text, foed_statement_get_text (statement, column)) == 0;

    case SQLITE_INTEGER:
      return self->integer == foed_statement_get_integer (statement, column);

    case SQLITE_FLOAT:
      return self->number == foed_statement_get_number (statement, column);

    default:
      return FALSE;
    }
}

static gboolean
read_cell (const FoedTableColumn  *column,
           const char             *nick,
           FoedRecordBuilder      *builder,
           GError                **error)
{
  const FoedTerm *term = nick != NULL ? foed_vocabulary_find (FOED_VOCABULARY_CELL, nick) : NULL;

  if (term == NULL)
    {
      g_set_error (error, FOED_RECORD_ERROR, FOED_RECORD_ERROR_UNKNOWN_TERM, "“%s”", nick);
      return FALSE;
    }

  foed_record_builder_set_cell (builder, column->info->field,
                                foed_vocabulary_get_position (FOED_VOCABULARY_CELL, term));

  return TRUE;
}

/* A number is not read from its spelling: SQLite may write it with an exponent. */
static gboolean
read_number (const FoedTableColumn  *column,
             double                  number,
             FoedRecordBuilder      *builder,
             GError                **error)
{
  if (!(number > -1e6 && number < 1e6))
    {
      g_set_error (error, FOED_RECORD_ERROR, FOED_RECORD_ERROR_RANGE, "“%g”", number);
      return FALSE;
    }

  foed_record_builder_set_number (builder, column->info->field, number);

  return TRUE;
}

/**
 * foed_table_read_column:
 * @column: a column
 * @statement: a statement on a row
 * @position: where the row has that column
 * @builder: the record
 * @error: (out): why the value is none that the program can have written
 *
 * Sets a field from a row.
 *
 * Returns: whether it was set
 */
gboolean
foed_table_read_column (const FoedTableColumn  *column,
                        FoedStatement          *statement,
                        int                     position,
                        FoedRecordBuilder      *builder,
                        GError                **error)
{
  if (column->part == FOED_TABLE_DAY || foed_statement_is_null (statement, position))
    return TRUE;

  if (column->part == FOED_TABLE_CELL)
    return read_cell (column, foed_statement_get_text (statement, position), builder, error);

  if (column->info->type == FOED_FIELD_TYPE_NUMBER)
    return read_number (column, foed_statement_get_number (statement, position), builder, error);

  return foed_record_builder_set_string (builder, column->info->field, foed_statement_get_text (statement, position),
                                         error);
}
