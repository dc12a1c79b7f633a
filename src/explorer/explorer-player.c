/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-player"

#include "config.h"

#include "explorer-player.h"

struct _ExplorerPlayer
{
  GObject          parent_instance;

  ExplorerSession *session;
  int              speed;
  int              first_year;
  int              last_year;
  guint            timer;
};

enum
{
  PROP_0,
  PROP_FIRST_YEAR,
  PROP_LAST_YEAR,
  PROP_PLAYING,
  PROP_SESSION,
  PROP_SPEED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ExplorerPlayer, explorer_player, G_TYPE_OBJECT)

/* The year that is looked at. A day within it comes before its end, so the next year to show is the same one. */
static int
get_full_year (ExplorerPlayer *self)
{
  int year;
  int month;
  int day;

  foed_day_to_calendar (explorer_session_get_day (self->session), &year, &month, &day);
  return month == 12 && day == 31 ? year : year - 1;
}

static void
show_year (ExplorerPlayer *self,
           int             year)
{
  explorer_session_set_day (self->session, foed_day_from_calendar (year, 12, 31));
  explorer_session_set_day_on (self->session, TRUE);
}

static void
stop (ExplorerPlayer *self)
{
  if (self->timer == 0)
    return;
  g_clear_handle_id (&self->timer, g_source_remove);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLAYING]);
}

static gboolean
tick_cb (gpointer user_data)
{
  ExplorerPlayer *self = user_data;
  int year = get_full_year (self) + 1;

  /* Who lets go of the day, or of the library, does not want to see years any more. */
  if (!explorer_session_get_day_on (self->session) || year > self->last_year)
    {
      stop (self);
      return G_SOURCE_REMOVE;
    }
  show_year (self, MAX (year, self->first_year));
  if (year < self->last_year)
    return G_SOURCE_CONTINUE;
  stop (self);
  return G_SOURCE_REMOVE;
}

/* Frames are drawn and answers of the library taken before the next year comes, however late that makes it. */
static void
start_timer (ExplorerPlayer *self)
{
  self->timer = g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, 1000 / (guint) self->speed, tick_cb, self, NULL);
}

static void
set_year (ExplorerPlayer *self,
          int            *year,
          const GValue   *value,
          GParamSpec     *pspec)
{
  if (*year == g_value_get_int (value))
    return;
  *year = g_value_get_int (value);
  if (!explorer_player_can_play (self))
    stop (self);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
set_speed (ExplorerPlayer *self,
           int             speed)
{
  if (self->speed == speed)
    return;
  self->speed = speed;
  if (self->timer != 0)
    {
      g_clear_handle_id (&self->timer, g_source_remove);
      start_timer (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SPEED]);
}

static void
explorer_player_dispose (GObject *object)
{
  ExplorerPlayer *self = EXPLORER_PLAYER (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (explorer_player_parent_class)->dispose (object);
}

static void
explorer_player_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  ExplorerPlayer *self = EXPLORER_PLAYER (object);

  switch (prop_id)
    {
    case PROP_FIRST_YEAR:
      g_value_set_int (value, self->first_year);
      break;
    case PROP_LAST_YEAR:
      g_value_set_int (value, self->last_year);
      break;
    case PROP_PLAYING:
      g_value_set_boolean (value, explorer_player_get_playing (self));
      break;
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_SPEED:
      g_value_set_int (value, self->speed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
explorer_player_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  ExplorerPlayer *self = EXPLORER_PLAYER (object);

  switch (prop_id)
    {
    case PROP_FIRST_YEAR:
      set_year (self, &self->first_year, value, pspec);
      break;
    case PROP_LAST_YEAR:
      set_year (self, &self->last_year, value, pspec);
      break;
    case PROP_PLAYING:
      explorer_player_set_playing (self, g_value_get_boolean (value));
      break;
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;
    case PROP_SPEED:
      set_speed (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
explorer_player_class_init (ExplorerPlayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = explorer_player_dispose;
  object_class->get_property = explorer_player_get_property;
  object_class->set_property = explorer_player_set_property;

  properties[PROP_FIRST_YEAR] = g_param_spec_int ("first-year", NULL, NULL, G_MININT, G_MAXINT, 0, writable);
  properties[PROP_LAST_YEAR] = g_param_spec_int ("last-year", NULL, NULL, G_MININT, G_MAXINT, 0, writable);
  properties[PROP_PLAYING] = g_param_spec_boolean ("playing", NULL, NULL, FALSE, writable);
  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, EXPLORER_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SPEED] = g_param_spec_int ("speed", NULL, NULL, 1, EXPLORER_PLAYER_SPEED_MAX, 5, writable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
explorer_player_init (ExplorerPlayer *self)
{
  self->speed = 5;
}

/**
 * explorer_player_new:
 * @session: whose years are to pass
 *
 * Returns: (transfer full): a player that stands still
 */
ExplorerPlayer *
explorer_player_new (ExplorerSession *session)
{
  g_return_val_if_fail (EXPLORER_IS_SESSION (session), NULL);

  return g_object_new (EXPLORER_TYPE_PLAYER, "session", session, NULL);
}

/**
 * explorer_player_get_playing:
 * @self: a player
 *
 * Returns: whether years pass
 */
gboolean
explorer_player_get_playing (ExplorerPlayer *self)
{
  g_return_val_if_fail (EXPLORER_IS_PLAYER (self), FALSE);

  return self->timer != 0;
}

/**
 * explorer_player_set_playing:
 * @self: a player
 * @playing: whether years shall pass
 *
 * Starts or stops. It goes on from the year that is looked at, and from the first one where there is none or that was
 * the last.
 */
void
explorer_player_set_playing (ExplorerPlayer *self,
                             gboolean        playing)
{
  g_return_if_fail (EXPLORER_IS_PLAYER (self));

  if (!playing)
    stop (self);
  if (!playing || self->timer != 0 || !explorer_player_can_play (self))
    return;
  if (!explorer_session_get_day_on (self->session) || get_full_year (self) >= self->last_year)
    show_year (self, self->first_year);
  start_timer (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLAYING]);
}

/**
 * explorer_player_get_speed:
 * @self: a player
 *
 * Returns: how many years pass in a second
 */
int
explorer_player_get_speed (ExplorerPlayer *self)
{
  g_return_val_if_fail (EXPLORER_IS_PLAYER (self), 1);

  return self->speed;
}

/**
 * explorer_player_can_play:
 * @self: a player
 *
 * Returns: whether there are years that could pass
 */
gboolean
explorer_player_can_play (ExplorerPlayer *self)
{
  g_return_val_if_fail (EXPLORER_IS_PLAYER (self), FALSE);

  return self->first_year < self->last_year;
}
