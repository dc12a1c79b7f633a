/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foedera-cli"

#include "config.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n.h>
#include <unistd.h>

#include "cli-picture.h"
#include "cli-query.h"
#include "cli.h"

#define PAGE_SIZE 512

typedef struct
{
  char            *format;
  char            *listing;
  char            *output;
  char            *panel;
  char            *years;
  char            *columns;
  char            *log;
  gboolean         labels;
  CliPictureOptions picture;
  CliQueryOptions  query;
} ExportOptions;

static void
export_options_clear (ExportOptions *self)
{
  g_free (self->format);
  g_free (self->listing);
  g_free (self->output);
  g_free (self->panel);
  g_free (self->years);
  g_free (self->columns);
  g_free (self->log);
  cli_picture_options_clear (&self->picture);
  cli_query_options_clear (&self->query);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ExportOptions, export_options_clear)

/* The ids of the alliances that a query leaves. */
static GStrv
list_alliances (Cli          *cli,
                FoedLibrary  *library,
                FoedQuery    *query,
                GError      **error)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

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
is_standard_output (const char *path)
{
  return path == NULL || g_str_equal (path, "-");
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

  if (is_standard_output (path))
    {
      stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
      return foed_export_to_stream_sync (library, (const char * const *) ids, stream, cli->cancellable, error);
    }

  file = g_file_new_for_commandline_arg (path);

  return foed_export_sync (library, (const char * const *) ids, file, cli->cancellable, error);
}

/* Alliances that were named, those that the filters leave, or everything: then @ids is NULL. */
static gboolean
choose_records (Cli           *cli,
                FoedLibrary   *library,
                ExportOptions *options,
                GStrv         *ids,
                CliExit       *status)
{
  char **names = options->query.values[FOED_FACET_ALLIANCE];
  g_autoptr (FoedQuery) query = NULL;
  g_autoptr (GError) error = NULL;

  *status = CLI_EXIT_DONE;

  if (options->listing != NULL || options->panel != NULL)
    *status = cli_wrong_usage (_("Listings and panels are written as tables. Choose a format such as csv."));
  else if (names != NULL && options->query.as_of != NULL)
    *status = cli_wrong_usage (_("Choose alliances by name or by day, not both."));

  if (*status != CLI_EXIT_DONE)
    return FALSE;

  if (cli_query_has_filters (&options->query))
    {
      if (options->query.as_of != NULL && options->query.values[FOED_FACET_STATUS] == NULL)
        options->query.values[FOED_FACET_STATUS] = g_strsplit ("in-force", " ", -1);

      query = cli_query_make (cli, library, FOED_LISTING_ALLIANCES, &options->query, status);
      if (query == NULL)
        return FALSE;

      *ids = list_alliances (cli, library, query, &error);
    }
  else if (names != NULL)
    {
      *ids = resolve_alliances (cli, library, names, &error);
    }

  if (error != NULL)
    *status = cli_fail (error);

  return error == NULL;
}

static CliExit
export_native (Cli           *cli,
               FoedLibrary   *library,
               ExportOptions *options)
{
  g_auto (GStrv) ids = NULL;
  g_autoptr (GError) error = NULL;
  CliExit status;

  if (!choose_records (cli, library, options, &ids, &status))
    return status;

  write_xml (cli, library, ids, options->output, &error);

  return error == NULL ? CLI_EXIT_DONE : cli_fail (error);
}

/* One record goes to a file or standard output, several go to a folder. */
static CliExit
export_akn (Cli           *cli,
            FoedLibrary   *library,
            ExportOptions *options)
{
  g_auto (GStrv) ids = NULL;
  g_autoptr (GError) error = NULL;
  CliExit status;

  if (!choose_records (cli, library, options, &ids, &status))
    return status;

  if (!is_standard_output (options->output))
    {
      g_autoptr (GFile) target = g_file_new_for_commandline_arg (options->output);

      foed_akn_export_sync (library, (const char * const *) ids, target, cli->cancellable, &error);
    }
  else if (ids != NULL && g_strv_length (ids) == 1)
    {
      g_autoptr (GOutputStream) stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);

      foed_akn_export_to_stream_sync (library, ids[0], stream, cli->cancellable, &error);
    }
  else
    {
      return cli_wrong_usage (_("Each record becomes a file of its own. Name a folder for them with -o, or one alliance "
                                "with --alliance."));
    }

  return error == NULL ? CLI_EXIT_DONE : cli_fail (error);
}

