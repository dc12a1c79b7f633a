/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foedera-cli"

#include "config.h"

#include <glib/gi18n.h>

#include "cli-picture.h"

/* A graph with all it takes to make pages of it. */
struct _CliPicture
{
  FoedGraphData    *data;
  FoedGraph        *graph;
  FoedLayout       *layout;
  FoedGraphMoment  *whole;        /* what there is at any time, for series */
  FoedMeasure       size;
  FoedMeasure       colour;
  gboolean          narrowed;
  char             *name;
};

/**
 * cli_picture_free:
 * @self: (nullable): a picture
 *
 * Frees it.
 */
void
cli_picture_free (CliPicture *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->data, foed_graph_data_unref);
  g_clear_pointer (&self->graph, foed_graph_unref);
  g_clear_pointer (&self->layout, foed_layout_unref);
  g_clear_pointer (&self->whole, foed_graph_moment_free);
  g_free (self->name);
  g_free (self);
}

static gboolean
choose_measure (const char   *typed,
                FoedMeasure  *measure,
                CliExit      *exit)
{
  *measure = FOED_N_MEASURES;

  if (typed == NULL || foed_measure_from_nick (typed, measure))
    return TRUE;

  *exit = cli_wrong_usage (_("There is no measure “%s”. Call “foedera-cli network --help” for the measures."), typed);

  return FALSE;
}

static gboolean
choose_layout (CliPictureOptions *self,
               FoedLayoutKind    *layout,
               CliExit           *exit)
{
  *layout = FOED_LAYOUT_FORCE;

  if (self->layout == NULL || foed_layout_kind_from_nick (self->layout, layout))
    return TRUE;

  *exit = cli_wrong_usage (_("There is no layout “%s”."), self->layout);

  return FALSE;
}

/* The regions of states, by their ids. */
static GHashTable *
collect_regions (FoedGraphData *data,
                 FoedGraph     *graph)
{
  GHashTable *regions = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_nodes;
  const FoedGraphNode *nodes = foed_graph_get_nodes (graph, &n_nodes);

  for (guint i = 0; i < n_nodes; i++)
    {
      const char *region = foed_graph_data_get_value (data, nodes[i].id, "region");

      if (nodes[i].kind == FOED_RECORD_STATE && region != NULL)
        g_hash_table_insert (regions, (gpointer) nodes[i].id, (gpointer) region);
    }

  return regions;
}

/* Nodes have the places that the window gives them: those of the whole library over the whole period. */
static FoedLayout *
lay_out (Cli             *cli,
         FoedLibrary     *library,
         FoedLayoutKind   kind,
         GError         **error)
{
  g_autoptr (FoedQuery) query = foed_query_new (FOED_LISTING_ALLIANCES);
  g_autoptr (FoedGraphData) data = foed_graph_data_new_sync (library, query, cli->cancellable, error);
  g_autoptr (FoedGraph) graph = NULL;
  g_autoptr (GHashTable) regions = NULL;

  if (data == NULL)
    return NULL;

  graph = foed_graph_data_make_graph (data, FOED_GRAPH_MEMBERS);
  regions = collect_regions (data, graph);

  if (kind == FOED_LAYOUT_GEOGRAPHIC)
    {
      g_autoptr (FoedAtlas) atlas = foed_library_make_atlas_sync (library, cli->cancellable, error);

      return atlas == NULL ? NULL
                           : foed_layout_new_geographic_sync (graph, foed_atlas_get_places (atlas), cli->cancellable,
                                                              error);
    }

  return foed_layout_new_sync (graph, kind, FOED_LAYOUT_SEED, regions, NULL, NULL, cli->cancellable, error);
}

static gboolean
holds_cb (const FoedGraphFact *fact,
          gpointer             user_data)
{
  return TRUE;
}

static gboolean
look_up_cb (const char           *id,
            FoedGraphDrawingNode *node,
            gpointer              user_data)
{
  CliPicture *self = user_data;

  node->label = foed_graph_data_get_label (self->data, id);

  return foed_layout_find (self->layout, id, &node->point);
}

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
}

