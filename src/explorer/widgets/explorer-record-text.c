/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-record-text"

#include "config.h"

#include <glib/gi18n.h>

#include "explorer-record-text.h"

static char *
dup_term_label (FoedRecord *record,
                FoedField   field)
{
  const FoedTerm *term = foed_record_get_term (record, field);

  return g_strdup (term != NULL ? foed_term_get_label (term) : "");
}

static char *
dup_clause_title (FoedRecord *record)
{
  const char *number = foed_record_get_text (record, FOED_FIELD_NUMBER);
  const char *title = foed_record_get_text (record, FOED_FIELD_TITLE);
  g_autofree char *kind = dup_term_label (record, FOED_FIELD_KIND);

  if (number != NULL && title != NULL)
    /* Translators: a provision, its number and its heading, as in "Article 5 · Mutual defence". */
    return g_strdup_printf (C_("clause", "%s %s · %s"), kind, number, title);
  if (number != NULL)
    /* Translators: a provision and its number, as in "Article 5". */
    return g_strdup_printf (C_("clause", "%s %s"), kind, number);
  if (title != NULL)
    /* Translators: a provision without a number and its heading, as in "Annex · Command". */
    return g_strdup_printf (C_("clause", "%s · %s"), kind, title);

  return g_steal_pointer (&kind);
}

/**
 * explorer_record_text_dup_title:
 * @session: the session, which knows the titles of other records
 * @record: a record
 *
 * Returns: (transfer full): what the record is called on screen
 */
char *
explorer_record_text_dup_title (ExplorerSession *session,
                                FoedRecord      *record)
{
  FoedRecordKind kind;

  g_return_val_if_fail (EXPLORER_IS_SESSION (session), NULL);
  g_return_val_if_fail (FOED_IS_RECORD (record), NULL);

  kind = foed_record_get_kind (record);

  if (kind == FOED_RECORD_CLAUSE)
    return dup_clause_title (record);
  if (kind == FOED_RECORD_IMPACT)
    return dup_term_label (record, FOED_FIELD_DOMAIN);
  if (kind == FOED_RECORD_OBLIGATION || kind == FOED_RECORD_CONDITION || kind == FOED_RECORD_ENFORCEMENT)
    return dup_term_label (record, FOED_FIELD_KIND);
  if (kind == FOED_RECORD_PARTY || kind == FOED_RECORD_SUCCESSION || kind == FOED_RECORD_SOVEREIGN)
    return explorer_record_text_dup_name (session, foed_record_get_reference (record, FOED_FIELD_STATE));
  if (kind == FOED_RECORD_SUSPENSION)
    return explorer_session_dup_titles_of (session, foed_record_get_references (record, FOED_FIELD_STATES));
  if (foed_record_kind_find_field (kind, FOED_FIELD_TITLE) >= 0 &&
      foed_record_get_text (record, FOED_FIELD_TITLE) != NULL)
    return g_strdup (foed_record_get_text (record, FOED_FIELD_TITLE));

  return g_strdup (foed_record_kind_get_label (kind));
}

/**
 * explorer_record_text_dup_name:
 * @session: the session
 * @id: the id of a record
 *
 * Returns: (transfer full): what the record is called, as far as it is known without reading the library
 */
