/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "test-stores.h"

#define PUT(library, content) test_store_put (library, "Test", TEST_FILE (content))

static void
assert_counts (FoedPutCounts counts,
               guint         n_new,
               guint         n_changed,
               guint         n_unchanged)
{
  g_assert_cmpuint (counts.n_new, ==, n_new);
  g_assert_cmpuint (counts.n_changed, ==, n_changed);
  g_assert_cmpuint (counts.n_unchanged, ==, n_unchanged);
}

static void
assert_field (TestStore *fixture,
              const char  *id,
              FoedField    field,
              const char  *expected)
{
  g_autofree char *value = test_store_dup_field (fixture, id, field);

  g_assert_cmpstr (value, ==, expected);
}

/* What goes in comes out, with every field, cell, list, child and date. */
static void
test_round_trip (TestStore   *fixture,
                 gconstpointer  data)
{
  g_autoptr (GPtrArray) records = test_records_parse (TEST_FILE (TEST_GROUNDWORK TEST_ALLIANCE));

  assert_counts (PUT (fixture, TEST_GROUNDWORK TEST_ALLIANCE), 13, 0, 0);
  g_assert_cmpuint (records->len, ==, 5);

  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr (FoedRecord) record = test_store_get (fixture, foed_record_get_id (records->pdata[i]));

      g_assert_true (foed_record_equal (record, records->pdata[i]));
    }
}

static gboolean
put_all (FoedWriter    *writer,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  GPtrArray *records = data;

  for (guint i = 0; i < records->len; i++)
    if (!foed_writer_put (writer, records->pdata[i], NULL, error))
      return FALSE;

  return TRUE;
}

/* The alliances that come with the program, whole. */
static void
test_bundled (TestStore   *fixture,
              gconstpointer  data)
{
  g_autoptr (GDir) folder = g_dir_open (FOEDERA_LIBRARY_DIR, 0, NULL);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  const char *name;

  while ((name = g_dir_read_name (folder)))
    {
      g_autofree char *path = g_build_filename (FOEDERA_LIBRARY_DIR, name, NULL);
      g_autoptr (GPtrArray) read = NULL;

      if (!g_str_has_suffix (name, ".xml"))
        continue;

      read = test_records_load (path);

      for (guint i = 0; i < read->len; i++)
        g_ptr_array_add (records, g_object_ref (read->pdata[i]));
    }

  foed_library_write_sync (fixture->library, "Bundled", FOED_WRITE_DEFAULT, put_all, records, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (records->len, >, 100);

  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr (FoedRecord) record = test_store_get (fixture, foed_record_get_id (records->pdata[i]));

      g_assert_true (foed_record_equal (record, records->pdata[i]));
    }
}

/* The same once more changes no byte of any table, and makes no entry in the history. */
static void
test_idempotent (TestStore   *fixture,
                 gconstpointer  data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *entries = NULL;

  PUT (fixture, TEST_GROUNDWORK TEST_ALLIANCE);
  before = test_store_dump (fixture);
  assert_counts (PUT (fixture, TEST_GROUNDWORK TEST_ALLIANCE), 0, 0, 13);
  after = test_store_dump (fixture);
  entries = test_store_query (fixture, "SELECT count(*) FROM history");

  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (entries, ==, "1");
}

static void
test_merge_fields (TestStore   *fixture,
                   gconstpointer  data)
{
  PUT (fixture, TEST_GROUNDWORK TEST_ALLIANCE);
  assert_counts (PUT (fixture, "<state id='aland' iso3='ALN' cow='998' region='europe'><title>Åland</title>"
                               "<spell begin='1816'/></state>"), 0, 1, 0);
  assert_field (fixture, "aland", FOED_FIELD_TITLE, "Åland");
  assert_field (fixture, "aland", FOED_FIELD_ISO3, "ALN");
  assert_field (fixture, "aland", FOED_FIELD_COW, "998");

  /* A value that is no longer given goes. */
  assert_counts (PUT (fixture, "<state id='aland' iso3='ALN'><title>Åland</title><spell begin='1816'/></state>"), 0, 1,
                 0);
  assert_field (fixture, "aland", FOED_FIELD_COW, NULL);
}

