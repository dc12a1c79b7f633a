/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foedera-cli"

#include "config.h"

#include <glib/gi18n.h>
#include <unistd.h>

#include "cli.h"

/* Matches stand between isolates; a terminal shows them bold. */
static char *
mark_matches (const char *snippet)
{
  gboolean terminal = isatty (STDOUT_FILENO);
  g_autoptr (GString) text = g_string_new (snippet);

  g_string_replace (text, "\342\201\250", terminal ? "\033[1m" : "", 0);
  g_string_replace (text, "\342\201\251", terminal ? "\033[0m" : "", 0);
  g_strdelimit (text->str, "\n\t", ' ');

  return g_strdup (text->str);
}

static void
print_hit (const FoedSearchHit *hit)
{
  g_autofree char *snippet = mark_matches (hit->snippet != NULL ? hit->snippet : "");

  g_print ("%s: %s (%s)\n", foed_record_kind_get_label (hit->kind), hit->title, hit->id);
  if (*snippet != '\0')
    g_print ("  %s\n", snippet);
}

static void
print_hits (Cli       *cli,
            GPtrArray *hits)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);

  for (guint i = 0; i < hits->len; i++)
    if (cli->json)
      foed_json_add_hit (builder, g_ptr_array_index (hits, i));
    else
      print_hit (g_ptr_array_index (hits, i));

  json_builder_end_array (builder);

  if (cli->json)
    cli_print_json (builder);
}

/**
 * cli_command_search:
 * @cli: what every command knows
 * @arguments: the words
 *
 * Prints what a full-text search finds, best first.
 *
 * Returns: how to end; %CLI_EXIT_REFUSED where nothing was found
 */
CliExit
cli_command_search (Cli   *cli,
                    char **arguments)
{
  g_auto (GStrv) left = g_strdupv (arguments);
  g_autofree char *text = NULL;
  g_autoptr (FoedLibrary) library = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;
  int limit = 50;
  CliExit status;
  const GOptionEntry entries[] = {
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_("At most so many results"), N_("NUMBER") },
    G_OPTION_ENTRY_NULL
  };

  if (!cli_parse (cli, _("QUERY"),
                  _("All words must occur. “a phrase” in quotation marks, OR between words and - before a word are "
                    "understood."),
                  entries, &left, &status))
    return status;

  if (left[1] == NULL)
    return cli_wrong_usage (_("Say what to search for."));
  if (limit < 1)
    return cli_wrong_usage (_("The number of results must be at least one."));

  library = cli_open (cli, FOED_LIBRARY_READ_ONLY, &status);
  if (library == NULL)
    return status;

  text = g_strjoinv (" ", left + 1);
  hits = foed_library_search_sync (library, text, limit, cli->cancellable, &error);
  if (hits == NULL)
    return cli_fail (error);

  print_hits (cli, hits);

  return hits->len > 0 ? CLI_EXIT_DONE : CLI_EXIT_REFUSED;
}
