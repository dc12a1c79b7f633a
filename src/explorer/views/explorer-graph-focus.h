/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "analysis/foed-graph-ways.h"

G_BEGIN_DECLS

#define EXPLORER_GRAPH_DEPTH_MAX 6

/**
 * ExplorerGraphFocus:
 *
 * What of a graph a person has asked to see: only what is near a node, or the way from one to another. Both ends of a
 * way have to be chosen; until then there is none.
 */
typedef struct _ExplorerGraphFocus ExplorerGraphFocus;

ExplorerGraphFocus *explorer_graph_focus_new        (void);
void                explorer_graph_focus_free       (ExplorerGraphFocus *self);

void                explorer_graph_focus_clear      (ExplorerGraphFocus *self);
void                explorer_graph_focus_set_around (ExplorerGraphFocus *self,
                                                     const char         *id,
                                                     guint               depth);
void                explorer_graph_focus_set_way    (ExplorerGraphFocus *self,
                                                     const char         *from,
                                                     const char         *to);
const char         *explorer_graph_focus_get_around (ExplorerGraphFocus *self);
guint               explorer_graph_focus_get_depth  (ExplorerGraphFocus *self);
const char         *explorer_graph_focus_get_from   (ExplorerGraphFocus *self);
const char         *explorer_graph_focus_get_to     (ExplorerGraphFocus *self);
GArray             *explorer_graph_focus_get_way    (ExplorerGraphFocus *self);

void                explorer_graph_focus_update     (ExplorerGraphFocus *self,
                                                     FoedGraphMoment    *moment);
gboolean            explorer_graph_focus_shows      (ExplorerGraphFocus *self,
                                                     guint               node);
gboolean            explorer_graph_focus_has_way    (ExplorerGraphFocus *self);
gboolean            explorer_graph_focus_marks_node (ExplorerGraphFocus *self,
                                                     guint               node);
gboolean            explorer_graph_focus_marks_edge (ExplorerGraphFocus *self,
                                                     guint               edge);

G_END_DECLS
