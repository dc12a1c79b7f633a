/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-graph-view"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "explorer-graph-drawing.h"
#include "explorer-graph-marks.h"
#include "explorer-graph-measures.h"
#include "explorer-graph-output.h"
#include "explorer-graph-view.h"
#include "explorer-measures-table.h"
#include "explorer-nothing.h"
#include "explorer-tie-popover.h"
#include "explorer/explorer-compat.h"
#include "explorer/canvas/explorer-legend.h"
#include "explorer/explorer-colours.h"

/* Work that takes less than this shows no progress. */
#define PATIENCE_MILLISECONDS 250

#define ZOOM_FACTOR 1.5

struct _ExplorerGraphView
{
  GtkWidget           parent_instance;

  ExplorerSession    *session;
  ExplorerGraphModel *model;
  ExplorerGraphMeasures *measures;
  FoedMeasure         size;            /* what nodes are sized by, FOED_N_MEASURES for members and neighbours */
  FoedMeasure         colour;          /* what they are coloured by, FOED_N_MEASURES for obligations */

  ExplorerMeasuresTable *measures_table;
  ExplorerCanvas     *canvas;
  ExplorerLegend     *legend;
  GtkStack           *stack;
  GtkLabel           *summary;
  AdwStatusPage      *nothing_page;
  GtkWidget          *any_time_button;
  GtkWidget          *clear_button;
  AdwStatusPage      *failed_page;
  GtkProgressBar     *progress;
  ExplorerTiePopover *tie_popover;
  GtkWidget          *node_menu;
  GMenuModel         *node_menu_model;
  GtkWidget          *focus_bar;
  GtkLabel           *focus_label;
  GtkSpinButton      *focus_depth;

  char               *menu_node;     /* what the menu is of */
  GdkRectangle        menu_place;
  guint               patience;
  guint               redraw_idle;
  guint               selecting : 1;     /* whether the selection comes from the canvas */
  guint               fly_wanted : 1;    /* whether what is selected is to be flown to once it is drawn */
};

enum
{
  PROP_0,
  PROP_COLOUR,
  PROP_LAYOUT,
  PROP_MEASURES_SHOWN,
  PROP_PICTURE,
  PROP_SESSION,
  PROP_SIZE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ExplorerGraphView, explorer_graph_view, GTK_TYPE_WIDGET)

/* What can be done with a node. */
static const char * const node_actions[] = {
  "graph.near", "graph.open", "graph.path-from", "graph.path-to", "graph.pin", "graph.ties", "graph.unpin",
};

static FoedGraphStyle *
make_style (ExplorerGraphView *self)
{
  FoedPalette palette = explorer_colours_get_palette (GTK_WIDGET (self->canvas));
  FoedGraphStyle *style = foed_graph_style_new (explorer_graph_model_get_moment (self->model), &palette);

  foed_graph_style_set_measures (style, explorer_graph_measures_get_network (self->measures), self->size, self->colour);
  return style;
}

static void
fly (ExplorerGraphView *self)
{
  const char *root = explorer_session_get_root (self->session);

  self->fly_wanted = FALSE;
  if (root != NULL)
    explorer_canvas_fly_to (self->canvas, root);
}

static void
describe (ExplorerGraphView *self)
{
  static const char * const titles[FOED_N_GRAPH_PICTURES] = {
    NC_("graph", "Picture of alliances and states"),
    NC_("graph", "Picture of states and what they owe each other"),
    NC_("graph", "Picture of alliances and the members they share"),
  };
  g_autofree char *description = foed_graph_moment_describe (explorer_graph_model_get_moment (self->model));

  gtk_label_set_label (self->summary, description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->canvas), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  g_dpgettext2 (NULL, "graph", titles[explorer_graph_model_get_picture (self->model)]),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
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
    words = g_markup_printf_escaped (_("Path from %s: choose where to in the menu of another node"), title);
  else if (explorer_graph_focus_has_way (focus))
    words = describe_way (self);
  else
    words = g_markup_printf_escaped (_("No path from %s to %s"), title,
                                     explorer_graph_model_get_title (self->model, to));
  gtk_label_set_markup (self->focus_label, words);
}

