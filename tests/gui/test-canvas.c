/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The canvas in a window: what it draws, what can be hit, what the keys do and what is told to who can't see it. */

#include "config.h"

#include <adwaita.h>
#include <math.h>

#include "explorer/canvas/explorer-canvas.h"
#include "explorer/canvas/explorer-legend.h"

#define WIDTH 640
#define HEIGHT 480

typedef struct
{
  GtkWidget *window;
  GtkWidget *canvas;
  char      *selected;
  char      *opened;
  guint      n_selected;
} Fixture;

static const GdkRGBA blue = { 0, 0, 1, 1 };
static const GdkRGBA grey = { 0.5f, 0.5f, 0.5f, 1 };

/* A square amid three circles; @n_visible of the four are there. Two more circles lie apart. */
static ExplorerPicture *
make_picture (guint n_visible)
{
  ExplorerPictureNode nodes[] = {
    { .id = "middle", .label = "M", .title = "Middle Pact", .description = "Alliance of 3 states", .point = { 0, 0 },
      .radius = 10, .shape = FOED_SHAPE_SQUARE, .colour = blue, .importance = 9 },
    { .id = "east", .label = "EST", .title = "Eastland", .point = { 100, 0 }, .radius = 5, .colour = grey,
      .importance = 5 },
    { .id = "north", .label = "NOR", .title = "Northland", .point = { 0, -100 }, .radius = 5, .colour = grey,
      .importance = 4 },
    { .id = "west", .label = "WST", .title = "Westland", .point = { -100, 0 }, .radius = 5, .colour = grey,
      .importance = 3 },
  };
  ExplorerPictureEdge edges[3];
  guint n_edges = 0;

  for (guint i = 0; i < n_visible; i++)
    nodes[i].visible = TRUE;
  for (guint i = 1; i < n_visible; i++)
    edges[n_edges++] = (ExplorerPictureEdge) { .from = 0, .to = i, .colour = grey, .width = 1 };
  return explorer_picture_new (nodes, G_N_ELEMENTS (nodes), edges, n_edges);
}

static void
selected_cb (Fixture    *fixture,
             const char *id)
{
  g_free (fixture->selected);
  fixture->selected = g_strdup (id);
  fixture->n_selected++;
}

static void
opened_cb (Fixture    *fixture,
           const char *id)
{
  g_free (fixture->opened);
  fixture->opened = g_strdup (id);
}

static void
wait_for (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < end)
    {
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (2000);
    }
}

