/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-window-library"

#include "config.h"

#include <glib/gi18n.h>

#include "explorer-compat.h"
#include "explorer-window-private.h"
#include "store/foed-default-library.h"

/* Something to do about a problem: a button and the action behind it. */
typedef struct
{
  const char *label;
  const char *action;
} Remedy;

typedef struct
{
  FoedLibraryError code;
  const char      *icon_name;
  const char      *title;
  const char      *hint;
  Remedy           remedies[2];
} ProblemInfo;

static const ProblemInfo problem_infos[] = {
  { FOED_LIBRARY_ERROR_CANNOT_OPEN, "dialog-question-symbolic", N_("The Library Can’t Be Opened"),
    NULL,
    { { N_("Try Again"), "win.retry" }, { N_("Open Your Library"), "win.open-default" } } },
  { FOED_LIBRARY_ERROR_NOT_A_LIBRARY, "dialog-question-symbolic", N_("This Is Not a Library"),
    N_("To read treaties in XML, open a library and import them."),
    { { N_("Open Another…"), "win.open" }, { N_("Open Your Library"), "win.open-default" } } },
  { FOED_LIBRARY_ERROR_TOO_NEW, "software-update-available-symbolic", N_("The Library Is Too New"),
    N_("Nothing in it was changed."),
    { { N_("Open Another…"), "win.open" }, { N_("Open Your Library"), "win.open-default" } } },
  { FOED_LIBRARY_ERROR_BUSY, "changes-prevent-symbolic", N_("The Library Is in Use"),
    NULL,
    { { N_("Try Again"), "win.retry" }, { N_("Open Another…"), "win.open" } } },
  { FOED_LIBRARY_ERROR_FULL, "drive-harddisk-symbolic", N_("The Disk Is Full"),
    N_("What was in the library before is safe."),
    { { N_("Try Again"), "win.retry" }, { N_("Open Another…"), "win.open" } } },
  { FOED_LIBRARY_ERROR_CORRUPT, "dialog-warning-symbolic", N_("The Library Is Damaged"),
    N_("Starting afresh keeps the damaged file beside the new one."),
    { { N_("Open a Backup…"), "win.open" }, { N_("Start Afresh…"), "win.start-afresh" } } },
  { FOED_LIBRARY_ERROR_READ_ONLY, "changes-prevent-symbolic", N_("The Library May Not Be Written"),
    N_("You can read it, but nothing can be imported or undone."),
    { { N_("Open for Reading"), "win.open-read-only" }, { N_("Open Another…"), "win.open" } } },
  { FOED_LIBRARY_ERROR_FAILED, "dialog-warning-symbolic", N_("The Library Can’t Be Opened"),
    N_("Nothing in it was changed."),
    { { N_("Try Again"), "win.retry" }, { N_("Open Another…"), "win.open" } } },
};

static void open_file (ExplorerWindow   *self,
                       FoedLibraryFlags  flags);

static const ProblemInfo *
find_problem (const GError *error)
{
  for (guint i = 0; i < G_N_ELEMENTS (problem_infos); i++)
    {
      if (g_error_matches (error, FOED_LIBRARY_ERROR, (int) problem_infos[i].code))
        return &problem_infos[i];
    }
  return &problem_infos[G_N_ELEMENTS (problem_infos) - 1];
}

static void
show_remedies (ExplorerWindow *self,
               const Remedy   *remedies,
               guint           n_remedies)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->problem_buttons))) != NULL)
    gtk_box_remove (self->problem_buttons, child);
  for (guint i = 0; i < n_remedies; i++)
    {
      GtkWidget *button = gtk_button_new_with_label (gettext (remedies[i].label));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), remedies[i].action);
      gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "pill");
      if (i == 0)
        gtk_widget_add_css_class (button, "suggested-action");
      gtk_box_append (self->problem_buttons, button);
    }
}

static void
show_page (ExplorerWindow *self,
           const char     *name)
{
  gboolean library = g_str_equal (name, "library");

  gtk_stack_set_visible_child_name (self->pages, name);
  gtk_spinner_set_spinning (self->opening, g_str_equal (name, "opening"));
  /* One sign of work is enough. */
  gtk_widget_set_opacity (GTK_WIDGET (self->busy), g_str_equal (name, "opening") ? 0 : 1);
  gtk_widget_set_visible (GTK_WIDGET (self->view_switch), library);
  gtk_widget_set_visible (GTK_WIDGET (self->sidebar_button), library);
  gtk_widget_set_visible (GTK_WIDGET (self->details_button), library);
}

