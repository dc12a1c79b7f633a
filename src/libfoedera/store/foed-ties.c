/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-ties"

#include "config.h"

#include "foed-library-private.h"
#include "foed-listing-filter-private.h"
#include "foed-listing.h"
#include "model/foed-tie.h"

/* What pictures are drawn from: who is in which alliance, who owes what to whom, and how many alliances there were. */

typedef struct
{
  GArray *counts;
  int     first_year;
} Histogram;

/* More than a trigger, and an adversary that is not just anybody. */
#define IS_CONDITIONAL \
  "EXISTS (SELECT 1 FROM record x JOIN condition c ON c.id = x.id WHERE x.parent = r.id AND c.kind <> 'trigger' " \
  "AND NOT (c.kind = 'adversary' AND ifnull (c.adversary, '') = 'any') " \
  "AND ifnull (c.presence, 'stated') IN ('stated', 'implied'))"

static void
histogram_free (gpointer data)
{
  Histogram *histogram = data;

  g_clear_pointer (&histogram->counts, g_array_unref);
  g_free (histogram);
}

static const char *
intern (FoedStatement *statement,
        int            column)
{
  return g_intern_string (foed_statement_get_text (statement, column));
}

static FoedStatement *
prepare (FoedConnection           *connection,
         const FoedListingFilter  *filter,
         GString                  *sql,
         GError                  **error)
{
  FoedStatement *statement = foed_statement_new (connection, sql->str, error);

  if (statement != NULL)
    foed_listing_filter_bind (filter, statement);

  return statement;
}

