/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-tie-reasons"

#include "config.h"

#include <glib/gi18n.h>

#include "exchange/foed-citation.h"
#include "explorer-tie-reasons.h"
#include "explorer/widgets/explorer-record-text.h"
#include "explorer/widgets/explorer-term-pill.h"

/* The longest line, so that a popover does not become as wide as a paragraph. */
#define LINE_CHARACTERS 48

/* Where what is told goes, and of what. */
typedef struct
{
  GtkBox                 *box;
  ExplorerSession        *session;
  FoedRecord             *alliance;
  const ExplorerTieSides *sides;
} Telling;

/* Shows the record that was pressed, beside the picture. What stands in the alliance is told by it. */
static gboolean
activate_link_cb (GtkLabel   *label,
                  const char *address,
                  FoedRecord *alliance)
{
  ExplorerSession *session = g_object_get_data (G_OBJECT (label), "session");
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (label), GTK_TYPE_POPOVER);
  gboolean within = foed_record_find (alliance, address) != NULL;

  explorer_session_select (session, address, within ? foed_record_get_id (alliance) : NULL);
  gtk_widget_activate_action (GTK_WIDGET (label), "win.show-detail", NULL);
  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
  return GDK_EVENT_STOP;
}

static GtkWidget *
add_label (const Telling *telling,
           GtkBox        *box,
           const char    *markup)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LINE_CHARACTERS);
  g_object_set_data_full (G_OBJECT (label), "session", g_object_ref (telling->session), g_object_unref);
  g_signal_connect_object (label, "activate-link", G_CALLBACK (activate_link_cb), telling->alliance, G_CONNECT_DEFAULT);
  gtk_box_append (box, label);
  return label;
}

static GtkWidget *
add_quiet (const Telling *telling,
           GtkBox        *box,
           const char    *markup)
{
  GtkWidget *label = add_label (telling, box, markup);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static void
add_link (const Telling *telling,
          GtkBox        *box,
          FoedRecord    *record)
{
  g_autofree char *title = explorer_record_text_dup_title (telling->session, record);
  g_autofree char *link =
    g_markup_printf_escaped ("<a href=\"%s\">%s</a>", foed_record_get_id (record), title);

  gtk_widget_add_css_class (add_label (telling, box, link), "caption-heading");
}

static guint
add_sources (const Telling *telling,
             GtkBox        *box,
             FoedRecord    *record)
{
  guint n_sources = 0;

  for (guint i = 0; i < foed_record_get_n_children (record); i++)
    {
      FoedRecord *child = foed_record_get_child (record, i);
      g_autofree char *markup = NULL;

      if (foed_record_get_kind (child) != FOED_RECORD_CITATION)
        continue;
      markup = explorer_record_text_dup_citation (telling->session, record, child);
      gtk_widget_add_css_class (add_label (telling, box, markup), "caption");
      n_sources++;
    }
  return n_sources;
}

static char *
dup_direction (const FoedGround       *ground,
               const ExplorerTieSides *sides)
{
  switch ((guint) ground->direction)
    {
    case FOED_GRAPH_FORWARD:
      return sides->to != NULL ? g_strdup_printf (C_("duty", "Owed by %s to %s"), sides->from, sides->to)
                               : g_strdup_printf (C_("duty", "Owed by %s"), sides->from);
    case FOED_GRAPH_BACKWARD:
      return sides->to != NULL ? g_strdup_printf (C_("duty", "Owed by %s to %s"), sides->to, sides->from)
                               : g_strdup_printf (C_("duty", "Owed to %s"), sides->from);
    default:
      return sides->to != NULL ? g_strdup_printf (C_("duty", "Owed by %s and %s to each other"), sides->from, sides->to)
                               : g_strdup_printf (C_("duty", "Owed by and to %s"), sides->from);
    }
}

/* The kinds of condition that a duty depends on. */
static char *
dup_conditions (FoedRecord *obligation)
{
  g_autoptr(GPtrArray) kinds = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint i = 0; i < foed_record_get_n_children (obligation); i++)
    {
      FoedRecord *child = foed_record_get_child (obligation, i);

      if (foed_record_get_kind (child) == FOED_RECORD_CONDITION)
        {
          const char *label = foed_term_get_label (foed_record_get_term (child, FOED_FIELD_KIND));

          if (!g_ptr_array_find (kinds, label, NULL))
            g_ptr_array_add (kinds, (gpointer) label);
        }
    }
  if (kinds->len == 0)
    return NULL;
  g_ptr_array_add (kinds, NULL);
  list = g_strjoinv (C_("list", ", "), (char **) kinds->pdata);
  /* Translators: what a duty depends on, as in "Conditions: Unprovoked, On request". */
  return g_strdup_printf (C_("duty", "Conditions: %s"), list);
}

