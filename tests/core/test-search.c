/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-search"

#include "config.h"

#include <string.h>

#include "model/foed-tie.h"
#include "test-library.h"
#include "test-records.h"

#define CLAUSE(id, number, title, summary, content) \
  "<clause id='" id "' kind='article' number='" number "'><title>" title "</title><summary>" summary "</summary>" \
  content "</clause>"

/* Small enough to know what must be found. */
static const char small_library[] =
  "<foedera>"
  "<source id='s' kind='book'><title>The Makers of Pacts</title><author>Élodie Müller</author></source>"
  "<state id='aland' iso3='ALD'><title>Åland</title></state>"
  "<state id='borduria' iso3='BOR'><title>Borduria</title></state>"
  "<alliance id='pact' begin='1900-01-01' region='europe'><title>Example Pact</title><name kind='short' value='EXPA'/>"
  "<instrument id='pact.treaty' form='treaty' begin='1900-01-01'><title>Treaty of Alliance</title>"
  "<identifier scheme='unts' value='34 UNTS 243'/>"
  CLAUSE ("pact.treaty.1", "I", "Purpose", "The parties seek peace.", "")
  CLAUSE ("pact.treaty.5", "5", "Common defence", "An armed attack on one is an attack on all.",
          "<text language='en'><content>Whosoever shall assail</content></text>"
          "<obligation id='pact.treaty.5.defence' kind='defence' strength='automatic'>"
          "<condition kind='trigger' threat='armed-attack'><note>Zeppelins count.</note></condition></obligation>")
  CLAUSE ("pact.treaty.42-7", "42(7)", "Solidarity", "Aid and assistance in peace and war.",
          "<obligation id='pact.treaty.42-7.consultation' kind='consultation'>"
          "<condition kind='area'/></obligation>")
  "</instrument>"
  "<party id='pact.a' state='aland' role='party' begin='1900-01-01'/>"
  "<party id='pact.b' state='borduria' role='party' begin='1900-01-01' end='1905-06-30'/>"
  "<event id='pact.e' kind='other' begin='1903'><title>The attack that was not armed</title></event>"
  "</alliance>"
  "<alliance id='old' begin='1890-12-31' end='1902-12-30'><title>Old Pact</title></alliance>"
  "</foedera>";

typedef TestLibrary Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  test_library_init (self);
  test_library_put_xml (self, small_library);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  test_library_clear (self);
}

/* Returns: (transfer none): the ids of what @text finds */
static const char *
find (Fixture    *self,
      const char *text,
      guint       limit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = foed_library_search_sync (self->library, text, limit, NULL, &error);
  GString *ids = g_string_new (NULL);

  g_assert_no_error (error);

  for (guint i = 0; i < hits->len; i++)
    g_string_append_printf (ids, "%s%s", i == 0 ? "" : " ", ((FoedSearchHit *) g_ptr_array_index (hits, i))->id);

  g_ptr_array_add (self->strings, g_string_free (ids, FALSE));

  return g_ptr_array_index (self->strings, self->strings->len - 1);
}

static void
test_words (Fixture       *self,
            gconstpointer  data)
{
  /* All words must occur, in one record. */
  g_assert_cmpstr (find (self, "armed all", 10), ==, "pact.treaty.5");
  g_assert_cmpstr (find (self, "armed peace", 10), ==, "");

  /* Case and accents do not matter. */
  g_assert_cmpstr (find (self, "ALAND", 10), ==, "aland");
  g_assert_cmpstr (find (self, "elodie muller", 10), ==, "s");
  g_assert_cmpstr (find (self, "MÜLLER", 10), ==, "s");

  /* What has no id is found with its parent. */
  g_assert_cmpstr (find (self, "whosoever", 10), ==, "pact.treaty.5");
  g_assert_cmpstr (find (self, "zeppelins", 10), ==, "pact.treaty.5.defence");
  g_assert_cmpstr (find (self, "expa", 10), ==, "pact");
}

