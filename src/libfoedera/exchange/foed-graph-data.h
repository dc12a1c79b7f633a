/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "analysis/foed-graph.h"
#include "store/foed-listing.h"

G_BEGIN_DECLS

#define FOED_TYPE_GRAPH_DATA (foed_graph_data_get_type ())

/**
 * FoedGraphData:
 *
 * What graphs are made from, read from a library: who is in what, who owes what to whom, and what lists tell of each
 * alliance and state. Immutable.
 */
typedef struct _FoedGraphData FoedGraphData;

GType          foed_graph_data_get_type   (void);
FoedGraphData *foed_graph_data_ref        (FoedGraphData     *self);
void           foed_graph_data_unref      (FoedGraphData     *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoedGraphData, foed_graph_data_unref)

FoedGraphData *foed_graph_data_new_sync   (FoedLibrary       *library,
                                           FoedQuery         *query,
                                           GCancellable      *cancellable,
                                           GError           **error);

FoedGraph     *foed_graph_data_make_graph      (FoedGraphData     *self,
                                                FoedGraphPicture   picture);
GArray        *foed_graph_data_get_memberships (FoedGraphData     *self);
GArray        *foed_graph_data_get_ties        (FoedGraphData     *self);
GHashTable    *foed_graph_data_get_labels      (FoedGraphData     *self);
GHashTable    *foed_graph_data_dup_column      (FoedGraphData     *self,
                                                FoedListing        listing,
                                                const char        *column);
FoedRow       *foed_graph_data_get_row         (FoedGraphData     *self,
                                                const char        *id);
const char    *foed_graph_data_get_value       (FoedGraphData     *self,
                                                const char        *id,
                                                const char        *column);
const char    *foed_graph_data_get_title       (FoedGraphData     *self,
                                                const char        *id);
const char    *foed_graph_data_get_label       (FoedGraphData     *self,
                                                const char        *id);

G_END_DECLS
