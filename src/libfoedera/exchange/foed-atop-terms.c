/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-atop-terms"

#include "config.h"

#include <string.h>

#include "foed-atop-private.h"

/* What the data ask about each of the five obligations. The names of the conditions are made of @prefix and of what the
 * vocabulary gives for those of defence; @condition only says that there are some. By its definition in the data,
 * defence is owed when a member is attacked and consultation in a crisis that may become one of arms. */
typedef struct
{
  const char   *nick;
  AtopVariable  variable;
  AtopVariable  condition;
  const char   *prefix;
  const char   *trigger;
  const char   *response;
} MainKind;

static const MainKind main_kinds[] = {
  { "defence", ATOP_DEFENSE, ATOP_DEFCON, "def", "armed-attack", "all-means" },
  { "offence", ATOP_OFFENSE, ATOP_OFFCON, "off", NULL, "all-means" },
  { "neutrality", ATOP_NEUTRAL, ATOP_NEUCON, "neu", NULL, "neutrality" },
  { "non-aggression", ATOP_NONAGG, N_ATOP_VARIABLES, NULL, NULL, NULL },
  { "consultation", ATOP_CONSUL, ATOP_CONCON, "con", "threat-of-attack", "consultation" },
};

/* What else was coded and has no field of its own; kept as a note on the terms. */
static const AtopVariable others[] = {
  ATOP_OLIMOB, ATOP_DIPAID, ATOP_TERRRES, ATOP_SPECTHRT, ATOP_ACQTERR, ATOP_DIVGAINS, ATOP_DEMWITH, ATOP_REFLNUN,
  ATOP_REFOTHIO, ATOP_NATREFAL, ATOP_COMPAG, ATOP_NOMICOOP, ATOP_CONRES, ATOP_AGPROIS, ATOP_CONMEN, ATOP_ECAID,
  ATOP_PROADD, ATOP_FUTMEM, ATOP_SECRART, ATOP_ORGAN2, ATOP_ORGPURP1, ATOP_ORGPURP2, ATOP_OBVARY, ATOP_COWWAR,
  ATOP_MILINST, ATOP_FORMAL,
};

/* The variable that codes a condition of an obligation, or -1. */
static int
find_condition (const MainKind *kind,
                const FoedTerm *condition)
{
  g_autofree char *name = NULL;

  if (kind->prefix == NULL || condition->atop == NULL)
    return -1;

  name = g_strconcat (kind->prefix, condition->atop + strlen ("def"), NULL);

  return foed_atop_find_variable (name, strcspn (name, "="));
}

static FoedCoded
get_main_key (const AtopRow *row,
              gconstpointer  data,
              GString       *key)
{
  const MainKind *kind = data;
  const FoedTerm *conditions;
  guint n_conditions;
  int code = row->codes[kind->variable];

  if (code == FOED_CODE_BLANK)
    return FOED_CODED_NOT;

  g_string_append_printf (key, "%d", code > 0);
  if (code == 0)
    return FOED_CODED_SILENT;

  conditions = foed_vocabulary_get_terms (FOED_VOCABULARY_CONDITION_KIND, &n_conditions);

  for (guint i = 0; i < n_conditions; i++)
    {
      int variable = find_condition (kind, &conditions[i]);

      if (variable >= 0)
        g_string_append_printf (key, ",%d", row->codes[variable]);
    }

  if (kind->variable == ATOP_NEUTRAL)
    g_string_append_printf (key, ",%d", row->codes[ATOP_NEUCOATT]);

  return FOED_CODED_STATED;
}

/* The adversary of a condition is the state that the data name as the threat, where they name one. */
static void
set_adversary (FoedDataSetRun    *run,
               AtopPhase         *phase,
               const AtopRow     *row,
               FoedRecordBuilder *condition)
{
  g_autoptr (GPtrArray) states = g_ptr_array_new ();

  foed_data_set_set (condition, FOED_FIELD_ADVERSARY, "named");

  if (row->codes[ATOP_SPECTHRT] != 1)
    {
      foed_data_set_set (condition, FOED_FIELD_NOTE, "The data do not say which.");
      return;
    }

  for (AtopVariable variable = ATOP_STATTHR1; variable <= ATOP_STATTHR2; variable++)
    if (row->codes[variable] > 0)
      g_ptr_array_add (states, (gpointer) foed_data_set_get_state (run, row->codes[variable],
                                                                   foed_coded_date_get_first_day (phase->begin), NULL));

  if (states->len == 2 && g_str_equal (states->pdata[0], states->pdata[1]))
    g_ptr_array_set_size (states, 1);

  if (states->len > 0)
    foed_data_set_set_list (condition, FOED_FIELD_STATES, states);

  foed_data_set_set (condition, FOED_FIELD_NOTE, states->len > 0 ? "Named in the data as a threat."
                                                                 : "The data do not say which.");
}

