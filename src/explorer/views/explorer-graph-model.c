/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-graph-model"

#include "config.h"

#include "analysis/foed-ground.h"
#include "explorer-graph-model-private.h"
#include "explorer-graph-pins.h"

static void explorer_graph_model_init_picture (ExplorerPictureModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ExplorerGraphModel, explorer_graph_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (EXPLORER_TYPE_PICTURE_MODEL, explorer_graph_model_init_picture))

static void
read_library (ExplorerGraphModel *self)
{
  ExplorerGraphData *data = explorer_graph_data_new ();

  self->outdated = FALSE;
  explorer_graph_model_load (self, data);
  explorer_graph_data_unref (data);
}

static void
library_changed_cb (ExplorerGraphModel *self)
{
  if (self->active && explorer_session_get_library (self->session) != NULL)
    read_library (self);
  else
    self->outdated = TRUE;
}

static void
library_replaced_cb (ExplorerGraphModel *self)
{
  FoedLibrary *library = explorer_session_get_library (self->session);

  explorer_graph_model_cancel (&self->load_cancellable);
  explorer_graph_model_cancel (&self->narrow_cancellable);
  g_clear_pointer (&self->data, explorer_graph_data_unref);
  explorer_graph_model_forget_remainder (self);
  for (guint i = 0; i < FOED_N_LAYOUT_KINDS; i++)
    {
      g_clear_pointer (&self->layouts[i], foed_layout_unref);
      g_clear_pointer (&self->pinned[i], foed_layout_unref);
      g_hash_table_remove_all (self->pins[i]);
    }
  explorer_graph_focus_clear (self->focus);
  explorer_graph_model_look (self);
  if (library != NULL)
    g_signal_connect_object (library, "changed", G_CALLBACK (library_changed_cb), self, G_CONNECT_SWAPPED);
  library_changed_cb (self);
}

static void
query_changed_cb (ExplorerGraphModel *self)
{
  self->behind = TRUE;
  if (self->active && self->data != NULL)
    explorer_graph_model_apply_query (self);
}

/* What the library is being asked does not know of the other day yet. */
static void
since_changed_cb (ExplorerGraphModel *self)
{
  explorer_graph_model_cancel (&self->narrow_cancellable);
  query_changed_cb (self);
}

static void
titles_changed_cb (ExplorerGraphModel *self)
{
  if (self->moment != NULL)
    explorer_picture_model_changed (EXPLORER_PICTURE_MODEL (self));
}

static void
explorer_graph_model_set_active (ExplorerPictureModel *model,
                                 gboolean              active)
{
  ExplorerGraphModel *self = EXPLORER_GRAPH_MODEL (model);

  self->active = !!active;
  if (!active)
    return;
  if (self->outdated && explorer_session_get_library (self->session) != NULL)
    read_library (self);
  else if (self->behind && self->data != NULL)
    explorer_graph_model_apply_query (self);
}

static void
explorer_graph_model_retry (ExplorerPictureModel *model)
{
  library_changed_cb (EXPLORER_GRAPH_MODEL (model));
}

static ExplorerPictureState
explorer_graph_model_get_state (ExplorerPictureModel *model)
{
  ExplorerGraphModel *self = EXPLORER_GRAPH_MODEL (model);
  guint n_nodes;

  if (self->error != NULL && self->load_cancellable == NULL)
    return EXPLORER_PICTURE_FAILED;
  if (self->moment == NULL || self->layouts[self->layout_kind] == NULL)
    return EXPLORER_PICTURE_LOADING;
  foed_graph_get_nodes (foed_graph_moment_get_graph (self->moment), &n_nodes);
  if (n_nodes == 0 && self->data->memberships->len == 0)
    return EXPLORER_PICTURE_EMPTY;
  if (foed_graph_moment_count (self->moment, FOED_RECORD_ALLIANCE) +
      foed_graph_moment_count (self->moment, FOED_RECORD_STATE) == 0)
    return EXPLORER_PICTURE_NOTHING;
  return EXPLORER_PICTURE_READY;
}

static const GError *
explorer_graph_model_get_error (ExplorerPictureModel *model)
{
  return EXPLORER_GRAPH_MODEL (model)->error;
}

static double
explorer_graph_model_get_progress (ExplorerPictureModel *model)
{
  return g_atomic_int_get (&EXPLORER_GRAPH_MODEL (model)->permille) / 1000.0;
}

static void
explorer_graph_model_dispose (GObject *object)
{
  ExplorerGraphModel *self = EXPLORER_GRAPH_MODEL (object);

  explorer_graph_model_cancel (&self->load_cancellable);
  explorer_graph_model_cancel (&self->narrow_cancellable);
  g_clear_object (&self->narrow_query);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (explorer_graph_model_parent_class)->dispose (object);
}