static void
test_operators (Fixture       *self,
                gconstpointer  data)
{
  g_assert_cmpstr (find (self, "\"armed attack\"", 10), ==, "pact.treaty.5");
  g_assert_cmpstr (find (self, "“armed attack”", 10), ==, "pact.treaty.5");
  g_assert_cmpstr (find (self, "\"attack armed\"", 10), ==, "");
  g_assert_cmpstr (find (self, "attack -one", 10), ==, "pact.e");
  g_assert_cmpstr (find (self, "attack -\"not armed\"", 10), ==, "pact.treaty.5");
  g_assert_cmpstr (find (self, "zeppelins OR whosoever", 1), !=, "");
  g_assert_cmpuint (strlen (find (self, "zeppelins OR whosoever", 10)), ==,
                    strlen ("pact.treaty.5 pact.treaty.5.defence"));

  /* Either of two binds closer than what is asked besides. */
  g_assert_cmpstr (find (self, "attack whosoever OR armed OR zeppelins -one", 10), ==, "pact.e");
}

static void
test_beginnings (Fixture       *self,
                 gconstpointer  data)
{
  /* The last word may be unfinished, the others not, unless that is asked for. */
  g_assert_cmpstr (find (self, "zepp", 10), ==, "pact.treaty.5.defence");
  g_assert_cmpstr (find (self, "zepp count", 10), ==, "");
  g_assert_cmpstr (find (self, "zepp* count", 10), ==, "pact.treaty.5.defence");
  g_assert_cmpstr (find (self, "\"armed att", 10), ==, "pact.treaty.5");
  g_assert_cmpstr (find (self, "\"armed att\"", 10), ==, "");
}

static void
test_rank (Fixture       *self,
           gconstpointer  data)
{
  /* The title before the body. */
  g_assert_cmpstr (find (self, "attack", 10), ==, "pact.e pact.treaty.5");
  g_assert_cmpstr (find (self, "attack", 1), ==, "pact.e");
  g_assert_cmpstr (find (self, "attack", 0), ==, "");
}

static void
test_articles (Fixture       *self,
               gconstpointer  data)
{
  static const char *const texts[] = { "EXPA 5", "expa article 5", "article 5 expa", "Example Pact art. 5", "pact 5" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpstr (find (self, texts[i], 1), ==, "pact.treaty.5");

  g_assert_cmpstr (find (self, "expa 42(7)", 1), ==, "pact.treaty.42-7");
  g_assert_cmpstr (find (self, "treaty of alliance I", 1), ==, "pact.treaty.1");
  g_assert_cmpstr (find (self, "expa 6", 1), ==, "");
  g_assert_cmpstr (find (self, "34 UNTS 243", 10), ==, "pact.treaty");
}

static void
test_snippet (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = foed_library_search_sync (self->library, "armed all", 10, NULL, &error);
  const FoedSearchHit *hit;

  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 1);
  hit = g_ptr_array_index (hits, 0);
  g_assert_cmpint (hit->kind, ==, FOED_RECORD_CLAUSE);
  g_assert_cmpstr (hit->alliance, ==, "pact");
  g_assert_cmpstr (hit->title, ==, "Article 5: Common defence");
  g_assert_cmpstr (hit->snippet, ==, "An \u2068armed\u2069 attack on one is an attack on \u2068all\u2069.");
}

/* Whatever is typed finds something, or nothing, or is refused in words; SQL and FTS5 never complain. */
static void
test_hostile (Fixture       *self,
              gconstpointer  data)
{
  static const char *const texts[] = {
    "",
    " ",
    "\"",
    "\"\"",
    "-",
    "-war",
    "OR",
    "OR OR OR",
    "a OR",
    "OR a",
    "AND",
    "NOT war",
    "a NOT",
    "NEAR(a b, 5)",
    "title: attack",
    "{title body}: attack",
    "^attack",
    "*",
    "a*b*c",
    "(((((((",
    ")",
    "attack)",
    "'; DROP TABLE record; --",
    "attack\" OR 1=1 --",
    "\" OR \"",
    "\"a\"b\"c\"",
    "- - -",
    "--attack",
    "-\"",
    "+attack",
    "%s%n%d",
    "\\",
    "\x01\x02\x7f",
    "attack\nOR\tpeace",
    "＂attack＂",
    "\u202eattack",
    "🛡️",
    "ﬁ ﬀ ǆ",
    "rank",
    "search MATCH 'x'",
    "\xff\xfe",
    "5 5 5 5 5",
    "art. art. art.",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) hits = foed_library_search_sync (self->library, texts[i], 10, NULL, &error);
      g_autoptr (FoedQuery) query = foed_query_new (FOED_LISTING_CLAUSES);
      guint count;

      if (hits == NULL)
        g_assert_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_QUERY);

      g_clear_error (&error);
      test_take (&query, foed_query_with_text (query, texts[i]));

      if (!foed_library_count_sync (self->library, query, &count, NULL, &error))
        g_assert_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_QUERY);
    }
}

