/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/foed-tie.h"

G_BEGIN_DECLS

/**
 * FoedPassage:
 * @day: the first day on which it is different
 * @alliance: the id of the alliance, interned
 * @state: (nullable): the id of the state that enters or leaves, interned; %NULL where the alliance itself begins with all
 *   of its first states, or ends with all of its last
 * @begins: whether it is an entry or a beginning
 * @n_states: how many states the alliance has then, or had until then
 *
 * An entry into an alliance or an exit from one.
 */
typedef struct
{
  FoedDay     day;
  const char *alliance;
  const char *state;
  gboolean    begins;
  guint       n_states;
} FoedPassage;

GArray            *foed_passages_new  (const FoedMembership *memberships,
                                       guint                 n_memberships);
const FoedPassage *foed_passages_find (GArray               *passages,
                                       FoedDay               from,
                                       FoedDay               to,
                                       guint                *n_passages);

G_END_DECLS
