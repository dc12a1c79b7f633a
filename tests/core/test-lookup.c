/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/foed-migration-private.h"
#include "test-stores.h"

#define PUT(store, content) test_store_put (store, "Test", TEST_FILE (content))

static void
assert_resolved (TestStore      *fixture,
                 FoedRecordKind  kind,
                 const char     *name,
                 const char     *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = foed_library_resolve_sync (fixture->library, kind, name, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (id, ==, expected);
}

static void
assert_unresolved (TestStore      *fixture,
                   FoedRecordKind  kind,
                   const char     *name,
                   int             code,
                   const char     *named)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = foed_library_resolve_sync (fixture->library, kind, name, NULL, &error);

  g_assert_null (id);
  g_assert_error (error, FOED_LIBRARY_ERROR, code);
  g_assert_nonnull (strstr (error->message, named));
}

static void
test_resolve (TestStore     *fixture,
              gconstpointer  data)
{
  PUT (fixture, TEST_GROUNDWORK TEST_ALLIANCE
       "<state id='old' iso3='OLD' cow='365'><title>Old Union</title><spell begin='1922' end='1991'/></state>"
       "<state id='new' iso3='NEW' cow='365'><title>New Federation</title><spell begin='1991'/></state>"
       "<state id='gone-a' cow='300'><title>Gone A</title><spell begin='1816' end='1900'/></state>"
       "<state id='gone-b' cow='300'><title>Gone B</title><spell begin='1901' end='1910'/></state>"
       "<state id='oe'><title>Österland</title><name kind='official' language='ru' value='Австрия'/></state>"
       "<state id='twin-a'><title>Twin</title></state><state id='twin-b'><title>twin</title></state>"
       "<alliance id='same'><title>Same Name</title><instrument id='same.treaty' form='treaty'>"
       "<title>Same Name</title></instrument></alliance>");

  /* By id, code and number. */
  assert_resolved (fixture, FOED_RECORD_NONE, "pact.treaty.1", "pact.treaty.1");
  assert_resolved (fixture, FOED_RECORD_STATE, "BOR", "borduria");
  assert_resolved (fixture, FOED_RECORD_STATE, "bor", "borduria");
  assert_resolved (fixture, FOED_RECORD_NONE, "999", "borduria");

  /* By title or name, whatever the case and the script, but whole. */
  assert_resolved (fixture, FOED_RECORD_STATE, "kingdom of BORDURIA", "borduria");
  assert_resolved (fixture, FOED_RECORD_STATE, "österland", "oe");
  assert_resolved (fixture, FOED_RECORD_STATE, "АВСТРИЯ", "oe");
  assert_resolved (fixture, FOED_RECORD_ALLIANCE, "ep", "pact");
  assert_resolved (fixture, FOED_RECORD_ALLIANCE, "9999", "pact");
  assert_resolved (fixture, FOED_RECORD_PLACE, "Exampleville", "exampleville");
  assert_unresolved (fixture, FOED_RECORD_STATE, "Kingdom", FOED_LIBRARY_ERROR_NOT_FOUND, "Kingdom");
  assert_unresolved (fixture, FOED_RECORD_STATE, "Osterland", FOED_LIBRARY_ERROR_NOT_FOUND, "Osterland");
  assert_unresolved (fixture, FOED_RECORD_PLACE, "borduria", FOED_LIBRARY_ERROR_NOT_FOUND, "borduria");
  assert_unresolved (fixture, FOED_RECORD_NONE, "\" OR a*", FOED_LIBRARY_ERROR_NOT_FOUND, "OR a*");
  assert_unresolved (fixture, FOED_RECORD_NONE, "", FOED_LIBRARY_ERROR_NOT_FOUND, "“”");

  /* A shared code means the state that still exists; where none or several do, all are named. */
  assert_resolved (fixture, FOED_RECORD_STATE, "365", "new");
  assert_unresolved (fixture, FOED_RECORD_STATE, "300", FOED_LIBRARY_ERROR_AMBIGUOUS, "gone-a (Gone A), gone-b (Gone B)");
  assert_unresolved (fixture, FOED_RECORD_STATE, "TWIN", FOED_LIBRARY_ERROR_AMBIGUOUS, "twin-a (Twin), twin-b (twin)");

  /* Who says no kind means the alliance rather than its treaty. */
  assert_resolved (fixture, FOED_RECORD_NONE, "same name", "same");
  assert_resolved (fixture, FOED_RECORD_INSTRUMENT, "same name", "same.treaty");
}

