/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-xml-reader"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <libxml/xmlerror.h>
#include <string.h>

#include "foed-xml-guard-private.h"
#include "foed-xml-reader-private.h"
#include "model/foed-nick-table-private.h"
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

static void
on_libxml_error (void         *data,
                 ErrorPointer  error)
{
  FoedXmlReader *self = data;

  if (error->domain == XML_FROM_RELAXNGV)
    note_complaint (&self->schema_complaint, error);
  else if (error->level != XML_ERR_WARNING)
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
fail_input (FoedXmlReader *self)
{
  const GError *error = foed_xml_input_get_error (self->input);
  g_autofree char *message = NULL;
  int line, column;

  foed_xml_input_get_position (self->input, &line, &column);

  switch (foed_xml_input_get_state (self->input))
    {
    case FOED_XML_INPUT_FAILED:
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          self->fatal = g_error_copy (error);
          break;
        }

      message = g_strdup_printf (_("The file can't be read: %s"), error->message);
      foed_xml_reader_fail (self, FOED_XML_ERROR_CANNOT_READ, 0, 0, "file", message);
      break;

    case FOED_XML_INPUT_TOO_LONG:
      foed_xml_reader_fail (self, FOED_XML_ERROR_LIMIT, line, column, "limit",
                            _("The file is larger than 1 GiB.\nSplit it into several."));
      break;

    case FOED_XML_INPUT_LONG_MARKUP:
      foed_xml_reader_fail (self, FOED_XML_ERROR_LIMIT, line, column, "limit",
                            _("A tag, comment or instruction is longer than 256 KiB.\nPut long texts into elements."));
      break;

    case FOED_XML_INPUT_TOO_MANY_ATTRIBUTES:
    case FOED_XML_INPUT_FINE:
    default:
      message = g_strdup_printf (_("An element has more than %d attributes."), FOED_XML_MOST_ATTRIBUTES);
      foed_xml_reader_fail (self, FOED_XML_ERROR_LIMIT, line, column, "limit", message);
      break;
    }
}

static gboolean
is_truncated (FoedXmlReader *self)
{
  int line, column;

  foed_xml_input_get_position (self->input, &line, &column);

  if (self->complaint.code == XML_ERR_TAG_NAME_MISMATCH || self->complaint.code == XML_ERR_UNDECLARED_ENTITY)
    return FALSE;

  return self->complaint.code == XML_ERR_TAG_NOT_FINISHED
         || (foed_xml_input_get_is_at_end (self->input) && self->complaint.line >= line);
}

/* libxml2 has no codes of their own for its limits. */
static gboolean
is_limit (FoedXmlReader *self)
{
  return strstr (self->complaint.message, "uge ") != NULL || strstr (self->complaint.message, "epth") != NULL
         || strstr (self->complaint.message, "too long") != NULL;
}

static void
fail_truncated (FoedXmlReader *self)
{
  g_autofree char *message = NULL;
  int line, column;

  foed_xml_input_get_position (self->input, &line, &column);

  if (foed_xml_input_get_offset (self->input) == 0)
    {
      foed_xml_reader_fail (self, FOED_XML_ERROR_NOT_WELL_FORMED, 0, 0, "well-formed", _("The file is empty."));
      return;
    }

  if (self->n_frames == 0)
    message = g_strdup (_("The file ends before anything was said.\nIt may have been cut off."));
  else
    message = g_strdup_printf (_("The file ends too early: <%s> is still open.\nIt may have been cut off."),
                               foed_record_kind_get_info (foed_xml_reader_get_frame (self)->kind)->nick);

  foed_xml_reader_fail (self, FOED_XML_ERROR_NOT_WELL_FORMED, line, column, "well-formed", message);
}

static void
fail_complaint (FoedXmlReader *self)
{
  FoedXmlComplaint *complaint = &self->complaint;
  g_autofree char *message = NULL;

  if (complaint->code == XML_ERR_UNDECLARED_ENTITY || complaint->code == XML_WAR_UNDECLARED_ENTITY)
    {
      message = g_strdup_printf (_("The entity “%s” is not one of the five of XML.\nWrite the character itself."),
                                 complaint->subject == NULL ? "" : complaint->subject);
      foed_xml_reader_fail (self, FOED_XML_ERROR_NOT_ALLOWED, complaint->line, complaint->column, "entity", message);
    }
  else if (complaint->code == XML_ERR_INVALID_ENCODING)
    {
      foed_xml_reader_fail (self, FOED_XML_ERROR_NOT_WELL_FORMED, complaint->line, complaint->column, "encoding",
                            _("The text is not valid UTF-8.\nSave the file as UTF-8."));
    }
  else if (is_limit (self))
    {
      foed_xml_reader_fail (self, FOED_XML_ERROR_LIMIT, complaint->line, complaint->column, "limit",
                            _("A text is longer than 8 MiB, or elements lie too deep."));
    }
  else if (is_truncated (self))
    {
      fail_truncated (self);
    }
  else
    {
      message = g_strdup_printf (_("The file is not well-formed XML: %s"), complaint->message);
      foed_xml_reader_fail (self, FOED_XML_ERROR_NOT_WELL_FORMED, complaint->line, complaint->column, "well-formed",
                            message);
    }
}

