/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-table-reader"

#include "config.h"

#include <csv.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "foed-table-reader.h"
#include "model/foed-spelling-private.h"

#define CHUNK_SIZE (64 << 10)
#define LONGEST_FILE (G_GUINT64_CONSTANT (1) << 30)
#define LONGEST_CELL (1 << 20)
#define LONGEST_ROW (16 << 20)
#define MOST_COLUMNS 4096
#define NO_CELL G_MAXUINT

typedef enum
{
  ENCODING_ASCII,
  ENCODING_UTF8,
  ENCODING_WINDOWS
} Encoding;

struct _FoedTableReader
{
  GObject            parent_instance;
  GInputStream      *stream;
  char              *name;
  FoedReport        *report;
  GError            *fatal;
  char             **columns;
  GHashTable        *positions;
  struct csv_parser  parser;
  gboolean           has_parser;

  /* What was read and is not parsed yet. */
  char              *chunk;
  gsize              chunk_length;
  gsize              chunk_position;
  guint64            offset;
  gboolean           at_end;

  /* The row that is being parsed, or was parsed last: its cells one after the other, and where each begins. */
  GString           *text;
  GArray            *cells;
  gboolean           row_is_whole;
  gboolean           row_is_too_long;
  guint              n_rows;
  int                row_line;
  int                cell_line;
  int                line;
  gboolean           after_return;
  Encoding           encoding;
};

G_DEFINE_FINAL_TYPE (FoedTableReader, foed_table_reader, G_TYPE_OBJECT)
G_DEFINE_QUARK (foed-table-error-quark, foed_table_error)

static void
on_cell (void   *text,
         size_t  length,
         void   *user_data)
{
  FoedTableReader *self = user_data;
  guint begin = NO_CELL;

  self->cell_line = self->line;

  if (self->cells->len >= MOST_COLUMNS || self->text->len + length > LONGEST_ROW)
    {
      self->row_is_too_long = TRUE;
      return;
    }

  if (text != NULL && length > 0)
    {
      begin = self->text->len;
      g_string_append_len (self->text, text, length);
      g_string_append_c (self->text, '\0');
    }

  g_array_append_val (self->cells, begin);
}

static void
on_row (int   terminator,
        void *user_data)
{
  FoedTableReader *self = user_data;

  self->row_is_whole = TRUE;
}

/* What makes it pointless to read on. */
static gboolean
fail (FoedTableReader *self,
      FoedTableError   code,
      int              line,
      const char      *rule,
      const char      *message,
      const char      *hint)
{
  if (self->fatal == NULL)
    {
      foed_report_take_problem (self->report, foed_problem_new (FOED_SEVERITY_ERROR, self->name, line, 0, NULL, rule,
                                                                message, hint));
      self->fatal = hint == NULL ? g_error_new_literal (FOED_TABLE_ERROR, code, message)
                                 : g_error_new (FOED_TABLE_ERROR, code, "%s %s", message, hint);
    }

  return FALSE;
}

static gboolean
fail_reading (FoedTableReader *self,
              GError          *read_error)
{
  g_autoptr (GError) error = read_error;
  g_autofree char *message = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      self->fatal = g_steal_pointer (&error);
      return FALSE;
    }

  if (error->domain == G_CONVERT_ERROR || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT))
    return fail (self, FOED_TABLE_ERROR_NOT_A_TABLE, self->line, "encoding", _("The text is not valid UTF-16."),
                 _("Save the file as UTF-8."));

  message = g_strdup_printf (_("The file can't be read: %s"), error->message);

  return fail (self, FOED_TABLE_ERROR_CANNOT_READ, 0, "file", message, NULL);
}

static gboolean
read_chunk (FoedTableReader *self,
            GCancellable    *cancellable)
{
  g_autoptr (GError) error = NULL;
  gsize n_read = 0;

  self->chunk_position = 0;
  self->chunk_length = 0;

  if (g_cancellable_set_error_if_cancelled (cancellable, &error)
      || !g_input_stream_read_all (self->stream, self->chunk, CHUNK_SIZE, &n_read, cancellable, &error))
    return fail_reading (self, g_steal_pointer (&error));

  self->chunk_length = n_read;
  self->offset += n_read;
  self->at_end = n_read < CHUNK_SIZE;

  if (self->offset > LONGEST_FILE)
    return fail (self, FOED_TABLE_ERROR_LIMIT, self->line, "limit", _("The file is larger than 1 GiB."),
                 _("Split it into several."));

  return TRUE;
}

