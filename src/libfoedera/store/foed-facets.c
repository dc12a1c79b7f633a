/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-facets"

#include "config.h"

#include <string.h>

#include "foed-facet-counting-private.h"
#include "foed-library-private.h"
#include "foed-listing-cache-private.h"
#include "foed-listing.h"

/* For each facet, its values are found with all facets on but itself. */

/* A long list of alliances helps nobody; those with most rows come first. */
#define MOST_ALLIANCES 200

typedef struct
{
  FoedFacetCounting  counting;
  FoedListingCache  *cache;
  GPtrArray         *counts;
} FacetListing;

static void
facet_listing_clear (FacetListing *self)
{
  foed_facet_counting_clear (&self->counting);
  g_clear_pointer (&self->counts, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FacetListing, facet_listing_clear)

static gboolean
is_status_of_other_times (gpointer key,
                          gpointer value,
                          gpointer user_data)
{
  return g_str_equal (key, "not-yet") || g_str_equal (key, "ended");
}

static gboolean
is_status_of_the_day (gpointer key,
                      gpointer value,
                      gpointer user_data)
{
  return !is_status_of_other_times (key, value, user_data);
}

/* What is in force is counted as of the day, what is not at any time. */
static gboolean
count_status (FacetListing  *self,
              GHashTable    *values,
              GError       **error)
{
  const FoedListingFilter *filter = self->counting.filter;
  FoedListingFilter other = *filter;
  g_autoptr (GHashTable) others = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer value, count;
  gboolean done;

  other.day_counts = filter->has_day;
  self->counting.filter = &other;
  done = foed_facet_counting_count (&self->counting, FOED_FACET_STATUS, values, error);

  if (done && filter->has_day)
    {
      other.day_counts = FALSE;
      done = foed_facet_counting_count (&self->counting, FOED_FACET_STATUS, others, error);
      g_hash_table_foreach_remove (values, is_status_of_other_times, NULL);
      g_hash_table_foreach_remove (others, is_status_of_the_day, NULL);
      g_hash_table_iter_init (&iter, others);

      while (g_hash_table_iter_next (&iter, &value, &count))
        foed_facet_add_count (values, value, GPOINTER_TO_UINT (count));
    }

  self->counting.filter = filter;

  return done;
}

static int
compare_counts (gconstpointer a,
                gconstpointer b)
{
  const FoedFacetCount *left = *(FoedFacetCount *const *) a;
  const FoedFacetCount *right = *(FoedFacetCount *const *) b;
  FoedVocabulary vocabulary = foed_facet_get_vocabulary (left->facet);

  if (vocabulary != FOED_VOCABULARY_NONE)
    return foed_vocabulary_get_position (vocabulary, foed_vocabulary_find (vocabulary, left->nick)) -
           foed_vocabulary_get_position (vocabulary, foed_vocabulary_find (vocabulary, right->nick));

  if (left->count != right->count)
    return left->count > right->count ? -1 : 1;

  return g_utf8_collate (left->label, right->label);
}

/* Returns: (transfer full) (nullable): one line; NULL with no error for a value that nobody knows */
static FoedFacetCount *
make_count (FacetListing  *self,
            FoedFacet      facet,
            const char    *nick,
            guint          number,
            GError       **error)
{
  FoedVocabulary vocabulary = foed_facet_get_vocabulary (facet);
  const char *label;
  FoedFacetCount *count;

  if (vocabulary != FOED_VOCABULARY_NONE)
    {
      const FoedTerm *term = foed_vocabulary_find (vocabulary, nick);

      label = term == NULL ? NULL : foed_term_get_label (term);
    }
  else
    {
      label = foed_listing_cache_get_title (self->cache, self->counting.connection, nick, error);
    }

  if (label == NULL)
    return NULL;

  count = g_new (FoedFacetCount, 1);
  *count = (FoedFacetCount) { facet, g_strdup (nick), g_strdup (label), number };

  return count;
}

static gboolean
add_facet (FacetListing  *self,
           FoedQuery     *query,
           FoedFacet      facet,
           GHashTable    *values,
           GError       **error)
{
  const char *const *chosen = foed_query_get_values (query, facet);
  g_autoptr (GPtrArray) counts = g_ptr_array_new_with_free_func ((GDestroyNotify) foed_facet_count_free);
  guint n_most = facet == FOED_FACET_ALLIANCE ? MOST_ALLIANCES : G_MAXUINT;
  GHashTableIter iter;
  gpointer nick, number;

  for (guint i = 0; chosen != NULL && chosen[i] != NULL; i++)
    foed_facet_add_count (values, chosen[i], 0);

  g_hash_table_iter_init (&iter, values);

  while (g_hash_table_iter_next (&iter, &nick, &number))
    {
      g_autoptr (GError) local_error = NULL;
      FoedFacetCount *count = make_count (self, facet, nick, GPOINTER_TO_UINT (number), &local_error);

      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }

      if (count != NULL)
        g_ptr_array_add (counts, count);
    }

  g_ptr_array_sort (counts, compare_counts);

  for (guint i = 0; i < counts->len; i++)
    {
      FoedFacetCount *count = g_ptr_array_index (counts, i);

      if (i < n_most || foed_query_has_value (query, facet, count->nick))
        g_ptr_array_add (self->counts, g_steal_pointer (&counts->pdata[i]));
    }

  return TRUE;
}

