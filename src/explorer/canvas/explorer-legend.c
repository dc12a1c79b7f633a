/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-legend"

#include "config.h"

#include <glib/gi18n.h>

#include "explorer-legend.h"
#include "explorer/widgets/explorer-wrap-layout.h"

/* A line of the legend, and what shows it. */
typedef struct
{
  FoedLegendEntry  shown;
  GtkWidget       *row;
  GtkWidget       *area;
  GtkWidget       *label;
} Entry;

struct _ExplorerLegend
{
  GtkWidget  parent_instance;

  GPtrArray *entries;
};

G_DEFINE_FINAL_TYPE (ExplorerLegend, explorer_legend, GTK_TYPE_WIDGET)

static void
draw_sign (GtkDrawingArea *area,
           cairo_t        *cr,
           int             width,
           int             height,
           gpointer        user_data)
{
  const Entry *entry = user_data;

  foed_legend_draw_sign (&entry->shown, cr, width, height);
}

static void
make_entry (ExplorerLegend *self)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  entry->area = gtk_drawing_area_new ();
  entry->label = gtk_label_new (NULL);
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (entry->area), (int) FOED_LEGEND_SIGN_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (entry->area), (int) FOED_LEGEND_SIGN_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (entry->area), draw_sign, entry, NULL);
  gtk_widget_set_valign (entry->area, GTK_ALIGN_CENTER);
  gtk_label_set_xalign (GTK_LABEL (entry->label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (entry->label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (entry->row), entry->area);
  gtk_box_append (GTK_BOX (entry->row), entry->label);
  gtk_widget_set_parent (entry->row, GTK_WIDGET (self));
  g_ptr_array_add (self->entries, entry);
}

static void
entry_free (Entry *entry)
{
  gtk_widget_unparent (entry->row);
  g_free (entry);
}

static void
explorer_legend_dispose (GObject *object)
{
  g_clear_pointer (&EXPLORER_LEGEND (object)->entries, g_ptr_array_unref);

  G_OBJECT_CLASS (explorer_legend_parent_class)->dispose (object);
}

static void
explorer_legend_class_init (ExplorerLegendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = explorer_legend_dispose;

  gtk_widget_class_set_css_name (widget_class, "legend");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
explorer_legend_init (ExplorerLegend *self)
{
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  gtk_widget_set_layout_manager (GTK_WIDGET (self), explorer_wrap_layout_new (14, 2));
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Legend"), -1);
}

/**
 * explorer_legend_new:
 *
 * Returns: (transfer floating): an empty legend
 */
GtkWidget *
explorer_legend_new (void)
{
  return g_object_new (EXPLORER_TYPE_LEGEND, NULL);
}

static void
show_entry (Entry                 *entry,
            const FoedLegendEntry *shown)
{
  entry->shown = *shown;
  entry->shown.meaning = NULL;
  gtk_label_set_label (GTK_LABEL (entry->label), shown->meaning);
  gtk_widget_queue_draw (entry->area);
}

/**
 * explorer_legend_set_entries:
 * @self: a legend
 * @entries: (element-type FoedLegendEntry): what it says from now on
 */
void
explorer_legend_set_entries (ExplorerLegend *self,
                             GPtrArray      *entries)
{
  g_return_if_fail (EXPLORER_IS_LEGEND (self));
  g_return_if_fail (entries != NULL);

  while (self->entries->len < entries->len)
    make_entry (self);
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);

      if (i < entries->len)
        show_entry (entry, g_ptr_array_index (entries, i));
      gtk_widget_set_visible (entry->row, i < entries->len);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), entries->len > 0);
}
