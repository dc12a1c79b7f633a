/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foedera-cli"

#include "config.h"

#include <glib/gi18n.h>

#include "cli-picture.h"

/* A graph while it is made into a page. */
typedef struct
{
  FoedGraphData   *data;
  FoedGraph       *graph;
  FoedLayout      *layout;
  FoedGraphMoment *moment;
  FoedNetwork     *network;
} Work;

static void
work_clear (Work *work)
{
  g_clear_pointer (&work->data, foed_graph_data_unref);
  g_clear_pointer (&work->graph, foed_graph_unref);
  g_clear_pointer (&work->layout, foed_layout_unref);
  g_clear_pointer (&work->moment, foed_graph_moment_free);
  g_clear_pointer (&work->network, foed_network_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

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
collect_regions (Work *work)
{
  GHashTable *regions = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_nodes;
  const FoedGraphNode *nodes = foed_graph_get_nodes (work->graph, &n_nodes);

  for (guint i = 0; i < n_nodes; i++)
    {
      const char *region = foed_graph_data_get_value (work->data, nodes[i].id, "region");

      if (nodes[i].kind == FOED_RECORD_STATE && region != NULL)
        g_hash_table_insert (regions, (gpointer) nodes[i].id, (gpointer) region);
    }

  return regions;
}

/* Nodes have the places that the window gives them: those of the whole library over the whole period. */
static gboolean
lay_out (Cli             *cli,
         FoedLibrary     *library,
         FoedLayoutKind   kind,
         Work            *work,
         GError         **error)
{
  g_autoptr (FoedQuery) all = foed_query_new (FOED_LISTING_ALLIANCES);
  g_autoptr (GHashTable) regions = NULL;
  g_auto (Work) whole = { 0 };

  whole.data = foed_graph_data_new_sync (library, all, cli->cancellable, error);
  if (whole.data == NULL)
    return FALSE;

  whole.graph = foed_graph_data_make_graph (whole.data, FOED_GRAPH_MEMBERS);
  regions = collect_regions (&whole);
  work->layout = foed_layout_new_sync (whole.graph, kind, FOED_LAYOUT_SEED, regions, NULL, NULL, cli->cancellable, error);

  return work->layout != NULL;
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
  Work *work = user_data;

  node->label = foed_graph_data_get_label (work->data, id);

  return foed_layout_find (work->layout, id, &node->point);
}

static gboolean
read_graph (Cli               *cli,
            FoedLibrary       *library,
            FoedQuery         *query,
            FoedGraphPicture   picture,
            FoedMeasures       measures,
            Work              *work,
            GError           **error)
{
  FoedDay day;

  work->data = foed_graph_data_new_sync (library, query, cli->cancellable, error);
  if (work->data == NULL)
    return FALSE;

  work->graph = foed_graph_data_make_graph (work->data, picture);
  work->moment = foed_query_get_day (query, &day) ? foed_graph_moment_new_on_day (work->graph, day)
                                                  : foed_graph_moment_new (work->graph, holds_cb, NULL);
  if (measures == 0)
    return TRUE;

  work->network = foed_network_new_sync (work->moment, measures, cli->cancellable, error);

  return work->network != NULL;
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
 * cli_picture_make:
 * @cli: what every command knows
 * @library: what is drawn
 * @query: which alliances and obligations count, and on which day
 * @narrowed: whether anything is left out
 * @options: how it is drawn
 * @exit: (out): how to end where it can't be
 *
 * Returns: (transfer full) (nullable): a page, or %NULL after complaining
 */
FoedPage *
cli_picture_make (Cli               *cli,
                  FoedLibrary       *library,
                  FoedQuery         *query,
                  gboolean           narrowed,
                  CliPictureOptions *options,
                  CliExit           *exit)
{
  g_auto (Work) work = { 0 };
  g_autoptr (FoedGraphStyle) style = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (foed_library_get_file (library));
  FoedGraphPicture picture = FOED_GRAPH_MEMBERS;
  FoedLayoutKind layout;
  FoedMeasure size, colour;
  FoedDay day;

  if (!cli_picture_choose (options, &picture, exit) || !choose_layout (options, &layout, exit)
      || !choose_measure (options->size_by, &size, exit) || !choose_measure (options->colour_by, &colour, exit))
    return NULL;

  if (!read_graph (cli, library, query, picture,
                   (FOED_MEASURES (size) | FOED_MEASURES (colour)) & FOED_MEASURES_ALL, &work, &error)
      || !lay_out (cli, library, layout, &work, &error))
    {
      *exit = cli_fail (error);
      return NULL;
    }

  style = foed_graph_style_new (work.moment, &foed_palette_paper);
  foed_graph_style_set_measures (style, work.network, size, colour);

  return foed_graph_page_new (work.moment, style, look_up_cb, &work, foed_query_get_day (query, &day) ? &day : NULL,
                              narrowed, name);
}
