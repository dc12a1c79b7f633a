/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-overview-panel"

#include "config.h"

#include <glib/gi18n.h>

#include "explorer-overview-panel.h"
#include "explorer-panel-content.h"
#include "explorer-state-alliances.h"
#include "explorer/widgets/explorer-record-text.h"

struct _ExplorerOverviewPanel
{
  ExplorerPanel parent_instance;
};

G_DEFINE_FINAL_TYPE (ExplorerOverviewPanel, explorer_overview_panel, EXPLORER_TYPE_PANEL)

/* What the record says of itself, its title apart, which stands above the panels. */
static void
append_facts (ExplorerPanel *panel,
              FoedRecord    *record)
{
  const FoedRecordKindInfo *info = foed_record_kind_get_info (foed_record_get_kind (record));
  ExplorerRecordCard *card = explorer_panel_append_card (panel, record);

  explorer_record_card_hide_title (card);
  explorer_record_card_add_summary (card);

  for (guint i = 0; i < info->n_fields; i++)
    {
      FoedField field = info->fields[i].field;

      /* These stand in the header above the panels and in the summary. */
      if (field != FOED_FIELD_TITLE && field != FOED_FIELD_BEGIN && field != FOED_FIELD_END &&
          field != FOED_FIELD_SUMMARY && field != FOED_FIELD_NOTE && foed_record_has_value (record, field))
        explorer_record_card_add_facts (card, &field, 1);
    }

  if (foed_record_get_kind (record) != FOED_RECORD_ALLIANCE)
    explorer_record_card_add_names (card);
  explorer_record_card_add_sources (card);
}

/* What an alliance is called besides, and by which numbers data sets know it. */
static void
append_names (ExplorerPanel *panel,
              FoedRecord    *record)
{
  gboolean any = FALSE;
  GtkWidget *card;

  for (guint i = 0; i < foed_record_get_n_children (record); i++)
    {
      FoedRecordKind kind = foed_record_get_kind (foed_record_get_child (record, i));

      any |= kind == FOED_RECORD_NAME || kind == FOED_RECORD_IDENTIFIER;
    }
  if (!any)
    return;
  explorer_panel_append_heading (panel, _("Names and Codes"));
  card = explorer_record_card_new (explorer_panel_get_session (panel), record);
  explorer_record_card_hide_title (EXPLORER_RECORD_CARD (card));
  explorer_record_card_add_names (EXPLORER_RECORD_CARD (card));
  explorer_panel_append (panel, card);
}

static void
append_instruments (ExplorerPanel *panel,
                    FoedRecord    *record)
{
  static const FoedField facts[] = {
    FOED_FIELD_SIGNED, FOED_FIELD_PLACE, FOED_FIELD_AMENDS, FOED_FIELD_REPLACES, FOED_FIELD_KNOWN, FOED_FIELD_DEPOSITARY
  };
  g_autoptr (GPtrArray) instruments = explorer_panel_list_records (record, FOED_RECORD_INSTRUMENT);

  if (instruments->len > 0)
    explorer_panel_append_heading (panel, _("Treaties"));

  for (guint i = 0; i < instruments->len; i++)
    {
      FoedRecord *instrument = g_ptr_array_index (instruments, i);
      ExplorerRecordCard *card = explorer_panel_append_card (panel, instrument);

      explorer_record_card_add_term (card, FOED_FIELD_FORM, NULL);
      explorer_record_card_add_term (card, FOED_FIELD_FORCE, NULL);
      explorer_record_card_add_term (card, FOED_FIELD_SECRECY, NULL);
      explorer_record_card_add_period (card);
      explorer_record_card_add_summary (card);
      for (guint j = 0; j < G_N_ELEMENTS (facts); j++)
        if (foed_record_has_value (instrument, facts[j]))
          explorer_record_card_add_facts (card, &facts[j], 1);
      explorer_record_card_add_names (card);
      explorer_record_card_add_sources (card);
    }
}

