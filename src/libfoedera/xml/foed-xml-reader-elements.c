/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-xml-reader"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "foed-xml-reader-private.h"
#include "model/foed-nick-table-private.h"
#include "model/foed-spelling-private.h"
/* Which element may stand where. */

#define CELL_SUFFIX "-cell"

/* libxml2 keeps one copy of each name, so that most are known by their address. */
const FoedXmlName *
foed_xml_reader_look_up (FoedXmlReader *self,
                         const xmlChar *name)
{
  FoedXmlName *entry = &self->names[((gsize) name >> 3) & (FOED_XML_N_NAMES - 1)];
  const char *text = (const char *) name;

  if (entry->name == name)
    return entry;

  entry->name = name;
  entry->kind = foed_record_kind_from_nick (text);
  entry->field = foed_field_from_nick (text);
  entry->cell = FOED_FIELD_NONE;

  if (g_str_has_suffix (text, CELL_SUFFIX))
    {
      g_autofree char *nick = g_strndup (text, strlen (text) - strlen (CELL_SUFFIX));

      entry->cell = foed_field_from_nick (nick);
    }

  return entry;
}

static gboolean
is_own_namespace (FoedXmlReader *self,
                  const xmlNode *node)
{
  if (node->ns == NULL || node->ns->href == NULL)
    return FALSE;

  return node->ns->href == self->namespace_uri || strcmp ((const char *) node->ns->href, FOED_XML_NAMESPACE) == 0;
}

/* Nearly always the value is one text; @buffer holds it where it had to be put together. */
const char *
foed_xml_reader_get_value (const xmlAttr  *attribute,
                           xmlChar       **buffer)
{
  const xmlNode *text = attribute->children;

  if (text == NULL)
    return "";

  if (text->next == NULL && text->type == XML_TEXT_NODE)
    return text->content == NULL ? "" : (const char *) text->content;

  *buffer = xmlNodeListGetString (attribute->doc, attribute->children, 1);

  return *buffer == NULL ? "" : (const char *) *buffer;
}

static void
check_version (FoedXmlReader *self,
               const char    *version,
               int            line,
               int            column)
{
  g_autofree char *quoted = NULL;
  g_autofree char *message = NULL;

  if (version == NULL)
    {
      foed_xml_reader_fail (self, FOED_XML_ERROR_VERSION, line, column, "version",
                            _("The root element has no version.\nWrite version=\"1\"."));
    }
  else if (strcmp (version, FOED_XML_VERSION) != 0)
    {
      quoted = foed_spelling_shorten (version);
      message = g_strdup_printf (_("The file is of version “%s” of the format; this program reads version %s.\n"
                                   "A newer Foedera may read it."),
                                 quoted, FOED_XML_VERSION);
      foed_xml_reader_fail (self, FOED_XML_ERROR_VERSION, line, column, "version", message);
    }
}

/* Refuses an attribute of an element that has none of that name. */
void
foed_xml_reader_refuse_attribute (FoedXmlReader *self,
                                  const xmlAttr *attribute,
                                  const char    *element,
                                  const char    *step,
                                  int            line,
                                  int            column)
{
  g_autofree char *quoted = foed_spelling_shorten ((const char *) attribute->name);
  g_autofree char *path = foed_xml_reader_dup_path (self, step);
  g_autofree char *message = NULL;

  message = g_strdup_printf (_("“%s” is not an attribute of <%s>.\nRemove it, or say it in a note."), quoted, element);
  foed_xml_reader_add_problem (self, FOED_SEVERITY_ERROR, line, column, path, "attribute", message);
}

static void
take_root_attributes (FoedXmlReader *self,
                      const xmlNode *node,
                      int            line,
                      int            column)
{
  gboolean has_version = FALSE;

  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    {
      xmlChar *buffer = NULL;

      if (attribute->ns == NULL && strcmp ((const char *) attribute->name, "version") == 0)
        {
          has_version = TRUE;
          check_version (self, foed_xml_reader_get_value (attribute, &buffer), line, column);
          g_clear_pointer (&buffer, xmlFree);
        }
      else
        {
          foed_xml_reader_refuse_attribute (self, attribute, (const char *) node->name, NULL, line, column);
        }
    }

  if (!has_version)
    check_version (self, NULL, line, column);
}