static void
test_long_texts (Fixture       *self,
                 gconstpointer  data)
{
  g_autofree char *long_word = g_strnfill (5000, 'a');
  g_autoptr (GString) many_words = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 400; i++)
    g_string_append (many_words, "a ");

  g_assert_null (foed_library_search_sync (self->library, long_word, 10, NULL, &error));
  g_assert_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_QUERY);
  g_clear_error (&error);
  g_assert_null (foed_library_search_sync (self->library, many_words->str, 10, NULL, &error));
  g_assert_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_QUERY);
}

static const char *
join_lines (Fixture   *self,
            GPtrArray *lines)
{
  char *text;

  g_ptr_array_add (lines, NULL);
  text = g_strjoinv ("; ", (char **) lines->pdata);
  g_ptr_array_add (self->strings, text);

  return text;
}

static const char *
list_memberships (Fixture   *self,
                  FoedQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) memberships = foed_library_memberships_sync (self->library, query, NULL, &error);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  g_assert_no_error (error);

  for (guint i = 0; i < memberships->len; i++)
    {
      const FoedMembership *membership = &g_array_index (memberships, FoedMembership, i);
      g_autofree char *first = foed_day_to_string (membership->first_day);

      g_ptr_array_add (lines, g_strdup_printf ("%s in %s as %s from %s", membership->state, membership->alliance,
                                               membership->role, first));
    }

  return join_lines (self, lines);
}

static const char *
list_ties (Fixture   *self,
           FoedQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ties = foed_library_ties_sync (self->library, query, NULL, &error);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  g_assert_no_error (error);

  for (guint i = 0; i < ties->len; i++)
    {
      const FoedTie *tie = &g_array_index (ties, FoedTie, i);
      g_autofree char *last = foed_day_to_string (tie->last_day);

      g_ptr_array_add (lines, g_strdup_printf ("%s>%s %s %s%s until %s", tie->promisor, tie->beneficiary, tie->kind,
                                               tie->strength != NULL ? tie->strength : "-",
                                               tie->conditional ? " conditional" : "", last));
    }

  return join_lines (self, lines);
}

static void
test_memberships (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr (FoedQuery) query = foed_query_new (FOED_LISTING_OBLIGATIONS);

  g_assert_cmpstr (list_memberships (self, query), ==,
                   "aland in pact as party from 1900-01-01; borduria in pact as party from 1900-01-01");
  test_take (&query, foed_query_with_day (query, test_day ("1905-07-01")));
  g_assert_cmpstr (list_memberships (self, query), ==, "aland in pact as party from 1900-01-01");
  test_take (&query, foed_query_with_day (query, test_day ("1899-07-01")));
  g_assert_cmpstr (list_memberships (self, query), ==, "");
}

static void
test_ties (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (FoedQuery) query = foed_query_new (FOED_LISTING_ALLIANCES);

  g_assert_cmpstr (list_ties (self, query), ==,
                   "aland>borduria defence automatic until 1905-06-30; "
                   "borduria>aland defence automatic until 1905-06-30; "
                   "aland>borduria consultation - conditional until 1905-06-30; "
                   "borduria>aland consultation - conditional until 1905-06-30");

  /* Not only the alliances but the ties themselves are narrowed. */
  test_take (&query, foed_query_with_day (query, test_day ("1905-06-30")));
  test_take (&query, foed_query_with_value (query, FOED_FACET_STRENGTH, "automatic", TRUE));
  test_take (&query, foed_query_with_value (query, FOED_FACET_PROMISOR, "borduria", TRUE));
  g_assert_cmpstr (list_ties (self, query), ==, "borduria>aland defence automatic until 1905-06-30");
  test_take (&query, foed_query_with_day (query, test_day ("1905-07-01")));
  g_assert_cmpstr (list_ties (self, query), ==, "");
}

