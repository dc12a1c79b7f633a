/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-day-text"

#include "config.h"

#include <glib/gi18n.h>

#include "explorer-day-text.h"

/**
 * explorer_day_text_format:
 * @day: a day
 *
 * Returns: (transfer full): the day as a person writes it. A 31 December is its year: that is what has been typed or
 *   scrubbed to.
 */
char *
explorer_day_text_format (FoedDay day)
{
  g_autoptr(FoedDate) date = NULL;
  int year;
  int month;
  int day_of_month;

  foed_day_to_calendar (day, &year, &month, &day_of_month);
  if (month == 12 && day_of_month == 31)
    return g_strdup_printf ("%d", year);
  date = foed_date_new_for_day (day);
  return foed_date_format_plain (date);
}

/**
 * explorer_day_text_parse:
 * @text: what a person has typed
 * @day: (out): the day that is meant
 *
 * Takes the spelling of the data first, then whatever the user's language writes.
 *
 * Returns: whether it is a day
 */
gboolean
explorer_day_text_parse (const char *text,
                         FoedDay    *day)
{
  GDate date;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (day != NULL, FALSE);

  if (foed_day_parse (text, day, NULL))
    return TRUE;
  g_date_clear (&date, 1);
  g_date_set_parse (&date, text);
  if (!g_date_valid (&date))
    return FALSE;
  *day = foed_day_from_calendar (g_date_get_year (&date), (int) g_date_get_month (&date), g_date_get_day (&date));
  return TRUE;
}

/**
 * explorer_day_text_refuse:
 * @text: what a person has typed and is not a day
 *
 * Returns: (transfer full): a sentence that says so and what to write
 */
char *
explorer_day_text_refuse (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return g_strdup_printf (_("“%s” is not a day. Write 1914, 1914-08 or 1914-08-01."), text);
}

/**
 * explorer_day_text_mark:
 * @entry: where a day is typed
 * @mistaken: whether what stands there is not a day
 *
 * Shows a mistake, and tells it to who can't see.
 */
void
explorer_day_text_mark (GtkEntry *entry,
                        gboolean  mistaken)
{
  g_return_if_fail (GTK_IS_ENTRY (entry));

  if (mistaken)
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               mistaken ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}
