/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "explorer/explorer-window.h"

G_BEGIN_DECLS

/**
 * ExplorerImportDialog:
 *
 * Shows what importing files would do before it does it: each file with its numbers and problems, and each record that
 * would be new or changed, field by field.
 */
#define EXPLORER_TYPE_IMPORT_DIALOG (explorer_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerImportDialog, explorer_import_dialog, EXPLORER, IMPORT_DIALOG, AdwWindow)

GtkWidget *explorer_import_dialog_new (ExplorerWindow *window,
                                       GListModel     *files);

G_END_DECLS
