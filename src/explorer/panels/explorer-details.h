/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "explorer/explorer-session.h"

G_BEGIN_DECLS

/**
 * ExplorerDetails:
 *
 * The right side of the window: what is selected, and six panels about it.
 *
 * Property `session`.
 */
#define EXPLORER_TYPE_DETAILS (explorer_details_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerDetails, explorer_details, EXPLORER, DETAILS, GtkWidget)

GtkWidget       *explorer_details_new         (ExplorerSession *session);
ExplorerSession *explorer_details_get_session (ExplorerDetails *self);
void             explorer_details_set_session (ExplorerDetails *self,
                                               ExplorerSession *session);

G_END_DECLS
