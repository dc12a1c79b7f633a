/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-raster"

#include "config.h"

#include <math.h>

#include "explorer-raster.h"

/* Places are kept in 1/65536 of a pixel where it counts. */
#define ONE 65536
#define HALF 32768

/* Puts @pixel over what is there, as far as it covers the place: from 0 to 256. */
static inline void
blend (guint32       *there,
       ExplorerPixel  pixel,
       guint          coverage)
{
  guint32 even = (((pixel & 0x00ff00ff) * coverage) >> 8) & 0x00ff00ff;
  guint32 odd = (((pixel >> 8) & 0x00ff00ff) * coverage) & 0xff00ff00;
  guint32 over = even | odd;
  guint32 rest = 256 - (over >> 24) - (over >> 31);

  *there = over + ((((*there & 0x00ff00ff) * rest) >> 8) & 0x00ff00ff) +
           ((((*there >> 8) & 0x00ff00ff) * rest) & 0xff00ff00);
}

static inline guint
get_coverage (double inside)
{
  return (guint) (CLAMP (inside + 0.5, 0, 1) * 256);
}

/* Cuts a line off where it leaves the raster. Returns how much was cut off before its first end; below 0 where nothing
 * is left. */
static double
clip (const ExplorerRaster *self,
      double                margin,
      double               *x1,
      double               *y1,
      double               *x2,
      double               *y2)
{
  double x = *x2 - *x1;
  double y = *y2 - *y1;
  const double directions[] = { -x, x, -y, y };
  const double distances[] = { *x1 + margin, self->width + margin - *x1, *y1 + margin, self->height + margin - *y1 };
  double first = 0;
  double last = 1;

  for (guint i = 0; i < 4; i++)
    {
      if (directions[i] == 0)
        {
          if (distances[i] < 0)
            return -1;
        }
      else if (directions[i] < 0)
        first = MAX (first, distances[i] / directions[i]);
      else
        last = MIN (last, distances[i] / directions[i]);
    }
  if (first > last)
    return -1;
  *x2 = *x1 + last * x;
  *y2 = *y1 + last * y;
  *x1 += first * x;
  *y1 += first * y;
  return first * hypot (x, y);
}

void
explorer_raster_init (ExplorerRaster *self,
                      int             width,
                      int             height)
{
  self->width = width;
  self->height = height;
  self->pixels = g_new0 (guint32, (gsize) width * (gsize) height);
}

void
explorer_raster_clear (ExplorerRaster *self)
{
  g_clear_pointer (&self->pixels, g_free);
}

ExplorerPixel
explorer_pixel_new (const GdkRGBA *colour)
{
  guint32 alpha = (guint32) lrintf (CLAMP (colour->alpha, 0, 1) * 255);
  guint32 red = (guint32) lrintf (CLAMP (colour->red, 0, 1) * (float) alpha);
  guint32 green = (guint32) lrintf (CLAMP (colour->green, 0, 1) * (float) alpha);
  guint32 blue = (guint32) lrintf (CLAMP (colour->blue, 0, 1) * (float) alpha);

  return alpha << 24 | red << 16 | green << 8 | blue;
}

/* One line, step by step along the axis it is longer on. Across, each pixel is covered as far as the line reaches into
 * it. Steps along are @step pixels apart in memory, steps across @stride. */
typedef struct
{
  guint32       *pixels;
  gssize         step;
  gssize         stride;
  int            n_across;
  ExplorerPixel  pixel;
} Walk;

static inline void
walk_step (const Walk *walk,
           int         along,
           gint64      centre,
           gint64      half)
{
  int first = (int) MAX ((centre - half - HALF) >> 16, 0);
  int last = (int) MIN ((centre + half + HALF) >> 16, walk->n_across - 1);
  guint32 *there = walk->pixels + along * walk->step + first * walk->stride;

  for (int i = first; i <= last; i++, there += walk->stride)
    {
      gint64 distance = ABS (((gint64) i << 16) + HALF - centre);
      gint64 coverage = MIN (half + HALF - distance, MIN (2 * half, ONE));

      if (coverage > 0)
        blend (there, walk->pixel, (guint) (coverage >> 8));
    }
}

/**
 * explorer_raster_line:
 * @self: a raster
 * @x1: the first end, in pixels
 * @y1: likewise
 * @x2: the last end
 * @y2: likewise
 * @width: the width of the line
 * @dash: the length of the dashes and of the gaps between them; 0 for none
 * @pixel: the colour
 */
