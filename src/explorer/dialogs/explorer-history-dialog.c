/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-history-dialog"

#include "config.h"

#include <glib/gi18n.h>

#include "explorer-history-dialog.h"
#include "explorer-report-dialog.h"
#include "explorer/explorer-compat.h"
#include "store/foed-history.h"

struct _ExplorerHistoryDialog
{
  AdwWindow        parent_instance;

  ExplorerSession *session;
  ExplorerWindow  *window;
  FoedLibrary     *library;
  gint64           number;

  GtkStack        *stack;
  GtkListBox      *list;
  AdwStatusPage   *problem;
};

G_DEFINE_FINAL_TYPE (ExplorerHistoryDialog, explorer_history_dialog, ADW_TYPE_WINDOW)

static void
revert_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ExplorerWindow) window = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *label = foed_library_revert_finish (FOED_LIBRARY (object), result, &error);
  g_autofree char *text = NULL;

  explorer_session_release_busy (explorer_window_get_session (window));
  text = label != NULL ? g_strdup_printf (_("Taken back: %s"), label) : g_strdup (error->message);
  explorer_window_show_toast (window, text, label != NULL);
}

static void
revert_answer_cb (const char *answer,
                  gpointer    user_data)
{
  ExplorerHistoryDialog *self = user_data;

  if (!g_str_equal (answer, "accept"))
    return;
  explorer_session_hold_busy (self->session);
  foed_library_revert_async (self->library, self->number, NULL, revert_cb, g_object_ref (self->window));
  gtk_window_close (GTK_WINDOW (self));
}

static void
revert_clicked_cb (ExplorerHistoryDialog *self,
                   GtkButton             *button)
{
  const char *label = g_object_get_data (G_OBJECT (button), "label");
  /* Translators: the label of a change, which has quotation marks of its own, such as: Import of “pact.xml” */
  g_autofree char *body = g_strdup_printf (_("%s\n\nAll that this did is taken back. What was done since stays. "
                                             "This can itself be undone."), label);

  self->number = *(gint64 *) g_object_get_data (G_OBJECT (button), "number");
  explorer_compat_ask (GTK_WIDGET (self), _("Take This Change Back?"), body, _("_Take Back"), FALSE, revert_answer_cb,
                       self);
}

static void
take_count (GStrvBuilder *builder,
            guint         n,
            char         *count)
{
  if (n > 0)
    g_strv_builder_add (builder, count);
  g_free (count);
}

/* Only what there is: most changes do one thing. */
static char *
dup_counts (const FoedHistoryEntry *entry)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) counts = NULL;

  take_count (builder, entry->n_new, g_strdup_printf (ngettext ("%'u new", "%'u new", entry->n_new), entry->n_new));
  take_count (builder, entry->n_changed,
              g_strdup_printf (ngettext ("%'u changed", "%'u changed", entry->n_changed), entry->n_changed));
  take_count (builder, entry->n_removed,
              g_strdup_printf (ngettext ("%'u removed", "%'u removed", entry->n_removed), entry->n_removed));
  counts = g_strv_builder_end (builder);
  return *counts != NULL ? g_strjoinv (C_("list", ", "), counts) : g_strdup (C_("history", "no record changed"));
}

static void
report_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ExplorerHistoryDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *report = foed_library_dup_report_finish (FOED_LIBRARY (object), result, &error);

  if (self->library == NULL)
    return;
  if (report != NULL)
    gtk_window_present (GTK_WINDOW (explorer_report_dialog_new (GTK_WINDOW (self), report)));
  else if (self->window != NULL)
    explorer_window_show_toast (self->window, error->message, FALSE);
}

static void
report_clicked_cb (ExplorerHistoryDialog *self,
                   GtkButton             *button)
{
  gint64 number = *(gint64 *) g_object_get_data (G_OBJECT (button), "number");

  foed_library_dup_report_async (self->library, number, NULL, report_cb, g_object_ref (self));
}

