/* SPDX-License-Identifier: GPL-3.0-or-later */

/* XML in a foreign dialect: recognised, transformed, and read as native; leniently where it is refused otherwise. */

#include "config.h"

#include "fuzz.h"

static FoedDialects *
get_dialects (void)
{
  static FoedDialects *dialects;

  if (dialects == NULL)
    dialects = foed_dialects_new (NULL);

  g_assert_cmpuint (foed_report_get_n_errors (foed_dialects_get_report (dialects)), ==, 0);

  return dialects;
}

static gboolean
read_bytes (GBytes   *bytes,
            gboolean  is_lenient)
{
  FoedForeignOptions options = { NULL, is_lenient, NULL };
  g_autoptr (FoedReport) report = foed_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = foed_dialects_read (get_dialects (), bytes, "file.xml", &options, report, NULL, NULL,
                                                      &error);

  fuzz_assert_readable (report);

  if (records == NULL)
    {
      g_assert_true (error->domain == FOED_XML_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_cmpuint (foed_report_get_n_errors (report), >, 0);
      return FALSE;
    }

  g_assert_cmpuint (foed_report_get_n_errors (report), ==, 0);
  fuzz_assert_native (records);

  return TRUE;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  if (!read_bytes (bytes, FALSE))
    read_bytes (bytes, TRUE);

  return 0;
}
