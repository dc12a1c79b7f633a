/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-panel-times"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "foed-panel-private.h"
#include "store/foed-listing.h"

/* The panels that have a row for a state or for two of them, at a time. Ids of states and alliances are interned, so
 * they are compared by address. */

#define MOST_KINDS 32
#define NO_STRENGTH G_MAXINT

/* What a state owes another, or has with it. Bit n of @kinds stands for the kind of obligation at place n. */
typedef struct
{
  const char *promisor;
  const char *beneficiary;
  guint32     kinds;
  gboolean    has_unconditional;
  int         strength;
  GPtrArray  *alliances;
} Dyad;

typedef struct
{
  const char *state;
  guint       n_alliances;
  guint       n_allies;
  guint       owes[MOST_KINDS];
  guint       owed[MOST_KINDS];
  guint8      cells[MOST_KINDS];
} Member;

typedef struct
{
  FoedPanelRun *run;
  guint         n_kinds;
  GArray       *memberships;
  GArray       *ties;

  /* Of each alliance, whether its text knows of each kind of obligation. */
  GHashTable   *cells;

  /* As of the day that is being written. */
  FoedDay       day;
  int           year;
  GHashTable   *dyads;
  GHashTable   *members;
} Times;

static void
dyad_free (Dyad *self)
{
  g_ptr_array_unref (self->alliances);
  g_free (self);
}

static guint
dyad_hash (gconstpointer key)
{
  const Dyad *dyad = key;

  return g_direct_hash (dyad->promisor) * 31 + g_direct_hash (dyad->beneficiary);
}

static gboolean
dyad_equal (gconstpointer a,
            gconstpointer b)
{
  const Dyad *one = a;
  const Dyad *other = b;

  return one->promisor == other->promisor && one->beneficiary == other->beneficiary;
}

static Dyad *
find_dyad (Times      *self,
           const char *promisor,
           const char *beneficiary)
{
  Dyad key = { .promisor = promisor, .beneficiary = beneficiary };
  Dyad *dyad = g_hash_table_lookup (self->dyads, &key);

  if (dyad == NULL)
    {
      dyad = g_memdup2 (&key, sizeof key);
      dyad->strength = NO_STRENGTH;
      dyad->alliances = g_ptr_array_new ();
      g_hash_table_add (self->dyads, dyad);
    }

  return dyad;
}

static Member *
find_member (Times      *self,
             const char *state)
{
  Member *member = g_hash_table_lookup (self->members, state);

  if (member == NULL)
    {
      member = g_new0 (Member, 1);
      member->state = state;
      memset (member->cells, FOED_CELL_SILENT, sizeof member->cells);
      g_hash_table_insert (self->members, (gpointer) state, member);
    }

  return member;
}

static void
add_alliance (Dyad       *dyad,
              const char *alliance)
{
  if (!g_ptr_array_find (dyad->alliances, alliance, NULL))
    g_ptr_array_add (dyad->alliances, (gpointer) alliance);
}

/* What is known of a kind that nobody owes here: nothing where one of the texts was not looked at. A text that promises
 * it, but not here and now, is silent here. */
static FoedCell
join_silence (FoedCell a,
              FoedCell b)
{
  if (a == FOED_CELL_NOT_CODED || b == FOED_CELL_NOT_CODED)
    return FOED_CELL_NOT_CODED;

  return a == FOED_CELL_TEXT_MISSING || b == FOED_CELL_TEXT_MISSING ? FOED_CELL_TEXT_MISSING : FOED_CELL_SILENT;
}

static FoedCell
get_alliance_cell (Times      *self,
                   const char *alliance,
                   guint       kind)
{
  const guint8 *cells = g_hash_table_lookup (self->cells, alliance);

  return cells == NULL ? FOED_CELL_NOT_CODED : (FoedCell) cells[kind];
}

static FoedCell
get_dyad_cell (Times  *self,
               Dyad   *dyad,
               guint32 kinds,
               guint   kind)
{
  FoedCell cell = dyad->alliances->len == 0 ? FOED_CELL_NOT_CODED : FOED_CELL_SILENT;

  if (kinds & (1u << kind))
    return FOED_CELL_STATED;

  for (guint i = 0; i < dyad->alliances->len; i++)
    cell = join_silence (cell, get_alliance_cell (self, dyad->alliances->pdata[i], kind));

  return cell;
}

