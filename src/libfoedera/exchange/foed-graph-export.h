/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-graph-data.h"

G_BEGIN_DECLS

/**
 * FoedGraphFormat:
 * @FOED_GRAPH_GRAPHML: GraphML (Brandes, Eiglsperger, Herman, Himsolt and Marshall 2001), with times as attributes
 * @FOED_GRAPH_GEXF: GEXF 1.3, whose nodes and edges have spells in which they are there
 */
typedef enum
{
  FOED_GRAPH_GRAPHML,
  FOED_GRAPH_GEXF,
  FOED_N_GRAPH_FORMATS
} FoedGraphFormat;

const char *foed_graph_format_get_nick      (FoedGraphFormat      self);
const char *foed_graph_format_get_label     (FoedGraphFormat      self);
gboolean    foed_graph_format_from_nick     (const char          *nick,
                                             FoedGraphFormat     *format);

gboolean    foed_graph_export_to_stream_sync (FoedLibrary        *library,
                                             FoedQuery           *query,
                                             FoedGraphPicture     picture,
                                             FoedGraphFormat      format,
                                             GOutputStream       *stream,
                                             GCancellable        *cancellable,
                                             GError             **error);
gboolean    foed_graph_export_sync          (FoedLibrary         *library,
                                             FoedQuery           *query,
                                             FoedGraphPicture     picture,
                                             FoedGraphFormat      format,
                                             GFile               *file,
                                             GCancellable        *cancellable,
                                             GError             **error);
void        foed_graph_export_async         (FoedLibrary         *library,
                                             FoedQuery           *query,
                                             FoedGraphPicture     picture,
                                             FoedGraphFormat      format,
                                             GFile               *file,
                                             GCancellable        *cancellable,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
gboolean    foed_graph_export_finish        (FoedLibrary         *library,
                                             GAsyncResult        *result,
                                             GError             **error);

G_END_DECLS
