/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-table-sorter"

#include "config.h"

#include "explorer-table-sorter.h"

struct _ExplorerTableSorter
{
  GObject        parent_instance;

  GtkColumnView *view;
  GtkSorter     *sorter;
  const char    *asked;
  guint          setting : 1;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GQuark nick_quark;

G_DEFINE_FINAL_TYPE (ExplorerTableSorter, explorer_table_sorter, G_TYPE_OBJECT)

typedef struct
{
  ExplorerTableSorter *sorter;
  const char          *nick;
} Note;

/* Sorts nothing; only notes which column was asked first. */
static int
note_column (gconstpointer a,
             gconstpointer b,
             gpointer      user_data)
{
  Note *note = user_data;

  if (note->sorter->asked == NULL)
    note->sorter->asked = note->nick;
  return GTK_ORDERING_SMALLER;
}

static void
sorter_changed_cb (ExplorerTableSorter *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[CHANGED], 0);
}

static GtkColumnViewColumn *
find_column (ExplorerTableSorter *self,
             const char          *nick)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  guint n_columns = g_list_model_get_n_items (columns);

  for (guint i = 0; i < n_columns; i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      /* The view holds another reference. */
      if (g_strcmp0 (g_object_get_qdata (G_OBJECT (column), nick_quark), nick) == 0)
        return column;
    }
  return NULL;
}

static void
explorer_table_sorter_dispose (GObject *object)
{
  ExplorerTableSorter *self = EXPLORER_TABLE_SORTER (object);

  g_clear_object (&self->sorter);
  g_clear_weak_pointer (&self->view);

  G_OBJECT_CLASS (explorer_table_sorter_parent_class)->dispose (object);
}

static void
explorer_table_sorter_class_init (ExplorerTableSorterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = explorer_table_sorter_dispose;

  nick_quark = g_quark_from_static_string ("explorer-column-nick");
  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
explorer_table_sorter_init (ExplorerTableSorter *self)
{
}

/**
 * explorer_table_sorter_new:
 * @view: a column view
 *
 * Returns: (transfer full): something that knows by which column @view is sorted; it does not keep @view alive
 */
ExplorerTableSorter *
explorer_table_sorter_new (GtkColumnView *view)
{
  ExplorerTableSorter *self = g_object_new (EXPLORER_TYPE_TABLE_SORTER, NULL);

  g_return_val_if_fail (GTK_IS_COLUMN_VIEW (view), NULL);

  g_set_weak_pointer (&self->view, view);
  self->sorter = g_object_ref (gtk_column_view_get_sorter (view));
  g_signal_connect_object (self->sorter, "changed", G_CALLBACK (sorter_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * explorer_table_sorter_add_column:
 * @self: a sorter
 * @column: a column of its view
 * @nick: the name by which the library sorts
 *
 * Lets a person sort by @column.
 */
void
explorer_table_sorter_add_column (ExplorerTableSorter *self,
                                  GtkColumnViewColumn *column,
                                  const char          *nick)
{
  g_autoptr(GtkSorter) sorter = NULL;
  Note *note;

  g_return_if_fail (EXPLORER_IS_TABLE_SORTER (self));
  g_return_if_fail (GTK_IS_COLUMN_VIEW_COLUMN (column));

  note = g_new0 (Note, 1);
  note->sorter = self;
  note->nick = g_intern_string (nick);
  sorter = GTK_SORTER (gtk_custom_sorter_new (note_column, note, g_free));
  g_object_set_qdata (G_OBJECT (column), nick_quark, (gpointer) note->nick);
  gtk_column_view_column_set_sorter (column, sorter);
}

/**
 * explorer_table_sorter_set_order:
 * @self: a sorter
 * @nick: (nullable): the column to sort by; %NULL for the usual order
 * @descending: whether the last comes first
 *
 * Shows an order in the headers, without `changed`.
 */
void
explorer_table_sorter_set_order (ExplorerTableSorter *self,
                                 const char          *nick,
                                 gboolean             descending)
{
  GtkColumnViewColumn *column;

  g_return_if_fail (EXPLORER_IS_TABLE_SORTER (self));

  if (self->view == NULL)
    return;
  column = nick != NULL ? find_column (self, nick) : NULL;
  self->setting = TRUE;
  gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
  if (column != NULL)
    gtk_column_view_sort_by_column (self->view, column, descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  self->setting = FALSE;
}

/**
 * explorer_table_sorter_get_order:
 * @self: a sorter
 * @descending: (out): whether the last comes first
 *
 * Returns: (transfer none) (nullable): the column that a person sorts by; %NULL for the usual order
 */
const char *
explorer_table_sorter_get_order (ExplorerTableSorter *self,
                                 gboolean            *descending)
{
  g_autoptr(GObject) first = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr(GObject) second = g_object_new (G_TYPE_OBJECT, NULL);

  g_return_val_if_fail (EXPLORER_IS_TABLE_SORTER (self), NULL);
  g_return_val_if_fail (descending != NULL, NULL);

  self->asked = NULL;
  *descending = gtk_sorter_compare (self->sorter, first, second) == GTK_ORDERING_LARGER;
  return self->asked;
}
