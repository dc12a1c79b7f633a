/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-date.h"
#include "foed-record-kind.h"
#include "foed-vocabulary.h"

G_BEGIN_DECLS

/**
 * FoedOccurrence:
 * @kind: the kind of the record: alliance, party, suspension, obligation, instrument or event
 * @alliance: the id of the alliance, interned
 * @record: the id of the record, interned
 * @state: (nullable): of a party, suspension or event, the state it is about, interned; an event is given once without
 *   a state and once more for each state that takes part in it
 * @term: (nullable): region of an alliance, role of a party, kind of an obligation or event, form of an instrument
 * @threat: (nullable): the threat an event is about
 * @title: (nullable): of an alliance, instrument or event; of a party that of its state
 * @short_title: (nullable): of an alliance, a shorter name for it
 * @begin: (nullable): from when, as its source spells it; of an instrument when it was signed
 * @end: (nullable): until when, as its source spells it
 * @first_day: the first day, as recorded
 * @last_day: the last day
 * @certain_first_day: the first day whatever vague dates mean
 * @certain_last_day: the last
 * @amends: whether an instrument amends others
 *
 * Something in the life of an alliance that has a place in time, for timelines.
 */
typedef struct
{
  FoedRecordKind  kind;
  const char     *alliance;
  const char     *record;
  const char     *state;
  const FoedTerm *term;
  const FoedTerm *threat;
  char           *title;
  char           *short_title;
  char           *begin;
  char           *end;
  FoedDay         first_day;
  FoedDay         last_day;
  FoedDay         certain_first_day;
  FoedDay         certain_last_day;
  gboolean        amends;
} FoedOccurrence;

G_END_DECLS
