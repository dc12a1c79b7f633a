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
 * @group_by: (nullable): how the rows of a timeline are put together, as typed
 * @order_by: (nullable): in what order, as typed
 * @open: whether a timeline shows what is in each alliance
 * @select: (nullable): what stands out, as typed
 * @from: the first year of a series, 0 for none
 * @to: the last one
 * @step: from one year of it to the next
 *
 * How a picture is drawn, as typed.
 */
typedef struct
{
  char     *view;
  char     *picture;
  char     *layout;
  char     *size_by;
  char     *colour_by;
  char     *group_by;
  char     *order_by;
  gboolean  open;
  char     *select;
  int       from;
  int       to;
  int       step;
} CliPictureOptions;

/* The entries that fill the options; they end with a comma. */
#define CLI_PICTURE_ENTRIES(options) \
  { "view", 0, 0, G_OPTION_ARG_STRING, &(options).view, N_("Draw this view: graph, timeline or map"), N_("NAME") }, \
  { "picture", 0, 0, G_OPTION_ARG_STRING, &(options).picture, \
    N_("What is joined: states by what they owe (ties), by alliances (members), or alliances by states (overlaps)"), \
    N_("NAME") }, \
  { "layout", 0, 0, G_OPTION_ARG_STRING, &(options).layout, \
    N_("How to arrange a graph: force, regions, communities or map"), N_("NAME") }, \
  { "size-by", 0, 0, G_OPTION_ARG_STRING, &(options).size_by, N_("Let sizes stand for this measure"), N_("MEASURE") }, \
  { "colour-by", 0, 0, G_OPTION_ARG_STRING, &(options).colour_by, \
    N_("Let colours stand for this measure, or on a map for alliances or obligations"), N_("NAME") }, \
  { "group-by", 0, 0, G_OPTION_ARG_STRING, &(options).group_by, \
    N_("Put the alliances of a timeline together by none, region or obligation"), N_("NAME") }, \
  { "order-by", 0, 0, G_OPTION_ARG_STRING, &(options).order_by, \
    N_("Order the alliances of a timeline by begin, end, name or members"), N_("NAME") }, \
  { "open", 0, 0, G_OPTION_ARG_NONE, &(options).open, N_("Show obligations and states in a timeline"), NULL }, \
  { "select", 0, 0, G_OPTION_ARG_STRING, &(options).select, N_("Let this alliance or state stand out"), N_("ID") }, \
  { "from", 0, 0, G_OPTION_ARG_INT, &(options).from, N_("Draw a series from the end of this year on"), N_("YEAR") }, \
  { "to", 0, 0, G_OPTION_ARG_INT, &(options).to, N_("Draw a series to the end of this year"), N_("YEAR") }, \
  { "step", 0, 0, G_OPTION_ARG_INT, &(options).step, N_("From one year to the next"), N_("YEARS") },

void      cli_picture_options_clear (CliPictureOptions   *self);
gboolean  cli_picture_choose_graph  (CliPictureOptions   *self,
                                     FoedGraphPicture    *picture,
                                     CliExit             *exit);
gboolean  cli_picture_choose        (CliPictureOptions   *self,
                                     FoedPictureOptions  *options,
                                     CliExit             *exit);

CliExit   cli_picture_export        (Cli                 *cli,
                                     FoedLibrary         *library,
                                     FoedQuery           *query,
                                     CliPictureOptions   *options,
                                     const char          *format,
                                     const char          *output);

G_END_DECLS
