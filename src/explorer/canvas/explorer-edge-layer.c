/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-edge-layer"

#include "config.h"

#include "explorer-edge-layer.h"
#include "explorer-plate.h"

/* How much beyond the widget is drawn, in pixels, and how near to its end more is asked for. */
#define MARGIN 320.0
#define MARGIN_LEAST 80.0

#define FADE_MICROSECONDS 180000.0

struct _ExplorerEdgeLayer
{
  ExplorerCanvasLayer  parent_instance;

  ExplorerPlate       *plate;
  ExplorerPicture     *plate_picture;   /* what it was drawn from */
  ExplorerPlate       *before;          /* what fades out */
  double               fade;            /* how far it has */
  gint64               fade_begin;
  guint                fade_tick;

  GCancellable        *cancellable;
  guint                drawing : 1;
};

enum
{
  PROP_0,
  PROP_BUSY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ExplorerEdgeLayer, explorer_edge_layer, EXPLORER_TYPE_CANVAS_LAYER)

typedef struct
{
  ExplorerPicture    *picture;
  ExplorerPlateParts  parts;
  ExplorerBox         box;
  double              zoom;
  int                 scale_factor;
} Request;

static void update (ExplorerEdgeLayer *self);

static void
request_free (Request *request)
{
  explorer_picture_unref (request->picture);
  g_free (request);
}

static void
draw_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Request *request = data;
  ExplorerPlate *plate = explorer_plate_new (request->picture, request->parts, NULL, &request->box, request->zoom,
                                             request->scale_factor, cancellable);

  if (plate != NULL)
    g_task_return_pointer (task, plate, (GDestroyNotify) explorer_plate_free);
  else
    g_task_return_error_if_cancelled (task);
}

static void
stop_fading (ExplorerEdgeLayer *self)
{
  if (self->fade_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->fade_tick);
  self->fade_tick = 0;
  g_clear_pointer (&self->before, explorer_plate_free);
}

static gboolean
fade_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  ExplorerEdgeLayer *self = EXPLORER_EDGE_LAYER (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);

  if (self->fade_begin == 0)
    self->fade_begin = now;
  self->fade = (double) (now - self->fade_begin) / FADE_MICROSECONDS;
  gtk_widget_queue_draw (widget);
  if (self->fade < 1)
    return G_SOURCE_CONTINUE;
  self->fade_tick = 0;
  stop_fading (self);
  return G_SOURCE_REMOVE;
}

