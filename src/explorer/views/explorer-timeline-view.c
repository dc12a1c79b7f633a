/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-timeline-view"

#include "config.h"

#include <glib/gi18n.h>

#include "explorer-picture-output.h"
#include "explorer-timeline-view.h"

struct _ExplorerTimelineView
{
  ExplorerPictureView    parent_instance;

  ExplorerTimelineModel *model;          /* which the parent owns */
  FoedTimelineGrouping   grouping;
  FoedTimelineOrder      order;

  ExplorerTimelineArea  *area;
  ExplorerLegend        *legend;
  GtkLabel              *summary;
};

enum
{
  PROP_0,
  PROP_GROUPING,
  PROP_ORDER,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ExplorerTimelineView, explorer_timeline_view, EXPLORER_TYPE_PICTURE_VIEW)

static ExplorerSession *
get_session (ExplorerTimelineView *self)
{
  return explorer_picture_view_get_session (EXPLORER_PICTURE_VIEW (self));
}

static void
explain (ExplorerTimelineView *self,
         FoedTimeline         *timeline)
{
  g_autoptr(GPtrArray) legend = foed_timeline_style_explain (explorer_timeline_area_get_style (self->area), timeline);

  explorer_legend_set_entries (self->legend, legend);
}

static void
describe (ExplorerTimelineView *self,
          FoedTimeline         *timeline)
{
  guint n_alliances = foed_timeline_get_n_alliances (timeline);
  g_autofree char *description = g_strdup_printf (ngettext ("%u alliance", "%u alliances", n_alliances), n_alliances);

  gtk_label_set_label (self->summary, description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->area), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

static gboolean
explorer_timeline_view_draw (ExplorerPictureView *view)
{
  ExplorerTimelineView *self = EXPLORER_TIMELINE_VIEW (view);
  FoedTimeline *timeline = explorer_timeline_model_get_timeline (self->model);

  explain (self, timeline);
  describe (self, timeline);
  return TRUE;
}

static FoedPage *
explorer_timeline_view_make_page (ExplorerPictureView *view,
                                  FoedPictureOptions  *options)
{
  ExplorerTimelineView *self = EXPLORER_TIMELINE_VIEW (view);
  g_auto(ExplorerPictureOrigin) origin = { 0 };
  FoedTimelineSubject subject;

  explorer_picture_origin_init (&origin, get_session (self));
  explorer_timeline_area_get_subject (self->area, &subject);
  options->view = FOED_VIEW_TIMELINE;
  return foed_timeline_page_new (&subject, &origin.origin);
}

static void
model_changed_cb (ExplorerTimelineView *self)
{
  explorer_timeline_area_set_timeline (self->area, explorer_timeline_model_get_timeline (self->model));
}

static void
selection_changed_cb (ExplorerTimelineView *self)
{
  explorer_timeline_area_set_selected (self->area, explorer_session_get_selected (get_session (self)),
                                       explorer_session_get_root (get_session (self)));
}

static void
day_changed_cb (ExplorerTimelineView *self)
{
  explorer_timeline_area_set_day (self->area, explorer_session_get_day (get_session (self)),
                                  explorer_session_get_day_on (get_session (self)));
}

static void
selected_cb (ExplorerTimelineView *self,
             const char           *id,
             const char           *root)
{
  explorer_session_select (get_session (self), id, root);
}

static void
opened_cb (ExplorerTimelineView *self,
           const char           *id,
           const char           *root)
{
  explorer_session_select (get_session (self), id, root);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-detail", NULL);
}

static void
day_chosen_cb (ExplorerTimelineView *self,
               int                   day)
{
  explorer_session_set_day (get_session (self), day);
}

static void
explorer_timeline_view_zoom (ExplorerPictureView *view,
                             double               factor)
{
  explorer_timeline_area_zoom (EXPLORER_TIMELINE_VIEW (view)->area, factor);
}

static void
explorer_timeline_view_fit (ExplorerPictureView *view)
{
  explorer_timeline_area_fit (EXPLORER_TIMELINE_VIEW (view)->area);
}

static void
explorer_timeline_view_open_all (GtkWidget  *widget,
                                 const char *action_name,
                                 GVariant   *parameter)
{
  explorer_timeline_area_set_all_open (EXPLORER_TIMELINE_VIEW (widget)->area,
                                       g_str_equal (action_name, "timeline.open-all"));
}

static gboolean
explorer_timeline_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (GTK_WIDGET (EXPLORER_TIMELINE_VIEW (widget)->area), GTK_DIR_TAB_FORWARD);
}

