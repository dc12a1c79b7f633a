/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-geometry.h"

G_BEGIN_DECLS

/* How far what is behind a label reaches beyond its text to the left and the right. */
#define FOED_LABEL_PADDING 2.0

/**
 * FoedLabel:
 * @shape: the shape of the node that it names
 * @middle: where the node is
 * @radius: how large it is
 * @lean: to which side its edges go
 * @width: how wide the text is
 * @height: how high it is
 * @rank: how much it matters: the less the more
 * @right_to_left: the direction of reading
 *
 * A label that wants a place.
 */
typedef struct
{
  FoedShape shape;
  FoedPoint middle;
  double    radius;
  FoedPoint lean;
  double    width;
  double    height;
  guint     rank;
  gboolean  right_to_left;
} FoedLabel;

/**
 * FoedLabelRoom:
 *
 * Finds places for the names of nodes, so that no two names overlap and none hides a node that matters more. Where
 * there is no room for all, those that ask first win.
 */
typedef struct _FoedLabelRoom FoedLabelRoom;

FoedLabelRoom *foed_label_room_new       (double           width,
                                          double           height,
                                          double           margin);
void           foed_label_room_free      (FoedLabelRoom   *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoedLabelRoom, foed_label_room_free)

void           foed_label_room_take_node (FoedLabelRoom   *self,
                                          FoedPoint        middle,
                                          double           radius,
                                          guint            rank);
gboolean       foed_label_room_place     (FoedLabelRoom   *self,
                                          const FoedLabel *label,
                                          FoedPoint       *place,
                                          FoedBox         *box);

G_END_DECLS
