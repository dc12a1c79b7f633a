/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-atop"

#include "config.h"

#include "foed-atop-private.h"

/* The obligations that the data are about, as a summary names them. */
static const struct
{
  AtopVariable  variable;
  const char   *word;
} kinds[] = {
  { ATOP_DEFENSE, "defence" },
  { ATOP_OFFENSE, "offence" },
  { ATOP_NEUTRAL, "neutrality" },
  { ATOP_NONAGG, "non-aggression" },
  { ATOP_CONSUL, "consultation" },
};

static void
phase_free (AtopPhase *self)
{
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->states);
  g_free (self->id);
  g_free (self->clause);
  g_free (self);
}

static AtopPhase *
phase_new (int number)
{
  AtopPhase *self = g_new0 (AtopPhase, 1);

  self->number = number;
  self->rows = g_ptr_array_new ();
  self->states = g_ptr_array_new ();

  return self;
}

static int
compare_phases (gconstpointer a,
                gconstpointer b)
{
  return (*(const AtopPhase *const *) a)->number - (*(const AtopPhase *const *) b)->number;
}

/* Founders first, then those that came later. */
static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const AtopRow *one = *(const AtopRow *const *) a;
  const AtopRow *other = *(const AtopRow *const *) b;
  int order = foed_member_compare (&one->member, &other->member);

  if (order == 0 && one->codes[ATOP_PHASE] != other->codes[ATOP_PHASE])
    order = one->codes[ATOP_PHASE] < other->codes[ATOP_PHASE] ? -1 : 1;

  return order;
}

static AtopPhase *
find_phase (AtopAlliance *alliance,
            int           number)
{
  AtopPhase *phase;

  for (guint i = 0; i < alliance->phases->len; i++)
    {
      phase = g_ptr_array_index (alliance->phases, i);
      if (phase->number == number)
        return phase;
    }

  phase = phase_new (number);
  g_ptr_array_add (alliance->phases, phase);

  return phase;
}

static gboolean
overlap (const AtopPhase *a,
         const AtopPhase *b)
{
  FoedDay a_end = a->is_open ? FOED_DAY_LAST : foed_coded_date_get_first_day (a->end);
  FoedDay b_end = b->is_open ? FOED_DAY_LAST : foed_coded_date_get_first_day (b->end);

  return foed_coded_date_get_first_day (a->begin) < b_end && foed_coded_date_get_first_day (b->begin) < a_end;
}

/* A phase counts to the day on which the next begins: that day belongs to the next. */
static void
end_before_next (AtopPhase *phase,
                 AtopPhase *next)
{
  FoedDay begin = foed_coded_date_get_first_day (next->begin);
  FoedCodedDate end;

  if (phase->is_open || phase->is_parallel || foed_coded_date_get_last_day (phase->end) != begin
      || phase->end.day == 0)
    return;

  foed_day_to_calendar (begin - 1, &end.year, &end.month, &end.day);
  phase->end = end;
}

/* How a member left, where that was not the end of the alliance. */
static const char *
find_way_out (const AtopRow *row)
{
  guint n_terms;
  const FoedTerm *terms = foed_vocabulary_get_terms (FOED_VOCABULARY_EXIT, &n_terms);

  for (guint i = 0; i < n_terms; i++)
    if (terms[i].atop != NULL && !g_str_equal (terms[i].nick, "end-of-alliance")
        && foed_code_rule_apply (terms[i].atop, row, foed_atop_get_code) == FOED_CODED_STATED)
      return terms[i].nick;

  return NULL;
}

static void
prepare_member (FoedDataSetRun *run,
                AtopAlliance   *alliance,
                AtopRow        *row)
{
  g_autofree char *entry = foed_coded_date_to_string (row->member.entry);
  FoedMember *member = &row->member;

  member->number = row->codes[ATOP_MEMBER];
  member->is_outside = !alliance->is_coarse && row->codes[ATOP_COWSYS] == 0;
  member->way_out = find_way_out (row);
  member->pinpoint = alliance->is_coarse
                     ? g_strdup_printf ("alliance %d, member %d", alliance->number, member->number)
                     : g_strdup_printf ("alliance %d, phase %d, member %d from %s", alliance->number,
                                        MAX (row->codes[ATOP_PHASE], 0), member->number, entry);
  foed_member_find_states (member, run);
}

