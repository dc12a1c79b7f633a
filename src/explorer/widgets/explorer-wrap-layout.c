/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-wrap-layout"

#include "config.h"

#include "explorer-wrap-layout.h"

struct _ExplorerWrapLayout
{
  GtkLayoutManager parent_instance;

  int              spacing;
  int              line_spacing;
  gboolean         even;
};

G_DEFINE_FINAL_TYPE (ExplorerWrapLayout, explorer_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
explorer_wrap_layout_get_request_mode (GtkLayoutManager *manager,
                                       GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* The first child after @child, or of @widget where that is NULL, that takes part. */
static GtkWidget *
next_child (GtkWidget *widget,
            GtkWidget *child)
{
  child = child == NULL ? gtk_widget_get_first_child (widget) : gtk_widget_get_next_sibling (child);
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static void
measure_widths (ExplorerWrapLayout *self,
                GtkWidget          *widget,
                int                *minimum,
                int                *natural)
{
  *minimum = 0;
  *natural = 0;
  for (GtkWidget *child = next_child (widget, NULL); child != NULL; child = next_child (widget, child))
    {
      int child_minimum;
      int child_natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? self->spacing : 0);
    }
}

/* Sets the children in lines of @width. Returns the height that takes; allocates only if asked to. */
static int
set_lines (ExplorerWrapLayout *self,
           GtkWidget          *widget,
           int                 width,
           gboolean            allocate)
{
  gboolean reverse = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *first = next_child (widget, NULL);
  int y = 0;

  while (first != NULL)
    {
      GtkWidget *end = first;
      int line_width = 0;
      int line_height = 0;
      int x = 0;

      for (; end != NULL; end = next_child (widget, end))
        {
          GtkRequisition size;

          gtk_widget_get_preferred_size (end, NULL, &size);
          if (end != first && line_width + self->spacing + size.width > width)
            break;
          line_width += size.width + (end != first ? self->spacing : 0);
          line_height = MAX (line_height, size.height);
        }
      for (GtkWidget *child = first; allocate && child != end; child = next_child (widget, child))
        {
          GtkRequisition size;
          int child_width;

          gtk_widget_get_preferred_size (child, NULL, &size);
          child_width = MIN (size.width, width);
          gtk_widget_size_allocate (child,
                                    &(GtkAllocation) { reverse ? width - x - child_width : x, y, child_width,
                                                       line_height },
                                    -1);
          x += child_width + self->spacing;
        }
      y += line_height + (end != NULL ? self->line_spacing : 0);
      first = end;
    }
  return y;
}

/* Finds how wide each of @n_columns has to be. Returns the width of all. */
static int
measure_columns (ExplorerWrapLayout *self,
                 GtkWidget          *widget,
                 guint               n_columns,
                 int                *widths)
{
  guint column = 0;
  int total = (int) (n_columns - 1) * self->spacing;

  memset (widths, 0, n_columns * sizeof (int));
  for (GtkWidget *child = next_child (widget, NULL); child != NULL; child = next_child (widget, child))
    {
      GtkRequisition size;

      gtk_widget_get_preferred_size (child, NULL, &size);
      widths[column] = MAX (widths[column], size.width);
      column = (column + 1) % n_columns;
    }
  for (guint i = 0; i < n_columns; i++)
    total += widths[i];
  return total;
}

/* Sets the children in the fewest lines of columns that fit into @width and fills it with them. Returns the height. */
static int
set_columns (ExplorerWrapLayout *self,
             GtkWidget          *widget,
             int                 width,
             gboolean            allocate)
{
  gboolean reverse = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  g_autofree int *widths = NULL;
  guint n_children = 0;
  guint n_columns;
  guint n_lines = 1;
  guint column = 0;
  int total;
  int line_height = 0;
  int x = 0;
  int y = 0;

  for (GtkWidget *child = next_child (widget, NULL); child != NULL; child = next_child (widget, child))
    n_children++;
  if (n_children == 0)
    return 0;
  widths = g_new (int, n_children);
  do
    {
      n_columns = (n_children + n_lines - 1) / n_lines;
      total = measure_columns (self, widget, n_columns, widths);
      n_lines++;
    }
  while (total > width && n_columns > 1);

  for (GtkWidget *child = next_child (widget, NULL); child != NULL; child = next_child (widget, child))
    {
      int child_width = MIN (widths[column] + MAX (0, width - total) / (int) n_columns, width);
      GtkRequisition size;

      gtk_widget_get_preferred_size (child, NULL, &size);
      if (column == 0 && line_height > 0)
        {
          x = 0;
          y += line_height + self->line_spacing;
          line_height = 0;
        }
      line_height = MAX (line_height, size.height);
      if (allocate)
        gtk_widget_size_allocate (child, &(GtkAllocation) { reverse ? width - x - child_width : x, y, child_width,
                                                            size.height }, -1);
      x += child_width + self->spacing;
      column = (column + 1) % n_columns;
    }
  return y + line_height;
}

static int
set_children (ExplorerWrapLayout *self,
              GtkWidget          *widget,
              int                 width,
              gboolean            allocate)
{
  return self->even ? set_columns (self, widget, width, allocate) : set_lines (self, widget, width, allocate);
}

static void
explorer_wrap_layout_measure (GtkLayoutManager *manager,
                              GtkWidget        *widget,
                              GtkOrientation    orientation,
                              int               for_size,
                              int              *minimum,
                              int              *natural,
                              int              *minimum_baseline,
                              int              *natural_baseline)
{
  ExplorerWrapLayout *self = EXPLORER_WRAP_LAYOUT (manager);
  int minimum_width;
  int natural_width;

  measure_widths (self, widget, &minimum_width, &natural_width);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = minimum_width;
      *natural = natural_width;
    }
  else
    {
      *minimum = set_children (self, widget, MAX (for_size < 0 ? natural_width : for_size, minimum_width), FALSE);
      *natural = *minimum;
    }
}

static void
explorer_wrap_layout_allocate (GtkLayoutManager *manager,
                               GtkWidget        *widget,
                               int               width,
                               int               height,
                               int               baseline)
{
  set_children (EXPLORER_WRAP_LAYOUT (manager), widget, width, TRUE);
}

static void
explorer_wrap_layout_class_init (ExplorerWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = explorer_wrap_layout_get_request_mode;
  layout_class->measure = explorer_wrap_layout_measure;
  layout_class->allocate = explorer_wrap_layout_allocate;
}

static void
explorer_wrap_layout_init (ExplorerWrapLayout *self)
{
}

/**
 * explorer_wrap_layout_new:
 * @spacing: between children on a line, in pixels
 * @line_spacing: between lines, in pixels
 *
 * Returns: (transfer full): a layout
 */
GtkLayoutManager *
explorer_wrap_layout_new (int spacing,
                          int line_spacing)
{
  ExplorerWrapLayout *self = g_object_new (EXPLORER_TYPE_WRAP_LAYOUT, NULL);

  self->spacing = spacing;
  self->line_spacing = line_spacing;
  return GTK_LAYOUT_MANAGER (self);
}

/**
 * explorer_wrap_layout_new_even:
 * @spacing: between children on a line, in pixels
 * @line_spacing: between lines, in pixels
 *
 * Returns: (transfer full): a layout that fills each line, with as many children on each and the same widths below each
 *   other
 */
GtkLayoutManager *
explorer_wrap_layout_new_even (int spacing,
                               int line_spacing)
{
  ExplorerWrapLayout *self = EXPLORER_WRAP_LAYOUT (explorer_wrap_layout_new (spacing, line_spacing));

  self->even = TRUE;
  return GTK_LAYOUT_MANAGER (self);
}

/**
 * explorer_wrap_layout_new_box:
 * @spacing: between children on a line, in pixels
 * @line_spacing: between lines, in pixels
 *
 * Returns: (transfer full): a box whose children are laid out so
 */
GtkWidget *
explorer_wrap_layout_new_box (int spacing,
                              int line_spacing)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, explorer_wrap_layout_new (spacing, line_spacing));
  return box;
}
