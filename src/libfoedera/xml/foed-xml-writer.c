/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-xml-writer"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "foed-xml-writer.h"
#include "model/foed-record-private.h"

#define BUFFER_SIZE (64 * 1024)

struct _FoedXmlWriter
{
  GObject        parent_instance;
  GOutputStream *stream;
  GString       *buffer;
  gboolean       has_begun;
};

G_DEFINE_FINAL_TYPE (FoedXmlWriter, foed_xml_writer, G_TYPE_OBJECT)

static gboolean
flush_buffer (FoedXmlWriter  *self,
              GCancellable   *cancellable,
              GError        **error)
{
  g_autoptr (GError) write_error = NULL;

  if (g_output_stream_write_all (self->stream, self->buffer->str, self->buffer->len, NULL, cancellable, &write_error))
    {
      g_string_truncate (self->buffer, 0);
      return TRUE;
    }

  if (g_error_matches (write_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&write_error));
  else
    g_set_error (error, FOED_XML_ERROR, FOED_XML_ERROR_CANNOT_WRITE, _("The file can't be written: %s"),
                 write_error->message);

  return FALSE;
}

/* A reader turns raw line ends and tabs in attributes into spaces, and a raw carriage return anywhere into a line
 * end; written as references they survive. */
static void
append_escaped (GString    *buffer,
                const char *text,
                gboolean    in_attribute)
{
  const char *special = in_attribute ? "&<>\"\n\t\r" : "&<>\r";

  while (*text != '\0')
    {
      gsize length = strcspn (text, special);

      g_string_append_len (buffer, text, length);
      text += length;

      switch (*text)
        {
        case '&':
          g_string_append (buffer, "&amp;");
          break;

        case '<':
          g_string_append (buffer, "&lt;");
          break;

        case '>':
          g_string_append (buffer, "&gt;");
          break;

        case '"':
          g_string_append (buffer, "&quot;");
          break;

        case '\0':
          return;

        default:
          g_string_append_printf (buffer, "&#%d;", *text);
          break;
        }

      text++;
    }
}

static void
append_indent (GString *buffer,
               guint    level)
{
  for (guint i = 0; i < level; i++)
    g_string_append (buffer, "  ");
}

static void
append_attribute (GString    *buffer,
                  const char *name,
                  const char *value)
{
  g_string_append_c (buffer, ' ');
  g_string_append (buffer, name);
  g_string_append (buffer, "=\"");
  append_escaped (buffer, value, TRUE);
  g_string_append_c (buffer, '"');
}

static void
append_cell (GString             *buffer,
             const FoedFieldInfo *field,
             const FoedValue     *value)
{
  const FoedTerm *cells;
  guint n_cells;

  if (!(field->flags & FOED_FIELD_CELL) || value->cell == FOED_CELL_STATED || value->cell == FOED_CELL_NOT_CODED)
    return;

  cells = foed_vocabulary_get_terms (FOED_VOCABULARY_CELL, &n_cells);
  g_string_append_printf (buffer, " %s-cell=\"%s\"", foed_field_get_nick (field->field), cells[value->cell].nick);
}

static void
append_attributes (GString    *buffer,
                   FoedRecord *record)
{
  const FoedRecordKindInfo *info = foed_record_kind_get_info (record->kind);

  if (info->has_id && record->id != NULL)
    append_attribute (buffer, "id", record->id);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const FoedFieldInfo *field = &info->fields[i];
      g_autofree char *value = NULL;

      if (field->flags & FOED_FIELD_ELEMENT)
        continue;

      value = foed_value_to_string (&record->values[i], field);

      if (value != NULL)
        append_attribute (buffer, foed_field_get_nick (field->field), value);

      append_cell (buffer, field, &record->values[i]);
    }
}

static gboolean
has_content (FoedRecord *record)
{
  const FoedRecordKindInfo *info = foed_record_kind_get_info (record->kind);

  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].flags & FOED_FIELD_ELEMENT && record->values[i].is_set)
      return TRUE;

  return record->n_children > 0;
}

