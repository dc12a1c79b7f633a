/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "foed-graph-moment.h"
#include "foed-measure.h"

G_BEGIN_DECLS

/**
 * FoedNetworkNode:
 * @id: the id of the record, interned
 * @kind: %FOED_RECORD_ALLIANCE or %FOED_RECORD_STATE
 * @values: what was measured, by measure; NaN where it was not, or is not defined
 *
 * A node of a network.
 */
typedef struct
{
  const char     *id;
  FoedRecordKind  kind;
  double          values[FOED_N_MEASURES];
} FoedNetworkNode;

/**
 * FoedNetworkFigures:
 * @n_nodes: how many nodes there are
 * @n_edges: how many pairs of them are joined
 * @density: the share of the pairs that are joined; NaN with fewer than two nodes
 * @transitivity: the share of the chains of three that are closed; NaN where there is none, or clustering was not asked for
 * @n_components: how many components there are; 0 where they were not asked for
 * @n_communities: how many communities there are; 0 where they were not asked for
 * @modularity: by how much more edges lie within communities than by chance (Newman and Girvan, “Finding and evaluating
 *   community structure in networks”, Physical Review E 69, 2004, 026113); NaN without edges, or where communities were
 *   not asked for
 *
 * What can be said of a network as a whole.
 */
typedef struct
{
  guint  n_nodes;
  guint  n_edges;
  double density;
  double transitivity;
  guint  n_components;
  guint  n_communities;
  double modularity;
} FoedNetworkFigures;

#define FOED_TYPE_NETWORK (foed_network_get_type ())

/**
 * FoedNetwork:
 *
 * What there is of a graph as a network, measured. It is simple: two nodes are joined or not, however many edges there
 * are between them and whichever way those go. Immutable. The same graph gives the same values.
 */
typedef struct _FoedNetwork FoedNetwork;

GType                     foed_network_get_type    (void);
FoedNetwork              *foed_network_ref         (FoedNetwork          *self);
void                      foed_network_unref       (FoedNetwork          *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoedNetwork, foed_network_unref)

FoedNetwork              *foed_network_new_sync    (FoedGraphMoment      *moment,
                                                    FoedMeasures          measures,
                                                    GCancellable         *cancellable,
                                                    GError              **error);
void                      foed_network_new_async   (FoedGraphMoment      *moment,
                                                    FoedMeasures          measures,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
FoedNetwork              *foed_network_new_finish  (GAsyncResult         *result,
                                                    GError              **error);

FoedMeasures              foed_network_get_measures (FoedNetwork         *self);
const FoedNetworkNode    *foed_network_get_nodes   (FoedNetwork          *self,
                                                    guint                *n_nodes);
const FoedNetworkNode    *foed_network_find        (FoedNetwork          *self,
                                                    const char           *id);
const FoedNetworkFigures *foed_network_get_figures (FoedNetwork          *self);

G_END_DECLS
