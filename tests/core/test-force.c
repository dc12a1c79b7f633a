/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-force"

#include "config.h"

#include "model/foed-force.h"
#include "test-records.h"

#define TREATY(dates, content) \
  "<instrument id='x.treaty' form='treaty' " dates "><title>T</title>" content "</instrument>"
#define ARTICLE(dates, content) "<clause id='x.treaty.1' kind='article' number='1' " dates ">" content "</clause>"
#define DEFENCE(attributes) "<obligation id='x.treaty.1.defence' kind='defence' " attributes "/>"
#define SIMPLE TREATY ("begin='1900-01-01'", ARTICLE ("", DEFENCE ("")))
#define PARTY(state, attributes) "<party id='x.party." state "' state='" state "' role='party' " attributes "/>"
#define ROLE(state, role) "<party id='x.party." state "' state='" state "' role='" role "'/>"

static FoedForce *
make_force (const char  *dates,
            const char  *content,
            FoedReading  reading)
{
  g_autofree char *xml = g_strdup_printf ("<alliance id='x' %s><title>X</title>%s</alliance>", dates, content);
  g_autoptr (FoedRecord) alliance = test_records_parse_one (xml);

  return foed_force_new (alliance, reading);
}

static char *
day_to_text (FoedDay day)
{
  if (day == FOED_DAY_FIRST || day == FOED_DAY_LAST)
    return g_strdup ("..");

  return foed_day_to_string (day);
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static char *
join_sorted (GPtrArray *lines)
{
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("; ", (char **) lines->pdata);
}

/* "a>b first/last; …", sorted. */
static char *
describe_owings (FoedForce *force)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  guint n_owings;
  const FoedOwing *owings = foed_force_get_owings (force, &n_owings);

  for (guint i = 0; i < n_owings; i++)
    {
      g_autofree char *first = day_to_text (owings[i].first_day);
      g_autofree char *last = day_to_text (owings[i].last_day);

      g_ptr_array_add (lines, g_strdup_printf ("%s>%s %s/%s", owings[i].promisor, owings[i].beneficiary, first, last));
    }

  return join_sorted (lines);
}

static void
assert_owings_read (const char  *dates,
                    const char  *content,
                    FoedReading  reading,
                    const char  *expected)
{
  g_autoptr (FoedForce) force = make_force (dates, content, reading);
  g_autofree char *description = describe_owings (force);

  g_assert_cmpstr (description, ==, expected);
}

static void
assert_owings (const char *dates,
               const char *content,
               const char *expected)
{
  assert_owings_read (dates, content, FOED_READING_RECORDED, expected);
}

static void
assert_period (const char *dates,
               const char *content,
               const char *record,
               const char *recorded,
               const char *certain)
{
  g_autoptr (FoedForce) force = make_force (dates, content, FOED_READING_RECORDED);
  const FoedPeriod *period = foed_force_find_period (force, record);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *certain_first = NULL;
  g_autofree char *certain_last = NULL;
  g_autofree char *description = NULL;

  if (recorded == NULL)
    {
      g_assert_null (period);
      return;
    }

  g_assert_nonnull (period);
  first = day_to_text (period->first_day);
  last = day_to_text (period->last_day);
  certain_first = day_to_text (period->certain_first_day);
  certain_last = day_to_text (period->certain_last_day);
  description = g_strdup_printf ("%s/%s", first, last);
  g_assert_cmpstr (description, ==, recorded);

  if (certain != NULL)
    {
      g_autofree char *certainty = g_strdup_printf ("%s/%s", certain_first, certain_last);

      g_assert_cmpstr (certainty, ==, certain);
    }
}

static void
test_everyone_owes_everyone (void)
{
  assert_owings ("", SIMPLE PARTY ("a", "") PARTY ("b", "") PARTY ("c", ""),
                 "a>b 1900-01-01/..; a>c 1900-01-01/..; b>a 1900-01-01/..; b>c 1900-01-01/..; "
                 "c>a 1900-01-01/..; c>b 1900-01-01/..");
}

static void
test_dates_intersect (void)
{
  const char *parties = PARTY ("a", "begin='1901-03-01'") PARTY ("b", "end='1910-05-31'");
  g_autofree char *by_party = g_strconcat (SIMPLE, parties, NULL);
  g_autofree char *by_clause = g_strconcat (
    TREATY ("begin='1900-01-01'", ARTICLE ("end='1905-02-02'", DEFENCE ("begin='1904-01-01'"))), parties, NULL);
  g_autofree char *disjoint = g_strconcat (
    TREATY ("begin='1900-01-01' end='1900-12-31'", ARTICLE ("", DEFENCE (""))), parties, NULL);

  assert_owings ("", by_party, "a>b 1901-03-01/1910-05-31; b>a 1901-03-01/1910-05-31");
  assert_owings ("begin='1902-01-01' end='1903-01-01'", by_party,
                 "a>b 1902-01-01/1903-01-01; b>a 1902-01-01/1903-01-01");
  assert_owings ("", by_clause, "a>b 1904-01-01/1905-02-02; b>a 1904-01-01/1905-02-02");
  assert_owings ("", disjoint, "");
}

