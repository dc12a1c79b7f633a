/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-timeline-signs"

#include "config.h"

#include <math.h>

#include "foed-timeline-signs.h"

/* How far apart the lines lie that stand for what is not certain. */
#define HATCH 4.0

static void
set_colour (cairo_t    *cr,
            FoedColour  colour,
            double      opacity)
{
  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, colour.alpha * opacity);
}

/**
 * foed_timeline_draw_hatched:
 * @cr: where to draw
 * @x: the left side
 * @y: the top
 * @width: how wide it is, in pixels
 * @height: how tall it is
 * @colour: its colour
 *
 * Fills a box with lines across, for what may be so or not.
 */
void
foed_timeline_draw_hatched (cairo_t    *cr,
                            double      x,
                            double      y,
                            double      width,
                            double      height,
                            FoedColour  colour)
{
  cairo_save (cr);
  cairo_rectangle (cr, x, y, width, height);
  cairo_clip (cr);
  set_colour (cr, colour, 0.16);
  cairo_paint (cr);
  cairo_set_line_width (cr, 1.2);
  set_colour (cr, colour, 0.75);
  for (double at = floor (x / HATCH) * HATCH - height; at < x + width; at += HATCH)
    {
      cairo_move_to (cr, at, y + height);
      cairo_line_to (cr, at + height, y);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

/**
 * foed_timeline_draw_fading:
 * @cr: where to draw
 * @x: the left side
 * @y: the top
 * @width: how wide it is, in pixels
 * @height: how tall it is
 * @to_right: whether it fades away to the right
 * @colour: its colour
 *
 * Fills a box that fades away to one side, for what has no known end.
 */
void
foed_timeline_draw_fading (cairo_t    *cr,
                           double      x,
                           double      y,
                           double      width,
                           double      height,
                           gboolean    to_right,
                           FoedColour  colour)
{
  cairo_pattern_t *pattern = cairo_pattern_create_linear (to_right ? x : x + width, 0, to_right ? x + width : x, 0);

  cairo_pattern_add_color_stop_rgba (pattern, 0, colour.red, colour.green, colour.blue, colour.alpha);
  cairo_pattern_add_color_stop_rgba (pattern, 1, colour.red, colour.green, colour.blue, 0);
  cairo_set_source (cr, pattern);
  cairo_rectangle (cr, x, y, width, height);
  cairo_fill (cr);
  cairo_pattern_destroy (pattern);
}

/**
 * foed_timeline_draw_mark:
 * @cr: where to draw
 * @kind: what it stands for
 * @x: its middle
 * @y: its middle
 * @size: how large it is, in pixels
 * @ink: its colour
 * @ground: the colour of its rim, and of what is hollow in it
 *
 * Draws a mark. Each kind has a shape of its own, so that colour is not needed to tell them apart.
 */
void
foed_timeline_draw_mark (cairo_t              *cr,
                         FoedTimelineMarkKind  kind,
                         double                x,
                         double                y,
                         double                size,
                         FoedColour            ink,
                         FoedColour            ground)
{
  double half = size / 2;
  gboolean stroked = kind == FOED_TIMELINE_BREACH || kind == FOED_TIMELINE_EXTENSION || kind == FOED_TIMELINE_OTHER;

  cairo_new_path (cr);
  switch (kind)
    {
    case FOED_TIMELINE_SIGNATURE:
      cairo_arc (cr, x, y, half * 0.9, 0, 2 * G_PI);
      break;
    case FOED_TIMELINE_AMENDMENT:
      cairo_move_to (cr, x, y - half * 1.1);
      cairo_line_to (cr, x + half * 1.1, y);
      cairo_line_to (cr, x, y + half * 1.1);
      cairo_line_to (cr, x - half * 1.1, y);
      cairo_close_path (cr);
      break;
    case FOED_TIMELINE_INVOCATION:
      cairo_move_to (cr, x, y - half);
      cairo_line_to (cr, x + half, y + half * 0.85);
      cairo_line_to (cr, x - half, y + half * 0.85);
      cairo_close_path (cr);
      break;
    case FOED_TIMELINE_BREACH:
      cairo_move_to (cr, x - half * 0.8, y - half * 0.8);
      cairo_line_to (cr, x + half * 0.8, y + half * 0.8);
      cairo_move_to (cr, x + half * 0.8, y - half * 0.8);
      cairo_line_to (cr, x - half * 0.8, y + half * 0.8);
      break;
    case FOED_TIMELINE_EXTENSION:
      cairo_move_to (cr, x - half, y);
      cairo_line_to (cr, x + half, y);
      cairo_move_to (cr, x, y - half);
      cairo_line_to (cr, x, y + half);
      break;
    case FOED_TIMELINE_OTHER:
    case FOED_N_TIMELINE_MARK_KINDS:
    default:
      cairo_move_to (cr, x, y - half * 0.9);
      cairo_line_to (cr, x, y + half * 0.9);
      break;
    }
  /* A rim of the ground lifts the mark from whatever bar it stands on. */
  cairo_set_line_width (cr, stroked ? 4.5 : 3.5);
  set_colour (cr, ground, 0.95);
  cairo_stroke_preserve (cr);
  if (!stroked)
    {
      set_colour (cr, kind == FOED_TIMELINE_INVOCATION ? ink : ground, 1);
      cairo_fill_preserve (cr);
    }
  cairo_set_line_width (cr, stroked ? 2 : 1.4);
  set_colour (cr, ink, 1);
  cairo_stroke (cr);
}
