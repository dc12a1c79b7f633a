/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "analysis/foed-timeline.h"
#include "store/foed-occurrences.h"
#include "test-library.h"
#include "test-records.h"

#define OPEN FOED_DAY_LAST

static const FoedTerm *
find_event (const char *nick)
{
  return foed_vocabulary_find (FOED_VOCABULARY_EVENT_KIND, nick);
}

static const FoedTerm *
find_kind (const char *nick)
{
  return foed_vocabulary_find (FOED_VOCABULARY_OBLIGATION_KIND, nick);
}

static void
add (GArray         *occurrences,
     FoedRecordKind  kind,
     const char     *alliance,
     const char     *record,
     const char     *state,
     const FoedTerm *term,
     const char     *title,
     const char     *begin,
     const char     *end)
{
  g_autoptr(FoedDate) first = begin != NULL ? foed_date_parse (begin, NULL) : NULL;
  g_autoptr(FoedDate) last = end != NULL ? foed_date_parse (end, NULL) : NULL;
  const FoedOccurrence occurrence = {
    .kind = kind,
    .alliance = g_intern_string (alliance),
    .record = g_intern_string (record),
    .state = g_intern_string (state),
    .term = term,
    .title = (char *) title,
    .begin = (char *) begin,
    .end = (char *) end,
    .first_day = first != NULL ? foed_date_get_first_day (first) : FOED_DAY_FIRST,
    .last_day = last != NULL ? foed_date_get_last_day (last) : FOED_DAY_LAST,
    .certain_first_day = first != NULL ? foed_date_get_last_day (first) : FOED_DAY_FIRST,
    .certain_last_day = last != NULL ? foed_date_get_first_day (last) : FOED_DAY_LAST,
  };

  g_array_append_val (occurrences, occurrence);
}

/* Two alliances: of three states, one of which leaves and comes back, with duties that follow each other and overlap;
 * and of two, one of them an observer, that was never coded. */
static GArray *
make_occurrences (void)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (FoedOccurrence));
  const FoedTerm *europe = foed_vocabulary_find (FOED_VOCABULARY_REGION, "europe");
  const FoedTerm *party = foed_vocabulary_find (FOED_VOCABULARY_PARTY_ROLE, "party");
  const FoedTerm *observer = foed_vocabulary_find (FOED_VOCABULARY_PARTY_ROLE, "observer");

  add (list, FOED_RECORD_ALLIANCE, "a", "a", NULL, europe, "Pact", "1880-05-20", "1918");
  add (list, FOED_RECORD_INSTRUMENT, "a", "a.treaty", NULL, NULL, "Treaty", "1880-05-01", NULL);
  add (list, FOED_RECORD_INSTRUMENT, "a", "a.protocol", NULL, NULL, "Protocol", "1887-02-20", NULL);
  g_array_index (list, FoedOccurrence, 2).amends = TRUE;
  add (list, FOED_RECORD_OBLIGATION, "a", "a.2", NULL, find_kind ("consultation"), NULL, "1880-05-20", "1900-01-01");
  add (list, FOED_RECORD_OBLIGATION, "a", "a.3", NULL, find_kind ("defence"), NULL, "1890-01-01", "1918-11-03");
  add (list, FOED_RECORD_OBLIGATION, "a", "a.1", NULL, find_kind ("defence"), NULL, "1880-05-20", "1889-12-31");
  add (list, FOED_RECORD_OBLIGATION, "a", "a.4", NULL, find_kind ("consultation"), NULL, "1905-01-01", "1910-01-01");
  add (list, FOED_RECORD_PARTY, "a", "a.party.3", "italy", party, "Italy", "1910-01-01", "1915-05-04");
  add (list, FOED_RECORD_PARTY, "a", "a.party.1", "austria", party, "Austria", "1880-05-20", "1918-11-03");
  add (list, FOED_RECORD_PARTY, "a", "a.party.2", "italy", party, "Italy", "1882-05-20", "1900-01-01");
  add (list, FOED_RECORD_SUSPENSION, "a", "a.rest", "austria", NULL, NULL, "1890-01-01", "1891-01-01");
  add (list, FOED_RECORD_EVENT, "a", "a.event.2", NULL, find_event ("invoked"), "Called on", "1914-08-02", NULL);
  add (list, FOED_RECORD_EVENT, "a", "a.event.2", "italy", find_event ("invoked"), "Called on", "1914-08-02", NULL);
  add (list, FOED_RECORD_EVENT, "a", "a.event.1", NULL, find_event ("signed"), "Signed", "1880-05-01", NULL);
  add (list, FOED_RECORD_EVENT, "a", "a.event.3", NULL, find_event ("violated"), "Broken", "1915-05", NULL);
  add (list, FOED_RECORD_ALLIANCE, "b", "b", NULL, NULL, "Accord", "1875", NULL);
  add (list, FOED_RECORD_PARTY, "b", "b.party.1", "france", party, "France", "1875", NULL);
  add (list, FOED_RECORD_PARTY, "b", "b.party.2", "spain", observer, "Spain", "1875", NULL);
  return list;
}

