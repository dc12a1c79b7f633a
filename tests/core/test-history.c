/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "test-stores.h"

#define PUT(store, label, content) test_store_put (store, label, TEST_FILE (content))

static void
assert_same (const char *before,
             const char *after)
{
  g_assert_cmpstr (before, ==, after);
}

static const FoedChange *
find_change (GPtrArray  *changes,
             const char *id)
{
  for (guint i = 0; i < changes->len; i++)
    if (g_str_equal (foed_change_get_id (changes->pdata[i]), id))
      return changes->pdata[i];

  return NULL;
}

static void
assert_field_change (GPtrArray  *changes,
                     const char *id,
                     FoedField   field,
                     const char *before,
                     const char *after)
{
  FoedChange *change = (FoedChange *) find_change (changes, id);

  g_assert_nonnull (change);

  for (guint i = 0; i < foed_change_get_n_fields (change); i++)
    {
      const FoedFieldChange *found = foed_change_get_field (change, i);

      if (found->field != field)
        continue;

      g_assert_cmpstr (found->before, ==, before);
      g_assert_cmpstr (found->after, ==, after);
      return;
    }

  g_error ("%s: no change of the field", id);
}

/* Undo and redo give back every byte of every table, the derived ones and the search index too. */
static void
test_undo_redo (TestStore     *fixture,
                gconstpointer  data)
{
  g_autofree char *empty = test_store_dump (fixture);
  g_autofree char *ground = NULL;
  g_autofree char *full = NULL;
  g_autofree char *changed = NULL;
  g_autofree char *found = NULL;

  PUT (fixture, "Groundwork", TEST_GROUNDWORK);
  ground = test_store_dump (fixture);
  PUT (fixture, "Alliance", TEST_ALLIANCE);
  full = test_store_dump (fixture);
  PUT (fixture, "Change",
       "<alliance id='pact' begin='1879' region='europe'><title>Pact of Examples</title>"
       "<party id='pact.party.borduria' state='borduria' role='observer'/>"
       "<event id='pact.event.signed' kind='signed' begin='1879-10-07' states='borduria'><title>Signed</title></event>"
       "</alliance>");
  changed = test_store_dump (fixture);

  g_assert_cmpstr (foed_library_get_undo_label (fixture->library), ==, "Change");
  test_store_undo (fixture, "Change");
  assert_same (full, (found = test_store_dump (fixture)));
  g_assert_cmpstr (foed_library_get_undo_label (fixture->library), ==, "Alliance");
  g_assert_cmpstr (foed_library_get_redo_label (fixture->library), ==, "Change");

  test_store_undo (fixture, "Alliance");
  g_free (found);
  assert_same (ground, (found = test_store_dump (fixture)));
  test_store_undo (fixture, "Groundwork");
  g_free (found);
  assert_same (empty, (found = test_store_dump (fixture)));
  g_assert_null (foed_library_get_undo_label (fixture->library));

  test_store_redo (fixture, "Groundwork");
  test_store_redo (fixture, "Alliance");
  g_free (found);
  assert_same (full, (found = test_store_dump (fixture)));
  test_store_redo (fixture, "Change");
  g_free (found);
  assert_same (changed, (found = test_store_dump (fixture)));
  g_assert_null (foed_library_get_redo_label (fixture->library));
}

static void
test_undo_of_removal (TestStore     *fixture,
                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  PUT (fixture, "All", TEST_GROUNDWORK TEST_ALLIANCE);
  before = test_store_dump (fixture);
  g_assert_true (test_store_remove (fixture, "pact", &error));
  g_assert_no_error (error);
  test_store_undo (fixture, "Remove");
  after = test_store_dump (fixture);
  assert_same (before, after);
  test_store_redo (fixture, "Remove");
  g_assert_false (test_store_has (fixture, "pact"));
}

static gboolean
remove_and_put (FoedWriter    *writer,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  GPtrArray *records = data;

  if (!foed_writer_remove (writer, "pact", error))
    return FALSE;

  for (guint i = 0; i < records->len; i++)
    if (!foed_writer_put (writer, records->pdata[i], NULL, error))
      return FALSE;

  return TRUE;
}

