/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-graph-remainder"

#include "config.h"

#include "explorer-graph-remainder.h"
#include "store/foed-listing.h"

struct _ExplorerGraphRemainder
{
  GHashTable *alliances;     /* interned ids */
  GHashTable *ties;          /* Duty */
};

typedef struct
{
  const char *obligation;
  const char *promisor;
  const char *beneficiary;
} Duty;

static guint
duty_hash (const Duty *duty)
{
  return g_direct_hash (duty->obligation) ^ g_direct_hash (duty->promisor) * 31 ^ g_direct_hash (duty->beneficiary) * 37;
}

static gboolean
duty_equal (const Duty *a,
            const Duty *b)
{
  return a->obligation == b->obligation && a->promisor == b->promisor && a->beneficiary == b->beneficiary;
}

static ExplorerGraphRemainder *
make (const GArray *memberships,
      const GArray *ties)
{
  ExplorerGraphRemainder *self = explorer_graph_remainder_new_empty ();

  for (guint i = 0; i < memberships->len; i++)
    g_hash_table_add (self->alliances,
                      (gpointer) g_intern_string (g_array_index (memberships, FoedMembership, i).alliance));
  for (guint i = 0; i < ties->len; i++)
    {
      const FoedTie *tie = &g_array_index (ties, FoedTie, i);
      const Duty duty = { g_intern_string (tie->obligation), g_intern_string (tie->promisor),
                          g_intern_string (tie->beneficiary) };

      g_hash_table_add (self->ties, g_memdup2 (&duty, sizeof duty));
    }
  return self;
}

/**
 * explorer_graph_remainder_new_empty:
 *
 * Returns: (transfer full): what is left where nothing is
 */
ExplorerGraphRemainder *
explorer_graph_remainder_new_empty (void)
{
  ExplorerGraphRemainder *self = g_new0 (ExplorerGraphRemainder, 1);

  self->alliances = g_hash_table_new (NULL, NULL);
  self->ties = g_hash_table_new_full ((GHashFunc) duty_hash, (GEqualFunc) duty_equal, g_free, NULL);
  return self;
}

/**
 * explorer_graph_remainder_read_sync:
 * @library: a library
 * @query: what to ask it
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error of the store
 *
 * Returns: (transfer full) (nullable): what @query leaves of the graph; %NULL where that can't be read
 */
ExplorerGraphRemainder *
explorer_graph_remainder_read_sync (FoedLibrary   *library,
                                    FoedQuery     *query,
                                    GCancellable  *cancellable,
                                    GError       **error)
{
  g_autoptr(GArray) memberships = NULL;
  g_autoptr(GArray) ties = NULL;

  g_return_val_if_fail (FOED_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (FOED_IS_QUERY (query), NULL);

  memberships = foed_library_memberships_sync (library, query, cancellable, error);
  if (memberships != NULL)
    ties = foed_library_ties_sync (library, query, cancellable, error);
  return ties != NULL ? make (memberships, ties) : NULL;
}

void
explorer_graph_remainder_free (ExplorerGraphRemainder *self)
{
  g_clear_pointer (&self->alliances, g_hash_table_unref);
  g_clear_pointer (&self->ties, g_hash_table_unref);
  g_free (self);
}

/**
 * explorer_graph_remainder_holds:
 * @self: (nullable): what is left; %NULL where all is
 * @fact: a fact
 * @query: what has left it
 *
 * Returns: whether @fact is left, on whatever day
 */
gboolean
explorer_graph_remainder_holds (ExplorerGraphRemainder *self,
                                const FoedGraphFact    *fact,
                                FoedQuery              *query)
{
  g_return_val_if_fail (fact != NULL, FALSE);
  g_return_val_if_fail (FOED_IS_QUERY (query), FALSE);

  if (self == NULL)
    return TRUE;
  if (!g_hash_table_contains (self->alliances, fact->alliance))
    return FALSE;
  if (fact->obligation != NULL)
    {
      const Duty duty = { fact->obligation, fact->state, fact->beneficiary };

      return g_hash_table_contains (self->ties, &duty);
    }
  return fact->kind == NULL || foed_query_get_values (query, FOED_FACET_OBLIGATION) == NULL ||
         foed_query_has_value (query, FOED_FACET_OBLIGATION, fact->kind->nick);
}
