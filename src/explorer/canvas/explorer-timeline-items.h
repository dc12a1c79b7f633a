/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "analysis/foed-timeline.h"
#include "explorer-time-scale.h"

G_BEGIN_DECLS

/**
 * ExplorerTimelineFrame:
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
  double            width;
  double            height;
  double            names;
  double            axis;
  double            pitch;
  double            scroll;
  gboolean          mirrored;
  ExplorerTimeScale scale;
} ExplorerTimelineFrame;

/**
 * ExplorerTimelineItemKind:
 * @EXPLORER_TIMELINE_NAME: the name of a row, or the heading of a group
 * @EXPLORER_TIMELINE_OPENER: what opens and closes a row
 * @EXPLORER_TIMELINE_BAR: something that lasts
 * @EXPLORER_TIMELINE_BAND: a kind of obligation, within the bar of its alliance
 * @EXPLORER_TIMELINE_REST: a suspension, within the bar of its party
 * @EXPLORER_TIMELINE_MARK: something that happens
 *
 * What an item of a timeline is.
 */
typedef enum
{
  EXPLORER_TIMELINE_NAME,
  EXPLORER_TIMELINE_OPENER,
  EXPLORER_TIMELINE_BAR,
  EXPLORER_TIMELINE_BAND,
  EXPLORER_TIMELINE_REST,
  EXPLORER_TIMELINE_MARK
} ExplorerTimelineItemKind;

/**
 * ExplorerTimelineItem:
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
  ExplorerTimelineItemKind  kind;
  guint                     line;
  const FoedTimelineRow    *row;
  guint                     index;
  double                    x;
  double                    y;
  double                    width;
  double                    height;
  double                    firm_x;
  double                    firm_width;
  gboolean                  open_left;
  gboolean                  open_right;
} ExplorerTimelineItem;

GArray  *explorer_timeline_list_items (const GArray                *lines,
                                       const ExplorerTimelineFrame *frame);
int      explorer_timeline_pick       (const GArray                *items,
                                       double                       x,
                                       double                       y,
                                       double                       slack);
void     explorer_timeline_get_visible_lines (const GArray                *lines,
                                              const ExplorerTimelineFrame *frame,
                                              guint                       *first,
                                              guint                       *n_visible);
double   explorer_timeline_get_x      (const ExplorerTimelineFrame *frame,
                                       FoedDay                      day);
FoedDay  explorer_timeline_get_day    (const ExplorerTimelineFrame *frame,
                                       double                       x);
gboolean explorer_timeline_can_open   (const FoedTimelineLine      *line);

G_END_DECLS
