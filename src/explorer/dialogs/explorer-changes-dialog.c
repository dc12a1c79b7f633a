/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-changes-dialog"

#include "config.h"

#include <glib/gi18n.h>

#include "analysis/foed-as-of-day.h"
#include "explorer-changes-dialog.h"
#include "explorer/explorer-day-text.h"
#include "store/foed-listing.h"

/* A change in words, as the list shows it. */
#define EXPLORER_TYPE_CHANGE_LINE (explorer_change_line_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerChangeLine, explorer_change_line, EXPLORER, CHANGE_LINE, GObject)

struct _ExplorerChangeLine
{
  GObject  parent_instance;

  char    *text;
  char    *date;
  char    *id;
  char    *alliance;
  gboolean begins;
};

struct _ExplorerChangesDialog
{
  AdwWindow        parent_instance;

  ExplorerSession *session;
  ExplorerWindow  *window;           /* weak */
  GCancellable    *cancellable;      /* while changes are being looked for */

  GtkEntry        *from_entry;
  GtkEntry        *to_entry;
  GtkLabel        *summary;
  GtkStack        *stack;
  GtkListView     *list;
  AdwStatusPage   *problem;

  guint            behind : 1;       /* whether what is looked for has changed meanwhile */
};

/* What a thread looks for, and what it has found. */
typedef struct
{
  FoedLibrary *library;
  FoedQuery   *query;
  FoedDay      from;
  FoedDay      to;
  GPtrArray   *lines;
  guint        counts[FOED_N_CHANGE_KINDS][2];
} Search;

G_DEFINE_FINAL_TYPE (ExplorerChangeLine, explorer_change_line, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (ExplorerChangesDialog, explorer_changes_dialog, ADW_TYPE_WINDOW)

static void look (ExplorerChangesDialog *self);

static void
explorer_change_line_finalize (GObject *object)
{
  ExplorerChangeLine *self = EXPLORER_CHANGE_LINE (object);

  g_free (self->text);
  g_free (self->date);
  g_free (self->id);
  g_free (self->alliance);

  G_OBJECT_CLASS (explorer_change_line_parent_class)->finalize (object);
}

static void
explorer_change_line_class_init (ExplorerChangeLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = explorer_change_line_finalize;
}

static void
explorer_change_line_init (ExplorerChangeLine *self)
{
}

static void
search_free (Search *search)
{
  g_object_unref (search->library);
  g_object_unref (search->query);
  g_clear_pointer (&search->lines, g_ptr_array_unref);
  g_free (search);
}

static ExplorerChangeLine *
make_line (const FoedAsOfDayChange *change,
           GHashTable              *titles)
{
  ExplorerChangeLine *line = g_object_new (EXPLORER_TYPE_CHANGE_LINE, NULL);
  g_autoptr(FoedDate) date = foed_date_new_for_day (change->day);

  line->text = foed_as_of_day_change_describe (change, titles);
  line->date = foed_date_format (date);
  line->id = g_strdup (foed_record_get_id (change->record));
  line->alliance = g_strdup (foed_record_get_id (change->alliance));
  line->begins = change->begins;
  return line;
}

static void
search_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  Search *search = task_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GHashTable) titles = NULL;
  g_autoptr(GPtrArray) alliances = NULL;
  g_autoptr(GArray) changes = NULL;

  titles = foed_library_dup_titles_sync (search->library, cancellable, &error);
  if (titles != NULL)
    alliances = foed_library_changing_alliances_sync (search->library, search->query, search->from, search->to,
                                                      cancellable, &error);
  if (alliances == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  changes = foed_as_of_day_list_all_changes (alliances, search->from, search->to);
  search->lines = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < changes->len; i++)
    {
      const FoedAsOfDayChange *change = &g_array_index (changes, FoedAsOfDayChange, i);

      search->counts[change->kind][!!change->begins]++;
      g_ptr_array_add (search->lines, make_line (change, titles));
    }
  g_task_return_boolean (task, TRUE);
}

/* Takes the text of a count; nothing is said of what there is none of. */
static void
take_count (GStrvBuilder *builder,
            guint         count,
            char         *text)
{
  if (count > 0)
    g_strv_builder_add (builder, text);
  g_free (text);
}