/* Waits until edges have been drawn and buttons dealt out. */
static void
settle (Fixture *fixture)
{
  gboolean busy = TRUE;

  for (guint i = 0; busy && i < 100; i++)
    {
      wait_for (200);
      g_object_get (gtk_widget_get_first_child (fixture->canvas), "busy", &busy, NULL);
    }
  g_assert_false (busy);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autoptr(ExplorerPicture) picture = make_picture (4);

  fixture->window = gtk_window_new ();
  fixture->canvas = explorer_canvas_new ();
  g_object_set (gtk_widget_get_settings (fixture->window), "gtk-enable-animations", FALSE, NULL);
  g_signal_connect_swapped (fixture->canvas, "node-selected", G_CALLBACK (selected_cb), fixture);
  g_signal_connect_swapped (fixture->canvas, "node-opened", G_CALLBACK (opened_cb), fixture);
  gtk_widget_set_size_request (fixture->canvas, WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->canvas);
  explorer_canvas_set_picture (EXPLORER_CANVAS (fixture->canvas), picture);
  gtk_window_present (GTK_WINDOW (fixture->window));
  while (!gtk_widget_get_mapped (fixture->canvas) || gtk_widget_get_width (fixture->canvas) == 0)
    g_main_context_iteration (NULL, TRUE);
  explorer_viewport_go_to (explorer_canvas_get_viewport (EXPLORER_CANVAS (fixture->canvas)), (FoedPoint) { 0, 0 }, 1);
  explorer_canvas_zoom (EXPLORER_CANVAS (fixture->canvas), 1);
  settle (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autoptr(GtkWidget) canvas = g_object_ref (fixture->canvas);

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  wait_for (20);
  g_assert_finalize_object (g_steal_pointer (&canvas));
  g_free (fixture->selected);
  g_free (fixture->opened);
}

static ExplorerViewport *
get_viewport (Fixture *fixture)
{
  return explorer_canvas_get_viewport (EXPLORER_CANVAS (fixture->canvas));
}

static FoedPoint
get_place (Fixture *fixture,
           double   x,
           double   y)
{
  return explorer_viewport_to_widget (get_viewport (fixture), (FoedPoint) { x, y });
}

static void
set_picture (Fixture *fixture,
             guint    n_visible)
{
  g_autoptr(ExplorerPicture) picture = make_picture (n_visible);

  explorer_canvas_set_picture (EXPLORER_CANVAS (fixture->canvas), picture);
}

static GtkWidget *
get_layer (Fixture *fixture,
           guint    position)
{
  GtkWidget *layer = gtk_widget_get_first_child (fixture->canvas);

  for (guint i = 0; i < position; i++)
    layer = gtk_widget_get_next_sibling (layer);
  return layer;
}

/* Writes down what a render node draws, but for texts, which are different with every font. */
static void
describe_node (GskRenderNode *node,
               GString       *words)
{
  const GskRoundedRect *clip;
  graphene_rect_t bounds;
  const GdkRGBA *colour;

  if (node == NULL)
    return;
  switch ((int) gsk_render_node_get_node_type (node))
    {
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        describe_node (gsk_container_node_get_child (node, i), words);
      break;
    case GSK_TRANSFORM_NODE:
      g_string_append (words, "moved ");
      describe_node (gsk_transform_node_get_child (node), words);
      break;
    case GSK_ROUNDED_CLIP_NODE:
      clip = gsk_rounded_clip_node_get_clip (node);
      g_string_append_printf (words, "round %.0f ", clip->corner[0].width);
      describe_node (gsk_rounded_clip_node_get_child (node), words);
      break;
    case GSK_COLOR_NODE:
      gsk_render_node_get_bounds (node, &bounds);
      colour = gsk_color_node_get_color (node);
      g_string_append_printf (words, "%.0f %.0f %.0f %.0f #%02x%02x%02x%02x\n", bounds.origin.x, bounds.origin.y,
                              bounds.size.width, bounds.size.height, (guint) roundf (colour->red * 255),
                              (guint) roundf (colour->green * 255), (guint) roundf (colour->blue * 255),
                              (guint) roundf (colour->alpha * 255));
      break;
    case GSK_CAIRO_NODE:
    case GSK_TEXTURE_NODE:
      g_string_append (words, "lines\n");
      break;
    case GSK_BORDER_NODE:
      gsk_render_node_get_bounds (node, &bounds);
      g_string_append_printf (words, "ring %.0f %.0f %.0f %.0f\n", bounds.origin.x, bounds.origin.y, bounds.size.width,
                              bounds.size.height);
      break;
    default:
      break;
    }
}

static char *
draw (GtkWidget *layer)
{
  g_autoptr(GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr(GString) words = g_string_new (NULL);
  GskRenderNode *node;

  GTK_WIDGET_GET_CLASS (layer)->snapshot (layer, snapshot);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  describe_node (node, words);
  g_clear_pointer (&node, gsk_render_node_unref);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static GtkEventController *
find_controller (Fixture *fixture,
                 GType    type)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (fixture->canvas);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_OBJECT_TYPE (controller) == type)
        return controller;
    }
  g_error ("There is no %s", g_type_name (type));
}

static void
click (Fixture *fixture,
       int      n_presses,
       double   x,
       double   y)
{
  FoedPoint place = get_place (fixture, x, y);

  g_signal_emit_by_name (find_controller (fixture, GTK_TYPE_GESTURE_CLICK), "pressed", n_presses, place.x, place.y);
  g_signal_emit_by_name (find_controller (fixture, GTK_TYPE_GESTURE_CLICK), "released", n_presses, place.x, place.y);
}