static void
convert_from_utf16 (FoedTableReader *self,
                    const char      *charset)
{
  g_autoptr (GCharsetConverter) converter = g_charset_converter_new ("UTF-8", charset, NULL);
  g_autoptr (GInputStream) rest = g_steal_pointer (&self->stream);

  g_assert (converter != NULL);
  self->stream = g_converter_input_stream_new (rest, G_CONVERTER (converter));
}

/* The mark is looked at before anything is read for good, so that a converter can stand before the stream. */
static gboolean
skip_byte_order_mark (FoedTableReader *self,
                      GCancellable    *cancellable)
{
  g_autoptr (GInputStream) buffered = g_buffered_input_stream_new (self->stream);
  g_autoptr (GError) error = NULL;
  const guchar *mark;
  gsize length = 0;
  gssize n_filled;

  do
    {
      n_filled = g_buffered_input_stream_fill (G_BUFFERED_INPUT_STREAM (buffered), 3, cancellable, &error);
      if (n_filled < 0)
        return fail_reading (self, g_steal_pointer (&error));

      mark = g_buffered_input_stream_peek_buffer (G_BUFFERED_INPUT_STREAM (buffered), &length);
    }
  while (n_filled > 0 && length < 3);

  g_set_object (&self->stream, buffered);

  if (length >= 3 && memcmp (mark, "\xef\xbb\xbf", 3) == 0)
    {
      self->encoding = ENCODING_UTF8;
      g_input_stream_skip (buffered, 3, NULL, NULL);
    }
  else if (length >= 2 && (memcmp (mark, "\xff\xfe", 2) == 0 || memcmp (mark, "\xfe\xff", 2) == 0))
    {
      const char *charset = mark[0] == 0xff ? "UTF-16LE" : "UTF-16BE";

      self->encoding = ENCODING_UTF8;
      g_input_stream_skip (buffered, 2, NULL, NULL);
      convert_from_utf16 (self, charset);
    }

  return TRUE;
}

/* The sign that stands most often in the first line, outside of quotes. */
static char
guess_separator (const char *text,
                 gsize       length)
{
  static const char separators[] = { ',', '\t', ';' };
  guint counts[G_N_ELEMENTS (separators)] = { 0 };
  guint best = 0;
  gboolean quoted = FALSE;

  for (gsize i = 0; i < length && (quoted || (text[i] != '\n' && text[i] != '\r')); i++)
    {
      if (text[i] == '"')
        quoted = !quoted;

      for (guint j = 0; !quoted && j < G_N_ELEMENTS (separators); j++)
        counts[j] += text[i] == separators[j];
    }

  for (guint i = 1; i < G_N_ELEMENTS (separators); i++)
    if (counts[i] > counts[best])
      best = i;

  return separators[best];
}

static gboolean
start (FoedTableReader *self,
       GCancellable    *cancellable)
{
  if (!skip_byte_order_mark (self, cancellable) || !read_chunk (self, cancellable))
    return FALSE;

  if (self->chunk_length == 0)
    return fail (self, FOED_TABLE_ERROR_NOT_A_TABLE, 0, "empty", _("The file is empty."), NULL);

  csv_set_delim (&self->parser, guess_separator (self->chunk, self->chunk_length));

  return TRUE;
}

/* Up to the end of the line, so that lines can be counted and a row be handed out before the next begins. */
static gsize
measure_segment (FoedTableReader *self)
{
  const char *begin = self->chunk + self->chunk_position;
  gsize left = self->chunk_length - self->chunk_position;

  for (gsize i = 0; i < left; i++)
    if (begin[i] == '\n' || begin[i] == '\r' || begin[i] == '\0')
      return i + 1;

  return left;
}

