/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * FoedDay:
 *
 * A calendar day as the number of days since 1 January of the year 1 in the proleptic Gregorian calendar, which has
 * number 1 (as GDate counts). %FOED_DAY_FIRST and %FOED_DAY_LAST stand for open ends.
 */
typedef gint32 FoedDay;

#define FOED_DAY_FIRST ((FoedDay) G_MININT32)
#define FOED_DAY_LAST ((FoedDay) G_MAXINT32)

typedef enum
{
  FOED_DATE_PRECISION_YEAR,
  FOED_DATE_PRECISION_MONTH,
  FOED_DATE_PRECISION_DAY
} FoedDatePrecision;

#define FOED_DATE_ERROR (foed_date_error_quark ())
#define FOED_TYPE_DATE (foed_date_get_type ())

/**
 * FoedDateError:
 * @FOED_DATE_ERROR_FORMAT: the text is not spelt like a date
 * @FOED_DATE_ERROR_RANGE: there is no such day, month or year
 */
typedef enum
{
  FOED_DATE_ERROR_FORMAT,
  FOED_DATE_ERROR_RANGE
} FoedDateError;

/**
 * FoedDate:
 *
 * A date as precise as its source: a year, a month or a day, perhaps approximate (`~`), uncertain (`?`) or both (`%`).
 * The spelling is a subset of level 1 of the Extended Date/Time Format (ISO 8601-2:2019, annex A).
 */
typedef struct _FoedDate FoedDate;

GQuark             foed_date_error_quark        (void);
GType              foed_date_get_type           (void);

FoedDate          *foed_date_new_for_day        (FoedDay          day);
FoedDate          *foed_date_parse              (const char      *text,
                                                 GError         **error);
FoedDate          *foed_date_copy               (const FoedDate  *self);
void               foed_date_free               (FoedDate        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoedDate, foed_date_free)

char              *foed_date_to_string          (const FoedDate  *self);
char              *foed_date_format             (const FoedDate  *self);
char              *foed_date_format_plain       (const FoedDate  *self);
FoedDatePrecision  foed_date_get_precision      (const FoedDate  *self);
gboolean           foed_date_is_approximate     (const FoedDate  *self);
gboolean           foed_date_is_uncertain       (const FoedDate  *self);
int                foed_date_get_year           (const FoedDate  *self);
FoedDay            foed_date_get_first_day      (const FoedDate  *self);
FoedDay            foed_date_get_last_day       (const FoedDate  *self);
int                foed_date_compare            (const FoedDate  *a,
                                                 const FoedDate  *b);
gboolean           foed_date_equal              (const FoedDate  *a,
                                                 const FoedDate  *b);

FoedDay            foed_day_from_calendar       (int              year,
                                                 int              month,
                                                 int              day);
void               foed_day_to_calendar         (FoedDay          day,
                                                 int             *year,
                                                 int             *month,
                                                 int             *day_of_month);
gboolean           foed_day_parse               (const char      *text,
                                                 FoedDay         *day,
                                                 GError         **error);
char              *foed_day_to_string           (FoedDay          day);
FoedDay            foed_day_today               (void);

G_END_DECLS
