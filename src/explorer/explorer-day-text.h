/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/foed-date.h"

G_BEGIN_DECLS

/* How a person reads and writes the day to look at. */

char     *explorer_day_text_format (FoedDay     day);
gboolean  explorer_day_text_parse  (const char *text,
                                    FoedDay    *day);
char     *explorer_day_text_refuse (const char *text);
void      explorer_day_text_mark   (GtkEntry   *entry,
                                    gboolean    mistaken);

G_END_DECLS
