/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-data-set-private.h"

G_BEGIN_DECLS

/* A row of a data set about a member: from when to when, and how it left where that was not the end of all. @spans
 * tells which states of the library the member is in that time. */
typedef struct
{
  int            number;
  FoedCodedDate  entry;
  FoedCodedDate  exit;
  GArray        *spans;
  const char    *way_out;
  gboolean       is_outside;
  char          *pinpoint;
} FoedMember;

/* @knows_dates: whether the data tell when each member came and left, not only the whole. */
typedef struct
{
  const char    *id;
  FoedCodedDate  begin;
  FoedCodedDate  end;
  gboolean       is_open;
  gboolean       knows_dates;
} FoedMemberTime;

void       foed_member_clear            (FoedMember         *self);
void       foed_member_find_states      (FoedMember         *self,
                                         FoedDataSetRun     *run);
void       foed_member_time_extend       (FoedCodedDate      *begin,
                                         FoedCodedDate      *end,
                                         gboolean           *is_open,
                                         const FoedMember   *member,
                                         gboolean            is_first);
int        foed_member_compare          (const FoedMember   *a,
                                         const FoedMember   *b);
void       foed_member_list_states      (const FoedMember   *self,
                                         GPtrArray          *states);
char      *foed_members_make_title      (FoedDataSetRun     *run,
                                         GPtrArray          *members,
                                         FoedCodedDate       begin,
                                         const char         *what);
void       foed_members_add_parties     (FoedDataSetRun     *run,
                                         const FoedMemberTime *whole,
                                         GPtrArray          *members,
                                         FoedRecordBuilder  *parent);

G_END_DECLS
