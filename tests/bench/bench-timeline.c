/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Measures what a timeline takes in the main thread: to lay its lines out anew, and to lay out and draw one frame while
 * it is scrolled and enlarged. Only what can be seen may cost anything. */

#include "config.h"

#include "drawing/foed-timeline-drawing.h"

#define WIDTH 1190
#define HEIGHT 743
#define N_FRAMES 120

/* What a frame may take at 60 in a second. */
#define AIM_FRAME 16.7

/* As many alliances and spells as the largest data set has, and ten times as many. */
static const guint sizes[] = { 789, 7890 };

static FoedTimeline *
make_timeline (guint n_alliances)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (1);
  g_autoptr(GArray) list = g_array_new (FALSE, FALSE, sizeof (FoedOccurrence));
  g_autoptr(GStringChunk) words = g_string_chunk_new (65536);
  guint n_terms;
  const FoedTerm *terms = foed_vocabulary_get_terms (FOED_VOCABULARY_OBLIGATION_KIND, &n_terms);

  for (guint i = 0; i < n_alliances; i++)
    {
      g_autofree char *id = g_strdup_printf ("alliance-%u", i);
      FoedOccurrence life = { .kind = FOED_RECORD_ALLIANCE, .alliance = g_intern_string (id),
                              .record = g_intern_string (id) };

      life.title = g_string_chunk_insert (words, id);
      life.first_day = life.certain_first_day = foed_day_from_calendar (g_rand_int_range (random, 1815, 2010), 5, 20);
      life.last_day = i % 4 == 0 ? FOED_DAY_LAST : life.first_day + g_rand_int_range (random, 300, 20000);
      life.certain_last_day = life.last_day;
      g_array_append_val (list, life);
      for (guint j = 0; j < 8; j++)
        {
          FoedOccurrence part = life;

          part.kind = j < 3 ? FOED_RECORD_PARTY : j < 6 ? FOED_RECORD_OBLIGATION : FOED_RECORD_EVENT;
          part.term = part.kind == FOED_RECORD_OBLIGATION ? &terms[g_rand_int_range (random, 0, (int) n_terms)] : NULL;
          if (part.kind == FOED_RECORD_PARTY)
            part.state = g_intern_static_string (j == 0 ? "france" : j == 1 ? "russia" : "italy");
          if (part.kind == FOED_RECORD_EVENT)
            part.begin = (char *) "1914-08-01";
          g_array_append_val (list, part);
        }
    }
  return foed_timeline_new ((const FoedOccurrence *) (gpointer) list->data, list->len);
}

static double
get_milliseconds (gint64 begin)
{
  return (double) (g_get_monotonic_time () - begin) / 1000;
}

static int
compare_doubles (const double *a,
                 const double *b)
{
  return *a < *b ? -1 : *a > *b;
}

static void
draw_frame (cairo_t                 *cr,
            PangoContext            *context,
            const GArray            *lines,
            const FoedTimelineFrame *frame)
{
  g_autoptr(GArray) items = foed_timeline_list_items (lines, frame);
  const FoedTimelineStyle style = { .palette = { { 0, 0, 0, 1 }, { 1, 1, 1, 1 }, FALSE }, .accent = { 0, 0, 1, 1 } };
  const FoedTimelineLook look = { .hovered = -1, .day = frame->scale.first_day + 40000, .day_on = TRUE };

  foed_timeline_draw (cr, context, lines, items, frame, &style, &look);
}

/* Down and into time and back again. */
static void
move (FoedTimelineFrame *frame,
      guint              i)
{
  gboolean there = i % 60 < 30;

  frame->scroll = MAX (frame->scroll + (there ? 35 : -20), 0);
  foed_time_scale_set_zoom (&frame->scale, frame->scale.zoom * (there ? 1.08 : 1 / 1.08), 500);
}

static void
measure (guint n_alliances)
{
  g_autoptr(FoedTimeline) timeline = make_timeline (n_alliances);
  g_autoptr(GHashTable) open = g_hash_table_new (NULL, NULL);
  g_autoptr(GArray) frames = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) lines = NULL;
  PangoContext *context;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  FoedTimelineFrame frame = { .width = WIDTH, .height = HEIGHT, .names = 270, .axis = 30, .pitch = 26,
                              .scale = { .first_day = 1, .last_day = 1, .width = 1, .zoom = 1 } };
  guint n_rows;
  const FoedTimelineRow *rows = foed_timeline_get_rows (timeline, &n_rows);
  double lay_out;
  double median;
  gint64 begin;

  for (guint i = 0; i < n_rows; i++)
    g_hash_table_add (open, (gpointer) rows[i].alliance);
  begin = g_get_monotonic_time ();
  lines = foed_timeline_list_lines (timeline, FOED_TIMELINE_BY_OBLIGATION, FOED_TIMELINE_NAME_ORDER, open);
  lay_out = get_milliseconds (begin);
  context = pango_cairo_create_context (cr);
  foed_time_scale_set_time (&frame.scale, foed_day_from_calendar (1810, 1, 1), foed_day_from_calendar (2030, 1, 1));
  foed_time_scale_set_width (&frame.scale, WIDTH - frame.names);
  draw_frame (cr, context, lines, &frame);
  for (guint i = 0; i < N_FRAMES; i++)
    {
      double milliseconds;

      begin = g_get_monotonic_time ();
      move (&frame, i);
      draw_frame (cr, context, lines, &frame);
      milliseconds = get_milliseconds (begin);
      g_array_append_val (frames, milliseconds);
    }
  g_array_sort (frames, (GCompareFunc) compare_doubles);
  median = g_array_index (frames, double, N_FRAMES / 2);
  g_print ("%9u  %6u  %8.1f  %6.1f  %6.1f  %5.2f\n", n_alliances, lines->len, lay_out, median,
           g_array_index (frames, double, N_FRAMES * 99 / 100), median / AIM_FRAME);
  g_object_unref (context);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (void)
{
  g_print ("alliances   lines  lay out  median     99%%  (aim)\n");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    measure (sizes[i]);
  return 0;
}
