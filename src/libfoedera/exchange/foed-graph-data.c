/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-graph-data"

#include "config.h"

#include "analysis/foed-labels.h"
#include "foed-graph-data.h"

struct _FoedGraphData
{
  GArray     *memberships;
  GArray     *ties;
  GHashTable *rows;        /* FoedRow of each alliance and state, by id */
  GHashTable *labels;      /* a few letters for each that has some, by id */
};

G_DEFINE_BOXED_TYPE (FoedGraphData, foed_graph_data, foed_graph_data_ref, foed_graph_data_unref)

static void
clear (FoedGraphData *self)
{
  g_clear_pointer (&self->memberships, g_array_unref);
  g_clear_pointer (&self->ties, g_array_unref);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_pointer (&self->labels, g_hash_table_unref);
}

static gboolean
read_rows (FoedGraphData  *self,
           FoedLibrary    *library,
           FoedListing     listing,
           GCancellable   *cancellable,
           GError        **error)
{
  g_autoptr (FoedQuery) query = foed_query_new (listing);
  g_autoptr (GPtrArray) rows = foed_library_list_sync (library, query, 0, G_MAXINT, cancellable, error);

  if (rows == NULL)
    return FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      FoedRow *row = g_ptr_array_index (rows, i);

      g_hash_table_insert (self->rows, (gpointer) foed_row_get_id (row), g_object_ref (row));
    }

  return TRUE;
}

static void
make_labels (FoedGraphData *self)
{
  g_autoptr (GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer id;

  self->labels = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      const char *label = foed_graph_data_get_value (self, id, "iso3");

      if (label == NULL)
        label = foed_graph_data_get_value (self, id, "short-name");
      if (label != NULL)
        g_hash_table_insert (self->labels, (gpointer) g_intern_string (id), (gpointer) g_intern_string (label));
      g_hash_table_insert (titles, id, (gpointer) foed_graph_data_get_title (self, id));
    }

  foed_labels_add_alliances (self->labels, titles, (const FoedMembership *) (gpointer) self->memberships->data,
                             self->memberships->len);
}

