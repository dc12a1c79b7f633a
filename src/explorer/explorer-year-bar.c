/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-year-bar"

#include "config.h"

#include <glib/gi18n.h>

#include "explorer-compat.h"
#include "explorer-day-text.h"
#include "explorer-news.h"
#include "explorer-player.h"
#include "explorer-year-bar.h"
#include "widgets/explorer-histogram.h"

#define YEAR_FIRST 1
#define YEAR_LAST 9999

/* Room for a year, and for most of a day that is typed. */
#define N_LETTERS_MIN 8

/* How long a line of news stands at least: while years pass by themselves, and while they are moved by hand. */
#define MILLISECONDS_PLAYING 1500
#define MILLISECONDS_MOVING 200

/* Across how many years, passed since the last line, news is gathered. */
#define N_DAYS_GATHERED (40 * 366)

struct _ExplorerYearBar
{
  GtkWidget          parent_instance;

  ExplorerSession   *session;
  ExplorerPlayer    *player;
  ExplorerHistogram *histogram;
  ExplorerNews      *news;
  FoedDay            told_day;       /* up to when news was told */
  gint64             told_moment;    /* when it was */
  guint              tell_timer;

  GtkBox            *box;
  GtkButton         *play_button;
  GtkMenuButton     *speed_button;
  GtkLabel          *speed_label;
  GtkEntry          *entry;
  GtkToggleButton   *any_time;
  GtkLabel          *caption;
  GtkLabel          *news_label;
  GtkRevealer       *problem_revealer;
  GtkLabel          *problem;
};

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_SPEED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ExplorerYearBar, explorer_year_bar, GTK_TYPE_WIDGET)

static void
show_problem (ExplorerYearBar *self,
              const char      *problem)
{
  if (problem != NULL)
    gtk_label_set_label (self->problem, problem);
  explorer_day_text_mark (self->entry, problem != NULL);
  gtk_revealer_set_reveal_child (self->problem_revealer, problem != NULL);
}

static FoedDay
get_end_of_year_before (FoedDay day)
{
  int year;
  int month;
  int day_of_month;

  foed_day_to_calendar (day, &year, &month, &day_of_month);
  return foed_day_from_calendar (year, 1, 1) - 1;
}

/* Tells what has happened in the year that is looked at, or since the last line where years pass too fast to tell each.
 * Who can't see hears it: as a change of the line, and from what has the focus while years are moved. */
static void
tell (ExplorerYearBar *self)
{
  FoedDay day = explorer_session_get_day (self->session);
  FoedDay from = get_end_of_year_before (day);
  g_autofree char *caption = explorer_histogram_dup_caption (self->histogram);
  g_autofree char *news = NULL;
  g_autofree char *description = NULL;

  if (explorer_player_get_playing (self->player) && self->told_day < from && self->told_day > from - N_DAYS_GATHERED)
    from = self->told_day;
  if (explorer_session_get_day_on (self->session))
    news = explorer_news_tell (self->news, from, day);
  self->told_day = day;
  self->told_moment = g_get_monotonic_time ();

  gtk_label_set_label (self->news_label, news != NULL ? news : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->news_label), news);
  /* Translators: how many alliances there are in a year, and then what happened. */
  description = news != NULL ? g_strdup_printf (C_("news", "%s. %s"), caption, news) : g_strdup (caption);
  explorer_histogram_describe (self->histogram, description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->play_button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  -1);
  if (news != NULL)
    explorer_compat_announce (GTK_WIDGET (self->news_label), news);
}

static gboolean
tell_cb (gpointer user_data)
{
  ExplorerYearBar *self = user_data;

  self->tell_timer = 0;
  tell (self);
  return G_SOURCE_REMOVE;
}

/* A line that is gone before it was read tells nothing. */
static void
queue_news (ExplorerYearBar *self)
{
  gboolean hurried = explorer_player_get_playing (self->player) && explorer_player_get_speed (self->player) > 1;
  gint64 since = (g_get_monotonic_time () - self->told_moment) / 1000;
  guint stay = hurried ? MILLISECONDS_PLAYING : MILLISECONDS_MOVING;

  if (self->tell_timer != 0)
    return;
  if (since >= stay)
    tell (self);
  else
    self->tell_timer = g_timeout_add (stay - (guint) since, tell_cb, self);
}