static void
collect_cells (FoedRecord *record,
               guint8     *cells)
{
  for (guint i = 0; i < foed_record_get_n_children (record); i++)
    {
      FoedRecord *child = foed_record_get_child (record, i);
      FoedRecordKind kind = foed_record_get_kind (child);

      if (kind == FOED_RECORD_OBLIGATION)
        {
          int position = foed_vocabulary_get_position (FOED_VOCABULARY_OBLIGATION_KIND,
                                                       foed_record_get_term (child, FOED_FIELD_KIND));

          cells[position] = foed_panel_join_cells (cells[position], foed_record_get_cell (child, FOED_FIELD_PRESENCE));
        }
      else if (kind == FOED_RECORD_INSTRUMENT || kind == FOED_RECORD_CLAUSE)
        {
          collect_cells (child, cells);
        }
    }
}

static gboolean
note_alliance (FoedPanelRun  *run,
               FoedRecord    *alliance,
               FoedForce     *force,
               gpointer       user_data,
               GError       **error)
{
  Times *self = user_data;
  guint8 *cells = g_malloc (MOST_KINDS);

  memset (cells, FOED_CELL_NOT_CODED, MOST_KINDS);
  collect_cells (alliance, cells);
  g_hash_table_insert (self->cells, (gpointer) g_intern_string (foed_record_get_id (alliance)), cells);

  return TRUE;
}

static gboolean
is_member (const FoedMembership *membership,
           FoedDay               day)
{
  return membership->first_day <= day && day <= membership->last_day && !g_str_equal (membership->role, "observer");
}

static GHashTable *
list_members (Times *self)
{
  GHashTable *alliances = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < self->memberships->len; i++)
    {
      const FoedMembership *membership = &g_array_index (self->memberships, FoedMembership, i);
      GPtrArray *states;

      if (!is_member (membership, self->day))
        continue;

      states = g_hash_table_lookup (alliances, membership->alliance);
      if (states == NULL)
        {
          states = g_ptr_array_new ();
          g_hash_table_insert (alliances, (gpointer) membership->alliance, states);
        }

      if (!g_ptr_array_find (states, membership->state, NULL))
        g_ptr_array_add (states, (gpointer) membership->state);
    }

  return alliances;
}

static void
add_memberships (Times *self)
{
  g_autoptr (GHashTable) alliances = list_members (self);
  GHashTableIter iter;
  gpointer alliance, value;

  g_hash_table_iter_init (&iter, alliances);

  while (g_hash_table_iter_next (&iter, &alliance, &value))
    {
      GPtrArray *states = value;

      for (guint i = 0; i < states->len; i++)
        {
          Member *member = find_member (self, states->pdata[i]);

          member->n_alliances++;
          for (guint kind = 0; kind < self->n_kinds; kind++)
            member->cells[kind] = join_silence (member->cells[kind], get_alliance_cell (self, alliance, kind));

          for (guint j = 0; j < states->len; j++)
            if (i != j)
              add_alliance (find_dyad (self, states->pdata[i], states->pdata[j]), alliance);
        }
    }
}

static void
add_ties (Times *self)
{
  for (guint i = 0; i < self->ties->len; i++)
    {
      const FoedTie *tie = &g_array_index (self->ties, FoedTie, i);
      const FoedTerm *kind, *strength;
      Dyad *dyad;

      if (tie->first_day > self->day || tie->last_day < self->day)
        continue;

      kind = foed_vocabulary_find (FOED_VOCABULARY_OBLIGATION_KIND, tie->kind);
      strength = tie->strength == NULL ? NULL : foed_vocabulary_find (FOED_VOCABULARY_STRENGTH, tie->strength);
      dyad = find_dyad (self, tie->promisor, tie->beneficiary);
      dyad->kinds |= 1u << foed_vocabulary_get_position (FOED_VOCABULARY_OBLIGATION_KIND, kind);
      dyad->has_unconditional |= !tie->conditional;
      add_alliance (dyad, tie->alliance);

      if (strength != NULL)
        dyad->strength = MIN (dyad->strength, foed_vocabulary_get_position (FOED_VOCABULARY_STRENGTH, strength));
    }
}

/* Counts for each state its allies and those to whom it owes, or who owe it. */
static void
count_partners (Times *self)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->dyads);

  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      const Dyad *dyad = key;
      Member *promisor = find_member (self, dyad->promisor);
      Member *beneficiary = find_member (self, dyad->beneficiary);

      promisor->n_allies++;

      for (guint kind = 0; kind < self->n_kinds; kind++)
        if (dyad->kinds & (1u << kind))
          {
            promisor->owes[kind]++;
            beneficiary->owed[kind]++;
          }
    }
}