/* After libxml2 gave up. */
static void
fail_parse (FoedXmlReader *self)
{
  if (self->fatal != NULL)
    return;

  if (foed_xml_input_get_state (self->input) != FOED_XML_INPUT_FINE)
    fail_input (self);
  else if (self->complaint.message != NULL)
    fail_complaint (self);
  else
    fail_truncated (self);
}

static gboolean
is_own_namespace (FoedXmlReader *self)
{
  const xmlChar *uri = xmlTextReaderConstNamespaceUri (self->reader);

  if (uri == NULL)
    return FALSE;

  if (uri == self->namespace_uri)
    return TRUE;

  if (strcmp ((const char *) uri, FOED_XML_NAMESPACE) != 0)
    return FALSE;

  self->namespace_uri = uri;

  return TRUE;
}

static void
check_version (FoedXmlReader *self,
               int            line,
               int            column)
{
  g_autofree char *quoted = NULL;
  g_autofree char *message = NULL;
  xmlChar *version = xmlTextReaderGetAttribute (self->reader, (const xmlChar *) "version");

  if (version == NULL)
    {
      foed_xml_reader_fail (self, FOED_XML_ERROR_VERSION, line, column, "version",
                            _("The root element has no version.\nWrite version=\"1\"."));
      return;
    }

  if (strcmp ((const char *) version, FOED_XML_VERSION) != 0)
    {
      quoted = foed_spelling_shorten ((const char *) version);
      message = g_strdup_printf (_("The file is of version “%s” of the format; this program reads version %s.\n"
                                   "A newer Foedera may read it."),
                                 quoted, FOED_XML_VERSION);
      foed_xml_reader_fail (self, FOED_XML_ERROR_VERSION, line, column, "version", message);
    }

  xmlFree (version);
}

static void
refuse_root_attributes (FoedXmlReader *self,
                        int            line,
                        int            column)
{
  while (xmlTextReaderMoveToNextAttribute (self->reader) == 1)
    {
      const char *name = (const char *) xmlTextReaderConstName (self->reader);
      g_autofree char *quoted = NULL;
      g_autofree char *path = NULL;
      g_autofree char *message = NULL;

      if (strcmp (name, "version") == 0 || xmlTextReaderIsNamespaceDecl (self->reader) == 1)
        continue;

      quoted = foed_spelling_shorten (name);
      path = foed_xml_reader_dup_path (self, NULL);
      message = g_strdup_printf (_("“%s” is not an attribute of <%s>."), quoted, "foedera");
      foed_xml_reader_add_problem (self, FOED_SEVERITY_ERROR, line, column, path, "attribute", message);
    }
}

static void
start_root (FoedXmlReader *self,
            int            line,
            int            column)
{
  const char *nick = foed_record_kind_get_info (FOED_RECORD_NONE)->nick;
  const char *name = (const char *) xmlTextReaderConstLocalName (self->reader);
  g_autofree char *quoted = foed_spelling_shorten (name);
  g_autofree char *message = NULL;

  if (strcmp (name, nick) != 0)
    {
      message = g_strdup_printf (_("The root element is <%s>, not <%s>.\nThis is not a file of the native format."),
                                 quoted, nick);
      foed_xml_reader_fail (self, FOED_XML_ERROR_NOT_NATIVE, line, column, "root", message);
      return;
    }

  if (!is_own_namespace (self))
    {
      message = g_strdup_printf (_("The root element is not in the namespace of the format.\nWrite xmlns=\"%s\"."),
                                 FOED_XML_NAMESPACE);
      foed_xml_reader_fail (self, FOED_XML_ERROR_NOT_NATIVE, line, column, "namespace", message);
      return;
    }

  check_version (self, line, column);

  self->frames[0] = (FoedXmlFrame) { .kind = FOED_RECORD_NONE, .line = line, .column = column, .last_field = -1 };
  self->n_frames = 1;
  refuse_root_attributes (self, line, column);
}

static const char *
get_child_nick (guint    position,
                gpointer user_data)
{
  const FoedRecordKindInfo *info = user_data;
  guint n_elements = 0;

  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].flags & FOED_FIELD_ELEMENT && n_elements++ == position)
      return foed_field_get_nick (info->fields[i].field);

  return foed_record_kind_get_info (info->children[position - n_elements])->nick;
}

