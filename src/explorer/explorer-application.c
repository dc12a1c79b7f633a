/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-application"

#include "config.h"

#include <glib/gi18n.h>

#include "explorer-application.h"
#include "explorer-colours.h"
#include "explorer-compat.h"
#include "explorer-window.h"

struct _ExplorerApplication
{
  AdwApplication parent_instance;

  guint          exit_after_startup : 1;
};

typedef struct
{
  const char *action;
  const char *accelerators[3];
} Shortcut;

static const Shortcut shortcuts[] = {
  { "app.quit", { "<Control>q" } },
  { "win.changes", { "<Control><Shift>d" } },
  { "win.clear-filters", { "<Control><Shift>f" } },
  { "win.details", { "<Shift>F9" } },
  { "win.export", { "<Control>e" } },
  { "win.go-back", { "<Alt>Left" } },
  { "win.go-to-date", { "<Control>d" } },
  { "win.history", { "<Control>h" } },
  { "win.import", { "<Control>o" } },
  { "win.open", { "<Control><Shift>o" } },
  { "win.play", { "<Control>space" } },
  { "win.redo", { "<Control><Shift>z" } },
  { "win.search", { "<Control>f" } },
  { "win.sidebar", { "F9" } },
  { "win.step-year(-1)", { "<Alt>Page_Down" } },
  { "win.step-year(1)", { "<Alt>Page_Up" } },
  { "win.undo", { "<Control>z" } },
  { "win.view::graph", { "<Alt>1" } },
  { "win.view::table", { "<Alt>2" } },
  { "win.view::timeline", { "<Alt>3" } },
  { "win.view::map", { "<Alt>4" } },
  { "window.close", { "<Control>w" } },
};

G_DEFINE_FINAL_TYPE (ExplorerApplication, explorer_application, ADW_TYPE_APPLICATION)

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  explorer_compat_show_about (gtk_application_get_active_window (GTK_APPLICATION (user_data)));
}

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  GList *windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  /* Closing lets each window remember its state; the program ends with the last. */
  for (GList *link = windows; link != NULL; link = link->next)
    gtk_window_close (link->data);
  g_list_free (windows);
}

static const GActionEntry actions[] = {
  { .name = "about", .activate = about_action },
  { .name = "quit", .activate = quit_action },
};

static GFile *
find_last_library (void)
{
  g_autoptr(GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autofree char *path = g_settings_get_string (settings, "last-library");

  return *path != '\0' ? g_file_new_for_path (path) : NULL;
}

static gboolean
close_when_idle (gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (user_data));
  return G_SOURCE_REMOVE;
}

/* The library has been read and the frame that shows it has been drawn. */
static void
titles_cb (ExplorerSession *session,
           GParamSpec      *pspec,
           GtkWindow       *window)
{
  g_autoptr(GHashTable) titles = NULL;

  g_object_get (session, "titles", &titles, NULL);
  if (titles != NULL)
    g_idle_add_full (G_PRIORITY_LOW, close_when_idle, g_object_ref (window), g_object_unref);
}

static ExplorerWindow *
find_window (ExplorerApplication *self)
{
  GtkWindow *active = NULL;

  for (GList *link = gtk_application_get_windows (GTK_APPLICATION (self)); link != NULL; link = link->next)
    {
      if (EXPLORER_IS_WINDOW (link->data))
        active = link->data;
    }
  return active != NULL ? EXPLORER_WINDOW (active) : NULL;
}

/* Gives the window that is there, or a new one that opens @library. */
static ExplorerWindow *
ensure_window (ExplorerApplication *self,
               GFile               *library)
{
  ExplorerWindow *window = find_window (self);

  if (window == NULL)
    {
      g_autoptr(GFile) last = library != NULL ? g_object_ref (library) : find_last_library ();

      window = explorer_window_new (GTK_APPLICATION (self));
      if (self->exit_after_startup)
        g_signal_connect_object (explorer_window_get_session (window), "notify::titles", G_CALLBACK (titles_cb), window,
                                 0);
      explorer_window_open_library (window, last);
    }
  else if (library != NULL)
    explorer_window_open_library (window, library);
  return window;
}

static gboolean
is_library (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return name != NULL && g_str_has_suffix (name, ".foedera");
}

static void
explorer_application_activate (GApplication *application)
{
  ExplorerApplication *self = EXPLORER_APPLICATION (application);

  gtk_window_present (GTK_WINDOW (ensure_window (self, NULL)));
}

/* A library is opened; everything else is taken for treaties to import. */
static void
explorer_application_open (GApplication  *application,
                           GFile        **files,
                           int            n_files,
                           const char    *hint)
{
  ExplorerApplication *self = EXPLORER_APPLICATION (application);
  g_autoptr(GListStore) treaties = g_list_store_new (G_TYPE_FILE);
  GFile *library = NULL;
  ExplorerWindow *window;

  for (int i = 0; i < n_files; i++)
    {
      if (is_library (files[i]))
        library = files[i];
      else
        g_list_store_append (treaties, files[i]);
    }
  window = ensure_window (self, library);
  gtk_window_present (GTK_WINDOW (window));
  if (g_list_model_get_n_items (G_LIST_MODEL (treaties)) > 0)
    explorer_window_import_files (window, G_LIST_MODEL (treaties));
}

static void
explorer_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (explorer_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (APPLICATION_ID);
  explorer_colours_install (gdk_display_get_default ());
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), shortcuts[i].action,
                                           shortcuts[i].accelerators);
}

static int
explorer_application_handle_local_options (GApplication *application,
                                           GVariantDict *options)
{
  ExplorerApplication *self = EXPLORER_APPLICATION (application);

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("Foedera %s (GTK %u.%u.%u, libadwaita %u.%u.%u)\n", PACKAGE_VERSION, gtk_get_major_version (),
               gtk_get_minor_version (), gtk_get_micro_version (), adw_get_major_version (), adw_get_minor_version (),
               adw_get_micro_version ());
      return 0;
    }
  self->exit_after_startup = g_variant_dict_contains (options, "exit-after-startup");
  return -1;
}

static void
explorer_application_class_init (ExplorerApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = explorer_application_activate;
  application_class->handle_local_options = explorer_application_handle_local_options;
  application_class->open = explorer_application_open;
  application_class->startup = explorer_application_startup;
}

static void
explorer_application_init (ExplorerApplication *self)
{
  static const GOptionEntry entries[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Tell the version and exit"), NULL },
    { "exit-after-startup", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, NULL, NULL, NULL },
    { NULL }
  };

  g_application_add_main_option_entries (G_APPLICATION (self), entries);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[LIBRARY or TREATY…]"));
}

/**
 * explorer_application_new:
 *
 * Returns: (transfer full): the program
 */
ExplorerApplication *
explorer_application_new (void)
{
  return g_object_new (EXPLORER_TYPE_APPLICATION, "application-id", APPLICATION_ID, "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/io/github/foedera/Foedera", NULL);
}
