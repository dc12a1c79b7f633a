/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-listing"

#include "config.h"

#include <string.h>

#include "foed-library-private.h"
#include "foed-listing-cache-private.h"
#include "foed-listing-filter-private.h"
#include "foed-listing-page-private.h"
#include "foed-row-private.h"

typedef struct
{
  FoedQuery *query;
  guint      offset;
  guint      limit;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_clear_object (&request->query);
  g_free (request);
}

static Request *
request_new (FoedQuery *query,
             guint      offset,
             guint      limit)
{
  Request *request = g_new (Request, 1);

  *request = (Request) { g_object_ref (query), offset, limit };

  return request;
}

void
foed_listing_page_free (FoedListingPage *self)
{
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self);
}

static char *
make_keys_sql (const FoedListingFilter *filter,
               FoedQuery               *query)
{
  g_autoptr (GString) sql = g_string_new ("SELECT d.key FROM derived_row d ");
  gboolean descending;
  const char *sort = foed_query_get_sort (query, &descending);
  gboolean needs_record;
  g_autofree char *order = foed_listing_dup_order (filter->listing, sort, descending, &needs_record);

  if (needs_record)
    g_string_append_printf (sql, "JOIN record r ON r.key = d.key JOIN %s t ON t.id = r.id ",
                            foed_listing_get_kind (filter->listing));

  g_string_append (sql, "WHERE ");
  foed_listing_filter_add_rows (filter, 0, sql);
  g_string_append_printf (sql, " ORDER BY %s", order);

  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static GArray *
read_keys (FoedConnection           *connection,
           const FoedListingFilter  *filter,
           FoedQuery                *query,
           GError                  **error)
{
  g_autofree char *sql = make_keys_sql (filter, query);
  g_autoptr (FoedStatement) statement = foed_statement_new (connection, sql, error);
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return NULL;

  foed_listing_filter_bind (filter, statement);

  while (foed_statement_next (statement, &local_error))
    {
      gint64 key = foed_statement_get_integer (statement, 0);

      g_array_append_val (keys, key);
    }

  if (local_error == NULL)
    return g_steal_pointer (&keys);

  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

static GArray *
get_keys (FoedListingCache         *cache,
          FoedConnection           *connection,
          const FoedListingFilter  *filter,
          FoedQuery                *query,
          GError                  **error)
{
  GArray *keys = foed_listing_cache_lookup (cache, query);

  if (keys != NULL)
    return keys;

  keys = read_keys (connection, filter, query, error);

  if (keys != NULL)
    foed_listing_cache_insert (cache, query, keys);

  return keys;
}

static char *
make_row_sql (FoedListing listing)
{
  g_autoptr (GString) sql = g_string_new ("SELECT r.id, d.root");
  const FoedColumnSql *columns = foed_listing_get_column_sql (listing);
  guint n_columns;

  foed_listing_get_columns (listing, &n_columns);

  for (guint i = 0; i < n_columns; i++)
    g_string_append_printf (sql, ", %s", columns[i].value);

  g_string_append_printf (sql, " FROM derived_row d JOIN record r ON r.key = d.key JOIN %s t ON t.id = r.id "
                               "WHERE d.key = :key",
                          foed_listing_get_kind (listing));

  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static gboolean
add_titles (FoedRow             *row,
            guint                column,
            FoedListingCache    *cache,
            FoedConnection      *connection,
            const char * const  *ids,
            GError             **error)
{
  g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const char *title = foed_listing_cache_get_title (cache, connection, ids[i], error);

      if (title == NULL)
        return FALSE;

      g_strv_builder_add (titles, title);
    }

  foed_row_take_titles (row, column, g_strv_builder_end (titles));

  return TRUE;
}

static FoedRow *
make_row (FoedListing        listing,
          FoedStatement     *statement,
          FoedListingCache  *cache,
          FoedConnection    *connection,
          GError           **error)
{
  const char *root = listing == FOED_LISTING_STATES ? NULL : foed_statement_get_text (statement, 1);
  g_autoptr (FoedRow) row = foed_row_new (listing, foed_statement_get_text (statement, 0), root);
  guint n_columns;
  const FoedColumn *columns = foed_listing_get_columns (listing, &n_columns);

  for (guint i = 0; i < n_columns; i++)
    {
      const char *value = foed_statement_get_text (statement, i + 2);
      const char *const one[] = { value, NULL };

      foed_row_take_value (row, i, g_strdup (value));

      if (value == NULL)
        continue;

      if (columns[i].type == FOED_COLUMN_REFERENCE && !add_titles (row, i, cache, connection, one, error))
        return NULL;

      if (columns[i].type == FOED_COLUMN_REFERENCES &&
          !add_titles (row, i, cache, connection, foed_row_get_values (row, i), error))
        return NULL;
    }

  return g_steal_pointer (&row);
}

static GPtrArray *
read_rows (FoedListingCache         *cache,
           FoedConnection           *connection,
           const FoedListingFilter  *filter,
           GArray                   *keys,
           Request                  *request,
           GError                  **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *sql = make_row_sql (filter->listing);
  g_autoptr (FoedStatement) statement = foed_statement_new (connection, sql, error);
  guint end = request->offset + MIN (request->limit, G_MAXUINT - request->offset);
  int parameter;

  if (statement == NULL)
    return NULL;

  foed_listing_filter_bind (filter, statement);
  parameter = sqlite3_bind_parameter_index (foed_statement_get_handle (statement), ":key");

  for (guint i = request->offset; i < MIN (end, keys->len); i++)
    {
      g_autoptr (GError) local_error = NULL;
      FoedRow *row = NULL;

      foed_statement_bind_integer (statement, parameter, g_array_index (keys, gint64, i));

      if (foed_statement_next (statement, &local_error))
        row = make_row (filter->listing, statement, cache, connection, &local_error);

      foed_statement_reset (statement);

      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }

      if (row != NULL)
        g_ptr_array_add (rows, row);
    }

  return g_steal_pointer (&rows);
}

static gpointer
read_page (FoedLibrary     *library,
           FoedConnection  *connection,
           gpointer         data,
           GCancellable    *cancellable,
           GError         **error)
{
  Request *request = data;
  g_auto (FoedListingFilter) filter = { 0 };
  g_autoptr (FoedListingPage) page = g_new0 (FoedListingPage, 1);
  g_autoptr (GArray) keys = NULL;
  FoedListingCache *cache;

  if (!foed_listing_filter_init (&filter, request->query, error) ||
      (cache = foed_listing_cache_get (library, connection, error)) == NULL ||
      (keys = get_keys (cache, connection, &filter, request->query, error)) == NULL)
    return NULL;

  page->offset = request->offset;
  page->n_rows = keys->len;
  page->rows = read_rows (cache, connection, &filter, keys, request, error);

  return page->rows == NULL ? NULL : g_steal_pointer (&page);
}

/* Counting needs no order. */
static gpointer
count_rows (FoedLibrary     *library,
            FoedConnection  *connection,
            gpointer         data,
            GCancellable    *cancellable,
            GError         **error)
{
  Request *request = data;
  g_auto (FoedListingFilter) filter = { 0 };
  g_autoptr (FoedListingPage) page = g_new0 (FoedListingPage, 1);
  g_autoptr (GString) sql = g_string_new ("SELECT count(*) FROM derived_row d WHERE ");
  g_autoptr (FoedStatement) statement = NULL;
  g_autoptr (GError) local_error = NULL;

  if (!foed_listing_filter_init (&filter, request->query, error))
    return NULL;

  foed_listing_filter_add_rows (&filter, 0, sql);
  statement = foed_statement_new (connection, sql->str, error);
  if (statement == NULL)
    return NULL;

  foed_listing_filter_bind (&filter, statement);

  if (foed_statement_next (statement, &local_error))
    page->n_rows = foed_statement_get_integer (statement, 0);

  if (local_error == NULL)
    return g_steal_pointer (&page);

  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

/* Reads rows of @query and counts them all, in the reader thread. */
void
foed_library_read_page_async (FoedLibrary         *self,
                              FoedQuery           *query,
                              guint                offset,
                              guint                limit,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (FOED_IS_LIBRARY (self));
  g_return_if_fail (FOED_IS_QUERY (query));

  foed_library_run_async (self, FOED_LIBRARY_READER, read_page, request_new (query, offset, limit), request_free,
                          (GDestroyNotify) foed_listing_page_free, cancellable, foed_library_read_page_async,
                          callback, user_data);
}

/* Returns: (transfer full): the page */
FoedListingPage *
foed_library_read_page_finish (FoedLibrary   *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (FOED_IS_LIBRARY (self), NULL);

  return foed_library_run_finish (self, result, foed_library_read_page_async, error);
}

/**
 * foed_library_count_sync:
 * @self: a library
 * @query: what to count
 * @count: (out): how many rows there are
 * @cancellable: (nullable): ends it
 * @error: (out): what went wrong; of %FOED_LIBRARY_ERROR_QUERY where the words can't be understood
 *
 * Counts the rows of a query.
 *
 * Returns: whether they were counted
 */
gboolean
foed_library_count_sync (FoedLibrary   *self,
                         FoedQuery     *query,
                         guint         *count,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_autoptr (FoedListingPage) page = NULL;
  Request request = { query, 0, 0 };

  g_return_val_if_fail (FOED_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (FOED_IS_QUERY (query), FALSE);
  g_return_val_if_fail (count != NULL, FALSE);

  page = foed_library_run_sync (self, FOED_LIBRARY_READER, count_rows, &request, cancellable, error);
  if (page == NULL)
    return FALSE;

  *count = page->n_rows;

  return TRUE;
}

/**
 * foed_library_list_sync:
 * @self: a library
 * @query: what to list
 * @offset: how many rows to leave out at the beginning
 * @limit: how many rows to give at most
 * @cancellable: (nullable): ends it
 * @error: (out): what went wrong; of %FOED_LIBRARY_ERROR_QUERY where the words can't be understood
 *
 * Lists rows in an order that is always the same; rows without a value in the column that they are sorted by come last.
 *
 * Returns: (transfer full) (element-type FoedRow): the rows
 */
GPtrArray *
foed_library_list_sync (FoedLibrary   *self,
                        FoedQuery     *query,
                        guint          offset,
                        guint          limit,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_autoptr (FoedListingPage) page = NULL;
  Request request = { query, offset, limit };

  g_return_val_if_fail (FOED_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (FOED_IS_QUERY (query), NULL);

  page = foed_library_run_sync (self, FOED_LIBRARY_READER, read_page, &request, cancellable, error);

  return page == NULL ? NULL : g_steal_pointer (&page->rows);
}
