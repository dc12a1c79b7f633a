/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates, days, and dates in prose. */

#include "config.h"

#include "fuzz.h"
#include "xml/foed-prose-date-private.h"

static void
check_date (const FoedDate *date)
{
  g_autofree char *text = foed_date_to_string (date);
  g_autofree char *display = foed_date_format (date);
  g_autoptr (GError) error = NULL;
  g_autoptr (FoedDate) again = foed_date_parse (text, &error);

  g_assert_no_error (error);
  g_assert_true (foed_date_equal (date, again));
  g_assert_cmpint (foed_date_compare (date, again), ==, 0);
  g_assert_cmpint (foed_date_get_first_day (date), <=, foed_date_get_last_day (date));
  g_assert_true (g_utf8_validate (display, -1, NULL));
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (GError) date_error = NULL;
  g_autoptr (GError) day_error = NULL;
  g_autoptr (FoedDate) date = foed_date_parse (text, &date_error);
  g_autofree char *found = NULL;
  FoedDay day;

  g_assert_true ((date == NULL) == (date_error != NULL));

  if (date != NULL)
    check_date (date);
  else
    g_assert_true (g_utf8_validate (date_error->message, -1, NULL));

  if (foed_day_parse (text, &day, &day_error))
    {
      g_autofree char *written = foed_day_to_string (day);

      g_assert_true (g_str_has_prefix (written, text));
      g_assert_true (date != NULL && foed_date_get_last_day (date) == day);
    }

  /* Stylesheets hand over what XML can hold. */
  if (g_utf8_validate (text, -1, NULL) && (found = foed_prose_date_find (text)) != NULL && *found != '\0')
    {
      g_autoptr (FoedDate) prose = foed_date_parse (found, NULL);

      if (prose == NULL)
        fuzz_fail ("“%s” is no date\n", found);
    }

  return 0;
}
