/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-projection.h"

G_BEGIN_DECLS

/**
 * FoedOutline:
 * @iso3: (nullable): the ISO 3166-1 code of the country, %NULL where it has none
 * @cow: the number that the Correlates of War project gives the state, 0 where it gives none
 * @of: (nullable): the code of the state that a territory with a code of its own belongs to today
 * @point: a place well within the country
 * @n_rings: how many closed lines bound it; 0 where it is too small to be seen
 *
 * The outline of a country as it is today.
 */
typedef struct
{
  const char  *iso3;
  gint64       cow;
  const char  *of;
  FoedDegrees  point;
  guint        first_ring;
  guint        n_rings;
} FoedOutline;

const FoedOutline *foed_outlines_get      (guint             *n_outlines);
const FoedPoint   *foed_outlines_get_ring (const FoedOutline *outline,
                                           guint              ring,
                                           guint             *n_points);

G_END_DECLS
