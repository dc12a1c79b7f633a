/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-facet-section"

#include "config.h"

#include <glib/gi18n.h>

#include "explorer-facet-row.h"
#include "explorer-facet-section.h"

/* How many values a facet shows before it is asked for all, and how many it ever shows at once. */
#define N_SHORT 6
#define N_LONG 60

struct _ExplorerFacetSection
{
  GtkWidget        parent_instance;

  ExplorerSession *session;
  FoedFacet        facet;

  GtkLabel        *heading;
  GtkSearchEntry  *search;
  GtkBox          *box;
  GtkButton       *more;

  /* nick to row, and the rows in their order */
  GHashTable      *rows;
  GPtrArray       *order;

  guint            expanded : 1;
  guint            offered : 1;
  guint            syncing : 1;
};

G_DEFINE_FINAL_TYPE (ExplorerFacetSection, explorer_facet_section, GTK_TYPE_WIDGET)

static gboolean
has_vocabulary (ExplorerFacetSection *self)
{
  return foed_facet_get_vocabulary (self->facet) != FOED_VOCABULARY_NONE;
}

static gboolean
matches (ExplorerFacetRow *row,
         const char       *needle)
{
  g_autofree char *haystack = NULL;

  if (needle == NULL || *needle == '\0')
    return TRUE;
  haystack = g_utf8_casefold (explorer_facet_row_get_label (row), -1);
  return strstr (haystack, needle) != NULL || g_ascii_strcasecmp (explorer_facet_row_get_nick (row), needle) == 0;
}

/* Shows the first few values, or those that match what was typed; a value that is on is always shown. */
static void
choose_visible (ExplorerFacetSection *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autofree char *needle = g_utf8_casefold (typed, -1);
  gboolean searching = *typed != '\0';
  guint limit = self->expanded || searching ? N_LONG : N_SHORT;
  guint n_shown = 0;
  guint n_hidden = 0;
  gboolean any_active = FALSE;

  for (guint i = 0; i < self->order->len; i++)
    {
      ExplorerFacetRow *row = g_ptr_array_index (self->order, i);
      gboolean shown = explorer_facet_row_get_active (row);

      any_active |= shown;
      if (!shown && matches (row, needle))
        {
          shown = n_shown < limit;
          n_hidden += !shown;
        }
      n_shown += shown;
      gtk_widget_set_visible (GTK_WIDGET (row), shown);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->search), !has_vocabulary (self) && self->order->len > N_SHORT);
  gtk_widget_set_visible (GTK_WIDGET (self->more), !searching && (self->expanded ? n_shown > N_SHORT : n_hidden > 0));
  if (self->expanded)
    gtk_button_set_label (self->more, _("Show Fewer"));
  else
    {
      g_autofree char *label = g_strdup_printf (ngettext ("Show %u More", "Show %u More", n_hidden), n_hidden);

      gtk_button_set_label (self->more, label);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), self->order->len > 0 && (self->offered || any_active));
}

static void
row_active_cb (ExplorerFacetSection *self,
               GParamSpec           *pspec,
               ExplorerFacetRow     *row)
{
  g_autoptr(FoedQuery) query = NULL;

  if (self->syncing)
    return;
  query = foed_query_with_value (explorer_session_get_query (self->session), self->facet,
                                 explorer_facet_row_get_nick (row), explorer_facet_row_get_active (row));
  explorer_session_set_query (self->session, query);
}

