/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-data-set-records"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "foed-data-set-private.h"

/* What the importers of data sets have in common. Titles, notes and summaries of records are data: they are the same
 * in every language, like those of the bundled library. */

/* More names than these make a title unreadable. */
#define MOST_NAMES 3

/* A date of three columns; one that does not exist is an error of the row. Signs for "none" (0, -9, -99) and blanks are
 * no date. */
gboolean
foed_data_set_read_date (FoedDataSetRun *run,
                         int             year_column,
                         int             month_column,
                         int             day_column,
                         FoedCodedDate  *date)
{
  gint64 year = 0, month = 0, day = 0;
  g_autofree char *message = NULL;

  foed_table_reader_scan_integer (run->table, year_column, &year);
  foed_table_reader_scan_integer (run->table, month_column, &month);
  foed_table_reader_scan_integer (run->table, day_column, &day);

  *date = (FoedCodedDate) { 0 };
  if (year <= 0)
    return TRUE;

  *date = (FoedCodedDate) { (int) MIN (year, 99999), (int) CLAMP (month, 0, 99), (int) CLAMP (day, 0, 99) };
  if (foed_coded_date_is_valid (*date))
    return TRUE;

  message = g_strdup_printf (_("There is no day %d of month %d in the year %d."), date->day, date->month, date->year);
  foed_table_reader_add_problem (run->table, FOED_SEVERITY_ERROR, year_column, "date", message, NULL);
  *date = (FoedCodedDate) { 0 };

  return FALSE;
}

/* Ends the reading of a table that has more rows than can be held. */
gboolean
foed_data_set_refuse_more (FoedDataSetRun  *run,
                           GError         **error)
{
  g_autofree char *message = g_strdup_printf (_("The table has more than %d rows."), FOED_DATA_SET_MOST_ROWS);

  foed_table_reader_add_problem (run->table, FOED_SEVERITY_ERROR, -1, "limit", message, _("Split it into several."));
  g_set_error_literal (error, FOED_TABLE_ERROR, FOED_TABLE_ERROR_LIMIT, message);

  return FALSE;
}

/* The next row, until there are too many of them. */
gboolean
foed_data_set_next (FoedDataSetRun  *run,
                    gboolean        *at_end,
                    GCancellable    *cancellable,
                    GError         **error)
{
  if (!foed_table_reader_next (run->table, at_end, cancellable, error))
    return FALSE;

  if (foed_table_reader_get_n_rows (run->table) > FOED_DATA_SET_MOST_ROWS)
    return foed_data_set_refuse_more (run, error);

  return TRUE;
}

/* Sets what is known to be spelt well. */
void
foed_data_set_set (FoedRecordBuilder *builder,
                   FoedField          field,
                   const char        *string)
{
  g_autoptr (GError) error = NULL;

  if (!foed_record_builder_set_string (builder, field, string, &error))
    g_error ("%s", error->message);
}

/* Sets what comes from a cell, which may hold signs that no text may hold. */
void
foed_data_set_set_text (FoedDataSetRun    *run,
                        FoedRecordBuilder *builder,
                        FoedField          field,
                        const char        *text)
{
  g_autoptr (GError) error = NULL;

  if (!foed_record_builder_set_string (builder, field, text, &error))
    foed_table_reader_add_problem (run->table, FOED_SEVERITY_ERROR, -1, "text", error->message, NULL);
}

void
foed_data_set_set_list (FoedRecordBuilder *builder,
                        FoedField          field,
                        GPtrArray         *ids)
{
  g_autoptr (GPtrArray) list = g_ptr_array_copy (ids, NULL, NULL);

  g_ptr_array_set_free_func (list, NULL);
  g_ptr_array_add (list, NULL);
  foed_record_builder_set_references (builder, field, (const char * const *) list->pdata);
}

/* Ends @child and puts it under @parent. */
void
foed_data_set_take (FoedRecordBuilder *parent,
                    FoedRecordBuilder *child)
{
  foed_record_builder_take_child (parent, foed_record_builder_end (child));
  foed_record_builder_free (child);
}

void
foed_data_set_cite (FoedDataSetRun    *run,
                    FoedRecordBuilder *parent,
                    const char        *pinpoint)
{
  FoedRecordBuilder *citation = foed_record_builder_new (FOED_RECORD_CITATION, NULL);

  foed_data_set_set (citation, FOED_FIELD_SOURCE, run->source);
  foed_data_set_set (citation, FOED_FIELD_PINPOINT, pinpoint);
  foed_data_set_set (citation, FOED_FIELD_CONFIDENCE, "secondary");
  foed_data_set_take (parent, citation);
}

void
foed_data_set_identify (FoedRecordBuilder *parent,
                        const char        *scheme,
                        const char        *value)
{
  FoedRecordBuilder *identifier = foed_record_builder_new (FOED_RECORD_IDENTIFIER, NULL);

  foed_data_set_set (identifier, FOED_FIELD_SCHEME, scheme);
  foed_data_set_set (identifier, FOED_FIELD_VALUE, value);
  foed_data_set_take (parent, identifier);
}

