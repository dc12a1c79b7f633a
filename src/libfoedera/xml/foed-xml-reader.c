/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-xml-reader"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <libxml/xmlerror.h>
#include <string.h>

#include "foed-xml-guard-private.h"
#include "foed-xml-reader-private.h"
#include "model/foed-spelling-private.h"

/* libxml2 2.12 made it const. */
#if LIBXML_VERSION < 21200
typedef xmlError *ErrorPointer;
#else
typedef const xmlError *ErrorPointer;
#endif

#define PARSE_OPTIONS (XML_PARSE_NONET | XML_PARSE_NOCDATA)

G_DEFINE_FINAL_TYPE (FoedXmlReader, foed_xml_reader, G_TYPE_OBJECT)

static void
foed_xml_complaint_clear (FoedXmlComplaint *self)
{
  g_clear_pointer (&self->message, g_free);
  g_clear_pointer (&self->subject, g_free);
}

static void
note_complaint (FoedXmlComplaint *complaint,
                ErrorPointer      error)
{
  if (complaint->message != NULL)
    return;

  complaint->code = error->code;
  complaint->line = error->line;
  complaint->column = error->int2;
  complaint->message = g_utf8_make_valid (error->message == NULL ? "" : error->message, -1);
  complaint->subject = error->str1 == NULL ? NULL : foed_spelling_shorten (error->str1);
  g_strstrip (complaint->message);
  g_strdelimit (complaint->message, "\n", ' ');
}

/* What has a prefix of no namespace is no element or attribute of the format, and is refused as such. */
static void
on_libxml_error (void         *data,
                 ErrorPointer  error)
{
  FoedXmlReader *self = data;

  if (error->domain == XML_FROM_RELAXNGV)
    note_complaint (&self->schema_complaint, error);
  else if (error->level != XML_ERR_WARNING && error->domain != XML_FROM_NAMESPACE)
    note_complaint (&self->complaint, error);
}

static int
on_libxml_read (void *context,
                char *buffer,
                int   length)
{
  FoedXmlReader *self = context;

  return foed_xml_input_read (self->input, buffer, length);
}

static int
on_libxml_close (void *context)
{
  return 0;
}

void
foed_xml_reader_add_problem (FoedXmlReader *self,
                             FoedSeverity   severity,
                             int            line,
                             int            column,
                             const char    *path,
                             const char    *rule,
                             const char    *message)
{
  g_auto (GStrv) sentences = g_strsplit (message, "\n", 2);

  foed_report_take_problem (self->report, foed_problem_new (severity, self->name, line, column, path, rule,
                                                            sentences[0], sentences[1]));
}

/* Reports what makes it pointless to read on. */
void
foed_xml_reader_fail (FoedXmlReader *self,
                      FoedXmlError   code,
                      int            line,
                      int            column,
                      const char    *rule,
                      const char    *message)
{
  g_autofree char *path = self->n_frames > 0 ? foed_xml_reader_dup_path (self, NULL) : NULL;

  if (self->fatal != NULL)
    return;

  foed_xml_reader_add_problem (self, FOED_SEVERITY_ERROR, line, column, path, rule, message);
  self->fatal = g_error_new_literal (FOED_XML_ERROR, code, message);
  foed_spelling_join_hint (self->fatal);
}

/* The innermost open element. */
FoedXmlFrame *
foed_xml_reader_get_frame (FoedXmlReader *self)
{
  g_assert (self->n_frames > 0);

  return &self->frames[self->n_frames - 1];
}

/* The elements that are open, and one more step where @step is not NULL. */
char *
foed_xml_reader_dup_path (FoedXmlReader *self,
                          const char    *step)
{
  g_autoptr (GString) path = g_string_new (NULL);

  for (guint i = 0; i < self->n_frames; i++)
    {
      FoedXmlFrame *frame = &self->frames[i];
      const FoedRecordKindInfo *info = foed_record_kind_get_info (frame->kind);

      g_string_append_printf (path, "/%s", info->nick);

      if (frame->id != NULL)
        g_string_append_printf (path, "[%s]", frame->id);
      else if (frame->kind != FOED_RECORD_NONE)
        g_string_append_printf (path, "[%u]", frame->number);
    }

  if (step != NULL)
    g_string_append_printf (path, "/%s", step);

  return g_string_free (g_steal_pointer (&path), FALSE);
}

