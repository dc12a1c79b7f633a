/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-panel"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "foed-panel-private.h"
#include "store/foed-listing.h"

#define PAGE_SIZE 256

/* @rules are written into replication logs, in English as all of a log. */
static const struct
{
  const char *nick;
  const char *label;
  const char *rules;
} panels[FOED_N_PANELS] = {
  [FOED_PANEL_ALLIANCES] = {
    "alliance", NC_("panel", "Alliances"),
    "A row an alliance. Of several records of one kind, stated counts before implied, silent, text-missing, not-coded; "
    "of several levels the highest. Terms are those of the first instrument." },
  [FOED_PANEL_PARTY_SPELLS] = {
    "party-spell", NC_("panel", "Party spells"),
    "A row a spell of a state in an alliance. first_day and last_day are what the dates of the alliance leave of the "
    "spell; a vague begin counts from its first possible day, a vague end to its last; blank is open." },
  [FOED_PANEL_OBLIGATIONS] = {
    "obligation", NC_("panel", "Obligations"),
    "A row an obligation, silent ones among them. Without promisors every party owes, without beneficiaries every other "
    "party is owed." },
  [FOED_PANEL_STATE_YEARS] = {
    "state-year", NC_("panel", "States by year"),
    "A row a state that exists or is in an alliance on 31 December of the year. owes_ and owed_ count partners, not "
    "obligations. Years end with the last in which a party is recorded to come or leave." },
  [FOED_PANEL_STATE_DAYS] = {
    "state-day", NC_("panel", "States on a day"),
    "A row a state that exists or is in an alliance on the day. owes_ and owed_ count partners, not obligations." },
  [FOED_PANEL_DYAD_YEARS] = {
    "dyad-year", NC_("panel", "Pairs of states by year"),
    "A row two states that are in an alliance together or owe each other anything on 31 December of the year; the state "
    "whose id comes first is state1. An obligation counts where either owes it. Where none does, it is silent if all "
    "alliances of the two are, else text-missing or not-coded. Years end with the last in which a party is recorded to "
    "come or leave." },
  [FOED_PANEL_DIRECTED_DYAD_YEARS] = {
    "directed-dyad-year", NC_("panel", "Directed pairs of states by year"),
    "A row a state that may owe, a state that may be owed, and a year, else as dyad-year." },
};

static GHashTable *
read_states (FoedLibrary   *library,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (GHashTable) states = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  g_auto (GStrv) ids = foed_library_list_ids_sync (library, FOED_RECORD_STATE, cancellable, error);

  if (ids == NULL)
    return NULL;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      FoedRecord *state = foed_library_get_record_sync (library, ids[i], cancellable, error);

      if (state == NULL)
        return NULL;

      g_hash_table_insert (states, (gpointer) foed_record_get_id (state), state);
    }

  return g_steal_pointer (&states);
}

static gboolean
visit (FoedPanelRun         *run,
       const char           *id,
       FoedPanelRecordFunc   func,
       gpointer              user_data,
       GError              **error)
{
  g_autoptr (FoedRecord) alliance = foed_library_get_record_sync (run->library, id, run->cancellable, error);
  g_autoptr (FoedForce) force = NULL;

  if (alliance == NULL)
    return FALSE;

  force = foed_force_new (alliance, FOED_READING_RECORDED);

  return func (run, alliance, force, user_data, error);
}

/* Visits the alliances that the query leaves, in the order of their ids, a page at a time. */
gboolean
foed_panel_for_each_alliance (FoedPanelRun         *run,
                              FoedPanelRecordFunc   func,
                              gpointer              user_data,
                              GError              **error)
{
  g_autoptr (FoedQuery) listed = foed_query_with_listing (run->options->query, FOED_LISTING_ALLIANCES);
  g_autoptr (FoedQuery) query = foed_query_with_sort (listed, "id", FALSE);

  for (guint offset = 0;; offset += PAGE_SIZE)
    {
      g_autoptr (GPtrArray) rows = foed_library_list_sync (run->library, query, offset, PAGE_SIZE, run->cancellable,
                                                           error);

      if (rows == NULL)
        return FALSE;

      for (guint i = 0; i < rows->len; i++)
        if (!visit (run, foed_row_get_id (g_ptr_array_index (rows, i)), func, user_data, error))
          return FALSE;

      if (rows->len < PAGE_SIZE)
        return TRUE;
    }
}

/* Without a day everything counts; with one, what is in force on it. */
gboolean
foed_panel_is_wanted (FoedPanelRun *run,
                      FoedForce    *force,
                      FoedRecord   *record)
{
  const FoedPeriod *period;
  FoedDay day;

  if (!foed_query_get_day (run->options->query, &day))
    return TRUE;

  period = foed_force_find_period (force, foed_record_get_id (record));

  return period != NULL && period->first_day <= day && day <= period->last_day;
}

