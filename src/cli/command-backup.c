/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foedera-cli"

#include "config.h"

#include <glib/gi18n.h>

#include "cli.h"

/**
 * cli_command_backup:
 * @cli: what every command knows
 * @arguments: the file to make
 *
 * Copies the library while it may be in use.
 *
 * Returns: how to end
 */
CliExit
cli_command_backup (Cli   *cli,
                    char **arguments)
{
  g_auto (GStrv) left = g_strdupv (arguments);
  g_autoptr (FoedLibrary) library = NULL;
  g_autoptr (GFile) target = NULL;
  g_autoptr (GError) error = NULL;
  CliExit status;

  if (!cli_parse (cli, _("FILE"), NULL, NULL, &left, &status))
    return status;

  if (left[1] == NULL || left[2] != NULL)
    return cli_wrong_usage (_("Name the file to copy the library to."));

  library = cli_open (cli, FOED_LIBRARY_READ_ONLY, &status);
  if (library == NULL)
    return status;

  target = g_file_new_for_commandline_arg (left[1]);
  if (!foed_library_backup_sync (library, target, cli_progress, NULL, cli->cancellable, &error))
    return cli_fail (error);

  cli_progress_end ();

  return CLI_EXIT_DONE;
}
