/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-graph-view"

#include "config.h"

#include <glib/gi18n.h>

#include "explorer-graph-drawing.h"
#include "explorer-graph-marks.h"
#include "explorer-graph-measures.h"
#include "explorer-graph-output.h"
#include "explorer-graph-view.h"
#include "explorer-measures-table.h"
#include "explorer/explorer-colours.h"

struct _ExplorerGraphView
{
  ExplorerCanvasView     parent_instance;

  ExplorerGraphModel    *model;           /* which the parent owns */
  ExplorerGraphMeasures *measures;
  FoedMeasure            size;            /* what nodes are sized by, FOED_N_MEASURES for members and neighbours */
  FoedMeasure            colour;          /* what they are coloured by, FOED_N_MEASURES for obligations */

  ExplorerMeasuresTable *measures_table;
  GtkWidget             *node_menu;
  GMenuModel            *node_menu_model;
  GtkWidget             *focus_bar;
  GtkLabel              *focus_label;
  GtkSpinButton         *focus_depth;

  char                  *menu_node;       /* what the menu is of */
  GdkRectangle           menu_place;
  guint                  fly_wanted : 1;  /* whether what is selected is to be flown to once it is drawn */
};

enum
{
  PROP_0,
  PROP_COLOUR,
  PROP_LAYOUT,
  PROP_MEASURES_SHOWN,
  PROP_PICTURE,
  PROP_SIZE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ExplorerGraphView, explorer_graph_view, EXPLORER_TYPE_CANVAS_VIEW)

/* What can be done with a node. */
static const char * const node_actions[] = {
  "graph.near", "graph.open", "graph.path-from", "graph.path-to", "graph.pin", "graph.ties", "graph.unpin",
};

static ExplorerCanvas *
get_canvas (ExplorerGraphView *self)
{
  return explorer_canvas_view_get_canvas (EXPLORER_CANVAS_VIEW (self));
}

static ExplorerSession *
get_session (ExplorerGraphView *self)
{
  return explorer_picture_view_get_session (EXPLORER_PICTURE_VIEW (self));
}

static FoedGraphStyle *
make_style (ExplorerGraphView *self)
{
  FoedPalette palette = explorer_colours_get_palette (GTK_WIDGET (get_canvas (self)));
  FoedGraphStyle *style = foed_graph_style_new (explorer_graph_model_get_moment (self->model), &palette);

  foed_graph_style_set_measures (style, explorer_graph_measures_get_network (self->measures), self->size, self->colour);
  return style;
}

static void
fly (ExplorerGraphView *self)
{
  const char *root = explorer_session_get_root (get_session (self));

  self->fly_wanted = FALSE;
  if (root != NULL)
    explorer_canvas_fly_to (get_canvas (self), root);
}

static void
describe (ExplorerGraphView *self,
          GPtrArray         *legend)
{
  static const char * const titles[FOED_N_GRAPH_PICTURES] = {
    NC_("graph", "Picture of alliances and states"),
    NC_("graph", "Picture of states and what they owe each other"),
    NC_("graph", "Picture of alliances and the members they share"),
  };
  g_autofree char *description = foed_graph_moment_describe (explorer_graph_model_get_moment (self->model));

  explorer_canvas_view_describe (EXPLORER_CANVAS_VIEW (self),
                                 g_dpgettext2 (NULL, "graph", titles[explorer_graph_model_get_picture (self->model)]),
                                 description, legend);
}

