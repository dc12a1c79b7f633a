/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ExplorerResizer:
 *
 * A handle at the edge of a widget that makes it wider or narrower, by dragging or with the arrow keys.
 *
 * Properties: `target` (the widget), `edge` (#GtkPackType: where on the target the handle stands).
 */
#define EXPLORER_TYPE_RESIZER (explorer_resizer_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerResizer, explorer_resizer, EXPLORER, RESIZER, GtkWidget)

G_END_DECLS
