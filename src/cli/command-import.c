/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foedera-cli"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

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
add_string (JsonBuilder *builder,
            const char  *member,
            const char  *value)
{
  json_builder_set_member_name (builder, member);

  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_records (JsonBuilder    *builder,
             FoedImportFile *file)
{
  json_builder_set_member_name (builder, "records");
  json_builder_begin_array (builder);

  for (guint i = 0; i < foed_import_file_get_n_records (file); i++)
    {
      const FoedImportRecord *record = foed_import_file_get_record (file, i);

      json_builder_begin_object (builder);
      add_string (builder, "id", record->id);
      add_string (builder, "record", foed_record_kind_get_info (record->kind)->nick);
      add_string (builder, "title", record->title);
      add_string (builder, "state", foed_import_state_get_nick (record->state));
      json_builder_end_object (builder);
    }

  json_builder_end_array (builder);
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
  json_builder_begin_object (builder);
  add_string (builder, "path", foed_import_file_get_name (file));
  add_string (builder, "dialect", foed_import_file_get_dialect (file));
  add_count (builder, "new", foed_import_file_get_n_new (file));
  add_count (builder, "changed", foed_import_file_get_n_changed (file));
  add_count (builder, "unchanged", foed_import_file_get_n_unchanged (file));
  add_count (builder, "refused", foed_import_file_get_n_refused (file));
  cli_report_add_problems (builder, foed_import_file_get_report (file));
  add_matches (builder, file);
  add_records (builder, file);
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

/* Documents that say the same as another: few, and each can be merged. */
static void
print_documents (FoedImportFile *file)
{
  for (guint i = 0; i < foed_import_file_get_n_matches (file); i++)
    {
      const FoedMatch *match = foed_import_file_get_match (file, i);
      g_autofree char *text = NULL;

      if (match->merged)
        text = g_strdup_printf (_("“%s” was merged with “%s”."), match->record, match->other);
      else if (match->kind == FOED_MATCH_TEXT)
        text = g_strdup_printf (_("“%s” has nearly the same words as “%s”. Merge them with --merge."), match->record,
                                match->other);
      else if (match->kind == FOED_MATCH_BYTES)
        text = g_strdup_printf (_("“%s” has the same bytes as “%s”. Merge them with --merge."), match->record,
                                match->other);
      else if (match->is_document)
        text = g_strdup_printf (_("“%s” has the same identifier as “%s”. Merge them with --merge."), match->record,
                                match->other);

      if (text != NULL)
        g_print ("  %s\n", text);
    }
}

/* How many there are, and where they disagree; --json has them one by one. */
static void
print_matches (FoedImportFile *file)
{
  guint n_matches = foed_import_file_get_n_matches (file);
  guint n_disagreeing = 0;
  guint n_alliances = 0;

  for (guint i = 0; i < n_matches; i++)
    {
      const FoedMatch *match = foed_import_file_get_match (file, i);

      n_disagreeing += match->disagreements->len > 0;
      n_alliances += !match->is_document;
    }

  print_documents (file);

  if (n_alliances == 0)
    return;

  g_print ("  ");
  g_print (ngettext ("%u record describes what another record of the library describes, too; both were kept.",
                     "%u records describe what other records of the library describe, too; both were kept.",
                     n_alliances), n_alliances);
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

static gboolean
save_report (FoedImportReport  *report,
             const char        *path,
             GError           **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autofree char *text = foed_import_report_to_text (report);

  return g_file_replace_contents (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, error);
}

typedef struct
{
  char     *dialect;
  char    **except;
  char    **merge;
  char     *report;
  gboolean  lenient;
  gboolean  dry_run;
} ImportOptions;

static void
import_options_clear (ImportOptions *self)
{
  g_free (self->dialect);
  g_strfreev (self->except);
  g_strfreev (self->merge);
  g_free (self->report);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ImportOptions, import_options_clear)

static CliExit
run_import (Cli            *cli,
            FoedLibrary    *library,
            char          **paths,
            ImportOptions  *options)
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
  if (options->dialect != NULL)
    foed_import_set_dialect (import, options->dialect);
  for (guint i = 0; options->except != NULL && options->except[i] != NULL; i++)
    foed_import_leave_out (import, options->except[i]);
  for (guint i = 0; options->merge != NULL && options->merge[i] != NULL; i++)
    foed_import_merge (import, options->merge[i]);
  foed_import_set_lenient (import, options->lenient);
  foed_import_set_dry_run (import, options->dry_run);
  foed_import_set_list_changes (import, options->dry_run);
  foed_import_set_progress (import, progress_cb, NULL, NULL);

  report = foed_import_run_sync (import, cli->cancellable, &error);
  if (report == NULL)
    return cli_fail (error);

  cli_progress_end ();
  if (options->report != NULL && !save_report (report, options->report, &error))
    return cli_fail (error);
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
  g_auto (ImportOptions) options = { 0 };
  CliExit status;
  const GOptionEntry entries[] = {
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &options.dry_run, N_("Tell what would change, and change nothing"), NULL },
    { "dialect", 0, 0, G_OPTION_ARG_STRING, &options.dialect, N_("Read all files as this dialect"), N_("NAME") },
    { "lenient", 0, 0, G_OPTION_ARG_NONE, &options.lenient, N_("Repair what is not well-formed, and tell"), NULL },
    { "except", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.except, N_("Leave this record out"), N_("ID") },
    { "report", 0, 0, G_OPTION_ARG_FILENAME, &options.report, N_("Write the report to this file, too"), N_("FILE") },
    { "merge", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.merge,
      N_("Merge this document, or “all”, with the one that it matches"), N_("ID") },
    G_OPTION_ENTRY_NULL
  };

  if (!cli_parse (cli, _("PATH…"), NULL, entries, &left, &status))
    return status;

  if (left[1] == NULL)
    return cli_wrong_usage (_("Name the files and folders to import."));

  if (options.dialect != NULL && !is_dialect (options.dialect))
    return cli_wrong_usage (_("There is no such dialect. See “foedera-cli info --dialects”."));

  library = cli_open (cli, FOED_LIBRARY_CREATE, &status);
  if (library == NULL)
    return status;

  return run_import (cli, library, left + 1, &options);
}
