/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-changing"

#include "config.h"

#include "foed-library-private.h"
#include "foed-listing-filter-private.h"
#include "foed-listing.h"

typedef struct
{
  FoedQuery *query;
  FoedDay    from;
  FoedDay    to;
} Range;

static void
bind_day (FoedStatement *statement,
          const char    *name,
          FoedDay        day)
{
  foed_statement_bind_integer (statement, sqlite3_bind_parameter_index (foed_statement_get_handle (statement), name),
                               day);
}

/* The ids of alliances of the query in which something begins after the one day and until the other, or ends on the one
 * or later and before the other. */
static gpointer
read_changing_ids (FoedLibrary     *library,
                   FoedConnection  *connection,
                   gpointer         data,
                   GCancellable    *cancellable,
                   GError         **error)
{
  const Range *range = data;
  g_auto (FoedListingFilter) filter = { 0 };
  g_autoptr (GString) sql = g_string_new ("SELECT d.root FROM derived_row d WHERE ");
  g_autoptr (FoedStatement) statement = NULL;
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) local_error = NULL;

  if (!foed_listing_filter_init (&filter, range->query, error))
    return NULL;

  foed_listing_filter_add_rows (&filter, 0, sql);
  g_string_append (sql, " AND EXISTS (SELECT 1 FROM derived_row x WHERE x.kind IN ('alliance', 'instrument', 'clause', "
                        "'obligation', 'party', 'suspension', 'mechanism') AND x.root = d.root "
                        "AND x.first_day <= x.last_day AND (x.first_day > :from AND x.first_day <= :to "
                        "OR x.last_day >= :from AND x.last_day < :to)) ORDER BY d.root");

  if ((statement = foed_statement_new (connection, sql->str, error)) == NULL)
    return NULL;

  foed_listing_filter_bind (&filter, statement);
  bind_day (statement, ":from", range->from);
  bind_day (statement, ":to", range->to);

  while (foed_statement_next (statement, &local_error))
    g_ptr_array_add (ids, g_strdup (foed_statement_get_text (statement, 0)));

  if (local_error == NULL)
    return g_steal_pointer (&ids);

  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

/**
 * foed_library_changing_alliances_sync:
 * @self: a library
 * @query: tells which alliances, at any time; its day does not matter
 * @from: a day
 * @to: a later day
 * @cancellable: (nullable): ends it
 * @error: (out): what went wrong
 *
 * Reads the alliances in which something is different on @to from what it was on @from, as
 * foed_as_of_day_list_all_changes() takes them. Others may read between one alliance and the next.
 *
 * Returns: (transfer full) (element-type FoedRecord): the alliances with everything under them, by id
 */
GPtrArray *
foed_library_changing_alliances_sync (FoedLibrary   *self,
                                      FoedQuery     *query,
                                      FoedDay        from,
                                      FoedDay        to,
                                      GCancellable  *cancellable,
                                      GError       **error)
{
  g_autoptr (FoedQuery) timed = NULL;
  g_autoptr (FoedQuery) timeless = NULL;
  g_autoptr (GPtrArray) ids = NULL;
  g_autoptr (GPtrArray) alliances = g_ptr_array_new_with_free_func (g_object_unref);
  Range range;

  g_return_val_if_fail (FOED_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (FOED_IS_QUERY (query), NULL);

  timed = foed_query_with_listing (query, FOED_LISTING_ALLIANCES);
  timeless = foed_query_without_day (timed);
  range = (Range) { timeless, from, to };

  if ((ids = foed_library_run_sync (self, FOED_LIBRARY_READER, read_changing_ids, &range, cancellable, error)) == NULL)
    return NULL;

  for (guint i = 0; i < ids->len; i++)
    {
      FoedRecord *alliance = foed_library_get_record_sync (self, g_ptr_array_index (ids, i), cancellable, error);

      if (alliance == NULL)
        return NULL;

      g_ptr_array_add (alliances, alliance);
    }

  return g_steal_pointer (&alliances);
}