static gpointer
read_memberships (FoedLibrary     *library,
                  FoedConnection  *connection,
                  gpointer         data,
                  GCancellable    *cancellable,
                  GError         **error)
{
  g_auto (FoedListingFilter) filter = { 0 };
  g_autoptr (GString) sql = g_string_new ("SELECT d.root, p.state, p.role, x.first_day, x.last_day FROM derived_row d "
                                          "JOIN derived_row x ON x.kind = 'party' AND x.root = d.root "
                                          "JOIN record r ON r.key = x.key JOIN party p ON p.id = r.id WHERE ");
  g_autoptr (FoedStatement) statement = NULL;
  g_autoptr (GArray) memberships = g_array_new (FALSE, FALSE, sizeof (FoedMembership));
  g_autoptr (GError) local_error = NULL;

  if (!foed_listing_filter_init (&filter, data, error))
    return NULL;

  foed_listing_filter_add_rows (&filter, 0, sql);
  foed_listing_filter_add_day (&filter, "x", sql);
  g_string_append (sql, " AND x.first_day <= x.last_day ORDER BY d.root, x.ordinal");

  if ((statement = prepare (connection, &filter, sql, error)) == NULL)
    return NULL;

  while (foed_statement_next (statement, &local_error))
    {
      FoedMembership membership = {
        .alliance = intern (statement, 0),
        .state = intern (statement, 1),
        .role = intern (statement, 2),
        .first_day = foed_statement_get_integer (statement, 3),
        .last_day = foed_statement_get_integer (statement, 4),
      };

      g_array_append_val (memberships, membership);
    }

  if (local_error == NULL)
    return g_steal_pointer (&memberships);

  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

static gpointer
read_ties (FoedLibrary     *library,
           FoedConnection  *connection,
           gpointer         data,
           GCancellable    *cancellable,
           GError         **error)
{
  g_auto (FoedListingFilter) filter = { 0 };
  g_autoptr (GString) sql = g_string_new ("SELECT o.root, r.id, o.kind, o.strength, w.promisor, w.beneficiary, "
                                          IS_CONDITIONAL ", w.first_day, w.last_day FROM derived_row d "
                                          "JOIN derived_obligation o ON o.root = d.root "
                                          "JOIN derived_owing w ON w.obligation = o.key "
                                          "JOIN record r ON r.key = o.key WHERE ");
  g_autoptr (FoedStatement) statement = NULL;
  g_autoptr (GArray) ties = g_array_new (FALSE, FALSE, sizeof (FoedTie));
  g_autoptr (GError) local_error = NULL;

  if (!foed_listing_filter_init (&filter, data, error))
    return NULL;

  foed_listing_filter_add_rows (&filter, 0, sql);
  g_string_append (sql, " AND ");
  foed_listing_filter_add_obligations (&filter, 0, sql);
  foed_listing_filter_add_owings (&filter, 0, sql);
  g_string_append (sql, " ORDER BY o.root, o.key, w.promisor, w.beneficiary, w.first_day");

  if ((statement = prepare (connection, &filter, sql, error)) == NULL)
    return NULL;

  while (foed_statement_next (statement, &local_error))
    {
      FoedTie tie = {
        .alliance = intern (statement, 0),
        .obligation = intern (statement, 1),
        .kind = intern (statement, 2),
        .strength = intern (statement, 3),
        .promisor = intern (statement, 4),
        .beneficiary = intern (statement, 5),
        .conditional = foed_statement_get_integer (statement, 6) != 0,
        .first_day = foed_statement_get_integer (statement, 7),
        .last_day = foed_statement_get_integer (statement, 8),
      };

      g_array_append_val (ties, tie);
    }

  if (local_error == NULL)
    return g_steal_pointer (&ties);

  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

static int
get_year (FoedDay day)
{
  int year, month, day_of_month;

  foed_day_to_calendar (day, &year, &month, &day_of_month);

  return year;
}

static gboolean
is_open (FoedDay day)
{
  return day == FOED_DAY_FIRST || day == FOED_DAY_LAST;
}

/* The last 31 December on which something counts that counts until @day. */
static int
get_last_full_year (FoedDay day)
{
  int year, month, day_of_month;

  foed_day_to_calendar (day, &year, &month, &day_of_month);

  return month == 12 && day_of_month == 31 ? year : year - 1;
}

/* From the first year in which one begins to the present or, where one begins or ends later, to then. */
static void
get_years (GArray *days,
           int    *first_year,
           int    *last_year)
{
  *first_year = G_MAXINT;
  *last_year = get_year (foed_day_today ());

  for (guint i = 0; i < days->len; i++)
    if (!is_open (g_array_index (days, FoedDay, i)))
      {
        *first_year = MIN (*first_year, get_year (g_array_index (days, FoedDay, i)));
        *last_year = MAX (*last_year, get_year (g_array_index (days, FoedDay, i)));
      }

  *first_year = MIN (*first_year, *last_year);
}

/* @days holds pairs: from when and until when. Each adds one in its first year and takes it away after its last. */
static Histogram *
make_histogram (GArray *days)
{
  Histogram *histogram = g_new0 (Histogram, 1);
  int last_year;
  int n_years;

  histogram->counts = g_array_new (FALSE, TRUE, sizeof (guint));

  if (days->len == 0)
    return histogram;

  get_years (days, &histogram->first_year, &last_year);
  n_years = last_year - histogram->first_year + 1;
  g_array_set_size (histogram->counts, n_years + 1);

  for (guint i = 0; i < days->len; i += 2)
    {
      FoedDay first = g_array_index (days, FoedDay, i);
      FoedDay last = g_array_index (days, FoedDay, i + 1);
      int from = is_open (first) ? 0 : get_year (first) - histogram->first_year;
      int to = is_open (last) ? n_years : get_last_full_year (last) - histogram->first_year + 1;

      if (from < to)
        {
          g_array_index (histogram->counts, guint, from)++;
          g_array_index (histogram->counts, guint, to)--;
        }
    }

  for (int i = 1; i < n_years; i++)
    g_array_index (histogram->counts, guint, i) += g_array_index (histogram->counts, guint, i - 1);

  g_array_set_size (histogram->counts, n_years);

  return histogram;
}

static gpointer
read_histogram (FoedLibrary     *library,
                FoedConnection  *connection,
                gpointer         data,
                GCancellable    *cancellable,
                GError         **error)
{
  g_auto (FoedListingFilter) filter = { 0 };
  g_autoptr (GString) sql = g_string_new ("SELECT d.first_day, d.last_day FROM derived_row d WHERE ");
  g_autoptr (FoedStatement) statement = NULL;
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (FoedDay));
  g_autoptr (GError) local_error = NULL;

  if (!foed_listing_filter_init (&filter, data, error))
    return NULL;

  foed_listing_filter_add_rows (&filter, 0, sql);
  g_string_append (sql, " AND d.first_day <= d.last_day");

  if ((statement = prepare (connection, &filter, sql, error)) == NULL)
    return NULL;

  while (foed_statement_next (statement, &local_error))
    for (int column = 0; column < 2; column++)
      {
        FoedDay day = foed_statement_get_integer (statement, column);

        g_array_append_val (days, day);
      }

  if (local_error == NULL)
    return make_histogram (days);

  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

/* The alliances of @query, whatever it lists. */
static FoedQuery *
make_alliance_query (FoedQuery *query)
{
  return foed_query_with_listing (query, FOED_LISTING_ALLIANCES);
}

/* The same at any time. Status is left out too, for it is told as of a day. */
static FoedQuery *
make_timeless_query (FoedQuery *query)
{
  g_autoptr (FoedQuery) alliances = make_alliance_query (query);
  g_autoptr (FoedQuery) timeless = foed_query_without_day (alliances);

  return foed_query_with_values (timeless, FOED_FACET_STATUS, NULL);
}

/**
 * foed_library_memberships_sync:
 * @self: a library
 * @query: tells which alliances, and as of which day
 * @cancellable: (nullable): ends it
 * @error: (out): what went wrong
 *
 * Lists who is, or without a day was at any time, in the alliances that @query leaves.
 *
 * Returns: (transfer full) (element-type FoedMembership): the memberships, alliance by alliance
 */
GArray *
foed_library_memberships_sync (FoedLibrary   *self,
                               FoedQuery     *query,
                               GCancellable  *cancellable,
                               GError       **error)
{
  g_autoptr (FoedQuery) alliances = NULL;

  g_return_val_if_fail (FOED_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (FOED_IS_QUERY (query), NULL);

  alliances = make_alliance_query (query);

  return foed_library_run_sync (self, FOED_LIBRARY_READER, read_memberships, alliances, cancellable, error);
}

/**
 * foed_library_memberships_async:
 * @self: a library
 * @query: tells which alliances, and as of which day
 * @cancellable: (nullable): ends it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Does what foed_library_memberships_sync() does without waiting.
 */
void
foed_library_memberships_async (FoedLibrary         *self,
                                FoedQuery           *query,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_return_if_fail (FOED_IS_LIBRARY (self));
  g_return_if_fail (FOED_IS_QUERY (query));

  foed_library_run_async (self, FOED_LIBRARY_READER, read_memberships, make_alliance_query (query), g_object_unref,
                          (GDestroyNotify) g_array_unref, cancellable, foed_library_memberships_async, callback,
                          user_data);
}

/**
 * foed_library_memberships_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: (out): what went wrong
 *
 * Returns: (transfer full) (element-type FoedMembership): the memberships, alliance by alliance
 */
GArray *
foed_library_memberships_finish (FoedLibrary   *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (FOED_IS_LIBRARY (self), NULL);

  return foed_library_run_finish (self, result, foed_library_memberships_async, error);
}

/**
 * foed_library_ties_sync:
 * @self: a library
 * @query: tells which alliances and obligations, and as of which day
 * @cancellable: (nullable): ends it
 * @error: (out): what went wrong
 *
 * Lists who owes, or without a day owed at any time, what to whom in the alliances that @query leaves. Where facets of
 * obligations are on, only such obligations are given.
 *
 * Returns: (transfer full) (element-type FoedTie): the ties, alliance by alliance and obligation by obligation
 */
GArray *
foed_library_ties_sync (FoedLibrary   *self,
                        FoedQuery     *query,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_autoptr (FoedQuery) alliances = NULL;

  g_return_val_if_fail (FOED_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (FOED_IS_QUERY (query), NULL);

  alliances = make_alliance_query (query);

  return foed_library_run_sync (self, FOED_LIBRARY_READER, read_ties, alliances, cancellable, error);
}

/**
 * foed_library_ties_async:
 * @self: a library
 * @query: tells which alliances and obligations, and as of which day
 * @cancellable: (nullable): ends it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Does what foed_library_ties_sync() does without waiting.
 */
void
foed_library_ties_async (FoedLibrary         *self,
                         FoedQuery           *query,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_return_if_fail (FOED_IS_LIBRARY (self));
  g_return_if_fail (FOED_IS_QUERY (query));

  foed_library_run_async (self, FOED_LIBRARY_READER, read_ties, make_alliance_query (query), g_object_unref,
                          (GDestroyNotify) g_array_unref, cancellable, foed_library_ties_async, callback, user_data);
}

/**
 * foed_library_ties_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: (out): what went wrong
 *
 * Returns: (transfer full) (element-type FoedTie): the ties, alliance by alliance and obligation by obligation
 */
GArray *
foed_library_ties_finish (FoedLibrary   *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (FOED_IS_LIBRARY (self), NULL);

  return foed_library_run_finish (self, result, foed_library_ties_async, error);
}

static GArray *
take_counts (Histogram *histogram,
             int       *first_year)
{
  GArray *counts;

  if (histogram == NULL)
    return NULL;

  counts = g_array_ref (histogram->counts);
  *first_year = histogram->first_year;
  histogram_free (histogram);

  return counts;
}

/**
 * foed_library_histogram_sync:
 * @self: a library
 * @query: tells which alliances; its day and status do not matter
 * @first_year: (out): the year of the first count; 0 where there are none
 * @cancellable: (nullable): ends it
 * @error: (out): what went wrong
 *
 * Counts the alliances in force on 31 December of each year, from when the first begins to the present.
 *
 * Returns: (transfer full) (element-type guint): the counts, year by year
 */
GArray *
foed_library_histogram_sync (FoedLibrary   *self,
                             FoedQuery     *query,
                             int           *first_year,
                             GCancellable  *cancellable,
                             GError       **error)
{
  g_autoptr (FoedQuery) timeless = NULL;

  g_return_val_if_fail (FOED_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (FOED_IS_QUERY (query), NULL);
  g_return_val_if_fail (first_year != NULL, NULL);

  timeless = make_timeless_query (query);

  return take_counts (foed_library_run_sync (self, FOED_LIBRARY_READER, read_histogram, timeless, cancellable, error),
                      first_year);
}

/**
 * foed_library_histogram_async:
 * @self: a library
 * @query: tells which alliances; its day and status do not matter
 * @cancellable: (nullable): ends it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Does what foed_library_histogram_sync() does without waiting.
 */
void
foed_library_histogram_async (FoedLibrary         *self,
                              FoedQuery           *query,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (FOED_IS_LIBRARY (self));
  g_return_if_fail (FOED_IS_QUERY (query));

  foed_library_run_async (self, FOED_LIBRARY_READER, read_histogram, make_timeless_query (query), g_object_unref,
                          histogram_free, cancellable, foed_library_histogram_async, callback, user_data);
}

/**
 * foed_library_histogram_finish:
 * @self: a library
 * @result: what the callback was given
 * @first_year: (out): the year of the first count; 0 where there are none
 * @error: (out): what went wrong
 *
 * Returns: (transfer full) (element-type guint): the counts, year by year
 */
GArray *
foed_library_histogram_finish (FoedLibrary   *self,
                               GAsyncResult  *result,
                               int           *first_year,
                               GError       **error)
{
  g_return_val_if_fail (FOED_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (first_year != NULL, NULL);

  return take_counts (foed_library_run_finish (self, result, foed_library_histogram_async, error), first_year);
}
