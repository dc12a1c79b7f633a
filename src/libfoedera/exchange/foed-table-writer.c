/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-table-writer"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "foed-table-writer-private.h"

#define BUFFER_SIZE (64 << 10)

static const struct
{
  const char *nick;
  const char *label;
} formats[FOED_N_TABLE_FORMATS] = {
  [FOED_TABLE_CSV] = { "csv", NC_("table-format", "Table with commas (CSV)") },
  [FOED_TABLE_TSV] = { "tsv", NC_("table-format", "Table with tabs (TSV)") },
  [FOED_TABLE_XLSX] = { "xlsx", NC_("table-format", "Spreadsheet (XLSX)") },
};

struct _FoedTableWriter
{
  FoedTableFormat  format;
  GOutputStream   *stream;
  FoedSpreadsheet *spreadsheet;
  GString         *buffer;
  gboolean        *are_numbers;
  guint            n_columns;
  guint            n_rows;
};

/* Signs with which spreadsheets begin a formula, or trim before one. */
static gboolean
is_armed (const char *text)
{
  text += strspn (text, "'");

  return *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;
}

/**
 * foed_table_format_get_nick:
 * @self: a format
 *
 * Returns: (transfer none): its stable name, which is the ending of files, too
 */
const char *
foed_table_format_get_nick (FoedTableFormat self)
{
  g_return_val_if_fail (self < FOED_N_TABLE_FORMATS, NULL);

  return formats[self].nick;
}

/**
 * foed_table_format_get_label:
 * @self: a format
 *
 * Returns: (transfer none): what a person reads, translated
 */
const char *
foed_table_format_get_label (FoedTableFormat self)
{
  g_return_val_if_fail (self < FOED_N_TABLE_FORMATS, NULL);

  return g_dpgettext2 (NULL, "table-format", formats[self].label);
}

/**
 * foed_table_format_from_nick:
 * @nick: a word
 * @format: (out): the format
 *
 * Returns: whether @nick is one of a format
 */
gboolean
foed_table_format_from_nick (const char      *nick,
                             FoedTableFormat *format)
{
  g_return_val_if_fail (nick != NULL, FALSE);
  g_return_val_if_fail (format != NULL, FALSE);

  for (guint i = 0; i < FOED_N_TABLE_FORMATS; i++)
    if (g_str_equal (formats[i].nick, nick))
      {
        *format = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * foed_table_column_new:
 * @nick: stable name
 * @label: what a person reads, translated
 * @explanation: (nullable): what it holds, translated
 * @type: what it holds
 * @vocabulary: for terms
 *
 * Returns: (transfer full): a column
 */
FoedTableColumn *
foed_table_column_new (const char     *nick,
                       const char     *label,
                       const char     *explanation,
                       FoedColumnType  type,
                       FoedVocabulary  vocabulary)
{
  FoedTableColumn *self;

  g_return_val_if_fail (nick != NULL, NULL);
  g_return_val_if_fail (label != NULL, NULL);

  self = g_new0 (FoedTableColumn, 1);
  self->nick = g_strdup (nick);
  self->label = g_strdup (label);
  self->explanation = g_strdup (explanation);
  self->type = type;
  self->vocabulary = vocabulary;

  return self;
}

/**
 * foed_table_column_free:
 * @self: (transfer full): a column
 */
void
foed_table_column_free (FoedTableColumn *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->nick);
  g_free (self->label);
  g_free (self->explanation);
  g_free (self);
}

/**
 * foed_table_disarm:
 * @text: a text
 *
 * Returns: (transfer full): @text, so that no spreadsheet takes it for a formula; foed_table_rearm() undoes it
 */
char *
foed_table_disarm (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return is_armed (text) ? g_strconcat ("'", text, NULL) : g_strdup (text);
}

/**
 * foed_table_rearm:
 * @text: what foed_table_disarm() gave
 *
 * Returns: (transfer full): the text as it was
 */
char *
foed_table_rearm (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return g_strdup (*text == '\'' && is_armed (text) ? text + 1 : text);
}

/**
 * foed_table_writer_new:
 * @format: how to write
 * @stream: where to
 *
 * Returns: (transfer full): a writer
 */
FoedTableWriter *
foed_table_writer_new (FoedTableFormat  format,
                       GOutputStream   *stream)
{
  FoedTableWriter *self;

  g_return_val_if_fail (format < FOED_N_TABLE_FORMATS, NULL);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), NULL);

  self = g_new0 (FoedTableWriter, 1);
  self->format = format;
  self->stream = g_object_ref (stream);
  self->buffer = g_string_new (NULL);

  return self;
}

/**
 * foed_table_writer_free:
 * @self: (transfer full): a writer
 */
void
foed_table_writer_free (FoedTableWriter *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->spreadsheet, foed_spreadsheet_free);
  g_object_unref (self->stream);
  g_string_free (self->buffer, TRUE);
  g_free (self->are_numbers);
  g_free (self);
}

static gboolean
flush (FoedTableWriter  *self,
       gsize             limit,
       GCancellable     *cancellable,
       GError          **error)
{
  if (self->buffer->len <= limit)
    return TRUE;

  if (!g_output_stream_write_all (self->stream, self->buffer->str, self->buffer->len, NULL, cancellable, error))
    return FALSE;

  g_string_truncate (self->buffer, 0);

  return TRUE;
}

