/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables of the data sets: ATOP, COW, DCAD. */

#include "config.h"

#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (FoedStateNumbers) states = foed_state_numbers_new ();
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (data, size, NULL);
  g_autoptr (FoedDataSetReader) reader = foed_data_set_reader_new (stream, "table.csv", states);
  g_autoptr (GError) error = NULL;
  FoedRecord *record = NULL;

  while (foed_data_set_reader_next (reader, &record, NULL, &error) && record != NULL)
    g_ptr_array_add (records, record);

  fuzz_assert_readable (foed_data_set_reader_get_report (reader));

  /* A table with an error is refused as a whole, whatever came of it. */
  if (foed_report_get_n_errors (foed_data_set_reader_get_report (reader)) == 0)
    fuzz_assert_native (records);

  if (error != NULL)
    {
      g_assert_true (error->domain == FOED_TABLE_ERROR);
      g_assert_cmpuint (foed_report_get_n_errors (foed_data_set_reader_get_report (reader)), >, 0);
    }

  return 0;
}
