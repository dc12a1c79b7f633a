/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-map-drawing"

#include "config.h"

#include <math.h>

#include "foed-map-style-private.h"

#define BORDER_WIDTH 0.6
#define STRIPE_DISTANCE 7.0

/* The rim of the map: the earth, cut open along the meridian opposite Greenwich. */
static void
trace_earth (cairo_t *cr,
             double   zoom)
{
  for (int i = -90; i <= 90; i += 3)
    {
      FoedPoint point = foed_projection_apply ((FoedDegrees) { 180, i });

      cairo_line_to (cr, point.x * zoom, point.y * zoom);
    }

  for (int i = 90; i >= -90; i -= 3)
    {
      FoedPoint point = foed_projection_apply ((FoedDegrees) { -180, i });

      cairo_line_to (cr, point.x * zoom, point.y * zoom);
    }

  cairo_close_path (cr);
}

static void
trace_outline (const FoedOutline *outline,
               cairo_t           *cr,
               double             zoom)
{
  for (guint i = 0; i < outline->n_rings; i++)
    {
      guint n_points;
      const FoedPoint *ring = foed_outlines_get_ring (outline, i, &n_points);

      cairo_new_sub_path (cr);

      for (guint j = 0; j < n_points; j++)
        cairo_line_to (cr, ring[j].x * zoom, ring[j].y * zoom);

      cairo_close_path (cr);
    }
}

/* Fills the path with stripes, and leaves it in place. */
static void
fill_stripes (cairo_t *cr)
{
  double x1;
  double y1;
  double x2;
  double y2;

  cairo_save (cr);
  cairo_clip_preserve (cr);
  cairo_path_extents (cr, &x1, &y1, &x2, &y2);
  cairo_new_path (cr);
  cairo_set_line_width (cr, STRIPE_DISTANCE / 2.6);

  /* The stripes of all countries lie on the same lines. */
  for (double sum = floor ((x1 + y1) / STRIPE_DISTANCE) * STRIPE_DISTANCE; sum < x2 + y2; sum += STRIPE_DISTANCE)
    {
      cairo_move_to (cr, sum - y1, y1);
      cairo_line_to (cr, sum - y2, y2);
    }

  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_area (FoedMapStyle      *self,
           const FoedOutline *outline,
           const FoedMapArea *area,
           cairo_t           *cr,
           double             zoom)
{
  FoedColour fill = area->group > 0       ? foed_map_style_get_fill (self, area->group)
                    : area->state != NULL ? foed_map_style_get_held_colour (self)
                                          : foed_map_style_get_land_colour (self);

  trace_outline (outline, cr, zoom);
  foed_colour_apply (fill, cr);
  cairo_fill_preserve (cr);

  if (area->stripe > 0)
    {
      foed_colour_apply (foed_map_style_get_fill (self, area->stripe), cr);
      fill_stripes (cr);
      trace_outline (outline, cr, zoom);
    }

  foed_colour_apply (self->palette.ground, cr);
  cairo_set_line_width (cr, BORDER_WIDTH);
  cairo_stroke (cr);
}

/**
 * foed_map_style_draw:
 * @self: a style
 * @cr: where to draw, (0, 0) of the map being at its origin
 * @zoom: how many units of @cr a unit of the map takes
 *
 * Draws the earth and its countries; arcs, states and names are for others to draw over it. Threads may do so.
 */
void
foed_map_style_draw (FoedMapStyle *self,
                     cairo_t      *cr,
                     double        zoom)
{
  guint n_outlines;
  const FoedOutline *outlines = foed_outlines_get (&n_outlines);

  g_return_if_fail (self != NULL);
  g_return_if_fail (cr != NULL);

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  trace_earth (cr, zoom);
  foed_colour_apply (foed_colour_mix (self->palette.ground, self->palette.ink, 0.035f), cr);
  cairo_fill (cr);

  for (guint i = 0; i < n_outlines; i++)
    draw_area (self, &outlines[i], &g_array_index (self->areas, FoedMapArea, i), cr, zoom);

  cairo_restore (cr);
}
