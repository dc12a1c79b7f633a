/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "bench-library"

#include "config.h"

#include <sys/resource.h>

#include "../core/test-records.h"
#include "bench-library.h"

#define N_WORDS 8000
#define N_STATES 200
#define N_PARTIES 4
#define CLAUSES_PER_ALLIANCE 100
#define ALLIANCES_PER_WRITE 100

/* A word by its number: few are common and many are rare, as in any language. */
static void
append_words (GString *xml,
              GRand   *random,
              guint    n_words)
{
  static const char *const syllables[] = { "ba", "cor", "di", "fen", "gul", "hor", "jin", "ka", "lem", "mor",
                                           "nu", "pol", "qua", "ris", "sta", "tur", "vel", "wan", "xi", "zo" };

  for (guint i = 0; i < n_words; i++)
    {
      double position = g_rand_double (random);
      guint number = (guint) (N_WORDS * position * position * position * position);

      g_string_append_c (xml, ' ');

      for (guint rest = number + G_N_ELEMENTS (syllables); rest > 0; rest /= G_N_ELEMENTS (syllables))
        g_string_append (xml, syllables[rest % G_N_ELEMENTS (syllables)]);
    }
}

static const char *
choose (FoedVocabulary  vocabulary,
        GRand          *random)
{
  guint n_terms;
  const FoedTerm *terms = foed_vocabulary_get_terms (vocabulary, &n_terms);

  return terms[g_rand_int_range (random, 0, n_terms)].nick;
}

static void
append_clause (GString *xml,
               GRand   *random,
               guint    alliance,
               guint    number)
{
  g_string_append_printf (xml, "<clause id='a%06u.%u' kind='article' number='%u' function='%s'><title>", alliance,
                          number, number + 1, choose (FOED_VOCABULARY_CLAUSE_FUNCTION, random));
  append_words (xml, random, 4);
  g_string_append (xml, "</title><summary>");
  append_words (xml, random, 24);
  g_string_append (xml, "</summary>");

  if (number % 5 == 0)
    g_string_append_printf (xml,
                            "<obligation id='a%06u.%u.duty' kind='%s' strength='%s'>"
                            "<condition kind='trigger' threat='%s'/></obligation>",
                            alliance, number, choose (FOED_VOCABULARY_OBLIGATION_KIND, random),
                            choose (FOED_VOCABULARY_STRENGTH, random), choose (FOED_VOCABULARY_THREAT, random));

  g_string_append (xml, "</clause>");
}

static void
append_alliance (GString *xml,
                 GRand   *random,
                 guint    alliance)
{
  guint year = g_rand_int_range (random, 1816, 2010);
  guint last_year = year + g_rand_int_range (random, 1, 60);
  guint state = g_rand_int_range (random, 0, N_STATES);

  g_string_append_printf (xml, "<alliance id='a%06u' begin='%u-03-01' end='%u-09-30' region='%s'><title>Alliance",
                          alliance, year, last_year, choose (FOED_VOCABULARY_REGION, random));
  append_words (xml, random, 3);
  g_string_append_printf (xml, "</title><instrument id='a%06u.treaty' form='treaty' begin='%u-03-01'><title>Treaty",
                          alliance, year);
  append_words (xml, random, 5);
  g_string_append (xml, "</title>");

  for (guint i = 0; i < CLAUSES_PER_ALLIANCE; i++)
    append_clause (xml, random, alliance, i);

  g_string_append (xml, "</instrument>");

  for (guint i = 0; i < N_PARTIES; i++)
    g_string_append_printf (xml, "<party id='a%06u.party.%u' state='state-%03u' role='party' begin='%u-03-01'/>",
                            alliance, i, (state + i * 7) % N_STATES, year);

  g_string_append_printf (xml, "<mechanism id='a%06u.mechanism' kind='%s' basis='text'><title>Body</title></mechanism>",
                          alliance, choose (FOED_VOCABULARY_COORDINATION, random));
  g_string_append_printf (xml, "<impact id='a%06u.impact' domain='%s' level='2' direction='limits'/>", alliance,
                          choose (FOED_VOCABULARY_SOVEREIGNTY, random));
  g_string_append_printf (xml, "<event id='a%06u.event' kind='%s' begin='%u-02-01'><title>Event</title></event>",
                          alliance, choose (FOED_VOCABULARY_EVENT_KIND, random), year);
  g_string_append (xml, "</alliance>");
}

