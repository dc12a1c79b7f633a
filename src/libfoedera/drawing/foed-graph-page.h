/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-graph-drawing.h"
#include "foed-page.h"

G_BEGIN_DECLS

FoedPage *foed_graph_page_new (FoedGraphMoment        *moment,
                               FoedGraphStyle         *style,
                               FoedGraphDrawingLookup  lookup,
                               gpointer                user_data,
                               const FoedDay          *day,
                               gboolean                narrowed,
                               const char             *library,
                               FoedGraphMoment        *whole);

G_END_DECLS
