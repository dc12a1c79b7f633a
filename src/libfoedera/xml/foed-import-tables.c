/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-import"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "foed-import-private.h"

/* Files of formats that are not XML: told apart before anything is read, read when all else is written. */

#define HEAD_SIZE (64 << 10)

/* XML begins with a bracket; then there is no need to ask. */
static gboolean
looks_like_xml (const char *head,
                gsize       length)
{
  gsize start = length >= 3 && memcmp (head, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

  while (start < length && g_ascii_isspace (head[start]))
    start++;

  return start < length && head[start] == '<';
}

static gboolean
is_called_a_table (FoedImportFile *file)
{
  g_autofree char *name = g_ascii_strdown (file->name, -1);

  return g_str_has_suffix (name, ".csv") || g_str_has_suffix (name, ".tsv");
}

/* Finds the format of a file among @formats; files that can't be opened are told of by who reads them. */
void
foed_import_find_format (FoedImportFile *file,
                         GPtrArray      *formats,
                         GCancellable   *cancellable)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autofree char *head = NULL;
  gsize length = 0;

  if (formats->len == 0 || file->refused)
    return;

  stream = g_file_read (file->file, cancellable, NULL);
  if (stream == NULL)
    return;

  head = g_malloc (HEAD_SIZE);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), head, HEAD_SIZE, &length, cancellable, NULL)
      || looks_like_xml (head, length))
    return;

  for (guint i = 0; i < formats->len && file->format == NULL; i++)
    {
      const FoedImportFormat *format = g_ptr_array_index (formats, i);
      const char *nick = format->recognise (head, length, &file->order);

      if (nick == NULL)
        continue;

      file->format = format;
      file->dialect = nick;
    }

  /* The first format tells what is wrong with the table. */
  if (file->format == NULL && is_called_a_table (file))
    file->format = g_ptr_array_index (formats, 0);
}

static int
compare_orders (gconstpointer a,
                gconstpointer b)
{
  const FoedImportFile *one = *(const FoedImportFile *const *) a;
  const FoedImportFile *other = *(const FoedImportFile *const *) b;

  return one->order - other->order;
}

static gboolean
put_records (FoedImportFile  *file,
             FoedWriter      *writer,
             GPtrArray       *records,
             GError         **error)
{
  for (guint i = 0; i < records->len; i++)
    if (!foed_import_file_put (file, writer, g_ptr_array_index (records, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
write_file (FoedImportFile  *file,
            FoedWriter      *writer,
            GCancellable    *cancellable,
            GError         **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) open_error = NULL;

  stream = g_file_read (file->file, cancellable, &open_error);

  if (stream == NULL)
    {
      foed_import_file_refuse (file, open_error->message, "file", 0);
      return foed_writer_roll_back (writer, error);
    }

  records = file->format->read (writer, G_INPUT_STREAM (stream), file->name, file->report, file->matches, cancellable,
                                error);
  if (records == NULL)
    return FALSE;

  if (foed_report_get_n_errors (file->report) == 0 && !put_records (file, writer, records, error))
    return FALSE;

  if (foed_report_get_n_errors (file->report) == 0)
    return foed_writer_release (writer, error);

  file->refused = TRUE;
  file->n_refused = records->len;
  file->counts = (FoedPutCounts) { 0 };
  g_ptr_array_set_size (file->matches, 0);

  return foed_writer_roll_back (writer, error);
}

/* Writes those of @files that have a format of their own, each in a savepoint of its own. */
gboolean
foed_import_write_tables (GPtrArray     *files,
                          FoedWriter    *writer,
                          GCancellable  *cancellable,
                          GError       **error)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new ();

  for (guint i = 0; i < files->len; i++)
    {
      FoedImportFile *file = g_ptr_array_index (files, i);

      if (!file->refused && file->format != NULL)
        g_ptr_array_add (tables, file);
    }

  g_ptr_array_sort (tables, compare_orders);

  for (guint i = 0; i < tables->len; i++)
    {
      FoedImportFile *file = g_ptr_array_index (tables, i);

      foed_import_file_begin (file);

      if (!foed_writer_begin_savepoint (writer, error) || !write_file (file, writer, cancellable, error))
        return FALSE;
    }

  return TRUE;
}
