/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foedera-cli"

#include "config.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <locale.h>
#include <stdlib.h>

#include "cli.h"

static const CliCommand commands[] = {
  { "import", N_("[--dry-run] PATH…"), N_("Read XML files and folders into the library"), cli_command_import },
  { "export", N_("[--alliance ID]… [-o FILE]"), N_("Write alliances as XML"), cli_command_export },
  { "validate", N_("FILE…"), N_("Check XML files without reading them into a library"), cli_command_validate },
  { "list", N_("LISTING [FILTERS]"), N_("List alliances, states, clauses, obligations and more"), cli_command_list },
  { "show", N_("ID"), N_("Show one record with everything under it"), cli_command_show },
  { "search", N_("QUERY"), N_("Search all texts"), cli_command_search },
  { "changes", N_("--from DATE --to DATE [FILTERS]"), N_("Tell what changed between two days"), cli_command_changes },
  { "network", N_("--as-of DATE [--measure NAME]…"), N_("Measure the network of states"), cli_command_network },
  { "history", N_("[undo|redo|revert N|show N]"), N_("List, undo and redo changes"), cli_command_history },
  { "backup", N_("FILE"), N_("Copy the library while it is in use"), cli_command_backup },
  { "check", "", N_("Look for damage and implausible records"), cli_command_check },
  { "info", N_("[--vocabularies]"), N_("Tell what is in the library"), cli_command_info },
};

static void
print_commands (GString *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      const char *arguments = *commands[i].arguments != '\0' ? _(commands[i].arguments) : "";
      g_autofree char *left = g_strjoin (" ", commands[i].name, arguments, NULL);
      gssize padding = 36 - g_utf8_strlen (left, -1);

      g_string_append_printf (text, "  %s%*s %s\n", left, (int) MAX (padding, 0), "", _(commands[i].summary));
    }
}

static char *
describe_commands (void)
{
  GString *text = g_string_new (_("Commands:"));

  g_string_append_c (text, '\n');
  print_commands (text);
  g_string_append_c (text, '\n');
  g_string_append (text, _("Call “foedera-cli COMMAND --help” to learn more about a command."));

  return g_string_free (text, FALSE);
}

static gboolean
interrupted_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);

  return G_SOURCE_CONTINUE;
}

/* Commands block in the main thread, so signals are waited for in another. */
typedef struct
{
  GMainContext *context;
  GCancellable *cancellable;
  gboolean      over;
} SignalWatch;

static gpointer
watch_signals (gpointer user_data)
{
  SignalWatch *watch = user_data;
  g_autoptr (GSource) interrupt = g_unix_signal_source_new (SIGINT);
  g_autoptr (GSource) terminate = g_unix_signal_source_new (SIGTERM);

  g_source_set_callback (interrupt, interrupted_cb, watch->cancellable, NULL);
  g_source_set_callback (terminate, interrupted_cb, watch->cancellable, NULL);
  g_source_attach (interrupt, watch->context);
  g_source_attach (terminate, watch->context);

  while (!g_atomic_int_get (&watch->over))
    g_main_context_iteration (watch->context, TRUE);

  g_source_destroy (interrupt);
  g_source_destroy (terminate);

  return NULL;
}

static CliExit
find_and_run_command (Cli   *cli,
                      char **arguments)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, arguments[0]))
      return commands[i].run (cli, arguments);

  return cli_wrong_usage (_("There is no command “%s”. Call “foedera-cli --help” for the commands."), arguments[0]);
}

static CliExit
run_command (Cli   *cli,
             char **arguments)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  SignalWatch watch = { context, cli->cancellable, FALSE };
  GThread *watcher = g_thread_new ("signals", watch_signals, &watch);
  CliExit status = find_and_run_command (cli, arguments);

  g_atomic_int_set (&watch.over, TRUE);
  g_main_context_wakeup (context);
  g_thread_join (watcher);

  return status;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GOptionContext) context = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (GStrv) arguments = NULL;
  g_autofree char *description = NULL;
  g_autofree char *library = NULL;
  gboolean version = FALSE;
  Cli cli = { 0 };
  const GOptionEntry entries[] = {
    { "library", 'l', 0, G_OPTION_ARG_FILENAME, &library, N_("Use this library file instead of your own"), N_("FILE") },
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, N_("Print the version"), NULL },
    G_OPTION_ENTRY_NULL
  };

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("foedera-cli");

  description = describe_commands ();
  context = g_option_context_new (_("COMMAND …"));
  g_option_context_set_strict_posix (context, TRUE);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _("Military alliance treaties from the command line."));
  g_option_context_set_description (context, description);

  arguments = g_strdupv (argv);
  if (!g_option_context_parse_strv (context, &arguments, &error))
    return cli_wrong_usage ("%s", error->message);

  if (version)
    {
      g_print ("foedera-cli %s\n", PACKAGE_VERSION);
      return CLI_EXIT_DONE;
    }

  if (arguments[1] == NULL)
    {
      g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);

      g_printerr ("%s", help);
      return CLI_EXIT_USAGE;
    }

  cli.library = library;
  cli.cancellable = cancellable;

  return run_command (&cli, arguments + 1);
}