static void
handle_node (FoedXmlReader *self)
{
  switch (xmlTextReaderNodeType (self->reader))
    {
    case XML_READER_TYPE_ELEMENT:
      foed_xml_reader_handle_element (self);
      break;

    case XML_READER_TYPE_END_ELEMENT:
      foed_xml_reader_handle_end (self);
      break;

    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
    case XML_READER_TYPE_WHITESPACE:
    case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
      foed_xml_reader_handle_text (self);
      break;

    /* The scan of the bytes has missed it, because they are in another encoding. */
    case XML_READER_TYPE_DOCUMENT_TYPE:
      foed_xml_reader_fail_doctype (self, 1, 1);
      break;

    case XML_READER_TYPE_ENTITY_REFERENCE:
    case XML_READER_TYPE_ENTITY:
      foed_xml_reader_fail (self, FOED_XML_ERROR_NOT_ALLOWED, 0, 0, "entity",
                            _("The file uses an entity of its own, which is refused for safety."));
      break;

    default:
      break;
    }
}

/* The bytes of another encoding would be counted wrongly, and people send UTF-8. */
static void
check_encoding (FoedXmlReader *self)
{
  const char *encoding = (const char *) xmlTextReaderConstEncoding (self->reader);
  g_autofree char *quoted = NULL;
  g_autofree char *message = NULL;

  if (encoding == NULL || g_ascii_strcasecmp (encoding, "UTF-8") == 0 || g_ascii_strcasecmp (encoding, "US-ASCII") == 0
      || g_ascii_strcasecmp (encoding, "ASCII") == 0)
    return;

  quoted = foed_spelling_shorten (encoding);
  message = g_strdup_printf (_("The file is in the encoding “%s”.\nSave it as UTF-8."), quoted);
  foed_xml_reader_fail (self, FOED_XML_ERROR_NOT_ALLOWED, 1, 1, "encoding", message);
}

static gboolean
read_node (FoedXmlReader *self)
{
  gboolean is_first = self->n_frames == 0;
  int result = xmlTextReaderRead (self->reader);

  if (result == 1)
    {
      if (is_first)
        check_encoding (self);

      if (self->fatal == NULL)
        handle_node (self);
    }
  else if (result == 0 && self->complaint.message == NULL && self->n_frames > 0)
    {
      self->is_at_end = TRUE;
    }
  else
    {
      foed_xml_reader_fail_parse (self);
    }

  return self->fatal == NULL;
}

/* libxml2 begins to read at once, which must not happen before somebody waits for it. */
static void
open_reader (FoedXmlReader *self)
{
  self->guard = foed_xml_guard_borrow ();
  self->reader = xmlReaderForIO (on_libxml_read, on_libxml_close, self, NULL, NULL, PARSE_OPTIONS);
  g_assert (self->reader != NULL);
  xmlTextReaderSetStructuredErrorHandler (self->reader, on_libxml_error, self);
  xmlTextReaderRelaxNGSetSchema (self->reader, foed_xml_guard_get_schema (self->guard));
}

/* The checks of the reader are made from the same tables as the schema. Should the schema still know better, it has
 * the last word; what it says after it was broken once is not worth hearing. */
static void
settle_schema_complaint (FoedXmlReader *self)
{
  FoedXmlComplaint *complaint = &self->schema_complaint;
  g_autofree char *message = NULL;

  if (complaint->message == NULL || foed_report_get_n_errors (self->report) > 0)
    return;

  g_clear_object (&self->ready);
  message = g_strdup_printf (_("The schema does not allow this: %s"), complaint->message);
  foed_xml_reader_add_problem (self, FOED_SEVERITY_ERROR, complaint->line, 0, NULL, "schema", message);
}

static void
foed_xml_reader_finalize (GObject *object)
{
  FoedXmlReader *self = FOED_XML_READER (object);

  g_clear_pointer (&self->reader, xmlFreeTextReader);
  g_clear_pointer (&self->guard, foed_xml_guard_give_back);
  g_clear_pointer (&self->input, foed_xml_input_free);

  for (guint i = 0; i < self->n_frames; i++)
    g_clear_pointer (&self->frames[i].builder, foed_record_builder_free);

  foed_xml_complaint_clear (&self->complaint);
  foed_xml_complaint_clear (&self->schema_complaint);
  g_clear_object (&self->ready);
  g_clear_object (&self->report);
  g_clear_error (&self->fatal);
  foed_xml_ids_clear (&self->ids);
  g_string_free (self->text, TRUE);
  g_free (self->name);

  G_OBJECT_CLASS (foed_xml_reader_parent_class)->finalize (object);
}

static void
foed_xml_reader_class_init (FoedXmlReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foed_xml_reader_finalize;
}

static void
foed_xml_reader_init (FoedXmlReader *self)
{
  self->report = foed_report_new ();
  foed_xml_ids_init (&self->ids);
  self->text = g_string_new (NULL);
  self->skip_depth = -1;
}

/**
 * foed_xml_reader_new:
 * @stream: what to read
 * @name: (nullable): what problems call it
 *
 * Returns: (transfer full): a reader
 */
FoedXmlReader *
foed_xml_reader_new (GInputStream *stream,
                     const char   *name)
{
  FoedXmlReader *self;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);

  self = g_object_new (FOED_TYPE_XML_READER, NULL);
  self->name = g_strdup (name);
  self->input = foed_xml_input_new (stream);

  return self;
}

