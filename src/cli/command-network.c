/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foedera-cli"

#include "config.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n.h>
#include <math.h>
#include <unistd.h>

#include "cli-query.h"
#include "cli-table.h"
#include "cli.h"

/* No more years than there are in the records, by a long way. */
#define N_YEARS_MAX 10000

typedef struct
{
  char            **measures;
  char             *picture;
  char             *format;
  char             *output;
  int               from;
  int               to;
  int               step;
  CliQueryOptions   query;
} NetworkOptions;

/* What is measured, of what, and when. */
typedef struct
{
  FoedMeasures      measures;
  FoedMeasure       sort;
  FoedGraphPicture  picture;
  GArray           *days;
  FoedGraphData    *data;
  FoedGraph        *graph;
} Survey;

static void
network_options_clear (NetworkOptions *self)
{
  g_strfreev (self->measures);
  g_free (self->picture);
  g_free (self->format);
  g_free (self->output);
  cli_query_options_clear (&self->query);
}

static void
survey_clear (Survey *self)
{
  g_clear_pointer (&self->days, g_array_unref);
  g_clear_pointer (&self->data, foed_graph_data_unref);
  g_clear_pointer (&self->graph, foed_graph_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NetworkOptions, network_options_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Survey, survey_clear)

static gboolean
choose_measures (NetworkOptions *options,
                 Survey         *survey,
                 CliExit        *status)
{
  survey->measures = options->measures == NULL ? FOED_MEASURES_ALL : 0;

  for (guint i = 0; options->measures != NULL && options->measures[i] != NULL; i++)
    {
      FoedMeasure measure;

      if (!foed_measure_from_nick (options->measures[i], &measure))
        {
          *status = cli_wrong_usage (_("There is no measure “%s”. Call “foedera-cli network --help” for the measures."),
                                     options->measures[i]);
          return FALSE;
        }

      if (i == 0)
        survey->sort = measure;

      survey->measures |= FOED_MEASURES (measure);
    }

  if (options->query.sort != NULL
      && (!foed_measure_from_nick (options->query.sort, &survey->sort)
          || !(survey->measures & FOED_MEASURES (survey->sort))))
    {
      *status = cli_wrong_usage (_("“%s” is not measured. Sort by a measure that is."), options->query.sort);
      return FALSE;
    }

  g_clear_pointer (&options->query.sort, g_free);

  return TRUE;
}

/* One day, or the last day of each year. */
static gboolean
choose_days (NetworkOptions *options,
             Survey         *survey,
             CliExit        *status)
{
  gboolean series = options->from != 0 || options->to != 0;
  g_autoptr (GError) error = NULL;
  FoedDay day;

  survey->days = g_array_new (FALSE, FALSE, sizeof (FoedDay));

  if (series == (options->query.as_of != NULL))
    {
      *status = cli_wrong_usage (_("Choose a day with --as-of, or years with --from and --to."));
      return FALSE;
    }

  if (!series)
    {
      if (!foed_day_parse (options->query.as_of, &day, &error))
        {
          *status = cli_wrong_usage ("%s", error->message);
          return FALSE;
        }

      g_array_append_val (survey->days, day);
      return TRUE;
    }

  if (options->from < 1 || options->to < options->from || options->to > N_YEARS_MAX || options->step < 1)
    {
      *status = cli_wrong_usage (_("Choose the first year with --from, a later one with --to, and with --step how many "
                                   "years lie between two."));
      return FALSE;
    }

  for (int year = options->from; year <= options->to; year += options->step)
    {
      day = foed_day_from_calendar (year, 12, 31);
      g_array_append_val (survey->days, day);
    }

  return TRUE;
}

static gboolean
read_graph (Cli             *cli,
            FoedLibrary     *library,
            NetworkOptions  *options,
            Survey          *survey,
            CliExit         *status)
{
  g_autoptr (FoedQuery) query = cli_query_make (cli, library, FOED_LISTING_ALLIANCES, &options->query, status);
  g_autoptr (GError) error = NULL;

  if (query == NULL)
    return FALSE;

  survey->data = foed_graph_data_new_sync (library, query, cli->cancellable, &error);
  if (survey->data == NULL)
    {
      *status = cli_fail (error);
      return FALSE;
    }

  survey->graph = foed_graph_data_make_graph (survey->data, survey->picture);

  return TRUE;
}

static FoedNetwork *
measure_day (Cli       *cli,
             Survey    *survey,
             guint      position,
             GError   **error)
{
  FoedDay day = g_array_index (survey->days, FoedDay, position);
  g_autoptr (FoedGraphMoment) moment = foed_graph_moment_new_on_day (survey->graph, day);

  return foed_network_new_sync (moment, survey->measures, cli->cancellable, error);
}

typedef struct
{
  const FoedNetworkNode *node;
  double                 key;
} Rank;

/* The highest first, or of groups the first; what is not defined comes last. */
static int
compare_ranks (const Rank *a,
               const Rank *b)
{
  if (isnan (a->key) || isnan (b->key))
    return isnan (a->key) && isnan (b->key) ? g_strcmp0 (a->node->id, b->node->id) : isnan (a->key) ? 1 : -1;
  if (a->key != b->key)
    return a->key < b->key ? -1 : 1;

  return g_strcmp0 (a->node->id, b->node->id);
}

static void
add_rows (CliTable    *table,
          Survey      *survey,
          FoedNetwork *network,
          FoedDay      day)
{
  g_autoptr (GArray) ranks = g_array_new (FALSE, FALSE, sizeof (Rank));
  guint n_nodes;
  const FoedNetworkNode *nodes = foed_network_get_nodes (network, &n_nodes);

  for (guint i = 0; i < n_nodes; i++)
    {
      double value = nodes[i].values[survey->sort];
      Rank rank = { &nodes[i], foed_measure_is_group (survey->sort) ? value : -value };

      g_array_append_val (ranks, rank);
    }

  g_array_sort (ranks, (GCompareFunc) compare_ranks);

  for (guint i = 0; i < ranks->len; i++)
    {
      const FoedNetworkNode *node = g_array_index (ranks, Rank, i).node;
      g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();

      if (survey->days->len > 1)
        {
          g_autofree char *date = foed_day_to_string (day);

          g_strv_builder_add (cells, date);
        }

      g_strv_builder_add (cells, foed_graph_data_get_title (survey->data, node->id));
      for (guint measure = 0; measure < FOED_N_MEASURES; measure++)
        if (survey->measures & FOED_MEASURES (measure))
          {
            g_autofree char *value = foed_measure_format (measure, node->values[measure]);

            g_strv_builder_add (cells, value);
          }

      cli_table_take_row (table, g_strv_builder_end (cells));
    }
}

static CliTable *
make_table (Survey *survey)
{
  g_autoptr (GPtrArray) headings = g_ptr_array_new ();

  if (survey->days->len > 1)
    g_ptr_array_add (headings, (gpointer) C_("column", "Day"));

  g_ptr_array_add (headings, (gpointer) C_("column", "Name"));
  for (guint measure = 0; measure < FOED_N_MEASURES; measure++)
    if (survey->measures & FOED_MEASURES (measure))
      g_ptr_array_add (headings, (gpointer) foed_measure_get_label (measure));

  return cli_table_new ((const char * const *) headings->pdata, headings->len);
}

static CliExit
print_networks (Cli    *cli,
                Survey *survey)
{
  g_autoptr (CliTable) table = make_table (survey);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "picture");
  json_builder_add_string_value (builder, foed_graph_picture_get_nick (survey->picture));
  json_builder_set_member_name (builder, "days");
  json_builder_begin_array (builder);

  for (guint i = 0; i < survey->days->len; i++)
    {
      FoedDay day = g_array_index (survey->days, FoedDay, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (FoedNetwork) network = measure_day (cli, survey, i, &error);

      if (network == NULL)
        return cli_fail (error);

      if (cli->json)
        foed_json_add_network (builder, network, survey->data, day);
      else
        add_rows (table, survey, network, day);
    }

  json_builder_end_array (builder);
  json_builder_end_object (builder);

  if (cli->json)
    cli_print_json (builder);
  else
    cli_table_print (table);

  return CLI_EXIT_DONE;
}

static gboolean
write_table (Cli              *cli,
             Survey           *survey,
             FoedTableFormat   format,
             GOutputStream    *stream,
             GError          **error)
{
  g_autoptr (FoedTableWriter) writer = foed_table_writer_new (format, stream);
  g_autoptr (GPtrArray) columns = foed_network_make_columns (survey->measures);

  if (!foed_table_writer_write_columns (writer, columns, FALSE, cli->cancellable, error))
    return FALSE;

  for (guint i = 0; i < survey->days->len; i++)
    {
      g_autoptr (FoedNetwork) network = measure_day (cli, survey, i, error);

      if (network == NULL || !foed_network_write_rows (network, survey->data, g_array_index (survey->days, FoedDay, i),
                                                       writer, cli->cancellable, error))
        return FALSE;
    }

  return foed_table_writer_end (writer, cli->cancellable, error);
}

static CliExit
write_networks (Cli             *cli,
                Survey          *survey,
                NetworkOptions  *options,
                FoedTableFormat  format)
{
  g_autoptr (GOutputStream) output = NULL;
  g_autoptr (FoedAtomicFile) target = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  gboolean written;

  if (options->output == NULL || g_str_equal (options->output, "-"))
    {
      output = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
      written = write_table (cli, survey, format, output, &error);
    }
  else
    {
      file = g_file_new_for_commandline_arg (options->output);
      target = foed_atomic_file_new (file, cli->cancellable, &error);
      written = target != NULL
                && write_table (cli, survey, format, foed_atomic_file_get_stream (target), &error)
                && foed_atomic_file_commit (target, cli->cancellable, &error);
      if (!written && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_prefix_error (&error, _("“%s” can't be written: "), options->output);
    }

  return written ? CLI_EXIT_DONE : cli_fail (error);
}

static char *
describe_measures (void)
{
  GString *text = g_string_new (_("Measures:"));

  for (guint i = 0; i < FOED_N_MEASURES; i++)
    g_string_append_printf (text, "\n  %-14s%s", foed_measure_get_nick (i), foed_measure_get_explanation (i));

  g_string_append_printf (text, "\n\n%s %s", _("Pictures:"), "ties members overlaps");
  g_string_append_printf (text, "\n\n%s",
                          _("Two are joined once, however many alliances do so and whichever way duties go. "
                            "Years are looked at on their last day."));

  return g_string_free (text, FALSE);
}

static gboolean
parse_options (Cli             *cli,
               char          ***left,
               NetworkOptions  *options,
               CliExit         *status)
{
  g_autofree char *description = describe_measures ();
  const GOptionEntry entries[] = {
    { "measure", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->measures, N_("Measure this; everything if not given"),
      N_("NAME") },
    { "from", 0, 0, G_OPTION_ARG_INT, &options->from, N_("The first year of a series"), N_("YEAR") },
    { "to", 0, 0, G_OPTION_ARG_INT, &options->to, N_("The last year of a series"), N_("YEAR") },
    { "step", 0, 0, G_OPTION_ARG_INT, &options->step, N_("From one year to the next"), N_("YEARS") },
    { "picture", 0, 0, G_OPTION_ARG_STRING, &options->picture,
      N_("What is joined: states by what they owe (ties), by alliances (members), or alliances by states (overlaps)"),
      N_("NAME") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options->format, N_("Write a table: csv, tsv or xlsx"), N_("NAME") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output, N_("Write to this file"), N_("FILE") },
    CLI_QUERY_ENTRIES (options->query)
    G_OPTION_ENTRY_NULL
  };

  if (!cli_parse (cli, _("--as-of DATE [--measure NAME]…"), description, entries, left, status))
    return FALSE;

  if ((*left)[1] != NULL)
    {
      *status = cli_wrong_usage (_("“%s” is too much."), (*left)[1]);
      return FALSE;
    }

  return TRUE;
}

/**
 * cli_command_network:
 * @cli: what every command knows
 * @arguments: what to measure, and when
 *
 * Measures the network of states on a day or over a series of years.
 *
 * Returns: how to end
 */
CliExit
cli_command_network (Cli   *cli,
                     char **arguments)
{
  g_auto (GStrv) left = g_strdupv (arguments);
  g_auto (NetworkOptions) options = { .step = 1 };
  g_auto (Survey) survey = { .picture = FOED_GRAPH_TIES };
  g_autoptr (FoedLibrary) library = NULL;
  FoedTableFormat format = FOED_TABLE_CSV;
  CliExit status;

  if (!parse_options (cli, &left, &options, &status)
      || !choose_measures (&options, &survey, &status)
      || !choose_days (&options, &survey, &status))
    return status;

  if (options.picture != NULL && !foed_graph_picture_from_nick (options.picture, &survey.picture))
    return cli_wrong_usage (_("There is no picture “%s”. Call “foedera-cli network --help” for the pictures."),
                            options.picture);
  if (options.format != NULL && !foed_table_format_from_nick (options.format, &format))
    return cli_wrong_usage (_("There is no format “%s”."), options.format);

  library = cli_open (cli, FOED_LIBRARY_READ_ONLY, &status);
  if (library == NULL || !read_graph (cli, library, &options, &survey, &status))
    return status;

  if (options.format != NULL || options.output != NULL)
    return write_networks (cli, &survey, &options, format);

  return print_networks (cli, &survey);
}
