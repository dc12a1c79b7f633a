/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-xml-reader"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "foed-xml-reader-private.h"
#include "model/foed-nick-table-private.h"
#include "model/foed-record-private.h"
#include "model/foed-spelling-private.h"

/* How elements become records. */

static void
add_attribute_problem (FoedXmlReader *self,
                       const char    *name,
                       const char    *rule,
                       const char    *message)
{
  FoedXmlFrame *frame = foed_xml_reader_get_frame (self);
  g_autofree char *quoted = foed_spelling_shorten (name);
  g_autofree char *step = g_strconcat ("@", quoted, NULL);
  g_autofree char *path = foed_xml_reader_dup_path (self, step);

  foed_xml_reader_add_problem (self, FOED_SEVERITY_ERROR, frame->line, frame->column, path, rule, message);
}

static const char *
get_attribute_nick (guint    position,
                    gpointer user_data)
{
  const FoedRecordKindInfo *info = user_data;

  return info->fields[position].flags & FOED_FIELD_ELEMENT ? NULL : foed_field_get_nick (info->fields[position].field);
}

static void
refuse_attribute (FoedXmlReader *self,
                  const char    *name)
{
  FoedXmlFrame *frame = foed_xml_reader_get_frame (self);
  const FoedRecordKindInfo *info = foed_record_kind_get_info (frame->kind);
  int position = foed_record_kind_find_field (frame->kind, foed_field_from_nick (name));
  const char *guess = foed_nick_guess (info->n_fields, get_attribute_nick, (gpointer) info, name);
  g_autofree char *quoted = foed_spelling_shorten (name);
  g_autofree char *message = NULL;

  if (position >= 0)
    message = g_strdup_printf (_("“%s” is not an attribute of <%s>.\nIt is an element in it."), quoted, info->nick);
  else if (strcmp (name, "id") == 0)
    message = g_strdup_printf (_("<%s> has no id of its own.\nRemove it; the id is made from what it stands in."),
                               info->nick);
  else if (guess != NULL)
    message = g_strdup_printf (_("“%s” is not an attribute of <%s>.\nDid you mean “%s”?"), quoted, info->nick, guess);
  else
    message = g_strdup_printf (_("“%s” is not an attribute of <%s>.\nRemove it, or say it in a note."), quoted,
                               info->nick);

  add_attribute_problem (self, name, "attribute", message);
}

/* The stable name of the rule that a value breaks. */
static const char *
get_rule (const GError *error)
{
  if (g_error_matches (error, FOED_RECORD_ERROR, FOED_RECORD_ERROR_UNKNOWN_TERM))
    return "vocabulary";

  if (g_error_matches (error, FOED_RECORD_ERROR, FOED_RECORD_ERROR_RANGE))
    return "range";

  return "value";
}

static void
set_attribute (FoedXmlReader       *self,
               const FoedFieldInfo *field,
               const char          *value)
{
  FoedXmlFrame *frame = foed_xml_reader_get_frame (self);
  const char *nick = foed_field_get_nick (field->field);
  g_autoptr (GError) error = NULL;

  if (foed_spelling_is_blank (value))
    {
      g_autofree char *message = g_strdup_printf (_("“%s” is empty.\nLeave it out or give it a value."), nick);

      add_attribute_problem (self, nick, "empty", message);
    }
  else if (field->type == FOED_FIELD_TYPE_TEXT)
    {
      foed_record_builder_set_checked_text (frame->builder, field->field, value);
    }
  else if (!foed_record_builder_parse_string (frame->builder, field->field, value, &error))
    {
      add_attribute_problem (self, nick, get_rule (error), error->message);
    }
}

static void
set_cell (FoedXmlReader *self,
          const char    *name,
          FoedField      field,
          const char    *value)
{
  FoedXmlFrame *frame = foed_xml_reader_get_frame (self);
  g_autofree char *quoted = NULL;
  g_autofree char *message = NULL;

  if (strcmp (value, "implied") == 0)
    {
      foed_record_builder_set_cell (frame->builder, field, FOED_CELL_IMPLIED);
      return;
    }

  if (strcmp (value, "silent") == 0)
    {
      foed_record_builder_set_cell (frame->builder, field, FOED_CELL_SILENT);
      return;
    }

  if (strcmp (value, "text-missing") == 0)
    {
      foed_record_builder_set_cell (frame->builder, field, FOED_CELL_TEXT_MISSING);
      return;
    }

  quoted = foed_spelling_shorten (value);
  message = g_strdup_printf (_("“%s” is not written as the state of a cell.\nWrite implied beside a value, silent or "
                               "text-missing without one; leave it out for what is stated or not coded."),
                             quoted);
  add_attribute_problem (self, name, "cell", message);
}

static void
remember_id (FoedXmlReader *self,
             const char    *id,
             int            line)
{
  int line_before = foed_xml_ids_add (&self->ids, id, line);
  g_autofree char *message = NULL;

  if (line_before == 0)
    return;

  message = g_strdup_printf (_("The id “%s” is used twice, first on line %d.\nGive one of them another id."), id,
                             line_before);
  add_attribute_problem (self, "id", "duplicate-id", message);
}