/**
 * foed_panel_get_nick:
 * @self: a panel
 *
 * Returns: (transfer none): its stable name
 */
const char *
foed_panel_get_nick (FoedPanel self)
{
  g_return_val_if_fail (self < FOED_N_PANELS, NULL);

  return panels[self].nick;
}

/**
 * foed_panel_get_label:
 * @self: a panel
 *
 * Returns: (transfer none): what a person reads, translated
 */
const char *
foed_panel_get_label (FoedPanel self)
{
  g_return_val_if_fail (self < FOED_N_PANELS, NULL);

  return g_dpgettext2 (NULL, "panel", panels[self].label);
}

/**
 * foed_panel_get_rules:
 * @self: a panel
 *
 * Returns: (transfer none): by which rules it is made, in English, for logs
 */
const char *
foed_panel_get_rules (FoedPanel self)
{
  g_return_val_if_fail (self < FOED_N_PANELS, NULL);

  return panels[self].rules;
}

/**
 * foed_panel_from_nick:
 * @nick: a word
 * @panel: (out): the panel
 *
 * Returns: whether @nick is one of a panel
 */
gboolean
foed_panel_from_nick (const char *nick,
                      FoedPanel  *panel)
{
  g_return_val_if_fail (nick != NULL, FALSE);
  g_return_val_if_fail (panel != NULL, FALSE);

  for (guint i = 0; i < FOED_N_PANELS; i++)
    if (g_str_equal (panels[i].nick, nick))
      {
        *panel = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * foed_panel_make_columns:
 * @self: a panel
 *
 * Returns: (transfer full) (element-type FoedTableColumn): its columns
 */
GPtrArray *
foed_panel_make_columns (FoedPanel self)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func ((GDestroyNotify) foed_table_column_free);

  g_return_val_if_fail (self < FOED_N_PANELS, columns);

  switch (self)
    {
    case FOED_PANEL_ALLIANCES:
      foed_panel_add_alliance_columns (columns);
      break;

    case FOED_PANEL_PARTY_SPELLS:
      foed_panel_add_party_columns (columns);
      break;

    case FOED_PANEL_OBLIGATIONS:
      foed_panel_add_obligation_columns (columns);
      break;

    case FOED_PANEL_STATE_YEARS:
    case FOED_PANEL_STATE_DAYS:
      foed_panel_add_state_time_columns (columns, self == FOED_PANEL_STATE_DAYS);
      break;

    case FOED_PANEL_DYAD_YEARS:
    case FOED_PANEL_DIRECTED_DYAD_YEARS:
      foed_panel_add_dyad_columns (columns, self == FOED_PANEL_DIRECTED_DYAD_YEARS);
      break;

    case FOED_N_PANELS:
    default:
      g_assert_not_reached ();
    }

  return columns;
}

static gboolean
write_rows (FoedPanelRun  *run,
            GError       **error)
{
  switch (run->options->panel)
    {
    case FOED_PANEL_ALLIANCES:
      return foed_panel_write_alliances (run, error);

    case FOED_PANEL_PARTY_SPELLS:
      return foed_panel_write_parties (run, error);

    case FOED_PANEL_OBLIGATIONS:
      return foed_panel_write_obligations (run, error);

    case FOED_PANEL_STATE_YEARS:
    case FOED_PANEL_STATE_DAYS:
    case FOED_PANEL_DYAD_YEARS:
    case FOED_PANEL_DIRECTED_DYAD_YEARS:
      return foed_panel_write_times (run, error);

    case FOED_N_PANELS:
    default:
      g_assert_not_reached ();
    }
}

/**
 * foed_panel_write_sync:
 * @options: what it is made of
 * @library: a library
 * @writer: where to; its columns were written
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error of domain %FOED_LIBRARY_ERROR, %FOED_TABLE_ERROR or %G_IO_ERROR
 *
 * Writes the rows of a panel, sorted by the ids of alliances, or by years and the ids of states.
 *
 * Returns: whether all were written
 */
gboolean
foed_panel_write_sync (const FoedPanelOptions  *options,
                       FoedLibrary             *library,
                       FoedTableWriter         *writer,
                       GCancellable            *cancellable,
                       GError                 **error)
{
  FoedPanelRun run = { .options = options, .library = library, .writer = writer, .cancellable = cancellable };
  g_autoptr (GHashTable) states = NULL;
  g_autoptr (GPtrArray) cells = NULL;

  g_return_val_if_fail (options != NULL && FOED_IS_QUERY (options->query), FALSE);
  g_return_val_if_fail (FOED_IS_LIBRARY (library), FALSE);
  g_return_val_if_fail (writer != NULL, FALSE);

  states = read_states (library, cancellable, error);
  if (states == NULL)
    return FALSE;

  cells = g_ptr_array_new_with_free_func (g_free);
  run.states = states;
  run.row.cells = cells;

  return write_rows (&run, error);
}
