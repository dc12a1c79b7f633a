/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-clauses-panel"

#include "config.h"

#include <glib/gi18n.h>

#include "explorer-clauses-panel.h"
#include "explorer-panel-content.h"
#include "explorer/widgets/explorer-record-text.h"

struct _ExplorerClausesPanel
{
  ExplorerPanel parent_instance;
};

G_DEFINE_FINAL_TYPE (ExplorerClausesPanel, explorer_clauses_panel, EXPLORER_TYPE_PANEL)

/* What a condition says, after the words for its kind: its terms, states and places, and below them its note. */
static char *
dup_condition_details (ExplorerSession *session,
                       FoedRecord      *condition)
{
  static const FoedField fields[] = {
    FOED_FIELD_THREAT, FOED_FIELD_ADVERSARY, FOED_FIELD_STATES, FOED_FIELD_COUNT, FOED_FIELD_PLACES,
    FOED_FIELD_CLAUSE
  };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *note = explorer_record_text_dup_value (session, condition, FOED_FIELD_NOTE);
  g_autofree char *details = NULL;
  g_auto (GStrv) parts = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *value = explorer_record_text_dup_value (session, condition, fields[i]);

      if (value != NULL)
        g_strv_builder_add (builder, value);
    }

  if (foed_record_has_value (condition, FOED_FIELD_EXCEPT_PLACES))
    {
      g_autofree char *places = explorer_record_text_dup_value (session, condition, FOED_FIELD_EXCEPT_PLACES);
      /* Translators: after a list of places, those that do not count. */
      g_autofree char *except = g_strdup_printf (C_("condition", "except %s"), places);

      g_strv_builder_add (builder, except);
    }

  if (explorer_panel_is_silent (condition))
    {
      const char *state = foed_term_get_label (foed_record_get_term (condition, FOED_FIELD_PRESENCE));
      g_autofree char *silent = g_markup_printf_escaped ("<i>%s</i>", state);

      g_strv_builder_add (builder, silent);
    }

  parts = g_strv_builder_end (builder);

  /* Translators: stands between the parts of a condition, as in "named; Russia". */
  details = g_strjoinv (C_("condition", "; "), parts);
  if (note == NULL)
    return g_steal_pointer (&details);
  return g_strdup_printf ("%s\n<small>%s</small>", details, note);
}

static void
add_conditions (ExplorerPanel      *panel,
                ExplorerRecordCard *card,
                FoedRecord         *obligation)
{
  ExplorerSession *session = explorer_panel_get_session (panel);

  for (guint i = 0; i < foed_record_get_n_children (obligation); i++)
    {
      FoedRecord *child = foed_record_get_child (obligation, i);
      g_autofree char *details = NULL;

      if (foed_record_get_kind (child) != FOED_RECORD_CONDITION)
        continue;

      details = dup_condition_details (session, child);
      explorer_record_card_add_fact (card, foed_term_get_label (foed_record_get_term (child, FOED_FIELD_KIND)),
                                     details);
    }
}

static void
add_sides (ExplorerPanel      *panel,
           ExplorerRecordCard *card,
           FoedRecord         *obligation)
{
  static const FoedField sides[] = { FOED_FIELD_PROMISORS, FOED_FIELD_BENEFICIARIES };

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    if (foed_record_has_value (obligation, sides[i]))
      explorer_record_card_add_facts (card, &sides[i], 1);
    else if (sides[i] == FOED_FIELD_PROMISORS)
      explorer_record_card_add_fact (card, foed_field_get_label (sides[i]), C_("promisors", "every party"));
    else
      explorer_record_card_add_fact (card, foed_field_get_label (sides[i]), C_("beneficiaries", "every other party"));
}

static void
add_obligation (ExplorerPanel      *panel,
                ExplorerRecordCard *clause_card,
                FoedRecord         *obligation)
{
  static const FoedField facts[] = { FOED_FIELD_STRENGTH, FOED_FIELD_RESPONSE };
  const FoedTerm *strength = foed_record_get_term (obligation, FOED_FIELD_STRENGTH);
  /* A strength that is stated stands beside the kind. */
  guint n_told = strength != NULL && foed_record_get_cell (obligation, FOED_FIELD_STRENGTH) == FOED_CELL_STATED ? 1 : 0;
  ExplorerRecordCard *card = explorer_panel_new_card (panel, obligation);

  gtk_widget_remove_css_class (GTK_WIDGET (card), "card");
  gtk_widget_add_css_class (GTK_WIDGET (card), "obligation");
  explorer_record_card_hide_title (card);
  explorer_record_card_add_term (card, FOED_FIELD_KIND, strength != NULL ? foed_term_get_label (strength) : NULL);
  explorer_record_card_add_period (card);

  if (explorer_panel_is_silent (obligation))
    explorer_record_card_add_term (card, FOED_FIELD_PRESENCE, NULL);
  else
    {
      add_sides (panel, card, obligation);
      explorer_record_card_add_facts (card, facts + n_told, G_N_ELEMENTS (facts) - n_told);
      add_conditions (panel, card, obligation);
    }

  explorer_record_card_add_summary (card);
  explorer_record_card_add_sources (card);
  explorer_record_card_add_child (clause_card, GTK_WIDGET (card));
}

