/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All years of the bundled alliances in the graph, end to end: nothing moves, and nothing grows. */

#include "config.h"

#include <adwaita.h>
#include <malloc.h>
#include <math.h>

#include "explorer/explorer-colours.h"
#include "explorer/views/explorer-graph-view.h"
#include "core/test-library.h"

#define YEAR_FIRST 1830
#define YEAR_LAST 2030

/* How far a node may be from where it was, in pixels, and how many bytes more may be held after a round. */
#define PIXELS_MOST 2.0
#define BYTES_MOST 16384

typedef struct
{
  TestLibrary      library;
  ExplorerSession *session;
  GtkWidget       *window;
  ExplorerGraphView *view;
} Fixture;

static ExplorerCanvas *
get_canvas (Fixture *fixture)
{
  return explorer_canvas_view_get_canvas (EXPLORER_CANVAS_VIEW (fixture->view));
}

static gboolean
is_ready (Fixture *fixture)
{
  ExplorerGraphModel *model = explorer_canvas_view_get_model (EXPLORER_CANVAS_VIEW (fixture->view));

  return explorer_picture_model_get_state (EXPLORER_PICTURE_MODEL (model)) == EXPLORER_PICTURE_READY;
}

static void
wait_for (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < end)
    {
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
}

static gboolean
is_drawing (Fixture *fixture)
{
  ExplorerCanvas *canvas = get_canvas (fixture);
  gboolean busy = FALSE;

  g_object_get (gtk_widget_get_first_child (GTK_WIDGET (canvas)), "busy", &busy, NULL);
  return busy;
}

/* Until everything that a year asks for has been drawn. */
static void
settle (Fixture *fixture)
{
  do
    wait_for (8);
  while (is_drawing (fixture));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autoptr(GPtrArray) records = test_library_load_bundled (FOEDERA_LIBRARY_DIR);

  test_library_init (&fixture->library);
  test_library_put (&fixture->library, records);
  fixture->session = explorer_session_new ();
  fixture->window = gtk_window_new ();
  g_object_set (gtk_widget_get_settings (fixture->window), "gtk-enable-animations", GPOINTER_TO_INT (user_data), NULL);
  explorer_colours_install (gdk_display_get_default ());
  fixture->view = g_object_new (EXPLORER_TYPE_GRAPH_VIEW, "session", fixture->session, NULL);
  explorer_session_set_library (fixture->session, fixture->library.library);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 600);
  gtk_window_present (GTK_WINDOW (fixture->window));
  /* The window manager has placed an active window; a picture is fitted anew to one whose size changes. */
  while (!is_ready (fixture) || gtk_widget_get_width (GTK_WIDGET (get_canvas (fixture))) == 0 ||
         !gtk_window_is_active (GTK_WINDOW (fixture->window)))
    g_main_context_iteration (NULL, TRUE);
  explorer_session_set_day_on (fixture->session, TRUE);
  settle (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  explorer_session_set_library (fixture->session, NULL);
  wait_for (50);
  g_clear_object (&fixture->session);
  test_library_clear (&fixture->library);
}

static void
show_year (Fixture *fixture,
           int      year)
{
  explorer_session_set_day (fixture->session, foed_day_from_calendar (year, 12, 31));
  settle (fixture);
}

/* Compares where nodes are with where they were when they were first seen. */
static guint
compare_places (Fixture    *fixture,
                GHashTable *places,
                int         year)
{
  ExplorerCanvas *canvas = get_canvas (fixture);
  ExplorerPicture *picture = explorer_canvas_get_picture (canvas);
  ExplorerViewport *viewport = explorer_canvas_get_viewport (canvas);
  guint n_visible = 0;
  guint n_nodes;
  const ExplorerPictureNode *nodes = explorer_picture_get_nodes (picture, &n_nodes);

  for (guint i = 0; i < n_nodes; i++)
    {
      FoedPoint point = explorer_viewport_to_widget (viewport, nodes[i].point);
      FoedPoint *before = g_hash_table_lookup (places, nodes[i].id);

      if (!nodes[i].visible)
        continue;
      n_visible++;
      if (before == NULL)
        g_hash_table_insert (places, (gpointer) nodes[i].id, g_memdup2 (&point, sizeof point));
      else if (hypot (point.x - before->x, point.y - before->y) > PIXELS_MOST)
        g_error ("In %d, %s is at %.1f, %.1f and not at %.1f, %.1f", year, nodes[i].id, point.x, point.y, before->x,
                 before->y);
    }
  return n_visible;
}