/* Children with an id that are not given stay, those without are replaced. */
static void
test_merge_children (TestStore   *fixture,
                     gconstpointer  data)
{
  g_autoptr (FoedRecord) pact = NULL;

  PUT (fixture, TEST_GROUNDWORK TEST_ALLIANCE);
  assert_counts (PUT (fixture,
                      "<alliance id='pact' begin='1879-10-15' end='1918' end-mode='defeat' region='europe'>"
                      "<title>Example Pact</title>"
                      "<summary>A defensive pact of two states against a named third.</summary>"
                      "<citation source='series' pinpoint='vol. 1, p. 7' confidence='primary'/>"
                      "<party id='pact.party.third' state='aland' role='observer'/>"
                      "<party id='pact.party.aland' state='aland' role='party' begin='1879-10-15' end='1918' "
                      "instrument='pact.treaty'/>"
                      "</alliance>"),
                 1, 1, 1);
  pact = test_store_get (fixture, "pact");

  g_assert_nonnull (foed_record_find (pact, "pact.treaty.1.defence"));
  g_assert_nonnull (foed_record_find (pact, "pact.party.borduria"));
  g_assert_null (foed_record_find (pact, "pact/name-1"));
  g_assert_null (foed_record_find (pact, "pact/citation-2"));
  assert_field (fixture, "pact/citation-1", FOED_FIELD_PINPOINT, "vol. 1, p. 7");

  /* Those that are given come in the order given; the other stays behind the one it stood behind. */
  g_assert_cmpstr (foed_record_get_id (foed_record_get_child (pact, 2)), ==, "pact.party.third");
  g_assert_cmpstr (foed_record_get_id (foed_record_get_child (pact, 3)), ==, "pact.party.aland");
  g_assert_cmpstr (foed_record_get_id (foed_record_get_child (pact, 4)), ==, "pact.party.borduria");
}

static void
test_merge_lists (TestStore   *fixture,
                  gconstpointer  data)
{
  PUT (fixture, TEST_GROUNDWORK TEST_ALLIANCE);
  PUT (fixture, "<event id='pact.event.signed' kind='signed' begin='1879-10-07' states='borduria' "
                "instrument='pact.treaty' place='exampleville'><title>Signed at Exampleville</title></event>");
  assert_field (fixture, "pact.event.signed", FOED_FIELD_STATES, "borduria");
  PUT (fixture, "<event id='pact.event.signed' kind='signed' begin='1879-10-07' states='borduria aland' "
                "instrument='pact.treaty' place='exampleville'><title>Signed at Exampleville</title></event>");
  assert_field (fixture, "pact.event.signed", FOED_FIELD_STATES, "borduria aland");
  g_assert_true (test_store_has (fixture, "pact.treaty"));
}

/* A clause may go to another treaty, and takes along what is under it; it can't become something else. */
static void
test_move (TestStore   *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *alliances = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  PUT (fixture, TEST_GROUNDWORK TEST_ALLIANCE);
  PUT (fixture, "<alliance id='other'><title>Other</title><instrument id='other.treaty' form='treaty'>"
                "<title>Other treaty</title><clause id='pact.treaty.1' kind='article' number='2'/>"
                "</instrument></alliance>");
  alliances = test_store_query (fixture, "SELECT group_concat(DISTINCT alliance) FROM record "
                                           "WHERE id LIKE 'pact.treaty.1%'");
  g_assert_cmpstr (alliances, ==, "other");
  assert_field (fixture, "pact.treaty.1", FOED_FIELD_NUMBER, "2");

  before = test_store_dump (fixture);
  g_assert_false (test_store_try_put (fixture,
                                        TEST_FILE ("<alliance id='other'><title>Other</title>"
                                                   "<mechanism id='pact.treaty.1' kind='joint-planning' "
                                                   "basis='practice'><title>No</title></mechanism></alliance>"),
                                        FOED_WRITE_DEFAULT, NULL, &error));
  g_assert_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "pact.treaty.1"));
  after = test_store_dump (fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
test_dangling (TestStore   *fixture,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (test_store_try_put (fixture, TEST_FILE (TEST_ALLIANCE), FOED_WRITE_DEFAULT, NULL, &error));
  g_assert_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_DANGLING);
  g_assert_nonnull (strstr (error->message, "series"));
  g_assert_false (test_store_has (fixture, "pact"));
  g_clear_error (&error);

  /* A place is no state. */
  g_assert_false (test_store_try_put (fixture,
                                        TEST_FILE (TEST_GROUNDWORK "<alliance id='pact'><title>Pact</title>"
                                                   "<party id='pact.p' state='exampleville' role='party'/></alliance>"),
                                        FOED_WRITE_DEFAULT, NULL, &error));
  g_assert_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_DANGLING);
  g_assert_nonnull (strstr (error->message, "exampleville"));

  /* The order does not matter. */
  assert_counts (PUT (fixture, TEST_ALLIANCE TEST_GROUNDWORK), 13, 0, 0);
}