/* The nodes along the way that was asked for, each with what leads to the next. */
static char *
describe_way (ExplorerGraphView *self)
{
  ExplorerGraphFocus *focus = explorer_graph_model_get_focus (self->model);
  FoedGraph *graph = foed_graph_moment_get_graph (explorer_graph_model_get_moment (self->model));
  GArray *way = explorer_graph_focus_get_way (focus);
  int node = foed_graph_find_node (graph, explorer_graph_focus_get_from (focus));
  g_autoptr(GString) words = g_string_new (NULL);
  guint n_nodes;
  guint n_edges;
  const FoedGraphNode *nodes = foed_graph_get_nodes (graph, &n_nodes);
  const FoedGraphEdge *edges = foed_graph_get_edges (graph, &n_edges);

  for (guint i = 0; node >= 0; i++)
    {
      const FoedGraphEdge *edge;
      g_autofree char *link =
        g_markup_printf_escaped ("<a href=\"%s\">%s</a>", nodes[node].id,
                                 explorer_graph_model_get_title (self->model, nodes[node].id));

      g_string_append (words, link);
      if (i >= way->len)
        break;
      edge = &edges[g_array_index (way, guint, i)];
      g_string_append (words, " → ");
      if (edge->alliance != NULL)
        {
          g_autofree char *by =
            g_markup_printf_escaped ("<a href=\"%s\"><i>%s</i></a> → ", edge->alliance,
                                     explorer_graph_model_get_title (self->model, edge->alliance));

          g_string_append (words, by);
        }
      node = (int) (edge->from == (guint) node ? edge->to : edge->from);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
describe_focus (ExplorerGraphView *self)
{
  ExplorerGraphFocus *focus = explorer_graph_model_get_focus (self->model);
  const char *around = explorer_graph_focus_get_around (focus);
  const char *from = explorer_graph_focus_get_from (focus);
  const char *to = explorer_graph_focus_get_to (focus);
  const char *title = around != NULL ? explorer_graph_model_get_title (self->model, around)
                      : from != NULL ? explorer_graph_model_get_title (self->model, from)
                                     : NULL;
  g_autofree char *words = NULL;

  gtk_widget_set_visible (self->focus_bar, title != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->focus_depth), around != NULL);
  if (title == NULL)
    return;
  if (around != NULL)
    words = g_markup_printf_escaped (_("Near %s"), title);
  else if (to == NULL)
    words = g_markup_printf_escaped (_("Path from %s: choose where to in the menu of another node, or go there and press P"), title);
  else if (explorer_graph_focus_has_way (focus))
    words = describe_way (self);
  else
    words = g_markup_printf_escaped (_("No path from %s to %s"), title,
                                     explorer_graph_model_get_title (self->model, to));
  gtk_label_set_markup (self->focus_label, words);
}

/* What is drawn waits for what is measured, rather than to change its sizes and colours a moment later. */
static gboolean
is_waiting (ExplorerGraphView *self)
{
  return (self->size < FOED_N_MEASURES || self->colour < FOED_N_MEASURES) &&
         explorer_picture_model_get_state (EXPLORER_PICTURE_MODEL (self->model)) == EXPLORER_PICTURE_READY &&
         !explorer_graph_measures_is_ready (self->measures);
}

static void
draw (ExplorerGraphView *self)
{
  g_autoptr(FoedGraphStyle) style = make_style (self);
  g_autoptr(ExplorerPicture) picture = explorer_graph_draw (self->model, style);
  g_autoptr(GPtrArray) legend = foed_graph_style_explain (style);
  FoedPalette palette = explorer_colours_get_palette (GTK_WIDGET (get_canvas (self)));

  explorer_graph_explain_marks (self->model, palette.ink, legend);
  describe (self, legend);
  /* Another picture is brought into view above its own legend. */
  explorer_canvas_set_picture (get_canvas (self), picture);
  describe_focus (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "graph.unpin-all", explorer_graph_model_is_pinned (self->model, NULL));
  if (self->fly_wanted)
    fly (self);
}

static gboolean
explorer_graph_view_draw (ExplorerPictureView *view)
{
  ExplorerGraphView *self = EXPLORER_GRAPH_VIEW (view);

  if (is_waiting (self))
    return FALSE;
  draw (self);
  return TRUE;
}

/* What was found elsewhere is shown here. */
static void
measured_cb (ExplorerGraphView *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->measures_table)))
    explorer_measures_table_set_network (self->measures_table, explorer_graph_measures_get_network (self->measures));
  /* Years may pass faster than they are measured: then each that is gets shown. */
  if (is_waiting (self))
    draw (self);
  else
    explorer_picture_view_update (EXPLORER_PICTURE_VIEW (self));
}

/* Has measured what is looked at, and nothing else. */
static void
choose_measures (ExplorerGraphView *self)
{
  FoedMeasures wanted = 0;

  if (self->size < FOED_N_MEASURES)
    wanted |= FOED_MEASURES (self->size);
  if (self->colour < FOED_N_MEASURES)
    wanted |= FOED_MEASURES (self->colour);
  if (gtk_widget_get_visible (GTK_WIDGET (self->measures_table)))
    wanted = FOED_MEASURES_ALL;
  explorer_graph_measures_set_wanted (self->measures, wanted);
  explorer_picture_view_queue_update (EXPLORER_PICTURE_VIEW (self));
}

/* The nick of a measure, or anything else for none. */
static FoedMeasure
parse_measure (const char *nick)
{
  FoedMeasure measure;

  return nick != NULL && foed_measure_from_nick (nick, &measure) ? measure : FOED_N_MEASURES;
}

