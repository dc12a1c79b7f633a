/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-session"

#include "config.h"

#include "explorer-session-private.h"

/* Keeps the day of the query and the day of the session the same. */
static void
take_day_from_query (ExplorerSession *self)
{
  FoedDay day = self->day;
  gboolean day_on = foed_query_get_day (self->query, &day);

  if (self->day_on != day_on)
    {
      self->day_on = day_on;
      g_object_notify_by_pspec (G_OBJECT (self), explorer_session_properties[PROP_DAY_ON]);
    }
  if (day_on && self->day != day)
    {
      self->day = day;
      g_object_notify_by_pspec (G_OBJECT (self), explorer_session_properties[PROP_DAY]);
    }
}

/**
 * explorer_session_get_query:
 * @self: a session
 *
 * Returns: (transfer none): what is shown
 */
FoedQuery *
explorer_session_get_query (ExplorerSession *self)
{
  g_return_val_if_fail (EXPLORER_IS_SESSION (self), NULL);

  return self->query;
}

/**
 * explorer_session_set_query:
 * @self: a session
 * @query: what to show from now on
 *
 * Shows something else. The day of @query becomes the session's.
 */
void
explorer_session_set_query (ExplorerSession *self,
                            FoedQuery       *query)
{
  g_return_if_fail (EXPLORER_IS_SESSION (self));
  g_return_if_fail (FOED_IS_QUERY (query));

  if (self->query == query || foed_query_equal (self->query, query))
    return;

  g_object_freeze_notify (G_OBJECT (self));
  g_set_object (&self->query, query);
  take_day_from_query (self);
  g_object_notify_by_pspec (G_OBJECT (self), explorer_session_properties[PROP_QUERY]);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * explorer_session_get_day:
 * @self: a session
 *
 * Returns: the day that was chosen last, whether it is on or not
 */
FoedDay
explorer_session_get_day (ExplorerSession *self)
{
  g_return_val_if_fail (EXPLORER_IS_SESSION (self), 0);

  return self->day;
}

/**
 * explorer_session_set_day:
 * @self: a session
 * @day: the day to look at
 *
 * Chooses another day. The query takes it while a day is on.
 */
void
explorer_session_set_day (ExplorerSession *self,
                          FoedDay          day)
{
  g_return_if_fail (EXPLORER_IS_SESSION (self));

  if (self->day == day)
    return;

  g_object_freeze_notify (G_OBJECT (self));
  self->day = day;
  g_object_notify_by_pspec (G_OBJECT (self), explorer_session_properties[PROP_DAY]);
  if (self->day_on)
    {
      g_autoptr(FoedQuery) query = foed_query_with_day (self->query, day);

      explorer_session_set_query (self, query);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * explorer_session_get_day_on:
 * @self: a session
 *
 * Returns: whether only what is in force on the day is shown
 */
gboolean
explorer_session_get_day_on (ExplorerSession *self)
{
  g_return_val_if_fail (EXPLORER_IS_SESSION (self), FALSE);

  return self->day_on;
}

/**
 * explorer_session_set_day_on:
 * @self: a session
 * @day_on: whether to show only what is in force on the day
 */
void
explorer_session_set_day_on (ExplorerSession *self,
                             gboolean         day_on)
{
  g_autoptr(FoedQuery) query = NULL;

  g_return_if_fail (EXPLORER_IS_SESSION (self));

  if (self->day_on == !!day_on)
    return;

  query = day_on ? foed_query_with_day (self->query, self->day) : foed_query_without_day (self->query);
  explorer_session_set_query (self, query);
}

/**
 * explorer_session_get_since:
 * @self: a session
 * @since: (out): the day since when changes are marked
 *
 * Returns: whether changes are marked
 */
gboolean
explorer_session_get_since (ExplorerSession *self,
                            FoedDay         *since)
{
  g_return_val_if_fail (EXPLORER_IS_SESSION (self), FALSE);
  g_return_val_if_fail (since != NULL, FALSE);

  *since = self->since;
  return self->since_on;
}

/**
 * explorer_session_mark_changes:
 * @self: a session
 * @since: a day
 *
 * Marks what is different on the day that is looked at from what it was on @since.
 */
void
explorer_session_mark_changes (ExplorerSession *self,
                               FoedDay          since)
{
  g_return_if_fail (EXPLORER_IS_SESSION (self));

  if (self->since_on && self->since == since)
    return;

  g_object_freeze_notify (G_OBJECT (self));
  self->since = since;
  self->since_on = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), explorer_session_properties[PROP_SINCE]);
  g_object_notify_by_pspec (G_OBJECT (self), explorer_session_properties[PROP_SINCE_ON]);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * explorer_session_unmark_changes:
 * @self: a session
 *
 * Marks no changes any more.
 */
void
explorer_session_unmark_changes (ExplorerSession *self)
{
  g_return_if_fail (EXPLORER_IS_SESSION (self));

  if (!self->since_on)
    return;

  self->since_on = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), explorer_session_properties[PROP_SINCE_ON]);
}
