/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-listing-private.h"
#include "foed-search-private.h"
#include "foed-statement-private.h"

G_BEGIN_DECLS

/* Facets as bits, to leave some out. */
#define FOED_FACET_BIT(facet) (1u << (facet))
#define FOED_FACETS_OF_OBLIGATIONS \
  (FOED_FACET_BIT (FOED_FACET_OBLIGATION) | FOED_FACET_BIT (FOED_FACET_STRENGTH) | \
   FOED_FACET_BIT (FOED_FACET_THREAT) | FOED_FACET_BIT (FOED_FACET_PROMISOR) | \
   FOED_FACET_BIT (FOED_FACET_BENEFICIARY))

/* What a query leaves, as SQL. The text of the SQL depends on which facets are on, never on their values. */
typedef struct
{
  FoedListing      listing;
  guint            facets;                   /* bits of those that are on */
  char            *values[FOED_N_FACETS];    /* JSON arrays */
  FoedSearchWords  words;
  gboolean         found_is_kept;            /* in temp.found */
  gboolean         has_day;
  gboolean         day_counts;               /* for more than the status */
  FoedDay          day;
  FoedDay          status_day;
} FoedListingFilter;

gboolean foed_listing_filter_init            (FoedListingFilter        *self,
                                              FoedQuery                *query,
                                              GError                  **error);
void     foed_listing_filter_clear           (FoedListingFilter        *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FoedListingFilter, foed_listing_filter_clear)

gboolean foed_listing_filter_is_own          (const FoedListingFilter  *self,
                                              FoedFacet                 facet);
void     foed_listing_filter_add_rows        (const FoedListingFilter  *self,
                                              guint                     without,
                                              GString                  *sql);
void     foed_listing_filter_add_alliances   (const FoedListingFilter  *self,
                                              guint                     without,
                                              GString                  *sql);
void     foed_listing_filter_add_obligations (const FoedListingFilter  *self,
                                              guint                     without,
                                              GString                  *sql);
void     foed_listing_filter_add_owings      (const FoedListingFilter  *self,
                                              guint                     without,
                                              GString                  *sql);
void     foed_listing_filter_add_day         (const FoedListingFilter  *self,
                                              const char               *alias,
                                              GString                  *sql);
gboolean foed_listing_filter_keep_found      (FoedListingFilter        *self,
                                              FoedConnection           *connection,
                                              GError                  **error);
void     foed_listing_filter_bind            (const FoedListingFilter  *self,
                                              FoedStatement            *statement);

G_END_DECLS