static void
test_remove (TestStore   *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *left = NULL;

  PUT (fixture, TEST_GROUNDWORK TEST_ALLIANCE);

  g_assert_false (test_store_remove (fixture, "exampleville", &error));
  g_assert_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "borduria"));
  g_clear_error (&error);

  g_assert_false (test_store_remove (fixture, "pact.treaty.1", &error));
  g_assert_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "pact.impact.force"));
  g_clear_error (&error);

  g_assert_false (test_store_remove (fixture, "nothing", &error));
  g_assert_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_true (test_store_remove (fixture, "pact", &error));
  g_assert_no_error (error);
  left = test_store_query (fixture, "SELECT count(*) FROM record WHERE id LIKE 'pact%' UNION ALL "
                                      "SELECT count(*) FROM reference UNION ALL "
                                      "SELECT count(*) FROM search WHERE search MATCH 'pact OR defence' UNION ALL "
                                      "SELECT count(*) FROM derived_owing");
  g_assert_cmpstr (left, ==, "0\n0\n0\n0");
}

static void
test_dry_run (TestStore   *fixture,
              gconstpointer  data)
{
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  PUT (fixture, TEST_GROUNDWORK);
  before = test_store_dump (fixture);
  g_assert_true (test_store_try_put (fixture,
                                       TEST_FILE ("<state id='aland' iso3='ALD' cow='997' region='europe'>"
                                                  "<title>Aland</title></state>" TEST_ALLIANCE),
                                       FOED_WRITE_DRY_RUN, &changes, &error));
  g_assert_no_error (error);
  after = test_store_dump (fixture);
  g_assert_cmpstr (before, ==, after);

  g_assert_cmpstr (foed_change_get_id (changes->pdata[0]), ==, "aland");
  g_assert_cmpint (foed_change_get_kind (changes->pdata[0]), ==, FOED_CHANGE_CHANGED);
  g_assert_cmpint (foed_change_get_record_kind (changes->pdata[0]), ==, FOED_RECORD_STATE);
  g_assert_cmpuint (foed_change_get_n_fields (changes->pdata[0]), ==, 1);
  g_assert_cmpint (foed_change_get_field (changes->pdata[0], 0)->field, ==, FOED_FIELD_COW);
  g_assert_cmpstr (foed_change_get_field (changes->pdata[0], 0)->before, ==, "998");
  g_assert_cmpstr (foed_change_get_field (changes->pdata[0], 0)->after, ==, "997");
  g_assert_cmpstr (foed_change_get_id (changes->pdata[1]), ==, "aland/spell-1");
  g_assert_cmpint (foed_change_get_kind (changes->pdata[1]), ==, FOED_CHANGE_REMOVED);
  g_assert_cmpstr (foed_change_get_id (changes->pdata[2]), ==, "pact");
  g_assert_cmpint (foed_change_get_kind (changes->pdata[2]), ==, FOED_CHANGE_NEW);
}

typedef struct
{
  GPtrArray *good;
  GPtrArray *bad;
} TestPair;

