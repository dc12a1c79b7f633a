/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-file-reader"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "foed-file-reader.h"
#include "foed-foreign-parser-private.h"
#include "foed-xml-reader-private.h"

/* By how much of a file its dialect is recognised. */
#define HEAD_SIZE (128 << 10)

#define NATIVE_ROOT "foedera"

struct _FoedFileReader
{
  GObject        parent_instance;
  char          *name;
  const char    *dialect;        /* interned */

  /* A native file. */
  FoedXmlReader *native;

  /* A foreign one: read at the first call of next. */
  FoedDialects  *dialects;
  FoedForeignOptions options;
  char          *chosen;
  GBytes        *bytes;
  FoedReport    *report;
  GPtrArray     *records;
  GError        *error;
  guint          position;
  guint          n_records;
};

G_DEFINE_FINAL_TYPE (FoedFileReader, foed_file_reader, G_TYPE_OBJECT)

static void
foed_file_reader_finalize (GObject *object)
{
  FoedFileReader *self = FOED_FILE_READER (object);

  g_free (self->name);
  g_free (self->chosen);
  g_clear_object (&self->native);
  g_clear_object (&self->dialects);
  g_clear_object (&self->options.states);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_object (&self->report);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (foed_file_reader_parent_class)->finalize (object);
}

static void
foed_file_reader_class_init (FoedFileReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foed_file_reader_finalize;
}

static void
foed_file_reader_init (FoedFileReader *self)
{
  self->report = foed_report_new ();
}

/* Up to @most bytes; fewer only at the end. */
static GBytes *
read_bytes (GInputStream  *stream,
            gsize          most,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gsize n_read = 0;
  gsize n_now;

  do
    {
      g_byte_array_set_size (bytes, MIN (most, MAX (n_read * 2, HEAD_SIZE)));

      if (!g_input_stream_read_all (stream, bytes->data + n_read, bytes->len - n_read, &n_now, cancellable, error))
        return NULL;

      n_read += n_now;
    }
  while (n_read == bytes->len && n_read < most);

  g_byte_array_set_size (bytes, n_read);

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* What was read of @stream is to be read again: go back, or where that is impossible (a pipe), keep what came. */
static GInputStream *
rewind_stream (GInputStream  *stream,
               GBytes        *head,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr (GInputStream) whole = NULL;
  g_autoptr (GBytes) rest = NULL;

  if (G_IS_SEEKABLE (stream) && g_seekable_can_seek (G_SEEKABLE (stream))
      && g_seekable_seek (G_SEEKABLE (stream), 0, G_SEEK_SET, cancellable, NULL))
    return g_object_ref (stream);

  rest = read_bytes (stream, FOED_FOREIGN_LONGEST_FILE, cancellable, error);

  if (rest == NULL)
    return NULL;

  whole = g_memory_input_stream_new_from_bytes (head);
  g_memory_input_stream_add_bytes (G_MEMORY_INPUT_STREAM (whole), rest);

  return g_steal_pointer (&whole);
}

/* Whether @bytes begin a native file, or nothing that could be told: then the native reader says what is wrong. */
static gboolean
is_native (FoedFileReader *self,
           GBytes         *head)
{
  g_autofree char *root = NULL;

  if (self->options.dialect != NULL)
    return strcmp (self->options.dialect, FOED_DIALECT_NATIVE) == 0;

  if (foed_dialects_recognise (self->dialects, head, &root) != NULL)
    return FALSE;

  return root == NULL || strcmp (root, NATIVE_ROOT) == 0;
}

/* A native file is read as a stream; only to be repaired it is read whole. */
static gboolean
open_native (FoedFileReader  *self,
             GInputStream    *stream,
             GCancellable    *cancellable,
             GError         **error)
{
  g_autoptr (GInputStream) readable = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) mended = NULL;

  if (self->options.is_lenient)
    {
      bytes = read_bytes (stream, FOED_FOREIGN_LONGEST_FILE + 1, cancellable, error);

      if (bytes == NULL)
        return FALSE;

      mended = foed_foreign_mend (bytes, self->name, self->report);
      readable = mended != NULL ? g_memory_input_stream_new_from_bytes (mended)
                                : rewind_stream (stream, bytes, cancellable, error);

      if (readable == NULL)
        return FALSE;
    }
  else
    {
      readable = g_object_ref (stream);
    }

  self->native = foed_xml_reader_new (readable, self->name);
  self->dialect = FOED_DIALECT_NATIVE;

  for (guint i = 0; i < foed_report_get_n_problems (self->report); i++)
    foed_report_take_problem (foed_xml_reader_get_report (self->native),
                              g_object_ref (foed_report_get_problem (self->report, i)));

  return TRUE;
}

static gboolean
open_stream (FoedFileReader  *self,
             GInputStream    *stream,
             GCancellable    *cancellable,
             GError         **error)
{
  g_autoptr (GBytes) head = read_bytes (stream, HEAD_SIZE, cancellable, error);
  g_autoptr (GInputStream) whole = NULL;

  if (head == NULL)
    return FALSE;

  whole = rewind_stream (stream, head, cancellable, error);

  if (whole == NULL)
    return FALSE;

  if (is_native (self, head))
    return open_native (self, whole, cancellable, error);

  /* One byte more than may be tells that it is too long. */
  self->bytes = read_bytes (whole, FOED_FOREIGN_LONGEST_FILE + 1, cancellable, error);

  return self->bytes != NULL;
}