static const char *
get_measure_nick (FoedMeasure measure)
{
  return measure < FOED_N_MEASURES ? foed_measure_get_nick (measure) : "none";
}

static void
measures_closed_cb (ExplorerGraphView *self)
{
  g_object_set (self, "measures-shown", FALSE, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
explorer_graph_view_selected (ExplorerCanvasView *view,
                              gboolean            elsewhere)
{
  ExplorerGraphView *self = EXPLORER_GRAPH_VIEW (view);

  self->fly_wanted = elsewhere && explorer_session_get_root (get_session (self)) != NULL;
  if (self->fly_wanted && gtk_widget_get_mapped (GTK_WIDGET (get_canvas (self))))
    fly (self);
}

static void
node_dragged_cb (ExplorerGraphView *self,
                 const char        *id,
                 double             x,
                 double             y)
{
  explorer_graph_model_pin (self->model, id, (FoedPoint) { x, y });
}

static void
update_actions (ExplorerGraphView *self)
{
  ExplorerGraphFocus *focus = explorer_graph_model_get_focus (self->model);
  gboolean pinned = self->menu_node != NULL && explorer_graph_model_is_pinned (self->model, self->menu_node);
  const char *from = explorer_graph_focus_get_from (focus);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "graph.pin", !pinned);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "graph.unpin", pinned);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "graph.unpin-all", explorer_graph_model_is_pinned (self->model, NULL));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "graph.path-to",
                                 from != NULL && g_strcmp0 (from, self->menu_node) != 0);
}

static void
set_menu_node (ExplorerGraphView *self,
               const char        *id)
{
  g_autofree char *former = self->menu_node;

  self->menu_node = g_strdup (id);
  update_actions (self);
}

static void
menu_asked_cb (ExplorerGraphView  *self,
               const char         *id,
               const GdkRectangle *place)
{
  GdkRectangle translated;

  set_menu_node (self, id);
  self->menu_place = *place;
  translated = explorer_canvas_translate (get_canvas (self), place, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->node_menu), &translated);
  gtk_popover_popup (GTK_POPOVER (self->node_menu));
}

/* Does with the node of the menu what was chosen there. */
static void
explorer_graph_view_act (GtkWidget  *widget,
                         const char *action_name,
                         GVariant   *parameter)
{
  ExplorerGraphView *self = EXPLORER_GRAPH_VIEW (widget);
  ExplorerGraphFocus *focus = explorer_graph_model_get_focus (self->model);
  FoedPoint point;

  if (self->menu_node == NULL)
    return;
  if (g_str_equal (action_name, "graph.open"))
    explorer_canvas_view_open (EXPLORER_CANVAS_VIEW (self), self->menu_node);
  else if (g_str_equal (action_name, "graph.ties"))
    explorer_canvas_view_ask_ties_of (EXPLORER_CANVAS_VIEW (self), self->menu_node, &self->menu_place);
  else if (g_str_equal (action_name, "graph.pin") &&
           explorer_graph_model_get_point (self->model, self->menu_node, &point))
    explorer_graph_model_pin (self->model, self->menu_node, point);
  else if (g_str_equal (action_name, "graph.unpin"))
    explorer_graph_model_unpin (self->model, self->menu_node);
  else if (g_str_equal (action_name, "graph.near"))
    explorer_graph_focus_set_around (focus, self->menu_node, explorer_graph_focus_get_depth (focus));
  else if (g_str_equal (action_name, "graph.path-from"))
    explorer_graph_focus_set_way (focus, self->menu_node, NULL);
  else if (g_str_equal (action_name, "graph.path-to"))
    explorer_graph_focus_set_way (focus, explorer_graph_focus_get_from (focus), self->menu_node);
  if (g_str_equal (action_name, "graph.near") || g_str_has_prefix (action_name, "graph.path"))
    {
      explorer_graph_model_refocus (self->model);
      explorer_canvas_fit (get_canvas (self), TRUE);
    }
}

/* What stands in the menu of a node can be done with a key, too, to the node that has the keyboard. */
static gboolean
key_cb (GtkWidget *widget,
        GVariant  *arguments,
        gpointer   user_data)
{
  ExplorerGraphView *self = EXPLORER_GRAPH_VIEW (widget);
  ExplorerGraphFocus *focus = explorer_graph_model_get_focus (self->model);
  const char *id = explorer_canvas_get_focused (get_canvas (self));
  const char *from = explorer_graph_focus_get_from (focus);
  const char *action;
  gboolean near;

  if (id == NULL)
    return GDK_EVENT_PROPAGATE;
  set_menu_node (self, id);
  g_variant_get (arguments, "b", &near);
  if (near && g_strcmp0 (explorer_graph_focus_get_around (focus), id) == 0)
    {
      gtk_spin_button_spin (self->focus_depth, GTK_SPIN_STEP_FORWARD, 1);
      return GDK_EVENT_STOP;
    }
  if (near)
    action = "graph.near";
  else if (from != NULL && explorer_graph_focus_get_to (focus) == NULL && !g_str_equal (from, id))
    action = "graph.path-to";
  else
    action = "graph.path-from";
  gtk_widget_activate_action (widget, action, NULL);
  return GDK_EVENT_STOP;
}

