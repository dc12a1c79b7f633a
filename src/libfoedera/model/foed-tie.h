/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-date.h"

G_BEGIN_DECLS

/**
 * FoedMembership:
 * @alliance: the id of the alliance
 * @state: the id of the state
 * @role: the nick of its role
 * @first_day: from when
 * @last_day: until when
 *
 * A state in an alliance, for pictures and networks. All strings are interned.
 */
typedef struct
{
  const char *alliance;
  const char *state;
  const char *role;
  FoedDay     first_day;
  FoedDay     last_day;
} FoedMembership;

/**
 * FoedTie:
 * @alliance: the id of the alliance
 * @obligation: the id of the obligation
 * @kind: the nick of its kind
 * @strength: (nullable): the nick of its strength
 * @promisor: the id of the state that owes
 * @beneficiary: the id of the state that is owed
 * @conditional: whether more is asked than a trigger: a named adversary, an area, that it be unprovoked, ...
 * @first_day: from when
 * @last_day: until when
 *
 * What one state owes another by one obligation, for pictures and networks. All strings are interned.
 */
typedef struct
{
  const char *alliance;
  const char *obligation;
  const char *kind;
  const char *strength;
  const char *promisor;
  const char *beneficiary;
  gboolean    conditional;
  FoedDay     first_day;
  FoedDay     last_day;
} FoedTie;

gboolean foed_ties_are_same (const GArray *memberships,
                             const GArray *other_memberships,
                             const GArray *ties,
                             const GArray *other_ties);

G_END_DECLS