static void
take_id (FoedXmlReader *self,
         FoedXmlFrame  *frame,
         const char    *id)
{
  g_autoptr (GError) error = NULL;

  if (!foed_spelling_check_id (id, &error))
    {
      add_attribute_problem (self, "id", "id", error->message);
      return;
    }

  foed_record_builder_set_id (frame->builder, id);
  frame->id = foed_record_builder_get_id (frame->builder);
  remember_id (self, id, frame->line);
}

static void
take_attribute (FoedXmlReader *self,
                const xmlAttr *attribute,
                const char    *value)
{
  FoedXmlFrame *frame = foed_xml_reader_get_frame (self);
  const FoedRecordKindInfo *info = foed_record_kind_get_info (frame->kind);
  const FoedXmlName *name = foed_xml_reader_look_up (self, attribute->name);
  int position = foed_record_kind_find_field (frame->kind, name->field);

  if (position >= 0 && !(info->fields[position].flags & FOED_FIELD_ELEMENT) && attribute->ns == NULL)
    {
      set_attribute (self, &info->fields[position], value);
      return;
    }

  position = foed_record_kind_find_field (frame->kind, name->cell);

  if (position >= 0 && info->fields[position].flags & FOED_FIELD_CELL && attribute->ns == NULL)
    set_cell (self, (const char *) attribute->name, name->cell, value);
  else
    refuse_attribute (self, (const char *) attribute->name);
}

static gboolean
is_id (const xmlAttr *attribute)
{
  return attribute->ns == NULL && strcmp ((const char *) attribute->name, "id") == 0;
}

/* The id comes first, because problems with the others name it. */
static void
take_attributes (FoedXmlReader *self,
                 const xmlNode *node)
{
  FoedXmlFrame *frame = foed_xml_reader_get_frame (self);
  const FoedRecordKindInfo *info = foed_record_kind_get_info (frame->kind);
  const xmlAttr *id = NULL;
  xmlChar *buffer = NULL;

  if (info->has_id)
    {
      for (id = node->properties; id != NULL && !is_id (id); id = id->next)
        continue;

      if (id != NULL)
        {
          take_id (self, frame, foed_xml_reader_get_value (id, &buffer));
          g_clear_pointer (&buffer, xmlFree);
        }
      else
        {
          g_autofree char *message =
            g_strdup_printf (_("<%s> has no id.\nGive it one that nothing else in the file has."), info->nick);

          add_attribute_problem (self, "id", "required", message);
        }
    }

  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    {
      if (attribute == id)
        continue;

      take_attribute (self, attribute, foed_xml_reader_get_value (attribute, &buffer));
      g_clear_pointer (&buffer, xmlFree);
    }
}

static gboolean
check_number_of_records (FoedXmlReader *self,
                         int            line,
                         int            column)
{
  g_autofree char *message = NULL;

  if (self->n_frames == 1)
    self->n_records_in_tree = 0;

  if (++self->n_records_in_tree <= FOED_XML_MOST_RECORDS)
    return TRUE;

  message = g_strdup_printf (_("One record holds more than %d others."), FOED_XML_MOST_RECORDS);
  foed_xml_reader_fail (self, FOED_XML_ERROR_LIMIT, line, column, "limit", message);

  return FALSE;
}

/* Opens a record at the element that the reader stands on. */
void
foed_xml_reader_start_record (FoedXmlReader  *self,
                              FoedRecordKind  kind,
                              const xmlNode  *node,
                              int             line,
                              int             column)
{
  FoedXmlFrame *parent = foed_xml_reader_get_frame (self);
  FoedXmlFrame *frame;

  if (!check_number_of_records (self, line, column))
    return;

  if (self->n_frames == 1)
    self->n_errors_before = foed_report_get_n_errors (self->report);

  frame = &self->frames[self->n_frames++];
  *frame = (FoedXmlFrame) {
    .builder = foed_record_builder_new (kind, NULL),
    .kind = kind,
    .line = line,
    .column = column,
    .last_field = -1,
    /* A document bears itself out. */
    .is_cited = parent->is_cited || kind == FOED_RECORD_DOCUMENT,
    .number = ++parent->n_children[kind],
  };

  if (foed_record_kind_get_info (kind)->has_id)
    self->n_records++;

  if (kind == FOED_RECORD_CITATION)
    parent->is_cited = TRUE;

  foed_record_builder_set_line (frame->builder, line);
  take_attributes (self, node);
}

