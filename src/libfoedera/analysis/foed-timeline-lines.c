/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-timeline-lines"

#include "config.h"

#include "foed-timeline.h"

static const char * const grouping_nicks[FOED_N_TIMELINE_GROUPINGS] = { "none", "region", "obligation" };
static const char * const order_nicks[FOED_N_TIMELINE_ORDERS] = { "begin", "end", "name", "members" };

/* An alliance with what it is put in order by. */
typedef struct
{
  const FoedTimelineRow *row;
  const FoedTerm        *group;
  int                    group_position;
  FoedDay                first_day;
  FoedDay                last_day;
  char                  *name;
  FoedTimelineOrder      order;
} Entry;

static void
entry_clear (Entry *entry)
{
  g_clear_pointer (&entry->name, g_free);
}

static const FoedTerm *
get_group (const FoedTimelineRow *alliance,
           FoedTimelineGrouping   grouping)
{
  if (grouping == FOED_TIMELINE_BY_REGION)
    return alliance->term;
  if (grouping == FOED_TIMELINE_BY_OBLIGATION && alliance->n_obligations > 0)
    return alliance[1].term;
  return NULL;
}

/* What belongs to no group comes last. */
static int
get_group_position (const FoedTerm       *group,
                    FoedTimelineGrouping  grouping)
{
  if (group == NULL)
    return G_MAXINT;
  return foed_vocabulary_get_position (grouping == FOED_TIMELINE_BY_REGION ? FOED_VOCABULARY_REGION
                                                                           : FOED_VOCABULARY_OBLIGATION_KIND,
                                       group);
}

/* An alliance that was never in force is where it was signed. */
static Entry
make_entry (const FoedTimelineRow *row,
            FoedTimelineGrouping   grouping,
            FoedTimelineOrder      order)
{
  Entry entry = { .row = row, .group = get_group (row, grouping), .order = order };

  entry.group_position = get_group_position (entry.group, grouping);
  entry.name = g_utf8_collate_key (row->title, -1);
  entry.first_day = row->n_bars > 0                    ? row->bars[0].first_day
                    : row->n_marks > 0 ? row->marks[0].first_day
                                       : FOED_DAY_LAST;
  entry.last_day = row->n_bars > 0                    ? row->bars[row->n_bars - 1].last_day
                   : row->n_marks > 0 ? row->marks[row->n_marks - 1].last_day
                                      : FOED_DAY_LAST;
  return entry;
}

static int
compare_days (FoedDay a,
              FoedDay b)
{
  return a < b ? -1 : a > b;
}

static int
compare_entries (const Entry *a,
                 const Entry *b)
{
  int result = a->group_position < b->group_position ? -1 : a->group_position > b->group_position;

  if (result == 0 && a->order == FOED_TIMELINE_END_ORDER)
    result = compare_days (a->last_day, b->last_day);
  if (result == 0 && a->order == FOED_TIMELINE_MEMBERS_ORDER)
    result = compare_days ((FoedDay) b->row->n_members, (FoedDay) a->row->n_members);
  if (result == 0 && a->order == FOED_TIMELINE_NAME_ORDER)
    result = g_strcmp0 (a->name, b->name);
  if (result == 0)
    result = compare_days (a->first_day, b->first_day);
  if (result == 0)
    result = g_strcmp0 (a->name, b->name);
  return result != 0 ? result : g_strcmp0 (a->row->alliance, b->row->alliance);
}

static GArray *
list_entries (FoedTimeline         *self,
              FoedTimelineGrouping  grouping,
              FoedTimelineOrder     order)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  guint n_rows;
  const FoedTimelineRow *rows = foed_timeline_get_rows (self, &n_rows);

  g_array_set_clear_func (entries, (GDestroyNotify) entry_clear);
  for (guint i = 0; i < n_rows; i += 1 + rows[i].n_obligations + rows[i].n_parties)
    {
      Entry entry = make_entry (&rows[i], grouping, order);

      g_array_append_val (entries, entry);
    }
  g_array_sort (entries, (GCompareFunc) compare_entries);
  return entries;
}

