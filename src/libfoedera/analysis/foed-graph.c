/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-graph"

#include "config.h"

#include "foed-graph.h"
#include "model/foed-span.h"

struct _FoedGraph
{
  FoedGraphPicture  picture;
  GArray           *nodes;
  GArray           *edges;
  GArray           *node_facts;
  GArray           *edge_facts;
  GHashTable       *positions;
};

static const char * const picture_nicks[FOED_N_GRAPH_PICTURES] = { "members", "ties", "overlaps" };

G_DEFINE_BOXED_TYPE (FoedGraph, foed_graph, foed_graph_ref, foed_graph_unref)

/* A fact with the places it belongs to, before facts are gathered under edges. */
typedef struct
{
  guint         from;
  guint         to;
  const char   *alliance;
  FoedGraphFact fact;
} Loose;

/* What one state is a member of: a run of memberships that are sorted by state. */
typedef struct
{
  const FoedMembership **memberships;
  guint                  n_memberships;
} Career;

static void
clear (FoedGraph *self)
{
  g_array_unref (self->nodes);
  g_array_unref (self->edges);
  g_array_unref (self->node_facts);
  g_array_unref (self->edge_facts);
  g_hash_table_unref (self->positions);
}

static void
name_node (FoedGraph      *self,
           FoedRecordKind  kind,
           const char     *id)
{
  FoedGraphNode node = { .id = g_intern_string (id), .kind = kind };

  if (g_hash_table_add (self->positions, (gpointer) node.id))
    g_array_append_val (self->nodes, node);
}

static int
compare_nodes (const FoedGraphNode *a,
               const FoedGraphNode *b)
{
  if (a->kind != b->kind)
    return a->kind == FOED_RECORD_ALLIANCE ? -1 : 1;
  return g_strcmp0 (a->id, b->id);
}

/* Sorts the nodes, so that the order of the rows they came from does not matter, and notes where each one stands. */
static void
settle_nodes (FoedGraph *self)
{
  g_array_sort (self->nodes, (GCompareFunc) compare_nodes);
  g_hash_table_remove_all (self->positions);
  for (guint i = 0; i < self->nodes->len; i++)
    g_hash_table_insert (self->positions, (gpointer) g_array_index (self->nodes, FoedGraphNode, i).id,
                         GUINT_TO_POINTER (i + 1));
}

static guint
get_position (FoedGraph  *self,
              const char *id)
{
  guint position = GPOINTER_TO_UINT (g_hash_table_lookup (self->positions, id));

  g_assert (position > 0);

  return position - 1;
}

/* By edge, then so that facts about the same thing stand together. */
static int
compare_loose (const Loose *a,
               const Loose *b)
{
  if (a->from != b->from)
    return a->from < b->from ? -1 : 1;
  if (a->to != b->to)
    return a->to < b->to ? -1 : 1;
  if (a->alliance != b->alliance)
    return g_strcmp0 (a->alliance, b->alliance);
  if (a->fact.obligation != b->fact.obligation)
    return g_strcmp0 (a->fact.obligation, b->fact.obligation);
  if (a->fact.state != b->fact.state)
    return g_strcmp0 (a->fact.state, b->fact.state);
  if (a->fact.first_day != b->fact.first_day)
    return a->fact.first_day < b->fact.first_day ? -1 : 1;
  return (int) a->fact.direction - (int) b->fact.direction;
}

static void
gather_edges (FoedGraph *self,
              GArray    *loose)
{
  g_array_sort (loose, (GCompareFunc) compare_loose);
  for (guint i = 0; i < loose->len; i++)
    {
      const Loose *next = &g_array_index (loose, Loose, i);
      FoedGraphEdge *last =
        self->edges->len > 0 ? &g_array_index (self->edges, FoedGraphEdge, self->edges->len - 1) : NULL;

      if (last == NULL || last->from != next->from || last->to != next->to || last->alliance != next->alliance)
        {
          FoedGraphEdge edge = { next->from, next->to, next->alliance, i, 0 };

          g_array_append_val (self->edges, edge);
          last = &g_array_index (self->edges, FoedGraphEdge, self->edges->len - 1);
        }
      last->n_facts++;
      g_array_append_val (self->edge_facts, next->fact);
    }
}

static FoedGraphFact
describe_membership (const FoedMembership *membership)
{
  return (FoedGraphFact) {
    .alliance = g_intern_string (membership->alliance),
    .state = g_intern_string (membership->state),
    .first_day = membership->first_day,
    .last_day = membership->last_day,
  };
}

