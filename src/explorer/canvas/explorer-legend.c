/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-legend"

#include "config.h"

#include <glib/gi18n.h>

#include "explorer-legend.h"
#include "explorer-timeline-signs.h"
#include "explorer/widgets/explorer-wrap-layout.h"

/* A sign and what it means. */
typedef struct
{
  ExplorerLegendSign  sign;
  GdkRGBA             colour;
  GtkWidget          *row;
  GtkWidget          *area;
  GtkWidget          *label;
} Entry;

struct _ExplorerLegend
{
  GtkWidget  parent_instance;

  GPtrArray *entries;
  guint      n_used;
};

G_DEFINE_FINAL_TYPE (ExplorerLegend, explorer_legend, GTK_TYPE_WIDGET)

static void
trace_line (cairo_t *cr,
            double   width,
            double   y)
{
  cairo_move_to (cr, 1, y);
  cairo_line_to (cr, width - 1, y);
}

/* The signs of a timeline are drawn as the timeline draws them. */
static void
draw_timeline_sign (cairo_t     *cr,
                    const Entry *entry,
                    double       width,
                    double       height)
{
  const ExplorerTimelineColour colour = { entry->colour.red, entry->colour.green, entry->colour.blue,
                                          entry->colour.alpha };
  const ExplorerTimelineColour none = { 0, 0, 0, 0 };

  if (entry->sign == EXPLORER_LEGEND_HATCHED)
    explorer_timeline_draw_hatched (cr, 0, height * 0.2, width, height * 0.6, colour);
  else if (entry->sign == EXPLORER_LEGEND_FADING)
    explorer_timeline_draw_fading (cr, 0, height * 0.2, width, height * 0.6, TRUE, colour);
  else
    explorer_timeline_draw_mark (cr, (FoedTimelineMarkKind) (entry->sign - EXPLORER_LEGEND_MARK), width / 2, height / 2,
                                 height * 0.75, colour, none);
}

static void
draw_sign (GtkDrawingArea *area,
           cairo_t        *cr,
           int             width,
           int             height,
           gpointer        user_data)
{
  const Entry *entry = user_data;
  const double dashes[] = { 4, 3 };
  double middle = height / 2.0;
  double radius = MIN (height, width) * 0.36;

  gdk_cairo_set_source_rgba (cr, &entry->colour);
  cairo_set_line_width (cr, 2);
  if (entry->sign >= EXPLORER_LEGEND_HATCHED)
    {
      draw_timeline_sign (cr, entry, width, height);
      return;
    }
  switch ((guint) entry->sign)
    {
    case EXPLORER_LEGEND_CIRCLE:
      cairo_arc (cr, width / 2.0, middle, radius, 0, 2 * G_PI);
      cairo_fill (cr);
      break;
    case EXPLORER_LEGEND_SQUARE:
      cairo_rectangle (cr, width / 2.0 - radius, middle - radius, 2 * radius, 2 * radius);
      cairo_fill (cr);
      break;
    case EXPLORER_LEGEND_LINES:
      cairo_set_line_width (cr, 1);
      trace_line (cr, width, middle - 3.5);
      cairo_stroke (cr);
      cairo_set_line_width (cr, 3);
      trace_line (cr, width, middle + 2.5);
      cairo_stroke (cr);
      break;
    case EXPLORER_LEGEND_DASHES:
      cairo_set_dash (cr, dashes, 2, 0);
      trace_line (cr, width, middle);
      cairo_stroke (cr);
      break;
    case EXPLORER_LEGEND_ARROW:
      trace_line (cr, width - 5, middle);
      cairo_stroke (cr);
      cairo_move_to (cr, width, middle);
      cairo_rel_line_to (cr, -7, -3.5);
      cairo_rel_line_to (cr, 0, 7);
      cairo_fill (cr);
      break;
    case EXPLORER_LEGEND_LINE:
    default:
      trace_line (cr, width, middle);
      cairo_stroke (cr);
      break;
    }
}

static Entry *
make_entry (ExplorerLegend *self)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  entry->area = gtk_drawing_area_new ();
  entry->label = gtk_label_new (NULL);
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (entry->area), 20);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (entry->area), 14);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (entry->area), draw_sign, entry, NULL);
  gtk_widget_set_valign (entry->area, GTK_ALIGN_CENTER);
  gtk_label_set_xalign (GTK_LABEL (entry->label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (entry->label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (entry->row), entry->area);
  gtk_box_append (GTK_BOX (entry->row), entry->label);
  gtk_widget_set_parent (entry->row, GTK_WIDGET (self));
  g_ptr_array_add (self->entries, entry);
  return entry;
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

/**
 * explorer_legend_begin:
 * @self: a legend
 *
 * Begins to fill the legend anew.
 */
void
explorer_legend_begin (ExplorerLegend *self)
{
  g_return_if_fail (EXPLORER_IS_LEGEND (self));

  self->n_used = 0;
}

/**
 * explorer_legend_add:
 * @self: a legend
 * @sign: what it looks like
 * @colour: its colour
 * @meaning: what it means
 */
void
explorer_legend_add (ExplorerLegend     *self,
                     ExplorerLegendSign  sign,
                     const GdkRGBA      *colour,
                     const char         *meaning)
{
  Entry *entry;

  g_return_if_fail (EXPLORER_IS_LEGEND (self));
  g_return_if_fail (colour != NULL);
  g_return_if_fail (meaning != NULL);

  entry = self->n_used < self->entries->len ? g_ptr_array_index (self->entries, self->n_used) : make_entry (self);
  self->n_used++;
  if (entry->sign != sign || !gdk_rgba_equal (&entry->colour, colour))
    gtk_widget_queue_draw (entry->area);
  entry->sign = sign;
  entry->colour = *colour;
  gtk_label_set_label (GTK_LABEL (entry->label), meaning);
}

/**
 * explorer_legend_end:
 * @self: a legend
 *
 * Says that the legend is complete: what it held before is gone.
 */
void
explorer_legend_end (ExplorerLegend *self)
{
  g_return_if_fail (EXPLORER_IS_LEGEND (self));

  for (guint i = 0; i < self->entries->len; i++)
    gtk_widget_set_visible (((Entry *) g_ptr_array_index (self->entries, i))->row, i < self->n_used);
  gtk_widget_set_visible (GTK_WIDGET (self), self->n_used > 0);
}
