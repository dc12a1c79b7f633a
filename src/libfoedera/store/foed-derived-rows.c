/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-derived-rows"

#include "config.h"

#include <string.h>

#include "foed-derived-rows-private.h"
#include "foed-statement-private.h"

/* Rows of the derived tables that wait to be written. Each table has indexes of its own; written one table after the
 * other and in the order of the largest index, many rows find their pages in memory where each by itself would not. */

/* The columns of a table, i for an integer and t for a text, and those that it is written in the order of. */
typedef struct
{
  const char *insert;
  const char *columns;
  const char *order;
} TableInfo;

static const TableInfo table_infos[FOED_N_DERIVED_TABLES] = {
  [FOED_DERIVED_ROW] = { "INSERT INTO derived_row VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", "ittiiiiiitt", "" },
  [FOED_DERIVED_OBLIGATION] = { "INSERT INTO derived_obligation VALUES (?, ?, ?, ?, ?, ?, ?, ?)", "itittiii", "" },
  [FOED_DERIVED_THREAT] = { "INSERT OR IGNORE INTO derived_threat VALUES (?, ?, ?)", "iti", "" },
  [FOED_DERIVED_OWING] = { "INSERT INTO derived_owing VALUES (?, ?, ?, ?, ?)", "ittii", "123" },
  [FOED_DERIVED_SIDE] = { "INSERT INTO derived_side VALUES (?, ?, ?, ?, ?)", "ittii", "213" },
  [FOED_DERIVED_COUNT] = { "INSERT INTO derived_count VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", "tttiiiiii", "0123" },
  [FOED_DERIVED_FACET] = { "INSERT INTO derived_facet VALUES (?, ?, ?, ?, ?)", "tttii", "0123" },
};

struct _FoedDerivedRows
{
  FoedConnection *connection;
  GArray         *rows[FOED_N_DERIVED_TABLES];
  guint           n_rows;
  GStringChunk   *texts;
};

/**
 * foed_derived_rows_new:
 * @connection: the connection of the writer
 *
 * Returns: (transfer full): no rows
 */
FoedDerivedRows *
foed_derived_rows_new (FoedConnection *connection)
{
  FoedDerivedRows *self = g_new0 (FoedDerivedRows, 1);

  g_assert (connection != NULL);

  self->connection = connection;
  self->texts = g_string_chunk_new (4096);

  for (guint i = 0; i < FOED_N_DERIVED_TABLES; i++)
    self->rows[i] = g_array_new (FALSE, FALSE, strlen (table_infos[i].columns) * sizeof (FoedDerivedValue));

  return self;
}

void
foed_derived_rows_free (FoedDerivedRows *self)
{
  for (guint i = 0; i < FOED_N_DERIVED_TABLES; i++)
    g_array_unref (self->rows[i]);

  g_string_chunk_free (self->texts);
  g_free (self);
}

/**
 * foed_derived_rows_add:
 * @self: rows
 * @table: of which table
 * @values: what stands in its columns; texts must stay until they are flushed or cleared
 */
void
foed_derived_rows_add (FoedDerivedRows        *self,
                       FoedDerivedTable        table,
                       const FoedDerivedValue *values)
{
  g_array_append_vals (self->rows[table], values, 1);
  self->n_rows++;
}

/**
 * foed_derived_rows_keep:
 * @self: rows
 * @text: (nullable) (transfer full): a text that nothing else keeps
 *
 * Returns: (transfer none) (nullable): the same, until the rows are flushed or cleared
 */
const char *
foed_derived_rows_keep (FoedDerivedRows *self,
                        char            *text)
{
  g_autofree char *owned = text;

  return owned != NULL ? g_string_chunk_insert (self->texts, owned) : NULL;
}

/**
 * foed_derived_rows_count:
 * @self: rows
 *
 * Returns: how many wait
 */
guint
foed_derived_rows_count (FoedDerivedRows *self)
{
  return self->n_rows;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  const FoedDerivedValue *left = a;
  const FoedDerivedValue *right = b;
  const TableInfo *info = user_data;

  for (const char *column = info->order; *column != '\0'; column++)
    {
      guint i = *column - '0';
      int order = 0;

      if (info->columns[i] == 'i')
        order = (left[i].integer > right[i].integer) - (left[i].integer < right[i].integer);
      else if (left[i].text != right[i].text)
        order = strcmp (left[i].text, right[i].text);

      if (order != 0)
        return order;
    }

  return 0;
}

static gboolean
write_rows (FoedDerivedRows   *self,
            FoedDerivedTable   table,
            GError           **error)
{
  const TableInfo *info = &table_infos[table];
  GArray *rows = self->rows[table];
  g_autoptr (FoedStatement) statement = foed_statement_new (self->connection, info->insert, error);

  if (statement == NULL)
    return FALSE;

  if (*info->order != '\0')
    g_array_sort_with_data (rows, compare_rows, (gpointer) info);

  for (guint i = 0; i < rows->len; i++)
    {
      const FoedDerivedValue *values = (gpointer) (rows->data + i * g_array_get_element_size (rows));

      for (guint j = 0; info->columns[j] != '\0'; j++)
        if (info->columns[j] == 'i')
          foed_statement_bind_integer (statement, j + 1, values[j].integer);
        else
          foed_statement_bind_text (statement, j + 1, values[j].text);

      if (!foed_statement_execute (statement, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * foed_derived_rows_flush:
 * @self: rows
 * @error: (out): what went wrong
 *
 * Writes all that wait.
 *
 * Returns: whether they are written
 */
gboolean
foed_derived_rows_flush (FoedDerivedRows  *self,
                         GError          **error)
{
  for (guint i = 0; i < FOED_N_DERIVED_TABLES; i++)
    if (self->rows[i]->len > 0 && !write_rows (self, i, error))
      return FALSE;

  foed_derived_rows_clear (self);

  return TRUE;
}

/**
 * foed_derived_rows_clear:
 * @self: rows
 *
 * Forgets all that wait.
 */
void
foed_derived_rows_clear (FoedDerivedRows *self)
{
  for (guint i = 0; i < FOED_N_DERIVED_TABLES; i++)
    g_array_set_size (self->rows[i], 0);

  g_string_chunk_clear (self->texts);
  self->n_rows = 0;
}