static char *
summarise (const Search *search)
{
  const guint *alliances = search->counts[FOED_CHANGE_OF_ALLIANCE];
  const guint *parties = search->counts[FOED_CHANGE_OF_PARTY];
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) parts = NULL;

  take_count (builder, alliances[TRUE],
              g_strdup_printf (ngettext ("%u alliance begins", "%u alliances begin", alliances[TRUE]), alliances[TRUE]));
  take_count (builder, alliances[FALSE],
              g_strdup_printf (ngettext ("%u alliance ends", "%u alliances end", alliances[FALSE]), alliances[FALSE]));
  take_count (builder, parties[TRUE],
              g_strdup_printf (ngettext ("%u entry", "%u entries", parties[TRUE]), parties[TRUE]));
  take_count (builder, parties[FALSE],
              g_strdup_printf (ngettext ("%u exit", "%u exits", parties[FALSE]), parties[FALSE]));
  parts = g_strv_builder_end (builder);
  /* Translators: stands between counts, as in "2 alliances begin · 5 entries". */
  return g_strjoinv (C_("changes", " · "), parts);
}

static void
show_found (ExplorerChangesDialog *self,
            Search                *search)
{
  g_autoptr(GListStore) store = g_list_store_new (EXPLORER_TYPE_CHANGE_LINE);
  g_autoptr(GtkNoSelection) selection = NULL;
  g_autofree char *summary = summarise (search);

  g_list_store_splice (store, 0, 0, search->lines->pdata, search->lines->len);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&store)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  gtk_label_set_label (self->summary, summary);
  gtk_widget_remove_css_class (GTK_WIDGET (self->summary), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->summary), *summary != '\0');
  gtk_stack_set_visible_child_name (self->stack, search->lines->len > 0 ? "changes" : "nothing");
}

static void
search_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  ExplorerChangesDialog *self = EXPLORER_CHANGES_DIALOG (object);
  g_autoptr(GError) error = NULL;
  gboolean found = g_task_propagate_boolean (G_TASK (result), &error);

  if (self->session == NULL)
    return;
  g_clear_object (&self->cancellable);
  if (self->behind)
    look (self);
  if (found)
    show_found (self, g_task_get_task_data (G_TASK (result)));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *message = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->problem, message);
      gtk_stack_set_visible_child_name (self->stack, "problem");
    }
}

/* One search at a time: while years pass, the last one asked for comes next. */
static void
look (ExplorerChangesDialog *self)
{
  FoedLibrary *library = explorer_session_get_library (self->session);
  FoedDay day = explorer_session_get_day (self->session);
  g_autoptr(GTask) task = NULL;
  FoedDay since;
  Search *search;

  self->behind = self->cancellable != NULL;
  if (self->behind || library == NULL || !explorer_session_get_since (self->session, &since))
    return;
  search = g_new0 (Search, 1);
  search->library = g_object_ref (library);
  search->query = g_object_ref (explorer_session_get_query (self->session));
  search->from = MIN (since, day);
  search->to = MAX (since, day);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, search_cb, NULL);
  g_task_set_source_tag (task, look);
  g_task_set_task_data (task, search, (GDestroyNotify) search_free);
  g_task_run_in_thread (task, search_thread);
}

static void
show_day (GtkEntry *entry,
          FoedDay   day)
{
  g_autofree char *text = explorer_day_text_format (day);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  explorer_day_text_mark (entry, FALSE);
}

static void
show_days (ExplorerChangesDialog *self)
{
  FoedDay day = explorer_session_get_day (self->session);
  FoedDay since;

  explorer_session_get_since (self->session, &since);
  show_day (self->from_entry, since);
  show_day (self->to_entry, day);
}

static void
session_changed_cb (ExplorerChangesDialog *self)
{
  show_days (self);
  look (self);
}

/* Where changes are not marked any more, there is nothing to list. */
static void
since_on_cb (ExplorerChangesDialog *self)
{
  FoedDay since;

  if (!explorer_session_get_since (self->session, &since))
    gtk_window_close (GTK_WINDOW (self));
}

static gboolean
read_entry (ExplorerChangesDialog *self,
            GtkEntry              *entry,
            FoedDay               *day)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  g_autofree char *refusal = NULL;

  if (explorer_day_text_parse (text, day))
    return TRUE;
  refusal = explorer_day_text_refuse (text);
  explorer_day_text_mark (entry, TRUE);
  gtk_label_set_label (self->summary, refusal);
  gtk_widget_add_css_class (GTK_WIDGET (self->summary), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->summary), TRUE);
  return FALSE;
}

static void
entry_activate_cb (ExplorerChangesDialog *self)
{
  FoedDay from;
  FoedDay to;

  if (!read_entry (self, self->from_entry, &from) || !read_entry (self, self->to_entry, &to))
    return;
  explorer_session_mark_changes (self->session, from);
  explorer_session_set_day (self->session, to);
  explorer_session_set_day_on (self->session, TRUE);
  session_changed_cb (self);
}