static void
point_at (Fixture *fixture,
          double   x,
          double   y)
{
  FoedPoint place = get_place (fixture, x, y);

  g_signal_emit_by_name (find_controller (fixture, GTK_TYPE_EVENT_CONTROLLER_MOTION), "motion", place.x, place.y);
}

/* The visible buttons of nodes. */
static GPtrArray *
list_buttons (Fixture *fixture)
{
  GPtrArray *buttons = g_ptr_array_new ();

  for (GtkWidget *child = gtk_widget_get_first_child (fixture->canvas); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_BUTTON (child) && gtk_widget_get_visible (child))
        g_ptr_array_add (buttons, child);
    }
  return buttons;
}

static GtkWidget *
find_button (Fixture    *fixture,
             const char *label)
{
  g_autoptr(GPtrArray) buttons = list_buttons (fixture);

  for (guint i = 0; i < buttons->len; i++)
    {
      g_autofree char *wrong = gtk_test_accessible_check_property (GTK_ACCESSIBLE (buttons->pdata[i]),
                                                                   GTK_ACCESSIBLE_PROPERTY_LABEL, label, NULL);

      if (wrong == NULL)
        return buttons->pdata[i];
    }
  return NULL;
}

static void
test_drawing (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autofree char *drawn = draw (get_layer (fixture, 1));
  g_autofree char *fewer = NULL;

  g_assert_cmpstr (drawn, ==,
                   "moved round 3 -10 -10 20 20 #0000ffff\n"
                   "round 5 95 -5 10 10 #808080ff\n"
                   "round 5 -5 -105 10 10 #808080ff\n"
                   "round 5 -105 -5 10 10 #808080ff\n");
  set_picture (fixture, 2);
  fewer = draw (get_layer (fixture, 1));
  g_assert_cmpstr (fewer, ==, "moved round 3 -10 -10 20 20 #0000ffff\nround 5 95 -5 10 10 #808080ff\n");
}

/* What a person has put somewhere has a light dot in it, like the head of a pin. */
static void
test_drawing_pins (Fixture       *fixture,
                   gconstpointer  user_data)
{
  const ExplorerPictureNode nodes[] = {
    { .id = "middle", .label = "M", .title = "Middle Pact", .radius = 10, .shape = FOED_SHAPE_SQUARE, .colour = blue,
      .visible = TRUE, .pinned = TRUE },
    { .id = "east", .label = "EST", .title = "Eastland", .point = { 100, 0 }, .radius = 10, .colour = grey,
      .visible = TRUE },
  };
  g_autoptr(ExplorerPicture) picture = explorer_picture_new (nodes, G_N_ELEMENTS (nodes), NULL, 0);
  g_autofree char *drawn = NULL;

  explorer_canvas_set_picture (EXPLORER_CANVAS (fixture->canvas), picture);
  explorer_viewport_go_to (get_viewport (fixture), (FoedPoint) { 0, 0 }, 1);
  drawn = draw (get_layer (fixture, 1));
  g_assert_cmpstr (drawn, ==,
                   "moved round 3 -10 -10 20 20 #0000ffff\n"
                   "round 4 -4 -4 8 8 #ffffffff\n"
                   "round 10 90 -10 20 20 #808080ff\n");
}

/* The edge under the pointer is drawn once more, and so are the nodes that it joins. */
static void
test_drawing_edge (Fixture       *fixture,
                   gconstpointer  user_data)
{
  g_autofree char *before = draw (get_layer (fixture, 3));
  g_autofree char *hovered = NULL;
  g_autofree char *after = NULL;

  g_assert_cmpstr (before, ==, "");
  point_at (fixture, 50, 0);
  hovered = draw (get_layer (fixture, 3));
  g_assert_cmpstr (hovered, ==, "lines\nround 5 415 235 10 10 #808080ff\nround 3 310 230 20 20 #0000ffff\n");
  point_at (fixture, 60, 60);
  after = draw (get_layer (fixture, 3));
  g_assert_cmpstr (after, ==, "");
}