static char *
dup_period (const FoedGround *ground)
{
  g_autofree char *begin = NULL;
  g_autofree char *end = NULL;

  if (ground->first_day != FOED_DAY_FIRST)
    {
      g_autoptr(FoedDate) date = foed_date_new_for_day (ground->first_day);

      begin = foed_date_format (date);
    }
  if (ground->last_day != FOED_DAY_LAST)
    {
      g_autoptr(FoedDate) date = foed_date_new_for_day (ground->last_day);

      end = foed_date_format (date);
    }
  if (begin != NULL && end != NULL)
    return g_strdup_printf (C_("period", "%s – %s"), begin, end);
  if (begin != NULL)
    return g_strdup_printf (C_("period", "since %s"), begin);
  return end != NULL ? g_strdup_printf (C_("period", "until %s"), end) : NULL;
}

static void
tell_obligation (const Telling    *telling,
                 GtkBox           *box,
                 const FoedGround *ground)
{
  GtkWidget *pill = explorer_term_pill_new (FOED_VOCABULARY_OBLIGATION_KIND,
                                            foed_record_get_term (ground->record, FOED_FIELD_KIND));
  const FoedTerm *strength = foed_record_get_term (ground->record, FOED_FIELD_STRENGTH);
  g_autofree char *direction = dup_direction (ground, telling->sides);
  g_autofree char *period = dup_period (ground);
  g_autofree char *conditions = dup_conditions (ground->record);
  const char *lines[] = { direction, period, conditions };
  const char *summary = foed_record_get_text (ground->record, FOED_FIELD_SUMMARY);

  if (strength != NULL)
    explorer_term_pill_set_suffix (EXPLORER_TERM_PILL (pill), foed_term_get_label (strength));
  gtk_box_append (box, pill);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *markup = lines[i] != NULL ? g_markup_escape_text (lines[i], -1) : NULL;

      if (markup != NULL)
        add_quiet (telling, box, markup);
    }
  if (summary != NULL)
    {
      g_autofree char *markup = g_markup_escape_text (summary, -1);

      add_label (telling, box, markup);
    }
  add_sources (telling, box, ground->record);
}

static void
tell_clause (const Telling *telling,
             GtkBox        *box,
             FoedRecord    *clause)
{
  const char *summary = foed_record_get_text (clause, FOED_FIELD_SUMMARY);

  add_link (telling, box, clause);
  if (summary != NULL)
    {
      g_autofree char *markup = g_markup_escape_text (summary, -1);

      add_label (telling, box, markup);
    }
  add_sources (telling, box, clause);
}

static void
tell_party (const Telling    *telling,
            GtkBox           *box,
            const FoedGround *ground)
{
  const char *state = foed_record_get_reference (ground->record, FOED_FIELD_STATE);
  const FoedTerm *role = foed_record_get_term (ground->record, FOED_FIELD_ROLE);
  g_autofree char *link = explorer_record_text_dup_link (telling->session, state);
  g_autofree char *period = explorer_record_text_dup_period (ground->record);
  g_autofree char *when = g_markup_escape_text (period != NULL ? period : _("dates not known"), -1);
  g_autofree char *what = g_markup_escape_text (foed_term_get_label (role), -1);
  /* Translators: a state, its role and when it had it, as in "Italy: Party, 1882 – 1915". */
  g_autofree char *markup = g_strdup_printf (C_("party", "%s: %s, %s"), link, what, when);

  add_label (telling, box, markup);
  add_sources (telling, box, ground->record);
}

static GtkBox *
add_group (const Telling *telling)
{
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_widget_add_css_class (group, "card");
  gtk_widget_add_css_class (group, "group");
  gtk_box_append (telling->box, group);
  return GTK_BOX (group);
}