static void
test_nested_clauses (void)
{
  const char *content =
    TREATY ("begin='1900-01-01'",
            ARTICLE ("end='1910-01-01'", "<clause id='x.treaty.1.2' kind='paragraph' begin='1903-01-01'>"
                                         DEFENCE ("end='1909-01-01'") "</clause>"))
    PARTY ("a", "") PARTY ("b", "");

  assert_owings ("", content, "a>b 1903-01-01/1909-01-01; b>a 1903-01-01/1909-01-01");
  assert_period ("", content, "x.treaty.1.2", "1903-01-01/1910-01-01", NULL);
}

static void
test_roles (void)
{
  assert_owings ("", SIMPLE ROLE ("a", "party") ROLE ("g", "guarantor") ROLE ("o", "observer") ROLE ("p", "protected"),
                 "a>p 1900-01-01/..; g>a 1900-01-01/..; g>p 1900-01-01/..");
}

static void
test_leave_and_return (void)
{
  assert_owings ("", SIMPLE PARTY ("a", "")
                 "<party id='x.b.1' state='b' role='party' begin='1901-01-01' end='1902-12-31'/>"
                 "<party id='x.b.2' state='b' role='party' begin='1905-06-01'/>",
                 "a>b 1901-01-01/1902-12-31; a>b 1905-06-01/..; b>a 1901-01-01/1902-12-31; b>a 1905-06-01/..");

  /* A change of role without a gap is not an interruption. */
  assert_owings ("", SIMPLE PARTY ("a", "")
                 "<party id='x.b.1' state='b' role='protected' end='1902-12-31'/>"
                 "<party id='x.b.2' state='b' role='party' begin='1903-01-01'/>",
                 "a>b 1900-01-01/..; b>a 1903-01-01/..");
}

