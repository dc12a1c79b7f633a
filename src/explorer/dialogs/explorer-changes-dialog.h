/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "explorer/explorer-window.h"

G_BEGIN_DECLS

/**
 * ExplorerChangesDialog:
 *
 * What is different on the day that is looked at from what it was on another, as a list that leads to the records. It
 * stands beside its window and follows what is looked at there; the window's views mark the same.
 */
#define EXPLORER_TYPE_CHANGES_DIALOG (explorer_changes_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerChangesDialog, explorer_changes_dialog, EXPLORER, CHANGES_DIALOG, AdwWindow)

GtkWidget *explorer_changes_dialog_new (ExplorerWindow *window);

G_END_DECLS
