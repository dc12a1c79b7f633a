/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-panel-records"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "foed-panel-private.h"

/* The panels that have a row for a record: alliances, party spells and obligations. */

#define COLUMN(nick, label, type, vocabulary) \
  foed_panel_add_column (columns, nick, label, FOED_COLUMN_##type, FOED_VOCABULARY_##vocabulary)

/* What an alliance provides, taken together over its records: a cell for each term, and for freedoms a level. */
typedef struct
{
  FoedVocabulary  vocabulary;
  FoedCell       *cells;
  int            *levels;
  guint           n_terms;
} Tally;

static Tally *
tally_new (FoedVocabulary vocabulary)
{
  Tally *self = g_new0 (Tally, 1);

  self->vocabulary = vocabulary;
  foed_vocabulary_get_terms (vocabulary, &self->n_terms);
  self->cells = g_new (FoedCell, self->n_terms);
  self->levels = g_new0 (int, self->n_terms);

  for (guint i = 0; i < self->n_terms; i++)
    self->cells[i] = FOED_CELL_NOT_CODED;

  return self;
}

static void
tally_free (Tally *self)
{
  g_free (self->cells);
  g_free (self->levels);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Tally, tally_free)

static void
tally_add (Tally      *self,
           FoedRecord *record,
           FoedField   term_field,
           FoedField   cell_field)
{
  int position = foed_vocabulary_get_position (self->vocabulary, foed_record_get_term (record, term_field));

  self->cells[position] = foed_panel_join_cells (self->cells[position], foed_record_get_cell (record, cell_field));

  if (cell_field == FOED_FIELD_LEVEL && foed_record_has_value (record, FOED_FIELD_LEVEL))
    self->levels[position] = MAX (self->levels[position],
                                  foed_vocabulary_get_position (FOED_VOCABULARY_IMPACT_LEVEL,
                                                                foed_record_get_term (record, FOED_FIELD_LEVEL)));
}

/* Goes through what of @kind is under @record. */
static void
tally_collect (Tally          *self,
               FoedPanelRun   *run,
               FoedForce      *force,
               FoedRecord     *record,
               FoedRecordKind  kind,
               FoedField       term_field,
               FoedField       cell_field)
{
  for (guint i = 0; i < foed_record_get_n_children (record); i++)
    {
      FoedRecord *child = foed_record_get_child (record, i);
      FoedRecordKind child_kind = foed_record_get_kind (child);

      if (child_kind == kind && foed_panel_is_wanted (run, force, child))
        tally_add (self, child, term_field, cell_field);
      else if (child_kind == FOED_RECORD_INSTRUMENT || child_kind == FOED_RECORD_CLAUSE)
        tally_collect (self, run, force, child, kind, term_field, cell_field);
    }
}

static void
tally_write (Tally        *self,
             FoedPanelRow *row)
{
  for (guint i = 0; i < self->n_terms; i++)
    foed_panel_row_add_presence (row, self->cells[i]);
}

static void
tally_write_levels (Tally        *self,
                    FoedPanelRow *row)
{
  for (guint i = 0; i < self->n_terms; i++)
    {
      gboolean has_level = self->cells[i] == FOED_CELL_STATED || self->cells[i] == FOED_CELL_IMPLIED;

      if (has_level)
        foed_panel_row_add_number (row, self->levels[i]);
      else
        foed_panel_row_add (row, NULL);

      foed_panel_row_add (row, foed_cell_get_term (self->cells[i])->nick);
    }
}

static FoedRecord *
find_instrument (FoedPanelRun *run,
                 FoedRecord   *alliance,
                 FoedForce    *force)
{
  for (guint i = 0; i < foed_record_get_n_children (alliance); i++)
    {
      FoedRecord *child = foed_record_get_child (alliance, i);

      if (foed_record_get_kind (child) == FOED_RECORD_INSTRUMENT && foed_panel_is_wanted (run, force, child))
        return child;
    }

  return NULL;
}

static void
add_identifier (FoedPanelRow *row,
                FoedRecord   *alliance,
                const char   *scheme)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new ();

  for (guint i = 0; i < foed_record_get_n_children (alliance); i++)
    {
      FoedRecord *child = foed_record_get_child (alliance, i);

      if (foed_record_get_kind (child) == FOED_RECORD_IDENTIFIER
          && g_str_equal (foed_record_get_term (child, FOED_FIELD_SCHEME)->nick, scheme))
        g_ptr_array_add (values, (gpointer) foed_record_get_text (child, FOED_FIELD_VALUE));
    }

  foed_panel_row_add_list (row, values);
}

