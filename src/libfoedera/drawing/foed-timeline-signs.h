/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "analysis/foed-timeline.h"
#include "foed-colour.h"

G_BEGIN_DECLS

/* The signs of a timeline, drawn with Cairo alone: in it, and in its legend. */

void foed_timeline_draw_mark    (cairo_t              *cr,
                                 FoedTimelineMarkKind  kind,
                                 double                x,
                                 double                y,
                                 double                size,
                                 FoedColour            ink,
                                 FoedColour            ground);
void foed_timeline_draw_hatched (cairo_t              *cr,
                                 double                x,
                                 double                y,
                                 double                width,
                                 double                height,
                                 FoedColour            colour);
void foed_timeline_draw_fading  (cairo_t              *cr,
                                 double                x,
                                 double                y,
                                 double                width,
                                 double                height,
                                 gboolean              to_right,
                                 FoedColour            colour);

G_END_DECLS
