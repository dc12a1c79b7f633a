/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-data-set.h"

G_BEGIN_DECLS

#define FOED_DATA_SET_MOST_ROWS 250000

/* A file that is being read. @records are handed out in their order: the source, states, alliances. */
typedef struct
{
  FoedTableReader *table;
  FoedStateNumbers  *states;
  GHashTable      *made_states;
  GPtrArray       *records;
  char            *source;
} FoedDataSetRun;

typedef gboolean (*FoedDataSetFunc) (FoedDataSetRun  *run,
                                     GCancellable    *cancellable,
                                     GError         **error);

gboolean  foed_atop_members_read        (FoedDataSetRun     *run,
                                         GCancellable       *cancellable,
                                         GError            **error);
gboolean  foed_atop_alliances_read      (FoedDataSetRun     *run,
                                         GCancellable       *cancellable,
                                         GError            **error);
gboolean  foed_cow_alliances_read       (FoedDataSetRun     *run,
                                         GCancellable       *cancellable,
                                         GError            **error);
gboolean  foed_cow_states_read          (FoedDataSetRun     *run,
                                         GCancellable       *cancellable,
                                         GError            **error);
gboolean  foed_cow_codes_read           (FoedDataSetRun     *run,
                                         GCancellable       *cancellable,
                                         GError            **error);
gboolean  foed_dcad_read                (FoedDataSetRun     *run,
                                         GCancellable       *cancellable,
                                         GError            **error);

/* A date as data sets have it: 0 for what is not known. */
typedef struct
{
  int year;
  int month;
  int day;
} FoedCodedDate;

gboolean  foed_coded_date_is_known      (FoedCodedDate       self);
gboolean  foed_coded_date_is_valid      (FoedCodedDate       self);
FoedDay   foed_coded_date_get_first_day (FoedCodedDate       self);
FoedDay   foed_coded_date_get_last_day  (FoedCodedDate       self);
int       foed_coded_date_compare       (FoedCodedDate       a,
                                         FoedCodedDate       b);
char     *foed_coded_date_to_string     (FoedCodedDate       self);
void      foed_coded_date_set           (FoedCodedDate       self,
                                         FoedRecordBuilder  *builder,
                                         FoedField           field);

gboolean  foed_data_set_read_date       (FoedDataSetRun     *run,
                                         int                 year_column,
                                         int                 month_column,
                                         int                 day_column,
                                         FoedCodedDate      *date);
gboolean  foed_data_set_next            (FoedDataSetRun     *run,
                                         gboolean           *at_end,
                                         GCancellable       *cancellable,
                                         GError            **error);
gboolean  foed_data_set_refuse_more     (FoedDataSetRun     *run,
                                         GError            **error);

void      foed_data_set_set             (FoedRecordBuilder  *builder,
                                         FoedField           field,
                                         const char         *string);
void      foed_data_set_set_text        (FoedDataSetRun     *run,
                                         FoedRecordBuilder  *builder,
                                         FoedField           field,
                                         const char         *text);
void      foed_data_set_set_list        (FoedRecordBuilder  *builder,
                                         FoedField           field,
                                         GPtrArray          *ids);
void      foed_data_set_take            (FoedRecordBuilder  *parent,
                                         FoedRecordBuilder  *child);
void      foed_data_set_cite            (FoedDataSetRun     *run,
                                         FoedRecordBuilder  *parent,
                                         const char         *pinpoint);
void      foed_data_set_identify        (FoedRecordBuilder  *parent,
                                         const char         *scheme,
                                         const char         *value);
void      foed_data_set_start_source    (FoedDataSetRun     *run,
                                         const char         *id,
                                         const char         *title,
                                         const char         *author,
                                         const char         *published,
                                         const char         *note);

void      foed_data_set_need_state      (FoedDataSetRun     *run,
                                         int                 number,
                                         const char         *name);
const char *foed_data_set_get_state     (FoedDataSetRun     *run,
                                         int                 number,
                                         FoedDay             day,
                                         gboolean           *exists);
const char *foed_data_set_get_title     (FoedDataSetRun     *run,
                                         const char         *state);
void      foed_data_set_sort_records    (FoedDataSetRun     *run);

/* The name of a state and its region as one would call it, from its number alone; FALSE where it is none. */
gboolean  foed_state_names_find         (int                 number,
                                         const char        **name,
                                         const char        **region);

char     *foed_alliance_title_new       (GPtrArray          *names,
                                         const char         *what,
                                         int                 year);

G_END_DECLS
