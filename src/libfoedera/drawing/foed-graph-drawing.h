/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

#include "foed-geometry.h"

G_BEGIN_DECLS

/**
 * FoedGraphDrawingNode:
 * @label: what is written beside it
 * @point: where it is
 * @visible: whether it is there
 *
 * What has to be known of a node to draw it, other than its look.
 */
typedef struct
{
  const char *label;
  FoedPoint   point;
  gboolean    visible;
} FoedGraphDrawingNode;

/**
 * FoedGraphDrawingLookup:
 * @id: the id of an alliance or a state
 * @node: (out): what there is to know of it
 * @user_data: as given
 *
 * Returns: whether it has a place
 */
typedef gboolean (*FoedGraphDrawingLookup) (const char           *id,
                                            FoedGraphDrawingNode *node,
                                            gpointer              user_data);

/**
 * FoedGraphDrawing:
 *
 * What there is of a graph, ready to be drawn with Cairo and Pango. It holds all it needs, so that a thread can draw it.
 */
typedef struct _FoedGraphDrawing FoedGraphDrawing;

FoedGraphDrawing *foed_graph_drawing_new  (FoedGraphMoment        *moment,
                                           FoedGraphStyle         *style,
                                           FoedGraphDrawingLookup  lookup,
                                           gpointer                user_data,
                                           gboolean                whole);
void              foed_graph_drawing_free (FoedGraphDrawing       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoedGraphDrawing, foed_graph_drawing_free)

void              foed_graph_drawing_draw (FoedGraphDrawing       *self,
                                           cairo_t                *cr,
                                           double                  width,
                                           double                  height,
                                           const FoedPalette      *palette);

G_END_DECLS