static void
show_problem (ExplorerWindow *self,
              const GError   *error)
{
  const ProblemInfo *info = find_problem (error);
  g_autofree char *text = NULL;
  g_autofree char *description = NULL;

  /* What the library says names the file and what helps; what else there is to know comes after. */
  text = info->hint != NULL ? g_strdup_printf ("%s\n\n%s", error->message, gettext (info->hint))
                            : g_strdup (error->message);
  description = g_markup_escape_text (text, -1);
  adw_status_page_set_icon_name (self->problem_page, info->icon_name);
  adw_status_page_set_title (self->problem_page, gettext (info->title));
  adw_status_page_set_description (self->problem_page, description);
  show_remedies (self, info->remedies, G_N_ELEMENTS (info->remedies));
  show_page (self, "problem");
}

static void
show_empty_library (ExplorerWindow *self)
{
  static const Remedy remedies[] = {
    { N_("Import…"), "win.import" },
    { N_("Restore the Bundled Library"), "win.restore-bundled" },
  };

  adw_status_page_set_icon_name (self->problem_page, APPLICATION_ID "-symbolic");
  adw_status_page_set_title (self->problem_page, _("The Library Is Empty"));
  adw_status_page_set_description (self->problem_page,
                                   _("Import treaties from XML files, or drop the files here. "
                                     "The bundled library holds twelve alliances to begin with."));
  show_remedies (self, remedies, G_N_ELEMENTS (remedies));
  show_page (self, "problem");
}

/* A library without a single title holds no record at all. */
void
_explorer_window_update_page (ExplorerWindow *self)
{
  g_autoptr(GHashTable) titles = NULL;

  if (explorer_session_get_library (self->session) == NULL)
    return;
  g_object_get (self->session, "titles", &titles, NULL);
  if (titles == NULL)
    return;
  if (g_hash_table_size (titles) == 0)
    show_empty_library (self);
  else
    show_page (self, "library");
}

static void
remember_file (ExplorerWindow *self)
{
  g_autoptr(GFile) usual = foed_default_library_get_file ();
  const char *path = g_file_peek_path (self->file);

  g_settings_set_string (self->settings, "last-library", g_file_equal (usual, self->file) || path == NULL ? "" : path);
}

static void
show_title (ExplorerWindow *self)
{
  g_autoptr(GFile) usual = foed_default_library_get_file ();
  g_autofree char *name = g_file_get_basename (self->file);
  /* Translators: the title of the window: the name of a library file and the program. */
  g_autofree char *title = g_strdup_printf (C_("window title", "%s – Foedera"), name);

  gtk_window_set_title (GTK_WINDOW (self), g_file_equal (usual, self->file) ? "Foedera" : title);
}

static void
open_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(ExplorerWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(FoedLibrary) library = foed_library_open_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->session == NULL)
    return;
  explorer_session_release_busy (self->session);
  if (library == NULL)
    {
      show_problem (self, error);
      return;
    }
  remember_file (self);
  show_title (self);
  explorer_session_set_library (self->session, library);
  _explorer_window_import_waiting (self);
}

static void
open_file (ExplorerWindow   *self,
           FoedLibraryFlags  flags)
{
  explorer_session_hold_busy (self->session);
  foed_library_open_async (self->file, flags, self->cancellable, open_cb, g_object_ref (self));
}

static void
ensure_thread (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  GError *error = NULL;

  if (foed_default_library_ensure (cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    {
      g_autoptr(GFile) usual = foed_default_library_get_file ();
      g_autoptr(GFile) folder = g_file_get_parent (usual);

      /* An empty library needs its folder too; where that can't be made, opening will say so. */
      g_file_make_directory_with_parents (folder, cancellable, NULL);
      g_task_return_error (task, error);
    }
}

static void
ensure_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  ExplorerWindow *self = EXPLORER_WINDOW (object);
  g_autoptr(GError) error = NULL;
  gboolean made = g_task_propagate_boolean (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->session == NULL)
    return;
  explorer_session_release_busy (self->session);
  /* A program without its data still serves: the library begins empty. */
  if (!made && !g_error_matches (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_FULL))
    {
      g_info ("There is no bundled library: %s", error->message);
      open_file (self, FOED_LIBRARY_CREATE);
    }
  else if (!made)
    show_problem (self, error);
  else
    open_file (self, FOED_LIBRARY_DEFAULT);
}

static void
begin_opening (ExplorerWindow *self,
               GFile          *file)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_set_object (&self->file, file);
  explorer_session_set_library (self->session, NULL);
  show_page (self, "opening");
}