static void
test_still (Fixture       *fixture,
            gconstpointer  user_data)
{
  FoedPoint before = get_place (fixture, 100, 0);
  const ExplorerPictureNode node = { .id = "other", .label = "O", .title = "Other", .point = { 5000, 0 }, .radius = 5,
                                     .visible = TRUE };
  g_autoptr(ExplorerPicture) other = explorer_picture_new (&node, 1, NULL, 0);
  guint n_children = 0;

  /* Two hundred years: nothing moves, and nothing piles up. */
  for (guint year = 0; year < 200; year++)
    {
      set_picture (fixture, 1 + year % 4);
      if (year % 10 == 0)
        wait_for (1);
      g_assert_cmpfloat (get_place (fixture, 100, 0).x, ==, before.x);
    }
  settle (fixture);
  for (GtkWidget *child = gtk_widget_get_first_child (fixture->canvas); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_children++;
  g_assert_cmpuint (n_children, <=, 4 + 4);
  /* Another picture is brought into view. */
  explorer_canvas_set_picture (EXPLORER_CANVAS (fixture->canvas), other);
  g_assert_cmpfloat_with_epsilon (explorer_viewport_get_centre (get_viewport (fixture)).x, 5000, 1);
}

static void
test_click (Fixture       *fixture,
            gconstpointer  user_data)
{
  click (fixture, 1, 102, 2);
  g_assert_cmpstr (fixture->selected, ==, "east");
  g_assert_null (fixture->opened);
  click (fixture, 2, -102, 2);
  g_assert_cmpstr (fixture->opened, ==, "west");
  click (fixture, 1, 50, 50);
  g_assert_null (fixture->selected);
  g_assert_cmpuint (fixture->n_selected, ==, 2);
}

static void
test_hover (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_autofree char *before = draw (get_layer (fixture, 3));
  g_autofree char *drawn = NULL;
  g_autofree char *after = NULL;

  g_assert_cmpstr (before, ==, "");
  point_at (fixture, 100, 1);
  drawn = draw (get_layer (fixture, 3));
  /* A veil over all, and on it what Eastland has to do with: the pact and those in it. */
  g_assert_nonnull (strstr (drawn, "0 0 640 480 "));
  g_assert_nonnull (strstr (drawn, "round 3 310 230 20 20 #0000ffff"));
  g_assert_nonnull (strstr (drawn, "round 5 415 235 10 10 #808080ff"));
  g_assert_nonnull (strstr (drawn, "round 5 215 235 10 10 #808080ff"));
  g_assert_cmpfloat (gtk_widget_get_opacity (get_layer (fixture, 2)), ==, 0);
  point_at (fixture, 50, 50);
  after = draw (get_layer (fixture, 3));
  g_assert_cmpstr (after, ==, "");
  g_assert_cmpfloat (gtk_widget_get_opacity (get_layer (fixture, 2)), ==, 1);
}

static void
test_selected (Fixture       *fixture,
               gconstpointer  user_data)
{
  g_autofree char *drawn = NULL;
  g_autofree char *gone = NULL;

  explorer_canvas_set_selected (EXPLORER_CANVAS (fixture->canvas), "north");
  drawn = draw (get_layer (fixture, 3));
  g_assert_nonnull (strstr (drawn, "ring 312 132 16 16\n"));
  settle (fixture);
  gtk_test_accessible_assert_state (find_button (fixture, "Northland"), GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  gtk_test_accessible_assert_state (find_button (fixture, "Eastland"), GTK_ACCESSIBLE_STATE_SELECTED, FALSE);
  /* It comes and goes with the year. */
  set_picture (fixture, 2);
  gone = draw (get_layer (fixture, 3));
  g_assert_cmpstr (gone, ==, "");
  set_picture (fixture, 4);
  g_free (g_steal_pointer (&gone));
  gone = draw (get_layer (fixture, 3));
  g_assert_cmpstr (gone, ==, drawn);
}

static void
test_zoom (Fixture       *fixture,
           gconstpointer  user_data)
{
  double before = explorer_viewport_get_zoom (get_viewport (fixture));

  gtk_widget_activate_action (fixture->canvas, "canvas.zoom-in", NULL);
  g_assert_cmpfloat (explorer_viewport_get_zoom (get_viewport (fixture)), >, before * 1.2);
  gtk_widget_activate_action (fixture->canvas, "canvas.zoom-out", NULL);
  g_assert_cmpfloat_with_epsilon (explorer_viewport_get_zoom (get_viewport (fixture)), before, 1e-9);
  explorer_viewport_pan (get_viewport (fixture), 80, 30);
  gtk_widget_activate_action (fixture->canvas, "canvas.fit", NULL);
  g_assert_cmpfloat_with_epsilon (get_place (fixture, -105, 0).x, WIDTH - get_place (fixture, 105, 0).x, 1e-6);
  g_assert_cmpfloat (get_place (fixture, 0, -105).y, >, 0);
}

static void
test_fly (Fixture       *fixture,
          gconstpointer  user_data)
{
  explorer_viewport_go_to (get_viewport (fixture), (FoedPoint) { -100, 0 }, 5);
  explorer_canvas_reveal (EXPLORER_CANVAS (fixture->canvas), "west");
  g_assert_cmpfloat (get_place (fixture, -100, 0).x, ==, WIDTH / 2);
  explorer_canvas_reveal (EXPLORER_CANVAS (fixture->canvas), "east");
  g_assert_cmpfloat (get_place (fixture, 100, 0).x, ==, WIDTH / 2);
  explorer_canvas_fly_to (EXPLORER_CANVAS (fixture->canvas), "nobody");
  g_assert_cmpfloat (get_place (fixture, 100, 0).x, ==, WIDTH / 2);
}

static void
test_keys (Fixture       *fixture,
           gconstpointer  user_data)
{
  GtkRoot *root = gtk_widget_get_root (fixture->canvas);

  gtk_root_set_focus (root, NULL);
  /* Tab goes by importance, then on to what comes after. */
  g_assert_true (gtk_widget_child_focus (fixture->canvas, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_root_get_focus (root) == find_button (fixture, "Middle Pact"));
  g_assert_true (gtk_widget_child_focus (fixture->canvas, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_root_get_focus (root) == find_button (fixture, "Eastland"));
  g_assert_true (gtk_widget_child_focus (fixture->canvas, GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_root_get_focus (root) == find_button (fixture, "Middle Pact"));
  for (guint i = 0; i < 3; i++)
    g_assert_true (gtk_widget_child_focus (fixture->canvas, GTK_DIR_TAB_FORWARD));
  g_assert_false (gtk_widget_child_focus (fixture->canvas, GTK_DIR_TAB_FORWARD));

  gtk_widget_grab_focus (find_button (fixture, "Middle Pact"));
  gtk_widget_activate_action (fixture->canvas, "canvas.go", "(ii)", 0, -1);
  g_assert_true (gtk_root_get_focus (root) == find_button (fixture, "Northland"));
  g_assert_cmpfloat (gtk_widget_get_opacity (get_layer (fixture, 2)), ==, 0);
  gtk_widget_activate (gtk_root_get_focus (root));
  /* A button shows for a while that it is pressed. */
  for (guint i = 0; i < 50 && fixture->opened == NULL; i++)
    wait_for (100);
  g_assert_cmpstr (fixture->opened, ==, "north");

  /* First what is looked at is let go, then what is selected. */
  gtk_widget_activate_action (fixture->canvas, "canvas.clear", NULL);
  g_assert_true (gtk_root_get_focus (root) == fixture->canvas);
  g_assert_cmpuint (fixture->n_selected, ==, 0);
  gtk_widget_activate_action (fixture->canvas, "canvas.clear", NULL);
  g_assert_cmpuint (fixture->n_selected, ==, 1);
  g_assert_null (fixture->selected);
}

/* What the keyboard is on goes: the canvas takes it, so that the next key still does something. */
static void
test_focus_lost (Fixture       *fixture,
                 gconstpointer  user_data)
{
  gtk_widget_grab_focus (find_button (fixture, "Westland"));
  set_picture (fixture, 2);
  settle (fixture);
  g_assert_true (gtk_root_get_focus (gtk_widget_get_root (fixture->canvas)) == fixture->canvas);
  gtk_widget_activate_action (fixture->canvas, "canvas.go", "(ii)", 1, 0);
  g_assert_false (gtk_root_get_focus (gtk_widget_get_root (fixture->canvas)) == fixture->canvas);
}

/* A node beyond the edge is brought in when the keyboard gets to it. */
static void
test_focus_beyond (Fixture       *fixture,
                   gconstpointer  user_data)
{
  explorer_viewport_go_to (get_viewport (fixture), (FoedPoint) { 0, 0 }, 4);
  settle (fixture);
  g_assert_null (find_button (fixture, "Eastland"));
  gtk_widget_grab_focus (find_button (fixture, "Middle Pact"));
  gtk_widget_activate_action (fixture->canvas, "canvas.go", "(ii)", 1, 0);
  g_assert_nonnull (find_button (fixture, "Eastland"));
  g_assert_cmpfloat (get_place (fixture, 100, 0).x, <, WIDTH);
}

static void
test_accessible (Fixture       *fixture,
                 gconstpointer  user_data)
{
  g_autoptr(GPtrArray) buttons = list_buttons (fixture);

  gtk_test_accessible_assert_role (fixture->canvas, GTK_ACCESSIBLE_ROLE_GROUP);
  g_assert_cmpuint (buttons->len, ==, 4);
  gtk_test_accessible_assert_role (find_button (fixture, "Middle Pact"), GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (find_button (fixture, "Middle Pact"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Alliance of 3 states");
  set_picture (fixture, 1);
  settle (fixture);
  g_assert_nonnull (find_button (fixture, "Middle Pact"));
  g_assert_null (find_button (fixture, "Eastland"));
}

static void
test_legend (void)
{
  g_autoptr(GtkWidget) legend = g_object_ref_sink (explorer_legend_new ());
  g_autoptr(GPtrArray) none = foed_legend_new ();
  guint n_visible = 0;

  gtk_test_accessible_assert_role (legend, GTK_ACCESSIBLE_ROLE_GROUP);
  for (guint round = 3; round > 0; round--)
    {
      g_autoptr(GPtrArray) entries = foed_legend_new ();

      for (guint i = 0; i < round; i++)
        foed_legend_add (entries, FOED_LEGEND_LINE, (FoedColour) { 0, 0, 1, 1 }, "Defence");
      explorer_legend_set_entries (EXPLORER_LEGEND (legend), entries);
      n_visible = 0;
      for (GtkWidget *row = gtk_widget_get_first_child (legend); row != NULL; row = gtk_widget_get_next_sibling (row))
        n_visible += gtk_widget_get_visible (row) ? 1 : 0;
      g_assert_cmpuint (n_visible, ==, round);
    }
  explorer_legend_set_entries (EXPLORER_LEGEND (legend), none);
  g_assert_false (gtk_widget_get_visible (legend));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  /* Windows open in the middle of the screen: the pointer must not be there already. */
  g_assert_true (g_spawn_command_line_sync ("xdotool mousemove 1 1", NULL, NULL, NULL, NULL));
#define ADD(path, function) g_test_add ("/canvas/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("drawing", test_drawing);
  ADD ("drawing-pins", test_drawing_pins);
  ADD ("drawing-edge", test_drawing_edge);
  ADD ("still", test_still);
  ADD ("click", test_click);
  ADD ("hover", test_hover);
  ADD ("selected", test_selected);
  ADD ("zoom", test_zoom);
  ADD ("fly", test_fly);
  ADD ("keys", test_keys);
  ADD ("focus-lost", test_focus_lost);
  ADD ("focus-beyond", test_focus_beyond);
  ADD ("accessible", test_accessible);
#undef ADD
  g_test_add_func ("/legend", test_legend);
  return g_test_run ();
}
