/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-date"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "foed-date-private.h"
#include "foed-spelling-private.h"

enum
{
  QUALIFIER_APPROXIMATE = 1 << 0,
  QUALIFIER_UNCERTAIN = 1 << 1
};

#define LAST_YEAR 9999
#define NO_BREAK_SPACE "\302\240"

G_DEFINE_QUARK (foed-date-error-quark, foed_date_error)
G_DEFINE_BOXED_TYPE (FoedDate, foed_date, foed_date_copy, foed_date_free)

static gboolean
is_leap_year (int year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int
count_days_in_month (int year,
                     int month)
{
  static const guint8 days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  g_assert (month >= 1 && month <= 12);

  return month == 2 && is_leap_year (year) ? 29 : days[month - 1];
}

static gboolean
is_calendar_day (int year,
                 int month,
                 int day)
{
  return year >= 1 && year <= LAST_YEAR && month >= 1 && month <= 12 && day >= 1
         && day <= count_days_in_month (year, month);
}

/* Days before 1 January of @year. */
static FoedDay
count_days_before_year (int year)
{
  int past = year - 1;

  return past * 365 + past / 4 - past / 100 + past / 400;
}

static gboolean
scan_digits (const char **text,
             int          n_digits,
             int         *number)
{
  int result = 0;

  for (int i = 0; i < n_digits; i++)
    {
      if (!g_ascii_isdigit ((*text)[i]))
        return FALSE;

      result = result * 10 + ((*text)[i] - '0');
    }

  *text += n_digits;
  *number = result;

  return TRUE;
}

/* What may follow a date of each precision: nothing, or `-` and two more digits. */
static gboolean
scan_part (const char **text,
           int         *number)
{
  if (**text != '-')
    return TRUE;

  (*text)++;

  return scan_digits (text, 2, number);
}

static gboolean
scan_date (const char *text,
           int        *year,
           int        *month,
           int        *day,
           int        *qualifier)
{
  *month = -1;
  *day = -1;
  *qualifier = 0;

  if (!scan_digits (&text, 4, year) || !scan_part (&text, month))
    return FALSE;

  if (*month != -1 && !scan_part (&text, day))
    return FALSE;

  if (*text == '~')
    *qualifier = QUALIFIER_APPROXIMATE;
  else if (*text == '?')
    *qualifier = QUALIFIER_UNCERTAIN;
  else if (*text == '%')
    *qualifier = QUALIFIER_APPROXIMATE | QUALIFIER_UNCERTAIN;

  if (*qualifier != 0)
    text++;

  return *text == '\0';
}

static gboolean
check_range (const char  *text,
             int          year,
             int          month,
             int          day,
             GError     **error)
{
  if (year < 1)
    g_set_error (error, FOED_DATE_ERROR, FOED_DATE_ERROR_RANGE,
                 _("“%s” is not a date.\nYears run from 0001 to 9999."), text);
  else if (month == 0 || month > 12)
    g_set_error (error, FOED_DATE_ERROR, FOED_DATE_ERROR_RANGE,
                 _("“%s” is not a date.\nMonths run from 01 to 12."), text);
  else if (day != -1 && !is_calendar_day (year, month, day))
    g_set_error (error, FOED_DATE_ERROR, FOED_DATE_ERROR_RANGE,
                 _("“%s” is not a date.\nThat month has no such day."), text);
  else
    return TRUE;

  return FALSE;
}

/**
 * foed_date_init_parsed: (skip)
 * @self: (out caller-allocates): where to put the date
 * @text: a spelling
 * @error: return location for an error of domain %FOED_DATE_ERROR
 *
 * Like foed_date_parse(), without an allocation.
 *
 * Returns: whether @text is a date
 */
gboolean
foed_date_init_parsed (FoedDate    *self,
                       const char  *text,
                       GError     **error)
{
  g_autofree char *quoted = NULL;
  int year, month, day, qualifier;

  g_assert (self != NULL);
  g_assert (text != NULL);

  if (!scan_date (text, &year, &month, &day, &qualifier))
    {
      quoted = foed_spelling_shorten (text);
      g_set_error (error, FOED_DATE_ERROR, FOED_DATE_ERROR_FORMAT,
                   _("“%s” is not a date.\nWrite 1914, 1914-06 or 1914-06-28; add ~ for about, ? for uncertain, %% "
                     "for both."),
                   quoted);
      return FALSE;
    }

  if (!check_range (text, year, month, day, error))
    return FALSE;

  *self = (FoedDate) { year, MAX (month, 0), MAX (day, 0), qualifier };

  return TRUE;
}

/**
 * foed_date_new_for_day:
 * @day: a day, not an open end
 *
 * Returns: (transfer full): the date of exactly that day
 */
FoedDate *
foed_date_new_for_day (FoedDay day)
{
  FoedDate *self;
  int year, month, day_of_month;

  g_return_val_if_fail (day != FOED_DAY_FIRST && day != FOED_DAY_LAST, NULL);

  foed_day_to_calendar (day, &year, &month, &day_of_month);
  self = g_new (FoedDate, 1);
  *self = (FoedDate) { year, month, day_of_month, 0 };

  return self;
}

/**
 * foed_date_parse:
 * @text: `1914`, `1914-06` or `1914-06-28`, followed by nothing, `~` (approximate), `?` (uncertain) or `%` (both)
 * @error: return location for an error of domain %FOED_DATE_ERROR
 *
 * Years run from 0001 to 9999 in the Gregorian calendar, also before it was in use.
 *
 * Returns: (transfer full): the date, or %NULL
 */
FoedDate *
foed_date_parse (const char  *text,
                 GError     **error)
{
  g_autoptr (GError) parse_error = NULL;
  FoedDate date;

  g_return_val_if_fail (text != NULL, NULL);

  if (foed_date_init_parsed (&date, text, &parse_error))
    return foed_date_copy (&date);

  foed_spelling_join_hint (parse_error);
  g_propagate_error (error, g_steal_pointer (&parse_error));

  return NULL;
}

/**
 * foed_date_copy:
 * @self: a date
 *
 * Returns: (transfer full): a copy
 */
FoedDate *
foed_date_copy (const FoedDate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_memdup2 (self, sizeof *self);
}

/**
 * foed_date_free:
 * @self: (transfer full): a date
 *
 * Frees @self.
 */
void
foed_date_free (FoedDate *self)
{
  g_free (self);
}

/**
 * foed_date_to_string:
 * @self: a date
 *
 * Returns: (transfer full): the spelling that foed_date_parse() reads
 */
char *
foed_date_to_string (const FoedDate *self)
{
  static const char *const signs[] = { "", "~", "?", "%" };

  g_return_val_if_fail (self != NULL, NULL);

  if (self->month == 0)
    return g_strdup_printf ("%04d%s", self->year, signs[self->qualifier]);

  if (self->day == 0)
    return g_strdup_printf ("%04d-%02d%s", self->year, self->month, signs[self->qualifier]);

  return g_strdup_printf ("%04d-%02d-%02d%s", self->year, self->month, self->day, signs[self->qualifier]);
}

static char *
format_unqualified (const FoedDate *self)
{
  g_autoptr (GDateTime) moment = g_date_time_new_utc (self->year, MAX (self->month, 1), MAX (self->day, 1), 0, 0, 0);

  if (self->month == 0)
    return g_strdup_printf ("%d", self->year);
  if (self->day == 0)
    return g_date_time_format (moment, C_("date: month and year", "%OB %Y"));

  return g_date_time_format (moment, C_("date: day, month and year", "%-d %B %Y"));
}

static char *
qualify (const FoedDate *self,
         const char     *plain)
{
  switch (self->qualifier)
    {
    case QUALIFIER_APPROXIMATE:
      return g_strdup_printf (C_("date", "about %s"), plain);

    case QUALIFIER_UNCERTAIN:
      return g_strdup_printf (C_("date", "perhaps %s"), plain);

    case QUALIFIER_APPROXIMATE | QUALIFIER_UNCERTAIN:
      return g_strdup_printf (C_("date", "perhaps about %s"), plain);

    default:
      return g_strdup (plain);
    }
}

/**
 * foed_date_format:
 * @self: a date
 *
 * Returns: (transfer full): the date for people, in the user's language, such as “28 June 1914” or “about 1914”; no line
 *   breaks between its day, month and year
 */
char *
foed_date_format (const FoedDate *self)
{
  g_autofree char *plain = NULL;
  g_autoptr (GString) bound = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  plain = format_unqualified (self);
  bound = g_string_new (plain);
  g_string_replace (bound, " ", NO_BREAK_SPACE, 0);

  return qualify (self, bound->str);
}

/**
 * foed_date_format_plain:
 * @self: a date
 *
 * Returns: (transfer full): what foed_date_format() gives, with ordinary spaces: for tables, files and terminals
 */
char *
foed_date_format_plain (const FoedDate *self)
{
  g_autofree char *plain = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  plain = format_unqualified (self);

  return qualify (self, plain);
}

/**
 * foed_date_get_precision:
 * @self: a date
 *
 * Returns: how precise it is
 */
FoedDatePrecision
foed_date_get_precision (const FoedDate *self)
{
  g_return_val_if_fail (self != NULL, FOED_DATE_PRECISION_YEAR);

  if (self->month == 0)
    return FOED_DATE_PRECISION_YEAR;

  return self->day == 0 ? FOED_DATE_PRECISION_MONTH : FOED_DATE_PRECISION_DAY;
}

/**
 * foed_date_is_approximate:
 * @self: a date
 *
 * Returns: whether the true date lies only near it
 */
gboolean
foed_date_is_approximate (const FoedDate *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return (self->qualifier & QUALIFIER_APPROXIMATE) != 0;
}

/**
 * foed_date_is_uncertain:
 * @self: a date
 *
 * Returns: whether the source is in doubt about it
 */
gboolean
foed_date_is_uncertain (const FoedDate *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return (self->qualifier & QUALIFIER_UNCERTAIN) != 0;
}

/**
 * foed_date_get_year:
 * @self: a date
 *
 * Returns: its year, 1 to 9999
 */
int
foed_date_get_year (const FoedDate *self)
{
  g_return_val_if_fail (self != NULL, 1);

  return self->year;
}

/**
 * foed_date_get_first_day:
 * @self: a date
 *
 * Returns: the first day of its year, month or day
 */
FoedDay
foed_date_get_first_day (const FoedDate *self)
{
  g_return_val_if_fail (self != NULL, FOED_DAY_FIRST);

  return foed_day_from_calendar (self->year, MAX (self->month, 1), MAX (self->day, 1));
}

/**
 * foed_date_get_last_day:
 * @self: a date
 *
 * Returns: the last day of its year, month or day
 */
FoedDay
foed_date_get_last_day (const FoedDate *self)
{
  int month, day;

  g_return_val_if_fail (self != NULL, FOED_DAY_LAST);

  month = self->month == 0 ? 12 : self->month;
  day = self->day == 0 ? count_days_in_month (self->year, month) : self->day;

  return foed_day_from_calendar (self->year, month, day);
}

/**
 * foed_date_compare:
 * @a: a date
 * @b: another date
 *
 * A total order: by the first possible day, then the less precise first, then the less doubtful first.
 *
 * Returns: less than, equal to or greater than 0 as @a comes before, is the same as or comes after @b
 */
int
foed_date_compare (const FoedDate *a,
                   const FoedDate *b)
{
  FoedDay day_of_a, day_of_b;

  g_return_val_if_fail (a != NULL, 0);
  g_return_val_if_fail (b != NULL, 0);

  day_of_a = foed_date_get_first_day (a);
  day_of_b = foed_date_get_first_day (b);

  if (day_of_a != day_of_b)
    return day_of_a < day_of_b ? -1 : 1;

  if (a->month != b->month)
    return a->month < b->month ? -1 : 1;

  if (a->day != b->day)
    return a->day < b->day ? -1 : 1;

  return a->qualifier - b->qualifier;
}

/**
 * foed_date_equal:
 * @a: a date
 * @b: another date
 *
 * Returns: whether @a and @b are spelt the same
 */
gboolean
foed_date_equal (const FoedDate *a,
                 const FoedDate *b)
{
  return foed_date_compare (a, b) == 0;
}

/**
 * foed_day_from_calendar:
 * @year: 1 to 9999
 * @month: 1 to 12
 * @day: a day of that month
 *
 * Returns: the day
 */
FoedDay
foed_day_from_calendar (int year,
                        int month,
                        int day)
{
  static const guint16 days_before[] = { 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334 };

  g_return_val_if_fail (is_calendar_day (year, month, day), FOED_DAY_FIRST);

  return count_days_before_year (year) + days_before[month - 1] + (month > 2 && is_leap_year (year)) + day;
}

/**
 * foed_day_to_calendar:
 * @day: a day between 0001-01-01 and 9999-12-31
 * @year: (out): its year
 * @month: (out): its month
 * @day_of_month: (out): its day in the month
 *
 * Takes a day apart.
 */
void
foed_day_to_calendar (FoedDay  day,
                      int     *year,
                      int     *month,
                      int     *day_of_month)
{
  int rest;

  g_return_if_fail (day >= 1 && day <= count_days_before_year (LAST_YEAR + 1));
  g_return_if_fail (year != NULL && month != NULL && day_of_month != NULL);

  *year = (int) (((gint64) day * 400) / 146097) + 1;

  while (count_days_before_year (*year) >= day)
    (*year)--;

  while (count_days_before_year (*year + 1) < day)
    (*year)++;

  rest = day - count_days_before_year (*year);

  for (*month = 1; rest > count_days_in_month (*year, *month); (*month)++)
    rest -= count_days_in_month (*year, *month);

  *day_of_month = rest;
}

/**
 * foed_day_parse:
 * @text: a day, month or year: `1914-06-28`, `1914-06`, `1914`
 * @day: (out): the day; for a month its last day, for a year its 31 December
 * @error: return location for an error of domain %FOED_DATE_ERROR
 *
 * Reads the day as of which something is asked.
 *
 * Returns: whether @text names a day
 */
gboolean
foed_day_parse (const char  *text,
                FoedDay     *day,
                GError     **error)
{
  g_autoptr (FoedDate) date = NULL;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (day != NULL, FALSE);

  date = foed_date_parse (text, error);

  if (date == NULL)
    return FALSE;

  if (date->qualifier != 0)
    {
      g_set_error (error, FOED_DATE_ERROR, FOED_DATE_ERROR_FORMAT,
                   _("“%s” is not a certain day. Write 1914, 1914-06 or 1914-06-28."), text);
      return FALSE;
    }

  *day = foed_date_get_last_day (date);

  return TRUE;
}

/**
 * foed_day_to_string:
 * @day: a day, or an open end
 *
 * Returns: (transfer full): `1914-06-28`, or `..` for an open end
 */
char *
foed_day_to_string (FoedDay day)
{
  int year, month, day_of_month;

  if (day == FOED_DAY_FIRST || day == FOED_DAY_LAST)
    return g_strdup ("..");

  foed_day_to_calendar (day, &year, &month, &day_of_month);

  return g_strdup_printf ("%04d-%02d-%02d", year, month, day_of_month);
}

/**
 * foed_day_today:
 *
 * Returns: today, in the local time zone
 */
FoedDay
foed_day_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  int year, month, day;

  g_date_time_get_ymd (now, &year, &month, &day);

  return foed_day_from_calendar (year, month, day);
}
