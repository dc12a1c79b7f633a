/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-import-file-row"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "explorer-import-file-row.h"

/* More problems of one file than these help nobody to mend it. */
#define N_PROBLEMS_MAX 100

static char *
describe_place (FoedProblem *problem)
{
  const char *path = foed_problem_get_path (problem);
  int line = foed_problem_get_line (problem);
  int column = foed_problem_get_column (problem);
  gboolean has_path = path != NULL && *path != '\0';

  if (line <= 0)
    return g_strdup (has_path ? path : "");
  if (!has_path)
    return g_strdup_printf (_("Line %d, column %d"), line, column);
  /* Translators: where a problem is: line, column and the path of the XML element. */
  return g_strdup_printf (_("Line %d, column %d · %s"), line, column, path);
}

static GtkWidget *
make_label (const char *text,
            const char *style_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);
  return label;
}

static GtkWidget *
make_problem_row (FoedProblem *problem)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gboolean error = foed_problem_get_severity (problem) == FOED_SEVERITY_ERROR;
  GtkWidget *icon = gtk_image_new_from_icon_name (error ? "dialog-error-symbolic" : "dialog-warning-symbolic");
  const char *hint = foed_problem_get_hint (problem);
  g_autofree char *place = describe_place (problem);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (icon, error ? "error" : "warning");
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  error ? _("Error") : _("Warning"), -1);
  gtk_box_append (GTK_BOX (texts), make_label (foed_problem_get_message (problem), NULL));
  if (hint != NULL && *hint != '\0')
    gtk_box_append (GTK_BOX (texts), make_label (hint, "dim-label"));
  if (*place != '\0')
    {
      GtkWidget *label = make_label (place, "caption");

      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (texts), label);
    }
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_widget_add_css_class (box, "problem");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  foed_problem_get_message (problem), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, place, -1);
  return row;
}

static char *
describe_file (FoedImportFile *file)
{
  guint n_problems = foed_report_get_n_problems (foed_import_file_get_report (file));
  g_autofree char *counts = NULL;
  g_autofree char *problems = NULL;

  problems = g_strdup_printf (ngettext ("%u problem", "%u problems", n_problems), n_problems);
  if (foed_import_file_get_refused (file))
    /* Translators: what becomes of a file, and how many problems it has. */
    return g_strdup_printf (_("Refused: %s. Nothing of it is imported."), problems);
  counts = explorer_import_dup_counts (foed_import_file_get_n_new (file), foed_import_file_get_n_changed (file),
                                       foed_import_file_get_n_unchanged (file));
  if (n_problems == 0)
    return g_steal_pointer (&counts);
  /* Translators: numbers of records, then the number of problems. */
  return g_strdup_printf (C_("import", "%s · %s"), counts, problems);
}

static void
add_problems (AdwExpanderRow *row,
              FoedReport     *report)
{
  guint n_problems = foed_report_get_n_problems (report);

  for (guint i = 0; i < MIN (n_problems, N_PROBLEMS_MAX); i++)
    {
      FoedProblem *problem = foed_report_get_problem (report, i);

      if (problem != NULL)
        adw_expander_row_add_row (row, make_problem_row (problem));
    }
  if (n_problems > N_PROBLEMS_MAX)
    {
      GtkWidget *rest = adw_action_row_new ();
      guint n_rest = n_problems - N_PROBLEMS_MAX;
      g_autofree char *text = g_strdup_printf (ngettext ("and %u more", "and %u more", n_rest), n_rest);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (rest), text);
      adw_expander_row_add_row (row, rest);
    }
}

static char *
describe_match (const FoedMatch *match)
{
  int percent = (int) (match->resemblance * 100 + 0.5);

  switch (match->kind)
    {
    case FOED_MATCH_BYTES:
      return g_strdup (_("It came from a file that is the same, byte for byte."));
    case FOED_MATCH_TEXT:
      return g_strdup_printf (_("%d %% of the words are the same. The other keeps its words and gets what this one adds."),
                              percent);
    case FOED_MATCH_IDENTIFIER:
      return g_strdup (match->is_document
                       ? _("It has the same identifier. The other keeps its words and gets what this one adds.")
                       : _("It has the same identifier. Both are kept."));
    case FOED_MATCH_MEMBERS:
    default:
      return g_strdup (_("It has the same members and begins at the same time. Both are kept."));
    }
}

static void
merge_cb (GtkCheckButton *chooser)
{
  ExplorerMergeFunc func = (ExplorerMergeFunc) g_object_get_data (G_OBJECT (chooser), "func");

  func (g_object_get_data (G_OBJECT (chooser), "id"), gtk_check_button_get_active (chooser),
        g_object_get_data (G_OBJECT (chooser), "user-data"));
}

