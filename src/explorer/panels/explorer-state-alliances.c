/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-state-alliances"

#include "config.h"

#include <glib/gi18n.h>

#include "explorer-state-alliances.h"
#include "store/foed-list-model.h"

/* So many states are named; of more, the number is told. */
#define N_NAMES_MAX 3

struct _ExplorerStateAlliances
{
  GtkWidget        parent_instance;

  ExplorerSession *session;
  char            *state;
  GtkBox          *content;
  GtkWidget       *nothing;
};

G_DEFINE_FINAL_TYPE (ExplorerStateAlliances, explorer_state_alliances, GTK_TYPE_WIDGET)

static guint
find_column (FoedListing  listing,
             const char  *nick)
{
  guint n_columns;
  const FoedColumn *columns = foed_listing_get_columns (listing, &n_columns);

  for (guint i = 0; i < n_columns; i++)
    if (g_str_equal (columns[i].nick, nick))
      return i;

  g_return_val_if_reached (0);
}

/* The states on the other side of an obligation, the first few by name. */
static char *
dup_other_side (ExplorerStateAlliances *self,
                FoedRow                *row,
                const char             *column)
{
  const char * const *ids = foed_row_get_values (row, find_column (FOED_LISTING_OBLIGATIONS, column));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  g_autofree char *joined = NULL;
  guint n_others = 0;

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    if (!g_str_equal (ids[i], self->state) && n_others++ < N_NAMES_MAX)
      g_strv_builder_add (builder, explorer_session_get_title (self->session, ids[i]));

  names = g_strv_builder_end (builder);
  joined = g_strjoinv (C_("list", ", "), names);
  if (n_others <= N_NAMES_MAX)
    return g_steal_pointer (&joined);

  /* Translators: the first few of many states, and how many there are besides. */
  return g_strdup_printf (ngettext ("%s and %u more", "%s and %u more", n_others - N_NAMES_MAX), joined,
                          n_others - N_NAMES_MAX);
}

static char *
dup_row_title (ExplorerStateAlliances *self,
               FoedRow                *row,
               const char             *other_side)
{
  FoedListing listing = foed_row_get_listing (row);
  g_autofree char *kind = NULL;
  g_autofree char *others = NULL;

  if (listing == FOED_LISTING_ALLIANCES)
    return foed_row_dup_display (row, find_column (listing, "title"));

  kind = foed_row_dup_display (row, find_column (listing, "kind"));
  others = dup_other_side (self, row, other_side);

  /* Translators: an obligation: its kind, and the states that owe it or to which it is owed. */
  return g_strdup_printf (C_("obligation", "%s · %s"), kind, others);
}

static char *
dup_date (FoedRow    *row,
          const char *column)
{
  const char *value = foed_row_get_value (row, find_column (foed_row_get_listing (row), column));
  g_autoptr (FoedDate) date = value != NULL ? foed_date_parse (value, NULL) : NULL;

  return date != NULL ? foed_date_format (date) : NULL;
}

static char *
dup_row_origin (ExplorerStateAlliances *self,
                FoedRow                *row)
{
  FoedListing listing = foed_row_get_listing (row);
  const char *alliance = explorer_session_get_title (self->session, foed_row_get_alliance (row));
  g_autofree char *article = NULL;

  if (listing == FOED_LISTING_ALLIANCES)
    {
      g_autofree char *begin = dup_date (row, "begin");
      g_autofree char *end = dup_date (row, "end");

      if (begin == NULL)
        return end != NULL ? g_strdup_printf (C_("period", "until %s"), end) : g_strdup ("");
      if (end == NULL)
        return g_strdup_printf (C_("period", "since %s"), begin);
      return g_strdup_printf (C_("period", "%s – %s"), begin, end);
    }

  article = foed_row_dup_display (row, find_column (listing, "article"));
  if (*article == '\0')
    return g_strdup (alliance);

  /* Translators: an alliance, and the number of the article that an obligation comes from. */
  return g_strdup_printf (C_("obligation", "%s, article %s"), alliance, article);
}

static void
update_button_cb (FoedListItem *item,
                  GParamSpec   *pspec,
                  GtkWidget    *button)
{
  FoedRow *row = foed_list_item_get_row (item);
  ExplorerStateAlliances *self = EXPLORER_STATE_ALLIANCES (gtk_widget_get_ancestor (button,
                                                                                    EXPLORER_TYPE_STATE_ALLIANCES));
  GtkWidget *lines = gtk_button_get_child (GTK_BUTTON (button));
  g_autofree char *title = NULL;
  g_autofree char *origin = NULL;
  g_autofree char *label = NULL;

  if (row == NULL || self == NULL)
    return;

  title = dup_row_title (self, row, g_object_get_data (G_OBJECT (button), "other-side"));
  origin = dup_row_origin (self, row);
  label = g_strdup_printf ("%s\n%s", title, origin);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (lines)), title);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (lines)), origin);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
button_clicked_cb (GtkButton    *button,
                   FoedListItem *item)
{
  FoedRow *row = foed_list_item_get_row (item);
  ExplorerStateAlliances *self = EXPLORER_STATE_ALLIANCES (gtk_widget_get_ancestor (GTK_WIDGET (button),
                                                                                    EXPLORER_TYPE_STATE_ALLIANCES));

  if (row != NULL && self != NULL)
    explorer_session_select (self->session, foed_row_get_id (row), foed_row_get_alliance (row));
}

static GtkWidget *
new_line (const char *style_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);

  return label;
}

