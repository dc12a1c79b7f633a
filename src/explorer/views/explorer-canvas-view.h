/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "explorer-graph-model.h"
#include "explorer-picture-view.h"
#include "explorer/canvas/explorer-canvas.h"

G_BEGIN_DECLS

/**
 * ExplorerCanvasView:
 *
 * A view that draws states, alliances and their ties on a canvas: what is selected there is selected everywhere and the
 * other way round, and ties are asked why they are there. In its template, children of the type `overlay` lie over the
 * canvas, and those of the type `note` stand below what it says of the picture.
 *
 * Property: `minimap` (whether there is a small picture of everything where only a part is seen).
 */
#define EXPLORER_TYPE_CANVAS_VIEW (explorer_canvas_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (ExplorerCanvasView, explorer_canvas_view, EXPLORER, CANVAS_VIEW, ExplorerPictureView)

/**
 * ExplorerCanvasViewClass:
 * @selected: something else is selected, not on the canvas if @elsewhere
 */
struct _ExplorerCanvasViewClass
{
  ExplorerPictureViewClass parent_class;

  void (*selected) (ExplorerCanvasView *self,
                    gboolean            elsewhere);
};

void                explorer_canvas_view_set_model   (ExplorerCanvasView *self,
                                                      ExplorerGraphModel *model);
ExplorerGraphModel *explorer_canvas_view_get_model   (ExplorerCanvasView *self);
ExplorerCanvas     *explorer_canvas_view_get_canvas  (ExplorerCanvasView *self);
void                explorer_canvas_view_describe    (ExplorerCanvasView *self,
                                                      const char         *title,
                                                      const char         *description,
                                                      GPtrArray          *legend);
void                explorer_canvas_view_open        (ExplorerCanvasView *self,
                                                      const char         *id);
void                explorer_canvas_view_ask_ties_of (ExplorerCanvasView *self,
                                                      const char         *id,
                                                      const GdkRectangle *place);

G_END_DECLS
