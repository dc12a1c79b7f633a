/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "explorer/explorer-window.h"

G_BEGIN_DECLS

/**
 * ExplorerHistoryDialog:
 *
 * Everything that was done to the library, newest first. Each change can be taken back on its own.
 */
#define EXPLORER_TYPE_HISTORY_DIALOG (explorer_history_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerHistoryDialog, explorer_history_dialog, EXPLORER, HISTORY_DIALOG, AdwWindow)

GtkWidget *explorer_history_dialog_new (ExplorerWindow *window);

G_END_DECLS
