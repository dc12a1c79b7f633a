/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-timeline-drawing"

#include "config.h"

#include <math.h>

#include "foed-timeline-drawing.h"
#include "foed-timeline-signs.h"
#include "foed-timeline-words.h"

/* Between names and plot, and around words. */
#define GAP 8.0

/* How far apart the words of the axis have to stand. */
#define AXIS_GAP 18.0

/* How long that takes to fade that is open. */
#define FADE 28.0

typedef struct
{
  cairo_t                     *cr;
  PangoLayout                 *layout;
  const GArray                *lines;
  const GArray                *items;
  const FoedTimelineFrame *frame;
  const FoedTimelineStyle *style;
  const FoedTimelineLook  *look;
} Drawing;

static FoedColour
mix (const FoedTimelineStyle *style,
     float                    share)
{
  return foed_colour_mix (style->palette.ground, style->palette.ink, share);
}

static void
set_colour (cairo_t    *cr,
            FoedColour  colour,
            double      opacity)
{
  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, colour.alpha * opacity);
}

static void
fill_box (Drawing    *self,
          double      x,
          double      y,
          double      width,
          double      height,
          FoedColour  colour,
          double      opacity)
{
  set_colour (self->cr, colour, opacity);
  cairo_rectangle (self->cr, x, y, width, height);
  cairo_fill (self->cr);
}

static double
get_plot_left (const Drawing *self)
{
  return self->frame->mirrored ? 0 : self->frame->names;
}

static void
clip_to_plot (Drawing *self,
              double   top)
{
  cairo_save (self->cr);
  cairo_rectangle (self->cr, get_plot_left (self), top, self->frame->width - self->frame->names,
                   self->frame->height - top);
  cairo_clip (self->cr);
}

/* Writes @text into a box, at its beginning or its end. */
static void
write_text (Drawing    *self,
            const char *text,
            double      x,
            double      y,
            double      width,
            double      height,
            gboolean    at_end,
            FoedColour  colour,
            double      opacity)
{
  PangoRectangle extents;
  gboolean right = at_end != self->frame->mirrored;

  if (width < 4)
    return;
  pango_layout_set_text (self->layout, text, -1);
  pango_layout_set_width (self->layout, (int) (width * PANGO_SCALE));
  pango_layout_get_pixel_extents (self->layout, NULL, &extents);
  set_colour (self->cr, colour, opacity);
  cairo_move_to (self->cr, right ? x + width - extents.width - extents.x : x - extents.x,
                 y + round ((height - extents.height) / 2));
  pango_cairo_show_layout (self->cr, self->layout);
}

static double
measure_text (Drawing    *self,
              const char *text)
{
  int width;

  pango_layout_set_text (self->layout, text, -1);
  pango_layout_set_width (self->layout, -1);
  pango_layout_get_pixel_size (self->layout, &width, NULL);
  return width;
}

static void
set_weight (Drawing     *self,
            PangoWeight  weight)
{
  PangoFontDescription *font = self->style->font != NULL ? pango_font_description_copy (self->style->font)
                                                         : pango_font_description_new ();

  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (self->layout, font);
  pango_font_description_free (font);
}

/* What lies outside of the picture need not be drawn. */
static void
hatch (Drawing                *self,
       const FoedTimelineItem *item,
       double                  from,
       double                  to,
       FoedColour              colour)
{
  from = MAX (from, 0);
  to = MIN (to, self->frame->width);
  if (from < to)
    foed_timeline_draw_hatched (self->cr, from, item->y, to - from, item->height, colour);
}