/* Terms stand in the order of their vocabulary; states by count, then by name. */
static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  ExplorerFacetSection *self = user_data;
  ExplorerFacetRow *first = *(ExplorerFacetRow * const *) a;
  ExplorerFacetRow *second = *(ExplorerFacetRow * const *) b;
  FoedVocabulary vocabulary = foed_facet_get_vocabulary (self->facet);
  guint first_count;
  guint second_count;

  if (vocabulary != FOED_VOCABULARY_NONE)
    {
      const FoedTerm *first_term = foed_vocabulary_find (vocabulary, explorer_facet_row_get_nick (first));
      const FoedTerm *second_term = foed_vocabulary_find (vocabulary, explorer_facet_row_get_nick (second));

      return foed_vocabulary_get_position (vocabulary, first_term) -
             foed_vocabulary_get_position (vocabulary, second_term);
    }
  first_count = explorer_facet_row_get_count (first);
  second_count = explorer_facet_row_get_count (second);
  if (first_count != second_count)
    return first_count > second_count ? -1 : 1;
  return g_utf8_collate (explorer_facet_row_get_label (first), explorer_facet_row_get_label (second));
}

static void
put_in_order (ExplorerFacetSection *self)
{
  GtkWidget *previous = NULL;

  g_ptr_array_sort_with_data (self->order, compare_rows, self);
  for (guint i = 0; i < self->order->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->order, i);

      gtk_box_reorder_child_after (self->box, row, previous);
      previous = row;
    }
}

static void
add_row (ExplorerFacetSection *self,
         const char           *nick,
         const char           *label,
         guint                 count)
{
  GtkWidget *row = explorer_facet_row_new (self->facet, nick, label);

  explorer_facet_row_set_count (EXPLORER_FACET_ROW (row), count);
  g_signal_connect_object (row, "notify::active", G_CALLBACK (row_active_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->box, row);
  g_hash_table_insert (self->rows, g_strdup (nick), row);
  g_ptr_array_add (self->order, row);
}

static void
sync_active (ExplorerFacetSection *self)
{
  FoedQuery *query = explorer_session_get_query (self->session);
  const char * const *nicks = foed_query_get_values (query, self->facet);

  /* A value may be on that nothing has, as one that came from a search that was made in another library. */
  for (guint i = 0; nicks != NULL && nicks[i] != NULL; i++)
    {
      if (!g_hash_table_contains (self->rows, nicks[i]))
        {
          FoedVocabulary vocabulary = foed_facet_get_vocabulary (self->facet);
          const FoedTerm *term = vocabulary != FOED_VOCABULARY_NONE ? foed_vocabulary_find (vocabulary, nicks[i]) : NULL;

          add_row (self, nicks[i], term != NULL ? foed_term_get_label (term)
                                                : explorer_session_get_title (self->session, nicks[i]), 0);
        }
    }

  self->syncing = TRUE;
  for (guint i = 0; i < self->order->len; i++)
    {
      ExplorerFacetRow *row = g_ptr_array_index (self->order, i);

      explorer_facet_row_set_active (row, foed_query_has_value (query, self->facet, explorer_facet_row_get_nick (row)));
    }
  self->syncing = FALSE;
}

static void
query_changed_cb (ExplorerFacetSection *self)
{
  sync_active (self);
  choose_visible (self);
}

static void
more_cb (ExplorerFacetSection *self)
{
  self->expanded = !self->expanded;
  choose_visible (self);
}

static void
explorer_facet_section_dispose (GObject *object)
{
  ExplorerFacetSection *self = EXPLORER_FACET_SECTION (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_pointer (&self->order, g_ptr_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (explorer_facet_section_parent_class)->dispose (object);
}

static void
explorer_facet_section_class_init (ExplorerFacetSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = explorer_facet_section_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "facetsection");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
explorer_facet_section_init (ExplorerFacetSection *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->offered = TRUE;
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->order = g_ptr_array_new ();

  self->heading = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->heading, 0);
  gtk_label_set_wrap (self->heading, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->heading), "heading");
  gtk_widget_set_parent (GTK_WIDGET (self->heading), GTK_WIDGET (self));

  self->search = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  gtk_widget_set_visible (GTK_WIDGET (self->search), FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->search), GTK_WIDGET (self));
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (choose_visible), self, G_CONNECT_SWAPPED);

  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_set_parent (GTK_WIDGET (self->box), GTK_WIDGET (self));

  self->more = GTK_BUTTON (gtk_button_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->more), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self->more), "more");
  gtk_widget_set_halign (GTK_WIDGET (self->more), GTK_ALIGN_START);
  gtk_widget_set_parent (GTK_WIDGET (self->more), GTK_WIDGET (self));
  g_signal_connect_object (self->more, "clicked", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
}