static FoedTimeline *
make_timeline (void)
{
  g_autoptr(GArray) list = make_occurrences ();

  return foed_timeline_new ((const FoedOccurrence *) (gpointer) list->data, list->len);
}

static void
test_rows (void)
{
  g_autoptr(FoedTimeline) timeline = make_timeline ();
  const char * const titles[] = { "Pact", "Defence", "Consultation", "Austria", "Italy", "Accord", "France", "Spain" };
  guint n_rows;
  const FoedTimelineRow *rows = foed_timeline_get_rows (timeline, &n_rows);

  g_assert_cmpuint (n_rows, ==, G_N_ELEMENTS (titles));
  for (guint i = 0; i < n_rows; i++)
    g_assert_cmpstr (rows[i].title, ==, titles[i]);
  g_assert_cmpuint (foed_timeline_get_n_alliances (timeline), ==, 2);
  g_assert_cmpuint (rows[0].n_obligations, ==, 2);
  g_assert_cmpuint (rows[0].n_parties, ==, 2);
  g_assert_cmpuint (rows[0].n_members, ==, 2);
  /* Who only looks on is no member. */
  g_assert_cmpuint (rows[5].n_members, ==, 1);
  g_assert_cmpint (rows[4].kind, ==, FOED_RECORD_PARTY);
  g_assert_cmpstr (rows[4].state, ==, "italy");
}

static void
test_bars (void)
{
  g_autoptr(FoedTimeline) timeline = make_timeline ();
  guint n_rows;
  const FoedTimelineRow *rows = foed_timeline_get_rows (timeline, &n_rows);

  /* Vague as its source: it may have ended on any day of the year. */
  g_assert_cmpuint (rows[0].n_bars, ==, 1);
  g_assert_cmpint (rows[0].bars[0].last_day, ==, test_day ("1918-12-31"));
  g_assert_cmpint (rows[0].bars[0].certain_last_day, ==, test_day ("1918-01-01"));
  g_assert_cmpstr (rows[0].bars[0].end, ==, "1918");
  /* Duties that follow each other without a gap are one; with a gap they are two. */
  g_assert_cmpuint (rows[1].n_bars, ==, 1);
  g_assert_cmpint (rows[1].bars[0].first_day, ==, test_day ("1880-05-20"));
  g_assert_cmpint (rows[1].bars[0].last_day, ==, test_day ("1918-11-03"));
  g_assert_cmpstr (rows[1].bars[0].record, ==, "a.1");
  g_assert_cmpstr (rows[1].bars[0].end, ==, "1918-11-03");
  g_assert_cmpuint (rows[2].n_bars, ==, 2);
  /* A state that came twice has both times in one row, in order; and a row tells when its duties rested. */
  g_assert_cmpuint (rows[4].n_bars, ==, 2);
  g_assert_cmpstr (rows[4].bars[0].record, ==, "a.party.2");
  g_assert_cmpstr (rows[4].bars[1].record, ==, "a.party.3");
  g_assert_cmpuint (rows[3].n_bars, ==, 2);
  g_assert_cmpint (rows[3].bars[1].kind, ==, FOED_RECORD_SUSPENSION);
  g_assert_cmpint (rows[5].bars[0].last_day, ==, OPEN);
}

