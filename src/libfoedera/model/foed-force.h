/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-record.h"

G_BEGIN_DECLS

/**
 * FoedReading:
 * @FOED_READING_RECORDED: what the library lists: a vague begin counts from its first possible day, a vague end to its
 *   last, of suspensions too
 * @FOED_READING_CERTAIN: only what holds whatever the vague dates mean
 * @FOED_READING_POSSIBLE: all that may hold, depending on what the vague dates mean
 *
 * How to take dates that are less precise than a day.
 */
typedef enum
{
  FOED_READING_RECORDED,
  FOED_READING_CERTAIN,
  FOED_READING_POSSIBLE
} FoedReading;

/**
 * FoedPeriod:
 * @record: the id of the record
 * @first_day: the first day on which it is in force, as recorded
 * @last_day: the last
 * @certain_first_day: the first day on which it is in force whatever its vague dates mean
 * @certain_last_day: the last; before @certain_first_day where no day is certain
 *
 * The time during which a record of an alliance is in force: the alliance itself, its instruments, clauses,
 * obligations, parties, suspensions, mechanisms, impacts and enforcement. A record that is never in force has none.
 */
typedef struct
{
  const char *record;
  FoedDay     first_day;
  FoedDay     last_day;
  FoedDay     certain_first_day;
  FoedDay     certain_last_day;
} FoedPeriod;

/**
 * FoedOwing:
 * @obligation: the id of the obligation
 * @promisor: the id of the state that owes
 * @beneficiary: the id of the state that is owed
 * @first_day: from when
 * @last_day: until when
 *
 * A time during which one state owes something to another. Several for the same three do not touch each other.
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

FoedForce        *foed_force_new         (FoedRecord  *alliance,
                                          FoedReading  reading);
void              foed_force_free        (FoedForce   *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoedForce, foed_force_free)

const FoedPeriod *foed_force_get_periods (FoedForce   *self,
                                          guint       *n_periods);
const FoedPeriod *foed_force_find_period (FoedForce   *self,
                                          const char  *record);
const FoedOwing  *foed_force_get_owings  (FoedForce   *self,
                                          guint       *n_owings);

G_END_DECLS
