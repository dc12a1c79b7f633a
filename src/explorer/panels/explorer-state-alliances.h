/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "explorer/explorer-session.h"

G_BEGIN_DECLS

/**
 * ExplorerStateAlliances:
 *
 * The alliances of a state, and what it owes and is owed, as of the session's day: lists that lead on.
 */
#define EXPLORER_TYPE_STATE_ALLIANCES (explorer_state_alliances_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerStateAlliances, explorer_state_alliances, EXPLORER, STATE_ALLIANCES, GtkWidget)

GtkWidget *explorer_state_alliances_new (ExplorerSession *session,
                                         const char      *state);

G_END_DECLS