static void
add_parties (FoedPanelRun *run,
             FoedRecord   *alliance,
             FoedForce    *force)
{
  g_autoptr (GPtrArray) states = g_ptr_array_new ();

  for (guint i = 0; i < foed_record_get_n_children (alliance); i++)
    {
      FoedRecord *child = foed_record_get_child (alliance, i);
      gpointer state;

      if (foed_record_get_kind (child) != FOED_RECORD_PARTY || !foed_panel_is_wanted (run, force, child))
        continue;

      state = (gpointer) foed_record_get_reference (child, FOED_FIELD_STATE);
      if (!g_ptr_array_find_with_equal_func (states, state, g_str_equal, NULL))
        g_ptr_array_add (states, state);
    }

  foed_panel_row_add_number (&run->row, states->len);
  foed_panel_row_add_list (&run->row, states);
}

static void
add_tally (FoedPanelRun   *run,
           FoedRecord     *alliance,
           FoedForce      *force,
           FoedVocabulary  vocabulary,
           FoedRecordKind  kind,
           FoedField       term_field,
           FoedField       cell_field)
{
  g_autoptr (Tally) tally = tally_new (vocabulary);

  tally_collect (tally, run, force, alliance, kind, term_field, cell_field);

  if (cell_field == FOED_FIELD_LEVEL)
    tally_write_levels (tally, &run->row);
  else
    tally_write (tally, &run->row);
}

static gboolean
write_alliance (FoedPanelRun  *run,
                FoedRecord    *alliance,
                FoedForce     *force,
                gpointer       user_data,
                GError       **error)
{
  FoedPanelRow *row = &run->row;
  FoedRecord *instrument = find_instrument (run, alliance, force);

  foed_panel_row_add (row, foed_record_get_id (alliance));
  foed_panel_row_add_field (row, alliance, FOED_FIELD_TITLE);
  add_identifier (row, alliance, "atop");
  add_identifier (row, alliance, "cow");
  foed_panel_row_add_field (row, alliance, FOED_FIELD_BEGIN);
  foed_panel_row_add_field (row, alliance, FOED_FIELD_END);
  foed_panel_row_add_field (row, alliance, FOED_FIELD_END_MODE);
  foed_panel_row_add_field (row, alliance, FOED_FIELD_REGION);
  add_parties (run, alliance, force);

  foed_panel_row_add (row, instrument == NULL ? NULL : foed_record_get_id (instrument));
  foed_panel_row_add_field (row, instrument, FOED_FIELD_FORM);
  foed_panel_row_add_field (row, instrument, FOED_FIELD_FORCE);
  foed_panel_row_add_field (row, instrument, FOED_FIELD_SIGNED);
  foed_panel_row_add_coded (row, instrument, FOED_FIELD_SECRECY);
  foed_panel_row_add_coded (row, instrument, FOED_FIELD_TERM_MONTHS);
  foed_panel_row_add_coded (row, instrument, FOED_FIELD_RENEWAL_MONTHS);
  foed_panel_row_add_coded (row, instrument, FOED_FIELD_NOTICE_MONTHS);

  add_tally (run, alliance, force, FOED_VOCABULARY_OBLIGATION_KIND, FOED_RECORD_OBLIGATION, FOED_FIELD_KIND,
             FOED_FIELD_PRESENCE);
  add_tally (run, alliance, force, FOED_VOCABULARY_COORDINATION, FOED_RECORD_MECHANISM, FOED_FIELD_KIND,
             FOED_FIELD_PRESENCE);
  add_tally (run, alliance, force, FOED_VOCABULARY_SOVEREIGNTY, FOED_RECORD_IMPACT, FOED_FIELD_DOMAIN, FOED_FIELD_LEVEL);
  add_tally (run, alliance, force, FOED_VOCABULARY_ENFORCEMENT, FOED_RECORD_ENFORCEMENT, FOED_FIELD_KIND,
             FOED_FIELD_PRESENCE);

  return foed_panel_row_write (row, run, error);
}

