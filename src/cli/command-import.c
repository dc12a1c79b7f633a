/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foedera-cli"

#include "config.h"

#include <glib/gi18n.h>

#include "cli-report.h"
#include "cli.h"

static void
progress_cb (FoedImport *import,
             guint64     n_bytes,
             guint64     n_bytes_total,
             const char *name,
             gpointer    user_data)
{
  cli_progress ((gint64) n_bytes, (gint64) n_bytes_total, NULL);
}

static void
add_count (JsonBuilder *builder,
           const char  *member,
           guint        count)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_int_value (builder, count);
}

static void
add_matches (JsonBuilder    *builder,
             FoedImportFile *file)
{
  json_builder_set_member_name (builder, "matches");
  json_builder_begin_array (builder);

  for (guint i = 0; i < foed_import_file_get_n_matches (file); i++)
    foed_json_add_match (builder, foed_import_file_get_match (file, i));

  json_builder_end_array (builder);
}

static void
add_file (JsonBuilder    *builder,
          FoedImportFile *file)
{
  const char *dialect = foed_import_file_get_dialect (file);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "path");
  json_builder_add_string_value (builder, foed_import_file_get_name (file));
  json_builder_set_member_name (builder, "dialect");
  if (dialect != NULL)
    json_builder_add_string_value (builder, dialect);
  else
    json_builder_add_null_value (builder);
  add_count (builder, "new", foed_import_file_get_n_new (file));
  add_count (builder, "changed", foed_import_file_get_n_changed (file));
  add_count (builder, "unchanged", foed_import_file_get_n_unchanged (file));
  add_count (builder, "refused", foed_import_file_get_n_refused (file));
  cli_report_add_problems (builder, foed_import_file_get_report (file));
  add_matches (builder, file);
  json_builder_end_object (builder);
}

static void
print_report_json (FoedImportReport *report)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "dry-run");
  json_builder_add_boolean_value (builder, foed_import_report_get_dry_run (report));
  json_builder_set_member_name (builder, "files");
  json_builder_begin_array (builder);

  for (guint i = 0; i < foed_import_report_get_n_files (report); i++)
    add_file (builder, foed_import_report_get_file (report, i));

  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "changes");
  json_builder_begin_array (builder);

  for (guint i = 0; i < foed_import_report_get_n_changes (report); i++)
    foed_json_add_change (builder, foed_import_report_get_change (report, i));

  json_builder_end_array (builder);
  json_builder_end_object (builder);
  cli_print_json (builder);
}

/* How many there are, and where they disagree; --json has them one by one. */
static void
print_matches (FoedImportFile *file)
{
  guint n_matches = foed_import_file_get_n_matches (file);
  guint n_disagreeing = 0;

  for (guint i = 0; i < n_matches; i++)
    n_disagreeing += foed_import_file_get_match (file, i)->disagreements->len > 0;

  if (n_matches == 0)
    return;

  g_print ("  ");
  g_print (ngettext ("%u record describes what another record of the library describes, too; both were kept.",
                     "%u records describe what other records of the library describe, too; both were kept.", n_matches),
           n_matches);
  g_print (" ");
  g_print (ngettext ("%u disagrees with the other.", "%u disagree with the other.", n_disagreeing), n_disagreeing);
  g_print (" %s\n", _("Call it with --json to see which."));
}

static void
print_file (FoedImportFile *file)
{
  cli_report_print_problems (foed_import_file_get_report (file));

  if (foed_import_file_get_refused (file))
    g_print (_("%s: refused; nothing was changed by it."), foed_import_file_get_name (file));
  else
    g_print (_("%s: %u new, %u changed, %u unchanged."), foed_import_file_get_name (file),
             foed_import_file_get_n_new (file), foed_import_file_get_n_changed (file),
             foed_import_file_get_n_unchanged (file));

  g_print ("\n");
  print_matches (file);
}

static void
print_report (FoedImportReport *report)
{
  guint n_refused = foed_import_report_get_n_refused_files (report);

  for (guint i = 0; i < foed_import_report_get_n_files (report); i++)
    print_file (foed_import_report_get_file (report, i));

  g_print (_("Together: %u new, %u changed, %u unchanged."), foed_import_report_get_n_new (report),
           foed_import_report_get_n_changed (report), foed_import_report_get_n_unchanged (report));

  if (n_refused > 0)
    {
      g_print (" ");
      g_print (ngettext ("%u file was refused.", "%u files were refused.", n_refused), n_refused);
    }

  if (foed_import_report_get_dry_run (report))
    g_print (" %s", _("This was a dry run; the library is as it was."));

  g_print ("\n");
}

static CliExit
run_import (Cli         *cli,
            FoedLibrary *library,
            char       **paths,
            const char  *dialect,
            gboolean     lenient,
            gboolean     dry_run)
{
  g_autoptr (FoedImport) import = foed_import_new (library);
  g_autoptr (FoedImportReport) report = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (paths[i]);

      foed_import_add_file (import, file);
    }

  foed_import_add_format (import, foed_data_set_get_import_format ());
  if (dialect != NULL)
    foed_import_set_dialect (import, dialect);
  foed_import_set_lenient (import, lenient);
  foed_import_set_dry_run (import, dry_run);
  foed_import_set_list_changes (import, dry_run);
  foed_import_set_progress (import, progress_cb, NULL, NULL);

  report = foed_import_run_sync (import, cli->cancellable, &error);
  if (report == NULL)
    return cli_fail (error);

  cli_progress_end ();
  if (cli->json)
    print_report_json (report);
  else
    print_report (report);

  return foed_import_report_get_n_refused_files (report) == 0 && foed_import_report_get_n_files (report) > 0
         ? CLI_EXIT_DONE
         : CLI_EXIT_REFUSED;
}

static gboolean
is_dialect (const char *name)
{
  g_autoptr (FoedDialects) dialects = foed_dialects_new_default ();

  return g_str_equal (name, FOED_DIALECT_NATIVE) || foed_dialects_find (dialects, name) != NULL;
}

/**
 * cli_command_import:
 * @cli: what every command knows
 * @arguments: files and folders
 *
 * Brings files into the library, or tells what that would do. A library that was named and does not exist is made.
 *
 * Returns: how to end; %CLI_EXIT_REFUSED where a file was refused
 */
CliExit
cli_command_import (Cli   *cli,
                    char **arguments)
{
  g_auto (GStrv) left = g_strdupv (arguments);
  g_autoptr (FoedLibrary) library = NULL;
  g_autofree char *dialect = NULL;
  gboolean lenient = FALSE;
  gboolean dry_run = FALSE;
  CliExit status;
  const GOptionEntry entries[] = {
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &dry_run, N_("Tell what would change, and change nothing"), NULL },
    { "dialect", 0, 0, G_OPTION_ARG_STRING, &dialect, N_("Read all files as this dialect"), N_("NAME") },
    { "lenient", 0, 0, G_OPTION_ARG_NONE, &lenient, N_("Repair what is not well-formed, and tell"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!cli_parse (cli, _("PATH…"), NULL, entries, &left, &status))
    return status;

  if (left[1] == NULL)
    return cli_wrong_usage (_("Name the files and folders to import."));

  if (dialect != NULL && !is_dialect (dialect))
    return cli_wrong_usage (_("There is no such dialect. See “foedera-cli info --dialects”."));

  library = cli_open (cli, FOED_LIBRARY_CREATE, &status);
  if (library == NULL)
    return status;

  return run_import (cli, library, left + 1, dialect, lenient, dry_run);
}