/* A record that goes and comes back within one change is one that changed. */
static void
test_replacement (TestStore     *fixture,
                  gconstpointer  data)
{
  g_autoptr (GPtrArray) records = test_records_parse (TEST_FILE ("<alliance id='pact'><title>New Pact</title>"
                                                                 "<name kind='short' value='NP'/></alliance>"));
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *replaced = NULL;
  g_autofree char *found = NULL;
  g_autofree char *counts = NULL;

  PUT (fixture, "All", TEST_GROUNDWORK TEST_ALLIANCE);
  before = test_store_dump (fixture);
  foed_library_write_sync (fixture->library, "Replace", FOED_WRITE_DEFAULT, remove_and_put, records, NULL, NULL, &error);
  g_assert_no_error (error);
  replaced = test_store_dump (fixture);
  counts = test_store_query (fixture, "SELECT n_new, n_changed, n_removed FROM history WHERE label = 'Replace'");
  g_assert_cmpstr (counts, ==, "0|1|8");
  test_store_undo (fixture, "Replace");
  assert_same (before, (found = test_store_dump (fixture)));
  test_store_redo (fixture, "Replace");
  g_free (found);
  assert_same (replaced, (found = test_store_dump (fixture)));
}

typedef struct
{
  GPtrArray *first;
  GPtrArray *second;
  gboolean   roll_back;
} TestTwice;

static gboolean
put_list (FoedWriter  *writer,
          GPtrArray   *records,
          GError     **error)
{
  for (guint i = 0; i < records->len; i++)
    if (!foed_writer_put (writer, records->pdata[i], NULL, error))
      return FALSE;

  return TRUE;
}

/* Everything is put; changed, in part moved and in part removed; and perhaps all that is rolled back and done again. */
static gboolean
put_twice (FoedWriter    *writer,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  TestTwice *twice = data;

  if (twice->roll_back)
    {
      if (!foed_writer_begin_savepoint (writer, error) || !put_list (writer, twice->first, error) ||
          !put_list (writer, twice->second, error) || !foed_writer_remove (writer, "pact.event.signed", error) ||
          !foed_writer_roll_back (writer, error))
        return FALSE;
    }

  return put_list (writer, twice->first, error) && foed_writer_begin_savepoint (writer, error) &&
         put_list (writer, twice->second, error) && foed_writer_release (writer, error) &&
         foed_writer_remove (writer, "pact.event.signed", error);
}

/* A row that is new and changes again within one change is one row of the changeset. */
static void
test_twice (TestStore     *fixture,
            gconstpointer  data)
{
  TestTwice twice = {
    test_records_parse (TEST_FILE (TEST_GROUNDWORK TEST_ALLIANCE)),
    test_records_parse (TEST_FILE ("<alliance id='pact' begin='1879'><title>Pact of Examples</title>"
                                   "<instrument id='pact.other' form='protocol'><title>Protocol</title>"
                                   "<clause id='pact.treaty.1' kind='article' number='9'/></instrument>"
                                   "<party id='pact.party.borduria' state='borduria' role='observer'/>"
                                   "<impact id='pact.impact.force' domain='use-of-force' direction='limits' "
                                   "states='borduria'/></alliance>"
                                   "<state id='aland' iso3='ALN'><title>Åland</title></state>")),
    GPOINTER_TO_INT (data)
  };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *found = NULL;
  g_autofree char *counts = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GPtrArray) listed = NULL;
  g_autoptr (GError) error = NULL;

  before = test_store_dump (fixture);
  foed_library_write_sync (fixture->library, "Twice", FOED_WRITE_DEFAULT, put_twice, &twice, NULL, &changes, &error);
  g_assert_no_error (error);
  after = test_store_dump (fixture);
  counts = test_store_query (fixture, "SELECT n_new, n_changed, n_removed FROM history");
  g_assert_cmpstr (counts, ==, "13|0|0");

  assert_field_change (changes, "pact", FOED_FIELD_TITLE, NULL, "Pact of Examples");
  assert_field_change (changes, "pact.impact.force", FOED_FIELD_STATES, NULL, "borduria");
  assert_field_change (changes, "aland", FOED_FIELD_ISO3, NULL, "ALN");
  g_assert_null (find_change (changes, "pact.event.signed"));
  g_assert_null (find_change (changes, "aland/spell-1"));

  for (guint i = 0; i < changes->len; i++)
    g_assert_cmpint (foed_change_get_kind (changes->pdata[i]), ==, FOED_CHANGE_NEW);

  listed = foed_library_list_changes_sync (fixture->library, 1, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (listed->len, ==, changes->len);

  test_store_undo (fixture, "Twice");
  g_assert_cmpstr (before, ==, (found = test_store_dump (fixture)));
  g_clear_pointer (&found, g_free);
  test_store_redo (fixture, "Twice");
  g_assert_cmpstr (after, ==, (found = test_store_dump (fixture)));

  g_ptr_array_unref (twice.first);
  g_ptr_array_unref (twice.second);
}