static void
test_lists (TestStore     *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = NULL;
  g_autoptr (GHashTable) titles = NULL;
  g_autoptr (GHashTable) same = NULL;
  g_autoptr (GHashTable) later = NULL;

  PUT (fixture, TEST_GROUNDWORK TEST_ALLIANCE);
  ids = foed_library_list_ids_sync (fixture->library, FOED_RECORD_STATE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (ids), ==, 2);
  g_assert_cmpstr (ids[0], ==, "aland");
  g_assert_cmpstr (ids[1], ==, "borduria");

  titles = foed_library_dup_titles_sync (fixture->library, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (titles), ==, 6);
  g_assert_cmpstr (g_hash_table_lookup (titles, "pact.treaty"), ==, "Treaty of Alliance");
  g_assert_cmpstr (g_hash_table_lookup (titles, "series"), ==, "Example Treaty Series");

  /* Kept until the next change, and not longer. */
  same = foed_library_dup_titles_sync (fixture->library, NULL, &error);
  g_assert_true (same == titles);
  PUT (fixture, "<state id='aland' iso3='ALD' cow='998' region='europe'><title>Åland</title></state>");
  later = foed_library_dup_titles_sync (fixture->library, NULL, &error);
  g_assert_cmpstr (g_hash_table_lookup (later, "aland"), ==, "Åland");
  g_assert_cmpstr (g_hash_table_lookup (titles, "aland"), ==, "Aland");
}

static void
test_info (TestStore     *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) info = NULL;
  g_autoptr (GVariant) records = NULL;
  gint64 count = -1;

  PUT (fixture, TEST_GROUNDWORK TEST_ALLIANCE);
  info = foed_library_dup_info_sync (fixture->library, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_variant_lookup (info, "schema-version", "x", &count));
  g_assert_cmpint (count, ==, FOED_SCHEMA_VERSION);
  g_assert_true (g_variant_lookup (info, "changes", "x", &count));
  g_assert_cmpint (count, ==, 1);
  g_assert_true (g_variant_lookup (info, "size", "x", &count));
  g_assert_cmpint (count, >, 100000);
  g_assert_true (g_variant_lookup (info, "last-change", "x", &count));
  g_assert_cmpint (ABS (count - g_get_real_time () / G_USEC_PER_SEC), <, 60);
  records = g_variant_lookup_value (info, "records", G_VARIANT_TYPE ("a{sx}"));
  g_assert_true (g_variant_lookup (records, "citation", "x", &count));
  g_assert_cmpint (count, ==, 6);
}

static void
test_missing_record (TestStore     *fixture,
                     gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (foed_library_get_record_sync (fixture->library, "x' OR '1'='1", NULL, &error));
  g_assert_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_NOT_FOUND);
}

