/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-map-style.h"

G_BEGIN_DECLS

/* What a country looks like. */
typedef struct
{
  const char *state;      /* who held it, interned; NULL where nobody is known to have */
  guint       group;      /* the number of its colour, from 1 on; 0 for none */
  guint       stripe;     /* the number of the colour of its stripes */
} FoedMapArea;

/* What a colour stands for. */
typedef struct
{
  FoedColour  colour;
  const char *meaning;    /* a title or a label */
  gboolean    used;
} FoedMapGroup;

struct _FoedMapStyle
{
  FoedPalette       palette;
  FoedMapColouring  colouring;
  GArray           *areas;          /* FoedMapArea of each outline */
  GArray           *groups;         /* FoedMapGroup; the first stands for number 1 */
  GArray           *arcs;           /* FoedMapArc */
  GStringChunk     *strings;
  gboolean          any_holder;
  gboolean          any_stripe;
  gboolean          selected_state;
  guint             n_states;       /* those that are there */
  guint             n_placed;       /* those of them whose place is known */
};

/* foed-map-grouping.c */
GHashTable *foed_map_style_group            (FoedMapStyle         *self,
                                             const FoedMapSubject *subject);

FoedColour  foed_map_style_get_fill         (FoedMapStyle         *self,
                                             guint                 number);
FoedColour  foed_map_style_get_held_colour  (FoedMapStyle         *self);
FoedColour  foed_map_style_get_land_colour  (FoedMapStyle         *self);

G_END_DECLS
