/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes the library file of the current version that later versions are tested with. To be run once for each version,
 * when it is released: from then on its migration must not change any more. */

#include "test-stores.h"

#include "store/foed-migration-private.h"

int
main (int    argc,
      char **argv)
{
  TestStore store = { 0 };
  g_autofree char *path = NULL;
  g_autofree char *contents = NULL;
  g_autoptr (GFile) target = NULL;
  g_autoptr (GConverter) compressor = NULL;
  g_autoptr (GOutputStream) file = NULL;
  g_autoptr (GOutputStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_cmpint (argc, ==, 2);
  path = g_strdup_printf ("%s/version-%d.foedera.gz", argv[1], FOED_SCHEMA_VERSION);

  test_store_set_up (&store, NULL);
  test_store_put (&store, "Import", TEST_FILE (TEST_GROUNDWORK TEST_ALLIANCE));
  test_store_put (&store, "Change", TEST_FILE ("<place id='elsewhere' kind='city'><title>Elsewhere</title></place>"));
  test_store_undo (&store, "Change");
  test_store_close (&store);
  test_store_execute (&store, "PRAGMA journal_mode = DELETE; VACUUM");

  g_file_get_contents (store.path, &contents, &length, &error);
  g_assert_no_error (error);
  target = g_file_new_for_path (path);
  file = G_OUTPUT_STREAM (g_file_replace (target, NULL, FALSE, G_FILE_CREATE_NONE, NULL, &error));
  g_assert_no_error (error);
  compressor = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9));
  stream = g_converter_output_stream_new (file, compressor);
  g_output_stream_write_all (stream, contents, length, NULL, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, &error);
  g_assert_no_error (error);
  test_store_tear_down (&store, NULL);

  return 0;
}
