/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "analysis/foed-network.h"
#include "drawing/foed-map-style.h"
#include "drawing/foed-timeline-page.h"
#include "store/foed-library.h"
#include "store/foed-query.h"

G_BEGIN_DECLS

/**
 * FoedView:
 * @FOED_VIEW_GRAPH: alliances and states as nodes and edges
 * @FOED_VIEW_TIMELINE: the lives of alliances
 * @FOED_VIEW_MAP: states on the map of the world
 *
 * What pictures are made of.
 */
typedef enum
{
  FOED_VIEW_GRAPH,
  FOED_VIEW_TIMELINE,
  FOED_VIEW_MAP,
  FOED_N_VIEWS
} FoedView;

gboolean foed_view_from_nick (const char *nick,
                              FoedView   *view);

/**
 * FoedPictureOptions:
 * @view: what it is made of
 * @picture: of a graph: what is joined to what
 * @layout: of a graph: how it is arranged
 * @size: of a graph: what sizes stand for, %FOED_N_MEASURES for nothing in particular
 * @colour: of a graph: what colours stand for, likewise
 * @grouping: of a timeline: how alliances are put together
 * @order: of a timeline: in what order
 * @open: of a timeline: whether the obligations and states of each alliance are shown
 * @colouring: of a map: what colours stand for
 * @selected: (nullable): the id of the alliance or the state that is looked at
 *
 * How a picture is made.
 */
typedef struct
{
  FoedView              view;
  FoedGraphPicture      picture;
  FoedLayoutKind        layout;
  FoedMeasure           size;
  FoedMeasure           colour;
  FoedTimelineGrouping  grouping;
  FoedTimelineOrder     order;
  gboolean              open;
  FoedMapColouring      colouring;
  const char           *selected;
} FoedPictureOptions;

/**
 * FoedPictureMaker:
 *
 * Makes pages of a library: one of a day or of the whole period, or a series of days. It has read all that it needs.
 */
typedef struct _FoedPictureMaker FoedPictureMaker;

FoedPictureMaker *foed_picture_maker_new_sync  (FoedLibrary               *library,
                                                FoedQuery                 *query,
                                                const FoedPictureOptions  *options,
                                                GCancellable              *cancellable,
                                                GError                   **error);
void              foed_picture_maker_free      (FoedPictureMaker          *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoedPictureMaker, foed_picture_maker_free)

FoedPage         *foed_picture_maker_draw_sync (FoedPictureMaker          *self,
                                                const FoedDay             *day,
                                                gboolean                   series,
                                                GCancellable              *cancellable,
                                                GError                   **error);

G_END_DECLS
