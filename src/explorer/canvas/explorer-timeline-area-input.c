/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-timeline-area"

#include "config.h"

#include <math.h>

#include "drawing/foed-timeline-words.h"
#include "explorer-timeline-area-private.h"

/* How a step of a wheel, and a press of a key, enlarges. */
#define WHEEL_FACTOR 1.25
#define KEY_FACTOR 1.5

/* How a touchpad that moves by so many pixels with Control held enlarges by e. */
#define TOUCHPAD_PIXELS 160.0

/* How far beside a mark the pointer may be. */
#define SLACK 4.0

/* How many events a hint tells of. */
#define N_MARKS_TOLD 8

/* How far a key moves what is shown, as a share of its width. */
#define KEY_SHARE 0.2

static int
find_line_at (ExplorerTimelineArea *self,
              double                y)
{
  int line = (int) floor ((y - self->frame.axis + self->frame.scroll) / self->frame.pitch);

  return y < self->frame.axis || line < 0 || line >= (int) self->lines->len ? -1 : line;
}

static const FoedTimelineItem *
pick (ExplorerTimelineArea *self,
      double                x,
      double                y)
{
  const GArray *items;
  int item;

  if (self->timeline == NULL || y < self->frame.axis)
    return NULL;
  items = explorer_timeline_area_get_items (self);
  item = foed_timeline_pick (items, x, y, SLACK);
  return item >= 0 ? &g_array_index (items, FoedTimelineItem, item) : NULL;
}

static gboolean
is_on_axis (ExplorerTimelineArea *self,
            double                x,
            double                y)
{
  double left = self->frame.mirrored ? 0 : self->frame.names;

  return y < self->frame.axis && x >= left && x <= left + self->frame.scale.width;
}

static void
hover (ExplorerTimelineArea *self,
       int                   line)
{
  if (self->look.hovered == line)
    return;
  self->look.hovered = line;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (ExplorerTimelineArea *self,
           double                x,
           double                y)
{
  const FoedTimelineItem *item = pick (self, x, y);

  self->pointer_x = x;
  self->pointer_y = y;
  hover (self, find_line_at (self, y));
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), is_on_axis (self, x, y) ? "col-resize"
                                                      : item != NULL && item->row != NULL ? "pointer"
                                                                                          : NULL);
}

static void
leave_cb (ExplorerTimelineArea *self)
{
  hover (self, -1);
}

static gboolean
scroll_cb (ExplorerTimelineArea     *self,
           double                    x,
           double                    y,
           GtkEventControllerScroll *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean wheel = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL;

  if (!(state & GDK_CONTROL_MASK))
    return GDK_EVENT_PROPAGATE;
  explorer_timeline_area_zoom_about (self, wheel ? pow (WHEEL_FACTOR, -y) : exp (-y / TOUCHPAD_PIXELS),
                                     self->pointer_x);
  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (ExplorerTimelineArea *self)
{
  self->pinch = 1;
}

static void
pinch_cb (ExplorerTimelineArea *self,
          double                scale,
          GtkGesture           *gesture)
{
  double x;
  double y;

  if (scale <= 0 || !gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    return;
  explorer_timeline_area_zoom_about (self, scale / self->pinch, x);
  self->pinch = scale;
}

static void
choose_day (ExplorerTimelineArea *self,
            double                x)
{
  g_signal_emit_by_name (self, "day-chosen", foed_timeline_frame_get_day (&self->frame, x));
}

static void
drag_end_cb (ExplorerTimelineArea *self)
{
  self->choosing = FALSE;
}

/* Who drags on the axis drags the day; elsewhere what is shown is taken hold of. */
static void
drag_begin_cb (ExplorerTimelineArea *self,
               double                x,
               double                y,
               GtkGesture           *gesture)
{
  self->drag_offset = self->frame.scale.offset;
  self->drag_scroll = self->frame.scroll;
  self->dragged = FALSE;
  self->choosing = is_on_axis (self, x, y);
  if (!self->choosing)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  choose_day (self, x);
}

static void
drag_update_cb (ExplorerTimelineArea *self,
                double                x,
                double                y,
                GtkGesture           *gesture)
{
  double start_x;
  double start_y;

  gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (gesture), &start_x, &start_y);
  if (self->choosing)
    {
      choose_day (self, start_x + x);
      return;
    }
  if (!self->dragged && !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) x, (int) y))
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  self->dragged = TRUE;
  explorer_timeline_area_move (self, self->drag_offset + (self->frame.mirrored ? x : -x), self->drag_scroll - y);
}

