/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-timeline-area"

#include "config.h"

#include <adwaita.h>
#include <math.h>

#include "explorer-timeline-area-private.h"
#include "explorer/explorer-colours.h"
#include "explorer/explorer-compat.h"

/* How much taller than its words a line is, and the axis. */
#define LINE_PADDING 9
#define AXIS_PADDING 12

/* How wide the names may be, as a share of the whole and in heights of a line. */
#define NAMES_SHARE 0.32
#define NAMES_LINES_MAX 10.5

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VADJUSTMENT,
  PROP_VSCROLL_POLICY
};

enum
{
  DAY_CHOSEN,
  OPENED,
  SELECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (ExplorerTimelineArea, explorer_timeline_area, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static void
forget_items (ExplorerTimelineArea *self)
{
  g_clear_pointer (&self->items, g_array_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

double
explorer_timeline_area_get_page (ExplorerTimelineArea *self)
{
  return MAX (self->frame.height - self->frame.axis, 1);
}

/* Adjustments count from the left, the scale from where time begins. */
static void
tell_adjustments (ExplorerTimelineArea *self)
{
  FoedTimeScale *scale = &self->frame.scale;
  double length = MAX (foed_time_scale_get_length (scale), scale->width);
  double page = explorer_timeline_area_get_page (self);
  double height = MAX (self->lines->len * self->frame.pitch, page);
  double x = self->frame.mirrored ? length - scale->width - scale->offset : scale->offset;

  self->frame.scroll = CLAMP (self->frame.scroll, 0, height - page);
  self->syncing = TRUE;
  if (self->adjustments[GTK_ORIENTATION_HORIZONTAL] != NULL)
    gtk_adjustment_configure (self->adjustments[GTK_ORIENTATION_HORIZONTAL], x, 0, length, scale->width * 0.1,
                              scale->width * 0.9, scale->width);
  if (self->adjustments[GTK_ORIENTATION_VERTICAL] != NULL)
    gtk_adjustment_configure (self->adjustments[GTK_ORIENTATION_VERTICAL], self->frame.scroll, 0, height,
                              self->frame.pitch, page * 0.9, page);
  self->syncing = FALSE;
}

/* What is shown has moved. */
void
explorer_timeline_area_note_move (ExplorerTimelineArea *self)
{
  tell_adjustments (self);
  forget_items (self);
  explorer_timeline_area_place_handles (self);
  explorer_timeline_area_queue_handles (self);
}

static void
adjusted_cb (ExplorerTimelineArea *self)
{
  FoedTimeScale *scale = &self->frame.scale;
  double x;

  if (self->syncing)
    return;
  x = gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
  if (self->frame.mirrored)
    x = foed_time_scale_get_length (scale) - scale->width - x;
  explorer_timeline_area_move (self, x, gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_VERTICAL]));
}

static void
set_adjustment (ExplorerTimelineArea *self,
                GtkOrientation        orientation,
                GtkAdjustment        *adjustment)
{
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustments[orientation], adjusted_cb, self);
  g_clear_object (&self->adjustments[orientation]);
  if (adjustment == NULL)
    return;
  self->adjustments[orientation] = g_object_ref_sink (adjustment);
  tell_adjustments (self);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (adjusted_cb), self, G_CONNECT_SWAPPED);
}

/**
 * explorer_timeline_area_get_style:
 * @self: an area
 *
 * Returns: (transfer none): what the timeline looks like, in the style that is on
 */
const FoedTimelineStyle *
explorer_timeline_area_get_style (ExplorerTimelineArea *self)
{
  FoedPalette palette;
  GdkRGBA accent;
  GdkRGBA breach;

  g_return_val_if_fail (EXPLORER_IS_TIMELINE_AREA (self), NULL);

  if (self->style_known)
    return &self->style;
  self->style_known = TRUE;
  palette = explorer_colours_get_palette (GTK_WIDGET (self));
  explorer_compat_look_up_colour (GTK_WIDGET (self), "accent_color", &accent);
  explorer_compat_look_up_colour (GTK_WIDGET (self), "error_color", &breach);
  foed_timeline_style_init (&self->style, &palette, explorer_colours_to (&accent), explorer_colours_to (&breach));
  return &self->style;
}

static void
style_changed_cb (ExplorerTimelineArea *self)
{
  self->style_known = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
measure_words (ExplorerTimelineArea *self,
               int                   width,
               int                   height)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "Ág");
  FoedTimelineFrame *frame = &self->frame;
  int tall;

  pango_layout_get_pixel_size (layout, NULL, &tall);
  frame->width = width;
  frame->height = height;
  /* The same lines are shown when words become larger. */
  frame->scroll *= (tall + LINE_PADDING) / frame->pitch;
  frame->pitch = tall + LINE_PADDING;
  frame->axis = tall + AXIS_PADDING;
  frame->names = round (MIN (width * NAMES_SHARE, frame->pitch * NAMES_LINES_MAX));
  frame->mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static void
