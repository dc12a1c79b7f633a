/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-node-layer"

#include "config.h"

#include "explorer-edge-layer.h"
#include "explorer-node-layer.h"

/* How much beyond the widget is drawn, in pixels. */
#define MARGIN 400.0

#define FADE_MICROSECONDS 220000.0

struct _ExplorerNodeLayer
{
  ExplorerCanvasLayer  parent_instance;

  GskRenderNode       *cache;         /* the nodes, from where the picture has (0, 0) */
  double               cache_zoom;
  ExplorerBox          cache_box;

  ExplorerPicture     *before;        /* what is left behind */
  double               fade;
  gint64               fade_begin;
  guint                fade_tick;
};

G_DEFINE_FINAL_TYPE (ExplorerNodeLayer, explorer_node_layer, EXPLORER_TYPE_CANVAS_LAYER)

static void
drop_cache (ExplorerNodeLayer *self)
{
  g_clear_pointer (&self->cache, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
stop_fading (ExplorerNodeLayer *self)
{
  if (self->fade_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->fade_tick);
  self->fade_tick = 0;
  g_clear_pointer (&self->before, explorer_picture_unref);
}

static gboolean
fade_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  ExplorerNodeLayer *self = EXPLORER_NODE_LAYER (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);

  if (self->fade_begin == 0)
    self->fade_begin = now;
  self->fade = (double) (now - self->fade_begin) / FADE_MICROSECONDS;
  drop_cache (self);
  if (self->fade < 1)
    return G_SOURCE_CONTINUE;
  self->fade_tick = 0;
  stop_fading (self);
  return G_SOURCE_REMOVE;
}

static double
mix (double from,
     double to,
     double share)
{
  return from + (to - from) * share;
}

/* Draws a node on its way from what it was to what it is. */
static void
snapshot_node (ExplorerNodeLayer         *self,
               GtkSnapshot               *snapshot,
               const ExplorerPictureNode *node,
               const ExplorerPictureNode *before,
               double                     zoom)
{
  FoedPoint middle = { node->point.x * zoom, node->point.y * zoom };
  double share = before != NULL ? CLAMP (self->fade, 0, 1) : 1;
  double opacity = mix (before != NULL && before->visible, node->visible, share);
  double radius = node->radius;

  if (opacity <= 0)
    return;
  if (before != NULL && before->visible)
    radius = node->visible ? mix (before->radius, node->radius, share) : before->radius;
  explorer_canvas_layer_snapshot_node (snapshot, node->visible || before == NULL ? node : before, middle,
                                       radius * explorer_picture_get_scale (zoom), opacity);
}

static void
fill_cache (ExplorerNodeLayer *self,
            ExplorerPicture   *picture,
            ExplorerViewport  *viewport)
{
  g_autoptr(GtkSnapshot) snapshot = gtk_snapshot_new ();
  guint n_nodes;
  const ExplorerPictureNode *nodes = explorer_picture_get_nodes (picture, &n_nodes);
  const ExplorerPictureNode *before = self->before != NULL ? explorer_picture_get_nodes (self->before, &n_nodes) : NULL;

  self->cache_zoom = explorer_viewport_get_zoom (viewport);
  explorer_viewport_get_visible (viewport, MARGIN, &self->cache_box);
  for (guint i = 0; i < n_nodes; i++)
    {
      FoedPoint point = nodes[i].point;

      if (point.x >= self->cache_box.first.x && point.x <= self->cache_box.last.x &&
          point.y >= self->cache_box.first.y && point.y <= self->cache_box.last.y)
        snapshot_node (self, snapshot, &nodes[i], before != NULL ? &before[i] : NULL, self->cache_zoom);
    }
  self->cache = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
}

static gboolean
is_cache_good (ExplorerNodeLayer *self,
               ExplorerViewport  *viewport)
{
  ExplorerBox visible;

  explorer_viewport_get_visible (viewport, 0, &visible);
  return self->cache != NULL && self->cache_zoom == explorer_viewport_get_zoom (viewport) &&
         explorer_box_contains (&self->cache_box, &visible);
}

static void
explorer_node_layer_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  ExplorerNodeLayer *self = EXPLORER_NODE_LAYER (widget);
  ExplorerCanvasLayer *layer = EXPLORER_CANVAS_LAYER (self);
  ExplorerPicture *picture = explorer_canvas_layer_get_picture (layer);
  ExplorerViewport *viewport = explorer_canvas_layer_get_viewport (layer);
  FoedPoint origin;
  guint n_visible;

  if (picture == NULL)
    return;
  explorer_picture_get_ranking (picture, &n_visible);
  if (n_visible > EXPLORER_N_NODES_SHARP)
    return;
  if (!is_cache_good (self, viewport))
    {
      g_clear_pointer (&self->cache, gsk_render_node_unref);
      fill_cache (self, picture, viewport);
    }
  if (self->cache == NULL)
    return;
  origin = explorer_canvas_layer_get_origin (layer);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) origin.x, (float) origin.y));
  gtk_snapshot_append_node (snapshot, self->cache);
  gtk_snapshot_restore (snapshot);
}

static void
explorer_node_layer_picture_changed (ExplorerCanvasLayer *layer,
                                     ExplorerPicture     *before)
{
  ExplorerNodeLayer *self = EXPLORER_NODE_LAYER (layer);
  ExplorerPicture *picture = explorer_canvas_layer_get_picture (layer);

  stop_fading (self);
  drop_cache (self);
  if (picture == NULL || before == NULL || !explorer_canvas_layer_may_animate (layer) ||
      !explorer_picture_is_like (picture, before))
    return;
  self->before = explorer_picture_ref (before);
  self->fade = 0;
  self->fade_begin = 0;
  self->fade_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), fade_cb, NULL, NULL);
}

static void
explorer_node_layer_dispose (GObject *object)
{
  ExplorerNodeLayer *self = EXPLORER_NODE_LAYER (object);

  stop_fading (self);
  g_clear_pointer (&self->cache, gsk_render_node_unref);

  G_OBJECT_CLASS (explorer_node_layer_parent_class)->dispose (object);
}

static void
explorer_node_layer_class_init (ExplorerNodeLayerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = explorer_node_layer_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = explorer_node_layer_snapshot;
  EXPLORER_CANVAS_LAYER_CLASS (klass)->picture_changed = explorer_node_layer_picture_changed;
}

static void
explorer_node_layer_init (ExplorerNodeLayer *self)
{
}
