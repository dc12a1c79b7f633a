/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-data-set-import"

#include "config.h"

#include "foed-alliance-index.h"
#include "foed-data-set-import.h"
#include "foed-data-set.h"

#define TABLE "table"

static const char *
recognise (const char *head,
           gsize       length,
           int        *order)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (head, (gssize) length, NULL);
  g_autoptr (FoedTableReader) reader = foed_table_reader_new (stream, NULL);
  FoedDataSet data_set;

  if (!foed_table_reader_read_columns (reader, NULL, NULL) || foed_table_reader_get_columns (reader)[1] == NULL)
    return NULL;

  data_set = foed_data_set_recognise (foed_table_reader_get_columns (reader));
  *order = data_set != FOED_DATA_SET_NONE && !foed_data_set_holds_states (data_set);

  /* Of an unknown table, too, its reader says best what is wrong with it. */
  return data_set == FOED_DATA_SET_NONE ? TABLE : foed_data_set_get_nick (data_set);
}

static FoedStateNumbers *
read_states (FoedWriter  *writer,
             GError     **error)
{
  g_autoptr (FoedStateNumbers) states = foed_state_numbers_new ();
  g_auto (GStrv) ids = foed_writer_list_ids (writer, FOED_RECORD_STATE, error);

  if (ids == NULL)
    return NULL;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (FoedRecord) state = foed_writer_get_record (writer, ids[i], error);

      if (state == NULL)
        return NULL;

      foed_state_numbers_add (states, state);
    }

  return g_steal_pointer (&states);
}

/* What @data_set makes its ids begin with. Its own alliances are replaced, not matched. */
static const char *
get_prefix (FoedDataSet data_set)
{
  switch (data_set)
    {
    case FOED_DATA_SET_ATOP_MEMBERS:
    case FOED_DATA_SET_ATOP_ALLIANCES:
      return "atop-";

    case FOED_DATA_SET_COW_ALLIANCES:
      return "cow-";

    case FOED_DATA_SET_DCAD:
      return "dcad-";

    case FOED_DATA_SET_NONE:
    case FOED_DATA_SET_COW_STATES:
    case FOED_DATA_SET_COW_CODES:
    case FOED_N_DATA_SETS:
    default:
      return NULL;
    }
}

static FoedAllianceIndex *
read_alliances (FoedWriter  *writer,
                const char  *own_prefix,
                GError     **error)
{
  g_autoptr (FoedAllianceIndex) alliances = foed_alliance_index_new ();
  g_auto (GStrv) ids = foed_writer_list_ids (writer, FOED_RECORD_ALLIANCE, error);

  if (ids == NULL)
    return NULL;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (FoedRecord) alliance = NULL;

      if (g_str_has_prefix (ids[i], own_prefix))
        continue;

      alliance = foed_writer_get_record (writer, ids[i], error);
      if (alliance == NULL)
        return NULL;

      foed_alliance_index_add (alliances, alliance);
    }

  return g_steal_pointer (&alliances);
}

/* An alliance matched by its members has nothing that leads to the other; this leads there. */
static FoedRecord *
link_record (FoedRecord *alliance,
             const char *other)
{
  g_autoptr (FoedRecordBuilder) builder = foed_record_builder_new_copy (alliance);
  g_autoptr (FoedRecordBuilder) identifier = foed_record_builder_new (FOED_RECORD_IDENTIFIER, NULL);

  foed_record_builder_set_term (identifier, FOED_FIELD_SCHEME,
                                foed_vocabulary_find (FOED_VOCABULARY_IDENTIFIER_SCHEME, "same-as"));
  foed_record_builder_set_text (identifier, FOED_FIELD_VALUE, other);
  foed_record_builder_take_child (builder, foed_record_builder_end (identifier));

  return foed_record_builder_end (builder);
}

