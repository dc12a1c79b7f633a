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
 *
 * Returns: (transfer full): a line that says so, and opens to show the problems of the file
 */
GtkWidget *
explorer_import_file_row_new (FoedImportFile *file)
{
  GtkWidget *row;
  GtkWidget *icon;
  FoedReport *report;
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  g_autofree char *description = NULL;
  g_autofree char *subtitle = NULL;
  gboolean refused;

  g_return_val_if_fail (FOED_IS_IMPORT_FILE (file), NULL);

  row = adw_expander_row_new ();
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
  add_problems (ADW_EXPANDER_ROW (row), report);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (row), foed_report_get_n_problems (report) > 0);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), refused);
  return row;
}