static gboolean
exists_on (FoedRecord *state,
           FoedDay     day)
{
  for (guint i = 0; i < foed_record_get_n_children (state); i++)
    {
      FoedRecord *child = foed_record_get_child (state, i);

      if (foed_record_get_kind (child) == FOED_RECORD_SPELL && foed_record_get_first_day (child) <= day
          && day <= foed_record_get_last_day (child))
        return TRUE;
    }

  return FALSE;
}

/* States without any alliance count, too. */
static void
add_lonely_states (Times *self)
{
  GHashTableIter iter;
  gpointer id, state;

  g_hash_table_iter_init (&iter, self->run->states);

  while (g_hash_table_iter_next (&iter, &id, &state))
    if (exists_on (state, self->day))
      find_member (self, g_intern_string (id));
}

static int
compare_members (gconstpointer a,
                 gconstpointer b)
{
  return g_strcmp0 ((*(const Member *const *) a)->state, (*(const Member *const *) b)->state);
}

static int
compare_dyads (gconstpointer a,
               gconstpointer b)
{
  const Dyad *one = *(const Dyad *const *) a;
  const Dyad *other = *(const Dyad *const *) b;

  return one->promisor != other->promisor ? g_strcmp0 (one->promisor, other->promisor)
                                          : g_strcmp0 (one->beneficiary, other->beneficiary);
}

static GPtrArray *
sort_values (GHashTable   *table,
             GCompareFunc  compare)
{
  GPtrArray *sorted = g_ptr_array_sized_new (g_hash_table_size (table));
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, table);

  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_ptr_array_add (sorted, value);

  g_ptr_array_sort (sorted, compare);

  return sorted;
}

static gboolean
write_member (Times    *self,
              Member   *member,
              GError  **error)
{
  FoedPanelRow *row = &self->run->row;

  if (self->run->options->panel == FOED_PANEL_STATE_DAYS)
    foed_panel_row_add_day (row, self->day);
  else
    foed_panel_row_add_number (row, self->year);

  foed_panel_row_add_state (row, self->run, member->state);
  foed_panel_row_add_number (row, member->n_alliances);
  foed_panel_row_add_number (row, member->n_allies);

  for (guint kind = 0; kind < self->n_kinds; kind++)
    {
      FoedCell cell = member->owes[kind] + member->owed[kind] > 0 ? FOED_CELL_STATED : (FoedCell) member->cells[kind];
      gboolean is_known = cell == FOED_CELL_STATED || cell == FOED_CELL_SILENT;

      if (is_known)
        {
          foed_panel_row_add_number (row, member->owes[kind]);
          foed_panel_row_add_number (row, member->owed[kind]);
        }
      else
        {
          foed_panel_row_add (row, NULL);
          foed_panel_row_add (row, NULL);
        }

      /* Who is in no alliance owes nothing, but no text says so. */
      foed_panel_row_add (row, member->n_alliances == 0 && cell != FOED_CELL_STATED
                               ? NULL : foed_cell_get_term (cell)->nick);
    }

  return foed_panel_row_write (row, self->run, error);
}

