/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-plate-layer"

#include "config.h"

#include <string.h>

#include "explorer-plate-layer.h"

/* How much beyond the widget is drawn, in pixels, and how near to its end more is asked for. */
#define MARGIN 320.0
#define MARGIN_LEAST 80.0

#define FADE_MICROSECONDS 180000.0

typedef struct
{
  gpointer       source;
  ExplorerPlate *plate;
  gpointer       plate_source;    /* what it was drawn from */
  ExplorerPlate *before;          /* what fades out */
  double         fade;            /* how far it has */
  gint64         fade_begin;
  guint          fade_tick;

  ExplorerBox    overview_box;
  double         overview_zoom;   /* 0 where no overview is wanted */
  ExplorerPlate *overview;
  gpointer       overview_source; /* what it was drawn from */

  GCancellable  *cancellable;
  guint          drawing : 1;
} ExplorerPlateLayerPrivate;

enum
{
  PROP_0,
  PROP_BUSY,
  N_PROPS
};

enum
{
  OVERVIEW_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (ExplorerPlateLayer, explorer_plate_layer, EXPLORER_TYPE_CANVAS_LAYER)

/* What a thread works on. */
typedef struct
{
  ExplorerPlateLayerClass *klass;
  gpointer                 source;
  ExplorerPlateRequest     request;
  ExplorerPlateRequest     overview_request;
  ExplorerPlate           *plate;              /* NULL until it is drawn, or where none is wanted */
  ExplorerPlate           *overview;
} Job;

static void update (ExplorerPlateLayer *self);

static ExplorerPlateLayerPrivate *
get_private (ExplorerPlateLayer *self)
{
  return explorer_plate_layer_get_instance_private (self);
}

static void
clear_source (ExplorerPlateLayer *self,
              gpointer           *source)
{
  if (*source != NULL)
    g_boxed_free (EXPLORER_PLATE_LAYER_GET_CLASS (self)->source_type, g_steal_pointer (source));
}

static gpointer
copy_source (ExplorerPlateLayer *self,
             gpointer            source)
{
  return source != NULL ? g_boxed_copy (EXPLORER_PLATE_LAYER_GET_CLASS (self)->source_type, source) : NULL;
}

static void
job_free (Job *job)
{
  g_boxed_free (job->klass->source_type, job->source);
  g_clear_pointer (&job->plate, explorer_plate_free);
  g_clear_pointer (&job->overview, explorer_plate_free);
  g_free (job);
}

static void
draw_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Job *job = data;

  if (job->request.zoom > 0)
    job->plate = job->klass->draw (job->source, &job->request, cancellable);
  if (job->overview_request.zoom > 0)
    job->overview = job->klass->draw (job->source, &job->overview_request, cancellable);
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_boolean (task, TRUE);
}

static void
stop_fading (ExplorerPlateLayer *self)
{
  ExplorerPlateLayerPrivate *priv = get_private (self);

  if (priv->fade_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), priv->fade_tick);
  priv->fade_tick = 0;
  g_clear_pointer (&priv->before, explorer_plate_free);
}

static gboolean
fade_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  ExplorerPlateLayer *self = EXPLORER_PLATE_LAYER (widget);
  ExplorerPlateLayerPrivate *priv = get_private (self);
  gint64 now = gdk_frame_clock_get_frame_time (clock);

  if (priv->fade_begin == 0)
    priv->fade_begin = now;
  priv->fade = (double) (now - priv->fade_begin) / FADE_MICROSECONDS;
  gtk_widget_queue_draw (widget);
  if (priv->fade < 1)
    return G_SOURCE_CONTINUE;
  priv->fade_tick = 0;
  stop_fading (self);
  return G_SOURCE_REMOVE;
}

/* Shows what has been drawn; where it is from another source than the last, that one fades into it. */
static void
show (ExplorerPlateLayer *self,
      ExplorerPlate      *plate,
      gpointer            source)
{
  ExplorerPlateLayerPrivate *priv = get_private (self);
  gboolean other = priv->plate != NULL && priv->plate_source != source;

  if (other && explorer_canvas_layer_may_animate (EXPLORER_CANVAS_LAYER (self)))
    {
      stop_fading (self);
      priv->before = g_steal_pointer (&priv->plate);
      priv->fade = 0;
      priv->fade_begin = 0;
      priv->fade_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), fade_cb, NULL, NULL);
    }
  g_clear_pointer (&priv->plate, explorer_plate_free);
  clear_source (self, &priv->plate_source);
  priv->plate = plate;
  priv->plate_source = copy_source (self, source);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Whether it is such an overview that is wanted. */
