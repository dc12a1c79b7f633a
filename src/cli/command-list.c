/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foedera-cli"

#include "config.h"

#include <glib/gi18n.h>

#include "cli-table.h"
#include "cli.h"

#define PAGE_SIZE 512

typedef struct
{
  char   *as_of;
  char   *text;
  char   *sort;
  char  **kinds;
  char  **values[FOED_N_FACETS];
  int     limit;
  int     offset;
  gboolean descending;
  gboolean all_columns;
} ListOptions;

static void
list_options_clear (ListOptions *self)
{
  g_clear_pointer (&self->as_of, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->sort, g_free);
  g_clear_pointer (&self->kinds, g_strfreev);

  for (guint i = 0; i < FOED_N_FACETS; i++)
    g_clear_pointer (&self->values[i], g_strfreev);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ListOptions, list_options_clear)

/* What --kind means depends on what is listed. */
static FoedFacet
get_kind_facet (FoedListing listing)
{
  switch (listing)
    {
    case FOED_LISTING_MECHANISMS:
      return FOED_FACET_COORDINATION;

    case FOED_LISTING_IMPACTS:
      return FOED_FACET_SOVEREIGNTY;

    case FOED_LISTING_EVENTS:
      return FOED_FACET_EVENT;

    case FOED_LISTING_ALLIANCES:
    case FOED_LISTING_STATES:
    case FOED_LISTING_INSTRUMENTS:
    case FOED_LISTING_CLAUSES:
    case FOED_LISTING_OBLIGATIONS:
      return FOED_FACET_OBLIGATION;

    case FOED_N_LISTINGS:
    default:
      g_assert_not_reached ();
    }
}

static FoedRecordKind
get_reference_kind (FoedFacet facet)
{
  return facet == FOED_FACET_ALLIANCE ? FOED_RECORD_ALLIANCE : FOED_RECORD_STATE;
}

