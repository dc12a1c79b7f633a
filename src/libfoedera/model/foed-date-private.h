/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-date.h"

G_BEGIN_DECLS

/* Small enough to lie inside a record. A month or day of 0 means that the date is not that precise. */
struct _FoedDate
{
  gint16 year;
  guint8 month;
  guint8 day;
  guint8 qualifier;
};

gboolean foed_date_init_parsed (FoedDate    *self,
                                const char  *text,
                                GError     **error);

G_END_DECLS
