/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-record-card"

#include "config.h"

#include <glib/gi18n.h>

#include "explorer-record-card.h"
#include "explorer-record-text.h"
#include "explorer-term-pill.h"
#include "explorer-wrap-layout.h"

struct _ExplorerRecordCard
{
  GtkWidget        parent_instance;

  ExplorerSession *session;
  FoedRecord      *record;

  GtkBox          *content;
  GtkBox          *pills;
};

G_DEFINE_FINAL_TYPE (ExplorerRecordCard, explorer_record_card, GTK_TYPE_WIDGET)

static gboolean
activate_link_cb (GtkLabel        *label,
                  const char      *address,
                  ExplorerSession *session)
{
  explorer_session_select (session, address, NULL);

  return GDK_EVENT_STOP;
}

static void
add_title (ExplorerRecordCard *self)
{
  g_autofree char *title = explorer_record_text_dup_title (self->session, self->record);
  GtkWidget *heading = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (heading), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (heading), FALSE);
  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (self->content, heading);

  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY, heading, NULL, -1);
}

static void
add_pill (ExplorerRecordCard *self,
          GtkWidget          *pill)
{
  if (self->pills == NULL)
    {
      self->pills = GTK_BOX (explorer_wrap_layout_new_box (6, 6));
      gtk_box_append (self->content, GTK_WIDGET (self->pills));
    }

  gtk_box_append (self->pills, pill);
}

static void
explorer_record_card_dispose (GObject *object)
{
  ExplorerRecordCard *self = EXPLORER_RECORD_CARD (object);

  g_clear_pointer ((GtkWidget **) &self->content, gtk_widget_unparent);
  g_clear_object (&self->record);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (explorer_record_card_parent_class)->dispose (object);
}

