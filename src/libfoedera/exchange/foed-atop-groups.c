/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-atop-groups"

#include "config.h"

#include "foed-atop-private.h"

static void
group_free (AtopGroup *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/* Puts together the rows of a phase of which something holds alike; those of which nothing is coded are left out.
 * Groups stand in the order of their first rows. */
GPtrArray *
foed_atop_group_rows (AtopPhase     *phase,
                      AtopKeyFunc    get_key,
                      gconstpointer  data)
{
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) key = g_string_new (NULL);
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) group_free);

  for (guint i = 0; i < phase->rows->len; i++)
    {
      gpointer row = g_ptr_array_index (phase->rows, i);
      AtopGroup *group;
      FoedCoded coded;

      g_string_truncate (key, 0);
      coded = get_key (row, data, key);
      group = g_hash_table_lookup (by_key, key->str);

      if (group == NULL)
        {
          group = g_new0 (AtopGroup, 1);
          group->coded = coded;
          group->rows = g_ptr_array_new ();
          g_ptr_array_add (groups, group);
          g_hash_table_insert (by_key, g_strdup (key->str), group);
        }

      g_ptr_array_add (group->rows, row);
    }

  return groups;
}

/* Groups of one fact are told apart by the number of their first member. */
char *
foed_atop_group_make_id (AtopPhase  *phase,
                         AtopGroup  *group,
                         gboolean    is_only,
                         const char *part,
                         const char *nick)
{
  const AtopRow *row = g_ptr_array_index (group->rows, 0);

  return is_only ? g_strdup_printf ("%s.%s%s", phase->id, part, nick)
                 : g_strdup_printf ("%s.%s%s-%d", phase->id, part, nick, row->codes[ATOP_MEMBER]);
}

/* Returns: (transfer container): the states of the rows */
GPtrArray *
foed_atop_group_list_states (AtopGroup *group)
{
  GPtrArray *states = g_ptr_array_new ();

  for (guint i = 0; i < group->rows->len; i++)
    {
      const AtopRow *row = g_ptr_array_index (group->rows, i);

      foed_member_list_states (&row->member, states);
    }

  return states;
}

/* Cites the data for something that holds in a phase. */
void
foed_atop_cite_phase (FoedDataSetRun    *run,
                      AtopAlliance      *alliance,
                      AtopPhase         *phase,
                      FoedRecordBuilder *parent,
                      const char        *variables)
{
  g_autofree char *pinpoint = NULL;

  if (alliance->is_coarse)
    pinpoint = g_strdup_printf ("alliance %d: %s", alliance->number, variables);
  else
    pinpoint = g_strdup_printf ("alliance %d, phase %d: %s", alliance->number, phase->number, variables);

  foed_data_set_cite (run, parent, pinpoint);
}