static void
append_party (ExplorerPanel *panel,
              GtkWidget     *group,
              FoedRecord    *party)
{
  static const FoedField terms[] = { FOED_FIELD_ROLE, FOED_FIELD_ENTRY, FOED_FIELD_EXIT };
  ExplorerSession *session = explorer_panel_get_session (panel);
  g_autofree char *state = explorer_record_text_dup_link (session, foed_record_get_reference (party, FOED_FIELD_STATE));
  g_autofree char *period = explorer_record_text_dup_period (party);
  g_autoptr (GString) markup = g_string_new (state);
  GtkWidget *label;

  if (period != NULL)
    g_string_append_printf (markup, "  %s", period);

  for (guint i = 0; i < G_N_ELEMENTS (terms); i++)
    {
      const FoedTerm *term = foed_record_get_term (party, terms[i]);

      /* That a party is a party goes without saying. */
      if (term != NULL && !(terms[i] == FOED_FIELD_ROLE && g_str_equal (term->nick, "party")))
        g_string_append_printf (markup, C_("party", " · %s"), foed_term_get_label (term));
    }

  if (foed_record_get_text (party, FOED_FIELD_NOTE) != NULL)
    {
      g_autofree char *note = g_markup_escape_text (foed_record_get_text (party, FOED_FIELD_NOTE), -1);

      g_string_append_printf (markup, "\n<small>%s</small>", note);
    }

  label = explorer_record_label_new (session, markup->str);
  explorer_panel_place (panel, foed_record_get_id (party), label);
  gtk_box_append (GTK_BOX (group), label);
}

static void
append_party_group (ExplorerPanel *panel,
                    GPtrArray     *parties,
                    gboolean       holding,
                    const char    *heading)
{
  GtkWidget *group = NULL;

  for (guint i = 0; i < parties->len; i++)
    {
      FoedRecord *party = g_ptr_array_index (parties, i);

      if (explorer_panel_holds (panel, party) != holding)
        continue;

      if (group == NULL)
        {
          explorer_panel_append_heading (panel, heading);
          group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
          gtk_widget_add_css_class (group, "card");
          gtk_widget_add_css_class (group, "group");
          explorer_panel_append (panel, group);
        }

      append_party (panel, group, party);
    }
}

static void
append_parties (ExplorerPanel *panel,
                FoedRecord    *record)
{
  g_autoptr (GPtrArray) parties = explorer_panel_list_records (record, FOED_RECORD_PARTY);

  if (explorer_session_get_day_on (explorer_panel_get_session (panel)))
    {
      append_party_group (panel, parties, TRUE, _("Parties on the Day Shown"));
      append_party_group (panel, parties, FALSE, _("Parties at Other Times"));
    }
  else
    append_party_group (panel, parties, TRUE, _("Parties"));
}

static void
append_suspensions (ExplorerPanel *panel,
                    FoedRecord    *record)
{
  static const FoedField towards = FOED_FIELD_TOWARDS;
  g_autoptr (GPtrArray) suspensions = explorer_panel_list_records (record, FOED_RECORD_SUSPENSION);

  if (suspensions->len > 0)
    explorer_panel_append_heading (panel, _("Suspensions"));

  for (guint i = 0; i < suspensions->len; i++)
    {
      ExplorerRecordCard *card = explorer_panel_append_card (panel, g_ptr_array_index (suspensions, i));

      explorer_record_card_add_period (card);
      if (foed_record_has_value (g_ptr_array_index (suspensions, i), towards))
        explorer_record_card_add_facts (card, &towards, 1);
      explorer_record_card_add_summary (card);
      explorer_record_card_add_sources (card);
    }
}

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  return foed_date_compare (foed_record_get_date (*(FoedRecord **) a, FOED_FIELD_BEGIN),
                            foed_record_get_date (*(FoedRecord **) b, FOED_FIELD_BEGIN));
}

