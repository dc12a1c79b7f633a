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
    N_("MEASURE") },

void      cli_picture_options_clear (CliPictureOptions  *self);
gboolean  cli_picture_choose        (CliPictureOptions  *self,
                                     FoedGraphPicture   *picture,
                                     CliExit            *exit);
FoedPage *cli_picture_make          (Cli                *cli,
                                     FoedLibrary        *library,
                                     FoedQuery          *query,
                                     gboolean            narrowed,
                                     CliPictureOptions  *options,
                                     CliExit            *exit);

G_END_DECLS
