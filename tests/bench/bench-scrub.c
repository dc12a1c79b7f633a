/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Plays the years of the ATOP members in the whole window, at each speed and in each view, and prints how long the main
 * loop was away from the events of the user: bench-scrub MEMBERS.csv */

#include "config.h"

#include <adwaita.h>
#include <stdlib.h>
#include <time.h>

#include "explorer/explorer-application.h"
#include "explorer/explorer-colours.h"
#include "explorer/explorer-window.h"
#include "exchange/foed-data-set-import.h"
#include "xml/foed-import.h"

/* What meson takes for "could not be run". */
#define SKIPPED 77

#define STALL_MICROSECONDS 50000

static GArray *turns;              /* how long each turn of the main loop took, in microseconds */
static GArray *works;              /* and how much of it the processor worked for it, whatever else it had to do */
static gint64 turn_begin;
static gint64 work_begin;

static gint64
get_processor_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * G_TIME_SPAN_SECOND + now.tv_nsec / 1000;
}

/* Between two polls the main loop works; only while it polls can it hear of an event. */
static gint
poll_cb (GPollFD *fds,
         guint    n_fds,
         gint     timeout)
{
  gint64 turn = g_get_monotonic_time () - turn_begin;
  gint64 work = get_processor_time () - work_begin;
  gint result;

  if (turn_begin != 0)
    {
      g_array_append_val (turns, turn);
      g_array_append_val (works, work);
    }
  result = g_poll (fds, n_fds, timeout);
  turn_begin = g_get_monotonic_time ();
  work_begin = get_processor_time ();
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
print_times (const char *name,
             GArray     *times)
{
  guint n_stalls = 0;

  g_array_sort (times, compare);
  for (guint i = 0; i < times->len; i++)
    n_stalls += g_array_index (times, gint64, i) > STALL_MICROSECONDS;
  g_print ("  %-10s 99 %% under %5.1f ms, longest %5.1f ms, %u of %u over 50 ms\n", name,
           g_array_index (times, gint64, times->len * 99 / 100) / 1e3,
           g_array_index (times, gint64, times->len - 1) / 1e3, n_stalls, times->len);
}

static void
play (ExplorerWindow *window,
      const char     *view,
      int             speed)
{
  ExplorerSession *session = explorer_window_get_session (window);
  g_autoptr(GSettings) settings = g_settings_new (APPLICATION_ID);
  gint64 begin;
  int last_year;

  explorer_session_set_view (session, view);
  g_settings_set_int (settings, "play-speed", speed);
  explorer_session_set_day (session, foed_day_from_calendar (1930, 12, 31));
  explorer_session_set_day_on (session, TRUE);
  wait_for (3000);

  g_array_set_size (turns, 0);
  g_array_set_size (works, 0);
  begin = g_get_monotonic_time ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.play", NULL);
  while (get_year (session) < 2010 && g_get_monotonic_time () - begin < 10 * G_TIME_SPAN_SECOND)
    g_main_context_iteration (NULL, TRUE);
  last_year = get_year (session);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.play", NULL);
  begin = g_get_monotonic_time () - begin;

  g_print ("%s, %d years a second asked, %.1f shown\n", view, speed, (last_year - 1930) * 1e6 / (double) begin);
  print_times ("turns", turns);
  print_times ("processor", works);
}

static void
activate_cb (GApplication *application,
             GFile        *file)
{
  static const char * const views[] = { "graph", "table", "timeline" };
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

static void
import (GFile      *library_file,
        const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(FoedLibrary) library = foed_library_open_sync (library_file, FOED_LIBRARY_CREATE, NULL, &error);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(FoedImport) job = library != NULL ? foed_import_new (library) : NULL;
  g_autoptr(FoedImportReport) report = NULL;

  if (job != NULL)
    {
      foed_import_add_format (job, foed_data_set_get_import_format ());
      foed_import_add_file (job, file);
      report = foed_import_run_sync (job, NULL, &error);
    }
  if (report == NULL)
    g_error ("%s", error->message);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(AdwApplication) application = adw_application_new (APPLICATION_ID, G_APPLICATION_NON_UNIQUE);
  g_autofree char *folder = g_dir_make_tmp ("foedera-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "library.foedera", NULL);
  g_autofree char *command = g_strdup_printf ("rm -r '%s'", folder);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  int status = SKIPPED;

  if (argc < 2 || !g_file_test (argv[1], G_FILE_TEST_EXISTS))
    g_print ("There is no table “%s” to measure with.\n", argc < 2 ? "" : argv[1]);
  else
    {
      import (file, argv[1]);
      turns = g_array_new (FALSE, FALSE, sizeof (gint64));
      works = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_main_context_set_poll_func (NULL, poll_cb);
      g_signal_connect (application, "activate", G_CALLBACK (activate_cb), file);
      status = g_application_run (G_APPLICATION (application), 1, argv);
    }
  return system (command) == 0 ? status : EXIT_FAILURE;
}
