/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli.h"

G_BEGIN_DECLS

/**
 * CliQueryOptions:
 * @as_of: (nullable): the day, as typed
 * @text: (nullable): words that must occur
 * @sort: (nullable): the column to sort by
 * @kinds: (nullable): kinds, whose meaning depends on the listing
 * @values: the values of each facet, as typed
 * @descending: whether to sort from last to first
 *
 * The filters of lists, as typed.
 */
typedef struct
{
  char      *as_of;
  char      *text;
  char      *sort;
  char     **kinds;
  char     **values[FOED_N_FACETS];
  gboolean   descending;
} CliQueryOptions;

#define CLI_QUERY_FACET_ENTRY(options, facet, nick, explanation, value) \
  { nick, 0, 0, G_OPTION_ARG_STRING_ARRAY, &(options).values[FOED_FACET_##facet], explanation, value }

/* The entries that fill the options; they end with a comma. */
#define CLI_QUERY_ENTRIES(options) \
  { "as-of", 0, 0, G_OPTION_ARG_STRING, &(options).as_of, N_("Only what was in force on this day"), N_("DATE") }, \
  { "kind", 0, 0, G_OPTION_ARG_STRING_ARRAY, &(options).kinds, \
    N_("Kind of obligation, mechanism, event or freedom"), N_("KIND") }, \
  CLI_QUERY_FACET_ENTRY (options, OBLIGATION, "obligation", N_("Kind of obligation"), N_("KIND")), \
  CLI_QUERY_FACET_ENTRY (options, STRENGTH, "strength", N_("Strength of commitment"), N_("STRENGTH")), \
  CLI_QUERY_FACET_ENTRY (options, COORDINATION, "coordination", N_("Kind of coordination mechanism"), N_("KIND")), \
  CLI_QUERY_FACET_ENTRY (options, THREAT, "threat", N_("Threat covered"), N_("THREAT")), \
  CLI_QUERY_FACET_ENTRY (options, SOVEREIGNTY, "sovereignty", N_("Freedom that is touched"), N_("FREEDOM")), \
  CLI_QUERY_FACET_ENTRY (options, REGION, "region", N_("Region"), N_("REGION")), \
  CLI_QUERY_FACET_ENTRY (options, STATUS, "status", N_("Status on the day"), N_("STATUS")), \
  CLI_QUERY_FACET_ENTRY (options, EVENT, "event", N_("Kind of event"), N_("KIND")), \
  CLI_QUERY_FACET_ENTRY (options, ALLIANCE, "alliance", N_("Alliance"), N_("ALLIANCE")), \
  CLI_QUERY_FACET_ENTRY (options, PARTY, "party", N_("A state that is a party"), N_("STATE")), \
  CLI_QUERY_FACET_ENTRY (options, PROMISOR, "promisor", N_("A state that owes something"), N_("STATE")), \
  CLI_QUERY_FACET_ENTRY (options, BENEFICIARY, "beneficiary", N_("A state that is owed something"), N_("STATE")), \
  { "text", 0, 0, G_OPTION_ARG_STRING, &(options).text, N_("Words that must occur"), N_("WORDS") }, \
  { "sort", 0, 0, G_OPTION_ARG_STRING, &(options).sort, N_("Sort by this column"), N_("COLUMN") }, \
  { "descending", 0, 0, G_OPTION_ARG_NONE, &(options).descending, N_("Sort from last to first"), NULL },

void       cli_query_options_clear  (CliQueryOptions  *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CliQueryOptions, cli_query_options_clear)

gboolean   cli_query_has_filters    (CliQueryOptions  *self);
FoedQuery *cli_query_make           (Cli              *cli,
                                     FoedLibrary      *library,
                                     FoedListing       listing,
                                     CliQueryOptions  *options,
                                     CliExit          *exit);
char      *cli_query_describe_listings (void);

G_END_DECLS
