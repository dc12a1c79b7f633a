/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-import-dialog"

#include "config.h"

#include <glib/gi18n.h>

#include "exchange/foed-data-set-import.h"
#include "explorer-import-dialog.h"
#include "explorer-import-file-row.h"
#include "explorer-import-line.h"
#include "explorer-import-list.h"
#include "explorer-report-dialog.h"
#include "xml/foed-import.h"

struct _ExplorerImportDialog
{
  AdwWindow         parent_instance;

  ExplorerWindow   *window;
  ExplorerSession  *session;
  FoedLibrary      *library;
  GListModel       *files;
  GCancellable     *cancellable;

  GtkStack         *stack;
  GtkButton        *cancel_button;
  GtkButton        *import_button;
  GtkButton        *report_button;
  GtkButton        *repair_button;
  GtkStackSwitcher *switcher;
  GtkLabel         *step;
  GtkProgressBar   *progress;
  GtkLabel         *summary;
  GtkLabel         *advice;
  GtkListBox       *file_list;
  AdwBin           *changes_bin;
  GtkWidget        *list;
  GListModel       *lines;
  GPtrArray        *left_out;
  GHashTable       *merged;
  FoedImportReport *report;
  AdwStatusPage    *problem;

  guint             writing : 1;
  guint             lenient : 1;
};

G_DEFINE_FINAL_TYPE (ExplorerImportDialog, explorer_import_dialog, ADW_TYPE_WINDOW)

static void
show_page (ExplorerImportDialog *self,
           const char           *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
}

static void
progress_cb (FoedImport *import,
             guint64     n_bytes,
             guint64     n_bytes_total,
             const char *name,
             gpointer    user_data)
{
  ExplorerImportDialog *self = user_data;

  gtk_progress_bar_set_fraction (self->progress,
                                 n_bytes_total > 0 ? CLAMP ((double) n_bytes / n_bytes_total, 0, 1) : 0);
  gtk_progress_bar_set_text (self->progress, name);
}

static FoedImport *
make_import (ExplorerImportDialog *self,
             gboolean              dry_run)
{
  FoedImport *import = foed_import_new (self->library);
  guint n_files = g_list_model_get_n_items (self->files);
  GHashTableIter iterator;
  gpointer id;

  for (guint i = 0; i < n_files; i++)
    {
      g_autoptr(GFile) file = g_list_model_get_item (self->files, i);

      foed_import_add_file (import, file);
    }

  for (guint i = 0; !dry_run && i < self->left_out->len; i++)
    foed_import_leave_out (import, g_ptr_array_index (self->left_out, i));
  g_hash_table_iter_init (&iterator, self->merged);
  while (g_hash_table_iter_next (&iterator, &id, NULL))
    foed_import_merge (import, id);
  foed_import_add_format (import, foed_data_set_get_import_format ());
  foed_import_set_lenient (import, self->lenient);
  foed_import_set_dry_run (import, dry_run);
  foed_import_set_list_changes (import, dry_run);
  foed_import_set_progress (import, progress_cb, g_object_ref (self), g_object_unref);
  return import;
}

static void
show_problem (ExplorerImportDialog *self,
              const GError         *error)
{
  g_autofree char *message = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->problem, message);
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button), FALSE);
  gtk_button_set_label (self->cancel_button, _("Close"));
  show_page (self, "problem");
}

/* The problems of form: those that a file is refused for, or those that were repaired. */
static guint
count_problems_of_form (FoedImportReport *report,
                        gboolean          refused)
{
  guint n = 0;

  for (guint i = 0; i < foed_import_report_get_n_files (report); i++)
    {
      FoedImportFile *file = foed_import_report_get_file (report, i);
      FoedReport *problems = foed_import_file_get_report (file);

      for (guint j = 0; foed_import_file_get_refused (file) == refused && j < foed_report_get_n_problems (problems); j++)
        {
          FoedProblem *problem = foed_report_get_problem (problems, j);

          n += problem != NULL && foed_problem_is_of_form (problem);
        }
    }
  return n;
}

