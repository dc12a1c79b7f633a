/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/foed-record.h"

G_BEGIN_DECLS

/**
 * FoedCertainty:
 * @FOED_CERTAINTY_NO: not so, whatever the vague dates mean
 * @FOED_CERTAINTY_UNCERTAIN: the dates are too vague to tell
 * @FOED_CERTAINTY_YES: so, whatever they mean
 *
 * Whether something holds on a day.
 */
typedef enum
{
  FOED_CERTAINTY_NO,
  FOED_CERTAINTY_UNCERTAIN,
  FOED_CERTAINTY_YES
} FoedCertainty;

/**
 * FoedStanding:
 * @FOED_STANDING_IN_FORCE: it holds, certainly or perhaps
 * @FOED_STANDING_NOT_YET: it begins later
 * @FOED_STANDING_ENDED: it ended before
 * @FOED_STANDING_AWAY: the state has left and will return
 * @FOED_STANDING_NEVER: it was never in force: signed only, or outside the life of the alliance
 * @FOED_STANDING_SUSPENDED: it rests
 * @FOED_STANDING_SILENT: the text does not provide for it, or that is not known
 * @FOED_STANDING_NOBODY: there is nobody on the day who owes it, or nobody to whom
 *
 * How something stands on a day, and why it does not hold where it does not.
 */
typedef enum
{
  FOED_STANDING_IN_FORCE,
  FOED_STANDING_NOT_YET,
  FOED_STANDING_ENDED,
  FOED_STANDING_AWAY,
  FOED_STANDING_NEVER,
  FOED_STANDING_SUSPENDED,
  FOED_STANDING_SILENT,
  FOED_STANDING_NOBODY
} FoedStanding;

/**
 * FoedRecordOnDay:
 * @record: a record of the alliance
 * @certainty: whether it holds
 * @standing: how it stands
 *
 * A record on a day: the alliance, an instrument, clause, obligation, suspension, mechanism, impact or enforcement. An
 * obligation holds where somebody owes it.
 */
typedef struct
{
  FoedRecord    *record;
  FoedCertainty  certainty;
  FoedStanding   standing;
} FoedRecordOnDay;

/**
 * FoedPartyOnDay:
 * @state: the id of the state
 * @spell: the party spell that holds or, where none does, the last before the day, else the first after it
 * @certainty: whether the state is in the alliance, in whatever role
 * @standing: how it stands; suspended where all its duties rest
 * @suspension: (nullable): the id of a suspension on the day that names it, on either side
 *
 * A state that is in the alliance at some time, on a day.
 */
typedef struct
{
  const char    *state;
  FoedRecord    *spell;
  FoedCertainty  certainty;
  FoedStanding   standing;
  const char    *suspension;
} FoedPartyOnDay;

/**
 * FoedOwingOnDay:
 * @obligation: the id of the obligation
 * @promisor: the id of the state that owes
 * @beneficiary: the id of the state that is owed
 * @certainty: %FOED_CERTAINTY_UNCERTAIN or %FOED_CERTAINTY_YES
 *
 * What one state owes another on a day.
 */
typedef struct
{
  const char    *obligation;
  const char    *promisor;
  const char    *beneficiary;
  FoedCertainty  certainty;
} FoedOwingOnDay;

/**
 * FoedAsOfDayChangeKind:
 * @FOED_CHANGE_OF_ALLIANCE: the alliance itself begins or ends
 * @FOED_CHANGE_OF_INSTRUMENT: an instrument enters into force or ends
 * @FOED_CHANGE_BY_AMENDMENT: an instrument that amends others enters into force
 * @FOED_CHANGE_OF_CLAUSE: a clause begins or ends apart from what it stands in
 * @FOED_CHANGE_OF_OBLIGATION: so does an obligation
 * @FOED_CHANGE_OF_PARTY: a state enters or leaves
 * @FOED_CHANGE_OF_ROLE: a state stays in another role
 * @FOED_CHANGE_OF_SUSPENSION: duties come to rest or revive
 * @FOED_CHANGE_OF_MECHANISM: a mechanism begins or ends
 *
 * What changed.
 */
typedef enum
{
  FOED_CHANGE_OF_ALLIANCE,
  FOED_CHANGE_OF_INSTRUMENT,
  FOED_CHANGE_BY_AMENDMENT,
  FOED_CHANGE_OF_CLAUSE,
  FOED_CHANGE_OF_OBLIGATION,
  FOED_CHANGE_OF_PARTY,
  FOED_CHANGE_OF_ROLE,
  FOED_CHANGE_OF_SUSPENSION,
  FOED_CHANGE_OF_MECHANISM,
  FOED_N_CHANGE_KINDS
} FoedAsOfDayChangeKind;

/**
 * FoedAsOfDayChange:
 * @day: the first day on which it is different, as recorded
 * @kind: what changed
 * @begins: whether it begins rather than ends
 * @record: the record that begins or has ended
 * @alliance: the alliance that it is of
 *
 * A difference between two days.
 */
typedef struct
{
  FoedDay                day;
  FoedAsOfDayChangeKind  kind;
  gboolean               begins;
  FoedRecord            *record;
  FoedRecord            *alliance;
} FoedAsOfDayChange;

/**
 * FoedAsOfDay:
 *
 * An alliance as of a day: who is in it, what is in force, who owes what to whom, and why what is not in force is not.
 */
typedef struct _FoedAsOfDay FoedAsOfDay;

FoedAsOfDay           *foed_as_of_day_new          (FoedRecord   *alliance,
                                                    FoedDay       day);
void                   foed_as_of_day_free         (FoedAsOfDay  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoedAsOfDay, foed_as_of_day_free)

FoedDay                foed_as_of_day_get_day      (FoedAsOfDay  *self);
const FoedRecordOnDay *foed_as_of_day_get_records  (FoedAsOfDay  *self,
                                                    guint        *n_records);
const FoedRecordOnDay *foed_as_of_day_find_record  (FoedAsOfDay  *self,
                                                    const char   *id);
const FoedPartyOnDay  *foed_as_of_day_get_parties  (FoedAsOfDay  *self,
                                                    guint        *n_parties);
const FoedPartyOnDay  *foed_as_of_day_find_party   (FoedAsOfDay  *self,
                                                    const char   *state);
const FoedOwingOnDay  *foed_as_of_day_get_owings   (FoedAsOfDay  *self,
                                                    guint        *n_owings);

GArray                *foed_as_of_day_list_changes (FoedRecord   *alliance,
                                                    FoedDay       from,
                                                    FoedDay       to);
GArray                *foed_as_of_day_list_all_changes (GPtrArray *alliances,
                                                    FoedDay       from,
                                                    FoedDay       to);

const char            *foed_as_of_day_change_get_nick (FoedAsOfDayChangeKind    kind);
char                  *foed_as_of_day_change_describe (const FoedAsOfDayChange *change,
                                                    GHashTable   *titles);
char                  *foed_as_of_day_tell_alliance (gboolean     begins,
                                                    const char   *alliance);
char                  *foed_as_of_day_tell_party   (gboolean      begins,
                                                    const char   *state,
                                                    const char   *alliance);

G_END_DECLS