static void
explorer_graph_model_finalize (GObject *object)
{
  ExplorerGraphModel *self = EXPLORER_GRAPH_MODEL (object);

  g_clear_error (&self->error);
  g_clear_pointer (&self->data, explorer_graph_data_unref);
  explorer_graph_model_forget_remainder (self);
  g_clear_pointer (&self->moment, foed_graph_moment_free);
  g_clear_pointer (&self->former_moment, foed_graph_moment_free);
  for (guint i = 0; i < FOED_N_LAYOUT_KINDS; i++)
    {
      g_clear_pointer (&self->layouts[i], foed_layout_unref);
      g_clear_pointer (&self->pinned[i], foed_layout_unref);
      g_clear_pointer (&self->pins[i], g_hash_table_unref);
    }
  g_clear_pointer (&self->focus, explorer_graph_focus_free);

  G_OBJECT_CLASS (explorer_graph_model_parent_class)->finalize (object);
}

static void
explorer_graph_model_class_init (ExplorerGraphModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = explorer_graph_model_dispose;
  object_class->finalize = explorer_graph_model_finalize;
}

static void
explorer_graph_model_init_picture (ExplorerPictureModelInterface *iface)
{
  iface->set_active = explorer_graph_model_set_active;
  iface->retry = explorer_graph_model_retry;
  iface->get_state = explorer_graph_model_get_state;
  iface->get_error = explorer_graph_model_get_error;
  iface->get_progress = explorer_graph_model_get_progress;
}

static void
explorer_graph_model_init (ExplorerGraphModel *self)
{
  self->outdated = TRUE;
  self->focus = explorer_graph_focus_new ();
  for (guint i = 0; i < FOED_N_LAYOUT_KINDS; i++)
    self->pins[i] = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
}

/**
 * explorer_graph_model_new:
 * @session: the session to follow
 *
 * Returns: (transfer full): a model of the session's library
 */
