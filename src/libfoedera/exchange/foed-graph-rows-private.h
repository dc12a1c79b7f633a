/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libxml/xmlwriter.h>

#include "foed-graph-export.h"
#include "model/foed-span.h"

G_BEGIN_DECLS

/* A graph as files of graphs have it: nodes and edges with a value for each attribute, and the days they hold. */

typedef struct
{
  const char     *nick;
  const char     *label;
  FoedColumnType  type;
} FoedGraphAttribute;

typedef struct
{
  char   *id;
  char   *label;
  guint   from;        /* of edges */
  guint   to;
  char  **values;      /* by attribute; NULL where there is none */
  GArray *spans;       /* FoedSpan */
} FoedGraphRow;

typedef struct
{
  FoedGraphPicture  picture;
  gboolean          directed;
  char             *day;               /* where it is of a day */
  GArray           *node_attributes;   /* FoedGraphAttribute */
  GArray           *edge_attributes;
  GPtrArray        *nodes;             /* FoedGraphRow */
  GPtrArray        *edges;
} FoedGraphRows;

FoedGraphRows *foed_graph_rows_new     (FoedGraphData    *data,
                                        FoedGraphPicture  picture,
                                        const FoedDay    *day);
void           foed_graph_rows_free    (FoedGraphRows    *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoedGraphRows, foed_graph_rows_free)

void           foed_graph_write_graphml (FoedGraphRows   *rows,
                                         xmlTextWriter   *writer);
void           foed_graph_write_gexf    (FoedGraphRows   *rows,
                                         xmlTextWriter   *writer);

G_END_DECLS