/* A file that is refused leaves nothing, and the others stay. */
static gboolean
put_good_refuse_bad (FoedWriter    *writer,
                     gpointer       data,
                     GCancellable  *cancellable,
                     GError       **error)
{
  TestPair *pair = data;
  g_autoptr (GPtrArray) dangling = NULL;

  for (guint i = 0; i < pair->good->len; i++)
    g_assert_true (foed_writer_put (writer, pair->good->pdata[i], NULL, error));

  g_assert_true (foed_writer_begin_savepoint (writer, error));

  for (guint i = 0; i < pair->bad->len; i++)
    g_assert_true (foed_writer_put (writer, pair->bad->pdata[i], NULL, error));

  g_assert_true (foed_writer_has (writer, "bad"));
  g_assert_true (foed_writer_remove (writer, "aland.other", error));
  dangling = foed_writer_list_dangling (writer, error);
  g_assert_cmpuint (dangling->len, ==, 1);
  g_assert_cmpstr (((FoedDangling *) dangling->pdata[0])->record, ==, "bad.party");
  g_assert_cmpint (((FoedDangling *) dangling->pdata[0])->field, ==, FOED_FIELD_STATE);
  g_assert_cmpstr (((FoedDangling *) dangling->pdata[0])->target, ==, "nowhere");
  g_assert_true (foed_writer_roll_back (writer, error));
  g_assert_false (foed_writer_has (writer, "bad"));
  g_assert_true (foed_writer_has (writer, "aland.other"));

  return TRUE;
}