/* An empty text is no blank, and some readers trim a space at an end. */
static gboolean
needs_quotes (FoedTableWriter *self,
              const char      *cell)
{
  gsize length = strlen (cell);

  return length == 0 || strpbrk (cell, self->format == FOED_TABLE_TSV ? "\t\"\n\r" : ",\"\n\r") != NULL
         || g_ascii_isspace (cell[0]) || g_ascii_isspace (cell[length - 1]);
}

static void
append_cell (FoedTableWriter *self,
             const char      *cell,
             gboolean         is_number)
{
  g_autofree char *disarmed = NULL;

  if (cell == NULL)
    return;

  if (!is_number && is_armed (cell))
    cell = disarmed = foed_table_disarm (cell);

  if (!needs_quotes (self, cell))
    {
      g_string_append (self->buffer, cell);
      return;
    }

  g_string_append_c (self->buffer, '"');

  for (; *cell != '\0'; cell++)
    {
      if (*cell == '"')
        g_string_append_c (self->buffer, '"');

      g_string_append_c (self->buffer, *cell);
    }

  g_string_append_c (self->buffer, '"');
}

static gboolean
write_text_row (FoedTableWriter     *self,
                const char * const  *cells,
                gboolean             is_heading,
                GCancellable        *cancellable,
                GError             **error)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      if (i > 0)
        g_string_append_c (self->buffer, self->format == FOED_TABLE_TSV ? '\t' : ',');

      append_cell (self, cells[i], !is_heading && self->are_numbers[i]);
    }

  g_string_append_c (self->buffer, '\n');

  return flush (self, BUFFER_SIZE, cancellable, error);
}

static gboolean
write_spreadsheet_row (FoedTableWriter     *self,
                       const char * const  *cells,
                       gboolean             is_heading,
                       GError             **error)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (cells[i] != NULL
        && !foed_spreadsheet_write (self->spreadsheet, is_heading ? 0 : self->n_rows + 1, i, cells[i],
                                    !is_heading && self->are_numbers[i], is_heading, error))
      return FALSE;

  return TRUE;
}

static gboolean
write_row (FoedTableWriter     *self,
           const char * const  *cells,
           gboolean             is_heading,
           GCancellable        *cancellable,
           GError             **error)
{
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  return self->format == FOED_TABLE_XLSX ? write_spreadsheet_row (self, cells, is_heading, error)
                                         : write_text_row (self, cells, is_heading, cancellable, error);
}

/**
 * foed_table_writer_write_columns:
 * @self: a writer
 * @columns: (element-type FoedTableColumn): the columns
 * @labels: whether to write what a person reads instead of stable names
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error of domain %FOED_TABLE_ERROR or %G_IO_ERROR
 *
 * Writes the first row.
 *
 * Returns: whether it was written
 */
gboolean
foed_table_writer_write_columns (FoedTableWriter  *self,
                                 GPtrArray        *columns,
                                 gboolean          labels,
                                 GCancellable     *cancellable,
                                 GError          **error)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (columns != NULL && self->are_numbers == NULL, FALSE);

  self->n_columns = columns->len;
  self->are_numbers = g_new0 (gboolean, columns->len + 1);

  for (guint i = 0; i < columns->len; i++)
    {
      const FoedTableColumn *column = g_ptr_array_index (columns, i);

      self->are_numbers[i] = column->type == FOED_COLUMN_INTEGER || column->type == FOED_COLUMN_NUMBER;
      g_ptr_array_add (cells, labels ? column->label : column->nick);
    }

  if (self->format == FOED_TABLE_XLSX && (self->spreadsheet = foed_spreadsheet_new (error)) == NULL)
    return FALSE;

  return write_row (self, (const char * const *) cells->pdata, TRUE, cancellable, error);
}

/**
 * foed_table_writer_write_row:
 * @self: a writer whose columns were written
 * @cells: as many as there are columns; %NULL for a blank one
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error of domain %FOED_TABLE_ERROR or %G_IO_ERROR
 *
 * Returns: whether the row was written
 */
gboolean
foed_table_writer_write_row (FoedTableWriter     *self,
                             const char * const  *cells,
                             GCancellable        *cancellable,
                             GError             **error)
{
  g_return_val_if_fail (self != NULL && self->are_numbers != NULL, FALSE);
  g_return_val_if_fail (cells != NULL, FALSE);

  if (!write_row (self, cells, FALSE, cancellable, error))
    return FALSE;

  self->n_rows++;

  return TRUE;
}

/**
 * foed_table_writer_end:
 * @self: a writer whose columns were written
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error of domain %FOED_TABLE_ERROR or %G_IO_ERROR
 *
 * Writes what is left. The stream stays open.
 *
 * Returns: whether all was written
 */
gboolean
foed_table_writer_end (FoedTableWriter  *self,
                       GCancellable     *cancellable,
                       GError          **error)
{
  g_return_val_if_fail (self != NULL && self->are_numbers != NULL, FALSE);

  if (self->spreadsheet != NULL)
    return foed_spreadsheet_end (self->spreadsheet, self->stream, cancellable, error);

  return flush (self, 0, cancellable, error);
}

/**
 * foed_table_writer_get_n_rows:
 * @self: a writer
 *
 * Returns: how many rows were written, without the first
 */
guint
foed_table_writer_get_n_rows (FoedTableWriter *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_rows;
}