static char *
describe_entry (const FoedHistoryEntry *entry)
{
  g_autoptr(GDateTime) moment = g_date_time_new_from_unix_local (entry->moment);
  g_autofree char *when = NULL;
  g_autofree char *counts = NULL;

  if (moment == NULL)
    return g_strdup ("");
  when = g_date_time_format (moment, C_("history: when something was done", "%-d %B %Y, %H:%M"));
  counts = dup_counts (entry);
  if (entry->undone)
    return g_strdup_printf (C_("history", "%s · %s · undone"), when, counts);
  return g_strdup_printf (C_("history", "%s · %s"), when, counts);
}

static GtkWidget *
make_row (ExplorerHistoryDialog  *self,
          const FoedHistoryEntry *entry)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (entry->label, -1);
  g_autofree char *subtitle = describe_entry (entry);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  if (entry->has_report)
    {
      GtkWidget *button = gtk_button_new_with_label (_("Report"));
      g_autofree char *description = g_strdup_printf (_("Report: %s"), entry->label);

      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "flat");
      explorer_compat_label (button, description);
      g_object_set_data_full (G_OBJECT (button), "number", g_memdup2 (&entry->number, sizeof (entry->number)), g_free);
      g_signal_connect_object (button, "clicked", G_CALLBACK (report_clicked_cb), self, G_CONNECT_SWAPPED);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }
  if (entry->undone)
    gtk_widget_add_css_class (row, "dim-label");
  else if (!foed_library_get_read_only (self->library))
    {
      GtkWidget *button = gtk_button_new_with_label (_("Take Back…"));
      g_autofree char *description = g_strdup_printf (_("Take back: %s"), entry->label);

      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "flat");
      explorer_compat_label (button, description);
      g_object_set_data_full (G_OBJECT (button), "label", g_strdup (entry->label), g_free);
      g_object_set_data_full (G_OBJECT (button), "number", g_memdup2 (&entry->number, sizeof (entry->number)), g_free);
      g_signal_connect_object (button, "clicked", G_CALLBACK (revert_clicked_cb), self, G_CONNECT_SWAPPED);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }
  return row;
}

static void
history_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(ExplorerHistoryDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) entries = foed_library_list_history_finish (FOED_LIBRARY (object), result, &error);

  if (self->library == NULL)
    return;
  if (entries == NULL)
    {
      g_autofree char *message = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->problem, message);
      gtk_stack_set_visible_child_name (self->stack, "problem");
      return;
    }
  for (guint i = 0; i < entries->len; i++)
    gtk_list_box_append (self->list, make_row (self, g_ptr_array_index (entries, i)));
  gtk_stack_set_visible_child_name (self->stack, entries->len > 0 ? "entries" : "empty");
}

static void
explorer_history_dialog_dispose (GObject *object)
{
  ExplorerHistoryDialog *self = EXPLORER_HISTORY_DIALOG (object);

  g_clear_object (&self->library);
  g_clear_object (&self->session);
  g_clear_weak_pointer (&self->window);
  gtk_widget_dispose_template (GTK_WIDGET (self), EXPLORER_TYPE_HISTORY_DIALOG);

  G_OBJECT_CLASS (explorer_history_dialog_parent_class)->dispose (object);
}

static void
explorer_history_dialog_class_init (ExplorerHistoryDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = explorer_history_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foedera/Foedera/ui/dialogs/history-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ExplorerHistoryDialog, list);
  gtk_widget_class_bind_template_child (widget_class, ExplorerHistoryDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, ExplorerHistoryDialog, stack);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DIALOG);
}

static void
explorer_history_dialog_init (ExplorerHistoryDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * explorer_history_dialog_new:
 * @window: the window whose library it is about; one is open there
 *
 * Returns: (transfer none): a dialog over @window
 */
GtkWidget *
explorer_history_dialog_new (ExplorerWindow *window)
{
  ExplorerHistoryDialog *self;

  g_return_val_if_fail (EXPLORER_IS_WINDOW (window), NULL);

  self = g_object_new (EXPLORER_TYPE_HISTORY_DIALOG, "transient-for", window, NULL);
  g_set_weak_pointer (&self->window, window);
  self->session = g_object_ref (explorer_window_get_session (window));
  self->library = g_object_ref (explorer_session_get_library (self->session));
  foed_library_list_history_async (self->library, NULL, history_cb, g_object_ref (self));
  return GTK_WIDGET (self);
}
