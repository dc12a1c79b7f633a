/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-time-scale"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "foed-time-scale.h"

/* As near as one can get. */
#define DAYS_SHOWN_MIN 28.0

#define DAYS_A_YEAR 365.2425
#define DAYS_A_MONTH (DAYS_A_YEAR / 12)

/* How far apart ticks may stand: so many units. */
typedef struct
{
  FoedTimeUnit unit;
  int              step;
  double           days;
} Step;

static const Step steps[] = {
  { FOED_TIME_DAYS, 1, 1 },
  { FOED_TIME_DAYS, 2, 2 },
  { FOED_TIME_DAYS, 7, 7 },
  { FOED_TIME_MONTHS, 1, DAYS_A_MONTH },
  { FOED_TIME_MONTHS, 3, 3 * DAYS_A_MONTH },
  { FOED_TIME_MONTHS, 6, 6 * DAYS_A_MONTH },
  { FOED_TIME_YEARS, 1, DAYS_A_YEAR },
  { FOED_TIME_YEARS, 2, 2 * DAYS_A_YEAR },
  { FOED_TIME_YEARS, 5, 5 * DAYS_A_YEAR },
  { FOED_TIME_YEARS, 10, 10 * DAYS_A_YEAR },
  { FOED_TIME_YEARS, 20, 20 * DAYS_A_YEAR },
  { FOED_TIME_YEARS, 25, 25 * DAYS_A_YEAR },
  { FOED_TIME_YEARS, 50, 50 * DAYS_A_YEAR },
  { FOED_TIME_YEARS, 100, 100 * DAYS_A_YEAR },
  { FOED_TIME_YEARS, 200, 200 * DAYS_A_YEAR },
  { FOED_TIME_YEARS, 500, 500 * DAYS_A_YEAR },
  { FOED_TIME_YEARS, 1000, 1000 * DAYS_A_YEAR },
};

static double
count_days (const FoedTimeScale *self)
{
  return (double) self->last_day - self->first_day + 1;
}

static void
keep_within (FoedTimeScale *self)
{
  double lowest;
  double highest;

  foed_time_scale_get_limits (self, &lowest, &highest);
  self->zoom = CLAMP (self->zoom, lowest, highest);
  self->offset = CLAMP (self->offset, 0, MAX (foed_time_scale_get_length (self) - self->width, 0));
}

/**
 * foed_time_scale_set_time:
 * @self: a scale
 * @first_day: the first day that there is
 * @last_day: the last
 *
 * Takes another time. Where it was shown whole it is so again; otherwise the same days are shown as far as they exist.
 */
void
foed_time_scale_set_time (FoedTimeScale *self,
                          FoedDay        first_day,
                          FoedDay        last_day)
{
  double lowest;
  double highest;
  gboolean fitted;

  g_return_if_fail (self != NULL);
  g_return_if_fail (first_day <= last_day);

  foed_time_scale_get_limits (self, &lowest, &highest);
  fitted = self->zoom <= lowest;
  self->offset += ((double) self->first_day - first_day) * self->zoom;
  self->first_day = first_day;
  self->last_day = last_day;
  if (fitted)
    foed_time_scale_fit (self);
  else
    keep_within (self);
}

/**
 * foed_time_scale_set_width:
 * @self: a scale
 * @width: how much room there is, in pixels
 *
 * Takes another width. A time that was shown whole stays so.
 */
void
foed_time_scale_set_width (FoedTimeScale *self,
                           double         width)
{
  double lowest;
  double highest;
  gboolean fitted;

  g_return_if_fail (self != NULL);

  foed_time_scale_get_limits (self, &lowest, &highest);
  fitted = self->zoom <= lowest;
  self->width = MAX (width, 1);
  if (fitted)
    foed_time_scale_fit (self);
  else
    keep_within (self);
}

void
foed_time_scale_set_offset (FoedTimeScale *self,
                            double         offset)
{
  g_return_if_fail (self != NULL);

  self->offset = offset;
  keep_within (self);
}

/**
 * foed_time_scale_set_zoom:
 * @self: a scale
 * @zoom: pixels a day
 * @x: a position in what is shown; the day there stays there
 */
void
foed_time_scale_set_zoom (FoedTimeScale *self,
                          double         zoom,
                          double         x)
{
  double lowest;
  double highest;
  double day;

  g_return_if_fail (self != NULL);

  foed_time_scale_get_limits (self, &lowest, &highest);
  day = (self->offset + x) / self->zoom;
  self->zoom = CLAMP (zoom, lowest, highest);
  self->offset = day * self->zoom - x;
  keep_within (self);
}

void
foed_time_scale_fit (FoedTimeScale *self)
{
  g_return_if_fail (self != NULL);

  self->zoom = 0;
  self->offset = 0;
  keep_within (self);
}

/**
 * foed_time_scale_get_limits:
 * @self: a scale
 * @lowest: (out): pixels a day at which the whole time is shown
 * @highest: (out): pixels a day at which a month is shown
 */
void
foed_time_scale_get_limits (const FoedTimeScale *self,
                            double              *lowest,
                            double              *highest)
{
  double days;

  g_return_if_fail (self != NULL);
  g_return_if_fail (lowest != NULL && highest != NULL);

  days = count_days (self);
  *lowest = MAX (self->width, 1) / MAX (days, 1);
  *highest = MAX (self->width, 1) / MIN (DAYS_SHOWN_MIN, MAX (days, 1));
}

/**
 * foed_time_scale_get_length:
 * @self: a scale
 *
 * Returns: how long the whole time is, in pixels
 */