static GtkWidget *
new_row_button (FoedListItem *item,
                const char   *other_side)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (lines), new_line (NULL));
  gtk_box_append (GTK_BOX (lines), new_line ("caption"));
  gtk_button_set_child (GTK_BUTTON (button), lines);
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_widget_add_css_class (button, "record-row");
  g_object_set_data (G_OBJECT (button), "other-side", (gpointer) other_side);
  g_signal_connect_object (item, "notify::row", G_CALLBACK (update_button_cb), button, G_CONNECT_DEFAULT);
  g_signal_connect_object (button, "clicked", G_CALLBACK (button_clicked_cb), item, G_CONNECT_DEFAULT);

  return button;
}

/* Where nothing is bound, that is said. */
static void
update_nothing (ExplorerStateAlliances *self)
{
  gboolean any = FALSE;

  for (GtkWidget *section = gtk_widget_get_next_sibling (self->nothing); section != NULL;
       section = gtk_widget_get_next_sibling (section))
    {
      gboolean loading = FALSE;

      g_object_get (g_object_get_data (G_OBJECT (section), "model"), "loading", &loading, NULL);
      any |= loading || gtk_widget_get_visible (section);
    }
  gtk_widget_set_visible (self->nothing, !any);
}

/* A section is seen only while it has rows. */
static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       n_removed,
                  guint       n_added,
                  GtkBox     *section)
{
  GtkWidget *heading = gtk_widget_get_first_child (GTK_WIDGET (section));
  GtkWidget *child;

  while ((child = gtk_widget_get_next_sibling (heading)) != NULL)
    gtk_box_remove (section, child);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (FoedListItem) item = g_list_model_get_item (model, i);
      GtkWidget *button = new_row_button (item, g_object_get_data (G_OBJECT (section), "other-side"));

      gtk_box_append (section, button);
      update_button_cb (item, NULL, button);
    }

  gtk_widget_set_visible (GTK_WIDGET (section), g_list_model_get_n_items (model) > 0);
}

static void
append_section (ExplorerStateAlliances *self,
                FoedListing             listing,
                FoedFacet               facet,
                const char             *other_side,
                const char             *heading)
{
  const char *states[] = { self->state, NULL };
  g_autoptr (FoedQuery) plain = foed_query_new (listing);
  g_autoptr (FoedQuery) narrowed = foed_query_with_values (plain, facet, states);
  g_autoptr (FoedQuery) query = NULL;
  g_autoptr (FoedListModel) model = NULL;
  GtkWidget *section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new (heading);

  query = explorer_session_get_day_on (self->session)
          ? foed_query_with_day (narrowed, explorer_session_get_day (self->session))
          : g_object_ref (narrowed);
  model = foed_list_model_new (explorer_session_get_library (self->session), query);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "title-4");
  gtk_box_append (GTK_BOX (section), label);
  gtk_box_append (self->content, section);
  g_object_set_data (G_OBJECT (section), "other-side", (gpointer) other_side);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (items_changed_cb), section, G_CONNECT_DEFAULT);
  g_signal_connect_object (model, "notify::loading", G_CALLBACK (update_nothing), self, G_CONNECT_SWAPPED);
  items_changed_cb (G_LIST_MODEL (model), 0, 0, 0, GTK_BOX (section));

  /* The section keeps the model. */
  g_object_set_data_full (G_OBJECT (section), "model", g_steal_pointer (&model), g_object_unref);
}

static void
explorer_state_alliances_dispose (GObject *object)
{
  ExplorerStateAlliances *self = EXPLORER_STATE_ALLIANCES (object);

  g_clear_pointer ((GtkWidget **) &self->content, gtk_widget_unparent);
  g_clear_object (&self->session);
  g_clear_pointer (&self->state, g_free);

  G_OBJECT_CLASS (explorer_state_alliances_parent_class)->dispose (object);
}

static void
explorer_state_alliances_class_init (ExplorerStateAlliancesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = explorer_state_alliances_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
explorer_state_alliances_init (ExplorerStateAlliances *self)
{
  self->content = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_widget_set_parent (GTK_WIDGET (self->content), GTK_WIDGET (self));
  self->nothing = new_line ("dim-label");
  gtk_widget_set_visible (self->nothing, FALSE);
  gtk_box_append (self->content, self->nothing);
}

/**
 * explorer_state_alliances_new:
 * @session: the session
 * @state: the id of a state
 *
 * Returns: (transfer floating): the alliances and obligations of @state
 */
GtkWidget *
explorer_state_alliances_new (ExplorerSession *session,
                              const char      *state)
{
  ExplorerStateAlliances *self;

  g_return_val_if_fail (EXPLORER_IS_SESSION (session), NULL);
  g_return_val_if_fail (state != NULL, NULL);

  self = g_object_new (EXPLORER_TYPE_STATE_ALLIANCES, NULL);
  self->session = g_object_ref (session);

  self->state = g_strdup (state);
  gtk_label_set_label (GTK_LABEL (self->nothing), explorer_session_get_day_on (session)
                                                  ? _("It has no alliance on the day shown.")
                                                  : _("The library has no alliance of it."));

  append_section (self, FOED_LISTING_ALLIANCES, FOED_FACET_PARTY, NULL, _("Alliances"));
  append_section (self, FOED_LISTING_OBLIGATIONS, FOED_FACET_BENEFICIARY, "promisors", _("Is Owed by"));
  append_section (self, FOED_LISTING_OBLIGATIONS, FOED_FACET_PROMISOR, "beneficiaries", _("Owes to"));

  return GTK_WIDGET (self);
}