/* What may stand where something else stands. */
static char *
suggest_element (FoedRecordKind  parent,
                 const char     *name)
{
  const FoedRecordKindInfo *info = foed_record_kind_get_info (parent);
  guint n_elements = 0;
  const char *guess;

  for (guint i = 0; i < info->n_fields; i++)
    n_elements += (info->fields[i].flags & FOED_FIELD_ELEMENT) != 0;

  for (guint i = 0; info->children[i] != FOED_RECORD_NONE; i++)
    n_elements++;

  guess = foed_nick_guess (n_elements, get_child_nick, (gpointer) info, name);

  return guess == NULL ? NULL : g_strdup_printf (_("Did you mean <%s>?"), guess);
}

static void
refuse_element (FoedXmlReader *self,
                const char    *name,
                int            line,
                int            column)
{
  FoedRecordKind parent = foed_xml_reader_get_frame (self)->kind;
  const char *parent_nick = foed_record_kind_get_info (parent)->nick;
  g_autofree char *quoted = foed_spelling_shorten (name);
  g_autofree char *path = foed_xml_reader_dup_path (self, quoted);
  g_autofree char *hint = NULL;
  g_autofree char *message = NULL;

  if (!is_own_namespace (self))
    message = g_strdup_printf (_("<%s> is not an element of the native format."), quoted);
  else if (foed_record_kind_from_nick (name) != FOED_RECORD_NONE)
    message = g_strdup_printf (_("<%s> can't stand in <%s>."), quoted, parent_nick);
  else if (foed_record_kind_find_field (parent, foed_field_from_nick (name)) >= 0)
    message = g_strdup_printf (_("“%s” is an attribute of <%s>, not an element."), quoted, parent_nick);
  else
    message = g_strdup_printf (_("There is no element <%s> in <%s>."), quoted, parent_nick);

  hint = suggest_element (parent, name);

  if (hint != NULL && strchr (message, '\n') == NULL)
    {
      char *both = g_strdup_printf ("%s\n%s", message, hint);

      g_free (message);
      message = both;
    }

  foed_xml_reader_add_problem (self, FOED_SEVERITY_ERROR, line, column, path, "element", message);
}

static void
refuse_nested_element (FoedXmlReader *self,
                       const char    *name,
                       int            line,
                       int            column)
{
  const char *field = foed_field_get_nick (self->text_field);
  g_autofree char *quoted = foed_spelling_shorten (name);
  g_autofree char *path = foed_xml_reader_dup_path (self, field);
  g_autofree char *message = g_strdup_printf (_("<%s> can't stand in <%s>, which holds plain text."), quoted, field);

  foed_xml_reader_add_problem (self, FOED_SEVERITY_ERROR, line, column, path, "element", message);
}

static void
start_element (FoedXmlReader *self,
               int            line,
               int            column)
{
  FoedXmlFrame *parent = foed_xml_reader_get_frame (self);
  const char *name = (const char *) xmlTextReaderConstLocalName (self->reader);
  gboolean is_empty = xmlTextReaderIsEmptyElement (self->reader) == 1;
  FoedRecordKind kind;
  int position;

  if (self->text_field != FOED_FIELD_NONE)
    {
      refuse_nested_element (self, name, line, column);
      self->skip_depth = is_empty ? -1 : xmlTextReaderDepth (self->reader);
      return;
    }

  kind = foed_record_kind_from_nick (name);
  position = foed_record_kind_find_field (parent->kind, foed_field_from_nick (name));

  if (is_own_namespace (self) && kind != FOED_RECORD_NONE && foed_record_kind_may_hold (parent->kind, kind))
    {
      foed_xml_reader_start_record (self, kind, line, column);

      if (is_empty && self->fatal == NULL)
        foed_xml_reader_end_record (self);
    }
  else if (is_own_namespace (self) && position >= 0
           && foed_record_kind_get_info (parent->kind)->fields[position].flags & FOED_FIELD_ELEMENT)
    {
      foed_xml_reader_start_field (self, position, line, column);

      if (is_empty)
        foed_xml_reader_end_field (self);
    }
  else
    {
      refuse_element (self, name, line, column);
      self->skip_depth = is_empty ? -1 : xmlTextReaderDepth (self->reader);
    }
}

static void
handle_element (FoedXmlReader *self)
{
  int line = 0;
  int column = 0;

  foed_xml_input_pop_element (self->input, &line, &column);

  if (xmlTextReaderDepth (self->reader) >= FOED_XML_DEEPEST_LEVEL)
    {
      g_autofree char *message = g_strdup_printf (_("Elements lie more than %d levels deep."), FOED_XML_DEEPEST_LEVEL);

      foed_xml_reader_fail (self, FOED_XML_ERROR_LIMIT, line, column, "limit", message);
      return;
    }

  if (self->skip_depth >= 0)
    return;

  if (self->n_frames == 0)
    start_root (self, line, column);
  else
    start_element (self, line, column);
}

