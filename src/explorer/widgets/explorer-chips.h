/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "explorer/explorer-session.h"

G_BEGIN_DECLS

/**
 * ExplorerChips:
 *
 * Everything that narrows what is shown, each as a button that takes it away again. It hides while nothing does.
 *
 * Property `session` (construct only).
 */
#define EXPLORER_TYPE_CHIPS (explorer_chips_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerChips, explorer_chips, EXPLORER, CHIPS, GtkWidget)

G_END_DECLS
