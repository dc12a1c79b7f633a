/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

#include "foed-geometry.h"
#include "foed-map-style.h"

G_BEGIN_DECLS

/**
 * FoedMark:
 * @FOED_MARK_NONE: nothing is said of it
 * @FOED_MARK_NEW: it has come since another day
 * @FOED_MARK_GONE: it has gone since another day, and is there to be seen as that
 *
 * How a node is marked: by a ring around it, or by being hollow.
 */
typedef enum
{
  FOED_MARK_NONE,
  FOED_MARK_NEW,
  FOED_MARK_GONE
} FoedMark;

/**
 * FoedDrawing:
 *
 * Nodes, edges and perhaps a map under them, ready to be drawn with Cairo and Pango. It holds all it needs, so that a
 * thread can draw it.
 */
typedef struct _FoedDrawing FoedDrawing;

FoedDrawing *foed_drawing_new        (void);
void         foed_drawing_free       (FoedDrawing        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoedDrawing, foed_drawing_free)

void         foed_drawing_set_ground (FoedDrawing        *self,
                                      FoedMapStyle       *ground);
guint        foed_drawing_add_node   (FoedDrawing        *self,
                                      const FoedNodeLook *look,
                                      FoedPoint           point,
                                      const char         *label,
                                      FoedMark            mark);
void         foed_drawing_add_edge   (FoedDrawing        *self,
                                      guint               from,
                                      guint               to,
                                      const FoedEdgeLook *look,
                                      GArray             *path);
void         foed_drawing_make_room  (FoedDrawing        *self,
                                      FoedPoint           point,
                                      double              radius);
void         foed_drawing_select     (FoedDrawing        *self,
                                      guint               node);

void         foed_drawing_draw       (FoedDrawing        *self,
                                      cairo_t            *cr,
                                      double              width,
                                      double              height,
                                      const FoedPalette  *palette,
                                      gboolean            right_to_left);

G_END_DECLS