static gboolean
parse_segment (FoedTableReader *self)
{
  const char *begin = self->chunk + self->chunk_position;
  gsize length = measure_segment (self);
  char last = begin[length - 1];

  if (last == '\0')
    return fail (self, FOED_TABLE_ERROR_NOT_A_TABLE, self->line, "text", _("The file holds a NUL byte: it is no text."),
                 _("Save the table as CSV in UTF-8."));

  if (csv_parse (&self->parser, begin, length, on_cell, on_row, self) < length)
    return fail (self, FOED_TABLE_ERROR_NOT_A_TABLE, self->line, "quote",
                 _("A quotation mark stands where none may stand."),
                 _("Put the whole cell in quotation marks and double those inside."));

  self->chunk_position += length;

  if (self->row_is_too_long || self->parser.entry_pos > LONGEST_CELL)
    return fail (self, FOED_TABLE_ERROR_LIMIT, self->cell_line, "limit",
                 _("A cell is longer than 1 MiB, or a row has more than 4096 cells."),
                 _("A quotation mark may not have been closed."));

  if (last == '\r' || (last == '\n' && !self->after_return))
    self->line++;

  self->after_return = last == '\r';

  return TRUE;
}

static gboolean
finish (FoedTableReader *self)
{
  if (csv_fini (&self->parser, on_cell, on_row, self) != 0)
    return fail (self, FOED_TABLE_ERROR_NOT_A_TABLE, self->cell_line, "quote",
                 _("A quotation mark that opens in this row is never closed."),
                 _("The file may have been cut off."));

  return TRUE;
}

/* Reads on until a row is whole or nothing is left. */
static gboolean
read_row (FoedTableReader *self,
          GCancellable    *cancellable)
{
  g_string_truncate (self->text, 0);
  g_array_set_size (self->cells, 0);
  self->row_is_whole = FALSE;

  while (!self->row_is_whole)
    {
      if (self->chunk_position == self->chunk_length)
        {
          if (self->at_end)
            return finish (self);

          if (!read_chunk (self, cancellable))
            return FALSE;

          continue;
        }

      if (self->cells->len == 0 && self->parser.entry_pos == 0)
        self->row_line = self->cell_line = self->line;

      if (!parse_segment (self))
        return FALSE;
    }

  return TRUE;
}

static gboolean
fail_encoding (FoedTableReader *self)
{
  return fail (self, FOED_TABLE_ERROR_NOT_A_TABLE, self->row_line, "encoding",
               _("The text is of mixed encodings: this row is not in that of the rows before."),
               _("Save the file as UTF-8."));
}

static gboolean
is_ascii (const char *text,
          gsize       length)
{
  for (gsize i = 0; i < length; i++)
    if (text[i] & 0x80)
      return FALSE;

  return TRUE;
}

static gboolean
convert_row (FoedTableReader *self)
{
  g_autoptr (GString) converted = g_string_new (NULL);

  for (guint i = 0; i < self->cells->len; i++)
    {
      guint *begin = &g_array_index (self->cells, guint, i);
      g_autofree char *cell = NULL;

      if (*begin == NO_CELL)
        continue;

      cell = g_convert (self->text->str + *begin, -1, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);
      if (cell == NULL)
        return fail_encoding (self);

      *begin = converted->len;
      g_string_append_len (converted, cell, strlen (cell) + 1);
    }

  g_string_truncate (self->text, 0);
  g_string_append_len (self->text, converted->str, converted->len);

  return TRUE;
}

/* The first letter beyond ASCII tells whether the file is UTF-8; all others must be of the same encoding. */
static gboolean
decode_row (FoedTableReader *self)
{
  gboolean is_utf8;

  if (is_ascii (self->text->str, self->text->len))
    return TRUE;

  is_utf8 = TRUE;
  for (guint i = 0; i < self->cells->len && is_utf8; i++)
    {
      guint begin = g_array_index (self->cells, guint, i);

      is_utf8 = begin == NO_CELL || g_utf8_validate (self->text->str + begin, -1, NULL);
    }

  if (self->encoding == ENCODING_ASCII && !is_utf8)
    foed_table_reader_add_problem (self, FOED_SEVERITY_WARNING, -1, "encoding",
                                   _("The file is not in UTF-8; it was read as Windows-1252."),
                                   _("Look at the letters with accents."));

  if (self->encoding == ENCODING_ASCII)
    self->encoding = is_utf8 ? ENCODING_UTF8 : ENCODING_WINDOWS;

  if (is_utf8 != (self->encoding == ENCODING_UTF8))
    return fail_encoding (self);

  return is_utf8 || convert_row (self);
}

