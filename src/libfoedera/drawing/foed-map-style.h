/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "analysis/foed-atlas.h"
#include "analysis/foed-graph-moment.h"
#include "foed-graph-style.h"

G_BEGIN_DECLS

/**
 * FoedMapColouring:
 * @FOED_MAP_BY_ALLIANCE: each state has the colour of the foremost alliance that it is in
 * @FOED_MAP_BY_OBLIGATION: each state has the colour of what it owes the selected state, or is owed by it
 *
 * What the colours of a map stand for.
 */
typedef enum
{
  FOED_MAP_BY_ALLIANCE,
  FOED_MAP_BY_OBLIGATION,
  FOED_N_MAP_COLOURINGS
} FoedMapColouring;

const char *foed_map_colouring_get_nick  (FoedMapColouring   self);
gboolean    foed_map_colouring_from_nick (const char        *nick,
                                          FoedMapColouring  *colouring);

/**
 * FoedMapSubject:
 * @members: what there is of the graph of alliances and their members
 * @ties: what there is of the graph of ties between states
 * @atlas: where states are, and whose countries were
 * @titles: (nullable): titles by id
 * @day: the day, %FOED_DAY_LAST for any time
 * @selected: (nullable): the id of the state or the alliance that is looked at
 * @colouring: what colours stand for
 *
 * What a map is of.
 */
typedef struct
{
  FoedGraphMoment  *members;
  FoedGraphMoment  *ties;
  FoedAtlas        *atlas;
  GHashTable       *titles;
  FoedDay           day;
  const char       *selected;
  FoedMapColouring  colouring;
} FoedMapSubject;

/**
 * FoedMapArc:
 * @edge: the index of the edge in the graph of ties
 * @path: (element-type FoedPoint): the way over the earth on the map; a point that is no number where it is broken
 * @look: what it looks like
 *
 * A tie on a map.
 */
typedef struct
{
  guint         edge;
  GArray       *path;
  FoedEdgeLook  look;
} FoedMapArc;

#define FOED_TYPE_MAP_STYLE (foed_map_style_get_type ())

/**
 * FoedMapStyle:
 *
 * How alliances and ties look on the map of the world: which colour each country has, which arcs lie over it, and the
 * legend that says so. Immutable, so that threads can draw from it.
 */
typedef struct _FoedMapStyle FoedMapStyle;

GType             foed_map_style_get_type  (void);

FoedMapStyle     *foed_map_style_new       (const FoedMapSubject *subject,
                                            const FoedPalette    *palette);
FoedMapStyle     *foed_map_style_ref       (FoedMapStyle         *self);
void              foed_map_style_unref     (FoedMapStyle         *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoedMapStyle, foed_map_style_unref)

gboolean          foed_map_style_are_borders_later (FoedDay        day);
FoedNodeLook      foed_map_style_get_state (const FoedPalette    *palette,
                                            guint                 n_alliances);

const FoedMapArc *foed_map_style_get_arcs  (FoedMapStyle         *self,
                                            guint                *n_arcs);
const char       *foed_map_style_pick      (FoedMapStyle         *self,
                                            FoedPoint             point);
GPtrArray        *foed_map_style_explain   (FoedMapStyle         *self);
char             *foed_map_style_describe  (FoedMapStyle         *self);
void              foed_map_style_draw      (FoedMapStyle         *self,
                                            cairo_t              *cr,
                                            double                zoom);

G_END_DECLS
