/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-canvas-view"

#include "config.h"

#include "explorer-canvas-view.h"
#include "explorer-tie-popover.h"
#include "explorer/canvas/explorer-legend.h"
#include "explorer/canvas/explorer-minimap.h"

typedef struct
{
  ExplorerGraphModel *model;

  GtkOverlay         *overlay;
  ExplorerCanvas     *canvas;
  ExplorerLegend     *legend;
  ExplorerMinimap    *minimap;
  GtkBox             *notes;
  GtkLabel           *summary;
  ExplorerTiePopover *tie_popover;

  guint               selecting : 1;     /* whether the selection comes from the canvas */
} ExplorerCanvasViewPrivate;

enum
{
  PROP_0,
  PROP_MINIMAP,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void explorer_canvas_view_init_buildable (GtkBuildableIface *iface);

G_DEFINE_TYPE_WITH_CODE (ExplorerCanvasView, explorer_canvas_view, EXPLORER_TYPE_PICTURE_VIEW,
                         G_ADD_PRIVATE (ExplorerCanvasView)
                         G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, explorer_canvas_view_init_buildable))

static GtkBuildableIface *parent_buildable;

static ExplorerCanvasViewPrivate *
get_private (ExplorerCanvasView *self)
{
  return explorer_canvas_view_get_instance_private (self);
}

static ExplorerSession *
get_session (ExplorerCanvasView *self)
{
  return explorer_picture_view_get_session (EXPLORER_PICTURE_VIEW (self));
}

static void
selected_cb (ExplorerCanvasView *self)
{
  ExplorerCanvasViewPrivate *priv = get_private (self);

  explorer_canvas_set_selected (priv->canvas, explorer_session_get_root (get_session (self)));
  EXPLORER_CANVAS_VIEW_GET_CLASS (self)->selected (self, !priv->selecting);
}

static void
node_selected_cb (ExplorerCanvasView *self,
                  const char         *id)
{
  ExplorerCanvasViewPrivate *priv = get_private (self);

  priv->selecting = TRUE;
  explorer_session_select (get_session (self), id, id);
  priv->selecting = FALSE;
}

static void
edge_asked_cb (ExplorerCanvasView *self,
               guint               edge,
               const GdkRectangle *place)
{
  ExplorerCanvasViewPrivate *priv = get_private (self);
  GdkRectangle translated = explorer_canvas_translate (priv->canvas, place, GTK_WIDGET (self));

  explorer_tie_popover_show_tie (priv->tie_popover, edge, &translated);
}

static gboolean
explorer_canvas_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (GTK_WIDGET (get_private (EXPLORER_CANVAS_VIEW (widget))->canvas),
                                 GTK_DIR_TAB_FORWARD);
}

static void
explorer_canvas_view_zoom (ExplorerPictureView *view,
                           double               factor)
{
  explorer_canvas_zoom (get_private (EXPLORER_CANVAS_VIEW (view))->canvas, factor);
}

static void
explorer_canvas_view_fit (ExplorerPictureView *view)
{
  explorer_canvas_fit (get_private (EXPLORER_CANVAS_VIEW (view))->canvas, TRUE);
}

