/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "explorer-canvas-layer.h"
#include "explorer-plate.h"

G_BEGIN_DECLS

/**
 * ExplorerPlateRequest:
 * @parts: how to keep the plate, and what else the layer wants
 * @box: which part to draw
 * @zoom: how many pixels a unit of the world takes
 * @scale_factor: how many device pixels a pixel takes
 *
 * A plate that is wanted.
 */
typedef struct
{
  ExplorerPlateParts parts;
  ExplorerBox        box;
  double             zoom;
  int                scale_factor;
} ExplorerPlateRequest;

/**
 * ExplorerPlateLayer:
 *
 * Draws something in a worker thread: what was drawn last is moved and scaled until the next is ready, and fades into it
 * where the source has changed.
 *
 * It can draw an overview too: all there is, small, in the same thread.
 *
 * Property `busy`: whether something is being drawn, or about to be.
 *
 * Signal `overview-changed`: there is another overview.
 */
#define EXPLORER_TYPE_PLATE_LAYER (explorer_plate_layer_get_type ())
G_DECLARE_DERIVABLE_TYPE (ExplorerPlateLayer, explorer_plate_layer, EXPLORER, PLATE_LAYER, ExplorerCanvasLayer)

/**
 * ExplorerPlateLayerClass:
 * @source_type: the boxed type, immutable and counted, of what it draws from
 * @prepare: adds to what is asked for of a plate; in the main thread
 * @draw: draws a plate; in any thread
 */
struct _ExplorerPlateLayerClass
{
  ExplorerCanvasLayerClass parent_class;

  GType          source_type;
  void           (*prepare) (ExplorerPlateLayer         *self,
                             gpointer                    source,
                             ExplorerPlateRequest       *request);
  ExplorerPlate *(*draw)    (gpointer                    source,
                             const ExplorerPlateRequest *request,
                             GCancellable               *cancellable);
};

void explorer_plate_layer_set_source        (ExplorerPlateLayer *self,
                                             gpointer            source,
                                             gboolean            is_like);
void explorer_plate_layer_set_overview      (ExplorerPlateLayer *self,
                                             const ExplorerBox  *box,
                                             double              zoom);
void explorer_plate_layer_snapshot_overview (ExplorerPlateLayer *self,
                                             GtkSnapshot        *snapshot,
                                             ExplorerViewport   *viewport);

G_END_DECLS
