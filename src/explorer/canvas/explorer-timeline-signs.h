/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "analysis/foed-timeline.h"

G_BEGIN_DECLS

/* The signs of a timeline, drawn with Cairo alone: in it, and in its legend. */

typedef struct
{
  double red;
  double green;
  double blue;
  double alpha;
} ExplorerTimelineColour;

void explorer_timeline_draw_mark    (cairo_t                *cr,
                                     FoedTimelineMarkKind    kind,
                                     double                  x,
                                     double                  y,
                                     double                  size,
                                     ExplorerTimelineColour  ink,
                                     ExplorerTimelineColour  ground);
void explorer_timeline_draw_hatched (cairo_t                *cr,
                                     double                  x,
                                     double                  y,
                                     double                  width,
                                     double                  height,
                                     ExplorerTimelineColour  colour);
void explorer_timeline_draw_fading  (cairo_t                *cr,
                                     double                  x,
                                     double                  y,
                                     double                  width,
                                     double                  height,
                                     gboolean                to_right,
                                     ExplorerTimelineColour  colour);

G_END_DECLS
