/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-kinetic"

#include "config.h"

#include <math.h>

#include "explorer-kinetic.h"

/* What is left of the velocity after a second is e to the power of minus this. */
#define FRICTION 4.5

/* Slower than this, in pixels a second, nobody sees it move. */
#define VELOCITY_LOWEST 12.0
#define VELOCITY_HIGHEST 6000.0

/* Begins to move with @velocity, in pixels a second. */
void
explorer_kinetic_start (ExplorerKinetic *self,
                        double           velocity)
{
  self->velocity = CLAMP (velocity, -VELOCITY_HIGHEST, VELOCITY_HIGHEST);
}

/* How far it has come @elapsed seconds after it began. */
double
explorer_kinetic_get_distance (ExplorerKinetic *self,
                               double           elapsed)
{
  return self->velocity / FRICTION * (1 - exp (-FRICTION * elapsed));
}

gboolean
explorer_kinetic_is_over (ExplorerKinetic *self,
                          double           elapsed)
{
  return fabs (self->velocity) * exp (-FRICTION * elapsed) < VELOCITY_LOWEST;
}