static int
get_mark (const FoedTimelineItem *item)
{
  return item != NULL && item->kind == FOED_TIMELINE_MARK ? (int) item->index : -1;
}

static void
released_cb (ExplorerTimelineArea *self,
             int                   n_press,
             double                x,
             double                y)
{
  const FoedTimelineItem *item = pick (self, x, y);
  int line = find_line_at (self, y);
  int mark = get_mark (item);

  if (self->dragged || y < self->frame.axis)
    return;
  if (item != NULL && item->kind == FOED_TIMELINE_OPENER)
    {
      explorer_timeline_area_toggle (self, line);
      explorer_timeline_area_focus (self, line, -1);
      return;
    }
  if (line < 0)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  else
    explorer_timeline_area_focus (self, line, mark);
  if (n_press == 2 && mark < 0)
    explorer_timeline_area_toggle (self, line);
  else
    explorer_timeline_area_select (self, line, mark, FALSE);
}

/* What has no room beside a mark is told with it. */
static char *
describe_marks_at (ExplorerTimelineArea   *self,
                   const FoedTimelineItem *item)
{
  GString *text = g_string_new (NULL);
  guint n_told = 0;

  for (guint i = 0; i < item->row->n_marks && n_told < N_MARKS_TOLD; i++)
    {
      const FoedTimelineMark *mark = &item->row->marks[i];
      FoedDay middle = mark->first_day + (mark->last_day - mark->first_day) / 2;
      g_autofree char *words = NULL;

      if (i != item->index &&
          fabs (foed_timeline_frame_get_x (&self->frame, middle) - item->x - item->width / 2) > item->width / 2)
        continue;
      words = foed_timeline_describe_mark (mark);
      g_string_append_printf (text, "%s%s", n_told > 0 ? "\n" : "", words);
      n_told++;
    }
  return g_string_free (text, FALSE);
}

