/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "drawing/foed-map-style.h"
#include "explorer-picture.h"

G_BEGIN_DECLS

/**
 * ExplorerCanvas:
 *
 * Shows a picture and lets a person move about in it: drag, scroll, pinch, or with the keys. The nodes that matter are
 * there as buttons too, for the keyboard and for those who can't see the picture.
 *
 * Property `picture` (nullable).
 *
 * Signals:
 *  - `node-selected` (string id, nullable): a person has pointed at a node and clicked, or beside all nodes
 *  - `node-opened` (string id): a person wants to know more about a node
 *  - `node-dragged` (string id, double x, double y): a person has put a node elsewhere in the picture
 *  - `menu-asked` (string id, #GdkRectangle place): a person wants to know what can be done with a node
 *  - `ties-asked` (string id, #GdkRectangle place): a person wants to know what ties a node has; in the canvas
 *  - `overview-changed`: there is another overview to draw
 *  - `edge-asked` (uint edge, #GdkRectangle place): a person wants to know why an edge is there, as the picture calls it
 */
#define EXPLORER_TYPE_CANVAS (explorer_canvas_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerCanvas, explorer_canvas, EXPLORER, CANVAS, GtkWidget)

GtkWidget        *explorer_canvas_new          (void);

ExplorerPicture  *explorer_canvas_get_picture  (ExplorerCanvas  *self);
void              explorer_canvas_set_picture  (ExplorerCanvas  *self,
                                                ExplorerPicture *picture);
void              explorer_canvas_set_ground   (ExplorerCanvas  *self,
                                                FoedMapStyle    *map);
void              explorer_canvas_set_legend   (ExplorerCanvas  *self,
                                                GtkWidget       *legend);
void              explorer_canvas_set_selected (ExplorerCanvas  *self,
                                                const char      *id);

GdkRectangle      explorer_canvas_translate    (ExplorerCanvas     *self,
                                                const GdkRectangle *place,
                                                GtkWidget          *widget);
ExplorerViewport *explorer_canvas_get_viewport (ExplorerCanvas  *self);
const char       *explorer_canvas_get_focused  (ExplorerCanvas  *self);
void              explorer_canvas_fit          (ExplorerCanvas  *self,
                                                gboolean         animate);
void              explorer_canvas_zoom         (ExplorerCanvas  *self,
                                                double           factor);
void              explorer_canvas_fly_to       (ExplorerCanvas  *self,
                                                const char      *id);
void              explorer_canvas_reveal       (ExplorerCanvas  *self,
                                                const char      *id);

/* explorer-canvas-overview.c */
gboolean          explorer_canvas_needs_overview    (ExplorerCanvas   *self);
void              explorer_canvas_set_overview      (ExplorerCanvas   *self,
                                                     ExplorerViewport *overview);
void              explorer_canvas_snapshot_overview (ExplorerCanvas   *self,
                                                     GtkSnapshot      *snapshot);
void              explorer_canvas_look_at           (ExplorerCanvas   *self,
                                                     FoedPoint         centre);

G_END_DECLS