double
foed_time_scale_get_length (const FoedTimeScale *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return count_days (self) * self->zoom;
}

/**
 * foed_time_scale_get_x:
 * @self: a scale
 * @day: a day; the open ends lie outside of what there is
 *
 * Returns: where the day begins
 */
double
foed_time_scale_get_x (const FoedTimeScale *self,
                       FoedDay              day)
{
  g_return_val_if_fail (self != NULL, 0);

  return ((double) day - self->first_day) * self->zoom - self->offset;
}

/**
 * foed_time_scale_get_day:
 * @self: a scale
 * @x: a position
 *
 * Returns: the day there, of those that there are
 */
FoedDay
foed_time_scale_get_day (const FoedTimeScale *self,
                         double               x)
{
  double days;

  g_return_val_if_fail (self != NULL, 0);

  days = floor ((self->offset + x) / self->zoom);
  return self->first_day + (FoedDay) CLAMP (days, 0, count_days (self) - 1);
}

static void
get_calendar (FoedDay  day,
              int     *year,
              int     *month)
{
  int day_of_month;

  foed_day_to_calendar (day, year, month, &day_of_month);
}

static void
add_years (const FoedTimeScale *self,
           int                  step,
           FoedDay              first,
           FoedDay              last,
           GArray              *ticks)
{
  int from;
  int to;
  int month;

  get_calendar (first, &from, &month);
  get_calendar (last, &to, &month);
  for (int year = from / step * step; year <= to; year += step)
    {
      FoedTimeTick tick = { foed_day_from_calendar (MAX (year, 1), 1, 1), year % (step * 5) == 0 && step > 1 };

      if (tick.day >= first)
        g_array_append_val (ticks, tick);
    }
}

static void
add_months (const FoedTimeScale *self,
            int                  step,
            FoedDay              first,
            FoedDay              last,
            GArray              *ticks)
{
  int year;
  int month;

  get_calendar (first, &year, &month);
  month = (month - 1) / step * step + 1;
  for (;;)
    {
      FoedTimeTick tick = { foed_day_from_calendar (year, month, 1), month == 1 };

      if (tick.day > last)
        return;
      if (tick.day >= first)
        g_array_append_val (ticks, tick);
      month += step;
      year += (month - 1) / 12;
      month = (month - 1) % 12 + 1;
    }
}

/* Days are counted anew each month; one that would stand too near to the next month is left out. */
static void
add_days (const FoedTimeScale *self,
          int                  step,
          FoedDay              first,
          FoedDay              last,
          GArray              *ticks)
{
  for (FoedDay day = first; day <= last; day++)
    {
      FoedTimeTick tick = { day, FALSE };
      int year;
      int month;
      int day_of_month;

      foed_day_to_calendar (day, &year, &month, &day_of_month);
      tick.major = day_of_month == 1;
      if ((day_of_month - 1) % step == 0 && (step == 1 || day_of_month + step / 2 < 31))
        g_array_append_val (ticks, tick);
    }
}

/**
 * foed_time_scale_list_ticks:
 * @self: a scale
 * @distance: how far apart ticks have to stand, in pixels
 * @unit: (out): what they stand for
 *
 * Returns: (transfer full) (element-type FoedTimeTick): the ticks in what is shown
 */
GArray *
foed_time_scale_list_ticks (const FoedTimeScale *self,
                            double               distance,
                            FoedTimeUnit        *unit)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (FoedTimeTick));
  const Step *step = &steps[G_N_ELEMENTS (steps) - 1];
  FoedDay first;
  FoedDay last;

  g_return_val_if_fail (self != NULL, ticks);
  g_return_val_if_fail (unit != NULL, ticks);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (steps[i].days * self->zoom >= distance)
        {
          step = &steps[i];
          break;
        }
    }
  first = foed_time_scale_get_day (self, -distance);
  last = foed_time_scale_get_day (self, self->width + distance);
  *unit = step->unit;
  if (step->unit == FOED_TIME_YEARS)
    add_years (self, step->step, first, last, ticks);
  else if (step->unit == FOED_TIME_MONTHS)
    add_months (self, step->step, first, last, ticks);
  else
    add_days (self, step->step, first, last, ticks);
  return ticks;
}

/**
 * foed_time_unit_format:
 * @unit: what ticks stand for
 * @tick: a tick
 * @first: whether it is the first that is shown, which says where one is
 *
 * Returns: (transfer full): what to write at the tick
 */
char *
foed_time_unit_format (FoedTimeUnit        unit,
                       const FoedTimeTick *tick,
                       gboolean            first)
{
  int year;
  int month;
  int day_of_month;
  const char *format;
  g_autoptr(GDateTime) time = NULL;

  g_return_val_if_fail (tick != NULL, NULL);

  foed_day_to_calendar (tick->day, &year, &month, &day_of_month);
  if (unit == FOED_TIME_YEARS || (unit == FOED_TIME_MONTHS && tick->major && !first))
    return g_strdup_printf ("%d", year);
  time = g_date_time_new_utc (year, month, day_of_month, 0, 0, 0);
  if (unit == FOED_TIME_MONTHS)
    /* Translators: a month on the axis of a timeline, for g_date_time_format(); with and without its year. */
    format = first ? C_("axis", "%b %Y") : C_("axis", "%b");
  else
    /* Translators: a day on the axis of a timeline, for g_date_time_format(): the first of a month or the first that is
     * shown, and any other. */
    format = first ? C_("axis", "%-d %b %Y") : tick->major ? C_("axis", "%-d %b") : C_("axis", "%-d");
  return g_date_time_format (time, format);
}
