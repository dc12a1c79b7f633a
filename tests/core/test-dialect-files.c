/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "test-dialect-files.h"

static FoedDialects *
get_dialects (void)
{
  static FoedDialects *dialects;

  if (dialects == NULL)
    {
      dialects = foed_dialects_new (NULL);

      for (guint i = 0; i < foed_report_get_n_problems (foed_dialects_get_report (dialects)); i++)
        g_test_message ("%s", foed_problem_get_message (foed_report_get_problem (foed_dialects_get_report (dialects), i)));

      g_assert_cmpuint (foed_report_get_n_errors (foed_dialects_get_report (dialects)), ==, 0);
    }

  return dialects;
}

TestFile *
test_file_read_bytes (GBytes         *bytes,
                      const char     *name,
                      gboolean        is_lenient,
                      FoedStateIndex *states)
{
  TestFile *self = g_new0 (TestFile, 1);
  FoedForeignOptions options = { NULL, is_lenient, states };
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;
  FoedDialect *dialect = NULL;

  self->report = foed_report_new ();
  self->strings = g_ptr_array_new_with_free_func (g_free);
  records = foed_dialects_read (get_dialects (), bytes, name, &options, self->report, &dialect, NULL, &error);

  if (dialect != NULL)
    self->dialect = foed_dialect_get_nick (dialect);

  for (guint i = 0; i < foed_report_get_n_problems (self->report); i++)
    {
      g_autofree char *line = foed_problem_to_string (foed_report_get_problem (self->report, i));

      g_test_message ("%s", line);
    }

  if (records == NULL)
    {
      g_assert_error (error, FOED_XML_ERROR, error->code);
      g_assert_cmpuint (foed_report_get_n_errors (self->report), >, 0);
      return self;
    }

  g_assert_no_error (error);
  g_assert_cmpuint (foed_report_get_n_errors (self->report), ==, 0);
  g_assert_cmpuint (records->len, >, 0);
  self->document = g_object_ref (g_ptr_array_index (records, 0));

  return self;
}

TestFile *
test_file_read_with (const char     *xml,
                     gboolean        is_lenient,
                     FoedStateIndex *states)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (xml, strlen (xml));

  return test_file_read_bytes (bytes, "file.xml", is_lenient, states);
}

/* What must be readable. */
TestFile *
test_file_read (const char *xml)
{
  TestFile *self = test_file_read_with (xml, FALSE, NULL);

  g_assert_nonnull (self->document);

  return self;
}

void
test_file_free (TestFile *self)
{
  g_clear_object (&self->document);
  g_clear_object (&self->report);
  g_ptr_array_unref (self->strings);
  g_free (self);
}

FoedRecord *
test_file_get_instrument (TestFile *self,
                          guint     position)
{
  for (guint i = 0; i < foed_record_get_n_children (self->document); i++)
    {
      FoedRecord *child = foed_record_get_child (self->document, i);

      if (foed_record_get_kind (child) == FOED_RECORD_INSTRUMENT && position-- == 0)
        return child;
    }

  g_assert_not_reached ();
}

void
test_assert_problem (TestFile   *self,
                     const char *rule,
                     int         line,
                     const char *says)
{
  for (guint i = 0; i < foed_report_get_n_problems (self->report); i++)
    {
      FoedProblem *problem = foed_report_get_problem (self->report, i);

      if (strcmp (foed_problem_get_rule (problem), rule) == 0 && (line == 0 || foed_problem_get_line (problem) == line)
          && (says == NULL || strstr (foed_problem_get_message (problem), says) != NULL))
        return;
    }

  g_error ("no problem “%s” on line %d that says “%s”", rule, line, says == NULL ? "" : says);
}

/* What is written as native XML is read without an error and is the same. */
void
test_assert_native (FoedRecord *record)
{
  g_autoptr (GOutputStream) output = g_memory_output_stream_new_resizable ();
  g_autoptr (FoedXmlWriter) writer = foed_xml_writer_new (output);
  g_autoptr (GInputStream) input = NULL;
  g_autoptr (FoedXmlReader) reader = NULL;
  g_autoptr (FoedRecord) again = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  foed_xml_writer_write (writer, record, NULL, &error);
  g_assert_no_error (error);
  foed_xml_writer_end (writer, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (output, NULL, &error);
  g_assert_no_error (error);

  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (output));
  input = g_memory_input_stream_new_from_bytes (bytes);
  reader = foed_xml_reader_new (input, "again");
  foed_xml_reader_next (reader, &again, NULL, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < foed_report_get_n_problems (foed_xml_reader_get_report (reader)); i++)
    {
      FoedProblem *problem = foed_report_get_problem (foed_xml_reader_get_report (reader), i);
      g_autofree char *line = foed_problem_to_string (problem);

      if (foed_problem_get_severity (problem) == FOED_SEVERITY_ERROR)
        g_error ("%s", line);
    }

  g_assert_nonnull (again);
  g_assert_true (foed_record_equal (record, again));
}

