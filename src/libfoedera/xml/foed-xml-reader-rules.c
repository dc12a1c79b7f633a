/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-xml-reader"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "foed-xml-reader-private.h"
#include "model/foed-nick-table-private.h"
#include "model/foed-record-private.h"
#include "model/foed-spelling-private.h"

/* The rules that a schema can't say. An error refuses the record; a warning asks somebody to look. */

static void
add_problem (FoedXmlReader *self,
             FoedXmlFrame  *frame,
             FoedSeverity   severity,
             const char    *attribute,
             const char    *rule,
             const char    *message)
{
  g_autofree char *step = attribute == NULL ? NULL : g_strconcat ("@", attribute, NULL);
  g_autofree char *path = foed_xml_reader_dup_path (self, step);

  foed_xml_reader_add_problem (self, severity, frame->line, frame->column, path, rule, message);
}

/* Beside a value only implied makes sense, without one only silent and text-missing. */
void
foed_xml_reader_check_cells (FoedXmlReader *self,
                             FoedXmlFrame  *frame)
{
  const FoedRecordKindInfo *info = foed_record_kind_get_info (frame->kind);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const FoedFieldInfo *field = &info->fields[i];
      const char *nick = foed_field_get_nick (field->field);
      g_autofree char *message = NULL;
      gboolean has_value;
      FoedCell cell;

      if (!(field->flags & FOED_FIELD_CELL))
        continue;

      has_value = foed_record_builder_has_value (frame->builder, field->field);
      cell = foed_record_builder_get_cell (frame->builder, field->field);

      if (has_value && (cell == FOED_CELL_SILENT || cell == FOED_CELL_TEXT_MISSING))
        message = g_strdup_printf (_("“%s” has a value, and “%s-cell” says that there is none.\nLeave one of them out."),
                                   nick, nick);
      else if (!has_value && cell == FOED_CELL_IMPLIED)
        message = g_strdup_printf (_("“%s-cell” says that a value is implied, but “%s” has none.\nGive it a value."),
                                   nick, nick);
      else
        continue;

      add_problem (self, frame, FOED_SEVERITY_ERROR, nick, "cell", message);
    }
}

static void
check_dates (FoedXmlReader *self,
             FoedRecord    *record,
             FoedXmlFrame  *frame)
{
  const FoedDate *begin = foed_record_get_date (record, FOED_FIELD_BEGIN);
  const FoedDate *end = foed_record_get_date (record, FOED_FIELD_END);
  g_autofree char *begin_text = NULL;
  g_autofree char *end_text = NULL;
  g_autofree char *message = NULL;
  gboolean is_vague;

  if (begin == NULL || end == NULL || foed_date_get_first_day (begin) <= foed_date_get_last_day (end))
    return;

  begin_text = foed_date_to_string (begin);
  end_text = foed_date_to_string (end);
  message = g_strdup_printf (_("It ends (%s) before it begins (%s).\nEnd is the last day on which it holds."), end_text,
                             begin_text);
  is_vague = foed_date_is_approximate (begin) || foed_date_is_uncertain (begin) || foed_date_is_approximate (end)
             || foed_date_is_uncertain (end);
  add_problem (self, frame, is_vague ? FOED_SEVERITY_WARNING : FOED_SEVERITY_ERROR, "end", "dates", message);
}

/* What the text does not say can't be strong. */
static void
check_presence (FoedXmlReader *self,
                FoedRecord    *record,
                FoedXmlFrame  *frame)
{
  static const FoedField details[] = { FOED_FIELD_STRENGTH, FOED_FIELD_RESPONSE };
  FoedCell presence = foed_record_get_cell (record, FOED_FIELD_PRESENCE);

  if (presence == FOED_CELL_STATED || presence == FOED_CELL_IMPLIED)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (details); i++)
    {
      const char *nick = foed_field_get_nick (details[i]);
      g_autofree char *message = NULL;

      if (!foed_record_has_value (record, details[i]))
        continue;

      message = g_strdup_printf (_("“%s” has a value, but “presence” says that there is no such obligation to be "
                                   "read.\nLeave one of them out."),
                                 nick);
      add_problem (self, frame, FOED_SEVERITY_ERROR, nick, "presence", message);
    }
}

static const char *
get_field_of_kind (guint    position,
                   gpointer user_data)
{
  const FoedRecordKindInfo *info = user_data;

  return foed_field_get_nick (info->fields[position].field);
}

