/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "model/foed-vocabulary.h"

G_BEGIN_DECLS

/**
 * FoedColour:
 * @red: from 0 to 1
 * @green: from 0 to 1
 * @blue: from 0 to 1
 * @alpha: how opaque it is, from 0 to 1
 *
 * A colour.
 */
typedef struct
{
  float red;
  float green;
  float blue;
  float alpha;
} FoedColour;

/**
 * FoedPalette:
 * @ink: what text has
 * @ground: what is behind it
 * @dark: whether the ground is dark
 *
 * What a picture is drawn with and on.
 */
typedef struct
{
  FoedColour ink;
  FoedColour ground;
  gboolean   dark;
} FoedPalette;

/* Black on white, as on paper. */
extern const FoedPalette foed_palette_paper;

FoedColour foed_colour_mix        (FoedColour          from,
                                   FoedColour          to,
                                   float               share);
gboolean   foed_colour_of_term    (const FoedTerm     *term,
                                   gboolean            dark,
                                   FoedColour         *colour);
FoedColour foed_colour_of_kind    (const FoedTerm     *kind,
                                   const FoedPalette  *palette);
FoedColour foed_colour_of_group   (guint               number,
                                   const FoedPalette  *palette);
guint      foed_colour_count_groups (void);
FoedColour foed_colour_of_share   (double              share,
                                   const FoedPalette  *palette);
void       foed_colour_apply      (FoedColour          self,
                                   cairo_t            *cr);

G_END_DECLS
