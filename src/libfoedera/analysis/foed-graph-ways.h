/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-graph-moment.h"

G_BEGIN_DECLS

guint  *foed_graph_moment_measure_steps (FoedGraphMoment *self,
                                         guint            node);
GArray *foed_graph_moment_find_way      (FoedGraphMoment *self,
                                         guint            from,
                                         guint            to);

G_END_DECLS
