/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-layout.h"

G_BEGIN_DECLS

/* The distance from one node to the next that a layout aims at. */
#define FOED_LAYOUT_SPACING 66.0

struct _FoedLayout
{
  FoedGraph *graph;
  FoedPoint *points;
  guint      n_points;
};

typedef struct
{
  guint  from;
  guint  to;
  double weight;
} FoedLayoutEdge;

/* A graph while it is laid out: what has to be known of it, as plain as it can be. */
typedef struct
{
  guint               n_nodes;
  FoedPoint          *points;
  double             *radii;       /* with the room that a node wants around it */
  double             *mobilities;  /* how easily spreading may move it: 1 as a rule, 0 not at all */

  GArray             *edges;       /* FoedLayoutEdge */

  guint32             seed;
  GCancellable       *cancellable;
  FoedLayoutProgress  progress;
  gpointer            progress_data;
} FoedLayoutWork;

FoedLayoutWork *foed_layout_work_new       (guint             n_nodes);
void            foed_layout_work_free      (FoedLayoutWork   *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoedLayoutWork, foed_layout_work_free)

gboolean        foed_layout_arrange_force  (FoedLayoutWork   *work,
                                            GError          **error);
gboolean        foed_layout_find_groups    (FoedLayoutWork   *work,
                                            guint            *groups,
                                            GError          **error);
void            foed_layout_spread         (FoedLayoutWork   *work);
void            foed_layout_pack           (FoedLayoutWork   *work,
                                            const guint      *components,
                                            guint             n_components);

G_END_DECLS
