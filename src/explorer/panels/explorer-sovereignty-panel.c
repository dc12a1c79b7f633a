/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-sovereignty-panel"

#include "config.h"

#include <glib/gi18n.h>

#include "explorer-panel-content.h"
#include "explorer-sovereignty-panel.h"
#include "explorer/widgets/explorer-record-text.h"

#define N_LEVELS 3

struct _ExplorerSovereigntyPanel
{
  ExplorerPanel parent_instance;
};

G_DEFINE_FINAL_TYPE (ExplorerSovereigntyPanel, explorer_sovereignty_panel, EXPLORER_TYPE_PANEL)

/* As many full dots as the level, and words, so that the dots are not the only sign. */
static char *
dup_level (FoedRecord *impact)
{
  const FoedTerm *level = foed_record_get_term (impact, FOED_FIELD_LEVEL);
  g_autoptr (GString) dots = g_string_new (NULL);
  int n_full;

  if (level == NULL)
    {
      FoedCell cell = foed_record_get_cell (impact, FOED_FIELD_LEVEL);

      return g_strdup (foed_term_get_label (foed_cell_get_term (cell)));
    }

  n_full = foed_vocabulary_get_position (FOED_VOCABULARY_IMPACT_LEVEL, level);
  for (int i = 0; i < N_LEVELS; i++)
    g_string_append (dots, i < n_full ? "●" : "○");

  /* Translators: dots that show a level, and the level in words, as in "●●○ Substantial". */
  return g_strdup_printf (C_("level", "%s %s"), dots->str, foed_term_get_label (level));
}

static void
append_impact (ExplorerPanel *panel,
               FoedRecord    *impact)
{
  static const FoedField facts[] = { FOED_FIELD_CLAUSE, FOED_FIELD_OBLIGATION, FOED_FIELD_MECHANISM };
  ExplorerRecordCard *card = explorer_panel_append_card (panel, impact);
  g_autofree char *level = dup_level (impact);

  explorer_record_card_hide_title (card);
  explorer_record_card_add_label (card, level);
  explorer_record_card_add_term (card, FOED_FIELD_DIRECTION, NULL);
  explorer_record_card_add_period (card);
  explorer_record_card_add_summary (card);

  if (foed_record_has_value (impact, FOED_FIELD_STATES))
    {
      g_autofree char *states = explorer_record_text_dup_value (explorer_panel_get_session (panel), impact,
                                                                FOED_FIELD_STATES);

      explorer_record_card_add_fact (card, C_("impact", "Falls on"), states);
    }
  else
    explorer_record_card_add_fact (card, C_("impact", "Falls on"), C_("impact", "every party"));

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (foed_record_has_value (impact, facts[i]))
      explorer_record_card_add_facts (card, &facts[i], 1);

  explorer_record_card_add_sources (card);
}

static gboolean
append_freedom (ExplorerPanel  *panel,
                GPtrArray      *impacts,
                const FoedTerm *freedom)
{
  gboolean any = FALSE;

  for (guint i = 0; i < impacts->len; i++)
    {
      FoedRecord *impact = g_ptr_array_index (impacts, i);

      if (foed_record_get_term (impact, FOED_FIELD_DOMAIN) != freedom)
        continue;

      if (!any)
        {
          explorer_panel_append_heading (panel, foed_term_get_label (freedom));
          explorer_panel_append_text (panel, foed_term_get_explanation (freedom));
          any = TRUE;
        }

      append_impact (panel, impact);
    }

  return any;
}

static void
append_not_coded (ExplorerPanel *panel,
                  GStrvBuilder  *not_coded)
{
  g_auto (GStrv) labels = g_strv_builder_end (not_coded);
  g_autofree char *list = NULL;

  if (labels[0] == NULL)
    return;

  list = g_strjoinv (C_("list", ", "), labels);
  explorer_panel_append_heading (panel, _("Not Coded"));
  explorer_panel_append_text (panel, list);
}

static void
explorer_sovereignty_panel_build (ExplorerPanel *panel,
                                  FoedRecord    *record)
{
  g_autoptr (GPtrArray) impacts = explorer_panel_list_records (record, FOED_RECORD_IMPACT);
  g_autoptr (GStrvBuilder) not_coded = g_strv_builder_new ();
  guint n_freedoms;
  const FoedTerm *freedoms = foed_vocabulary_get_terms (FOED_VOCABULARY_SOVEREIGNTY, &n_freedoms);

  if (foed_record_get_kind (record) != FOED_RECORD_ALLIANCE)
    {
      explorer_panel_append_empty (panel, "security-high-symbolic", _("No Sovereignty Notes Here"),
                                   _("Select an alliance to see what it costs its members in freedom of action."));
      return;
    }

  if (impacts->len == 0)
    {
      explorer_panel_append_empty (panel, "security-high-symbolic", _("Sovereignty Not Coded"),
                                   _("Nobody has recorded yet what this alliance costs its members in freedom of "
                                     "action. That does not mean that it costs nothing."));
      return;
    }

  for (guint i = 0; i < n_freedoms; i++)
    if (!append_freedom (panel, impacts, &freedoms[i]))
      g_strv_builder_add (not_coded, foed_term_get_label (&freedoms[i]));

  append_not_coded (panel, not_coded);
}

static void
explorer_sovereignty_panel_class_init (ExplorerSovereigntyPanelClass *klass)
{
  EXPLORER_PANEL_CLASS (klass)->build = explorer_sovereignty_panel_build;
}

static void
explorer_sovereignty_panel_init (ExplorerSovereigntyPanel *self)
{
}
