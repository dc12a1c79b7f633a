/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-members"

#include "config.h"

#include "foed-members-private.h"

/* A spell of a state in an alliance: rows one after the other, as long as no time is missing between them. Days are
 * those of the library's states where one took the place of another, else those of the data. */
typedef struct
{
  const char       *state;
  FoedCodedDate     begin;
  FoedCodedDate     end;
  gboolean          is_open;
  gboolean          succeeds;
  gboolean          is_succeeded;
  const FoedMember *last;
  GPtrArray        *members;
} Spell;

static void
spell_free (Spell *self)
{
  g_ptr_array_unref (self->members);
  g_free (self);
}

static FoedCodedDate
day_to_date (FoedDay day)
{
  FoedCodedDate date;

  foed_day_to_calendar (day, &date.year, &date.month, &date.day);

  return date;
}

static Spell *
spell_new (const FoedMember *member,
           guint             position)
{
  const FoedStateSpan *span = &g_array_index (member->spans, FoedStateSpan, position);
  Spell *self = g_new0 (Spell, 1);

  self->state = span->state;
  self->succeeds = position > 0;
  self->is_succeeded = position + 1 < member->spans->len;
  self->begin = self->succeeds ? day_to_date (span->first_day) : member->entry;
  self->end = self->is_succeeded ? day_to_date (span->last_day) : member->exit;
  self->is_open = !self->is_succeeded && !foed_coded_date_is_known (member->exit);
  self->last = member;
  self->members = g_ptr_array_new ();
  g_ptr_array_add (self->members, (gpointer) member);

  return self;
}

static gboolean
follows (const Spell *spell,
         const Spell *next)
{
  if (!g_str_equal (spell->state, next->state))
    return FALSE;

  return spell->is_open
         || foed_coded_date_get_first_day (next->begin) <= foed_coded_date_get_last_day (spell->end) + 1;
}

static void
merge (Spell *spell,
       Spell *next)
{
  g_ptr_array_extend (spell->members, next->members, NULL, NULL);

  if (!spell->is_open && (next->is_open || foed_coded_date_compare (spell->end, next->end) <= 0))
    {
      spell->is_open = next->is_open;
      spell->end = next->end;
      spell->is_succeeded = next->is_succeeded;
      spell->last = next->last;
    }

  spell_free (next);
}

static void
add_spell (GPtrArray *spells,
           Spell     *spell)
{
  for (guint i = spells->len; i > 0; i--)
    {
      Spell *earlier = g_ptr_array_index (spells, i - 1);

      if (follows (earlier, spell))
        {
          merge (earlier, spell);
          return;
        }
    }

  g_ptr_array_add (spells, spell);
}

static const char *
find_exit (const FoedMemberTime *whole,
           Spell                *spell)
{
  if (spell->is_succeeded)
    return "state-ended";

  if (spell->is_open || !whole->knows_dates)
    return NULL;

  if (g_strcmp0 (spell->last->way_out, "state-ended") != 0 && !whole->is_open
      && foed_coded_date_compare (spell->end, whole->end) == 0)
    return "end-of-alliance";

  return spell->last->way_out;
}

static void
set_times (const FoedMemberTime *whole,
           Spell                *spell,
           FoedRecordBuilder    *party)
{
  const char *exit = find_exit (whole, spell);

  if (exit != NULL)
    foed_data_set_set (party, FOED_FIELD_EXIT, exit);

  if (spell->succeeds)
    foed_data_set_set (party, FOED_FIELD_ENTRY, "succession");
  else if (whole->knows_dates)
    foed_data_set_set (party, FOED_FIELD_ENTRY,
                       foed_coded_date_compare (spell->begin, whole->begin) == 0 ? "founding" : "accession");

  if (whole->knows_dates || spell->succeeds)
    foed_coded_date_set (spell->begin, party, FOED_FIELD_BEGIN);

  if ((whole->knows_dates || spell->is_succeeded) && !spell->is_open)
    foed_coded_date_set (spell->end, party, FOED_FIELD_END);
}

static gboolean
is_outside_system (Spell *spell)
{
  for (guint i = 0; i < spell->members->len; i++)
    if (((const FoedMember *) g_ptr_array_index (spell->members, i))->is_outside)
      return TRUE;

  return FALSE;
}

static guint
count_earlier (GPtrArray *spells,
               guint      position)
{
  const Spell *spell = g_ptr_array_index (spells, position);
  guint n_earlier = 0;

  for (guint i = 0; i < position; i++)
    n_earlier += g_str_equal (((const Spell *) g_ptr_array_index (spells, i))->state, spell->state);

  return n_earlier;
}

