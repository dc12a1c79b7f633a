/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foedera-cli"

#include "config.h"

#include <glib/gi18n.h>

#include "cli-report.h"
#include "cli.h"

static void
add_terms (JsonBuilder    *builder,
           FoedVocabulary  vocabulary)
{
  guint n_terms;
  const FoedTerm *terms = foed_vocabulary_get_terms (vocabulary, &n_terms);

  json_builder_set_member_name (builder, foed_vocabulary_get_nick (vocabulary));
  json_builder_begin_array (builder);

  for (guint i = 0; i < n_terms; i++)
    {
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "nick");
      json_builder_add_string_value (builder, terms[i].nick);
      json_builder_set_member_name (builder, "label");
      json_builder_add_string_value (builder, foed_term_get_label (&terms[i]));
      json_builder_set_member_name (builder, "explanation");
      json_builder_add_string_value (builder, foed_term_get_explanation (&terms[i]));
      json_builder_end_object (builder);
    }

  json_builder_end_array (builder);
}

static void
print_terms (FoedVocabulary vocabulary)
{
  guint n_terms;
  const FoedTerm *terms = foed_vocabulary_get_terms (vocabulary, &n_terms);

  g_print ("%s\n", foed_vocabulary_get_nick (vocabulary));

  for (guint i = 0; i < n_terms; i++)
    g_print ("  %-24s %s\n", terms[i].nick, foed_term_get_explanation (&terms[i]));
}

static CliExit
print_vocabularies (Cli *cli)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);

  for (guint i = FOED_VOCABULARY_NONE + 1; i < FOED_N_VOCABULARIES; i++)
    if (cli->json)
      add_terms (builder, i);
    else
      print_terms (i);

  json_builder_end_object (builder);

  if (cli->json)
    cli_print_json (builder);

  return CLI_EXIT_DONE;
}

static CliExit
print_dialects (Cli *cli)
{
  g_autoptr (FoedDialects) dialects = foed_dialects_new_default ();
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);

  for (guint i = 0; i < foed_dialects_get_n (dialects); i++)
    {
      FoedDialect *dialect = foed_dialects_get (dialects, i);
      const char *nick = foed_dialect_get_nick (dialect);
      g_autofree char *label = foed_dialect_dup_label (dialect);
      g_autofree char *cannot_tell = foed_dialect_dup_cannot_tell (dialect);

      if (!cli->json)
        g_print ("%-16s %s\n", nick, label);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "name");
      json_builder_add_string_value (builder, nick);
      json_builder_set_member_name (builder, "label");
      json_builder_add_string_value (builder, label);
      json_builder_set_member_name (builder, "cannot-tell");
      json_builder_add_string_value (builder, cannot_tell == NULL ? "" : cannot_tell);
      json_builder_set_member_name (builder, "bundled");
      json_builder_add_boolean_value (builder, foed_dialect_is_bundled (dialect));
      json_builder_end_object (builder);
    }

  json_builder_end_array (builder);

  if (cli->json)
    cli_print_json (builder);

  cli_report_print_problems (foed_dialects_get_report (dialects));

  return foed_report_get_n_errors (foed_dialects_get_report (dialects)) == 0 ? CLI_EXIT_DONE : CLI_EXIT_REFUSED;
}

static CliExit
print_library (Cli         *cli,
               FoedLibrary *library)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) info = foed_library_dup_info_sync (library, cli->cancellable, &error);
  GVariantIter iter;
  const char *name;
  GVariant *value;

  if (info == NULL)
    return cli_fail (error);

  if (cli->json)
    {
      g_autofree char *text = json_gvariant_serialize_data (info, NULL);

      g_print ("%s\n", text);
      return CLI_EXIT_DONE;
    }

  g_variant_iter_init (&iter, info);
  while (g_variant_iter_loop (&iter, "{&sv}", &name, &value))
    {
      g_autofree char *text = g_variant_is_of_type (value, G_VARIANT_TYPE_STRING) ? g_variant_dup_string (value, NULL)
                                                                                  : g_variant_print (value, FALSE);

      g_print ("%-16s %s\n", name, text);
    }

  return CLI_EXIT_DONE;
}

/**
 * cli_command_info:
 * @cli: what every command knows
 * @arguments: nothing
 *
 * Tells where the library is and what is in it, or lists the vocabularies or dialects.
 *
 * Returns: how to end
 */
CliExit
cli_command_info (Cli   *cli,
                  char **arguments)
{
  g_auto (GStrv) left = g_strdupv (arguments);
  g_autoptr (FoedLibrary) library = NULL;
  gboolean vocabularies = FALSE;
  gboolean dialects = FALSE;
  CliExit status;
  const GOptionEntry entries[] = {
    { "vocabularies", 0, 0, G_OPTION_ARG_NONE, &vocabularies, N_("List the words and codes in use"), NULL },
    { "dialects", 0, 0, G_OPTION_ARG_NONE, &dialects, N_("List the dialects of XML that can be imported"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!cli_parse (cli, NULL, NULL, entries, &left, &status))
    return status;

  if (left[1] != NULL)
    return cli_wrong_usage (_("This command takes no arguments."));

  if (vocabularies)
    return print_vocabularies (cli);

  if (dialects)
    return print_dialects (cli);

  library = cli_open (cli, FOED_LIBRARY_READ_ONLY, &status);
  if (library == NULL)
    return status;

  return print_library (cli, library);
}