static void
add_trigger (const char        *threat,
             FoedRecordBuilder *obligation)
{
  FoedRecordBuilder *condition = foed_record_builder_new (FOED_RECORD_CONDITION, NULL);

  foed_data_set_set (condition, FOED_FIELD_KIND, "trigger");
  foed_data_set_set (condition, FOED_FIELD_THREAT, threat);
  foed_data_set_take (obligation, condition);
}

static void
add_condition (FoedDataSetRun    *run,
               AtopPhase         *phase,
               const AtopRow     *row,
               const MainKind    *kind,
               const FoedTerm    *term,
               FoedRecordBuilder *obligation)
{
  int variable = find_condition (kind, term);
  FoedRecordBuilder *condition;

  if (variable < 0 || row->codes[variable] == FOED_CODE_BLANK)
    return;

  condition = foed_record_builder_new (FOED_RECORD_CONDITION, NULL);
  foed_record_builder_set_term (condition, FOED_FIELD_KIND, term);

  if (row->codes[variable] == 0)
    foed_data_set_set (condition, FOED_FIELD_PRESENCE, "silent");
  else if (g_str_equal (term->nick, "adversary"))
    set_adversary (run, phase, row, condition);
  else if (g_str_equal (term->nick, "area"))
    foed_data_set_set (condition, FOED_FIELD_NOTE, "The data do not say where.");
  else if (g_str_equal (term->nick, "particular-conflict"))
    foed_data_set_set (condition, FOED_FIELD_NOTE, "The data do not say which.");
  else if (g_str_equal (term->nick, "adversary-number"))
    foed_data_set_set (condition, FOED_FIELD_NOTE, "The data do not say how many.");

  foed_data_set_take (obligation, condition);
}

static void
add_conditions (FoedDataSetRun    *run,
                AtopAlliance      *alliance,
                AtopPhase         *phase,
                const AtopRow     *row,
                const MainKind    *kind,
                FoedRecordBuilder *obligation)
{
  const FoedTerm *terms;
  guint n_terms;

  if (kind->trigger != NULL)
    add_trigger (kind->trigger, obligation);
  else if (kind->variable == ATOP_NEUTRAL && row->codes[ATOP_NEUCOATT] == 1)
    add_trigger ("armed-attack", obligation);

  if (alliance->is_coarse)
    {
      if (kind->prefix != NULL && row->codes[kind->condition] == 1)
        foed_data_set_set (obligation, FOED_FIELD_NOTE,
                           "It is conditional, but the alliance level of the data does not say how.");
      return;
    }

  terms = foed_vocabulary_get_terms (FOED_VOCABULARY_CONDITION_KIND, &n_terms);

  for (guint i = 0; i < n_terms; i++)
    add_condition (run, phase, row, kind, &terms[i], obligation);
}

/* Who owes: named only where not all members of the phase do. Whom: only where the phase is not the whole alliance. */
static void
set_direction (AtopPhase         *phase,
               AtopGroup         *group,
               gboolean           is_only,
               FoedRecordBuilder *obligation)
{
  g_autoptr (GPtrArray) promisors = NULL;

  if (!is_only || phase->is_parallel)
    {
      promisors = foed_atop_group_list_states (group);
      foed_data_set_set_list (obligation, FOED_FIELD_PROMISORS, promisors);
    }

  if (phase->is_parallel)
    foed_data_set_set_list (obligation, FOED_FIELD_BENEFICIARIES, phase->states);
}

static FoedRecordBuilder *
start_obligation (AtopPhase  *phase,
                  AtopGroup  *group,
                  gboolean    is_only,
                  const char *nick)
{
  g_autofree char *id = foed_atop_group_make_id (phase, group, is_only, "terms.", nick);
  FoedRecordBuilder *obligation = foed_record_builder_new (FOED_RECORD_OBLIGATION, id);

  foed_data_set_set (obligation, FOED_FIELD_KIND, nick);

  if (group->coded == FOED_CODED_SILENT)
    foed_data_set_set (obligation, FOED_FIELD_PRESENCE, "silent");

  set_direction (phase, group, is_only, obligation);

  return obligation;
}

