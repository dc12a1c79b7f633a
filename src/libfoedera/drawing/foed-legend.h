/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-colour.h"

G_BEGIN_DECLS

/**
 * FoedLegendSign:
 * @FOED_LEGEND_CIRCLE: a disc
 * @FOED_LEGEND_SQUARE: a square
 * @FOED_LEGEND_LINE: a line
 * @FOED_LEGEND_LINES: a thin line and a thick one
 * @FOED_LEGEND_DASHES: a broken line
 * @FOED_LEGEND_ARROW: an arrow
 * @FOED_LEGEND_SIZES: discs from small to large
 * @FOED_LEGEND_RAMP: from the lowest colour to the highest
 * @FOED_LEGEND_RING: a disc with a ring around it
 * @FOED_LEGEND_HOLLOW: a ring
 * @FOED_LEGEND_HATCHED: a hatched bar
 * @FOED_LEGEND_FADING: a bar that fades out
 * @FOED_LEGEND_MARK: the first kind of mark of a timeline; the others follow it
 *
 * What a legend explains.
 */
typedef enum
{
  FOED_LEGEND_CIRCLE,
  FOED_LEGEND_SQUARE,
  FOED_LEGEND_LINE,
  FOED_LEGEND_LINES,
  FOED_LEGEND_DASHES,
  FOED_LEGEND_ARROW,
  FOED_LEGEND_SIZES,
  FOED_LEGEND_RAMP,
  FOED_LEGEND_RING,
  FOED_LEGEND_HOLLOW,
  FOED_LEGEND_HATCHED,
  FOED_LEGEND_FADING,
  FOED_LEGEND_MARK
} FoedLegendSign;

/**
 * FoedLegendEntry:
 * @sign: what it looks like
 * @colour: its colour; of a ramp, the lowest
 * @last: of a ramp, the highest colour
 * @meaning: what it means, translated
 *
 * A line of a legend.
 */
typedef struct
{
  FoedLegendSign  sign;
  FoedColour      colour;
  FoedColour      last;
  char           *meaning;
} FoedLegendEntry;

/* The room that a sign takes. */
#define FOED_LEGEND_SIGN_WIDTH 20.0
#define FOED_LEGEND_SIGN_HEIGHT 14.0

GPtrArray *foed_legend_new       (void);
void       foed_legend_add       (GPtrArray             *legend,
                                  FoedLegendSign         sign,
                                  FoedColour             colour,
                                  const char            *meaning);
void       foed_legend_add_ramp  (GPtrArray             *legend,
                                  FoedColour             first,
                                  FoedColour             last,
                                  const char            *meaning);
void       foed_legend_draw_sign (const FoedLegendEntry *entry,
                                  cairo_t               *cr,
                                  double                 width,
                                  double                 height);

G_END_DECLS