/* More than is gathered at once, some of it rolled back between. */
static gboolean
put_many (FoedWriter    *writer,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autofree char *note = g_strnfill (20000, 'n');

  for (guint i = 0; i < 400; i++)
    {
      g_autofree char *id = g_strdup_printf ("s%u", i);
      g_autoptr (FoedRecordBuilder) builder = foed_record_builder_new (FOED_RECORD_STATE, id);
      g_autoptr (FoedRecord) record = NULL;

      foed_record_builder_set_text (builder, FOED_FIELD_TITLE, id);
      foed_record_builder_set_text (builder, FOED_FIELD_NOTE, note);
      record = foed_record_builder_end (builder);

      if (!foed_writer_begin_savepoint (writer, error) || !foed_writer_put (writer, record, NULL, error) ||
          !(i % 3 == 0 ? foed_writer_roll_back (writer, error) : foed_writer_release (writer, error)))
        return FALSE;
    }

  return TRUE;
}

static void
test_many (TestStore     *fixture,
           gconstpointer  data)
{
  g_autofree char *before = test_store_dump (fixture);
  g_autofree char *after = NULL;
  g_autofree char *found = NULL;
  g_autofree char *pieces = NULL;
  g_autofree char *counts = NULL;
  g_autoptr (GError) error = NULL;

  foed_library_write_sync (fixture->library, "Many", FOED_WRITE_DEFAULT, put_many, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  after = test_store_dump (fixture);
  counts = test_store_query (fixture, "SELECT n_new, (SELECT count(*) FROM state) FROM history");
  g_assert_cmpstr (counts, ==, "266|266");
  pieces = test_store_query (fixture, "SELECT count(*) > 1 FROM history_changeset");
  g_assert_cmpstr (pieces, ==, "1");

  test_store_undo (fixture, "Many");
  g_assert_cmpstr (before, ==, (found = test_store_dump (fixture)));
  g_clear_pointer (&found, g_free);
  test_store_redo (fixture, "Many");
  g_assert_cmpstr (after, ==, (found = test_store_dump (fixture)));
}

static void
test_after_restart (TestStore     *fixture,
                    gconstpointer  data)
{
  g_autofree char *ground = NULL;
  g_autofree char *found = NULL;

  PUT (fixture, "Groundwork", TEST_GROUNDWORK);
  ground = test_store_dump (fixture);
  PUT (fixture, "Alliance", TEST_ALLIANCE);

  test_store_close (fixture);
  test_store_open (fixture, FOED_LIBRARY_DEFAULT);
  g_assert_cmpstr (foed_library_get_undo_label (fixture->library), ==, "Alliance");
  test_store_undo (fixture, "Alliance");
  assert_same (ground, (found = test_store_dump (fixture)));

  test_store_close (fixture);
  test_store_open (fixture, FOED_LIBRARY_DEFAULT);
  g_assert_cmpstr (foed_library_get_redo_label (fixture->library), ==, "Alliance");
  test_store_redo (fixture, "Alliance");
  g_assert_true (test_store_has (fixture, "pact.treaty.1.defence"));
}

static void
test_nothing (TestStore     *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (foed_library_undo_sync (fixture->library, NULL, &error));
  g_assert_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (foed_library_redo_sync (fixture->library, NULL, &error));
  g_assert_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (foed_library_revert_sync (fixture->library, 7, NULL, &error));
  g_assert_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "7"));
}

