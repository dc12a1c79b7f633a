/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-import-text"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "foed-import-private.h"

/* The report of an import as a person reads it, to be kept and sent to others. */

static char *
describe_match (const FoedMatch *match)
{
  if (match->merged)
    return g_strdup_printf (_("“%s” was merged with “%s”."), match->record, match->other);

  switch (match->kind)
    {
    case FOED_MATCH_BYTES:
      return g_strdup_printf (_("“%s” has the same bytes as “%s”; both are kept."), match->record, match->other);

    case FOED_MATCH_TEXT:
      return g_strdup_printf (_("“%s” has nearly the same words as “%s”; both are kept."), match->record, match->other);

    case FOED_MATCH_MEMBERS:
      return g_strdup_printf (_("“%s” has the same members as “%s”; both are kept."), match->record, match->other);

    case FOED_MATCH_IDENTIFIER:
    default:
      return g_strdup_printf (_("“%s” has the same identifier as “%s”; both are kept."), match->record, match->other);
    }
}

static void
add_counts (GString *text,
            guint    n_new,
            guint    n_changed,
            guint    n_unchanged)
{
  g_string_append_printf (text, _("%u new, %u changed, %u unchanged"), n_new, n_changed, n_unchanged);
  g_string_append_c (text, '\n');
}

static void
add_matches (GString        *text,
             FoedImportFile *file)
{
  for (guint i = 0; i < file->matches->len; i++)
    {
      const FoedMatch *match = g_ptr_array_index (file->matches, i);
      g_autofree char *line = describe_match (match);

      g_string_append_printf (text, "  %s\n", line);

      for (guint j = 0; j < match->disagreements->len; j++)
        {
          const FoedDisagreement *disagreement = g_ptr_array_index (match->disagreements, j);

          g_string_append_printf (text, "    %s: %s ≠ %s\n", disagreement->field,
                                  disagreement->here != NULL ? disagreement->here : "–",
                                  disagreement->there != NULL ? disagreement->there : "–");
        }
    }
}

static void
add_problems (GString    *text,
              FoedReport *report)
{
  guint n_problems = foed_report_get_n_problems (report);
  guint n_more = foed_report_get_n_errors (report) + foed_report_get_n_warnings (report) - n_problems;

  for (guint i = 0; i < n_problems; i++)
    {
      g_autofree char *line = foed_problem_to_string (foed_report_get_problem (report, i));

      g_string_append_printf (text, "  %s\n", line);
    }

  if (n_more > 0)
    {
      g_string_append (text, "  ");
      g_string_append_printf (text, ngettext ("… and %u more problem.", "… and %u more problems.", n_more), n_more);
      g_string_append_c (text, '\n');
    }
}

static void
add_file (GString        *text,
          FoedImportFile *file)
{
  g_string_append_printf (text, "\n%s", file->name);

  if (file->dialect != NULL)
    g_string_append_printf (text, " (%s)", file->dialect);

  g_string_append (text, "\n  ");

  if (file->refused)
    g_string_append_printf (text, "%s\n", _("Refused; nothing was changed by it."));
  else
    add_counts (text, file->counts.n_new, file->counts.n_changed, file->counts.n_unchanged);

  add_problems (text, file->report);
  add_matches (text, file);
}

/* What became of files, in words. */
char *
foed_import_files_to_text (GPtrArray *files)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *when = g_date_time_format (now, "%F %R");
  GString *text = g_string_new (NULL);
  FoedPutCounts sums = { 0 };
  guint n_refused = 0;

  for (guint i = 0; i < files->len; i++)
    {
      FoedImportFile *file = g_ptr_array_index (files, i);

      sums.n_new += file->counts.n_new;
      sums.n_changed += file->counts.n_changed;
      sums.n_unchanged += file->counts.n_unchanged;
      n_refused += file->refused;
    }

  /* Translators: the first line of the report of an import; the day and time. */
  g_string_append_printf (text, _("Import, %s"), when);
  g_string_append_c (text, '\n');
  g_string_append_printf (text, ngettext ("%u file", "%u files", files->len), files->len);
  g_string_append_c (text, '\n');
  add_counts (text, sums.n_new, sums.n_changed, sums.n_unchanged);

  if (n_refused > 0)
    {
      g_string_append_printf (text, ngettext ("%u file was refused.", "%u files were refused.", n_refused), n_refused);
      g_string_append_c (text, '\n');
    }

  for (guint i = 0; i < files->len; i++)
    add_file (text, g_ptr_array_index (files, i));

  return g_string_free (text, FALSE);
}
