/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

#include "foed-timeline-items.h"
#include "foed-timeline-style.h"

G_BEGIN_DECLS

/**
 * FoedTimelineLook:
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
} FoedTimelineLook;

void foed_timeline_draw (cairo_t                 *cr,
                         PangoContext            *context,
                         const GArray            *lines,
                         const GArray            *items,
                         const FoedTimelineFrame *frame,
                         const FoedTimelineStyle *style,
                         const FoedTimelineLook  *look);

G_END_DECLS