static void
draw (ExplorerGraphView *self)
{
  g_autoptr(FoedGraphStyle) style = make_style (self);
  g_autoptr(ExplorerPicture) picture = explorer_graph_draw (self->model, style);
  g_autoptr(GPtrArray) legend = foed_graph_style_explain (style);
  FoedPalette palette = explorer_colours_get_palette (GTK_WIDGET (self->canvas));

  explorer_canvas_set_picture (self->canvas, picture);
  explorer_graph_explain_marks (self->model, palette.ink, legend);
  explorer_legend_set_entries (self->legend, legend);
  describe (self);
  describe_focus (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "graph.unpin-all", explorer_graph_model_is_pinned (self->model, NULL));
  if (self->fly_wanted)
    fly (self);
}

/* What is drawn waits for what is measured, rather than to change its sizes and colours a moment later. */
static gboolean
is_waiting (ExplorerGraphView *self)
{
  return (self->size < FOED_N_MEASURES || self->colour < FOED_N_MEASURES) &&
         !explorer_graph_measures_is_ready (self->measures);
}

static gboolean
patience_cb (gpointer user_data)
{
  ExplorerGraphView *self = user_data;

  gtk_progress_bar_set_fraction (self->progress, explorer_graph_model_get_progress (self->model));
  gtk_stack_set_visible_child_name (self->stack, "loading");
  return G_SOURCE_CONTINUE;
}

static void
update (ExplorerGraphView *self)
{
  ExplorerGraphState state = explorer_graph_model_get_state (self->model);

  if (state == EXPLORER_GRAPH_LOADING)
    {
      if (self->patience == 0)
        self->patience = g_timeout_add (PATIENCE_MILLISECONDS, patience_cb, self);
      return;
    }
  g_clear_handle_id (&self->patience, g_source_remove);
  switch (state)
    {
    case EXPLORER_GRAPH_READY:
      if (is_waiting (self))
        return;
      draw (self);
      gtk_stack_set_visible_child_name (self->stack, "picture");
      break;
    case EXPLORER_GRAPH_EMPTY:
      explorer_canvas_set_picture (self->canvas, NULL);
      gtk_stack_set_visible_child_name (self->stack, "empty");
      break;
    case EXPLORER_GRAPH_FAILED:
      adw_status_page_set_description (self->failed_page, explorer_graph_model_get_error (self->model)->message);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      break;
    case EXPLORER_GRAPH_NOTHING:
    case EXPLORER_GRAPH_LOADING:
    default:
      draw (self);
      explorer_nothing_explain (self->session, self->nothing_page, self->any_time_button, self->clear_button);
      gtk_stack_set_visible_child_name (self->stack, "nothing");
      break;
    }
}

static gboolean
redraw_cb (gpointer user_data)
{
  ExplorerGraphView *self = user_data;

  self->redraw_idle = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
  return G_SOURCE_REMOVE;
}

/* Colours have changed; they can be asked for once the style has. */
static void
queue_redraw (ExplorerGraphView *self)
{
  if (self->redraw_idle == 0 && self->model != NULL)
    self->redraw_idle = g_idle_add (redraw_cb, self);
}

/* What was found elsewhere is shown here. */
static void
measured_cb (ExplorerGraphView *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->measures_table)))
    explorer_measures_table_set_network (self->measures_table, explorer_graph_measures_get_network (self->measures));
  if (explorer_graph_model_get_state (self->model) == EXPLORER_GRAPH_READY)
    {
      draw (self);
      gtk_stack_set_visible_child_name (self->stack, "picture");
    }
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
  queue_redraw (self);
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
selected_cb (ExplorerGraphView *self)
{
  const char *root = explorer_session_get_root (self->session);

  explorer_canvas_set_selected (self->canvas, root);
  self->fly_wanted = root != NULL && !self->selecting;
  if (self->fly_wanted && gtk_widget_get_mapped (GTK_WIDGET (self->canvas)))
    fly (self);
}