static void
advise (ExplorerImportDialog *self,
        FoedImportReport     *report)
{
  guint n_refused = foed_import_report_get_n_refused_files (report);
  guint n_files = foed_import_report_get_n_files (report);
  guint n_writes = foed_import_report_get_n_new (report) + foed_import_report_get_n_changed (report);
  guint n_repairs = self->lenient ? count_problems_of_form (report, FALSE) : 0;

  if (n_files == 0)
    gtk_label_set_label (self->advice, _("There is no XML file among what was chosen."));
  else if (n_refused == n_files)
    gtk_label_set_label (self->advice, _("Nothing can be imported. Mend what is listed below and try again."));
  else if (n_writes == 0)
    gtk_label_set_label (self->advice, _("The library already holds all of this. Nothing would change."));
  else if (n_refused > 0)
    {
      g_autofree char *advice = g_strdup_printf (ngettext ("%u file has problems and is left out.",
                                                           "%u files have problems and are left out.", n_refused),
                                                 n_refused);

      gtk_label_set_label (self->advice, advice);
    }
  else if (n_repairs > 0)
    {
      g_autofree char *advice = g_strdup_printf (ngettext ("%u place was repaired. See below whether it is right before "
                                                           "you import.",
                                                           "%u places were repaired. See below whether they are right "
                                                           "before you import.", n_repairs),
                                                 n_repairs);

      gtk_label_set_label (self->advice, advice);
    }
  else
    gtk_label_set_label (self->advice, _("Nothing has been written yet. You can undo the import afterwards."));
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button), n_writes > 0);
}

/* What was left out before the preview was made anew is left out again. */
static void
restore_choice (ExplorerImportDialog *self,
                GListModel           *lines)
{
  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr(ExplorerImportLine) line = g_list_model_get_item (lines, i);
      const char *id = explorer_import_line_get_record (line)->id;

      if (explorer_import_line_is_choosable (line)
          && g_ptr_array_find_with_equal_func (self->left_out, id, g_str_equal, NULL))
        explorer_import_line_set_included (line, FALSE);
      else
        restore_choice (self, explorer_import_line_get_children (line));
    }
}

static void
choice_changed_cb (ExplorerImportDialog *self)
{
  guint n_included = 0;
  guint n_lines = g_list_model_get_n_items (self->lines);

  g_ptr_array_set_size (self->left_out, 0);
  for (guint i = 0; i < n_lines; i++)
    {
      g_autoptr(ExplorerImportLine) line = g_list_model_get_item (self->lines, i);

      explorer_import_line_list_left_out (line, self->left_out, &n_included);
    }
  if (self->left_out->len > 0)
    {
      g_autofree char *advice = g_strdup_printf (ngettext ("%u record is left out. What names it comes without the name, "
                                                           "or is left out, too.",
                                                           "%u records are left out. What names them comes without the "
                                                           "name, or is left out, too.", self->left_out->len),
                                                 self->left_out->len);

      gtk_label_set_label (self->advice, advice);
    }
  else
    advise (self, self->report);
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button), n_included > 0);
}

static void
list_records (ExplorerImportDialog *self,
              FoedImportReport     *report)
{
  guint n_lines;

  g_clear_object (&self->lines);
  self->lines = explorer_import_lines_new (report);
  restore_choice (self, self->lines);
  n_lines = g_list_model_get_n_items (self->lines);
  for (guint i = 0; i < n_lines; i++)
    {
      g_autoptr(ExplorerImportLine) line = g_list_model_get_item (self->lines, i);

      g_signal_connect_object (line, "choice-changed", G_CALLBACK (choice_changed_cb), self, G_CONNECT_SWAPPED);
    }
  explorer_import_list_set_lines (EXPLORER_IMPORT_LIST (self->list), self->lines);
  if (self->left_out->len > 0)
    choice_changed_cb (self);
}

