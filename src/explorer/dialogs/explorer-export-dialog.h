/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "explorer/explorer-window.h"

G_BEGIN_DECLS

/**
 * ExplorerExportDialog:
 *
 * Asks what to write as native XML: the selected alliance or state, the alliances that are shown, or everything.
 */
#define EXPLORER_TYPE_EXPORT_DIALOG (explorer_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerExportDialog, explorer_export_dialog, EXPLORER, EXPORT_DIALOG, AdwWindow)

GtkWidget *explorer_export_dialog_new (ExplorerWindow *window);

G_END_DECLS
