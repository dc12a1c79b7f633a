/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-year-bar"

#include "config.h"

#include <glib/gi18n.h>

#include "explorer-compat.h"
#include "explorer-year-bar.h"
#include "widgets/explorer-histogram.h"

#define YEAR_FIRST 1
#define YEAR_LAST 9999

struct _ExplorerYearBar
{
  GtkWidget        parent_instance;

  ExplorerSession *session;

  GtkBox          *box;
  GtkEntry        *entry;
  GtkToggleButton *any_time;
  GtkRevealer     *problem_revealer;
  GtkLabel        *problem;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ExplorerYearBar, explorer_year_bar, GTK_TYPE_WIDGET)

/* A 31 December is shown as its year: that is what a person has typed or scrubbed to. */
static char *
format_day (FoedDay day)
{
  g_autoptr(FoedDate) date = NULL;
  int year;
  int month;
  int day_of_month;

  foed_day_to_calendar (day, &year, &month, &day_of_month);
  if (month == 12 && day_of_month == 31)
    return g_strdup_printf ("%d", year);
  date = foed_date_new_for_day (day);
  return foed_date_format (date);
}

/* Takes the spelling of the data first, then whatever the user's language writes. */
static gboolean
parse_day (const char *text,
           FoedDay    *day)
{
  GDate date;

  if (foed_day_parse (text, day, NULL))
    return TRUE;
  g_date_clear (&date, 1);
  g_date_set_parse (&date, text);
  if (!g_date_valid (&date))
    return FALSE;
  *day = foed_day_from_calendar (g_date_get_year (&date), (int) g_date_get_month (&date), g_date_get_day (&date));
  return TRUE;
}

static void
show_problem (ExplorerYearBar *self,
              const char      *problem)
{
  if (problem != NULL)
    {
      gtk_label_set_label (self->problem, problem);
      gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
    }
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_revealer_set_reveal_child (self->problem_revealer, problem != NULL);
}

static void
update (ExplorerYearBar *self)
{
  gboolean day_on = explorer_session_get_day_on (self->session);
  g_autofree char *text = format_day (explorer_session_get_day (self->session));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_toggle_button_set_active (self->any_time, !day_on);
  if (day_on)
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "off");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "off");
  show_problem (self, NULL);
}

static void
entry_activate_cb (ExplorerYearBar *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  FoedDay day;

  if (*text == '\0')
    {
      explorer_session_set_day_on (self->session, FALSE);
      update (self);
      return;
    }
  if (!parse_day (text, &day))
    {
      g_autofree char *problem = g_strdup_printf (_("“%s” is not a day. Write 1914, 1914-08 or 1914-08-01."), text);

      show_problem (self, problem);
      return;
    }
  explorer_session_set_day (self->session, day);
  explorer_session_set_day_on (self->session, TRUE);
  update (self);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

static void
entry_focus_leave_cb (ExplorerYearBar *self)
{
  update (self);
}

static void
any_time_toggled_cb (ExplorerYearBar *self)
{
  explorer_session_set_day_on (self->session, !gtk_toggle_button_get_active (self->any_time));
}

/* A step keeps the day of the year, but for 29 February. */
static void
explorer_year_bar_step (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  ExplorerYearBar *self = EXPLORER_YEAR_BAR (widget);
  int year;
  int month;
  int day;

  foed_day_to_calendar (explorer_session_get_day (self->session), &year, &month, &day);
  year = CLAMP (year + g_variant_get_int32 (parameter), YEAR_FIRST, YEAR_LAST);
  if (month == 2 && day == 29 && !g_date_is_leap_year ((GDateYear) year))
    day = 28;
  explorer_session_set_day (self->session, foed_day_from_calendar (year, month, day));
  explorer_session_set_day_on (self->session, TRUE);
}

static void
explorer_year_bar_constructed (GObject *object)
{
  ExplorerYearBar *self = EXPLORER_YEAR_BAR (object);
  GtkWidget *histogram;

  G_OBJECT_CLASS (explorer_year_bar_parent_class)->constructed (object);

  histogram = g_object_new (EXPLORER_TYPE_HISTOGRAM, "session", self->session, "hexpand", TRUE, NULL);
  gtk_box_insert_child_after (self->box, histogram, gtk_widget_get_first_child (GTK_WIDGET (self->box)));

  g_signal_connect_object (self->session, "notify::day", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::day-on", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
explorer_year_bar_dispose (GObject *object)
{
  ExplorerYearBar *self = EXPLORER_YEAR_BAR (object);

  g_clear_object (&self->session);
  explorer_compat_dispose (GTK_WIDGET (self));

  G_OBJECT_CLASS (explorer_year_bar_parent_class)->dispose (object);
}

static void
explorer_year_bar_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, EXPLORER_YEAR_BAR (object)->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
explorer_year_bar_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      EXPLORER_YEAR_BAR (object)->session = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
explorer_year_bar_class_init (ExplorerYearBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = explorer_year_bar_constructed;
  object_class->dispose = explorer_year_bar_dispose;
  object_class->get_property = explorer_year_bar_get_property;
  object_class->set_property = explorer_year_bar_set_property;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, EXPLORER_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "year.step", "i", explorer_year_bar_step);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/foedera/Foedera/ui/year-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, ExplorerYearBar, any_time);
  gtk_widget_class_bind_template_child (widget_class, ExplorerYearBar, box);
  gtk_widget_class_bind_template_child (widget_class, ExplorerYearBar, entry);
  gtk_widget_class_bind_template_child (widget_class, ExplorerYearBar, problem);
  gtk_widget_class_bind_template_child (widget_class, ExplorerYearBar, problem_revealer);
  gtk_widget_class_bind_template_callback (widget_class, any_time_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_focus_leave_cb);

  gtk_widget_class_set_css_name (widget_class, "yearbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
explorer_year_bar_init (ExplorerYearBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * explorer_year_bar_focus_entry:
 * @self: a year bar
 *
 * Puts the cursor into the entry, with the day selected.
 */
void
explorer_year_bar_focus_entry (ExplorerYearBar *self)
{
  g_return_if_fail (EXPLORER_IS_YEAR_BAR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}
