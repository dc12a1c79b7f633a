/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "analysis/foed-ground.h"
#include "explorer/explorer-session.h"

G_BEGIN_DECLS

/**
 * ExplorerTieSides:
 * @from: the title of what a tie goes from, as its grounds tell directions
 * @to: (nullable): the title of what it goes to; %NULL for all others
 *
 * What stands at the ends of a tie.
 */
typedef struct
{
  const char *from;
  const char *to;
} ExplorerTieSides;

void  explorer_tie_reasons_tell         (GtkBox                 *box,
                                         ExplorerSession        *session,
                                         FoedRecord             *alliance,
                                         const GArray           *grounds,
                                         const ExplorerTieSides *sides);
char *explorer_tie_reasons_dup_citation (FoedRecord             *alliance,
                                         const GArray           *grounds,
                                         GHashTable             *titles);

G_END_DECLS