static void
node_selected_cb (ExplorerGraphView *self,
                  const char        *id)
{
  self->selecting = TRUE;
  explorer_session_select (self->session, id, id);
  self->selecting = FALSE;
}

static void
node_opened_cb (ExplorerGraphView *self,
                const char        *id)
{
  node_selected_cb (self, id);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-detail", NULL);
}

static void
edge_asked_cb (ExplorerGraphView  *self,
               guint               edge,
               const GdkRectangle *place)
{
  GdkRectangle translated = explorer_canvas_translate (self->canvas, place, GTK_WIDGET (self));

  explorer_tie_popover_show_tie (self->tie_popover, edge, &translated);
}

static void
ties_asked_cb (ExplorerGraphView  *self,
               const char         *id,
               const GdkRectangle *place)
{
  GdkRectangle translated = explorer_canvas_translate (self->canvas, place, GTK_WIDGET (self));

  explorer_tie_popover_show_ties_of (self->tie_popover, id, &translated);
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
menu_asked_cb (ExplorerGraphView  *self,
               const char         *id,
               const GdkRectangle *place)
{
  g_free (self->menu_node);
  self->menu_node = g_strdup (id);
  self->menu_place = explorer_canvas_translate (self->canvas, place, GTK_WIDGET (self));
  update_actions (self);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->node_menu), &self->menu_place);
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
    node_opened_cb (self, self->menu_node);
  else if (g_str_equal (action_name, "graph.ties"))
    explorer_tie_popover_show_ties_of (self->tie_popover, self->menu_node, &self->menu_place);
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
      explorer_canvas_fit (self->canvas, TRUE);
    }
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
  explorer_canvas_fit (self->canvas, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
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
  explorer_canvas_fit (self->canvas, TRUE);
}

static gboolean
focus_link_cb (ExplorerGraphView *self,
               const char        *address)
{
  explorer_session_select (self->session, address, address);
  return GDK_EVENT_STOP;
}

static void
explorer_graph_view_zoom (GtkWidget  *widget,
                          const char *action_name,
                          GVariant   *parameter)
{
  explorer_canvas_zoom (EXPLORER_GRAPH_VIEW (widget)->canvas,
                        g_str_equal (action_name, "graph.zoom-in") ? ZOOM_FACTOR : 1 / ZOOM_FACTOR);
}

static void
explorer_graph_view_fit (GtkWidget  *widget,
                         const char *action_name,
                         GVariant   *parameter)
{
  explorer_canvas_fit (EXPLORER_GRAPH_VIEW (widget)->canvas, TRUE);
}

static void
explorer_graph_view_output (GtkWidget  *widget,
                            const char *action_name,
                            GVariant   *parameter)
{
  ExplorerGraphView *self = EXPLORER_GRAPH_VIEW (widget);
  const ExplorerGraphOutput output = {
    self->session, self->model, explorer_graph_measures_get_network (self->measures), self->size, self->colour,
  };

  if (g_str_equal (action_name, "graph.copy-picture"))
    explorer_graph_output_copy (&output, widget);
  else
    explorer_graph_output_save (&output, widget);
}

static void
explorer_graph_view_any_time (GtkWidget  *widget,
                              const char *action_name,
                              GVariant   *parameter)
{
  explorer_session_set_day_on (EXPLORER_GRAPH_VIEW (widget)->session, FALSE);
}

static void
explorer_graph_view_retry (GtkWidget  *widget,
                           const char *action_name,
                           GVariant   *parameter)
{
  explorer_graph_model_retry (EXPLORER_GRAPH_VIEW (widget)->model);
}