static void
test_marks (void)
{
  g_autoptr(FoedTimeline) timeline = make_timeline ();
  guint n_rows;
  const FoedTimelineRow *rows = foed_timeline_get_rows (timeline, &n_rows);
  const FoedTimelineMarkKind kinds[] = { FOED_TIMELINE_SIGNATURE, FOED_TIMELINE_AMENDMENT, FOED_TIMELINE_INVOCATION,
                                         FOED_TIMELINE_BREACH };

  /* The signature is told by an event and by the treaty, and marked once. */
  g_assert_cmpuint (rows[0].n_marks, ==, G_N_ELEMENTS (kinds));
  for (guint i = 0; i < rows[0].n_marks; i++)
    g_assert_cmpint (rows[0].marks[i].kind, ==, kinds[i]);
  g_assert_cmpstr (rows[0].marks[0].record, ==, "a.event.1");
  g_assert_cmpstr (rows[0].marks[1].record, ==, "a.protocol");
  g_assert_cmpint (rows[0].marks[3].first_day, ==, test_day ("1915-05-01"));
  g_assert_cmpint (rows[0].marks[3].last_day, ==, test_day ("1915-05-31"));
  /* What a state takes part in is marked with the state too. */
  g_assert_cmpuint (rows[3].n_marks, ==, 0);
  g_assert_cmpuint (rows[4].n_marks, ==, 1);
  g_assert_cmpstr (rows[4].marks[0].record, ==, "a.event.2");
}

static void
test_extents (void)
{
  g_autoptr(FoedTimeline) timeline = make_timeline ();
  g_autoptr(FoedTimeline) empty = foed_timeline_new (NULL, 0);
  FoedDay first;
  FoedDay last;

  g_assert_true (foed_timeline_get_extents (timeline, test_day ("2000-01-01"), &first, &last));
  g_assert_cmpint (first, ==, test_day ("1875-01-01"));
  g_assert_cmpint (last, ==, test_day ("2000-01-01"));
  g_assert_false (foed_timeline_get_extents (empty, test_day ("2000-01-01"), &first, &last));
}

/* The titles of the lines in order; those that are open stand before what is in them. */
static char *
list_lines (FoedTimeline         *timeline,
            FoedTimelineGrouping  grouping,
            FoedTimelineOrder     order,
            const char           *opened)
{
  g_autoptr(GHashTable) open = g_hash_table_new (NULL, NULL);
  g_autoptr(GArray) lines = NULL;
  GString *text = g_string_new (NULL);

  if (opened != NULL)
    g_hash_table_add (open, (gpointer) g_intern_string (opened));
  lines = foed_timeline_list_lines (timeline, grouping, order, open);
  for (guint i = 0; i < lines->len; i++)
    {
      const FoedTimelineLine *line = &g_array_index (lines, FoedTimelineLine, i);

      if (line->row == NULL)
        g_string_append_printf (text, "[%s %u] ", line->group != NULL ? line->group->nick : "?", line->n_alliances);
      else
        g_string_append_printf (text, "%s%s ", line->row->title, line->open ? ":" : "");
    }
  return g_string_free (text, FALSE);
}

static void
assert_lines (FoedTimelineGrouping  grouping,
              FoedTimelineOrder     order,
              const char           *opened,
              const char           *expected)
{
  g_autoptr(FoedTimeline) timeline = make_timeline ();
  g_autofree char *lines = list_lines (timeline, grouping, order, opened);

  g_assert_cmpstr (lines, ==, expected);
}

static void
test_lines (void)
{
  assert_lines (FOED_TIMELINE_UNGROUPED, FOED_TIMELINE_BEGIN_ORDER, NULL, "Accord Pact ");
  assert_lines (FOED_TIMELINE_UNGROUPED, FOED_TIMELINE_END_ORDER, NULL, "Pact Accord ");
  assert_lines (FOED_TIMELINE_UNGROUPED, FOED_TIMELINE_NAME_ORDER, NULL, "Accord Pact ");
  assert_lines (FOED_TIMELINE_UNGROUPED, FOED_TIMELINE_MEMBERS_ORDER, NULL, "Pact Accord ");
  assert_lines (FOED_TIMELINE_UNGROUPED, FOED_TIMELINE_BEGIN_ORDER, "a",
                "Accord Pact: Defence Consultation Austria Italy ");
  assert_lines (FOED_TIMELINE_BY_REGION, FOED_TIMELINE_BEGIN_ORDER, NULL, "[europe 1] Pact [? 1] Accord ");
  assert_lines (FOED_TIMELINE_BY_OBLIGATION, FOED_TIMELINE_BEGIN_ORDER, "b",
                "[defence 1] Pact [? 1] Accord: France Spain ");
}

static FoedTimeline *
read_timeline (TestLibrary *test,
               FoedQuery   *query)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) list = foed_library_occurrences_sync (test->library, query, NULL, &error);

  g_assert_no_error (error);
  return foed_timeline_new ((const FoedOccurrence *) (gpointer) list->data, list->len);
}

