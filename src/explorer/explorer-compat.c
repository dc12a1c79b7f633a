/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-compat"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "explorer-compat.h"

/* The calls of GTK 4.8 and libadwaita 1.2 that later versions replace: GtkFileChooserNative (GtkFileDialog, 4.10),
 * AdwMessageDialog (AdwAlertDialog, 1.5), AdwAboutWindow (AdwAboutDialog, 1.5), GtkStyleContext colours
 * (gtk_widget_get_color, 4.10), the action of a list that scrolls (gtk_column_view_scroll_to, 4.12), names of rows
 * (gtk_list_item_set_accessible_label, 4.12). Named only in the templates: AdwFlap (AdwOverlaySplitView, 1.4),
 * AdwSqueezer (AdwBreakpoint, 1.4), GtkShortcutsWindow (AdwShortcutsDialog, 1.8). */

typedef struct
{
  GtkFileChooserNative *native;
  ExplorerFilesFunc     func;
  gpointer              user_data;
} FilesChoice;

typedef struct
{
  GtkWidget          *parent;
  ExplorerAnswerFunc  func;
  gpointer            user_data;
  char               *answer;
} Question;

static void
files_response_cb (GtkNativeDialog *native,
                   int              response,
                   FilesChoice     *choice)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr(GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (native));

      if (g_list_model_get_n_items (files) > 0)
        choice->func (files, choice->user_data);
    }
  gtk_native_dialog_destroy (native);
  g_object_unref (native);
  g_free (choice);
}

static void
question_free (Question *question)
{
  g_clear_weak_pointer (&question->parent);
  g_free (question->answer);
  g_free (question);
}

static gboolean
tell_answer (gpointer data)
{
  Question *question = data;

  if (question->parent != NULL)
    question->func (question->answer, question->user_data);
  return G_SOURCE_REMOVE;
}

/* The dialog still closes itself after this; only then may @func close the window that has asked. */
static void
answer_cb (AdwMessageDialog *dialog,
           const char       *response,
           Question         *question)
{
  question->answer = g_strdup (response);
  g_idle_add_full (G_PRIORITY_DEFAULT, tell_answer, question, (GDestroyNotify) question_free);
}

/**
 * explorer_compat_new_filter:
 * @name: what a person calls such files
 * @suffix: the end of their names, without the dot
 * @mime_type: (nullable): their MIME type
 *
 * Returns: (transfer full): a filter for a file chooser
 */
GtkFileFilter *
explorer_compat_new_filter (const char *name,
                            const char *suffix,
                            const char *mime_type)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_suffix (filter, suffix);
  if (mime_type != NULL)
    gtk_file_filter_add_mime_type (filter, mime_type);
  return filter;
}

/**
 * explorer_compat_choose_files:
 * @parent: a widget in the window that asks
 * @action: whether to open, save or choose folders; several can be chosen except for saving
 * @title: the title of the dialog
 * @accept_label: what the button says
 * @name: (nullable): the name that is proposed when saving
 * @filter: (nullable) (transfer none): which files are shown
 * @func: told of the files
 * @user_data: handed to @func
 *
 * Lets a person choose files.
 */
void
explorer_compat_choose_files (GtkWidget            *parent,
                              GtkFileChooserAction  action,
                              const char           *title,
                              const char           *accept_label,
                              const char           *name,
                              GtkFileFilter        *filter,
                              ExplorerFilesFunc     func,
                              gpointer              user_data)
{
  GtkFileChooserNative *native;
  FilesChoice *choice;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (func != NULL);

  native = gtk_file_chooser_native_new (title, GTK_WINDOW (gtk_widget_get_root (parent)), action, accept_label, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  if (action == GTK_FILE_CHOOSER_ACTION_SAVE)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (native), name);
  else
    gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (native), TRUE);
  if (filter != NULL)
    gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (native), filter);

  choice = g_new0 (FilesChoice, 1);
  choice->func = func;
  choice->user_data = user_data;
  g_signal_connect (native, "response", G_CALLBACK (files_response_cb), choice);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

static void
append_label (GtkBox     *box,
              const char *text,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
}

/**
 * explorer_compat_ask:
 * @parent: a widget in the window that asks
 * @heading: the question
 * @body: what it means
 * @accept_label: what the button says that does it, with a mnemonic
 * @destructive: whether something is lost by it
 * @func: told the answer, `accept` or `cancel`, unless @parent is gone by then
 * @user_data: handed to @func
 *
 * Asks before something is done.
 */
