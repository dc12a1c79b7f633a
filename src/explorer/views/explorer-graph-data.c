/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-graph-data"

#include "config.h"

#include "exchange/foed-graph-data.h"
#include "explorer-graph-data.h"
#include "store/foed-pins.h"

static void
clear (ExplorerGraphData *self)
{
  g_clear_pointer (&self->memberships, g_array_unref);
  g_clear_pointer (&self->ties, g_array_unref);
  g_clear_pointer (&self->labels, g_hash_table_unref);
  g_clear_pointer (&self->regions, g_hash_table_unref);
  g_clear_pointer (&self->atlas, foed_atlas_unref);
  g_clear_pointer (&self->pins, g_array_unref);
  for (guint i = 0; i < FOED_N_GRAPH_PICTURES; i++)
    g_clear_pointer (&self->graphs[i], foed_graph_unref);
}

/**
 * explorer_graph_data_new:
 *
 * Returns: (transfer full): data of which nothing has been read
 */
ExplorerGraphData *
explorer_graph_data_new (void)
{
  return g_atomic_rc_box_new0 (ExplorerGraphData);
}

ExplorerGraphData *
explorer_graph_data_ref (ExplorerGraphData *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
explorer_graph_data_unref (ExplorerGraphData *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

/**
 * explorer_graph_data_read_sync:
 * @self: data of which nothing has been read
 * @library: the library to read
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error of the store
 *
 * Reads everything but the atlas.
 *
 * Returns: whether it could be read
 */
gboolean
explorer_graph_data_read_sync (ExplorerGraphData  *self,
                               FoedLibrary        *library,
                               GCancellable       *cancellable,
                               GError            **error)
{
  g_autoptr(FoedQuery) query = foed_query_new (FOED_LISTING_ALLIANCES);
  g_autoptr(FoedGraphData) read = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (FOED_IS_LIBRARY (library), FALSE);

  self->pins = foed_library_pins_sync (library, cancellable, error);
  if (self->pins == NULL)
    return FALSE;
  read = foed_graph_data_new_sync (library, query, cancellable, error);
  if (read == NULL)
    return FALSE;
  self->memberships = g_array_ref (foed_graph_data_get_memberships (read));
  self->ties = g_array_ref (foed_graph_data_get_ties (read));
  self->labels = g_hash_table_ref (foed_graph_data_get_labels (read));
  self->regions = foed_graph_data_dup_column (read, FOED_LISTING_STATES, "region");
  return TRUE;
}

/**
 * explorer_graph_data_make_graphs:
 * @self: data that has been read
 * @before: (nullable): what was read before
 *
 * Makes the graphs, or takes those of @before where nothing of them has changed: most changes of a library are none of
 * the graph.
 *
 * Returns: whether they are those of @before, so that nothing needs to be laid out anew
 */
gboolean
explorer_graph_data_make_graphs (ExplorerGraphData *self,
                                 ExplorerGraphData *before)
{
  gboolean same;

  g_return_val_if_fail (self != NULL, FALSE);

  same = before != NULL && foed_ties_are_same (before->memberships, self->memberships, before->ties, self->ties);
  for (guint i = 0; i < FOED_N_GRAPH_PICTURES; i++)
    self->graphs[i] = same ? foed_graph_ref (before->graphs[i])
                           : foed_graph_new (i, (const FoedMembership *) (gpointer) self->memberships->data,
                                             self->memberships->len, (const FoedTie *) (gpointer) self->ties->data,
                                             self->ties->len);
  return same;
}
