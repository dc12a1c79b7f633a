/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pango.h>

#include "analysis/foed-timeline.h"
#include "foed-legend.h"

G_BEGIN_DECLS

#define FOED_TIMELINE_N_KINDS_MAX 32

/**
 * FoedTimelineStyle:
 * @palette: what it is drawn with and on
 * @accent: the colour of what is chosen
 * @breach: the colour of marks of breaches
 * @kinds: the colours of the kinds of obligation, in the order of their vocabulary
 * @font: (nullable): the font
 *
 * What a timeline looks like.
 */
typedef struct
{
  FoedPalette                 palette;
  FoedColour                  accent;
  FoedColour                  breach;
  FoedColour                  kinds[FOED_TIMELINE_N_KINDS_MAX];
  const PangoFontDescription *font;
} FoedTimelineStyle;

void       foed_timeline_style_init     (FoedTimelineStyle       *self,
                                         const FoedPalette       *palette,
                                         FoedColour               accent,
                                         FoedColour               breach);
FoedColour foed_timeline_style_get_kind (const FoedTimelineStyle *self,
                                         const FoedTerm          *kind);
GPtrArray *foed_timeline_style_explain  (const FoedTimelineStyle *self,
                                         FoedTimeline            *timeline);

G_END_DECLS