static void
entry_leave_cb (ExplorerChangesDialog *self)
{
  if (self->session != NULL)
    show_days (self);
}

static void
row_activated_cb (ExplorerChangesDialog *self,
                  guint                  position)
{
  g_autoptr(ExplorerChangeLine) line =
    g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->list)), position);

  explorer_session_select (self->session, line->id, line->alliance);
  if (self->window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-detail", NULL);
}

static void
row_setup_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *list_item,
              ExplorerChangesDialog    *self)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *icon = gtk_image_new ();
  GtkWidget *text = gtk_label_new (NULL);
  GtkWidget *date = gtk_label_new (NULL);

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_label_set_xalign (GTK_LABEL (date), 0);
  gtk_widget_add_css_class (date, "dim-label");
  gtk_widget_add_css_class (date, "caption");
  gtk_grid_attach (GTK_GRID (grid), icon, 0, 0, 1, 2);
  gtk_grid_attach (GTK_GRID (grid), text, 1, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), date, 1, 1, 1, 1);
  gtk_list_item_set_child (list_item, grid);
}

static void
row_bind_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *list_item,
             ExplorerChangesDialog    *self)
{
  ExplorerChangeLine *line = gtk_list_item_get_item (list_item);
  GtkGrid *grid = GTK_GRID (gtk_list_item_get_child (list_item));
  GtkWidget *icon = gtk_grid_get_child_at (grid, 0, 0);
  const char *classes[] = { line->begins ? "change-new" : "change-removed", NULL };
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (grid));

  gtk_image_set_from_icon_name (GTK_IMAGE (icon), line->begins ? "list-add-symbolic" : "list-remove-symbolic");
  gtk_widget_set_css_classes (icon, classes);
  gtk_label_set_label (GTK_LABEL (gtk_grid_get_child_at (grid, 1, 0)), line->text);
  gtk_label_set_label (GTK_LABEL (gtk_grid_get_child_at (grid, 1, 1)), line->date);
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, line->text,
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, line->date, -1);
}

static void
explorer_changes_dialog_dispose (GObject *object)
{
  ExplorerChangesDialog *self = EXPLORER_CHANGES_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_weak_pointer (&self->window);
  gtk_widget_dispose_template (GTK_WIDGET (self), EXPLORER_TYPE_CHANGES_DIALOG);

  G_OBJECT_CLASS (explorer_changes_dialog_parent_class)->dispose (object);
}

static void
explorer_changes_dialog_class_init (ExplorerChangesDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = explorer_changes_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foedera/Foedera/ui/dialogs/changes-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ExplorerChangesDialog, from_entry);
  gtk_widget_class_bind_template_child (widget_class, ExplorerChangesDialog, list);
  gtk_widget_class_bind_template_child (widget_class, ExplorerChangesDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, ExplorerChangesDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, ExplorerChangesDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, ExplorerChangesDialog, to_entry);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DIALOG);
}

static void
explorer_changes_dialog_init (ExplorerChangesDialog *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (factory, "setup", G_CALLBACK (row_setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (row_bind_cb), self, 0);
  gtk_list_view_set_factory (self->list, factory);
}

/* Unless changes are marked already, those of the year that is looked at are. */
static void
mark_changes (ExplorerSession *session)
{
  FoedDay since;
  int year;
  int month;
  int day;

  explorer_session_set_day_on (session, TRUE);
  if (explorer_session_get_since (session, &since))
    return;
  foed_day_to_calendar (explorer_session_get_day (session), &year, &month, &day);
  explorer_session_mark_changes (session, foed_day_from_calendar (year, 1, 1) - 1);
}

/**
 * explorer_changes_dialog_new:
 * @window: the window whose library it is about; one is open there
 *
 * Returns: (transfer none): a dialog beside @window
 */
GtkWidget *
explorer_changes_dialog_new (ExplorerWindow *window)
{
  ExplorerChangesDialog *self;

  g_return_val_if_fail (EXPLORER_IS_WINDOW (window), NULL);

  self = g_object_new (EXPLORER_TYPE_CHANGES_DIALOG, "transient-for", window, "destroy-with-parent", TRUE, NULL);
  g_set_weak_pointer (&self->window, window);
  self->session = g_object_ref (explorer_window_get_session (window));
  mark_changes (self->session);
  g_signal_connect_object (self->session, "notify::query", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::since", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::titles", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::since-on", G_CALLBACK (since_on_cb), self, G_CONNECT_SWAPPED);
  session_changed_cb (self);
  return GTK_WIDGET (self);
}