static void
add_main_kind (FoedDataSetRun    *run,
               AtopAlliance      *alliance,
               AtopPhase         *phase,
               const MainKind    *kind,
               FoedRecordBuilder *clause)
{
  g_autoptr (GPtrArray) groups = foed_atop_group_rows (phase, get_main_key, kind);

  for (guint i = 0; i < groups->len; i++)
    {
      AtopGroup *group = g_ptr_array_index (groups, i);
      FoedRecordBuilder *obligation;

      if (group->coded == FOED_CODED_NOT)
        continue;

      obligation = start_obligation (phase, group, groups->len == 1, kind->nick);

      if (group->coded == FOED_CODED_STATED)
        {
          if (kind->response != NULL)
            foed_data_set_set (obligation, FOED_FIELD_RESPONSE, kind->response);

          add_conditions (run, alliance, phase, g_ptr_array_index (group->rows, 0), kind, obligation);

          if (alliance->is_coarse && ((AtopRow *) g_ptr_array_index (group->rows, 0))->codes[ATOP_ASYMM] == 1)
            foed_data_set_set (obligation, FOED_FIELD_SUMMARY,
                               "Members owe different things; the alliance level of the data does not say who owes this.");
        }

      foed_atop_cite_phase (run, alliance, phase, obligation, foed_atop_get_name (kind->variable));
      foed_data_set_take (clause, obligation);
    }
}

static FoedCoded
get_rule_key (const AtopRow *row,
              gconstpointer  data,
              GString       *key)
{
  FoedCoded coded = foed_code_rule_apply (data, row, foed_atop_get_code);

  g_string_append_printf (key, "%d", coded);

  return coded;
}

/* A further kind of obligation, by the rule that the vocabulary gives. */
static void
add_other_kind (FoedDataSetRun    *run,
                AtopAlliance      *alliance,
                AtopPhase         *phase,
                const FoedTerm    *term,
                FoedRecordBuilder *clause)
{
  g_autoptr (GPtrArray) groups = foed_atop_group_rows (phase, get_rule_key, term->atop);
  g_autofree char *variables = foed_code_rule_list_names (term->atop);

  for (guint i = 0; i < groups->len; i++)
    {
      AtopGroup *group = g_ptr_array_index (groups, i);
      g_autofree char *note = NULL;
      FoedRecordBuilder *obligation;

      if (group->coded == FOED_CODED_NOT)
        continue;

      obligation = start_obligation (phase, group, groups->len == 1, term->nick);

      if (group->coded == FOED_CODED_STATED)
        {
          note = g_strdup_printf ("Coded as %s = %d.", variables,
                                  foed_atop_get_code (g_ptr_array_index (group->rows, 0), variables,
                                                      strlen (variables)));
          foed_data_set_set (obligation, FOED_FIELD_NOTE, note);
        }

      foed_atop_cite_phase (run, alliance, phase, obligation, variables);
      foed_data_set_take (clause, obligation);
    }
}

static gboolean
is_main_kind (const FoedTerm *term)
{
  for (guint i = 0; i < G_N_ELEMENTS (main_kinds); i++)
    if (g_str_equal (main_kinds[i].nick, term->nick))
      return TRUE;

  return FALSE;
}

static void
set_note (AtopPhase         *phase,
          FoedRecordBuilder *clause)
{
  g_autoptr (GString) note = g_string_new (NULL);
  const AtopRow *row = g_ptr_array_index (phase->rows, 0);

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (row->codes[others[i]] > 0)
      g_string_append_printf (note, "%s%s = %d", note->len == 0 ? "Also coded: " : ", ", foed_atop_get_name (others[i]),
                              row->codes[others[i]]);

  if (note->len == 0)
    return;

  g_string_append_c (note, '.');
  foed_data_set_set (clause, FOED_FIELD_NOTE, note->str);
}

/* Adds the one clause that holds all obligations of a phase: the data do not tell articles. */
void
foed_atop_add_clause (FoedDataSetRun    *run,
                      AtopAlliance      *alliance,
                      AtopPhase         *phase,
                      FoedRecordBuilder *instrument)
{
  FoedRecordBuilder *clause = foed_record_builder_new (FOED_RECORD_CLAUSE, phase->clause);
  const FoedTerm *terms;
  guint n_terms;

  foed_data_set_set (clause, FOED_FIELD_KIND, "part");
  foed_data_set_set (clause, FOED_FIELD_FUNCTION, "promises");
  foed_data_set_set (clause, FOED_FIELD_TITLE, "Terms as coded");
  set_note (phase, clause);

  for (guint i = 0; i < G_N_ELEMENTS (main_kinds); i++)
    add_main_kind (run, alliance, phase, &main_kinds[i], clause);

  terms = foed_vocabulary_get_terms (FOED_VOCABULARY_OBLIGATION_KIND, &n_terms);

  for (guint i = 0; i < n_terms; i++)
    if (terms[i].atop != NULL && !is_main_kind (&terms[i]))
      add_other_kind (run, alliance, phase, &terms[i], clause);

  foed_data_set_take (instrument, clause);
}