static void
check_required (FoedXmlReader *self,
                FoedXmlFrame  *frame)
{
  const FoedRecordKindInfo *info = foed_record_kind_get_info (frame->kind);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const FoedFieldInfo *field = &info->fields[i];
      const char *nick = foed_field_get_nick (field->field);
      g_autofree char *step = NULL;
      g_autofree char *path = NULL;
      g_autofree char *message = NULL;

      if (!(field->flags & FOED_FIELD_REQUIRED) || foed_record_builder_has_value (frame->builder, field->field))
        continue;

      step = field->flags & FOED_FIELD_ELEMENT ? g_strdup (nick) : g_strconcat ("@", nick, NULL);
      path = foed_xml_reader_dup_path (self, step);

      /* A value that is there but wrong has been told. */
      if (foed_report_has_error_at (self->report, path))
        continue;

      message = g_strdup_printf (field->flags & FOED_FIELD_ELEMENT
                                   ? _("<%s> has no <%s>.\nAdd it, or leave the whole element out.")
                                   : _("<%s> has no “%s”.\nAdd it, or leave the whole element out."),
                                 info->nick, nick);
      foed_xml_reader_add_problem (self, FOED_SEVERITY_ERROR, frame->line, frame->column, path, "required", message);
    }
}

/* Closes the innermost record. */
void
foed_xml_reader_end_record (FoedXmlReader *self)
{
  FoedXmlFrame *frame = foed_xml_reader_get_frame (self);
  g_autoptr (FoedRecordBuilder) builder = frame->builder;
  g_autoptr (FoedRecord) record = NULL;

  check_required (self, frame);
  foed_xml_reader_check_cells (self, frame);
  record = foed_record_builder_end (builder);
  foed_xml_reader_check_rules (self, record, frame);

  frame->builder = NULL;
  frame->id = NULL;
  self->n_frames--;

  if (self->n_frames > 1)
    foed_record_builder_take_child (foed_xml_reader_get_frame (self)->builder, g_steal_pointer (&record));
  else if (foed_report_get_n_errors (self->report) == self->n_errors_before)
    self->ready = g_steal_pointer (&record);
}

static void
check_order (FoedXmlReader *self,
             FoedXmlFrame  *frame,
             int            position,
             int            line,
             int            column)
{
  const FoedRecordKindInfo *info = foed_record_kind_get_info (frame->kind);
  const char *nick = foed_field_get_nick (info->fields[position].field);
  g_autofree char *path = NULL;
  g_autofree char *message = NULL;
  gboolean follows_record = FALSE;

  for (guint i = 0; i < FOED_N_RECORD_KINDS; i++)
    follows_record |= frame->n_children[i] > 0;

  if (position > frame->last_field && !follows_record)
    {
      frame->last_field = position;
      return;
    }

  path = foed_xml_reader_dup_path (self, nick);

  if (position == frame->last_field)
    {
      message = g_strdup_printf (_("<%s> has <%s> twice."), info->nick, nick);
      foed_xml_reader_add_problem (self, FOED_SEVERITY_ERROR, line, column, path, "once", message);
    }
  else if (follows_record)
    {
      message = g_strdup_printf (_("<%s> must stand before the records in <%s>."), nick, info->nick);
      foed_xml_reader_add_problem (self, FOED_SEVERITY_ERROR, line, column, path, "order", message);
    }
  else
    {
      message = g_strdup_printf (_("<%s> must stand before <%s>."), nick,
                                 foed_field_get_nick (info->fields[frame->last_field].field));
      foed_xml_reader_add_problem (self, FOED_SEVERITY_ERROR, line, column, path, "order", message);
    }
}

/* Opens the element of a field, which the reader stands on. */
void
foed_xml_reader_start_field (FoedXmlReader *self,
                             int            position,
                             const xmlNode *node,
                             int            line,
                             int            column)
{
  FoedXmlFrame *frame = foed_xml_reader_get_frame (self);

  check_order (self, frame, position, line, column);
  self->text_field = foed_record_kind_get_info (frame->kind)->fields[position].field;
  self->text_line = line;
  self->text_column = column;
  g_string_truncate (self->text, 0);

  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    {
      const char *nick = foed_field_get_nick (self->text_field);

      foed_xml_reader_refuse_attribute (self, attribute, nick, nick, line, column);
    }
}

/* Closes the element of a field. */
void
foed_xml_reader_end_field (FoedXmlReader *self)
{
  FoedXmlFrame *frame = foed_xml_reader_get_frame (self);
  g_autofree char *path = NULL;
  g_autofree char *message = NULL;

  if (foed_spelling_is_blank (self->text->str))
    {
      const char *nick = foed_field_get_nick (self->text_field);

      path = foed_xml_reader_dup_path (self, nick);
      message = g_strdup_printf (_("<%s> is empty.\nLeave it out or give it a text."), nick);
      foed_xml_reader_add_problem (self, FOED_SEVERITY_ERROR, self->text_line, self->text_column, path, "empty",
                                   message);
    }
  else
    {
      foed_record_builder_set_checked_text (frame->builder, self->text_field, self->text->str);
    }

  self->text_field = FOED_FIELD_NONE;

  /* One long text must not hold its memory for the rest of the file. */
  if (self->text->allocated_len > 65536)
    {
      g_string_free (self->text, TRUE);
      self->text = g_string_new (NULL);
    }
}
