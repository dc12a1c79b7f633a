/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <igraph/igraph.h>

G_BEGIN_DECLS

/* igraph keeps its handlers and its random numbers in global state: whoever calls it holds it alone, from enter to
 * leave. @tick is called in the calling thread whenever igraph can be interrupted, which layouts can at each step. */

typedef void (*FoedIgraphTick) (gpointer user_data);

void     foed_igraph_enter (guint32          seed,
                            FoedIgraphTick   tick,
                            gpointer         user_data,
                            GCancellable    *cancellable);
void     foed_igraph_leave (void);
gboolean foed_igraph_check (igraph_error_t   code,
                            GCancellable    *cancellable,
                            GError         **error);

G_END_DECLS
