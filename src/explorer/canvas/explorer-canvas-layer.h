/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "explorer-picture.h"

G_BEGIN_DECLS

/**
 * ExplorerCanvasLayer:
 *
 * Something that a canvas draws over or under other layers. It is told when the picture or what is shown of it changes;
 * what it draws it keeps as long as it can.
 *
 * Properties: `viewport` (construct only), `picture` (nullable).
 */
#define EXPLORER_TYPE_CANVAS_LAYER (explorer_canvas_layer_get_type ())
G_DECLARE_DERIVABLE_TYPE (ExplorerCanvasLayer, explorer_canvas_layer, EXPLORER, CANVAS_LAYER, GtkWidget)

/**
 * ExplorerCanvasLayerClass:
 * @picture_changed: there is another picture; @before (nullable) is the one that was shown
 * @viewport_changed: another part of it is shown, or at another size
 */
struct _ExplorerCanvasLayerClass
{
  GtkWidgetClass parent_class;

  void (*picture_changed)  (ExplorerCanvasLayer *self,
                            ExplorerPicture     *before);
  void (*viewport_changed) (ExplorerCanvasLayer *self);
};

ExplorerViewport *explorer_canvas_layer_get_viewport  (ExplorerCanvasLayer       *self);
ExplorerPicture  *explorer_canvas_layer_get_picture   (ExplorerCanvasLayer       *self);
void              explorer_canvas_layer_set_picture   (ExplorerCanvasLayer       *self,
                                                       ExplorerPicture           *picture);

FoedPoint         explorer_canvas_layer_get_origin    (ExplorerCanvasLayer       *self);
gboolean          explorer_canvas_layer_may_animate   (ExplorerCanvasLayer       *self);
void              explorer_canvas_layer_snapshot_node (GtkSnapshot               *snapshot,
                                                       const ExplorerPictureNode *node,
                                                       FoedPoint                  middle,
                                                       double                     radius,
                                                       double                     opacity);

G_END_DECLS
