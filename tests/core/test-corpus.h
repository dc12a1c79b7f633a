/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Files that other people made and that may not be passed on; they lie beside the sources where they were fetched.
 * Where one is missing, the test is skipped and says so. */

GFile *test_corpus_find (const char *path);

/* Files of our own, in tests/data. */
GFile *test_data_find   (const char *path);

G_END_DECLS
