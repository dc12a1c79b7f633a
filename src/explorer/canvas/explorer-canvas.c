/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-canvas"

#include "config.h"

#include <math.h>

#include "explorer-canvas-private.h"
#include "explorer-edge-layer.h"
#include "explorer-node-layer.h"

/* Room for names beside the outermost nodes, and for what lies over the canvas above and below. */
#define MARGIN_X 76.0
#define MARGIN_Y 64.0
#define MARGIN_EARTH 12.0

/* And between what is there and the legend: names stand below nodes. */
#define GAP_LEGEND 24.0

/* Of the earth at least this share is brought into view. */
#define LEAST_OF_EARTH 0.25

/* Whoever sees so much of the earth may as well see all of it. */
#define MOST_OF_EARTH 0.6

#define FLIGHT_MILLISECONDS 320

/* How near one gets to a node by flying to it. */
#define FLIGHT_ZOOM 1.0

enum
{
  PROP_0,
  PROP_PICTURE,
  N_PROPS
};

enum
{
  EDGE_ASKED,
  MENU_ASKED,
  NODE_DRAGGED,
  NODE_OPENED,
  NODE_SELECTED,
  OVERVIEW_CHANGED,
  TIES_ASKED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ExplorerCanvas, explorer_canvas, GTK_TYPE_WIDGET)

static double
mix (double from,
     double to,
     double share)
{
  return from + (to - from) * share;
}

static void
flight_cb (double   value,
           gpointer user_data)
{
  ExplorerCanvas *self = user_data;

  explorer_viewport_go_to (self->viewport,
                           (FoedPoint) { mix (self->flight_from.x, self->flight_to.x, value),
                                         mix (self->flight_from.y, self->flight_to.y, value) },
                           self->flight_zoom_from * pow (self->flight_zoom_to / self->flight_zoom_from, value));
}

static void
viewport_changed_cb (ExplorerCanvas *self)
{
  explorer_canvas_queue_handles (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
overview_changed_cb (ExplorerCanvas *self)
{
  g_signal_emit (self, signals[OVERVIEW_CHANGED], 0);
}

static ExplorerCanvasLayer *
add_layer (ExplorerCanvas *self,
           GType           type)
{
  GtkWidget *layer = g_object_new (type, "viewport", self->viewport, NULL);

  gtk_widget_set_parent (layer, GTK_WIDGET (self));
  if (EXPLORER_IS_PLATE_LAYER (layer))
    g_signal_connect_object (layer, "overview-changed", G_CALLBACK (overview_changed_cb), self, G_CONNECT_SWAPPED);
  return EXPLORER_CANVAS_LAYER (layer);
}

static void
explorer_canvas_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  *minimum = 60;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 640 : 480;
}

/* How much of @height the legend takes. */
static double
get_room_for_legend (ExplorerCanvas *self,
                     int             width,
                     int             height)
{
  int minimum;
  int natural;
  int legend_height;

  if (self->legend == NULL || !gtk_widget_get_visible (self->legend) || width <= 0)
    return 0;
  gtk_widget_measure (self->legend, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  gtk_widget_measure (self->legend, GTK_ORIENTATION_VERTICAL, MAX (MIN (natural, width), minimum), NULL, &legend_height,
                      NULL, NULL);
  return MIN (legend_height + GAP_LEGEND, height / 2.0);
}

/* Names stand beside nodes, and no node is to lie below the legend; of the earth there is enough to see beside it. */
static void
bring_into_view (ExplorerCanvas    *self,
                 ExplorerViewport  *viewport,
                 const ExplorerBox *box)
{
  gboolean earth = self->ground != NULL && box->last.x >= foed_projection_get_width () / 2;
  double width;
  double height;

  explorer_viewport_get_size (viewport, &width, &height);
  if (earth)
    explorer_viewport_fit (viewport, box, MARGIN_EARTH, MARGIN_EARTH, MARGIN_EARTH);
  else
    explorer_viewport_fit (viewport, box, MARGIN_X, MARGIN_Y,
                           MAX (MARGIN_Y, get_room_for_legend (self, (int) width, (int) height)));
}

/* Where a person has not moved the picture, as much of it is seen in another size. What there is of it on another day is
 * no reason: nodes come and go, but stay where they are. */
static void
refit (ExplorerCanvas *self,
       int             width,
       int             height)
{
  if (self->moved || self->picture == NULL || (width == self->fit_width && height == self->fit_height))
    return;
  self->fit_width = width;
  self->fit_height = height;
  if (self->fitted)
    bring_into_view (self, self->viewport, &self->fit_box);
  else
    explorer_canvas_fit (self, FALSE);
}

static void
explorer_canvas_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  ExplorerCanvas *self = EXPLORER_CANVAS (widget);

  explorer_viewport_set_size (self->viewport, width, height);
  if (self->ground != NULL)
    gtk_widget_allocate (self->ground, width, height, -1, NULL);
  gtk_widget_allocate (self->edges, width, height, -1, NULL);
  gtk_widget_allocate (self->nodes, width, height, -1, NULL);
  gtk_widget_allocate (self->labels, width, height, -1, NULL);
  gtk_widget_allocate (GTK_WIDGET (self->highlight), width, height, -1, NULL);
  refit (self, width, height);
  explorer_canvas_place_handles (self);
}

static void
explorer_canvas_dispose (GObject *object)
{
  ExplorerCanvas *self = EXPLORER_CANVAS (object);

  explorer_canvas_stop (self);
  explorer_canvas_clear_handles (self);
  g_clear_object (&self->flight);
  g_clear_object (&self->overview);
  g_clear_weak_pointer (&self->legend);
  g_clear_pointer (&self->picture, explorer_picture_unref);
  g_clear_pointer (&self->map, foed_map_style_unref);
  g_clear_pointer (&self->ground, gtk_widget_unparent);
  g_clear_pointer (&self->edges, gtk_widget_unparent);
  g_clear_pointer (&self->nodes, gtk_widget_unparent);
  g_clear_pointer (&self->labels, gtk_widget_unparent);
  if (self->highlight != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->highlight)));

  G_OBJECT_CLASS (explorer_canvas_parent_class)->dispose (object);
}

