/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-atop-facts"

#include "config.h"

#include "foed-atop-private.h"

/* What a code means for the freedom of the members. The data have no scale of sovereignty: the levels are ours, by the
 * explanations of the vocabulary, and each impact says what it was coded from. */
static const struct
{
  const char   *domain;
  AtopVariable  variable;
  int           code;
  const char   *level;
  const char   *direction;
  const char   *mechanism;
  const char   *summary;
} impacts[] = {
  { "command", ATOP_INTCOM, 1, "3", "limits", "integrated-command",
    "Forces stand under an integrated command in peace and war." },
  { "command", ATOP_SUBORD, 1, "2", "limits", NULL, "In war, forces of one state come under the command of another." },
  { "command", ATOP_SUBORD, 2, "2", "limits", NULL, "In war, a joint command leads the forces." },
  { "forces-on-territory", ATOP_BASE, 1, "2", "limits", "bases", "Troops are placed jointly." },
  { "forces-on-territory", ATOP_BASE, 2, "2", "limits", "bases", "The members open bases to one another." },
  { "forces-on-territory", ATOP_BASE, 3, "2", "limits", "bases", "One state places troops on the territory of another." },
  { "force-levels", ATOP_ARMRED, 1, "2", "limits", NULL, "Arms are limited or reduced." },
  { "force-levels", ATOP_ARMRED, 2, "2", "limits", NULL, "Arms must be increased." },
  { "force-levels", ATOP_CONTRIB, 1, "2", "limits", "contribution-quota",
    "Contributions of troops, supplies or money are laid down." },
  { "foreign-policy", ATOP_NOOTHALL, 1, "2", "limits", NULL, "No alliance may be made that runs against this one." },
  { "foreign-policy", ATOP_THIRDCOM, 1, "2", "limits", NULL, "Commitments to third states are restricted." },
  { "jurisdiction", ATOP_MEDARB, 1, "1", "limits", NULL, "Disputes go to mediation or arbitration." },
  { "domestic-approval", ATOP_ESTMODE, 1, "1", "safeguards", NULL, "It had to be ratified." },
  { "intervention", ATOP_INTERV, 1, "1", "safeguards", NULL,
    "The members promise not to intervene in each other’s affairs." },
  { "intervention", ATOP_INTERV, 2, "2", "limits", NULL, "An organ of the alliance may intervene in domestic affairs." },
  { "intervention", ATOP_INTERV, 3, "2", "limits", NULL, "Members may be helped against unrest within." },
  { "intervention", ATOP_INTERV, 4, "2", "limits", NULL, "The terms touch on domestic affairs in a rare way." },
};

typedef struct
{
  AtopVariable variable;
  int          code;
} Code;

static FoedCoded
get_rule_key (const AtopRow *row,
              gconstpointer  data,
              GString       *key)
{
  FoedCoded coded = foed_code_rule_apply (data, row, foed_atop_get_code);

  g_string_append_printf (key, "%d", coded);

  return coded;
}

static FoedCoded
get_code_key (const AtopRow *row,
              gconstpointer  data,
              GString       *key)
{
  const Code *code = data;
  FoedCoded coded = row->codes[code->variable] == code->code ? FOED_CODED_STATED : FOED_CODED_NOT;

  g_string_append_printf (key, "%d", coded);

  return coded;
}

/* Names the states of a fact that does not concern all of the alliance. */
static void
set_states (AtopPhase         *phase,
            AtopGroup         *group,
            gboolean           is_only,
            FoedRecordBuilder *builder)
{
  g_autoptr (GPtrArray) states = NULL;

  if (is_only && !phase->is_parallel)
    return;

  states = foed_atop_group_list_states (group);
  foed_data_set_set_list (builder, FOED_FIELD_STATES, states);
}