static gboolean
query_tooltip_cb (ExplorerTimelineArea *self,
                  int                   x,
                  int                   y,
                  gboolean              keyboard,
                  GtkTooltip           *tooltip)
{
  const FoedTimelineItem *item = keyboard ? NULL : pick (self, x, y);
  int position = keyboard ? self->current : find_line_at (self, y);
  const FoedTimelineLine *line = explorer_timeline_area_get_line (self, position);
  g_autofree char *words = NULL;
  g_autofree char *text = NULL;

  if (line == NULL || line->row == NULL)
    return FALSE;
  if (item != NULL && item->kind == FOED_TIMELINE_MARK)
    words = describe_marks_at (self, item);
  else if (item != NULL && (item->kind == FOED_TIMELINE_BAR || item->kind == FOED_TIMELINE_REST) &&
           item->row->kind != FOED_RECORD_ALLIANCE)
    words = foed_timeline_describe_bar (&item->row->bars[item->index]);
  else
    words = foed_timeline_describe_row (line->row);
  text = g_strconcat (line->row->title, "\n", words, NULL);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

/* Keys enlarge about the mark that they are at, and else about the middle. */
static void
explorer_timeline_area_zoom_action (GtkWidget  *widget,
                                    const char *action_name,
                                    GVariant   *parameter)
{
  ExplorerTimelineArea *self = EXPLORER_TIMELINE_AREA (widget);
  const FoedTimelineLine *line = explorer_timeline_area_get_line (self, self->current);
  double factor = g_str_equal (action_name, "timeline-area.zoom-in") ? KEY_FACTOR : 1 / KEY_FACTOR;

  if (line != NULL && line->row != NULL && self->current_mark >= 0 && self->current_mark < (int) line->row->n_marks)
    explorer_timeline_area_zoom_about (self, factor,
                                       foed_timeline_frame_get_x (&self->frame,
                                                            line->row->marks[self->current_mark].first_day));
  else
    explorer_timeline_area_zoom (self, factor);
}

static void
explorer_timeline_area_fit_action (GtkWidget  *widget,
                                   const char *action_name,
                                   GVariant   *parameter)
{
  explorer_timeline_area_fit (EXPLORER_TIMELINE_AREA (widget));
}

static void
explorer_timeline_area_pan_action (GtkWidget  *widget,
                                   const char *action_name,
                                   GVariant   *parameter)
{
  ExplorerTimelineArea *self = EXPLORER_TIMELINE_AREA (widget);
  const FoedTimelineFrame *frame = &self->frame;
  int x;
  int y;

  g_variant_get (parameter, "(ii)", &x, &y);
  explorer_timeline_area_move (self, frame->scale.offset + (frame->mirrored ? -x : x) * frame->scale.width * KEY_SHARE,
                               frame->scroll + y * frame->pitch);
}

/* To another line; far is a page, and further than there is the end. */
static void
explorer_timeline_area_line_action (GtkWidget  *widget,
                                    const char *action_name,
                                    GVariant   *parameter)
{
  ExplorerTimelineArea *self = EXPLORER_TIMELINE_AREA (widget);
  int step = g_variant_get_int32 (parameter);
  int page = MAX ((int) ((self->frame.height - self->frame.axis) / self->frame.pitch) - 1, 1);
  int last = (int) self->lines->len - 1;
  int line;

  if (last < 0)
    return;
  if (ABS (step) == 2)
    step = step / 2 * page;
  line = self->current < 0 ? (int) ceil (self->frame.scroll / self->frame.pitch) : self->current + step;
  if ((line < 0 && self->current == 0) || (line > last && self->current == last))
    gtk_widget_error_bell (widget);
  explorer_timeline_area_focus (self, CLAMP (line, 0, last), -1);
}

/* To another mark in the line; before the first is the line itself. */
static void
explorer_timeline_area_mark_action (GtkWidget  *widget,
                                    const char *action_name,
                                    GVariant   *parameter)
{
  ExplorerTimelineArea *self = EXPLORER_TIMELINE_AREA (widget);
  const FoedTimelineLine *line = explorer_timeline_area_get_line (self, self->current);
  int step = g_variant_get_int32 (parameter) * (self->frame.mirrored ? -1 : 1);
  int mark = self->current_mark + step;

  if (line == NULL || line->row == NULL || mark < -1 || mark >= (int) line->row->n_marks)
    gtk_widget_error_bell (widget);
  else
    explorer_timeline_area_focus (self, self->current, mark);
}

/* Opens a line that has something in it, and else shows what the line or the mark stands for. */
static void
explorer_timeline_area_open_action (GtkWidget  *widget,
                                    const char *action_name,
                                    GVariant   *parameter)
{
  ExplorerTimelineArea *self = EXPLORER_TIMELINE_AREA (widget);
  const FoedTimelineLine *line = explorer_timeline_area_get_line (self, self->current);
  gboolean opens = self->current_mark < 0 && line != NULL && foed_timeline_can_open (line);

  if (opens)
    {
      explorer_timeline_area_toggle (self, self->current);
      explorer_timeline_area_focus (self, self->current, -1);
    }
  explorer_timeline_area_select (self, self->current, self->current_mark, !opens);
}

static void
explorer_timeline_area_choose_action (GtkWidget  *widget,
                                      const char *action_name,
                                      GVariant   *parameter)
{
  ExplorerTimelineArea *self = EXPLORER_TIMELINE_AREA (widget);

  explorer_timeline_area_select (self, self->current, self->current_mark, FALSE);
}

static void
explorer_timeline_area_clear_action (GtkWidget  *widget,
                                     const char *action_name,
                                     GVariant   *parameter)
{
  ExplorerTimelineArea *self = EXPLORER_TIMELINE_AREA (widget);

  if (self->current_mark >= 0)
    explorer_timeline_area_focus (self, self->current, -1);
  else
    explorer_timeline_area_select (self, -1, -1, FALSE);
}

static void
bind (GtkWidgetClass *widget_class,
      guint           key,
      guint           keypad_key,
      const char     *action,
      int             step)
{
  gtk_widget_class_add_binding_action (widget_class, key, 0, action, "i", step);
  gtk_widget_class_add_binding_action (widget_class, keypad_key, 0, action, "i", step);
}

static void
bind_pan (GtkWidgetClass *widget_class,
          guint           key,
          guint           keypad_key,
          int             x,
          int             y)
{
  gtk_widget_class_add_binding_action (widget_class, key, GDK_SHIFT_MASK, "timeline-area.pan", "(ii)", x, y);
  gtk_widget_class_add_binding_action (widget_class, keypad_key, GDK_SHIFT_MASK, "timeline-area.pan", "(ii)", x, y);
}

static void
bind_zoom (GtkWidgetClass *widget_class,
           guint           key,
           const char     *action)
{
  gtk_widget_class_add_binding_action (widget_class, key, 0, action, NULL);
  gtk_widget_class_add_binding_action (widget_class, key, GDK_CONTROL_MASK, action, NULL);
}

static void
install_keys (GtkWidgetClass *widget_class)
{
  bind (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, "timeline-area.go-line", -1);
  bind (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, "timeline-area.go-line", 1);
  bind (widget_class, GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, "timeline-area.go-line", -2);
  bind (widget_class, GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, "timeline-area.go-line", 2);
  bind (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, "timeline-area.go-line", -1000000);
  bind (widget_class, GDK_KEY_End, GDK_KEY_KP_End, "timeline-area.go-line", 1000000);
  bind (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, "timeline-area.go-mark", -1);
  bind (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, "timeline-area.go-mark", 1);
  bind_pan (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, -1, 0);
  bind_pan (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, 1, 0);
  bind_pan (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, 0, -1);
  bind_pan (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, 0, 1);
  bind_zoom (widget_class, GDK_KEY_plus, "timeline-area.zoom-in");
  bind_zoom (widget_class, GDK_KEY_equal, "timeline-area.zoom-in");
  bind_zoom (widget_class, GDK_KEY_KP_Add, "timeline-area.zoom-in");
  bind_zoom (widget_class, GDK_KEY_minus, "timeline-area.zoom-out");
  bind_zoom (widget_class, GDK_KEY_KP_Subtract, "timeline-area.zoom-out");
  bind_zoom (widget_class, GDK_KEY_0, "timeline-area.fit");
  bind_zoom (widget_class, GDK_KEY_KP_0, "timeline-area.fit");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "timeline-area.open", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "timeline-area.open", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "timeline-area.choose", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "timeline-area.clear", NULL);
}

