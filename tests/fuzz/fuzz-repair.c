/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files that are not well-formed, or in another encoding than they say: what the lenient pass makes of them. */

#include "config.h"

#include "fuzz.h"
#include "xml/foed-foreign-parser-private.h"

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (FoedReport) report = foed_report_new ();
  g_autoptr (GError) error = NULL;
  xmlDoc *document;

  document = foed_foreign_parse (bytes, "file.xml", TRUE, report, &error);
  fuzz_assert_readable (report);
  g_assert_true (document != NULL || error != NULL);
  g_clear_pointer (&document, xmlFreeDoc);

  return 0;
}
