/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-listing-filter-private.h"

G_BEGIN_DECLS

/* Counting one query. Weights: by the facets that are on, rows by alliance. */
typedef struct
{
  FoedConnection          *connection;
  const FoedListingFilter *filter;
  GHashTable              *weights;
} FoedFacetCounting;

void     foed_facet_counting_init  (FoedFacetCounting        *self,
                                    FoedConnection           *connection,
                                    const FoedListingFilter  *filter);
void     foed_facet_counting_clear (FoedFacetCounting        *self);
gboolean foed_facet_counting_count (const FoedFacetCounting  *self,
                                    FoedFacet                 facet,
                                    GHashTable               *values,
                                    GError                  **error);

void     foed_facet_add_count      (GHashTable               *values,
                                    const char               *value,
                                    guint                     count);

G_END_DECLS
