/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foedera-cli"

#include "config.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n.h>
#include <unistd.h>

#include "cli.h"

#define PAGE_SIZE 512

/* The ids of the alliances that are in force on a day. */
static GStrv
list_alliances_on (Cli          *cli,
                   FoedLibrary  *library,
                   FoedDay       day,
                   GError      **error)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (FoedQuery) plain = foed_query_new (FOED_LISTING_ALLIANCES);
  g_autoptr (FoedQuery) dated = foed_query_with_day (plain, day);
  g_autoptr (FoedQuery) query = foed_query_with_value (dated, FOED_FACET_STATUS, "in-force", TRUE);

  for (guint offset = 0;; offset += PAGE_SIZE)
    {
      g_autoptr (GPtrArray) rows = foed_library_list_sync (library, query, offset, PAGE_SIZE, cli->cancellable, error);

      if (rows == NULL)
        return NULL;

      for (guint i = 0; i < rows->len; i++)
        g_strv_builder_add (ids, foed_row_get_id (g_ptr_array_index (rows, i)));

      if (rows->len < PAGE_SIZE)
        return g_strv_builder_end (ids);
    }
}

static GStrv
resolve_alliances (Cli          *cli,
                   FoedLibrary  *library,
                   char        **names,
                   GError      **error)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *id = foed_library_resolve_sync (library, FOED_RECORD_NONE, names[i], cli->cancellable, error);

      if (id == NULL)
        return NULL;

      g_strv_builder_add (ids, id);
    }

  return g_strv_builder_end (ids);
}

static gboolean
write_xml (Cli          *cli,
           FoedLibrary  *library,
           GStrv         ids,
           const char   *path,
           GError      **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GOutputStream) stream = NULL;

  if (path == NULL || g_str_equal (path, "-"))
    {
      stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
      return foed_export_to_stream_sync (library, (const char * const *) ids, stream, cli->cancellable, error);
    }

  file = g_file_new_for_commandline_arg (path);

  return foed_export_sync (library, (const char * const *) ids, file, cli->cancellable, error);
}

/**
 * cli_command_export:
 * @cli: what every command knows
 * @arguments: what to write, and where to
 *
 * Writes alliances, with what they refer to, or everything.
 *
 * Returns: how to end
 */
CliExit
cli_command_export (Cli   *cli,
                    char **arguments)
{
  g_auto (GStrv) left = g_strdupv (arguments);
  g_auto (GStrv) names = NULL;
  g_auto (GStrv) ids = NULL;
  g_autofree char *format = NULL;
  g_autofree char *as_of = NULL;
  g_autofree char *output = NULL;
  g_autoptr (FoedLibrary) library = NULL;
  g_autoptr (GError) error = NULL;
  FoedDay day = 0;
  CliExit status;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_("How to write: native"), N_("NAME") },
    { "alliance", 0, 0, G_OPTION_ARG_STRING_ARRAY, &names, N_("Write only this alliance, and what it refers to"),
      N_("ALLIANCE") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &as_of, N_("Write only alliances in force on this day"), N_("DATE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Write to this file"), N_("FILE") },
    G_OPTION_ENTRY_NULL
  };

  if (!cli_parse (cli, NULL, NULL, entries, &left, &status))
    return status;

  if (left[1] != NULL)
    return cli_wrong_usage (_("This command takes no arguments but options."));
  if (format != NULL && !g_str_equal (format, "native"))
    return cli_wrong_usage (_("There is no format “%s”."), format);
  if (names != NULL && as_of != NULL)
    return cli_wrong_usage (_("Choose alliances by name or by day, not both."));
  if (as_of != NULL && !foed_day_parse (as_of, &day, &error))
    return cli_wrong_usage ("%s", error->message);

  library = cli_open (cli, FOED_LIBRARY_READ_ONLY, &status);
  if (library == NULL)
    return status;

  if (names != NULL)
    ids = resolve_alliances (cli, library, names, &error);
  else if (as_of != NULL)
    ids = list_alliances_on (cli, library, day, &error);

  if (error == NULL)
    write_xml (cli, library, ids, output, &error);

  return error == NULL ? CLI_EXIT_DONE : cli_fail (error);
}