static void
explorer_graph_view_unpin_all (GtkWidget  *widget,
                               const char *action_name,
                               GVariant   *parameter)
{
  explorer_graph_model_unpin (EXPLORER_GRAPH_VIEW (widget)->model, NULL);
}

static void
explorer_graph_view_unfocus (GtkWidget  *widget,
                             const char *action_name,
                             GVariant   *parameter)
{
  ExplorerGraphView *self = EXPLORER_GRAPH_VIEW (widget);

  explorer_graph_focus_clear (explorer_graph_model_get_focus (self->model));
  explorer_graph_model_refocus (self->model);
  explorer_canvas_fit (get_canvas (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (get_canvas (self)));
}

static void
depth_changed_cb (ExplorerGraphView *self)
{
  ExplorerGraphFocus *focus = explorer_graph_model_get_focus (self->model);
  guint depth = (guint) gtk_spin_button_get_value_as_int (self->focus_depth);

  if (explorer_graph_focus_get_around (focus) == NULL || explorer_graph_focus_get_depth (focus) == depth)
    return;
  explorer_graph_focus_set_around (focus, explorer_graph_focus_get_around (focus), depth);
  explorer_graph_model_refocus (self->model);
  explorer_canvas_fit (get_canvas (self), TRUE);
}

static gboolean
focus_link_cb (ExplorerGraphView *self,
               const char        *address)
{
  explorer_session_select (get_session (self), address, address);
  return GDK_EVENT_STOP;
}

static FoedPage *
explorer_graph_view_make_page (ExplorerPictureView *view,
                               FoedPictureOptions  *options)
{
  ExplorerGraphView *self = EXPLORER_GRAPH_VIEW (view);
  const ExplorerGraphOutput output = {
    get_session (self), self->model, explorer_graph_measures_get_network (self->measures), self->size, self->colour,
  };

  return explorer_graph_output_make_page (&output, options);
}

static void
explorer_graph_view_constructed (GObject *object)
{
  ExplorerGraphView *self = EXPLORER_GRAPH_VIEW (object);
  g_autoptr(ExplorerGraphModel) model = NULL;

  G_OBJECT_CLASS (explorer_graph_view_parent_class)->constructed (object);

  self->size = self->colour = FOED_N_MEASURES;
  self->model = model = explorer_graph_model_new (get_session (self));
  /* It has to hear of changes before the view does, which asks whether it is ready. */
  self->measures = explorer_graph_measures_new (self->model);
  explorer_canvas_view_set_model (EXPLORER_CANVAS_VIEW (self), self->model);
  explorer_measures_table_set_session (self->measures_table, get_session (self));
  g_signal_connect_object (self->measures, "changed", G_CALLBACK (measured_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_canvas (self), "menu-asked", G_CALLBACK (menu_asked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_canvas (self), "node-dragged", G_CALLBACK (node_dragged_cb), self, G_CONNECT_SWAPPED);
  self->node_menu = gtk_popover_menu_new_from_model (self->node_menu_model);
  gtk_widget_set_parent (self->node_menu, GTK_WIDGET (self));
  update_actions (self);
  explorer_picture_view_keep (EXPLORER_PICTURE_VIEW (self), "graph-picture", "picture");
  explorer_picture_view_keep (EXPLORER_PICTURE_VIEW (self), "graph-layout", "layout");
  explorer_picture_view_keep (EXPLORER_PICTURE_VIEW (self), "graph-size", "size");
  explorer_picture_view_keep (EXPLORER_PICTURE_VIEW (self), "graph-colour", "colour");
}

static void
explorer_graph_view_dispose (GObject *object)
{
  ExplorerGraphView *self = EXPLORER_GRAPH_VIEW (object);

  if (self->measures != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->measures, self);
      g_object_run_dispose (G_OBJECT (self->measures));
    }
  g_clear_object (&self->measures);
  g_clear_pointer (&self->menu_node, g_free);

  G_OBJECT_CLASS (explorer_graph_view_parent_class)->dispose (object);
}

static void
explorer_graph_view_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  ExplorerGraphView *self = EXPLORER_GRAPH_VIEW (object);

  switch (prop_id)
    {
    case PROP_COLOUR:
      g_value_set_string (value, get_measure_nick (self->colour));
      break;
    case PROP_LAYOUT:
      g_value_set_string (value, foed_layout_kind_get_nick (explorer_graph_model_get_layout (self->model)));
      break;
    case PROP_MEASURES_SHOWN:
      g_value_set_boolean (value, gtk_widget_get_visible (GTK_WIDGET (self->measures_table)));
      break;
    case PROP_PICTURE:
      g_value_set_string (value, foed_graph_picture_get_nick (explorer_graph_model_get_picture (self->model)));
      break;
    case PROP_SIZE:
      g_value_set_string (value, get_measure_nick (self->size));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
explorer_graph_view_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  ExplorerGraphView *self = EXPLORER_GRAPH_VIEW (object);
  FoedGraphPicture picture = FOED_GRAPH_MEMBERS;
  FoedLayoutKind layout = FOED_LAYOUT_FORCE;

  switch (prop_id)
    {
    case PROP_COLOUR:
      self->colour = parse_measure (g_value_get_string (value));
      choose_measures (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_LAYOUT:
      foed_layout_kind_from_nick (g_value_get_string (value), &layout);
      explorer_graph_model_set_layout (self->model, layout);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_MEASURES_SHOWN:
      gtk_widget_set_visible (GTK_WIDGET (self->measures_table), g_value_get_boolean (value));
      choose_measures (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_PICTURE:
      foed_graph_picture_from_nick (g_value_get_string (value), &picture);
      explorer_graph_model_set_picture (self->model, picture);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_SIZE:
      self->size = parse_measure (g_value_get_string (value));
      choose_measures (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
explorer_graph_view_class_init (ExplorerGraphViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = explorer_graph_view_constructed;
  object_class->dispose = explorer_graph_view_dispose;
  object_class->get_property = explorer_graph_view_get_property;
  object_class->set_property = explorer_graph_view_set_property;
  EXPLORER_PICTURE_VIEW_CLASS (klass)->draw = explorer_graph_view_draw;
  EXPLORER_PICTURE_VIEW_CLASS (klass)->make_page = explorer_graph_view_make_page;
  EXPLORER_CANVAS_VIEW_CLASS (klass)->selected = explorer_graph_view_selected;

  properties[PROP_COLOUR] =
    g_param_spec_string ("colour", NULL, NULL, "none",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_LAYOUT] =
    g_param_spec_string ("layout", NULL, NULL, "force",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_MEASURES_SHOWN] =
    g_param_spec_boolean ("measures-shown", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PICTURE] =
    g_param_spec_string ("picture", NULL, NULL, "members",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SIZE] =
    g_param_spec_string ("size", NULL, NULL, "none",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_property_action (widget_class, "graph.colour", "colour");
  gtk_widget_class_install_property_action (widget_class, "graph.layout", "layout");
  gtk_widget_class_install_property_action (widget_class, "graph.measures", "measures-shown");
  gtk_widget_class_install_property_action (widget_class, "graph.picture", "picture");
  gtk_widget_class_install_property_action (widget_class, "graph.size", "size");
  for (guint i = 0; i < G_N_ELEMENTS (node_actions); i++)
    gtk_widget_class_install_action (widget_class, node_actions[i], NULL, explorer_graph_view_act);
  gtk_widget_class_install_action (widget_class, "graph.unfocus", NULL, explorer_graph_view_unfocus);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_n, 0, key_cb, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_p, 0, key_cb, "b", FALSE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_BackSpace, 0, "graph.unfocus", NULL);
  gtk_widget_class_install_action (widget_class, "graph.unpin-all", NULL, explorer_graph_view_unpin_all);

  g_type_ensure (EXPLORER_TYPE_MEASURES_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/foedera/Foedera/ui/views/graph-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ExplorerGraphView, focus_bar);
  gtk_widget_class_bind_template_child (widget_class, ExplorerGraphView, focus_depth);
  gtk_widget_class_bind_template_child (widget_class, ExplorerGraphView, focus_label);
  gtk_widget_class_bind_template_child (widget_class, ExplorerGraphView, measures_table);
  gtk_widget_class_bind_template_child (widget_class, ExplorerGraphView, node_menu_model);
  gtk_widget_class_bind_template_callback (widget_class, depth_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, measures_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_link_cb);
}

static void
explorer_graph_view_init (ExplorerGraphView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
