/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foedera-cli"

#include "config.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <unistd.h>

#include "cli.h"

/**
 * cli_parse:
 * @cli: what every command knows
 * @usage: what follows the command
 * @description: (nullable): what more there is to say, translated
 * @entries: the options of the command
 * @arguments: (inout): the arguments; options are taken out
 * @exit: (out): how to end, where the command is not to run
 *
 * Reads the options of a command, among them `--json` and `--help`.
 *
 * Returns: whether the command is to run
 */
gboolean
cli_parse (Cli                *cli,
           const char         *usage,
           const char         *description,
           const GOptionEntry *entries,
           char             ***arguments,
           CliExit            *exit)
{
  g_autoptr (GOptionContext) context = g_option_context_new (usage);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strconcat (g_get_prgname (), " ", (*arguments)[0], NULL);
  gboolean help = FALSE;
  const GOptionEntry common[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &cli->json, N_("Print JSON"), NULL },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_("Show this help"), NULL },
    G_OPTION_ENTRY_NULL
  };

  *exit = CLI_EXIT_DONE;
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_description (context, description);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);

  if (!g_option_context_parse_strv (context, arguments, &error))
    {
      *exit = cli_wrong_usage ("%s", error->message);
      return FALSE;
    }

  if (help)
    {
      g_autofree char *text = NULL;

      g_set_prgname (name);
      text = g_option_context_get_help (context, TRUE, NULL);
      g_print ("%s", text);
      return FALSE;
    }

  return TRUE;
}

/**
 * cli_wrong_usage:
 * @format: what is wrong, translated
 * @...: what goes into it
 *
 * Returns: %CLI_EXIT_USAGE, after saying so on standard error
 */
CliExit
cli_wrong_usage (const char *format,
                 ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_printerr ("foedera-cli: %s\n", message);

  return CLI_EXIT_USAGE;
}

/**
 * cli_fail:
 * @error: why a command could not do its work
 *
 * Returns: the way to end that goes with @error, after saying so on standard error
 */
CliExit
cli_fail (const GError *error)
{
  cli_progress_end ();
  g_printerr ("foedera-cli: %s\n", error->message);

  if (g_error_matches (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_NOT_FOUND) ||
      g_error_matches (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_AMBIGUOUS) ||
      g_error_matches (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_DANGLING) ||
      g_error_matches (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_CONFLICT) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return CLI_EXIT_REFUSED;

  if (g_error_matches (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_QUERY))
    return CLI_EXIT_USAGE;

  return error->domain == FOED_LIBRARY_ERROR ? CLI_EXIT_LIBRARY : CLI_EXIT_REFUSED;
}

/**
 * cli_open:
 * @cli: what every command knows
 * @flags: how to open
 * @exit: (out): how to end, where the library can't be opened
 *
 * Opens the library that the user named, or the user's own, which is made from the bundled one where there is none.
 *
 * Returns: (transfer full) (nullable): the library
 */
FoedLibrary *
cli_open (Cli              *cli,
          FoedLibraryFlags  flags,
          CliExit          *exit)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  FoedLibrary *library;

  if (cli->library != NULL)
    {
      file = g_file_new_for_commandline_arg (cli->library);
    }
  else
    {
      file = foed_default_library_get_file ();

      if (!foed_default_library_ensure (cli->cancellable, &error))
        {
          *exit = cli_fail (error);
          return NULL;
        }
    }

  library = foed_library_open_sync (file, flags, cli->cancellable, &error);
  if (library == NULL)
    *exit = cli_fail (error);

  return library;
}

/**
 * cli_print_json:
 * @builder: a builder whose root is complete
 *
 * Prints the JSON and a line end.
 */
void
cli_print_json (JsonBuilder *builder)
{
  g_autofree char *text = foed_json_end (builder);

  g_print ("%s\n", text);
}

/**
 * cli_progress:
 * @done: how much is done
 * @total: of how much
 * @user_data: unused
 *
 * Shows how far work has come, where standard error is a terminal. A #FoedProgressFunc.
 */
void
cli_progress (gint64   done,
              gint64   total,
              gpointer user_data)
{
  static gint64 last_moment;
  gint64 moment = g_get_monotonic_time ();

  if (total <= 0 || !isatty (STDERR_FILENO) || moment - last_moment < G_USEC_PER_SEC / 10)
    return;

  last_moment = moment;
  g_printerr ("\r\033[K%3d %%", (int) (100 * done / total));
}

/**
 * cli_progress_end:
 *
 * Takes the progress away again.
 */
void
cli_progress_end (void)
{
  if (isatty (STDERR_FILENO))
    g_printerr ("\r\033[K");
}
