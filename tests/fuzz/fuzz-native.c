/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Native XML. */

#include "config.h"

#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (data, size, NULL);
  g_autoptr (FoedXmlReader) reader = foed_xml_reader_new (stream, "file.xml");
  FoedRecord *record = NULL;
  g_autoptr (GError) error = NULL;

  while (foed_xml_reader_next (reader, &record, NULL, &error) && record != NULL)
    g_ptr_array_add (records, record);

  fuzz_assert_readable (foed_xml_reader_get_report (reader));
  fuzz_assert_native (records);

  if (error != NULL)
    {
      g_assert_true (error->domain == FOED_XML_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_cmpuint (foed_report_get_n_errors (foed_xml_reader_get_report (reader)), >, 0);
    }

  return 0;
}
