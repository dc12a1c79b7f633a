/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-canvas"

#include "config.h"

#include <math.h>

#include "explorer-canvas-private.h"

/* How a step of a wheel, and a press of a key, enlarges. */
#define WHEEL_FACTOR 1.2
#define KEY_FACTOR 1.5

/* How a touchpad that moves by so many pixels with Control held enlarges by e. */
#define TOUCHPAD_PIXELS 160.0

/* How far beside a node the pointer may be. */
#define SLACK 4.0
#define SLACK_TOUCH 12.0

/* How far beside an edge. */
#define SLACK_EDGE 3.0

static int
pick (ExplorerCanvas *self,
      double          x,
      double          y,
      double          slack)
{
  if (self->picture == NULL)
    return -1;
  return explorer_picture_pick_node (self->picture, explorer_viewport_to_world (self->viewport, (FoedPoint) { x, y }),
                                     explorer_viewport_get_zoom (self->viewport), slack);
}

static int
pick_edge (ExplorerCanvas *self,
           double          x,
           double          y,
           double          slack)
{
  if (self->picture == NULL)
    return -1;
  return explorer_picture_pick_edge (self->picture, explorer_viewport_to_world (self->viewport, (FoedPoint) { x, y }),
                                     explorer_viewport_get_zoom (self->viewport), slack);
}

/* On a map, a country stands for the node of its state. */
static int
pick_country (ExplorerCanvas *self,
              double          x,
              double          y)
{
  const char *state = NULL;
  guint n_nodes;
  int node;

  if (self->map != NULL && self->picture != NULL)
    state = foed_map_style_pick (self->map, explorer_viewport_to_world (self->viewport, (FoedPoint) { x, y }));
  node = state != NULL ? explorer_picture_find (self->picture, state) : -1;
  return node >= 0 && explorer_picture_get_nodes (self->picture, &n_nodes)[node].visible ? node : -1;
}

static void
hover (ExplorerCanvas *self,
       int             node,
       int             edge)
{
  if (self->hovered == node && self->hovered_edge == edge)
    return;
  self->hovered = node;
  self->hovered_edge = edge;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), node >= 0 || edge >= 0 ? "pointer" : NULL);
  explorer_canvas_update_highlight (self);
}

static void
hover_at (ExplorerCanvas *self,
          double          x,
          double          y)
{
  int node = pick (self, x, y, SLACK);
  int edge = node < 0 ? pick_edge (self, x, y, SLACK_EDGE) : -1;

  hover (self, node < 0 && edge < 0 ? pick_country (self, x, y) : node, edge);
}

static const char *
get_id (ExplorerCanvas *self,
        int             node)
{
  guint n_nodes;

  return node >= 0 ? explorer_picture_get_nodes (self->picture, &n_nodes)[node].id : NULL;
}

static void
motion_cb (ExplorerCanvas *self,
           double          x,
           double          y)
{
  self->pointer_x = x;
  self->pointer_y = y;
  hover_at (self, x, y);
}

static void
leave_cb (ExplorerCanvas *self)
{
  hover (self, -1, -1);
}

