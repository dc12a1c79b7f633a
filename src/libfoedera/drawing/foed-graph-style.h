/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "analysis/foed-graph-moment.h"
#include "analysis/foed-network.h"
#include "foed-legend.h"

G_BEGIN_DECLS

typedef enum
{
  FOED_SHAPE_CIRCLE,
  FOED_SHAPE_SQUARE
} FoedShape;

typedef enum
{
  FOED_ARROW_NONE = 0,
  FOED_ARROW_TO = 1 << 0,
  FOED_ARROW_FROM = 1 << 1
} FoedArrow;

/**
 * FoedNodeLook:
 * @shape: its shape
 * @radius: how large it is, at its natural size
 * @colour: its colour
 * @importance: whose label wins where there is no room for all
 *
 * What a node looks like.
 */
typedef struct
{
  FoedShape  shape;
  double     radius;
  FoedColour colour;
  double     importance;
} FoedNodeLook;

/**
 * FoedEdgeLook:
 * @colour: its colour
 * @width: its width, at its natural size
 * @offset: how far it lies beside the line between the middles of its nodes, seen from the first to the left
 * @dashed: whether it is broken
 * @arrows: the ends that have a head
 *
 * What an edge looks like.
 */
typedef struct
{
  FoedColour colour;
  float      width;
  float      offset;
  gboolean   dashed;
  FoedArrow  arrows;
} FoedEdgeLook;

/**
 * FoedGraphStyle:
 *
 * How what there is of a graph is drawn: which shape, size and colour stands for what, and the legend that says so.
 * Alliances are squares in the colour of their first kind of obligation, states are circles; size and colour can stand
 * for a measure instead.
 */
typedef struct _FoedGraphStyle FoedGraphStyle;

FoedGraphStyle *foed_graph_style_new         (FoedGraphMoment   *moment,
                                              const FoedPalette *palette);
void            foed_graph_style_free        (FoedGraphStyle    *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoedGraphStyle, foed_graph_style_free)

void            foed_graph_style_set_measures (FoedGraphStyle   *self,
                                              FoedNetwork       *network,
                                              FoedMeasure        size,
                                              FoedMeasure        colour);
FoedNodeLook    foed_graph_style_get_node    (FoedGraphStyle    *self,
                                              guint              node);
FoedEdgeLook    foed_graph_style_get_edge    (FoedGraphStyle    *self,
                                              guint              edge);
char           *foed_graph_style_describe_node (FoedGraphStyle  *self,
                                              guint              node);
GPtrArray      *foed_graph_style_explain     (FoedGraphStyle    *self);

char           *foed_graph_moment_describe   (FoedGraphMoment   *moment);

G_END_DECLS