static const FoedTimelineRow *
find_row (FoedTimeline *timeline,
          const char   *alliance,
          const char   *title)
{
  guint n_rows;
  const FoedTimelineRow *rows = foed_timeline_get_rows (timeline, &n_rows);

  for (guint i = 0; i < n_rows; i++)
    {
      if (g_str_equal (rows[i].alliance, alliance) && g_str_equal (rows[i].title, title))
        return &rows[i];
    }
  return NULL;
}

static gboolean
has_mark (const FoedTimelineRow *row,
          FoedTimelineMarkKind   kind,
          const char            *date)
{
  for (guint i = 0; i < row->n_marks; i++)
    {
      if (row->marks[i].kind == kind && g_str_equal (row->marks[i].date, date))
        return TRUE;
    }
  return FALSE;
}

/* What the bundled library tells is there, with its dates, and nothing is lost on the way. */
static void
test_library (void)
{
  g_auto(TestLibrary) test = { 0 };
  g_autoptr(GPtrArray) records = test_library_load_bundled (FOEDERA_LIBRARY_DIR);
  g_autoptr(FoedQuery) query = foed_query_new (FOED_LISTING_ALLIANCES);
  g_autoptr(FoedQuery) states = foed_query_new (FOED_LISTING_STATES);
  g_autoptr(FoedTimeline) timeline = NULL;
  const FoedTimelineRow *row;

  test_library_init (&test);
  test_library_put (&test, records);
  timeline = read_timeline (&test, states);
  g_assert_cmpuint (foed_timeline_get_n_alliances (timeline), ==, test_library_count (&test, query));

  row = find_row (timeline, "nato", "North Atlantic Treaty Organization");
  g_assert_nonnull (row);
  g_assert_cmpstr (row->short_title, ==, "NATO");
  g_assert_cmpint (row->bars[0].first_day, ==, test_day ("1949-08-24"));
  g_assert_cmpint (row->bars[0].last_day, ==, OPEN);
  g_assert_true (has_mark (row, FOED_TIMELINE_SIGNATURE, "1949-04-04"));

  row = find_row (timeline, "anzus", "ANZUS");
  g_assert_true (has_mark (row, FOED_TIMELINE_INVOCATION, "2001-09-14"));
  g_assert_true (has_mark (row, FOED_TIMELINE_EXTENSION, "2011-09-15"));
  row = find_row (timeline, "anzus", "United States");
  g_assert_cmpint (row->bars[row->n_bars - 1].kind, ==, FOED_RECORD_SUSPENSION);
  g_assert_cmpint (row->bars[row->n_bars - 1].first_day, ==, test_day ("1986-08-11"));
  row = find_row (timeline, "warsaw-pact", "Albania");
  g_assert_cmpint (row->bars[0].last_day, <, test_day ("1970-01-01"));
}

/* A day and a filter choose alliances; of each its whole life is told. */
static void
test_query (void)
{
  g_auto(TestLibrary) test = { 0 };
  g_autoptr(GPtrArray) records = test_library_load_bundled (FOEDERA_LIBRARY_DIR);
  g_autoptr(FoedQuery) query = foed_query_new (FOED_LISTING_ALLIANCES);
  g_autoptr(FoedTimeline) timeline = NULL;
  const FoedTimelineRow *row;

  test_library_init (&test);
  test_library_put (&test, records);
  test_take (&query, foed_query_with_day (query, test_day ("1914-08-01")));
  timeline = read_timeline (&test, query);
  g_assert_cmpuint (foed_timeline_get_n_alliances (timeline), ==, test_library_count (&test, query));
  row = find_row (timeline, "triple-alliance", "Italy");
  g_assert_nonnull (row);
  g_assert_cmpint (row->bars[row->n_bars - 1].last_day, >, test_day ("1914-08-01"));
  g_assert_null (find_row (timeline, "nato", "North Atlantic Treaty Organization"));

  test_take (&query, foed_query_with_value (query, FOED_FACET_PARTY, "russia", TRUE));
  g_clear_pointer (&timeline, foed_timeline_unref);
  timeline = read_timeline (&test, query);
  g_assert_cmpuint (foed_timeline_get_n_alliances (timeline), ==, 1);
  g_assert_nonnull (find_row (timeline, "franco-russian-alliance", "France"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timeline/rows", test_rows);
  g_test_add_func ("/timeline/bars", test_bars);
  g_test_add_func ("/timeline/marks", test_marks);
  g_test_add_func ("/timeline/extents", test_extents);
  g_test_add_func ("/timeline/lines", test_lines);
  g_test_add_func ("/timeline/library", test_library);
  g_test_add_func ("/timeline/query", test_query);

  return g_test_run ();
}