static gboolean
is_wanted (ExplorerPlateLayer *self,
           const ExplorerBox  *box,
           double              zoom)
{
  ExplorerPlateLayerPrivate *priv = get_private (self);

  return priv->overview_zoom == zoom && (zoom == 0 || memcmp (&priv->overview_box, box, sizeof *box) == 0);
}

static void
show_overview (ExplorerPlateLayer *self,
               ExplorerPlate      *overview,
               gpointer            source)
{
  ExplorerPlateLayerPrivate *priv = get_private (self);

  g_clear_pointer (&priv->overview, explorer_plate_free);
  clear_source (self, &priv->overview_source);
  priv->overview = overview;
  priv->overview_source = copy_source (self, source);
  g_signal_emit (self, signals[OVERVIEW_CHANGED], 0);
}

static void
draw_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  ExplorerPlateLayer *self = EXPLORER_PLATE_LAYER (object);
  ExplorerPlateLayerPrivate *priv = get_private (self);
  Job *job = g_task_get_task_data (G_TASK (result));

  priv->drawing = FALSE;
  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    return;
  if (job->plate != NULL)
    show (self, g_steal_pointer (&job->plate), job->source);
  if (job->overview != NULL && is_wanted (self, &job->overview_request.box, job->overview_request.zoom))
    show_overview (self, g_steal_pointer (&job->overview), job->source);
  update (self);
  if (!priv->drawing)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static gboolean
is_up_to_date (ExplorerPlateLayer *self,
               ExplorerViewport   *viewport)
{
  ExplorerPlateLayerPrivate *priv = get_private (self);

  return priv->plate != NULL && priv->plate_source == priv->source &&
         explorer_plate_fits (priv->plate, viewport, gtk_widget_get_scale_factor (GTK_WIDGET (self))) &&
         explorer_plate_covers (priv->plate, viewport, MARGIN_LEAST);
}

static gboolean
is_overview_up_to_date (ExplorerPlateLayer *self)
{
  ExplorerPlateLayerPrivate *priv = get_private (self);

  return priv->overview_zoom == 0 || (priv->overview != NULL && priv->overview_source == priv->source);
}

static void
make_request (ExplorerPlateLayer   *self,
              double                zoom,
              ExplorerPlateRequest *request)
{
  ExplorerPlateLayerClass *klass = EXPLORER_PLATE_LAYER_GET_CLASS (self);

  request->parts = explorer_plate_get_storage (GTK_WIDGET (self));
  request->zoom = zoom;
  request->scale_factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  if (klass->prepare != NULL)
    klass->prepare (self, get_private (self)->source, request);
}

/* Has a better plate drawn where the one there is does not do. One is drawn at a time: whoever moves on meanwhile sees
 * each that gets ready, and none is begun in vain. */
static void
update (ExplorerPlateLayer *self)
{
  ExplorerPlateLayerPrivate *priv = get_private (self);
  ExplorerViewport *viewport = explorer_canvas_layer_get_viewport (EXPLORER_CANVAS_LAYER (self));
  g_autoptr(GTask) task = NULL;
  gboolean sharp = is_up_to_date (self, viewport);
  Job *job;
  double width;
  double height;

  explorer_viewport_get_size (viewport, &width, &height);
  if (priv->drawing || priv->source == NULL || width <= 0 || height <= 0 || (sharp && is_overview_up_to_date (self)))
    return;

  job = g_new0 (Job, 1);
  job->klass = EXPLORER_PLATE_LAYER_GET_CLASS (self);
  job->source = copy_source (self, priv->source);
  if (!sharp)
    {
      explorer_viewport_get_visible (viewport, MARGIN, &job->request.box);
      make_request (self, explorer_viewport_get_zoom (viewport), &job->request);
    }
  if (!is_overview_up_to_date (self))
    {
      job->overview_request.box = priv->overview_box;
      make_request (self, priv->overview_zoom, &job->overview_request);
      job->overview_request.parts |= EXPLORER_PLATE_NODES;
    }

  priv->drawing = TRUE;
  task = g_task_new (self, priv->cancellable, draw_cb, NULL);
  g_task_set_source_tag (task, update);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, draw_thread);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
explorer_plate_layer_viewport_changed (ExplorerCanvasLayer *layer)
{
  gtk_widget_queue_draw (GTK_WIDGET (layer));
  update (EXPLORER_PLATE_LAYER (layer));
}

