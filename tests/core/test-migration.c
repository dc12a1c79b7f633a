/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "test-stores.h"

#include <glib/gstdio.h>

#include "store/foed-migration-private.h"

static void
unpack (const char *fixture,
        const char *path)
{
  g_autoptr (GFile) from = g_file_new_for_path (fixture);
  g_autoptr (GFile) to = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) file = G_INPUT_STREAM (g_file_read (from, NULL, &error));
  g_autoptr (GConverter) decompressor = NULL;
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GOutputStream) output = NULL;

  g_assert_no_error (error);
  decompressor = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  stream = g_converter_input_stream_new (file, decompressor);
  output = G_OUTPUT_STREAM (g_file_replace (to, NULL, FALSE, G_FILE_CREATE_NONE, NULL, &error));
  g_assert_no_error (error);
  g_output_stream_splice (output, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                          NULL, &error);
  g_assert_no_error (error);
}

static void
assert_contents (TestStore *store)
{
  g_autoptr (GPtrArray) records = test_records_parse (TEST_FILE (TEST_GROUNDWORK TEST_ALLIANCE));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = foed_library_check_sync (store->library, NULL, &error);

  g_assert_no_error (error);

  for (guint i = 0; i < findings->len; i++)
    g_error ("%s", ((FoedFinding *) findings->pdata[i])->message);

  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr (FoedRecord) record = test_store_get (store, foed_record_get_id (records->pdata[i]));

      g_assert_true (foed_record_equal (record, records->pdata[i]));
    }
}

/* A library of that version opens, is brought up to date, holds what it held, and its history still works. */
static void
test_version (gconstpointer data)
{
  guint version = GPOINTER_TO_UINT (data);
  g_autofree char *fixture = g_strdup_printf ("%s/version-%u.foedera.gz", FOEDERA_FIXTURE_DIR, version);
  g_autofree char *found = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  TestStore store = { 0 };

  if (!g_file_test (fixture, G_FILE_TEST_EXISTS))
    g_error ("Version %u has no fixture: run “meson compile write-fixture” in the build folder", version);

  test_store_set_up (&store, NULL);
  test_store_close (&store);
  unpack (fixture, store.path);
  file = g_file_new_for_path (store.path);
  store.library = foed_library_open_sync (file, FOED_LIBRARY_DEFAULT, NULL, &error);

  if (error != NULL)
    g_error ("%s A migration must not change once its version is released; before that, “meson compile write-fixture” "
             "writes the fixture anew.", error->message);

  found = test_store_query (&store, "PRAGMA user_version");
  g_assert_cmpint (g_ascii_strtoll (found, NULL, 10), ==, FOED_SCHEMA_VERSION);
  assert_contents (&store);
  g_assert_cmpstr (foed_library_get_undo_label (store.library), ==, "Import");
  test_store_redo (&store, "Change");
  g_assert_true (test_store_has (&store, "elsewhere"));
  test_store_undo (&store, "Change");
  test_store_undo (&store, "Import");
  g_assert_false (test_store_has (&store, "pact"));
  test_store_redo (&store, "Import");
  assert_contents (&store);
  test_store_tear_down (&store, NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint version = 1; version <= FOED_SCHEMA_VERSION; version++)
    {
      g_autofree char *path = g_strdup_printf ("/migration/version-%u", version);

      g_test_add_data_func (path, GUINT_TO_POINTER (version), test_version);
    }

  return g_test_run ();
}
