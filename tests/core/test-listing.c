/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-listing"

#include "config.h"

#include "store/foed-listing.h"
#include "test-library.h"
#include "test-records.h"

/* Every way to sort and to narrow every listing is valid SQL, with a day and without. */
static void
test_all_sql (void)
{
  g_auto (TestLibrary) test = { 0 };

  test_library_init (&test);

  for (guint listing = 0; listing < FOED_N_LISTINGS; listing++)
    {
      guint n_columns;
      const FoedColumn *columns = foed_listing_get_columns (listing, &n_columns);

      for (guint i = 0; i < n_columns * FOED_N_FACETS * 2; i++)
        {
          g_autoptr (FoedQuery) query = foed_query_new (listing);
          FoedFacet facet = i / 2 % FOED_N_FACETS;

          test_take (&query, foed_query_with_value (query, facet, "x\"'; DROP TABLE record", TRUE));
          test_take (&query, foed_query_with_sort (query, columns[i / 2 / FOED_N_FACETS].nick, i % 3 == 0));

          if (i % 2 == 0)
            test_take (&query, foed_query_with_day (query, 700000));

          g_assert_cmpuint (test_library_count (&test, query), ==, 0);
          g_assert_cmpstr (test_library_list (&test, query, "id"), ==, "");
        }
    }
}

/* The bundled library, made once. */
static TestLibrary *
get_bundled (void)
{
  static TestLibrary test;

  if (test.library == NULL)
    {
      g_autoptr (GPtrArray) records = test_library_load_bundled (FOEDERA_LIBRARY_DIR);

      test_library_init (&test);
      test_library_put (&test, records);
    }

  return &test;
}

/* A query as the command line takes it: "obligations 1914-08-01 obligation=defence beneficiary=france
 * text=great_war". */
static FoedQuery *
make_query (const char *description)
{
  g_auto (GStrv) words = g_strsplit (description, " ", -1);
  g_autoptr (FoedQuery) query = NULL;
  FoedListing listing;

  g_assert_true (foed_listing_from_nick (words[0], &listing));
  query = foed_query_new (listing);

  for (guint i = 1; words[i] != NULL; i++)
    {
      char *value = strchr (words[i], '=');
      FoedFacet facet;

      if (value == NULL)
        {
          test_take (&query, foed_query_with_day (query, test_day (words[i])));
          continue;
        }

      *value++ = '\0';

      if (g_str_equal (words[i], "text"))
        {
          test_take (&query, foed_query_with_text (query, g_strdelimit (value, "_", ' ')));
        }
      else if (g_str_equal (words[i], "sort") || g_str_equal (words[i], "descending"))
        {
          test_take (&query, foed_query_with_sort (query, value, g_str_equal (words[i], "descending")));
        }
      else
        {
          g_assert_true (foed_facet_from_nick (words[i], &facet));
          test_take (&query, foed_query_with_value (query, facet, value, TRUE));
        }
    }

  return g_steal_pointer (&query);
}

static void
assert_list (const char *description,
             const char *column,
             const char *expected)
{
  g_autoptr (FoedQuery) query = make_query (description);

  g_assert_cmpstr (test_library_list (get_bundled (), query, column), ==, expected);
}

/* Who was bound to defend France on 1 August 1914, and by which article. */
static void
test_who_defends_france (void)
{
  const char *question = "obligations 1914-08-01 obligation=defence beneficiary=france";
  const char *against = "obligations 1914-08-01 obligation=defence beneficiary=france promisor=germany";

  assert_list (question, "id",
               "franco-russian-alliance.convention.1.1.defence-germany; "
               "franco-russian-alliance.convention.1.1.defence-italy; "
               "franco-russian-alliance.naval-convention.1.defence");
  assert_list (question, "article", "1(1); 1(1); 1");
  assert_list (question, "promisors", "russia; russia; france russia");
  assert_list (against, "id", "");
  assert_list ("alliances 1914-08-01 obligation=defence beneficiary=france", "id", "franco-russian-alliance");
  assert_list ("clauses 1914-08-01 obligation=defence beneficiary=france", "number", "1(1); 1");
  assert_list ("states 1914-08-01 obligation=defence beneficiary=france", "id", "france; russia");
}

/* A promisor and a beneficiary must be the two sides of one duty, not each in some duty: Italy owed France nothing
 * although both owed something. */
