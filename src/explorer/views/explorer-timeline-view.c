/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-timeline-view"

#include "config.h"

#include <glib/gi18n.h>

#include "canvas/explorer-timeline-words.h"
#include "explorer-timeline-view.h"
#include "explorer/explorer-colours.h"
#include "explorer/explorer-compat.h"

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

static const char * const grouping_nicks[FOED_N_TIMELINE_GROUPINGS] = { "none", "region", "obligation" };
static const char * const order_nicks[FOED_N_TIMELINE_ORDERS] = { "begin", "end", "name", "members" };

static ExplorerSession *
get_session (ExplorerTimelineView *self)
{
  return explorer_picture_view_get_session (EXPLORER_PICTURE_VIEW (self));
}

static guint
find_nick (const char * const *nicks,
           guint               n_nicks,
           const char         *nick)
{
  for (guint i = 0; i < n_nicks; i++)
    {
      if (g_strcmp0 (nicks[i], nick) == 0)
        return i;
    }
  return 0;
}

/* What of the signs there is in the timeline, so that the legend tells of nothing else. */
typedef struct
{
  gboolean kinds[64];
  gboolean marks[FOED_N_TIMELINE_MARK_KINDS];
  gboolean vague;
  gboolean open;
} Contents;

static void
look_through (FoedTimeline *timeline,
              Contents     *contents)
{
  guint n_rows;
  const FoedTimelineRow *rows = foed_timeline_get_rows (timeline, &n_rows);

  for (guint i = 0; i < n_rows; i++)
    {
      if (rows[i].kind == FOED_RECORD_OBLIGATION)
        contents->kinds[foed_vocabulary_get_position (FOED_VOCABULARY_OBLIGATION_KIND, rows[i].term)] = TRUE;
      for (guint j = 0; j < rows[i].n_bars; j++)
        {
          const FoedTimelineBar *bar = &rows[i].bars[j];

          contents->vague |= bar->first_day != bar->certain_first_day || bar->last_day != bar->certain_last_day;
          contents->open |= bar->last_day == FOED_DAY_LAST || bar->first_day == FOED_DAY_FIRST;
        }
      for (guint j = 0; j < rows[i].n_marks; j++)
        contents->marks[rows[i].marks[j].kind] = TRUE;
    }
}

static void
explain (ExplorerTimelineView *self,
         FoedTimeline         *timeline)
{
  guint n_terms;
  const FoedTerm *terms = foed_vocabulary_get_terms (FOED_VOCABULARY_OBLIGATION_KIND, &n_terms);
  g_autoptr(GPtrArray) legend = foed_legend_new ();
  FoedPalette palette = explorer_colours_get_palette (GTK_WIDGET (self->area));
  Contents contents = { 0 };
  GdkRGBA breach;

  g_assert (n_terms <= G_N_ELEMENTS (contents.kinds));

  explorer_compat_look_up_colour (GTK_WIDGET (self->area), "error_color", &breach);
  look_through (timeline, &contents);
  for (guint i = 0; i < n_terms; i++)
    {
      FoedColour colour;

      if (contents.kinds[i] && foed_colour_of_term (&terms[i], palette.dark, &colour))
        foed_legend_add (legend, FOED_LEGEND_SQUARE, colour, foed_term_get_label (&terms[i]));
    }
  for (guint i = 0; i < FOED_N_TIMELINE_MARK_KINDS; i++)
    {
      if (contents.marks[i])
        foed_legend_add (legend, FOED_LEGEND_MARK + i,
                         i == FOED_TIMELINE_BREACH ? explorer_colours_to (&breach) : palette.ink,
                         explorer_timeline_get_mark_label (i));
    }
  if (contents.vague)
    foed_legend_add (legend, FOED_LEGEND_HATCHED, palette.ink, C_("legend", "Date not certain"));
  if (contents.open)
    foed_legend_add (legend, FOED_LEGEND_FADING, palette.ink, C_("legend", "Open when the source ended"));
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
      g_value_set_string (value, grouping_nicks[self->grouping]);
      break;
    case PROP_ORDER:
      g_value_set_string (value, order_nicks[self->order]);
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
      self->grouping = find_nick (grouping_nicks, FOED_N_TIMELINE_GROUPINGS, g_value_get_string (value));
      explorer_timeline_area_arrange (self->area, self->grouping, self->order);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_ORDER:
      self->order = find_nick (order_nicks, FOED_N_TIMELINE_ORDERS, g_value_get_string (value));
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