/* A citation may state one field of what it stands in otherwise. */
static void
check_citation (FoedXmlReader *self,
                FoedRecord    *record,
                FoedXmlFrame  *frame)
{
  FoedRecordKind parent = (frame - 1)->kind;
  const FoedRecordKindInfo *info = foed_record_kind_get_info (parent);
  const char *nick = foed_record_get_text (record, FOED_FIELD_FIELD);
  const char *otherwise = foed_record_get_text (record, FOED_FIELD_STATES_OTHERWISE);
  g_autofree char *quoted = NULL;
  g_autofree char *message = NULL;
  const char *guess;

  if (nick == NULL && otherwise == NULL)
    return;

  if (nick == NULL)
    {
      add_problem (self, frame, FOED_SEVERITY_ERROR, "states-otherwise", "field",
                   _("“states-otherwise” does not say what of.\nName the attribute or element in “field”."));
      return;
    }

  if (foed_record_kind_find_field (parent, foed_field_from_nick (nick)) >= 0)
    return;

  quoted = foed_spelling_shorten (nick);
  guess = foed_nick_guess (info->n_fields, get_field_of_kind, (gpointer) info, nick);

  if (guess == NULL)
    message = g_strdup_printf (_("<%s> has no “%s”.\nName something that it has."), info->nick, quoted);
  else
    message = g_strdup_printf (_("<%s> has no “%s”.\nDid you mean “%s”?"), info->nick, quoted, guess);

  add_problem (self, frame, FOED_SEVERITY_ERROR, "field", "field", message);
}

static gboolean
has_term (FoedRecord *record,
          FoedField   field,
          const char *nick)
{
  const FoedTerm *term = foed_record_get_term (record, field);

  return term != NULL && strcmp (term->nick, nick) == 0;
}

/* A condition that names its kind but not what it is about decides nothing. */
static void
check_condition (FoedXmlReader *self,
                 FoedRecord    *record,
                 FoedXmlFrame  *frame)
{
  static const struct
  {
    const char *kind;
    FoedField field;
  } details[] = {
    { "trigger", FOED_FIELD_THREAT },
    { "adversary", FOED_FIELD_ADVERSARY },
    { "adversary-number", FOED_FIELD_COUNT },
    { "area", FOED_FIELD_PLACES },
  };
  FoedCell presence = foed_record_get_cell (record, FOED_FIELD_PRESENCE);
  gboolean names_states = foed_record_has_value (record, FOED_FIELD_STATES);
  g_autofree char *message = NULL;

  if (presence == FOED_CELL_SILENT || presence == FOED_CELL_TEXT_MISSING || presence == FOED_CELL_NOT_CODED)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (details); i++)
    {
      const char *nick = foed_field_get_nick (details[i].field);
      g_autofree char *missing = NULL;

      if (!has_term (record, FOED_FIELD_KIND, details[i].kind) || foed_record_has_value (record, details[i].field))
        continue;

      missing = g_strdup_printf (_("A condition of kind “%s” without “%s” can't be decided."), details[i].kind, nick);
      add_problem (self, frame, FOED_SEVERITY_WARNING, nick, "condition", missing);
    }

  if (!names_states && (has_term (record, FOED_FIELD_ADVERSARY, "named")
                        || has_term (record, FOED_FIELD_ADVERSARY, "any-but")))
    {
      message = g_strdup_printf (_("The adversaries are “%s”, but “states” names none."),
                                 foed_record_get_term (record, FOED_FIELD_ADVERSARY)->nick);
      add_problem (self, frame, FOED_SEVERITY_WARNING, "states", "condition", message);
    }
}

/* A fact is borne out by a citation in it, by one in what it stands in, or by the provision it names. */
static void
check_source (FoedXmlReader *self,
              FoedRecord    *record,
              FoedXmlFrame  *frame)
{
  static const FoedField provisions[] = {
    FOED_FIELD_CLAUSE, FOED_FIELD_INSTRUMENT, FOED_FIELD_OBLIGATION, FOED_FIELD_MECHANISM,
  };
  gboolean is_practice = has_term (record, FOED_FIELD_BASIS, "practice");
  g_autofree char *message = NULL;
  guint n_own = frame->n_children[FOED_RECORD_CITATION];

  if (n_own > 0 || (frame->is_cited && !is_practice))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (provisions); i++)
    if (foed_record_has_value (record, provisions[i]))
      return;

  message = g_strdup_printf (_("Nothing bears out this <%s>.\nAdd a citation."),
                             foed_record_kind_get_info (frame->kind)->nick);
  add_problem (self, frame, FOED_SEVERITY_WARNING, NULL, "citation", message);
}

/* Checks a record that is complete but for its parent; @frame is still open. */
void
foed_xml_reader_check_rules (FoedXmlReader *self,
                             FoedRecord    *record,
                             FoedXmlFrame  *frame)
{
  check_dates (self, record, frame);

  switch ((int) frame->kind)
    {
    case FOED_RECORD_CITATION:
      check_citation (self, record, frame);
      break;

    case FOED_RECORD_OBLIGATION:
      check_presence (self, record, frame);
      break;

    case FOED_RECORD_CONDITION:
      check_condition (self, record, frame);
      break;

    case FOED_RECORD_ALLIANCE:
    case FOED_RECORD_INSTRUMENT:
    case FOED_RECORD_PARTY:
    case FOED_RECORD_MECHANISM:
    case FOED_RECORD_IMPACT:
    case FOED_RECORD_ENFORCEMENT:
    case FOED_RECORD_EVENT:
      check_source (self, record, frame);
      break;

    default:
      break;
    }
}
