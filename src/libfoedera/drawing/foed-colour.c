/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-colour"

#include "config.h"

#include <math.h>

#include "foed-colour.h"

/* What WCAG 2 asks of text that is read, with something to spare for the tint behind a pill. */
#define CONTRAST_WANTED 4.8

const FoedPalette foed_palette_paper = { { 0.1f, 0.1f, 0.12f, 1 }, { 1, 1, 1, 1 }, FALSE };

static const FoedColour white = { 1, 1, 1, 1 };
static const FoedColour dark_ground = { 0.19f, 0.19f, 0.19f, 1 };

/* The “muted” scheme of Paul Tol, “Colour Schemes” (SRON technical note, 2021), whose colours people with any kind of
 * colour vision can tell apart; the strongest first. */
static const guint32 groups[] = {
  0x332288, 0xcc6677, 0x117733, 0xddaa33, 0x88ccee, 0x882255, 0x44aa99, 0x999933, 0xaa4499,
};

/* From low to high in one hue: what is more stands out more from the ground. */
static const guint32 ramp_on_light[] = { 0xa9cbe8, 0x0b3c77 };
static const guint32 ramp_on_dark[] = { 0x3f5d7a, 0xd3ebff };

static FoedColour
make_colour (guint32 code)
{
  return (FoedColour) { (float) (code >> 16 & 255) / 255, (float) (code >> 8 & 255) / 255, (float) (code & 255) / 255, 1 };
}

static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (FoedColour colour)
{
  return 0.2126 * linear (colour.red) + 0.7152 * linear (colour.green) + 0.0722 * linear (colour.blue);
}

static double
contrast (FoedColour a,
          FoedColour b)
{
  double first = luminance (a) + 0.05;
  double second = luminance (b) + 0.05;

  return MAX (first, second) / MIN (first, second);
}

/* The tables' colours are made for a light ground; on a dark one they are mixed with white until they can be read. */
static FoedColour
lighten (FoedColour original)
{
  FoedColour colour = original;

  for (guint step = 1; step <= 20 && contrast (colour, dark_ground) < CONTRAST_WANTED; step++)
    colour = foed_colour_mix (original, white, (float) step / 20);
  return colour;
}

/**
 * foed_colour_mix:
 * @from: a colour
 * @to: another
 * @share: how much of it, from 0 to 1
 *
 * Returns: what lies between them, opaque
 */
FoedColour
foed_colour_mix (FoedColour from,
                 FoedColour to,
                 float      share)
{
  return (FoedColour) {
    from.red + (to.red - from.red) * share, from.green + (to.green - from.green) * share,
    from.blue + (to.blue - from.blue) * share, 1,
  };
}

/**
 * foed_colour_of_term:
 * @term: a term
 * @dark: whether it is to be seen on a dark ground
 * @colour: (out): the colour that stands for it in pictures
 *
 * Returns: whether the term has a colour
 */
gboolean
foed_colour_of_term (const FoedTerm *term,
                     gboolean        dark,
                     FoedColour     *colour)
{
  guint64 code;

  g_return_val_if_fail (term != NULL, FALSE);
  g_return_val_if_fail (colour != NULL, FALSE);

  if (term->colour == NULL || *term->colour != '#' || !g_ascii_string_to_unsigned (term->colour + 1, 16, 0, 0xffffff,
                                                                                  &code, NULL))
    return FALSE;
  *colour = make_colour ((guint32) code);
  if (dark)
    *colour = lighten (*colour);
  return TRUE;
}

/**
 * foed_colour_of_kind:
 * @kind: (nullable): a kind of obligation
 * @palette: what it is drawn with
 *
 * Returns: the colour that stands for it; one of the ink where there is no kind
 */
FoedColour
foed_colour_of_kind (const FoedTerm    *kind,
                     const FoedPalette *palette)
{
  FoedColour colour;

  if (kind != NULL && foed_colour_of_term (kind, palette->dark, &colour))
    return colour;
  return foed_colour_mix (palette->ground, palette->ink, 0.55f);
}

/**
 * foed_colour_count_groups:
 *
 * Returns: how many groups have a colour of their own
 */
guint
foed_colour_count_groups (void)
{
  return G_N_ELEMENTS (groups);
}

/**
 * foed_colour_of_group:
 * @number: the number of a group, from 1 on
 * @palette: what it is drawn with
 *
 * Returns: the colour of the group; that of all others beyond those that have one of their own
 */
FoedColour
foed_colour_of_group (guint              number,
                      const FoedPalette *palette)
{
  if (number == 0 || number > G_N_ELEMENTS (groups))
    return foed_colour_mix (palette->ground, palette->ink, 0.4f);
  return palette->dark ? lighten (make_colour (groups[number - 1])) : make_colour (groups[number - 1]);
}

/**
 * foed_colour_of_share:
 * @share: from 0, the lowest, to 1, the highest
 * @palette: what it is drawn with
 *
 * Returns: the colour that stands for it
 */
FoedColour
foed_colour_of_share (double             share,
                      const FoedPalette *palette)
{
  const guint32 *ramp = palette->dark ? ramp_on_dark : ramp_on_light;

  return foed_colour_mix (make_colour (ramp[0]), make_colour (ramp[1]), (float) CLAMP (share, 0, 1));
}

/**
 * foed_colour_apply:
 * @self: a colour
 * @cr: draws with it from now on
 */
void
foed_colour_apply (FoedColour  self,
                   cairo_t    *cr)
{
  cairo_set_source_rgba (cr, self.red, self.green, self.blue, self.alpha);
}
