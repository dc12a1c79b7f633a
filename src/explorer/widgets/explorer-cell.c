/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-cell"

#include "config.h"

#include <glib/gi18n.h>

#include "explorer/explorer-colours.h"
#include "explorer/explorer-compat.h"
#include "explorer-cell.h"

#define N_SWATCHES_MAX 8

struct _ExplorerCell
{
  GtkWidget         parent_instance;

  FoedListing       listing;
  const FoedColumn *column;
  guint             position;
  FoedListItem     *item;

  GtkBox           *swatches;
  GtkLabel         *label;

  guint             is_main : 1;
};

G_DEFINE_FINAL_TYPE (ExplorerCell, explorer_cell, GTK_TYPE_WIDGET)

static const char * const nothing[] = { NULL };

/* How many characters a cell asks for, so that columns keep their width whatever rows come into sight. */
static int
get_width_chars (const FoedColumn *column,
                 gboolean          is_main)
{
  switch (column->type)
    {
    case FOED_COLUMN_INTEGER:
    case FOED_COLUMN_NUMBER:
      return 5;
    case FOED_COLUMN_DATE:
      return 16;
    case FOED_COLUMN_TERM:
      return is_main ? 22 : 15;
    case FOED_COLUMN_TERMS:
    case FOED_COLUMN_REFERENCES:
      return 24;
    case FOED_COLUMN_REFERENCE:
      return 20;
    case FOED_COLUMN_TEXT:
    default:
      return is_main ? 30 : 10;
    }
}

static void
show_swatches (ExplorerCell       *self,
               const char * const *nicks)
{
  GtkWidget *swatch = gtk_widget_get_first_child (GTK_WIDGET (self->swatches));
  guint n_shown = 0;

  for (guint i = 0; nicks[i] != NULL && n_shown < N_SWATCHES_MAX; i++)
    {
      const FoedTerm *term = foed_vocabulary_find (self->column->vocabulary, nicks[i]);

      if (term == NULL || term->colour == NULL)
        continue;
      if (swatch == NULL)
        {
          swatch = g_object_new (GTK_TYPE_BOX, "css-name", "swatch", "valign", GTK_ALIGN_CENTER, "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
          gtk_box_append (self->swatches, swatch);
        }
      explorer_colours_apply (swatch, self->column->vocabulary, term);
      gtk_widget_set_visible (swatch, TRUE);
      swatch = gtk_widget_get_next_sibling (swatch);
      n_shown++;
    }
  for (; swatch != NULL; swatch = gtk_widget_get_next_sibling (swatch))
    gtk_widget_set_visible (swatch, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->swatches), n_shown > 0);
}

static void
update_swatches (ExplorerCell *self,
                 FoedRow      *row)
{
  const char * const *values = NULL;
  const char *value;

  if (self->column->type != FOED_COLUMN_TERM && self->column->type != FOED_COLUMN_TERMS)
    return;
  value = row != NULL ? foed_row_get_value (row, self->position) : NULL;
  if (value == NULL)
    show_swatches (self, nothing);
  else if (self->column->type == FOED_COLUMN_TERM)
    show_swatches (self, (const char * const[]) { value, NULL });
  else
    {
      values = foed_row_get_values (row, self->position);
      show_swatches (self, values != NULL ? values : nothing);
    }
}

/* Of what the text does not say, or nobody could read or coded: which of these it is. Missing is not no. */
static const FoedTerm *
find_absence (ExplorerCell *self,
              FoedRow      *row)
{
  guint n_columns;
  const FoedColumn *columns = foed_listing_get_columns (self->listing, &n_columns);

  for (guint i = 0; i < n_columns; i++)
    if (columns[i].vocabulary == FOED_VOCABULARY_CELL)
      {
        const char *nick = foed_row_get_value (row, i);

        if (nick == NULL || g_str_equal (nick, "stated") || g_str_equal (nick, "implied"))
          return NULL;
        return foed_vocabulary_find (FOED_VOCABULARY_CELL, nick);
      }
  return NULL;
}

static char *
dup_text (ExplorerCell   *self,
          FoedRow        *row,
          const FoedTerm *absence)
{
  g_autofree char *text = foed_row_dup_display (row, self->position);

  if (absence == NULL || !self->is_main)
    return g_steal_pointer (&text);
  /* Translators: something that a treaty might provide for, and why there is nothing to say of it, as in
   * "Defence (Silent)". */
  return g_strdup_printf (C_("cell", "%s (%s)"), text, foed_term_get_label (absence));
}

