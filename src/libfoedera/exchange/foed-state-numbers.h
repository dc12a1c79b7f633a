/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/foed-record.h"

G_BEGIN_DECLS

/**
 * FoedStateSpan:
 * @state: the id of the state
 * @first_day: from when the number means it
 * @last_day: until when
 *
 * A time during which a number of the state system means one and the same state of the library.
 */
typedef struct
{
  const char *state;
  FoedDay     first_day;
  FoedDay     last_day;
} FoedStateSpan;

/**
 * FoedStateNumbers:
 *
 * Finds the state that a number of the Correlates of War state system means on a day. One number may mean several
 * states one after the other (365: Russia, the Soviet Union, Russia).
 */
typedef struct _FoedStateNumbers FoedStateNumbers;

FoedStateNumbers *foed_state_numbers_new       (void);
void              foed_state_numbers_free      (FoedStateNumbers *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoedStateNumbers, foed_state_numbers_free)

void              foed_state_numbers_add       (FoedStateNumbers *self,
                                                FoedRecord       *state);
gboolean          foed_state_numbers_has       (FoedStateNumbers *self,
                                                int               number);
FoedRecord       *foed_state_numbers_find      (FoedStateNumbers *self,
                                                int               number,
                                                FoedDay           day,
                                                gboolean         *exists);
GArray           *foed_state_numbers_list      (FoedStateNumbers *self,
                                                int               number,
                                                FoedDay           first_day,
                                                FoedDay           last_day);
FoedRecord       *foed_state_numbers_get_state (FoedStateNumbers *self,
                                                const char       *id);

char             *foed_state_number_to_id      (int               number);

G_END_DECLS