static void
open_default (ExplorerWindow *self)
{
  g_autoptr(GFile) usual = foed_default_library_get_file ();
  g_autoptr(GTask) task = NULL;

  begin_opening (self, usual);
  explorer_session_hold_busy (self->session);
  task = g_task_new (self, self->cancellable, ensure_cb, NULL);
  g_task_set_source_tag (task, open_default);
  g_task_run_in_thread (task, ensure_thread);
}

static void
retry_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  ExplorerWindow *self = EXPLORER_WINDOW (widget);
  g_autoptr(GFile) file = self->file != NULL ? g_object_ref (self->file) : NULL;

  explorer_window_open_library (self, file);
}

static void
open_default_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  open_default (EXPLORER_WINDOW (widget));
}

static void
open_read_only_action (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  ExplorerWindow *self = EXPLORER_WINDOW (widget);
  g_autoptr(GFile) file = g_object_ref (self->file);

  begin_opening (self, file);
  open_file (self, FOED_LIBRARY_READ_ONLY);
}

static void
open_chosen_cb (GListModel *files,
                gpointer    user_data)
{
  g_autoptr(GFile) file = g_list_model_get_item (files, 0);

  explorer_window_open_library (EXPLORER_WINDOW (user_data), file);
}

static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  g_autoptr(GtkFileFilter) filter =
    explorer_compat_new_filter (_("Foedera libraries"), "foedera", "application/x-foedera-library");

  explorer_compat_choose_files (widget, GTK_FILE_CHOOSER_ACTION_OPEN, _("Open a Library"), _("_Open"), NULL, filter,
                                open_chosen_cb, widget);
}

/* Puts a damaged library aside, with its journal, under a name that says when. */
static gboolean
put_aside (GFile   *file,
           GError **error)
{
  static const char * const suffixes[] = { "", "-wal", "-shm" };
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *moment = g_date_time_format (now, "%Y%m%d-%H%M%S");
  g_autofree char *path = g_file_get_path (file);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *from_path = g_strconcat (path, suffixes[i], NULL);
      g_autofree char *to_path = g_strconcat (path, ".", moment, ".damaged", suffixes[i], NULL);
      g_autoptr(GFile) from = g_file_new_for_path (from_path);
      g_autoptr(GFile) to = g_file_new_for_path (to_path);

      if (g_file_query_exists (from, NULL) && !g_file_move (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static void
start_afresh_cb (const char *answer,
                 gpointer    user_data)
{
  ExplorerWindow *self = user_data;
  g_autoptr(GError) error = NULL;

  if (!g_str_equal (answer, "accept"))
    return;
  if (!put_aside (self->file, &error))
    show_problem (self, error);
  else
    open_default (self);
}

static void
start_afresh_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  explorer_compat_ask (widget, _("Start Afresh?"),
                       _("The damaged library is kept under another name. The new one holds what comes with the program; "
                         "what you imported is not in it."),
                       _("_Start Afresh"), TRUE, start_afresh_cb, widget);
}

void
_explorer_window_library_init (ExplorerWindow *self)
{
  g_signal_connect_object (self->session, "notify::titles", G_CALLBACK (_explorer_window_update_page), self,
                           G_CONNECT_SWAPPED);
  show_page (self, "opening");
}

void
_explorer_window_class_library_init (ExplorerWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "win.open-default", NULL, open_default_action);
  gtk_widget_class_install_action (widget_class, "win.open-read-only", NULL, open_read_only_action);
  gtk_widget_class_install_action (widget_class, "win.retry", NULL, retry_action);
  gtk_widget_class_install_action (widget_class, "win.start-afresh", NULL, start_afresh_action);
}

/**
 * explorer_window_open_library:
 * @self: a window
 * @file: (nullable): a library; %NULL for the user's own, which is made from the bundled one where there is none
 *
 * Opens another library in place of the one that is open. Where that fails, the window says why.
 */
void
explorer_window_open_library (ExplorerWindow *self,
                              GFile          *file)
{
  g_autoptr(GFile) usual = foed_default_library_get_file ();

  g_return_if_fail (EXPLORER_IS_WINDOW (self));
  g_return_if_fail (file == NULL || G_IS_FILE (file));

  if (file == NULL || g_file_equal (file, usual))
    open_default (self);
  else
    {
      begin_opening (self, file);
      open_file (self, FOED_LIBRARY_DEFAULT);
    }
}
