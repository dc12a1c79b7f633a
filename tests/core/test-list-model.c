/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-list-model"

#include "config.h"

#include <sqlite3.h>

#include "store/foed-list-model.h"
#include "test-library.h"

#define N_EVENTS 100000

/* What a list told. */
typedef struct
{
  guint n_changes;
  guint position;
  guint removed;
  guint added;
  guint n_errors;
  guint n_rows;
} Watch;

/* An alliance with many events, put into the file behind the library's back, but for one case while it is closed: event
 * n is called “Event n”. */
static void
add_events (TestLibrary *test,
            guint        first,
            guint        last)
{
  g_autofree char *path = g_build_filename (test->folder, "test.foedera", NULL);
  g_autofree char *sql = g_strdup_printf (
    "BEGIN;"
    "INSERT OR IGNORE INTO record (key, id, kind, position, alliance) VALUES (1, 'x', 'alliance', 0, 'x');"
    "INSERT OR IGNORE INTO alliance (id, title) VALUES ('x', 'X');"
    "INSERT OR IGNORE INTO derived_row VALUES (1, 'alliance', 'x', 0, 0, -2147483648, 2147483647, -2147483648,"
    " 2147483647, 'x', NULL);"
    "CREATE TEMP TABLE n AS WITH RECURSIVE n (i) AS (SELECT %u UNION ALL SELECT i + 1 FROM n WHERE i < %u)"
    " SELECT i, printf ('e%%06d', i) AS id FROM n;"
    "INSERT INTO record (key, id, kind, parent, position, alliance) SELECT i + 2, id, 'event', 'x', i, 'x' FROM n;"
    "INSERT INTO event (id, kind, begin, begin_day, title)"
    " SELECT id, 'other', '1900', 693596 + i, 'Event ' || i FROM n;"
    "INSERT INTO derived_row SELECT i + 2, 'event', 'x', 1, i, 693596 + i, 2147483647, 693596 + i, 2147483647,"
    " 'event ' || i, NULL FROM n;"
    "INSERT INTO search (search) VALUES ('rebuild'); COMMIT;",
    first, last);
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
}

static void
set_up_events (TestLibrary *test,
               guint        n_events)
{
  test_library_init (test);
  test_library_close (test);
  add_events (test, 0, n_events - 1);
  test_library_open (test);
}

static void
items_changed_cb (Watch *watch,
                  guint  position,
                  guint  removed,
                  guint  added)
{
  watch->n_changes++;
  watch->position = position;
  watch->removed = removed;
  watch->added = added;
}

static void
error_cb (Watch *watch)
{
  watch->n_errors++;
}

static void
row_cb (Watch *watch)
{
  watch->n_rows++;
}

static gboolean
is_loading (FoedListModel *model)
{
  gboolean loading;

  g_object_get (model, "loading", &loading, NULL);

  return loading;
}

static void
wait_until_loaded (FoedListModel *model)
{
  while (is_loading (model))
    g_main_context_iteration (NULL, TRUE);
}

static FoedListModel *
make_model (TestLibrary *test,
            FoedQuery   *query,
            Watch       *watch)
{
  FoedListModel *model = foed_list_model_new (test->library, query);

  g_signal_connect_swapped (model, "items-changed", G_CALLBACK (items_changed_cb), watch);
  g_signal_connect_swapped (model, "notify::error", G_CALLBACK (error_cb), watch);

  return model;
}

static void
assert_title (FoedListItem *item,
              const char   *title)
{
  FoedRow *row = foed_list_item_get_row (item);

  g_assert_nonnull (row);
  g_assert_cmpstr (foed_row_get_value (row, test_find_column (FOED_LISTING_EVENTS, "title")), ==, title);
}