/* What is certain is solid, what is not hatched, and what is open fades away. */
static void
draw_stretch (Drawing                *self,
              const FoedTimelineItem *item,
              FoedColour              colour,
              double                  opacity)
{
  double left = item->firm_x;
  double right = item->firm_x + item->firm_width;
  double room = item->firm_width / (item->open_left && item->open_right ? 2 : 1);

  colour.alpha *= (float) opacity;
  if (item->firm_width <= 0)
    {
      hatch (self, item, item->x, item->x + item->width, colour);
      return;
    }
  if (left > item->x)
    hatch (self, item, item->x, left, colour);
  if (right < item->x + item->width)
    hatch (self, item, right, item->x + item->width, colour);
  if (item->open_left)
    {
      foed_timeline_draw_fading (self->cr, left, item->y, MIN (FADE, room), item->height, FALSE, colour);
      left += MIN (FADE, room);
    }
  if (item->open_right)
    {
      right -= MIN (FADE, room);
      foed_timeline_draw_fading (self->cr, right, item->y, MIN (FADE, room), item->height, TRUE, colour);
    }
  fill_box (self, left, item->y, right - left, item->height, colour, 1);
}

static gboolean
is_observer (const FoedTimelineBar *bar)
{
  return bar->term != NULL && g_str_equal (bar->term->nick, "observer");
}

static void
draw_bar (Drawing                *self,
          const FoedTimelineItem *item)
{
  const FoedTimelineBar *bar = &item->row->bars[item->index];
  FoedTimelineItem thin = *item;

  switch ((guint) item->row->kind)
    {
    case FOED_RECORD_ALLIANCE:
      draw_stretch (self, item, mix (self->style, 0.5f), item->row->n_obligations > 0 ? 0.28 : 0.8);
      break;
    case FOED_RECORD_OBLIGATION:
      thin.height = round (item->height * 0.7);
      thin.y = item->y + round ((item->height - thin.height) / 2);
      draw_stretch (self, &thin, foed_timeline_style_get_kind (self->style, item->row->term), 1);
      break;
    default:
      thin.height = is_observer (bar) ? 3 : round (item->height * 0.7);
      thin.y = item->y + round ((item->height - thin.height) / 2);
      draw_stretch (self, &thin, mix (self->style, 0.5f), 1);
      break;
    }
}

/* What rests is crossed out by a stripe of the ground. */
static void
draw_rest (Drawing                *self,
           const FoedTimelineItem *item)
{
  double height = round (item->height * 0.28);
  FoedTimelineItem stripe = *item;

  stripe.y = item->y + round ((item->height - height) / 2);
  stripe.height = height;
  draw_stretch (self, &stripe, self->style->palette.ground, 1);
}

static gboolean
is_chosen (Drawing               *self,
           const FoedTimelineRow *row)
{
  if (row == NULL)
    return FALSE;
  if (row->kind == FOED_RECORD_ALLIANCE)
    return g_strcmp0 (row->alliance, self->look->root) == 0;
  for (guint i = 0; i < row->n_bars; i++)
    {
      if (g_strcmp0 (row->bars[i].record, self->look->selected) == 0)
        return TRUE;
    }
  return row->state != NULL && g_strcmp0 (row->state, self->look->root) == 0;
}

static void
draw_grounds (Drawing *self,
              guint    first,
              guint    n_visible)
{
  const FoedTimelineFrame *frame = self->frame;

  for (guint i = first; i < first + n_visible; i++)
    {
      const FoedTimelineLine *line = &g_array_index (self->lines, FoedTimelineLine, i);
      double y = frame->axis + i * frame->pitch - frame->scroll;

      if (line->row == NULL)
        fill_box (self, 0, y, frame->width, frame->pitch, self->style->palette.ink, 0.05);
      else if (line->row->kind != FOED_RECORD_ALLIANCE)
        fill_box (self, 0, y, frame->width, frame->pitch, self->style->palette.ink, 0.025);
      if (is_chosen (self, line->row))
        fill_box (self, 0, y, frame->width, frame->pitch, self->style->accent, 0.16);
      else if (line->row != NULL && self->look->hovered == (int) i)
        fill_box (self, 0, y, frame->width, frame->pitch, self->style->palette.ink, 0.05);
      fill_box (self, 0, floor (y + frame->pitch) - 1, frame->width, 1, self->style->palette.ink, 0.06);
    }
}