static void
append_elements (GString    *buffer,
                 FoedRecord *record,
                 guint       level)
{
  const FoedRecordKindInfo *info = foed_record_kind_get_info (record->kind);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const char *nick = foed_field_get_nick (info->fields[i].field);

      if (!(info->fields[i].flags & FOED_FIELD_ELEMENT) || !record->values[i].is_set)
        continue;

      append_indent (buffer, level);
      g_string_append_printf (buffer, "<%s>", nick);
      append_escaped (buffer, record->values[i].text, FALSE);
      g_string_append_printf (buffer, "</%s>\n", nick);
    }
}

static gboolean
write_record (FoedXmlWriter  *self,
              FoedRecord     *record,
              guint           level,
              GCancellable   *cancellable,
              GError        **error)
{
  const char *nick = foed_record_kind_get_info (record->kind)->nick;

  append_indent (self->buffer, level);
  g_string_append_printf (self->buffer, "<%s", nick);
  append_attributes (self->buffer, record);

  if (!has_content (record))
    {
      g_string_append (self->buffer, "/>\n");
      return self->buffer->len < BUFFER_SIZE || flush_buffer (self, cancellable, error);
    }

  g_string_append (self->buffer, ">\n");
  append_elements (self->buffer, record, level + 1);

  for (guint i = 0; i < record->n_children; i++)
    if (!write_record (self, record->children[i], level + 1, cancellable, error))
      return FALSE;

  append_indent (self->buffer, level);
  g_string_append_printf (self->buffer, "</%s>\n", nick);

  return self->buffer->len < BUFFER_SIZE || flush_buffer (self, cancellable, error);
}

static void
begin_file (FoedXmlWriter *self)
{
  if (self->has_begun)
    return;

  self->has_begun = TRUE;
  g_string_append_printf (self->buffer,
                          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                          "<foedera xmlns=\"%s\" version=\"%s\">\n",
                          FOED_XML_NAMESPACE, FOED_XML_VERSION);
}

static void
foed_xml_writer_finalize (GObject *object)
{
  FoedXmlWriter *self = FOED_XML_WRITER (object);

  g_clear_object (&self->stream);
  g_string_free (self->buffer, TRUE);

  G_OBJECT_CLASS (foed_xml_writer_parent_class)->finalize (object);
}

static void
foed_xml_writer_class_init (FoedXmlWriterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foed_xml_writer_finalize;
}

static void
foed_xml_writer_init (FoedXmlWriter *self)
{
  self->buffer = g_string_sized_new (BUFFER_SIZE + 4096);
}

/**
 * foed_xml_writer_new:
 * @stream: where to write
 *
 * Returns: (transfer full): a writer
 */
FoedXmlWriter *
foed_xml_writer_new (GOutputStream *stream)
{
  FoedXmlWriter *self;

  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), NULL);

  self = g_object_new (FOED_TYPE_XML_WRITER, NULL);
  self->stream = g_object_ref (stream);

  return self;
}

/**
 * foed_xml_writer_write:
 * @self: a writer
 * @record: a source, place, state or alliance
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error: %FOED_XML_ERROR_CANNOT_WRITE or %G_IO_ERROR_CANCELLED
 *
 * Writes @record with everything under it.
 *
 * Returns: whether it could be written
 */
gboolean
foed_xml_writer_write (FoedXmlWriter  *self,
                       FoedRecord     *record,
                       GCancellable   *cancellable,
                       GError        **error)
{
  g_return_val_if_fail (FOED_IS_XML_WRITER (self), FALSE);
  g_return_val_if_fail (FOED_IS_RECORD (record), FALSE);
  g_return_val_if_fail (foed_record_kind_may_hold (FOED_RECORD_NONE, foed_record_get_kind (record)), FALSE);

  begin_file (self);

  return write_record (self, record, 1, cancellable, error);
}

/**
 * foed_xml_writer_end:
 * @self: a writer
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error: %FOED_XML_ERROR_CANNOT_WRITE or %G_IO_ERROR_CANCELLED
 *
 * Writes the end of the file. The stream is left open.
 *
 * Returns: whether all could be written
 */
gboolean
foed_xml_writer_end (FoedXmlWriter  *self,
                     GCancellable   *cancellable,
                     GError        **error)
{
  g_return_val_if_fail (FOED_IS_XML_WRITER (self), FALSE);

  begin_file (self);
  g_string_append (self->buffer, "</foedera>\n");

  return flush_buffer (self, cancellable, error);
}