/* An instrument with its dates; where nothing that stands in it has a source of its own, with its sources. */
static GtkBox *
tell_instrument (const Telling *telling,
                 FoedRecord    *instrument)
{
  GtkBox *group = add_group (telling);
  g_autofree char *period = NULL;

  add_link (telling, group, instrument);
  if (foed_record_get_kind (instrument) == FOED_RECORD_INSTRUMENT &&
      foed_record_has_value (instrument, FOED_FIELD_SIGNED))
    {
      g_autofree char *date = foed_record_dup_display (instrument, FOED_FIELD_SIGNED);
      g_autofree char *markup = g_markup_printf_escaped (_("Signed %s"), date);

      add_quiet (telling, group, markup);
    }
  period = explorer_record_text_dup_period (instrument);
  if (period != NULL)
    {
      /* Translators: from when to when a treaty is in force. */
      g_autofree char *markup = g_markup_printf_escaped (_("In force: %s"), period);

      add_quiet (telling, group, markup);
    }
  add_sources (telling, group, instrument);
  return group;
}

/**
 * explorer_tie_reasons_tell:
 * @box: takes the widgets
 * @session: the session, in which links select
 * @alliance: the alliance that a tie comes from
 * @grounds: (element-type FoedGround): what of it the tie rests on
 * @sides: what stands at its ends
 *
 * Tells what a tie rests on: each instrument with its dates, the clauses and duties in it, and the sources of all.
 */
void
explorer_tie_reasons_tell (GtkBox                 *box,
                           ExplorerSession        *session,
                           FoedRecord             *alliance,
                           const GArray           *grounds,
                           const ExplorerTieSides *sides)
{
  const Telling telling = { box, session, alliance, sides };
  FoedRecord *instrument = NULL;
  FoedRecord *clause = NULL;
  GtkBox *group = NULL;

  g_return_if_fail (GTK_IS_BOX (box));
  g_return_if_fail (FOED_IS_RECORD (alliance));

  if (grounds->len == 0)
    tell_instrument (&telling, alliance);
  for (guint i = 0; i < grounds->len; i++)
    {
      const FoedGround *ground = &g_array_index (grounds, FoedGround, i);
      FoedRecord *work = ground->instrument != NULL ? ground->instrument : alliance;

      if (group == NULL || work != instrument)
        group = tell_instrument (&telling, work);
      instrument = work;
      if (ground->clause != NULL && ground->clause != clause)
        tell_clause (&telling, group, ground->clause);
      clause = ground->clause;
      if (foed_record_get_kind (ground->record) == FOED_RECORD_PARTY)
        tell_party (&telling, group, ground);
      else
        tell_obligation (&telling, group, ground);
    }
}

/**
 * explorer_tie_reasons_dup_citation:
 * @alliance: the alliance that a tie comes from
 * @grounds: (element-type FoedGround): what of it the tie rests on
 * @titles: (nullable): titles by id, for the names of sources
 *
 * Returns: (transfer full): a line for each instrument that the tie rests on, with the clauses
 */
char *
explorer_tie_reasons_dup_citation (FoedRecord   *alliance,
                                   const GArray *grounds,
                                   GHashTable   *titles)
{
  g_autoptr(GPtrArray) works = g_ptr_array_new ();
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (FOED_IS_RECORD (alliance), NULL);

  for (guint i = 0; i < grounds->len; i++)
    {
      FoedRecord *work = g_array_index (grounds, FoedGround, i).instrument;

      if (work != NULL && !g_ptr_array_find (works, work, NULL))
        g_ptr_array_add (works, work);
    }
  if (works->len == 0)
    g_ptr_array_add (works, alliance);
  for (guint i = 0; i < works->len; i++)
    {
      g_autoptr(GPtrArray) clauses = g_ptr_array_new ();

      for (guint j = 0; j < grounds->len; j++)
        {
          const FoedGround *ground = &g_array_index (grounds, FoedGround, j);

          if (ground->instrument == works->pdata[i] && ground->clause != NULL &&
              !g_ptr_array_find (clauses, ground->clause, NULL))
            g_ptr_array_add (clauses, ground->clause);
        }
      g_ptr_array_add (lines, foed_citation_dup_text (works->pdata[i], (FoedRecord * const *) clauses->pdata,
                                                      clauses->len, titles));
    }
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}