static void
summarise (ExplorerImportDialog *self,
           FoedImportReport     *report)
{
  gboolean is_nothing = foed_import_report_get_n_files (report) == foed_import_report_get_n_refused_files (report);
  g_autofree char *counts = explorer_import_dup_counts (foed_import_report_get_n_new (report),
                                                        foed_import_report_get_n_changed (report),
                                                        foed_import_report_get_n_unchanged (report));

  gtk_label_set_label (self->summary, is_nothing ? _("Nothing to Import") : counts);
  gtk_widget_set_visible (GTK_WIDGET (self->repair_button), !self->lenient && count_problems_of_form (report, TRUE) > 0);
  advise (self, report);
}

static void preview (ExplorerImportDialog *self);

/* What merging does can only be told by looking once more. */
static void
merge_cb (const char *id,
          gboolean    merge,
          gpointer    user_data)
{
  ExplorerImportDialog *self = user_data;

  if (merge)
    g_hash_table_add (self->merged, g_strdup (id));
  else
    g_hash_table_remove (self->merged, id);
  preview (self);
}

static void
show_report (ExplorerImportDialog *self,
             FoedImportReport     *report)
{
  guint n_files = foed_import_report_get_n_files (report);
  GtkWidget *row;

  g_set_object (&self->report, report);
  gtk_widget_set_sensitive (GTK_WIDGET (self->report_button), n_files > 0);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->file_list))) != NULL)
    gtk_list_box_remove (self->file_list, row);
  for (guint i = 0; i < n_files; i++)
    gtk_list_box_append (self->file_list, explorer_import_file_row_new (foed_import_report_get_file (report, i),
                                                                        self->session, merge_cb, self));
  gtk_widget_set_visible (GTK_WIDGET (self->file_list), n_files > 0);
  summarise (self, report);
  list_records (self, report);
  gtk_widget_set_visible (GTK_WIDGET (self->switcher), g_list_model_get_n_items (self->lines) > 0);
  show_page (self, "preview");
  if (gtk_widget_get_sensitive (GTK_WIDGET (self->import_button)))
    gtk_widget_grab_focus (GTK_WIDGET (self->import_button));
}

static void
preview_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(ExplorerImportDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(FoedImportReport) report = foed_import_run_finish (FOED_IMPORT (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->library == NULL)
    return;
  if (report == NULL)
    show_problem (self, error);
  else
    show_report (self, report);
}

static void
tell_done (ExplorerImportDialog *self,
           FoedImportReport     *report)
{
  g_autofree char *counts = explorer_import_dup_counts (foed_import_report_get_n_new (report),
                                                        foed_import_report_get_n_changed (report),
                                                        foed_import_report_get_n_unchanged (report));
  /* Translators: says that an import is done, with numbers of records. */
  g_autofree char *text = g_strdup_printf (_("Imported: %s"), counts);

  explorer_window_show_toast (self->window, text, TRUE);
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(ExplorerImportDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(FoedImportReport) report = foed_import_run_finish (FOED_IMPORT (object), result, &error);

  explorer_session_release_busy (self->session);
  self->writing = FALSE;
  if (report != NULL)
    {
      if (self->window != NULL)
        tell_done (self, report);
      gtk_window_close (GTK_WINDOW (self));
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_window_close (GTK_WINDOW (self));
  else
    show_problem (self, error);
}

static void
preview (ExplorerImportDialog *self)
{
  g_autoptr(FoedImport) import = make_import (self, TRUE);

  gtk_label_set_label (self->step, _("Looking what would change…"));
  show_page (self, "working");
  foed_import_run_async (import, self->cancellable, preview_cb, g_object_ref (self));
}

static void
repair_clicked_cb (ExplorerImportDialog *self)
{
  self->lenient = TRUE;
  preview (self);
}

static void
import_clicked_cb (ExplorerImportDialog *self)
{
  g_autoptr(FoedImport) import = make_import (self, FALSE);

  self->writing = TRUE;
  explorer_session_hold_busy (self->session);
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button), FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->report_button), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->switcher), FALSE);
  gtk_label_set_label (self->step, _("Importing…"));
  gtk_progress_bar_set_fraction (self->progress, 0);
  show_page (self, "working");
  foed_import_run_async (import, self->cancellable, written_cb, g_object_ref (self));
}