/* A cell with a sign that no text may hold is told of, and blank to whoever goes on to read the row. */
static void
check_cells (FoedTableReader *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      guint *begin = &g_array_index (self->cells, guint, i);
      g_autoptr (GError) error = NULL;

      if (*begin == NO_CELL || foed_spelling_check_text (self->text->str + *begin, &error))
        continue;

      foed_table_reader_add_problem (self, FOED_SEVERITY_ERROR, i, "text", error->message, NULL);
      *begin = NO_CELL;
    }
}

static gboolean
has_any_cell (FoedTableReader *self,
              guint            from)
{
  for (guint i = from; i < self->cells->len; i++)
    if (g_array_index (self->cells, guint, i) != NO_CELL)
      return TRUE;

  return FALSE;
}

static gboolean
check_width (FoedTableReader *self)
{
  guint n_columns = g_strv_length (self->columns);
  g_autofree char *message = NULL;

  if (self->cells->len >= n_columns && !has_any_cell (self, n_columns))
    return TRUE;

  message = g_strdup_printf (_("The row has %u cells, but the first row names %u columns."),
                             self->cells->len, n_columns);
  foed_table_reader_add_problem (self, FOED_SEVERITY_ERROR, -1, "columns", message,
                                 self->cells->len < n_columns ? _("The file may have been cut off.") : NULL);

  return FALSE;
}

static gboolean
take_columns (FoedTableReader *self)
{
  g_autoptr (GStrvBuilder) columns = g_strv_builder_new ();

  for (guint i = 0; i < self->cells->len; i++)
    {
      guint begin = g_array_index (self->cells, guint, i);
      const char *name = begin == NO_CELL ? "" : self->text->str + begin;
      g_autofree char *folded = g_ascii_strdown (name, -1);
      g_autofree char *message = NULL;

      g_strv_builder_add (columns, name);

      if (*folded == '\0')
        continue;

      if (g_hash_table_contains (self->positions, folded))
        {
          message = g_strdup_printf (_("There are two columns “%s”."), name);
          return fail (self, FOED_TABLE_ERROR_NOT_A_TABLE, self->row_line, "columns", message, NULL);
        }

      g_hash_table_insert (self->positions, g_steal_pointer (&folded), GUINT_TO_POINTER (i));
    }

  self->columns = g_strv_builder_end (columns);

  return TRUE;
}

static void
foed_table_reader_finalize (GObject *object)
{
  FoedTableReader *self = FOED_TABLE_READER (object);

  if (self->has_parser)
    csv_free (&self->parser);

  g_clear_object (&self->stream);
  g_clear_object (&self->report);
  g_clear_error (&self->fatal);
  g_clear_pointer (&self->columns, g_strfreev);
  g_clear_pointer (&self->positions, g_hash_table_unref);
  g_clear_pointer (&self->cells, g_array_unref);
  g_string_free (self->text, TRUE);
  g_free (self->chunk);
  g_free (self->name);

  G_OBJECT_CLASS (foed_table_reader_parent_class)->finalize (object);
}

static void
foed_table_reader_class_init (FoedTableReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foed_table_reader_finalize;
}

static void
foed_table_reader_init (FoedTableReader *self)
{
  self->report = foed_report_new ();
  self->positions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->chunk = g_malloc (CHUNK_SIZE);
  self->text = g_string_new (NULL);
  self->cells = g_array_new (FALSE, FALSE, sizeof (guint));
  self->line = 1;
  self->has_parser = csv_init (&self->parser, CSV_STRICT | CSV_STRICT_FINI | CSV_EMPTY_IS_NULL) == 0;
  csv_set_blk_size (&self->parser, CHUNK_SIZE);
}

/**
 * foed_table_reader_new:
 * @stream: what to read
 * @name: (nullable): what problems call it
 *
 * Returns: (transfer full): a reader
 */