static void
handle_end (FoedXmlReader *self)
{
  if (self->skip_depth >= 0)
    {
      if (xmlTextReaderDepth (self->reader) == self->skip_depth)
        self->skip_depth = -1;
    }
  else if (self->text_field != FOED_FIELD_NONE)
    {
      foed_xml_reader_end_field (self);
    }
  else if (self->n_frames > 1)
    {
      foed_xml_reader_end_record (self);
    }
}

static void
handle_text (FoedXmlReader *self)
{
  const char *text = (const char *) xmlTextReaderConstValue (self->reader);
  FoedXmlFrame *frame;
  g_autofree char *path = NULL;
  g_autofree char *message = NULL;

  if (self->skip_depth >= 0 || self->n_frames == 0 || text == NULL)
    return;

  if (self->text_field != FOED_FIELD_NONE)
    {
      gsize length = strlen (text);

      if (self->text->len + length > FOED_XML_LONGEST_TEXT)
        foed_xml_reader_fail (self, FOED_XML_ERROR_LIMIT, self->text_line, self->text_column, "limit",
                              _("A text is longer than 8 MiB."));
      else
        g_string_append_len (self->text, text, length);

      return;
    }

  if (foed_spelling_is_blank (text))
    return;

  frame = foed_xml_reader_get_frame (self);
  path = foed_xml_reader_dup_path (self, NULL);
  message = g_strdup_printf (_("<%s> holds elements, not text."), foed_record_kind_get_info (frame->kind)->nick);
  foed_xml_reader_add_problem (self, FOED_SEVERITY_ERROR, frame->line, frame->column, path, "text", message);
}

static void
handle_node (FoedXmlReader *self)
{
  switch (xmlTextReaderNodeType (self->reader))
    {
    case XML_READER_TYPE_ELEMENT:
      handle_element (self);
      break;

    case XML_READER_TYPE_END_ELEMENT:
      handle_end (self);
      break;

    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
    case XML_READER_TYPE_WHITESPACE:
    case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
      handle_text (self);
      break;

    case XML_READER_TYPE_DOCUMENT_TYPE:
      foed_xml_reader_fail (self, FOED_XML_ERROR_NOT_ALLOWED, 0, 0, "doctype",
                            _("The file has a DOCTYPE, which is refused for safety.\n"
                              "Remove it and write characters instead of entities."));
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
      fail_parse (self);
    }

  return self->fatal == NULL;
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
    {
      g_clear_pointer (&self->frames[i].builder, foed_record_builder_free);
      g_free (self->frames[i].id);
    }

  foed_xml_complaint_clear (&self->complaint);
  foed_xml_complaint_clear (&self->schema_complaint);
  g_clear_object (&self->ready);
  g_clear_object (&self->report);
  g_clear_error (&self->fatal);
  g_hash_table_unref (self->ids);
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
  self->ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
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
  self->guard = foed_xml_guard_borrow ();
  self->reader = xmlReaderForIO (on_libxml_read, on_libxml_close, self, NULL, NULL, PARSE_OPTIONS);
  g_assert (self->reader != NULL);
  xmlTextReaderSetStructuredErrorHandler (self->reader, on_libxml_error, self);
  xmlTextReaderRelaxNGSetSchema (self->reader, foed_xml_guard_get_schema (self->guard));

  return self;
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
  g_autoptr (GError) open_error = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  own_name = name == NULL ? g_file_get_parse_name (file) : g_strdup (name);
  stream = g_file_read (file, cancellable, &open_error);

  if (stream != NULL)
    return foed_xml_reader_new (G_INPUT_STREAM (stream), own_name);

  if (g_error_matches (open_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&open_error));
  else if (g_error_matches (open_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, FOED_XML_ERROR, FOED_XML_ERROR_CANNOT_READ, _("There is no file “%s”."), own_name);
  else if (g_error_matches (open_error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    g_set_error (error, FOED_XML_ERROR, FOED_XML_ERROR_CANNOT_READ, _("“%s” is a folder, not a file."), own_name);
  else if (g_error_matches (open_error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    g_set_error (error, FOED_XML_ERROR, FOED_XML_ERROR_CANNOT_READ, _("There is no permission to read “%s”."),
                 own_name);
  else
    g_set_error (error, FOED_XML_ERROR, FOED_XML_ERROR_CANNOT_READ, _("“%s” can't be read: %s"), own_name,
                 open_error->message);

  return NULL;
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