/* The nicks or ids behind what the user typed; NULL after complaining. */
static GStrv
resolve_values (Cli         *cli,
                FoedLibrary *library,
                FoedFacet    facet,
                char       **typed,
                CliExit     *exit)
{
  FoedVocabulary vocabulary = foed_facet_get_vocabulary (facet);
  g_autoptr (GStrvBuilder) resolved = g_strv_builder_new ();

  for (guint i = 0; typed[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *id = NULL;

      if (vocabulary == FOED_VOCABULARY_NONE)
        {
          id = foed_library_resolve_sync (library, get_reference_kind (facet), typed[i], cli->cancellable, &error);
          if (id == NULL)
            {
              *exit = cli_fail (error);
              return NULL;
            }
          g_strv_builder_add (resolved, id);
        }
      else if (foed_vocabulary_find (vocabulary, typed[i]) != NULL)
        {
          g_strv_builder_add (resolved, typed[i]);
        }
      else
        {
          const FoedTerm *suggestion = foed_vocabulary_suggest (vocabulary, typed[i]);

          *exit = suggestion != NULL
                  ? cli_wrong_usage (_("“%s” is no value of “%s”. Did you mean “%s”?"),
                                     typed[i], foed_facet_get_nick (facet), suggestion->nick)
                  : cli_wrong_usage (_("“%s” is no value of “%s”. Call “foedera-cli info --vocabularies” for the values."),
                                     typed[i], foed_facet_get_nick (facet));
          return NULL;
        }
    }

  return g_strv_builder_end (resolved);
}

static gboolean
has_column (FoedListing  listing,
            const char  *nick)
{
  guint n_columns;
  const FoedColumn *columns = foed_listing_get_columns (listing, &n_columns);

  for (guint i = 0; i < n_columns; i++)
    if (g_str_equal (columns[i].nick, nick))
      return TRUE;

  return FALSE;
}

static void
take_query (FoedQuery **query,
            FoedQuery  *changed)
{
  g_object_unref (*query);
  *query = changed;
}

static gboolean
add_day (FoedQuery   **query,
         ListOptions  *options,
         CliExit      *exit)
{
  g_autoptr (GError) error = NULL;
  FoedDay day;

  if (options->as_of == NULL)
    return TRUE;

  if (!foed_day_parse (options->as_of, &day, &error))
    {
      *exit = cli_wrong_usage ("%s", error->message);
      return FALSE;
    }

  take_query (query, foed_query_with_day (*query, day));

  return TRUE;
}

static gboolean
add_facets (Cli          *cli,
            FoedLibrary  *library,
            FoedQuery   **query,
            ListOptions  *options,
            CliExit      *exit)
{
  for (guint facet = 0; facet < FOED_N_FACETS; facet++)
    {
      g_auto (GStrv) values = NULL;

      if (options->values[facet] == NULL)
        continue;

      values = resolve_values (cli, library, facet, options->values[facet], exit);
      if (values == NULL)
        return FALSE;

      take_query (query, foed_query_with_values (*query, facet, (const char * const *) values));
    }

  return TRUE;
}

static gboolean
add_sort (FoedQuery   **query,
          ListOptions  *options,
          CliExit      *exit)
{
  FoedListing listing = foed_query_get_listing (*query);

  if (options->sort == NULL)
    return TRUE;

  if (!has_column (listing, options->sort))
    {
      *exit = cli_wrong_usage (_("There is no column “%s” in the list of %s."),
                               options->sort, foed_listing_get_nick (listing));
      return FALSE;
    }

  take_query (query, foed_query_with_sort (*query, options->sort, options->descending));

  return TRUE;
}

static FoedQuery *
make_query (Cli         *cli,
            FoedLibrary *library,
            FoedListing  listing,
            ListOptions *options,
            CliExit     *exit)
{
  g_autoptr (FoedQuery) query = foed_query_new (listing);

  if (options->kinds != NULL && options->values[get_kind_facet (listing)] == NULL)
    options->values[get_kind_facet (listing)] = g_steal_pointer (&options->kinds);

  if (!add_day (&query, options, exit) ||
      !add_facets (cli, library, &query, options, exit) ||
      !add_sort (&query, options, exit))
    return NULL;

  if (options->text != NULL)
    take_query (&query, foed_query_with_text (query, options->text));

  return g_steal_pointer (&query);
}

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

static char *
describe_listings (void)
{
  GString *text = g_string_new (_("Listings:"));

  for (guint i = 0; i < FOED_N_LISTINGS; i++)
    g_string_append_printf (text, "\n  %s", foed_listing_get_nick (i));

  g_string_append_printf (text, "\n\n%s",
                          _("States are named by ISO code, COW number, id or name; alliances by id or name. "
                            "A filter may be given several times; any of its values then fits. "
                            "A year stands for its last day."));

  return g_string_free (text, FALSE);
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
  g_auto (ListOptions) options = { .limit = -1 };
  g_auto (GStrv) left = g_strdupv (arguments);
  g_autofree char *description = describe_listings ();
  g_autoptr (FoedLibrary) library = NULL;
  g_autoptr (FoedQuery) query = NULL;
  FoedListing listing;
  CliExit status;
  const GOptionEntry entries[] = {
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &options.as_of, N_("Only what was in force on this day"), N_("DATE") },
    { "kind", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.kinds,
      N_("Kind of obligation, mechanism, event or freedom"), N_("KIND") },
#define FACET(facet, nick, explanation, value) \
    { nick, 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.values[FOED_FACET_##facet], explanation, value }
    FACET (OBLIGATION, "obligation", N_("Kind of obligation"), N_("KIND")),
    FACET (STRENGTH, "strength", N_("Strength of commitment"), N_("STRENGTH")),
    FACET (COORDINATION, "coordination", N_("Kind of coordination mechanism"), N_("KIND")),
    FACET (THREAT, "threat", N_("Threat covered"), N_("THREAT")),
    FACET (SOVEREIGNTY, "sovereignty", N_("Freedom that is touched"), N_("FREEDOM")),
    FACET (REGION, "region", N_("Region"), N_("REGION")),
    FACET (STATUS, "status", N_("Status on the day"), N_("STATUS")),
    FACET (EVENT, "event", N_("Kind of event"), N_("KIND")),
    FACET (ALLIANCE, "alliance", N_("Alliance"), N_("ALLIANCE")),
    FACET (PARTY, "party", N_("A state that is a party"), N_("STATE")),
    FACET (PROMISOR, "promisor", N_("A state that owes something"), N_("STATE")),
    FACET (BENEFICIARY, "beneficiary", N_("A state that is owed something"), N_("STATE")),
#undef FACET
    { "text", 0, 0, G_OPTION_ARG_STRING, &options.text, N_("Words that must occur"), N_("WORDS") },
    { "sort", 0, 0, G_OPTION_ARG_STRING, &options.sort, N_("Sort by this column"), N_("COLUMN") },
    { "descending", 0, 0, G_OPTION_ARG_NONE, &options.descending, N_("Sort from last to first"), NULL },
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

  query = make_query (cli, library, listing, &options, &status);
  if (query == NULL)
    return status;

  return print_rows (cli, library, query, &options);
}
