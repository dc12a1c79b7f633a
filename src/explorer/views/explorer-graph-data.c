/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-graph-data"

#include "config.h"

#include "analysis/foed-labels.h"
#include "explorer-graph-data.h"
#include "store/foed-listing.h"
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

static int
find_column (FoedListing  listing,
             const char  *nick)
{
  guint n_columns;
  const FoedColumn *columns = foed_listing_get_columns (listing, &n_columns);

  for (guint i = 0; i < n_columns; i++)
    {
      if (g_str_equal (columns[i].nick, nick))
        return (int) i;
    }
  g_return_val_if_reached (-1);
}

/* Takes a column of all rows of @listing, by id. */
static gboolean
read_column (FoedLibrary   *library,
             FoedListing    listing,
             const char    *nick,
             GHashTable    *values,
             GPtrArray    **rows,
             GCancellable  *cancellable,
             GError       **error)
{
  int column = find_column (listing, nick);

  if (*rows == NULL)
    {
      g_autoptr(FoedQuery) query = foed_query_new (listing);

      *rows = foed_library_list_sync (library, query, 0, G_MAXINT, cancellable, error);
    }
  for (guint i = 0; *rows != NULL && i < (*rows)->len; i++)
    {
      FoedRow *row = g_ptr_array_index (*rows, i);
      const char *value = foed_row_get_value (row, (guint) column);

      if (value != NULL && *value != '\0')
        g_hash_table_insert (values, (gpointer) g_intern_string (foed_row_get_id (row)),
                             (gpointer) g_intern_string (value));
    }
  return *rows != NULL;
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
  g_autoptr(GPtrArray) states = NULL;
  g_autoptr(GPtrArray) alliances = NULL;
  g_autoptr(GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (FOED_IS_LIBRARY (library), FALSE);

  self->labels = g_hash_table_new (g_str_hash, g_str_equal);
  self->regions = g_hash_table_new (g_str_hash, g_str_equal);
  self->memberships = foed_library_memberships_sync (library, query, cancellable, error);
  if (self->memberships == NULL)
    return FALSE;
  self->pins = foed_library_pins_sync (library, cancellable, error);
  if (self->pins == NULL)
    return FALSE;
  self->ties = foed_library_ties_sync (library, query, cancellable, error);
  if (self->ties == NULL ||
      !read_column (library, FOED_LISTING_STATES, "iso3", self->labels, &states, cancellable, error) ||
      !read_column (library, FOED_LISTING_STATES, "title", titles, &states, cancellable, error) ||
      !read_column (library, FOED_LISTING_STATES, "region", self->regions, &states, cancellable, error) ||
      !read_column (library, FOED_LISTING_ALLIANCES, "short-name", self->labels, &alliances, cancellable, error) ||
      !read_column (library, FOED_LISTING_ALLIANCES, "title", titles, &alliances, cancellable, error))
    return FALSE;
  foed_labels_add_alliances (self->labels, titles, (const FoedMembership *) (gpointer) self->memberships->data,
                             self->memberships->len);
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
