/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "explorer/explorer-session.h"

G_BEGIN_DECLS

/**
 * ExplorerPanel:
 *
 * One of the six panels on the right. It scrolls, builds its content anew when what it shows has changed and it can be
 * seen, and brings the selected record into sight. A subclass only says what to build.
 *
 * Property `session` (construct only).
 */
#define EXPLORER_TYPE_PANEL (explorer_panel_get_type ())
G_DECLARE_DERIVABLE_TYPE (ExplorerPanel, explorer_panel, EXPLORER, PANEL, GtkWidget)

/**
 * ExplorerPanelClass:
 * @build: appends the widgets for @record, the root of the selection, to the empty panel
 */
struct _ExplorerPanelClass
{
  GtkWidgetClass parent_class;

  void (*build) (ExplorerPanel *self,
                 FoedRecord    *record);
};

ExplorerSession *explorer_panel_get_session (ExplorerPanel *self);
void             explorer_panel_append      (ExplorerPanel *self,
                                             GtkWidget     *child);
void             explorer_panel_append_empty (ExplorerPanel *self,
                                             const char    *icon_name,
                                             const char    *title,
                                             const char    *description);
void             explorer_panel_place       (ExplorerPanel *self,
                                             const char    *id,
                                             GtkWidget     *widget);

G_END_DECLS
