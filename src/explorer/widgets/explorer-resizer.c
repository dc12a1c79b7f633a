/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-resizer"

#include "config.h"

#include "explorer-resizer.h"

#define WIDTH_MIN 200
#define WIDTH_MAX 900
#define KEY_STEP 20

struct _ExplorerResizer
{
  GtkWidget    parent_instance;

  GtkWidget   *target;
  GtkPackType  edge;
};

enum
{
  PROP_0,
  PROP_EDGE,
  PROP_TARGET,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ExplorerResizer, explorer_resizer, GTK_TYPE_WIDGET)

/* +1 where moving to the right makes the target wider, -1 where it makes it narrower. */
static int
get_sign (ExplorerResizer *self)
{
  gboolean at_end = self->edge == GTK_PACK_END;
  gboolean reverse = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  return at_end != reverse ? 1 : -1;
}

static void
resize (ExplorerResizer *self,
        int              width)
{
  if (self->target != NULL)
    g_object_set (self->target, "width-request", CLAMP (width, WIDTH_MIN, WIDTH_MAX), NULL);
}

static void
explorer_resizer_drag_begin_cb (ExplorerResizer *self,
                                double           x,
                                double           y,
                                GtkGesture      *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
explorer_resizer_drag_update_cb (ExplorerResizer *self,
                                 double           offset_x,
                                 double           offset_y,
                                 GtkGesture      *gesture)
{
  double start_x;
  double start_y;
  graphene_point_t point;
  graphene_point_t origin;
  int sign = get_sign (self);

  /* The handle moves along with the edge; so the pointer is measured against the far edge of the target. */
  gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (gesture), &start_x, &start_y);
  point = GRAPHENE_POINT_INIT ((float) (start_x + offset_x), 0);
  if (self->target == NULL || !gtk_widget_compute_point (GTK_WIDGET (self), self->target, &point, &origin))
    return;
  resize (self, sign > 0 ? (int) origin.x : gtk_widget_get_width (self->target) - (int) origin.x);
}

static void
explorer_resizer_move (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  ExplorerResizer *self = EXPLORER_RESIZER (widget);

  if (self->target != NULL)
    resize (self, gtk_widget_get_width (self->target) + get_sign (self) * g_variant_get_int32 (parameter));
}

static void
explorer_resizer_dispose (GObject *object)
{
  ExplorerResizer *self = EXPLORER_RESIZER (object);

  g_clear_weak_pointer (&self->target);

  G_OBJECT_CLASS (explorer_resizer_parent_class)->dispose (object);
}

static void
explorer_resizer_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  ExplorerResizer *self = EXPLORER_RESIZER (object);

  switch (prop_id)
    {
    case PROP_EDGE:
      g_value_set_enum (value, self->edge);
      break;
    case PROP_TARGET:
      g_value_set_object (value, self->target);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
explorer_resizer_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  ExplorerResizer *self = EXPLORER_RESIZER (object);

  switch (prop_id)
    {
    case PROP_EDGE:
      self->edge = g_value_get_enum (value);
      break;
    case PROP_TARGET:
      g_set_weak_pointer (&self->target, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
explorer_resizer_class_init (ExplorerResizerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = explorer_resizer_dispose;
  object_class->get_property = explorer_resizer_get_property;
  object_class->set_property = explorer_resizer_set_property;

  properties[PROP_EDGE] = g_param_spec_enum ("edge", NULL, NULL, GTK_TYPE_PACK_TYPE, GTK_PACK_START,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TARGET] = g_param_spec_object ("target", NULL, NULL, GTK_TYPE_WIDGET,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "resizer.move", "i", explorer_resizer_move);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, 0, "resizer.move", "i", -KEY_STEP);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, 0, "resizer.move", "i", KEY_STEP);

  gtk_widget_class_set_css_name (widget_class, "resizer");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEPARATOR);
}

static void
explorer_resizer_init (ExplorerResizer *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "col-resize");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_ORIENTATION,
                                  GTK_ORIENTATION_VERTICAL, -1);

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (explorer_resizer_drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (explorer_resizer_drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}
