/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "model/foed-record-kind.h"
#include "model/foed-tie.h"
#include "model/foed-vocabulary.h"

G_BEGIN_DECLS

/**
 * FoedGraphPicture:
 * @FOED_GRAPH_MEMBERS: alliances and the states in them
 * @FOED_GRAPH_TIES: states and what they owe each other, one edge for each alliance between them
 * @FOED_GRAPH_OVERLAPS: alliances and the states that they share
 *
 * What a graph is a picture of.
 */
typedef enum
{
  FOED_GRAPH_MEMBERS,
  FOED_GRAPH_TIES,
  FOED_GRAPH_OVERLAPS,
  FOED_N_GRAPH_PICTURES
} FoedGraphPicture;

const char *foed_graph_picture_get_nick  (FoedGraphPicture  self);
gboolean    foed_graph_picture_from_nick (const char       *nick,
                                          FoedGraphPicture *picture);

/**
 * FoedGraphNode:
 * @id: the id of the record, interned
 * @kind: %FOED_RECORD_ALLIANCE or %FOED_RECORD_STATE
 * @n_facts: how many facts of its own it has
 *
 * A node. Alliances come before states; within a kind, nodes are sorted by id.
 */
typedef struct
{
  const char     *id;
  FoedRecordKind  kind;
  guint           first_fact;
  guint           n_facts;
} FoedGraphNode;

/**
 * FoedGraphEdge:
 * @from: index of the node that comes first
 * @to: index of the other node
 * @alliance: in a picture of ties, the id of the alliance, interned; otherwise %NULL
 * @n_facts: how many facts it rests on
 *
 * An edge. Edges are sorted by @from, @to and @alliance, so that parallel ones stand together.
 */
typedef struct
{
  guint       from;
  guint       to;
  const char *alliance;
  guint       first_fact;
  guint       n_facts;
} FoedGraphEdge;

/**
 * FoedGraphDirection:
 * @FOED_GRAPH_FORWARD: owed by the node that comes first
 * @FOED_GRAPH_BACKWARD: owed by the other node
 *
 * Which way a duty goes along an edge.
 */
typedef enum
{
  FOED_GRAPH_UNDIRECTED = 0,
  FOED_GRAPH_FORWARD = 1 << 0,
  FOED_GRAPH_BACKWARD = 1 << 1
} FoedGraphDirection;

/**
 * FoedGraphFact:
 * @alliance: the id of the alliance it comes from, interned
 * @obligation: (nullable): the id of the obligation, interned
 * @state: (nullable): the member it is about, or the state that owes, interned
 * @beneficiary: (nullable): the state that is owed, interned
 * @kind: (nullable): the kind of the obligation
 * @strength: (nullable): the nick of its strength, interned
 * @first_day: from when
 * @last_day: until when
 * @direction: which way it goes
 * @conditional: whether the duty depends on a condition
 *
 * Something that holds for a time, on which a node or an edge rests: a membership or an obligation.
 */
typedef struct
{
  const char         *alliance;
  const char         *obligation;
  const char         *state;
  const char         *beneficiary;
  const FoedTerm     *kind;
  const char         *strength;
  FoedDay             first_day;
  FoedDay             last_day;
  FoedGraphDirection  direction;
  gboolean            conditional;
} FoedGraphFact;

#define FOED_TYPE_GRAPH (foed_graph_get_type ())

/**
 * FoedGraph:
 *
 * Alliances and states as nodes and edges over the whole period, plain and immutable. What of it there is on a day is
 * told by a #FoedGraphMoment.
 */
typedef struct _FoedGraph FoedGraph;

GType                foed_graph_get_type       (void);

FoedGraph           *foed_graph_new            (FoedGraphPicture       picture,
                                                const FoedMembership  *memberships,
                                                guint                  n_memberships,
                                                const FoedTie         *ties,
                                                guint                  n_ties);
FoedGraph           *foed_graph_ref            (FoedGraph             *self);
void                 foed_graph_unref          (FoedGraph             *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoedGraph, foed_graph_unref)

FoedGraphPicture     foed_graph_get_picture    (FoedGraph             *self);
const FoedGraphNode *foed_graph_get_nodes      (FoedGraph             *self,
                                                guint                 *n_nodes);
const FoedGraphEdge *foed_graph_get_edges      (FoedGraph             *self,
                                                guint                 *n_edges);
const FoedGraphFact *foed_graph_get_node_facts (FoedGraph             *self,
                                                guint                  node);
const FoedGraphFact *foed_graph_get_edge_facts (FoedGraph             *self,
                                                guint                  edge);
int                  foed_graph_find_node      (FoedGraph             *self,
                                                const char            *id);

G_END_DECLS