static void
join_members (FoedGraph            *self,
              const FoedMembership *memberships,
              guint                 n_memberships)
{
  g_autoptr(GArray) loose = g_array_new (FALSE, FALSE, sizeof (Loose));

  for (guint i = 0; i < n_memberships; i++)
    {
      Loose next = { get_position (self, memberships[i].alliance), get_position (self, memberships[i].state), NULL,
                     describe_membership (&memberships[i]) };

      g_array_append_val (loose, next);
    }
  gather_edges (self, loose);
}

static void
join_ties (FoedGraph     *self,
           const FoedTie *ties,
           guint          n_ties)
{
  g_autoptr(GArray) loose = g_array_new (FALSE, FALSE, sizeof (Loose));

  for (guint i = 0; i < n_ties; i++)
    {
      guint promisor = get_position (self, ties[i].promisor);
      guint beneficiary = get_position (self, ties[i].beneficiary);
      const char *alliance = g_intern_string (ties[i].alliance);
      Loose next = {
        MIN (promisor, beneficiary), MAX (promisor, beneficiary), alliance,
        {
          .alliance = alliance,
          .obligation = g_intern_string (ties[i].obligation),
          .state = g_intern_string (ties[i].promisor),
          .beneficiary = g_intern_string (ties[i].beneficiary),
          .kind = foed_vocabulary_find (FOED_VOCABULARY_OBLIGATION_KIND, ties[i].kind),
          .strength = g_intern_string (ties[i].strength),
          .first_day = ties[i].first_day,
          .last_day = ties[i].last_day,
          .direction = promisor < beneficiary ? FOED_GRAPH_FORWARD : FOED_GRAPH_BACKWARD,
          .conditional = ties[i].conditional,
        }
      };

      if (promisor != beneficiary)
        g_array_append_val (loose, next);
    }
  gather_edges (self, loose);
}

/* Joins each two alliances that a state was in at the same time. */
static void
join_career (FoedGraph    *self,
             const Career *career,
             GArray       *loose)
{
  for (guint i = 0; i < career->n_memberships; i++)
    for (guint j = i + 1; j < career->n_memberships; j++)
      {
        const FoedMembership *a = career->memberships[i];
        const FoedMembership *b = career->memberships[j];
        FoedSpan both = foed_span_intersect ((FoedSpan) { a->first_day, a->last_day },
                                             (FoedSpan) { b->first_day, b->last_day });
        guint first = get_position (self, a->alliance);
        guint second = get_position (self, b->alliance);
        Loose next = { MIN (first, second), MAX (first, second), NULL, describe_membership (a) };

        if (first == second || foed_span_is_empty (both))
          continue;
        next.fact.first_day = both.first;
        next.fact.last_day = both.last;
        g_array_append_val (loose, next);
      }
}

static int
compare_states (const FoedMembership **a,
                const FoedMembership **b)
{
  return g_strcmp0 ((*a)->state, (*b)->state);
}

static void
join_overlaps (FoedGraph            *self,
               const FoedMembership *memberships,
               guint                 n_memberships)
{
  g_autoptr(GPtrArray) sorted = g_ptr_array_sized_new (n_memberships);
  g_autoptr(GArray) loose = g_array_new (FALSE, FALSE, sizeof (Loose));

  for (guint i = 0; i < n_memberships; i++)
    g_ptr_array_add (sorted, (gpointer) &memberships[i]);
  g_ptr_array_sort (sorted, (GCompareFunc) compare_states);
  for (guint first = 0, next; first < sorted->len; first = next)
    {
      Career career = { (const FoedMembership **) &sorted->pdata[first], 0 };

      for (next = first;
           next < sorted->len && g_str_equal (career.memberships[next - first]->state, career.memberships[0]->state);
           next++)
        career.n_memberships++;
      join_career (self, &career, loose);
    }
  gather_edges (self, loose);
}

/* What each alliance promises and when, without who promises it to whom: its days under one kind are run together. */
static GHashTable *
sum_up_promises (const FoedTie *ties,
                 guint          n_ties)
{
  g_autoptr(GHashTable) alliances = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                                           (GDestroyNotify) g_hash_table_unref);

  for (guint i = 0; i < n_ties; i++)
    {
      GHashTable *kinds = g_hash_table_lookup (alliances, ties[i].alliance);
      const FoedTerm *kind = foed_vocabulary_find (FOED_VOCABULARY_OBLIGATION_KIND, ties[i].kind);
      GArray *spans;

      if (kind == NULL)
        continue;
      if (kinds == NULL)
        {
          kinds = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
          g_hash_table_insert (alliances, (gpointer) ties[i].alliance, kinds);
        }
      spans = g_hash_table_lookup (kinds, kind);
      if (spans == NULL)
        {
          spans = foed_spans_new ();
          g_hash_table_insert (kinds, (gpointer) kind, spans);
        }
      foed_spans_add (spans, (FoedSpan) { ties[i].first_day, ties[i].last_day });
    }
  return g_steal_pointer (&alliances);
}

