/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-listing.h"

G_BEGIN_DECLS

/**
 * FoedListItem:
 *
 * A place in a #FoedListModel. Its `row` property is %NULL until the page it lies on has been read.
 */
#define FOED_TYPE_LIST_ITEM (foed_list_item_get_type ())
G_DECLARE_FINAL_TYPE (FoedListItem, foed_list_item, FOED, LIST_ITEM, GObject)

guint          foed_list_item_get_position (FoedListItem  *self);
FoedRow       *foed_list_item_get_row      (FoedListItem  *self);

/**
 * FoedListModel:
 *
 * The rows of a query as a list that reads pages when they are asked for and keeps a few. Setting another query, or a
 * change of the library, starts a new generation; answers to older questions are dropped.
 *
 * Properties: `library`, `query`, `n-items`, `loading`, `error` (boxed GError).
 */
#define FOED_TYPE_LIST_MODEL (foed_list_model_get_type ())
G_DECLARE_FINAL_TYPE (FoedListModel, foed_list_model, FOED, LIST_MODEL, GObject)

FoedListModel *foed_list_model_new         (FoedLibrary   *library,
                                            FoedQuery     *query);
FoedQuery     *foed_list_model_get_query   (FoedListModel *self);
void           foed_list_model_set_query   (FoedListModel *self,
                                            FoedQuery     *query);

G_END_DECLS