static void
start_root (FoedXmlReader *self,
            const xmlNode *node,
            int            line,
            int            column)
{
  const char *nick = foed_record_kind_get_info (FOED_RECORD_NONE)->nick;
  g_autofree char *quoted = foed_spelling_shorten ((const char *) node->name);
  g_autofree char *message = NULL;

  if (strcmp ((const char *) node->name, nick) != 0)
    {
      message = g_strdup_printf (_("The root element is <%s>, not <%s>.\nThis is not a file of the native format."),
                                 quoted, nick);
      foed_xml_reader_fail (self, FOED_XML_ERROR_NOT_NATIVE, line, column, "root", message);
      return;
    }

  if (!is_own_namespace (self, node))
    {
      message = g_strdup_printf (_("The root element is not in the namespace of the format.\nWrite xmlns=\"%s\"."),
                                 FOED_XML_NAMESPACE);
      foed_xml_reader_fail (self, FOED_XML_ERROR_NOT_NATIVE, line, column, "namespace", message);
      return;
    }

  /* The root outlives every other element, so that its address of the name stays its own. */
  self->namespace_uri = node->ns->href;
  self->frames[0] = (FoedXmlFrame) { .kind = FOED_RECORD_NONE, .line = line, .column = column, .last_field = -1 };
  self->n_frames = 1;
  take_root_attributes (self, node, line, column);
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
                const xmlNode *node,
                int            line,
                int            column)
{
  const char *name = (const char *) node->name;
  FoedRecordKind parent = foed_xml_reader_get_frame (self)->kind;
  const char *parent_nick = foed_record_kind_get_info (parent)->nick;
  g_autofree char *quoted = foed_spelling_shorten (name);
  g_autofree char *path = foed_xml_reader_dup_path (self, quoted);
  g_autofree char *hint = NULL;
  g_autofree char *message = NULL;

  if (!is_own_namespace (self, node))
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
               const xmlNode *node,
               int            line,
               int            column)
{
  FoedXmlFrame *parent = foed_xml_reader_get_frame (self);
  const FoedXmlName *name = foed_xml_reader_look_up (self, node->name);
  gboolean is_empty = xmlTextReaderIsEmptyElement (self->reader) == 1;
  gboolean is_own = is_own_namespace (self, node);
  int position;

  if (self->text_field != FOED_FIELD_NONE)
    {
      refuse_nested_element (self, (const char *) node->name, line, column);
      self->skip_depth = is_empty ? -1 : xmlTextReaderDepth (self->reader);
      return;
    }

  if (is_own && name->kind != FOED_RECORD_NONE && foed_record_kind_may_hold (parent->kind, name->kind))
    {
      foed_xml_reader_start_record (self, name->kind, node, line, column);

      if (is_empty && self->fatal == NULL)
        foed_xml_reader_end_record (self);

      return;
    }

  position = foed_record_kind_find_field (parent->kind, name->field);

  if (is_own && position >= 0
      && foed_record_kind_get_info (parent->kind)->fields[position].flags & FOED_FIELD_ELEMENT)
    {
      foed_xml_reader_start_field (self, position, node, line, column);

      if (is_empty)
        foed_xml_reader_end_field (self);

      return;
    }

  refuse_element (self, node, line, column);
  self->skip_depth = is_empty ? -1 : xmlTextReaderDepth (self->reader);
}

/* The reader stands on the begin of an element. */
void
foed_xml_reader_handle_element (FoedXmlReader *self)
{
  const xmlNode *node = xmlTextReaderCurrentNode (self->reader);
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
    start_root (self, node, line, column);
  else
    start_element (self, node, line, column);
}

/* The reader stands on the end of an element. */
void
foed_xml_reader_handle_end (FoedXmlReader *self)
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

/* The reader stands on text. */
void
foed_xml_reader_handle_text (FoedXmlReader *self)
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