static void
add_mechanism (FoedDataSetRun    *run,
               AtopAlliance      *alliance,
               AtopPhase         *phase,
               const FoedTerm    *term,
               FoedRecordBuilder *parent)
{
  g_autoptr (GPtrArray) groups = foed_atop_group_rows (phase, get_rule_key, term->atop);
  g_autofree char *variables = foed_code_rule_list_names (term->atop);

  for (guint i = 0; i < groups->len; i++)
    {
      AtopGroup *group = g_ptr_array_index (groups, i);
      g_autofree char *id = foed_atop_group_make_id (phase, group, groups->len == 1, "mechanism.", term->nick);
      FoedRecordBuilder *mechanism;

      if (group->coded == FOED_CODED_NOT)
        continue;

      mechanism = foed_record_builder_new (FOED_RECORD_MECHANISM, id);
      foed_record_builder_set_term (mechanism, FOED_FIELD_KIND, term);
      foed_data_set_set (mechanism, FOED_FIELD_BASIS, "text");
      foed_data_set_set (mechanism, FOED_FIELD_TITLE, term->label);
      foed_data_set_set (mechanism, FOED_FIELD_CLAUSE, phase->clause);

      if (group->coded == FOED_CODED_SILENT)
        foed_data_set_set (mechanism, FOED_FIELD_PRESENCE, "silent");

      set_states (phase, group, groups->len == 1, mechanism);
      foed_atop_cite_phase (run, alliance, phase, mechanism, variables);
      foed_data_set_take (parent, mechanism);
    }
}

static FoedRecordBuilder *
start_impact (AtopPhase  *phase,
              AtopGroup  *group,
              gboolean    is_only,
              const char *nick,
              const char *domain,
              const char *direction)
{
  g_autofree char *id = foed_atop_group_make_id (phase, group, is_only, "impact.", nick);
  FoedRecordBuilder *impact = foed_record_builder_new (FOED_RECORD_IMPACT, id);

  foed_data_set_set (impact, FOED_FIELD_DOMAIN, domain);
  foed_data_set_set (impact, FOED_FIELD_DIRECTION, direction);
  foed_data_set_set (impact, FOED_FIELD_CLAUSE, phase->clause);
  set_states (phase, group, is_only, impact);

  return impact;
}

/* A freedom about which the text says nothing. */
static void
add_silence (FoedDataSetRun    *run,
             AtopAlliance      *alliance,
             AtopPhase         *phase,
             const FoedTerm    *term,
             FoedRecordBuilder *parent)
{
  g_autoptr (GPtrArray) groups = foed_atop_group_rows (phase, get_rule_key, term->atop);
  g_autofree char *variables = foed_code_rule_list_names (term->atop);

  for (guint i = 0; i < groups->len; i++)
    {
      AtopGroup *group = g_ptr_array_index (groups, i);
      FoedRecordBuilder *impact;

      if (group->coded != FOED_CODED_SILENT)
        continue;

      impact = start_impact (phase, group, groups->len == 1, term->nick, term->nick, "limits");
      foed_record_builder_set_cell (impact, FOED_FIELD_LEVEL, FOED_CELL_SILENT);
      foed_atop_cite_phase (run, alliance, phase, impact, variables);
      foed_data_set_take (parent, impact);
    }
}

static void
add_impact (FoedDataSetRun    *run,
            AtopAlliance      *alliance,
            AtopPhase         *phase,
            guint              position,
            FoedRecordBuilder *parent)
{
  Code code = { impacts[position].variable, impacts[position].code };
  g_autoptr (GPtrArray) groups = foed_atop_group_rows (phase, get_code_key, &code);

  for (guint i = 0; i < groups->len; i++)
    {
      AtopGroup *group = g_ptr_array_index (groups, i);
      const char *name = foed_atop_get_name (code.variable);
      g_autofree char *mechanism = NULL;
      FoedRecordBuilder *impact;

      if (group->coded != FOED_CODED_STATED)
        continue;

      impact = start_impact (phase, group, groups->len == 1, name, impacts[position].domain,
                             impacts[position].direction);
      foed_data_set_set (impact, FOED_FIELD_LEVEL, impacts[position].level);
      foed_data_set_set (impact, FOED_FIELD_SUMMARY, impacts[position].summary);

      if (impacts[position].mechanism != NULL && groups->len == 1)
        {
          mechanism = g_strconcat (phase->id, ".mechanism.", impacts[position].mechanism, NULL);
          foed_data_set_set (impact, FOED_FIELD_MECHANISM, mechanism);
        }

      foed_atop_cite_phase (run, alliance, phase, impact, name);
      foed_data_set_take (parent, impact);
    }
}