static void
test_nothing_moves (Fixture       *fixture,
                    gconstpointer  user_data)
{
  g_autoptr(GHashTable) places = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  guint n_most = 0;

  for (int year = YEAR_FIRST; year <= YEAR_LAST; year++)
    {
      show_year (fixture, year);
      n_most = MAX (n_most, compare_places (fixture, places, year));
    }
  for (int year = YEAR_LAST; year >= YEAR_FIRST; year -= 7)
    {
      show_year (fixture, year);
      compare_places (fixture, places, year);
    }
  g_assert_cmpuint (n_most, >, 50);
  g_assert_cmpuint (g_hash_table_size (places), >, n_most);
}

static const ExplorerPictureNode *
find_node (Fixture    *fixture,
           const char *id)
{
  ExplorerPicture *picture = explorer_canvas_get_picture (get_canvas (fixture));
  guint n_nodes;
  int node = explorer_picture_find (picture, id);

  g_assert_cmpint (node, >=, 0);
  return &explorer_picture_get_nodes (picture, &n_nodes)[node];
}

static void
assert_mark (Fixture      *fixture,
             const char   *id,
             gboolean      visible,
             FoedMark     mark)
{
  const ExplorerPictureNode *node = find_node (fixture, id);

  g_assert_cmpint (!!node->visible, ==, visible);
  g_assert_cmpint (node->mark, ==, mark);
}

/* What has come since another day has a ring, what has gone is seen hollow, and who can't see is told. */
static void
test_marks_changes (Fixture       *fixture,
                    gconstpointer  user_data)
{
  show_year (fixture, 1955);
  assert_mark (fixture, "warsaw-pact", TRUE, FOED_MARK_NONE);
  explorer_session_mark_changes (fixture->session, foed_day_from_calendar (1954, 12, 31));
  settle (fixture);
  assert_mark (fixture, "warsaw-pact", TRUE, FOED_MARK_NEW);
  assert_mark (fixture, "west-germany", TRUE, FOED_MARK_NEW);
  assert_mark (fixture, "nato", TRUE, FOED_MARK_NONE);
  assert_mark (fixture, "france", TRUE, FOED_MARK_NONE);
  g_assert_true (g_str_has_suffix (find_node (fixture, "west-germany")->description, "New"));

  explorer_session_mark_changes (fixture->session, foed_day_from_calendar (1990, 12, 31));
  show_year (fixture, 1991);
  assert_mark (fixture, "warsaw-pact", TRUE, FOED_MARK_GONE);
  assert_mark (fixture, "bulgaria", TRUE, FOED_MARK_GONE);
  assert_mark (fixture, "nato", TRUE, FOED_MARK_NONE);
  g_assert_cmpstr (find_node (fixture, "bulgaria")->description, ==, "Gone");

  explorer_session_unmark_changes (fixture->session);
  settle (fixture);
  assert_mark (fixture, "warsaw-pact", FALSE, FOED_MARK_NONE);
}

static gint64
count_bytes_after_a_round (Fixture *fixture)
{
  for (int year = YEAR_FIRST; year <= YEAR_LAST; year++)
    show_year (fixture, year);
  settle (fixture);
  return (gint64) mallinfo2 ().uordblks;
}

static void
test_nothing_grows (Fixture       *fixture,
                    gconstpointer  user_data)
{
  gint64 least = G_MAXINT64;
  gint64 bytes[5];

  /* The first round fills the caches of fonts and styles; then each may hold a little more or less than the last. */
  count_bytes_after_a_round (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (bytes); i++)
    {
      bytes[i] = count_bytes_after_a_round (fixture);
      g_test_message ("%" G_GINT64_FORMAT " bytes", bytes[i]);
      if (i < G_N_ELEMENTS (bytes) - 2)
        least = MIN (least, bytes[i]);
    }
  g_assert_cmpint (MIN (bytes[3], bytes[4]) - least, <, BYTES_MOST);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/scrub/nothing-moves", Fixture, GINT_TO_POINTER (FALSE), set_up, test_nothing_moves, tear_down);
  g_test_add ("/scrub/nothing-moves-animated", Fixture, GINT_TO_POINTER (TRUE), set_up, test_nothing_moves, tear_down);
  g_test_add ("/scrub/marks-changes", Fixture, GINT_TO_POINTER (FALSE), set_up, test_marks_changes, tear_down);
  g_test_add ("/scrub/nothing-grows", Fixture, GINT_TO_POINTER (FALSE), set_up, test_nothing_grows, tear_down);
  return g_test_run ();
}