static void
append_events (ExplorerPanel *panel,
               FoedRecord    *record)
{
  static const FoedField facts[] = {
    FOED_FIELD_STATES, FOED_FIELD_TOWARDS, FOED_FIELD_CLAUSE, FOED_FIELD_INSTRUMENT, FOED_FIELD_PLACE
  };
  g_autoptr (GPtrArray) events = explorer_panel_list_records (record, FOED_RECORD_EVENT);

  g_ptr_array_sort (events, compare_events);
  if (events->len > 0)
    explorer_panel_append_heading (panel, _("Events"));

  for (guint i = 0; i < events->len; i++)
    {
      FoedRecord *event = g_ptr_array_index (events, i);
      GtkWidget *card = explorer_record_card_new (explorer_panel_get_session (panel), event);
      g_autofree char *date = foed_record_dup_display (event, FOED_FIELD_BEGIN);

      explorer_panel_place (panel, foed_record_get_id (event), card);
      explorer_record_card_add_label (EXPLORER_RECORD_CARD (card), date);
      explorer_record_card_add_term (EXPLORER_RECORD_CARD (card), FOED_FIELD_KIND, NULL);
      explorer_record_card_add_term (EXPLORER_RECORD_CARD (card), FOED_FIELD_THREAT, NULL);
      explorer_record_card_add_summary (EXPLORER_RECORD_CARD (card));
      for (guint j = 0; j < G_N_ELEMENTS (facts); j++)
        if (foed_record_has_value (event, facts[j]))
          explorer_record_card_add_facts (EXPLORER_RECORD_CARD (card), &facts[j], 1);
      explorer_record_card_add_sources (EXPLORER_RECORD_CARD (card));
      explorer_panel_append (panel, card);
    }
}

/* Spells of existence, successors, sovereigns: short lines under one heading. */
static void
append_spells (ExplorerPanel  *panel,
               FoedRecord     *record,
               FoedRecordKind  kind,
               const char     *heading)
{
  ExplorerSession *session = explorer_panel_get_session (panel);
  GtkWidget *group = NULL;

  for (guint i = 0; i < foed_record_get_n_children (record); i++)
    {
      FoedRecord *child = foed_record_get_child (record, i);
      g_autoptr (GString) markup = g_string_new (NULL);

      if (foed_record_get_kind (child) != kind)
        continue;

      if (group == NULL)
        {
          explorer_panel_append_heading (panel, heading);
          group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
          gtk_widget_add_css_class (group, "card");
          gtk_widget_add_css_class (group, "group");
          explorer_panel_append (panel, group);
        }

      if (kind != FOED_RECORD_SPELL)
        {
          g_autofree char *link = explorer_record_text_dup_link (session, foed_record_get_reference (child,
                                                                                                     FOED_FIELD_STATE));

          g_string_append_printf (markup, "%s  ", link);
        }

      if (kind == FOED_RECORD_SUCCESSION)
        {
          g_autofree char *on = foed_record_has_value (child, FOED_FIELD_ON) ? foed_record_dup_display (child,
                                                                                                        FOED_FIELD_ON)
                                                                             : g_strdup ("");

          g_string_append (markup, on);
        }
      else
        {
          g_autofree char *period = explorer_record_text_dup_period (child);

          g_string_append (markup, period != NULL ? period : _("at all times"));
        }

      gtk_box_append (GTK_BOX (group), explorer_record_label_new (session, markup->str));
    }
}

/* What a reader asks first comes first: of a state what it is owed and owes, and then what it is. */
static void
explorer_overview_panel_build (ExplorerPanel *panel,
                               FoedRecord    *record)
{
  if (foed_record_get_kind (record) == FOED_RECORD_STATE)
    explorer_panel_append (panel, explorer_state_alliances_new (explorer_panel_get_session (panel),
                                                                foed_record_get_id (record)));
  else
    append_facts (panel, record);

  switch ((guint) foed_record_get_kind (record))
    {
    case FOED_RECORD_ALLIANCE:
      append_parties (panel, record);
      append_suspensions (panel, record);
      append_instruments (panel, record);
      append_events (panel, record);
      append_names (panel, record);
      break;

    case FOED_RECORD_STATE:
      append_spells (panel, record, FOED_RECORD_SPELL, _("Existence"));
      append_spells (panel, record, FOED_RECORD_SUCCESSION, _("Succeeded By"));
      explorer_panel_append_heading (panel, _("Names and Codes"));
      append_facts (panel, record);
      break;

    case FOED_RECORD_PLACE:
      append_spells (panel, record, FOED_RECORD_SOVEREIGN, _("Held By"));
      break;

    default:
      break;
    }
}

static void
explorer_overview_panel_class_init (ExplorerOverviewPanelClass *klass)
{
  EXPLORER_PANEL_CLASS (klass)->build = explorer_overview_panel_build;
}

static void
explorer_overview_panel_init (ExplorerOverviewPanel *self)
{
}
