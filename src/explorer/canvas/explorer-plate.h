/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "explorer-picture.h"

G_BEGIN_DECLS

/**
 * ExplorerPlateParts:
 * @EXPLORER_PLATE_EDGES: the edges
 * @EXPLORER_PLATE_NODES: the nodes
 * @EXPLORER_PLATE_STRONG: the edges so that they stand out, however faint they are else
 * @EXPLORER_PLATE_TEXTURES: as textures, for renderers that keep them; the Cairo renderer would convert each anew for
 *   every frame, and draws from memory instead
 *
 * What of a picture to draw on a plate, and how to keep it.
 */
typedef enum
{
  EXPLORER_PLATE_EDGES = 1 << 0,
  EXPLORER_PLATE_NODES = 1 << 1,
  EXPLORER_PLATE_STRONG = 1 << 2,
  EXPLORER_PLATE_TEXTURES = 1 << 3
} ExplorerPlateParts;

/**
 * ExplorerPlate:
 *
 * A part of a picture, drawn at a certain zoom into memory. It is drawn in a thread, and shown moved and
 * scaled while a better one is made. Immutable.
 */
typedef struct _ExplorerPlate ExplorerPlate;

/**
 * ExplorerPlateDraw:
 * @cr: where to draw, (0, 0) of the world being at its origin
 * @zoom: how many pixels a unit of the world takes
 * @user_data: as given
 *
 * Draws something on a plate, in any thread.
 */
typedef void (*ExplorerPlateDraw) (cairo_t  *cr,
                                   double    zoom,
                                   gpointer  user_data);

ExplorerPlateParts explorer_plate_get_storage (GtkWidget     *widget);

ExplorerPlate *explorer_plate_new      (ExplorerPicture    *picture,
                                        ExplorerPlateParts  parts,
                                        const GArray       *chosen,
                                        const ExplorerBox  *box,
                                        double              zoom,
                                        int                 scale_factor,
                                        GCancellable       *cancellable);
ExplorerPlate *explorer_plate_new_drawn (ExplorerPlateDraw  draw,
                                         gpointer           user_data,
                                         ExplorerPlateParts parts,
                                         const ExplorerBox *extents,
                                         const ExplorerBox *box,
                                         double             zoom,
                                         int                scale_factor);
void           explorer_plate_free     (ExplorerPlate      *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExplorerPlate, explorer_plate_free)

gboolean       explorer_plate_fits     (ExplorerPlate      *self,
                                        ExplorerViewport   *viewport,
                                        int                 scale_factor);
gboolean       explorer_plate_covers   (ExplorerPlate      *self,
                                        ExplorerViewport   *viewport,
                                        double              margin);
void           explorer_plate_snapshot (ExplorerPlate      *self,
                                        GtkSnapshot        *snapshot,
                                        ExplorerViewport   *viewport);

G_END_DECLS