/* “1900-1914”, “1900-”, “-1914” or “1914”. */
static gboolean
parse_years (const char *text,
             int        *first_year,
             int        *last_year)
{
  g_auto (GStrv) parts = g_strsplit (text, "-", 3);
  guint64 years[2] = { 0, 0 };
  guint n_parts = g_strv_length (parts);

  if (n_parts < 1 || n_parts > 2)
    return FALSE;

  for (guint i = 0; i < n_parts; i++)
    if (parts[i][0] != '\0' && !g_ascii_string_to_unsigned (parts[i], 10, 1, 9999, &years[i], NULL))
      return FALSE;

  *first_year = (int) years[0];
  *last_year = (int) (n_parts == 1 ? years[0] : years[1]);

  return (years[0] != 0 || years[1] != 0) && (*last_year == 0 || *first_year <= *last_year);
}

static gboolean
choose_panel (FoedTableExport *export,
              ExportOptions   *options,
              CliExit         *status)
{
  FoedPanel panel;
  int first_year, last_year;

  if (options->panel == NULL)
    return TRUE;

  if (!foed_panel_from_nick (options->panel, &panel))
    {
      *status = cli_wrong_usage (_("There is no panel “%s”. Call “foedera-cli export --help” for the panels."),
                                 options->panel);
      return FALSE;
    }

  if (panel == FOED_PANEL_STATE_DAYS && options->query.as_of == NULL)
    {
      *status = cli_wrong_usage (_("Choose the day of the panel with --as-of."));
      return FALSE;
    }

  foed_table_export_set_panel (export, panel);

  if (options->years == NULL)
    return TRUE;

  if (!parse_years (options->years, &first_year, &last_year))
    {
      *status = cli_wrong_usage (_("“%s” are no years. Write 1900-1914."), options->years);
      return FALSE;
    }

  foed_table_export_set_years (export, first_year, last_year);

  return TRUE;
}

static gboolean
choose_rows (Cli             *cli,
             FoedLibrary     *library,
             FoedTableExport *export,
             ExportOptions   *options,
             CliExit         *status)
{
  g_autoptr (FoedQuery) query = NULL;
  g_auto (GStrv) columns = NULL;
  FoedListing listing = FOED_LISTING_ALLIANCES;

  if (options->listing != NULL && options->panel != NULL)
    {
      *status = cli_wrong_usage (_("Choose a listing or a panel, not both."));
      return FALSE;
    }

  if (options->listing != NULL && !foed_listing_from_nick (options->listing, &listing))
    {
      *status = cli_wrong_usage (_("There is no listing “%s”. Call “foedera-cli list --help” for the listings."),
                                 options->listing);
      return FALSE;
    }

  query = cli_query_make (cli, library, listing, &options->query, status);
  if (query == NULL)
    return FALSE;

  foed_table_export_set_query (export, query);

  if (options->columns != NULL)
    {
      columns = g_strsplit (options->columns, ",", -1);
      foed_table_export_set_columns (export, (const char * const *) columns);
    }

  return TRUE;
}

static CliExit
export_table (Cli           *cli,
              FoedLibrary   *library,
              ExportOptions *options)
{
  g_autoptr (FoedTableExport) export = NULL;
  g_autoptr (GOutputStream) stream = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFile) log = NULL;
  g_autoptr (GError) error = NULL;
  FoedTableFormat format = FOED_TABLE_CSV;
  CliExit status;

  foed_table_format_from_nick (options->format, &format);
  export = foed_table_export_new (library, format);
  foed_table_export_set_labels (export, options->labels);

  if (!choose_panel (export, options, &status) || !choose_rows (cli, library, export, options, &status))
    return status;

  if (options->log != NULL)
    {
      log = g_file_new_for_commandline_arg (options->log);
      foed_table_export_set_log (export, log);
    }

  if (is_standard_output (options->output))
    {
      stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
      foed_table_export_to_stream_sync (export, stream, cli->cancellable, &error);
    }
  else
    {
      file = g_file_new_for_commandline_arg (options->output);
      foed_table_export_run_sync (export, file, cli->cancellable, &error);
    }

  if (g_error_matches (error, FOED_TABLE_ERROR, FOED_TABLE_ERROR_UNKNOWN))
    return cli_wrong_usage ("%s", error->message);

  return error == NULL ? CLI_EXIT_DONE : cli_fail (error);
}

static gboolean
is_of_graph (ExportOptions *options,
             CliExit       *status)
{
  if (options->listing == NULL && options->panel == NULL)
    return TRUE;

  *status = cli_wrong_usage (_("Listings and panels are written as tables. Choose a format such as csv."));

  return FALSE;
}