static void
explorer_canvas_view_constructed (GObject *object)
{
  ExplorerCanvasView *self = EXPLORER_CANVAS_VIEW (object);

  G_OBJECT_CLASS (explorer_canvas_view_parent_class)->constructed (object);

  g_signal_connect_object (get_session (self), "notify::root", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  explorer_picture_view_keep (EXPLORER_PICTURE_VIEW (self), "minimap", "minimap");
}

static void
explorer_canvas_view_dispose (GObject *object)
{
  ExplorerCanvasViewPrivate *priv = get_private (EXPLORER_CANVAS_VIEW (object));

  g_clear_object (&priv->model);

  G_OBJECT_CLASS (explorer_canvas_view_parent_class)->dispose (object);
}

static void
explorer_canvas_view_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_MINIMAP:
      g_object_get_property (G_OBJECT (get_private (EXPLORER_CANVAS_VIEW (object))->minimap), "wanted", value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
explorer_canvas_view_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_MINIMAP:
      g_object_set_property (G_OBJECT (get_private (EXPLORER_CANVAS_VIEW (object))->minimap), "wanted", value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
explorer_canvas_view_class_init (ExplorerCanvasViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  ExplorerPictureViewClass *view_class = EXPLORER_PICTURE_VIEW_CLASS (klass);

  object_class->constructed = explorer_canvas_view_constructed;
  object_class->dispose = explorer_canvas_view_dispose;
  object_class->get_property = explorer_canvas_view_get_property;
  object_class->set_property = explorer_canvas_view_set_property;
  widget_class->grab_focus = explorer_canvas_view_grab_focus;
  view_class->fit = explorer_canvas_view_fit;
  view_class->zoom = explorer_canvas_view_zoom;

  properties[PROP_MINIMAP] = g_param_spec_boolean ("minimap", NULL, NULL, FALSE,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_install_property_action (widget_class, "picture.minimap", "minimap");

  g_type_ensure (EXPLORER_TYPE_CANVAS);
  g_type_ensure (EXPLORER_TYPE_LEGEND);
  g_type_ensure (EXPLORER_TYPE_MINIMAP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/foedera/Foedera/ui/views/canvas-view.ui");
  gtk_widget_class_bind_template_child_private (widget_class, ExplorerCanvasView, canvas);
  gtk_widget_class_bind_template_child_private (widget_class, ExplorerCanvasView, legend);
  gtk_widget_class_bind_template_child_private (widget_class, ExplorerCanvasView, minimap);
  gtk_widget_class_bind_template_child_private (widget_class, ExplorerCanvasView, notes);
  gtk_widget_class_bind_template_child_private (widget_class, ExplorerCanvasView, overlay);
  gtk_widget_class_bind_template_child_private (widget_class, ExplorerCanvasView, summary);
  gtk_widget_class_bind_template_callback (widget_class, edge_asked_cb);
  gtk_widget_class_bind_template_callback (widget_class, node_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, explorer_canvas_view_ask_ties_of);
  gtk_widget_class_bind_template_callback (widget_class, explorer_canvas_view_open);
}

static void
explorer_canvas_view_add_child (GtkBuildable *buildable,
                                GtkBuilder   *builder,
                                GObject      *child,
                                const char   *type)
{
  if (g_strcmp0 (type, "overlay") == 0)
    gtk_overlay_add_overlay (get_private (EXPLORER_CANVAS_VIEW (buildable))->overlay, GTK_WIDGET (child));
  else if (g_strcmp0 (type, "note") == 0)
    gtk_box_append (get_private (EXPLORER_CANVAS_VIEW (buildable))->notes, GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
explorer_canvas_view_init_buildable (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = explorer_canvas_view_add_child;
}

static void
explorer_canvas_view_init (ExplorerCanvasView *self)
{
  ExplorerCanvasViewPrivate *priv = get_private (self);

  gtk_widget_init_template (GTK_WIDGET (self));
  explorer_canvas_set_legend (priv->canvas, GTK_WIDGET (priv->legend));
}

/**
 * explorer_canvas_view_set_model:
 * @self: a view that has no model yet
 * @model: what it draws
 *
 * Begins to follow @model, and shows what is selected.
 */
void
explorer_canvas_view_set_model (ExplorerCanvasView *self,
                                ExplorerGraphModel *model)
{
  ExplorerCanvasViewPrivate *priv;

  g_return_if_fail (EXPLORER_IS_CANVAS_VIEW (self));
  g_return_if_fail (EXPLORER_IS_GRAPH_MODEL (model));

  priv = get_private (self);
  priv->model = g_object_ref (model);
  explorer_picture_view_set_model (EXPLORER_PICTURE_VIEW (self), EXPLORER_PICTURE_MODEL (model));
  priv->tie_popover = EXPLORER_TIE_POPOVER (explorer_tie_popover_new (get_session (self), model));
  gtk_widget_set_parent (GTK_WIDGET (priv->tie_popover), GTK_WIDGET (self));
  selected_cb (self);
}

/**
 * explorer_canvas_view_get_model:
 * @self: a view
 *
 * Returns: (transfer none): what it draws
 */
ExplorerGraphModel *
explorer_canvas_view_get_model (ExplorerCanvasView *self)
{
  g_return_val_if_fail (EXPLORER_IS_CANVAS_VIEW (self), NULL);

  return get_private (self)->model;
}

/**
 * explorer_canvas_view_get_canvas:
 * @self: a view
 *
 * Returns: (transfer none): where it draws
 */
ExplorerCanvas *
explorer_canvas_view_get_canvas (ExplorerCanvasView *self)
{
  g_return_val_if_fail (EXPLORER_IS_CANVAS_VIEW (self), NULL);

  return get_private (self)->canvas;
}

/**
 * explorer_canvas_view_describe:
 * @self: a view
 * @title: what the picture is of
 * @description: what there is of it
 * @legend: (element-type FoedLegendEntry): what the signs in it mean
 *
 * Tells what the canvas shows, to those who see it and to those who don't.
 */
void
explorer_canvas_view_describe (ExplorerCanvasView *self,
                               const char         *title,
                               const char         *description,
                               GPtrArray          *legend)
{
  ExplorerCanvasViewPrivate *priv;

  g_return_if_fail (EXPLORER_IS_CANVAS_VIEW (self));
  g_return_if_fail (title != NULL);
  g_return_if_fail (description != NULL);
  g_return_if_fail (legend != NULL);

  priv = get_private (self);
  gtk_label_set_label (priv->summary, description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->canvas), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  explorer_legend_set_entries (priv->legend, legend);
}

/**
 * explorer_canvas_view_open:
 * @self: a view
 * @id: the id of an alliance or a state on the canvas
 *
 * Selects something and shows its record.
 */
void
explorer_canvas_view_open (ExplorerCanvasView *self,
                           const char         *id)
{
  g_return_if_fail (EXPLORER_IS_CANVAS_VIEW (self));

  node_selected_cb (self, id);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-detail", NULL);
}

/**
 * explorer_canvas_view_ask_ties_of:
 * @self: a view
 * @id: the id of an alliance or a state on the canvas
 * @place: where it is on the canvas
 *
 * Lists the ties of something, each of which tells why it is there.
 */
void
explorer_canvas_view_ask_ties_of (ExplorerCanvasView *self,
                                  const char         *id,
                                  const GdkRectangle *place)
{
  ExplorerCanvasViewPrivate *priv;
  GdkRectangle translated;

  g_return_if_fail (EXPLORER_IS_CANVAS_VIEW (self));
  g_return_if_fail (place != NULL);

  priv = get_private (self);
  translated = explorer_canvas_translate (priv->canvas, place, GTK_WIDGET (self));
  explorer_tie_popover_show_ties_of (priv->tie_popover, id, &translated);
}
