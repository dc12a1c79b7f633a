/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/foed-occurrence.h"

G_BEGIN_DECLS

/**
 * FoedTimelineMarkKind:
 * @FOED_TIMELINE_SIGNATURE: something is signed
 * @FOED_TIMELINE_AMENDMENT: the terms change or are prolonged
 * @FOED_TIMELINE_INVOCATION: the duty is called on, or fulfilled
 * @FOED_TIMELINE_BREACH: the duty is broken, or help refused
 * @FOED_TIMELINE_EXTENSION: the duty comes to cover a new threat
 * @FOED_TIMELINE_OTHER: anything else that happens
 *
 * What a mark on a timeline stands for.
 */
typedef enum
{
  FOED_TIMELINE_SIGNATURE,
  FOED_TIMELINE_AMENDMENT,
  FOED_TIMELINE_INVOCATION,
  FOED_TIMELINE_BREACH,
  FOED_TIMELINE_EXTENSION,
  FOED_TIMELINE_OTHER,
  FOED_N_TIMELINE_MARK_KINDS
} FoedTimelineMarkKind;

/**
 * FoedTimelineBar:
 * @record: the id of the record, interned; of an obligation the first of its kind
 * @kind: the kind of the record: alliance, obligation, party or suspension
 * @term: (nullable): the kind of the obligation, the role of the party
 * @begin: (nullable): from when, as its source spells it
 * @end: (nullable): until when, as its source spells it
 * @first_day: the first day, as recorded
 * @last_day: the last day; %FOED_DAY_LAST where it was open when the source ended
 * @certain_first_day: the first day whatever vague dates mean
 * @certain_last_day: the last; before @certain_first_day where no day is certain
 *
 * Something that lasts.
 */
typedef struct
{
  const char     *record;
  FoedRecordKind  kind;
  const FoedTerm *term;
  const char     *begin;
  const char     *end;
  FoedDay         first_day;
  FoedDay         last_day;
  FoedDay         certain_first_day;
  FoedDay         certain_last_day;
} FoedTimelineBar;

/**
 * FoedTimelineMark:
 * @record: the id of the event or instrument, interned
 * @kind: what it stands for
 * @term: (nullable): the kind of the event; %NULL for an instrument
 * @threat: (nullable): the threat it is about
 * @title: (nullable): what happened
 * @date: when, as its source spells it
 * @first_day: the first day on which it may have happened
 * @last_day: the last
 *
 * Something that happens.
 */
typedef struct
{
  const char           *record;
  FoedTimelineMarkKind  kind;
  const FoedTerm       *term;
  const FoedTerm       *threat;
  const char           *title;
  const char           *date;
  FoedDay               first_day;
  FoedDay               last_day;
} FoedTimelineMark;

/**
 * FoedTimelineRow:
 * @kind: what it is a row of: an alliance, a kind of obligation in it, or a state in it
 * @alliance: the id of the alliance, interned
 * @state: (nullable): the id of the state, interned
 * @term: (nullable): the region of an alliance, the kind of the obligations
 * @title: what it is called
 * @short_title: (nullable): a shorter name, for where there is little room
 * @n_obligations: of an alliance: how many rows of kinds of obligation follow it
 * @n_parties: of an alliance: how many rows of states follow those
 * @n_members: of an alliance: how many states were in it at some time, observers left out
 * @bars: (array length=n_bars): what lasts, in order of time
 * @marks: (array length=n_marks): what happens, in order of time
 *
 * A row of a timeline.
 */
typedef struct
{
  FoedRecordKind    kind;
  const char       *alliance;
  const char       *state;
  const FoedTerm   *term;
  const char       *title;
  const char       *short_title;
  guint             n_obligations;
  guint             n_parties;
  guint             n_members;
  FoedTimelineBar  *bars;
  guint             n_bars;
  FoedTimelineMark *marks;
  guint             n_marks;
} FoedTimelineRow;

#define FOED_TYPE_TIMELINE (foed_timeline_get_type ())

/**
 * FoedTimeline:
 *
 * The lives of alliances, and in each of the obligations and the states in it, plain and immutable.
 */
typedef struct _FoedTimeline FoedTimeline;

GType                  foed_timeline_get_type    (void);

FoedTimeline          *foed_timeline_new         (const FoedOccurrence  *occurrences,
                                                  guint                  n_occurrences);
FoedTimeline          *foed_timeline_ref         (FoedTimeline          *self);
void                   foed_timeline_unref       (FoedTimeline          *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoedTimeline, foed_timeline_unref)

const FoedTimelineRow *foed_timeline_get_rows    (FoedTimeline          *self,
                                                  guint                 *n_rows);
guint                  foed_timeline_get_n_alliances (FoedTimeline      *self);
gboolean               foed_timeline_get_extents (FoedTimeline          *self,
                                                  FoedDay                present,
                                                  FoedDay               *first_day,
                                                  FoedDay               *last_day);

/**
 * FoedTimelineGrouping:
 * @FOED_TIMELINE_UNGROUPED: all alliances in one
 * @FOED_TIMELINE_BY_REGION: by their region
 * @FOED_TIMELINE_BY_OBLIGATION: by the foremost kind of their obligations
 *
 * How the alliances of a timeline are put together.
 */
typedef enum
{
  FOED_TIMELINE_UNGROUPED,
  FOED_TIMELINE_BY_REGION,
  FOED_TIMELINE_BY_OBLIGATION,
  FOED_N_TIMELINE_GROUPINGS
} FoedTimelineGrouping;

const char            *foed_timeline_grouping_get_nick  (FoedTimelineGrouping   self);
gboolean               foed_timeline_grouping_from_nick (const char            *nick,
                                                         FoedTimelineGrouping  *grouping);

/**
 * FoedTimelineOrder:
 * @FOED_TIMELINE_BEGIN_ORDER: the earliest begin first
 * @FOED_TIMELINE_END_ORDER: the earliest end first
 * @FOED_TIMELINE_NAME_ORDER: by name
 * @FOED_TIMELINE_MEMBERS_ORDER: the largest first
 *
 * The order of the alliances of a timeline.
 */
typedef enum
{
  FOED_TIMELINE_BEGIN_ORDER,
  FOED_TIMELINE_END_ORDER,
  FOED_TIMELINE_NAME_ORDER,
  FOED_TIMELINE_MEMBERS_ORDER,
  FOED_N_TIMELINE_ORDERS
} FoedTimelineOrder;

const char            *foed_timeline_order_get_nick  (FoedTimelineOrder   self);
gboolean               foed_timeline_order_from_nick (const char         *nick,
                                                      FoedTimelineOrder  *order);

/**
 * FoedTimelineLine:
 * @row: (nullable): the row; %NULL for the heading of a group
 * @group: (nullable): of a heading, what the group has in common; %NULL where that is not known
 * @n_alliances: of a heading, how many alliances stand under it
 * @open: whether the lines of its obligations and states follow
 *
 * A line of a timeline as it is shown: a row, or a heading.
 */
typedef struct
{
  const FoedTimelineRow *row;
  const FoedTerm        *group;
  guint                  n_alliances;
  gboolean               open;
} FoedTimelineLine;

GArray                *foed_timeline_list_lines  (FoedTimeline          *self,
                                                  FoedTimelineGrouping   grouping,
                                                  FoedTimelineOrder      order,
                                                  GHashTable            *open);

G_END_DECLS
