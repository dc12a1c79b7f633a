/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-facet-counting"

#include "config.h"

#include "foed-facet-counting-private.h"
#include "foed-facet-values-private.h"
#include "foed-statement-private.h"

/* Most facets are about alliances: then the rows of the listing are counted by alliance once, and each facet tells which
 * alliances have which value. Facets that narrow the rows themselves are counted by SQL alone. */

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

static FoedStatement *
prepare (const FoedFacetCounting  *self,
         const char               *sql,
         GError                  **error)
{
  FoedStatement *statement = foed_statement_new (self->connection, sql, error);

  if (statement != NULL)
    foed_listing_filter_bind (self->filter, statement);

  return statement;
}

/* Runs a SELECT of values and numbers. */
static gboolean
read_counts (const FoedFacetCounting  *self,
             const char               *sql,
             GHashTable               *values,
             GError                  **error)
{
  g_autoptr (FoedStatement) statement = prepare (self, sql, error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;

  while (foed_statement_next (statement, &local_error))
    foed_facet_add_count (values, foed_statement_get_text (statement, 0), foed_statement_get_integer (statement, 1));

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/* How many rows there are in each alliance, without the facets in @without. */
static GHashTable *
get_weights (const FoedFacetCounting  *self,
             guint                     without,
             GError                  **error)
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
read_alliance_values (const FoedFacetCounting  *self,
                      FoedFacet        facet,
                      void           (*func) (const char *value, const char *alliance, gpointer data),
                      gpointer         data,
                      GError         **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (FoedStatement) statement = NULL;
  g_autoptr (GError) local_error = NULL;

  foed_facet_add_alliance_values (self->filter, facet, sql);
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
    foed_facet_add_count (sums->values, value, weight);
}

/* Counts the rows of the alliances that have each value. */
static gboolean
count_by_alliance (const FoedFacetCounting  *self,
                   FoedFacet                 facet,
                   GHashTable               *values,
                   GError                  **error)
{
  Sums sums = { get_weights (self, foed_facet_get_left_out (self->filter, facet), error), NULL, values };

  return sums.weights != NULL && read_alliance_values (self, facet, add_weight, &sums, error);
}

/* The states that the query would leave if it did not ask for alliances, by the alliances that they are in. */
static GHashTable *
read_members (const FoedFacetCounting  *self,
              GError                  **error)
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
count_states (const FoedFacetCounting  *self,
              FoedFacet                 facet,
              GHashTable               *values,
              GError                  **error)
{
  guint without = foed_facet_get_left_out (self->filter, facet) | FOED_FACET_BIT (FOED_FACET_REGION);
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
    foed_facet_add_count (values, value, g_hash_table_size (set));

  return TRUE;
}

/* Whether the numbers that are kept for each alliance can be added up. */
static gboolean
is_kept (const FoedFacetCounting *self,
         FoedFacet                facet)
{
  return !foed_facet_needs_obligations (self->filter, facet) && self->filter->words.beginning == NULL;
}

/* Adds up how many clauses or obligations of each alliance have each value. */
static gboolean
sum_kept (const FoedFacetCounting  *self,
          FoedFacet                 facet,
          GHashTable               *values,
          GError                  **error)
{
  const FoedListingFilter *filter = self->filter;
  const char *unit = filter->listing == FOED_LISTING_CLAUSES ? "clauses" : "obligations";
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_printf (sql, "SELECT c.value, sum (c.%s%s) AS total FROM derived_count c WHERE c.facet = '%s'",
                   filter->day_counts ? "" : "all_", unit, foed_facet_get_nick (facet));
  foed_listing_filter_add_day (filter, "c", sql);

  if ((filter->facets & ~FOED_FACETS_OF_OBLIGATIONS) != 0)
    {
      g_string_append (sql, " AND c.root IN (");
      foed_listing_filter_add_alliances (filter, FOED_FACETS_OF_OBLIGATIONS, sql);
      g_string_append (sql, ")");
    }

  g_string_append (sql, " GROUP BY c.value HAVING total > 0");

  return read_counts (self, sql->str, values, error);
}

/* Counts the clauses or obligations that have each value. */
static gboolean
count_by_obligation (const FoedFacetCounting  *self,
                     FoedFacet                 facet,
                     GHashTable               *values,
                     GError                  **error)
{
  const char *unit = self->filter->listing == FOED_LISTING_CLAUSES ? "clause" : "key";
  g_autoptr (GString) sql = NULL;

  if (is_kept (self, facet))
    return sum_kept (self, facet, values, error);

  sql = g_string_new ("SELECT p.value, count(DISTINCT p.unit) FROM (");
  foed_facet_add_obligation_values (self->filter, facet, "SELECT", unit, sql);
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
count_own (const FoedFacetCounting  *self,
           FoedFacet                 facet,
           GHashTable               *values,
           GError                  **error)
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

void
foed_facet_counting_init (FoedFacetCounting       *self,
                          FoedConnection          *connection,
                          const FoedListingFilter *filter)
{
  self->connection = connection;
  self->filter = filter;
  self->weights = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
}

void
foed_facet_counting_clear (FoedFacetCounting *self)
{
  g_clear_pointer (&self->weights, g_hash_table_unref);
}

void
foed_facet_add_count (GHashTable *values,
                      const char *value,
                      guint       count)
{
  guint sum = GPOINTER_TO_UINT (g_hash_table_lookup (values, value)) + count;

  g_hash_table_insert (values, g_strdup (value), GUINT_TO_POINTER (sum));
}

/* Adds to @values how many rows there are of each value of @facet. */
gboolean
foed_facet_counting_count (const FoedFacetCounting  *self,
                           FoedFacet                 facet,
                           GHashTable               *values,
                           GError                  **error)
{
  if (foed_listing_filter_is_own (self->filter, facet))
    return count_own (self, facet, values, error);

  if (self->filter->listing == FOED_LISTING_STATES)
    return count_states (self, facet, values, error);

  return count_by_alliance (self, facet, values, error);
}