char *
explorer_record_text_dup_name (ExplorerSession *session,
                               const char      *id)
{
  FoedRecord *root;
  FoedRecord *record = NULL;

  g_return_val_if_fail (EXPLORER_IS_SESSION (session), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  root = explorer_session_get_record (session);
  if (root != NULL)
    record = foed_record_find (root, id);

  return record != NULL ? explorer_record_text_dup_title (session, record)
                        : g_strdup (explorer_session_get_title (session, id));
}

/**
 * explorer_record_text_dup_link:
 * @session: the session
 * @id: the id of a record
 *
 * Returns: (transfer full): Pango markup of a link to the record; its address is the id
 */
char *
explorer_record_text_dup_link (ExplorerSession *session,
                               const char      *id)
{
  g_autofree char *name = explorer_record_text_dup_name (session, id);

  return g_markup_printf_escaped ("<a href=\"%s\">%s</a>", id, name);
}

/**
 * explorer_record_text_dup_links:
 * @session: the session
 * @ids: ids of records
 *
 * Returns: (transfer full): Pango markup of links to all of them
 */
char *
explorer_record_text_dup_links (ExplorerSession    *session,
                                const char * const *ids)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) links = NULL;

  g_return_val_if_fail (EXPLORER_IS_SESSION (session), NULL);
  g_return_val_if_fail (ids != NULL, NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *link = explorer_record_text_dup_link (session, ids[i]);

      g_strv_builder_add (builder, link);
    }

  links = g_strv_builder_end (builder);

  /* Translators: stands between the members of a list, as in "France, Russia". */
  return g_strjoinv (C_("list", ", "), links);
}

static char *
dup_months (int n_months)
{
  if (n_months % 12 == 0)
    return g_strdup_printf (ngettext ("%d year", "%d years", n_months / 12), n_months / 12);

  return g_strdup_printf (ngettext ("%d month", "%d months", n_months), n_months);
}

static char *
dup_plain_value (ExplorerSession     *session,
                 FoedRecord          *record,
                 const FoedFieldInfo *info)
{
  g_autofree char *text = NULL;

  if (!foed_record_has_value (record, info->field))
    return NULL;
  if (info->type == FOED_FIELD_TYPE_REFERENCE)
    return explorer_record_text_dup_link (session, foed_record_get_reference (record, info->field));
  if (info->type == FOED_FIELD_TYPE_REFERENCES)
    return explorer_record_text_dup_links (session, foed_record_get_references (record, info->field));

  if (info->field == FOED_FIELD_TERM_MONTHS || info->field == FOED_FIELD_RENEWAL_MONTHS ||
      info->field == FOED_FIELD_NOTICE_MONTHS)
    return dup_months ((int) foed_record_get_integer (record, info->field));

  text = foed_record_dup_display (record, info->field);

  return g_markup_escape_text (text, -1);
}

/**
 * explorer_record_text_dup_value:
 * @session: the session
 * @record: a record
 * @field: one of its fields
 *
 * Returns: (transfer full) (nullable): Pango markup of the value, references as links; for a coded cell without a value,
 *   why there is none; %NULL where there is nothing to say
 */
char *
explorer_record_text_dup_value (ExplorerSession *session,
                                FoedRecord      *record,
                                FoedField        field)
{
  const FoedFieldInfo *info;
  const char *state;
  g_autofree char *value = NULL;
  FoedCell cell;
  int position;

  g_return_val_if_fail (EXPLORER_IS_SESSION (session), NULL);
  g_return_val_if_fail (FOED_IS_RECORD (record), NULL);

  position = foed_record_kind_find_field (foed_record_get_kind (record), field);
  g_return_val_if_fail (position >= 0, NULL);

  info = &foed_record_kind_get_info (foed_record_get_kind (record))->fields[position];
  value = dup_plain_value (session, record, info);
  if (!(info->flags & FOED_FIELD_CELL))
    return g_steal_pointer (&value);

  cell = foed_record_get_cell (record, field);
  state = foed_term_get_label (foed_cell_get_term (cell));
  if (value == NULL)
    return g_markup_printf_escaped ("<i>%s</i>", state);
  if (cell == FOED_CELL_IMPLIED)
    /* Translators: a value and, in italics, that another treaty of the alliance says so. */
    return g_strdup_printf (C_("cell", "%s <i>(%s)</i>"), value, state);

  return g_steal_pointer (&value);
}

/**
 * explorer_record_text_dup_fact:
 * @label: what it is, translated
 * @markup: Pango markup of its value
 *
 * Returns: (transfer full): Pango markup of a line that tells one fact
 */
