/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli-query.h"

G_BEGIN_DECLS

/**
 * CliPictureOptions:
 * @view: (nullable): the view that is drawn, as typed
 * @picture: (nullable): the picture of a graph, as typed
 * @layout: (nullable): how it is arranged, as typed
 * @size_by: (nullable): what sizes stand for, as typed
 * @colour_by: (nullable): what colours stand for, as typed
 * @from: the first year of a series, 0 for none
 * @to: the last one
 * @step: from one year of it to the next
 *
 * How a picture is drawn, as typed.
 */
typedef struct
{
  char *view;
  char *picture;
  char *layout;
  char *size_by;
  char *colour_by;
  int   from;
  int   to;
  int   step;
} CliPictureOptions;

/* The entries that fill the options; they end with a comma. */
#define CLI_PICTURE_ENTRIES(options) \
  { "view", 0, 0, G_OPTION_ARG_STRING, &(options).view, N_("Draw this view: graph"), N_("NAME") }, \
  { "picture", 0, 0, G_OPTION_ARG_STRING, &(options).picture, \
    N_("What is joined: states by what they owe (ties), by alliances (members), or alliances by states (overlaps)"), \
    N_("NAME") }, \
  { "layout", 0, 0, G_OPTION_ARG_STRING, &(options).layout, \
    N_("How to arrange a graph: force, regions or communities"), N_("NAME") }, \
  { "size-by", 0, 0, G_OPTION_ARG_STRING, &(options).size_by, N_("Let sizes stand for this measure"), N_("MEASURE") }, \
  { "colour-by", 0, 0, G_OPTION_ARG_STRING, &(options).colour_by, N_("Let colours stand for this measure"), \
    N_("MEASURE") }, \
  { "from", 0, 0, G_OPTION_ARG_INT, &(options).from, N_("Draw a series from the end of this year on"), N_("YEAR") }, \
  { "to", 0, 0, G_OPTION_ARG_INT, &(options).to, N_("Draw a series to the end of this year"), N_("YEAR") }, \
  { "step", 0, 0, G_OPTION_ARG_INT, &(options).step, N_("From one year to the next"), N_("YEARS") },

void      cli_picture_options_clear (CliPictureOptions  *self);
gboolean  cli_picture_choose        (CliPictureOptions  *self,
                                     FoedGraphPicture   *picture,
                                     CliExit            *exit);
/**
 * CliPicture:
 *
 * What pages are drawn from: one of a day or of the whole period, or a series.
 */
typedef struct _CliPicture CliPicture;

CliPicture *cli_picture_new  (Cli                *cli,
                              FoedLibrary        *library,
                              FoedQuery          *query,
                              CliPictureOptions  *options,
                              CliExit            *exit);
void        cli_picture_free (CliPicture         *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliPicture, cli_picture_free)

FoedPage   *cli_picture_draw (CliPicture         *self,
                              Cli                *cli,
                              const FoedDay      *day,
                              gboolean            series,
                              GError            **error);

CliExit     cli_picture_export (Cli               *cli,
                                FoedLibrary       *library,
                                FoedQuery         *query,
                                CliPictureOptions *options,
                                const char        *format,
                                const char        *output);

G_END_DECLS
