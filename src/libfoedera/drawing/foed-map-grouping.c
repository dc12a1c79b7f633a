/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-map-grouping"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "foed-map-style-private.h"

/* Which colours there are on a map, and which of them each state has. */

/* What is only needed while it is made. */
typedef struct
{
  FoedMapStyle         *self;
  const FoedMapSubject *subject;
  GHashTable           *groups;     /* the groups of each state, by id: GArray of guint, ascending */
} Making;

static const char *
get_title (Making     *making,
           const char *id)
{
  const char *title = making->subject->titles != NULL ? g_hash_table_lookup (making->subject->titles, id) : NULL;

  return g_string_chunk_insert (making->self->strings, title != NULL ? title : id);
}

static guint
add_group (Making     *making,
           FoedColour  colour,
           const char *meaning)
{
  const FoedMapGroup group = { colour, meaning, FALSE };

  g_array_append_val (making->self->groups, group);

  return making->self->groups->len;
}

static void
put_in_group (Making     *making,
              const char *state,
              guint       number)
{
  GArray *numbers = g_hash_table_lookup (making->groups, state);

  if (numbers == NULL)
    {
      numbers = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (making->groups, (gpointer) state, numbers);
    }

  g_array_append_val (numbers, number);
}

typedef struct
{
  guint node;
  guint kind;         /* the place of its foremost kind of obligation in the vocabulary */
  guint n_members;
} Rank;

static int
compare_ranks (const Rank *a,
               const Rank *b)
{
  if (a->kind != b->kind)
    return a->kind < b->kind ? -1 : 1;

  if (a->n_members != b->n_members)
    return a->n_members > b->n_members ? -1 : 1;

  return a->node < b->node ? -1 : 1;
}

/* The alliances that are there, those of defence first and of these the largest; only the selected one where one is. */
static GArray *
rank_alliances (const FoedMapSubject *subject)
{
  GArray *ranks = g_array_new (FALSE, FALSE, sizeof (Rank));
  guint n_nodes;
  const FoedGraphNode *nodes = foed_graph_get_nodes (foed_graph_moment_get_graph (subject->members), &n_nodes);
  const FoedNodeMoment *moments = foed_graph_moment_get_nodes (subject->members);
  gboolean chosen = FALSE;

  for (guint i = 0; i < n_nodes && nodes[i].kind == FOED_RECORD_ALLIANCE && !chosen; i++)
    {
      const Rank rank = {
        i,
        moments[i].kind != NULL
          ? (guint) foed_vocabulary_get_position (FOED_VOCABULARY_OBLIGATION_KIND, moments[i].kind)
          : G_MAXUINT,
        moments[i].measure,
      };

      if (!moments[i].visible)
        continue;

      chosen = g_strcmp0 (nodes[i].id, subject->selected) == 0;

      if (chosen)
        g_array_set_size (ranks, 0);

      g_array_append_val (ranks, rank);
    }

  g_array_sort (ranks, (GCompareFunc) compare_ranks);

  return ranks;
}

static void
group_by_alliance (Making *making)
{
  FoedGraph *graph = foed_graph_moment_get_graph (making->subject->members);
  g_autoptr (GArray) ranks = rank_alliances (making->subject);
  guint n_nodes;
  guint n_edges;
  const FoedGraphNode *nodes = foed_graph_get_nodes (graph, &n_nodes);
  const FoedGraphEdge *edges = foed_graph_get_edges (graph, &n_edges);
  const FoedEdgeMoment *moments = foed_graph_moment_get_edges (making->subject->members);
  guint n_coloured = MIN (ranks->len, foed_colour_count_groups ());
  guint others = 0;

  for (guint i = 0; i < ranks->len; i++)
    {
      guint alliance = g_array_index (ranks, Rank, i).node;
      guint number = others;

      if (i < n_coloured)
        number = add_group (making, foed_colour_of_group (i + 1, &making->self->palette),
                            get_title (making, nodes[alliance].id));
      else if (others == 0)
        number = others = add_group (making, foed_colour_of_group (0, &making->self->palette),
                                     C_("legend", "A smaller alliance"));

      for (guint j = 0; j < n_edges; j++)
        {
          if (moments[j].n_facts > 0 && edges[j].from == alliance)
            put_in_group (making, nodes[edges[j].to].id, number);
        }
    }
}

/* Gives each kind of obligation a number the first time it is met. */
static guint
number_kind (Making         *making,
             GHashTable     *numbers,
             const FoedTerm *kind)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, kind));

  if (number == 0)
    {
      number = add_group (making, foed_colour_of_kind (kind, &making->self->palette),
                          kind != NULL ? foed_term_get_label (kind) : C_("legend", "No coded obligation"));
      g_hash_table_insert (numbers, (gpointer) kind, GUINT_TO_POINTER (number));
    }

  return number;
}

static int
compare_numbers (const guint *a,
                 const guint *b)
{
  return *a < *b ? -1 : *a > *b;
}

static void
group_by_obligation (Making *making)
{
  FoedGraph *graph = foed_graph_moment_get_graph (making->subject->ties);
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
  guint n_nodes;
  guint n_edges;
  const FoedGraphNode *nodes = foed_graph_get_nodes (graph, &n_nodes);
  const FoedGraphEdge *edges = foed_graph_get_edges (graph, &n_edges);
  const FoedEdgeMoment *moments = foed_graph_moment_get_edges (making->subject->ties);
  int selected = making->subject->selected != NULL ? foed_graph_find_node (graph, making->subject->selected) : -1;
  GHashTableIter iter;
  gpointer value;

  if (selected < 0)
    return;

  put_in_group (making, nodes[selected].id,
                add_group (making, foed_colour_mix (making->self->palette.ground, making->self->palette.ink, 0.8f),
                           get_title (making, nodes[selected].id)));

  for (guint i = 0; i < n_edges; i++)
    {
      guint other = edges[i].from == (guint) selected ? edges[i].to : edges[i].from;

      if (moments[i].n_facts > 0 && (edges[i].from == (guint) selected || edges[i].to == (guint) selected))
        put_in_group (making, nodes[other].id, number_kind (making, numbers, moments[i].kind));
    }

  g_hash_table_iter_init (&iter, making->groups);

  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_array_sort (value, (GCompareFunc) compare_numbers);
}

/* Fills in the groups of @self. Returns those of each state: arrays of their numbers, ascending, by the id of the state. */
GHashTable *
foed_map_style_group (FoedMapStyle         *self,
                      const FoedMapSubject *subject)
{
  Making making = { self, subject, NULL };

  making.groups = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  if (subject->colouring == FOED_MAP_BY_OBLIGATION)
    group_by_obligation (&making);
  else
    group_by_alliance (&making);

  return making.groups;
}
