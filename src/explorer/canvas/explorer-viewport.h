/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "drawing/foed-geometry.h"

G_BEGIN_DECLS

/* A part of the world of a picture, or of a widget. Empty where the last does not lie beyond the first. */
typedef FoedBox ExplorerBox;

gboolean explorer_box_is_empty   (const ExplorerBox *box);
gboolean explorer_box_contains   (const ExplorerBox *box,
                                  const ExplorerBox *other);
gboolean explorer_box_intersects (const ExplorerBox *box,
                                  const ExplorerBox *other);
void     explorer_box_add        (ExplorerBox       *box,
                                  FoedPoint          point,
                                  double             margin);

/**
 * ExplorerViewport:
 *
 * Which part of a picture a widget shows, and how large. It knows no widget: the canvas tells it the size, input moves
 * it, layers ask it where things are. The zoom is in pixels per unit of the picture.
 *
 * The zoom stays within limits that follow from what there is to see, and the middle stays within it, so that a person
 * never gets lost.
 *
 * Signal `changed`: what is shown has changed.
 */
#define EXPLORER_TYPE_VIEWPORT (explorer_viewport_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerViewport, explorer_viewport, EXPLORER, VIEWPORT, GObject)

ExplorerViewport *explorer_viewport_new           (void);
void              explorer_viewport_copy          (ExplorerViewport  *self,
                                                   ExplorerViewport  *other);

void              explorer_viewport_set_size      (ExplorerViewport  *self,
                                                   double             width,
                                                   double             height);
void              explorer_viewport_get_size      (ExplorerViewport  *self,
                                                   double            *width,
                                                   double            *height);
void              explorer_viewport_set_bounds    (ExplorerViewport  *self,
                                                   const ExplorerBox *bounds);
void              explorer_viewport_get_bounds    (ExplorerViewport  *self,
                                                   ExplorerBox       *bounds);

FoedPoint         explorer_viewport_get_centre    (ExplorerViewport  *self);
double            explorer_viewport_get_zoom      (ExplorerViewport  *self);
void              explorer_viewport_get_limits    (ExplorerViewport  *self,
                                                   double            *lowest,
                                                   double            *highest);
void              explorer_viewport_go_to         (ExplorerViewport  *self,
                                                   FoedPoint          centre,
                                                   double             zoom);
void              explorer_viewport_pan           (ExplorerViewport  *self,
                                                   double             x,
                                                   double             y);
void              explorer_viewport_zoom_about    (ExplorerViewport  *self,
                                                   double             factor,
                                                   double             x,
                                                   double             y);
void              explorer_viewport_fit           (ExplorerViewport  *self,
                                                   const ExplorerBox *box,
                                                   double             margin_x,
                                                   double             margin_above,
                                                   double             margin_below);

FoedPoint         explorer_viewport_to_widget     (ExplorerViewport  *self,
                                                   FoedPoint          point);
FoedPoint         explorer_viewport_to_world      (ExplorerViewport  *self,
                                                   FoedPoint          point);
void              explorer_viewport_get_visible   (ExplorerViewport  *self,
                                                   double             margin,
                                                   ExplorerBox       *box);

G_END_DECLS
