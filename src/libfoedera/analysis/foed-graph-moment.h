/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-graph.h"

G_BEGIN_DECLS

/**
 * FoedGraphSieve:
 * @fact: a fact of the graph
 * @user_data: as given
 *
 * Returns: whether the fact counts
 */
typedef gboolean (*FoedGraphSieve) (const FoedGraphFact *fact,
                                    gpointer             user_data);

/**
 * FoedNodeMoment:
 * @visible: whether the node is there
 * @measure: how many states an alliance has, how many neighbours a state has
 * @kind: (nullable): of an alliance, the first of the kinds of obligation that count, in the order of the vocabulary
 *
 * What there is of a node.
 */
typedef struct
{
  gboolean        visible;
  guint           measure;
  const FoedTerm *kind;
} FoedNodeMoment;

/**
 * FoedEdgeMoment:
 * @n_facts: how many facts count; 0 where the edge is not there
 * @weight: how many different states (overlaps) or obligations (ties) they are about; 1 for a membership
 * @kind: (nullable): the first of their kinds, in the order of the vocabulary
 * @direction: which ways duties of that kind go; both, one, or none
 * @conditional: whether all duties of that kind depend on a condition
 * @lane: for edges side by side, from 0 on, which lane this one is in
 * @n_lanes: how many lanes there are
 *
 * What there is of an edge.
 */
typedef struct
{
  guint               n_facts;
  guint               weight;
  const FoedTerm     *kind;
  FoedGraphDirection  direction;
  gboolean            conditional;
  guint               lane;
  guint               n_lanes;
} FoedEdgeMoment;

/**
 * FoedGraphMoment:
 *
 * What of a graph there is on a day, or of those facts that a filter leaves. Immutable.
 */
typedef struct _FoedGraphMoment FoedGraphMoment;

FoedGraphMoment      *foed_graph_moment_new       (FoedGraph       *graph,
                                                   FoedGraphSieve   sieve,
                                                   gpointer         user_data);
FoedGraphMoment      *foed_graph_moment_new_on_day (FoedGraph      *graph,
                                                   FoedDay          day);
void                  foed_graph_moment_free      (FoedGraphMoment *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoedGraphMoment, foed_graph_moment_free)

FoedGraph            *foed_graph_moment_get_graph (FoedGraphMoment *self);
const FoedNodeMoment *foed_graph_moment_get_nodes (FoedGraphMoment *self);
const FoedEdgeMoment *foed_graph_moment_get_edges (FoedGraphMoment *self);
guint                 foed_graph_moment_count     (FoedGraphMoment *self,
                                                   FoedRecordKind   kind);
guint                 foed_graph_moment_count_edges (FoedGraphMoment *self);

G_END_DECLS