FoedTableReader *
foed_table_reader_new (GInputStream *stream,
                       const char   *name)
{
  FoedTableReader *self;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);

  self = g_object_new (FOED_TYPE_TABLE_READER, NULL);
  self->stream = g_object_ref (stream);
  self->name = g_strdup (name);

  return self;
}

/**
 * foed_table_reader_read_columns:
 * @self: a reader
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error of domain %FOED_TABLE_ERROR, which foed_table_reader_get_report() holds too, or
 *   %G_IO_ERROR_CANCELLED
 *
 * Reads the first row, which names the columns. foed_table_reader_next() does it where it was not done.
 *
 * Returns: whether there is one
 */
gboolean
foed_table_reader_read_columns (FoedTableReader  *self,
                                GCancellable     *cancellable,
                                GError          **error)
{
  g_return_val_if_fail (FOED_IS_TABLE_READER (self), FALSE);

  if (self->columns != NULL)
    return TRUE;

  if (self->fatal == NULL && start (self, cancellable) && read_row (self, cancellable) && decode_row (self))
    {
      if (self->cells->len == 0)
        fail (self, FOED_TABLE_ERROR_NOT_A_TABLE, 0, "empty", _("The file is empty."), NULL);
      else
        take_columns (self);
    }

  if (self->fatal != NULL)
    {
      g_propagate_error (error, g_error_copy (self->fatal));
      return FALSE;
    }

  return TRUE;
}

/**
 * foed_table_reader_next:
 * @self: a reader
 * @at_end: (out): whether there was no row left
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error of domain %FOED_TABLE_ERROR, which foed_table_reader_get_report() holds too, or
 *   %G_IO_ERROR_CANCELLED
 *
 * Reads the next row. Rows that don't fit the columns are passed over: the report tells of them.
 *
 * Returns: whether the file could be read so far
 */
gboolean
foed_table_reader_next (FoedTableReader  *self,
                        gboolean         *at_end,
                        GCancellable     *cancellable,
                        GError          **error)
{
  g_return_val_if_fail (FOED_IS_TABLE_READER (self), FALSE);
  g_return_val_if_fail (at_end != NULL, FALSE);

  *at_end = FALSE;

  if (!foed_table_reader_read_columns (self, cancellable, error))
    return FALSE;

  while (self->fatal == NULL && read_row (self, cancellable) && decode_row (self))
    {
      if (!self->row_is_whole || self->cells->len == 0)
        {
          *at_end = TRUE;
          return TRUE;
        }

      self->n_rows++;

      if (check_width (self))
        {
          check_cells (self);
          return TRUE;
        }
    }

  g_propagate_error (error, g_error_copy (self->fatal));

  return FALSE;
}

/**
 * foed_table_reader_get_columns:
 * @self: a reader whose columns were read
 *
 * Returns: (transfer none): the names of the columns, as written; a column may have none
 */
const char * const *
foed_table_reader_get_columns (FoedTableReader *self)
{
  g_return_val_if_fail (FOED_IS_TABLE_READER (self), NULL);

  return (const char * const *) self->columns;
}

/**
 * foed_table_reader_find_column:
 * @self: a reader whose columns were read
 * @name: the name of a column, in lower case
 *
 * Returns: its position, or -1 where there is no such column
 */
int
foed_table_reader_find_column (FoedTableReader *self,
                               const char      *name)
{
  gpointer position;

  g_return_val_if_fail (FOED_IS_TABLE_READER (self), -1);
  g_return_val_if_fail (name != NULL, -1);

  return g_hash_table_lookup_extended (self->positions, name, NULL, &position) ? GPOINTER_TO_INT (position) : -1;
}

/**
 * foed_table_reader_get_cell:
 * @self: a reader that stands on a row
 * @column: a position, or -1
 *
 * Returns: (transfer none) (nullable): the text of the cell until the next row is read; %NULL where it is blank or
 *   @column is -1
 */
const char *
foed_table_reader_get_cell (FoedTableReader *self,
                            int              column)
{
  guint begin;

  g_return_val_if_fail (FOED_IS_TABLE_READER (self), NULL);

  if (column < 0 || (guint) column >= self->cells->len)
    return NULL;

  begin = g_array_index (self->cells, guint, column);

  return begin == NO_CELL ? NULL : self->text->str + begin;
}

