/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-json"

#include "config.h"

#include <math.h>

#include "foed-json.h"

static void
add_string (JsonBuilder *builder,
            const char  *member,
            const char  *value)
{
  json_builder_set_member_name (builder, member);

  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_integer (JsonBuilder *builder,
             const char  *member,
             gint64       value)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_int_value (builder, value);
}

static void
add_strings (JsonBuilder        *builder,
             const char         *member,
             const char * const *values)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);

  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    json_builder_add_string_value (builder, values[i]);

  json_builder_end_array (builder);
}

static void
add_field (JsonBuilder         *builder,
           FoedRecord          *record,
           const FoedFieldInfo *info)
{
  const char *nick = foed_field_get_nick (info->field);
  g_autofree char *string = NULL;

  switch (info->type)
    {
    case FOED_FIELD_TYPE_INTEGER:
      add_integer (builder, nick, foed_record_get_integer (record, info->field));
      break;

    case FOED_FIELD_TYPE_NUMBER:
      json_builder_set_member_name (builder, nick);
      json_builder_add_double_value (builder, foed_record_get_number (record, info->field));
      break;

    case FOED_FIELD_TYPE_REFERENCES:
      add_strings (builder, nick, foed_record_get_references (record, info->field));
      break;

    case FOED_FIELD_TYPE_TEXT:
    case FOED_FIELD_TYPE_BEGIN:
    case FOED_FIELD_TYPE_END:
    case FOED_FIELD_TYPE_TERM:
    case FOED_FIELD_TYPE_REFERENCE:
      string = foed_record_dup_string (record, info->field);
      add_string (builder, nick, string);
      break;

    default:
      g_assert_not_reached ();
    }
}

static void
add_cell (JsonBuilder         *builder,
          FoedRecord          *record,
          const FoedFieldInfo *info)
{
  g_autofree char *member = g_strconcat (foed_field_get_nick (info->field), "-cell", NULL);
  FoedCell cell = foed_record_get_cell (record, info->field);

  add_string (builder, member, foed_cell_get_term (cell)->nick);
}

static void
add_children (JsonBuilder    *builder,
              FoedRecord     *record,
              FoedRecordKind  kind)
{
  gboolean open = FALSE;

  for (guint i = 0; i < foed_record_get_n_children (record); i++)
    {
      FoedRecord *child = foed_record_get_child (record, i);

      if (foed_record_get_kind (child) != kind)
        continue;

      if (!open)
        {
          g_autofree char *member = g_strconcat (foed_record_kind_get_info (kind)->nick, "-records", NULL);

          json_builder_set_member_name (builder, member);
          json_builder_begin_array (builder);
          open = TRUE;
        }

      foed_json_add_record (builder, child);
    }

  if (open)
    json_builder_end_array (builder);
}

/**
 * foed_json_add_record:
 * @builder: where to
 * @record: a record
 *
 * Adds @record with everything under it as an object. Members are named as in XML; a coded cell has a second member
 * that tells its state; children stand in arrays named after their kind (`clause-records`).
 */
void
foed_json_add_record (JsonBuilder *builder,
                      FoedRecord  *record)
{
  const FoedRecordKindInfo *info;

  g_return_if_fail (JSON_IS_BUILDER (builder));
  g_return_if_fail (FOED_IS_RECORD (record));

  info = foed_record_kind_get_info (foed_record_get_kind (record));

  json_builder_begin_object (builder);
  add_string (builder, "record", info->nick);
  add_string (builder, "id", foed_record_get_id (record));

  for (guint i = 0; i < info->n_fields; i++)
    {
      if (foed_record_has_value (record, info->fields[i].field))
        add_field (builder, record, &info->fields[i]);
      if (info->fields[i].flags & FOED_FIELD_CELL)
        add_cell (builder, record, &info->fields[i]);
    }

  for (const FoedRecordKind *kind = info->children; *kind != FOED_RECORD_NONE; kind++)
    add_children (builder, record, *kind);

  json_builder_end_object (builder);
}

/**
 * foed_json_add_row:
 * @builder: where to
 * @row: a row of a listing
 *
 * Adds @row as an object with a member for every column of its listing, shown on screen or not. What has no value is
 * null; several terms or references are an array.
 */
void
foed_json_add_row (JsonBuilder *builder,
                   FoedRow     *row)
{
  const FoedColumn *columns;
  guint n_columns;

  g_return_if_fail (JSON_IS_BUILDER (builder));
  g_return_if_fail (FOED_IS_ROW (row));

  columns = foed_listing_get_columns (foed_row_get_listing (row), &n_columns);
  json_builder_begin_object (builder);

  for (guint i = 0; i < n_columns; i++)
    {
      const char *value = foed_row_get_value (row, i);

      if (columns[i].type == FOED_COLUMN_TERMS || columns[i].type == FOED_COLUMN_REFERENCES)
        add_strings (builder, columns[i].nick, foed_row_get_values (row, i));
      else if (columns[i].type == FOED_COLUMN_INTEGER && value != NULL)
        add_integer (builder, columns[i].nick, g_ascii_strtoll (value, NULL, 10));
      else
        add_string (builder, columns[i].nick, value);
    }

  json_builder_end_object (builder);
}

/**
 * foed_json_add_hit:
 * @builder: where to
 * @hit: what a search found
 *
 * Adds @hit as an object.
 */
