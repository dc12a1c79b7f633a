/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cli-report"

#include "config.h"

#include <glib/gi18n.h>

#include "cli-report.h"

static void
add_string (JsonBuilder *builder,
            const char  *member,
            const char  *value)
{
  json_builder_set_member_name (builder, member);

  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_problem (JsonBuilder *builder,
             FoedProblem *problem)
{
  json_builder_begin_object (builder);
  add_string (builder, "severity", foed_problem_get_severity_nick (problem));
  add_string (builder, "file", foed_problem_get_file (problem));
  json_builder_set_member_name (builder, "line");
  json_builder_add_int_value (builder, foed_problem_get_line (problem));
  json_builder_set_member_name (builder, "column");
  json_builder_add_int_value (builder, foed_problem_get_column (problem));
  add_string (builder, "path", foed_problem_get_path (problem));
  add_string (builder, "rule", foed_problem_get_rule (problem));
  add_string (builder, "message", foed_problem_get_message (problem));
  add_string (builder, "hint", foed_problem_get_hint (problem));
  json_builder_end_object (builder);
}

/**
 * cli_report_add_problems:
 * @builder: where to
 * @report: the report on a file
 *
 * Adds the problems as a member `problems`, and how many there are, kept or not, as `errors` and `warnings`.
 */
void
cli_report_add_problems (JsonBuilder *builder,
                         FoedReport  *report)
{
  json_builder_set_member_name (builder, "errors");
  json_builder_add_int_value (builder, foed_report_get_n_errors (report));
  json_builder_set_member_name (builder, "warnings");
  json_builder_add_int_value (builder, foed_report_get_n_warnings (report));
  json_builder_set_member_name (builder, "problems");
  json_builder_begin_array (builder);

  for (guint i = 0; i < foed_report_get_n_problems (report); i++)
    add_problem (builder, foed_report_get_problem (report, i));

  json_builder_end_array (builder);
}

/**
 * cli_report_print_problems:
 * @report: the report on a file
 *
 * Prints the problems, one to a line, as compilers do.
 */
void
cli_report_print_problems (FoedReport *report)
{
  guint n_problems = foed_report_get_n_problems (report);
  guint n_all = foed_report_get_n_errors (report) + foed_report_get_n_warnings (report);

  for (guint i = 0; i < n_problems; i++)
    {
      g_autofree char *text = foed_problem_to_string (foed_report_get_problem (report, i));

      g_print ("%s\n", text);
    }

  if (n_all > n_problems)
    {
      g_print (ngettext ("… and %u more problem.", "… and %u more problems.", n_all - n_problems),
               n_all - n_problems);
      g_print ("\n");
    }
}
