/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-map-style.h"
#include "foed-page.h"

G_BEGIN_DECLS

/**
 * FoedMapPageLabel:
 * @id: the id of a state
 * @user_data: as given
 *
 * Returns: what is written beside it
 */
typedef const char *(*FoedMapPageLabel) (const char *id,
                                         gpointer    user_data);

FoedPage *foed_map_page_new     (const FoedMapSubject *subject,
                                 FoedMapPageLabel      label,
                                 gpointer              user_data,
                                 const FoedPageOrigin *origin);
void      foed_map_page_reserve (FoedPage             *page,
                                 const FoedMapSubject *whole);

G_END_DECLS
