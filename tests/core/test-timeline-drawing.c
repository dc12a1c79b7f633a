/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a timeline is laid out, pointed at and drawn, none of which needs a display. */

#include "config.h"

#include <math.h>

#include "drawing/foed-timeline-drawing.h"
#include "drawing/foed-timeline-words.h"

#define EPSILON 1e-6

static FoedDay
day (int year,
     int month,
     int day_of_month)
{
  return foed_day_from_calendar (year, month, day_of_month);
}

/* From 1815 to 2014, two centuries, in a width of 1000 pixels. */
static FoedTimeScale
make_scale (void)
{
  FoedTimeScale scale = { .first_day = 1, .last_day = 1, .width = 1, .zoom = 1 };

  foed_time_scale_set_time (&scale, day (1815, 1, 1), day (2014, 12, 31));
  foed_time_scale_set_width (&scale, 1000);
  foed_time_scale_fit (&scale);
  return scale;
}

static void
test_scale_limits (void)
{
  FoedTimeScale scale = make_scale ();

  g_assert_cmpfloat_with_epsilon (foed_time_scale_get_x (&scale, day (1815, 1, 1)), 0, EPSILON);
  g_assert_cmpfloat_with_epsilon (foed_time_scale_get_x (&scale, day (2015, 1, 1)), 1000, EPSILON);
  /* From two centuries to a month, and no further. */
  foed_time_scale_set_zoom (&scale, 1e-9, 500);
  g_assert_cmpfloat_with_epsilon (foed_time_scale_get_length (&scale), 1000, EPSILON);
  foed_time_scale_set_zoom (&scale, 1e9, 500);
  g_assert_cmpfloat_with_epsilon (scale.width / scale.zoom, 28, EPSILON);
  /* Nothing before the first day or after the last is shown. */
  foed_time_scale_set_offset (&scale, -1000);
  g_assert_cmpint (foed_time_scale_get_day (&scale, 0), ==, day (1815, 1, 1));
  foed_time_scale_set_offset (&scale, 1e12);
  g_assert_cmpint (foed_time_scale_get_day (&scale, 999), ==, day (2014, 12, 31));
}

static void
test_scale_zoom (void)
{
  FoedTimeScale scale = make_scale ();
  FoedDay kept = foed_time_scale_get_day (&scale, 700.01);

  for (guint i = 0; i < 12; i++)
    {
      foed_time_scale_set_zoom (&scale, scale.zoom * 1.7, 700.01);
      g_assert_cmpint (ABS (foed_time_scale_get_day (&scale, 700.01) - kept), <=, 20);
    }
  /* A time that was shown whole is so in another width, and when more time comes. */
  foed_time_scale_fit (&scale);
  foed_time_scale_set_width (&scale, 400);
  g_assert_cmpfloat_with_epsilon (foed_time_scale_get_length (&scale), 400, EPSILON);
  foed_time_scale_set_time (&scale, day (1700, 1, 1), day (2014, 12, 31));
  g_assert_cmpfloat_with_epsilon (foed_time_scale_get_length (&scale), 400, EPSILON);
  /* Else what is shown stays where it is. */
  foed_time_scale_set_zoom (&scale, 1, 0);
  foed_time_scale_set_offset (&scale, foed_time_scale_get_x (&scale, day (1900, 1, 1)) + scale.offset);
  foed_time_scale_set_time (&scale, day (1600, 1, 1), day (2020, 12, 31));
  g_assert_cmpint (foed_time_scale_get_day (&scale, 0.5), ==, day (1900, 1, 1));
}

