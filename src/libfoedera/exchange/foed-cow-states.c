/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-cow-states"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "foed-data-set-private.h"

typedef struct
{
  FoedCodedDate begin;
  FoedCodedDate end;
} Spell;

typedef struct
{
  int     number;
  char   *name;
  GArray *spells;
} State;

static void
state_free (State *self)
{
  g_array_unref (self->spells);
  g_free (self->name);
  g_free (self);
}

static State *
find_state (GPtrArray  *states,
            GHashTable *by_number,
            int         number,
            const char *name)
{
  State *state = g_hash_table_lookup (by_number, GINT_TO_POINTER (number));

  if (state == NULL)
    {
      state = g_new0 (State, 1);
      state->number = number;
      state->name = g_strdup (name);
      state->spells = g_array_new (FALSE, FALSE, sizeof (Spell));
      g_ptr_array_add (states, state);
      g_hash_table_insert (by_number, GINT_TO_POINTER (number), state);
    }

  return state;
}

/* A state of the library's own is left alone, and a mere name is only worth having where there is none. */
static gboolean
may_write (FoedDataSetRun *run,
           const State    *state)
{
  g_autofree char *id = foed_state_number_to_id (state->number);

  return !foed_state_numbers_has (run->states, state->number)
         || (state->spells->len > 0 && foed_state_numbers_get_state (run->states, id) != NULL);
}

static void
add_spells (FoedDataSetRun    *run,
            const State       *state,
            FoedCodedDate      data_begin,
            FoedCodedDate      data_end,
            FoedRecordBuilder *builder)
{
  for (guint i = 0; i < state->spells->len; i++)
    {
      const Spell *spell = &g_array_index (state->spells, Spell, i);
      FoedRecordBuilder *child = foed_record_builder_new (FOED_RECORD_SPELL, NULL);

      /* Who is there when the data begin or end was there before or is there after. */
      if (foed_coded_date_compare (spell->begin, data_begin) != 0)
        foed_coded_date_set (spell->begin, child, FOED_FIELD_BEGIN);

      if (foed_coded_date_compare (spell->end, data_end) != 0)
        foed_coded_date_set (spell->end, child, FOED_FIELD_END);

      foed_data_set_take (builder, child);
    }
}

static void
add_state (FoedDataSetRun *run,
           const State    *state,
           FoedCodedDate   data_begin,
           FoedCodedDate   data_end)
{
  g_autofree char *id = foed_state_number_to_id (state->number);
  g_autofree char *pinpoint = g_strdup_printf ("state number %d", state->number);
  g_autoptr (FoedRecordBuilder) builder = foed_record_builder_new (FOED_RECORD_STATE, id);
  FoedRecord *record;
  const char *name, *region;

  if (!may_write (run, state))
    return;

  foed_record_builder_set_integer (builder, FOED_FIELD_COW, state->number);

  if (foed_state_names_find (state->number, &name, &region))
    {
      foed_data_set_set (builder, FOED_FIELD_TITLE, name);
      foed_data_set_set (builder, FOED_FIELD_REGION, region);
    }
  else
    {
      foed_data_set_set_text (run, builder, FOED_FIELD_TITLE, state->name);
    }

  foed_data_set_cite (run, builder, pinpoint);
  add_spells (run, state, data_begin, data_end, builder);

  record = foed_record_builder_end (builder);
  foed_state_numbers_add (run->states, record);
  g_ptr_array_add (run->records, record);
}

static gboolean
read_number (FoedDataSetRun *run,
             int             column,
             int             name_column,
             int            *number)
{
  gint64 value;

  if (!foed_table_reader_scan_integer (run->table, column, &value) || value <= 0 || value > 9999999
      || foed_table_reader_get_cell (run->table, name_column) == NULL)
    {
      foed_table_reader_add_problem (run->table, FOED_SEVERITY_ERROR, column, "blank",
                                     _("The number or the name of the state is missing."), NULL);
      return FALSE;
    }

  *number = (int) value;

  return TRUE;
}

