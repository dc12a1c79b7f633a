/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foedera-cli"

#include "config.h"

#include <glib/gi18n.h>

#include "cli-query.h"

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
    case FOED_LISTING_DOCUMENTS:
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
add_day (FoedQuery       **query,
         CliQueryOptions  *options,
         CliExit          *exit)
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
add_facets (Cli              *cli,
            FoedLibrary      *library,
            FoedQuery       **query,
            CliQueryOptions  *options,
            CliExit          *exit)
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
add_sort (FoedQuery       **query,
          CliQueryOptions  *options,
          CliExit          *exit)
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

/**
 * cli_query_options_clear:
 * @self: options
 *
 * Frees what was typed.
 */
void
cli_query_options_clear (CliQueryOptions *self)
{
  g_clear_pointer (&self->as_of, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->sort, g_free);
  g_clear_pointer (&self->kinds, g_strfreev);

  for (guint i = 0; i < FOED_N_FACETS; i++)
    g_clear_pointer (&self->values[i], g_strfreev);
}

/**
 * cli_query_has_filters:
 * @self: options
 *
 * Returns: whether anything narrows the rows, other than the choice of alliances
 */
gboolean
cli_query_has_filters (CliQueryOptions *self)
{
  gboolean any = self->as_of != NULL || self->text != NULL || self->kinds != NULL;

  for (guint i = 0; i < FOED_N_FACETS; i++)
    any |= i != FOED_FACET_ALLIANCE && self->values[i] != NULL;

  return any;
}

/**
 * cli_query_make:
 * @cli: what every command knows
 * @library: where names are looked up
 * @listing: what is listed
 * @options: what was typed
 * @exit: (out): how to end where something was typed wrongly
 *
 * Returns: (transfer full) (nullable): the query, or %NULL after complaining
 */
FoedQuery *
cli_query_make (Cli             *cli,
                FoedLibrary     *library,
                FoedListing      listing,
                CliQueryOptions *options,
                CliExit         *exit)
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

/**
 * cli_query_describe_listings:
 *
 * Returns: (transfer full): the listings and how things are named, for the help
 */
char *
cli_query_describe_listings (void)
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