/* The effective days: what the record's own dates leave of those around it. */
static void
add_period (FoedPanelRow *row,
            FoedForce    *force,
            FoedRecord   *record)
{
  const FoedPeriod *period = foed_force_find_period (force, foed_record_get_id (record));

  if (period == NULL)
    {
      foed_panel_row_add (row, NULL);
      foed_panel_row_add (row, NULL);
      foed_panel_row_add (row, "0");
      return;
    }

  foed_panel_row_add_day (row, period->first_day);
  foed_panel_row_add_day (row, period->last_day);
  foed_panel_row_add (row, "1");
}

static gboolean
write_parties (FoedPanelRun  *run,
               FoedRecord    *alliance,
               FoedForce     *force,
               gpointer       user_data,
               GError       **error)
{
  FoedPanelRow *row = &run->row;

  for (guint i = 0; i < foed_record_get_n_children (alliance); i++)
    {
      FoedRecord *party = foed_record_get_child (alliance, i);

      if (foed_record_get_kind (party) != FOED_RECORD_PARTY || !foed_panel_is_wanted (run, force, party))
        continue;

      foed_panel_row_add (row, foed_record_get_id (party));
      foed_panel_row_add (row, foed_record_get_id (alliance));
      foed_panel_row_add_field (row, alliance, FOED_FIELD_TITLE);
      foed_panel_row_add_state (row, run, foed_record_get_reference (party, FOED_FIELD_STATE));
      foed_panel_row_add_field (row, party, FOED_FIELD_ROLE);
      foed_panel_row_add_field (row, party, FOED_FIELD_BEGIN);
      foed_panel_row_add_field (row, party, FOED_FIELD_END);
      foed_panel_row_add_field (row, party, FOED_FIELD_ENTRY);
      foed_panel_row_add_field (row, party, FOED_FIELD_EXIT);
      add_period (row, force, party);

      if (!foed_panel_row_write (row, run, error))
        return FALSE;
    }

  return TRUE;
}

static void
add_conditions (FoedPanelRun *run,
                FoedRecord   *obligation)
{
  g_autoptr (Tally) tally = tally_new (FOED_VOCABULARY_CONDITION_KIND);
  g_autoptr (GPtrArray) threats = g_ptr_array_new ();
  g_autoptr (GPtrArray) adversaries = g_ptr_array_new ();

  for (guint i = 0; i < foed_record_get_n_children (obligation); i++)
    {
      FoedRecord *child = foed_record_get_child (obligation, i);
      const FoedTerm *threat;

      if (foed_record_get_kind (child) != FOED_RECORD_CONDITION)
        continue;

      tally_add (tally, child, FOED_FIELD_KIND, FOED_FIELD_PRESENCE);
      threat = foed_record_get_term (child, FOED_FIELD_THREAT);
      if (threat != NULL)
        g_ptr_array_add (threats, (gpointer) threat->nick);

      for (const char * const *state = foed_record_get_references (child, FOED_FIELD_STATES); *state != NULL; state++)
        g_ptr_array_add (adversaries, (gpointer) *state);
    }

  foed_panel_row_add_list (&run->row, threats);
  foed_panel_row_add_list (&run->row, adversaries);
  tally_write (tally, &run->row);
}