static void
test_histogram (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr (FoedQuery) query = foed_query_new (FOED_LISTING_CLAUSES);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) counts = NULL;
  int first_year;

  test_take (&query, foed_query_with_day (query, test_day ("1950-01-01")));
  counts = foed_library_histogram_sync (self->library, query, &first_year, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (first_year, ==, 1890);

  /* The old pact began on the last day of 1890 and ended the day before the last of 1902. */
  g_assert_cmpuint (g_array_index (counts, guint, 0), ==, 1);
  g_assert_cmpuint (g_array_index (counts, guint, 9), ==, 1);
  g_assert_cmpuint (g_array_index (counts, guint, 10), ==, 2);
  g_assert_cmpuint (g_array_index (counts, guint, 11), ==, 2);
  g_assert_cmpuint (g_array_index (counts, guint, 12), ==, 1);
  g_assert_cmpuint (g_array_index (counts, guint, counts->len - 1), ==, 1);

  g_clear_pointer (&counts, g_array_unref);
  test_take (&query, foed_query_with_value (query, FOED_FACET_REGION, "pacific", TRUE));
  counts = foed_library_histogram_sync (self->library, query, &first_year, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts->len, ==, 0);
  g_assert_cmpint (first_year, ==, 0);
}

static void
keep_result_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

/* What a window asks without waiting is what the command line waits for. */
static void
test_async (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (FoedQuery) query = foed_query_new (FOED_LISTING_ALLIANCES);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) ties_result = NULL;
  g_autoptr (GAsyncResult) memberships_result = NULL;
  g_autoptr (GAsyncResult) histogram_result = NULL;
  g_autoptr (GAsyncResult) facets_result = NULL;
  g_autoptr (GAsyncResult) cancelled_result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ties = NULL;
  g_autoptr (GArray) memberships = NULL;
  g_autoptr (GArray) histogram = NULL;
  g_autoptr (GPtrArray) facets = NULL;
  int first_year;

  foed_library_ties_async (self->library, query, NULL, keep_result_cb, &ties_result);
  foed_library_memberships_async (self->library, query, NULL, keep_result_cb, &memberships_result);
  foed_library_histogram_async (self->library, query, NULL, keep_result_cb, &histogram_result);
  foed_library_facets_async (self->library, query, NULL, keep_result_cb, &facets_result);
  foed_library_facets_async (self->library, query, cancellable, keep_result_cb, &cancelled_result);
  g_cancellable_cancel (cancellable);

  ties = foed_library_ties_finish (self->library, wait_for (&ties_result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ties->len, ==, 4);
  memberships = foed_library_memberships_finish (self->library, wait_for (&memberships_result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (memberships->len, ==, 2);
  histogram = foed_library_histogram_finish (self->library, wait_for (&histogram_result), &first_year, &error);
  g_assert_no_error (error);
  g_assert_cmpint (first_year, ==, 1890);
  facets = foed_library_facets_finish (self->library, wait_for (&facets_result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (facets->len, >, 4);
  g_assert_null (foed_library_facets_finish (self->library, wait_for (&cancelled_result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/search/words", test_words);
  ADD ("/search/operators", test_operators);
  ADD ("/search/beginnings", test_beginnings);
  ADD ("/search/rank", test_rank);
  ADD ("/search/articles", test_articles);
  ADD ("/search/snippet", test_snippet);
  ADD ("/search/hostile", test_hostile);
  ADD ("/search/long-texts", test_long_texts);
  ADD ("/ties/memberships", test_memberships);
  ADD ("/ties/ties", test_ties);
  ADD ("/ties/histogram", test_histogram);
  ADD ("/ties/async", test_async);

  return g_test_run ();
}
