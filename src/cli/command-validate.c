/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foedera-cli"

#include "config.h"

#include <glib/gi18n.h>

#include "cli-report.h"
#include "cli.h"

/* Reads a file to its end; what is wrong with it gathers in the report. */
static gboolean
read_to_the_end (Cli            *cli,
                 FoedXmlReader  *reader,
                 GError        **error)
{
  while (TRUE)
    {
      g_autoptr (FoedRecord) record = NULL;

      if (!foed_xml_reader_next (reader, &record, cli->cancellable, error))
        return FALSE;

      if (record == NULL)
        return TRUE;
    }
}

static void
add_file (JsonBuilder *builder,
          const char  *path,
          FoedReport  *report,
          guint        n_records)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "path");
  json_builder_add_string_value (builder, path);
  json_builder_set_member_name (builder, "records");
  json_builder_add_int_value (builder, n_records);
  cli_report_add_problems (builder, report);
  json_builder_end_object (builder);
}

/* What can't be opened has no reader that could report it. */
static FoedReport *
report_unreadable (const char   *path,
                   const GError *error)
{
  FoedReport *report = foed_report_new ();

  foed_report_take_problem (report, foed_problem_new (FOED_SEVERITY_ERROR, path, 0, 0, NULL, "readable",
                                                      error->message, NULL));

  return report;
}

static CliExit
validate_file (Cli         *cli,
               const char  *path,
               JsonBuilder *builder)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (FoedXmlReader) reader = foed_xml_reader_new_for_file (file, path, cli->cancellable, &error);
  g_autoptr (FoedReport) report = NULL;
  guint n_records = 0;
  gboolean valid = FALSE;

  if (reader != NULL)
    {
      valid = read_to_the_end (cli, reader, &error);
      n_records = foed_xml_reader_get_n_records (reader);
      report = g_object_ref (foed_xml_reader_get_report (reader));
    }

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return cli_fail (error);

  if (report == NULL || (!valid && foed_report_get_n_errors (report) == 0))
    {
      g_clear_object (&report);
      report = report_unreadable (path, error);
    }

  if (cli->json)
    add_file (builder, path, report, n_records);
  else
    cli_report_print_problems (report);

  return foed_report_get_n_errors (report) == 0 ? CLI_EXIT_DONE : CLI_EXIT_REFUSED;
}

/**
 * cli_command_validate:
 * @cli: what every command knows
 * @arguments: the files
 *
 * Checks native XML against the schema and the rules that a schema can't say. No library is needed.
 *
 * Returns: how to end; %CLI_EXIT_REFUSED where a file has an error
 */
CliExit
cli_command_validate (Cli   *cli,
                      char **arguments)
{
  g_auto (GStrv) left = g_strdupv (arguments);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  CliExit status;

  if (!cli_parse (cli, _("FILE…"), NULL, NULL, &left, &status))
    return status;

  if (left[1] == NULL)
    return cli_wrong_usage (_("Name the files to check."));

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "files");
  json_builder_begin_array (builder);

  for (guint i = 1; left[i] != NULL; i++)
    {
      CliExit file_status = validate_file (cli, left[i], builder);

      status = MAX (status, file_status);
      if (g_cancellable_is_cancelled (cli->cancellable))
        return status;
    }

  json_builder_end_array (builder);
  json_builder_end_object (builder);

  if (cli->json)
    cli_print_json (builder);

  return status;
}
