/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "explorer-session.h"

G_BEGIN_DECLS

/**
 * ExplorerWindow:
 *
 * The main window: search and facets on the left, a view in the middle, what is selected on the right. Where there is
 * no library to show, it says why and what to do.
 */
#define EXPLORER_TYPE_WINDOW (explorer_window_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerWindow, explorer_window, EXPLORER, WINDOW, AdwApplicationWindow)

ExplorerWindow  *explorer_window_new          (GtkApplication *application);
ExplorerSession *explorer_window_get_session  (ExplorerWindow *self);
void             explorer_window_open_library (ExplorerWindow *self,
                                               GFile          *file);
void             explorer_window_import_files (ExplorerWindow *self,
                                               GListModel     *files);
void             explorer_window_show_toast   (ExplorerWindow *self,
                                               const char     *text,
                                               gboolean        with_undo);

G_END_DECLS
