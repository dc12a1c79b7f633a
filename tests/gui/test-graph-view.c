/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The view of the graph in a window, on a small world: what is drawn of it on which day, and what is selected. */

#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "explorer/explorer-colours.h"
#include "explorer/views/explorer-graph-view.h"

#define TIMEOUT_SECONDS 20

typedef struct
{
  ExplorerSession   *session;
  GtkWidget         *window;
  ExplorerGraphView *view;
} Fixture;

/* Three alliances of four states; two of them at the same time. */
static const struct
{
  const char *alliance;
  const char *state;
  const char *from;
  const char *to;
} members[] = {
  { "entente", "france", "1892-01-04", "1917-11-08" },
  { "entente", "russia", "1892-01-04", "1917-11-08" },
  { "pact", "france", "1949-08-24", "1999-12-31" },
  { "pact", "britain", "1949-08-24", "1999-12-31" },
  { "pact", "canada", "1949-08-24", "1999-12-31" },
  { "union", "france", "1955-05-06", "1999-12-31" },
  { "union", "britain", "1955-05-06", "1999-12-31" },
};

static ExplorerGraphModel *
get_model (Fixture *fixture)
{
  return explorer_canvas_view_get_model (EXPLORER_CANVAS_VIEW (fixture->view));
}

static FoedDay
get_day (const char *text)
{
  FoedDay day;

  g_assert_true (foed_day_parse (text, &day, NULL));
  return day;
}

static gboolean
owes (guint promisor,
      guint beneficiary)
{
  return promisor != beneficiary && g_str_equal (members[promisor].alliance, members[beneficiary].alliance);
}

static void
fill (Fixture *fixture)
{
  GArray *memberships = g_array_new (FALSE, FALSE, sizeof (FoedMembership));
  GArray *ties = g_array_new (FALSE, FALSE, sizeof (FoedTie));
  GHashTable *labels = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTable *regions = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      FoedMembership membership = {
        g_intern_static_string (members[i].alliance), g_intern_static_string (members[i].state),
        g_intern_static_string ("party"), get_day (members[i].from), get_day (members[i].to),
      };

      g_array_append_val (memberships, membership);
      for (guint j = 0; j < G_N_ELEMENTS (members); j++)
        {
          FoedTie tie = {
            membership.alliance, g_intern_static_string ("duty"), g_intern_static_string ("defence"),
            g_intern_static_string ("automatic"), membership.state, g_intern_static_string (members[j].state), FALSE,
            membership.first_day, membership.last_day,
          };

          if (owes (i, j))
            g_array_append_val (ties, tie);
        }
    }
  explorer_graph_model_take_data (get_model (fixture), memberships, ties, labels, regions);
}

static void
wait_for_state (Fixture              *fixture,
                ExplorerPictureState  state)
{
  gint64 end = g_get_monotonic_time () + TIMEOUT_SECONDS * G_USEC_PER_SEC;

  while (explorer_picture_model_get_state (EXPLORER_PICTURE_MODEL (get_model (fixture))) != state)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  /* What was drawn is dealt out to the keyboard once it keeps still. */
  end = g_get_monotonic_time () + G_USEC_PER_SEC / 2;
  while (g_get_monotonic_time () < end)
    {
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  fixture->session = explorer_session_new ();
  fixture->window = gtk_window_new ();
  g_object_set (gtk_widget_get_settings (fixture->window), "gtk-enable-animations", FALSE, NULL);
  fixture->view = g_object_new (EXPLORER_TYPE_GRAPH_VIEW, "session", fixture->session, NULL);
  fill (fixture);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 600);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_for_state (fixture, EXPLORER_PICTURE_READY);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  GtkWidget *view = g_object_ref (GTK_WIDGET (fixture->view));

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (view);
  g_clear_object (&fixture->session);
}

static GtkWidget *
get_canvas (Fixture *fixture)
{
  return GTK_WIDGET (explorer_canvas_view_get_canvas (EXPLORER_CANVAS_VIEW (fixture->view)));
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* The ids of what is drawn, sorted. */
static char *
dup_drawn (Fixture *fixture)
{
  ExplorerPicture *picture = explorer_canvas_get_picture (EXPLORER_CANVAS (get_canvas (fixture)));
  g_autoptr(GPtrArray) ids = g_ptr_array_new ();
  guint n_nodes;
  const ExplorerPictureNode *nodes = explorer_picture_get_nodes (picture, &n_nodes);

  for (guint i = 0; i < n_nodes; i++)
    {
      if (nodes[i].visible)
        g_ptr_array_add (ids, (gpointer) nodes[i].id);
    }
  g_ptr_array_sort (ids, compare_ids);
  g_ptr_array_add (ids, NULL);
  return g_strjoinv (" ", (char **) ids->pdata);
}

static FoedPoint
get_point (Fixture    *fixture,
           const char *id)
{
  FoedPoint point;

  g_assert_true (explorer_graph_model_get_point (get_model (fixture), id, &point));
  return point;
}

static void
set_day (Fixture    *fixture,
         const char *text)
{
  explorer_session_set_day (fixture->session, get_day (text));
  explorer_session_set_day_on (fixture->session, TRUE);
}

/* The first widget below @widget that can be seen, of @type, and is told as @label. */
static GtkWidget *
find (GtkWidget  *widget,
      GType       type,
      const char *label)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    {
      g_autofree char *wrong = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                                                   GTK_ACCESSIBLE_PROPERTY_LABEL, label, NULL);

      if (wrong == NULL)
        return widget;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
shows_text (GtkWidget  *widget,
            const char *text)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (shows_text (child, text))
        return TRUE;
    }
  return FALSE;
}

