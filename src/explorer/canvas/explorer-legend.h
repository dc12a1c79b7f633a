/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  EXPLORER_LEGEND_CIRCLE,
  EXPLORER_LEGEND_SQUARE,
  EXPLORER_LEGEND_LINE,
  EXPLORER_LEGEND_LINES,
  EXPLORER_LEGEND_DASHES,
  EXPLORER_LEGEND_ARROW,
  EXPLORER_LEGEND_HATCHED,
  EXPLORER_LEGEND_FADING,
  EXPLORER_LEGEND_MARK          /* and the kinds of marks of a timeline from here on */
} ExplorerLegendSign;

/**
 * ExplorerLegend:
 *
 * Says what the signs of a picture mean. It is filled anew whenever the picture changes, so that it tells of what is
 * there and of nothing else.
 */
#define EXPLORER_TYPE_LEGEND (explorer_legend_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerLegend, explorer_legend, EXPLORER, LEGEND, GtkWidget)

GtkWidget *explorer_legend_new   (void);

void       explorer_legend_begin (ExplorerLegend     *self);
void       explorer_legend_add   (ExplorerLegend     *self,
                                  ExplorerLegendSign  sign,
                                  const GdkRGBA      *colour,
                                  const char         *meaning);
void       explorer_legend_end   (ExplorerLegend     *self);

G_END_DECLS