static void
test_empty (void)
{
  g_auto (TestLibrary) test = { 0 };
  g_autoptr (FoedQuery) query = foed_query_new (FOED_LISTING_EVENTS);
  g_autoptr (FoedListModel) model = NULL;
  Watch watch = { 0 };

  test_library_init (&test);
  model = make_model (&test, query, &watch);
  wait_until_loaded (model);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 0);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (model), 0));
  g_assert_cmpuint (watch.n_changes, ==, 0);
  g_assert_finalize_object (g_steal_pointer (&model));
}

static void
test_reads_what_is_asked (void)
{
  g_auto (TestLibrary) test = { 0 };
  g_autoptr (FoedQuery) query = foed_query_new (FOED_LISTING_EVENTS);
  g_autoptr (FoedListModel) model = NULL;
  g_autoptr (FoedListItem) first = NULL;
  g_autoptr (FoedListItem) far = NULL;
  g_autoptr (FoedListItem) beside = NULL;
  g_autoptr (FoedListItem) again = NULL;
  Watch watch = { 0 };
  Watch rows = { 0 };

  set_up_events (&test, N_EVENTS);
  model = make_model (&test, query, &watch);
  g_assert_true (is_loading (model));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 0);
  wait_until_loaded (model);

  g_assert_cmpuint (watch.n_changes, ==, 1);
  g_assert_cmpuint (watch.removed, ==, 0);
  g_assert_cmpuint (watch.added, ==, N_EVENTS);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, N_EVENTS);

  /* The first page came with the count. */
  first = g_list_model_get_item (G_LIST_MODEL (model), 0);
  assert_title (first, "Event 0");
  g_assert_false (is_loading (model));

  /* A page far down is read when it is asked for, once for all its rows, without blocking. */
  far = g_list_model_get_item (G_LIST_MODEL (model), 70000);
  beside = g_list_model_get_item (G_LIST_MODEL (model), 70001);
  g_signal_connect_swapped (far, "notify::row", G_CALLBACK (row_cb), &rows);
  g_assert_cmpuint (foed_list_item_get_position (far), ==, 70000);
  g_assert_null (foed_list_item_get_row (far));
  g_assert_true (is_loading (model));
  wait_until_loaded (model);
  assert_title (far, "Event 70000");
  assert_title (beside, "Event 70001");
  g_assert_cmpuint (rows.n_rows, ==, 1);

  /* The same place is the same object. */
  again = g_list_model_get_item (G_LIST_MODEL (model), 70000);
  g_assert_true (again == far);
  g_assert_false (is_loading (model));
  g_assert_cmpuint (watch.n_changes, ==, 1);
}

/* Scrolling through all of it keeps no more than a few pages, and what is on screen last is there in the end. */
static void
test_scrolling (void)
{
  g_auto (TestLibrary) test = { 0 };
  g_autoptr (FoedQuery) query = foed_query_new (FOED_LISTING_EVENTS);
  g_autoptr (FoedListModel) model = NULL;
  g_autoptr (FoedListItem) last = NULL;
  GWeakRef left;
  Watch watch = { 0 };

  set_up_events (&test, N_EVENTS);
  model = make_model (&test, query, &watch);
  wait_until_loaded (model);

  {
    g_autoptr (FoedListItem) item = g_list_model_get_item (G_LIST_MODEL (model), 0);

    g_weak_ref_init (&left, item);
  }

  for (guint i = 0; i < N_EVENTS; i += 16)
    g_object_unref (g_list_model_get_item (G_LIST_MODEL (model), i));

  g_assert_null (g_weak_ref_get (&left));
  last = g_list_model_get_item (G_LIST_MODEL (model), N_EVENTS - 1);
  wait_until_loaded (model);
  assert_title (last, "Event 99999");
  g_assert_cmpuint (watch.n_changes, ==, 1);
  g_weak_ref_clear (&left);
}

