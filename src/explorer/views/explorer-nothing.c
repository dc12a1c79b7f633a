/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-nothing"

#include "config.h"

#include <glib/gi18n.h>

#include "explorer-nothing.h"

/**
 * explorer_nothing_explain:
 * @session: the session
 * @page: what is shown where a picture would be
 * @any_time_button: the button on it that looks at any time
 * @clear_button: the button on it that takes filters away
 *
 * Says why there is nothing to see, and offers to undo what leaves nothing.
 */
void
explorer_nothing_explain (ExplorerSession *session,
                          AdwStatusPage   *page,
                          GtkWidget       *any_time_button,
                          GtkWidget       *clear_button)
{
  gboolean narrowed;
  gboolean day_on;
  g_autoptr(FoedDate) date = NULL;
  g_autofree char *day = NULL;
  g_autofree char *title = NULL;

  g_return_if_fail (EXPLORER_IS_SESSION (session));

  narrowed = foed_query_is_narrowed (explorer_session_get_query (session));
  day_on = explorer_session_get_day_on (session);
  date = foed_date_new_for_day (explorer_session_get_day (session));
  day = foed_date_format (date);
  if (day_on && narrowed)
    title = g_strdup_printf (_("Nothing of This in Force on %s"), day);
  else if (day_on)
    title = g_strdup_printf (_("Nothing in Force on %s"), day);
  else
    title = g_strdup (_("Nothing Matches"));
  adw_status_page_set_title (page, title);
  adw_status_page_set_description (page, narrowed ? _("Take away a filter or search for other words.")
                                                  : _("Choose another year below, or look at any time."));
  gtk_widget_set_visible (any_time_button, day_on);
  gtk_widget_set_visible (clear_button, narrowed);
}
