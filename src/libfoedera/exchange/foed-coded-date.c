/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-coded-date"

#include "config.h"

#include "foed-data-set-private.h"

gboolean
foed_coded_date_is_known (FoedCodedDate self)
{
  return self.year > 0;
}

gboolean
foed_coded_date_is_valid (FoedCodedDate self)
{
  if (self.year <= 0 || self.year > 9999 || self.month < 0 || self.month > 12 || self.day < 0 || self.day > 31)
    return FALSE;

  return self.month == 0 || self.day == 0 || g_date_valid_dmy (self.day, self.month, self.year);
}

FoedDay
foed_coded_date_get_first_day (FoedCodedDate self)
{
  if (!foed_coded_date_is_known (self))
    return FOED_DAY_FIRST;

  return foed_day_from_calendar (self.year, MAX (self.month, 1), self.month == 0 ? 1 : MAX (self.day, 1));
}

FoedDay
foed_coded_date_get_last_day (FoedCodedDate self)
{
  if (!foed_coded_date_is_known (self))
    return FOED_DAY_LAST;

  if (self.month == 0)
    return foed_day_from_calendar (self.year, 12, 31);

  if (self.day == 0)
    return foed_day_from_calendar (self.year, self.month, g_date_get_days_in_month (self.month, self.year));

  return foed_day_from_calendar (self.year, self.month, self.day);
}

/* The one that may come first comes first. */
int
foed_coded_date_compare (FoedCodedDate a,
                         FoedCodedDate b)
{
  if (a.year != b.year)
    return a.year < b.year ? -1 : 1;

  if (a.month != b.month)
    return a.month < b.month ? -1 : 1;

  return a.day < b.day ? -1 : a.day > b.day;
}

/* As precise as it is known; NULL where it is not. */
char *
foed_coded_date_to_string (FoedCodedDate self)
{
  if (!foed_coded_date_is_known (self))
    return NULL;

  if (self.month == 0)
    return g_strdup_printf ("%04d", self.year);

  if (self.day == 0)
    return g_strdup_printf ("%04d-%02d", self.year, self.month);

  return g_strdup_printf ("%04d-%02d-%02d", self.year, self.month, self.day);
}

void
foed_coded_date_set (FoedCodedDate      self,
                     FoedRecordBuilder *builder,
                     FoedField          field)
{
  g_autofree char *string = foed_coded_date_to_string (self);

  if (string != NULL)
    foed_data_set_set (builder, field, string);
}