/* The way out matters only where there is a term. */
static void
add_exit (FoedDataSetRun    *run,
          AtopAlliance      *alliance,
          AtopPhase         *phase,
          FoedRecordBuilder *parent)
{
  const AtopRow *row = g_ptr_array_index (phase->rows, 0);
  AtopGroup group = { FOED_CODED_STATED, phase->rows };
  int code = row->codes[ATOP_RENOUNCE];
  FoedRecordBuilder *impact;

  if (code == FOED_CODE_BLANK)
    return;

  impact = start_impact (phase, &group, TRUE, "renounce", "exit", code > 0 ? "safeguards" : "limits");

  if (code > 0)
    {
      foed_data_set_set (impact, FOED_FIELD_LEVEL, "1");
      foed_data_set_set (impact, FOED_FIELD_SUMMARY, "A member may renounce it before its term.");
    }
  else if (row->codes[ATOP_LENGTH] > 0)
    {
      foed_data_set_set (impact, FOED_FIELD_LEVEL, "2");
      foed_data_set_set (impact, FOED_FIELD_SUMMARY, "There is a term, and no way out before it ends.");
    }
  else
    {
      foed_record_builder_set_cell (impact, FOED_FIELD_LEVEL, FOED_CELL_SILENT);
    }

  foed_atop_cite_phase (run, alliance, phase, impact, "renounce, length");
  foed_data_set_take (parent, impact);
}

/* One variable stands for mediation and arbitration alike; the weaker of the two is what can be said. */
static void
add_enforcement (FoedDataSetRun    *run,
                 AtopAlliance      *alliance,
                 AtopPhase         *phase,
                 const FoedTerm    *term,
                 FoedRecordBuilder *parent)
{
  g_autoptr (GPtrArray) groups = foed_atop_group_rows (phase, get_rule_key, term->atop);
  AtopGroup *group = g_ptr_array_index (groups, 0);
  g_autofree char *variables = foed_code_rule_list_names (term->atop);
  g_autofree char *id = NULL;
  FoedRecordBuilder *enforcement;

  if (group->coded == FOED_CODED_NOT
      || (group->coded == FOED_CODED_STATED && g_str_equal (term->nick, "arbitration")))
    return;

  id = g_strdup_printf ("%s.enforcement.%s", phase->id, term->nick);
  enforcement = foed_record_builder_new (FOED_RECORD_ENFORCEMENT, id);
  foed_record_builder_set_term (enforcement, FOED_FIELD_KIND, term);
  foed_data_set_set (enforcement, FOED_FIELD_CLAUSE, phase->clause);

  if (group->coded == FOED_CODED_SILENT)
    foed_data_set_set (enforcement, FOED_FIELD_PRESENCE, "silent");
  else if (g_str_equal (term->nick, "mediation"))
    foed_data_set_set (enforcement, FOED_FIELD_SUMMARY, "Mediation or arbitration; the data do not say which.");

  foed_atop_cite_phase (run, alliance, phase, enforcement, variables);
  foed_data_set_take (parent, enforcement);
}

/* Adds what a phase provides besides obligations: mechanisms, what they cost in freedom, and enforcement. */
void
foed_atop_add_facts (FoedDataSetRun    *run,
                     AtopAlliance      *alliance,
                     AtopPhase         *phase,
                     FoedRecordBuilder *parent)
{
  const FoedTerm *terms;
  guint n_terms;

  terms = foed_vocabulary_get_terms (FOED_VOCABULARY_COORDINATION, &n_terms);
  for (guint i = 0; i < n_terms; i++)
    if (terms[i].atop != NULL)
      add_mechanism (run, alliance, phase, &terms[i], parent);

  for (guint i = 0; i < G_N_ELEMENTS (impacts); i++)
    add_impact (run, alliance, phase, i, parent);

  add_exit (run, alliance, phase, parent);

  terms = foed_vocabulary_get_terms (FOED_VOCABULARY_SOVEREIGNTY, &n_terms);
  for (guint i = 0; i < n_terms; i++)
    if (terms[i].atop != NULL && !g_str_equal (terms[i].nick, "exit"))
      add_silence (run, alliance, phase, &terms[i], parent);

  terms = foed_vocabulary_get_terms (FOED_VOCABULARY_ENFORCEMENT, &n_terms);
  for (guint i = 0; i < n_terms; i++)
    if (terms[i].atop != NULL)
      add_enforcement (run, alliance, phase, &terms[i], parent);
}