/* An angle that points to one side: 1 to the right, -1 to the left; or down, where it is 0. */
static void
draw_angle (Drawing *self,
            double   x,
            double   y,
            double   side,
            double   opacity)
{
  double size = self->frame->pitch * 0.15;

  if (side == 0)
    {
      cairo_move_to (self->cr, x - 1.5 * size, y - 0.75 * size);
      cairo_line_to (self->cr, x, y + 0.75 * size);
      cairo_line_to (self->cr, x + 1.5 * size, y - 0.75 * size);
    }
  else
    {
      cairo_move_to (self->cr, x - 0.75 * size * side, y - 1.5 * size);
      cairo_line_to (self->cr, x + 0.75 * size * side, y);
      cairo_line_to (self->cr, x - 0.75 * size * side, y + 1.5 * size);
    }
  cairo_set_line_width (self->cr, 1.6);
  set_colour (self->cr, self->style->palette.ink, opacity);
  cairo_stroke (self->cr);
}

static void
draw_opener (Drawing                *self,
             const FoedTimelineItem *item)
{
  gboolean open = g_array_index (self->lines, FoedTimelineLine, item->line).open;

  draw_angle (self, item->x + item->width / 2, item->y + item->height / 2, open ? 0 : self->frame->mirrored ? -1 : 1,
              0.7);
}

/* Where nothing of a row is in the time that is shown, points to where it is. */
static void
draw_pointers (Drawing *self,
               guint    first,
               guint    n_visible)
{
  const FoedTimelineFrame *frame = self->frame;

  for (guint i = first; i < first + n_visible; i++)
    {
      const FoedTimelineRow *row = g_array_index (self->lines, FoedTimelineLine, i).row;
      double y = frame->axis + (i + 0.5) * frame->pitch - frame->scroll;
      double side = 0;

      if (row == NULL || row->n_bars == 0)
        continue;
      if (row->bars[0].first_day > foed_time_scale_get_day (&frame->scale, frame->scale.width - 1))
        side = 1;
      else if (row->bars[row->n_bars - 1].last_day < foed_time_scale_get_day (&frame->scale, 0))
        side = -1;
      if (side == 0)
        continue;
      side *= frame->mirrored ? -1 : 1;
      draw_angle (self, get_plot_left (self) + (side > 0 ? frame->scale.width - GAP : GAP), y, side, 0.4);
    }
}

/* The short name, where the full one would be cut off. */
static const char *
choose_title (Drawing               *self,
              const FoedTimelineRow *row,
              double                 width)
{
  return row->short_title != NULL && measure_text (self, row->title) > width ? row->short_title : row->title;
}

static void
draw_name (Drawing                *self,
           const FoedTimelineItem *item)
{
  const FoedTimelineLine *line = &g_array_index (self->lines, FoedTimelineLine, item->line);
  double x = item->x + (self->frame->mirrored ? GAP : 0);
  double width = item->width - GAP;

  if (line->row == NULL)
    {
      g_autofree char *heading = foed_timeline_describe_group (line);

      set_weight (self, PANGO_WEIGHT_BOLD);
      write_text (self, heading, x + (self->frame->mirrored ? 0 : GAP), item->y, width - GAP, item->height, FALSE,
                  self->style->palette.ink, 0.85);
      set_weight (self, PANGO_WEIGHT_NORMAL);
      return;
    }
  if (line->row->kind == FOED_RECORD_OBLIGATION)
    {
      double side = round (item->height * 0.32);

      fill_box (self, self->frame->mirrored ? x + width - side : x, item->y + round ((item->height - side) / 2), side,
                side, foed_timeline_style_get_kind (self->style, line->row->term), 1);
      width -= side + GAP * 0.7;
      x += self->frame->mirrored ? 0 : side + GAP * 0.7;
    }
  write_text (self, choose_title (self, line->row, width), x, item->y, width, item->height, FALSE, self->style->palette.ink,
              line->row->kind == FOED_RECORD_ALLIANCE ? 1 : 0.8);
}

