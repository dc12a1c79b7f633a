/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-edge-layer"

#include "config.h"

#include "explorer-edge-layer.h"

struct _ExplorerEdgeLayer
{
  ExplorerPlateLayer parent_instance;
};

G_DEFINE_FINAL_TYPE (ExplorerEdgeLayer, explorer_edge_layer, EXPLORER_TYPE_PLATE_LAYER)

static void
explorer_edge_layer_prepare (ExplorerPlateLayer   *layer,
                             gpointer              source,
                             ExplorerPlateRequest *request)
{
  guint n_visible;

  explorer_picture_get_ranking (source, &n_visible);
  request->parts |= EXPLORER_PLATE_EDGES;
  if (n_visible > EXPLORER_N_NODES_SHARP)
    request->parts |= EXPLORER_PLATE_NODES;
}

static ExplorerPlate *
explorer_edge_layer_draw (gpointer                    source,
                          const ExplorerPlateRequest *request,
                          GCancellable               *cancellable)
{
  return explorer_plate_new (source, request->parts, NULL, &request->box, request->zoom, request->scale_factor,
                             cancellable);
}

static void
explorer_edge_layer_picture_changed (ExplorerCanvasLayer *layer,
                                     ExplorerPicture     *before)
{
  ExplorerPicture *picture = explorer_canvas_layer_get_picture (layer);

  /* Edges of nodes that are elsewhere now would only mislead. */
  explorer_plate_layer_set_source (EXPLORER_PLATE_LAYER (layer), picture,
                                   picture != NULL && before != NULL && explorer_picture_is_like (picture, before));
}

static void
explorer_edge_layer_class_init (ExplorerEdgeLayerClass *klass)
{
  ExplorerPlateLayerClass *plate_class = EXPLORER_PLATE_LAYER_CLASS (klass);

  EXPLORER_CANVAS_LAYER_CLASS (klass)->picture_changed = explorer_edge_layer_picture_changed;
  plate_class->source_type = EXPLORER_TYPE_PICTURE;
  plate_class->prepare = explorer_edge_layer_prepare;
  plate_class->draw = explorer_edge_layer_draw;
}

static void
explorer_edge_layer_init (ExplorerEdgeLayer *self)
{
}
