/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-picture-maker"

#include "config.h"

#include "drawing/foed-graph-page.h"
#include "drawing/foed-map-page.h"
#include "foed-graph-data.h"
#include "foed-library-atlas.h"
#include "foed-picture-maker.h"
#include "store/foed-occurrences.h"
#include "store/foed-pins.h"

struct _FoedPictureMaker
{
  FoedPictureOptions  options;
  char               *selected;
  char               *library;
  gboolean            narrowed;

  FoedGraphData      *data;
  FoedGraph          *graph;        /* of a graph, the picture; of a map, the ties */
  FoedGraph          *members;      /* of a map */
  FoedGraphMoment    *whole;        /* what there is at any time */
  FoedGraphMoment    *whole_members;
  FoedLayout         *layout;
  FoedAtlas          *atlas;
  GHashTable         *titles;

  FoedTimeline       *timeline;
};

static const char * const view_nicks[FOED_N_VIEWS] = { "graph", "timeline", "map" };

/**
 * foed_view_from_nick:
 * @nick: the stable name of a view
 * @view: (out): which one
 *
 * Returns: whether there is such a view
 */
gboolean
foed_view_from_nick (const char *nick,
                     FoedView   *view)
{
  g_return_val_if_fail (nick != NULL, FALSE);
  g_return_val_if_fail (view != NULL, FALSE);

  for (guint i = 0; i < FOED_N_VIEWS; i++)
    if (g_str_equal (view_nicks[i], nick))
      {
        *view = i;
        return TRUE;
      }

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

/* What a person has pinned stays where it was put. */
static FoedLayout *
pin (FoedLibrary     *library,
     FoedLayout      *layout,
     FoedLayoutKind   kind,
     GCancellable    *cancellable,
     GError         **error)
{
  g_autoptr (GArray) pins = foed_library_pins_sync (library, cancellable, error);
  g_autoptr (GHashTable) points = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  if (pins == NULL)
    return NULL;

  for (guint i = 0; i < pins->len; i++)
    {
      const FoedPin *pinned = &g_array_index (pins, FoedPin, i);
      const FoedPoint point = { pinned->x, pinned->y };

      if (g_str_equal (pinned->layout, foed_layout_kind_get_nick (kind)))
        g_hash_table_insert (points, (gpointer) pinned->record, g_memdup2 (&point, sizeof point));
    }

  return g_hash_table_size (points) > 0 ? foed_layout_with_pins (layout, points) : foed_layout_ref (layout);
}

/* Nodes have the places that the window gives them: those of the whole library over the whole period. */
static FoedLayout *
lay_out (FoedLibrary     *library,
         FoedLayoutKind   kind,
         GCancellable    *cancellable,
         GError         **error)
{
  g_autoptr (FoedQuery) query = foed_query_new (FOED_LISTING_ALLIANCES);
  g_autoptr (FoedGraphData) data = foed_graph_data_new_sync (library, query, cancellable, error);
  g_autoptr (FoedGraph) graph = NULL;
  g_autoptr (FoedAtlas) atlas = NULL;
  g_autoptr (FoedLayout) layout = NULL;

  if (data == NULL)
    return NULL;

  graph = foed_graph_data_make_graph (data, FOED_GRAPH_MEMBERS);
  if (kind == FOED_LAYOUT_GEOGRAPHIC)
    {
      atlas = foed_library_make_atlas_sync (library, cancellable, error);
      if (atlas == NULL)
        return NULL;

      layout = foed_layout_new_geographic_sync (graph, foed_atlas_get_places (atlas), cancellable, error);
    }
  else
    {
      g_autoptr (GHashTable) regions = collect_regions (data, graph);

      layout = foed_layout_new_sync (graph, kind, FOED_LAYOUT_SEED, regions, NULL, NULL, cancellable, error);
    }

  return layout != NULL ? pin (library, layout, kind, cancellable, error) : NULL;
}

static gboolean
holds_cb (const FoedGraphFact *fact,
          gpointer             user_data)
{
  return TRUE;
}

/* The titles of alliances and states, by id. */
static GHashTable *
collect_titles (FoedGraphData *data,
                FoedGraph     *graph)
{
  GHashTable *titles = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_nodes;
  const FoedGraphNode *nodes = foed_graph_get_nodes (graph, &n_nodes);

  for (guint i = 0; i < n_nodes; i++)
    g_hash_table_insert (titles, (gpointer) nodes[i].id, (gpointer) foed_graph_data_get_title (data, nodes[i].id));

  return titles;
}

static gboolean
read_graph (FoedPictureMaker  *self,
            FoedLibrary       *library,
            FoedQuery         *query,
            GCancellable      *cancellable,
            GError           **error)
{
  gboolean map = self->options.view == FOED_VIEW_MAP;

  self->data = foed_graph_data_new_sync (library, query, cancellable, error);
  if (self->data == NULL)
    return FALSE;

  self->graph = foed_graph_data_make_graph (self->data, map ? FOED_GRAPH_TIES : self->options.picture);
  self->whole = foed_graph_moment_new (self->graph, holds_cb, NULL);
  if (!map)
    {
      self->layout = lay_out (library, self->options.layout, cancellable, error);
      return self->layout != NULL;
    }

  self->members = foed_graph_data_make_graph (self->data, FOED_GRAPH_MEMBERS);
  self->whole_members = foed_graph_moment_new (self->members, holds_cb, NULL);
  self->titles = collect_titles (self->data, self->members);
  self->atlas = foed_library_make_atlas_sync (library, cancellable, error);

  return self->atlas != NULL;
}

static gboolean
read_timeline (FoedPictureMaker  *self,
               FoedLibrary       *library,
               FoedQuery         *query,
               GCancellable      *cancellable,
               GError           **error)
{
  g_autoptr (GArray) occurrences = foed_library_occurrences_sync (library, query, cancellable, error);

  if (occurrences == NULL)
    return FALSE;

  self->timeline = foed_timeline_new ((const FoedOccurrence *) (gpointer) occurrences->data, occurrences->len);

  return TRUE;
}

/**
 * foed_picture_maker_new_sync:
 * @library: what is drawn
 * @query: which alliances and obligations count, and on which day if all pages are of one
 * @options: how it is drawn
 * @cancellable: (nullable): stops the work
 * @error: where to put what went wrong
 *
 * Reads what pictures of @query are made from.
 *
 * Returns: (transfer full) (nullable): what makes them, or %NULL with @error set
 */
FoedPictureMaker *
foed_picture_maker_new_sync (FoedLibrary               *library,
                             FoedQuery                 *query,
                             const FoedPictureOptions  *options,
                             GCancellable              *cancellable,
                             GError                   **error)
{
  g_autoptr (FoedPictureMaker) self = NULL;
  gboolean read;

  g_return_val_if_fail (FOED_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (FOED_IS_QUERY (query), NULL);
  g_return_val_if_fail (options != NULL && options->view < FOED_N_VIEWS, NULL);

  self = g_new0 (FoedPictureMaker, 1);
  self->options = *options;
  self->options.selected = self->selected = g_strdup (options->selected);
  self->library = g_file_get_basename (foed_library_get_file (library));
  self->narrowed = foed_query_is_narrowed (query);
  read = options->view == FOED_VIEW_TIMELINE ? read_timeline (self, library, query, cancellable, error)
                                             : read_graph (self, library, query, cancellable, error);

  return read ? g_steal_pointer (&self) : NULL;
}

void
foed_picture_maker_free (FoedPictureMaker *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->titles, g_hash_table_unref);
  g_clear_pointer (&self->whole, foed_graph_moment_free);
  g_clear_pointer (&self->whole_members, foed_graph_moment_free);
  g_clear_pointer (&self->graph, foed_graph_unref);
  g_clear_pointer (&self->members, foed_graph_unref);
  g_clear_pointer (&self->layout, foed_layout_unref);
  g_clear_pointer (&self->atlas, foed_atlas_unref);
  g_clear_pointer (&self->data, foed_graph_data_unref);
  g_clear_pointer (&self->timeline, foed_timeline_unref);
  g_free (self->selected);
  g_free (self->library);
  g_free (self);
}

static const char *
look_up_cb (const char *id,
            FoedPoint  *point,
            gpointer    user_data)
{
  FoedPictureMaker *self = user_data;

  return foed_layout_find (self->layout, id, point) ? foed_graph_data_get_label (self->data, id) : NULL;
}

static const char *
label_cb (const char *id,
          gpointer    user_data)
{
  FoedPictureMaker *self = user_data;

  return foed_graph_data_get_label (self->data, id);
}

static FoedGraphMoment *
look (FoedGraph     *graph,
      const FoedDay *day)
{
  return day != NULL ? foed_graph_moment_new_on_day (graph, *day) : foed_graph_moment_new (graph, holds_cb, NULL);
}

static FoedPage *
draw_graph (FoedPictureMaker      *self,
            const FoedPageOrigin  *origin,
            gboolean               series,
            GCancellable          *cancellable,
            GError               **error)
{
  FoedMeasures measures =
    (FOED_MEASURES (self->options.size) | FOED_MEASURES (self->options.colour)) & FOED_MEASURES_ALL;
  g_autoptr (FoedGraphMoment) moment = look (self->graph, origin->day);
  g_autoptr (FoedGraphStyle) style = NULL;
  g_autoptr (FoedNetwork) network = NULL;
  FoedDrawing *drawing;
  FoedPage *page;

  if (measures != 0)
    {
      network = foed_network_new_sync (moment, measures, cancellable, error);
      if (network == NULL)
        return NULL;
    }

  style = foed_graph_style_new (moment, &foed_palette_paper);
  foed_graph_style_set_measures (style, network, self->options.size, self->options.colour);
  drawing = foed_graph_page_draw (moment, style, look_up_cb, self, self->selected, series);
  page = foed_graph_page_new (drawing, moment, foed_graph_style_explain (style), origin);
  if (series)
    foed_graph_page_reserve (page, self->whole);

  return page;
}

static FoedPage *
draw_map (FoedPictureMaker     *self,
          const FoedPageOrigin *origin,
          gboolean              series)
{
  g_autoptr (FoedGraphMoment) members = look (self->members, origin->day);
  g_autoptr (FoedGraphMoment) ties = look (self->graph, origin->day);
  FoedMapSubject subject = {
    .members = members,
    .ties = ties,
    .atlas = self->atlas,
    .titles = self->titles,
    .day = origin->day != NULL ? *origin->day : FOED_DAY_LAST,
    .selected = self->selected,
    .colouring = self->options.colouring,
  };
  FoedPage *page = foed_map_page_new (&subject, label_cb, self, origin);

  if (series)
    {
      subject.members = self->whole_members;
      subject.ties = self->whole;
      foed_map_page_reserve (page, &subject);
    }

  return page;
}

/* The ids of all alliances of a timeline. */
static GHashTable *
list_alliances (FoedTimeline *timeline)
{
  GHashTable *alliances = g_hash_table_new (NULL, NULL);
  guint n_rows;
  const FoedTimelineRow *rows = foed_timeline_get_rows (timeline, &n_rows);

  for (guint i = 0; i < n_rows; i++)
    g_hash_table_add (alliances, (gpointer) rows[i].alliance);

  return alliances;
}

static FoedPage *
draw_timeline (FoedPictureMaker     *self,
               const FoedPageOrigin *origin)
{
  g_autoptr (GHashTable) open = self->options.open ? list_alliances (self->timeline) : NULL;
  const FoedTimelineSubject subject = {
    .timeline = self->timeline,
    .grouping = self->options.grouping,
    .order = self->options.order,
    .open = open,
    .selected = self->selected,
    .root = self->selected,
  };

  return foed_timeline_page_new (&subject, origin);
}

/**
 * foed_picture_maker_draw_sync:
 * @self: what makes pictures
 * @day: (nullable): the day, if it is of one
 * @series: whether it is one of a series, in which nothing may jump
 * @cancellable: (nullable): stops the work
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable): a page, or %NULL with @error set; @self has to outlive it
 */
FoedPage *
foed_picture_maker_draw_sync (FoedPictureMaker  *self,
                              const FoedDay     *day,
                              gboolean           series,
                              GCancellable      *cancellable,
                              GError           **error)
{
  FoedPageOrigin origin;

  g_return_val_if_fail (self != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  origin = (FoedPageOrigin) { .day = day, .narrowed = self->narrowed, .library = self->library };
  switch (self->options.view)
    {
    case FOED_VIEW_MAP:
      return draw_map (self, &origin, series);
    case FOED_VIEW_TIMELINE:
      return draw_timeline (self, &origin);
    case FOED_VIEW_GRAPH:
    case FOED_N_VIEWS:
    default:
      return draw_graph (self, &origin, series, cancellable, error);
    }
}
