/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-ground"

#include "config.h"

#include "foed-ground.h"
#include "model/foed-span.h"

typedef struct
{
  FoedRecord          *alliance;
  const FoedGraphFact *facts;
  guint                n_facts;
  GArray              *grounds;
} Search;

static void
add_ground (Search              *search,
            FoedRecord          *record,
            FoedRecord          *clause,
            FoedRecord          *instrument,
            const FoedGraphFact *fact)
{
  FoedGround ground = { record, clause, instrument, fact->first_day, fact->last_day, fact->direction };
  FoedGround *last =
    search->grounds->len > 0 ? &g_array_index (search->grounds, FoedGround, search->grounds->len - 1) : NULL;

  if (last == NULL || last->record != record)
    {
      g_array_append_val (search->grounds, ground);
      return;
    }
  last->first_day = MIN (last->first_day, fact->first_day);
  last->last_day = MAX (last->last_day, fact->last_day);
  last->direction |= fact->direction;
}

static void
look_at_obligation (Search     *search,
                    FoedRecord *obligation,
                    FoedRecord *clause,
                    FoedRecord *instrument)
{
  for (guint i = 0; i < search->n_facts; i++)
    {
      if (g_strcmp0 (search->facts[i].obligation, foed_record_get_id (obligation)) == 0)
        add_ground (search, obligation, clause, instrument, &search->facts[i]);
    }
}

static void
look_into (Search     *search,
           FoedRecord *record,
           FoedRecord *instrument)
{
  for (guint i = 0; i < foed_record_get_n_children (record); i++)
    {
      FoedRecord *child = foed_record_get_child (record, i);

      if (foed_record_get_kind (child) == FOED_RECORD_CLAUSE)
        look_into (search, child, instrument);
      else if (foed_record_get_kind (child) == FOED_RECORD_OBLIGATION)
        look_at_obligation (search, child, record, instrument);
    }
}

/* The instrument that the party came in by; where that is not told, the first of the alliance. */
static FoedRecord *
find_entrance (FoedRecord *alliance,
               FoedRecord *party)
{
  const char *id = foed_record_get_reference (party, FOED_FIELD_INSTRUMENT);

  if (id != NULL)
    return foed_record_find (alliance, id);
  for (guint i = 0; i < foed_record_get_n_children (alliance); i++)
    {
      FoedRecord *child = foed_record_get_child (alliance, i);

      if (foed_record_get_kind (child) == FOED_RECORD_INSTRUMENT)
        return child;
    }
  return NULL;
}

static void
look_at_party (Search     *search,
               FoedRecord *party)
{
  FoedSpan own = { foed_record_get_first_day (party), foed_record_get_last_day (party) };

  for (guint i = 0; i < search->n_facts; i++)
    {
      const FoedGraphFact *fact = &search->facts[i];
      FoedSpan asked = { fact->first_day, fact->last_day };

      if (fact->obligation == NULL &&
          g_strcmp0 (fact->state, foed_record_get_reference (party, FOED_FIELD_STATE)) == 0 &&
          !foed_span_is_empty (foed_span_intersect (own, asked)))
        add_ground (search, party, NULL, find_entrance (search->alliance, party), fact);
    }
}

/**
 * foed_grounds_find:
 * @alliance: an alliance with all under it
 * @facts: (array length=n_facts): what is asked about: memberships and duties, as a graph gives them
 * @n_facts: how many
 *
 * Finds the records that facts of a graph come from: the party spells, then the obligations with their clauses, both in
 * the order of the alliance. What comes from another alliance is passed over.
 *
 * Returns: (transfer full) (element-type FoedGround): what was found, each record once
 */
GArray *
foed_grounds_find (FoedRecord          *alliance,
                   const FoedGraphFact *facts,
                   guint                n_facts)
{
  Search search = { alliance, facts, n_facts, NULL };

  g_return_val_if_fail (FOED_IS_RECORD (alliance), NULL);
  g_return_val_if_fail (facts != NULL || n_facts == 0, NULL);

  search.grounds = g_array_new (FALSE, FALSE, sizeof (FoedGround));
  for (guint i = 0; i < foed_record_get_n_children (alliance); i++)
    {
      FoedRecord *child = foed_record_get_child (alliance, i);

      if (foed_record_get_kind (child) == FOED_RECORD_PARTY)
        look_at_party (&search, child);
    }
  for (guint i = 0; i < foed_record_get_n_children (alliance); i++)
    {
      FoedRecord *child = foed_record_get_child (alliance, i);

      if (foed_record_get_kind (child) == FOED_RECORD_INSTRUMENT)
        look_into (&search, child, child);
    }
  return search.grounds;
}

/**
 * foed_grounds_add_duties:
 * @ties: a picture of ties
 * @alliance: the id of an alliance, interned
 * @state: the id of a state, interned
 * @sieve: tells which facts count
 * @user_data: handed to @sieve
 * @facts: (element-type FoedGraphFact): takes them
 *
 * Adds what @state owes in @alliance (forward) and is owed there (backward).
 */
void
foed_grounds_add_duties (FoedGraph      *ties,
                         const char     *alliance,
                         const char     *state,
                         FoedGraphSieve  sieve,
                         gpointer        user_data,
                         GArray         *facts)
{
  guint n_edges;
  const FoedGraphEdge *edges;

  g_return_if_fail (ties != NULL);
  g_return_if_fail (facts != NULL);

  edges = foed_graph_get_edges (ties, &n_edges);
  for (guint i = 0; i < n_edges; i++)
    {
      const FoedGraphFact *of_edge = foed_graph_get_edge_facts (ties, i);

      if (edges[i].alliance != alliance)
        continue;
      for (guint j = 0; j < edges[i].n_facts; j++)
        {
          FoedGraphFact fact = of_edge[j];

          if ((fact.state != state && fact.beneficiary != state) || !sieve (&fact, user_data))
            continue;
          fact.direction = fact.state == state ? FOED_GRAPH_FORWARD : FOED_GRAPH_BACKWARD;
          g_array_append_val (facts, fact);
        }
    }
}
