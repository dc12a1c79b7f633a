/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-viewport"

#include "config.h"

#include <math.h>

#include "explorer-viewport.h"

/* However much there is to see, one can go in until a node is as large as a hand, and out until all is this small a part
 * of the widget. */
#define ZOOM_HIGHEST 6.0
#define SMALLEST_PART 0.5

struct _ExplorerViewport
{
  GObject     parent_instance;

  double      width;
  double      height;
  ExplorerBox bounds;
  FoedPoint   centre;
  double      zoom;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ExplorerViewport, explorer_viewport, G_TYPE_OBJECT)

/* The zoom at which @box fills so much of the widget. */
static double
get_fitting_zoom (const ExplorerBox *box,
                  double             width,
                  double             height)
{
  return MIN (width / MAX (box->last.x - box->first.x, 1), height / MAX (box->last.y - box->first.y, 1));
}

/* Goes where it is asked to, as far as it may, and tells of it. */
static void
move (ExplorerViewport *self,
      FoedPoint         centre,
      double            zoom)
{
  double lowest;
  double highest;

  explorer_viewport_get_limits (self, &lowest, &highest);
  zoom = CLAMP (zoom, lowest, highest);
  if (!explorer_box_is_empty (&self->bounds))
    {
      centre.x = CLAMP (centre.x, self->bounds.first.x, self->bounds.last.x);
      centre.y = CLAMP (centre.y, self->bounds.first.y, self->bounds.last.y);
    }
  if (self->zoom == zoom && self->centre.x == centre.x && self->centre.y == centre.y)
    return;
  self->zoom = zoom;
  self->centre = centre;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
explorer_viewport_class_init (ExplorerViewportClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
explorer_viewport_init (ExplorerViewport *self)
{
  self->zoom = 1;
}

gboolean
explorer_box_is_empty (const ExplorerBox *box)
{
  return box->last.x <= box->first.x || box->last.y <= box->first.y;
}

gboolean
explorer_box_contains (const ExplorerBox *box,
                       const ExplorerBox *other)
{
  return box->first.x <= other->first.x && box->first.y <= other->first.y && box->last.x >= other->last.x &&
         box->last.y >= other->last.y;
}

gboolean
explorer_box_intersects (const ExplorerBox *box,
                         const ExplorerBox *other)
{
  return box->first.x < other->last.x && box->first.y < other->last.y && box->last.x > other->first.x &&
         box->last.y > other->first.y;
}

/* Widens @box so that it holds what is @margin around @point. */
void
explorer_box_add (ExplorerBox *box,
                  FoedPoint    point,
                  double       margin)
{
  ExplorerBox other = { { point.x - margin, point.y - margin }, { point.x + margin, point.y + margin } };

  if (explorer_box_is_empty (box))
    {
      *box = other;
      return;
    }
  box->first = (FoedPoint) { MIN (box->first.x, other.first.x), MIN (box->first.y, other.first.y) };
  box->last = (FoedPoint) { MAX (box->last.x, other.last.x), MAX (box->last.y, other.last.y) };
}

/**
 * explorer_viewport_new:
 *
 * Returns: (transfer full): a viewport without size that looks at (0, 0)
 */
ExplorerViewport *
explorer_viewport_new (void)
{
  return g_object_new (EXPLORER_TYPE_VIEWPORT, NULL);
}

/**
 * explorer_viewport_copy:
 * @self: a viewport
 * @other: another
 *
 * Makes @self show what @other shows.
 */
void
explorer_viewport_copy (ExplorerViewport *self,
                        ExplorerViewport *other)
{
  g_return_if_fail (EXPLORER_IS_VIEWPORT (self));
  g_return_if_fail (EXPLORER_IS_VIEWPORT (other));

  self->width = other->width;
  self->height = other->height;
  self->bounds = other->bounds;
  self->centre = other->centre;
  self->zoom = other->zoom;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * explorer_viewport_set_size:
 * @self: a viewport
 * @width: the width of the widget in pixels
 * @height: its height
 *
 * The middle and the zoom stay, as far as they may.
 */
void
explorer_viewport_set_size (ExplorerViewport *self,
                            double            width,
                            double            height)
{
  g_return_if_fail (EXPLORER_IS_VIEWPORT (self));

  if (self->width == width && self->height == height)
    return;
  self->width = width;
  self->height = height;
  g_signal_emit (self, signals[CHANGED], 0);
  move (self, self->centre, self->zoom);
}

/**
 * explorer_viewport_get_size:
 * @self: a viewport
 * @width: (out): the width of the widget in pixels
 * @height: (out): its height
 */
void
explorer_viewport_get_size (ExplorerViewport *self,
                            double           *width,
                            double           *height)
{
  g_return_if_fail (EXPLORER_IS_VIEWPORT (self));

  *width = self->width;
  *height = self->height;
}

/**
 * explorer_viewport_set_bounds:
 * @self: a viewport
 * @bounds: where there is something to see; empty where there is no limit
 */
void
explorer_viewport_set_bounds (ExplorerViewport  *self,
                              const ExplorerBox *bounds)
{
  g_return_if_fail (EXPLORER_IS_VIEWPORT (self));
  g_return_if_fail (bounds != NULL);

  self->bounds = *bounds;
  move (self, self->centre, self->zoom);
}

/**
 * explorer_viewport_get_bounds:
 * @self: a viewport
 * @bounds: (out): where there is something to see
 */
void
explorer_viewport_get_bounds (ExplorerViewport *self,
                              ExplorerBox      *bounds)
{
  g_return_if_fail (EXPLORER_IS_VIEWPORT (self));
  g_return_if_fail (bounds != NULL);

  *bounds = self->bounds;
}

/**
 * explorer_viewport_get_centre:
 * @self: a viewport
 *
 * Returns: what is in the middle
 */
FoedPoint
explorer_viewport_get_centre (ExplorerViewport *self)
{
  g_return_val_if_fail (EXPLORER_IS_VIEWPORT (self), ((FoedPoint) { 0, 0 }));

  return self->centre;
}

/**
 * explorer_viewport_get_zoom:
 * @self: a viewport
 *
 * Returns: how many pixels a unit of the picture takes
 */
double
explorer_viewport_get_zoom (ExplorerViewport *self)
{
  g_return_val_if_fail (EXPLORER_IS_VIEWPORT (self), 1);

  return self->zoom;
}

/**
 * explorer_viewport_get_limits:
 * @self: a viewport
 * @lowest: (out): how far out one can go
 * @highest: (out): how far in
 */
void
explorer_viewport_get_limits (ExplorerViewport *self,
                              double           *lowest,
                              double           *highest)
{
  g_return_if_fail (EXPLORER_IS_VIEWPORT (self));
  g_return_if_fail (lowest != NULL);
  g_return_if_fail (highest != NULL);

  *highest = ZOOM_HIGHEST;
  *lowest = 0.01;
  if (!explorer_box_is_empty (&self->bounds) && self->width > 0 && self->height > 0)
    *lowest = MIN (get_fitting_zoom (&self->bounds, self->width, self->height) * SMALLEST_PART, 1);
}

/**
 * explorer_viewport_go_to:
 * @self: a viewport
 * @centre: what to have in the middle
 * @zoom: how large to show it
 */
void
explorer_viewport_go_to (ExplorerViewport *self,
                         FoedPoint         centre,
                         double            zoom)
{
  g_return_if_fail (EXPLORER_IS_VIEWPORT (self));
  g_return_if_fail (isfinite (zoom) && zoom > 0);

  move (self, centre, zoom);
}

/**
 * explorer_viewport_pan:
 * @self: a viewport
 * @x: by how many pixels the picture moves to the right
 * @y: and down
 */
void
explorer_viewport_pan (ExplorerViewport *self,
                       double            x,
                       double            y)
{
  g_return_if_fail (EXPLORER_IS_VIEWPORT (self));

  move (self, (FoedPoint) { self->centre.x - x / self->zoom, self->centre.y - y / self->zoom }, self->zoom);
}

/**
 * explorer_viewport_zoom_about:
 * @self: a viewport
 * @factor: by how much to enlarge
 * @x: the place in the widget, in pixels, that keeps showing what it shows
 * @y: likewise
 */
void
explorer_viewport_zoom_about (ExplorerViewport *self,
                              double            factor,
                              double            x,
                              double            y)
{
  FoedPoint kept;
  double lowest;
  double highest;
  double zoom;

  g_return_if_fail (EXPLORER_IS_VIEWPORT (self));
  g_return_if_fail (isfinite (factor) && factor > 0);

  kept = explorer_viewport_to_world (self, (FoedPoint) { x, y });
  explorer_viewport_get_limits (self, &lowest, &highest);
  zoom = CLAMP (self->zoom * factor, lowest, highest);
  move (self, (FoedPoint) { kept.x - (x - self->width / 2) / zoom, kept.y - (y - self->height / 2) / zoom }, zoom);
}

/**
 * explorer_viewport_fit:
 * @self: a viewport
 * @box: what to show
 * @margin_x: how many pixels to leave free on the left and on the right
 * @margin_above: how many above
 * @margin_below: and how many below
 *
 * Shows all of @box, as large as it fits but no larger than its natural size. Margins leave it at least half of each side.
 */
void
explorer_viewport_fit (ExplorerViewport  *self,
                       const ExplorerBox *box,
                       double             margin_x,
                       double             margin_above,
                       double             margin_below)
{
  double width;
  double height;
  double middle;
  double zoom;

  g_return_if_fail (EXPLORER_IS_VIEWPORT (self));
  g_return_if_fail (box != NULL);

  if (explorer_box_is_empty (box) || self->width <= 0 || self->height <= 0)
    return;
  width = MAX (self->width - 2 * margin_x, self->width / 2);
  height = MAX (self->height - margin_above - margin_below, self->height / 2);
  middle = MIN (margin_above, self->height - height) + height / 2;
  zoom = MIN (get_fitting_zoom (box, width, height), 1.25);
  move (self, (FoedPoint) { (box->first.x + box->last.x) / 2,
                            (box->first.y + box->last.y) / 2 + (self->height / 2 - middle) / zoom },
        zoom);
}

/**
 * explorer_viewport_to_widget:
 * @self: a viewport
 * @point: a place in the picture
 *
 * Returns: where in the widget it is
 */
FoedPoint
explorer_viewport_to_widget (ExplorerViewport *self,
                             FoedPoint         point)
{
  return (FoedPoint) { (point.x - self->centre.x) * self->zoom + self->width / 2,
                       (point.y - self->centre.y) * self->zoom + self->height / 2 };
}

/**
 * explorer_viewport_to_world:
 * @self: a viewport
 * @point: a place in the widget
 *
 * Returns: what of the picture is there
 */
FoedPoint
explorer_viewport_to_world (ExplorerViewport *self,
                            FoedPoint         point)
{
  return (FoedPoint) { (point.x - self->width / 2) / self->zoom + self->centre.x,
                       (point.y - self->height / 2) / self->zoom + self->centre.y };
}

/**
 * explorer_viewport_get_visible:
 * @self: a viewport
 * @margin: how many pixels around it count too
 * @box: (out): the part of the picture that is shown
 */
void
explorer_viewport_get_visible (ExplorerViewport *self,
                               double            margin,
                               ExplorerBox      *box)
{
  g_return_if_fail (EXPLORER_IS_VIEWPORT (self));
  g_return_if_fail (box != NULL);

  box->first = explorer_viewport_to_world (self, (FoedPoint) { -margin, -margin });
  box->last = explorer_viewport_to_world (self, (FoedPoint) { self->width + margin, self->height + margin });
}
