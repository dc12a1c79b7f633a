/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "explorer/explorer-session.h"

G_BEGIN_DECLS

/**
 * ExplorerSearchHits:
 *
 * The records that the words of the query were found in, best first, with the words around the match. Choosing one
 * selects the record. It hides while there are no words.
 *
 * Properties: `session` (construct only), `problem` (string, nullable): why the words can't be understood.
 */
#define EXPLORER_TYPE_SEARCH_HITS (explorer_search_hits_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerSearchHits, explorer_search_hits, EXPLORER, SEARCH_HITS, GtkWidget)

const char *explorer_search_hits_get_problem (ExplorerSearchHits *self);

G_END_DECLS
