/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-sources-panel"

#include "config.h"

#include <glib/gi18n.h>

#include "explorer-panel-content.h"
#include "explorer-sources-panel.h"
#include "explorer/widgets/explorer-record-text.h"

struct _ExplorerSourcesPanel
{
  ExplorerPanel parent_instance;
};

G_DEFINE_FINAL_TYPE (ExplorerSourcesPanel, explorer_sources_panel, EXPLORER_TYPE_PANEL)

/* A record and what bears it out. */
typedef struct
{
  FoedRecord *record;
  FoedRecord *citation;
} Use;

static void
list_uses (FoedRecord *record,
           GArray     *uses)
{
  for (guint i = 0; i < foed_record_get_n_children (record); i++)
    {
      FoedRecord *child = foed_record_get_child (record, i);

      if (foed_record_get_kind (child) == FOED_RECORD_CITATION)
        {
          Use use = { record, child };

          g_array_append_val (uses, use);
        }

      list_uses (child, uses);
    }
}

static const char *
get_source (const Use *use)
{
  return foed_record_get_reference (use->citation, FOED_FIELD_SOURCE);
}

static GtkWidget *
new_group (void)
{
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (group, "card");
  gtk_widget_add_css_class (group, "group");

  return group;
}

static void
append_use (ExplorerPanel *panel,
            GtkWidget     *group,
            const Use     *use)
{
  ExplorerSession *session = explorer_panel_get_session (panel);
  const char *pinpoint = foed_record_get_text (use->citation, FOED_FIELD_PINPOINT);
  const char *confidence = foed_term_get_label (foed_record_get_term (use->citation, FOED_FIELD_CONFIDENCE));
  g_autofree char *kind = g_markup_escape_text (foed_record_kind_get_label (foed_record_get_kind (use->record)), -1);
  g_autofree char *link = explorer_record_text_dup_link (session, foed_record_get_id (use->record));
  g_autofree char *place = g_markup_escape_text (pinpoint != NULL ? pinpoint : _("no place given"), -1);
  /* Translators: a kind of record, the record, the place in the source, and how sure it is, as in
   * "Clause: Article 5 · Mutual defence — p. 243 (Primary)". */
  g_autofree char *markup = g_strdup_printf (C_("source", "%s: %s — %s (%s)"), kind, link, place, confidence);

  gtk_box_append (GTK_BOX (group), explorer_record_label_new (session, markup));
}

static void
append_source (ExplorerPanel *panel,
               GArray        *uses,
               const char    *source)
{
  ExplorerSession *session = explorer_panel_get_session (panel);
  GtkWidget *group = new_group ();
  g_autofree char *link = explorer_record_text_dup_link (session, source);
  g_autofree char *markup = g_strdup_printf ("<b>%s</b>", link);

  gtk_box_append (GTK_BOX (group), explorer_record_label_new (session, markup));

  for (guint i = 0; i < uses->len; i++)
    if (g_str_equal (get_source (&g_array_index (uses, Use, i)), source))
      append_use (panel, group, &g_array_index (uses, Use, i));

  explorer_panel_append (panel, group);
}

static char *
dup_preferred (const Use *use,
               FoedField  field)
{
  if (foed_record_kind_find_field (foed_record_get_kind (use->record), field) < 0 ||
      !foed_record_has_value (use->record, field))
    return g_strdup (C_("disagreement", "nothing"));

  return foed_record_dup_display (use->record, field);
}

static void
append_disagreement (ExplorerPanel *panel,
                     const Use     *use)
{
  ExplorerSession *session = explorer_panel_get_session (panel);
  const char *nick = foed_record_get_text (use->citation, FOED_FIELD_FIELD);
  const char *note = foed_record_get_text (use->citation, FOED_FIELD_NOTE);
  FoedField field = nick != NULL ? foed_field_from_nick (nick) : FOED_FIELD_NONE;
  g_autofree char *preferred = NULL;
  g_autofree char *otherwise = NULL;
  g_autofree char *record = NULL;
  g_autofree char *source = NULL;
  g_autofree char *statement = NULL;
  g_autofree char *markup = NULL;
  GtkWidget *group;

  if (field == FOED_FIELD_NONE)
    return;

  preferred = dup_preferred (use, field);
  record = explorer_record_text_dup_link (session, foed_record_get_id (use->record));
  source = explorer_record_text_dup_link (session, get_source (use));
  otherwise = foed_record_dup_display_of (use->record, field,
                                          foed_record_get_text (use->citation, FOED_FIELD_STATES_OTHERWISE));
  statement = g_markup_printf_escaped (C_("disagreement", "%s: here %s, there %s."), foed_field_get_label (field),
                                       preferred, otherwise);
  /* Translators: a record, a source, and the value here and there. */
  markup = g_strdup_printf (C_("disagreement", "<b>%s</b> and %s\n%s"), record, source, statement);

  group = new_group ();
  gtk_box_append (GTK_BOX (group), explorer_record_label_new (session, markup));
  if (note != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (note, -1);
      GtkWidget *label = explorer_record_label_new (session, escaped);

      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (group), label);
    }
  explorer_panel_append (panel, group);
}

static void
append_disagreements (ExplorerPanel *panel,
                      GArray        *uses)
{
  gboolean any = FALSE;

  for (guint i = 0; i < uses->len; i++)
    {
      const Use *use = &g_array_index (uses, Use, i);

      if (foed_record_get_text (use->citation, FOED_FIELD_STATES_OTHERWISE) == NULL)
        continue;

      if (!any)
        explorer_panel_append_heading (panel, _("Where Sources Disagree"));
      any = TRUE;
      append_disagreement (panel, use);
    }
}

static void
explorer_sources_panel_build (ExplorerPanel *panel,
                              FoedRecord    *record)
{
  g_autoptr (GArray) uses = g_array_new (FALSE, FALSE, sizeof (Use));
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  list_uses (record, uses);
  if (uses->len == 0)
    {
      explorer_panel_append_empty (panel, "accessories-dictionary-symbolic", _("No Sources Recorded"),
                                   _("Nothing says where these facts come from. Treat them with care."));
      return;
    }

  append_disagreements (panel, uses);
  explorer_panel_append_heading (panel, _("Sources"));

  for (guint i = 0; i < uses->len; i++)
    if (g_hash_table_add (seen, (gpointer) get_source (&g_array_index (uses, Use, i))))
      append_source (panel, uses, get_source (&g_array_index (uses, Use, i)));
}

static void
explorer_sources_panel_class_init (ExplorerSourcesPanelClass *klass)
{
  EXPLORER_PANEL_CLASS (klass)->build = explorer_sources_panel_build;
}

static void
explorer_sources_panel_init (ExplorerSourcesPanel *self)
{
}
