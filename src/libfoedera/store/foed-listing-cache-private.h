/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-connection-private.h"
#include "foed-library.h"
#include "foed-query.h"

G_BEGIN_DECLS

/**
 * FoedListingCache:
 *
 * What the reader thread of a library keeps until the library changes: the keys of the rows of the last queries, in
 * order, so that a page is a few look-ups however far down it lies; and titles of records.
 */
typedef struct _FoedListingCache FoedListingCache;

FoedListingCache *foed_listing_cache_get       (FoedLibrary       *library,
                                                FoedConnection    *connection,
                                                GError           **error);
GArray           *foed_listing_cache_lookup    (FoedListingCache  *self,
                                                FoedQuery         *query);
void              foed_listing_cache_insert    (FoedListingCache  *self,
                                                FoedQuery         *query,
                                                GArray            *keys);
const char       *foed_listing_cache_get_title (FoedListingCache  *self,
                                                FoedConnection    *connection,
                                                const char        *id,
                                                GError           **error);

G_END_DECLS