void
foed_json_add_hit (JsonBuilder         *builder,
                   const FoedSearchHit *hit)
{
  g_return_if_fail (JSON_IS_BUILDER (builder));
  g_return_if_fail (hit != NULL);

  json_builder_begin_object (builder);
  add_string (builder, "id", hit->id);
  add_string (builder, "record", foed_record_kind_get_info (hit->kind)->nick);
  add_string (builder, "alliance", hit->alliance);
  add_string (builder, "title", hit->title);
  add_string (builder, "snippet", hit->snippet);
  json_builder_end_object (builder);
}

/**
 * foed_json_add_entry:
 * @builder: where to
 * @entry: an entry of the history
 *
 * Adds @entry as an object; the moment is ISO 8601 in UTC.
 */
void
foed_json_add_entry (JsonBuilder            *builder,
                     const FoedHistoryEntry *entry)
{
  g_autoptr (GDateTime) moment = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (JSON_IS_BUILDER (builder));
  g_return_if_fail (entry != NULL);

  moment = g_date_time_new_from_unix_utc (entry->moment);
  text = g_date_time_format_iso8601 (moment);

  json_builder_begin_object (builder);
  add_integer (builder, "number", entry->number);
  add_string (builder, "label", entry->label);
  add_string (builder, "moment", text);
  json_builder_set_member_name (builder, "undone");
  json_builder_add_boolean_value (builder, entry->undone);
  add_integer (builder, "new", entry->n_new);
  add_integer (builder, "changed", entry->n_changed);
  add_integer (builder, "removed", entry->n_removed);
  json_builder_set_member_name (builder, "has-report");
  json_builder_add_boolean_value (builder, entry->has_report);
  json_builder_end_object (builder);
}

/**
 * foed_json_add_change:
 * @builder: where to
 * @change: what was done to a record
 *
 * Adds @change as an object, with the fields that differ.
 */
void
foed_json_add_change (JsonBuilder *builder,
                      FoedChange  *change)
{
  static const char * const kinds[] = { "new", "changed", "removed" };

  g_return_if_fail (JSON_IS_BUILDER (builder));
  g_return_if_fail (FOED_IS_CHANGE (change));

  json_builder_begin_object (builder);
  add_string (builder, "change", kinds[foed_change_get_kind (change)]);
  add_string (builder, "record", foed_record_kind_get_info (foed_change_get_record_kind (change))->nick);
  add_string (builder, "id", foed_change_get_id (change));
  json_builder_set_member_name (builder, "fields");
  json_builder_begin_array (builder);

  for (guint i = 0; i < foed_change_get_n_fields (change); i++)
    {
      const FoedFieldChange *field = foed_change_get_field (change, i);

      json_builder_begin_object (builder);
      add_string (builder, "field", foed_field_get_nick (field->field));
      add_string (builder, "before", field->before);
      add_string (builder, "after", field->after);
      json_builder_end_object (builder);
    }

  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/**
 * foed_json_add_match:
 * @builder: where to
 * @match: two records that describe the same
 *
 * Adds @match as an object, with what the two disagree on.
 */
void
foed_json_add_match (JsonBuilder     *builder,
                     const FoedMatch *match)
{
  g_return_if_fail (JSON_IS_BUILDER (builder));
  g_return_if_fail (match != NULL);

  json_builder_begin_object (builder);
  add_string (builder, "id", match->record);
  add_string (builder, "other", match->other);
  add_string (builder, "by", foed_match_get_kind_nick (match));
  json_builder_set_member_name (builder, "disagreements");
  json_builder_begin_array (builder);

  for (guint i = 0; i < match->disagreements->len; i++)
    {
      const FoedDisagreement *disagreement = g_ptr_array_index (match->disagreements, i);

      json_builder_begin_object (builder);
      add_string (builder, "field", disagreement->field);
      add_string (builder, "here", disagreement->here);
      add_string (builder, "there", disagreement->there);
      json_builder_end_object (builder);
    }

  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "merged");
  json_builder_add_boolean_value (builder, match->merged);

  if (match->kind == FOED_MATCH_TEXT)
    {
      json_builder_set_member_name (builder, "resemblance-percent");
      json_builder_add_int_value (builder, (gint64) round (match->resemblance * 100));
    }

  json_builder_end_object (builder);
}

/**
 * foed_json_add_finding:
 * @builder: where to
 * @finding: what a check found
 *
 * Adds @finding as an object.
 */
void
foed_json_add_finding (JsonBuilder       *builder,
                       const FoedFinding *finding)
{
  g_return_if_fail (JSON_IS_BUILDER (builder));
  g_return_if_fail (finding != NULL);

  json_builder_begin_object (builder);
  add_string (builder, "rule", finding->rule);
  json_builder_set_member_name (builder, "serious");
  json_builder_add_boolean_value (builder, finding->serious);
  add_string (builder, "id", finding->record);
  add_string (builder, "message", finding->message);
  add_string (builder, "hint", finding->hint);
  json_builder_end_object (builder);
}

/**
 * foed_json_end:
 * @builder: a builder whose root is complete
 *
 * Returns: (transfer full): the text, indented by two spaces
 */
char *
foed_json_end (JsonBuilder *builder)
{
  g_autoptr (JsonGenerator) generator = NULL;
  g_autoptr (JsonNode) root = NULL;

  g_return_val_if_fail (JSON_IS_BUILDER (builder), NULL);

  root = json_builder_get_root (builder);
  generator = json_generator_new ();
  json_generator_set_pretty (generator, TRUE);
  json_generator_set_root (generator, root);

  return json_generator_to_data (generator, NULL);
}