static void
explorer_plate_layer_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  ExplorerPlateLayerPrivate *priv = get_private (EXPLORER_PLATE_LAYER (widget));
  ExplorerViewport *viewport = explorer_canvas_layer_get_viewport (EXPLORER_CANVAS_LAYER (widget));

  if (priv->before != NULL)
    {
      gtk_snapshot_push_cross_fade (snapshot, CLAMP (priv->fade, 0, 1));
      explorer_plate_snapshot (priv->before, snapshot, viewport);
      gtk_snapshot_pop (snapshot);
      explorer_plate_snapshot (priv->plate, snapshot, viewport);
      gtk_snapshot_pop (snapshot);
    }
  else if (priv->plate != NULL)
    explorer_plate_snapshot (priv->plate, snapshot, viewport);
}

static void
explorer_plate_layer_dispose (GObject *object)
{
  ExplorerPlateLayer *self = EXPLORER_PLATE_LAYER (object);
  ExplorerPlateLayerPrivate *priv = get_private (self);

  g_cancellable_cancel (priv->cancellable);
  stop_fading (self);
  g_clear_pointer (&priv->plate, explorer_plate_free);
  clear_source (self, &priv->plate_source);
  g_clear_pointer (&priv->overview, explorer_plate_free);
  clear_source (self, &priv->overview_source);
  clear_source (self, &priv->source);

  G_OBJECT_CLASS (explorer_plate_layer_parent_class)->dispose (object);
}

static void
explorer_plate_layer_finalize (GObject *object)
{
  g_clear_object (&get_private (EXPLORER_PLATE_LAYER (object))->cancellable);

  G_OBJECT_CLASS (explorer_plate_layer_parent_class)->finalize (object);
}

static void
explorer_plate_layer_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, get_private (EXPLORER_PLATE_LAYER (object))->drawing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
explorer_plate_layer_class_init (ExplorerPlateLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = explorer_plate_layer_dispose;
  object_class->finalize = explorer_plate_layer_finalize;
  object_class->get_property = explorer_plate_layer_get_property;
  widget_class->snapshot = explorer_plate_layer_snapshot;
  EXPLORER_CANVAS_LAYER_CLASS (klass)->viewport_changed = explorer_plate_layer_viewport_changed;

  properties[PROP_BUSY] =
    g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[OVERVIEW_CHANGED] = g_signal_new ("overview-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 0);
}

static void
explorer_plate_layer_init (ExplorerPlateLayer *self)
{
  get_private (self)->cancellable = g_cancellable_new ();
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (update), NULL);
}

/**
 * explorer_plate_layer_set_source:
 * @self: a layer
 * @source: (nullable): what to draw from, of the type that its class names
 * @is_like: whether what was drawn before may fade into it; otherwise that would only mislead and goes at once
 */
void
explorer_plate_layer_set_source (ExplorerPlateLayer *self,
                                 gpointer            source,
                                 gboolean            is_like)
{
  ExplorerPlateLayerPrivate *priv;

  g_return_if_fail (EXPLORER_IS_PLATE_LAYER (self));

  priv = get_private (self);
  clear_source (self, &priv->source);
  priv->source = copy_source (self, source);
  if (source == NULL || !is_like)
    {
      stop_fading (self);
      g_clear_pointer (&priv->plate, explorer_plate_free);
      clear_source (self, &priv->plate_source);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
  update (self);
}

/**
 * explorer_plate_layer_set_overview:
 * @self: a layer
 * @box: what to draw small
 * @zoom: how many pixels a unit of the world takes there; 0 where that is not wanted any more
 *
 * Draws all there is once more, small, each time there is something else to draw.
 */
void
explorer_plate_layer_set_overview (ExplorerPlateLayer *self,
                                   const ExplorerBox  *box,
                                   double              zoom)
{
  ExplorerPlateLayerPrivate *priv;

  g_return_if_fail (EXPLORER_IS_PLATE_LAYER (self));
  g_return_if_fail (box != NULL || zoom == 0);

  priv = get_private (self);
  if (is_wanted (self, box, zoom))
    return;
  priv->overview_zoom = zoom;
  if (box != NULL)
    priv->overview_box = *box;
  g_clear_pointer (&priv->overview, explorer_plate_free);
  clear_source (self, &priv->overview_source);
  update (self);
}

/**
 * explorer_plate_layer_snapshot_overview:
 * @self: a layer
 * @snapshot: where to draw
 * @viewport: what of the overview is shown
 *
 * Draws what there is of the overview.
 */
void
explorer_plate_layer_snapshot_overview (ExplorerPlateLayer *self,
                                        GtkSnapshot        *snapshot,
                                        ExplorerViewport   *viewport)
{
  ExplorerPlateLayerPrivate *priv;

  g_return_if_fail (EXPLORER_IS_PLATE_LAYER (self));

  priv = get_private (self);
  if (priv->overview != NULL)
    explorer_plate_snapshot (priv->overview, snapshot, viewport);
}
