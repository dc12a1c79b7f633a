/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "foedera.h"

G_BEGIN_DECLS

/**
 * CliExit:
 * @CLI_EXIT_DONE: everything was done
 * @CLI_EXIT_REFUSED: some input was refused or not found; the rest was done
 * @CLI_EXIT_USAGE: the command was used wrongly
 * @CLI_EXIT_LIBRARY: the library can't be opened or written
 *
 * How a command ends. Part of the contract with scripts.
 */
typedef enum
{
  CLI_EXIT_DONE = 0,
  CLI_EXIT_REFUSED = 1,
  CLI_EXIT_USAGE = 2,
  CLI_EXIT_LIBRARY = 3
} CliExit;

/**
 * Cli:
 * @library: (nullable): the library file that was named, or %NULL for the user's own
 * @cancellable: cancelled when the user interrupts
 * @json: whether records are printed as JSON
 *
 * What every command knows.
 */
typedef struct
{
  char         *library;
  GCancellable *cancellable;
  gboolean      json;
} Cli;

/**
 * CliCommand:
 * @name: what the user types
 * @arguments: what follows it, for the help
 * @summary: one line, untranslated
 * @run: does it; @arguments[0] is the name
 *
 * One command.
 */
typedef struct
{
  const char *name;
  const char *arguments;
  const char *summary;
  CliExit   (*run) (Cli   *cli,
                    char **arguments);
} CliCommand;

CliExit      cli_command_backup   (Cli *cli, char **arguments);
CliExit      cli_command_changes  (Cli *cli, char **arguments);
CliExit      cli_command_check    (Cli *cli, char **arguments);
CliExit      cli_command_export   (Cli *cli, char **arguments);
CliExit      cli_command_history  (Cli *cli, char **arguments);
CliExit      cli_command_import   (Cli *cli, char **arguments);
CliExit      cli_command_info     (Cli *cli, char **arguments);
CliExit      cli_command_list     (Cli *cli, char **arguments);
CliExit      cli_command_network  (Cli *cli, char **arguments);
CliExit      cli_command_search   (Cli *cli, char **arguments);
CliExit      cli_command_show     (Cli *cli, char **arguments);
CliExit      cli_command_validate (Cli *cli, char **arguments);

gboolean     cli_parse            (Cli               *cli,
                                   const char        *usage,
                                   const char        *description,
                                   const GOptionEntry *entries,
                                   char            ***arguments,
                                   CliExit           *exit);
CliExit      cli_wrong_usage      (const char        *format,
                                   ...) G_GNUC_PRINTF (1, 2);
CliExit      cli_fail             (const GError      *error);
FoedLibrary *cli_open             (Cli               *cli,
                                   FoedLibraryFlags   flags,
                                   CliExit           *exit);
void         cli_print_json       (JsonBuilder       *builder);
void         cli_progress         (gint64             done,
                                   gint64             total,
                                   gpointer           user_data);
void         cli_progress_end     (void);

G_END_DECLS
