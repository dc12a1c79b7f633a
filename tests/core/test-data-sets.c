/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "test-data-sets.h"

/* @states are those that the library has; NULL for none. */
void
test_data_set_read (TestDataSet  *self,
                    GInputStream *stream,
                    GPtrArray    *states)
{
  g_autoptr (FoedDataSetReader) reader = NULL;
  FoedRecord *record = NULL;

  self->states = foed_state_numbers_new ();
  self->records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; states != NULL && i < states->len; i++)
    foed_state_numbers_add (self->states, g_ptr_array_index (states, i));

  reader = foed_data_set_reader_new (stream, "table.csv", self->states);

  while (foed_data_set_reader_next (reader, &record, NULL, NULL) && record != NULL)
    g_ptr_array_add (self->records, g_steal_pointer (&record));

  self->data_set = foed_data_set_reader_get_data_set (reader);
  self->n_rows = foed_data_set_reader_get_n_rows (reader);
  self->report = g_object_ref (foed_data_set_reader_get_report (reader));
}

void
test_data_set_read_file (TestDataSet *self,
                         GFile       *file,
                         GPtrArray   *states)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, &error);

  g_assert_no_error (error);
  test_data_set_read (self, G_INPUT_STREAM (stream), states);
}

void
test_data_set_read_text (TestDataSet *self,
                         const char  *text,
                         GPtrArray   *states)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, -1, NULL);

  test_data_set_read (self, stream, states);
}

void
test_data_set_clear (TestDataSet *self)
{
  g_clear_pointer (&self->states, foed_state_numbers_free);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_object (&self->report);
}

/* Returns: (transfer none): the record with @id, at the top or below */
FoedRecord *
test_data_set_find (TestDataSet *self,
                    const char  *id)
{
  for (guint i = 0; i < self->records->len; i++)
    {
      FoedRecord *found = foed_record_find (g_ptr_array_index (self->records, i), id);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* How many records of @kind there are at the top. */
guint
test_data_set_count (TestDataSet    *self,
                     FoedRecordKind  kind)
{
  guint n = 0;

  for (guint i = 0; i < self->records->len; i++)
    n += foed_record_get_kind (g_ptr_array_index (self->records, i)) == kind;

  return n;
}

/* How many records of @kind there are in @record. */
guint
test_record_count (FoedRecord     *record,
                   FoedRecordKind  kind)
{
  guint n = 0;

  for (guint i = 0; i < foed_record_get_n_children (record); i++)
    {
      FoedRecord *child = foed_record_get_child (record, i);

      n += foed_record_get_kind (child) == kind;
      n += test_record_count (child, kind);
    }

  return n;
}

/* Whether anything in @record promises @kind: an obligation that is not silent. */
gboolean
test_record_has_obligation (FoedRecord *record,
                            const char *kind)
{
  for (guint i = 0; i < foed_record_get_n_children (record); i++)
    {
      FoedRecord *child = foed_record_get_child (record, i);

      if (foed_record_get_kind (child) == FOED_RECORD_OBLIGATION)
        {
          if (!foed_record_has_value (child, FOED_FIELD_PRESENCE)
              && g_str_equal (foed_record_get_term (child, FOED_FIELD_KIND)->nick, kind))
            return TRUE;
        }
      else if (test_record_has_obligation (child, kind))
        {
          return TRUE;
        }
    }

  return FALSE;
}

/* How many alliances promise @obligation. */
guint
test_data_set_count_with (TestDataSet *self,
                          const char  *obligation)
{
  guint n = 0;

  for (guint i = 0; i < self->records->len; i++)
    n += test_record_has_obligation (g_ptr_array_index (self->records, i), obligation);

  return n;
}

/* Returns: (transfer full): the spelling of a field; “-” where it has no value */
char *
test_data_set_dup_field (TestDataSet *self,
                         const char  *id,
                         FoedField    field)
{
  FoedRecord *record = test_data_set_find (self, id);

  if (record == NULL)
    g_error ("there is no record “%s”", id);

  return foed_record_has_value (record, field) ? foed_record_dup_string (record, field) : g_strdup ("-");
}

/* Returns: (transfer full): the first problem as `line: message` */
char *
test_report_dup_first (FoedReport *report)
{
  FoedProblem *problem;

  if (foed_report_get_n_problems (report) == 0)
    return g_strdup ("no problem");

  problem = foed_report_get_problem (report, 0);

  return g_strdup_printf ("%d: %s", foed_problem_get_line (problem), foed_problem_get_message (problem));
}
