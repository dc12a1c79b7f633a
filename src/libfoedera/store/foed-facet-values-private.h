/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-listing-filter-private.h"

G_BEGIN_DECLS

gboolean foed_facet_is_of_obligations     (const FoedListingFilter *filter,
                                           FoedFacet                facet);
gboolean foed_facet_needs_obligations     (const FoedListingFilter *filter,
                                           FoedFacet                facet);
guint    foed_facet_get_left_out          (const FoedListingFilter *filter,
                                           FoedFacet                facet);
void     foed_facet_add_obligation_values (const FoedListingFilter *filter,
                                           FoedFacet                facet,
                                           const char              *select,
                                           const char              *unit,
                                           GString                 *sql);
void     foed_facet_add_alliance_values   (const FoedListingFilter *filter,
                                           FoedFacet                facet,
                                           GString                 *sql);

G_END_DECLS
