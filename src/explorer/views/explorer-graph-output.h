/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "analysis/foed-network.h"
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

void explorer_graph_output_save (const ExplorerGraphOutput *output,
                                 GtkWidget                 *view);
void explorer_graph_output_copy (const ExplorerGraphOutput *output,
                                 GtkWidget                 *view);

G_END_DECLS
