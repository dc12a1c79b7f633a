/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-timeline-items"

#include "config.h"

#include <math.h>

#include "foed-timeline-items.h"

/* How much of a line a bar takes, and how large a mark is. */
#define BAR_SHARE 0.58
#define MARK_SHARE 0.4

/* What lies farther outside than this need not be told apart. */
#define OUTSIDE 4000.0

/* How much of a mark another may cover, that both can still be told apart. */
#define MARK_OVERLAP 0.2

/* A band is never lower than this. Where there are more kinds of obligation than have room, the foremost are shown. */
#define BAND_HEIGHT_MIN 3.0

/* A bar is never narrower, so that a short life can be seen. */
#define BAR_WIDTH_MIN 3.0

/* Steps in, in line heights, of what stands under an alliance. */
#define INDENT 0.9

/* Where the plot begins, from the side where the names stand. */
static double
get_plot_x (const FoedTimelineFrame *frame,
            double                   x)
{
  return frame->mirrored ? frame->width - frame->names - x : frame->names + x;
}

static double
get_line_y (const FoedTimelineFrame *frame,
            guint                    line)
{
  return frame->axis + line * frame->pitch - frame->scroll;
}

/* Puts a stretch that goes from one position on the scale to another where it belongs in the picture. */
static void
place (const FoedTimelineFrame *frame,
       double                   from,
       double                   to,
       double                  *x,
       double                  *width)
{
  from = CLAMP (from, -OUTSIDE, frame->scale.width + OUTSIDE);
  to = CLAMP (to, -OUTSIDE, frame->scale.width + OUTSIDE);
  *width = MAX (to - from, 0);
  *x = frame->mirrored ? get_plot_x (frame, to) : get_plot_x (frame, from);
}

/* The end of a day is where the next begins; an open one where the time ends. */
static double
get_end_x (const FoedTimelineFrame *frame,
           FoedDay                  last_day)
{
  return foed_time_scale_get_x (&frame->scale, MIN (last_day, frame->scale.last_day)) + frame->scale.zoom;
}

static double
get_begin_x (const FoedTimelineFrame *frame,
             FoedDay                  first_day)
{
  return foed_time_scale_get_x (&frame->scale, MAX (first_day, frame->scale.first_day));
}

static gboolean
is_seen (const FoedTimelineFrame *frame,
         const FoedTimelineItem  *item)
{
  double left = frame->mirrored ? 0 : frame->names;
  double right = frame->mirrored ? frame->width - frame->names : frame->width;

  return item->x + item->width > left && item->x < right;
}

static void
add_bar (const FoedTimelineFrame *frame,
         const FoedTimelineRow   *row,
         guint                    index,
         FoedTimelineItem         item,
         GArray                  *items)
{
  const FoedTimelineBar *bar = &row->bars[index];
  gboolean open_begin = bar->first_day == FOED_DAY_FIRST;
  gboolean open_end = bar->last_day == FOED_DAY_LAST;
  double from = get_begin_x (frame, bar->first_day);
  double to = MAX (get_end_x (frame, bar->last_day), from + BAR_WIDTH_MIN);

  item.row = row;
  item.index = index;
  item.open_left = frame->mirrored ? open_end : open_begin;
  item.open_right = frame->mirrored ? open_begin : open_end;
  place (frame, from, to, &item.x, &item.width);
  if (bar->certain_first_day <= bar->certain_last_day)
    {
      double firm_from = bar->certain_first_day == bar->first_day ? from : get_begin_x (frame, bar->certain_first_day);
      double firm_to = bar->certain_last_day == bar->last_day ? to : get_end_x (frame, bar->certain_last_day);

      place (frame, CLAMP (firm_from, from, to), CLAMP (firm_to, from, to), &item.firm_x, &item.firm_width);
    }
  if (is_seen (frame, &item))
    g_array_append_val (items, item);
}

/* The kinds of obligation of an alliance share the height of its bar. */
static void
add_bands (const FoedTimelineFrame *frame,
           const FoedTimelineRow   *alliance,
           FoedTimelineItem         item,
           GArray                  *items)
{
  double top = item.y;
  double height = item.height;
  guint n_bands = MIN (alliance->n_obligations, (guint) (height / BAND_HEIGHT_MIN));

  item.kind = FOED_TIMELINE_BAND;
  for (guint i = 0; i < n_bands; i++)
    {
      const FoedTimelineRow *row = alliance + 1 + i;

      item.y = top + round (height * i / n_bands);
      item.height = top + round (height * (i + 1) / n_bands) - item.y;
      for (guint j = 0; j < row->n_bars; j++)
        add_bar (frame, row, j, item, items);
    }
}