/* The days on which it may have happened, where they are far enough apart to be seen. */
static void
draw_whisker (Drawing                *self,
              const FoedTimelineItem *item)
{
  double y = floor (item->y + item->height / 2) + 0.5;

  if (item->firm_width <= item->width + 2)
    return;
  cairo_set_line_width (self->cr, 1.2);
  set_colour (self->cr, self->style->palette.ink, 0.6);
  cairo_move_to (self->cr, item->firm_x, y - 3);
  cairo_line_to (self->cr, item->firm_x, y + 3);
  cairo_move_to (self->cr, item->firm_x, y);
  cairo_line_to (self->cr, item->firm_x + item->firm_width, y);
  cairo_move_to (self->cr, item->firm_x + item->firm_width, y - 3);
  cairo_line_to (self->cr, item->firm_x + item->firm_width, y + 3);
  cairo_stroke (self->cr);
}

static void
draw_item (Drawing                *self,
           const FoedTimelineItem *item)
{
  switch (item->kind)
    {
    case FOED_TIMELINE_BAR:
      draw_bar (self, item);
      break;
    case FOED_TIMELINE_BAND:
      draw_stretch (self, item, foed_timeline_style_get_kind (self->style, item->row->term), 1);
      break;
    case FOED_TIMELINE_REST:
      draw_rest (self, item);
      break;
    case FOED_TIMELINE_MARK:
      {
        const FoedTimelineMark *mark = &item->row->marks[item->index];
        double size = item->height * (g_strcmp0 (mark->record, self->look->selected) == 0 ? 1.5 : 1);

        draw_whisker (self, item);
        foed_timeline_draw_mark (self->cr, mark->kind, item->x + item->width / 2, item->y + item->height / 2, size,
                                 mark->kind == FOED_TIMELINE_BREACH ? self->style->breach : self->style->palette.ink,
                                 self->style->palette.ground);
      }
      break;
    case FOED_TIMELINE_NAME:
    case FOED_TIMELINE_OPENER:
    default:
      break;
    }
}

static void
draw_names (Drawing *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const FoedTimelineItem *item = &g_array_index (self->items, FoedTimelineItem, i);

      if (item->kind == FOED_TIMELINE_NAME)
        draw_name (self, item);
      else if (item->kind == FOED_TIMELINE_OPENER)
        draw_opener (self, item);
    }
}

/* Where the flag of the day stands; without words where the day is not shown. */
typedef struct
{
  char   *text;
  double  day_x;
  double  x;
  double  width;
} Flag;

static void
plant_flag (Drawing *self,
            Flag    *flag)
{
  const FoedTimelineFrame *frame = self->frame;
  double left = get_plot_left (self);
  g_autoptr(FoedDate) date = NULL;
  int year;
  int month;
  int day_of_month;

  flag->day_x = round (foed_timeline_frame_get_x (frame, self->look->day));
  if (flag->day_x < left - 1 || flag->day_x > left + frame->scale.width + 1)
    return;
  date = foed_date_new_for_day (self->look->day);
  foed_day_to_calendar (self->look->day, &year, &month, &day_of_month);
  flag->text = month == 12 && day_of_month == 31 ? g_strdup_printf ("%d", year) : foed_date_format (date);
  flag->width = measure_text (self, flag->text) + 2 * GAP;
  flag->x = CLAMP (flag->day_x - flag->width / 2, left, MAX (left + frame->scale.width - flag->width, left));
}

/* Lines through the plot and words on the axis. */
static void
draw_axis (Drawing    *self,
           const Flag *flag)
{
  const FoedTimelineFrame *frame = self->frame;
  double widest = measure_text (self, "00 Mmm 0000");
  double narrow = measure_text (self, "0000");
  g_autoptr(GArray) ticks = NULL;
  FoedTimeUnit unit;
  gboolean first = TRUE;
  double last = -G_MAXDOUBLE;

  ticks = foed_time_scale_list_ticks (&frame->scale, narrow + AXIS_GAP, &unit);
  clip_to_plot (self, 0);
  for (guint i = 0; i < ticks->len; i++)
    {
      const FoedColour ink = self->style->palette.ink;
      const FoedTimeTick *tick = &g_array_index (ticks, FoedTimeTick, i);
      double at = foed_time_scale_get_x (&frame->scale, tick->day);
      double x = frame->mirrored ? frame->width - frame->names - at : frame->names + at;
      g_autofree char *text = NULL;
      double width;
      double left;

      fill_box (self, floor (x), frame->axis - 5, 1, 5, ink, 0.5);
      fill_box (self, floor (x), frame->axis, 1, frame->height - frame->axis, ink, tick->major ? 0.14 : 0.07);
      if (at < 0 || at < last)
        continue;
      text = foed_time_unit_format (unit, tick, first);
      width = measure_text (self, text) + AXIS_GAP / 2;
      left = frame->mirrored ? x - width : x;
      if (at + width > frame->scale.width + AXIS_GAP / 2 ||
          (flag->text != NULL && left < flag->x + flag->width && left + width > flag->x))
        continue;
      last = at + width;
      first = FALSE;
      write_text (self, text, frame->mirrored ? x - widest - 4 : x + 4, 0, widest, frame->axis, FALSE, ink, 0.75);
    }
  cairo_restore (self->cr);
}

