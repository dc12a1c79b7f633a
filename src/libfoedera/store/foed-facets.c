/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-facets"

#include "config.h"

#include <string.h>

#include "foed-library-private.h"
#include "foed-listing-cache-private.h"
#include "foed-listing-filter-private.h"
#include "foed-listing.h"

/* For each facet, its values are found with all facets on but itself. Most facets are about alliances: then the rows of
 * the listing are counted by alliance once, and each facet tells which alliances have which value. Facets that narrow
 * the rows themselves are counted by SQL alone. */

/* A long list of alliances helps nobody; those with most rows come first. */
#define MOST_ALLIANCES 200

typedef struct
{
  FoedConnection          *connection;
  FoedListingCache        *cache;
  const FoedListingFilter *filter;
  GHashTable              *weights;     /* by the facets that are on: rows by alliance */
  GPtrArray               *counts;
} Counting;

static void
counting_clear (Counting *self)
{
  g_clear_pointer (&self->weights, g_hash_table_unref);
  g_clear_pointer (&self->counts, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Counting, counting_clear)

/* The columns of the tables that own facets are read from. */
typedef struct
{
  FoedListing  listing;
  FoedFacet    facet;
  const char  *value;
  const char  *condition;
} OwnFacet;

static const OwnFacet own_facets[] = {
  { FOED_LISTING_STATES, FOED_FACET_REGION, "t.region", "t.region IS NOT NULL" },
  { FOED_LISTING_INSTRUMENTS, FOED_FACET_STATUS, FOED_SQL_STATUS ("d"), "1" },
  { FOED_LISTING_MECHANISMS, FOED_FACET_COORDINATION, "t.kind",
    "ifnull (t.presence, 'stated') IN ('stated', 'implied')" },
  { FOED_LISTING_IMPACTS, FOED_FACET_SOVEREIGNTY, "t.domain", "t.level > '0'" },
  { FOED_LISTING_EVENTS, FOED_FACET_EVENT, "t.kind", "1" },
  { FOED_LISTING_EVENTS, FOED_FACET_THREAT, "t.threat", "t.threat IS NOT NULL" },
};

static gboolean
is_of_obligations (const Counting *self,
                   FoedFacet       facet)
{
  if (self->filter->listing == FOED_LISTING_EVENTS && facet == FOED_FACET_THREAT)
    return FALSE;

  return (FOED_FACETS_OF_OBLIGATIONS & FOED_FACET_BIT (facet)) != 0;
}

/* The facets that the rows are not narrowed by while @facet is counted. Those of obligations must be met by one and the
 * same obligation, so they are left to the SQL that finds the values. */
static guint
get_facets_left_out (const Counting *self,
                     FoedFacet       facet)
{
  if (!is_of_obligations (self, facet))
    return FOED_FACET_BIT (facet);

  if (self->filter->listing == FOED_LISTING_EVENTS)
    return FOED_FACETS_OF_OBLIGATIONS & ~FOED_FACET_BIT (FOED_FACET_THREAT);

  return FOED_FACETS_OF_OBLIGATIONS;
}

/* SELECT of who owes or is owed, and by what. Where the other side is asked for, pairs must be looked at. */
static void
add_owing_values (const Counting *self,
                  FoedFacet       facet,
                  const char     *select,
                  const char     *unit,
                  guint           without,
                  GString        *sql)
{
  const char *side = facet == FOED_FACET_PROMISOR ? "promisor" : "beneficiary";
  guint both = FOED_FACET_BIT (FOED_FACET_PROMISOR) | FOED_FACET_BIT (FOED_FACET_BENEFICIARY);

  if ((self->filter->facets & ~without & both) != 0)
    g_string_append_printf (sql, "%s w.%s AS value, o.%s AS unit FROM derived_owing w "
                                 "JOIN derived_obligation o ON o.key = w.obligation WHERE ",
                            select, side, unit);
  else
    g_string_append_printf (sql, "%s w.state AS value, o.%s AS unit FROM derived_side w "
                                 "JOIN derived_obligation o ON o.key = w.obligation WHERE w.side = '%s' AND ",
                            select, unit, side);

  foed_listing_filter_add_obligations (self->filter, without | both, sql);
  foed_listing_filter_add_owings (self->filter, without, sql);
}

static void
add_threat_values (const Counting *self,
                   const char     *select,
                   const char     *unit,
                   guint           without,
                   GString        *sql)
{
  const FoedListingFilter *filter = self->filter;

  g_string_append_printf (sql, "%s t.threat AS value, o.%s AS unit FROM derived_obligation o "
                               "JOIN derived_threat t ON t.obligation = o.key%s WHERE ",
                          select, unit, filter->day_counts ? " AND t.first_day <= :day" : "");
  foed_listing_filter_add_obligations (filter, without, sql);
}

/* SELECT, or SELECT DISTINCT, of the values of a facet of obligations, with what has them: root, clause or key. */
static void
add_obligation_values (const Counting *self,
                       FoedFacet       facet,
                       const char     *select,
                       const char     *unit,
                       GString        *sql)
{
  guint without = FOED_FACET_BIT (facet);
  const char *column = facet == FOED_FACET_STRENGTH ? "strength" : "kind";

  if (self->filter->listing == FOED_LISTING_EVENTS)
    without |= FOED_FACET_BIT (FOED_FACET_THREAT);

  if (facet == FOED_FACET_PROMISOR || facet == FOED_FACET_BENEFICIARY)
    {
      add_owing_values (self, facet, select, unit, without, sql);
    }
  else if (facet == FOED_FACET_THREAT)
    {
      add_threat_values (self, select, unit, without, sql);
    }
  else
    {
      g_string_append_printf (sql, "%s o.%s AS value, o.%s AS unit FROM derived_obligation o "
                                   "WHERE o.%s IS NOT NULL AND ",
                              select, column, unit, column);
      foed_listing_filter_add_obligations (self->filter, without, sql);
    }
}

/* Whether other facets of obligations are on, so that obligations must be looked at one by one. */
static gboolean
has_other_obligation_facets (const Counting *self,
                             FoedFacet       facet)
{
  guint facets = self->filter->facets & FOED_FACETS_OF_OBLIGATIONS & ~FOED_FACET_BIT (facet);

  if (self->filter->listing == FOED_LISTING_EVENTS)
    facets &= ~FOED_FACET_BIT (FOED_FACET_THREAT);

  return facets != 0;
}

/* SELECT of the values of @facet, with the alliances that have them. */
static void
add_alliance_values (const Counting *self,
                     FoedFacet       facet,
                     GString        *sql)
{
  if (is_of_obligations (self, facet) && has_other_obligation_facets (self, facet))
    {
      add_obligation_values (self, facet, "SELECT DISTINCT", "root", sql);
    }
  else if (facet == FOED_FACET_STATUS)
    {
      g_string_append (sql, "SELECT " FOED_SQL_STATUS ("a") " AS value, a.root AS unit FROM derived_row a "
                            "WHERE a.kind = 'alliance'");
    }
  else if (facet == FOED_FACET_ALLIANCE)
    {
      g_string_append (sql, "SELECT a.root AS value, a.root AS unit FROM derived_row a WHERE a.kind = 'alliance'");
    }
  else
    {
      g_string_append_printf (sql, "SELECT DISTINCT f.value AS value, f.root AS unit FROM derived_facet f "
                                   "WHERE f.facet = '%s'",
                              foed_facet_get_nick (facet));
      foed_listing_filter_add_day (self->filter, "f", sql);
    }
}

static FoedStatement *
prepare (const Counting  *self,
         const char      *sql,
         GError         **error)
{
  FoedStatement *statement = foed_statement_new (self->connection, sql, error);

  if (statement != NULL)
    foed_listing_filter_bind (self->filter, statement);

  return statement;
}

static void
add_count (GHashTable *values,
           const char *value,
           guint       count)
{
  guint sum = GPOINTER_TO_UINT (g_hash_table_lookup (values, value)) + count;

  g_hash_table_insert (values, g_strdup (value), GUINT_TO_POINTER (sum));
}

/* Runs a SELECT of values and numbers. */
static gboolean
read_counts (const Counting  *self,
             const char      *sql,
             GHashTable      *values,
             GError         **error)
{
  g_autoptr (FoedStatement) statement = prepare (self, sql, error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;

  while (foed_statement_next (statement, &local_error))
    add_count (values, foed_statement_get_text (statement, 0), foed_statement_get_integer (statement, 1));

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/* How many rows there are in each alliance, without the facets in @without. */
static GHashTable *
get_weights (const Counting  *self,
             guint            without,
             GError         **error)
{
  guint key = (self->filter->facets & ~without) << 1 | self->filter->day_counts;
  GHashTable *known = g_hash_table_lookup (self->weights, GUINT_TO_POINTER (key));
  g_autoptr (GHashTable) weights = NULL;
  g_autoptr (GString) sql = NULL;

  if (known != NULL)
    return known;

  sql = g_string_new ("SELECT d.root, count(*) FROM derived_row d WHERE ");
  foed_listing_filter_add_rows (self->filter, without, sql);
  g_string_append (sql, " GROUP BY d.root");
  weights = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (!read_counts (self, sql->str, weights, error))
    return NULL;

  known = g_steal_pointer (&weights);
  g_hash_table_insert (self->weights, GUINT_TO_POINTER (key), known);

  return known;
}

/* Shows @func each value of @facet with each alliance that has it. */
static gboolean
read_alliance_values (const Counting  *self,
                      FoedFacet        facet,
                      void           (*func) (const char *value, const char *alliance, gpointer data),
                      gpointer         data,
                      GError         **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (FoedStatement) statement = NULL;
  g_autoptr (GError) local_error = NULL;

  add_alliance_values (self, facet, sql);
  statement = prepare (self, sql->str, error);
  if (statement == NULL)
    return FALSE;

  while (foed_statement_next (statement, &local_error))
    func (foed_statement_get_text (statement, 0), foed_statement_get_text (statement, 1), data);

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

typedef struct
{
  GHashTable *weights;     /* alliances that count, with how many rows */
  GHashTable *members;     /* states that count, by alliance */
  GHashTable *values;      /* numbers, or sets of states */
} Sums;

static void
add_weight (const char *value,
            const char *alliance,
            gpointer    data)
{
  Sums *sums = data;
  guint weight = GPOINTER_TO_UINT (g_hash_table_lookup (sums->weights, alliance));

  if (weight > 0)
    add_count (sums->values, value, weight);
}

/* Counts the rows of the alliances that have each value. */
static gboolean
count_by_alliance (const Counting  *self,
                   FoedFacet        facet,
                   GHashTable      *values,
                   GError         **error)
{
  Sums sums = { get_weights (self, get_facets_left_out (self, facet), error), NULL, values };

  return sums.weights != NULL && read_alliance_values (self, facet, add_weight, &sums, error);
}

/* The states that the query would leave if it did not ask for alliances, by the alliances that they are in. */
static GHashTable *
read_members (const Counting  *self,
              GError         **error)
{
  g_autoptr (GHashTable) members =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GString) sql = g_string_new ("SELECT f.root, f.value FROM derived_facet f WHERE f.facet = 'party'");
  g_autoptr (FoedStatement) statement = NULL;
  g_autoptr (GError) local_error = NULL;

  foed_listing_filter_add_day (self->filter, "f", sql);
  g_string_append (sql, " AND f.value IN (SELECT d.root FROM derived_row d WHERE ");
  foed_listing_filter_add_rows (self->filter, ~FOED_FACET_BIT (FOED_FACET_REGION), sql);
  g_string_append (sql, ")");

  if ((statement = prepare (self, sql->str, error)) == NULL)
    return NULL;

  while (foed_statement_next (statement, &local_error))
    {
      const char *alliance = foed_statement_get_text (statement, 0);
      GPtrArray *states = g_hash_table_lookup (members, alliance);

      if (states == NULL)
        {
          states = g_ptr_array_new ();
          g_hash_table_insert (members, g_strdup (alliance), states);
        }

      g_ptr_array_add (states, (gpointer) g_intern_string (foed_statement_get_text (statement, 1)));
    }

  if (local_error == NULL)
    return g_steal_pointer (&members);

  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

static void
add_members (const char *value,
             const char *alliance,
             gpointer    data)
{
  Sums *sums = data;
  GPtrArray *states = g_hash_table_lookup (sums->members, alliance);
  GHashTable *counted;

  if (states == NULL || !g_hash_table_contains (sums->weights, alliance))
    return;

  counted = g_hash_table_lookup (sums->values, value);

  if (counted == NULL)
    {
      counted = g_hash_table_new (NULL, NULL);
      g_hash_table_insert (sums->values, g_strdup (value), counted);
    }

  for (guint i = 0; i < states->len; i++)
    g_hash_table_add (counted, g_ptr_array_index (states, i));
}

/* Counts the states that are in the alliances that have each value; a state may be in several. */
static gboolean
count_states (const Counting  *self,
              FoedFacet        facet,
              GHashTable      *values,
              GError         **error)
{
  guint without = get_facets_left_out (self, facet) | FOED_FACET_BIT (FOED_FACET_REGION);
  g_autoptr (GString) sql = g_string_new ("SELECT unit.root, 1 FROM (");
  g_autoptr (GHashTable) alliances = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) members = NULL;
  g_autoptr (GHashTable) sets =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  Sums sums = { alliances, NULL, sets };
  GHashTableIter iter;
  gpointer value, set;

  foed_listing_filter_add_alliances (self->filter, without, sql);
  g_string_append (sql, ") unit");

  if (!read_counts (self, sql->str, alliances, error) || (members = read_members (self, error)) == NULL)
    return FALSE;

  sums.members = members;

  if (!read_alliance_values (self, facet, add_members, &sums, error))
    return FALSE;

  g_hash_table_iter_init (&iter, sets);

  while (g_hash_table_iter_next (&iter, &value, &set))
    add_count (values, value, g_hash_table_size (set));

  return TRUE;
}

/* Counts the clauses or obligations that have each value. */
static gboolean
count_by_obligation (const Counting  *self,
                     FoedFacet        facet,
                     GHashTable      *values,
                     GError         **error)
{
  const char *unit = self->filter->listing == FOED_LISTING_CLAUSES ? "clause" : "key";
  g_autoptr (GString) sql = g_string_new ("SELECT p.value, count(DISTINCT p.unit) FROM (");

  add_obligation_values (self, facet, "SELECT", unit, sql);
  g_string_append (sql, ") p");

  /* An obligation in force lies in a clause in force; only other facets and words can leave more out. */
  if ((self->filter->facets & ~FOED_FACETS_OF_OBLIGATIONS) != 0 || self->filter->words.beginning != NULL)
    {
      g_string_append (sql, " WHERE p.unit IN (SELECT d.key FROM derived_row d WHERE ");
      foed_listing_filter_add_rows (self->filter, FOED_FACETS_OF_OBLIGATIONS, sql);
      g_string_append (sql, ")");
    }

  g_string_append (sql, " GROUP BY p.value");

  return read_counts (self, sql->str, values, error);
}

static gboolean
count_own (const Counting  *self,
           FoedFacet        facet,
           GHashTable      *values,
           GError         **error)
{
  FoedListing listing = self->filter->listing;
  g_autoptr (GString) sql = NULL;

  for (guint i = 0; sql == NULL && i < G_N_ELEMENTS (own_facets); i++)
    if (own_facets[i].listing == listing && own_facets[i].facet == facet)
      {
        sql = g_string_new (NULL);
        g_string_printf (sql, "SELECT %s, count(*) FROM derived_row d JOIN record r ON r.key = d.key "
                              "JOIN %s t ON t.id = r.id WHERE %s AND ",
                         own_facets[i].value, foed_listing_get_kind (listing), own_facets[i].condition);
      }

  if (sql == NULL)
    return count_by_obligation (self, facet, values, error);

  foed_listing_filter_add_rows (self->filter, FOED_FACET_BIT (facet), sql);
  g_string_append (sql, " GROUP BY 1");

  return read_counts (self, sql->str, values, error);
}

static gboolean
count_values (const Counting  *self,
              FoedFacet        facet,
              GHashTable      *values,
              GError         **error)
{
  if (foed_listing_filter_is_own (self->filter, facet))
    return count_own (self, facet, values, error);

  if (self->filter->listing == FOED_LISTING_STATES)
    return count_states (self, facet, values, error);

  return count_by_alliance (self, facet, values, error);
}

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
count_status (Counting    *self,
              GHashTable  *values,
              GError     **error)
{
  const FoedListingFilter *filter = self->filter;
  FoedListingFilter other = *filter;
  g_autoptr (GHashTable) others = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer value, count;
  gboolean done;

  other.day_counts = filter->has_day;
  self->filter = &other;
  done = count_values (self, FOED_FACET_STATUS, values, error);

  if (done && filter->has_day)
    {
      other.day_counts = FALSE;
      done = count_values (self, FOED_FACET_STATUS, others, error);
      g_hash_table_foreach_remove (values, is_status_of_other_times, NULL);
      g_hash_table_foreach_remove (others, is_status_of_the_day, NULL);
      g_hash_table_iter_init (&iter, others);

      while (g_hash_table_iter_next (&iter, &value, &count))
        add_count (values, value, GPOINTER_TO_UINT (count));
    }

  self->filter = filter;

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
make_count (Counting    *self,
            FoedFacet    facet,
            const char  *nick,
            guint        number,
            GError     **error)
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
      label = foed_listing_cache_get_title (self->cache, self->connection, nick, error);
    }

  if (label == NULL)
    return NULL;

  count = g_new (FoedFacetCount, 1);
  *count = (FoedFacetCount) { facet, g_strdup (nick), g_strdup (label), number };

  return count;
}

static gboolean
add_facet (Counting    *self,
           FoedQuery   *query,
           FoedFacet    facet,
           GHashTable  *values,
           GError     **error)
{
  const char *const *chosen = foed_query_get_values (query, facet);
  g_autoptr (GPtrArray) counts = g_ptr_array_new_with_free_func ((GDestroyNotify) foed_facet_count_free);
  guint n_most = facet == FOED_FACET_ALLIANCE ? MOST_ALLIANCES : G_MAXUINT;
  GHashTableIter iter;
  gpointer nick, number;

  for (guint i = 0; chosen != NULL && chosen[i] != NULL; i++)
    add_count (values, chosen[i], 0);

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
  g_auto (Counting) counting = { .connection = connection, .filter = &filter };

  if (!foed_listing_filter_init (&filter, query, error) ||
      !foed_listing_filter_keep_found (&filter, connection, error) ||
      (counting.cache = foed_listing_cache_get (library, connection, error)) == NULL)
    return NULL;

  counting.weights = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  counting.counts = g_ptr_array_new_with_free_func ((GDestroyNotify) foed_facet_count_free);

  for (guint facet = 0; facet < FOED_N_FACETS; facet++)
    {
      g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      if (facet == FOED_FACET_ALLIANCE && filter.listing == FOED_LISTING_ALLIANCES)
        continue;

      if (!(facet == FOED_FACET_STATUS ? count_status (&counting, values, error)
                                       : count_values (&counting, facet, values, error)) ||
          !add_facet (&counting, query, facet, values, error))
        return NULL;
    }

  return g_steal_pointer (&counting.counts);
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
