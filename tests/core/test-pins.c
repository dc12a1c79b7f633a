/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the user has put in its place: kept beside the records, undone like everything else, and heeded by layouts. */

#include "config.h"

#include <math.h>

#include "analysis/foed-layout.h"
#include "store/foed-history.h"
#include "store/foed-pins.h"
#include "test-library.h"
#include "test-records.h"

static gboolean
pin_cb (FoedWriter    *writer,
        gpointer       user_data,
        GCancellable  *cancellable,
        GError       **error)
{
  return foed_writer_pin (writer, user_data, error);
}

static gboolean
unpin_cb (FoedWriter    *writer,
          gpointer       user_data,
          GCancellable  *cancellable,
          GError       **error)
{
  return foed_writer_unpin (writer, "force", user_data, error);
}

static void
write_pins (TestLibrary   *test,
            FoedWriteFunc  func,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  foed_library_write_sync (test->library, "Pin", FOED_WRITE_DEFAULT, func, (gpointer) data, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* The pins, as words. */
static char *
list_pins (TestLibrary *test)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) pins = foed_library_pins_sync (test->library, NULL, &error);
  GString *words = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < pins->len; i++)
    {
      const FoedPin *pin = &g_array_index (pins, FoedPin, i);

      g_string_append_printf (words, "%s %s %.1f %.1f;", pin->layout, pin->record, pin->x, pin->y);
    }
  return g_string_free (words, FALSE);
}

static void
assert_pins (TestLibrary *test,
             const char  *expected)
{
  g_autofree char *words = list_pins (test);

  g_assert_cmpstr (words, ==, expected);
}

/* Takes the last change back. */
static void
go_back (TestLibrary *test)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *label = foed_library_undo_sync (test->library, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (label, ==, "Pin");
}

/* Makes it again. */
static void
go_forth (TestLibrary *test)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *label = foed_library_redo_sync (test->library, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (label, ==, "Pin");
}

static void
test_stored (void)
{
  const FoedPin first = { "force", "germany", 1.5, -2 };
  const FoedPin second = { "force", "germany", 30, 40 };
  const FoedPin other = { "regions", "germany", 5, 6 };
  g_auto(TestLibrary) test = { 0 };
  g_autoptr(GPtrArray) bundled = test_library_load_bundled (FOEDERA_LIBRARY_DIR);

  test_library_init (&test);
  write_pins (&test, pin_cb, &first);
  write_pins (&test, pin_cb, &other);
  write_pins (&test, pin_cb, &second);
  assert_pins (&test, "force germany 30.0 40.0;regions germany 5.0 6.0;");

  go_back (&test);
  assert_pins (&test, "force germany 1.5 -2.0;regions germany 5.0 6.0;");

  /* A restart, and an import of the state. */
  test_library_close (&test);
  test_library_open (&test);
  test_library_put (&test, bundled);
  assert_pins (&test, "force germany 1.5 -2.0;regions germany 5.0 6.0;");

  write_pins (&test, unpin_cb, "germany");
  assert_pins (&test, "regions germany 5.0 6.0;");
  go_back (&test);
  assert_pins (&test, "force germany 1.5 -2.0;regions germany 5.0 6.0;");
  go_forth (&test);
  assert_pins (&test, "regions germany 5.0 6.0;");
  /* That there is nothing to let go of is no entry of the history. */
  write_pins (&test, unpin_cb, "germany");
  assert_pins (&test, "regions germany 5.0 6.0;");
}

static FoedPoint
find (FoedLayout *layout,
      const char *id)
{
  FoedPoint point = { 0, 0 };

  g_assert_true (foed_layout_find (layout, id, &point));
  return point;
}

static double
measure (FoedPoint a,
         FoedPoint b)
{
  return hypot (a.x - b.x, a.y - b.y);
}

static void
test_heeded (void)
{
  const FoedMembership memberships[] = {
    { "dual", "germany", "party", 1, 2 }, { "dual", "austria", "party", 1, 2 },
    { "triple", "germany", "party", 1, 2 }, { "triple", "austria", "party", 1, 2 }, { "triple", "italy", "party", 1, 2 },
  };
  g_autoptr(FoedGraph) graph = foed_graph_new (FOED_GRAPH_MEMBERS, memberships, G_N_ELEMENTS (memberships), NULL, 0);
  g_autoptr(FoedLayout) layout = foed_layout_new_sync (graph, FOED_LAYOUT_FORCE, 1, NULL, NULL, NULL, NULL, NULL);
  g_autoptr(GHashTable) pins = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(FoedLayout) pinned = NULL;
  FoedPoint wanted = { 1000, 500 };

  g_hash_table_insert (pins, (gpointer) "germany", &wanted);
  g_hash_table_insert (pins, (gpointer) "atlantis", &wanted);
  pinned = foed_layout_with_pins (layout, pins);
  g_assert_cmpfloat (measure (find (pinned, "germany"), wanted), ==, 0);
  /* The others stay, but what lies between two goes along. */
  g_assert_cmpfloat (measure (find (pinned, "austria"), find (layout, "austria")), ==, 0);
  g_assert_cmpfloat (measure (find (pinned, "triple"), find (layout, "triple")), ==, 0);
  g_assert_cmpfloat_with_epsilon (measure (find (pinned, "dual"), wanted) /
                                  measure (find (pinned, "austria"), wanted),
                                  measure (find (layout, "dual"), find (layout, "germany")) /
                                  measure (find (layout, "austria"), find (layout, "germany")), 1e-6);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pins/stored", test_stored);
  g_test_add_func ("/pins/heeded", test_heeded);
  return g_test_run ();
}
