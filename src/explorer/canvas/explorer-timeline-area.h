/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "drawing/foed-timeline-page.h"
#include "drawing/foed-timeline-style.h"

G_BEGIN_DECLS

/**
 * ExplorerTimelineArea:
 *
 * Shows a timeline: names, bars and marks, to be scrolled in both directions and enlarged in time. Only what can be
 * seen is laid out and drawn. It is scrollable: axis and names stay where they are.
 *
 * Signals: `selected` (id of the record or %NULL, id of its alliance), `opened` (the same), `day-chosen` (the day).
 */
#define EXPLORER_TYPE_TIMELINE_AREA (explorer_timeline_area_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerTimelineArea, explorer_timeline_area, EXPLORER, TIMELINE_AREA, GtkWidget)

GtkWidget               *explorer_timeline_area_new          (void);

void                     explorer_timeline_area_set_timeline (ExplorerTimelineArea *self,
                                                              FoedTimeline         *timeline);
void                     explorer_timeline_area_arrange      (ExplorerTimelineArea *self,
                                                              FoedTimelineGrouping  grouping,
                                                              FoedTimelineOrder     order);
void                     explorer_timeline_area_set_selected (ExplorerTimelineArea *self,
                                                              const char           *selected,
                                                              const char           *root);
void                     explorer_timeline_area_set_day      (ExplorerTimelineArea *self,
                                                              FoedDay               day,
                                                              gboolean              day_on);
void                     explorer_timeline_area_zoom         (ExplorerTimelineArea *self,
                                                              double                factor);
void                     explorer_timeline_area_fit          (ExplorerTimelineArea *self);
void                     explorer_timeline_area_set_all_open (ExplorerTimelineArea *self,
                                                              gboolean              open);
const FoedTimelineStyle *explorer_timeline_area_get_style    (ExplorerTimelineArea *self);
void                     explorer_timeline_area_get_subject  (ExplorerTimelineArea *self,
                                                              FoedTimelineSubject  *subject);

G_END_DECLS
