/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "analysis/foed-network.h"
#include "foed-graph-data.h"
#include "foed-table-writer.h"

G_BEGIN_DECLS

/* Measured networks as tables and JSON: a row for each node and day. */

GPtrArray *foed_network_make_columns (FoedMeasures          measures);
gboolean   foed_network_write_rows   (FoedNetwork          *network,
                                      FoedGraphData        *data,
                                      FoedDay               day,
                                      FoedTableWriter      *writer,
                                      GCancellable         *cancellable,
                                      GError              **error);
void       foed_json_add_network     (JsonBuilder          *builder,
                                      FoedNetwork          *network,
                                      FoedGraphData        *data,
                                      FoedDay               day);

G_END_DECLS
