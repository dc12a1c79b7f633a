/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foedera-cli"

#include "config.h"

#include <errno.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n.h>
#include <unistd.h>

#include "cli-picture.h"

/* How long each year of an animation is shown. */
#define MILLISECONDS_PER_FRAME 400

/* The years of a series that are drawn, in a folder of numbered files or as one animation. */
typedef struct
{
  Cli               *cli;
  CliPicture        *picture;
  CliPictureOptions *options;
  const char        *output;
} Series;

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

static FoedPage *
draw_year (Series  *series,
           int      year,
           GError **error)
{
  FoedDay day = foed_day_from_calendar (year, 12, 31);

  return cli_picture_draw (series->picture, series->cli, &day, TRUE, error);
}

static gboolean
write_page (Cli             *cli,
            FoedPage        *page,
            FoedPageFormat   format,
            const char      *path,
            GError         **error)
{
  g_autoptr (GOutputStream) stream = NULL;
  g_autoptr (GFile) file = NULL;

  if (!is_standard_output (path))
    {
      file = g_file_new_for_commandline_arg (path);
      return foed_page_export_sync (page, format, file, cli->cancellable, error);
    }

  stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);

  return foed_page_write_sync (page, format, stream, cli->cancellable, error);
}

/* A file for each year, numbered from 1 on. */
static gboolean
write_frames (Series          *series,
              FoedPageFormat   format,
              GError         **error)
{
  guint number = 1;

  if (g_mkdir_with_parents (series->output, 0777) != 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), _("“%s” can't be written: %s"), series->output,
                   g_strerror (errno));
      return FALSE;
    }

  for (int year = series->options->from; year <= series->options->to; year += series->options->step, number++)
    {
      g_autofree char *name = g_strdup_printf ("%04u.%s", number, foed_page_format_get_nick (format));
      g_autofree char *path = g_build_filename (series->output, name, NULL);
      g_autoptr (FoedPage) page = draw_year (series, year, error);

      if (page == NULL || !write_page (series->cli, page, format, path, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
animate (Series         *series,
         GOutputStream  *stream,
         GError        **error)
{
  g_autoptr (FoedAnimation) animation = foed_animation_new (MILLISECONDS_PER_FRAME);

  for (int year = series->options->from; year <= series->options->to; year += series->options->step)
    {
      g_autoptr (FoedPage) page = draw_year (series, year, error);

      if (page == NULL || g_cancellable_set_error_if_cancelled (series->cli->cancellable, error)
          || !foed_animation_add (animation, page, error))
        return FALSE;
    }

  return foed_animation_write_sync (animation, stream, series->cli->cancellable, error);
}

static gboolean
write_animation (Series  *series,
                 GError **error)
{
  g_autoptr (FoedAtomicFile) target = NULL;
  g_autoptr (GOutputStream) stream = NULL;
  g_autoptr (GFile) file = NULL;

  if (is_standard_output (series->output))
    {
      stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
      return animate (series, stream, error);
    }

  file = g_file_new_for_commandline_arg (series->output);
  target = foed_atomic_file_new (file, series->cli->cancellable, error);
  if (target != NULL && animate (series, foed_atomic_file_get_stream (target), error)
      && foed_atomic_file_commit (target, series->cli->cancellable, error))
    return TRUE;

  if (!g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_prefix_error (error, _("“%s” can't be written: "), series->output);

  return FALSE;
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
  FoedPageFormat page_format = FOED_PAGE_SVG;
  gboolean animated = !foed_page_format_from_nick (format, &page_format);
  g_autoptr (CliPicture) picture = NULL;
  g_autoptr (FoedPage) page = NULL;
  g_autoptr (GError) error = NULL;
  gboolean written;
  CliExit exit;
  Series series;
  FoedDay day;

  if (!choose_series (options, query, animated, output, &exit))
    return exit;

  picture = cli_picture_new (cli, library, query, options, &exit);
  if (picture == NULL)
    return exit;

  series = (Series) { cli, picture, options, output };
  if (animated)
    {
      written = write_animation (&series, &error);
    }
  else if (is_series (options))
    {
      written = write_frames (&series, page_format, &error);
    }
  else
    {
      page = cli_picture_draw (picture, cli, foed_query_get_day (query, &day) ? &day : NULL, FALSE, &error);
      written = page != NULL && write_page (cli, page, page_format, output, &error);
    }

  return written ? CLI_EXIT_DONE : cli_fail (error);
}
