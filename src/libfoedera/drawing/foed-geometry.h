/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "analysis/foed-layout.h"
#include "foed-graph-style.h"

G_BEGIN_DECLS

/* A part of a picture. Empty where the last does not lie beyond the first. */
typedef struct
{
  FoedPoint first;
  FoedPoint last;
} FoedBox;

/* The two ends of an edge as it is drawn: beside the line and from rim to rim. */
typedef struct
{
  FoedPoint from;
  FoedPoint to;
} FoedSegment;

/* A node as far as edges have to know: its middle, its shape and its radius as they are drawn. */
typedef struct
{
  FoedPoint middle;
  FoedShape shape;
  double    radius;
} FoedRim;

double      foed_geometry_get_scale   (double         zoom);
FoedSegment foed_geometry_get_segment (const FoedRim *from,
                                       const FoedRim *to,
                                       double         offset);
GArray     *foed_geometry_trace_path  (const GArray  *path,
                                       const FoedRim *from,
                                       const FoedRim *to,
                                       double         zoom,
                                       FoedPoint      origin,
                                       double         offset);

G_END_DECLS