static GtkWidget *
make_match_row (const FoedMatch   *match,
                ExplorerSession   *session,
                ExplorerMergeFunc  func,
                gpointer           user_data)
{
  GtkWidget *row = adw_action_row_new ();
  const char *other = match->other_title != NULL ? match->other_title
                                                 : explorer_session_get_title (session, match->other);
  g_autofree char *title = NULL;
  g_autofree char *subtitle = describe_match (match);

  /* Translators: offers to merge a document with another one of that title. */
  title = g_strdup_printf (match->is_document ? _("Merge with “%s”") : _("Describes the same as “%s”"), other);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (match->is_document)
    {
      GtkWidget *chooser = gtk_check_button_new ();

      gtk_widget_set_valign (chooser, GTK_ALIGN_CENTER);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (chooser), match->merged);
      gtk_accessible_update_property (GTK_ACCESSIBLE (chooser), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
      g_object_set_data_full (G_OBJECT (chooser), "id", g_strdup (match->record), g_free);
      g_object_set_data (G_OBJECT (chooser), "func", (gpointer) func);
      g_object_set_data (G_OBJECT (chooser), "user-data", user_data);
      g_signal_connect (chooser, "toggled", G_CALLBACK (merge_cb), NULL);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), chooser);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), chooser);
    }
  return row;
}

static gboolean
has_document_matches (FoedImportFile *file)
{
  return foed_import_file_get_n_matches (file) > 0 && foed_import_file_get_match (file, 0)->is_document;
}

static gboolean
has_repairs (FoedReport *report)
{
  for (guint i = 0; i < foed_report_get_n_problems (report); i++)
    {
      FoedProblem *problem = foed_report_get_problem (report, i);

      if (problem != NULL && foed_problem_is_of_form (problem))
        return TRUE;
    }
  return FALSE;
}

/**
 * explorer_import_dup_counts:
 * @n_new: records that are new
 * @n_changed: records that change
 * @n_unchanged: records that are in the library just so
 *
 * Returns: (transfer full): the numbers in words
 */
char *
explorer_import_dup_counts (guint n_new,
                            guint n_changed,
                            guint n_unchanged)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) parts = NULL;
  g_autofree char *text_new = g_strdup_printf (ngettext ("%'u new", "%'u new", n_new), n_new);
  g_autofree char *text_changed = g_strdup_printf (ngettext ("%'u changed", "%'u changed", n_changed), n_changed);
  g_autofree char *text_unchanged =
    g_strdup_printf (ngettext ("%'u unchanged", "%'u unchanged", n_unchanged), n_unchanged);

  if (n_new > 0 || (n_changed == 0 && n_unchanged == 0))
    g_strv_builder_add (builder, text_new);
  if (n_changed > 0)
    g_strv_builder_add (builder, text_changed);
  if (n_unchanged > 0)
    g_strv_builder_add (builder, text_unchanged);
  parts = g_strv_builder_end (builder);
  return g_strjoinv (C_("list", ", "), parts);
}

/**
 * explorer_import_file_row_new:
 * @file: what becomes of a file
 * @session: the session that knows titles
 * @func: told when a person chooses to merge a document, or not to
 * @user_data: handed to @func; must live as long as the line
 *
 * Returns: (transfer full): a line that says so, and opens to show the problems of the file and what it matches
 */
GtkWidget *
explorer_import_file_row_new (FoedImportFile    *file,
                              ExplorerSession   *session,
                              ExplorerMergeFunc  func,
                              gpointer           user_data)
{
  GtkWidget *row;
  GtkWidget *icon;
  FoedReport *report;
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  g_autofree char *description = NULL;
  g_autofree char *subtitle = NULL;
  gboolean refused;
  guint n_matches;

  g_return_val_if_fail (FOED_IS_IMPORT_FILE (file), NULL);

  row = adw_expander_row_new ();
  n_matches = foed_import_file_get_n_matches (file);
  report = foed_import_file_get_report (file);
  refused = foed_import_file_get_refused (file);
  name = g_path_get_basename (foed_import_file_get_name (file));
  title = g_markup_escape_text (name, -1);
  gtk_widget_set_tooltip_text (row, foed_import_file_get_name (file));
  description = describe_file (file);
  subtitle = g_markup_escape_text (description, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  icon = gtk_image_new_from_icon_name (refused ? "dialog-error-symbolic" : "emblem-ok-symbolic");
  gtk_widget_add_css_class (icon, refused ? "error" : "success");
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), icon);
  for (guint i = 0; i < MIN (n_matches, N_PROBLEMS_MAX); i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), make_match_row (foed_import_file_get_match (file, i), session, func,
                                                                      user_data));
  add_problems (ADW_EXPANDER_ROW (row), report);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (row), foed_report_get_n_problems (report) + n_matches > 0);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), refused || has_document_matches (file) || has_repairs (report));
  return row;
}