static gboolean
match_alliances (FoedWriter   *writer,
                 FoedDataSet   data_set,
                 GPtrArray    *records,
                 GPtrArray    *matches,
                 GError      **error)
{
  const char *prefix = get_prefix (data_set);
  g_autoptr (FoedAllianceIndex) alliances = NULL;

  if (prefix == NULL)
    return TRUE;

  alliances = read_alliances (writer, prefix, error);
  if (alliances == NULL)
    return FALSE;

  for (guint i = 0; i < records->len; i++)
    {
      FoedRecord *record = g_ptr_array_index (records, i);
      g_autoptr (GPtrArray) found = NULL;

      if (foed_record_get_kind (record) != FOED_RECORD_ALLIANCE)
        continue;

      found = foed_alliance_index_match (alliances, record);

      if (found->len == 1 && ((const FoedMatch *) found->pdata[0])->kind == FOED_MATCH_MEMBERS)
        {
          records->pdata[i] = link_record (record, ((const FoedMatch *) found->pdata[0])->other);
          g_object_unref (record);
        }

      g_ptr_array_extend_and_steal (matches, g_steal_pointer (&found));
    }

  return TRUE;
}

static gboolean
knows_members (FoedRecord *alliance)
{
  for (guint i = 0; i < foed_record_get_n_children (alliance); i++)
    {
      FoedRecord *child = foed_record_get_child (alliance, i);

      if (foed_record_get_kind (child) == FOED_RECORD_PARTY && foed_record_has_value (child, FOED_FIELD_BEGIN))
        return TRUE;
    }

  return FALSE;
}

/* The alliance level knows less than the member level; it does not take its place, but is compared with it. */
static gboolean
spare_members (FoedWriter  *writer,
               FoedDataSet  data_set,
               GPtrArray   *records,
               GPtrArray   *matches,
               GError     **error)
{
  for (guint i = records->len; data_set == FOED_DATA_SET_ATOP_ALLIANCES && i > 0; i--)
    {
      FoedRecord *record = g_ptr_array_index (records, i - 1);
      g_autoptr (FoedRecord) earlier = NULL;

      if (foed_record_get_kind (record) != FOED_RECORD_ALLIANCE || !foed_writer_has (writer, foed_record_get_id (record)))
        continue;

      earlier = foed_writer_get_record (writer, foed_record_get_id (record), error);
      if (earlier == NULL)
        return FALSE;

      if (!knows_members (earlier))
        continue;

      g_ptr_array_add (matches, foed_alliance_index_compare (record, earlier));
      g_ptr_array_remove_index (records, i - 1);
    }

  return TRUE;
}

static void
copy_problems (FoedReport *from,
               FoedReport *to)
{
  for (guint i = 0; i < foed_report_get_n_problems (from); i++)
    foed_report_take_problem (to, g_object_ref (foed_report_get_problem (from, i)));
}

/* All records of a table; none, with an error in @report, where it could not be read. NULL where it was cancelled. */
static GPtrArray *
read_records (FoedDataSetReader  *reader,
              FoedReport         *report,
              GCancellable       *cancellable,
              GError            **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  for (;;)
    {
      g_autoptr (GError) read_error = NULL;
      FoedRecord *record = NULL;

      if (!foed_data_set_reader_next (reader, &record, cancellable, &read_error)
          && g_error_matches (read_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          g_propagate_error (error, g_steal_pointer (&read_error));
          return NULL;
        }

      if (record == NULL)
        break;

      g_ptr_array_add (records, record);
    }

  copy_problems (foed_data_set_reader_get_report (reader), report);

  return g_steal_pointer (&records);
}

static GPtrArray *
read_table (FoedWriter    *writer,
            GInputStream  *stream,
            const char    *name,
            FoedReport    *report,
            GPtrArray     *matches,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (FoedStateNumbers) states = read_states (writer, error);
  g_autoptr (FoedDataSetReader) reader = NULL;
  g_autoptr (GPtrArray) records = NULL;
  FoedDataSet data_set;

  if (states == NULL)
    return NULL;

  reader = foed_data_set_reader_new (stream, name, states);
  records = read_records (reader, report, cancellable, error);

  if (records == NULL)
    return NULL;

  data_set = foed_data_set_reader_get_data_set (reader);

  if (foed_report_get_n_errors (report) == 0
      && (!spare_members (writer, data_set, records, matches, error)
          || !match_alliances (writer, data_set, records, matches, error)))
    return NULL;

  return g_steal_pointer (&records);
}

/**
 * foed_data_set_get_import_format:
 *
 * Returns: (transfer none): the format of data sets, for foed_import_add_format(). Files are told apart by their
 *   columns. States are those of the library where it has some with the number; alliances that the library has already
 *   are put beside them and told of in the report
 */
const FoedImportFormat *
foed_data_set_get_import_format (void)
{
  static const FoedImportFormat format = { recognise, read_table };

  return &format;
}