static gpointer
count_facets (FoedLibrary     *library,
              FoedConnection  *connection,
              gpointer         data,
              GCancellable    *cancellable,
              GError         **error)
{
  FoedQuery *query = data;
  g_auto (FoedListingFilter) filter = { 0 };
  g_auto (FacetListing) listing = { 0 };

  if (!foed_listing_filter_init (&filter, query, error) ||
      !foed_listing_filter_keep_found (&filter, connection, error) ||
      (listing.cache = foed_listing_cache_get (library, connection, error)) == NULL)
    return NULL;

  foed_facet_counting_init (&listing.counting, connection, &filter);
  listing.counts = g_ptr_array_new_with_free_func ((GDestroyNotify) foed_facet_count_free);

  for (guint facet = 0; facet < FOED_N_FACETS; facet++)
    {
      g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      if (facet == FOED_FACET_ALLIANCE && filter.listing == FOED_LISTING_ALLIANCES)
        continue;

      if (!(facet == FOED_FACET_STATUS ? count_status (&listing, values, error)
                                       : foed_facet_counting_count (&listing.counting, facet, values, error)) ||
          !add_facet (&listing, query, facet, values, error))
        return NULL;
    }

  return g_steal_pointer (&listing.counts);
}

/**
 * foed_facet_count_free:
 * @self: (transfer full): one line of a facet
 *
 * Frees @self.
 */
void
foed_facet_count_free (FoedFacetCount *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->nick, g_free);
  g_clear_pointer (&self->label, g_free);
  g_free (self);
}

/**
 * foed_library_facets_sync:
 * @self: a library
 * @query: a query
 * @cancellable: (nullable): ends it
 * @error: (out): what went wrong
 *
 * Counts, for every value of every facet, the rows that there would be with it. Values without rows are left out,
 * unless they are on. Terms come in the order of their vocabulary, states and alliances by how many rows they have.
 *
 * Returns: (transfer full) (element-type FoedFacetCount): the lines, facet by facet
 */
GPtrArray *
foed_library_facets_sync (FoedLibrary   *self,
                          FoedQuery     *query,
                          GCancellable  *cancellable,
                          GError       **error)
{
  g_return_val_if_fail (FOED_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (FOED_IS_QUERY (query), NULL);

  return foed_library_run_sync (self, FOED_LIBRARY_READER, count_facets, query, cancellable, error);
}

/**
 * foed_library_facets_async:
 * @self: a library
 * @query: a query
 * @cancellable: (nullable): ends it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Does what foed_library_facets_sync() does without waiting.
 */
void
foed_library_facets_async (FoedLibrary         *self,
                           FoedQuery           *query,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_return_if_fail (FOED_IS_LIBRARY (self));
  g_return_if_fail (FOED_IS_QUERY (query));

  foed_library_run_async (self, FOED_LIBRARY_READER, count_facets, g_object_ref (query), g_object_unref,
                          (GDestroyNotify) g_ptr_array_unref, cancellable, foed_library_facets_async, callback,
                          user_data);
}

/**
 * foed_library_facets_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: (out): what went wrong
 *
 * Returns: (transfer full) (element-type FoedFacetCount): the lines, facet by facet
 */
GPtrArray *
foed_library_facets_finish (FoedLibrary   *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (FOED_IS_LIBRARY (self), NULL);

  return foed_library_run_finish (self, result, foed_library_facets_async, error);
}