/* The day that is looked at, and a flag on the axis that tells it. */
static void
draw_day (Drawing    *self,
          const Flag *flag)
{
  const FoedTimelineFrame *frame = self->frame;
  double height = frame->axis - 5;
  double strength = self->look->day_on ? 1 : 0.45;

  if (flag->text == NULL)
    return;
  clip_to_plot (self, 0);
  fill_box (self, flag->day_x - 1, frame->axis - 4, 2, frame->height, self->style->accent, strength);
  fill_box (self, flag->x, 2, flag->width, height, self->style->accent, self->look->day_on ? 1 : 0.22);
  write_text (self, flag->text, flag->x + GAP, 2, flag->width - 2 * GAP + 1, height, FALSE,
              self->look->day_on ? self->style->palette.ground : self->style->palette.ink, 1);
  cairo_restore (self->cr);
}

/**
 * foed_timeline_draw:
 * @cr: where to draw
 * @context: how to write
 * @lines: (element-type FoedTimelineLine): all lines
 * @items: (element-type FoedTimelineItem): what can be seen of them
 * @frame: how they are laid out
 * @style: what it looks like
 * @look: what stands out
 */
void
foed_timeline_draw (cairo_t                 *cr,
                    PangoContext            *context,
                    const GArray            *lines,
                    const GArray            *items,
                    const FoedTimelineFrame *frame,
                    const FoedTimelineStyle *style,
                    const FoedTimelineLook  *look)
{
  g_autoptr(PangoLayout) layout = pango_layout_new (context);
  Drawing self = { cr, layout, lines, items, frame, style, look };
  Flag flag = { 0 };
  guint first;
  guint n_visible;

  g_return_if_fail (cr != NULL && lines != NULL && items != NULL);
  g_return_if_fail (frame != NULL && style != NULL && look != NULL);

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_font_description (layout, style->font);
  foed_timeline_get_visible_lines (lines, frame, &first, &n_visible);

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, frame->width, frame->height);
  cairo_clip (cr);
  cairo_save (cr);
  cairo_rectangle (cr, 0, frame->axis, frame->width, frame->height - frame->axis);
  cairo_clip (cr);
  draw_grounds (&self, first, n_visible);
  cairo_restore (cr);
  plant_flag (&self, &flag);
  draw_axis (&self, &flag);
  clip_to_plot (&self, frame->axis);
  for (guint i = 0; i < items->len; i++)
    draw_item (&self, &g_array_index (items, FoedTimelineItem, i));
  draw_pointers (&self, first, n_visible);
  cairo_restore (cr);
  cairo_save (cr);
  cairo_rectangle (cr, 0, frame->axis, frame->width, frame->height - frame->axis);
  cairo_clip (cr);
  draw_names (&self);
  cairo_restore (cr);
  fill_box (&self, 0, frame->axis - 1, frame->width, 1, style->palette.ink, 0.2);
  fill_box (&self, frame->mirrored ? frame->width - frame->names : frame->names - 1, 0, 1, frame->height, style->palette.ink,
            0.12);
  draw_day (&self, &flag);
  g_free (flag.text);
  cairo_restore (cr);
}
