/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-coordination-panel"

#include "config.h"

#include <glib/gi18n.h>

#include "explorer-coordination-panel.h"
#include "explorer-panel-content.h"

struct _ExplorerCoordinationPanel
{
  ExplorerPanel parent_instance;
};

G_DEFINE_FINAL_TYPE (ExplorerCoordinationPanel, explorer_coordination_panel, EXPLORER_TYPE_PANEL)

static void
append_mechanism (ExplorerPanel *panel,
                  FoedRecord    *root,
                  FoedRecord    *mechanism)
{
  static const FoedField facts[] = {
    FOED_FIELD_CLAUSE, FOED_FIELD_INSTRUMENT, FOED_FIELD_STATES, FOED_FIELD_PLACE
  };
  ExplorerRecordCard *card = explorer_panel_append_card (panel, mechanism);

  explorer_record_card_add_term (card, FOED_FIELD_KIND, NULL);
  if (explorer_panel_is_silent (mechanism))
    explorer_record_card_add_term (card, FOED_FIELD_PRESENCE, NULL);
  else
    explorer_record_card_add_term (card, FOED_FIELD_BASIS, NULL);
  explorer_record_card_add_period (card);
  explorer_record_card_add_summary (card);

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (foed_record_has_value (mechanism, facts[i]))
      explorer_record_card_add_facts (card, &facts[i], 1);

  explorer_panel_add_related (panel, card, root, mechanism);
  explorer_record_card_add_sources (card);
}

static guint
append_mechanisms (ExplorerPanel *panel,
                   FoedRecord    *root,
                   GPtrArray     *mechanisms,
                   gboolean       silent,
                   const char    *heading)
{
  guint n_appended = 0;

  for (guint i = 0; i < mechanisms->len; i++)
    {
      FoedRecord *mechanism = g_ptr_array_index (mechanisms, i);

      if (explorer_panel_is_silent (mechanism) != silent)
        continue;

      if (n_appended++ == 0)
        explorer_panel_append_heading (panel, heading);

      append_mechanism (panel, root, mechanism);
    }

  return n_appended;
}

static void
explorer_coordination_panel_build (ExplorerPanel *panel,
                                   FoedRecord    *record)
{
  g_autoptr (GPtrArray) mechanisms = explorer_panel_list_records (record, FOED_RECORD_MECHANISM);

  if (foed_record_get_kind (record) != FOED_RECORD_ALLIANCE)
    explorer_panel_append_empty (panel, "system-users-symbolic", _("No Coordination Here"),
                                 _("Select an alliance to see how its members act together."));
  else if (mechanisms->len == 0)
    explorer_panel_append_empty (panel, "system-users-symbolic", _("Coordination Not Coded"),
                                 _("Nobody has recorded yet how these allies act together. That does not mean that "
                                   "they do not."));

  append_mechanisms (panel, record, mechanisms, FALSE, _("How the Allies Act Together"));
  append_mechanisms (panel, record, mechanisms, TRUE, _("What the Texts Do Not Provide"));
}

static void
explorer_coordination_panel_class_init (ExplorerCoordinationPanelClass *klass)
{
  EXPLORER_PANEL_CLASS (klass)->build = explorer_coordination_panel_build;
}

static void
explorer_coordination_panel_init (ExplorerCoordinationPanel *self)
{
}
