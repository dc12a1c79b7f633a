/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-label-layer"

#include "config.h"

#include "explorer-label-layer.h"
#include "explorer-labels.h"

/* How much beyond the widget is written, in pixels, so that names are there when they come into view. */
#define MARGIN 300.0

struct _ExplorerLabelLayer
{
  ExplorerCanvasLayer  parent_instance;

  ExplorerLabels      *labels;
  int                  first;           /* the node that is named whatever happens, or -1 */
  GskRenderNode       *cache;           /* the labels, placed as the widget was when they were written */
  FoedPoint            cache_origin;
  double               cache_zoom;
  ExplorerBox          cache_box;
};

G_DEFINE_FINAL_TYPE (ExplorerLabelLayer, explorer_label_layer, EXPLORER_TYPE_CANVAS_LAYER)

static void
drop_cache (ExplorerLabelLayer *self)
{
  g_clear_pointer (&self->cache, gsk_render_node_unref);
  self->cache_zoom = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
fill_cache (ExplorerLabelLayer *self,
            ExplorerPicture    *picture,
            ExplorerViewport   *viewport)
{
  g_autoptr(GArray) ranked = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_visible;
  const guint *ranking = explorer_picture_get_ranking (picture, &n_visible);

  if (self->first >= 0)
    g_array_append_val (ranked, self->first);
  for (guint i = 0; i < n_visible; i++)
    {
      if (ranking[i] != (guint) self->first)
        g_array_append_val (ranked, ranking[i]);
    }
  self->cache_zoom = explorer_viewport_get_zoom (viewport);
  self->cache_origin = explorer_canvas_layer_get_origin (EXPLORER_CANVAS_LAYER (self));
  explorer_viewport_get_visible (viewport, MARGIN, &self->cache_box);
  self->cache = explorer_labels_write (self->labels, picture, viewport, (const guint *) (gpointer) ranked->data,
                                       ranked->len, self->first >= 0 ? 1 : 0, MARGIN, NULL);
}

static gboolean
is_cache_good (ExplorerLabelLayer *self,
               ExplorerViewport   *viewport)
{
  ExplorerBox visible;

  explorer_viewport_get_visible (viewport, 0, &visible);
  return self->cache_zoom == explorer_viewport_get_zoom (viewport) &&
         explorer_box_contains (&self->cache_box, &visible);
}

static void
explorer_label_layer_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  ExplorerLabelLayer *self = EXPLORER_LABEL_LAYER (widget);
  ExplorerCanvasLayer *layer = EXPLORER_CANVAS_LAYER (self);
  ExplorerPicture *picture = explorer_canvas_layer_get_picture (layer);
  ExplorerViewport *viewport = explorer_canvas_layer_get_viewport (layer);
  FoedPoint origin;

  if (picture == NULL)
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
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (origin.x - self->cache_origin.x),
                                                          (float) (origin.y - self->cache_origin.y)));
  gtk_snapshot_append_node (snapshot, self->cache);
  gtk_snapshot_restore (snapshot);
}

static void
explorer_label_layer_css_changed (GtkWidget         *widget,
                                  GtkCssStyleChange *change)
{
  ExplorerLabelLayer *self = EXPLORER_LABEL_LAYER (widget);

  GTK_WIDGET_CLASS (explorer_label_layer_parent_class)->css_changed (widget, change);

  explorer_labels_forget (self->labels);
  drop_cache (self);
}

static void
explorer_label_layer_system_setting_changed (GtkWidget        *widget,
                                             GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (explorer_label_layer_parent_class)->system_setting_changed (widget, setting);

  explorer_labels_forget (EXPLORER_LABEL_LAYER (widget)->labels);
  drop_cache (EXPLORER_LABEL_LAYER (widget));
}

static void
explorer_label_layer_picture_changed (ExplorerCanvasLayer *layer,
                                      ExplorerPicture     *before)
{
  EXPLORER_LABEL_LAYER (layer)->first = -1;
  drop_cache (EXPLORER_LABEL_LAYER (layer));
}

static void
explorer_label_layer_finalize (GObject *object)
{
  ExplorerLabelLayer *self = EXPLORER_LABEL_LAYER (object);

  g_clear_pointer (&self->cache, gsk_render_node_unref);
  g_clear_pointer (&self->labels, explorer_labels_free);

  G_OBJECT_CLASS (explorer_label_layer_parent_class)->finalize (object);
}

static void
explorer_label_layer_class_init (ExplorerLabelLayerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = explorer_label_layer_finalize;
  widget_class->css_changed = explorer_label_layer_css_changed;
  widget_class->snapshot = explorer_label_layer_snapshot;
  widget_class->system_setting_changed = explorer_label_layer_system_setting_changed;
  EXPLORER_CANVAS_LAYER_CLASS (klass)->picture_changed = explorer_label_layer_picture_changed;

  gtk_widget_class_set_css_name (widget_class, "labels");
}

static void
explorer_label_layer_init (ExplorerLabelLayer *self)
{
  self->labels = explorer_labels_new (GTK_WIDGET (self));
  self->first = -1;
}

/**
 * explorer_label_layer_set_first:
 * @self: a layer
 * @node: the index of a node, or -1
 *
 * Names @node before all others, in full.
 */
void
explorer_label_layer_set_first (ExplorerLabelLayer *self,
                                int                 node)
{
  g_return_if_fail (EXPLORER_IS_LABEL_LAYER (self));

  if (self->first == node)
    return;
  self->first = node;
  drop_cache (self);
}