static void
make_phases (FoedDataSetRun *run,
             AtopAlliance   *alliance)
{
  for (guint i = 0; i < alliance->rows->len; i++)
    {
      AtopRow *row = g_ptr_array_index (alliance->rows, i);
      AtopPhase *phase = find_phase (alliance, MAX (row->codes[ATOP_PHASE], 0));

      prepare_member (run, alliance, row);
      foed_member_time_extend (&alliance->begin, &alliance->end, &alliance->is_open, &row->member, i == 0);
      foed_member_time_extend (&phase->begin, &phase->end, &phase->is_open, &row->member, phase->rows->len == 0);
      g_ptr_array_add (phase->rows, row);
      foed_member_list_states (&row->member, phase->states);
    }

  g_ptr_array_sort (alliance->phases, compare_phases);

  for (guint i = 0; i < alliance->phases->len; i++)
    {
      AtopPhase *phase = g_ptr_array_index (alliance->phases, i);

      phase->id = phase->number == 0 ? g_strdup_printf ("%s.treaty", alliance->id)
                                     : g_strdup_printf ("%s.phase-%d", alliance->id, phase->number);
      phase->clause = g_strconcat (phase->id, ".terms", NULL);

      for (guint j = 0; j < alliance->phases->len; j++)
        phase->is_parallel |= j != i && overlap (phase, g_ptr_array_index (alliance->phases, j));
    }

  for (guint i = 0; i + 1 < alliance->phases->len; i++)
    end_before_next (g_ptr_array_index (alliance->phases, i), g_ptr_array_index (alliance->phases, i + 1));
}

/* The last of the earlier phases that had ended when @phase began. */
static AtopPhase *
find_amended (AtopAlliance *alliance,
              guint         position)
{
  AtopPhase *phase = g_ptr_array_index (alliance->phases, position);

  while (position-- > 0)
    if (!overlap (phase, g_ptr_array_index (alliance->phases, position)))
      return g_ptr_array_index (alliance->phases, position);

  return NULL;
}

static gboolean
is_coded (AtopAlliance *alliance,
          AtopVariable  variable)
{
  for (guint i = 0; i < alliance->rows->len; i++)
    {
      const AtopRow *row = g_ptr_array_index (alliance->rows, i);

      if (row->codes[variable] > 0)
        return TRUE;
    }

  return FALSE;
}

static void
set_summary (AtopAlliance      *alliance,
             FoedRecordBuilder *builder)
{
  g_autoptr (GString) summary = g_string_new (NULL);
  const char *words[G_N_ELEMENTS (kinds)];
  guint n_words = 0;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (is_coded (alliance, kinds[i].variable))
      words[n_words++] = kinds[i].word;

  g_string_append (summary, is_coded (alliance, ATOP_BILAT) ? "A bilateral alliance" : "A multilateral alliance");

  for (guint i = 0; i < n_words; i++)
    g_string_append_printf (summary, "%s%s", i == 0 ? " of " : i + 1 == n_words ? " and " : ", ", words[i]);

  if (is_coded (alliance, ATOP_WARTIME))
    g_string_append (summary, ", made in wartime");

  g_string_append_c (summary, '.');
  foed_data_set_set (builder, FOED_FIELD_SUMMARY, summary->str);
}