char *
explorer_record_text_dup_fact (const char *label,
                               const char *markup)
{
  g_autofree char *escaped = NULL;

  g_return_val_if_fail (label != NULL, NULL);
  g_return_val_if_fail (markup != NULL, NULL);

  escaped = g_markup_escape_text (label, -1);

  /* Translators: the name of a fact and the fact, as in "Response: All means". The name is set bold. */
  return g_strdup_printf (C_("fact", "<b>%s:</b> %s"), escaped, markup);
}

/**
 * explorer_record_text_dup_period:
 * @record: a record that has dates
 *
 * Returns: (transfer full) (nullable): from when to when it holds; %NULL where neither is known
 */
char *
explorer_record_text_dup_period (FoedRecord *record)
{
  g_autofree char *begin = NULL;
  g_autofree char *end = NULL;

  g_return_val_if_fail (FOED_IS_RECORD (record), NULL);

  if (foed_record_has_value (record, FOED_FIELD_BEGIN))
    begin = foed_record_dup_display (record, FOED_FIELD_BEGIN);
  if (foed_record_has_value (record, FOED_FIELD_END))
    end = foed_record_dup_display (record, FOED_FIELD_END);

  if (begin != NULL && end != NULL)
    /* Translators: from one date to another. */
    return g_strdup_printf (C_("period", "%s – %s"), begin, end);
  if (begin != NULL)
    /* Translators: from a date on, with no end known. */
    return g_strdup_printf (C_("period", "since %s"), begin);
  if (end != NULL)
    /* Translators: up to a date, with no beginning known. */
    return g_strdup_printf (C_("period", "until %s"), end);

  return NULL;
}

/**
 * explorer_record_text_dup_citation:
 * @session: the session
 * @record: the record that the citation bears out
 * @citation: a record of kind %FOED_RECORD_CITATION
 *
 * Returns: (transfer full): Pango markup that names the source, the place in it and how sure it is, and what the source
 *   says otherwise
 */
char *
explorer_record_text_dup_citation (ExplorerSession *session,
                                   FoedRecord      *record,
                                   FoedRecord      *citation)
{
  g_autoptr (GString) markup = NULL;
  g_autofree char *link = NULL;
  g_autofree char *confidence = NULL;
  const char *pinpoint;
  const char *otherwise;
  const char *field;

  g_return_val_if_fail (EXPLORER_IS_SESSION (session), NULL);
  g_return_val_if_fail (FOED_IS_RECORD (record), NULL);
  g_return_val_if_fail (FOED_IS_RECORD (citation), NULL);

  link = explorer_record_text_dup_link (session, foed_record_get_reference (citation, FOED_FIELD_SOURCE));
  markup = g_string_new (link);

  pinpoint = foed_record_get_text (citation, FOED_FIELD_PINPOINT);
  if (pinpoint != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (pinpoint, -1);

      g_string_append_printf (markup, C_("citation", ", %s"), escaped);
    }

  confidence = dup_term_label (citation, FOED_FIELD_CONFIDENCE);
  /* Translators: after a source, how sure it is, as in "34 UNTS 243 (Primary)". */
  g_string_append_printf (markup, C_("citation", " (%s)"), confidence);

  otherwise = foed_record_get_text (citation, FOED_FIELD_STATES_OTHERWISE);
  field = foed_record_get_text (citation, FOED_FIELD_FIELD);
  if (otherwise != NULL && field != NULL && foed_field_from_nick (field) != FOED_FIELD_NONE)
    {
      g_autofree char *value = foed_record_dup_display_of (record, foed_field_from_nick (field), otherwise);
      g_autofree char *line = g_markup_printf_escaped (C_("citation", "says otherwise on “%s”: %s"),
                                                       foed_field_get_label (foed_field_from_nick (field)), value);

      g_string_append_printf (markup, "\n⚠ %s", line);
    }

  return g_string_free (g_steal_pointer (&markup), FALSE);
}
