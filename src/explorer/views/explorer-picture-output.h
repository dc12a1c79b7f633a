/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "drawing/foed-page.h"
#include "exchange/foed-picture-maker.h"
#include "explorer/explorer-session.h"

G_BEGIN_DECLS

/**
 * ExplorerPictureOrigin:
 *
 * Where what a session shows comes from, with what that points to.
 */
typedef struct
{
  FoedPageOrigin  origin;
  FoedDay         day;
  FoedDay         since;
  char           *library;
} ExplorerPictureOrigin;

void explorer_picture_origin_init  (ExplorerPictureOrigin    *self,
                                    ExplorerSession          *session);
void explorer_picture_origin_clear (ExplorerPictureOrigin    *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ExplorerPictureOrigin, explorer_picture_origin_clear)

void explorer_picture_output_copy  (GtkWidget                *view,
                                    FoedPage                 *page);
void explorer_picture_output_save  (GtkWidget                *view,
                                    FoedPage                 *page,
                                    const FoedPictureOptions *options);

G_END_DECLS
