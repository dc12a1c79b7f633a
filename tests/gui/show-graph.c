/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shows the ATOP members as a graph, to look at: show-graph MEMBERS.csv STATES.xml [DAY [PICTURE [LAYOUT [SELECTED]]]]
 * With "any" for DAY, all that ever was. */

#include "config.h"

#include <adwaita.h>

#include "explorer/explorer-colours.h"
#include "explorer/views/explorer-graph-view.h"
#include "util/atop.h"

static char **arguments;

static const char *
get_argument (guint position)
{
  return g_strv_length (arguments) > position ? arguments[position] : NULL;
}

static void
activate_cb (GtkApplication *application)
{
  g_autoptr(ExplorerSession) session = explorer_session_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(Atop) atop = atop_load (get_argument (1), get_argument (2), &error);
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *view;
  FoedDay day;

  if (atop == NULL)
    g_error ("%s", error->message);
  explorer_colours_install (gdk_display_get_default ());
  if (get_argument (3) != NULL && foed_day_parse (get_argument (3), &day, NULL))
    {
      explorer_session_set_day (session, day);
      explorer_session_set_day_on (session, TRUE);
    }
  view = g_object_new (EXPLORER_TYPE_GRAPH_VIEW, "session", session, NULL);
  if (get_argument (4) != NULL)
    g_object_set (view, "picture", get_argument (4), NULL);
  if (get_argument (5) != NULL)
    g_object_set (view, "layout", get_argument (5), NULL);
  if (get_argument (6) != NULL)
    explorer_session_select (session, get_argument (6), NULL);
  explorer_graph_model_take_data (explorer_canvas_view_get_model (EXPLORER_CANVAS_VIEW (view)),
                                  g_steal_pointer (&atop->memberships), g_steal_pointer (&atop->ties),
                                  g_steal_pointer (&atop->codes), g_steal_pointer (&atop->regions));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), view);
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 800);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(AdwApplication) application = adw_application_new ("io.github.foedera.Foedera", G_APPLICATION_NON_UNIQUE);

  arguments = argv;
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  return g_application_run (G_APPLICATION (application), 1, argv);
}
