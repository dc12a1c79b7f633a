/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "analysis/foed-graph.h"
#include "drawing/foed-page.h"
#include "explorer/explorer-window.h"

G_BEGIN_DECLS

/**
 * ExplorerPictureDialog:
 *
 * Asks in which format to save a picture and where, and saves it: drawn on a page, or as the data that it is drawn from.
 */
#define EXPLORER_TYPE_PICTURE_DIALOG (explorer_picture_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerPictureDialog, explorer_picture_dialog, EXPLORER, PICTURE_DIALOG, AdwWindow)

GtkWidget *explorer_picture_dialog_new (ExplorerWindow   *window,
                                        FoedPage         *page,
                                        FoedGraphPicture  picture);

G_END_DECLS
