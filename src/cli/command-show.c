/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foedera-cli"

#include "config.h"

#include <glib/gi18n.h>

#include "cli.h"

static void
print_field (FoedRecord          *record,
             const FoedFieldInfo *info,
             guint                depth)
{
  g_autofree char *value = NULL;
  FoedCell cell = FOED_CELL_STATED;

  if (info->flags & FOED_FIELD_CELL)
    cell = foed_record_get_cell (record, info->field);

  if (foed_record_has_value (record, info->field) &&
      (info->type == FOED_FIELD_TYPE_BEGIN || info->type == FOED_FIELD_TYPE_END))
    value = foed_date_format_plain (foed_record_get_date (record, info->field));
  else if (foed_record_has_value (record, info->field))
    value = foed_record_dup_display (record, info->field);
  else if (cell == FOED_CELL_SILENT || cell == FOED_CELL_TEXT_MISSING)
    value = g_strdup (foed_term_get_label (foed_cell_get_term (cell)));

  if (value == NULL)
    return;

  if (cell == FOED_CELL_IMPLIED)
    g_print ("%*s%s: %s (%s)\n", 2 * depth, "", foed_field_get_label (info->field), value,
             foed_term_get_label (foed_cell_get_term (cell)));
  else
    g_print ("%*s%s: %s\n", 2 * depth, "", foed_field_get_label (info->field), value);
}

static void
print_record (FoedRecord *record,
              guint       depth)
{
  FoedRecordKind kind = foed_record_get_kind (record);
  const FoedRecordKindInfo *info = foed_record_kind_get_info (kind);

  if (info->has_id)
    g_print ("%*s%s %s\n", 2 * depth, "", foed_record_kind_get_label (kind), foed_record_get_id (record));
  else
    g_print ("%*s%s\n", 2 * depth, "", foed_record_kind_get_label (kind));

  for (guint i = 0; i < info->n_fields; i++)
    print_field (record, &info->fields[i], depth + 1);

  for (guint i = 0; i < foed_record_get_n_children (record); i++)
    print_record (foed_record_get_child (record, i), depth + 1);
}

static CliExit
print_one (Cli         *cli,
           FoedLibrary *library,
           const char  *name,
           JsonBuilder *builder)
{
  g_autoptr (FoedRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = foed_library_resolve_sync (library, FOED_RECORD_NONE, name, cli->cancellable, &error);

  if (id != NULL)
    record = foed_library_get_record_sync (library, id, cli->cancellable, &error);

  if (record == NULL)
    return cli_fail (error);

  if (cli->json)
    foed_json_add_record (builder, record);
  else
    print_record (record, 0);

  return CLI_EXIT_DONE;
}

/**
 * cli_command_show:
 * @cli: what every command knows
 * @arguments: the record
 *
 * Prints one record with everything under it.
 *
 * Returns: how to end
 */
CliExit
cli_command_show (Cli   *cli,
                  char **arguments)
{
  g_auto (GStrv) left = g_strdupv (arguments);
  g_autoptr (FoedLibrary) library = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  CliExit status;

  if (!cli_parse (cli, _("ID"), NULL, NULL, &left, &status))
    return status;

  if (left[1] == NULL || left[2] != NULL)
    return cli_wrong_usage (_("Name one record, by its id or by what it is called."));

  library = cli_open (cli, FOED_LIBRARY_READ_ONLY, &status);
  if (library == NULL)
    return status;

  status = print_one (cli, library, left[1], builder);
  if (status == CLI_EXIT_DONE && cli->json)
    cli_print_json (builder);

  return status;
}