void
explorer_raster_line (ExplorerRaster *self,
                      double          x1,
                      double          y1,
                      double          x2,
                      double          y2,
                      double          width,
                      double          dash,
                      ExplorerPixel   pixel)
{
  double along = clip (self, width + 1, &x1, &y1, &x2, &y2);
  gboolean steep = fabs (y2 - y1) > fabs (x2 - x1);
  Walk walk = {
    self->pixels, steep ? self->width : 1, steep ? 1 : self->width, steep ? self->width : self->height, pixel,
  };
  double begin = steep ? y1 : x1;
  double end = steep ? y2 : x2;
  double slope = steep ? (y2 - y1 != 0 ? (x2 - x1) / (y2 - y1) : 0) : (x2 - x1 != 0 ? (y2 - y1) / (x2 - x1) : 0);
  double stretch = sqrt (1 + slope * slope);
  int first = MAX ((int) floor (MIN (begin, end)), 0);
  int last = MIN ((int) ceil (MAX (begin, end)), steep ? self->height : self->width) - 1;
  gint64 half = (gint64) (width / 2 * stretch * ONE);
  double offset = (steep ? x1 : y1) + (first + 0.5 - begin) * slope;
  gint64 centre = (gint64) (offset * ONE);
  gint64 rise = (gint64) (slope * ONE);

  if (along < 0)
    return;
  for (int i = first; i <= last; i++, centre += rise)
    {
      if (dash > 0 && fmod (along + fabs (i + 0.5 - begin) * stretch, 2 * dash) >= dash)
        continue;
      walk_step (&walk, i, centre, half);
    }
}

/* The pixels that a shape of this extent can touch. */
static void
get_range (const ExplorerRaster *self,
           double                first_x,
           double                first_y,
           double                last_x,
           double                last_y,
           int                   range[4])
{
  range[0] = (int) MAX (floor (first_x - 1), 0);
  range[1] = (int) MAX (floor (first_y - 1), 0);
  range[2] = (int) MIN (ceil (last_x + 1), self->width);
  range[3] = (int) MIN (ceil (last_y + 1), self->height);
}

/**
 * explorer_raster_arrow:
 * @self: a raster
 * @x1: where the arrow comes from, in pixels
 * @y1: likewise
 * @x2: its tip
 * @y2: likewise
 * @length: how long the head is
 * @pixel: the colour
 *
 * Draws the head of an arrow.
 */
void
explorer_raster_arrow (ExplorerRaster *self,
                       double          x1,
                       double          y1,
                       double          x2,
                       double          y2,
                       double          length,
                       ExplorerPixel   pixel)
{
  double way = hypot (x2 - x1, y2 - y1);
  double x = way > 0 ? (x2 - x1) / way : 1;
  double y = way > 0 ? (y2 - y1) / way : 0;
  int range[4];

  get_range (self, x2 - length, y2 - length, x2 + length, y2 + length, range);
  for (int row = range[1]; row < range[3]; row++)
    for (int column = range[0]; column < range[2]; column++)
      {
        double back = (x2 - column - 0.5) * x + (y2 - row - 0.5) * y;
        double aside = fabs ((column + 0.5 - x2) * y - (row + 0.5 - y2) * x);
        /* The sides run out by 0.45 for each pixel back. */
        double inside = MIN (length - back, (0.45 * back - aside) * 0.912);

        if (inside > -0.5)
          blend (&self->pixels[row * self->width + column], pixel, get_coverage (inside));
      }
}

void
explorer_raster_disc (ExplorerRaster *self,
                      double          x,
                      double          y,
                      double          radius,
                      ExplorerPixel   pixel)
{
  explorer_raster_square (self, x, y, radius, radius, pixel);
}

/**
 * explorer_raster_square:
 * @self: a raster
 * @x: its middle, in pixels
 * @y: likewise
 * @radius: half of its side
 * @corner: the radius of its corners
 * @pixel: the colour
 */
void
explorer_raster_square (ExplorerRaster *self,
                        double          x,
                        double          y,
                        double          radius,
                        double          corner,
                        ExplorerPixel   pixel)
{
  int range[4];

  get_range (self, x - radius, y - radius, x + radius, y + radius, range);
  for (int row = range[1]; row < range[3]; row++)
    for (int column = range[0]; column < range[2]; column++)
      {
        double across = fabs (column + 0.5 - x) - radius + corner;
        double down = fabs (row + 0.5 - y) - radius + corner;
        double inside = corner - (across > 0 && down > 0 ? hypot (across, down) : MAX (across, down));

        if (inside > -0.5)
          blend (&self->pixels[row * self->width + column], pixel, get_coverage (inside));
      }
}