static void
add_heading (GArray      *lines,
             const Entry *entries,
             guint        n_entries)
{
  FoedTimelineLine heading = { .group = entries[0].group, .open = TRUE };

  while (heading.n_alliances < n_entries && entries[heading.n_alliances].group == entries[0].group)
    heading.n_alliances++;
  g_array_append_val (lines, heading);
}

/**
 * foed_timeline_list_lines:
 * @self: a timeline
 * @grouping: how alliances are put together
 * @order: in what order
 * @open: (nullable) (element-type utf8 utf8): the ids of the alliances that are open, as a set
 *
 * Lays the rows out as lines. They point into @self.
 *
 * Returns: (transfer full) (element-type FoedTimelineLine): the lines, from top to bottom
 */
GArray *
foed_timeline_list_lines (FoedTimeline         *self,
                          FoedTimelineGrouping  grouping,
                          FoedTimelineOrder     order,
                          GHashTable           *open)
{
  g_autoptr(GArray) entries = NULL;
  GArray *lines;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (grouping < FOED_N_TIMELINE_GROUPINGS, NULL);
  g_return_val_if_fail (order < FOED_N_TIMELINE_ORDERS, NULL);

  entries = list_entries (self, grouping, order);
  lines = g_array_new (FALSE, FALSE, sizeof (FoedTimelineLine));
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);
      FoedTimelineLine line = { .row = entry->row };
      guint n_under = entry->row->n_obligations + entry->row->n_parties;

      if (grouping != FOED_TIMELINE_UNGROUPED && (i == 0 || entry[-1].group != entry->group))
        add_heading (lines, entry, entries->len - i);
      line.open = open != NULL && g_hash_table_contains (open, entry->row->alliance);
      g_array_append_val (lines, line);
      for (guint j = 1; line.open && j <= n_under; j++)
        {
          FoedTimelineLine under = { .row = entry->row + j };

          g_array_append_val (lines, under);
        }
    }
  return lines;
}

static int
find_nick (const char * const *nicks,
           guint               n_nicks,
           const char         *nick)
{
  for (guint i = 0; i < n_nicks; i++)
    {
      if (g_str_equal (nicks[i], nick))
        return (int) i;
    }
  return -1;
}

/**
 * foed_timeline_grouping_get_nick:
 * @self: a grouping
 *
 * Returns: its stable name
 */
const char *
foed_timeline_grouping_get_nick (FoedTimelineGrouping self)
{
  g_return_val_if_fail (self < FOED_N_TIMELINE_GROUPINGS, NULL);

  return grouping_nicks[self];
}

/**
 * foed_timeline_grouping_from_nick:
 * @nick: the stable name of a grouping
 * @grouping: (out): which one
 *
 * Returns: whether there is such a grouping
 */
gboolean
foed_timeline_grouping_from_nick (const char           *nick,
                                  FoedTimelineGrouping *grouping)
{
  int position;

  g_return_val_if_fail (nick != NULL, FALSE);
  g_return_val_if_fail (grouping != NULL, FALSE);

  position = find_nick (grouping_nicks, FOED_N_TIMELINE_GROUPINGS, nick);
  if (position >= 0)
    *grouping = (FoedTimelineGrouping) position;
  return position >= 0;
}

/**
 * foed_timeline_order_get_nick:
 * @self: an order
 *
 * Returns: its stable name
 */
const char *
foed_timeline_order_get_nick (FoedTimelineOrder self)
{
  g_return_val_if_fail (self < FOED_N_TIMELINE_ORDERS, NULL);

  return order_nicks[self];
}

/**
 * foed_timeline_order_from_nick:
 * @nick: the stable name of an order
 * @order: (out): which one
 *
 * Returns: whether there is such an order
 */
gboolean
foed_timeline_order_from_nick (const char        *nick,
                               FoedTimelineOrder *order)
{
  int position;

  g_return_val_if_fail (nick != NULL, FALSE);
  g_return_val_if_fail (order != NULL, FALSE);

  position = find_nick (order_nicks, FOED_N_TIMELINE_ORDERS, nick);
  if (position >= 0)
    *order = (FoedTimelineOrder) position;
  return position >= 0;
}