static void
explorer_graph_view_map (GtkWidget *widget)
{
  ExplorerGraphView *self = EXPLORER_GRAPH_VIEW (widget);

  GTK_WIDGET_CLASS (explorer_graph_view_parent_class)->map (widget);

  explorer_graph_model_set_active (self->model, TRUE);
  queue_redraw (self);
}

static void
explorer_graph_view_unmap (GtkWidget *widget)
{
  ExplorerGraphView *self = EXPLORER_GRAPH_VIEW (widget);

  explorer_graph_model_set_active (self->model, FALSE);
  g_clear_handle_id (&self->patience, g_source_remove);

  GTK_WIDGET_CLASS (explorer_graph_view_parent_class)->unmap (widget);
}

static void
explorer_graph_view_css_changed (GtkWidget         *widget,
                                 GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (explorer_graph_view_parent_class)->css_changed (widget, change);

  queue_redraw (EXPLORER_GRAPH_VIEW (widget));
}

static gboolean
explorer_graph_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (GTK_WIDGET (EXPLORER_GRAPH_VIEW (widget)->canvas), GTK_DIR_TAB_FORWARD);
}

static void
explorer_graph_view_constructed (GObject *object)
{
  ExplorerGraphView *self = EXPLORER_GRAPH_VIEW (object);

  G_OBJECT_CLASS (explorer_graph_view_parent_class)->constructed (object);

  self->size = self->colour = FOED_N_MEASURES;
  self->model = explorer_graph_model_new (self->session);
  /* It has to hear of changes before the view does, which asks whether it is ready. */
  self->measures = explorer_graph_measures_new (self->model);
  explorer_measures_table_set_session (self->measures_table, self->session);
  g_signal_connect_object (self->measures, "changed", G_CALLBACK (measured_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::root", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (queue_redraw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast", G_CALLBACK (queue_redraw), self,
                           G_CONNECT_SWAPPED);
  selected_cb (self);
  self->tie_popover = EXPLORER_TIE_POPOVER (explorer_tie_popover_new (self->session, self->model));
  gtk_widget_set_parent (GTK_WIDGET (self->tie_popover), GTK_WIDGET (self));
  self->node_menu = gtk_popover_menu_new_from_model (self->node_menu_model);
  gtk_widget_set_parent (self->node_menu, GTK_WIDGET (self));
  update_actions (self);
}

static void
explorer_graph_view_dispose (GObject *object)
{
  ExplorerGraphView *self = EXPLORER_GRAPH_VIEW (object);
  GtkWidget *child;

  g_clear_handle_id (&self->patience, g_source_remove);
  g_clear_handle_id (&self->redraw_idle, g_source_remove);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  if (self->measures != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->measures, self);
      g_object_run_dispose (G_OBJECT (self->measures));
    }
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), EXPLORER_TYPE_GRAPH_VIEW);
  /* Children that the template does not name stay behind. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->measures);
  g_clear_object (&self->model);
  g_clear_object (&self->session);
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
    case PROP_SESSION:
      g_value_set_object (value, self->session);
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
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
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
  widget_class->css_changed = explorer_graph_view_css_changed;
  widget_class->grab_focus = explorer_graph_view_grab_focus;
  widget_class->map = explorer_graph_view_map;
  widget_class->unmap = explorer_graph_view_unmap;

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
  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, EXPLORER_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SIZE] =
    g_param_spec_string ("size", NULL, NULL, "none",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_property_action (widget_class, "graph.colour", "colour");
  gtk_widget_class_install_property_action (widget_class, "graph.layout", "layout");
  gtk_widget_class_install_property_action (widget_class, "graph.measures", "measures-shown");
  gtk_widget_class_install_property_action (widget_class, "graph.picture", "picture");
  gtk_widget_class_install_property_action (widget_class, "graph.size", "size");
  gtk_widget_class_install_action (widget_class, "graph.any-time", NULL, explorer_graph_view_any_time);
  gtk_widget_class_install_action (widget_class, "graph.copy-picture", NULL, explorer_graph_view_output);
  gtk_widget_class_install_action (widget_class, "graph.fit", NULL, explorer_graph_view_fit);
  for (guint i = 0; i < G_N_ELEMENTS (node_actions); i++)
    gtk_widget_class_install_action (widget_class, node_actions[i], NULL, explorer_graph_view_act);
  gtk_widget_class_install_action (widget_class, "graph.unfocus", NULL, explorer_graph_view_unfocus);
  gtk_widget_class_install_action (widget_class, "graph.unpin-all", NULL, explorer_graph_view_unpin_all);
  gtk_widget_class_install_action (widget_class, "graph.retry", NULL, explorer_graph_view_retry);
  gtk_widget_class_install_action (widget_class, "graph.save-picture", NULL, explorer_graph_view_output);
  gtk_widget_class_install_action (widget_class, "graph.zoom-in", NULL, explorer_graph_view_zoom);
  gtk_widget_class_install_action (widget_class, "graph.zoom-out", NULL, explorer_graph_view_zoom);

  g_type_ensure (EXPLORER_TYPE_CANVAS);
  g_type_ensure (EXPLORER_TYPE_LEGEND);
  g_type_ensure (EXPLORER_TYPE_MEASURES_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/foedera/Foedera/ui/views/graph-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ExplorerGraphView, any_time_button);
  gtk_widget_class_bind_template_child (widget_class, ExplorerGraphView, canvas);
  gtk_widget_class_bind_template_child (widget_class, ExplorerGraphView, clear_button);
  gtk_widget_class_bind_template_child (widget_class, ExplorerGraphView, failed_page);
  gtk_widget_class_bind_template_child (widget_class, ExplorerGraphView, focus_bar);
  gtk_widget_class_bind_template_child (widget_class, ExplorerGraphView, focus_depth);
  gtk_widget_class_bind_template_child (widget_class, ExplorerGraphView, focus_label);
  gtk_widget_class_bind_template_child (widget_class, ExplorerGraphView, legend);
  gtk_widget_class_bind_template_child (widget_class, ExplorerGraphView, measures_table);
  gtk_widget_class_bind_template_child (widget_class, ExplorerGraphView, node_menu_model);
  gtk_widget_class_bind_template_child (widget_class, ExplorerGraphView, nothing_page);
  gtk_widget_class_bind_template_child (widget_class, ExplorerGraphView, progress);
  gtk_widget_class_bind_template_child (widget_class, ExplorerGraphView, stack);
  gtk_widget_class_bind_template_child (widget_class, ExplorerGraphView, summary);
  gtk_widget_class_bind_template_callback (widget_class, depth_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, edge_asked_cb);
  gtk_widget_class_bind_template_callback (widget_class, measures_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_link_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_asked_cb);
  gtk_widget_class_bind_template_callback (widget_class, node_dragged_cb);
  gtk_widget_class_bind_template_callback (widget_class, node_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, node_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, ties_asked_cb);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "graphview");
}

static void
explorer_graph_view_init (ExplorerGraphView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * explorer_graph_view_get_model:
 * @self: a view
 *
 * Returns: (transfer none): what it draws
 */
ExplorerGraphModel *
explorer_graph_view_get_model (ExplorerGraphView *self)
{
  g_return_val_if_fail (EXPLORER_IS_GRAPH_VIEW (self), NULL);

  return self->model;
}

/**
 * explorer_graph_view_get_canvas:
 * @self: a view
 *
 * Returns: (transfer none): where it draws
 */
ExplorerCanvas *
explorer_graph_view_get_canvas (ExplorerGraphView *self)
{
  g_return_val_if_fail (EXPLORER_IS_GRAPH_VIEW (self), NULL);

  return self->canvas;
}
