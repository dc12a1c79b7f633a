/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-canvas-layer"

#include "config.h"

#include <math.h>

#include "explorer-canvas-layer.h"

/* How far from a node the ring is that marks it, and how wide, in pixels. */
#define MARK_GAP 2
#define MARK_WIDTH 1.5f

/* How large the mark of a pinned node is beside the node, and how large the node has to be. */
#define PIN_SHARE 0.4
#define PIN_RADIUS_LEAST 3.0

typedef struct
{
  ExplorerViewport *viewport;
  ExplorerPicture  *picture;
} ExplorerCanvasLayerPrivate;

enum
{
  PROP_0,
  PROP_PICTURE,
  PROP_VIEWPORT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (ExplorerCanvasLayer, explorer_canvas_layer, GTK_TYPE_WIDGET)

static ExplorerCanvasLayerPrivate *
get_private (ExplorerCanvasLayer *self)
{
  return explorer_canvas_layer_get_instance_private (self);
}

static void
viewport_changed_cb (ExplorerCanvasLayer *self)
{
  EXPLORER_CANVAS_LAYER_GET_CLASS (self)->viewport_changed (self);
}

static void
explorer_canvas_layer_real_picture_changed (ExplorerCanvasLayer *self,
                                            ExplorerPicture     *before)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
explorer_canvas_layer_real_viewport_changed (ExplorerCanvasLayer *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
explorer_canvas_layer_constructed (GObject *object)
{
  ExplorerCanvasLayer *self = EXPLORER_CANVAS_LAYER (object);

  G_OBJECT_CLASS (explorer_canvas_layer_parent_class)->constructed (object);

  g_signal_connect_object (get_private (self)->viewport, "changed", G_CALLBACK (viewport_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
explorer_canvas_layer_dispose (GObject *object)
{
  ExplorerCanvasLayerPrivate *priv = get_private (EXPLORER_CANVAS_LAYER (object));

  g_clear_pointer (&priv->picture, explorer_picture_unref);

  G_OBJECT_CLASS (explorer_canvas_layer_parent_class)->dispose (object);
}

static void
explorer_canvas_layer_finalize (GObject *object)
{
  g_clear_object (&get_private (EXPLORER_CANVAS_LAYER (object))->viewport);

  G_OBJECT_CLASS (explorer_canvas_layer_parent_class)->finalize (object);
}

static void
explorer_canvas_layer_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  ExplorerCanvasLayer *self = EXPLORER_CANVAS_LAYER (object);

  switch (prop_id)
    {
    case PROP_PICTURE:
      g_value_set_boxed (value, explorer_canvas_layer_get_picture (self));
      break;
    case PROP_VIEWPORT:
      g_value_set_object (value, explorer_canvas_layer_get_viewport (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
explorer_canvas_layer_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  ExplorerCanvasLayer *self = EXPLORER_CANVAS_LAYER (object);

  switch (prop_id)
    {
    case PROP_PICTURE:
      explorer_canvas_layer_set_picture (self, g_value_get_boxed (value));
      break;
    case PROP_VIEWPORT:
      get_private (self)->viewport = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
explorer_canvas_layer_class_init (ExplorerCanvasLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = explorer_canvas_layer_constructed;
  object_class->dispose = explorer_canvas_layer_dispose;
  object_class->finalize = explorer_canvas_layer_finalize;
  object_class->get_property = explorer_canvas_layer_get_property;
  object_class->set_property = explorer_canvas_layer_set_property;
  klass->picture_changed = explorer_canvas_layer_real_picture_changed;
  klass->viewport_changed = explorer_canvas_layer_real_viewport_changed;

  properties[PROP_PICTURE] =
    g_param_spec_boxed ("picture", NULL, NULL, EXPLORER_TYPE_PICTURE,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_VIEWPORT] =
    g_param_spec_object ("viewport", NULL, NULL, EXPLORER_TYPE_VIEWPORT,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "layer");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
explorer_canvas_layer_init (ExplorerCanvasLayer *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * explorer_canvas_layer_get_viewport:
 * @self: a layer
 *
 * Returns: (transfer none): what is shown
 */
ExplorerViewport *
explorer_canvas_layer_get_viewport (ExplorerCanvasLayer *self)
{
  g_return_val_if_fail (EXPLORER_IS_CANVAS_LAYER (self), NULL);

  return get_private (self)->viewport;
}

/**
 * explorer_canvas_layer_get_picture:
 * @self: a layer
 *
 * Returns: (transfer none) (nullable): the picture
 */
ExplorerPicture *
explorer_canvas_layer_get_picture (ExplorerCanvasLayer *self)
{
  g_return_val_if_fail (EXPLORER_IS_CANVAS_LAYER (self), NULL);

  return get_private (self)->picture;
}

/**
 * explorer_canvas_layer_set_picture:
 * @self: a layer
 * @picture: (nullable): another picture
 */
void
explorer_canvas_layer_set_picture (ExplorerCanvasLayer *self,
                                   ExplorerPicture     *picture)
{
  ExplorerCanvasLayerPrivate *priv;
  g_autoptr(ExplorerPicture) before = NULL;

  g_return_if_fail (EXPLORER_IS_CANVAS_LAYER (self));

  priv = get_private (self);
  if (priv->picture == picture)
    return;
  before = g_steal_pointer (&priv->picture);
  priv->picture = picture != NULL ? explorer_picture_ref (picture) : NULL;
  EXPLORER_CANVAS_LAYER_GET_CLASS (self)->picture_changed (self, before);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PICTURE]);
}

/**
 * explorer_canvas_layer_get_origin:
 * @self: a layer
 *
 * Returns: where (0, 0) of the picture is, in pixels, moved to the nearest device pixel: what is drawn once and then
 *   moved stays sharp
 */
FoedPoint
explorer_canvas_layer_get_origin (ExplorerCanvasLayer *self)
{
  FoedPoint origin;
  int factor;

  g_return_val_if_fail (EXPLORER_IS_CANVAS_LAYER (self), ((FoedPoint) { 0, 0 }));

  origin = explorer_viewport_to_widget (get_private (self)->viewport, (FoedPoint) { 0, 0 });
  factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  return (FoedPoint) { round (origin.x * factor) / factor, round (origin.y * factor) / factor };
}

/**
 * explorer_canvas_layer_may_animate:
 * @self: a layer
 *
 * Returns: whether a change may take its time: it is seen, and the person has not asked for less motion
 */
gboolean
explorer_canvas_layer_may_animate (ExplorerCanvasLayer *self)
{
  gboolean enabled = FALSE;

  g_return_val_if_fail (EXPLORER_IS_CANVAS_LAYER (self), FALSE);

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return FALSE;
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &enabled, NULL);
  return enabled;
}

/* A ring of @width pixels whose inner rim is @radius from the middle. */
static void
snapshot_ring (GtkSnapshot               *snapshot,
               const ExplorerPictureNode *node,
               FoedPoint                  middle,
               double                     radius,
               float                      width,
               const GdkRGBA             *colour)
{
  float reach = (float) radius + width;
  graphene_rect_t area = GRAPHENE_RECT_INIT ((float) middle.x - reach, (float) middle.y - reach, 2 * reach, 2 * reach);
  float widths[] = { width, width, width, width };
  GdkRGBA colours[] = { *colour, *colour, *colour, *colour };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &area, node->shape == FOED_SHAPE_CIRCLE ? reach : MIN (reach / 3, 5));
  gtk_snapshot_append_border (snapshot, &outline, widths, colours);
}

/* A dot in the middle, as the head of a pin. */
static void
snapshot_pin (GtkSnapshot *snapshot,
              FoedPoint    middle,
              double       radius,
              double       opacity)
{
  graphene_rect_t area = GRAPHENE_RECT_INIT ((float) (middle.x - radius), (float) (middle.y - radius),
                                             (float) (2 * radius), (float) (2 * radius));
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &area, (float) radius);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 1, 1, 1, (float) opacity }, &area);
  gtk_snapshot_pop (snapshot);
}

/**
 * explorer_canvas_layer_snapshot_node:
 * @snapshot: where to draw
 * @node: a node
 * @middle: where its middle is, in pixels
 * @radius: how large it is, in pixels
 * @opacity: how much of it is there
 */
void
explorer_canvas_layer_snapshot_node (GtkSnapshot               *snapshot,
                                     const ExplorerPictureNode *node,
                                     FoedPoint                  middle,
                                     double                     radius,
                                     double                     opacity)
{
  graphene_rect_t area = GRAPHENE_RECT_INIT ((float) (middle.x - radius), (float) (middle.y - radius),
                                             (float) (2 * radius), (float) (2 * radius));
  float corner = node->shape == FOED_SHAPE_CIRCLE ? (float) radius : (float) MIN (radius / 3, 4);
  GdkRGBA colour = node->colour;
  GskRoundedRect outline;

  colour.alpha *= (float) opacity;
  if (node->mark == FOED_MARK_NEW)
    snapshot_ring (snapshot, node, middle, radius + MARK_GAP, MARK_WIDTH, &colour);
  else if (node->mark == FOED_MARK_GONE)
    {
      snapshot_ring (snapshot, node, middle, MAX (radius - MARK_WIDTH, 1), MARK_WIDTH, &colour);
      return;
    }
  gsk_rounded_rect_init_from_rect (&outline, &area, corner);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &colour, &area);
  gtk_snapshot_pop (snapshot);
  if (node->pinned && radius >= PIN_RADIUS_LEAST)
    snapshot_pin (snapshot, middle, radius * PIN_SHARE, opacity);
}
