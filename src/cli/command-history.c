/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foedera-cli"

#include "config.h"

#include <glib/gi18n.h>

#include "cli-table.h"
#include "cli.h"

static char **
make_cells (const FoedHistoryEntry *entry)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (entry->moment);
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, entry->number);
  g_autofree char *when = g_date_time_format (moment, "%F %R");
  g_autofree char *counts = g_strdup_printf ("+%u ~%u -%u", entry->n_new, entry->n_changed, entry->n_removed);

  g_strv_builder_add (cells, number);
  g_strv_builder_add (cells, when);
  g_strv_builder_add (cells, counts);
  g_strv_builder_add (cells, entry->undone ? C_("history", "undone") : "");
  g_strv_builder_add (cells, entry->label);

  return g_strv_builder_end (cells);
}

static CliExit
list_entries (Cli         *cli,
              FoedLibrary *library)
{
  const char * const headings[] = {
    C_("history", "Number"), C_("history", "When"), C_("history", "Records"), C_("history", "State"),
    C_("history", "What")
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = foed_library_list_history_sync (library, cli->cancellable, &error);
  g_autoptr (CliTable) table = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (entries == NULL)
    return cli_fail (error);

  table = cli_table_new (headings, G_N_ELEMENTS (headings));
  json_builder_begin_array (builder);

  for (guint i = 0; i < entries->len; i++)
    if (cli->json)
      foed_json_add_entry (builder, g_ptr_array_index (entries, i));
    else
      cli_table_take_row (table, make_cells (g_ptr_array_index (entries, i)));

  json_builder_end_array (builder);

  if (cli->json)
    cli_print_json (builder);
  else
    cli_table_print (table);

  return CLI_EXIT_DONE;
}

static void
print_change (FoedChange *change)
{
  static const char signs[] = { '+', '~', '-' };

  g_print ("%c %s %s\n", signs[foed_change_get_kind (change)],
           foed_record_kind_get_label (foed_change_get_record_kind (change)), foed_change_get_id (change));

  for (guint i = 0; foed_change_get_kind (change) == FOED_CHANGE_CHANGED && i < foed_change_get_n_fields (change); i++)
    {
      const FoedFieldChange *field = foed_change_get_field (change, i);

      g_print ("    %s: %s → %s\n", foed_field_get_label (field->field),
               field->before != NULL ? field->before : "–", field->after != NULL ? field->after : "–");
    }
}

static CliExit
show_entry (Cli         *cli,
            FoedLibrary *library,
            gint64       number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = foed_library_list_changes_sync (library, number, cli->cancellable, &error);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (changes == NULL)
    return cli_fail (error);

  json_builder_begin_array (builder);

  for (guint i = 0; i < changes->len; i++)
    if (cli->json)
      foed_json_add_change (builder, g_ptr_array_index (changes, i));
    else
      print_change (g_ptr_array_index (changes, i));

  json_builder_end_array (builder);

  if (cli->json)
    cli_print_json (builder);

  return CLI_EXIT_DONE;
}

static CliExit
print_report (Cli         *cli,
              FoedLibrary *library,
              gint64       number)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *report = foed_library_dup_report_sync (library, number, cli->cancellable, &error);
  g_autoptr (JsonBuilder) builder = NULL;

  if (report == NULL)
    return cli_fail (error);

  if (!cli->json)
    {
      g_print ("%s", report);
      return CLI_EXIT_DONE;
    }

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "report");
  json_builder_add_string_value (builder, report);
  json_builder_end_object (builder);
  cli_print_json (builder);

  return CLI_EXIT_DONE;
}

static CliExit
report_done (Cli        *cli,
             const char *member,
             const char *format,
             const char *label)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (!cli->json)
    {
      g_autoptr (GString) text = g_string_new (format);

      g_string_replace (text, "%s", label, 1);
      g_print ("%s\n", text->str);
      return CLI_EXIT_DONE;
    }

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, label);
  json_builder_end_object (builder);
  cli_print_json (builder);

  return CLI_EXIT_DONE;
}

static CliExit
run_action (Cli         *cli,
            FoedLibrary *library,
            const char  *action,
            gint64       number)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  const char *format;

  if (g_str_equal (action, "undo"))
    {
      label = foed_library_undo_sync (library, cli->cancellable, &error);
      format = _("Undone: %s");
    }
  else if (g_str_equal (action, "redo"))
    {
      label = foed_library_redo_sync (library, cli->cancellable, &error);
      format = _("Done again: %s");
    }
  else
    {
      label = foed_library_revert_sync (library, number, cli->cancellable, &error);
      format = _("Reverted: %s");
    }

  return label != NULL ? report_done (cli, action, format, label) : cli_fail (error);
}

/**
 * cli_command_history:
 * @cli: what every command knows
 * @arguments: nothing, or what to do
 *
 * Lists the changes of the library, shows one, undoes, redoes or reverts.
 *
 * Returns: how to end
 */
CliExit
cli_command_history (Cli   *cli,
                     char **arguments)
{
  g_auto (GStrv) left = g_strdupv (arguments);
  g_autoptr (FoedLibrary) library = NULL;
  const char *action;
  gboolean numbered, reads;
  guint64 number = 0;
  CliExit status;

  if (!cli_parse (cli, _("[undo|redo|revert N|show N|report N]"), NULL, NULL, &left, &status))
    return status;

  action = left[1];
  numbered = g_strcmp0 (action, "revert") == 0 || g_strcmp0 (action, "show") == 0 || g_strcmp0 (action, "report") == 0;

  if (action != NULL && !numbered && !g_str_equal (action, "undo") && !g_str_equal (action, "redo"))
    return cli_wrong_usage (_("“%s” can't be done with the history. Choose undo, redo, revert, show or report."), action);
  if (g_strv_length (left) != (numbered ? 3 : action != NULL ? 2 : 1))
    return cli_wrong_usage (_("Revert, show and report need the number of one change; undo and redo need nothing."));
  if (numbered && !g_ascii_string_to_unsigned (left[2], 10, 1, G_MAXINT64, &number, NULL))
    return cli_wrong_usage (_("“%s” is not the number of a change."), left[2]);

  reads = action == NULL || g_str_equal (action, "show") || g_str_equal (action, "report");
  library = cli_open (cli, reads ? FOED_LIBRARY_READ_ONLY : FOED_LIBRARY_DEFAULT, &status);
  if (library == NULL)
    return status;

  if (action == NULL)
    return list_entries (cli, library);
  if (g_str_equal (action, "show"))
    return show_entry (cli, library, number);
  if (g_str_equal (action, "report"))
    return print_report (cli, library, number);

  return run_action (cli, library, action, number);
}
