/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "exchange/foed-picture-maker.h"
#include "explorer/explorer-window.h"

G_BEGIN_DECLS

/**
 * ExplorerPictureDialog:
 *
 * Asks in which format to save a picture and where, and saves it: drawn on a page, or as the data that it is drawn from.
 */
#define EXPLORER_TYPE_PICTURE_DIALOG (explorer_picture_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerPictureDialog, explorer_picture_dialog, EXPLORER, PICTURE_DIALOG, AdwWindow)

GtkWidget *explorer_picture_dialog_new (ExplorerWindow           *window,
                                        FoedPage                 *page,
                                        const FoedPictureOptions *options);

G_END_DECLS
