/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-tie"

#include "config.h"

#include "foed-tie.h"

/**
 * foed_ties_are_same:
 * @memberships: (element-type FoedMembership): who is in what
 * @other_memberships: (element-type FoedMembership): the same, at another time
 * @ties: (element-type FoedTie): who owes what to whom
 * @other_ties: (element-type FoedTie): the same, at another time
 *
 * Compares what was read of a library twice. All strings have to be interned.
 *
 * Returns: whether nothing has changed
 */
gboolean
foed_ties_are_same (const GArray *memberships,
                    const GArray *other_memberships,
                    const GArray *ties,
                    const GArray *other_ties)
{
  if (memberships->len != other_memberships->len || ties->len != other_ties->len)
    return FALSE;
  for (guint i = 0; i < memberships->len; i++)
    {
      const FoedMembership *first = &g_array_index (memberships, FoedMembership, i);
      const FoedMembership *second = &g_array_index (other_memberships, FoedMembership, i);

      if (first->alliance != second->alliance || first->state != second->state || first->role != second->role ||
          first->first_day != second->first_day || first->last_day != second->last_day)
        return FALSE;
    }
  for (guint i = 0; i < ties->len; i++)
    {
      const FoedTie *first = &g_array_index (ties, FoedTie, i);
      const FoedTie *second = &g_array_index (other_ties, FoedTie, i);

      if (first->alliance != second->alliance || first->obligation != second->obligation ||
          first->kind != second->kind || first->strength != second->strength || first->promisor != second->promisor ||
          first->beneficiary != second->beneficiary || first->conditional != second->conditional ||
          first->first_day != second->first_day || first->last_day != second->last_day)
        return FALSE;
    }
  return TRUE;
}
