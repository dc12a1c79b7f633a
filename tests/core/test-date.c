/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <foedera.h>

typedef struct
{
  const char *text;
  const char *first_day;
  const char *last_day;
  const char *display;
} Spelling;

static const Spelling spellings[] = {
  { "1914", "1914-01-01", "1914-12-31", "1914" },
  { "1914-06", "1914-06-01", "1914-06-30", "June 1914" },
  { "1914-06-28", "1914-06-28", "1914-06-28", "28 June 1914" },
  { "1914~", "1914-01-01", "1914-12-31", "about 1914" },
  { "1914-06?", "1914-06-01", "1914-06-30", "perhaps June 1914" },
  { "1882-05-20%", "1882-05-20", "1882-05-20", "perhaps about 20 May 1882" },
  { "1373-06-16", "1373-06-16", "1373-06-16", "16 June 1373" },
  { "0988", "0988-01-01", "0988-12-31", "988" },
  { "1900-02", "1900-02-01", "1900-02-28", "February 1900" },
  { "2000-02", "2000-02-01", "2000-02-29", "February 2000" },
  { "0001-01-01", "0001-01-01", "0001-01-01", "1 January 1" },
  { "9999-12-31", "9999-12-31", "9999-12-31", "31 December 9999" },
};

static void
test_spellings (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FoedDate) date = foed_date_parse (spellings[i].text, &error);
      g_autofree char *text = NULL;
      g_autofree char *display = NULL;
      g_autofree char *first_day = NULL;
      g_autofree char *last_day = NULL;

      g_assert_no_error (error);
      text = foed_date_to_string (date);
      display = foed_date_format (date);
      first_day = foed_day_to_string (foed_date_get_first_day (date));
      last_day = foed_day_to_string (foed_date_get_last_day (date));
      g_assert_cmpstr (text, ==, spellings[i].text);
      g_assert_cmpstr (display, ==, spellings[i].display);
      g_assert_cmpstr (first_day, ==, spellings[i].first_day);
      g_assert_cmpstr (last_day, ==, spellings[i].last_day);
    }
}

static void
test_refusals (void)
{
  static const struct
  {
    const char *text;
    FoedDateError code;
    const char *hint;
  } refusals[] = {
    { "", FOED_DATE_ERROR_FORMAT, "1914-06-28" },
    { "914", FOED_DATE_ERROR_FORMAT, "1914-06-28" },
    { "28.6.1914", FOED_DATE_ERROR_FORMAT, "1914-06-28" },
    { "1914-6-28", FOED_DATE_ERROR_FORMAT, "1914-06-28" },
    { "1914-06-28 ", FOED_DATE_ERROR_FORMAT, "1914-06-28" },
    { "1914~?", FOED_DATE_ERROR_FORMAT, "1914-06-28" },
    { "~1914", FOED_DATE_ERROR_FORMAT, "1914-06-28" },
    { "1914-", FOED_DATE_ERROR_FORMAT, "1914-06-28" },
    { "19140628", FOED_DATE_ERROR_FORMAT, "1914-06-28" },
    { "-0044", FOED_DATE_ERROR_FORMAT, "1914-06-28" },
    { "0000", FOED_DATE_ERROR_RANGE, "0001" },
    { "1914-00", FOED_DATE_ERROR_RANGE, "01 to 12" },
    { "1914-13", FOED_DATE_ERROR_RANGE, "01 to 12" },
    { "1914-06-00", FOED_DATE_ERROR_RANGE, "no such day" },
    { "1914-06-31", FOED_DATE_ERROR_RANGE, "no such day" },
    { "1900-02-29", FOED_DATE_ERROR_RANGE, "no such day" },
    { "2023-02-29~", FOED_DATE_ERROR_RANGE, "no such day" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FoedDate) date = foed_date_parse (refusals[i].text, &error);

      g_assert_error (error, FOED_DATE_ERROR, (int) refusals[i].code);
      g_assert_null (date);
      g_assert_nonnull (strstr (error->message, refusals[i].text));
      g_assert_nonnull (strstr (error->message, refusals[i].hint));
    }
}

