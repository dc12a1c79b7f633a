/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-legend"

#include "config.h"

#include "foed-legend.h"
#include "foed-timeline-signs.h"

static void
entry_free (FoedLegendEntry *entry)
{
  g_free (entry->meaning);
  g_free (entry);
}

static void
trace_line (cairo_t *cr,
            double   width,
            double   y)
{
  cairo_move_to (cr, 1, y);
  cairo_line_to (cr, width - 1, y);
}

static void
fill_disc (cairo_t *cr,
           double   x,
           double   y,
           double   radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
trace_ring (cairo_t *cr,
            double   x,
            double   y,
            double   radius)
{
  cairo_set_line_width (cr, 1.5);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  cairo_stroke (cr);
}

static void
draw_arrow (cairo_t *cr,
            double   width,
            double   middle)
{
  trace_line (cr, width - 5, middle);
  cairo_stroke (cr);
  cairo_move_to (cr, width, middle);
  cairo_rel_line_to (cr, -7, -3.5);
  cairo_rel_line_to (cr, 0, 7);
  cairo_fill (cr);
}

static void
draw_ramp (cairo_t               *cr,
           const FoedLegendEntry *entry,
           double                 width,
           double                 height)
{
  cairo_pattern_t *pattern = cairo_pattern_create_linear (0, 0, width, 0);

  cairo_pattern_add_color_stop_rgb (pattern, 0, entry->colour.red, entry->colour.green, entry->colour.blue);
  cairo_pattern_add_color_stop_rgb (pattern, 1, entry->last.red, entry->last.green, entry->last.blue);
  cairo_set_source (cr, pattern);
  cairo_rectangle (cr, 0, height * 0.18, width, height * 0.64);
  cairo_fill (cr);
  cairo_pattern_destroy (pattern);
}

/**
 * foed_legend_new:
 *
 * Returns: (transfer full) (element-type FoedLegendEntry): an empty legend
 */
GPtrArray *
foed_legend_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
}

/**
 * foed_legend_add:
 * @legend: a legend
 * @sign: what it looks like
 * @colour: its colour
 * @meaning: what it means, translated
 */
void
foed_legend_add (GPtrArray      *legend,
                 FoedLegendSign  sign,
                 FoedColour      colour,
                 const char     *meaning)
{
  FoedLegendEntry *entry;

  g_return_if_fail (legend != NULL);
  g_return_if_fail (meaning != NULL);

  entry = g_new0 (FoedLegendEntry, 1);
  *entry = (FoedLegendEntry) { sign, colour, colour, g_strdup (meaning) };
  g_ptr_array_add (legend, entry);
}

/**
 * foed_legend_add_ramp:
 * @legend: a legend
 * @first: the lowest colour
 * @last: the highest
 * @meaning: what it means, translated
 */
void
foed_legend_add_ramp (GPtrArray  *legend,
                      FoedColour  first,
                      FoedColour  last,
                      const char *meaning)
{
  foed_legend_add (legend, FOED_LEGEND_RAMP, first, meaning);
  ((FoedLegendEntry *) g_ptr_array_index (legend, legend->len - 1))->last = last;
}

/**
 * foed_legend_draw_sign:
 * @entry: a line of a legend
 * @cr: where to draw
 * @width: how much room there is
 * @height: likewise
 */
void
foed_legend_draw_sign (const FoedLegendEntry *entry,
                       cairo_t               *cr,
                       double                 width,
                       double                 height)
{
  const double dashes[] = { 4, 3 };
  const FoedColour none = { 0, 0, 0, 0 };
  double middle = height / 2;
  double radius = MIN (height, width) * 0.36;

  g_return_if_fail (entry != NULL);

  foed_colour_apply (entry->colour, cr);
  cairo_set_line_width (cr, 2);
  switch ((guint) entry->sign)
    {
    case FOED_LEGEND_CIRCLE:
      fill_disc (cr, width / 2, middle, radius);
      break;
    case FOED_LEGEND_SQUARE:
      cairo_rectangle (cr, width / 2 - radius, middle - radius, 2 * radius, 2 * radius);
      cairo_fill (cr);
      break;
    case FOED_LEGEND_LINES:
      cairo_set_line_width (cr, 1);
      trace_line (cr, width, middle - 3.5);
      cairo_stroke (cr);
      cairo_set_line_width (cr, 3);
      trace_line (cr, width, middle + 2.5);
      cairo_stroke (cr);
      break;
    case FOED_LEGEND_DASHES:
      cairo_set_dash (cr, dashes, 2, 0);
      trace_line (cr, width, middle);
      cairo_stroke (cr);
      cairo_set_dash (cr, NULL, 0, 0);
      break;
    case FOED_LEGEND_ARROW:
      draw_arrow (cr, width, middle);
      break;
    case FOED_LEGEND_SIZES:
      fill_disc (cr, width * 0.08, middle, radius * 0.3);
      fill_disc (cr, width * 0.34, middle, radius * 0.5);
      fill_disc (cr, width * 0.76, middle, radius * 0.9);
      break;
    case FOED_LEGEND_RAMP:
      draw_ramp (cr, entry, width, height);
      break;
    case FOED_LEGEND_RING:
      trace_ring (cr, width / 2, middle, radius + 1);
      fill_disc (cr, width / 2, middle, radius - 2);
      break;
    case FOED_LEGEND_HOLLOW:
      trace_ring (cr, width / 2, middle, radius);
      break;
    case FOED_LEGEND_HATCHED:
      foed_timeline_draw_hatched (cr, 0, height * 0.2, width, height * 0.6, entry->colour);
      break;
    case FOED_LEGEND_FADING:
      foed_timeline_draw_fading (cr, 0, height * 0.2, width, height * 0.6, TRUE, entry->colour);
      break;
    case FOED_LEGEND_LINE:
      trace_line (cr, width, middle);
      cairo_stroke (cr);
      break;
    default:
      foed_timeline_draw_mark (cr, (FoedTimelineMarkKind) (entry->sign - FOED_LEGEND_MARK), width / 2, middle,
                               height * 0.75, entry->colour, none);
      break;
    }
}