static void
report_clicked_cb (ExplorerImportDialog *self)
{
  g_autofree char *text = foed_import_report_to_text (self->report);

  gtk_window_present (GTK_WINDOW (explorer_report_dialog_new (GTK_WINDOW (self), text)));
}

/* While it writes, cancelling rolls back first and closes then. */
static gboolean
explorer_import_dialog_close_request (GtkWindow *window)
{
  ExplorerImportDialog *self = EXPLORER_IMPORT_DIALOG (window);

  g_cancellable_cancel (self->cancellable);
  if (self->writing)
    {
      gtk_label_set_label (self->step, _("Cancelling…"));
      return GDK_EVENT_STOP;
    }
  return GTK_WINDOW_CLASS (explorer_import_dialog_parent_class)->close_request (window);
}

static void
explorer_import_dialog_dispose (GObject *object)
{
  ExplorerImportDialog *self = EXPLORER_IMPORT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->files);
  g_clear_object (&self->library);
  g_clear_weak_pointer (&self->window);
  gtk_widget_dispose_template (GTK_WIDGET (self), EXPLORER_TYPE_IMPORT_DIALOG);

  G_OBJECT_CLASS (explorer_import_dialog_parent_class)->dispose (object);
}

static void
explorer_import_dialog_finalize (GObject *object)
{
  ExplorerImportDialog *self = EXPLORER_IMPORT_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  g_clear_object (&self->lines);
  g_clear_object (&self->report);
  g_clear_pointer (&self->left_out, g_ptr_array_unref);
  g_clear_pointer (&self->merged, g_hash_table_unref);

  G_OBJECT_CLASS (explorer_import_dialog_parent_class)->finalize (object);
}

static void
explorer_import_dialog_class_init (ExplorerImportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkWindowClass *window_class = GTK_WINDOW_CLASS (klass);

  object_class->dispose = explorer_import_dialog_dispose;
  object_class->finalize = explorer_import_dialog_finalize;
  window_class->close_request = explorer_import_dialog_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/foedera/Foedera/ui/dialogs/import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ExplorerImportDialog, advice);
  gtk_widget_class_bind_template_child (widget_class, ExplorerImportDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, ExplorerImportDialog, changes_bin);
  gtk_widget_class_bind_template_child (widget_class, ExplorerImportDialog, file_list);
  gtk_widget_class_bind_template_child (widget_class, ExplorerImportDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, ExplorerImportDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, ExplorerImportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, ExplorerImportDialog, repair_button);
  gtk_widget_class_bind_template_child (widget_class, ExplorerImportDialog, report_button);
  gtk_widget_class_bind_template_child (widget_class, ExplorerImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, ExplorerImportDialog, step);
  gtk_widget_class_bind_template_child (widget_class, ExplorerImportDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, ExplorerImportDialog, switcher);
  gtk_widget_class_bind_template_callback (widget_class, import_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, repair_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, report_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DIALOG);
}

static void
explorer_import_dialog_init (ExplorerImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->left_out = g_ptr_array_new_with_free_func (g_free);
  self->merged = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * explorer_import_dialog_new:
 * @window: the window into whose library the files go; one is open there
 * @files: (transfer none): the GFiles: files and folders
 *
 * Returns: (transfer none): a dialog over @window that has begun to look what would change
 */
GtkWidget *
explorer_import_dialog_new (ExplorerWindow *window,
                            GListModel     *files)
{
  ExplorerImportDialog *self;

  g_return_val_if_fail (EXPLORER_IS_WINDOW (window), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (files), NULL);

  self = g_object_new (EXPLORER_TYPE_IMPORT_DIALOG, "transient-for", window, NULL);
  g_set_weak_pointer (&self->window, window);
  self->session = g_object_ref (explorer_window_get_session (window));
  self->library = g_object_ref (explorer_session_get_library (self->session));
  self->files = g_object_ref (files);
  self->list = explorer_import_list_new (self->session);
  adw_bin_set_child (self->changes_bin, self->list);
  preview (self);
  return GTK_WIDGET (self);
}
