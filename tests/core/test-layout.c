/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "analysis/foed-layout.h"
#include "test-records.h"

#define FIRST_DAY 700000
#define LAST_DAY 730000

static void
join (GArray     *memberships,
      const char *alliance,
      guint       state)
{
  g_autofree char *name = g_strdup_printf ("state-%03u", state);
  FoedMembership membership = { g_intern_string (alliance), g_intern_string (name), "party", FIRST_DAY, LAST_DAY };

  g_array_append_val (memberships, membership);
}

/* Alliances of @n_members each, every one sharing its last state with the next, @n_parts times without a link. */
static FoedGraph *
make_chain (guint n_parts,
            guint n_alliances,
            guint n_members)
{
  g_autoptr(GArray) memberships = g_array_new (FALSE, FALSE, sizeof (FoedMembership));
  guint state = 0;

  for (guint part = 0; part < n_parts; part++, state++)
    for (guint alliance = 0; alliance < n_alliances; alliance++)
      {
        g_autofree char *name = g_strdup_printf ("alliance-%u-%u", part, alliance);

        for (guint i = 0; i < n_members; i++)
          join (memberships, name, state + i);
        state += n_members - 1;
      }
  return foed_graph_new (FOED_GRAPH_MEMBERS, (const FoedMembership *) memberships->data, memberships->len, NULL, 0);
}

