/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-measures-table"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "explorer-measured.h"
#include "explorer-measures-table.h"

/* Where a column stands for the name rather than a measure. */
#define NAME FOED_N_MEASURES

#define NAME_WIDTH_CHARS 14

struct _ExplorerMeasuresTable
{
  GtkWidget           parent_instance;

  ExplorerSession    *session;
  GListStore         *rows;          /* ExplorerMeasured */
  GtkSingleSelection *selection;
  guint               syncing : 1;

  GtkColumnView      *view;
  GtkLabel           *figures;
};

enum
{
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ExplorerMeasuresTable, explorer_measures_table, GTK_TYPE_WIDGET)

static int
compare_titles (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  return g_strcmp0 (explorer_measured_get_key ((ExplorerMeasured *) a), explorer_measured_get_key ((ExplorerMeasured *) b));
}

/* What is not defined is less than anything; what is as high goes by its name, whichever way the column is sorted. */
static int
compare_values (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  FoedMeasure measure = GPOINTER_TO_UINT (user_data);
  double first = explorer_measured_get_node ((ExplorerMeasured *) a)->values[measure];
  double second = explorer_measured_get_node ((ExplorerMeasured *) b)->values[measure];

  if (isnan (first) || isnan (second))
    return isnan (first) && isnan (second) ? 0 : isnan (first) ? -1 : 1;
  return first < second ? -1 : first > second;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          gpointer                  user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  if (GPOINTER_TO_UINT (user_data) == NAME)
    {
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_width_chars (GTK_LABEL (label), NAME_WIDTH_CHARS);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    }
  else
    {
      gtk_label_set_xalign (GTK_LABEL (label), 1);
      gtk_widget_add_css_class (label, "numeric");
    }
  gtk_list_item_set_child (list_item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         gpointer                  user_data)
{
  GtkLabel *label = GTK_LABEL (gtk_list_item_get_child (list_item));
  ExplorerMeasured *row = gtk_list_item_get_item (list_item);
  FoedMeasure measure = GPOINTER_TO_UINT (user_data);

  if (measure == NAME)
    {
      gtk_label_set_label (label, explorer_measured_get_title (row));
      gtk_widget_set_tooltip_text (GTK_WIDGET (label), explorer_measured_get_title (row));
    }
  else
    {
      g_autofree char *text = foed_measure_format (measure, explorer_measured_get_node (row)->values[measure]);

      gtk_label_set_label (label, text);
    }
}

static GtkColumnViewColumn *
add_column (ExplorerMeasuresTable *self,
            FoedMeasure            measure)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkColumnViewColumn) column = NULL;
  g_autoptr(GtkSorter) sorter = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GUINT_TO_POINTER (measure));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (measure));
  column = gtk_column_view_column_new (measure == NAME ? C_("column", "Name") : foed_measure_get_label (measure), factory);
  sorter = GTK_SORTER (gtk_custom_sorter_new (measure == NAME ? compare_titles : compare_values,
                                              GUINT_TO_POINTER (measure), NULL));
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, measure == NAME);
  gtk_column_view_append_column (self->view, column);
  return column;
}

/* Rows that are as high stand in the order of their names. */
static GtkSorter *
make_sorter (ExplorerMeasuresTable *self)
{
  GtkMultiSorter *sorter = gtk_multi_sorter_new ();

  gtk_multi_sorter_append (sorter, g_object_ref (gtk_column_view_get_sorter (self->view)));
  gtk_multi_sorter_append (sorter, GTK_SORTER (gtk_custom_sorter_new (compare_titles, NULL, NULL)));
  return GTK_SORTER (sorter);
}

static void
show_selected (ExplorerMeasuresTable *self)
{
  const char *id = explorer_session_get_root (self->session);
  guint position = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; id != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
    {
      g_autoptr(ExplorerMeasured) row = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (g_str_equal (explorer_measured_get_node (row)->id, id))
        position = i;
    }
  self->syncing = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->syncing = FALSE;
}

static void
selected_cb (ExplorerMeasuresTable *self)
{
  ExplorerMeasured *row = gtk_single_selection_get_selected_item (self->selection);

  if (!self->syncing && row != NULL)
    {
      const char *id = explorer_measured_get_node (row)->id;

      explorer_session_select (self->session, id, id);
    }
}

