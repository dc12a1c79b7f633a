/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foedera-cli"

#include "config.h"

#include <glib/gi18n.h>

#include "cli-query.h"
#include "cli-table.h"
#include "cli.h"

static void
add_member (JsonBuilder *builder,
            const char  *name,
            const char  *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_change (JsonBuilder             *builder,
            const FoedAsOfDayChange *change,
            const char              *day,
            const char              *text)
{
  FoedRecordKind kind = foed_record_get_kind (change->record);

  json_builder_begin_object (builder);
  add_member (builder, "day", day);
  add_member (builder, "change", foed_as_of_day_change_get_nick (change->kind));
  json_builder_set_member_name (builder, "begins");
  json_builder_add_boolean_value (builder, change->begins);
  add_member (builder, "alliance", foed_record_get_id (change->alliance));
  add_member (builder, "record", foed_record_kind_get_info (kind)->nick);
  add_member (builder, "id", foed_record_get_id (change->record));
  if (kind == FOED_RECORD_PARTY)
    add_member (builder, "state", foed_record_get_reference (change->record, FOED_FIELD_STATE));
  add_member (builder, "text", text);
  json_builder_end_object (builder);
}

static void
print_changes (Cli        *cli,
               GArray     *changes,
               GHashTable *titles)
{
  const char *const headings[] = { C_("column", "Day"), C_("column", "Change"), C_("column", "Id") };
  g_autoptr (CliTable) table = cli_table_new (headings, G_N_ELEMENTS (headings));
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);

  for (guint i = 0; i < changes->len; i++)
    {
      const FoedAsOfDayChange *change = &g_array_index (changes, FoedAsOfDayChange, i);
      g_autofree char *day = foed_day_to_string (change->day);
      g_autofree char *text = foed_as_of_day_change_describe (change, titles);
      char *cells[] = { day, text, (char *) foed_record_get_id (change->record), NULL };

      if (cli->json)
        add_change (builder, change, day, text);
      else
        cli_table_take_row (table, g_strdupv (cells));
    }

  json_builder_end_array (builder);

  if (cli->json)
    cli_print_json (builder);
  else
    cli_table_print (table);
}

static CliExit
find_changes (Cli         *cli,
              FoedLibrary *library,
              FoedQuery   *query,
              FoedDay      from,
              FoedDay      to)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) titles = NULL;
  g_autoptr (GPtrArray) alliances = NULL;
  g_autoptr (GArray) changes = NULL;

  titles = foed_library_dup_titles_sync (library, cli->cancellable, &error);
  if (titles == NULL)
    return cli_fail (error);

  alliances = foed_library_changing_alliances_sync (library, query, from, to, cli->cancellable, &error);
  if (alliances == NULL)
    return cli_fail (error);

  changes = foed_as_of_day_list_all_changes (alliances, from, to);
  print_changes (cli, changes, titles);

  return CLI_EXIT_DONE;
}

/**
 * cli_command_changes:
 * @cli: what every command knows
 * @arguments: two days and the filters of a list
 *
 * Prints what is different on one day from what it was on an earlier one, as the window tells it.
 *
 * Returns: how to end
 */
CliExit
cli_command_changes (Cli   *cli,
                     char **arguments)
{
  g_auto (CliQueryOptions) query_options = { 0 };
  g_auto (GStrv) left = g_strdupv (arguments);
  g_autoptr (FoedLibrary) library = NULL;
  g_autoptr (FoedQuery) query = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *from_text = NULL;
  g_autofree char *to_text = NULL;
  FoedDay from;
  FoedDay to;
  CliExit status;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &from_text, N_("The earlier day"), N_("DATE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to_text, N_("The later day"), N_("DATE") },
    CLI_QUERY_ENTRIES (query_options)
    G_OPTION_ENTRY_NULL
  };

  if (!cli_parse (cli, NULL, _("A year stands for its last day."), entries, &left, &status))
    return status;

  if (from_text == NULL || to_text == NULL || left[1] != NULL || query_options.as_of != NULL)
    return cli_wrong_usage (_("Name two days, as in “foedera-cli changes --from 1913 --to 1914”."));

  if (!foed_day_parse (from_text, &from, &error) || !foed_day_parse (to_text, &to, &error))
    return cli_wrong_usage ("%s", error->message);

  if (from >= to)
    return cli_wrong_usage (_("The day after “--to” must be later than the one after “--from”."));

  library = cli_open (cli, FOED_LIBRARY_READ_ONLY, &status);
  if (library == NULL)
    return status;

  query = cli_query_make (cli, library, FOED_LISTING_ALLIANCES, &query_options, &status);
  if (query == NULL)
    return status;

  return find_changes (cli, library, query, from, to);
}
