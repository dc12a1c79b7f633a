/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "analysis/foed-network.h"
#include "explorer-graph-model.h"

G_BEGIN_DECLS

/**
 * ExplorerGraphMeasures:
 *
 * Measures what the model of a graph tells, in a thread, whenever there is something else to measure. One network is
 * measured at a time: whoever scrubs on meanwhile sees each that gets ready, and none is begun in vain.
 *
 * Signal `changed`: there is another network.
 */
#define EXPLORER_TYPE_GRAPH_MEASURES (explorer_graph_measures_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerGraphMeasures, explorer_graph_measures, EXPLORER, GRAPH_MEASURES, GObject)

ExplorerGraphMeasures *explorer_graph_measures_new         (ExplorerGraphModel    *model);
void                   explorer_graph_measures_set_wanted  (ExplorerGraphMeasures *self,
                                                            FoedMeasures           wanted);
gboolean               explorer_graph_measures_is_ready    (ExplorerGraphMeasures *self);
FoedNetwork           *explorer_graph_measures_get_network (ExplorerGraphMeasures *self);

G_END_DECLS