/* Shows what has been drawn; where it is of another picture than the last, that one fades into it. */
static void
show (ExplorerEdgeLayer *self,
      ExplorerPlate     *plate,
      ExplorerPicture   *picture)
{
  gboolean other = self->plate != NULL && self->plate_picture != picture;

  if (other && explorer_canvas_layer_may_animate (EXPLORER_CANVAS_LAYER (self)))
    {
      stop_fading (self);
      self->before = g_steal_pointer (&self->plate);
      self->fade = 0;
      self->fade_begin = 0;
      self->fade_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), fade_cb, NULL, NULL);
    }
  g_clear_pointer (&self->plate, explorer_plate_free);
  g_clear_pointer (&self->plate_picture, explorer_picture_unref);
  self->plate = plate;
  self->plate_picture = explorer_picture_ref (picture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
draw_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  ExplorerEdgeLayer *self = EXPLORER_EDGE_LAYER (object);
  Request *request = g_task_get_task_data (G_TASK (result));
  ExplorerPlate *plate = g_task_propagate_pointer (G_TASK (result), NULL);

  self->drawing = FALSE;
  if (plate == NULL)
    return;
  show (self, plate, request->picture);
  update (self);
  if (!self->drawing)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static gboolean
is_up_to_date (ExplorerEdgeLayer *self,
               ExplorerPicture   *picture,
               ExplorerViewport  *viewport)
{
  return self->plate != NULL && self->plate_picture == picture &&
         explorer_plate_fits (self->plate, viewport, gtk_widget_get_scale_factor (GTK_WIDGET (self))) &&
         explorer_plate_covers (self->plate, viewport, MARGIN_LEAST);
}

/* Has a better plate drawn where the one there is does not do. One is drawn at a time: whoever moves on meanwhile sees
 * each that gets ready, and none is begun in vain. */
static void
update (ExplorerEdgeLayer *self)
{
  ExplorerCanvasLayer *layer = EXPLORER_CANVAS_LAYER (self);
  ExplorerPicture *picture = explorer_canvas_layer_get_picture (layer);
  ExplorerViewport *viewport = explorer_canvas_layer_get_viewport (layer);
  g_autoptr(GTask) task = NULL;
  Request *request;
  double width;
  double height;
  guint n_visible;

  explorer_viewport_get_size (viewport, &width, &height);
  if (self->drawing || picture == NULL || width <= 0 || height <= 0 || is_up_to_date (self, picture, viewport))
    return;

  explorer_picture_get_ranking (picture, &n_visible);
  request = g_new0 (Request, 1);
  request->picture = explorer_picture_ref (picture);
  request->parts = EXPLORER_PLATE_EDGES | explorer_plate_get_storage (GTK_WIDGET (self));
  if (n_visible > EXPLORER_N_NODES_SHARP)
    request->parts |= EXPLORER_PLATE_NODES;
  request->zoom = explorer_viewport_get_zoom (viewport);
  request->scale_factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  explorer_viewport_get_visible (viewport, MARGIN, &request->box);

  self->drawing = TRUE;
  task = g_task_new (self, self->cancellable, draw_cb, NULL);
  g_task_set_source_tag (task, update);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  g_task_run_in_thread (task, draw_thread);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
explorer_edge_layer_picture_changed (ExplorerCanvasLayer *layer,
                                     ExplorerPicture     *before)
{
  ExplorerEdgeLayer *self = EXPLORER_EDGE_LAYER (layer);
  ExplorerPicture *picture = explorer_canvas_layer_get_picture (layer);

  /* Edges of nodes that are elsewhere now would only mislead. */
  if (picture == NULL || (before != NULL && !explorer_picture_is_like (picture, before)))
    {
      stop_fading (self);
      g_clear_pointer (&self->plate, explorer_plate_free);
      g_clear_pointer (&self->plate_picture, explorer_picture_unref);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
  update (self);
}

static void
explorer_edge_layer_viewport_changed (ExplorerCanvasLayer *layer)
{
  gtk_widget_queue_draw (GTK_WIDGET (layer));
  update (EXPLORER_EDGE_LAYER (layer));
}

static void
explorer_edge_layer_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  ExplorerEdgeLayer *self = EXPLORER_EDGE_LAYER (widget);
  ExplorerViewport *viewport = explorer_canvas_layer_get_viewport (EXPLORER_CANVAS_LAYER (self));

  if (self->before != NULL)
    {
      gtk_snapshot_push_cross_fade (snapshot, CLAMP (self->fade, 0, 1));
      explorer_plate_snapshot (self->before, snapshot, viewport);
      gtk_snapshot_pop (snapshot);
      explorer_plate_snapshot (self->plate, snapshot, viewport);
      gtk_snapshot_pop (snapshot);
    }
  else if (self->plate != NULL)
    explorer_plate_snapshot (self->plate, snapshot, viewport);
}

static void
explorer_edge_layer_dispose (GObject *object)
{
  ExplorerEdgeLayer *self = EXPLORER_EDGE_LAYER (object);

  g_cancellable_cancel (self->cancellable);
  stop_fading (self);
  g_clear_pointer (&self->plate, explorer_plate_free);
  g_clear_pointer (&self->plate_picture, explorer_picture_unref);

  G_OBJECT_CLASS (explorer_edge_layer_parent_class)->dispose (object);
}

static void
explorer_edge_layer_finalize (GObject *object)
{
  g_clear_object (&EXPLORER_EDGE_LAYER (object)->cancellable);

  G_OBJECT_CLASS (explorer_edge_layer_parent_class)->finalize (object);
}

static void
explorer_edge_layer_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, EXPLORER_EDGE_LAYER (object)->drawing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
explorer_edge_layer_class_init (ExplorerEdgeLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  ExplorerCanvasLayerClass *layer_class = EXPLORER_CANVAS_LAYER_CLASS (klass);

  object_class->dispose = explorer_edge_layer_dispose;
  object_class->finalize = explorer_edge_layer_finalize;
  object_class->get_property = explorer_edge_layer_get_property;
  widget_class->snapshot = explorer_edge_layer_snapshot;
  layer_class->picture_changed = explorer_edge_layer_picture_changed;
  layer_class->viewport_changed = explorer_edge_layer_viewport_changed;

  properties[PROP_BUSY] =
    g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
explorer_edge_layer_init (ExplorerEdgeLayer *self)
{
  self->cancellable = g_cancellable_new ();
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (update), NULL);
}