static void
add_wording (ExplorerPanel      *panel,
             ExplorerRecordCard *card,
             FoedRecord         *text)
{
  const char *language = foed_record_get_text (text, FOED_FIELD_LANGUAGE);
  /* Translators: opens the wording of a clause; the code of a language, as in "Wording (en)". */
  g_autofree char *title = g_strdup_printf (C_("clause", "Wording (%s)"), language);
  g_autofree char *markup = g_markup_escape_text (foed_record_get_text (text, FOED_FIELD_CONTENT), -1);
  GtkWidget *expander = gtk_expander_new (title);
  GtkWidget *label = explorer_record_label_new (explorer_panel_get_session (panel), markup);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_expander_set_child (GTK_EXPANDER (expander), label);
  explorer_record_card_add_child (card, expander);
}

static ExplorerRecordCard *make_clause_card (ExplorerPanel *panel,
                                             FoedRecord    *root,
                                             FoedRecord    *clause);

static void
add_clause_child (ExplorerPanel      *panel,
                  ExplorerRecordCard *card,
                  FoedRecord         *root,
                  FoedRecord         *child)
{
  FoedRecordKind kind = foed_record_get_kind (child);
  ExplorerRecordCard *child_card;

  if (kind == FOED_RECORD_OBLIGATION)
    add_obligation (panel, card, child);
  else if (kind == FOED_RECORD_TEXT)
    add_wording (panel, card, child);
  else if (kind == FOED_RECORD_CLAUSE)
    {
      child_card = make_clause_card (panel, root, child);
      gtk_widget_remove_css_class (GTK_WIDGET (child_card), "card");
      gtk_widget_add_css_class (GTK_WIDGET (child_card), "nested");
      explorer_record_card_add_child (card, GTK_WIDGET (child_card));
    }
}

static ExplorerRecordCard *
make_clause_card (ExplorerPanel *panel,
                  FoedRecord    *root,
                  FoedRecord    *clause)
{
  ExplorerRecordCard *card = explorer_panel_new_card (panel, clause);

  explorer_record_card_add_term (card, FOED_FIELD_FUNCTION, NULL);
  explorer_record_card_add_period (card);
  explorer_record_card_add_summary (card);

  for (guint i = 0; i < foed_record_get_n_children (clause); i++)
    add_clause_child (panel, card, root, foed_record_get_child (clause, i));

  explorer_panel_add_related (panel, card, root, clause);
  explorer_record_card_add_sources (card);

  return card;
}

static void
append_instrument (ExplorerPanel *panel,
                   FoedRecord    *root,
                   FoedRecord    *instrument)
{
  g_autofree char *period = explorer_record_text_dup_period (instrument);
  gboolean any = FALSE;
  GtkWidget *heading;

  heading = explorer_panel_append_heading (panel, foed_record_get_text (instrument, FOED_FIELD_TITLE));
  explorer_panel_place (panel, foed_record_get_id (instrument), heading);
  if (period != NULL)
    {
      /* Translators: of a treaty, from when to when. */
      g_autofree char *text = g_strdup_printf (C_("treaty", "In force %s"), period);

      explorer_panel_append_text (panel, text);
    }

  for (guint i = 0; i < foed_record_get_n_children (instrument); i++)
    {
      FoedRecord *child = foed_record_get_child (instrument, i);

      if (foed_record_get_kind (child) != FOED_RECORD_CLAUSE)
        continue;

      explorer_panel_append (panel, GTK_WIDGET (make_clause_card (panel, root, child)));
      any = TRUE;
    }

  if (!any)
    explorer_panel_append_text (panel, _("No clause of this treaty has been recorded."));
}

static void
explorer_clauses_panel_build (ExplorerPanel *panel,
                              FoedRecord    *record)
{
  g_autoptr (GPtrArray) instruments = explorer_panel_list_records (record, FOED_RECORD_INSTRUMENT);

  if (foed_record_get_kind (record) != FOED_RECORD_ALLIANCE)
    explorer_panel_append_empty (panel, "text-x-generic-symbolic", _("No Clauses Here"),
                                 _("Select an alliance to read its clauses."));
  else if (instruments->len == 0)
    explorer_panel_append_empty (panel, "text-x-generic-symbolic", _("No Treaty Recorded"),
                                 _("Import the treaty of this alliance to read its clauses."));

  for (guint i = 0; i < instruments->len; i++)
    append_instrument (panel, record, g_ptr_array_index (instruments, i));
}

static void
explorer_clauses_panel_class_init (ExplorerClausesPanelClass *klass)
{
  EXPLORER_PANEL_CLASS (klass)->build = explorer_clauses_panel_build;
}

static void
explorer_clauses_panel_init (ExplorerClausesPanel *self)
{
}
