/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "analysis/foed-graph.h"
#include "store/foed-library.h"
#include "store/foed-query.h"

G_BEGIN_DECLS

/* What a narrowed query leaves of the graph of a library. */
typedef struct _ExplorerGraphRemainder ExplorerGraphRemainder;

ExplorerGraphRemainder *explorer_graph_remainder_read_sync (FoedLibrary             *library,
                                                            FoedQuery               *query,
                                                            GCancellable            *cancellable,
                                                            GError                 **error);
ExplorerGraphRemainder *explorer_graph_remainder_new_empty (void);
void                    explorer_graph_remainder_free      (ExplorerGraphRemainder  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExplorerGraphRemainder, explorer_graph_remainder_free)

gboolean                explorer_graph_remainder_holds     (ExplorerGraphRemainder  *self,
                                                            const FoedGraphFact     *fact,
                                                            FoedQuery               *query);

G_END_DECLS
