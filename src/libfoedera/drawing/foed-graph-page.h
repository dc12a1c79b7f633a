/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "analysis/foed-layout.h"
#include "foed-drawing.h"
#include "foed-page.h"

G_BEGIN_DECLS

/**
 * FoedGraphPageLookup:
 * @id: the id of an alliance or a state
 * @point: (out): where it is
 * @user_data: as given
 *
 * Returns: (nullable): what is written beside it, %NULL where it has no place
 */
typedef const char *(*FoedGraphPageLookup) (const char *id,
                                            FoedPoint  *point,
                                            gpointer    user_data);

FoedDrawing *foed_graph_page_draw         (FoedGraphMoment      *moment,
                                           FoedGraphStyle       *style,
                                           FoedGraphPageLookup   lookup,
                                           gpointer              user_data,
                                           const char           *selected,
                                           gboolean              whole);
FoedPage    *foed_graph_page_new          (FoedDrawing          *drawing,
                                           FoedGraphMoment      *moment,
                                           GPtrArray            *legend,
                                           const FoedPageOrigin *origin);
void         foed_graph_page_reserve      (FoedPage             *page,
                                           FoedGraphMoment      *whole);

G_END_DECLS
