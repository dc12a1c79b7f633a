/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-graph-moment.h"
#include "model/foed-record.h"

G_BEGIN_DECLS

/**
 * FoedGround:
 * @record: the obligation or the party spell
 * @clause: (nullable): the clause that the obligation stands in
 * @instrument: (nullable): the instrument that it stands in, or by which the party came in
 * @first_day: from when it holds, as far as it was asked about
 * @last_day: until when
 * @direction: which way it is owed
 *
 * Something that an edge of a graph rests on, as a record that can be read and cited. The records belong to the alliance
 * that they were found in.
 */
typedef struct
{
  FoedRecord         *record;
  FoedRecord         *clause;
  FoedRecord         *instrument;
  FoedDay             first_day;
  FoedDay             last_day;
  FoedGraphDirection  direction;
} FoedGround;

GArray *foed_grounds_find (FoedRecord          *alliance,
                           const FoedGraphFact *facts,
                           guint                n_facts);
void    foed_grounds_add_duties (FoedGraph      *ties,
                                 const char     *alliance,
                                 const char     *state,
                                 FoedGraphSieve  sieve,
                                 gpointer        user_data,
                                 GArray         *facts);

G_END_DECLS
