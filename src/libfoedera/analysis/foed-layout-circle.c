/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-layout-circle"

#include "config.h"

#include <math.h>

#include "foed-layout-plan-private.h"
#include "model/foed-vocabulary.h"

/* States on a circle, by region or by community. */

/* A state on the circle. */
typedef struct
{
  guint       place;
  int         group;
  const char *name;
  const char *id;
} Seat;

static int
compare_seats (const Seat *a,
               const Seat *b)
{
  if (a->group != b->group)
    return a->group < b->group ? -1 : 1;
  if (g_strcmp0 (a->name, b->name) != 0)
    return g_strcmp0 (a->name, b->name);
  return g_strcmp0 (a->id, b->id);
}

/* Who sits on the circle, in order: states, or alliances where there are no states. */
static GArray *
seat_nodes (const FoedLayoutPlan *plan,
            const FoedGraphNode  *nodes,
            const guint          *communities,
            GHashTable           *groups)
{
  FoedRecordKind kind = foed_graph_get_picture (plan->graph) == FOED_GRAPH_OVERLAPS ? FOED_RECORD_ALLIANCE
                                                                                    : FOED_RECORD_STATE;
  GArray *seats = g_array_new (FALSE, FALSE, sizeof (Seat));

  for (guint i = 0; i < plan->work->n_nodes; i++)
    {
      const FoedGraphNode *node = &nodes[plan->nodes[i]];
      Seat seat = { .place = i, .id = node->id };
      const FoedTerm *region;

      if (node->kind != kind)
        continue;
      if (communities != NULL)
        seat.group = (int) communities[i];
      else if (groups != NULL)
        {
          seat.name = g_hash_table_lookup (groups, node->id);
          region = seat.name != NULL ? foed_vocabulary_find (FOED_VOCABULARY_REGION, seat.name) : NULL;
          seat.group = region != NULL ? foed_vocabulary_get_position (FOED_VOCABULARY_REGION, region) : G_MAXINT;
        }
      g_array_append_val (seats, seat);
    }
  g_array_sort (seats, (GCompareFunc) compare_seats);
  return seats;
}

/* Sets nodes on a circle that is large enough, with a gap of two seats between groups, beginning at the top. */
static void
sit_down (const FoedLayoutPlan *plan,
          GArray               *seats)
{
  double widest = 0;
  double n_units = 0;
  double unit = 0;
  double radius;

  for (guint i = 0; i < seats->len; i++)
    {
      const Seat *seat = &g_array_index (seats, Seat, i);
      const Seat *before = &g_array_index (seats, Seat, i > 0 ? i - 1 : seats->len - 1);

      widest = MAX (widest, 2 * plan->work->radii[seat->place]);
      n_units += seat->group != before->group || g_strcmp0 (seat->name, before->name) != 0 ? 3 : 1;
    }
  if (seats->len < 2)
    return;
  /* The chord, not the arc, has to be as long as a node is wide. */
  radius = widest * 1.02 / (2 * sin (G_PI / MAX (n_units, 2)));
  for (guint i = 0; i < seats->len; i++)
    {
      const Seat *seat = &g_array_index (seats, Seat, i);
      const Seat *before = &g_array_index (seats, Seat, i > 0 ? i - 1 : seats->len - 1);

      if (i > 0)
        unit += seat->group != before->group || g_strcmp0 (seat->name, before->name) != 0 ? 3 : 1;
      plan->work->points[seat->place] = (FoedPoint) { radius * sin (2 * G_PI * unit / n_units),
                                                      -radius * cos (2 * G_PI * unit / n_units) };
      plan->work->mobilities[seat->place] = 0;
    }
}

gboolean
foed_layout_arrange_circle (const FoedLayoutPlan  *plan,
                            const FoedGraphNode   *nodes,
                            gboolean               by_community,
                            GHashTable            *groups,
                            GError               **error)
{
  g_autofree guint *communities = NULL;
  g_autoptr(GArray) seats = NULL;

  if (by_community)
    {
      communities = g_new (guint, plan->work->n_nodes);
      if (!foed_layout_find_groups (plan->work, communities, error))
        return FALSE;
    }
  seats = seat_nodes (plan, nodes, communities, groups);
  sit_down (plan, seats);
  foed_layout_plan_fill_in (plan, 0.85);
  foed_layout_spread (plan->work);
  return !g_cancellable_set_error_if_cancelled (plan->work->cancellable, error);
}
