/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "explorer-session.h"

G_BEGIN_DECLS

/**
 * ExplorerPlayer:
 *
 * Lets the years of a session pass by themselves, until the last one.
 *
 * Properties (each notifies):
 *  - `session` (#ExplorerSession, construct only)
 *  - `playing` (boolean)
 *  - `speed` (int): how many years pass in a second, 1 to %EXPLORER_PLAYER_SPEED_MAX
 *  - `first-year`, `last-year` (int): from when and until when; nothing can be played where the first is not earlier
 */
#define EXPLORER_TYPE_PLAYER (explorer_player_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerPlayer, explorer_player, EXPLORER, PLAYER, GObject)

#define EXPLORER_PLAYER_SPEED_MAX 20

ExplorerPlayer *explorer_player_new         (ExplorerSession *session);
gboolean        explorer_player_get_playing (ExplorerPlayer  *self);
void            explorer_player_set_playing (ExplorerPlayer  *self,
                                             gboolean         playing);
int             explorer_player_get_speed   (ExplorerPlayer  *self);
gboolean        explorer_player_can_play    (ExplorerPlayer  *self);

G_END_DECLS