static void
test_one_and_the_same_duty (void)
{
  assert_list ("alliances 1914-08-01 promisor=russia beneficiary=france", "id", "franco-russian-alliance");
  assert_list ("alliances 1914-08-01 promisor=italy beneficiary=france", "id", "");
  assert_list ("alliances 1914-08-01 promisor=italy promisor=russia beneficiary=france beneficiary=germany", "id",
               "franco-russian-alliance; triple-alliance");

  /* The alliance has best efforts and it has offence, but no offence by best efforts. */
  assert_list ("alliances 1914-08-01 strength=best-efforts", "id", "triple-alliance");
  assert_list ("alliances 1914-08-01 obligation=offence", "id", "triple-alliance");
  assert_list ("alliances 1914-08-01 obligation=offence strength=best-efforts", "id", "");
}

static void
test_status (void)
{
  assert_list ("alliances 1914-08-01", "id", "dual-alliance; franco-russian-alliance; triple-alliance");
  assert_list ("alliances 1914-08-01", "status", "in-force; in-force; in-force");
  assert_list ("alliances 1914-08-01 status=in-force party=russia", "id", "franco-russian-alliance");
  assert_list ("alliances 1920-01-01", "id", "");
  assert_list ("alliances 1920-01-01 status=ended", "id", "dual-alliance; franco-russian-alliance; triple-alliance");

  /* What has ended is narrowed by what it once was. */
  assert_list ("alliances 1920-01-01 status=ended party=russia", "id", "franco-russian-alliance");
  assert_list ("alliances 1920-01-01 status=ended obligation=offence", "parties", "3");

  /* It began some day in October 1879. */
  assert_list ("alliances 1879-10-15", "status", "uncertain");
  assert_list ("alliances 1879-10-15 status=uncertain", "id", "dual-alliance");
  assert_list ("alliances 1879-10-15 status=in-force", "id", "");
}

static void
test_order (void)
{
  assert_list ("alliances 1914-08-01 descending=title", "id",
               "triple-alliance; franco-russian-alliance; dual-alliance");
  assert_list ("alliances 1914-08-01 sort=end", "id", "triple-alliance; franco-russian-alliance; dual-alliance");
  assert_list ("alliances 1914-08-01 descending=parties", "parties", "3; 2; 2");

  /* Numbers by value, Roman ones too, and what has none last in either direction. */
  assert_list ("clauses 1914-08-01 alliance=dual-alliance sort=number", "number",
               "I; II; II(1); II(2); III; IV; V; -; -; -");
  assert_list ("clauses 1914-08-01 alliance=dual-alliance descending=number", "number",
               "V; IV; III; II(2); II(1); II; I; -; -; -");
  assert_list ("instruments alliance=dual-alliance sort=registration", "registration",
               "Pribram, vol. I, pp. 25–31; -; -");
}

/* Case, accents and punctuation do not matter, numbers count by what they are worth, and equal titles stay in the order
 * of their ids. */
static void
test_words_in_order (void)
{
  g_auto (TestLibrary) test = { 0 };
  g_autoptr (FoedQuery) query = foed_query_new (FOED_LISTING_STATES);

  test_library_init (&test);
  test_library_put_xml (&test, "<foedera>"
                               "<state id='a'><title>Zembla</title></state>"
                               "<state id='b'><title>Åland 10</title></state>"
                               "<state id='c'><title>aland 9</title></state>"
                               "<state id='d'><title>Ålånd 009a</title></state>"
                               "<state id='e'><title>“Éa”</title></state>"
                               "<state id='f'><title>MIX</title></state>"
                               "<state id='g'><title>aland 9</title></state>"
                               "<state id='h'><title>东</title></state>"
                               "</foedera>");
  test_take (&query, foed_query_with_sort (query, "title", FALSE));
  g_assert_cmpstr (test_library_list (&test, query, "id"), ==, "c; g; d; b; e; f; a; h");
}

