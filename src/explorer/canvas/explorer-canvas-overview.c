/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-canvas"

#include "config.h"

#include "explorer-canvas-private.h"
#include "explorer-overview.h"
#include "explorer-plate-layer.h"

/**
 * explorer_canvas_needs_overview:
 * @self: a canvas
 *
 * Returns: whether there is more of the picture now than what is seen of it
 */
gboolean
explorer_canvas_needs_overview (ExplorerCanvas *self)
{
  ExplorerBox content;

  g_return_val_if_fail (EXPLORER_IS_CANVAS (self), FALSE);

  if (self->picture == NULL)
    return FALSE;
  /* On a map it is the earth that there is more of. */
  return explorer_canvas_get_extents (self, self->ground == NULL, &content) &&
         explorer_overview_is_needed (self->viewport, &content);
}

/**
 * explorer_canvas_set_overview:
 * @self: a canvas
 * @overview: (nullable): shows all there is, smaller; %NULL for no overview
 *
 * Keeps an overview of the picture, which is drawn once for each picture and not with each frame. Call it again when
 * @overview has changed.
 */
void
explorer_canvas_set_overview (ExplorerCanvas   *self,
                              ExplorerViewport *overview)
{
  double zoom = 0;
  ExplorerBox box = { 0 };

  g_return_if_fail (EXPLORER_IS_CANVAS (self));
  g_return_if_fail (overview == NULL || EXPLORER_IS_VIEWPORT (overview));

  g_set_object (&self->overview, overview);
  if (overview != NULL)
    {
      zoom = explorer_viewport_get_zoom (overview);
      explorer_viewport_get_visible (overview, 0, &box);
    }
  if (self->ground != NULL)
    explorer_plate_layer_set_overview (EXPLORER_PLATE_LAYER (self->ground), &box, zoom);
  explorer_plate_layer_set_overview (EXPLORER_PLATE_LAYER (self->edges), &box, zoom);
}

/**
 * explorer_canvas_snapshot_overview:
 * @self: a canvas
 * @snapshot: where to draw
 *
 * Draws what was asked for with explorer_canvas_set_overview().
 */
void
explorer_canvas_snapshot_overview (ExplorerCanvas *self,
                                   GtkSnapshot    *snapshot)
{
  g_return_if_fail (EXPLORER_IS_CANVAS (self));

  if (self->overview == NULL)
    return;
  if (self->ground != NULL)
    explorer_plate_layer_snapshot_overview (EXPLORER_PLATE_LAYER (self->ground), snapshot, self->overview);
  explorer_plate_layer_snapshot_overview (EXPLORER_PLATE_LAYER (self->edges), snapshot, self->overview);
}

/**
 * explorer_canvas_look_at:
 * @self: a canvas
 * @centre: a place in the picture
 *
 * Brings a place into the middle at once, as a person has taken the picture there.
 */
void
explorer_canvas_look_at (ExplorerCanvas *self,
                         FoedPoint       centre)
{
  g_return_if_fail (EXPLORER_IS_CANVAS (self));

  explorer_canvas_stop (self);
  self->moved = TRUE;
  explorer_viewport_go_to (self->viewport, centre, explorer_viewport_get_zoom (self->viewport));
}
