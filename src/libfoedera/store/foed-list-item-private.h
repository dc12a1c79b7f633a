/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-list-model.h"

G_BEGIN_DECLS

FoedListItem *foed_list_item_new          (guint          position);
void          foed_list_item_set_position (FoedListItem  *self,
                                           guint          position);
void          foed_list_item_set_row      (FoedListItem  *self,
                                           FoedRow       *row);

G_END_DECLS
