/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gdk/gdk.h>

#include "drawing/foed-drawing.h"
#include "explorer-viewport.h"

G_BEGIN_DECLS

/**
 * ExplorerPictureNode:
 * @id: what it stands for, interned
 * @label: a few letters for when there is little room
 * @title: its full name
 * @description: what it is in words, for those who can't see it
 * @point: where it is
 * @radius: how large, at its natural size
 * @shape: its shape
 * @colour: its colour
 * @importance: whose label wins where there is no room for all
 * @visible: whether it is there now
 * @mark: what there is to tell of it
 * @pinned: whether a person has put it where it is
 *
 * A node of a picture.
 */
typedef struct
{
  const char *id;
  const char *label;
  const char *title;
  const char *description;
  FoedPoint   point;
  double      radius;
  FoedShape   shape;
  GdkRGBA     colour;
  double      importance;
  gboolean    visible;
  FoedMark    mark;
  gboolean    pinned;
} ExplorerPictureNode;

/**
 * ExplorerPictureEdge:
 * @from: the index of a node
 * @to: the index of another
 * @edge: what the edge is called by who made the picture
 * @colour: its colour
 * @width: its width, at its natural size
 * @offset: how far it lies beside the line between the middles of its nodes, seen from the first to the left
 * @dashed: whether it is broken
 * @arrows: the ends that have a head
 * @path: (nullable) (element-type FoedPoint): the way it takes, from the middle of the one node to that of the other,
 *   where that is no straight line; a point that is no number breaks it
 *
 * An edge of a picture. Edges that are not there now are left out.
 */
typedef struct
{
  guint         from;
  guint         to;
  guint         edge;
  GdkRGBA       colour;
  float         width;
  float         offset;
  gboolean      dashed;
  FoedArrow     arrows;
  GArray       *path;
} ExplorerPictureEdge;

/* The two ends of an edge as it is drawn: beside the line and from rim to rim. */
typedef FoedSegment ExplorerSegment;

#define EXPLORER_TYPE_PICTURE (explorer_picture_get_type ())

/**
 * ExplorerPicture:
 *
 * What a canvas draws, in plain data: nodes and edges with places, sizes and colours. Immutable, so that threads can
 * draw from it.
 */
typedef struct _ExplorerPicture ExplorerPicture;

GType                      explorer_picture_get_type       (void);

ExplorerPicture           *explorer_picture_new            (const ExplorerPictureNode *nodes,
                                                            guint                      n_nodes,
                                                            const ExplorerPictureEdge *edges,
                                                            guint                      n_edges);
ExplorerPicture           *explorer_picture_ref            (ExplorerPicture           *self);
void                       explorer_picture_unref          (ExplorerPicture           *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExplorerPicture, explorer_picture_unref)

const ExplorerPictureNode *explorer_picture_get_nodes      (ExplorerPicture           *self,
                                                            guint                     *n_nodes);
const ExplorerPictureEdge *explorer_picture_get_edges      (ExplorerPicture           *self,
                                                            guint                     *n_edges);
const guint               *explorer_picture_get_edges_of   (ExplorerPicture           *self,
                                                            guint                      node,
                                                            guint                     *n_edges);
GArray                    *explorer_picture_list_reach     (ExplorerPicture           *self,
                                                            guint                      node,
                                                            gboolean                   through);
const guint               *explorer_picture_get_ranking    (ExplorerPicture           *self,
                                                            guint                     *n_visible);
FoedPoint                  explorer_picture_get_lean       (ExplorerPicture           *self,
                                                            guint                      node);
ExplorerPicture           *explorer_picture_new_moved      (ExplorerPicture           *self,
                                                            guint                      node,
                                                            FoedPoint                  point);
int                        explorer_picture_find           (ExplorerPicture           *self,
                                                            const char                *id);
gboolean                   explorer_picture_is_like        (ExplorerPicture           *self,
                                                            ExplorerPicture           *other);
gboolean                   explorer_picture_is_nearly_like (ExplorerPicture           *self,
                                                            ExplorerPicture           *other);
gboolean                   explorer_picture_get_extents    (ExplorerPicture           *self,
                                                            gboolean                   only_visible,
                                                            ExplorerBox               *box);

double                     explorer_picture_get_scale      (double                     zoom);
ExplorerSegment            explorer_picture_get_segment    (ExplorerPicture           *self,
                                                            const ExplorerPictureEdge *edge,
                                                            double                     zoom);
GArray                    *explorer_picture_trace_edge     (ExplorerPicture           *self,
                                                            const ExplorerPictureEdge *edge,
                                                            double                     zoom);
int                        explorer_picture_pick_node      (ExplorerPicture           *self,
                                                            FoedPoint                  point,
                                                            double                     zoom,
                                                            double                     slack);
int                        explorer_picture_pick_edge      (ExplorerPicture           *self,
                                                            FoedPoint                  point,
                                                            double                     zoom,
                                                            double                     slack);
int                        explorer_picture_get_next       (ExplorerPicture           *self,
                                                            int                        node,
                                                            double                     x,
                                                            double                     y);

G_END_DECLS