static void
test_other_query (void)
{
  g_auto (TestLibrary) test = { 0 };
  g_autoptr (FoedQuery) query = foed_query_new (FOED_LISTING_EVENTS);
  g_autoptr (FoedQuery) backwards = foed_query_with_sort (query, "begin", TRUE);
  g_autoptr (FoedQuery) few = foed_query_with_text (query, "\"Event 4711\"");
  g_autoptr (FoedListModel) model = NULL;
  g_autoptr (FoedListItem) item = NULL;
  Watch watch = { 0 };

  set_up_events (&test, 10000);
  model = make_model (&test, query, &watch);
  wait_until_loaded (model);

  /* What was asked in between is never shown. */
  foed_list_model_set_query (model, backwards);
  foed_list_model_set_query (model, few);
  foed_list_model_set_query (model, backwards);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 10000);
  wait_until_loaded (model);
  g_assert_cmpuint (watch.n_changes, ==, 2);
  g_assert_cmpuint (watch.removed, ==, 10000);
  g_assert_cmpuint (watch.added, ==, 10000);
  item = g_list_model_get_item (G_LIST_MODEL (model), 0);
  assert_title (item, "Event 9999");

  foed_list_model_set_query (model, few);
  wait_until_loaded (model);
  g_assert_cmpuint (watch.n_changes, ==, 3);
  g_assert_cmpuint (watch.added, ==, 1);

  /* The same question is not asked twice. */
  foed_list_model_set_query (model, few);
  g_assert_false (is_loading (model));
}

static void
test_library_changes (void)
{
  g_auto (TestLibrary) test = { 0 };
  g_autoptr (FoedQuery) query = foed_query_new (FOED_LISTING_EVENTS);
  g_autoptr (FoedListModel) model = NULL;
  g_autoptr (FoedListItem) item = NULL;
  Watch watch = { 0 };

  set_up_events (&test, 100);
  model = make_model (&test, query, &watch);
  wait_until_loaded (model);
  add_events (&test, 100, 149);
  g_signal_emit_by_name (test.library, "changed");
  wait_until_loaded (model);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 150);

  /* The library notices the change too, and may say so at any moment; the place is then another object. */
  do
    {
      g_clear_object (&item);
      item = g_list_model_get_item (G_LIST_MODEL (model), 149);
      wait_until_loaded (model);
    }
  while (foed_list_item_get_row (item) == NULL);

  assert_title (item, "Event 149");
}

/* A list that follows what it is told of another. */
static void
follow_cb (GListModel *model,
           guint       position,
           guint       removed,
           guint       added,
           GPtrArray  *copy)
{
  if (removed > 0)
    g_ptr_array_remove_range (copy, position, removed);

  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (copy, (int) (position + i), g_list_model_get_item (model, position + i));

  g_assert_cmpuint (copy->len, ==, g_list_model_get_n_items (model));
}

static void
assert_same_items (GListModel *model,
                   GPtrArray  *copy)
{
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, copy->len);

  for (guint i = 0; i < copy->len; i++)
    {
      g_autoptr (FoedListItem) item = g_list_model_get_item (model, i);

      g_assert_true (item == g_ptr_array_index (copy, i));
      g_assert_cmpuint (foed_list_item_get_position (item), ==, i);
    }
}

