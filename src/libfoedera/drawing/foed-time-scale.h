/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/foed-date.h"

G_BEGIN_DECLS

/**
 * FoedTimeScale:
 * @first_day: the first day that can be shown
 * @last_day: the last
 * @width: how much room there is, in pixels
 * @zoom: pixels a day
 * @offset: how many pixels lie before what is shown
 *
 * Which part of a time is shown, and how large. It knows no widget. The zoom stays between all of the time and a month,
 * and what is shown within the time. Positions are in pixels from the side where time begins.
 */
typedef struct
{
  FoedDay first_day;
  FoedDay last_day;
  double  width;
  double  zoom;
  double  offset;
} FoedTimeScale;

void    foed_time_scale_set_time   (FoedTimeScale       *self,
                                    FoedDay              first_day,
                                    FoedDay              last_day);
void    foed_time_scale_set_width  (FoedTimeScale       *self,
                                    double               width);
void    foed_time_scale_set_offset (FoedTimeScale       *self,
                                    double               offset);
void    foed_time_scale_set_zoom   (FoedTimeScale       *self,
                                    double               zoom,
                                    double               x);
void    foed_time_scale_fit        (FoedTimeScale       *self);
void    foed_time_scale_get_limits (const FoedTimeScale *self,
                                    double              *lowest,
                                    double              *highest);
double  foed_time_scale_get_length (const FoedTimeScale *self);
double  foed_time_scale_get_x      (const FoedTimeScale *self,
                                    FoedDay              day);
FoedDay foed_time_scale_get_day    (const FoedTimeScale *self,
                                    double               x);

/**
 * FoedTimeUnit:
 *
 * What the ticks of an axis stand for.
 */
typedef enum
{
  FOED_TIME_YEARS,
  FOED_TIME_MONTHS,
  FOED_TIME_DAYS
} FoedTimeUnit;

/* A place on an axis: a day, and whether the unit above begins there too. */
typedef struct
{
  FoedDay  day;
  gboolean major;
} FoedTimeTick;

GArray *foed_time_scale_list_ticks (const FoedTimeScale *self,
                                    double               distance,
                                    FoedTimeUnit        *unit);
char   *foed_time_unit_format      (FoedTimeUnit         unit,
                                    const FoedTimeTick  *tick,
                                    gboolean             first);

G_END_DECLS
