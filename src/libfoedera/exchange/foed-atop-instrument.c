/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-atop-instrument"

#include "config.h"

#include "foed-atop-private.h"

/* The term of @vocabulary for which a rule is met that names @variable. */
static const FoedTerm *
find_term (FoedVocabulary  vocabulary,
           const AtopRow  *row,
           const char     *variable)
{
  guint n_terms;
  const FoedTerm *terms = foed_vocabulary_get_terms (vocabulary, &n_terms);

  for (guint i = 0; i < n_terms; i++)
    if (terms[i].atop != NULL && g_str_has_prefix (terms[i].atop, variable)
        && foed_code_rule_apply (terms[i].atop, row, foed_atop_get_code) == FOED_CODED_STATED)
      return &terms[i];

  return NULL;
}

static void
set_form (AtopPhase         *phase,
          AtopPhase         *amended,
          const AtopRow     *row,
          GString           *note,
          FoedRecordBuilder *builder)
{
  const FoedTerm *form = find_term (FOED_VOCABULARY_INSTRUMENT_FORM, row, "estmode");
  const FoedTerm *secrecy = find_term (FOED_VOCABULARY_SECRECY, row, "pubsecr");
  g_autofree char *title = NULL;

  if (form == NULL)
    g_string_append (note, "Its form was not coded. ");

  foed_data_set_set (builder, FOED_FIELD_FORM, form == NULL ? "treaty" : form->nick);

  if (secrecy != NULL)
    foed_record_builder_set_term (builder, FOED_FIELD_SECRECY, secrecy);

  if (row->codes[ATOP_SOURCE] == 2)
    g_string_append (note, "Coded from secondary sources; the text was not at hand. ");

  if (amended != NULL)
    title = g_strdup_printf ("Terms of the alliance from %d", phase->begin.year);
  else
    title = g_strdup_printf (form != NULL && g_str_equal (form->nick, "executive-agreement")
                             ? "Agreement of alliance, %d" : "Treaty of alliance, %d", phase->begin.year);

  foed_data_set_set (builder, FOED_FIELD_TITLE, title);
}

/* A number of months; none is silence where the question was asked. */
static void
set_months (FoedRecordBuilder *builder,
            FoedField          field,
            int                code)
{
  if (code > 0)
    foed_record_builder_set_integer (builder, field, code);
  else if (code == 0)
    foed_record_builder_set_cell (builder, field, FOED_CELL_SILENT);
}

static void
set_term (const AtopRow     *row,
          GString           *note,
          FoedRecordBuilder *builder)
{
  set_months (builder, FOED_FIELD_TERM_MONTHS, row->codes[ATOP_LENGTH]);
  set_months (builder, FOED_FIELD_RENEWAL_MONTHS, row->codes[ATOP_RENEWLGT]);

  /* How long the notice must be was never coded; only that the text knows none. */
  if (row->codes[ATOP_RENOUNCE] == 0)
    foed_record_builder_set_cell (builder, FOED_FIELD_NOTICE_MONTHS, FOED_CELL_SILENT);

  if (row->codes[ATOP_SPECLGTH] == 2)
    g_string_append (note, "Made for the time of a war or event. ");
  else if (row->codes[ATOP_SPECLGTH] == 3)
    g_string_append (note, "Made without limit of time. ");

  if (row->codes[ATOP_PROREN] == 1)
    g_string_append (note, "May be renewed by a new agreement. ");
  else if (row->codes[ATOP_PROREN] == 2)
    g_string_append (note, "Renewed automatically. ");

  if (row->codes[ATOP_RENOUNCE] == 1)
    g_string_append (note, "May be renounced at any time with notice. ");
  else if (row->codes[ATOP_RENOUNCE] > 1)
    g_string_append (note, "May be renounced under conditions. ");
}

/* Adds the instrument of a phase; the data do not tell which treaties and protocols there were. */
void
foed_atop_add_instrument (FoedDataSetRun    *run,
                          AtopAlliance      *alliance,
                          AtopPhase         *phase,
                          AtopPhase         *amended,
                          FoedRecordBuilder *parent)
{
  FoedRecordBuilder *builder = foed_record_builder_new (FOED_RECORD_INSTRUMENT, phase->id);
  const AtopRow *row = g_ptr_array_index (phase->rows, 0);
  g_autoptr (GString) note = g_string_new (NULL);

  set_form (phase, amended, row, note, builder);
  foed_coded_date_set (phase->begin, builder, FOED_FIELD_SIGNED);
  foed_coded_date_set (phase->begin, builder, FOED_FIELD_BEGIN);

  if (!phase->is_open)
    foed_coded_date_set (phase->end, builder, FOED_FIELD_END);

  set_term (row, note, builder);

  if (amended != NULL)
    foed_data_set_set (builder, FOED_FIELD_AMENDS, amended->id);

  if (note->len > 0)
    {
      g_string_truncate (note, note->len - 1);
      foed_data_set_set (builder, FOED_FIELD_NOTE, note->str);
    }

  foed_atop_cite_phase (run, alliance, phase, builder, "estmode, pubsecr, length, renounce, proren");
  foed_atop_add_clause (run, alliance, phase, builder);
  foed_data_set_take (parent, builder);
}
