/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "explorer-graph-data.h"
#include "explorer-graph-model.h"
#include "explorer-graph-remainder.h"

G_BEGIN_DECLS

struct _ExplorerGraphModel
{
  GObject           parent_instance;

  ExplorerSession  *session;
  FoedGraphPicture  picture;
  FoedLayoutKind    layout_kind;

  ExplorerGraphData *data;
  FoedLayout       *layouts[FOED_N_LAYOUT_KINDS];
  FoedLayout       *pinned[FOED_N_LAYOUT_KINDS];  /* the same with the pins; NULL until it is asked for */
  GHashTable       *pins[FOED_N_LAYOUT_KINDS];    /* FoedPoint by id */
  ExplorerGraphFocus *focus;
  ExplorerGraphRemainder *remainder;       /* NULL where the query is not narrowed */
  ExplorerGraphRemainder *former_remainder;  /* what it left on the day since when changes are marked */
  FoedGraphMoment  *moment;
  FoedGraphMoment  *former_moment;   /* NULL where changes are not marked */
  GError           *error;
  int               permille;        /* the progress; threads write it */

  GCancellable     *load_cancellable;
  GCancellable     *narrow_cancellable;
  FoedQuery        *narrow_query;    /* what the library is being asked for */
  guint             active : 1;
  guint             outdated : 1;    /* whether the library has changed since it was read */
  guint             behind : 1;      /* whether the query has changed since it was applied */
  guint             asked_late : 1;  /* whether another day has come since the library was asked */
};

/* explorer-graph-model-reading.c */
void     explorer_graph_model_load               (ExplorerGraphModel  *self,
                                                  ExplorerGraphData   *data);

/* explorer-graph-model-narrowing.c */
void     explorer_graph_model_look               (ExplorerGraphModel  *self);
void     explorer_graph_model_apply_query        (ExplorerGraphModel  *self);
void     explorer_graph_model_forget_remainder   (ExplorerGraphModel  *self);
gboolean explorer_graph_model_is_left            (const FoedGraphFact *fact,
                                                  gpointer             user_data);
gboolean explorer_graph_model_was_left           (const FoedGraphFact *fact,
                                                  gpointer             user_data);
void     explorer_graph_model_cancel             (GCancellable       **cancellable);

G_END_DECLS