static void
explorer_record_card_class_init (ExplorerRecordCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = explorer_record_card_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "recordcard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
explorer_record_card_init (ExplorerRecordCard *self)
{
  self->content = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_widget_set_parent (GTK_WIDGET (self->content), GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
}

/**
 * explorer_record_label_new:
 * @session: the session, in which links select
 * @markup: Pango markup; the addresses of links are ids of records
 *
 * Returns: (transfer floating): a label that wraps and whose links select records
 */
GtkWidget *
explorer_record_label_new (ExplorerSession *session,
                           const char      *markup)
{
  GtkWidget *label = gtk_label_new (NULL);

  g_return_val_if_fail (EXPLORER_IS_SESSION (session), NULL);
  g_return_val_if_fail (markup != NULL, NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  g_signal_connect_object (label, "activate-link", G_CALLBACK (activate_link_cb), session, G_CONNECT_DEFAULT);

  return label;
}

/**
 * explorer_record_card_new:
 * @session: the session, in which links select
 * @record: a record
 *
 * Returns: (transfer floating): a card with the title of @record
 */
GtkWidget *
explorer_record_card_new (ExplorerSession *session,
                          FoedRecord      *record)
{
  ExplorerRecordCard *self;

  g_return_val_if_fail (EXPLORER_IS_SESSION (session), NULL);
  g_return_val_if_fail (FOED_IS_RECORD (record), NULL);

  self = g_object_new (EXPLORER_TYPE_RECORD_CARD, NULL);
  self->session = g_object_ref (session);
  self->record = g_object_ref (record);
  add_title (self);

  return GTK_WIDGET (self);
}

/**
 * explorer_record_card_hide_title:
 * @self: a card
 *
 * Hides the title, where it stands above the card already.
 */
void
explorer_record_card_hide_title (ExplorerRecordCard *self)
{
  g_return_if_fail (EXPLORER_IS_RECORD_CARD (self));

  gtk_widget_set_visible (gtk_widget_get_first_child (GTK_WIDGET (self->content)), FALSE);
}

/**
 * explorer_record_card_add_term:
 * @self: a card
 * @field: a field of the record that holds a term
 * @suffix: (nullable): what belongs to it, translated
 *
 * Adds the term as a pill, where the record has one.
 */
void
explorer_record_card_add_term (ExplorerRecordCard *self,
                               FoedField           field,
                               const char         *suffix)
{
  FoedRecordKind kind;
  GtkWidget *pill;
  int position;

  g_return_if_fail (EXPLORER_IS_RECORD_CARD (self));

  kind = foed_record_get_kind (self->record);
  position = foed_record_kind_find_field (kind, field);
  g_return_if_fail (position >= 0);

  if (foed_record_get_term (self->record, field) == NULL)
    return;

  pill = explorer_term_pill_new (foed_record_kind_get_info (kind)->fields[position].vocabulary,
                                 foed_record_get_term (self->record, field));
  if (suffix != NULL)
    explorer_term_pill_set_suffix (EXPLORER_TERM_PILL (pill), suffix);
  add_pill (self, pill);
}

/**
 * explorer_record_card_add_label:
 * @self: a card
 * @text: a word or two, translated
 *
 * Adds @text among the pills.
 */
void
explorer_record_card_add_label (ExplorerRecordCard *self,
                                const char         *text)
{
  GtkWidget *label;

  g_return_if_fail (EXPLORER_IS_RECORD_CARD (self));
  g_return_if_fail (text != NULL);

  label = gtk_label_new (text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  add_pill (self, label);
}

/**
 * explorer_record_card_add_period:
 * @self: a card
 *
 * Adds from when to when the record holds among the pills.
 */
void
explorer_record_card_add_period (ExplorerRecordCard *self)
{
  g_autofree char *period = NULL;

  g_return_if_fail (EXPLORER_IS_RECORD_CARD (self));

  period = explorer_record_text_dup_period (self->record);
  if (period != NULL)
    explorer_record_card_add_label (self, period);
}

/**
 * explorer_record_card_add_summary:
 * @self: a card
 *
 * Adds the summary and the note of the record, where it has them.
 */
void
explorer_record_card_add_summary (ExplorerRecordCard *self)
{
  static const FoedField fields[] = { FOED_FIELD_SUMMARY, FOED_FIELD_NOTE };

  g_return_if_fail (EXPLORER_IS_RECORD_CARD (self));

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *markup = NULL;
      GtkWidget *label;

      if (foed_record_kind_find_field (foed_record_get_kind (self->record), fields[i]) < 0 ||
          foed_record_get_text (self->record, fields[i]) == NULL)
        continue;

      markup = g_markup_escape_text (foed_record_get_text (self->record, fields[i]), -1);
      label = explorer_record_label_new (self->session, markup);
      gtk_label_set_selectable (GTK_LABEL (label), TRUE);
      if (fields[i] == FOED_FIELD_NOTE)
        gtk_widget_add_css_class (label, "dim-label");
      explorer_record_card_add_child (self, label);
    }
}

/**
 * explorer_record_card_add_fact:
 * @self: a card
 * @label: what it is, translated
 * @markup: Pango markup of its value
 *
 * Adds a line.
 */
void
explorer_record_card_add_fact (ExplorerRecordCard *self,
                               const char         *label,
                               const char         *markup)
{
  g_autofree char *fact = NULL;
  GtkWidget *widget;

  g_return_if_fail (EXPLORER_IS_RECORD_CARD (self));

  fact = explorer_record_text_dup_fact (label, markup);
  widget = explorer_record_label_new (self->session, fact);
  gtk_widget_add_css_class (widget, "fact");
  explorer_record_card_add_child (self, widget);
}

/**
 * explorer_record_card_add_facts:
 * @self: a card
 * @fields: fields of the record
 * @n_fields: how many
 *
 * Adds a line for each field that has something to say.
 */
void
explorer_record_card_add_facts (ExplorerRecordCard *self,
                                const FoedField    *fields,
                                guint               n_fields)
{
  g_return_if_fail (EXPLORER_IS_RECORD_CARD (self));

  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *value = explorer_record_text_dup_value (self->session, self->record, fields[i]);

      if (value != NULL)
        explorer_record_card_add_fact (self, foed_field_get_label (fields[i]), value);
    }
}

static const FoedTerm *
get_designation_term (FoedRecord *record)
{
  switch ((guint) foed_record_get_kind (record))
    {
    case FOED_RECORD_NAME:
      return foed_record_get_term (record, FOED_FIELD_KIND);
    case FOED_RECORD_IDENTIFIER:
      return foed_record_get_term (record, FOED_FIELD_SCHEME);
    default:
      return NULL;
    }
}

static char *
dup_designation (FoedRecord *record)
{
  const char *value = foed_record_get_text (record, FOED_FIELD_VALUE);
  const char *language = foed_record_get_kind (record) == FOED_RECORD_NAME
                         ? foed_record_get_text (record, FOED_FIELD_LANGUAGE)
                         : NULL;

  if (language == NULL)
    return g_markup_escape_text (value, -1);

  /* Translators: a name and the code of its language, as in "OTAN (fr)". */
  return g_markup_printf_escaped (C_("name", "%s (%s)"), value, language);
}

/**
 * explorer_record_card_add_names:
 * @self: a card
 *
 * Adds the names and identifiers of the record, a line for each kind of them.
 */
void
explorer_record_card_add_names (ExplorerRecordCard *self)
{
  g_autoptr (GHashTable) seen = NULL;
  guint n_children;

  g_return_if_fail (EXPLORER_IS_RECORD_CARD (self));

  seen = g_hash_table_new (NULL, NULL);
  n_children = foed_record_get_n_children (self->record);

  for (guint i = 0; i < n_children; i++)
    {
      const FoedTerm *term = get_designation_term (foed_record_get_child (self->record, i));
      g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
      g_auto (GStrv) values = NULL;
      g_autofree char *list = NULL;

      if (term == NULL || !g_hash_table_add (seen, (gpointer) term))
        continue;

      for (guint j = i; j < n_children; j++)
        if (get_designation_term (foed_record_get_child (self->record, j)) == term)
          {
            g_autofree char *value = dup_designation (foed_record_get_child (self->record, j));

            g_strv_builder_add (builder, value);
          }

      values = g_strv_builder_end (builder);
      list = g_strjoinv (C_("list", ", "), values);
      explorer_record_card_add_fact (self, foed_term_get_label (term), list);
    }
}

/**
 * explorer_record_card_add_sources:
 * @self: a card
 *
 * Adds the sources of the record, small, at the foot of the card.
 */
void
explorer_record_card_add_sources (ExplorerRecordCard *self)
{
  g_return_if_fail (EXPLORER_IS_RECORD_CARD (self));

  for (guint i = 0; i < foed_record_get_n_children (self->record); i++)
    {
      FoedRecord *child = foed_record_get_child (self->record, i);
      g_autofree char *markup = NULL;
      GtkWidget *label;

      if (foed_record_get_kind (child) != FOED_RECORD_CITATION)
        continue;

      markup = explorer_record_text_dup_citation (self->session, self->record, child);
      label = explorer_record_label_new (self->session, markup);
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "source");
      explorer_record_card_add_child (self, label);
    }
}

/**
 * explorer_record_card_add_child:
 * @self: a card
 * @child: a widget
 *
 * Adds @child below everything else.
 */
void
explorer_record_card_add_child (ExplorerRecordCard *self,
                                GtkWidget          *child)
{
  g_return_if_fail (EXPLORER_IS_RECORD_CARD (self));
  g_return_if_fail (GTK_IS_WIDGET (child));

  gtk_box_append (self->content, child);
}

/**
 * explorer_record_card_set_resting:
 * @self: a card
 * @reason: why the record does not count on the day shown, translated
 *
 * Shows the card as one that does not count, and says why.
 */
void
explorer_record_card_set_resting (ExplorerRecordCard *self,
                                  const char         *reason)
{
  GtkWidget *label;

  g_return_if_fail (EXPLORER_IS_RECORD_CARD (self));
  g_return_if_fail (reason != NULL);

  gtk_widget_add_css_class (GTK_WIDGET (self), "resting");
  label = gtk_label_new (reason);
  gtk_widget_add_css_class (label, "resting-reason");
  gtk_widget_add_css_class (label, "caption-heading");
  add_pill (self, label);
}
