/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-minimap"

#include "config.h"

#include <glib/gi18n.h>

#include "explorer-minimap.h"
#include "explorer-overview.h"
#include "explorer/explorer-compat.h"

/* Of a canvas it takes at most this share of each side. */
#define SHARE_MOST 0.34

/* How much is left of what lies outside the frame. */
#define VEIL 0.35f

#define FRAME_WIDTH 1.5f

struct _ExplorerMinimap
{
  GtkWidget         parent_instance;

  ExplorerCanvas   *canvas;
  ExplorerViewport *overview;
  FoedPoint         grip;          /* from the middle of the frame to where it was taken hold of */
  FoedPoint         begin;         /* where a drag has begun */
  guint             update_idle;
  guint             wanted : 1;
};

enum
{
  PROP_0,
  PROP_CANVAS,
  PROP_WANTED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ExplorerMinimap, explorer_minimap, GTK_TYPE_WIDGET)

static void
get_size (ExplorerMinimap *self,
          double          *width,
          double          *height)
{
  ExplorerBox bounds;

  explorer_viewport_get_bounds (explorer_canvas_get_viewport (self->canvas), &bounds);
  explorer_overview_measure (&bounds, width, height);
}

/* Whether it would leave enough of the canvas free. */
static gboolean
has_room (ExplorerMinimap *self)
{
  double width;
  double height;

  get_size (self, &width, &height);
  return width <= gtk_widget_get_width (GTK_WIDGET (self->canvas)) * SHARE_MOST &&
         height <= gtk_widget_get_height (GTK_WIDGET (self->canvas)) * SHARE_MOST;
}

static void
fit (ExplorerMinimap *self)
{
  if (gtk_widget_get_width (GTK_WIDGET (self)) <= 0)
    return;
  explorer_overview_fit (self->overview, explorer_canvas_get_viewport (self->canvas));
  explorer_canvas_set_overview (self->canvas, self->overview);
}

static gboolean
update_cb (gpointer user_data)
{
  ExplorerMinimap *self = user_data;
  gboolean shown;

  self->update_idle = 0;
  shown = self->wanted && explorer_canvas_needs_overview (self->canvas) && has_room (self);
  if (shown)
    fit (self);
  else
    explorer_canvas_set_overview (self->canvas, NULL);
  if (shown != gtk_widget_get_visible (GTK_WIDGET (self)))
    gtk_widget_set_visible (GTK_WIDGET (self), shown);
  return G_SOURCE_REMOVE;
}

/* Where it stands depends on how large the canvas has become, which is told while that is dealt out. */
static void
queue_update (ExplorerMinimap *self)
{
  if (self->update_idle == 0 && self->canvas != NULL)
    self->update_idle = g_idle_add (update_cb, self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
picture_changed_cb (ExplorerMinimap *self)
{
  gtk_widget_queue_resize (GTK_WIDGET (self));
  queue_update (self);
}

static gboolean
is_in_frame (ExplorerMinimap *self,
             FoedPoint        place,
             FoedPoint       *middle)
{
  ExplorerBox frame;

  explorer_overview_get_frame (self->overview, explorer_canvas_get_viewport (self->canvas), &frame);
  *middle = (FoedPoint) { (frame.first.x + frame.last.x) / 2, (frame.first.y + frame.last.y) / 2 };
  return place.x >= frame.first.x && place.x <= frame.last.x && place.y >= frame.first.y && place.y <= frame.last.y;
}

static void
go (ExplorerMinimap *self,
    FoedPoint        place)
{
  explorer_canvas_look_at (self->canvas, explorer_overview_get_aim (self->overview, place, self->grip));
}

static void
drag_begin_cb (ExplorerMinimap *self,
               double           x,
               double           y)
{
  FoedPoint middle;

  self->begin = (FoedPoint) { x, y };
  self->grip = (FoedPoint) { 0, 0 };
  if (is_in_frame (self, self->begin, &middle))
    self->grip = (FoedPoint) { x - middle.x, y - middle.y };
  else
    go (self, self->begin);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
drag_update_cb (ExplorerMinimap *self,
                double           x,
                double           y)
{
  go (self, (FoedPoint) { self->begin.x + x, self->begin.y + y });
}

static void
explorer_minimap_pan (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  gtk_widget_activate_action_variant (GTK_WIDGET (EXPLORER_MINIMAP (widget)->canvas), "canvas.pan", parameter);
}

static void
explorer_minimap_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  double width = 0;
  double height = 0;

  get_size (EXPLORER_MINIMAP (widget), &width, &height);
  *minimum = *natural = (int) (orientation == GTK_ORIENTATION_HORIZONTAL ? width : height);
}

static void
explorer_minimap_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  ExplorerMinimap *self = EXPLORER_MINIMAP (widget);

  explorer_viewport_set_size (self->overview, width, height);
  fit (self);
}

static void
append_box (GtkSnapshot   *snapshot,
            const GdkRGBA *colour,
            double         x1,
            double         y1,
            double         x2,
            double         y2)
{
  if (x2 > x1 && y2 > y1)
    gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT ((float) x1, (float) y1, (float) (x2 - x1),
                                                                      (float) (y2 - y1)));
}