static void
explorer_timeline_view_constructed (GObject *object)
{
  ExplorerTimelineView *self = EXPLORER_TIMELINE_VIEW (object);
  ExplorerSession *session = get_session (self);
  g_autoptr(ExplorerTimelineModel) model = NULL;

  G_OBJECT_CLASS (explorer_timeline_view_parent_class)->constructed (object);

  self->model = model = explorer_timeline_model_new (session);
  g_signal_connect_object (self->model, "changed", G_CALLBACK (model_changed_cb), self, G_CONNECT_SWAPPED);
  explorer_picture_view_set_model (EXPLORER_PICTURE_VIEW (self), EXPLORER_PICTURE_MODEL (self->model));
  g_signal_connect_object (session, "notify::selected", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::root", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::day", G_CALLBACK (day_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::day-on", G_CALLBACK (day_changed_cb), self, G_CONNECT_SWAPPED);
  selection_changed_cb (self);
  day_changed_cb (self);
  explorer_picture_view_keep (EXPLORER_PICTURE_VIEW (self), "timeline-group", "grouping");
  explorer_picture_view_keep (EXPLORER_PICTURE_VIEW (self), "timeline-sort", "order");
}

static void
explorer_timeline_view_get_property (GObject    *object,
                                     guint       prop_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  ExplorerTimelineView *self = EXPLORER_TIMELINE_VIEW (object);

  switch (prop_id)
    {
    case PROP_GROUPING:
      g_value_set_string (value, foed_timeline_grouping_get_nick (self->grouping));
      break;
    case PROP_ORDER:
      g_value_set_string (value, foed_timeline_order_get_nick (self->order));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
explorer_timeline_view_set_property (GObject      *object,
                                     guint         prop_id,
                                     const GValue *value,
                                     GParamSpec   *pspec)
{
  ExplorerTimelineView *self = EXPLORER_TIMELINE_VIEW (object);

  switch (prop_id)
    {
    case PROP_GROUPING:
      foed_timeline_grouping_from_nick (g_value_get_string (value), &self->grouping);
      explorer_timeline_area_arrange (self->area, self->grouping, self->order);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_ORDER:
      foed_timeline_order_from_nick (g_value_get_string (value), &self->order);
      explorer_timeline_area_arrange (self->area, self->grouping, self->order);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_property_action (widget_class, "timeline.group", "grouping");
  gtk_widget_class_install_property_action (widget_class, "timeline.sort", "order");
  gtk_widget_class_install_action (widget_class, "timeline.open-all", NULL, explorer_timeline_view_open_all);
  gtk_widget_class_install_action (widget_class, "timeline.close-all", NULL, explorer_timeline_view_open_all);
}

static void
explorer_timeline_view_class_init (ExplorerTimelineViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  ExplorerPictureViewClass *view_class = EXPLORER_PICTURE_VIEW_CLASS (klass);
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = explorer_timeline_view_constructed;
  object_class->get_property = explorer_timeline_view_get_property;
  object_class->set_property = explorer_timeline_view_set_property;
  widget_class->grab_focus = explorer_timeline_view_grab_focus;
  view_class->draw = explorer_timeline_view_draw;
  view_class->fit = explorer_timeline_view_fit;
  view_class->make_page = explorer_timeline_view_make_page;
  view_class->zoom = explorer_timeline_view_zoom;

  properties[PROP_GROUPING] = g_param_spec_string ("grouping", NULL, NULL, NULL, writable);
  properties[PROP_ORDER] = g_param_spec_string ("order", NULL, NULL, NULL, writable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  install_actions (widget_class);

  g_type_ensure (EXPLORER_TYPE_LEGEND);
  g_type_ensure (EXPLORER_TYPE_TIMELINE_AREA);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/foedera/Foedera/ui/views/timeline-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ExplorerTimelineView, area);
  gtk_widget_class_bind_template_child (widget_class, ExplorerTimelineView, legend);
  gtk_widget_class_bind_template_child (widget_class, ExplorerTimelineView, summary);
  gtk_widget_class_bind_template_callback (widget_class, day_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
explorer_timeline_view_init (ExplorerTimelineView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
