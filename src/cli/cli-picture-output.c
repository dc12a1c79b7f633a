/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foedera-cli"

#include "config.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n.h>
#include <unistd.h>

#include "cli-picture.h"

static gboolean
is_standard_output (const char *path)
{
  return path == NULL || g_str_equal (path, "-");
}

static gboolean
is_series (CliPictureOptions *options)
{
  return options->from != 0 || options->to != 0;
}

static gboolean
choose_series (CliPictureOptions *options,
               FoedQuery         *query,
               gboolean           animated,
               const char        *output,
               CliExit           *exit)
{
  FoedDay day;

  if (options->step == 0)
    options->step = 1;

  if (animated && !is_series (options))
    *exit = cli_wrong_usage (_("An animation needs years. Choose them with --from and --to."));
  else if (!is_series (options))
    return TRUE;
  else if (foed_query_get_day (query, &day))
    *exit = cli_wrong_usage (_("Choose a day with --as-of, or years with --from and --to."));
  else if (options->from < 1 || options->to < options->from || options->to > 9999 || options->step < 1)
    *exit = cli_wrong_usage (_("Choose the first year with --from, a later one with --to, and with --step how many "
                               "years lie between two."));
  else if (!animated && is_standard_output (output))
    *exit = cli_wrong_usage (_("A series goes into a folder. Name it with --output."));
  else
    return TRUE;

  return FALSE;
}

static gboolean
write_page (Cli               *cli,
            FoedPictureMaker  *maker,
            FoedQuery         *query,
            FoedPageFormat     format,
            const char        *path,
            GError           **error)
{
  g_autoptr (GOutputStream) stream = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (FoedPage) page = NULL;
  FoedDay day;

  page = foed_picture_maker_draw_sync (maker, foed_query_get_day (query, &day) ? &day : NULL, FALSE, cli->cancellable,
                                       error);
  if (page == NULL)
    return FALSE;

  if (!is_standard_output (path))
    {
      file = g_file_new_for_commandline_arg (path);
      return foed_page_export_sync (page, format, file, cli->cancellable, error);
    }

  stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);

  return foed_page_write_sync (page, format, stream, cli->cancellable, error);
}

static gboolean
write_series (Cli               *cli,
              FoedPictureMaker  *maker,
              const FoedSeries  *series,
              const char        *path,
              GError           **error)
{
  g_autoptr (GOutputStream) stream = NULL;
  g_autoptr (GFile) file = NULL;

  if (!is_standard_output (path))
    {
      file = g_file_new_for_commandline_arg (path);
      return foed_series_export_sync (series, maker, file, NULL, NULL, cli->cancellable, error);
    }

  stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);

  return foed_series_animate_sync (series, maker, stream, NULL, NULL, cli->cancellable, error);
}

/* What stands out has to be there. */
static gboolean
choose_selected (Cli                *cli,
                 FoedLibrary        *library,
                 const char         *typed,
                 FoedMapColouring    colouring,
                 char              **id,
                 GError            **error)
{
  FoedRecordKind kind = colouring == FOED_MAP_BY_OBLIGATION ? FOED_RECORD_STATE : FOED_RECORD_NONE;

  if (typed == NULL)
    return TRUE;

  *id = foed_library_resolve_sync (library, kind, typed, cli->cancellable, error);

  return *id != NULL;
}

/**
 * cli_picture_export:
 * @cli: what every command knows
 * @library: what is drawn
 * @query: which alliances and obligations count, and on which day if on one
 * @options: how it is drawn
 * @format: the nick of a format of pages, or `webp` for an animation
 * @output: (nullable): the file, or for a series of pages the folder; %NULL for standard output
 *
 * Draws a page, a series of pages, or an animation.
 *
 * Returns: how to end
 */
CliExit
cli_picture_export (Cli               *cli,
                    FoedLibrary       *library,
                    FoedQuery         *query,
                    CliPictureOptions *options,
                    const char        *format,
                    const char        *output)
{
  FoedPageFormat page_format = FOED_N_PAGE_FORMATS;
  gboolean animated = !foed_page_format_from_nick (format, &page_format);
  FoedSeries series = { .format = animated ? FOED_SERIES_WEBP : (FoedSeriesFormat) page_format };
  g_autoptr (FoedPictureMaker) maker = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *selected = NULL;
  FoedPictureOptions chosen;
  gboolean written;
  CliExit exit;

  if (!cli_picture_choose (options, &chosen, &exit) || !choose_series (options, query, animated, output, &exit))
    return exit;

  if (!choose_selected (cli, library, options->select, chosen.colouring, &selected, &error))
    return cli_fail (error);

  chosen.selected = selected;
  maker = foed_picture_maker_new_sync (library, query, &chosen, cli->cancellable, &error);
  if (maker == NULL)
    return cli_fail (error);

  series.from = options->from;
  series.to = options->to;
  series.step = options->step;
  written = is_series (options) ? write_series (cli, maker, &series, output, &error)
                                : write_page (cli, maker, query, page_format, output, &error);

  return written ? CLI_EXIT_DONE : cli_fail (error);
}
