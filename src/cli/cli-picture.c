/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foedera-cli"

#include "config.h"

#include <glib/gi18n.h>

#include "cli-picture.h"

#define VIEW(view) (1u << FOED_VIEW_##view)

/**
 * cli_picture_options_clear:
 * @self: options
 *
 * Frees what was typed.
 */
void
cli_picture_options_clear (CliPictureOptions *self)
{
  g_clear_pointer (&self->view, g_free);
  g_clear_pointer (&self->picture, g_free);
  g_clear_pointer (&self->layout, g_free);
  g_clear_pointer (&self->size_by, g_free);
  g_clear_pointer (&self->colour_by, g_free);
  g_clear_pointer (&self->group_by, g_free);
  g_clear_pointer (&self->order_by, g_free);
  g_clear_pointer (&self->select, g_free);
}

/* Nothing is asked of a view that it can't show. */
static gboolean
fits_view (CliPictureOptions *self,
           FoedView           view,
           CliExit           *exit)
{
  const struct
  {
    const char *option;
    gboolean    typed;
    guint       views;
  } rules[] = {
    { "--picture", self->picture != NULL, VIEW (GRAPH) },
    { "--layout", self->layout != NULL, VIEW (GRAPH) },
    { "--size-by", self->size_by != NULL, VIEW (GRAPH) },
    { "--colour-by", self->colour_by != NULL, VIEW (GRAPH) | VIEW (MAP) },
    { "--group-by", self->group_by != NULL, VIEW (TIMELINE) },
    { "--order-by", self->order_by != NULL, VIEW (TIMELINE) },
    { "--open", self->open, VIEW (TIMELINE) },
    { "--from", self->from != 0, VIEW (GRAPH) | VIEW (MAP) },
    { "--to", self->to != 0, VIEW (GRAPH) | VIEW (MAP) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (rules[i].typed && !(rules[i].views & 1u << view))
      {
        *exit = cli_wrong_usage (_("%s is not for the view “%s”."), rules[i].option,
                                 self->view != NULL ? self->view : "graph");
        return FALSE;
      }

  return TRUE;
}

static gboolean
choose_measure (const char  *typed,
                FoedMeasure *measure,
                CliExit     *exit)
{
  *measure = FOED_N_MEASURES;

  if (typed == NULL || foed_measure_from_nick (typed, measure))
    return TRUE;

  *exit = cli_wrong_usage (_("There is no measure “%s”. Call “foedera-cli network --help” for the measures."), typed);

  return FALSE;
}

static gboolean
choose_for_graph (CliPictureOptions  *self,
                  FoedPictureOptions *options,
                  CliExit            *exit)
{
  if (!cli_picture_choose_graph (self, &options->picture, exit))
    return FALSE;

  if (self->layout != NULL && !foed_layout_kind_from_nick (self->layout, &options->layout))
    {
      *exit = cli_wrong_usage (_("There is no layout “%s”."), self->layout);
      return FALSE;
    }

  return choose_measure (self->size_by, &options->size, exit)
         && choose_measure (self->colour_by, &options->colour, exit);
}

static gboolean
choose_for_timeline (CliPictureOptions  *self,
                     FoedPictureOptions *options,
                     CliExit            *exit)
{
  options->open = self->open;
  if (self->group_by != NULL && !foed_timeline_grouping_from_nick (self->group_by, &options->grouping))
    *exit = cli_wrong_usage (_("A timeline can't be grouped by “%s”."), self->group_by);
  else if (self->order_by != NULL && !foed_timeline_order_from_nick (self->order_by, &options->order))
    *exit = cli_wrong_usage (_("A timeline can't be ordered by “%s”."), self->order_by);
  else
    return TRUE;

  return FALSE;
}

static gboolean
choose_for_map (CliPictureOptions  *self,
                FoedPictureOptions *options,
                CliExit            *exit)
{
  if (self->colour_by != NULL && !foed_map_colouring_from_nick (self->colour_by, &options->colouring))
    *exit = cli_wrong_usage (_("A map can't be coloured by “%s”."), self->colour_by);
  else if (options->colouring == FOED_MAP_BY_OBLIGATION && self->select == NULL)
    *exit = cli_wrong_usage (_("Obligations are those of one state. Name it with --select."));
  else
    return TRUE;

  return FALSE;
}

/**
 * cli_picture_choose_graph:
 * @self: options
 * @picture: (inout): the picture, unless one was typed
 * @exit: (out): how to end where something was typed wrongly
 *
 * Returns: whether there is the picture of a graph that was typed, after complaining where there is not
 */
gboolean
cli_picture_choose_graph (CliPictureOptions *self,
                          FoedGraphPicture  *picture,
                          CliExit           *exit)
{
  if (self->picture == NULL || foed_graph_picture_from_nick (self->picture, picture))
    return TRUE;

  *exit = cli_wrong_usage (_("There is no picture “%s”. Call “foedera-cli network --help” for the pictures."),
                           self->picture);

  return FALSE;
}

/**
 * cli_picture_choose:
 * @self: options
 * @options: (out): what they ask for; what is selected is left to the caller
 * @exit: (out): how to end where something was typed wrongly
 *
 * Returns: whether what was typed can be drawn, after complaining where it can't
 */
gboolean
cli_picture_choose (CliPictureOptions  *self,
                    FoedPictureOptions *options,
                    CliExit            *exit)
{
  *options = (FoedPictureOptions) { .size = FOED_N_MEASURES, .colour = FOED_N_MEASURES };
  if (self->view != NULL && !foed_view_from_nick (self->view, &options->view))
    {
      *exit = cli_wrong_usage (_("There is no view “%s” that can be drawn."), self->view);
      return FALSE;
    }

  if (!fits_view (self, options->view, exit))
    return FALSE;

  switch (options->view)
    {
    case FOED_VIEW_TIMELINE:
      return choose_for_timeline (self, options, exit);
    case FOED_VIEW_MAP:
      return choose_for_map (self, options, exit);
    case FOED_VIEW_GRAPH:
    case FOED_N_VIEWS:
    default:
      return choose_for_graph (self, options, exit);
    }
}
