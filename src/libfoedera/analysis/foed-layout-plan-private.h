/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-layout-private.h"

G_BEGIN_DECLS

/* An alliance of two: it is no node of the arrangement but lies between two that are. */
typedef struct
{
  guint node;
  guint first;
  guint second;
  guint rank;
} FoedLayoutPair;

/* How the nodes of the graph and those of the arrangement answer to each other. */
typedef struct
{
  FoedGraph      *graph;
  FoedLayoutWork *work;
  guint           n_nodes;
  guint          *sizes;       /* edges of each node of the graph */
  int            *places;      /* the node of the arrangement for each of the graph, -1 for alliances of two */
  guint          *nodes;       /* and the other way */
  GArray         *pairs;       /* FoedLayoutPair */
  FoedDay         last_day;
} FoedLayoutPlan;

FoedLayoutPlan *foed_layout_plan_new       (FoedGraph             *graph);
void            foed_layout_plan_free      (FoedLayoutPlan        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoedLayoutPlan, foed_layout_plan_free)

void            foed_layout_plan_fill_in   (const FoedLayoutPlan  *plan,
                                            double                 share);
FoedLayoutWork *foed_layout_plan_place_all (const FoedLayoutPlan  *plan,
                                            const FoedGraphNode   *nodes);

/* foed-layout-circle.c */
gboolean        foed_layout_arrange_circle (const FoedLayoutPlan  *plan,
                                            const FoedGraphNode   *nodes,
                                            gboolean               by_community,
                                            GHashTable            *groups,
                                            GError               **error);

/* foed-layout-map.c */
gboolean        foed_layout_arrange_map    (const FoedLayoutPlan  *plan,
                                            const FoedGraphNode   *nodes,
                                            GHashTable            *places,
                                            GError               **error);

G_END_DECLS
