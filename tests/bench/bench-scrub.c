/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Plays the years of a library in the whole window, at each speed and in each view, and prints how long the main loop was
 * away from the events of the user: bench-scrub LIBRARY */

#include "config.h"

#include <adwaita.h>
#include <stdlib.h>

#include "explorer/explorer-application.h"
#include "explorer/explorer-colours.h"
#include "explorer/explorer-window.h"

#define STALL_MICROSECONDS 50000

static GArray *turns;              /* how long each turn of the main loop took, in microseconds */
static gint64 turn_begin;

/* Between two polls the main loop works; only while it polls can it hear of an event. */
static gint
poll_cb (GPollFD *fds,
         guint    n_fds,
         gint     timeout)
{
  gint64 turn = g_get_monotonic_time () - turn_begin;
  gint result;

  if (turn_begin != 0)
    g_array_append_val (turns, turn);
  result = g_poll (fds, n_fds, timeout);
  turn_begin = g_get_monotonic_time ();
  return result;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const gint64 *left = a;
  const gint64 *right = b;

  return *left < *right ? -1 : *left > *right;
}

static void
wait_for (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
wake_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

static int
get_year (ExplorerSession *session)
{
  int year;
  int month;
  int day;

  foed_day_to_calendar (explorer_session_get_day (session), &year, &month, &day);
  return year;
}

static void
play (ExplorerWindow *window,
      const char     *view,
      int             speed)
{
  ExplorerSession *session = explorer_window_get_session (window);
  g_autoptr(GSettings) settings = g_settings_new (APPLICATION_ID);
  gint64 begin;
  guint n_stalls = 0;
  int last_year;

  explorer_session_set_view (session, view);
  g_settings_set_int (settings, "play-speed", speed);
  explorer_session_set_day (session, foed_day_from_calendar (1930, 12, 31));
  explorer_session_set_day_on (session, TRUE);
  wait_for (3000);

  g_array_set_size (turns, 0);
  begin = g_get_monotonic_time ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.play", NULL);
  while (get_year (session) < 2010 && g_get_monotonic_time () - begin < 10 * G_TIME_SPAN_SECOND)
    g_main_context_iteration (NULL, TRUE);
  last_year = get_year (session);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.play", NULL);
  begin = g_get_monotonic_time () - begin;

  g_array_sort (turns, compare);
  for (guint i = 0; i < turns->len; i++)
    n_stalls += g_array_index (turns, gint64, i) > STALL_MICROSECONDS;
  g_print ("%-6s %2d years/s asked, %4.1f shown; turns: median %4.1f ms, 99 %% %5.1f ms, longest %5.1f ms; "
           "%u of %u over 50 ms\n", view, speed, (last_year - 1930) * 1e6 / (double) begin,
           g_array_index (turns, gint64, turns->len / 2) / 1e3, g_array_index (turns, gint64, turns->len * 99 / 100) / 1e3,
           g_array_index (turns, gint64, turns->len - 1) / 1e3, n_stalls, turns->len);
}

static void
activate_cb (GApplication *application,
             GFile        *file)
{
  static const char * const views[] = { "graph", "table" };
  static const int speeds[] = { 1, 5, 20 };
  ExplorerWindow *window = explorer_window_new (GTK_APPLICATION (application));

  explorer_colours_install (gdk_display_get_default ());
  explorer_window_open_library (window, file);
  gtk_window_maximize (GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (window));
  g_timeout_add (5, wake_cb, NULL);
  wait_for (8000);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (speeds); j++)
        play (window, views[i], speeds[j]);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(AdwApplication) application = adw_application_new (APPLICATION_ID, G_APPLICATION_NON_UNIQUE);
  g_autoptr(GFile) file = NULL;

  if (argc < 2 || !g_file_test (argv[1], G_FILE_TEST_EXISTS))
    {
      g_print ("There is no library to play: bench-scrub LIBRARY\n");
      return argc < 2 ? EXIT_FAILURE : EXIT_SUCCESS;
    }
  file = g_file_new_for_commandline_arg (argv[1]);
  turns = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_main_context_set_poll_func (NULL, poll_cb);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), file);
  return g_application_run (G_APPLICATION (application), 1, argv);
}