static void
test_narrowing (void)
{
  const char *parties = PARTY ("a", "") PARTY ("b", "end='1910-01-01'") PARTY ("c", "");
  const struct
  {
    const char *attributes;
    const char *expected;
  } cases[] = {
    { "promisors='a'", "a>b 1900-01-01/1910-01-01; a>c 1900-01-01/.." },
    { "beneficiaries='c'", "a>c 1900-01-01/..; b>c 1900-01-01/1910-01-01" },
    { "promisors='a b' beneficiaries='b a'", "a>b 1900-01-01/1910-01-01; b>a 1900-01-01/1910-01-01" },
    { "promisors='a' beneficiaries='z'", "a>z 1900-01-01/.." },
    { "promisors='b' beneficiaries='z c'", "b>c 1900-01-01/1910-01-01; b>z 1900-01-01/1910-01-01" },
    { "promisors='z' beneficiaries='a'", "" },
    { "promisors='a' beneficiaries='a'", "" },
    { "presence='silent'", "" },
    { "presence='text-missing'", "" },
    { "presence='implied' promisors='a' beneficiaries='c'", "a>c 1900-01-01/.." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *treaty = g_strdup_printf (
        TREATY ("begin='1900-01-01'", ARTICLE ("", DEFENCE ("%s"))) "%s", cases[i].attributes, parties);

      assert_owings ("", treaty, cases[i].expected);
    }
}

static void
test_named_observer_is_owed (void)
{
  assert_owings ("", TREATY ("begin='1900-01-01'", ARTICLE ("", DEFENCE ("beneficiaries='o'")))
                 PARTY ("a", "") ROLE ("o", "observer"),
                 "a>o 1900-01-01/..");
}

static void
test_suspension_towards (void)
{
  /* As the United States towards New Zealand: the third party is untouched, and so is what is owed the other way. */
  assert_owings ("", SIMPLE PARTY ("a", "") PARTY ("b", "") PARTY ("c", "")
                 "<suspension id='x.s' states='a' towards='c' begin='1905-02-01' end='1906-03-31'/>",
                 "a>b 1900-01-01/..; a>c 1900-01-01/1905-01-31; a>c 1906-04-01/..; b>a 1900-01-01/..; "
                 "b>c 1900-01-01/..; c>a 1900-01-01/..; c>b 1900-01-01/..");
}

static void
test_suspension_of_all (void)
{
  assert_owings ("", SIMPLE PARTY ("a", "") PARTY ("b", "") PARTY ("c", "")
                 "<suspension id='x.s' states='a' begin='1905-02-01'/>",
                 "a>b 1900-01-01/1905-01-31; a>c 1900-01-01/1905-01-31; b>a 1900-01-01/1905-01-31; "
                 "b>c 1900-01-01/..; c>a 1900-01-01/1905-01-31; c>b 1900-01-01/..");
  assert_owings ("", TREATY ("begin='1900-01-01'", ARTICLE ("", DEFENCE ("beneficiaries='z'"))) PARTY ("a", "")
                 "<suspension id='x.s' states='a' end='1905-02-01'/>",
                 "a>z 1905-02-02/..");
}

static void
test_vague_dates (void)
{
  const char *content =
    TREATY ("begin='1900-06'", ARTICLE ("", DEFENCE (""))) PARTY ("a", "end='1909'") PARTY ("b", "");

  assert_owings ("", content, "a>b 1900-06-01/1909-12-31; b>a 1900-06-01/1909-12-31");
  assert_owings_read ("", content, FOED_READING_POSSIBLE, "a>b 1900-06-01/1909-12-31; b>a 1900-06-01/1909-12-31");
  assert_owings_read ("", content, FOED_READING_CERTAIN, "a>b 1900-06-30/1909-01-01; b>a 1900-06-30/1909-01-01");
}

static void
test_vague_suspension (void)
{
  const char *content = TREATY ("begin='1900-01-01'", ARTICLE ("", DEFENCE ("beneficiaries='z'"))) PARTY ("a", "")
                        "<suspension id='x.s' states='a' begin='1905' end='1906'/>";

  assert_owings_read ("", content, FOED_READING_RECORDED, "a>z 1900-01-01/1904-12-31; a>z 1907-01-01/..");
  assert_owings_read ("", content, FOED_READING_CERTAIN, "a>z 1900-01-01/1904-12-31; a>z 1907-01-01/..");
  assert_owings_read ("", content, FOED_READING_POSSIBLE, "a>z 1900-01-01/1905-12-30; a>z 1906-01-02/..");
}

/* A state that was perhaps never a party is not thereby a stranger who is owed whatever the dates. */
static void
test_uncertain_beneficiary (void)
{
  const char *content = TREATY ("begin='1900-01-01'", ARTICLE ("", DEFENCE ("beneficiaries='b'")))
                        PARTY ("a", "") PARTY ("b", "begin='1905' end='1905'");

  assert_owings_read ("", content, FOED_READING_RECORDED, "a>b 1905-01-01/1905-12-31");
  assert_owings_read ("", content, FOED_READING_CERTAIN, "");
}

static void
test_certain_periods (void)
{
  const struct
  {
    const char *dates;
    const char *recorded;
    const char *certain;
  } cases[] = {
    { "begin='1900-05-06' end='1901-07-08'", "1900-05-06/1901-07-08", "1900-05-06/1901-07-08" },
    { "begin='1900' end='1902'", "1900-01-01/1902-12-31", "1900-12-31/1902-01-01" },
    { "begin='1900-11' end='1902-02'", "1900-11-01/1902-02-28", "1900-11-30/1902-02-01" },
    { "begin='1900~' end='1905?'", "1900-01-01/1905-12-31", "1901-12-31/1904-01-01" },
    { "begin='1900-12~' end='1905-01%'", "1900-12-01/1905-01-31", "1901-01-31/1904-12-01" },
    { "begin='1900-11?' end='1905-03~'", "1900-11-01/1905-03-31", "1900-12-31/1905-02-01" },
    { "begin='1900-02-28?' end='1905-03-01~'", "1900-02-28/1905-03-01", "1900-03-01/1905-02-28" },
    { "begin='9999~'", "9999-01-01/..", "../.." },
    { "end='0001~'", "../0001-12-31", "../.." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_period (cases[i].dates, "", "x", cases[i].recorded, cases[i].certain);
}

static void
test_signed_is_not_in_force (void)
{
  assert_period ("begin='1900-01-01'", TREATY ("signed='1899-01-01'", ""), "x.treaty", NULL, NULL);
  assert_period ("begin='1900-01-01'", TREATY ("signed='1899-01-01'", ARTICLE ("", "")), "x.treaty.1", NULL, NULL);
  assert_period ("begin='1900-01-01'", TREATY ("", ""), "x.treaty", "1900-01-01/..", NULL);
  assert_period ("begin='1900-01-01'", TREATY ("signed='1901-02-03' force='political'", ""), "x.treaty",
                 "1901-02-03/..", NULL);
  assert_period ("begin='1900-01-01'", TREATY ("signed='1901-02-03' begin='1901-05-05'", ""), "x.treaty",
                 "1901-05-05/..", NULL);
}

/* Mechanisms and impacts take the dates that they lack from what they name. */
static void
test_following (void)
{
  const char *content = TREATY ("begin='1900-01-01' end='1909-01-01'", ARTICLE ("begin='1902-01-01'", DEFENCE ("")))
    "<impact id='x.i1' domain='use-of-force' direction='limits' obligation='x.treaty.1.defence'/>"
    "<impact id='x.i2' domain='use-of-force' direction='limits' mechanism='x.m1'/>"
    "<impact id='x.i3' domain='use-of-force' direction='limits' clause='x.treaty.1' end='1903'/>"
    "<impact id='x.i4' domain='use-of-force' direction='limits'/>"
    "<mechanism id='x.m1' kind='bases' basis='text' clause='x.treaty.1' begin='1901-05-05'><title>M</title></mechanism>"
    "<mechanism id='x.m2' kind='bases' basis='practice' clause='elsewhere.1'><title>M</title></mechanism>"
    "<enforcement id='x.e' kind='negotiation' clause='x.treaty.1'/>";

  assert_period ("end='1920-01-01'", content, "x.i1", "1902-01-01/1909-01-01", NULL);
  assert_period ("end='1920-01-01'", content, "x.i2", "1901-05-05/1909-01-01", NULL);
  assert_period ("end='1920-01-01'", content, "x.i3", "1902-01-01/1903-12-31", NULL);
  assert_period ("end='1920-01-01'", content, "x.i4", "../1920-01-01", NULL);
  assert_period ("end='1920-01-01'", content, "x.m1", "1901-05-05/1909-01-01", NULL);
  assert_period ("end='1920-01-01'", content, "x.m2", "../1920-01-01", NULL);
  assert_period ("end='1920-01-01'", content, "x.e", "1902-01-01/1909-01-01", NULL);
  assert_period ("end='1905-01-01'", content, "x.i1", "1902-01-01/1905-01-01", NULL);
}

/* Sixty parties that all leave and return, with forty duties and a suspension each. */
static void
test_many_parties (void)
{
  g_autoptr (GString) content = g_string_new ("<instrument id='x.t' form='treaty'><title>T</title>");
  g_autoptr (FoedForce) force = NULL;
  guint n_owings;
  const FoedOwing *owings;

  for (guint i = 0; i < 40; i++)
    g_string_append_printf (content, "<clause id='x.t.%u' kind='article'><obligation id='x.t.%u.d' kind='defence'/>"
                            "</clause>", i, i);

  g_string_append (content, "</instrument>");

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (content,
                            "<party id='x.p%u' state='s%u' role='party' begin='1900-01-01' end='1910-01-01'/>"
                            "<party id='x.q%u' state='s%u' role='party' begin='1920-01-01'/>"
                            "<suspension id='x.s%u' states='s%u' begin='%u-01-01' end='%u-12-31'/>",
                            i, i, i, i, i, i, 1930 + i, 1930 + i);

  force = make_force ("", content->str, FOED_READING_RECORDED);
  owings = foed_force_get_owings (force, &n_owings);

  /* Each pair: until 1910; from 1920 with two years out, which touch for neighbours. */
  g_assert_cmpuint (n_owings, ==, 40 * (60 * 59 * 4 - 2 * 59));
  g_assert_cmpstr (owings[0].promisor, ==, "s0");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/force/everyone-owes-everyone", test_everyone_owes_everyone);
  g_test_add_func ("/force/dates-intersect", test_dates_intersect);
  g_test_add_func ("/force/nested-clauses", test_nested_clauses);
  g_test_add_func ("/force/roles", test_roles);
  g_test_add_func ("/force/leave-and-return", test_leave_and_return);
  g_test_add_func ("/force/narrowing", test_narrowing);
  g_test_add_func ("/force/named-observer-is-owed", test_named_observer_is_owed);
  g_test_add_func ("/force/suspension-towards", test_suspension_towards);
  g_test_add_func ("/force/suspension-of-all", test_suspension_of_all);
  g_test_add_func ("/force/vague-dates", test_vague_dates);
  g_test_add_func ("/force/vague-suspension", test_vague_suspension);
  g_test_add_func ("/force/uncertain-beneficiary", test_uncertain_beneficiary);
  g_test_add_func ("/force/certain-periods", test_certain_periods);
  g_test_add_func ("/force/signed-is-not-in-force", test_signed_is_not_in_force);
  g_test_add_func ("/force/following", test_following);
  g_test_add_func ("/force/many-parties", test_many_parties);

  return g_test_run ();
}
