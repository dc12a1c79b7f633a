/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-listing.h"

G_BEGIN_DECLS

/* A row that is being filled, column by column. */
FoedRow *foed_row_new          (FoedListing   listing,
                                const char   *id,
                                const char   *alliance);
void     foed_row_take_value   (FoedRow      *self,
                                guint         column,
                                char         *value);
void     foed_row_take_titles  (FoedRow      *self,
                                guint         column,
                                char        **titles);
gboolean foed_row_equal        (FoedRow      *self,
                                FoedRow      *other);

G_END_DECLS
