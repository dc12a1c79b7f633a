/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-list-difference"

#include "config.h"

#include "foed-list-difference-private.h"

/* Where each id stands, as its position and one. */
static GHashTable *
make_positions (const GPtrArray *ids)
{
  GHashTable *positions = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < ids->len; i++)
    g_hash_table_insert (positions, g_ptr_array_index (ids, i), GUINT_TO_POINTER (i + 1));

  return positions;
}

/* Whether @id stands at @position or behind it. */
static gboolean
is_ahead (GHashTable *positions,
          const char *id,
          guint       position)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (positions, id)) > position;
}

/**
 * foed_list_difference_new:
 * @before: (element-type utf8): the ids of a list
 * @after: (element-type utf8): the ids that it is to have
 *
 * Compares two lists. What stands in both and has not changed its place among the others stays.
 *
 * Returns: (transfer full) (element-type FoedListChange): the changes that make one of the other, from top to bottom
 */
GArray *
foed_list_difference_new (const GPtrArray *before,
                          const GPtrArray *after)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (FoedListChange));
  g_autoptr (GHashTable) positions_before = make_positions (before);
  g_autoptr (GHashTable) positions_after = make_positions (after);
  guint i = 0;
  guint j = 0;

  while (i < before->len || j < after->len)
    {
      FoedListChange change = { j, 0, 0 };

      if (i < before->len && j < after->len &&
          g_str_equal (g_ptr_array_index (before, i), g_ptr_array_index (after, j)))
        {
          i++;
          j++;
          continue;
        }

      for (; i < before->len && !is_ahead (positions_after, g_ptr_array_index (before, i), j); i++)
        change.n_removed++;

      for (; j < after->len && !is_ahead (positions_before, g_ptr_array_index (after, j), i); j++)
        change.n_added++;

      /* Both stand further on in the other list: the one has to give way, and comes again there. */
      if (change.n_removed + change.n_added == 0)
        {
          change.n_removed = 1;
          i++;
        }

      g_array_append_val (changes, change);
    }

  return changes;
}