static gboolean
kinetic_cb (GtkWidget     *widget,
            GdkFrameClock *clock,
            gpointer       user_data)
{
  ExplorerCanvas *self = EXPLORER_CANVAS (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double elapsed;
  double x;
  double y;

  if (self->kinetic_begin == 0)
    self->kinetic_begin = now;
  elapsed = (double) (now - self->kinetic_begin) / G_USEC_PER_SEC;
  x = explorer_kinetic_get_distance (&self->kinetic_x, elapsed);
  y = explorer_kinetic_get_distance (&self->kinetic_y, elapsed);
  explorer_viewport_pan (self->viewport, x - self->kinetic_done_x, y - self->kinetic_done_y);
  self->kinetic_done_x = x;
  self->kinetic_done_y = y;
  if (!explorer_kinetic_is_over (&self->kinetic_x, elapsed) || !explorer_kinetic_is_over (&self->kinetic_y, elapsed))
    return G_SOURCE_CONTINUE;
  self->kinetic_tick = 0;
  return G_SOURCE_REMOVE;
}

/* Lets the picture glide on with a velocity in pixels a second. */
static void
glide (ExplorerCanvas *self,
       double          x,
       double          y)
{
  gboolean animations;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animations, NULL);
  explorer_canvas_stop (self);
  if (!animations)
    return;
  explorer_kinetic_start (&self->kinetic_x, x);
  explorer_kinetic_start (&self->kinetic_y, y);
  self->kinetic_begin = 0;
  self->kinetic_done_x = self->kinetic_done_y = 0;
  self->kinetic_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), kinetic_cb, NULL, NULL);
}

static void
drag_begin_cb (ExplorerCanvas *self,
               double          x,
               double          y)
{
  guint n_nodes;

  explorer_canvas_stop (self);
  self->drag_x = self->drag_y = 0;
  self->dragged = pick (self, x, y, SLACK);
  if (self->dragged >= 0)
    self->dragged_from = explorer_picture_get_nodes (self->picture, &n_nodes)[self->dragged].point;
}

/* Where the node that is dragged has come to. */
static FoedPoint
get_dragged_point (ExplorerCanvas *self)
{
  double zoom = explorer_viewport_get_zoom (self->viewport);

  return (FoedPoint) { self->dragged_from.x + self->drag_x / zoom, self->dragged_from.y + self->drag_y / zoom };
}

static void
drag_end_cb (ExplorerCanvas *self)
{
  FoedPoint point;

  if (self->dragged < 0 || (self->drag_x == 0 && self->drag_y == 0))
    {
      self->dragged = -1;
      return;
    }
  point = get_dragged_point (self);
  g_signal_emit_by_name (self, "node-dragged", get_id (self, self->dragged), point.x, point.y);
  self->dragged = -1;
  explorer_highlight_layer_set_dragged (self->highlight, -1, point);
}

static void
drag_cancel_cb (ExplorerCanvas *self)
{
  self->dragged = -1;
  explorer_highlight_layer_set_dragged (self->highlight, -1, (FoedPoint) { 0, 0 });
}

static void
drag_update_cb (ExplorerCanvas *self,
                double          x,
                double          y,
                GtkGesture     *gesture)
{
  if (self->drag_x == 0 && self->drag_y == 0 &&
      !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) x, (int) y))
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  hover (self, -1, -1);
  if (self->dragged < 0)
    explorer_viewport_pan (self->viewport, x - self->drag_x, y - self->drag_y);
  self->drag_x = x;
  self->drag_y = y;
  self->moved = TRUE;
  if (self->dragged >= 0)
    explorer_highlight_layer_set_dragged (self->highlight, self->dragged, get_dragged_point (self));
}

static void
swipe_cb (ExplorerCanvas *self,
          double          x,
          double          y)
{
  if (self->dragged < 0 && (self->drag_x != 0 || self->drag_y != 0))
    glide (self, x, y);
}

static gboolean
scroll_cb (ExplorerCanvas           *self,
           double                    x,
           double                    y,
           GtkEventControllerScroll *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean wheel = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL;

  explorer_canvas_stop (self);
  self->moved = TRUE;
  if (wheel && state & GDK_SHIFT_MASK)
    explorer_viewport_pan (self->viewport, -(x + y) * 60, 0);
  else if (wheel)
    explorer_viewport_zoom_about (self->viewport, pow (WHEEL_FACTOR, -y), self->pointer_x, self->pointer_y);
  else if (state & GDK_CONTROL_MASK)
    explorer_viewport_zoom_about (self->viewport, exp (-y / TOUCHPAD_PIXELS), self->pointer_x, self->pointer_y);
  else
    explorer_viewport_pan (self->viewport, -x, -y);
  if (wheel)
    hover_at (self, self->pointer_x, self->pointer_y);
  else
    hover (self, -1, -1);
  return GDK_EVENT_STOP;
}

