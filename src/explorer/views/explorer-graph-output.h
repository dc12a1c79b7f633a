/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "analysis/foed-network.h"
#include "drawing/foed-page.h"
#include "exchange/foed-picture-maker.h"
#include "explorer-graph-model.h"

G_BEGIN_DECLS

/**
 * ExplorerGraphOutput:
 * @session: what is looked at
 * @model: what there is and where
 * @network: (nullable): what was measured
 * @size: what sizes stand for
 * @colour: what colours stand for
 *
 * What a picture of the graph is made from when it leaves the window.
 */
typedef struct
{
  ExplorerSession    *session;
  ExplorerGraphModel *model;
  FoedNetwork        *network;
  FoedMeasure         size;
  FoedMeasure         colour;
} ExplorerGraphOutput;

FoedPage *explorer_graph_output_make_page (const ExplorerGraphOutput *self,
                                           FoedPictureOptions        *options);

G_END_DECLS
