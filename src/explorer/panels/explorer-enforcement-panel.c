/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-enforcement-panel"

#include "config.h"

#include <glib/gi18n.h>

#include "explorer-enforcement-panel.h"
#include "explorer-panel-content.h"

struct _ExplorerEnforcementPanel
{
  ExplorerPanel parent_instance;
};

G_DEFINE_FINAL_TYPE (ExplorerEnforcementPanel, explorer_enforcement_panel, EXPLORER_TYPE_PANEL)

static void
append_enforcement (ExplorerPanel *panel,
                    FoedRecord    *enforcement)
{
  static const FoedField clause = FOED_FIELD_CLAUSE;
  ExplorerRecordCard *card = explorer_panel_append_card (panel, enforcement);

  if (explorer_panel_is_silent (enforcement))
    explorer_record_card_add_term (card, FOED_FIELD_PRESENCE, NULL);
  explorer_record_card_add_period (card);
  explorer_record_card_add_summary (card);
  if (foed_record_has_value (enforcement, clause))
    explorer_record_card_add_facts (card, &clause, 1);
  explorer_record_card_add_sources (card);
}

static void
append_all_enforcement (ExplorerPanel *panel,
                        FoedRecord    *record)
{
  g_autoptr (GPtrArray) all = explorer_panel_list_records (record, FOED_RECORD_ENFORCEMENT);

  explorer_panel_append_heading (panel, _("When a Duty Is Not Met"));
  if (all->len == 0)
    explorer_panel_append_text (panel, _("Not coded: nobody has recorded yet what the texts provide."));

  for (guint i = 0; i < all->len; i++)
    append_enforcement (panel, g_ptr_array_index (all, i));
}

/* How long each treaty runs, how it is renewed and how it is left. */
static void
append_duration (ExplorerPanel *panel,
                 FoedRecord    *record)
{
  static const FoedField facts[] = {
    FOED_FIELD_TERM_MONTHS, FOED_FIELD_RENEWAL_MONTHS, FOED_FIELD_NOTICE_MONTHS
  };
  g_autoptr (GPtrArray) instruments = explorer_panel_list_records (record, FOED_RECORD_INSTRUMENT);

  if (instruments->len > 0)
    explorer_panel_append_heading (panel, _("Duration and Exit"));

  for (guint i = 0; i < instruments->len; i++)
    {
      ExplorerRecordCard *card = explorer_panel_append_card (panel, g_ptr_array_index (instruments, i));

      explorer_record_card_add_period (card);
      explorer_record_card_add_term (card, FOED_FIELD_END_MODE, NULL);
      explorer_record_card_add_facts (card, facts, G_N_ELEMENTS (facts));
    }
}

static gboolean
has_function (FoedRecord *clause,
              const char *nick)
{
  const FoedTerm *function = foed_record_get_term (clause, FOED_FIELD_FUNCTION);

  return function != NULL && g_str_equal (function->nick, nick);
}

static void
append_clauses (ExplorerPanel *panel,
                FoedRecord    *record)
{
  g_autoptr (GPtrArray) clauses = explorer_panel_list_records (record, FOED_RECORD_CLAUSE);
  gboolean any = FALSE;

  for (guint i = 0; i < clauses->len; i++)
    {
      FoedRecord *clause = g_ptr_array_index (clauses, i);
      ExplorerRecordCard *card;

      if (!has_function (clause, "enforces") && !has_function (clause, "ends"))
        continue;

      if (!any)
        explorer_panel_append_heading (panel, _("Clauses on Disputes and End"));
      any = TRUE;

      card = explorer_panel_append_card (panel, clause);
      explorer_record_card_add_term (card, FOED_FIELD_FUNCTION, NULL);
      explorer_record_card_add_period (card);
      explorer_record_card_add_summary (card);
    }
}

static void
explorer_enforcement_panel_build (ExplorerPanel *panel,
                                  FoedRecord    *record)
{
  if (foed_record_get_kind (record) != FOED_RECORD_ALLIANCE)
    {
      explorer_panel_append_empty (panel, "emblem-important-symbolic", _("No Enforcement Here"),
                                   _("Select an alliance to see what happens when a duty is not met."));
      return;
    }

  append_all_enforcement (panel, record);
  append_duration (panel, record);
  append_clauses (panel, record);
}

static void
explorer_enforcement_panel_class_init (ExplorerEnforcementPanelClass *klass)
{
  EXPLORER_PANEL_CLASS (klass)->build = explorer_enforcement_panel_build;
}

static void
explorer_enforcement_panel_init (ExplorerEnforcementPanel *self)
{
}
