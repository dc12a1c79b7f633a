/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-layout.h"

G_BEGIN_DECLS

/**
 * FoedDegrees:
 * @longitude: in degrees, east of Greenwich, from -180 to 180
 * @latitude: in degrees, north of the equator, from -90 to 90
 *
 * A place on the earth.
 */
typedef struct
{
  double longitude;
  double latitude;
} FoedDegrees;

FoedPoint foed_projection_apply        (FoedDegrees  place);
double    foed_projection_get_width    (void);
double    foed_projection_get_height   (void);
GArray   *foed_projection_trace_arc    (FoedDegrees  from,
                                        FoedDegrees  to);

G_END_DECLS