static void
test_parts (void)
{
  g_autoptr (FoedDate) year = foed_date_parse ("1914~", NULL);
  g_autoptr (FoedDate) month = foed_date_parse ("1914-06%", NULL);
  g_autoptr (FoedDate) day = foed_date_parse ("1914-06-28?", NULL);
  g_autoptr (FoedDate) exact = foed_date_new_for_day (foed_day_from_calendar (1914, 6, 28));
  g_autofree char *spelling = foed_date_to_string (exact);

  g_assert_cmpint (foed_date_get_precision (year), ==, FOED_DATE_PRECISION_YEAR);
  g_assert_cmpint (foed_date_get_precision (month), ==, FOED_DATE_PRECISION_MONTH);
  g_assert_cmpint (foed_date_get_precision (day), ==, FOED_DATE_PRECISION_DAY);
  g_assert_true (foed_date_is_approximate (year) && !foed_date_is_uncertain (year));
  g_assert_true (foed_date_is_approximate (month) && foed_date_is_uncertain (month));
  g_assert_true (!foed_date_is_approximate (day) && foed_date_is_uncertain (day));
  g_assert_cmpint (foed_date_get_year (month), ==, 1914);
  g_assert_cmpstr (spelling, ==, "1914-06-28");
  g_assert_false (foed_date_equal (day, exact));
}

static void
test_order (void)
{
  /* Each comes before the next. */
  static const char *const texts[] = {
    "1373-06-16", "1913-12-31%", "1914", "1914~", "1914?", "1914%", "1914-01", "1914-01~", "1914-01-01",
    "1914-01-01~", "1914-01-02", "1914-06", "1914-06-01", "1915",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
      {
        g_autoptr (FoedDate) a = foed_date_parse (texts[i], NULL);
        g_autoptr (FoedDate) b = foed_date_parse (texts[j], NULL);
        int order = foed_date_compare (a, b);

        g_assert_cmpint ((order > 0) - (order < 0), ==, (i > j) - (i < j));
        g_assert_cmpint (foed_date_equal (a, b), ==, i == j);
      }
}

static void
test_calendar (void)
{
  FoedDay previous = 0;

  g_assert_cmpint (foed_day_from_calendar (1, 1, 1), ==, 1);

  for (int year = 1; year <= 9999; year++)
    for (int month = 1; month <= 12; month++)
      {
        int n_days = g_date_get_days_in_month (month, year);

        for (int day = 1; day <= n_days; day += day == 1 ? n_days - 1 : 1)
          {
            FoedDay number = foed_day_from_calendar (year, month, day);
            int year_again, month_again, day_again;

            foed_day_to_calendar (number, &year_again, &month_again, &day_again);

            if (year_again != year || month_again != month || day_again != day)
              g_error ("%d-%d-%d became %d-%d-%d", year, month, day, year_again, month_again, day_again);

            if (number != previous + (day == 1 ? 1 : n_days - 1))
              g_error ("%d-%d-%d does not follow the day before it", year, month, day);

            previous = number;
          }
      }
}

static void
test_agrees_with_glib (void)
{
  for (guint32 day = 1; day < 3652059; day += 997)
    {
      g_autoptr (GDate) date = g_date_new_julian (day);

      g_assert_cmpint (foed_day_from_calendar (g_date_get_year (date), g_date_get_month (date), g_date_get_day (date)),
                       ==, day);
    }
}

static void
test_day_asked_for (void)
{
  static const char *const asked[][2] = {
    { "1914", "1914-12-31" }, { "1914-02", "1914-02-28" }, { "1914-08-01", "1914-08-01" }, { "1916-02", "1916-02-29" },
  };
  static const char *const refused[] = { "1914~", "today", "1914-02-29", "" };
  g_autofree char *open = foed_day_to_string (FOED_DAY_LAST);

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;
      FoedDay day;

      g_assert_true (foed_day_parse (asked[i][0], &day, &error));
      g_assert_no_error (error);
      text = foed_day_to_string (day);
      g_assert_cmpstr (text, ==, asked[i][1]);
    }

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      FoedDay day;

      g_assert_false (foed_day_parse (refused[i], &day, &error));
      g_assert_nonnull (error);
    }

  g_assert_cmpstr (open, ==, "..");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/date/spellings", test_spellings);
  g_test_add_func ("/date/refusals", test_refusals);
  g_test_add_func ("/date/parts", test_parts);
  g_test_add_func ("/date/order", test_order);
  g_test_add_func ("/date/calendar", test_calendar);
  g_test_add_func ("/date/agrees-with-glib", test_agrees_with_glib);
  g_test_add_func ("/date/day-asked-for", test_day_asked_for);

  return g_test_run ();
}
