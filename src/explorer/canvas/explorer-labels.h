/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "explorer-picture.h"

G_BEGIN_DECLS

/**
 * ExplorerLabels:
 *
 * Writes the names of nodes beside them, so that no two names overlap and none hides a node that matters more. Where
 * there is no room for all, the important ones win. Texts are kept for as long as the font stays.
 */
typedef struct _ExplorerLabels ExplorerLabels;

ExplorerLabels *explorer_labels_new    (GtkWidget        *widget);
void            explorer_labels_free   (ExplorerLabels   *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExplorerLabels, explorer_labels_free)

void            explorer_labels_forget (ExplorerLabels   *self);
GskRenderNode  *explorer_labels_write  (ExplorerLabels   *self,
                                        ExplorerPicture  *picture,
                                        ExplorerViewport *viewport,
                                        const guint      *ranking,
                                        guint             n_ranked,
                                        guint             n_full,
                                        double            margin,
                                        GArray           *boxes);

G_END_DECLS
