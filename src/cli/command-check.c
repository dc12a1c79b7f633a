/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foedera-cli"

#include "config.h"

#include <glib/gi18n.h>

#include "cli.h"

static void
print_finding (const FoedFinding *finding)
{
  if (finding->record != NULL)
    g_print ("%s: %s\n", finding->record, finding->message);
  else
    g_print ("%s\n", finding->message);

  if (finding->hint != NULL)
    g_print ("  %s\n", finding->hint);
}

/**
 * cli_command_check:
 * @cli: what every command knows
 * @arguments: nothing
 *
 * Looks for damage and implausible records.
 *
 * Returns: how to end; %CLI_EXIT_REFUSED where something was found
 */
CliExit
cli_command_check (Cli   *cli,
                   char **arguments)
{
  g_auto (GStrv) left = g_strdupv (arguments);
  g_autoptr (FoedLibrary) library = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GError) error = NULL;
  CliExit status;

  if (!cli_parse (cli, NULL, NULL, NULL, &left, &status))
    return status;

  if (left[1] != NULL)
    return cli_wrong_usage (_("This command takes no arguments."));

  library = cli_open (cli, FOED_LIBRARY_READ_ONLY, &status);
  if (library == NULL)
    return status;

  findings = foed_library_check_sync (library, cli->cancellable, &error);
  if (findings == NULL)
    return cli_fail (error);

  json_builder_begin_array (builder);

  for (guint i = 0; i < findings->len; i++)
    if (cli->json)
      foed_json_add_finding (builder, g_ptr_array_index (findings, i));
    else
      print_finding (g_ptr_array_index (findings, i));

  json_builder_end_array (builder);

  if (cli->json)
    cli_print_json (builder);
  else if (findings->len == 0)
    g_print ("%s\n", _("The library is sound."));

  return findings->len == 0 ? CLI_EXIT_DONE : CLI_EXIT_REFUSED;
}