static void
add_bars (const FoedTimelineFrame *frame,
          const FoedTimelineRow   *row,
          guint                    line,
          GArray                  *items)
{
  double height = round (frame->pitch * BAR_SHARE);
  FoedTimelineItem item = { .kind = FOED_TIMELINE_BAR, .line = line, .height = height };

  item.y = get_line_y (frame, line) + floor ((frame->pitch - height) / 2);
  for (guint i = 0; i < row->n_bars; i++)
    {
      item.kind = row->bars[i].kind == FOED_RECORD_SUSPENSION ? FOED_TIMELINE_REST : FOED_TIMELINE_BAR;
      add_bar (frame, row, i, item, items);
    }
  if (row->kind == FOED_RECORD_ALLIANCE)
    add_bands (frame, row, item, items);
}

/* What a mark says is the more important the rarer it is. Those that every alliance has are smaller, so that they do
 * not hide a short life. */
static const struct
{
  FoedTimelineMarkKind kind;
  double               share;
} mark_infos[] = {
  { FOED_TIMELINE_BREACH, 1 },       { FOED_TIMELINE_INVOCATION, 1 },   { FOED_TIMELINE_EXTENSION, 1 },
  { FOED_TIMELINE_AMENDMENT, 0.9 },  { FOED_TIMELINE_SIGNATURE, 0.66 }, { FOED_TIMELINE_OTHER, 0.8 },
};

static gboolean
has_room (const GArray *items,
          guint         first,
          double        x,
          double        width)
{
  for (guint i = first; i < items->len; i++)
    {
      const FoedTimelineItem *other = &g_array_index (items, FoedTimelineItem, i);

      if (x + width * MARK_OVERLAP < other->x + other->width * (1 - MARK_OVERLAP) &&
          x + width * (1 - MARK_OVERLAP) > other->x + other->width * MARK_OVERLAP)
        return FALSE;
    }
  return TRUE;
}

/* Marks that would cover each other can't be told apart: the more important is there, the other when one comes
 * nearer. */
static void
add_marks (const FoedTimelineFrame *frame,
           const FoedTimelineRow   *row,
           guint                    line,
           GArray                  *items)
{
  FoedTimelineItem item = { .kind = FOED_TIMELINE_MARK, .line = line, .row = row };
  guint first = items->len;

  for (guint k = 0; k < G_N_ELEMENTS (mark_infos); k++)
    {
      double size = round (frame->pitch * MARK_SHARE * mark_infos[k].share);

      item.y = get_line_y (frame, line) + (frame->pitch - size) / 2;
      item.height = size;
      for (guint i = 0; i < row->n_marks; i++)
        {
          const FoedTimelineMark *mark = &row->marks[i];
          double from;
          double to;

          if (mark->kind != mark_infos[k].kind)
            continue;
          from = get_begin_x (frame, mark->first_day);
          to = get_end_x (frame, mark->last_day);
          item.index = i;
          place (frame, (from + to - size) / 2, (from + to + size) / 2, &item.x, &item.width);
          place (frame, from, to, &item.firm_x, &item.firm_width);
          if (is_seen (frame, &item) && has_room (items, first, item.x, size))
            g_array_append_val (items, item);
        }
    }
}

static void
add_name (const FoedTimelineFrame *frame,
          const FoedTimelineLine  *line,
          guint                    position,
          GArray                  *items)
{
  double indent = line->row == NULL                              ? 0
                  : line->row->kind == FOED_RECORD_ALLIANCE ? INDENT * frame->pitch
                                                            : 1.7 * INDENT * frame->pitch;
  FoedTimelineItem item = { .kind = FOED_TIMELINE_NAME, .line = position, .row = line->row };

  item.y = get_line_y (frame, position);
  item.height = frame->pitch;
  item.width = frame->names - indent;
  item.x = frame->mirrored ? frame->width - frame->names : indent;
  g_array_append_val (items, item);
  if (!foed_timeline_can_open (line))
    return;
  item.kind = FOED_TIMELINE_OPENER;
  item.width = indent;
  item.x = frame->mirrored ? frame->width - indent : 0;
  g_array_append_val (items, item);
}