static gboolean
write_members (Times   *self,
               GError **error)
{
  g_autoptr (GPtrArray) members = NULL;

  count_partners (self);
  add_lonely_states (self);
  members = sort_values (self->members, compare_members);

  for (guint i = 0; i < members->len; i++)
    if (!write_member (self, g_ptr_array_index (members, i), error))
      return FALSE;

  return TRUE;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static void
add_direction (Times *self,
               Dyad  *dyad)
{
  guint n_strengths;
  const FoedTerm *strengths = foed_vocabulary_get_terms (FOED_VOCABULARY_STRENGTH, &n_strengths);

  foed_panel_row_add (&self->run->row, dyad->strength == NO_STRENGTH ? NULL : strengths[dyad->strength].nick);
  foed_panel_row_add (&self->run->row, dyad->kinds == 0 ? NULL : dyad->has_unconditional ? "0" : "1");
}

static gboolean
write_dyad (Times    *self,
            Dyad     *dyad,
            gboolean  is_directed,
            GError  **error)
{
  FoedPanelRow *row = &self->run->row;
  Dyad key = { .promisor = dyad->beneficiary, .beneficiary = dyad->promisor };
  Dyad *back = is_directed ? NULL : g_hash_table_lookup (self->dyads, &key);
  guint32 kinds = dyad->kinds | (back == NULL ? 0 : back->kinds);

  for (guint i = 0; back != NULL && i < back->alliances->len; i++)
    add_alliance (dyad, back->alliances->pdata[i]);

  g_ptr_array_sort (dyad->alliances, compare_names);
  foed_panel_row_add_number (row, self->year);
  foed_panel_row_add_state (row, self->run, dyad->promisor);
  foed_panel_row_add_state (row, self->run, dyad->beneficiary);
  foed_panel_row_add_number (row, dyad->alliances->len);
  foed_panel_row_add_list (row, dyad->alliances);

  if (is_directed)
    add_direction (self, dyad);
  else
    foed_panel_row_add (row, dyad->kinds == (back == NULL ? 0 : back->kinds) ? "0" : "1");

  for (guint kind = 0; kind < self->n_kinds; kind++)
    foed_panel_row_add_presence (row, get_dyad_cell (self, dyad, kinds, kind));

  return foed_panel_row_write (row, self->run, error);
}

/* Of two states that are not directed, the one whose id comes first is named first; a duty that only the other owes
 * must not be lost. */
static void
turn_back (Times *self)
{
  g_autoptr (GList) dyads = g_hash_table_get_keys (self->dyads);

  for (GList *link = dyads; link != NULL; link = link->next)
    {
      const Dyad *dyad = link->data;

      if (g_strcmp0 (dyad->promisor, dyad->beneficiary) > 0)
        find_dyad (self, dyad->beneficiary, dyad->promisor);
    }
}

static gboolean
write_dyads (Times    *self,
             gboolean  is_directed,
             GError  **error)
{
  g_autoptr (GPtrArray) dyads = NULL;

  if (!is_directed)
    turn_back (self);

  dyads = sort_values (self->dyads, compare_dyads);

  for (guint i = 0; i < dyads->len; i++)
    {
      Dyad *dyad = g_ptr_array_index (dyads, i);

      if ((is_directed || g_strcmp0 (dyad->promisor, dyad->beneficiary) < 0)
          && !write_dyad (self, dyad, is_directed, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_day (Times   *self,
           GError **error)
{
  FoedPanel panel = self->run->options->panel;

  g_hash_table_remove_all (self->dyads);
  g_hash_table_remove_all (self->members);
  add_memberships (self);
  add_ties (self);

  if (panel == FOED_PANEL_STATE_YEARS || panel == FOED_PANEL_STATE_DAYS)
    return write_members (self, error);

  return write_dyads (self, panel == FOED_PANEL_DIRECTED_DYAD_YEARS, error);
}

static int
get_year (FoedDay day)
{
  int year, month, day_of_month;

  foed_day_to_calendar (day, &year, &month, &day_of_month);

  return year;
}

/* From the first year in which a party came to the last in which one came or left. */
static void
find_years (Times *self,
            int   *first_year,
            int   *last_year)
{
  FoedDay first = FOED_DAY_LAST;
  FoedDay last = FOED_DAY_FIRST;

  for (guint i = 0; i < self->memberships->len; i++)
    {
      const FoedMembership *membership = &g_array_index (self->memberships, FoedMembership, i);

      if (membership->first_day != FOED_DAY_FIRST)
        {
          first = MIN (first, membership->first_day);
          last = MAX (last, membership->first_day);
        }

      if (membership->last_day != FOED_DAY_LAST)
        last = MAX (last, membership->last_day);
    }

  *first_year = first == FOED_DAY_LAST ? 1 : get_year (first);
  *last_year = last == FOED_DAY_FIRST ? 0 : get_year (last);
}

static gboolean
write_years (Times   *self,
             GError **error)
{
  int first_year, last_year;

  find_years (self, &first_year, &last_year);

  if (self->run->options->first_year != 0)
    first_year = self->run->options->first_year;

  if (self->run->options->last_year != 0)
    last_year = self->run->options->last_year;

  for (self->year = first_year; self->year <= last_year; self->year++)
    {
      self->day = foed_day_from_calendar (self->year, 12, 31);

      if (!write_day (self, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_all (Times   *self,
           GError **error)
{
  if (self->run->options->panel != FOED_PANEL_STATE_DAYS)
    return write_years (self, error);

  if (foed_query_get_day (self->run->options->query, &self->day))
    return write_day (self, error);

  g_set_error_literal (error, FOED_TABLE_ERROR, FOED_TABLE_ERROR_UNKNOWN, _("Choose the day of the panel."));

  return FALSE;
}

/* Writes what has a row for a state or two at a time. */
gboolean
foed_panel_write_times (FoedPanelRun  *run,
                        GError       **error)
{
  g_autoptr (FoedQuery) query = foed_query_without_day (run->options->query);
  FoedPanelOptions undated = *run->options;
  g_autoptr (GArray) memberships = NULL;
  g_autoptr (GArray) ties = NULL;
  g_autoptr (GHashTable) cells = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GHashTable) dyads = g_hash_table_new_full (dyad_hash, dyad_equal, (GDestroyNotify) dyad_free, NULL);
  g_autoptr (GHashTable) members = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  FoedPanelRun all = *run;
  Times times = { .run = run, .cells = cells, .dyads = dyads, .members = members };

  foed_vocabulary_get_terms (FOED_VOCABULARY_OBLIGATION_KIND, &times.n_kinds);
  g_assert (times.n_kinds <= MOST_KINDS);

  memberships = foed_library_memberships_sync (run->library, query, run->cancellable, error);
  if (memberships == NULL)
    return FALSE;

  ties = foed_library_ties_sync (run->library, query, run->cancellable, error);
  if (ties == NULL)
    return FALSE;

  times.memberships = memberships;
  times.ties = ties;
  undated.query = query;
  all.options = &undated;

  return foed_panel_for_each_alliance (&all, note_alliance, &times, error) && write_all (&times, error);
}

static void
add_kind_columns (GPtrArray *columns)
{
  guint n_kinds;
  const FoedTerm *kinds = foed_vocabulary_get_terms (FOED_VOCABULARY_OBLIGATION_KIND, &n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      g_autofree char *nick = g_strdelimit (g_strdup (kinds[i].nick), "-", '_');
      g_autofree char *owes = g_strconcat ("owes_", nick, NULL);
      g_autofree char *owed = g_strconcat ("owed_", nick, NULL);

      g_ptr_array_add (columns, foed_table_column_new (owes, foed_term_get_label (&kinds[i]),
                                                       _("To how many states it is owed by this one."),
                                                       FOED_COLUMN_INTEGER, FOED_VOCABULARY_NONE));
      g_ptr_array_add (columns, foed_table_column_new (owed, foed_term_get_label (&kinds[i]),
                                                       _("By how many states it is owed to this one."),
                                                       FOED_COLUMN_INTEGER, FOED_VOCABULARY_NONE));
      foed_panel_add_cell_column (columns, nick);
    }
}

void
foed_panel_add_state_time_columns (GPtrArray *columns,
                                   gboolean   is_day)
{
  if (is_day)
    foed_panel_add_column (columns, "day", _("Day"), FOED_COLUMN_DATE, FOED_VOCABULARY_NONE);
  else
    foed_panel_add_column (columns, "year", _("Year"), FOED_COLUMN_INTEGER, FOED_VOCABULARY_NONE);

  foed_panel_add_state_columns (columns, "state", foed_record_kind_get_label (FOED_RECORD_STATE));
  foed_panel_add_column (columns, "n_alliances", _("Number of alliances"), FOED_COLUMN_INTEGER, FOED_VOCABULARY_NONE);
  foed_panel_add_column (columns, "n_allies", _("Number of allies"), FOED_COLUMN_INTEGER, FOED_VOCABULARY_NONE);
  add_kind_columns (columns);
}

void
foed_panel_add_dyad_columns (GPtrArray *columns,
                             gboolean   is_directed)
{
  foed_panel_add_column (columns, "year", _("Year"), FOED_COLUMN_INTEGER, FOED_VOCABULARY_NONE);
  foed_panel_add_state_columns (columns, is_directed ? "promisor" : "state1",
                                is_directed ? _("State that owes") : _("First state"));
  foed_panel_add_state_columns (columns, is_directed ? "beneficiary" : "state2",
                                is_directed ? _("State that is owed") : _("Second state"));
  foed_panel_add_column (columns, "n_alliances", _("Number of alliances"), FOED_COLUMN_INTEGER, FOED_VOCABULARY_NONE);
  foed_panel_add_column (columns, "alliances", _("Alliances"), FOED_COLUMN_REFERENCES, FOED_VOCABULARY_NONE);

  if (is_directed)
    {
      foed_panel_add_column (columns, "strength", foed_vocabulary_get_label (FOED_VOCABULARY_STRENGTH), FOED_COLUMN_TERM,
                             FOED_VOCABULARY_STRENGTH);
      foed_panel_add_column (columns, "conditional", _("Whether everything owed is conditional"), FOED_COLUMN_INTEGER,
                             FOED_VOCABULARY_NONE);
    }
  else
    {
      foed_panel_add_column (columns, "asymmetric", _("Whether the two owe each other different things"),
                             FOED_COLUMN_INTEGER, FOED_VOCABULARY_NONE);
    }

  foed_panel_add_term_columns (columns, "", FOED_VOCABULARY_OBLIGATION_KIND,
                               _("1 where it is owed, 0 where the texts say nothing, blank where that is not known."));
}