/* How it ended, where all who were in it to the end are coded alike. */
static const char *
find_end_mode (AtopAlliance *alliance)
{
  const FoedTerm *terms;
  guint n_terms;
  const AtopRow *last = NULL;

  if (alliance->is_open || alliance->is_coarse)
    return NULL;

  for (guint i = 0; i < alliance->rows->len; i++)
    {
      const AtopRow *row = g_ptr_array_index (alliance->rows, i);

      if (foed_coded_date_compare (row->member.exit, alliance->end) != 0)
        continue;

      if (last != NULL && last->codes[ATOP_TERMMODE] != row->codes[ATOP_TERMMODE])
        return NULL;

      last = row;
    }

  terms = foed_vocabulary_get_terms (FOED_VOCABULARY_END_MODE, &n_terms);

  for (guint i = 0; i < n_terms; i++)
    if (terms[i].atop != NULL && foed_code_rule_apply (terms[i].atop, last, foed_atop_get_code) == FOED_CODED_STATED)
      return terms[i].nick;

  return NULL;
}

/* The alliance level does not tell an expired term from a purpose that was reached. */
static const char *
find_coarse_end_mode (AtopAlliance *alliance)
{
  const AtopRow *row = g_ptr_array_index (alliance->rows, 0);

  if (!alliance->is_coarse || alliance->is_open)
    return NULL;

  return row->codes[ATOP_TERM] == 2 ? "abrogated" : row->codes[ATOP_TERM] == 3 ? "replaced" : NULL;
}

static void
set_end (AtopAlliance      *alliance,
         FoedRecordBuilder *builder)
{
  const char *mode = alliance->is_coarse ? find_coarse_end_mode (alliance) : find_end_mode (alliance);

  if (alliance->is_open)
    foed_data_set_set (builder, FOED_FIELD_NOTE, "In effect when the data end; it may have ended since.");
  else
    foed_coded_date_set (alliance->end, builder, FOED_FIELD_END);

  if (mode != NULL)
    foed_data_set_set (builder, FOED_FIELD_END_MODE, mode);
}

static void
set_identifiers (AtopAlliance      *alliance,
                 FoedRecordBuilder *builder)
{
  const AtopRow *row = g_ptr_array_index (alliance->rows, 0);
  g_autofree char *atop = g_strdup_printf ("%d", alliance->number);
  g_autofree char *cow = NULL;

  foed_data_set_identify (builder, "atop", atop);

  if (row->codes[ATOP_COW4ID] <= 0)
    return;

  cow = g_strdup_printf ("%d", row->codes[ATOP_COW4ID]);
  foed_data_set_identify (builder, "cow", cow);
}

/* Makes an alliance of its rows. */
void
foed_atop_add_alliance (FoedDataSetRun *run,
                        int             number,
                        GPtrArray      *rows,
                        gboolean        is_coarse)
{
  g_autoptr (GPtrArray) phases = g_ptr_array_new_with_free_func ((GDestroyNotify) phase_free);
  g_autofree char *id = g_strdup_printf ("atop-%04d", number);
  g_autofree char *pinpoint = g_strdup_printf ("alliance %d", number);
  g_autofree char *title = NULL;
  g_autoptr (FoedRecordBuilder) builder = foed_record_builder_new (FOED_RECORD_ALLIANCE, id);
  AtopAlliance alliance = { .number = number, .rows = rows, .phases = phases, .is_coarse = is_coarse, .id = id };

  g_ptr_array_sort (rows, compare_rows);
  make_phases (run, &alliance);

  title = foed_members_make_title (run, rows, alliance.begin, "alliance");
  foed_data_set_set_text (run, builder, FOED_FIELD_TITLE, title);
  set_summary (&alliance, builder);
  foed_coded_date_set (alliance.begin, builder, FOED_FIELD_BEGIN);
  set_end (&alliance, builder);
  set_identifiers (&alliance, builder);
  foed_data_set_cite (run, builder, pinpoint);

  for (guint i = 0; i < phases->len; i++)
    foed_atop_add_instrument (run, &alliance, g_ptr_array_index (phases, i), find_amended (&alliance, i), builder);

  foed_members_add_parties (run, &(FoedMemberTime) { id, alliance.begin, alliance.end, alliance.is_open, !is_coarse }, rows,
                            builder);

  for (guint i = 0; i < phases->len; i++)
    foed_atop_add_facts (run, &alliance, g_ptr_array_index (phases, i), builder);

  g_ptr_array_add (run->records, foed_record_builder_end (builder));
}