void
explorer_compat_ask (GtkWidget          *parent,
                     const char         *heading,
                     const char         *body,
                     const char         *accept_label,
                     gboolean            destructive,
                     ExplorerAnswerFunc  func,
                     gpointer            user_data)
{
  GtkWidget *dialog;
  GtkWidget *words;
  Question *question;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (func != NULL);

  /* The dialog measures a heading of its own for widths that are too small for it, of which GTK 4.18 warns. */
  words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  append_label (GTK_BOX (words), heading, "title-2");
  append_label (GTK_BOX (words), body, "body");
  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (parent)), NULL, NULL);
  gtk_window_set_title (GTK_WINDOW (dialog), heading);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), words);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "accept", accept_label, NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "accept",
                                              destructive ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), destructive ? "cancel" : "accept");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");

  question = g_new0 (Question, 1);
  g_set_weak_pointer (&question->parent, parent);
  question->func = func;
  question->user_data = user_data;
  g_signal_connect (dialog, "response", G_CALLBACK (answer_cb), question);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * explorer_compat_show_about:
 * @parent: (nullable): the window that asks
 *
 * Says what the program is, its version and its licence.
 */
void
explorer_compat_show_about (GtkWindow *parent)
{
  GtkWidget *about = adw_about_window_new ();

  g_object_set (about,
                "application-name", "Foedera",
                "application-icon", APPLICATION_ID,
                "version", PACKAGE_VERSION,
                "comments", _("Read, compare and question military alliance treaties: who owes what to whom, on this "
                              "day, by which clause, and what does it cost them in freedom of action?\n\n"
                              "Nothing here is legal advice."),
                "license-type", GTK_LICENSE_GPL_3_0,
                /* Translators: your names, one a line; they are shown in the about window. */
                "translator-credits", _("translator-credits"),
                "transient-for", parent,
                "modal", TRUE,
                NULL);
  gtk_window_present (GTK_WINDOW (about));
}

/**
 * explorer_compat_get_colour:
 * @widget: a widget
 * @colour: (out): the colour of its text
 */
void
explorer_compat_get_colour (GtkWidget *widget,
                            GdkRGBA   *colour)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), colour);
}

/**
 * explorer_compat_look_up_colour:
 * @widget: a widget
 * @name: the name of a colour of the style, as `view_bg_color`
 * @colour: (out): the colour; that of the text where the style has no such name
 */
void
explorer_compat_look_up_colour (GtkWidget  *widget,
                                const char *name,
                                GdkRGBA    *colour)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (name != NULL);

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, colour))
    explorer_compat_get_colour (widget, colour);
}

/**
 * explorer_compat_scroll_to_row:
 * @view: a column view
 * @position: a position in its model
 *
 * Brings a row into sight.
 */
void
explorer_compat_scroll_to_row (GtkColumnView *view,
                               guint          position)
{
  GtkWidget *child;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  /* Header and list are the children of a column view; only the list knows the action. */
  for (child = gtk_widget_get_first_child (GTK_WIDGET (view)); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (gtk_widget_activate_action (child, "list.scroll-to-item", "u", position))
        return;
    }
}

/**
 * explorer_compat_dispose:
 * @widget: a widget that has a template and is being disposed
 *
 * Lets go of all children. On GTK 4.8 gtk_widget_dispose_template() lets go of those only that have a name.
 */
void
explorer_compat_dispose (GtkWidget *widget)
{
  GtkWidget *child;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_widget_dispose_template (widget, G_OBJECT_TYPE (widget));
  while ((child = gtk_widget_get_first_child (widget)) != NULL)
    gtk_widget_unparent (child);
}

/**
 * explorer_compat_label:
 * @widget: a button or chooser that shows a text
 * @label: what it is called
 *
 * Gives @widget another name for assistive technology than what it shows. Newer versions of GTK say that it is labelled
 * by its text, which would come before.
 */
void
explorer_compat_label (GtkWidget  *widget,
                       const char *label)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * explorer_compat_label_row:
 * @cell: the child of a list item in a column view
 * @label: what the row is called
 *
 * Gives the row that @cell lies in a name for assistive technology.
 */
void
explorer_compat_label_row (GtkWidget  *cell,
                           const char *label)
{
  GtkWidget *row;

  g_return_if_fail (GTK_IS_WIDGET (cell));

  row = gtk_widget_get_parent (cell);
  if (row != NULL && gtk_widget_get_parent (row) != NULL)
    row = gtk_widget_get_parent (row);
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * explorer_compat_announce:
 * @widget: a label that shows @text and has the role of an alert
 * @text: what has happened
 *
 * Has it read out as soon as nothing else is. Before GTK 4.14 a widget can't ask for that: there it is the change of the
 * alert's name that is told.
 */
void
explorer_compat_announce (GtkWidget  *widget,
                          const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);

#if GTK_CHECK_VERSION (4, 14, 0)
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  gtk_accessible_announce (GTK_ACCESSIBLE (widget), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
  G_GNUC_END_IGNORE_DEPRECATIONS
#endif
}