static void
update_caption (ExplorerYearBar *self)
{
  g_autofree char *caption = explorer_histogram_dup_caption (self->histogram);

  gtk_label_set_label (self->caption, caption);
  /* The button for any time says so itself. */
  gtk_widget_set_visible (GTK_WIDGET (self->caption), explorer_session_get_day_on (self->session));
  queue_news (self);
}

/* A year takes little room, and leaves the rest to the years beside it. */
static void
fit_entry (ExplorerYearBar *self,
           const char      *text)
{
  int n_letters = MAX ((int) g_utf8_strlen (text, -1), N_LETTERS_MIN);

  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), n_letters);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), n_letters);
}

static void
update (ExplorerYearBar *self)
{
  gboolean day_on = explorer_session_get_day_on (self->session);
  g_autofree char *text = explorer_day_text_format (explorer_session_get_day (self->session));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  fit_entry (self, text);
  update_caption (self);
  gtk_toggle_button_set_active (self->any_time, !day_on);
  if (day_on)
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "off");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "off");
  show_problem (self, NULL);
}

/* The button says what it would do. */
static void
update_play_button (ExplorerYearBar *self)
{
  gboolean playing = explorer_player_get_playing (self->player);
  const char *label = playing ? C_("years", "Pause") : C_("years", "Play");

  gtk_button_set_icon_name (self->play_button,
                            playing ? "media-playback-pause-symbolic" : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->play_button),
                               playing ? _("Stop the Years") : _("Let the Years Pass"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->play_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "year.play", explorer_player_can_play (self->player));
}

static void
speed_cb (ExplorerYearBar *self)
{
  int speed = explorer_player_get_speed (self->player);
  /* Translators: how fast years pass; there is room for four letters. */
  g_autofree char *label = g_strdup_printf (C_("speed", "%d×"), speed);
  g_autofree char *name = g_strdup_printf (ngettext ("Speed: %d year a second", "Speed: %d years a second", speed),
                                           speed);

  gtk_label_set_label (self->speed_label, label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->speed_button), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->speed_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SPEED]);
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
  if (!explorer_day_text_parse (text, &day))
    {
      g_autofree char *problem = explorer_day_text_refuse (text);

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
explorer_year_bar_step_day (GtkWidget  *widget,
                            const char *action_name,
                            GVariant   *parameter)
{
  ExplorerYearBar *self = EXPLORER_YEAR_BAR (widget);
  int step = g_variant_get_int32 (parameter);

  explorer_session_set_day (self->session, CLAMP (explorer_session_get_day (self->session) + step,
                                                  foed_day_from_calendar (YEAR_FIRST, 1, 1),
                                                  foed_day_from_calendar (YEAR_LAST, 12, 31)));
  explorer_session_set_day_on (self->session, TRUE);
}

static void
explorer_year_bar_play (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  explorer_year_bar_toggle_playing (EXPLORER_YEAR_BAR (widget));
}

/* A day is to a year as a step with Shift is to one without. */
static void
install_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    int   step;
  } keys[] = { { GDK_KEY_Up, 1 },    { GDK_KEY_KP_Up, 1 },    { GDK_KEY_Down, -1 }, { GDK_KEY_KP_Down, -1 },
               { GDK_KEY_Right, 1 }, { GDK_KEY_KP_Right, 1 }, { GDK_KEY_Left, -1 }, { GDK_KEY_KP_Left, -1 } };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gtk_widget_class_add_binding_action (widget_class, keys[i].key, 0, "year.step", "i", keys[i].step);
      gtk_widget_class_add_binding_action (widget_class, keys[i].key, GDK_SHIFT_MASK, "year.step-day", "i",
                                           keys[i].step);
    }
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, 0, "year.step", "i", 10);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, 0, "year.step", "i", -10);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "year.play", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Space, 0, "year.play", NULL);
}