/* A touchpad that was let go of goes on, as a wheel does not. */
static void
decelerate_cb (ExplorerCanvas           *self,
               double                    x,
               double                    y,
               GtkEventControllerScroll *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if (gtk_event_controller_scroll_get_unit (controller) != GDK_SCROLL_UNIT_WHEEL && !(state & GDK_CONTROL_MASK))
    glide (self, -x, -y);
}

static void
pinch_begin_cb (ExplorerCanvas *self)
{
  explorer_canvas_stop (self);
  self->pinch = 1;
}

static void
pinch_cb (ExplorerCanvas *self,
          double          scale,
          GtkGesture     *gesture)
{
  double x;
  double y;

  if (scale <= 0 || !gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    return;
  self->moved = TRUE;
  explorer_viewport_zoom_about (self->viewport, scale / self->pinch, x, y);
  self->pinch = scale;
}

static void
pressed_cb (ExplorerCanvas *self)
{
  explorer_canvas_stop (self);
}

static void
released_cb (ExplorerCanvas *self,
             int             n_press,
             double          x,
             double          y,
             GtkGesture     *gesture)
{
  GdkEvent *event = gtk_gesture_get_last_event (gesture, gtk_gesture_get_last_updated_sequence (gesture));
  gboolean touch = event != NULL && gdk_event_get_event_type (event) == GDK_TOUCH_END;
  int node = pick (self, x, y, touch ? SLACK_TOUCH : SLACK);
  int edge = node < 0 ? pick_edge (self, x, y, touch ? SLACK_TOUCH : SLACK_EDGE) : -1;
  const GdkRectangle place = { (int) x, (int) y, 1, 1 };
  guint n_edges;

  if (node < 0 && edge < 0)
    node = pick_country (self, x, y);
  self->walking = FALSE;
  if (node >= 0)
    explorer_canvas_focus_node (self, node);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self));
  if (edge >= 0)
    g_signal_emit_by_name (self, "edge-asked", explorer_picture_get_edges (self->picture, &n_edges)[edge].edge, &place);
  else if (n_press == 2 && node >= 0)
    g_signal_emit_by_name (self, "node-opened", get_id (self, node));
  else if (n_press == 1)
    g_signal_emit_by_name (self, "node-selected", get_id (self, node));
}

static void
explorer_canvas_zoom_action (GtkWidget  *widget,
                             const char *action_name,
                             GVariant   *parameter)
{
  explorer_canvas_zoom (EXPLORER_CANVAS (widget),
                        g_str_equal (action_name, "canvas.zoom-in") ? KEY_FACTOR : 1 / KEY_FACTOR);
}

static void
explorer_canvas_fit_action (GtkWidget  *widget,
                            const char *action_name,
                            GVariant   *parameter)
{
  explorer_canvas_fit (EXPLORER_CANVAS (widget), TRUE);
}

/* The node in the middle of what is shown, to begin with. */
static int
find_middle (ExplorerCanvas *self)
{
  FoedPoint centre = explorer_viewport_get_centre (self->viewport);

  return explorer_picture_pick_node (self->picture, centre, explorer_viewport_get_zoom (self->viewport), G_MAXDOUBLE);
}

static void
explorer_canvas_go_action (GtkWidget  *widget,
                           const char *action_name,
                           GVariant   *parameter)
{
  ExplorerCanvas *self = EXPLORER_CANVAS (widget);
  int x;
  int y;
  int node;

  if (self->picture == NULL)
    return;
  g_variant_get (parameter, "(ii)", &x, &y);
  self->walking = TRUE;
  node = self->focused >= 0 ? explorer_picture_get_next (self->picture, self->focused, x, y) : find_middle (self);
  if (node >= 0)
    explorer_canvas_focus_node (self, node);
  else
    gtk_widget_error_bell (widget);
}