/* What another program wrote into the file and no program of ours would: an error that names the record. */
static void
test_damaged_record (TestStore     *fixture,
                     gconstpointer  data)
{
  static const char *const damages[] = {
    "UPDATE clause SET kind = 'nonsense'", "UPDATE clause SET begin = 'yesterday'",
    "UPDATE clause SET title = char (7)", "UPDATE record SET parent = 'pact' WHERE id = 'pact.treaty.1'",
    "UPDATE record SET kind = 'nonsense' WHERE id = 'pact.treaty.1'",
    "UPDATE reference SET target = 'no id' WHERE record = 'pact.treaty.1.defence'",
    "UPDATE reference SET field = 'towards' WHERE record = 'pact.treaty.1.defence'",
    "UPDATE place SET latitude = 1e300", "UPDATE record SET parent = 'pact.treaty.1' WHERE id = 'pact.treaty'"
  };

  PUT (fixture, TEST_GROUNDWORK TEST_ALLIANCE);

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *sql = g_strdup_printf ("PRAGMA foreign_keys = OFF; %s", damages[i]);
      g_autofree char *copy = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (FoedRecord) record = NULL;
      gsize length;

      test_store_close (fixture);
      g_assert_true (g_file_get_contents (fixture->path, &copy, &length, NULL));
      test_store_execute (fixture, sql);
      test_store_open (fixture, FOED_LIBRARY_DEFAULT);
      record = foed_library_get_record_sync (fixture->library, strstr (sql, "place") ? "exampleville" : "pact", NULL,
                                             &error);

      /* A tree that hangs from itself is not reached at all. */
      if (record != NULL)
        g_assert_null (foed_record_find (record, "pact.treaty"));
      else
        g_assert_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_CORRUPT);

      test_store_close (fixture);
      g_assert_true (g_file_set_contents (fixture->path, copy, length, NULL));
      test_store_open (fixture, FOED_LIBRARY_DEFAULT);
    }
}

static void
on_changed (FoedLibrary *library,
            guint       *n_calls)
{
  *n_calls += 1;
}

static void
on_opened (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GError) error = NULL;
  FoedLibrary **library = data;

  *library = foed_library_open_finish (result, &error);
  g_assert_no_error (error);
}

static void
on_record (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GError) error = NULL;
  FoedRecord **record = data;

  *record = foed_library_get_record_finish (FOED_LIBRARY (source), result, &error);
  g_assert_no_error (error);
}

/* What another process writes is noticed by a window that does nothing. */
static void
test_other_writer (TestStore     *fixture,
                   gconstpointer  data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr (FoedRecord) record = NULL;
  FoedLibrary *window = NULL;
  guint n_calls = 0;

  PUT (fixture, TEST_GROUNDWORK);
  foed_library_open_async (file, FOED_LIBRARY_DEFAULT, NULL, on_opened, &window);

  while (window == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_signal_connect (window, "changed", G_CALLBACK (on_changed), &n_calls);
  g_assert_cmpstr (foed_library_get_undo_label (window), ==, "Test");
  test_store_put (fixture, "By another", TEST_FILE ("<state id='aland'><title>Elsewhere</title></state>"));

  while (n_calls == 0)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpstr (foed_library_get_undo_label (window), ==, "By another");
  foed_library_get_record_async (window, "aland", NULL, on_record, &record);

  while (record == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpstr (foed_record_get_text (record, FOED_FIELD_TITLE), ==, "Elsewhere");
  g_assert_finalize_object (window);
}

/* Many at once, from many threads: each is answered, and reading goes on while somebody writes. */
static gpointer
read_much (gpointer data)
{
  TestStore *fixture = data;

  for (guint i = 0; i < 50; i++)
    g_assert_true (test_store_has (fixture, i % 2 == 0 ? "aland" : "borduria"));

  return NULL;
}

static void
test_threads (TestStore     *fixture,
              gconstpointer  data)
{
  GThread *threads[4];

  PUT (fixture, TEST_GROUNDWORK);

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("read", read_much, fixture);

  PUT (fixture, TEST_ALLIANCE);
  test_store_undo (fixture, "Test");

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

#define ADD(path, function) g_test_add (path, TestStore, NULL, test_store_set_up, function, test_store_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/lookup/resolve", test_resolve);
  ADD ("/lookup/lists", test_lists);
  ADD ("/lookup/info", test_info);
  ADD ("/lookup/missing-record", test_missing_record);
  ADD ("/lookup/damaged-record", test_damaged_record);
  ADD ("/lookup/other-writer", test_other_writer);
  ADD ("/lookup/threads", test_threads);

  return g_test_run ();
}