/* Pages put together are the whole, each row once. */
static void
test_pages (void)
{
  TestLibrary *test = get_bundled ();
  g_autoptr (FoedQuery) query = make_query ("clauses sort=function");
  g_autoptr (GString) ids = g_string_new (NULL);
  guint count = test_library_count (test, query);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint offset = 0; offset < count; offset += 37)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) rows = foed_library_list_sync (test->library, query, offset, 37, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (rows->len, ==, MIN (37, count - offset));

      for (guint i = 0; i < rows->len; i++)
        {
          const char *id = foed_row_get_id (g_ptr_array_index (rows, i));

          g_string_append_printf (ids, "%s%s", ids->len > 0 ? "; " : "", id);
          g_assert_true (g_hash_table_add (seen, g_strdup (id)));
        }
    }

  g_assert_cmpuint (count, >, 400);
  g_assert_cmpstr (ids->str, ==, test_library_list (test, query, "id"));
}

/* The first row past the end is none, and no error. */
static void
test_past_the_end (void)
{
  g_autoptr (FoedQuery) query = make_query ("alliances");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  rows = foed_library_list_sync (get_bundled ()->library, query, 100000, G_MAXUINT, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 0);
}

static void
test_words (void)
{
  assert_list ("alliances text=zanzibarian", "id", "");
  assert_list ("alliances text=anzus", "id", "anzus");

  /* Anything in an alliance finds it, an obligation also its clause, a clause only its own words. */
  assert_list ("alliances text=700,000", "id", "franco-russian-alliance");
  assert_list ("obligations text=700,000", "id", "franco-russian-alliance.convention.1.1.defence-germany");
  assert_list ("clauses text=700,000", "number", "3");
  assert_list ("obligations alliance=anzus text=american_tradition", "article", "IV");

  /* With what else is on. */
  assert_list ("alliances 1914-08-01 text=700,000 party=italy", "id", "");
  assert_list ("alliances 1950-01-01 text=700,000", "id", "");
}

static void
test_display (void)
{
  TestLibrary *test = get_bundled ();
  g_autoptr (FoedQuery) query = make_query ("obligations 1914-08-01 obligation=defence beneficiary=france");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = foed_library_list_sync (test->library, query, 0, 3, NULL, &error);
  const struct
  {
    const char *column;
    const char *display;
  } cells[] = {
    { "kind", "Defence" },
    { "alliance", "Franco-Russian Alliance" },
    { "promisors", "Russia" },
    { "instrument", "Military convention" },
    { "conditions", "Trigger, Adversary" },
    { "begin", "4 January 1894" },
    { "presence", "Stated" },
  };

  g_assert_no_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      guint column = test_find_column (FOED_LISTING_OBLIGATIONS, cells[i].column);
      g_autofree char *display = foed_row_dup_display (g_ptr_array_index (rows, 0), column);

      g_assert_cmpstr (display, ==, cells[i].display);
    }

  g_assert_cmpstr (foed_row_get_alliance (g_ptr_array_index (rows, 0)), ==, "franco-russian-alliance");
  g_assert_cmpint (foed_row_get_listing (g_ptr_array_index (rows, 0)), ==, FOED_LISTING_OBLIGATIONS);
}

/* What a facet promises is what there is when its value is chosen alone, the others as they are. */
static void
check_facets (const char *description)
{
  TestLibrary *test = get_bundled ();
  g_autoptr (FoedQuery) query = make_query (description);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) counts = foed_library_facets_sync (test->library, query, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (counts->len, >, 0);

  for (guint i = 0; i < counts->len; i++)
    {
      const FoedFacetCount *count = g_ptr_array_index (counts, i);
      const char *const alone[] = { count->nick, NULL };
      g_autoptr (FoedQuery) narrowed = foed_query_with_values (query, count->facet, alone);
      guint n_rows = 0;

      foed_library_count_sync (test->library, narrowed, &n_rows, NULL, &error);
      g_assert_no_error (error);

      if (n_rows != count->count)
        g_error ("%s: %s=%s promises %u rows, there are %u", description, foed_facet_get_nick (count->facet),
                 count->nick, count->count, n_rows);

      g_assert_true (n_rows > 0 || foed_query_has_value (query, count->facet, count->nick));
      g_assert_nonnull (count->label);
    }
}

static void
test_facets (void)
{
  static const char *const narrowings[] = {
    "",
    " 1914-08-01",
    " 2005-01-01 obligation=defence",
    " 1962-07-03 obligation=consultation strength=discretion party=united-states",
    " 2020-06-30 threat=terrorism threat=cyber-attack coordination=standing-body",
    " promisor=united-states beneficiary=japan",
    " 1985-01-01 status=ended party=france",
    " status=in-force region=europe region=americas",
    " text=attack event=invoked sovereignty=exit",
  };

  /* Documents, which come last, are of no alliance that could be counted. */
  for (guint i = 0; i < FOED_LISTING_DOCUMENTS; i++)
    for (guint j = 0; j < G_N_ELEMENTS (narrowings); j++)
      {
        g_autofree char *description = g_strconcat (foed_listing_get_nick (i), narrowings[j], NULL);

        check_facets (description);
      }
}