static void
update (ExplorerCell *self)
{
  FoedRow *row = self->item != NULL ? foed_list_item_get_row (self->item) : NULL;
  const FoedTerm *absence = NULL;
  g_autofree char *text = NULL;

  /* While another listing is on its way, the rows are still those of the former one. */
  if (row != NULL && foed_row_get_listing (row) != self->listing)
    row = NULL;
  if (row != NULL)
    {
      absence = find_absence (self, row);
      text = dup_text (self, row, absence);
    }

  gtk_label_set_label (self->label, text != NULL ? text : "");
  if (absence != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "absent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "absent");
  update_swatches (self, row);
  if (self->is_main && text != NULL)
    explorer_compat_label_row (GTK_WIDGET (self), text);
}

/* What does not fit is told when asked for. */
static gboolean
explorer_cell_query_tooltip (GtkWidget  *widget,
                             int         x,
                             int         y,
                             gboolean    keyboard,
                             GtkTooltip *tooltip)
{
  ExplorerCell *self = EXPLORER_CELL (widget);

  if (!pango_layout_is_ellipsized (gtk_label_get_layout (self->label)))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_label (self->label));
  return TRUE;
}

static void
explorer_cell_dispose (GObject *object)
{
  ExplorerCell *self = EXPLORER_CELL (object);

  explorer_cell_unbind (self);
  g_clear_pointer ((GtkWidget **) &self->swatches, gtk_widget_unparent);
  g_clear_pointer ((GtkWidget **) &self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (explorer_cell_parent_class)->dispose (object);
}

static void
explorer_cell_class_init (ExplorerCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = explorer_cell_dispose;
  widget_class->query_tooltip = explorer_cell_query_tooltip;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "tablecell");
}

static void
explorer_cell_init (ExplorerCell *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  self->swatches = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2));
  gtk_widget_set_visible (GTK_WIDGET (self->swatches), FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->swatches), GTK_WIDGET (self));

  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (self->label, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->label), GTK_WIDGET (self));
}

/**
 * explorer_cell_new:
 * @listing: what the table lists
 * @position: the position of the column among those of @listing
 * @is_main: whether it says what the row is
 *
 * Returns: (transfer full): an empty cell
 */
GtkWidget *
explorer_cell_new (FoedListing listing,
                   guint       position,
                   gboolean    is_main)
{
  ExplorerCell *self = g_object_new (EXPLORER_TYPE_CELL, NULL);
  guint n_columns;
  const FoedColumn *column = &foed_listing_get_columns (listing, &n_columns)[position];
  gboolean is_number = column->type == FOED_COLUMN_INTEGER;
  int width_chars = get_width_chars (column, is_main);

  g_return_val_if_fail (position < n_columns, NULL);

  self->listing = listing;
  self->column = column;
  self->position = position;
  self->is_main = !!is_main;
  gtk_label_set_xalign (self->label, is_number ? 1 : 0);
  gtk_label_set_width_chars (self->label, width_chars);
  gtk_label_set_max_width_chars (self->label, width_chars);
  if (is_number || column->type == FOED_COLUMN_DATE)
    gtk_widget_add_css_class (GTK_WIDGET (self->label), "numeric");
  if (is_main)
    gtk_widget_add_css_class (GTK_WIDGET (self->label), "main");
  return GTK_WIDGET (self);
}

/**
 * explorer_cell_bind:
 * @self: a cell
 * @item: the place in the list whose row the cell shows
 */
void
explorer_cell_bind (ExplorerCell *self,
                    FoedListItem *item)
{
  g_return_if_fail (EXPLORER_IS_CELL (self));
  g_return_if_fail (FOED_IS_LIST_ITEM (item));

  explorer_cell_unbind (self);
  self->item = g_object_ref (item);
  g_signal_connect_object (item, "notify::row", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * explorer_cell_unbind:
 * @self: a cell
 *
 * Lets go of the place in the list.
 */
void
explorer_cell_unbind (ExplorerCell *self)
{
  g_return_if_fail (EXPLORER_IS_CELL (self));

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, update, self);
  g_clear_object (&self->item);
}
