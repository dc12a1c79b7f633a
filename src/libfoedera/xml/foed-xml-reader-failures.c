/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-xml-reader"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <libxml/xmlerror.h>
#include <string.h>

#include "foed-xml-reader-private.h"

/* What to say where reading has to stop. */

/* Entities and what a DTD else can do are not for files that come from strangers. */
void
foed_xml_reader_fail_doctype (FoedXmlReader *self,
                              int            line,
                              int            column)
{
  foed_xml_reader_fail (self, FOED_XML_ERROR_NOT_ALLOWED, line, column, "doctype",
                        _("The file has a DOCTYPE, which is refused for safety.\n"
                          "Remove it and write characters instead of entities."));
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

    case FOED_XML_INPUT_DOCTYPE:
      foed_xml_reader_fail_doctype (self, line, column);
      break;

    case FOED_XML_INPUT_TOO_LONG:
      foed_xml_reader_fail (self, FOED_XML_ERROR_LIMIT, line, column, "limit",
                            _("The file is larger than 1 GiB.\nSplit it into several."));
      break;

    case FOED_XML_INPUT_LONG_MARKUP:
      foed_xml_reader_fail (self, FOED_XML_ERROR_LIMIT, line, column, "limit",
                            _("A tag, comment or instruction is longer than 256 KiB.\nPut long texts into elements."));
      break;

    case FOED_XML_INPUT_LONG_RUN:
      foed_xml_reader_fail (self, FOED_XML_ERROR_LIMIT, line, column, "limit",
                            _("There are 64 MiB or 10,000 comments without an element."));
      break;

    case FOED_XML_INPUT_WIDE:
      foed_xml_reader_fail (self, FOED_XML_ERROR_NOT_ALLOWED, 1, 1, "encoding",
                            _("The file is in the encoding UTF-16 or UTF-32.\nSave it as UTF-8."));
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
         || (foed_xml_input_get_is_at_end (self->input)
             && (self->complaint.line >= line || self->complaint.code == XML_ERR_DOCUMENT_END));
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
  else if (complaint->code == XML_ERR_INVALID_ENCODING || strstr (complaint->message, "not proper UTF-8") != NULL)
    {
      foed_xml_reader_fail (self, FOED_XML_ERROR_NOT_WELL_FORMED, complaint->line, complaint->column, "encoding",
                            _("The text is not valid UTF-8.\nSave the file as UTF-8."));
    }
  else if (complaint->code == XML_ERR_DOCUMENT_EMPTY && foed_xml_input_get_offset (self->input) > 0
           && !is_truncated (self))
    {
      foed_xml_reader_fail (self, FOED_XML_ERROR_NOT_WELL_FORMED, complaint->line, complaint->column, "well-formed",
                            _("The file is not XML: it does not begin with “<”."));
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
void
foed_xml_reader_fail_parse (FoedXmlReader *self)
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