static void
append_promises (FoedGraph     *self,
                 FoedGraphNode *node,
                 GHashTable    *kinds)
{
  guint n_terms;
  const FoedTerm *terms = foed_vocabulary_get_terms (FOED_VOCABULARY_OBLIGATION_KIND, &n_terms);

  for (guint i = 0; i < n_terms; i++)
    {
      GArray *spans = g_hash_table_lookup (kinds, &terms[i]);

      for (guint j = 0; spans != NULL && j < spans->len; j++)
        {
          FoedSpan span = g_array_index (spans, FoedSpan, j);
          FoedGraphFact fact = {
            .alliance = node->id, .kind = &terms[i], .first_day = span.first, .last_day = span.last,
          };

          g_array_append_val (self->node_facts, fact);
          node->n_facts++;
        }
    }
}

static int
compare_alliances (const FoedMembership **a,
                   const FoedMembership **b)
{
  int order = g_strcmp0 ((*a)->alliance, (*b)->alliance);

  return order != 0 ? order : g_strcmp0 ((*a)->state, (*b)->state);
}

/* Gives each alliance its own facts: what it promises and, where no edge says so, who its members are. */
static void
tell_alliances (FoedGraph            *self,
                const FoedMembership *memberships,
                guint                 n_memberships,
                const FoedTie        *ties,
                guint                 n_ties)
{
  g_autoptr(GHashTable) promises = sum_up_promises (ties, n_ties);
  g_autoptr(GPtrArray) sorted = g_ptr_array_sized_new (n_memberships);
  guint next = 0;

  for (guint i = 0; i < n_memberships; i++)
    g_ptr_array_add (sorted, (gpointer) &memberships[i]);
  g_ptr_array_sort (sorted, (GCompareFunc) compare_alliances);
  for (guint i = 0; i < self->nodes->len; i++)
    {
      FoedGraphNode *node = &g_array_index (self->nodes, FoedGraphNode, i);
      GHashTable *kinds = g_hash_table_lookup (promises, node->id);

      node->first_fact = self->node_facts->len;
      if (node->kind != FOED_RECORD_ALLIANCE)
        continue;
      for (; next < sorted->len; next++)
        {
          const FoedMembership *membership = sorted->pdata[next];

          if (!g_str_equal (membership->alliance, node->id))
            break;
          if (self->picture == FOED_GRAPH_OVERLAPS)
            {
              FoedGraphFact fact = describe_membership (membership);

              g_array_append_val (self->node_facts, fact);
              node->n_facts++;
            }
        }
      if (kinds != NULL)
        append_promises (self, node, kinds);
    }
}

static void
name_nodes (FoedGraph            *self,
            const FoedMembership *memberships,
            guint                 n_memberships,
            const FoedTie        *ties,
            guint                 n_ties)
{
  if (self->picture == FOED_GRAPH_TIES)
    {
      for (guint i = 0; i < n_ties; i++)
        {
          name_node (self, FOED_RECORD_STATE, ties[i].promisor);
          name_node (self, FOED_RECORD_STATE, ties[i].beneficiary);
        }
    }
  else
    {
      for (guint i = 0; i < n_memberships; i++)
        {
          name_node (self, FOED_RECORD_ALLIANCE, memberships[i].alliance);
          if (self->picture == FOED_GRAPH_MEMBERS)
            name_node (self, FOED_RECORD_STATE, memberships[i].state);
        }
    }
  settle_nodes (self);
}

/**
 * foed_graph_new:
 * @picture: what to make a picture of
 * @memberships: (array length=n_memberships): who is in what, over the whole period
 * @n_memberships: how many
 * @ties: (array length=n_ties): who owes what to whom, over the whole period
 * @n_ties: how many
 *
 * Makes the graph of all that ever was. The order of the rows does not matter.
 *
 * Returns: (transfer full): the graph
 */