explorer_timeline_area_size_allocate (GtkWidget *widget,
                                      int        width,
                                      int        height,
                                      int        baseline)
{
  ExplorerTimelineArea *self = EXPLORER_TIMELINE_AREA (widget);

  measure_words (self, width, height);
  foed_time_scale_set_width (&self->frame.scale, self->frame.width - self->frame.names);
  if (self->fitted)
    foed_time_scale_fit (&self->frame.scale);
  explorer_timeline_area_note_move (self);
}

static void
explorer_timeline_area_measure (GtkWidget      *widget,
                                GtkOrientation  orientation,
                                int             for_size,
                                int            *minimum,
                                int            *natural,
                                int            *minimum_baseline,
                                int            *natural_baseline)
{
  *minimum = 60;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 640 : 480;
}

static void
explorer_timeline_area_snapshot (GtkWidget   *widget,
                                 GtkSnapshot *snapshot)
{
  ExplorerTimelineArea *self = EXPLORER_TIMELINE_AREA (widget);
  const FoedTimelineFrame *frame = &self->frame;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) frame->width, (float) frame->height);
  cairo_t *cr;

  if (self->timeline == NULL)
    return;
  self->look.selected = self->selected;
  self->look.root = self->root;
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  foed_timeline_draw (cr, gtk_widget_get_pango_context (widget), self->lines,
                      explorer_timeline_area_get_items (self), frame, explorer_timeline_area_get_style (self), &self->look);
  cairo_destroy (cr);

  GTK_WIDGET_CLASS (explorer_timeline_area_parent_class)->snapshot (widget, snapshot);
}

static void
explorer_timeline_area_css_changed (GtkWidget         *widget,
                                    GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (explorer_timeline_area_parent_class)->css_changed (widget, change);

  style_changed_cb (EXPLORER_TIMELINE_AREA (widget));
  gtk_widget_queue_resize (widget);
}

static void
explorer_timeline_area_dispose (GObject *object)
{
  ExplorerTimelineArea *self = EXPLORER_TIMELINE_AREA (object);

  explorer_timeline_area_clear_handles (self);
  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);

  G_OBJECT_CLASS (explorer_timeline_area_parent_class)->dispose (object);
}

static void
explorer_timeline_area_finalize (GObject *object)
{
  ExplorerTimelineArea *self = EXPLORER_TIMELINE_AREA (object);

  g_clear_pointer (&self->handles, g_ptr_array_unref);
  g_clear_pointer (&self->items, g_array_unref);
  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_pointer (&self->open, g_hash_table_unref);
  g_clear_pointer (&self->root, g_free);
  g_clear_pointer (&self->selected, g_free);
  g_clear_pointer (&self->timeline, foed_timeline_unref);

  G_OBJECT_CLASS (explorer_timeline_area_parent_class)->finalize (object);
}

