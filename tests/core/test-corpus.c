/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "test-corpus.h"

/* Returns: (transfer full) (nullable): the file @path of the corpus, or NULL after telling that the test is skipped */
GFile *
test_corpus_find (const char *path)
{
  g_autofree char *full = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "corpus", path, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (full);
  g_autofree char *message = NULL;

  if (g_file_query_exists (file, NULL))
    return g_steal_pointer (&file);

  message = g_strdup_printf ("%s is not beside the sources", path);
  g_test_skip (message);

  return NULL;
}

/* Returns: (transfer full): the file @path of tests/data */
GFile *
test_data_find (const char *path)
{
  g_autofree char *full = g_test_build_filename (G_TEST_DIST, "data", path, NULL);

  return g_file_new_for_path (full);
}
