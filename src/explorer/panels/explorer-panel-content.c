/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-panel-content"

#include "config.h"

#include <glib/gi18n.h>

#include "explorer-panel-content.h"
#include "explorer/widgets/explorer-record-text.h"

/* The fields by which a record says what it comes from. */
static const FoedField origins[] = {
  FOED_FIELD_CLAUSE, FOED_FIELD_OBLIGATION, FOED_FIELD_MECHANISM, FOED_FIELD_INSTRUMENT
};

static GtkWidget *
append_label (ExplorerPanel *self,
              const char    *text,
              const char    *style_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style_class);
  explorer_panel_append (self, label);

  return label;
}

/**
 * explorer_panel_append_heading:
 * @self: a panel that is being built
 * @text: the heading, translated
 *
 * Begins a section.
 *
 * Returns: (transfer none): the heading
 */
GtkWidget *
explorer_panel_append_heading (ExplorerPanel *self,
                               const char    *text)
{
  g_return_val_if_fail (EXPLORER_IS_PANEL (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  return append_label (self, text, "title-4");
}

/**
 * explorer_panel_append_text:
 * @self: a panel that is being built
 * @text: a sentence or two, translated
 *
 * Adds quiet text under a heading.
 *
 * Returns: (transfer none): the text
 */
GtkWidget *
explorer_panel_append_text (ExplorerPanel *self,
                            const char    *text)
{
  g_return_val_if_fail (EXPLORER_IS_PANEL (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  return append_label (self, text, "dim-label");
}

/**
 * explorer_panel_holds:
 * @self: a panel
 * @record: a record
 *
 * Returns: whether @record holds by its own dates on the day that is on, or no day is on
 */
gboolean
explorer_panel_holds (ExplorerPanel *self,
                      FoedRecord    *record)
{
  ExplorerSession *session;
  FoedDay day;

  g_return_val_if_fail (EXPLORER_IS_PANEL (self), TRUE);
  g_return_val_if_fail (FOED_IS_RECORD (record), TRUE);

  session = explorer_panel_get_session (self);
  if (!explorer_session_get_day_on (session))
    return TRUE;

  day = explorer_session_get_day (session);

  return foed_record_get_first_day (record) <= day && day <= foed_record_get_last_day (record);
}

/**
 * explorer_panel_is_silent:
 * @record: a record that stands for a coded fact
 *
 * Returns: whether it says that the text does not provide for it, or was not there to be read
 */
gboolean
explorer_panel_is_silent (FoedRecord *record)
{
  const FoedTerm *presence;

  g_return_val_if_fail (FOED_IS_RECORD (record), FALSE);

  presence = foed_record_get_term (record, FOED_FIELD_PRESENCE);

  return presence != NULL && !g_str_equal (presence->nick, "stated") && !g_str_equal (presence->nick, "implied");
}

/**
 * explorer_panel_new_card:
 * @self: a panel that is being built
 * @record: a record
 *
 * Makes a card that is found when @record is selected, and that is quiet where @record does not hold on the day.
 *
 * Returns: (transfer floating): the card
 */
ExplorerRecordCard *
explorer_panel_new_card (ExplorerPanel *self,
                         FoedRecord    *record)
{
  GtkWidget *card;

  g_return_val_if_fail (EXPLORER_IS_PANEL (self), NULL);
  g_return_val_if_fail (FOED_IS_RECORD (record), NULL);

  card = explorer_record_card_new (explorer_panel_get_session (self), record);
  explorer_panel_place (self, foed_record_get_id (record), card);
  if (!explorer_panel_holds (self, record))
    explorer_record_card_set_resting (EXPLORER_RECORD_CARD (card), _("Not in force on the day shown"));

  return EXPLORER_RECORD_CARD (card);
}

/**
 * explorer_panel_append_card:
 * @self: a panel that is being built
 * @record: a record
 *
 * Adds a card as explorer_panel_new_card() makes it.
 *
 * Returns: (transfer none): the card
 */
ExplorerRecordCard *
explorer_panel_append_card (ExplorerPanel *self,
                            FoedRecord    *record)
{
  ExplorerRecordCard *card = explorer_panel_new_card (self, record);

  g_return_val_if_fail (card != NULL, NULL);

  explorer_panel_append (self, GTK_WIDGET (card));

  return card;
}

static void
list_records (FoedRecord     *record,
              FoedRecordKind  kind,
              GPtrArray      *records)
{
  for (guint i = 0; i < foed_record_get_n_children (record); i++)
    {
      FoedRecord *child = foed_record_get_child (record, i);

      if (foed_record_get_kind (child) == kind)
        g_ptr_array_add (records, child);

      list_records (child, kind, records);
    }
}

/**
 * explorer_panel_list_records:
 * @root: a record
 * @kind: a kind of record
 *
 * Returns: (transfer container): all records of @kind under @root, in order
 */
GPtrArray *
explorer_panel_list_records (FoedRecord     *root,
                             FoedRecordKind  kind)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  g_return_val_if_fail (FOED_IS_RECORD (root), NULL);

  list_records (root, kind, records);

  return g_steal_pointer (&records);
}

static gboolean
comes_from (FoedRecord *record,
            FoedRecord *origin)
{
  FoedRecordKind kind = foed_record_get_kind (record);

  for (guint i = 0; i < G_N_ELEMENTS (origins); i++)
    {
      const char *id;

      if (foed_record_kind_find_field (kind, origins[i]) < 0)
        continue;

      id = foed_record_get_reference (record, origins[i]);
      if (id == NULL)
        continue;
      if (g_str_equal (id, foed_record_get_id (origin)))
        return TRUE;

      /* What comes from an obligation comes from its clause, too. */
      for (guint j = 0; j < foed_record_get_n_children (origin); j++)
        if (foed_record_get_kind (foed_record_get_child (origin, j)) == FOED_RECORD_OBLIGATION &&
            g_str_equal (id, foed_record_get_id (foed_record_get_child (origin, j))))
          return TRUE;
    }

  return FALSE;
}

/**
 * explorer_panel_add_related:
 * @self: a panel that is being built
 * @card: the card of @record
 * @root: the root of the selection
 * @record: a record under @root
 *
 * Adds links to the mechanisms, impacts, enforcement and events that come from @record.
 */
void
explorer_panel_add_related (ExplorerPanel      *self,
                            ExplorerRecordCard *card,
                            FoedRecord         *root,
                            FoedRecord         *record)
{
  static const FoedRecordKind kinds[] = {
    FOED_RECORD_MECHANISM, FOED_RECORD_IMPACT, FOED_RECORD_ENFORCEMENT, FOED_RECORD_EVENT
  };

  g_return_if_fail (EXPLORER_IS_PANEL (self));
  g_return_if_fail (FOED_IS_RECORD (root));
  g_return_if_fail (FOED_IS_RECORD (record));

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GPtrArray) records = explorer_panel_list_records (root, kinds[i]);
      g_autoptr (GPtrArray) ids = g_ptr_array_new ();
      g_autofree char *links = NULL;

      for (guint j = 0; j < records->len; j++)
        if (comes_from (g_ptr_array_index (records, j), record))
          g_ptr_array_add (ids, (gpointer) foed_record_get_id (g_ptr_array_index (records, j)));

      if (ids->len == 0)
        continue;

      g_ptr_array_add (ids, NULL);
      links = explorer_record_text_dup_links (explorer_panel_get_session (self),
                                              (const char * const *) ids->pdata);
      explorer_record_card_add_fact (card, foed_record_kind_get_label (kinds[i]), links);
    }
}