/* When years pass, few rows come or go: the others stay the objects that they are, and nothing is told of them. */
static void
test_keeps_items (void)
{
  g_auto (TestLibrary) test = { 0 };
  g_autoptr (FoedQuery) query = foed_query_new (FOED_LISTING_EVENTS);
  g_autoptr (FoedQuery) backwards = foed_query_with_sort (query, "begin", TRUE);
  g_autoptr (FoedQuery) few = foed_query_with_text (query, "\"Event 7\" OR \"Event 9\" OR \"Event 11\"");
  g_autoptr (FoedQuery) more =
    foed_query_with_text (query, "\"Event 7\" OR \"Event 8\" OR \"Event 11\" OR \"Event 12\"");
  g_autoptr (FoedListModel) model = NULL;
  g_autoptr (GPtrArray) copy = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (FoedListItem) seven = NULL;
  Watch watch = { 0 };
  Watch rows = { 0 };

  set_up_events (&test, 300);
  model = make_model (&test, few, &watch);
  g_signal_connect (model, "items-changed", G_CALLBACK (follow_cb), copy);
  wait_until_loaded (model);
  g_assert_cmpuint (copy->len, ==, 3);
  seven = g_list_model_get_item (G_LIST_MODEL (model), 0);
  assert_title (seven, "Event 7");
  g_signal_connect_swapped (seven, "notify::row", G_CALLBACK (row_cb), &rows);

  watch.n_changes = 0;
  foed_list_model_set_query (model, more);
  wait_until_loaded (model);
  assert_same_items (G_LIST_MODEL (model), copy);
  g_assert_true (g_ptr_array_index (copy, 0) == seven);
  assert_title (g_ptr_array_index (copy, 1), "Event 8");
  assert_title (g_ptr_array_index (copy, 3), "Event 12");
  g_assert_cmpuint (watch.n_changes, ==, 2);
  g_assert_cmpuint (rows.n_rows, ==, 0);

  /* The same again is no change at all. */
  watch.n_changes = 0;
  g_signal_emit_by_name (test.library, "changed");
  wait_until_loaded (model);
  g_assert_cmpuint (watch.n_changes, ==, 0);

  /* All in another order, and more than is known: what is told makes the one of the other all the same. */
  foed_list_model_set_query (model, query);
  wait_until_loaded (model);
  assert_same_items (G_LIST_MODEL (model), copy);
  wait_until_loaded (model);
  foed_list_model_set_query (model, backwards);
  wait_until_loaded (model);
  assert_same_items (G_LIST_MODEL (model), copy);
  wait_until_loaded (model);
  assert_title (g_ptr_array_index (copy, 0), "Event 299");
  assert_title (g_ptr_array_index (copy, 299), "Event 0");
}

static void
test_error (void)
{
  g_auto (TestLibrary) test = { 0 };
  g_autoptr (FoedQuery) query = foed_query_new (FOED_LISTING_EVENTS);
  g_autoptr (FoedQuery) nonsense = foed_query_with_text (query, "-war");
  g_autoptr (FoedListModel) model = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) gone = NULL;
  Watch watch = { 0 };

  set_up_events (&test, 100);
  model = make_model (&test, query, &watch);
  wait_until_loaded (model);
  foed_list_model_set_query (model, nonsense);
  wait_until_loaded (model);
  g_object_get (model, "error", &error, NULL);
  g_assert_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_QUERY);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 0);
  g_assert_cmpuint (watch.n_errors, ==, 1);

  foed_list_model_set_query (model, query);
  wait_until_loaded (model);
  g_object_get (model, "error", &gone, NULL);
  g_assert_no_error (gone);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 100);
}

/* Nobody has to wait for a list that is no longer wanted. */
static void
test_dropped_while_reading (void)
{
  g_auto (TestLibrary) test = { 0 };
  g_autoptr (FoedQuery) query = foed_query_new (FOED_LISTING_EVENTS);
  g_autoptr (FoedListModel) model = NULL;
  Watch watch = { 0 };

  set_up_events (&test, 1000);
  model = make_model (&test, query, &watch);
  g_assert_finalize_object (g_steal_pointer (&model));

  while (g_main_context_iteration (NULL, FALSE))
    ;

  model = make_model (&test, query, &watch);
  wait_until_loaded (model);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/list-model/empty", test_empty);
  g_test_add_func ("/list-model/reads-what-is-asked", test_reads_what_is_asked);
  g_test_add_func ("/list-model/scrolling", test_scrolling);
  g_test_add_func ("/list-model/other-query", test_other_query);
  g_test_add_func ("/list-model/library-changes", test_library_changes);
  g_test_add_func ("/list-model/keeps-items", test_keeps_items);
  g_test_add_func ("/list-model/error", test_error);
  g_test_add_func ("/list-model/dropped-while-reading", test_dropped_while_reading);

  return g_test_run ();
}