static void
add_references (FoedPanelRow *row,
                FoedRecord   *record,
                FoedField     field)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (const char * const *id = foed_record_get_references (record, field); *id != NULL; id++)
    g_ptr_array_add (ids, (gpointer) *id);

  foed_panel_row_add_list (row, ids);
}

static gboolean
write_obligation (FoedPanelRun  *run,
                  FoedRecord    *alliance,
                  FoedRecord    *instrument,
                  FoedRecord    *clause,
                  FoedRecord    *obligation,
                  FoedForce     *force,
                  GError       **error)
{
  FoedPanelRow *row = &run->row;

  foed_panel_row_add (row, foed_record_get_id (obligation));
  foed_panel_row_add (row, foed_record_get_id (alliance));
  foed_panel_row_add_field (row, alliance, FOED_FIELD_TITLE);
  foed_panel_row_add (row, foed_record_get_id (instrument));
  foed_panel_row_add (row, foed_record_get_id (clause));
  foed_panel_row_add_field (row, clause, FOED_FIELD_NUMBER);
  foed_panel_row_add_field (row, obligation, FOED_FIELD_KIND);
  foed_panel_row_add_presence (row, foed_record_get_cell (obligation, FOED_FIELD_PRESENCE));
  add_references (row, obligation, FOED_FIELD_PROMISORS);
  add_references (row, obligation, FOED_FIELD_BENEFICIARIES);
  foed_panel_row_add_coded (row, obligation, FOED_FIELD_STRENGTH);
  foed_panel_row_add_coded (row, obligation, FOED_FIELD_RESPONSE);
  foed_panel_row_add_field (row, obligation, FOED_FIELD_BEGIN);
  foed_panel_row_add_field (row, obligation, FOED_FIELD_END);
  add_period (row, force, obligation);
  add_conditions (run, obligation);

  return foed_panel_row_write (row, run, error);
}