static void
explorer_canvas_finalize (GObject *object)
{
  ExplorerCanvas *self = EXPLORER_CANVAS (object);

  g_clear_object (&self->viewport);
  g_clear_pointer (&self->selected, g_free);
  g_clear_pointer (&self->handles, g_array_unref);

  G_OBJECT_CLASS (explorer_canvas_parent_class)->finalize (object);
}

static void
explorer_canvas_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_PICTURE:
      g_value_set_boxed (value, explorer_canvas_get_picture (EXPLORER_CANVAS (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
explorer_canvas_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_PICTURE:
      explorer_canvas_set_picture (EXPLORER_CANVAS (object), g_value_get_boxed (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
explorer_canvas_class_init (ExplorerCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = explorer_canvas_dispose;
  object_class->finalize = explorer_canvas_finalize;
  object_class->get_property = explorer_canvas_get_property;
  object_class->set_property = explorer_canvas_set_property;
  widget_class->focus = explorer_canvas_move_focus;
  widget_class->measure = explorer_canvas_measure;
  widget_class->size_allocate = explorer_canvas_size_allocate;

  properties[PROP_PICTURE] =
    g_param_spec_boxed ("picture", NULL, NULL, EXPLORER_TYPE_PICTURE,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[NODE_OPENED] = g_signal_new ("node-opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[NODE_SELECTED] = g_signal_new ("node-selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  signals[EDGE_ASKED] = g_signal_new ("edge-asked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 2, G_TYPE_UINT, GDK_TYPE_RECTANGLE);
  signals[MENU_ASKED] = g_signal_new ("menu-asked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 2, G_TYPE_STRING, GDK_TYPE_RECTANGLE);
  signals[NODE_DRAGGED] = g_signal_new ("node-dragged", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[OVERVIEW_CHANGED] = g_signal_new ("overview-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 0);
  signals[TIES_ASKED] = g_signal_new ("ties-asked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 2, G_TYPE_STRING, GDK_TYPE_RECTANGLE);

  explorer_canvas_install_input (widget_class);
  gtk_widget_class_set_css_name (widget_class, "canvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
explorer_canvas_init (ExplorerCanvas *self)
{
  self->hovered = -1;
  self->hovered_edge = -1;
  self->focused = -1;
  self->dragged = -1;
  self->viewport = explorer_viewport_new ();
  self->edges = GTK_WIDGET (add_layer (self, EXPLORER_TYPE_EDGE_LAYER));
  self->nodes = GTK_WIDGET (add_layer (self, EXPLORER_TYPE_NODE_LAYER));
  self->labels = GTK_WIDGET (add_layer (self, EXPLORER_TYPE_LABEL_LAYER));
  self->highlight = EXPLORER_HIGHLIGHT_LAYER (add_layer (self, EXPLORER_TYPE_HIGHLIGHT_LAYER));
  self->flight = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, FLIGHT_MILLISECONDS,
                                          adw_callback_animation_target_new (flight_cb, self, NULL));
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->flight), ADW_EASE_IN_OUT_CUBIC);
  g_signal_connect_object (self->viewport, "changed", G_CALLBACK (viewport_changed_cb), self, G_CONNECT_SWAPPED);

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  explorer_canvas_init_handles (self);
  explorer_canvas_add_input (self);
}

/* Stops whatever moves the picture by itself: a person has taken hold of it. */
void
explorer_canvas_stop (ExplorerCanvas *self)
{
  if (self->kinetic_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->kinetic_tick);
  self->kinetic_tick = 0;
  if (self->flight != NULL)
    adw_animation_reset (self->flight);
}

/* Moves smoothly, or at once where less motion is asked for. */
void
explorer_canvas_fly (ExplorerCanvas *self,
                     FoedPoint       centre,
                     double          zoom)
{
  explorer_canvas_stop (self);
  self->flight_from = explorer_viewport_get_centre (self->viewport);
  self->flight_zoom_from = explorer_viewport_get_zoom (self->viewport);
  self->flight_to = centre;
  self->flight_zoom_to = zoom;
  adw_animation_play (self->flight);
}

static gboolean
is_visible (ExplorerCanvas *self,
            int             node)
{
  guint n_nodes;

  return node >= 0 && self->picture != NULL && explorer_picture_get_nodes (self->picture, &n_nodes)[node].visible;
}

/* Shows what is looked at: what is under the pointer, else where a person has gone with the keyboard. */
void
explorer_canvas_update_highlight (ExplorerCanvas *self)
{
  int node = is_visible (self, self->hovered)                    ? self->hovered
             : self->walking && is_visible (self, self->focused) ? self->focused
                                                                 : -1;
  int selected = self->picture != NULL && self->selected != NULL ? explorer_picture_find (self->picture, self->selected)
                                                                 : -1;

  /* On a map what is near is plain to see, and the countries must stay. */
  if (self->ground != NULL)
    node = -1;
  explorer_highlight_layer_set_focus (self->highlight, node);
  explorer_highlight_layer_set_selected (self->highlight, selected);
  explorer_highlight_layer_set_edge (self->highlight, self->hovered_edge);
  explorer_label_layer_set_first (EXPLORER_LABEL_LAYER (self->labels), selected);
  /* The names around the node that is looked at are written by the layer above, where there is room for them now. */
  gtk_widget_set_opacity (self->labels, node >= 0 ? 0 : 1);
}

/* Makes a part of the earth at least so wide and high that one knows where on it one is. */
static void
widen (ExplorerBox *box)
{
  double x = MAX ((box->last.x - box->first.x) / 2, foed_projection_get_width () * LEAST_OF_EARTH / 2);
  double y = MAX ((box->last.y - box->first.y) / 2, foed_projection_get_height () * LEAST_OF_EARTH / 2);
  FoedPoint middle = { (box->first.x + box->last.x) / 2, (box->first.y + box->last.y) / 2 };

  *box = (ExplorerBox) { { middle.x - x, middle.y - y }, { middle.x + x, middle.y + y } };
}

/* Where there is something to see: nodes, and on a map the whole earth. */
gboolean
explorer_canvas_get_extents (ExplorerCanvas *self,
                             gboolean        only_visible,
                             ExplorerBox    *box)
{
  double x = foed_projection_get_width () / 2;
  double y = foed_projection_get_height () / 2;

  if (self->ground == NULL)
    return explorer_picture_get_extents (self->picture, only_visible, box);
  if (only_visible && explorer_picture_get_extents (self->picture, TRUE, box) &&
      box->last.x - box->first.x < 2 * x * MOST_OF_EARTH)
    widen (box);
  else
    *box = (ExplorerBox) { { -x, -y }, { x, y } };
  return TRUE;
}

/**
 * explorer_canvas_new:
 *
 * Returns: (transfer floating): a canvas without a picture
 */
GtkWidget *
explorer_canvas_new (void)
{
  return g_object_new (EXPLORER_TYPE_CANVAS, NULL);
}

/**
 * explorer_canvas_get_picture:
 * @self: a canvas
 *
 * Returns: (transfer none) (nullable): what it shows
 */
ExplorerPicture *
explorer_canvas_get_picture (ExplorerCanvas *self)
{
  g_return_val_if_fail (EXPLORER_IS_CANVAS (self), NULL);

  return self->picture;
}

/**
 * explorer_canvas_set_picture:
 * @self: a canvas
 * @picture: (nullable): another picture
 *
 * Shows another picture. Where its nodes are the same and in the same places, nothing moves, and what comes and goes
 * fades; otherwise all of it is brought into view.
 */
void
explorer_canvas_set_picture (ExplorerCanvas  *self,
                             ExplorerPicture *picture)
{
  g_autoptr(ExplorerPicture) before = NULL;
  ExplorerBox bounds = { 0 };
  gboolean like;

  g_return_if_fail (EXPLORER_IS_CANVAS (self));

  if (self->picture == picture)
    return;
  before = g_steal_pointer (&self->picture);
  self->picture = picture != NULL ? explorer_picture_ref (picture) : NULL;
  like = picture != NULL && before != NULL && explorer_picture_is_nearly_like (picture, before);
  self->hovered_edge = self->dragged = -1;
  if (!like)
    {
      explorer_canvas_stop (self);
      self->hovered = self->focused = -1;
      self->fitted = self->moved = FALSE;
      if (picture != NULL)
        explorer_canvas_get_extents (self, FALSE, &bounds);
      explorer_viewport_set_bounds (self->viewport, &bounds);
    }
  if (!self->fitted && picture != NULL)
    explorer_canvas_fit (self, FALSE);
  explorer_canvas_layer_set_picture (EXPLORER_CANVAS_LAYER (self->edges), picture);
  explorer_canvas_layer_set_picture (EXPLORER_CANVAS_LAYER (self->nodes), picture);
  explorer_canvas_layer_set_picture (EXPLORER_CANVAS_LAYER (self->labels), picture);
  explorer_canvas_layer_set_picture (EXPLORER_CANVAS_LAYER (self->highlight), picture);
  explorer_canvas_update_highlight (self);
  explorer_canvas_queue_handles (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PICTURE]);
}

/**
 * explorer_canvas_set_ground:
 * @self: a canvas that shows a map, and nothing else ever
 * @map: the countries
 *
 * Draws countries under the picture. From then on it is the earth that is brought into view, and a country stands for
 * the node of its state.
 */
void
explorer_canvas_set_ground (ExplorerCanvas *self,
                            FoedMapStyle   *map)
{
  g_return_if_fail (EXPLORER_IS_CANVAS (self));
  g_return_if_fail (map != NULL);

  if (self->ground == NULL)
    {
      self->ground = GTK_WIDGET (add_layer (self, EXPLORER_TYPE_GROUND_LAYER));
      gtk_widget_insert_before (self->ground, GTK_WIDGET (self), self->edges);
      explorer_canvas_set_overview (self, self->overview);
    }
  foed_map_style_ref (map);
  g_clear_pointer (&self->map, foed_map_style_unref);
  self->map = map;
  explorer_plate_layer_set_source (EXPLORER_PLATE_LAYER (self->ground), map, TRUE);
}

/**
 * explorer_canvas_set_legend:
 * @self: a canvas
 * @legend: (nullable): what lies over it below
 *
 * Leaves room for a legend wherever something is brought into view.
 */
void
explorer_canvas_set_legend (ExplorerCanvas *self,
                            GtkWidget      *legend)
{
  g_return_if_fail (EXPLORER_IS_CANVAS (self));
  g_return_if_fail (legend == NULL || GTK_IS_WIDGET (legend));

  g_set_weak_pointer (&self->legend, legend);
}

/**
 * explorer_canvas_set_selected:
 * @self: a canvas
 * @id: (nullable): what is selected; it need not be in the picture
 *
 * Makes the node of @id stand out. Nothing moves.
 */
void
explorer_canvas_set_selected (ExplorerCanvas *self,
                              const char     *id)
{
  g_return_if_fail (EXPLORER_IS_CANVAS (self));

  if (g_strcmp0 (self->selected, id) == 0)
    return;
  g_free (self->selected);
  self->selected = g_strdup (id);
  explorer_canvas_update_highlight (self);
  explorer_canvas_queue_handles (self);
}

/**
 * explorer_canvas_translate:
 * @self: a canvas
 * @place: a place in it, as its signals tell it
 * @widget: a widget around it
 *
 * Returns: the same place, seen from @widget
 */
GdkRectangle
explorer_canvas_translate (ExplorerCanvas     *self,
                           const GdkRectangle *place,
                           GtkWidget          *widget)
{
  double x;
  double y;

  gtk_widget_translate_coordinates (GTK_WIDGET (self), widget, place->x, place->y, &x, &y);
  return (GdkRectangle) { (int) x, (int) y, place->width, place->height };
}

/**
 * explorer_canvas_get_viewport:
 * @self: a canvas
 *
 * Returns: (transfer none): which part of the picture it shows
 */
ExplorerViewport *
explorer_canvas_get_viewport (ExplorerCanvas *self)
{
  g_return_val_if_fail (EXPLORER_IS_CANVAS (self), NULL);

  return self->viewport;
}

/**
 * explorer_canvas_get_focused:
 * @self: a canvas
 *
 * Returns: (transfer none) (nullable): the id of the node that has the keyboard
 */
const char *
explorer_canvas_get_focused (ExplorerCanvas *self)
{
  guint n_nodes;

  g_return_val_if_fail (EXPLORER_IS_CANVAS (self), NULL);

  if (self->picture == NULL || !is_visible (self, self->focused))
    return NULL;
  return explorer_picture_get_nodes (self->picture, &n_nodes)[self->focused].id;
}

/**
 * explorer_canvas_fit:
 * @self: a canvas
 * @animate: whether to move there smoothly, as a person has asked for it
 *
 * Brings into view what is there now; unasked, all that there is at any time, so that no year lies out of sight.
 */
void
explorer_canvas_fit (ExplorerCanvas *self,
                     gboolean        animate)
{
  g_autoptr(ExplorerViewport) aim = NULL;
  ExplorerBox box;

  g_return_if_fail (EXPLORER_IS_CANVAS (self));

  if (self->picture == NULL || !explorer_canvas_get_extents (self, animate, &box))
    return;
  explorer_canvas_stop (self);
  self->moved = FALSE;
  self->fit_box = box;
  if (!animate)
    {
      self->fitted = gtk_widget_get_width (GTK_WIDGET (self)) > 0;
      bring_into_view (self, self->viewport, &box);
      return;
    }
  aim = explorer_viewport_new ();
  explorer_viewport_copy (aim, self->viewport);
  bring_into_view (self, aim, &box);
  explorer_canvas_fly (self, explorer_viewport_get_centre (aim), explorer_viewport_get_zoom (aim));
}

/**
 * explorer_canvas_zoom:
 * @self: a canvas
 * @factor: by how much to enlarge
 *
 * Moves nearer or away from what is in the middle.
 */
void
explorer_canvas_zoom (ExplorerCanvas *self,
                      double          factor)
{
  gboolean flying;

  g_return_if_fail (EXPLORER_IS_CANVAS (self));
  g_return_if_fail (factor > 0);

  /* Who presses twice wants to get twice as far, even before the first movement has ended. */
  flying = adw_animation_get_state (self->flight) == ADW_ANIMATION_PLAYING;
  self->moved = TRUE;
  explorer_canvas_fly (self, flying ? self->flight_to : explorer_viewport_get_centre (self->viewport),
                       (flying ? self->flight_zoom_to : explorer_viewport_get_zoom (self->viewport)) * factor);
}

/**
 * explorer_canvas_fly_to:
 * @self: a canvas
 * @id: what to show
 *
 * Brings the node of @id into the middle, near enough to read its name.
 */
void
explorer_canvas_fly_to (ExplorerCanvas *self,
                        const char     *id)
{
  guint n_nodes;
  int node;

  g_return_if_fail (EXPLORER_IS_CANVAS (self));
  g_return_if_fail (id != NULL);

  node = self->picture != NULL ? explorer_picture_find (self->picture, id) : -1;
  if (node < 0 || !is_visible (self, node))
    return;
  self->moved = TRUE;
  explorer_canvas_fly (self, explorer_picture_get_nodes (self->picture, &n_nodes)[node].point,
                       MAX (explorer_viewport_get_zoom (self->viewport), FLIGHT_ZOOM));
}

/**
 * explorer_canvas_reveal:
 * @self: a canvas
 * @id: what to show
 *
 * Flies to the node of @id where it can't be seen; otherwise nothing moves.
 */
void
explorer_canvas_reveal (ExplorerCanvas *self,
                        const char     *id)
{
  guint n_nodes;
  FoedPoint point;
  int node;

  g_return_if_fail (EXPLORER_IS_CANVAS (self));
  g_return_if_fail (id != NULL);

  node = self->picture != NULL ? explorer_picture_find (self->picture, id) : -1;
  if (node < 0)
    return;
  point = explorer_viewport_to_widget (self->viewport, explorer_picture_get_nodes (self->picture, &n_nodes)[node].point);
  if (point.x < 0 || point.y < 0 || point.x > gtk_widget_get_width (GTK_WIDGET (self)) ||
      point.y > gtk_widget_get_height (GTK_WIDGET (self)))
    explorer_canvas_fly_to (self, id);
}