/* What statistics programs write for a missing value. */
static gboolean
is_missing (const char *cell)
{
  static const char *const marks[] = { ".", "NA", "N/A", "NaN", "NULL", "#N/A", NULL };

  return g_strv_contains (marks, cell);
}

/**
 * foed_table_reader_scan_integer:
 * @self: a reader that stands on a row
 * @column: a position, or -1
 * @integer: (out): its value; untouched where there is none
 *
 * Reads a cell as a whole number, which may be written as `3.0`. A blank cell, or what statistics programs write for
 * one, has no value. What is no number is an error in the report and has no value either.
 *
 * Returns: whether the cell has a value
 */
gboolean
foed_table_reader_scan_integer (FoedTableReader *self,
                                int              column,
                                gint64          *integer)
{
  const char *cell;
  char *end;
  double number;
  g_autofree char *shown = NULL;
  g_autofree char *message = NULL;

  g_return_val_if_fail (FOED_IS_TABLE_READER (self), FALSE);
  g_return_val_if_fail (integer != NULL, FALSE);

  cell = foed_table_reader_get_cell (self, column);
  if (cell == NULL || is_missing (cell))
    return FALSE;

  number = g_ascii_strtod (cell, &end);
  if (end != cell && *end == '\0' && fabs (number) < 1e15 && number == floor (number))
    {
      *integer = (gint64) number;
      return TRUE;
    }

  shown = g_utf8_strlen (cell, -1) > 40 ? g_utf8_substring (cell, 0, 40) : g_strdup (cell);
  message = g_strdup_printf (_("“%s” is not a whole number."), shown);
  foed_table_reader_add_problem (self, FOED_SEVERITY_ERROR, column, "number", message, NULL);

  return FALSE;
}

/**
 * foed_table_reader_get_line:
 * @self: a reader
 *
 * Returns: the line on which the row begins that was read last, from 1
 */
int
foed_table_reader_get_line (FoedTableReader *self)
{
  g_return_val_if_fail (FOED_IS_TABLE_READER (self), 0);

  return self->row_line;
}

/**
 * foed_table_reader_get_n_rows:
 * @self: a reader
 *
 * Returns: how many rows were met after the first
 */
guint
foed_table_reader_get_n_rows (FoedTableReader *self)
{
  g_return_val_if_fail (FOED_IS_TABLE_READER (self), 0);

  return self->n_rows;
}

/**
 * foed_table_reader_get_offset:
 * @self: a reader
 *
 * Returns: how many bytes were read
 */
guint64
foed_table_reader_get_offset (FoedTableReader *self)
{
  g_return_val_if_fail (FOED_IS_TABLE_READER (self), 0);

  return self->offset;
}

/**
 * foed_table_reader_get_name:
 * @self: a reader
 *
 * Returns: (transfer none) (nullable): what problems call the file
 */
const char *
foed_table_reader_get_name (FoedTableReader *self)
{
  g_return_val_if_fail (FOED_IS_TABLE_READER (self), NULL);

  return self->name;
}

/**
 * foed_table_reader_get_report:
 * @self: a reader
 *
 * Returns: (transfer none): the problems so far
 */
FoedReport *
foed_table_reader_get_report (FoedTableReader *self)
{
  g_return_val_if_fail (FOED_IS_TABLE_READER (self), NULL);

  return self->report;
}

/**
 * foed_table_reader_add_problem:
 * @self: a reader
 * @severity: how bad it is
 * @column: the position of the column that it concerns, or -1
 * @rule: the stable name of the rule that is broken
 * @message: a sentence that says what is wrong, in the user's language
 * @hint: (nullable): a sentence that says what to do, in the user's language
 *
 * Adds a problem of the row that was read last to the report.
 */
void
foed_table_reader_add_problem (FoedTableReader *self,
                               FoedSeverity     severity,
                               int              column,
                               const char      *rule,
                               const char      *message,
                               const char      *hint)
{
  const char *path;

  g_return_if_fail (FOED_IS_TABLE_READER (self));

  path = column < 0 || self->columns == NULL ? NULL : self->columns[column];
  foed_report_take_problem (self->report, foed_problem_new (severity, self->name, self->row_line, 0, path, rule,
                                                            message, hint));
}