static void
close_clicked_cb (ExplorerMeasuresTable *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static char *
describe (const FoedNetworkFigures *figures)
{
  g_autofree char *nodes = g_strdup_printf (ngettext ("%u node", "%u nodes", figures->n_nodes), figures->n_nodes);
  g_autofree char *pairs = g_strdup_printf (ngettext ("%u pair joined", "%u pairs joined", figures->n_edges),
                                            figures->n_edges);
  g_autofree char *communities = g_strdup_printf (ngettext ("%u community", "%u communities", figures->n_communities),
                                                  figures->n_communities);
  g_autofree char *components = g_strdup_printf (ngettext ("%u component", "%u components", figures->n_components),
                                                 figures->n_components);
  g_autoptr(GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s · %s · %s · %s", nodes, pairs, communities, components);
  if (!isnan (figures->density))
    {
      g_string_append (text, " · ");
      /* Translators: the share of pairs that are joined. */
      g_string_append_printf (text, _("density %.3f"), figures->density);
    }
  if (!isnan (figures->modularity))
    {
      g_string_append (text, " · ");
      /* Translators: how clearly communities stand apart. */
      g_string_append_printf (text, _("modularity %.3f"), figures->modularity);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
explorer_measures_table_constructed (GObject *object)
{
  ExplorerMeasuresTable *self = EXPLORER_MEASURES_TABLE (object);
  GtkColumnViewColumn *first = NULL;
  GtkSortListModel *sorted;

  G_OBJECT_CLASS (explorer_measures_table_parent_class)->constructed (object);

  add_column (self, NAME);
  for (FoedMeasure measure = 0; measure < FOED_N_MEASURES; measure++)
    {
      GtkColumnViewColumn *column = add_column (self, measure);

      if (first == NULL)
        first = column;
    }
  /* The nodes of a network are few, and all of them are in memory anyway. */
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (self->rows)), make_sorter (self));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  gtk_column_view_sort_by_column (self->view, first, GTK_SORT_DESCENDING);
}

static void
explorer_measures_table_dispose (GObject *object)
{
  ExplorerMeasuresTable *self = EXPLORER_MEASURES_TABLE (object);
  GtkWidget *child;

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), EXPLORER_TYPE_MEASURES_TABLE);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (explorer_measures_table_parent_class)->dispose (object);
}

static void
explorer_measures_table_class_init (ExplorerMeasuresTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = explorer_measures_table_constructed;
  object_class->dispose = explorer_measures_table_dispose;

  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/foedera/Foedera/ui/views/measures-table.ui");
  gtk_widget_class_bind_template_child (widget_class, ExplorerMeasuresTable, figures);
  gtk_widget_class_bind_template_child (widget_class, ExplorerMeasuresTable, view);
  gtk_widget_class_bind_template_callback (widget_class, close_clicked_cb);
  gtk_widget_class_set_css_name (widget_class, "measures");
}

static void
explorer_measures_table_init (ExplorerMeasuresTable *self)
{
  self->rows = g_list_store_new (EXPLORER_TYPE_MEASURED);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * explorer_measures_table_set_session:
 * @self: a table that has no session yet
 * @session: whose selection to show and to change
 */
void
explorer_measures_table_set_session (ExplorerMeasuresTable *self,
                                     ExplorerSession       *session)
{
  g_return_if_fail (EXPLORER_IS_MEASURES_TABLE (self));
  g_return_if_fail (EXPLORER_IS_SESSION (session));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::root", G_CALLBACK (show_selected), self, G_CONNECT_SWAPPED);
}

/**
 * explorer_measures_table_set_network:
 * @self: a table
 * @network: (nullable): what to show
 */
void
explorer_measures_table_set_network (ExplorerMeasuresTable *self,
                                     FoedNetwork           *network)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *text = NULL;
  guint n_nodes = 0;
  const FoedNetworkNode *nodes = network != NULL ? foed_network_get_nodes (network, &n_nodes) : NULL;

  g_return_if_fail (EXPLORER_IS_MEASURES_TABLE (self));

  for (guint i = 0; i < n_nodes; i++)
    g_ptr_array_add (rows, explorer_measured_new (&nodes[i], explorer_session_get_title (self->session, nodes[i].id)));
  self->syncing = TRUE;
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), rows->pdata, rows->len);
  self->syncing = FALSE;
  text = network != NULL ? describe (foed_network_get_figures (network)) : NULL;
  gtk_label_set_label (self->figures, text != NULL ? text : "");
  show_selected (self);
}
