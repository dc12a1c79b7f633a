/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-record.h"

G_BEGIN_DECLS

/**
 * FoedPeriod:
 * @record: (not nullable): the id of the record
 * @first_day: the first day on which it is in force
 * @last_day: the last
 *
 * A time during which a record of an alliance is in force.
 */
typedef struct
{
  const char *record;
  FoedDay     first_day;
  FoedDay     last_day;
} FoedPeriod;

/**
 * FoedOwing:
 * @obligation: the id of the obligation
 * @promisor: the id of the state that owes
 * @beneficiary: the id of the state that is owed
 * @first_day: from when
 * @last_day: until when
 *
 * A time during which one state owes something to another.
 */
typedef struct
{
  const char *obligation;
  const char *promisor;
  const char *beneficiary;
  FoedDay     first_day;
  FoedDay     last_day;
} FoedOwing;

/**
 * FoedForce:
 *
 * When everything in an alliance is in force, and who owes what to whom when: the intersection of the dates of
 * alliance, instrument, clause and obligation with the party spells, less the suspensions. This is the one place that
 * knows the rules of doc/xml-format.md ("Who owes whom", "When"); the library's derived tables and the as-of-day
 * answers are both made from it.
 */
typedef struct _FoedForce FoedForce;

FoedForce        *foed_force_new         (FoedRecord *alliance);
void              foed_force_free        (FoedForce  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoedForce, foed_force_free)

const FoedPeriod *foed_force_get_periods (FoedForce  *self,
                                          guint      *n_periods);
const FoedOwing  *foed_force_get_owings  (FoedForce  *self,
                                          guint      *n_owings);

G_END_DECLS
