/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "drawing/foed-timeline-drawing.h"
#include "explorer-timeline-area.h"

G_BEGIN_DECLS

/* A line, or a mark in it, that is there as a button. */
typedef struct
{
  GtkWidget *button;
  int        line;
  int        mark;    /* which mark of the row, or -1 for the line itself */
} ExplorerTimelineHandle;

struct _ExplorerTimelineArea
{
  GtkWidget               parent_instance;

  FoedTimeline           *timeline;
  GArray                 *lines;         /* FoedTimelineLine */
  GArray                 *items;         /* FoedTimelineItem; NULL until they are needed */
  GHashTable             *open;          /* interned ids of alliances */
  FoedTimelineGrouping    grouping;
  FoedTimelineOrder       order;

  FoedTimelineFrame       frame;
  FoedTimelineStyle       style;
  FoedTimelineLook        look;
  char                   *selected;
  char                   *root;

  GtkAdjustment          *adjustments[2];   /* by orientation */
  GtkScrollablePolicy     policies[2];

  int                     current;       /* the line that the keyboard is in, or -1 */
  int                     current_mark;  /* the mark in it, or -1 */
  GPtrArray              *handles;       /* ExplorerTimelineHandle */
  guint                   handles_timeout;

  double                  pointer_x;
  double                  pointer_y;
  double                  drag_offset;
  double                  drag_scroll;
  double                  pinch;

  guint                   choosing : 1;     /* whether a day is being dragged */
  guint                   dragged : 1;
  guint                   syncing : 1;
  guint                   fitted : 1;
  guint                   style_known : 1;
};

/* explorer-timeline-area.c */
const GArray *explorer_timeline_area_get_items    (ExplorerTimelineArea *self);
double        explorer_timeline_area_get_page     (ExplorerTimelineArea *self);
void          explorer_timeline_area_move         (ExplorerTimelineArea *self,
                                                   double                offset,
                                                   double                scroll);
void          explorer_timeline_area_note_move    (ExplorerTimelineArea *self);
void          explorer_timeline_area_zoom_about   (ExplorerTimelineArea *self,
                                                   double                factor,
                                                   double                x);
const FoedTimelineLine *explorer_timeline_area_get_line (ExplorerTimelineArea *self,
                                                   int                   line);
void          explorer_timeline_area_select       (ExplorerTimelineArea *self,
                                                   int                   line,
                                                   int                   mark,
                                                   gboolean              open);

/* explorer-timeline-area-lines.c */
int           explorer_timeline_area_find_root    (ExplorerTimelineArea *self);
void          explorer_timeline_area_reveal_root  (ExplorerTimelineArea *self);
void          explorer_timeline_area_toggle       (ExplorerTimelineArea *self,
                                                   int                   line);

/* explorer-timeline-area-input.c */
void          explorer_timeline_area_add_input     (ExplorerTimelineArea *self);
void          explorer_timeline_area_install_input (GtkWidgetClass       *widget_class);

/* explorer-timeline-area-handles.c */
void          explorer_timeline_area_queue_handles (ExplorerTimelineArea *self);
void          explorer_timeline_area_forget_handles (ExplorerTimelineArea *self);
void          explorer_timeline_area_place_handles (ExplorerTimelineArea *self);
void          explorer_timeline_area_focus         (ExplorerTimelineArea *self,
                                                    int                   line,
                                                    int                   mark);
void          explorer_timeline_area_clear_handles (ExplorerTimelineArea *self);
gboolean      explorer_timeline_area_move_focus    (GtkWidget            *widget,
                                                    GtkDirectionType      direction);

G_END_DECLS
