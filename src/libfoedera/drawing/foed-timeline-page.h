/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "analysis/foed-timeline.h"
#include "foed-page.h"

G_BEGIN_DECLS

/**
 * FoedTimelineSubject:
 * @timeline: the lives of alliances
 * @grouping: how alliances are put together
 * @order: in what order
 * @open: (nullable): the interned ids of those alliances whose obligations and states are shown; %NULL for none
 * @first_day: from when on; 0 for the whole time
 * @last_day: until when; 0 for the whole time
 * @selected: (nullable): the id of the selected record
 * @root: (nullable): the id of the alliance or state that holds it
 *
 * What a timeline is of.
 */
typedef struct
{
  FoedTimeline         *timeline;
  FoedTimelineGrouping  grouping;
  FoedTimelineOrder     order;
  GHashTable           *open;
  FoedDay               first_day;
  FoedDay               last_day;
  const char           *selected;
  const char           *root;
} FoedTimelineSubject;

gboolean  foed_timeline_get_time (FoedTimeline              *timeline,
                                  FoedDay                   *first_day,
                                  FoedDay                   *last_day);
FoedPage *foed_timeline_page_new (const FoedTimelineSubject *subject,
                                  const FoedPageOrigin      *origin);

G_END_DECLS