static void
add_party (FoedDataSetRun       *run,
           const FoedMemberTime *whole,
           GPtrArray            *spells,
           guint                 position,
           FoedRecordBuilder    *parent)
{
  Spell *spell = g_ptr_array_index (spells, position);
  guint n_earlier = count_earlier (spells, position);
  g_autofree char *id = NULL;
  FoedRecordBuilder *party;

  id = n_earlier == 0 ? g_strdup_printf ("%s.party.%s", whole->id, spell->state)
                      : g_strdup_printf ("%s.party.%s-%u", whole->id, spell->state, n_earlier + 1);
  party = foed_record_builder_new (FOED_RECORD_PARTY, id);
  foed_data_set_set (party, FOED_FIELD_STATE, spell->state);
  foed_data_set_set (party, FOED_FIELD_ROLE, "party");
  set_times (whole, spell, party);

  if (is_outside_system (spell))
    foed_data_set_set (party, FOED_FIELD_NOTE, "No member of the state system at the time, at least at first.");

  /* One citation a row, so that every row of the table can be found again. */
  for (guint i = 0; i < spell->members->len; i++)
    foed_data_set_cite (run, party, ((const FoedMember *) g_ptr_array_index (spell->members, i))->pinpoint);

  foed_data_set_take (parent, party);
}

void
foed_member_clear (FoedMember *self)
{
  g_clear_pointer (&self->spans, g_array_unref);
  g_clear_pointer (&self->pinpoint, g_free);
}

void
foed_member_find_states (FoedMember     *self,
                         FoedDataSetRun *run)
{
  self->spans = foed_state_numbers_list (run->states, self->number, foed_coded_date_get_first_day (self->entry),
                                       foed_coded_date_get_last_day (self->exit));
}

/* Lets a time reach over that of a member. */
void
foed_member_time_extend (FoedCodedDate    *begin,
                        FoedCodedDate    *end,
                        gboolean         *is_open,
                        const FoedMember *member,
                        gboolean          is_first)
{
  if (is_first || foed_coded_date_compare (member->entry, *begin) < 0)
    *begin = member->entry;

  if (!foed_coded_date_is_known (member->exit))
    *is_open = TRUE;
  else if (!foed_coded_date_is_known (*end)
           || foed_coded_date_get_last_day (member->exit) > foed_coded_date_get_last_day (*end))
    *end = member->exit;
}

/* Founders first, then those that came later. */
int
foed_member_compare (const FoedMember *a,
                     const FoedMember *b)
{
  return foed_coded_date_compare (a->entry, b->entry);
}

/* Adds the states of a member to @states, each once. */
void
foed_member_list_states (const FoedMember *self,
                         GPtrArray        *states)
{
  for (guint i = 0; i < self->spans->len; i++)
    {
      gpointer state = (gpointer) g_array_index (self->spans, FoedStateSpan, i).state;

      if (!g_ptr_array_find_with_equal_func (states, state, g_str_equal, NULL))
        g_ptr_array_add (states, state);
    }
}

static void
add_name (FoedDataSetRun   *run,
          GPtrArray        *names,
          const FoedMember *member)
{
  const char *state = g_array_index (member->spans, FoedStateSpan, 0).state;
  gpointer name = (gpointer) foed_data_set_get_title (run, state);

  if (!g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    g_ptr_array_add (names, name);
}

/* Names something after those who founded it, in the order of the data. Returns: (transfer full): the name */
char *
foed_members_make_title (FoedDataSetRun *run,
                         GPtrArray      *members,
                         FoedCodedDate   begin,
                         const char     *what)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < members->len; i++)
    {
      const FoedMember *member = g_ptr_array_index (members, i);

      if (names->len < 2 || foed_coded_date_compare (member->entry, begin) == 0)
        add_name (run, names, member);
    }

  return foed_alliance_title_new (names, what, begin.year);
}

/* Adds a party for each spell of a state among @members, which are sorted by their entries. */
void
foed_members_add_parties (FoedDataSetRun       *run,
                          const FoedMemberTime *whole,
                          GPtrArray            *members,
                          FoedRecordBuilder    *parent)
{
  g_autoptr (GPtrArray) spells = g_ptr_array_new_with_free_func ((GDestroyNotify) spell_free);

  for (guint i = 0; i < members->len; i++)
    {
      const FoedMember *member = g_ptr_array_index (members, i);

      for (guint j = 0; j < member->spans->len; j++)
        add_spell (spells, spell_new (member, j));
    }

  for (guint i = 0; i < spells->len; i++)
    add_party (run, whole, spells, i, parent);
}
