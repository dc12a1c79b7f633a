/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-ground-layer"

#include "config.h"

#include "explorer-ground-layer.h"

struct _ExplorerGroundLayer
{
  ExplorerPlateLayer parent_instance;
};

G_DEFINE_FINAL_TYPE (ExplorerGroundLayer, explorer_ground_layer, EXPLORER_TYPE_PLATE_LAYER)

static void
draw_cb (cairo_t  *cr,
         double    zoom,
         gpointer  user_data)
{
  foed_map_style_draw (user_data, cr, zoom);
}

static ExplorerPlate *
explorer_ground_layer_draw (gpointer                    source,
                            const ExplorerPlateRequest *request,
                            GCancellable               *cancellable)
{
  double x = foed_projection_get_width () / 2;
  double y = foed_projection_get_height () / 2;
  const ExplorerBox earth = { { -x, -y }, { x, y } };

  return explorer_plate_new_drawn (draw_cb, source, request->parts, &earth, &request->box, request->zoom,
                                   request->scale_factor);
}

static void
explorer_ground_layer_class_init (ExplorerGroundLayerClass *klass)
{
  ExplorerPlateLayerClass *plate_class = EXPLORER_PLATE_LAYER_CLASS (klass);

  plate_class->source_type = FOED_TYPE_MAP_STYLE;
  plate_class->draw = explorer_ground_layer_draw;
}

static void
explorer_ground_layer_init (ExplorerGroundLayer *self)
{
}
