/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "analysis/foed-atlas.h"
#include "analysis/foed-graph.h"
#include "store/foed-library.h"

G_BEGIN_DECLS

/**
 * ExplorerGraphData:
 * @memberships: (element-type FoedMembership): who is in what
 * @ties: (element-type FoedTie): who owes what to whom
 * @labels: a few letters for each state and alliance, by id
 * @regions: the region of each state, by id
 * @atlas: (nullable): where states are; read only for what needs it
 * @pins: (nullable) (element-type FoedPin): of all layouts; %NULL where there is no library
 * @graphs: what they make, in each picture
 *
 * All that has been read of a library for its graph. Immutable once it has been read, but for @atlas, which belongs to the
 * main thread: so threads can lay it out.
 */
typedef struct
{
  GArray     *memberships;
  GArray     *ties;
  GHashTable *labels;
  GHashTable *regions;
  FoedAtlas  *atlas;
  GArray     *pins;
  FoedGraph  *graphs[FOED_N_GRAPH_PICTURES];
} ExplorerGraphData;

ExplorerGraphData *explorer_graph_data_new         (void);
ExplorerGraphData *explorer_graph_data_ref         (ExplorerGraphData  *self);
void               explorer_graph_data_unref       (ExplorerGraphData  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExplorerGraphData, explorer_graph_data_unref)

gboolean           explorer_graph_data_read_sync   (ExplorerGraphData  *self,
                                                    FoedLibrary        *library,
                                                    GCancellable       *cancellable,
                                                    GError            **error);
gboolean           explorer_graph_data_make_graphs (ExplorerGraphData  *self,
                                                    ExplorerGraphData  *before);

G_END_DECLS
