/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-projection"

#include "config.h"

#include <math.h>

#include "foed-projection.h"

/* The Equal Earth projection: Bojan Šavrič, Tom Patterson and Bernhard Jenny, "The Equal Earth map projection",
 * International Journal of Geographical Information Science 33 (2019), 454–465, equations 1 to 3. Areas are true, so
 * that no state looks weightier than it is. */
#define A1 1.340264
#define A2 -0.081106
#define A3 0.000893
#define A4 0.003796

/* The radius of the earth in units of the map: the map of the world is about as wide as a graph of a hundred states. */
#define RADIUS 320.0

/* How far apart the points of an arc are at most. */
#define STEP_DEGREES 3.0

static double
to_radians (double degrees)
{
  return degrees * G_PI / 180;
}

static double
to_degrees (double radians)
{
  return radians * 180 / G_PI;
}

/**
 * foed_projection_apply:
 * @place: a place on the earth
 *
 * Returns: where it is on the map of the world, in the units of layouts; (0, 0) is on the equator, south of Greenwich
 */
FoedPoint
foed_projection_apply (FoedDegrees place)
{
  double parameter = asin (sqrt (3) / 2 * sin (to_radians (place.latitude)));
  double square = parameter * parameter;
  double sixth = square * square * square;
  double stretch = A1 + 3 * A2 * square + sixth * (7 * A3 + 9 * A4 * square);

  return (FoedPoint) {
    RADIUS * 2 * sqrt (3) * to_radians (place.longitude) * cos (parameter) / (3 * stretch),
    -RADIUS * parameter * (A1 + A2 * square + sixth * (A3 + A4 * square)),
  };
}

/**
 * foed_projection_get_width:
 *
 * Returns: the width of the map of the world at the equator
 */
double
foed_projection_get_width (void)
{
  return 2 * foed_projection_apply ((FoedDegrees) { 180, 0 }).x;
}

/**
 * foed_projection_get_height:
 *
 * Returns: the height of the map of the world from pole to pole
 */
double
foed_projection_get_height (void)
{
  return 2 * -foed_projection_apply ((FoedDegrees) { 0, 90 }).y;
}

typedef struct
{
  double x;
  double y;
  double z;
} Vector;

static Vector
to_vector (FoedDegrees place)
{
  double longitude = to_radians (place.longitude);
  double latitude = to_radians (place.latitude);

  return (Vector) { cos (latitude) * cos (longitude), cos (latitude) * sin (longitude), sin (latitude) };
}

static FoedDegrees
to_place (Vector vector)
{
  return (FoedDegrees) { to_degrees (atan2 (vector.y, vector.x)),
                         to_degrees (atan2 (vector.z, hypot (vector.x, vector.y))) };
}

/* Where the arc leaves the map on one side and comes back on the other. */
static void
add_break (GArray      *points,
           FoedDegrees  before,
           FoedDegrees  after)
{
  double side = before.longitude > 0 ? 180 : -180;
  double way = 360 - fabs (before.longitude) - fabs (after.longitude);
  double share = way > 0 ? (180 - fabs (before.longitude)) / way : 0.5;
  double latitude = before.latitude + share * (after.latitude - before.latitude);
  FoedPoint leaving = foed_projection_apply ((FoedDegrees) { side, latitude });
  FoedPoint gap = { NAN, NAN };
  FoedPoint coming = foed_projection_apply ((FoedDegrees) { -side, latitude });

  g_array_append_val (points, leaving);
  g_array_append_val (points, gap);
  g_array_append_val (points, coming);
}

/**
 * foed_projection_trace_arc:
 * @from: a place
 * @to: another
 *
 * Traces the shortest way over the earth between two places, an arc of a great circle. Between opposite places, where
 * any way is as short, it leads over a pole.
 *
 * Returns: (transfer full) (element-type FoedPoint): points of it on the map, in order; where it leaves the map on one
 *   side and comes back on the other, there is one between whose coordinates are not numbers
 */
GArray *
foed_projection_trace_arc (FoedDegrees from,
                           FoedDegrees to)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (FoedPoint));
  Vector a = to_vector (from);
  Vector b = to_vector (to);
  double angle = acos (CLAMP (a.x * b.x + a.y * b.y + a.z * b.z, -1, 1));
  guint n_steps = (guint) MAX (ceil (to_degrees (angle) / STEP_DEGREES), 1);
  FoedDegrees before = from;

  if (G_PI - angle < 1e-6)
    {
      FoedDegrees pole = { from.longitude, 90 };
      g_autoptr (GArray) rest = foed_projection_trace_arc ((FoedDegrees) { to.longitude, 90 }, to);

      g_array_unref (points);
      points = foed_projection_trace_arc (from, pole);
      g_array_append_vals (points, rest->data, rest->len);
      return points;
    }

  for (guint i = 0; i <= n_steps; i++)
    {
      double share = (double) i / n_steps;
      double of_a = angle > 0 ? sin ((1 - share) * angle) / sin (angle) : 1 - share;
      double of_b = angle > 0 ? sin (share * angle) / sin (angle) : share;
      FoedDegrees place = to_place ((Vector) { of_a * a.x + of_b * b.x, of_a * a.y + of_b * b.y,
                                               of_a * a.z + of_b * b.z });
      FoedPoint point = foed_projection_apply (place);

      if (fabs (place.longitude - before.longitude) > 180)
        add_break (points, before, place);

      g_array_append_val (points, point);
      before = place;
    }

  return points;
}