/* Where @node is, as a place for something to point at. */
static GdkRectangle
get_place (ExplorerCanvas *self,
           int             node)
{
  guint n_nodes;
  const ExplorerPictureNode *picked = &explorer_picture_get_nodes (self->picture, &n_nodes)[node];
  FoedPoint middle = explorer_viewport_to_widget (self->viewport, picked->point);
  int radius = (int) (picked->radius * explorer_picture_get_scale (explorer_viewport_get_zoom (self->viewport))) + 2;

  return (GdkRectangle) { (int) middle.x - radius, (int) middle.y - radius, 2 * radius, 2 * radius };
}

static void
explorer_canvas_ties_action (GtkWidget  *widget,
                             const char *action_name,
                             GVariant   *parameter)
{
  ExplorerCanvas *self = EXPLORER_CANVAS (widget);
  GdkRectangle place;

  if (self->focused < 0)
    {
      gtk_widget_error_bell (widget);
      return;
    }
  place = get_place (self, self->focused);
  g_signal_emit_by_name (self, "ties-asked", get_id (self, self->focused), &place);
}

static void
ask_for_menu (ExplorerCanvas *self,
              int             node)
{
  GdkRectangle place = get_place (self, node);

  g_signal_emit_by_name (self, "menu-asked", get_id (self, node), &place);
}

static void
explorer_canvas_menu_action (GtkWidget  *widget,
                             const char *action_name,
                             GVariant   *parameter)
{
  ExplorerCanvas *self = EXPLORER_CANVAS (widget);

  if (self->focused >= 0)
    ask_for_menu (self, self->focused);
  else
    gtk_widget_error_bell (widget);
}

static void
menu_pressed_cb (ExplorerCanvas *self,
                 int             n_press,
                 double          x,
                 double          y)
{
  int node = pick (self, x, y, SLACK);

  if (node < 0)
    return;
  explorer_canvas_focus_node (self, node);
  ask_for_menu (self, node);
}

static void
long_pressed_cb (ExplorerCanvas *self,
                 double          x,
                 double          y)
{
  int node = pick (self, x, y, SLACK_TOUCH);

  if (node >= 0)
    ask_for_menu (self, node);
}

static void
explorer_canvas_pan_action (GtkWidget  *widget,
                            const char *action_name,
                            GVariant   *parameter)
{
  ExplorerCanvas *self = EXPLORER_CANVAS (widget);
  int x;
  int y;

  g_variant_get (parameter, "(ii)", &x, &y);
  explorer_canvas_stop (self);
  self->moved = TRUE;
  explorer_viewport_pan (self->viewport, -80.0 * x, -80.0 * y);
}

/* First nothing is looked at any more, then nothing is selected. */
static void
explorer_canvas_clear_action (GtkWidget  *widget,
                              const char *action_name,
                              GVariant   *parameter)
{
  ExplorerCanvas *self = EXPLORER_CANVAS (widget);

  if (self->focused >= 0)
    gtk_widget_grab_focus (widget);
  else
    g_signal_emit_by_name (self, "node-selected", NULL);
}

static void
add_arrow (GtkWidgetClass *widget_class,
           guint           key,
           guint           keypad_key,
           int             x,
           int             y)
{
  gtk_widget_class_add_binding_action (widget_class, key, 0, "canvas.go", "(ii)", x, y);
  gtk_widget_class_add_binding_action (widget_class, keypad_key, 0, "canvas.go", "(ii)", x, y);
  gtk_widget_class_add_binding_action (widget_class, key, GDK_SHIFT_MASK, "canvas.pan", "(ii)", x, y);
  gtk_widget_class_add_binding_action (widget_class, keypad_key, GDK_SHIFT_MASK, "canvas.pan", "(ii)", x, y);
}

