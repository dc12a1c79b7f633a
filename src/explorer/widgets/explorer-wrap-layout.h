/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ExplorerWrapLayout:
 *
 * Sets children one after another at their natural width and begins a new line where one is full, as words are set.
 */
#define EXPLORER_TYPE_WRAP_LAYOUT (explorer_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerWrapLayout, explorer_wrap_layout, EXPLORER, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *explorer_wrap_layout_new      (int spacing,
                                                 int line_spacing);
GtkLayoutManager *explorer_wrap_layout_new_even (int spacing,
                                                 int line_spacing);
GtkWidget        *explorer_wrap_layout_new_box  (int spacing,
                                                 int line_spacing);

G_END_DECLS