FoedGraph *
foed_graph_new (FoedGraphPicture      picture,
                const FoedMembership *memberships,
                guint                 n_memberships,
                const FoedTie        *ties,
                guint                 n_ties)
{
  FoedGraph *self;

  g_return_val_if_fail (picture < FOED_N_GRAPH_PICTURES, NULL);
  g_return_val_if_fail (memberships != NULL || n_memberships == 0, NULL);
  g_return_val_if_fail (ties != NULL || n_ties == 0, NULL);

  self = g_atomic_rc_box_new0 (FoedGraph);
  self->picture = picture;
  self->nodes = g_array_new (FALSE, FALSE, sizeof (FoedGraphNode));
  self->edges = g_array_new (FALSE, FALSE, sizeof (FoedGraphEdge));
  self->node_facts = g_array_new (FALSE, FALSE, sizeof (FoedGraphFact));
  self->edge_facts = g_array_new (FALSE, FALSE, sizeof (FoedGraphFact));
  self->positions = g_hash_table_new (g_str_hash, g_str_equal);

  name_nodes (self, memberships, n_memberships, ties, n_ties);
  switch (picture)
    {
    case FOED_GRAPH_MEMBERS:
      join_members (self, memberships, n_memberships);
      break;
    case FOED_GRAPH_TIES:
      join_ties (self, ties, n_ties);
      break;
    case FOED_GRAPH_OVERLAPS:
    case FOED_N_GRAPH_PICTURES:
    default:
      join_overlaps (self, memberships, n_memberships);
      break;
    }
  if (picture != FOED_GRAPH_TIES)
    tell_alliances (self, memberships, n_memberships, ties, n_ties);
  return self;
}

FoedGraph *
foed_graph_ref (FoedGraph *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
foed_graph_unref (FoedGraph *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

/**
 * foed_graph_get_picture:
 * @self: a graph
 *
 * Returns: what it is a picture of
 */
FoedGraphPicture
foed_graph_get_picture (FoedGraph *self)
{
  g_return_val_if_fail (self != NULL, FOED_GRAPH_MEMBERS);

  return self->picture;
}

/**
 * foed_graph_get_nodes:
 * @self: a graph
 * @n_nodes: (out): how many
 *
 * Returns: (transfer none) (array length=n_nodes): the nodes
 */
const FoedGraphNode *
foed_graph_get_nodes (FoedGraph *self,
                      guint     *n_nodes)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_nodes != NULL, NULL);

  *n_nodes = self->nodes->len;
  return (const FoedGraphNode *) self->nodes->data;
}

/**
 * foed_graph_get_edges:
 * @self: a graph
 * @n_edges: (out): how many
 *
 * Returns: (transfer none) (array length=n_edges): the edges
 */
const FoedGraphEdge *
foed_graph_get_edges (FoedGraph *self,
                      guint     *n_edges)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_edges != NULL, NULL);

  *n_edges = self->edges->len;
  return (const FoedGraphEdge *) self->edges->data;
}

/**
 * foed_graph_get_node_facts:
 * @self: a graph
 * @node: the index of a node
 *
 * Returns: (transfer none): its own facts, as many as the node says: in pictures with alliances what they promise, in
 *   a picture of overlaps their members too
 */
const FoedGraphFact *
foed_graph_get_node_facts (FoedGraph *self,
                           guint      node)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (node < self->nodes->len, NULL);

  return &((const FoedGraphFact *) self->node_facts->data)[g_array_index (self->nodes, FoedGraphNode, node).first_fact];
}

/**
 * foed_graph_get_edge_facts:
 * @self: a graph
 * @edge: the index of an edge
 *
 * Returns: (transfer none): the facts it rests on, as many as the edge says
 */
const FoedGraphFact *
foed_graph_get_edge_facts (FoedGraph *self,
                           guint      edge)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (edge < self->edges->len, NULL);

  return &((const FoedGraphFact *) self->edge_facts->data)[g_array_index (self->edges, FoedGraphEdge, edge).first_fact];
}

/**
 * foed_graph_find_node:
 * @self: a graph
 * @id: the id of a record
 *
 * Returns: the index of its node, -1 where it has none
 */
int
foed_graph_find_node (FoedGraph  *self,
                      const char *id)
{
  g_return_val_if_fail (self != NULL, -1);
  g_return_val_if_fail (id != NULL, -1);

  return (int) GPOINTER_TO_UINT (g_hash_table_lookup (self->positions, id)) - 1;
}

/**
 * foed_graph_picture_get_nick:
 * @self: a picture
 *
 * Returns: its stable name
 */
const char *
foed_graph_picture_get_nick (FoedGraphPicture self)
{
  g_return_val_if_fail (self < FOED_N_GRAPH_PICTURES, NULL);

  return picture_nicks[self];
}

/**
 * foed_graph_picture_from_nick:
 * @nick: the stable name of a picture
 * @picture: (out): which one
 *
 * Returns: whether there is such a picture
 */
gboolean
foed_graph_picture_from_nick (const char       *nick,
                              FoedGraphPicture *picture)
{
  g_return_val_if_fail (nick != NULL, FALSE);
  g_return_val_if_fail (picture != NULL, FALSE);

  for (guint i = 0; i < FOED_N_GRAPH_PICTURES; i++)
    {
      if (g_str_equal (picture_nicks[i], nick))
        {
          *picture = i;
          return TRUE;
        }
    }
  return FALSE;
}