static void
snapshot_frame (ExplorerMinimap   *self,
                GtkSnapshot       *snapshot,
                const ExplorerBox *frame)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  GskRoundedRect outline;
  GdkRGBA veil;
  GdkRGBA colours[4];
  float widths[4] = { FRAME_WIDTH, FRAME_WIDTH, FRAME_WIDTH, FRAME_WIDTH };

  explorer_compat_look_up_colour (GTK_WIDGET (self), "view_bg_color", &veil);
  veil.alpha = VEIL;
  append_box (snapshot, &veil, 0, 0, width, frame->first.y);
  append_box (snapshot, &veil, 0, frame->last.y, width, height);
  append_box (snapshot, &veil, 0, frame->first.y, frame->first.x, frame->last.y);
  append_box (snapshot, &veil, frame->last.x, frame->first.y, width, frame->last.y);

  explorer_compat_look_up_colour (GTK_WIDGET (self), "accent_color", &colours[0]);
  colours[1] = colours[2] = colours[3] = colours[0];
  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT ((float) frame->first.x, (float) frame->first.y,
                                                        (float) (frame->last.x - frame->first.x),
                                                        (float) (frame->last.y - frame->first.y)),
                                   2);
  gtk_snapshot_append_border (snapshot, &outline, widths, colours);
}

static void
explorer_minimap_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  ExplorerMinimap *self = EXPLORER_MINIMAP (widget);
  ExplorerBox frame;

  explorer_canvas_snapshot_overview (self->canvas, snapshot);
  explorer_overview_get_frame (self->overview, explorer_canvas_get_viewport (self->canvas), &frame);
  snapshot_frame (self, snapshot, &frame);
}

static void
explorer_minimap_dispose (GObject *object)
{
  ExplorerMinimap *self = EXPLORER_MINIMAP (object);

  g_clear_handle_id (&self->update_idle, g_source_remove);
  g_clear_object (&self->canvas);

  G_OBJECT_CLASS (explorer_minimap_parent_class)->dispose (object);
}

static void
explorer_minimap_finalize (GObject *object)
{
  g_clear_object (&EXPLORER_MINIMAP (object)->overview);

  G_OBJECT_CLASS (explorer_minimap_parent_class)->finalize (object);
}

static void
set_canvas (ExplorerMinimap *self,
            ExplorerCanvas  *canvas)
{
  self->canvas = g_object_ref (canvas);
  g_signal_connect_object (canvas, "notify::picture", G_CALLBACK (picture_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (canvas, "overview-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (explorer_canvas_get_viewport (canvas), "changed", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
}

static void
explorer_minimap_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  ExplorerMinimap *self = EXPLORER_MINIMAP (object);

  switch (prop_id)
    {
    case PROP_CANVAS:
      g_value_set_object (value, self->canvas);
      break;
    case PROP_WANTED:
      g_value_set_boolean (value, self->wanted);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
explorer_minimap_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  ExplorerMinimap *self = EXPLORER_MINIMAP (object);

  switch (prop_id)
    {
    case PROP_CANVAS:
      set_canvas (self, g_value_get_object (value));
      break;
    case PROP_WANTED:
      self->wanted = g_value_get_boolean (value);
      queue_update (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
add_arrow (GtkWidgetClass *widget_class,
           guint           key,
           guint           keypad_key,
           int             x,
           int             y)
{
  gtk_widget_class_add_binding_action (widget_class, key, 0, "minimap.pan", "(ii)", x, y);
  gtk_widget_class_add_binding_action (widget_class, keypad_key, 0, "minimap.pan", "(ii)", x, y);
}

static void
explorer_minimap_class_init (ExplorerMinimapClass *klass)
{
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = explorer_minimap_dispose;
  object_class->finalize = explorer_minimap_finalize;
  object_class->get_property = explorer_minimap_get_property;
  object_class->set_property = explorer_minimap_set_property;
  widget_class->measure = explorer_minimap_measure;
  widget_class->size_allocate = explorer_minimap_size_allocate;
  widget_class->snapshot = explorer_minimap_snapshot;

  properties[PROP_CANVAS] = g_param_spec_object ("canvas", NULL, NULL, EXPLORER_TYPE_CANVAS,
                                                 writable | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_WANTED] = g_param_spec_boolean ("wanted", NULL, NULL, FALSE, writable);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "minimap.pan", "(ii)", explorer_minimap_pan);
  add_arrow (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, -1, 0);
  add_arrow (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, 1, 0);
  add_arrow (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, 0, -1);
  add_arrow (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, 0, 1);

  gtk_widget_class_set_css_name (widget_class, "minimap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
explorer_minimap_init (ExplorerMinimap *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->overview = explorer_viewport_new ();
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _("All of the Picture: the Frame Shows the Part That Is Seen"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, C_("canvas", "Minimap"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _("The arrow keys move the part of the picture that is seen."), -1);
}