static gboolean
write_obligations_under (FoedPanelRun  *run,
                         FoedRecord    *alliance,
                         FoedRecord    *instrument,
                         FoedRecord    *record,
                         FoedForce     *force,
                         GError       **error)
{
  for (guint i = 0; i < foed_record_get_n_children (record); i++)
    {
      FoedRecord *child = foed_record_get_child (record, i);
      FoedRecordKind kind = foed_record_get_kind (child);
      gboolean written = TRUE;

      if (kind == FOED_RECORD_INSTRUMENT)
        written = write_obligations_under (run, alliance, child, child, force, error);
      else if (kind == FOED_RECORD_CLAUSE)
        written = write_obligations_under (run, alliance, instrument, child, force, error);
      else if (kind == FOED_RECORD_OBLIGATION && foed_panel_is_wanted (run, force, child))
        written = write_obligation (run, alliance, instrument, record, child, force, error);

      if (!written)
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_obligations (FoedPanelRun  *run,
                   FoedRecord    *alliance,
                   FoedForce     *force,
                   gpointer       user_data,
                   GError       **error)
{
  return write_obligations_under (run, alliance, NULL, alliance, force, error);
}

static void
add_field_column (GPtrArray      *columns,
                  const char     *nick,
                  FoedField       field,
                  FoedColumnType  type,
                  FoedVocabulary  vocabulary)
{
  foed_panel_add_column (columns, nick, foed_field_get_label (field), type, vocabulary);
}

static void
add_coded_columns (GPtrArray      *columns,
                   const char     *nick,
                   FoedField       field,
                   FoedColumnType  type,
                   FoedVocabulary  vocabulary)
{
  add_field_column (columns, nick, field, type, vocabulary);
  foed_panel_add_cell_column (columns, nick);
}

static void
add_period_columns (GPtrArray *columns)
{
  COLUMN ("first_day", _("First day in force"), DATE, NONE);
  COLUMN ("last_day", _("Last day in force"), DATE, NONE);
  COLUMN ("ever_in_force", _("Whether ever in force"), INTEGER, NONE);
}

void
foed_panel_add_alliance_columns (GPtrArray *columns)
{
  const char *presence = _("1 where it is there, 0 where the text says nothing, blank where that is not known.");

  COLUMN ("alliance", foed_record_kind_get_label (FOED_RECORD_ALLIANCE), REFERENCE, NONE);
  add_field_column (columns, "title", FOED_FIELD_TITLE, FOED_COLUMN_TEXT, FOED_VOCABULARY_NONE);
  COLUMN ("atop", _("Number in ATOP"), TEXT, NONE);
  COLUMN ("cow", _("Number in COW Formal Alliances 4"), TEXT, NONE);
  add_field_column (columns, "begin", FOED_FIELD_BEGIN, FOED_COLUMN_DATE, FOED_VOCABULARY_NONE);
  add_field_column (columns, "end", FOED_FIELD_END, FOED_COLUMN_DATE, FOED_VOCABULARY_NONE);
  add_field_column (columns, "end_mode", FOED_FIELD_END_MODE, FOED_COLUMN_TERM, FOED_VOCABULARY_END_MODE);
  add_field_column (columns, "region", FOED_FIELD_REGION, FOED_COLUMN_TERM, FOED_VOCABULARY_REGION);
  COLUMN ("n_parties", _("Number of parties"), INTEGER, NONE);
  COLUMN ("parties", _("Parties"), REFERENCES, NONE);
  COLUMN ("instrument", _("First treaty"), REFERENCE, NONE);
  add_field_column (columns, "form", FOED_FIELD_FORM, FOED_COLUMN_TERM, FOED_VOCABULARY_INSTRUMENT_FORM);
  add_field_column (columns, "force", FOED_FIELD_FORCE, FOED_COLUMN_TERM, FOED_VOCABULARY_LEGAL_FORCE);
  add_field_column (columns, "signed", FOED_FIELD_SIGNED, FOED_COLUMN_DATE, FOED_VOCABULARY_NONE);
  add_coded_columns (columns, "secrecy", FOED_FIELD_SECRECY, FOED_COLUMN_TERM, FOED_VOCABULARY_SECRECY);
  add_coded_columns (columns, "term_months", FOED_FIELD_TERM_MONTHS, FOED_COLUMN_INTEGER, FOED_VOCABULARY_NONE);
  add_coded_columns (columns, "renewal_months", FOED_FIELD_RENEWAL_MONTHS, FOED_COLUMN_INTEGER, FOED_VOCABULARY_NONE);
  add_coded_columns (columns, "notice_months", FOED_FIELD_NOTICE_MONTHS, FOED_COLUMN_INTEGER, FOED_VOCABULARY_NONE);
  foed_panel_add_term_columns (columns, "", FOED_VOCABULARY_OBLIGATION_KIND, presence);
  foed_panel_add_term_columns (columns, "mechanism_", FOED_VOCABULARY_COORDINATION, presence);
  foed_panel_add_term_columns (columns, "impact_", FOED_VOCABULARY_SOVEREIGNTY, _("The highest level, 0 to 3."));
  foed_panel_add_term_columns (columns, "enforcement_", FOED_VOCABULARY_ENFORCEMENT, presence);
}

void
foed_panel_add_party_columns (GPtrArray *columns)
{
  COLUMN ("party", foed_record_kind_get_label (FOED_RECORD_PARTY), REFERENCE, NONE);
  COLUMN ("alliance", foed_record_kind_get_label (FOED_RECORD_ALLIANCE), REFERENCE, NONE);
  COLUMN ("alliance_title", foed_record_kind_get_label (FOED_RECORD_ALLIANCE), TEXT, NONE);
  foed_panel_add_state_columns (columns, "state", foed_record_kind_get_label (FOED_RECORD_STATE));
  add_field_column (columns, "role", FOED_FIELD_ROLE, FOED_COLUMN_TERM, FOED_VOCABULARY_PARTY_ROLE);
  add_field_column (columns, "begin", FOED_FIELD_BEGIN, FOED_COLUMN_DATE, FOED_VOCABULARY_NONE);
  add_field_column (columns, "end", FOED_FIELD_END, FOED_COLUMN_DATE, FOED_VOCABULARY_NONE);
  add_field_column (columns, "entry", FOED_FIELD_ENTRY, FOED_COLUMN_TERM, FOED_VOCABULARY_ENTRY);
  add_field_column (columns, "exit", FOED_FIELD_EXIT, FOED_COLUMN_TERM, FOED_VOCABULARY_EXIT);
  add_period_columns (columns);
}

void
foed_panel_add_obligation_columns (GPtrArray *columns)
{
  COLUMN ("obligation", foed_record_kind_get_label (FOED_RECORD_OBLIGATION), REFERENCE, NONE);
  COLUMN ("alliance", foed_record_kind_get_label (FOED_RECORD_ALLIANCE), REFERENCE, NONE);
  COLUMN ("alliance_title", foed_record_kind_get_label (FOED_RECORD_ALLIANCE), TEXT, NONE);
  COLUMN ("instrument", foed_record_kind_get_label (FOED_RECORD_INSTRUMENT), REFERENCE, NONE);
  COLUMN ("clause", foed_record_kind_get_label (FOED_RECORD_CLAUSE), REFERENCE, NONE);
  add_field_column (columns, "number", FOED_FIELD_NUMBER, FOED_COLUMN_TEXT, FOED_VOCABULARY_NONE);
  add_field_column (columns, "kind", FOED_FIELD_KIND, FOED_COLUMN_TERM, FOED_VOCABULARY_OBLIGATION_KIND);
  add_coded_columns (columns, "presence", FOED_FIELD_PRESENCE, FOED_COLUMN_INTEGER, FOED_VOCABULARY_NONE);
  add_field_column (columns, "promisors", FOED_FIELD_PROMISORS, FOED_COLUMN_REFERENCES, FOED_VOCABULARY_NONE);
  add_field_column (columns, "beneficiaries", FOED_FIELD_BENEFICIARIES, FOED_COLUMN_REFERENCES, FOED_VOCABULARY_NONE);
  add_coded_columns (columns, "strength", FOED_FIELD_STRENGTH, FOED_COLUMN_TERM, FOED_VOCABULARY_STRENGTH);
  add_coded_columns (columns, "response", FOED_FIELD_RESPONSE, FOED_COLUMN_TERM, FOED_VOCABULARY_RESPONSE);
  add_field_column (columns, "begin", FOED_FIELD_BEGIN, FOED_COLUMN_DATE, FOED_VOCABULARY_NONE);
  add_field_column (columns, "end", FOED_FIELD_END, FOED_COLUMN_DATE, FOED_VOCABULARY_NONE);
  add_period_columns (columns);
  COLUMN ("threats", _("Threats"), TERMS, THREAT);
  COLUMN ("adversaries", _("Adversaries named"), REFERENCES, NONE);
  foed_panel_add_term_columns (columns, "condition_", FOED_VOCABULARY_CONDITION_KIND,
                               _("1 where it is a condition, 0 where the text says nothing, blank where that is not "
                                 "known."));
}

gboolean
foed_panel_write_alliances (FoedPanelRun  *run,
                            GError       **error)
{
  return foed_panel_for_each_alliance (run, write_alliance, NULL, error);
}

gboolean
foed_panel_write_parties (FoedPanelRun  *run,
                          GError       **error)
{
  return foed_panel_for_each_alliance (run, write_parties, NULL, error);
}

gboolean
foed_panel_write_obligations (FoedPanelRun  *run,
                              GError       **error)
{
  return foed_panel_for_each_alliance (run, write_obligations, NULL, error);
}
