/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "analysis/foed-passage.h"
#include "test-records.h"

#define DAY(text) (test_day (text))

/* What passes after the one day and until the other, a line each. */
static char *
tell (GArray     *passages,
      const char *from,
      const char *to)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_passages;
  const FoedPassage *found = foed_passages_find (passages, DAY (from), DAY (to), &n_passages);

  for (guint i = 0; i < n_passages; i++)
    {
      g_autofree char *day = foed_day_to_string (found[i].day);

      g_string_append_printf (text, "%s %s %c%s %u\n", day, found[i].alliance, found[i].begins ? '+' : '-',
                              found[i].state != NULL ? found[i].state : "", found[i].n_states);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_passages (GArray     *passages,
                 const char *from,
                 const char *to,
                 const char *expected)
{
  g_autofree char *told = tell (passages, from, to);

  g_assert_cmpstr (told, ==, expected);
}

/* An alliance of two, to whom a third comes and from whom the first goes, until all end; one goes on for ever. */
static void
test_entries_and_exits (void)
{
  const FoedMembership rows[] = {
    { "pact", "a", "party", DAY ("1900-01-01"), DAY ("1909-12-31") },
    { "pact", "b", "party", DAY ("1900-01-01"), DAY ("1919-12-31") },
    { "pact", "c", "party", DAY ("1905-06-01"), DAY ("1919-12-31") },
    { "league", "a", "party", FOED_DAY_FIRST, FOED_DAY_LAST },
    { "league", "b", "party", DAY ("1905-06-01"), FOED_DAY_LAST },
  };
  g_autoptr (GArray) passages = foed_passages_new (rows, G_N_ELEMENTS (rows));

  assert_passages (passages, "1899", "1999",
                   "1900-01-01 pact + 2\n1905-06-01 league +b 2\n1905-06-01 pact +c 3\n1910-01-01 pact -a 3\n"
                   "1920-01-01 pact - 2\n");
  assert_passages (passages, "1900-01-01", "1905-05-31", "");
  assert_passages (passages, "1905-05-31", "1905-06-01", "1905-06-01 league +b 2\n1905-06-01 pact +c 3\n");
  assert_passages (passages, "1919-12-31", "1920-01-01", "1920-01-01 pact - 2\n");
}

/* Who changes its role neither leaves nor enters; who comes back does both. */
static void
test_spells (void)
{
  const FoedMembership rows[] = {
    { "pact", "b", "party", DAY ("1900-01-01"), FOED_DAY_LAST },
    { "pact", "a", "party", DAY ("1906-01-01"), DAY ("1907-12-31") },
    { "pact", "a", "observer", DAY ("1900-01-01"), DAY ("1902-12-31") },
    { "pact", "a", "party", DAY ("1903-01-01"), DAY ("1904-12-31") },
  };
  g_autoptr (GArray) passages = foed_passages_new (rows, G_N_ELEMENTS (rows));

  assert_passages (passages, "1899", "1999",
                   "1900-01-01 pact + 2\n1905-01-01 pact -a 2\n1906-01-01 pact +a 2\n1908-01-01 pact -a 2\n");
}

static void
test_nothing (void)
{
  g_autoptr (GArray) passages = foed_passages_new (NULL, 0);

  assert_passages (passages, "1800", "1900", "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/passage/entries-and-exits", test_entries_and_exits);
  g_test_add_func ("/passage/spells", test_spells);
  g_test_add_func ("/passage/nothing", test_nothing);

  return g_test_run ();
}