/* Actions and the keys that call them. */
void
explorer_timeline_area_install_input (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "timeline-area.zoom-in", NULL, explorer_timeline_area_zoom_action);
  gtk_widget_class_install_action (widget_class, "timeline-area.zoom-out", NULL, explorer_timeline_area_zoom_action);
  gtk_widget_class_install_action (widget_class, "timeline-area.fit", NULL, explorer_timeline_area_fit_action);
  gtk_widget_class_install_action (widget_class, "timeline-area.pan", "(ii)", explorer_timeline_area_pan_action);
  gtk_widget_class_install_action (widget_class, "timeline-area.go-line", "i", explorer_timeline_area_line_action);
  gtk_widget_class_install_action (widget_class, "timeline-area.go-mark", "i", explorer_timeline_area_mark_action);
  gtk_widget_class_install_action (widget_class, "timeline-area.open", NULL, explorer_timeline_area_open_action);
  gtk_widget_class_install_action (widget_class, "timeline-area.choose", NULL, explorer_timeline_area_choose_action);
  gtk_widget_class_install_action (widget_class, "timeline-area.clear", NULL, explorer_timeline_area_clear_action);
  install_keys (widget_class);
}

/* Lets a person move about with mouse, touchpad and touch screen. */
void
explorer_timeline_area_add_input (ExplorerTimelineArea *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (motion, "enter", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scroll_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pinch, "begin", G_CALLBACK (pinch_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pinch, "scale-changed", G_CALLBACK (pinch_cb), self, G_CONNECT_SWAPPED);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), GDK_BUTTON_PRIMARY);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_end_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}
