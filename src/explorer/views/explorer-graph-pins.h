/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "analysis/foed-layout.h"
#include "explorer/explorer-session.h"
#include "store/foed-pins.h"

G_BEGIN_DECLS

void explorer_graph_pins_read   (const GArray    *pins,
                                 GHashTable     **tables);
void explorer_graph_pins_write  (ExplorerSession *session,
                                 FoedLayoutKind   layout,
                                 const char      *id,
                                 FoedPoint        point);
void explorer_graph_pins_remove (ExplorerSession *session,
                                 FoedLayoutKind   layout,
                                 const char      *id);

G_END_DECLS
