/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-geometry"

#include "config.h"

#include <math.h>

#include "foed-geometry.h"

/* Nodes and lines grow slower than distances as one zooms, and never vanish. */
#define SCALE_LOWEST 0.35
#define SCALE_POWER_OUT 0.6
#define SCALE_POWER_IN 0.5

/**
 * foed_geometry_get_scale:
 * @zoom: how many pixels a unit of a layout takes
 *
 * Returns: by how much nodes, lines and the distances between lines grow
 */
double
foed_geometry_get_scale (double zoom)
{
  return zoom < 1 ? MAX (pow (zoom, SCALE_POWER_OUT), SCALE_LOWEST) : pow (zoom, SCALE_POWER_IN);
}

/* How far from its middle a line in direction @x, @y leaves a node. */
static double
get_reach (const FoedRim *rim,
           double         x,
           double         y)
{
  if (rim->shape == FOED_SHAPE_SQUARE)
    return rim->radius / MAX (MAX (fabs (x), fabs (y)), 0.01);
  return rim->radius;
}

/**
 * foed_geometry_get_segment:
 * @from: a node
 * @to: another
 * @offset: how far the edge lies beside the line between their middles, seen from the first to the left
 *
 * Returns: where an edge between them begins and ends
 */
FoedSegment
foed_geometry_get_segment (const FoedRim *from,
                           const FoedRim *to,
                           double         offset)
{
  FoedSegment segment = { from->middle, to->middle };
  double x = segment.to.x - segment.from.x;
  double y = segment.to.y - segment.from.y;
  double length = hypot (x, y);
  double first;
  double last;

  if (length < 1e-3)
    return segment;
  x /= length;
  y /= length;
  first = get_reach (from, x, y) - 0.5;
  last = get_reach (to, x, y) - 0.5;
  if (first + last >= length)
    first = last = length / 2;
  segment.from.x += x * first + y * offset;
  segment.from.y += y * first - x * offset;
  segment.to.x -= x * last - y * offset;
  segment.to.y -= y * last + x * offset;
  return segment;
}

/* By how much a path is shifted at @position so that it lies beside itself. */
static FoedPoint
get_shift (const GArray *path,
           guint         position,
           double        offset)
{
  FoedPoint before = g_array_index (path, FoedPoint, position > 0 ? position - 1 : 0);
  FoedPoint after = g_array_index (path, FoedPoint, MIN (position + 1, path->len - 1));
  double length = hypot (after.x - before.x, after.y - before.y);

  if (!(length > 0))
    return (FoedPoint) { 0, 0 };
  return (FoedPoint) { (after.y - before.y) / length * offset, -(after.x - before.x) / length * offset };
}

/**
 * foed_geometry_trace_path:
 * @path: (element-type FoedPoint): the way from the middle of a node to that of another
 * @from: the one node
 * @to: the other
 * @zoom: how many pixels a unit of @path takes
 * @origin: where its (0, 0) is
 * @offset: how far the edge lies beside its way, seen from the first to the left
 *
 * Returns: (transfer full) (element-type FoedPoint): the points of the way from rim to rim, in pixels; a point that is
 *   no number breaks it
 */
GArray *
foed_geometry_trace_path (const GArray  *path,
                          const FoedRim *from,
                          const FoedRim *to,
                          double         zoom,
                          FoedPoint      origin,
                          double         offset)
{
  GArray *traced = g_array_sized_new (FALSE, FALSE, sizeof (FoedPoint), path->len);

  for (guint i = 0; i < path->len; i++)
    {
      FoedPoint point = g_array_index (path, FoedPoint, i);
      FoedPoint shift = get_shift (path, i, offset);

      point = (FoedPoint) { origin.x + point.x * zoom, origin.y + point.y * zoom };
      if (hypot (point.x - from->middle.x, point.y - from->middle.y) < from->radius ||
          hypot (point.x - to->middle.x, point.y - to->middle.y) < to->radius)
        continue;
      point = (FoedPoint) { point.x + shift.x, point.y + shift.y };
      g_array_append_val (traced, point);
    }
  return traced;
}
