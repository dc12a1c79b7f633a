/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "analysis/foed-atlas.h"
#include "analysis/foed-graph-moment.h"
#include "analysis/foed-layout.h"
#include "explorer-graph-focus.h"
#include "explorer-picture-model.h"
#include "explorer/explorer-session.h"

G_BEGIN_DECLS

/**
 * ExplorerGraphModel:
 *
 * What a view of the graph draws: it reads who is in what and who owes what to whom, has it laid out once over the
 * whole period, and tells what there is of it for the session's filter and day.
 */
#define EXPLORER_TYPE_GRAPH_MODEL (explorer_graph_model_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerGraphModel, explorer_graph_model, EXPLORER, GRAPH_MODEL, GObject)

ExplorerGraphModel *explorer_graph_model_new          (ExplorerSession    *session);

FoedGraphPicture    explorer_graph_model_get_picture  (ExplorerGraphModel *self);
void                explorer_graph_model_set_picture  (ExplorerGraphModel *self,
                                                       FoedGraphPicture    picture);
FoedLayoutKind      explorer_graph_model_get_layout   (ExplorerGraphModel *self);
void                explorer_graph_model_set_layout   (ExplorerGraphModel *self,
                                                       FoedLayoutKind      layout);
void                explorer_graph_model_take_data    (ExplorerGraphModel *self,
                                                       GArray             *memberships,
                                                       GArray             *ties,
                                                       GHashTable         *labels,
                                                       GHashTable         *regions);

FoedGraphMoment    *explorer_graph_model_get_moment   (ExplorerGraphModel *self);
GArray             *explorer_graph_model_list_facts   (ExplorerGraphModel *self,
                                                       guint               edge);
FoedGraphMoment    *explorer_graph_model_get_former_moment (ExplorerGraphModel *self);
FoedGraphMoment    *explorer_graph_model_make_moment  (ExplorerGraphModel *self,
                                                       FoedGraphPicture    picture);
FoedAtlas          *explorer_graph_model_get_atlas    (ExplorerGraphModel *self);
gboolean            explorer_graph_model_get_point    (ExplorerGraphModel *self,
                                                       const char         *id,
                                                       FoedPoint          *point);
gboolean            explorer_graph_model_is_pinned    (ExplorerGraphModel *self,
                                                       const char         *id);
void                explorer_graph_model_pin          (ExplorerGraphModel *self,
                                                       const char         *id,
                                                       FoedPoint           point);
void                explorer_graph_model_unpin        (ExplorerGraphModel *self,
                                                       const char         *id);
ExplorerGraphFocus *explorer_graph_model_get_focus    (ExplorerGraphModel *self);
void                explorer_graph_model_refocus      (ExplorerGraphModel *self);
const char         *explorer_graph_model_get_label    (ExplorerGraphModel *self,
                                                       const char         *id);
const char         *explorer_graph_model_get_title    (ExplorerGraphModel *self,
                                                       const char         *id);

G_END_DECLS
