/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-layout-map"

#include "config.h"

#include "foed-layout-plan-private.h"
#include "foed-projection.h"

/* How much larger a map is than one without alliances on it, and how easily states move from where they are. */
#define MAP_SCALE 2.4
#define MAP_MOBILITY 0.15

/* States whose place is not known stand in rows under the map. */
gboolean
foed_layout_arrange_map (const FoedLayoutPlan  *plan,
                         const FoedGraphNode   *nodes,
                         GHashTable            *places,
                         GError               **error)
{
  FoedLayoutWork *work = plan->work;
  guint n_in_row = (guint) (foed_projection_get_width () * MAP_SCALE / FOED_LAYOUT_SPACING);
  double top = foed_projection_get_height () * MAP_SCALE / 2;
  guint n_unplaced = 0;

  for (guint i = 0; i < work->n_nodes; i++)
    {
      const FoedGraphNode *node = &nodes[plan->nodes[i]];
      const FoedDegrees *place = places != NULL ? g_hash_table_lookup (places, node->id) : NULL;

      if (node->kind != FOED_RECORD_STATE)
        continue;
      if (place != NULL)
        {
          FoedPoint point = foed_projection_apply (*place);

          work->points[i] = (FoedPoint) { point.x * MAP_SCALE, point.y * MAP_SCALE };
        }
      else
        {
          work->points[i] = (FoedPoint) { (n_unplaced % n_in_row - n_in_row / 2.0) * FOED_LAYOUT_SPACING,
                                          top + (n_unplaced / n_in_row + 1) * FOED_LAYOUT_SPACING };
          n_unplaced++;
        }
      work->mobilities[i] = MAP_MOBILITY;
    }
  foed_layout_plan_fill_in (plan, 1);
  foed_layout_spread (work);
  return !g_cancellable_set_error_if_cancelled (work->cancellable, error);
}