static gboolean
is_promised (GPtrArray  *counts,
             FoedFacet   facet,
             const char *nick)
{
  for (guint i = 0; i < counts->len; i++)
    {
      const FoedFacetCount *count = g_ptr_array_index (counts, i);

      if (count->facet == facet && g_str_equal (count->nick, nick))
        return TRUE;
    }

  return FALSE;
}

/* What no facet promises, there is none of. */
static void
check_not_promised (const char *description)
{
  TestLibrary *test = get_bundled ();
  g_autoptr (FoedQuery) query = make_query (description);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) counts = foed_library_facets_sync (test->library, query, NULL, &error);

  g_assert_no_error (error);

  for (guint facet = 0; facet < FOED_N_FACETS; facet++)
    {
      guint n_terms = 0;
      const FoedTerm *terms = NULL;

      if (foed_facet_get_vocabulary (facet) != FOED_VOCABULARY_NONE)
        terms = foed_vocabulary_get_terms (foed_facet_get_vocabulary (facet), &n_terms);

      for (guint i = 0; i < n_terms; i++)
        {
          const char *const alone[] = { terms[i].nick, NULL };
          g_autoptr (FoedQuery) narrowed = foed_query_with_values (query, facet, alone);

          if (!is_promised (counts, facet, terms[i].nick))
            g_assert_cmpuint (test_library_count (test, narrowed), ==, 0);
        }
    }
}

/* Clauses and obligations are not counted one by one as long as each may count: through all of the time that there are
 * any, on days on which something changes and on others. */
static void
test_facets_through_time (void)
{
  static const char *const narrowings[] = {
    "",           " region=europe", " 1879-10-06", " 1879-10-07",        " 1902-11-01", " 1914-08-01 party=russia",
    " 1951-09-01", " 1966-03-10",    " 1991-07-01", " 1994-01-01 region=asia", " 2009-12-01", " 2026-01-01",
  };
  static const char *const listings[] = { "clauses", "obligations" };

  for (guint i = 0; i < G_N_ELEMENTS (listings); i++)
    for (guint j = 0; j < G_N_ELEMENTS (narrowings); j++)
      {
        g_autofree char *description = g_strconcat (listings[i], narrowings[j], NULL);

        check_facets (description);
        check_not_promised (description);
      }
}

static void
test_facet_order (void)
{
  g_autoptr (FoedQuery) query = make_query ("alliances 1914-08-01 party=russia");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) counts = foed_library_facets_sync (get_bundled ()->library, query, NULL, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < counts->len; i++)
    {
      const FoedFacetCount *count = g_ptr_array_index (counts, i);

      if (count->facet == FOED_FACET_STRENGTH || count->facet == FOED_FACET_PARTY)
        g_string_append_printf (text, "%s=%u ", count->label, count->count);
    }

  g_assert_cmpstr (text->str, ==,
                   "Automatic=1 Binding, means at discretion=1 Austria-Hungary=2 Germany=2 France=1 Italy=1 Russia=1 ");
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/listing/all-sql", test_all_sql);
  g_test_add_func ("/listing/who-defends-france", test_who_defends_france);
  g_test_add_func ("/listing/one-and-the-same-duty", test_one_and_the_same_duty);
  g_test_add_func ("/listing/status", test_status);
  g_test_add_func ("/listing/order", test_order);
  g_test_add_func ("/listing/words-in-order", test_words_in_order);
  g_test_add_func ("/listing/pages", test_pages);
  g_test_add_func ("/listing/past-the-end", test_past_the_end);
  g_test_add_func ("/listing/words", test_words);
  g_test_add_func ("/listing/display", test_display);
  g_test_add_func ("/listing/facets", test_facets);
  g_test_add_func ("/listing/facets-through-time", test_facets_through_time);
  g_test_add_func ("/listing/facet-order", test_facet_order);

  status = g_test_run ();
  test_library_clear (get_bundled ());

  return status;
}