/* What was undone can't be done again after something else was done; what changes nothing does not count as that. */
static void
test_new_branch (TestStore     *fixture,
                 gconstpointer  data)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;

  PUT (fixture, "Groundwork", TEST_GROUNDWORK);
  PUT (fixture, "Alliance", TEST_ALLIANCE);
  test_store_undo (fixture, "Alliance");
  PUT (fixture, "Nothing", TEST_GROUNDWORK);
  g_assert_cmpstr (foed_library_get_redo_label (fixture->library), ==, "Alliance");
  PUT (fixture, "Other", "<place id='elsewhere' kind='city'><title>Elsewhere</title></place>");
  g_assert_null (foed_library_get_redo_label (fixture->library));

  entries = foed_library_list_history_sync (fixture->library, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 2);
  g_assert_cmpstr (((FoedHistoryEntry *) entries->pdata[0])->label, ==, "Other");
  g_assert_cmpuint (((FoedHistoryEntry *) entries->pdata[0])->n_new, ==, 1);
  g_assert_cmpstr (((FoedHistoryEntry *) entries->pdata[1])->label, ==, "Groundwork");
}

static gint64
get_number (TestStore  *fixture,
            const char *label)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = foed_library_list_history_sync (fixture->library, NULL, &error);

  g_assert_no_error (error);

  for (guint i = 0; i < entries->len; i++)
    {
      FoedHistoryEntry *entry = entries->pdata[i];

      if (g_str_equal (entry->label, label))
        return entry->number;
    }

  g_assert_not_reached ();
}

/* A whole import goes, what came after it stays, and that can be undone too. */
static void
test_revert (TestStore     *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *label = NULL;
  g_autofree char *counts = NULL;

  PUT (fixture, "Groundwork", TEST_GROUNDWORK);
  PUT (fixture, "Alliance", TEST_ALLIANCE);
  PUT (fixture, "Later", "<state id='later'><title>Later</title></state>");
  before = test_store_dump (fixture);

  label = foed_library_revert_sync (fixture->library, get_number (fixture, "Alliance"), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (label, ==, "Alliance");
  g_assert_false (test_store_has (fixture, "pact"));
  g_assert_true (test_store_has (fixture, "later"));
  g_assert_cmpstr (foed_library_get_undo_label (fixture->library), ==, "Revert “Alliance”");
  counts = test_store_query (fixture, "SELECT n_new, n_changed, n_removed FROM history ORDER BY number DESC LIMIT 1");
  g_assert_cmpstr (counts, ==, "0|0|9");

  test_store_undo (fixture, "Revert “Alliance”");
  after = test_store_dump (fixture);
  assert_same (before, after);
}

/* Later changes build on it: nothing is done, and the message names a record. */
static void
test_conflict (TestStore     *fixture,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  PUT (fixture, "Groundwork", TEST_GROUNDWORK);
  PUT (fixture, "Alliance", TEST_ALLIANCE);
  before = test_store_dump (fixture);

  g_assert_null (foed_library_revert_sync (fixture->library, get_number (fixture, "Groundwork"), NULL, &error));
  g_assert_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "pact"));
  g_clear_error (&error);
  assert_same (before, (after = test_store_dump (fixture)));
  g_clear_pointer (&before, g_free);
  g_clear_pointer (&after, g_free);

  PUT (fixture, "First", "<place id='exampleville' kind='city' latitude='1' longitude='16.37'><title>Exampleville</title>"
                         "</place>");
  PUT (fixture, "Second", "<place id='exampleville' kind='city' latitude='2' longitude='16.37'><title>Exampleville</title>"
                          "</place>");
  before = test_store_dump (fixture);
  g_assert_null (foed_library_revert_sync (fixture->library, get_number (fixture, "First"), NULL, &error));
  g_assert_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "exampleville"));
  assert_same (before, (after = test_store_dump (fixture)));
}

