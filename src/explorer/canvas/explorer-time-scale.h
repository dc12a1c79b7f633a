/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/foed-date.h"

G_BEGIN_DECLS

/**
 * ExplorerTimeScale:
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
} ExplorerTimeScale;

void    explorer_time_scale_set_time   (ExplorerTimeScale *self,
                                        FoedDay            first_day,
                                        FoedDay            last_day);
void    explorer_time_scale_set_width  (ExplorerTimeScale *self,
                                        double             width);
void    explorer_time_scale_set_offset (ExplorerTimeScale *self,
                                        double             offset);
void    explorer_time_scale_set_zoom   (ExplorerTimeScale *self,
                                        double             zoom,
                                        double             x);
void    explorer_time_scale_fit        (ExplorerTimeScale *self);
void    explorer_time_scale_get_limits (const ExplorerTimeScale *self,
                                        double                  *lowest,
                                        double                  *highest);
double  explorer_time_scale_get_length (const ExplorerTimeScale *self);
double  explorer_time_scale_get_x      (const ExplorerTimeScale *self,
                                        FoedDay                  day);
FoedDay explorer_time_scale_get_day    (const ExplorerTimeScale *self,
                                        double                   x);

/**
 * ExplorerTimeUnit:
 *
 * What the ticks of an axis stand for.
 */
typedef enum
{
  EXPLORER_TIME_YEARS,
  EXPLORER_TIME_MONTHS,
  EXPLORER_TIME_DAYS
} ExplorerTimeUnit;

/* A place on an axis: a day, and whether the unit above begins there too. */
typedef struct
{
  FoedDay  day;
  gboolean major;
} ExplorerTimeTick;

GArray *explorer_time_scale_list_ticks (const ExplorerTimeScale *self,
                                        double                   distance,
                                        ExplorerTimeUnit        *unit);
char   *explorer_time_unit_format      (ExplorerTimeUnit         unit,
                                        const ExplorerTimeTick  *tick,
                                        gboolean                 first);

G_END_DECLS