static void
explorer_timeline_area_get_property (GObject    *object,
                                     guint       prop_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  ExplorerTimelineArea *self = EXPLORER_TIMELINE_AREA (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
explorer_timeline_area_set_property (GObject      *object,
                                     guint         prop_id,
                                     const GValue *value,
                                     GParamSpec   *pspec)
{
  ExplorerTimelineArea *self = EXPLORER_TIMELINE_AREA (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
explorer_timeline_area_class_init (ExplorerTimelineAreaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = explorer_timeline_area_dispose;
  object_class->finalize = explorer_timeline_area_finalize;
  object_class->get_property = explorer_timeline_area_get_property;
  object_class->set_property = explorer_timeline_area_set_property;
  widget_class->css_changed = explorer_timeline_area_css_changed;
  widget_class->focus = explorer_timeline_area_move_focus;
  widget_class->measure = explorer_timeline_area_measure;
  widget_class->size_allocate = explorer_timeline_area_size_allocate;
  widget_class->snapshot = explorer_timeline_area_snapshot;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  signals[DAY_CHOSEN] = g_signal_new ("day-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_INT);
  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  explorer_timeline_area_install_input (widget_class);
  gtk_widget_class_set_css_name (widget_class, "timelinearea");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TREE);
}

static void
explorer_timeline_area_init (ExplorerTimelineArea *self)
{
  self->lines = g_array_new (FALSE, FALSE, sizeof (FoedTimelineLine));
  self->open = g_hash_table_new (NULL, NULL);
  self->handles = g_ptr_array_new_with_free_func (g_free);
  self->frame.pitch = self->frame.axis = 1;
  self->frame.scale = (FoedTimeScale) { .first_day = 1, .last_day = 1, .width = 1, .zoom = 1 };
  self->look.hovered = -1;
  self->current = self->current_mark = -1;
  self->fitted = TRUE;

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (style_changed_cb), self,
                           G_CONNECT_SWAPPED);
  explorer_timeline_area_add_input (self);
}

const GArray *
explorer_timeline_area_get_items (ExplorerTimelineArea *self)
{
  if (self->items == NULL)
    self->items = foed_timeline_list_items (self->lines, &self->frame);
  return self->items;
}

/* Shows another part: so many pixels from where time begins, and so many down. */
void
explorer_timeline_area_move (ExplorerTimelineArea *self,
                             double                offset,
                             double                scroll)
{
  self->fitted &= fabs (self->frame.scale.offset - offset) < 0.5;
  self->frame.scroll = scroll;
  foed_time_scale_set_offset (&self->frame.scale, offset);
  explorer_timeline_area_note_move (self);
}

/* Enlarges so that what is at @x, in pixels of the widget, stays there. */
void
explorer_timeline_area_zoom_about (ExplorerTimelineArea *self,
                                   double                factor,
                                   double                x)
{
  const FoedTimelineFrame *frame = &self->frame;
  double at = frame->mirrored ? frame->width - frame->names - x : x - frame->names;
  double lowest;
  double highest;

  foed_time_scale_set_zoom (&self->frame.scale, frame->scale.zoom * factor, CLAMP (at, 0, frame->scale.width));
  foed_time_scale_get_limits (&self->frame.scale, &lowest, &highest);
  self->fitted = self->frame.scale.zoom <= lowest;
  explorer_timeline_area_note_move (self);
}

const FoedTimelineLine *
explorer_timeline_area_get_line (ExplorerTimelineArea *self,
                                 int                   line)
{
  return line >= 0 && line < (int) self->lines->len ? &g_array_index (self->lines, FoedTimelineLine, line) : NULL;
}

/* Says that a line, or a mark in it, was selected or opened; -1 for nothing. */
void
explorer_timeline_area_select (ExplorerTimelineArea *self,
                               int                   line,
                               int                   mark,
                               gboolean              open)
{
  const FoedTimelineLine *selected = explorer_timeline_area_get_line (self, line);
  const FoedTimelineRow *row = selected != NULL ? selected->row : NULL;
  const char *record = NULL;

  if (selected != NULL && row == NULL)
    return;
  if (row != NULL && mark >= 0)
    record = row->marks[mark].record;
  else if (row != NULL)
    record = row->kind == FOED_RECORD_ALLIANCE || row->n_bars == 0 ? row->alliance : row->bars[0].record;
  g_signal_emit (self, signals[open ? OPENED : SELECTED], 0, record, record != NULL ? row->alliance : NULL);
}

/**
 * explorer_timeline_area_new:
 *
 * Returns: (transfer floating): an area without a timeline
 */
GtkWidget *
explorer_timeline_area_new (void)
{
  return g_object_new (EXPLORER_TYPE_TIMELINE_AREA, NULL);
}

/**
 * explorer_timeline_area_set_selected:
 * @self: an area
 * @selected: (nullable): the id of what is selected
 * @root: (nullable): the id of the alliance or state that holds it
 *
 * Makes it stand out, and brings its alliance into sight.
 */
void
explorer_timeline_area_set_selected (ExplorerTimelineArea *self,
                                     const char           *selected,
                                     const char           *root)
{
  gboolean moved_on;

  g_return_if_fail (EXPLORER_IS_TIMELINE_AREA (self));

  moved_on = root != NULL && g_strcmp0 (self->root, root) != 0;
  g_free (self->selected);
  g_free (self->root);
  self->selected = g_strdup (selected);
  self->root = g_strdup (root);
  if (moved_on)
    explorer_timeline_area_reveal_root (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  explorer_timeline_area_queue_handles (self);
}

/* Brings the day into sight, unless it is being dragged. */
static void
follow_day (ExplorerTimelineArea *self)
{
  const FoedTimeScale *scale = &self->frame.scale;
  double x = foed_time_scale_get_x (scale, self->look.day);

  if (!self->choosing && !self->fitted && (x < 0 || x > scale->width) && self->look.day >= scale->first_day &&
      self->look.day <= scale->last_day)
    explorer_timeline_area_move (self, scale->offset + x - scale->width / 2, self->frame.scroll);
}

/**
 * explorer_timeline_area_set_day:
 * @self: an area
 * @day: the day that is looked at
 * @day_on: whether only what is in force on it is shown
 *
 * Shows another day, and brings it into sight.
 */
void
explorer_timeline_area_set_day (ExplorerTimelineArea *self,
                                FoedDay               day,
                                gboolean              day_on)
{
  g_return_if_fail (EXPLORER_IS_TIMELINE_AREA (self));

  self->look.day = day;
  self->look.day_on = day_on;
  follow_day (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * explorer_timeline_area_zoom:
 * @self: an area
 * @factor: by how much to enlarge
 *
 * Moves nearer or away from what is in the middle.
 */
void
explorer_timeline_area_zoom (ExplorerTimelineArea *self,
                             double                factor)
{
  const FoedTimelineFrame *frame;

  g_return_if_fail (EXPLORER_IS_TIMELINE_AREA (self));
  g_return_if_fail (factor > 0);

  frame = &self->frame;
  explorer_timeline_area_zoom_about (self, factor,
                                     frame->scale.width / 2 + (frame->mirrored ? 0 : frame->names));
}