static gboolean
is_of_kind (FoedRecord *record,
            const char *kind)
{
  return kind == NULL || g_str_equal (foed_record_get_term (record, FOED_FIELD_KIND)->nick, kind);
}

guint
test_count (FoedRecord     *record,
            FoedRecordKind  record_kind,
            const char     *kind)
{
  guint n = 0;

  for (guint i = 0; i < foed_record_get_n_children (record); i++)
    {
      FoedRecord *child = foed_record_get_child (record, i);

      if (foed_record_get_kind (child) == record_kind && is_of_kind (child, kind))
        n++;

      n += test_count (child, record_kind, kind);
    }

  return n;
}

FoedRecord *
test_find (FoedRecord     *record,
           FoedRecordKind  kind,
           FoedField       field,
           const char     *value)
{
  for (guint i = 0; i < foed_record_get_n_children (record); i++)
    {
      FoedRecord *child = foed_record_get_child (record, i);
      FoedRecord *found;

      if (foed_record_get_kind (child) == kind && g_strcmp0 (foed_record_get_text (child, field), value) == 0)
        return child;

      if ((found = test_find (child, kind, field, value)) != NULL)
        return found;
    }

  return NULL;
}

static FoedRecord *
find_clause (FoedRecord *record,
             const char *kind,
             const char *number)
{
  for (guint i = 0; i < foed_record_get_n_children (record); i++)
    {
      FoedRecord *child = foed_record_get_child (record, i);
      FoedRecord *found;

      if (foed_record_get_kind (child) == FOED_RECORD_CLAUSE && is_of_kind (child, kind)
          && g_strcmp0 (foed_record_get_text (child, FOED_FIELD_NUMBER), number) == 0)
        return child;

      if ((found = find_clause (child, kind, number)) != NULL)
        return found;
    }

  return NULL;
}

static FoedRecord *
find_text (FoedRecord *record,
           const char *kind,
           const char *number)
{
  FoedRecord *clause = find_clause (record, kind, number);

  for (guint i = 0; clause != NULL && i < foed_record_get_n_children (clause); i++)
    if (foed_record_get_kind (foed_record_get_child (clause, i)) == FOED_RECORD_TEXT)
      return foed_record_get_child (clause, i);

  return NULL;
}

const char *
test_get_wording (FoedRecord *record,
                  const char *kind,
                  const char *number)
{
  FoedRecord *text = find_text (record, kind, number);

  return text == NULL ? NULL : foed_record_get_text (text, FOED_FIELD_CONTENT);
}

const char *
test_get_language (FoedRecord *record,
                   const char *kind,
                   const char *number)
{
  FoedRecord *text = find_text (record, kind, number);

  return text == NULL ? NULL : foed_record_get_text (text, FOED_FIELD_LANGUAGE);
}

gboolean
test_has_identifier (FoedRecord *record,
                     const char *scheme,
                     const char *value)
{
  FoedRecord *identifier = test_find (record, FOED_RECORD_IDENTIFIER, FOED_FIELD_VALUE, value);

  return identifier != NULL && g_str_equal (foed_record_get_term (identifier, FOED_FIELD_SCHEME)->nick, scheme);
}

/* The spelling of a value, which @self keeps. */
const char *
test_get_value (TestFile   *self,
                FoedRecord *record,
                FoedField   field)
{
  char *string = foed_record_dup_string (record, field);

  g_ptr_array_add (self->strings, string);

  return string;
}

FoedStateIndex *
test_states (const char *states)
{
  g_autofree char *xml = g_strdup_printf ("<foedera xmlns='" FOED_XML_NAMESPACE "' version='1'>%s</foedera>", states);
  g_autoptr (GPtrArray) records = test_records_parse (xml);

  return foed_state_index_new (records);
}