/* All of the period, or what is in force on a day. */
static CliExit
export_graph (Cli           *cli,
              FoedLibrary   *library,
              ExportOptions *options)
{
  g_autoptr (FoedQuery) query = NULL;
  g_autoptr (GOutputStream) stream = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  FoedGraphFormat format = FOED_GRAPH_GRAPHML;
  FoedGraphPicture picture = FOED_GRAPH_TIES;
  CliExit status;

  if (!is_of_graph (options, &status) || !cli_picture_choose_graph (&options->picture, &picture, &status))
    return status;

  query = cli_query_make (cli, library, FOED_LISTING_ALLIANCES, &options->query, &status);
  if (query == NULL)
    return status;

  foed_graph_format_from_nick (options->format, &format);
  if (is_standard_output (options->output))
    {
      stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
      foed_graph_export_to_stream_sync (library, query, picture, format, stream, cli->cancellable, &error);
    }
  else
    {
      file = g_file_new_for_commandline_arg (options->output);
      foed_graph_export_sync (library, query, picture, format, file, cli->cancellable, &error);
    }

  return error == NULL ? CLI_EXIT_DONE : cli_fail (error);
}

static CliExit
export_picture (Cli           *cli,
                FoedLibrary   *library,
                ExportOptions *options)
{
  g_autoptr (FoedQuery) query = NULL;
  CliExit status;

  if (!is_of_graph (options, &status))
    return status;

  query = cli_query_make (cli, library, FOED_LISTING_ALLIANCES, &options->query, &status);

  return query == NULL ? status
                       : cli_picture_export (cli, library, query, &options->picture, options->format, options->output);
}

static const struct
{
  const char *nick;
  CliExit   (*write) (Cli           *cli,
                      FoedLibrary   *library,
                      ExportOptions *options);
} formats[] = {
  { "native", export_native },
  { "akn", export_akn },
  { "csv", export_table },
  { "tsv", export_table },
  { "xlsx", export_table },
  { "graphml", export_graph },
  { "gexf", export_graph },
  { "svg", export_picture },
  { "pdf", export_picture },
  { "png", export_picture },
  { "webp", export_picture },
};

static char *
describe_formats (void)
{
  GString *text = g_string_new (_("Formats:"));

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    g_string_append_printf (text, " %s", formats[i].nick);

  g_string_append_printf (text, "\n\n%s", _("Panels, as tables:"));

  for (guint i = 0; i < FOED_N_PANELS; i++)
    g_string_append_printf (text, "\n  %-20s %s", foed_panel_get_nick (i), foed_panel_get_label (i));

  g_string_append_printf (text, "\n\n%s",
                          _("As a table, a listing of “foedera-cli list” or a panel is written; beside a file, its data "
                            "dictionary."));

  return g_string_free (text, FALSE);
}

static gboolean
parse_options (Cli            *cli,
               char         ***left,
               ExportOptions  *options,
               CliExit        *status)
{
  g_autofree char *description = describe_formats ();
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &options->format, N_("How to write; see below"), N_("NAME") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output, N_("Write to this file, or to this folder"), N_("FILE") },
    { "panel", 0, 0, G_OPTION_ARG_STRING, &options->panel, N_("Write this panel"), N_("NAME") },
    { "years", 0, 0, G_OPTION_ARG_STRING, &options->years, N_("Only these years of a panel"), N_("YEARS") },
    { "columns", 0, 0, G_OPTION_ARG_STRING, &options->columns, N_("These columns of a listing, separated by commas"),
      N_("COLUMNS") },
    { "labels", 0, 0, G_OPTION_ARG_NONE, &options->labels, N_("Write a listing as people read it, not by stable names"),
      NULL },
    { "log", 0, 0, G_OPTION_ARG_FILENAME, &options->log, N_("Add to this file what it takes to make the table again"),
      N_("FILE") },
    CLI_PICTURE_ENTRIES (options->picture)
    CLI_QUERY_ENTRIES (options->query)
    G_OPTION_ENTRY_NULL
  };

  if (!cli_parse (cli, _("[LISTING]"), description, entries, left, status))
    return FALSE;

  if ((*left)[1] != NULL && (*left)[2] != NULL)
    {
      *status = cli_wrong_usage (_("Name at most one listing. Call “foedera-cli list --help” for the listings."));
      return FALSE;
    }

  options->listing = g_strdup ((*left)[1]);

  return TRUE;
}

/**
 * cli_command_export:
 * @cli: what every command knows
 * @arguments: what to write, and where to
 *
 * Writes alliances with what they refer to, everything, or a table.
 *
 * Returns: how to end
 */
CliExit
cli_command_export (Cli   *cli,
                    char **arguments)
{
  g_auto (GStrv) left = g_strdupv (arguments);
  g_auto (ExportOptions) options = { 0 };
  g_autoptr (FoedLibrary) library = NULL;
  CliExit status;

  if (!parse_options (cli, &left, &options, &status))
    return status;

  if (options.format == NULL)
    options.format = g_strdup (formats[0].nick);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (!g_str_equal (formats[i].nick, options.format))
        continue;

      library = cli_open (cli, FOED_LIBRARY_READ_ONLY, &status);

      return library == NULL ? status : formats[i].write (cli, library, &options);
    }

  return cli_wrong_usage (_("There is no format “%s”."), options.format);
}
