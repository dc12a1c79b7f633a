/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "foed-graph.h"

G_BEGIN_DECLS

/* Where random numbers begin unless there is a reason for others. Any will do, as long as it is always the same. */
#define FOED_LAYOUT_SEED 1914

/**
 * FoedLayoutKind:
 * @FOED_LAYOUT_FORCE: nodes repel each other, edges draw them together
 * @FOED_LAYOUT_REGIONS: states on a circle, region by region; alliances between their members
 * @FOED_LAYOUT_COMMUNITIES: the same, by communities: groups of nodes with many edges among themselves
 * @FOED_LAYOUT_GEOGRAPHIC: states where they are on the map of the world; alliances amid their members
 *
 * How to arrange a graph.
 */
typedef enum
{
  FOED_LAYOUT_FORCE,
  FOED_LAYOUT_REGIONS,
  FOED_LAYOUT_COMMUNITIES,
  FOED_LAYOUT_GEOGRAPHIC,
  FOED_N_LAYOUT_KINDS
} FoedLayoutKind;

const char *foed_layout_kind_get_nick  (FoedLayoutKind  self);
gboolean    foed_layout_kind_from_nick (const char     *nick,
                                        FoedLayoutKind *kind);

/**
 * FoedPoint:
 * @x: to the right
 * @y: down
 *
 * A place in a layout. The unit is the pixel at which node and label are at their natural size.
 */
typedef struct
{
  double x;
  double y;
} FoedPoint;

/**
 * FoedLayoutProgress:
 * @fraction: how much is done, from 0 to 1
 * @user_data: as given
 *
 * Called now and then while a layout is made, in the thread that makes it.
 */
typedef void (*FoedLayoutProgress) (double   fraction,
                                    gpointer user_data);

#define FOED_TYPE_LAYOUT (foed_layout_get_type ())

/**
 * FoedLayout:
 *
 * Where the nodes of a graph are. Immutable. No two nodes overlap, parts of the graph that hang apart lie side by
 * side, and the middle is at (0, 0). The same graph, kind and seed give the same layout.
 *
 * An alliance of two states lies on the line between them, beside others of the same two.
 */
typedef struct _FoedLayout FoedLayout;

GType            foed_layout_get_type   (void);
FoedLayout      *foed_layout_ref        (FoedLayout           *self);
void             foed_layout_unref      (FoedLayout           *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoedLayout, foed_layout_unref)

FoedLayout      *foed_layout_new_sync   (FoedGraph            *graph,
                                         FoedLayoutKind        kind,
                                         guint32               seed,
                                         GHashTable           *groups,
                                         FoedLayoutProgress    progress,
                                         gpointer              progress_data,
                                         GCancellable         *cancellable,
                                         GError              **error);
void             foed_layout_new_async  (FoedGraph            *graph,
                                         FoedLayoutKind        kind,
                                         guint32               seed,
                                         GHashTable           *groups,
                                         FoedLayoutProgress    progress,
                                         gpointer              progress_data,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
FoedLayout      *foed_layout_new_finish (GAsyncResult         *result,
                                         GError              **error);

FoedLayout      *foed_layout_new_geographic_sync (FoedGraph     *graph,
                                         GHashTable           *places,
                                         GCancellable         *cancellable,
                                         GError              **error);
FoedLayout      *foed_layout_with_pins  (FoedLayout           *self,
                                         GHashTable           *pins);

const FoedPoint *foed_layout_get_points (FoedLayout           *self,
                                         guint                *n_points);
gboolean         foed_layout_find       (FoedLayout           *self,
                                         const char           *id,
                                         FoedPoint            *point);

double           foed_layout_get_radius (FoedRecordKind        kind,
                                         guint                 measure);

G_END_DECLS