/**
 * cli_picture_choose:
 * @self: options
 * @picture: (inout): the picture, unless one was typed
 * @exit: (out): how to end where something was typed wrongly
 *
 * Returns: whether what was typed can be drawn, after complaining where it can't
 */
gboolean
cli_picture_choose (CliPictureOptions *self,
                    FoedGraphPicture  *picture,
                    CliExit           *exit)
{
  if (self->view != NULL && !g_str_equal (self->view, "graph"))
    *exit = cli_wrong_usage (_("There is no view “%s” that can be drawn."), self->view);
  else if (self->picture != NULL && !foed_graph_picture_from_nick (self->picture, picture))
    *exit = cli_wrong_usage (_("There is no picture “%s”. Call “foedera-cli network --help” for the pictures."),
                             self->picture);
  else
    return TRUE;

  return FALSE;
}

/**
 * cli_picture_new:
 * @cli: what every command knows
 * @library: what is drawn
 * @query: which alliances and obligations count, and on which day if on one
 * @options: how it is drawn
 * @exit: (out): how to end where it can't be
 *
 * Returns: (transfer full) (nullable): a picture, or %NULL after complaining
 */
CliPicture *
cli_picture_new (Cli               *cli,
                 FoedLibrary       *library,
                 FoedQuery         *query,
                 CliPictureOptions *options,
                 CliExit           *exit)
{
  g_autoptr (CliPicture) self = g_new0 (CliPicture, 1);
  g_autoptr (GError) error = NULL;
  FoedGraphPicture picture = FOED_GRAPH_MEMBERS;
  FoedLayoutKind layout;

  if (!cli_picture_choose (options, &picture, exit) || !choose_layout (options, &layout, exit)
      || !choose_measure (options->size_by, &self->size, exit)
      || !choose_measure (options->colour_by, &self->colour, exit))
    return NULL;

  self->name = g_file_get_basename (foed_library_get_file (library));
  self->narrowed = foed_query_is_narrowed (query);
  self->data = foed_graph_data_new_sync (library, query, cli->cancellable, &error);
  if (self->data != NULL)
    {
      self->graph = foed_graph_data_make_graph (self->data, picture);
      self->whole = foed_graph_moment_new (self->graph, holds_cb, NULL);
      self->layout = lay_out (cli, library, layout, &error);
    }

  if (error == NULL)
    return g_steal_pointer (&self);

  *exit = cli_fail (error);

  return NULL;
}

/**
 * cli_picture_draw:
 * @self: a picture
 * @cli: what every command knows
 * @day: (nullable): the day, if it is of one
 * @series: whether it is one of a series, in which nothing may jump
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable): a page, or %NULL with @error set
 */
FoedPage *
cli_picture_draw (CliPicture     *self,
                  Cli            *cli,
                  const FoedDay  *day,
                  gboolean        series,
                  GError        **error)
{
  FoedMeasures measures = (FOED_MEASURES (self->size) | FOED_MEASURES (self->colour)) & FOED_MEASURES_ALL;
  g_autoptr (FoedGraphMoment) moment = NULL;
  g_autoptr (FoedGraphStyle) style = NULL;
  g_autoptr (FoedNetwork) network = NULL;

  moment = day != NULL ? foed_graph_moment_new_on_day (self->graph, *day)
                       : foed_graph_moment_new (self->graph, holds_cb, NULL);
  if (measures != 0)
    {
      network = foed_network_new_sync (moment, measures, cli->cancellable, error);
      if (network == NULL)
        return NULL;
    }

  style = foed_graph_style_new (moment, &foed_palette_paper);
  foed_graph_style_set_measures (style, network, self->size, self->colour);

  return foed_graph_page_new (moment, style, look_up_cb, self, day, self->narrowed, self->name,
                              series ? self->whole : NULL);
}