/* What is written on the axis, from one side to the other. */
static char *
list_ticks (const FoedTimeScale *scale)
{
  FoedTimeUnit unit;
  g_autoptr(GArray) ticks = foed_time_scale_list_ticks (scale, 60, &unit);
  GString *text = g_string_new (NULL);
  gboolean first = TRUE;

  for (guint i = 0; i < ticks->len; i++)
    {
      const FoedTimeTick *tick = &g_array_index (ticks, FoedTimeTick, i);
      double x = foed_time_scale_get_x (scale, tick->day);
      g_autofree char *word = NULL;

      if (x < 0 || x >= scale->width)
        continue;
      word = foed_time_unit_format (unit, tick, first);
      g_string_append_printf (text, "%s%s", first ? "" : "|", word);
      first = FALSE;
    }
  return g_string_free (text, FALSE);
}

static void
test_scale_ticks (void)
{
  FoedTimeScale scale = make_scale ();
  const struct
  {
    double      days;
    FoedDay     first_day;
    const char *words;
  } cases[] = {
    { 1e9, day (1815, 1, 1), "1820|1840|1860|1880|1900|1920|1940|1960|1980|2000" },
    { 365 * 12, day (1914, 1, 1), "1914|1915|1916|1917|1918|1919|1920|1921|1922|1923|1924|1925" },
    { 365 * 2, day (1914, 6, 1), "Jul 1914|Oct|1915|Apr|Jul|Oct|1916|Apr" },
    { 28, day (1914, 6, 2), "3 Jun 1914|5|7|9|11|13|15|17|19|21|23|25|27|29" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = NULL;

      foed_time_scale_fit (&scale);
      foed_time_scale_set_zoom (&scale, scale.width / cases[i].days, 0);
      foed_time_scale_set_offset (&scale, (cases[i].first_day - scale.first_day) * scale.zoom);
      words = list_ticks (&scale);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static FoedOccurrence
make_occurrence (FoedRecordKind  kind,
                 const char     *record,
                 const char     *state,
                 const FoedTerm *term,
                 char           *title,
                 char           *begin,
                 FoedDay         first_day,
                 FoedDay         last_day)
{
  return (FoedOccurrence) {
    .kind = kind, .alliance = g_intern_static_string ("pact"), .record = g_intern_string (record),
    .state = g_intern_string (state), .term = term, .title = title, .begin = begin, .first_day = first_day,
    .last_day = last_day, .certain_first_day = first_day, .certain_last_day = last_day,
  };
}

/* A pact from 1850 to some day in 1950, with two duties, an open member and some events. */
static FoedTimeline *
make_timeline (void)
{
  const FoedTerm *defence = foed_vocabulary_find (FOED_VOCABULARY_OBLIGATION_KIND, "defence");
  const FoedTerm *neutrality = foed_vocabulary_find (FOED_VOCABULARY_OBLIGATION_KIND, "neutrality");
  const FoedTerm *party = foed_vocabulary_find (FOED_VOCABULARY_PARTY_ROLE, "party");
  const FoedTerm *violated = foed_vocabulary_find (FOED_VOCABULARY_EVENT_KIND, "violated");
  const FoedTerm *other = foed_vocabulary_find (FOED_VOCABULARY_EVENT_KIND, "other");
  FoedOccurrence occurrences[] = {
    make_occurrence (FOED_RECORD_ALLIANCE, "pact", NULL, NULL, (char *) "Pact", (char *) "1850-01-01",
                     day (1850, 1, 1), day (1950, 12, 31)),
    make_occurrence (FOED_RECORD_OBLIGATION, "pact.1", NULL, defence, NULL, NULL, day (1850, 1, 1), day (1950, 12, 31)),
    make_occurrence (FOED_RECORD_OBLIGATION, "pact.2", NULL, neutrality, NULL, NULL, day (1850, 1, 1),
                     day (1899, 12, 31)),
    make_occurrence (FOED_RECORD_PARTY, "pact.party", "france", party, (char *) "France", (char *) "1850-01-01",
                     day (1850, 1, 1), FOED_DAY_LAST),
    make_occurrence (FOED_RECORD_EVENT, "pact.broken", NULL, violated, (char *) "Broken", (char *) "1900-06-15", 0, 0),
    make_occurrence (FOED_RECORD_EVENT, "pact.noted", NULL, other, (char *) "Noted", (char *) "1900-07", 0, 0),
    make_occurrence (FOED_RECORD_EVENT, "pact.later", NULL, other, (char *) "Later", (char *) "1925", 0, 0),
  };

  occurrences[0].certain_last_day = day (1949, 12, 31);
  return foed_timeline_new (occurrences, G_N_ELEMENTS (occurrences));
}

typedef struct
{
  FoedTimeline          *timeline;
  GArray                *lines;
  GArray                *items;
  FoedTimelineFrame  frame;
} Fixture;

static void
lay_out (Fixture *fixture)
{
  g_clear_pointer (&fixture->items, g_array_unref);
  fixture->items = foed_timeline_list_items (fixture->lines, &fixture->frame);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autoptr(GHashTable) open = g_hash_table_new (NULL, NULL);

  g_hash_table_add (open, (gpointer) g_intern_static_string ("pact"));
  fixture->timeline = make_timeline ();
  fixture->lines = foed_timeline_list_lines (fixture->timeline, FOED_TIMELINE_UNGROUPED, FOED_TIMELINE_BEGIN_ORDER,
                                             open);
  fixture->frame = (FoedTimelineFrame) { .width = 1200, .height = 200, .names = 200, .axis = 20, .pitch = 20,
                                         .mirrored = user_data != NULL, .scale = make_scale () };
  lay_out (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_array_unref (fixture->items);
  g_array_unref (fixture->lines);
  foed_timeline_unref (fixture->timeline);
}

static char *
dump (const GArray *items)
{
  static const char * const kinds[] = { "name", "opener", "bar", "band", "rest", "mark" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const FoedTimelineItem *item = &g_array_index (items, FoedTimelineItem, i);

      g_string_append_printf (text, "%u %s %s %g,%g %gx%g", item->line, kinds[item->kind], item->row->title,
                              round (item->x), round (item->y), round (item->width), round (item->height));
      if (item->kind != FOED_TIMELINE_NAME && item->kind != FOED_TIMELINE_OPENER)
        g_string_append_printf (text, " firm %g+%g%s%s", round (item->firm_x), round (item->firm_width),
                                item->open_left ? " open-left" : "", item->open_right ? " open-right" : "");
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

/* A pixel is 73 days. The bar is certain up to 1949; the third mark has no room beside the first and is left out. */
static void
test_items (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_autofree char *text = dump (fixture->items);

  g_assert_cmpstr (text, ==,
                   "0 name Pact 18,20 182x20\n"
                   "0 opener Pact 0,20 18x20\n"
                   "0 bar Pact 375,24 505x12 firm 375+500\n"
                   "0 band Defence 375,24 505x6 firm 375+505\n"
                   "0 band Neutrality 375,30 250x6 firm 375+250\n"
                   "0 mark Pact 623,26 8x8 firm 627+0\n"
                   "0 mark Pact 749,27 6x6 firm 750+5\n"
                   "1 name Defence 31,40 169x20\n"
                   "1 bar Defence 375,44 505x12 firm 375+505\n"
                   "2 name Neutrality 31,60 169x20\n"
                   "2 bar Neutrality 375,64 250x12 firm 375+250\n"
                   "3 name France 31,80 169x20\n"
                   "3 bar France 375,84 825x12 firm 375+825 open-right\n");
}

/* The same from right to left. */
static void
test_items_mirrored (Fixture       *fixture,
                     gconstpointer  user_data)
{
  g_autofree char *text = dump (fixture->items);

  g_assert_cmpstr (text, ==,
                   "0 name Pact 1000,20 182x20\n"
                   "0 opener Pact 1182,20 18x20\n"
                   "0 bar Pact 320,24 505x12 firm 325+500\n"
                   "0 band Defence 320,24 505x6 firm 320+505\n"
                   "0 band Neutrality 575,30 250x6 firm 575+250\n"
                   "0 mark Pact 569,26 8x8 firm 573+0\n"
                   "0 mark Pact 445,27 6x6 firm 445+5\n"
                   "1 name Defence 1000,40 169x20\n"
                   "1 bar Defence 320,44 505x12 firm 320+505\n"
                   "2 name Neutrality 1000,60 169x20\n"
                   "2 bar Neutrality 575,64 250x12 firm 575+250\n"
                   "3 name France 1000,80 169x20\n"
                   "3 bar France 0,84 825x12 firm 0+825 open-left\n");
}

/* Who comes nearer sees the marks that there was no room for; what is out of sight is not laid out. */
static void
test_items_near (Fixture       *fixture,
                 gconstpointer  user_data)
{
  guint n_marks = 0;

  foed_time_scale_set_zoom (&fixture->frame.scale, 5, 0);
  foed_time_scale_set_offset (&fixture->frame.scale,
                              (day (1900, 6, 1) - fixture->frame.scale.first_day) * fixture->frame.scale.zoom);
  lay_out (fixture);
  for (guint i = 0; i < fixture->items->len; i++)
    n_marks += g_array_index (fixture->items, FoedTimelineItem, i).kind == FOED_TIMELINE_MARK;
  g_assert_cmpuint (n_marks, ==, 2);

  fixture->frame.scroll = 60;
  fixture->frame.height = 40;
  lay_out (fixture);
  for (guint i = 0; i < fixture->items->len; i++)
    g_assert_cmpuint (g_array_index (fixture->items, FoedTimelineItem, i).line, ==, 3);
}

static void
assert_pick (Fixture              *fixture,
             double                x,
             double                y,
             FoedTimelineItemKind  kind,
             const char           *title)
{
  int picked = foed_timeline_pick (fixture->items, x, y, 4);
  const FoedTimelineItem *item;

  g_assert_cmpint (picked, >=, 0);
  item = &g_array_index (fixture->items, FoedTimelineItem, picked);
  g_assert_cmpint (item->kind, ==, kind);
  g_assert_cmpstr (item->row->title, ==, title);
}

static void
test_pick (Fixture       *fixture,
           gconstpointer  user_data)
{
  assert_pick (fixture, 100, 30, FOED_TIMELINE_NAME, "Pact");
  assert_pick (fixture, 5, 30, FOED_TIMELINE_OPENER, "Pact");
  assert_pick (fixture, 400, 26, FOED_TIMELINE_BAND, "Defence");
  assert_pick (fixture, 400, 33, FOED_TIMELINE_BAND, "Neutrality");
  assert_pick (fixture, 700, 33, FOED_TIMELINE_BAR, "Pact");
  assert_pick (fixture, 620, 33, FOED_TIMELINE_MARK, "Pact");
  assert_pick (fixture, 1100, 90, FOED_TIMELINE_BAR, "France");
  g_assert_cmpint (foed_timeline_pick (fixture->items, 300, 30, 4), ==, -1);
  g_assert_cmpint (foed_timeline_frame_get_day (&fixture->frame, 200), ==, day (1815, 1, 1));
  g_assert_cmpfloat_with_epsilon (foed_timeline_frame_get_x (&fixture->frame, day (1815, 1, 1)), 200, 1);
}

/* The colour of a pixel of what is drawn. */
static guint
get_pixel (cairo_surface_t *surface,
           int              x,
           int              y)
{
  const guchar *data = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) data)[x] & 0xffffff;
}

static cairo_surface_t *
draw (Fixture *fixture)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1200, 200);
  cairo_t *cr = cairo_create (surface);
  PangoContext *context = pango_cairo_create_context (cr);
  const FoedTimelineLook look = { .hovered = -1, .day = day (1830, 12, 31), .day_on = TRUE };
  FoedTimelineStyle style = { .palette = { { 0, 0, 0, 1 }, { 1, 1, 1, 1 }, FALSE }, .accent = { 0, 0, 1, 1 },
                              .breach = { 1, 0, 0, 1 } };

  for (guint i = 0; i < FOED_TIMELINE_N_KINDS_MAX; i++)
    style.kinds[i] = (FoedColour) { 0, i == 0 ? 1 : 0, i == 0 ? 0 : 1, 1 };
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  foed_timeline_draw (cr, context, fixture->lines, fixture->items, &fixture->frame, &style, &look);
  g_object_unref (context);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* What is certain is solid, what is not is lighter, what is open fades; the day has a line. */
static void
test_drawing (Fixture       *fixture,
              gconstpointer  user_data)
{
  cairo_surface_t *surface = draw (fixture);
  guint n_solid = 0;

  g_assert_cmphex (get_pixel (surface, 500, 26), ==, 0x00ff00);
  g_assert_cmphex (get_pixel (surface, 500, 33), ==, 0x0000ff);
  g_assert_cmphex (get_pixel (surface, 500, 22), ==, 0xffffff);
  /* The year in which it ended. */
  for (int x = 876; x < 880; x++)
    n_solid += get_pixel (surface, x, 33) == get_pixel (surface, 700, 33);
  g_assert_cmpuint (n_solid, <, 4);
  /* The open end: ever lighter. */
  g_assert_cmphex (get_pixel (surface, 1175, 90) & 0xff, <, get_pixel (surface, 1185, 90) & 0xff);
  g_assert_cmphex (get_pixel (surface, 1185, 90) & 0xff, <, get_pixel (surface, 1198, 90) & 0xff);
  /* The breach is red in the middle of its cross. */
  g_assert_cmphex (get_pixel (surface, 627, 30) >> 16, ==, 0xff);
  g_assert_cmphex (get_pixel (surface, 627, 30) & 0xff, <, 0x60);
  g_assert_cmphex (get_pixel (surface, (int) foed_timeline_frame_get_x (&fixture->frame, day (1830, 12, 31)), 150), ==,
                   0x0000ff);
  cairo_surface_destroy (surface);
}

static void
test_words (Fixture       *fixture,
            gconstpointer  user_data)
{
  const FoedTimelineRow *pact = g_array_index (fixture->lines, FoedTimelineLine, 0).row;
  const FoedTimelineRow *france = g_array_index (fixture->lines, FoedTimelineLine, 3).row;
  g_autofree char *row = foed_timeline_describe_row (pact);
  g_autofree char *state = foed_timeline_describe_row (france);
  g_autofree char *mark = foed_timeline_describe_mark (&pact->marks[0]);

  g_assert_cmpstr (row, ==, "1 January 1850 – 31 December 1950; 1 member in all; Defence, Neutrality; 3 events");
  g_assert_cmpstr (state, ==, "Party, since 1 January 1850");
  g_assert_cmpstr (mark, ==, "15 June 1900, Violated: Broken");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/time-scale/limits", test_scale_limits);
  g_test_add_func ("/time-scale/zoom", test_scale_zoom);
  g_test_add_func ("/time-scale/ticks", test_scale_ticks);
  g_test_add ("/timeline/items", Fixture, NULL, set_up, test_items, tear_down);
  g_test_add ("/timeline/items/mirrored", Fixture, "mirrored", set_up, test_items_mirrored, tear_down);
  g_test_add ("/timeline/items/near", Fixture, NULL, set_up, test_items_near, tear_down);
  g_test_add ("/timeline/pick", Fixture, NULL, set_up, test_pick, tear_down);
  g_test_add ("/timeline/drawing", Fixture, NULL, set_up, test_drawing, tear_down);
  g_test_add ("/timeline/words", Fixture, NULL, set_up, test_words, tear_down);

  return g_test_run ();
}