/**
 * foed_file_reader_open:
 * @file: a file
 * @name: (nullable): what problems call it; %NULL for its path
 * @dialects: the dialects that are known
 * @options: how to read it
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error of domain %FOED_XML_ERROR or %G_IO_ERROR
 *
 * Opens a file of any known dialect, native among them.
 *
 * Returns: (transfer full): a reader of its records, or %NULL
 */
FoedFileReader *
foed_file_reader_open (GFile                     *file,
                       const char                *name,
                       FoedDialects              *dialects,
                       const FoedForeignOptions  *options,
                       GCancellable              *cancellable,
                       GError                   **error)
{
  g_autoptr (FoedFileReader) self = NULL;
  g_autoptr (GFileInputStream) stream = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (FOED_IS_DIALECTS (dialects), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  self = g_object_new (FOED_TYPE_FILE_READER, NULL);
  self->name = name == NULL ? g_file_get_parse_name (file) : g_strdup (name);
  self->dialects = g_object_ref (dialects);
  self->options = *options;
  self->chosen = g_strdup (options->dialect);
  self->options.dialect = self->chosen;

  if (options->states != NULL)
    g_object_ref (options->states);

  stream = foed_xml_open_file (file, self->name, cancellable, error);

  if (stream == NULL || !open_stream (self, G_INPUT_STREAM (stream), cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

static guint
count_records (FoedRecord *record)
{
  guint n_records = foed_record_kind_get_info (foed_record_get_kind (record))->has_id;

  for (guint i = 0; i < foed_record_get_n_children (record); i++)
    n_records += count_records (foed_record_get_child (record, i));

  return n_records;
}

static void
read_foreign (FoedFileReader *self,
              GCancellable   *cancellable)
{
  FoedDialect *dialect = NULL;

  self->records = foed_dialects_read (self->dialects, self->bytes, self->name, &self->options, self->report, &dialect,
                                      cancellable, &self->error);

  if (dialect != NULL)
    self->dialect = foed_dialect_get_nick (dialect);

  for (guint i = 0; self->records != NULL && i < self->records->len; i++)
    self->n_records += count_records (g_ptr_array_index (self->records, i));
}

/**
 * foed_file_reader_next:
 * @self: a reader
 * @record: (out) (transfer full) (nullable): the next record of the top level with everything under it; %NULL at the end
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error of domain %FOED_XML_ERROR, which foed_file_reader_get_report() holds too, or
 *   %G_IO_ERROR_CANCELLED
 *
 * Reads on, as foed_xml_reader_next() does.
 *
 * Returns: whether the file could be read so far
 */
gboolean
foed_file_reader_next (FoedFileReader  *self,
                       FoedRecord     **record,
                       GCancellable    *cancellable,
                       GError         **error)
{
  g_return_val_if_fail (FOED_IS_FILE_READER (self), FALSE);
  g_return_val_if_fail (record != NULL, FALSE);

  *record = NULL;

  if (self->native != NULL)
    return foed_xml_reader_next (self->native, record, cancellable, error);

  if (self->records == NULL && self->error == NULL)
    read_foreign (self, cancellable);

  if (self->error != NULL)
    {
      g_propagate_error (error, g_error_copy (self->error));
      return FALSE;
    }

  if (self->position < self->records->len)
    *record = g_object_ref (g_ptr_array_index (self->records, self->position++));

  return TRUE;
}

/**
 * foed_file_reader_get_report:
 * @self: a reader
 *
 * Returns: (transfer none): the problems so far
 */
FoedReport *
foed_file_reader_get_report (FoedFileReader *self)
{
  g_return_val_if_fail (FOED_IS_FILE_READER (self), NULL);

  return self->native != NULL ? foed_xml_reader_get_report (self->native) : self->report;
}

/**
 * foed_file_reader_get_name:
 * @self: a reader
 *
 * Returns: (transfer none): what problems call the file
 */
const char *
foed_file_reader_get_name (FoedFileReader *self)
{
  g_return_val_if_fail (FOED_IS_FILE_READER (self), NULL);

  return self->name;
}

/**
 * foed_file_reader_get_dialect:
 * @self: a reader
 *
 * Returns: (transfer none) (nullable): the dialect that the file is in, %NULL where it is in none that is known; of a
 *   foreign file it is told after the first call of foed_file_reader_next(). The string lives for ever.
 */
const char *
foed_file_reader_get_dialect (FoedFileReader *self)
{
  g_return_val_if_fail (FOED_IS_FILE_READER (self), NULL);

  return self->dialect;
}

/**
 * foed_file_reader_get_offset:
 * @self: a reader
 *
 * Returns: how many bytes were read
 */
guint64
foed_file_reader_get_offset (FoedFileReader *self)
{
  g_return_val_if_fail (FOED_IS_FILE_READER (self), 0);

  return self->native != NULL ? foed_xml_reader_get_offset (self->native) : g_bytes_get_size (self->bytes);
}

/**
 * foed_file_reader_get_n_records:
 * @self: a reader
 *
 * Returns: how many records with an id of their own were met
 */
guint
foed_file_reader_get_n_records (FoedFileReader *self)
{
  g_return_val_if_fail (FOED_IS_FILE_READER (self), 0);

  return self->native != NULL ? foed_xml_reader_get_n_records (self->native) : self->n_records;
}