static void
test_changes (TestStore     *fixture,
              gconstpointer  data)
{
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;

  PUT (fixture, "All", TEST_GROUNDWORK TEST_ALLIANCE);
  PUT (fixture, "Change",
       "<alliance id='pact' begin='1879-10-15' end='1918' end-mode='defeat' region='europe'><title>Example Pact</title>"
       "<summary>A defensive pact of two states against a named third.</summary>"
       "<citation source='series' pinpoint='vol. 1, p. 6' confidence='primary'/>"
       "<instrument id='pact.treaty' form='treaty' force='binding' secrecy='secret' secrecy-cell='implied' "
       "signed='1879-10' place='exampleville' begin='1879-10-15' end='1918' term-months-cell='silent' "
       "notice-months='12' notice-months-cell='implied'><title>Treaty of Alliance</title></instrument>"
       "<event id='pact.event.signed' kind='signed' begin='1879-10-07' states='borduria aland' "
       "instrument='pact.treaty' place='exampleville'><title>Signed at Exampleville</title></event></alliance>"
       "<place id='exampleville' kind='city' latitude='48.25' longitude='16.37'><title>Exampleville</title></place>");
  changes = foed_library_list_changes_sync (fixture->library, get_number (fixture, "Change"), NULL, &error);
  g_assert_no_error (error);

  assert_field_change (changes, "pact.treaty", FOED_FIELD_SIGNED, "1879-10-07", "1879-10");
  assert_field_change (changes, "pact.treaty", FOED_FIELD_TERM_MONTHS, "60", "[silent]");
  assert_field_change (changes, "pact.treaty", FOED_FIELD_NOTICE_MONTHS, "[silent]", "12 [implied]");
  assert_field_change (changes, "pact.treaty", FOED_FIELD_SECRECY, "[stated]", "[implied]");
  assert_field_change (changes, "pact.event.signed", FOED_FIELD_STATES, "aland borduria", "borduria aland");
  assert_field_change (changes, "exampleville", FOED_FIELD_LATITUDE, "48.2", "48.25");
  assert_field_change (changes, "pact/citation-2", FOED_FIELD_FIELD, "begin", NULL);
  assert_field_change (changes, "pact/name-1", FOED_FIELD_VALUE, "EP", NULL);
  g_assert_cmpint (foed_change_get_kind ((FoedChange *) find_change (changes, "pact/name-1")), ==, FOED_CHANGE_REMOVED);
  g_assert_cmpint (foed_change_get_record_kind ((FoedChange *) find_change (changes, "pact/name-1")), ==,
                   FOED_RECORD_NAME);
  g_assert_null (find_change (changes, "pact"));
  g_assert_null (find_change (changes, "aland"));
  g_clear_pointer (&changes, g_ptr_array_unref);

  changes = foed_library_list_changes_sync (fixture->library, get_number (fixture, "All"), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (foed_change_get_kind ((FoedChange *) find_change (changes, "pact.treaty.1")), ==, FOED_CHANGE_NEW);
  assert_field_change (changes, "pact.treaty.1.defence", FOED_FIELD_PROMISORS, NULL, "aland borduria");
  assert_field_change (changes, "pact.treaty.1.defence", FOED_FIELD_STRENGTH, NULL, "automatic");
}

/* An undo that fails half way, here because it was cancelled, leaves everything as it was. */
static void
test_cancelled_undo (TestStore     *fixture,
                     gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  PUT (fixture, "All", TEST_GROUNDWORK TEST_ALLIANCE);
  g_cancellable_cancel (cancellable);
  g_assert_null (foed_library_undo_sync (fixture->library, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (test_store_has (fixture, "pact"));
  test_store_undo (fixture, "All");
}

#define ADD(path, function) g_test_add (path, TestStore, NULL, test_store_set_up, function, test_store_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/history/undo-redo", test_undo_redo);
  ADD ("/history/undo-of-removal", test_undo_of_removal);
  ADD ("/history/replacement", test_replacement);
  ADD ("/history/twice", test_twice);
  g_test_add ("/history/twice-after-roll-back", TestStore, GINT_TO_POINTER (TRUE), test_store_set_up, test_twice,
              test_store_tear_down);
  ADD ("/history/many", test_many);
  ADD ("/history/after-restart", test_after_restart);
  ADD ("/history/nothing", test_nothing);
  ADD ("/history/new-branch", test_new_branch);
  ADD ("/history/revert", test_revert);
  ADD ("/history/conflict", test_conflict);
  ADD ("/history/changes", test_changes);
  ADD ("/history/cancelled-undo", test_cancelled_undo);

  return g_test_run ();
}