static void
test_savepoint (TestStore   *fixture,
                gconstpointer  data)
{
  TestPair pair = {
    test_records_parse (TEST_FILE (TEST_GROUNDWORK "<state id='aland.other'><title>Other</title></state>")),
    test_records_parse (TEST_FILE ("<alliance id='bad'><title>Bad</title>"
                                   "<party id='bad.party' state='nowhere' role='party'/></alliance>"))
  };
  g_autoptr (GError) error = NULL;
  g_autofree char *counts = NULL;

  g_assert_true (foed_library_write_sync (fixture->library, "Two files", FOED_WRITE_DEFAULT, put_good_refuse_bad, &pair,
                                          NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (test_store_has (fixture, "aland"));
  g_assert_false (test_store_has (fixture, "bad"));
  counts = test_store_query (fixture, "SELECT n_new, n_changed, n_removed FROM history");
  g_assert_cmpstr (counts, ==, "5|0|0");

  g_ptr_array_unref (pair.good);
  g_ptr_array_unref (pair.bad);
}

/* What is new waits to be derived from; it must not be derived from twice, nor when it is taken back. */
static gboolean
put_back_and_forth (FoedWriter    *writer,
                    gpointer       data,
                    GCancellable  *cancellable,
                    GError       **error)
{
  TestPair *pair = data;

  g_assert_true (put_all (writer, pair->good, NULL, error));
  g_assert_true (foed_writer_remove (writer, "pact", error));
  g_assert_true (put_all (writer, pair->good, NULL, error));
  g_assert_true (foed_writer_begin_savepoint (writer, error));
  g_assert_true (put_all (writer, pair->bad, NULL, error));
  g_assert_true (foed_writer_roll_back (writer, error));
  g_assert_true (foed_writer_begin_savepoint (writer, error));
  g_assert_true (put_all (writer, pair->bad, NULL, error));

  return foed_writer_release (writer, error);
}

static void
test_derived (TestStore     *fixture,
              gconstpointer  data)
{
  TestPair pair = {
    test_records_parse (TEST_FILE (TEST_GROUNDWORK TEST_ALLIANCE)),
    test_records_parse (TEST_FILE ("<alliance id='other'><title>Other</title>"
                                   "<party id='other.party' state='aland' role='party'/></alliance>"))
  };
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *parties = NULL;

  g_assert_true (foed_library_write_sync (fixture->library, "Back and forth", FOED_WRITE_DEFAULT, put_back_and_forth,
                                          &pair, NULL, NULL, &error));
  g_assert_no_error (error);
  findings = foed_library_check_sync (fixture->library, NULL, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < findings->len; i++)
    g_assert_cmpstr (((FoedFinding *) findings->pdata[i])->rule, !=, "derived");

  parties = test_store_query (fixture, "SELECT group_concat (root || ' ' || value, ', ') FROM (SELECT * FROM "
                                       "derived_facet WHERE facet = 'party' ORDER BY root, value)");
  g_assert_cmpstr (parties, ==, "other aland, pact aland, pact borduria");

  g_ptr_array_unref (pair.good);
  g_ptr_array_unref (pair.bad);
}

static gboolean
put_and_cancel (FoedWriter    *writer,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  GPtrArray *records = data;

  for (guint i = 0; i < records->len; i++)
    {
      if (i == 2)
        g_cancellable_cancel (cancellable);

      if (!foed_writer_put (writer, records->pdata[i], NULL, error))
        return FALSE;
    }

  return TRUE;
}

static void
test_cancel (TestStore   *fixture,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) records = test_records_parse (TEST_FILE (TEST_GROUNDWORK));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (foed_library_write_sync (fixture->library, "Test", FOED_WRITE_DEFAULT, put_and_cancel, records,
                                           cancellable, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (test_store_has (fixture, "series"));

  /* The connection works on. */
  PUT (fixture, TEST_GROUNDWORK);
  g_assert_true (test_store_has (fixture, "series"));
}

/* What the search index holds follows what is written, in any script. */
static void
test_search_follows (TestStore   *fixture,
                     gconstpointer  data)
{
  g_autofree char *hits = NULL;

  PUT (fixture, "<state id='aland'><title>Österland</title><name kind='official' value='Королевство'/></state>");
  PUT (fixture, "<state id='aland'><title>Westerland</title><name kind='official' value='Королевство'/></state>");
  hits = test_store_query (fixture, "SELECT count(*) FROM search WHERE search MATCH 'osterland' UNION ALL "
                                      "SELECT count(*) FROM search WHERE search MATCH 'WESTER*' UNION ALL "
                                      "SELECT count(*) FROM search WHERE search MATCH 'королевство'");
  g_assert_cmpstr (hits, ==, "0\n1\n1");
}

static void
on_changed (FoedLibrary *library,
            guint       *n_calls)
{
  *n_calls += 1;
}

static void
on_written (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GError) error = NULL;
  gboolean *done = data;

  g_assert_true (foed_library_write_finish (FOED_LIBRARY (source), result, NULL, &error));
  g_assert_no_error (error);
  *done = TRUE;
}

static void
test_async (TestStore   *fixture,
            gconstpointer  data)
{
  guint n_calls = 0;
  gboolean done = FALSE;

  g_signal_connect (fixture->library, "changed", G_CALLBACK (on_changed), &n_calls);
  foed_library_write_async (fixture->library, "Groundwork", FOED_WRITE_DEFAULT, put_all,
                            test_records_parse (TEST_FILE (TEST_GROUNDWORK)), (GDestroyNotify) g_ptr_array_unref, NULL,
                            on_written, &done);

  while (!done || n_calls == 0)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpuint (n_calls, ==, 1);
  g_assert_cmpstr (foed_library_get_undo_label (fixture->library), ==, "Groundwork");
  g_assert_true (test_store_has (fixture, "aland"));
}

#define ADD(path, function) \
  g_test_add (path, TestStore, NULL, test_store_set_up, function, test_store_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/writer/round-trip", test_round_trip);
  ADD ("/writer/bundled", test_bundled);
  ADD ("/writer/idempotent", test_idempotent);
  ADD ("/writer/merge/fields", test_merge_fields);
  ADD ("/writer/merge/children", test_merge_children);
  ADD ("/writer/merge/lists", test_merge_lists);
  ADD ("/writer/merge/move", test_move);
  ADD ("/writer/dangling", test_dangling);
  ADD ("/writer/remove", test_remove);
  ADD ("/writer/dry-run", test_dry_run);
  ADD ("/writer/savepoint", test_savepoint);
  ADD ("/writer/derived", test_derived);
  ADD ("/writer/cancel", test_cancel);
  ADD ("/writer/search", test_search_follows);
  ADD ("/writer/async", test_async);

  return g_test_run ();
}