static gboolean
read_spell (FoedDataSetRun *run,
            const int      *columns,
            Spell          *spell)
{
  if (!foed_data_set_read_date (run, columns[0], columns[1], columns[2], &spell->begin)
      || !foed_data_set_read_date (run, columns[3], columns[4], columns[5], &spell->end))
    return FALSE;

  if (foed_coded_date_is_known (spell->begin)
      && foed_coded_date_get_last_day (spell->end) >= foed_coded_date_get_first_day (spell->begin))
    return TRUE;

  foed_table_reader_add_problem (run->table, FOED_SEVERITY_ERROR, columns[0], "order",
                                 _("The begin is missing or comes after the end."), NULL);

  return FALSE;
}

static gboolean
read_states (FoedDataSetRun  *run,
             gboolean         has_spells,
             GPtrArray       *states,
             FoedCodedDate   *data_begin,
             FoedCodedDate   *data_end,
             GCancellable    *cancellable,
             GError         **error)
{
  static const char * const names[] = { "styear", "stmonth", "stday", "endyear", "endmonth", "endday" };
  g_autoptr (GHashTable) by_number = g_hash_table_new (NULL, NULL);
  int number_column = foed_table_reader_find_column (run->table, "ccode");
  int name_column = foed_table_reader_find_column (run->table, "statenme");
  int columns[G_N_ELEMENTS (names)];
  gboolean is_first = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    columns[i] = foed_table_reader_find_column (run->table, names[i]);

  while (TRUE)
    {
      gboolean at_end;
      Spell spell;
      State *state;
      int number;

      if (!foed_data_set_next (run, &at_end, cancellable, error))
        return FALSE;

      if (at_end)
        return TRUE;

      if (!read_number (run, number_column, name_column, &number) || (has_spells && !read_spell (run, columns, &spell)))
        continue;

      state = find_state (states, by_number, number, foed_table_reader_get_cell (run->table, name_column));
      if (!has_spells)
        continue;

      g_array_append_val (state->spells, spell);

      if (is_first || foed_coded_date_compare (spell.begin, *data_begin) < 0)
        *data_begin = spell.begin;

      if (is_first || foed_coded_date_compare (spell.end, *data_end) > 0)
        *data_end = spell.end;

      is_first = FALSE;
    }
}

static void
add_states (FoedDataSetRun *run,
            GPtrArray      *states,
            FoedCodedDate   data_begin,
            FoedCodedDate   data_end)
{
  for (guint i = 0; i < states->len; i++)
    add_state (run, g_ptr_array_index (states, i), data_begin, data_end);
}

/* Reads a table of membership in the state system: a row a spell. */
gboolean
foed_cow_states_read (FoedDataSetRun  *run,
                      GCancellable    *cancellable,
                      GError         **error)
{
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func ((GDestroyNotify) state_free);
  FoedCodedDate data_begin = { 0 };
  FoedCodedDate data_end = { 0 };
  g_autofree char *id = NULL;
  g_autofree char *title = NULL;

  if (!read_states (run, TRUE, states, &data_begin, &data_end, cancellable, error))
    return FALSE;

  id = g_strdup_printf ("cow-system-%d", data_end.year);
  title = g_strdup_printf ("Correlates of War State System Membership, to %d", data_end.year);
  foed_data_set_start_source (run, id, title, "Correlates of War Project", NULL,
                              "Read from a table. Who is in the system on the first or last day of the data is open "
                              "there.");
  add_states (run, states, data_begin, data_end);

  return TRUE;
}

/* Reads a table of country codes: a row a name. */
gboolean
foed_cow_codes_read (FoedDataSetRun  *run,
                     GCancellable    *cancellable,
                     GError         **error)
{
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func ((GDestroyNotify) state_free);
  FoedCodedDate none = { 0 };

  if (!read_states (run, FALSE, states, &none, &none, cancellable, error))
    return FALSE;

  foed_data_set_start_source (run, "cow-country-codes", "Correlates of War Country Codes", "Correlates of War Project",
                              NULL, NULL);
  add_states (run, states, none, none);

  return TRUE;
}