static void
assert_told (Fixture    *fixture,
             const char *label,
             const char *description)
{
  gtk_test_accessible_assert_property (get_canvas (fixture), GTK_ACCESSIBLE_PROPERTY_LABEL, label);
  gtk_test_accessible_assert_property (get_canvas (fixture), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description);
  g_assert_true (shows_text (GTK_WIDGET (fixture->view), description));
}

static void
test_any_time (Fixture       *fixture,
               gconstpointer  user_data)
{
  g_autofree char *drawn = dup_drawn (fixture);

  g_assert_cmpstr (drawn, ==, "britain canada entente france pact russia union");
  assert_told (fixture, "Picture of alliances and states", "3 alliances, 4 states");
  g_assert_true (shows_text (GTK_WIDGET (fixture->view), "Defence"));
  g_assert_true (shows_text (GTK_WIDGET (fixture->view), "State"));
}

static void
test_day (Fixture       *fixture,
          gconstpointer  user_data)
{
  FoedPoint before = get_point (fixture, "france");
  g_autofree char *drawn = NULL;

  set_day (fixture, "1914-08-01");
  wait_for_state (fixture, EXPLORER_PICTURE_READY);
  drawn = dup_drawn (fixture);
  g_assert_cmpstr (drawn, ==, "entente france russia");
  assert_told (fixture, "Picture of alliances and states", "1 alliance, 2 states");
  /* Nothing jumps when another year is looked at. */
  g_assert_cmpfloat (get_point (fixture, "france").x, ==, before.x);
  g_assert_cmpfloat (get_point (fixture, "france").y, ==, before.y);
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  user_data)
{
  set_day (fixture, "1930");
  wait_for_state (fixture, EXPLORER_PICTURE_NOTHING);
  g_assert_true (shows_text (GTK_WIDGET (fixture->view), "Nothing in Force on 31 December 1930"));
  g_assert_false (gtk_widget_get_mapped (get_canvas (fixture)));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), "picture.any-time", NULL));
  g_assert_false (explorer_session_get_day_on (fixture->session));
  wait_for_state (fixture, EXPLORER_PICTURE_READY);
  g_assert_true (gtk_widget_get_mapped (get_canvas (fixture)));
}

static void
test_select (Fixture       *fixture,
             gconstpointer  user_data)
{
  GtkWidget *france = find (get_canvas (fixture), GTK_TYPE_BUTTON, "france");
  GtkWidget *pact = find (get_canvas (fixture), GTK_TYPE_BUTTON, "pact");

  g_assert_nonnull (france);
  g_assert_nonnull (pact);
  gtk_test_accessible_assert_property (france, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "State in 3 alliances");
  gtk_test_accessible_assert_property (pact, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Alliance of 3 states: Defence");
  /* From the picture to the session … */
  g_signal_emit_by_name (france, "clicked");
  g_assert_cmpstr (explorer_session_get_selected (fixture->session), ==, "france");
  wait_for_state (fixture, EXPLORER_PICTURE_READY);
  gtk_test_accessible_assert_state (france, GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  /* … and back. */
  explorer_session_select (fixture->session, "pact", "pact");
  wait_for_state (fixture, EXPLORER_PICTURE_READY);
  gtk_test_accessible_assert_state (pact, GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  gtk_test_accessible_assert_state (france, GTK_ACCESSIBLE_STATE_SELECTED, FALSE);
  g_signal_emit_by_name (get_canvas (fixture), "node-selected", NULL);
  g_assert_null (explorer_session_get_selected (fixture->session));
}

static void
test_pictures (Fixture       *fixture,
               gconstpointer  user_data)
{
  g_autofree char *states = NULL;
  g_autofree char *alliances = NULL;

  g_object_set (fixture->view, "picture", "ties", NULL);
  wait_for_state (fixture, EXPLORER_PICTURE_READY);
  states = dup_drawn (fixture);
  g_assert_cmpstr (states, ==, "britain canada france russia");
  assert_told (fixture, "Picture of states and what they owe each other", "4 states, 5 ties");
  g_object_set (fixture->view, "picture", "overlaps", NULL);
  wait_for_state (fixture, EXPLORER_PICTURE_READY);
  alliances = dup_drawn (fixture);
  g_assert_cmpstr (alliances, ==, "entente pact union");
  assert_told (fixture, "Picture of alliances and the members they share", "3 alliances, 1 overlap");
}

/* The legend tells of what is measured on the day that is looked at. */
static void
test_measures (Fixture       *fixture,
               gconstpointer  user_data)
{
  g_object_set (fixture->view, "picture", "ties", "colour", "degree", NULL);
  set_day (fixture, "1914-08-01");
  wait_for_state (fixture, EXPLORER_PICTURE_READY);
  g_assert_true (shows_text (GTK_WIDGET (fixture->view), "Degree 1"));
  set_day (fixture, "1960");
  wait_for_state (fixture, EXPLORER_PICTURE_READY);
  g_assert_true (shows_text (GTK_WIDGET (fixture->view), "Degree 2"));
  g_assert_false (shows_text (GTK_WIDGET (fixture->view), "Degree 1"));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  explorer_colours_install (gdk_display_get_default ());
#define ADD(path, function) g_test_add ("/graph-view/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("any-time", test_any_time);
  ADD ("day", test_day);
  ADD ("nothing", test_nothing);
  ADD ("select", test_select);
  ADD ("pictures", test_pictures);
  /* Last: views keep how they look. */
  ADD ("measures", test_measures);
#undef ADD
  return g_test_run ();
}
