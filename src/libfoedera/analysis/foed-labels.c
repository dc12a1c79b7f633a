/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-labels"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "foed-labels.h"

/* So many states are named one by one; of more, the first two. */
#define N_NAMED_MOST 3

/* A title of at most so many characters is a label of its own. */
#define LONGEST_TITLE 24

/* A member of an alliance that has no short name. */
typedef struct
{
  const char *state;
  FoedDay     first_day;
} Member;

static const char *
get_label (GHashTable *labels,
           GHashTable *titles,
           const char *id)
{
  const char *label = g_hash_table_lookup (labels, id);

  if (label == NULL)
    label = g_hash_table_lookup (titles, id);
  return label != NULL ? label : id;
}

/* Adds a state that is not there yet after those that came before it. */
static void
add_member (GHashTable           *alliances,
            const FoedMembership *membership)
{
  GArray *members = g_hash_table_lookup (alliances, membership->alliance);
  const Member member = { membership->state, membership->first_day };
  guint place;

  if (members == NULL)
    {
      members = g_array_new (FALSE, FALSE, sizeof (Member));
      g_hash_table_insert (alliances, (gpointer) membership->alliance, members);
    }
  for (guint i = 0; i < members->len; i++)
    {
      if (g_str_equal (g_array_index (members, Member, i).state, membership->state))
        return;
    }
  for (place = members->len; place > 0 && g_array_index (members, Member, place - 1).first_day > member.first_day;)
    place--;
  g_array_insert_val (members, place, member);
}

/* Whether an alliance has a name that does for a label. */
static gboolean
is_named (const char *alliance,
          GHashTable *labels,
          GHashTable *titles)
{
  const char *title = g_hash_table_lookup (titles, alliance);

  return g_hash_table_contains (labels, alliance) || (title != NULL && g_utf8_strlen (title, -1) <= LONGEST_TITLE);
}

static char *
name_members (const GArray *members,
              GHashTable   *labels,
              GHashTable   *titles)
{
  guint n_named = members->len > N_NAMED_MOST ? 2 : members->len;
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) names = NULL;
  g_autofree char *joined = NULL;

  for (guint i = 0; i < n_named; i++)
    g_strv_builder_add (builder, get_label (labels, titles, g_array_index (members, Member, i).state));
  names = g_strv_builder_end (builder);
  joined = g_strjoinv ("–", names);
  if (n_named == members->len)
    return g_steal_pointer (&joined);
  /* Translators: the codes of two states, and how many more there are, as in "USA–CAN +10". */
  return g_strdup_printf (C_("label", "%s +%u"), joined, members->len - n_named);
}

static const char *
make_label (const GArray *members,
            GHashTable   *labels,
            GHashTable   *titles)
{
  g_autofree char *names = name_members (members, labels, titles);
  g_autofree char *label = NULL;
  FoedDay first_day = g_array_index (members, Member, 0).first_day;
  int year;
  int month;
  int day;

  if (first_day == FOED_DAY_FIRST)
    return g_intern_string (names);
  foed_day_to_calendar (first_day, &year, &month, &day);
  /* Translators: the members of an alliance that has no name, and the year in which it began, as in "FRA–RUS 1891". */
  label = g_strdup_printf (C_("label", "%s %d"), names, year);
  return g_intern_string (label);
}

/**
 * foed_labels_add_alliances:
 * @labels: a few letters for states and alliances, by id, interned; takes those of alliances that have none
 * @titles: the titles of states and alliances, by id, for those without letters
 * @memberships: (array length=n_memberships): who is in what
 * @n_memberships: how many
 *
 * Alliances that have neither a short name nor a title as short as one get a name of those who are in them and the year
 * in which they began.
 */
void
foed_labels_add_alliances (GHashTable           *labels,
                           GHashTable           *titles,
                           const FoedMembership *memberships,
                           guint                 n_memberships)
{
  g_autoptr(GHashTable) alliances = NULL;
  GHashTableIter iter;
  gpointer id;
  gpointer members;

  g_return_if_fail (labels != NULL);
  g_return_if_fail (titles != NULL);

  alliances = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < n_memberships; i++)
    {
      if (!is_named (memberships[i].alliance, labels, titles))
        add_member (alliances, &memberships[i]);
    }
  g_hash_table_iter_init (&iter, alliances);
  while (g_hash_table_iter_next (&iter, &id, &members))
    g_hash_table_insert (labels, (gpointer) g_intern_string (id), (gpointer) make_label (members, labels, titles));
}
