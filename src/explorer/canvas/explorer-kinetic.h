/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A movement that goes on after the hand has let go, slower and slower. Times are in seconds, distances in pixels. */
typedef struct
{
  double velocity;
} ExplorerKinetic;

void     explorer_kinetic_start        (ExplorerKinetic *self,
                                        double           velocity);
double   explorer_kinetic_get_distance (ExplorerKinetic *self,
                                        double           elapsed);
gboolean explorer_kinetic_is_over      (ExplorerKinetic *self,
                                        double           elapsed);

G_END_DECLS
