/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

#include "explorer-timeline-items.h"
#include "explorer-timeline-signs.h"

G_BEGIN_DECLS

/* Draws timelines with Cairo and Pango alone, so that pictures can be made without a display. */

#define EXPLORER_TIMELINE_N_KINDS_MAX 32

/**
 * ExplorerTimelineStyle:
 * @ink: the colour of text
 * @ground: the colour behind all
 * @accent: the colour of what is chosen
 * @breach: the colour of marks of breaches
 * @kinds: the colours of the kinds of obligation, in the order of their vocabulary
 * @font: (nullable): the font
 *
 * What a timeline looks like.
 */
typedef struct
{
  ExplorerTimelineColour      ink;
  ExplorerTimelineColour      ground;
  ExplorerTimelineColour      accent;
  ExplorerTimelineColour      breach;
  ExplorerTimelineColour      kinds[EXPLORER_TIMELINE_N_KINDS_MAX];
  const PangoFontDescription *font;
} ExplorerTimelineStyle;

/**
 * ExplorerTimelineLook:
 * @selected: (nullable): the id of the selected record
 * @root: (nullable): the id of the alliance or state that holds it
 * @hovered: the line under the pointer, or -1
 * @day: the day that is looked at
 * @day_on: whether only what is in force on it is shown
 *
 * What stands out in a timeline.
 */
typedef struct
{
  const char *selected;
  const char *root;
  int         hovered;
  FoedDay     day;
  gboolean    day_on;
} ExplorerTimelineLook;

void explorer_timeline_draw (cairo_t                     *cr,
                             PangoContext                *context,
                             const GArray                *lines,
                             const GArray                *items,
                             const ExplorerTimelineFrame *frame,
                             const ExplorerTimelineStyle *style,
                             const ExplorerTimelineLook  *look);

G_END_DECLS
