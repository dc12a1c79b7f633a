/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foedera-cli"

#include "config.h"

#include <glib/gi18n.h>

#include "cli-query.h"
#include "cli-table.h"
#include "cli.h"

#define PAGE_SIZE 512

typedef struct
{
  int      limit;
  int      offset;
  gboolean all_columns;
} ListOptions;

static CliTable *
make_table (FoedListing  listing,
            gboolean     all_columns,
            GArray      *shown)
{
  g_autoptr (GPtrArray) headings = g_ptr_array_new ();
  guint n_columns;
  const FoedColumn *columns = foed_listing_get_columns (listing, &n_columns);

  for (guint i = 0; i < n_columns; i++)
    if (all_columns || columns[i].shown)
      {
        g_ptr_array_add (headings, (gpointer) foed_column_get_label (&columns[i]));
        g_array_append_val (shown, i);
      }

  return cli_table_new ((const char * const *) headings->pdata, headings->len);
}

static void
add_row (CliTable *table,
         GArray   *shown,
         FoedRow  *row)
{
  char **cells = g_new0 (char *, shown->len + 1);

  for (guint i = 0; i < shown->len; i++)
    cells[i] = foed_row_dup_display (row, g_array_index (shown, guint, i));

  cli_table_take_row (table, cells);
}

/* Reads page by page, so that a list of a million rows needs little memory while it is read. */
static CliExit
print_rows (Cli         *cli,
            FoedLibrary *library,
            FoedQuery   *query,
            ListOptions *options)
{
  g_autoptr (GArray) shown = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (CliTable) table = make_table (foed_query_get_listing (query), options->all_columns, shown);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  guint offset = options->offset;
  guint left = options->limit < 0 ? G_MAXUINT : (guint) options->limit;

  json_builder_begin_array (builder);

  while (left > 0)
    {
      g_autoptr (GError) error = NULL;
      guint page_size = MIN (left, PAGE_SIZE);
      g_autoptr (GPtrArray) rows = foed_library_list_sync (library, query, offset, page_size,
                                                           cli->cancellable, &error);

      if (rows == NULL)
        return cli_fail (error);

      for (guint i = 0; i < rows->len; i++)
        if (cli->json)
          foed_json_add_row (builder, g_ptr_array_index (rows, i));
        else
          add_row (table, shown, g_ptr_array_index (rows, i));

      if (rows->len < page_size)
        break;

      offset += rows->len;
      left -= rows->len;
    }

  json_builder_end_array (builder);

  if (cli->json)
    cli_print_json (builder);
  else
    cli_table_print (table);

  return CLI_EXIT_DONE;
}

/**
 * cli_command_list:
 * @cli: what every command knows
 * @arguments: the listing and its filters
 *
 * Prints the rows of a listing, as the window shows them.
 *
 * Returns: how to end
 */
CliExit
cli_command_list (Cli   *cli,
                  char **arguments)
{
  g_auto (CliQueryOptions) query_options = { 0 };
  ListOptions options = { .limit = -1 };
  g_auto (GStrv) left = g_strdupv (arguments);
  g_autofree char *description = cli_query_describe_listings ();
  g_autoptr (FoedLibrary) library = NULL;
  g_autoptr (FoedQuery) query = NULL;
  FoedListing listing;
  CliExit status;
  const GOptionEntry entries[] = {
    CLI_QUERY_ENTRIES (query_options)
    { "limit", 0, 0, G_OPTION_ARG_INT, &options.limit, N_("At most so many rows"), N_("NUMBER") },
    { "offset", 0, 0, G_OPTION_ARG_INT, &options.offset, N_("Skip so many rows"), N_("NUMBER") },
    { "all-columns", 0, 0, G_OPTION_ARG_NONE, &options.all_columns, N_("Print every column"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!cli_parse (cli, _("LISTING"), description, entries, &left, &status))
    return status;

  if (left[1] == NULL || left[2] != NULL)
    return cli_wrong_usage (_("Name one listing. Call “foedera-cli list --help” for the listings."));

  if (!foed_listing_from_nick (left[1], &listing))
    return cli_wrong_usage (_("There is no listing “%s”. Call “foedera-cli list --help” for the listings."), left[1]);

  if (options.offset < 0)
    return cli_wrong_usage (_("The number of rows to skip can't be negative."));

  library = cli_open (cli, FOED_LIBRARY_READ_ONLY, &status);
  if (library == NULL)
    return status;

  query = cli_query_make (cli, library, listing, &query_options, &status);
  if (query == NULL)
    return status;

  return print_rows (cli, library, query, &options);
}