static FoedLayout *
lay_out (FoedGraph      *graph,
         FoedLayoutKind  kind,
         guint32         seed)
{
  g_autoptr(GError) error = NULL;
  FoedLayout *layout = foed_layout_new_sync (graph, kind, seed, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (layout);
  return layout;
}

static double
measure_distance (FoedPoint a,
                  FoedPoint b)
{
  return hypot (a.x - b.x, a.y - b.y);
}

static void
assert_no_overlap (FoedGraph  *graph,
                   FoedLayout *layout)
{
  guint n_nodes;
  guint n_edges;
  const FoedGraphNode *nodes = foed_graph_get_nodes (graph, &n_nodes);
  const FoedGraphEdge *edges = foed_graph_get_edges (graph, &n_edges);
  const FoedPoint *points = foed_layout_get_points (layout, &n_nodes);
  g_autofree guint *sizes = g_new0 (guint, n_nodes);

  for (guint i = 0; i < n_edges; i++)
    {
      sizes[edges[i].from]++;
      sizes[edges[i].to]++;
    }
  for (guint i = 0; i < n_nodes; i++)
    {
      g_assert_true (isfinite (points[i].x) && isfinite (points[i].y));
      for (guint j = i + 1; j < n_nodes; j++)
        g_assert_cmpfloat (measure_distance (points[i], points[j]), >=,
                           foed_layout_get_radius (nodes[i].kind, sizes[i]) +
                           foed_layout_get_radius (nodes[j].kind, sizes[j]));
    }
}

static void
test_reproducible (void)
{
  for (FoedLayoutKind kind = 0; kind < FOED_N_LAYOUT_KINDS; kind++)
    {
      g_autoptr(FoedGraph) graph = make_chain (2, 12, 5);
      g_autoptr(FoedLayout) first = lay_out (graph, kind, 7);
      g_autoptr(FoedLayout) other = lay_out (graph, kind, 8);
      g_autoptr(FoedLayout) second = lay_out (graph, kind, 7);
      guint n_points;
      double moved = 0;

      foed_layout_get_points (first, &n_points);
      for (guint i = 0; i < n_points; i++)
        {
          FoedPoint point = foed_layout_get_points (first, &n_points)[i];

          g_assert_cmpfloat (measure_distance (point, foed_layout_get_points (second, &n_points)[i]), ==, 0);
          moved += measure_distance (point, foed_layout_get_points (other, &n_points)[i]);
        }
      if (kind == FOED_LAYOUT_FORCE)
        g_assert_cmpfloat (moved, >, 0);
    }
}

static void
test_overlap (void)
{
  for (FoedLayoutKind kind = 0; kind < FOED_N_LAYOUT_KINDS; kind++)
    {
      g_autoptr(FoedGraph) small = make_chain (3, 4, 2);
      g_autoptr(FoedGraph) large = make_chain (4, 30, 8);
      g_autoptr(FoedLayout) small_layout = lay_out (small, kind, 1);
      g_autoptr(FoedLayout) large_layout = lay_out (large, kind, 1);

      assert_no_overlap (small, small_layout);
      assert_no_overlap (large, large_layout);
    }
}

/* Every alliance of two at the same two states: they can't all lie on the line. */
static void
test_pairs (void)
{
  g_autoptr(GArray) memberships = g_array_new (FALSE, FALSE, sizeof (FoedMembership));
  g_autoptr(FoedGraph) graph = NULL;
  g_autoptr(FoedLayout) layout = NULL;
  FoedPoint first;
  FoedPoint second;
  FoedPoint middle;

  for (guint i = 0; i < 9; i++)
    {
      g_autofree char *name = g_strdup_printf ("pact-%u", i);

      join (memberships, name, 0);
      join (memberships, name, 1);
    }
  graph = foed_graph_new (FOED_GRAPH_MEMBERS, (const FoedMembership *) memberships->data, memberships->len, NULL, 0);
  layout = lay_out (graph, FOED_LAYOUT_FORCE, 1);
  assert_no_overlap (graph, layout);

  g_assert_true (foed_layout_find (layout, "state-000", &first));
  g_assert_true (foed_layout_find (layout, "state-001", &second));
  g_assert_true (foed_layout_find (layout, "pact-0", &middle));
  g_assert_false (foed_layout_find (layout, "state-002", &middle));
  /* The first of them lies in the middle between the two states, or nearly so. */
  g_assert_cmpfloat (fabs (measure_distance (first, middle) - measure_distance (middle, second)), <, 10);
}

static void
get_extents (FoedLayout *layout,
             const char *prefix,
             FoedGraph  *graph,
             FoedPoint  *first,
             FoedPoint  *last)
{
  guint n_nodes;
  const FoedGraphNode *nodes = foed_graph_get_nodes (graph, &n_nodes);
  const FoedPoint *points = foed_layout_get_points (layout, &n_nodes);

  *first = (FoedPoint) { G_MAXDOUBLE, G_MAXDOUBLE };
  *last = (FoedPoint) { -G_MAXDOUBLE, -G_MAXDOUBLE };
  for (guint i = 0; i < n_nodes; i++)
    {
      if (!g_str_has_prefix (nodes[i].id, prefix))
        continue;
      *first = (FoedPoint) { MIN (first->x, points[i].x), MIN (first->y, points[i].y) };
      *last = (FoedPoint) { MAX (last->x, points[i].x), MAX (last->y, points[i].y) };
    }
}

/* Forty components take hardly more room than they need, and the whole stays in the middle. */
static void
test_packing (void)
{
  g_autoptr(FoedGraph) graph = make_chain (40, 1, 3);
  g_autoptr(FoedLayout) layout = lay_out (graph, FOED_LAYOUT_FORCE, 1);
  FoedPoint first;
  FoedPoint last;

  assert_no_overlap (graph, layout);
  get_extents (layout, "", graph, &first, &last);
  g_assert_cmpfloat (first.x + last.x, ==, 0);
  g_assert_cmpfloat (first.y + last.y, ==, 0);
  g_assert_cmpfloat (last.x - first.x, >, last.y - first.y);
  g_assert_cmpfloat ((last.x - first.x) * (last.y - first.y), <, 40 * 4 * 150 * 150);
}

static void
test_few (void)
{
  g_autoptr(FoedGraph) empty = foed_graph_new (FOED_GRAPH_MEMBERS, NULL, 0, NULL, 0);
  g_autoptr(FoedGraph) two = make_chain (1, 1, 1);
  g_autoptr(FoedGraph) three = make_chain (1, 1, 2);

  for (FoedLayoutKind kind = 0; kind < FOED_N_LAYOUT_KINDS; kind++)
    {
      g_autoptr(FoedLayout) none = lay_out (empty, kind, 1);
      g_autoptr(FoedLayout) pair = lay_out (two, kind, 1);
      g_autoptr(FoedLayout) triple = lay_out (three, kind, 1);
      guint n_points;

      foed_layout_get_points (none, &n_points);
      g_assert_cmpuint (n_points, ==, 0);
      foed_layout_get_points (pair, &n_points);
      g_assert_cmpuint (n_points, ==, 2);
      assert_no_overlap (two, pair);
      assert_no_overlap (three, triple);
    }
}

/* Overlaps and ties are laid out as they are, without alliances of two between their states. */
static void
test_pictures (void)
{
  const FoedMembership memberships[] = {
    { "a", "x", "party", FIRST_DAY, LAST_DAY }, { "a", "y", "party", FIRST_DAY, LAST_DAY },
    { "b", "y", "party", FIRST_DAY, LAST_DAY }, { "b", "z", "party", FIRST_DAY, LAST_DAY },
    { "c", "y", "party", FIRST_DAY, LAST_DAY }, { "c", "z", "party", FIRST_DAY, LAST_DAY },
  };
  const FoedTie ties[] = {
    { "a", "a-1", "defence", "automatic", "x", "y", FALSE, FIRST_DAY, LAST_DAY },
    { "b", "b-1", "defence", "automatic", "y", "z", FALSE, FIRST_DAY, LAST_DAY },
  };

  for (FoedGraphPicture picture = 0; picture < FOED_N_GRAPH_PICTURES; picture++)
    for (FoedLayoutKind kind = 0; kind < FOED_N_LAYOUT_KINDS; kind++)
      {
        g_autoptr(FoedGraph) graph = foed_graph_new (picture, memberships, G_N_ELEMENTS (memberships), ties,
                                                     G_N_ELEMENTS (ties));
        g_autoptr(FoedLayout) layout = lay_out (graph, kind, 1);

        assert_no_overlap (graph, layout);
      }
}

/* On the circle, the states of a region sit together and no state of another sits between them. */
static void
test_regions (void)
{
  g_autoptr(FoedGraph) graph = make_chain (1, 10, 4);
  g_autoptr(GHashTable) groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(FoedLayout) layout = NULL;
  g_autoptr(GError) error = NULL;
  double angles[31];
  guint n_changes = 0;

  for (guint i = 0; i < 31; i++)
    g_hash_table_insert (groups, g_strdup_printf ("state-%03u", i), (gpointer) (i % 2 == 0 ? "europe" : "americas"));
  layout = foed_layout_new_sync (graph, FOED_LAYOUT_REGIONS, 1, groups, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_no_overlap (graph, layout);

  for (guint i = 0; i < 31; i++)
    {
      g_autofree char *name = g_strdup_printf ("state-%03u", i);
      FoedPoint point;

      g_assert_true (foed_layout_find (layout, name, &point));
      angles[i] = atan2 (point.y, point.x);
    }
  for (guint i = 0; i < 31; i++)
    {
      guint next = i;
      double nearest = G_MAXDOUBLE;

      for (guint j = 0; j < 31; j++)
        {
          double turn = fmod (angles[j] - angles[i] + 4 * G_PI, 2 * G_PI);

          if (j != i && turn < nearest)
            {
              nearest = turn;
              next = j;
            }
        }
      n_changes += i % 2 != next % 2 ? 1 : 0;
    }
  g_assert_cmpuint (n_changes, ==, 2);
}

/* Communities that everyone would see sit together. */
static void
test_communities (void)
{
  g_autoptr(FoedGraph) graph = make_chain (3, 3, 5);
  g_autoptr(FoedLayout) layout = lay_out (graph, FOED_LAYOUT_COMMUNITIES, 1);
  FoedPoint first;
  FoedPoint near;
  FoedPoint far;

  assert_no_overlap (graph, layout);
  g_assert_true (foed_layout_find (layout, "state-000", &first));
  g_assert_true (foed_layout_find (layout, "state-004", &near));
  g_assert_true (foed_layout_find (layout, "state-020", &far));
  g_assert_cmpfloat (measure_distance (first, near), <, measure_distance (first, far));
}

static void
cancel_cb (double   fraction,
           gpointer user_data)
{
  g_assert_cmpfloat (fraction, >=, 0);
  g_assert_cmpfloat (fraction, <=, 1);
  g_cancellable_cancel (user_data);
}

static void
test_cancel (void)
{
  g_autoptr(FoedGraph) graph = make_chain (1, 100, 5);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(FoedLayout) layout = NULL;

  layout = foed_layout_new_sync (graph, FOED_LAYOUT_FORCE, 1, NULL, cancel_cb, cancellable, cancellable, &error);
  g_assert_null (layout);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  /* Whoever comes next is not cancelled too. */
  layout = lay_out (graph, FOED_LAYOUT_FORCE, 1);
}

typedef struct
{
  guint n_cancelled;
  guint n_done;
} Answers;

static void
layout_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  Answers *answers = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(FoedLayout) layout = foed_layout_new_finish (result, &error);

  if (layout != NULL)
    answers->n_done++;
  else
    {
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      answers->n_cancelled++;
    }
}

/* Several at a time share igraph, which can do only one thing at once. */
static void
test_threads (void)
{
  g_autoptr(FoedGraph) graph = make_chain (1, 40, 5);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  Answers answers = { 0, 0 };

  for (guint i = 0; i < 6; i++)
    foed_layout_new_async (graph, FOED_LAYOUT_FORCE, i, NULL, NULL, NULL, i % 2 == 0 ? cancellable : NULL, layout_cb,
                           &answers);
  g_cancellable_cancel (cancellable);
  while (answers.n_done + answers.n_cancelled < 6)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (answers.n_done, ==, 3);
  g_assert_cmpuint (answers.n_cancelled, ==, 3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/reproducible", test_reproducible);
  g_test_add_func ("/layout/overlap", test_overlap);
  g_test_add_func ("/layout/pairs", test_pairs);
  g_test_add_func ("/layout/packing", test_packing);
  g_test_add_func ("/layout/few", test_few);
  g_test_add_func ("/layout/pictures", test_pictures);
  g_test_add_func ("/layout/regions", test_regions);
  g_test_add_func ("/layout/communities", test_communities);
  g_test_add_func ("/layout/cancel", test_cancel);
  g_test_add_func ("/layout/threads", test_threads);
  return g_test_run ();
}