/**
 * explorer_facet_section_new:
 * @session: the session whose query the facet narrows
 * @facet: the facet
 *
 * Returns: (transfer full): a section without values
 */
GtkWidget *
explorer_facet_section_new (ExplorerSession *session,
                            FoedFacet        facet)
{
  ExplorerFacetSection *self = g_object_new (EXPLORER_TYPE_FACET_SECTION, NULL);
  const char *label = foed_facet_get_label (facet);
  g_autofree char *search_label = g_strdup_printf (C_("facet", "Find in %s"), label);

  g_return_val_if_fail (EXPLORER_IS_SESSION (session), NULL);

  self->session = g_object_ref (session);
  self->facet = facet;
  gtk_label_set_label (self->heading, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, search_label, -1);
  g_object_set (self->search, "placeholder-text", search_label, NULL);
  g_signal_connect_object (session, "notify::query", G_CALLBACK (query_changed_cb), self, G_CONNECT_SWAPPED);
  choose_visible (self);
  return GTK_WIDGET (self);
}

/**
 * explorer_facet_section_update:
 * @self: a section
 * @counts: (element-type FoedFacetCount): counts of all facets
 *
 * Takes over the counts of its own facet. A value that is not among them has none.
 */
void
explorer_facet_section_update (ExplorerFacetSection *self,
                               GPtrArray            *counts)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  gboolean added = FALSE;

  g_return_if_fail (EXPLORER_IS_FACET_SECTION (self));
  g_return_if_fail (counts != NULL);

  for (guint i = 0; i < counts->len; i++)
    {
      const FoedFacetCount *count = g_ptr_array_index (counts, i);
      ExplorerFacetRow *row;

      if (count->facet != self->facet)
        continue;
      row = g_hash_table_lookup (self->rows, count->nick);
      if (row != NULL)
        explorer_facet_row_set_count (row, count->count);
      else if (count->count > 0)
        {
          add_row (self, count->nick, count->label, count->count);
          row = g_hash_table_lookup (self->rows, count->nick);
          added = TRUE;
        }
      if (row != NULL)
        g_hash_table_add (seen, row);
    }
  for (guint i = 0; i < self->order->len; i++)
    {
      ExplorerFacetRow *row = g_ptr_array_index (self->order, i);

      if (!g_hash_table_contains (seen, row))
        explorer_facet_row_set_count (row, 0);
    }
  if (added)
    put_in_order (self);
  sync_active (self);
  choose_visible (self);
}

/**
 * explorer_facet_section_forget:
 * @self: a section
 *
 * Drops all values, as when another library is opened.
 */
void
explorer_facet_section_forget (ExplorerFacetSection *self)
{
  g_return_if_fail (EXPLORER_IS_FACET_SECTION (self));

  g_hash_table_remove_all (self->rows);
  for (guint i = 0; i < self->order->len; i++)
    gtk_box_remove (self->box, g_ptr_array_index (self->order, i));
  g_ptr_array_set_size (self->order, 0);
  self->expanded = FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  choose_visible (self);
}

/**
 * explorer_facet_section_offer:
 * @self: a section
 * @offered: whether the facet makes sense for what is listed
 *
 * A facet that is not offered hides, unless one of its values is on.
 */
void
explorer_facet_section_offer (ExplorerFacetSection *self,
                              gboolean              offered)
{
  g_return_if_fail (EXPLORER_IS_FACET_SECTION (self));

  if (self->offered == !!offered)
    return;
  self->offered = !!offered;
  choose_visible (self);
}