/* Actions and the keys that call them. */
void
explorer_canvas_install_input (GtkWidgetClass *widget_class)
{
  static const guint keys_in[] = { GDK_KEY_plus, GDK_KEY_equal, GDK_KEY_KP_Add };
  static const guint keys_out[] = { GDK_KEY_minus, GDK_KEY_KP_Subtract };
  static const guint keys_fit[] = { GDK_KEY_0, GDK_KEY_KP_0 };

  gtk_widget_class_install_action (widget_class, "canvas.zoom-in", NULL, explorer_canvas_zoom_action);
  gtk_widget_class_install_action (widget_class, "canvas.zoom-out", NULL, explorer_canvas_zoom_action);
  gtk_widget_class_install_action (widget_class, "canvas.fit", NULL, explorer_canvas_fit_action);
  gtk_widget_class_install_action (widget_class, "canvas.go", "(ii)", explorer_canvas_go_action);
  gtk_widget_class_install_action (widget_class, "canvas.pan", "(ii)", explorer_canvas_pan_action);
  gtk_widget_class_install_action (widget_class, "canvas.clear", NULL, explorer_canvas_clear_action);
  gtk_widget_class_install_action (widget_class, "canvas.menu", NULL, explorer_canvas_menu_action);
  gtk_widget_class_install_action (widget_class, "canvas.ties", NULL, explorer_canvas_ties_action);

  for (guint i = 0; i < G_N_ELEMENTS (keys_in); i++)
    {
      gtk_widget_class_add_binding_action (widget_class, keys_in[i], 0, "canvas.zoom-in", NULL);
      gtk_widget_class_add_binding_action (widget_class, keys_in[i], GDK_CONTROL_MASK, "canvas.zoom-in", NULL);
    }
  for (guint i = 0; i < G_N_ELEMENTS (keys_out); i++)
    {
      gtk_widget_class_add_binding_action (widget_class, keys_out[i], 0, "canvas.zoom-out", NULL);
      gtk_widget_class_add_binding_action (widget_class, keys_out[i], GDK_CONTROL_MASK, "canvas.zoom-out", NULL);
    }
  for (guint i = 0; i < G_N_ELEMENTS (keys_fit); i++)
    {
      gtk_widget_class_add_binding_action (widget_class, keys_fit[i], 0, "canvas.fit", NULL);
      gtk_widget_class_add_binding_action (widget_class, keys_fit[i], GDK_CONTROL_MASK, "canvas.fit", NULL);
    }
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "canvas.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "canvas.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, 0, "canvas.ties", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "canvas.clear", NULL);
  add_arrow (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, -1, 0);
  add_arrow (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, 1, 0);
  add_arrow (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, 0, -1);
  add_arrow (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, 0, 1);
}

static void
add_drag (ExplorerCanvas *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *swipe = gtk_gesture_swipe_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), GDK_BUTTON_PRIMARY);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (swipe), GDK_BUTTON_PRIMARY);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_end_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (drag_cancel_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (swipe, "swipe", G_CALLBACK (swipe_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (swipe));
  gtk_gesture_group (drag, swipe);
}

/* Lets a person move about with mouse, touchpad and touch screen. */
void
explorer_canvas_add_input (ExplorerCanvas *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES |
                                                                GTK_EVENT_CONTROLLER_SCROLL_KINETIC);
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();
  GtkGesture *hold = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  g_signal_connect_object (menu, "pressed", G_CALLBACK (menu_pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hold, "pressed", G_CALLBACK (long_pressed_cb), self, G_CONNECT_SWAPPED);

  g_signal_connect_object (motion, "enter", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scroll_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scroll, "decelerate", G_CALLBACK (decelerate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pinch, "begin", G_CALLBACK (pinch_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pinch, "scale-changed", G_CALLBACK (pinch_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  add_drag (self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (menu));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (hold));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