static void
put_states (TestLibrary *self)
{
  g_autoptr (GString) xml = g_string_new ("<foedera>");

  for (guint i = 0; i < N_STATES; i++)
    g_string_append_printf (xml, "<state id='state-%03u' region='europe'><title>State %u</title></state>", i, i);

  g_string_append (xml, "</foedera>");
  test_library_put_xml (self, xml->str);
}

static void
put_alliances (TestLibrary *self,
               guint        n_alliances)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1648);

  for (guint first = 0; first < n_alliances; first += ALLIANCES_PER_WRITE)
    {
      g_autoptr (GString) xml = g_string_new ("<foedera>");

      for (guint i = first; i < MIN (first + ALLIANCES_PER_WRITE, n_alliances); i++)
        append_alliance (xml, random, i);

      g_string_append (xml, "</foedera>");
      test_library_put_xml (self, xml->str);
    }
}

static guint
count_clauses (TestLibrary *self)
{
  g_autoptr (FoedQuery) query = foed_query_new (FOED_LISTING_CLAUSES);
  g_autoptr (GError) error = NULL;
  guint count;

  if (!foed_library_count_sync (self->library, query, &count, NULL, &error))
    g_error ("%s", error->message);

  return count;
}

/* Opens a library of about @n_clauses, or as many as the environment says, and returns how many they are. */
guint
bench_library_init (TestLibrary *self,
                    guint        n_clauses)
{
  const char *wish = g_getenv ("FOEDERA_BENCH_CLAUSES");
  const char *path = g_getenv ("FOEDERA_BENCH_LIBRARY");
  gint64 start = g_get_monotonic_time ();

  if (wish != NULL)
    n_clauses = g_ascii_strtoull (wish, NULL, 10);

  if (path == NULL)
    {
      test_library_init (self);
    }
  else
    {
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GError) error = NULL;

      *self = (TestLibrary) { foed_library_open_sync (file, FOED_LIBRARY_CREATE, NULL, &error), NULL, NULL };
      if (self->library == NULL)
        g_error ("%s", error->message);
    }

  if (count_clauses (self) == 0)
    {
      put_states (self);
      put_alliances (self, MAX (1, n_clauses / CLAUSES_PER_ALLIANCE));
      g_print ("made in %.1f s\n", (g_get_monotonic_time () - start) / (double) G_USEC_PER_SEC);
    }

  n_clauses = count_clauses (self);
  g_print ("%u clauses\n", n_clauses);

  return n_clauses;
}

void
bench_library_clear (TestLibrary *self)
{
  if (self->folder != NULL)
    test_library_clear (self);
  else
    g_clear_object (&self->library);
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return left < right ? -1 : left > right;
}

/* What the processor did for this program, in microseconds: the machine may be busy with something else. */
static gint64
get_time (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * G_USEC_PER_SEC + usage.ru_utime.tv_usec +
         usage.ru_stime.tv_usec;
}

/* Returns: the median of how many milliseconds the processor works for @func, in whatever thread */
double
bench_measure (BenchFunc func,
               gpointer  data,
               guint     n_times)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < n_times; i++)
    {
      gint64 start = get_time ();
      gint64 time;

      func (data);
      time = get_time () - start;
      g_array_append_val (times, time);
    }

  g_array_sort (times, compare_times);

  return g_array_index (times, gint64, times->len / 2) / 1000.0;
}
