/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-listing.h"

G_BEGIN_DECLS

/* Some rows of a query, and how many there are in all. */
typedef struct
{
  guint      offset;
  guint      n_rows;
  GPtrArray *rows;
} FoedListingPage;

void             foed_listing_page_free           (FoedListingPage      *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoedListingPage, foed_listing_page_free)

void             foed_library_read_page_async     (FoedLibrary          *self,
                                                   FoedQuery            *query,
                                                   guint                 offset,
                                                   guint                 limit,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
FoedListingPage *foed_library_read_page_finish    (FoedLibrary          *self,
                                                   GAsyncResult         *result,
                                                   GError              **error);

G_END_DECLS
