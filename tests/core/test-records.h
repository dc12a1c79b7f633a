/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/foed-record.h"

G_BEGIN_DECLS

/* Records for tests, read from the native XML by the plainest means and without any of the library's checks: an error
 * in the text ends the test. */

GPtrArray  *test_records_parse      (const char *xml);
FoedRecord *test_records_parse_one  (const char *xml);
GPtrArray  *test_records_load       (const char *path);
FoedDay     test_day                (const char *text);

G_END_DECLS