ExplorerGraphModel *
explorer_graph_model_new (ExplorerSession *session)
{
  ExplorerGraphModel *self;

  g_return_val_if_fail (EXPLORER_IS_SESSION (session), NULL);

  self = g_object_new (EXPLORER_TYPE_GRAPH_MODEL, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::library", G_CALLBACK (library_replaced_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::query", G_CALLBACK (query_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::since", G_CALLBACK (since_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::since-on", G_CALLBACK (since_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::titles", G_CALLBACK (titles_changed_cb), self, G_CONNECT_SWAPPED);
  library_replaced_cb (self);
  return self;
}

/**
 * explorer_graph_model_get_picture:
 * @self: a model
 *
 * Returns: what it is a picture of
 */
FoedGraphPicture
explorer_graph_model_get_picture (ExplorerGraphModel *self)
{
  g_return_val_if_fail (EXPLORER_IS_GRAPH_MODEL (self), FOED_GRAPH_MEMBERS);

  return self->picture;
}

/**
 * explorer_graph_model_set_picture:
 * @self: a model
 * @picture: what to make a picture of
 */
void
explorer_graph_model_set_picture (ExplorerGraphModel *self,
                                  FoedGraphPicture    picture)
{
  g_return_if_fail (EXPLORER_IS_GRAPH_MODEL (self));
  g_return_if_fail (picture < FOED_N_GRAPH_PICTURES);

  if (self->picture == picture)
    return;
  self->picture = picture;
  explorer_graph_model_look (self);
}

/**
 * explorer_graph_model_get_layout:
 * @self: a model
 *
 * Returns: how it is laid out
 */
FoedLayoutKind
explorer_graph_model_get_layout (ExplorerGraphModel *self)
{
  g_return_val_if_fail (EXPLORER_IS_GRAPH_MODEL (self), FOED_LAYOUT_FORCE);

  return self->layout_kind;
}

/**
 * explorer_graph_model_set_layout:
 * @self: a model
 * @layout: how to lay it out
 */
void
explorer_graph_model_set_layout (ExplorerGraphModel *self,
                                 FoedLayoutKind      layout)
{
  g_return_if_fail (EXPLORER_IS_GRAPH_MODEL (self));
  g_return_if_fail (layout < FOED_N_LAYOUT_KINDS);

  if (self->layout_kind == layout)
    return;
  self->layout_kind = layout;
  if (self->data != NULL && self->layouts[layout] == NULL)
    explorer_graph_model_load (self, self->data);
  else
    explorer_graph_model_look (self);
}

/**
 * explorer_graph_model_take_data:
 * @self: a model
 * @memberships: (transfer full) (element-type FoedMembership): who is in what
 * @ties: (transfer full) (element-type FoedTie): who owes what to whom
 * @labels: (transfer full): a few letters for states and alliances, by id
 * @regions: (transfer full): the region of each state, by id
 *
 * Shows data that does not come from the session's library.
 */
void
explorer_graph_model_take_data (ExplorerGraphModel *self,
                                GArray             *memberships,
                                GArray             *ties,
                                GHashTable         *labels,
                                GHashTable         *regions)
{
  ExplorerGraphData *data;

  g_return_if_fail (EXPLORER_IS_GRAPH_MODEL (self));
  g_return_if_fail (memberships != NULL && ties != NULL && labels != NULL && regions != NULL);

  data = explorer_graph_data_new ();
  data->memberships = memberships;
  data->ties = ties;
  data->labels = labels;
  data->regions = regions;
  self->outdated = FALSE;
  explorer_graph_model_load (self, data);
  explorer_graph_data_unref (data);
}

/**
 * explorer_graph_model_get_moment:
 * @self: a model
 *
 * Returns: (transfer none) (nullable): what there is
 */
FoedGraphMoment *
explorer_graph_model_get_moment (ExplorerGraphModel *self)
{
  g_return_val_if_fail (EXPLORER_IS_GRAPH_MODEL (self), NULL);

  return self->moment;
}

/**
 * explorer_graph_model_list_facts:
 * @self: a model
 * @edge: the index of an edge of the graph
 *
 * Returns: (transfer full) (element-type FoedGraphFact): what the edge rests on now or, where it is marked as gone, rested
 *   on then; of a membership, also what the state owes in the alliance (forward) and is owed there (backward)
 */
GArray *
explorer_graph_model_list_facts (ExplorerGraphModel *self,
                                 guint               edge)
{
  GArray *facts = g_array_new (FALSE, FALSE, sizeof (FoedGraphFact));
  FoedGraph *graph;
  FoedGraphSieve sieve;
  const FoedGraphFact *of_edge;
  const FoedGraphNode *nodes;
  const FoedGraphEdge *edges;
  guint n_nodes;
  guint n_edges;

  g_return_val_if_fail (EXPLORER_IS_GRAPH_MODEL (self), facts);
  g_return_val_if_fail (self->moment != NULL, facts);

  graph = foed_graph_moment_get_graph (self->moment);
  nodes = foed_graph_get_nodes (graph, &n_nodes);
  edges = foed_graph_get_edges (graph, &n_edges);
  g_return_val_if_fail (edge < n_edges, facts);
  of_edge = foed_graph_get_edge_facts (graph, edge);
  sieve = foed_graph_moment_get_edges (self->moment)[edge].n_facts > 0 ? explorer_graph_model_is_left
                                                                       : explorer_graph_model_was_left;
  for (guint i = 0; i < edges[edge].n_facts; i++)
    {
      if (sieve (&of_edge[i], self))
        g_array_append_val (facts, of_edge[i]);
    }
  if (self->picture == FOED_GRAPH_MEMBERS)
    foed_grounds_add_duties (self->data->graphs[FOED_GRAPH_TIES], nodes[edges[edge].from].id, nodes[edges[edge].to].id,
                             sieve, self, facts);
  return facts;
}

/**
 * explorer_graph_model_get_former_moment:
 * @self: a model
 *
 * Returns: (transfer none) (nullable): what there was on the day since when changes are marked; %NULL where they are not
 */
FoedGraphMoment *
explorer_graph_model_get_former_moment (ExplorerGraphModel *self)
{
  g_return_val_if_fail (EXPLORER_IS_GRAPH_MODEL (self), NULL);

  return self->former_moment;
}

/**
 * explorer_graph_model_make_moment:
 * @self: a model that has a moment
 * @picture: what to make a picture of
 *
 * Returns: (transfer full): what there is of another picture for the session's filter and day
 */
FoedGraphMoment *
explorer_graph_model_make_moment (ExplorerGraphModel *self,
                                  FoedGraphPicture    picture)
{
  g_return_val_if_fail (EXPLORER_IS_GRAPH_MODEL (self), NULL);
  g_return_val_if_fail (picture < FOED_N_GRAPH_PICTURES, NULL);
  g_return_val_if_fail (self->moment != NULL, NULL);

  return foed_graph_moment_new (self->data->graphs[picture], explorer_graph_model_is_left, self);
}

/**
 * explorer_graph_model_get_atlas:
 * @self: a model
 *
 * Returns: (transfer none) (nullable): where states are; %NULL until it has been laid out as a map
 */
FoedAtlas *
explorer_graph_model_get_atlas (ExplorerGraphModel *self)
{
  g_return_val_if_fail (EXPLORER_IS_GRAPH_MODEL (self), NULL);

  return self->data != NULL ? self->data->atlas : NULL;
}

/**
 * explorer_graph_model_get_point:
 * @self: a model
 * @id: the id of an alliance or a state
 * @point: (out): where it is
 *
 * Returns: whether it has a place
 */
gboolean
explorer_graph_model_get_point (ExplorerGraphModel *self,
                                const char         *id,
                                FoedPoint          *point)
{
  FoedLayout *layout;

  g_return_val_if_fail (EXPLORER_IS_GRAPH_MODEL (self), FALSE);

  layout = self->layouts[self->layout_kind];
  if (layout == NULL)
    return FALSE;
  if (g_hash_table_size (self->pins[self->layout_kind]) > 0)
    {
      if (self->pinned[self->layout_kind] == NULL)
        self->pinned[self->layout_kind] = foed_layout_with_pins (layout, self->pins[self->layout_kind]);
      layout = self->pinned[self->layout_kind];
    }
  return layout != NULL && foed_layout_find (layout, id, point);
}

/* What has changed of the pins of the layout. */
static void
repin (ExplorerGraphModel *self)
{
  g_clear_pointer (&self->pinned[self->layout_kind], foed_layout_unref);
  explorer_picture_model_changed (EXPLORER_PICTURE_MODEL (self));
}

/**
 * explorer_graph_model_is_pinned:
 * @self: a model
 * @id: (nullable): the id of an alliance or a state; %NULL for any
 *
 * Returns: whether the user has put it where it is, in this layout
 */
gboolean
explorer_graph_model_is_pinned (ExplorerGraphModel *self,
                                const char         *id)
{
  g_return_val_if_fail (EXPLORER_IS_GRAPH_MODEL (self), FALSE);

  return id != NULL ? g_hash_table_contains (self->pins[self->layout_kind], id)
                    : g_hash_table_size (self->pins[self->layout_kind]) > 0;
}

/**
 * explorer_graph_model_pin:
 * @self: a model
 * @id: the id of an alliance or a state
 * @point: where the user wants it
 *
 * Puts something in its place, in this layout, and keeps that in the library: it can be undone.
 */
void
explorer_graph_model_pin (ExplorerGraphModel *self,
                          const char         *id,
                          FoedPoint           point)
{
  g_return_if_fail (EXPLORER_IS_GRAPH_MODEL (self));
  g_return_if_fail (id != NULL);

  g_hash_table_insert (self->pins[self->layout_kind], (gpointer) g_intern_string (id),
                       g_memdup2 (&point, sizeof point));
  explorer_graph_pins_write (self->session, self->layout_kind, id, point);
  repin (self);
}

/**
 * explorer_graph_model_unpin:
 * @self: a model
 * @id: (nullable): the id of an alliance or a state; %NULL for all
 *
 * Lets something go where the layout puts it, and keeps that in the library.
 */
void
explorer_graph_model_unpin (ExplorerGraphModel *self,
                            const char         *id)
{
  g_return_if_fail (EXPLORER_IS_GRAPH_MODEL (self));

  if (id != NULL)
    g_hash_table_remove (self->pins[self->layout_kind], id);
  else
    g_hash_table_remove_all (self->pins[self->layout_kind]);
  explorer_graph_pins_remove (self->session, self->layout_kind, id);
  repin (self);
}

/**
 * explorer_graph_model_get_focus:
 * @self: a model
 *
 * Returns: (transfer none): what of the graph is to be seen; after a change call explorer_graph_model_refocus()
 */
ExplorerGraphFocus *
explorer_graph_model_get_focus (ExplorerGraphModel *self)
{
  g_return_val_if_fail (EXPLORER_IS_GRAPH_MODEL (self), NULL);

  return self->focus;
}

/**
 * explorer_graph_model_refocus:
 * @self: a model
 *
 * Applies what has changed of the focus.
 */
void
explorer_graph_model_refocus (ExplorerGraphModel *self)
{
  g_return_if_fail (EXPLORER_IS_GRAPH_MODEL (self));

  explorer_graph_focus_update (self->focus, self->moment);
  explorer_picture_model_changed (EXPLORER_PICTURE_MODEL (self));
}

/**
 * explorer_graph_model_get_label:
 * @self: a model
 * @id: the id of an alliance or a state
 *
 * Returns: (transfer none): a few letters for it: the short name, the ISO code, or its title where it has neither
 */
const char *
explorer_graph_model_get_label (ExplorerGraphModel *self,
                                const char         *id)
{
  const char *label = NULL;

  g_return_val_if_fail (EXPLORER_IS_GRAPH_MODEL (self), NULL);

  if (self->data != NULL)
    label = g_hash_table_lookup (self->data->labels, id);
  return label != NULL ? label : explorer_graph_model_get_title (self, id);
}

/**
 * explorer_graph_model_get_title:
 * @self: a model
 * @id: the id of an alliance or a state
 *
 * Returns: (transfer none): its title
 */
const char *
explorer_graph_model_get_title (ExplorerGraphModel *self,
                                const char         *id)
{
  g_return_val_if_fail (EXPLORER_IS_GRAPH_MODEL (self), NULL);

  return explorer_session_get_title (self->session, id);
}
