/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "drawing/foed-page.h"
#include "exchange/foed-picture-maker.h"
#include "explorer-picture-model.h"
#include "explorer/explorer-session.h"

G_BEGIN_DECLS

/**
 * ExplorerPictureView:
 *
 * A view that draws something: it follows a model while it can be seen, draws anew when the style changes, and says why
 * there is nothing to see.
 *
 * Properties: `session` (construct only); what its template gives: `content` (the widget that shows the picture),
 * `tools` (nullable; what lies over it, whatever there is to see), `loading-title`, `empty-description` and
 * `failed-title` (what it says instead of a picture).
 *
 * Actions: `picture.zoom-in`, `picture.zoom-out`, `picture.fit`, `picture.any-time`, `picture.retry`, `picture.save` and
 * `picture.copy`.
 */
#define EXPLORER_TYPE_PICTURE_VIEW (explorer_picture_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (ExplorerPictureView, explorer_picture_view, EXPLORER, PICTURE_VIEW, GtkWidget)

/**
 * ExplorerPictureViewClass:
 * @get_state: what there is to see; that of the model where it is not overridden
 * @draw: draws what there is, even where that is nothing. Returns whether it has: it may wait, and call
 *   explorer_picture_view_update() later
 * @zoom: enlarges by a factor
 * @fit: brings all of the picture into view
 * @make_page: puts what there is to see on a page of its own, and tells how more of the kind are made
 */
struct _ExplorerPictureViewClass
{
  GtkWidgetClass parent_class;

  ExplorerPictureState (*get_state) (ExplorerPictureView *self);
  gboolean             (*draw)      (ExplorerPictureView *self);
  void                 (*zoom)      (ExplorerPictureView *self,
                                     double               factor);
  void                 (*fit)       (ExplorerPictureView *self);
  FoedPage            *(*make_page) (ExplorerPictureView *self,
                                     FoedPictureOptions  *options);
};

ExplorerSession *explorer_picture_view_get_session  (ExplorerPictureView  *self);
void             explorer_picture_view_set_model    (ExplorerPictureView  *self,
                                                     ExplorerPictureModel *model);
void             explorer_picture_view_keep         (ExplorerPictureView  *self,
                                                     const char           *key,
                                                     const char           *property);
void             explorer_picture_view_update       (ExplorerPictureView  *self);
void             explorer_picture_view_queue_update (ExplorerPictureView  *self);

G_END_DECLS