/* Makes the source that all citations of the file name. */
void
foed_data_set_start_source (FoedDataSetRun *run,
                            const char     *id,
                            const char     *title,
                            const char     *author,
                            const char     *published,
                            const char     *note)
{
  g_autoptr (FoedRecordBuilder) builder = foed_record_builder_new (FOED_RECORD_SOURCE, id);

  foed_data_set_set (builder, FOED_FIELD_KIND, "data-set");
  foed_data_set_set (builder, FOED_FIELD_TITLE, title);
  foed_data_set_set (builder, FOED_FIELD_AUTHOR, author);

  if (published != NULL)
    foed_data_set_set (builder, FOED_FIELD_PUBLISHED, published);

  if (note != NULL)
    foed_data_set_set (builder, FOED_FIELD_NOTE, note);

  g_ptr_array_add (run->records, foed_record_builder_end (builder));
  run->source = g_strdup (id);
}

/* Makes a state for a number that the library has none for. @name is what the file calls it, if anything. */
void
foed_data_set_need_state (FoedDataSetRun *run,
                          int             number,
                          const char     *name)
{
  g_autofree char *id = NULL;
  g_autofree char *stopgap = NULL;
  g_autoptr (FoedRecordBuilder) builder = NULL;
  FoedRecord *state;
  const char *known_name, *region;

  if (foed_state_numbers_has (run->states, number))
    return;

  id = foed_state_number_to_id (number);
  builder = foed_record_builder_new (FOED_RECORD_STATE, id);
  foed_record_builder_set_integer (builder, FOED_FIELD_COW, number);

  if (foed_state_names_find (number, &known_name, &region))
    {
      foed_data_set_set (builder, FOED_FIELD_TITLE, known_name);
      foed_data_set_set (builder, FOED_FIELD_REGION, region);
    }
  else
    {
      stopgap = name == NULL ? g_strdup_printf ("State %d", number) : g_strdup (name);
      foed_data_set_set_text (run, builder, FOED_FIELD_TITLE, stopgap);
    }

  foed_data_set_set (builder, FOED_FIELD_NOTE,
                     number < 1000 ? "Made from its number in the state system, which a data set gives for a member."
                                   : "No member of the state system; a data set gives this number for a member.");
  foed_data_set_cite (run, builder, stopgap != NULL && name == NULL ? "number without a name" : "number of a member");

  state = foed_record_builder_end (builder);
  foed_state_numbers_add (run->states, state);
  g_hash_table_insert (run->made_states, g_steal_pointer (&id), state);
}

/* The id of the state that @number means on @day; it must have been asked for. */
const char *
foed_data_set_get_state (FoedDataSetRun *run,
                         int             number,
                         FoedDay         day,
                         gboolean       *exists)
{
  FoedRecord *state = foed_state_numbers_find (run->states, number, day, exists);

  g_assert (state != NULL);

  return foed_record_get_id (state);
}

const char *
foed_data_set_get_title (FoedDataSetRun *run,
                         const char     *state)
{
  FoedRecord *record = foed_state_numbers_get_state (run->states, state);

  g_assert (record != NULL);

  return foed_record_get_text (record, FOED_FIELD_TITLE);
}

static int
compare_records (gconstpointer a,
                 gconstpointer b)
{
  FoedRecord *one = *(FoedRecord *const *) a;
  FoedRecord *other = *(FoedRecord *const *) b;
  FoedRecordKind kind = foed_record_get_kind (one);

  if (kind != foed_record_get_kind (other))
    return kind < foed_record_get_kind (other) ? -1 : 1;

  return g_strcmp0 (foed_record_get_id (one), foed_record_get_id (other));
}

/* Canonical order: by kind and id, with the states that were made among the rest. */
void
foed_data_set_sort_records (FoedDataSetRun *run)
{
  GHashTableIter iter;
  gpointer state;

  g_hash_table_iter_init (&iter, run->made_states);
  while (g_hash_table_iter_next (&iter, NULL, &state))
    g_ptr_array_add (run->records, g_object_ref (state));

  g_ptr_array_sort (run->records, compare_records);
}

/**
 * foed_alliance_title_new:
 * @names: (element-type utf8): the names of the members, founders first
 * @what: what it is, such as `alliance`
 * @year: the year, or 0
 *
 * Returns: (transfer full): a name for what has none, such as “France–Russia alliance, 1893”, or “Alliance of Hanover,
 *   Bavaria and 8 others, 1815”
 */
char *
foed_alliance_title_new (GPtrArray  *names,
                         const char *what,
                         int         year)
{
  g_autoptr (GString) title = g_string_new (NULL);
  gboolean is_long = names->len > MOST_NAMES;
  guint n_shown = is_long ? MOST_NAMES - 1 : names->len;

  if (is_long)
    g_string_append_printf (title, "%c%s of ", g_ascii_toupper (what[0]), what + 1);

  for (guint i = 0; i < n_shown; i++)
    g_string_append_printf (title, "%s%s", i == 0 ? "" : is_long ? ", " : "–",
                            (const char *) g_ptr_array_index (names, i));

  if (is_long)
    g_string_append_printf (title, " and %u others", names->len - n_shown);
  else
    g_string_append_printf (title, " %s", what);

  if (year > 0)
    g_string_append_printf (title, ", %d", year);

  return g_string_free (g_steal_pointer (&title), FALSE);
}