static void
explorer_year_bar_constructed (GObject *object)
{
  ExplorerYearBar *self = EXPLORER_YEAR_BAR (object);

  G_OBJECT_CLASS (explorer_year_bar_parent_class)->constructed (object);

  self->histogram = g_object_new (EXPLORER_TYPE_HISTOGRAM, "session", self->session, "hexpand", TRUE, NULL);
  gtk_box_append (self->box, GTK_WIDGET (self->histogram));
  self->player = explorer_player_new (self->session);
  g_object_bind_property (self->histogram, "first-year", self->player, "first-year", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->histogram, "last-year", self->player, "last-year", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->player, "notify::playing", G_CALLBACK (update_play_button), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->player, "notify::last-year", G_CALLBACK (update_play_button), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->player, "notify::first-year", G_CALLBACK (update_play_button), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->player, "notify::speed", G_CALLBACK (speed_cb), self, G_CONNECT_SWAPPED);
  self->news = explorer_news_new (self->session);
  g_signal_connect_object (self->histogram, "notify::last-year", G_CALLBACK (update_caption), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->news, "changed", G_CALLBACK (queue_news), self, G_CONNECT_SWAPPED);

  g_signal_connect_object (self->session, "notify::day", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::day-on", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  update_play_button (self);
  speed_cb (self);
}

static void
explorer_year_bar_dispose (GObject *object)
{
  ExplorerYearBar *self = EXPLORER_YEAR_BAR (object);

  if (self->player != NULL)
    explorer_player_set_playing (self->player, FALSE);
  g_clear_handle_id (&self->tell_timer, g_source_remove);
  g_clear_object (&self->player);
  if (self->news != NULL)
    g_signal_handlers_disconnect_by_data (self->news, self);
  g_clear_object (&self->news);
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
    case PROP_SPEED:
      g_value_set_int (value, explorer_player_get_speed (EXPLORER_YEAR_BAR (object)->player));
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
    case PROP_SPEED:
      g_object_set_property (G_OBJECT (EXPLORER_YEAR_BAR (object)->player), "speed", value);
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
  properties[PROP_SPEED] = g_param_spec_int ("speed", NULL, NULL, 1, EXPLORER_PLAYER_SPEED_MAX, 5,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "year.play", NULL, explorer_year_bar_play);
  gtk_widget_class_install_action (widget_class, "year.step", "i", explorer_year_bar_step);
  gtk_widget_class_install_action (widget_class, "year.step-day", "i", explorer_year_bar_step_day);
  gtk_widget_class_install_property_action (widget_class, "year.speed", "speed");
  install_keys (widget_class);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/foedera/Foedera/ui/year-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, ExplorerYearBar, any_time);
  gtk_widget_class_bind_template_child (widget_class, ExplorerYearBar, box);
  gtk_widget_class_bind_template_child (widget_class, ExplorerYearBar, caption);
  gtk_widget_class_bind_template_child (widget_class, ExplorerYearBar, entry);
  gtk_widget_class_bind_template_child (widget_class, ExplorerYearBar, news_label);
  gtk_widget_class_bind_template_child (widget_class, ExplorerYearBar, play_button);
  gtk_widget_class_bind_template_child (widget_class, ExplorerYearBar, problem);
  gtk_widget_class_bind_template_child (widget_class, ExplorerYearBar, problem_revealer);
  gtk_widget_class_bind_template_child (widget_class, ExplorerYearBar, speed_button);
  gtk_widget_class_bind_template_child (widget_class, ExplorerYearBar, speed_label);
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

/**
 * explorer_year_bar_toggle_playing:
 * @self: a year bar
 *
 * Lets the years pass, or stops them.
 */
void
explorer_year_bar_toggle_playing (ExplorerYearBar *self)
{
  g_return_if_fail (EXPLORER_IS_YEAR_BAR (self));

  explorer_player_set_playing (self->player, !explorer_player_get_playing (self->player));
}