FoedGraphData *
foed_graph_data_ref (FoedGraphData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
foed_graph_data_unref (FoedGraphData *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

/**
 * foed_graph_data_new_sync:
 * @library: a library
 * @query: tells which alliances and obligations count, and as of which day if it has one
 * @cancellable: (nullable): stops the work
 * @error: where to put what went wrong
 *
 * Reads what the graphs of @query are made from.
 *
 * Returns: (transfer full) (nullable): all of it, or %NULL with @error set
 */
FoedGraphData *
foed_graph_data_new_sync (FoedLibrary   *library,
                          FoedQuery     *query,
                          GCancellable  *cancellable,
                          GError       **error)
{
  g_autoptr (FoedGraphData) self = NULL;

  g_return_val_if_fail (FOED_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (FOED_IS_QUERY (query), NULL);

  self = g_atomic_rc_box_new0 (FoedGraphData);
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->memberships = foed_library_memberships_sync (library, query, cancellable, error);
  if (self->memberships == NULL)
    return NULL;

  self->ties = foed_library_ties_sync (library, query, cancellable, error);
  if (self->ties == NULL)
    return NULL;

  if (!read_rows (self, library, FOED_LISTING_ALLIANCES, cancellable, error)
      || !read_rows (self, library, FOED_LISTING_STATES, cancellable, error))
    return NULL;

  make_labels (self);

  return g_steal_pointer (&self);
}

/**
 * foed_graph_data_make_graph:
 * @self: what to make it from
 * @picture: what to make a picture of
 *
 * Returns: (transfer full): the graph over the whole period, or of the day that was read
 */
FoedGraph *
foed_graph_data_make_graph (FoedGraphData    *self,
                            FoedGraphPicture  picture)
{
  g_return_val_if_fail (self != NULL, NULL);

  return foed_graph_new (picture, (const FoedMembership *) (gpointer) self->memberships->data, self->memberships->len,
                         (const FoedTie *) (gpointer) self->ties->data, self->ties->len);
}

/**
 * foed_graph_data_get_memberships:
 * @self: what was read
 *
 * Returns: (transfer none) (element-type FoedMembership): who is in what
 */
GArray *
foed_graph_data_get_memberships (FoedGraphData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->memberships;
}

/**
 * foed_graph_data_get_ties:
 * @self: what was read
 *
 * Returns: (transfer none) (element-type FoedTie): who owes what to whom
 */
GArray *
foed_graph_data_get_ties (FoedGraphData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->ties;
}

/**
 * foed_graph_data_get_labels:
 * @self: what was read
 *
 * Returns: (transfer none): a few letters for each alliance and state that has some, by id; all interned
 */
GHashTable *
foed_graph_data_get_labels (FoedGraphData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->labels;
}

/**
 * foed_graph_data_dup_column:
 * @self: what was read
 * @listing: %FOED_LISTING_ALLIANCES or %FOED_LISTING_STATES
 * @column: the nick of a column of @listing
 *
 * Returns: (transfer full): what is in the column, by the id of each row that has something there; all interned
 */
GHashTable *
foed_graph_data_dup_column (FoedGraphData *self,
                            FoedListing    listing,
                            const char    *column)
{
  GHashTable *values;
  GHashTableIter iter;
  gpointer id;
  gpointer row;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (column != NULL, NULL);

  values = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &id, &row))
    {
      const char *value = foed_row_get_listing (row) == listing ? foed_graph_data_get_value (self, id, column) : NULL;

      if (value != NULL)
        g_hash_table_insert (values, (gpointer) g_intern_string (id), (gpointer) g_intern_string (value));
    }

  return values;
}

/**
 * foed_graph_data_get_row:
 * @self: what was read
 * @id: the id of an alliance or a state
 *
 * Returns: (transfer none) (nullable): what lists tell of it at any time
 */
FoedRow *
foed_graph_data_get_row (FoedGraphData *self,
                         const char    *id)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->rows, id);
}

/**
 * foed_graph_data_get_value:
 * @self: what was read
 * @id: the id of an alliance or a state
 * @column: the nick of a column of the listing of alliances or of states
 *
 * Returns: (transfer none) (nullable): what is in the column; %NULL where nothing is, or there is no such column
 */
const char *
foed_graph_data_get_value (FoedGraphData *self,
                           const char    *id,
                           const char    *column)
{
  FoedRow *row = foed_graph_data_get_row (self, id);
  const FoedColumn *columns;
  guint n_columns;

  g_return_val_if_fail (column != NULL, NULL);

  if (row == NULL)
    return NULL;

  columns = foed_listing_get_columns (foed_row_get_listing (row), &n_columns);
  for (guint i = 0; i < n_columns; i++)
    if (g_str_equal (columns[i].nick, column))
      {
        const char *value = foed_row_get_value (row, i);

        return value != NULL && *value != '\0' ? value : NULL;
      }

  return NULL;
}

/**
 * foed_graph_data_get_title:
 * @self: what was read
 * @id: the id of an alliance or a state
 *
 * Returns: (transfer none): its title, or its id where it has none
 */
const char *
foed_graph_data_get_title (FoedGraphData *self,
                           const char    *id)
{
  const char *title = foed_graph_data_get_value (self, id, "title");

  return title != NULL ? title : id;
}

/**
 * foed_graph_data_get_label:
 * @self: what was read
 * @id: the id of an alliance or a state
 *
 * Returns: (transfer none): a few letters for it: the ISO code, the short name, who is in an alliance that has none, or
 *   its title
 */
const char *
foed_graph_data_get_label (FoedGraphData *self,
                           const char    *id)
{
  const char *label;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  label = g_hash_table_lookup (self->labels, id);

  return label != NULL ? label : foed_graph_data_get_title (self, id);
}