/**
 * foed_timeline_get_visible_lines:
 * @lines: (element-type FoedTimelineLine): all lines
 * @frame: how they are laid out
 * @first: (out): the first that can be seen
 * @n_visible: (out): how many can be seen
 */
void
foed_timeline_get_visible_lines (const GArray            *lines,
                                 const FoedTimelineFrame *frame,
                                 guint                   *first,
                                 guint                   *n_visible)
{
  double top = floor (frame->scroll / frame->pitch);
  double bottom = ceil ((frame->scroll + MAX (frame->height - frame->axis, 0)) / frame->pitch);

  *first = (guint) CLAMP (top, 0, lines->len);
  *n_visible = (guint) CLAMP (bottom, *first, lines->len) - *first;
}

/**
 * foed_timeline_list_items:
 * @lines: (element-type FoedTimelineLine): all lines
 * @frame: how they are laid out
 *
 * Tells where everything is that can be seen. The time it takes depends on what can be seen, not on all there is.
 *
 * Returns: (transfer full) (element-type FoedTimelineItem): the items, in the order in which they are drawn
 */
GArray *
foed_timeline_list_items (const GArray            *lines,
                          const FoedTimelineFrame *frame)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (FoedTimelineItem));
  guint first;
  guint n_visible;

  g_return_val_if_fail (lines != NULL && frame != NULL, items);

  foed_timeline_get_visible_lines (lines, frame, &first, &n_visible);
  for (guint i = first; i < first + n_visible; i++)
    {
      const FoedTimelineLine *line = &g_array_index (lines, FoedTimelineLine, i);

      add_name (frame, line, i, items);
      if (line->row == NULL)
        continue;
      add_bars (frame, line->row, i, items);
      add_marks (frame, line->row, i, items);
    }
  return items;
}

/**
 * foed_timeline_pick:
 * @items: (element-type FoedTimelineItem): what can be seen
 * @x: a position in the picture
 * @y: a position in the picture
 * @slack: how far beside a mark one may point, in pixels
 *
 * Returns: what is there, the uppermost of several; -1 where there is nothing
 */
int
foed_timeline_pick (const GArray *items,
                    double        x,
                    double        y,
                    double        slack)
{
  int nearest = -1;
  double distance = G_MAXDOUBLE;

  g_return_val_if_fail (items != NULL, -1);

  for (guint i = items->len; i-- > 0;)
    {
      const FoedTimelineItem *item = &g_array_index (items, FoedTimelineItem, i);
      double beyond = item->kind == FOED_TIMELINE_MARK ? slack : 0;
      double away = fabs (x - item->x - item->width / 2);

      if (x < item->x - beyond || x > item->x + item->width + beyond || y < item->y - beyond ||
          y >= item->y + item->height + beyond)
        continue;
      if (item->kind != FOED_TIMELINE_MARK)
        return nearest >= 0 ? nearest : (int) i;
      if (away < distance)
        nearest = (int) i;
      distance = MIN (distance, away);
    }
  return nearest;
}

/**
 * foed_timeline_frame_get_x:
 * @frame: how a timeline is laid out
 * @day: a day
 *
 * Returns: where in the picture the middle of the day is
 */
double
foed_timeline_frame_get_x (const FoedTimelineFrame *frame,
                     FoedDay                  day)
{
  return get_plot_x (frame, foed_time_scale_get_x (&frame->scale, day) + frame->scale.zoom / 2);
}

/**
 * foed_timeline_frame_get_day:
 * @frame: how a timeline is laid out
 * @x: a position in the picture
 *
 * Returns: the day there
 */
FoedDay
foed_timeline_frame_get_day (const FoedTimelineFrame *frame,
                       double                   x)
{
  return foed_time_scale_get_day (&frame->scale,
                                  frame->mirrored ? frame->width - frame->names - x : x - frame->names);
}

gboolean
foed_timeline_can_open (const FoedTimelineLine *line)
{
  return line->row != NULL && line->row->n_obligations + line->row->n_parties > 0;
}
