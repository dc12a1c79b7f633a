/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "analysis/foed-timeline.h"
#include "foed-time-scale.h"

G_BEGIN_DECLS

/**
 * FoedTimelineFrame:
 * @width: of the picture, in pixels
 * @height: of the picture
 * @names: how wide the column of names is
 * @axis: how tall the axis is
 * @pitch: how tall a line is
 * @scroll: how far down the lines are scrolled
 * @mirrored: whether names stand on the right and time runs to the left
 * @scale: which time is shown; its width is what the names leave
 *
 * How a timeline is laid out.
 */
typedef struct
{
  double        width;
  double        height;
  double        names;
  double        axis;
  double        pitch;
  double        scroll;
  gboolean      mirrored;
  FoedTimeScale scale;
} FoedTimelineFrame;

/**
 * FoedTimelineItemKind:
 * @FOED_TIMELINE_NAME: the name of a row, or the heading of a group
 * @FOED_TIMELINE_OPENER: what opens and closes a row
 * @FOED_TIMELINE_BAR: something that lasts
 * @FOED_TIMELINE_BAND: a kind of obligation, within the bar of its alliance
 * @FOED_TIMELINE_REST: a suspension, within the bar of its party
 * @FOED_TIMELINE_MARK: something that happens
 *
 * What an item of a timeline is.
 */
typedef enum
{
  FOED_TIMELINE_NAME,
  FOED_TIMELINE_OPENER,
  FOED_TIMELINE_BAR,
  FOED_TIMELINE_BAND,
  FOED_TIMELINE_REST,
  FOED_TIMELINE_MARK
} FoedTimelineItemKind;

/**
 * FoedTimelineItem:
 * @kind: what it is
 * @line: the line it stands in
 * @row: (nullable): the row it comes from; %NULL for a heading
 * @index: which bar or mark of the row it is
 * @x: where it is, in pixels of the picture
 * @y: where it is
 * @width: how wide it is
 * @height: how tall it is
 * @firm_x: where that part of it begins of which the dates are certain
 * @firm_width: how wide that part is; 0 where nothing is certain
 * @open_left: whether it is open to the left
 * @open_right: whether it is open to the right
 *
 * Something that is drawn, and that can be pointed at.
 */
typedef struct
{
  FoedTimelineItemKind kind;
  guint                line;
  const                FoedTimelineRow    *row;
  guint                index;
  double               x;
  double               y;
  double               width;
  double               height;
  double               firm_x;
  double               firm_width;
  gboolean             open_left;
  gboolean             open_right;
} FoedTimelineItem;

GArray  *foed_timeline_list_items        (const GArray            *lines,
                                          const FoedTimelineFrame *frame);
int      foed_timeline_pick              (const GArray            *items,
                                          double                   x,
                                          double                   y,
                                          double                   slack);
void     foed_timeline_get_visible_lines (const GArray            *lines,
                                          const FoedTimelineFrame *frame,
                                          guint                   *first,
                                          guint                   *n_visible);
double   foed_timeline_frame_get_x       (const FoedTimelineFrame *frame,
                                          FoedDay                  day);
FoedDay  foed_timeline_frame_get_day     (const FoedTimelineFrame *frame,
                                          double                   x);
gboolean foed_timeline_can_open          (const FoedTimelineLine  *line);

G_END_DECLS
