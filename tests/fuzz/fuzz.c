/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"

void
fuzz_fail (const char *format,
           ...)
{
  va_list arguments;

  va_start (arguments, format);
  vfprintf (stderr, format, arguments);
  va_end (arguments);
  abort ();
}

static GBytes *
write_records (GPtrArray *records)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (FoedXmlWriter) writer = foed_xml_writer_new (stream);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < records->len; i++)
    if (!foed_xml_writer_write (writer, g_ptr_array_index (records, i), NULL, &error))
      fuzz_fail ("%s\n", error->message);

  if (!foed_xml_writer_end (writer, NULL, &error))
    fuzz_fail ("%s\n", error->message);

  g_output_stream_close (stream, NULL, NULL);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

/* Whatever was taken can be written as native XML, and read from it the same. */
void
fuzz_assert_native (GPtrArray *records)
{
  g_autoptr (GBytes) bytes = write_records (records);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (FoedXmlReader) reader = foed_xml_reader_new (stream, "written.xml");

  for (guint i = 0; i <= records->len; i++)
    {
      g_autoptr (FoedRecord) record = NULL;
      g_autoptr (GError) error = NULL;

      if (!foed_xml_reader_next (reader, &record, NULL, &error))
        fuzz_fail ("%s\n%.*s\n", error->message, (int) g_bytes_get_size (bytes), (const char *) g_bytes_get_data (bytes, NULL));

      if (i == records->len ? record != NULL
                            : record == NULL || !foed_record_equal (record, g_ptr_array_index (records, i)))
        fuzz_fail ("Record %u is another when read again:\n%.*s\n", i, (int) g_bytes_get_size (bytes),
                   (const char *) g_bytes_get_data (bytes, NULL));
    }

  g_assert_cmpuint (foed_report_get_n_errors (foed_xml_reader_get_report (reader)), ==, 0);
}

/* Each problem is one line of UTF-8 that a person can read. */
void
fuzz_assert_readable (FoedReport *report)
{
  for (guint i = 0; i < foed_report_get_n_problems (report); i++)
    {
      FoedProblem *problem = foed_report_get_problem (report, i);
      g_autofree char *text = foed_problem_to_string (problem);

      if (!g_utf8_validate (text, -1, NULL))
        fuzz_fail ("“%s” is no UTF-8\n", text);

      g_assert_null (strchr (text, '\n'));
      g_assert_cmpuint (strlen (text), <, 4000);
      g_assert_cmpint (foed_problem_get_line (problem), >=, 0);
    }
}