/* Opens @file, which is not read yet; @name is what an error calls it. */
GFileInputStream *
foed_xml_open_file (GFile         *file,
                    const char    *name,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GError) open_error = NULL;

  stream = g_file_read (file, cancellable, &open_error);

  if (stream != NULL)
    return g_steal_pointer (&stream);

  if (g_error_matches (open_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&open_error));
  else if (g_error_matches (open_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, FOED_XML_ERROR, FOED_XML_ERROR_CANNOT_READ, _("There is no file “%s”."), name);
  else if (g_error_matches (open_error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    g_set_error (error, FOED_XML_ERROR, FOED_XML_ERROR_CANNOT_READ, _("“%s” is a folder, not a file."), name);
  else if (g_error_matches (open_error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    g_set_error (error, FOED_XML_ERROR, FOED_XML_ERROR_CANNOT_READ, _("There is no permission to read “%s”."), name);
  else
    g_set_error (error, FOED_XML_ERROR, FOED_XML_ERROR_CANNOT_READ, _("“%s” can't be read: %s"), name,
                 open_error->message);

  return NULL;
}

/**
 * foed_xml_reader_new_for_file:
 * @file: a file
 * @name: (nullable): what problems call it; %NULL for its path
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error of domain %FOED_XML_ERROR
 *
 * Opens @file.
 *
 * Returns: (transfer full): a reader, or %NULL where the file can't be opened
 */
FoedXmlReader *
foed_xml_reader_new_for_file (GFile         *file,
                              const char    *name,
                              GCancellable  *cancellable,
                              GError       **error)
{
  g_autofree char *own_name = NULL;
  g_autoptr (GFileInputStream) stream = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  own_name = name == NULL ? g_file_get_parse_name (file) : g_strdup (name);
  stream = foed_xml_open_file (file, own_name, cancellable, error);

  return stream == NULL ? NULL : foed_xml_reader_new (G_INPUT_STREAM (stream), own_name);
}

/**
 * foed_xml_reader_next:
 * @self: a reader
 * @record: (out) (transfer full) (nullable): the next source, place, state or alliance with everything under it; %NULL
 *   at the end
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error of domain %FOED_XML_ERROR, which foed_xml_reader_get_report() holds too, or
 *   %G_IO_ERROR_CANCELLED
 *
 * Reads on. Records with errors are passed over: the report tells of them, and whoever takes a file as a whole refuses
 * it where foed_report_get_n_errors() is not 0 at the end. An error that is returned ends the reading.
 *
 * Returns: whether the file could be read so far
 */
gboolean
foed_xml_reader_next (FoedXmlReader  *self,
                      FoedRecord    **record,
                      GCancellable   *cancellable,
                      GError        **error)
{
  g_return_val_if_fail (FOED_IS_XML_READER (self), FALSE);
  g_return_val_if_fail (record != NULL, FALSE);

  *record = NULL;
  foed_xml_input_set_cancellable (self->input, cancellable);

  if (self->reader == NULL)
    open_reader (self);

  while (self->fatal == NULL && !self->is_at_end && self->ready == NULL)
    {
      if (!read_node (self))
        break;

      if (self->ready != NULL || self->is_at_end)
        settle_schema_complaint (self);
    }

  if (self->fatal != NULL)
    {
      g_propagate_error (error, g_error_copy (self->fatal));
      return FALSE;
    }

  *record = g_steal_pointer (&self->ready);

  return TRUE;
}

/**
 * foed_xml_reader_get_report:
 * @self: a reader
 *
 * Returns: (transfer none): the problems so far
 */
FoedReport *
foed_xml_reader_get_report (FoedXmlReader *self)
{
  g_return_val_if_fail (FOED_IS_XML_READER (self), NULL);

  return self->report;
}

/**
 * foed_xml_reader_get_name:
 * @self: a reader
 *
 * Returns: (transfer none) (nullable): what problems call the file
 */
const char *
foed_xml_reader_get_name (FoedXmlReader *self)
{
  g_return_val_if_fail (FOED_IS_XML_READER (self), NULL);

  return self->name;
}

/**
 * foed_xml_reader_get_offset:
 * @self: a reader
 *
 * Returns: how many bytes were read
 */
guint64
foed_xml_reader_get_offset (FoedXmlReader *self)
{
  g_return_val_if_fail (FOED_IS_XML_READER (self), 0);

  return foed_xml_input_get_offset (self->input);
}

/**
 * foed_xml_reader_get_n_records:
 * @self: a reader
 *
 * Returns: how many records with an id of their own were met
 */
guint
foed_xml_reader_get_n_records (FoedXmlReader *self)
{
  g_return_val_if_fail (FOED_IS_XML_READER (self), 0);

  return self->n_records;
}
