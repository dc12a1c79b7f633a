/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Measures what a frame takes in the main thread, from before to after painting, while a picture is panned and zoomed. */

#include "config.h"

#include <adwaita.h>
#include <math.h>
#include <time.h>

#include "explorer/canvas/explorer-canvas.h"

#define WIDTH 1190
#define HEIGHT 743
#define N_FRAMES 120

/* What a frame may take at 60 in a second, and what the main loop may be held up by. */
#define AIM_FRAME 16.7
#define AIM_STALL 50.0

typedef struct
{
  guint    n_nodes;
  guint    n_edges;
} Size;

static const Size sizes[] = { { 300, 3000 }, { 2000, 20000 }, { 10000, 100000 } };

typedef struct
{
  GtkWidget *window;
  GtkWidget *canvas;
  GArray    *frames;       /* milliseconds */
  GArray    *work;         /* milliseconds of work in the main thread, however busy the machine is else */
  gint64     begin;
  double     work_begin;
  gint64     last_turn;
  double     stall;        /* milliseconds */
  guint      n_frames;
  gboolean   zooming;
  gboolean   moved;
} Bench;

/* Nodes in a square, and edges between any two: long ones, the worst case. */
static ExplorerPicture *
make_picture (const Size *size)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (1);
  g_autofree ExplorerPictureNode *nodes = g_new0 (ExplorerPictureNode, size->n_nodes);
  g_autofree ExplorerPictureEdge *edges = g_new0 (ExplorerPictureEdge, size->n_edges);
  g_autoptr(GStringChunk) names = g_string_chunk_new (4096);
  double side = sqrt (size->n_nodes) * 60;

  for (guint i = 0; i < size->n_nodes; i++)
    {
      g_autofree char *name = g_strdup_printf ("N%05u", i);

      nodes[i] = (ExplorerPictureNode) {
        .id = g_string_chunk_insert (names, name), .label = g_string_chunk_insert (names, name),
        .title = g_string_chunk_insert (names, name), .radius = 7, .shape = i % 4 == 0, .visible = TRUE,
        .colour = { 0.1f, 0.4f, 0.7f, 1 }, .importance = g_rand_double (random),
      };
      nodes[i].point.x = g_rand_double_range (random, -side / 2 * 1.6, side / 2 * 1.6);
      nodes[i].point.y = g_rand_double_range (random, -side / 2, side / 2);
    }
  for (guint i = 0; i < size->n_edges; i++)
    edges[i] = (ExplorerPictureEdge) {
      .from = g_rand_int_range (random, 0, (int) size->n_nodes), .to = g_rand_int_range (random, 0, (int) size->n_nodes),
      .colour = { 0.3f, 0.3f, 0.3f, 0.4f }, .width = 1,
    };
  return explorer_picture_new (nodes, size->n_nodes, edges, size->n_edges);
}

static double
get_work (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1000000;
}

static void
before_paint_cb (GdkFrameClock *clock,
                 Bench         *bench)
{
  bench->begin = g_get_monotonic_time ();
  bench->work_begin = get_work ();
  bench->moved = FALSE;
}

static void
after_paint_cb (GdkFrameClock *clock,
                Bench         *bench)
{
  double milliseconds = (double) (g_get_monotonic_time () - bench->begin) / 1000;
  double work = get_work () - bench->work_begin;

  if (!bench->moved)
    return;
  g_array_append_val (bench->frames, milliseconds);
  g_array_append_val (bench->work, work);
}

static gboolean
turn_cb (gpointer user_data)
{
  Bench *bench = user_data;
  gint64 now = g_get_monotonic_time ();

  /* A turn is due every 4 ms. */
  bench->stall = MAX (bench->stall, (double) (now - bench->last_turn) / 1000 - 4);
  bench->last_turn = now;
  return G_SOURCE_CONTINUE;
}

static gboolean
move_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  Bench *bench = user_data;
  ExplorerViewport *viewport = explorer_canvas_get_viewport (EXPLORER_CANVAS (bench->canvas));
  gboolean there = bench->n_frames % 60 < 30;

  bench->moved = TRUE;
  if (bench->zooming)
    explorer_viewport_zoom_about (viewport, there ? 1.03 : 1 / 1.03, 500, 300);
  else
    explorer_viewport_pan (viewport, there ? 9 : -9, there ? 5 : -5);
  return ++bench->n_frames < N_FRAMES ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static int
compare_doubles (const double *a,
                 const double *b)
{
  return *a < *b ? -1 : *a > *b;
}

static void
wait_until_drawn (Bench *bench)
{
  gboolean busy = TRUE;

  while (busy)
    {
      gint64 end = g_get_monotonic_time () + 300000;

      while (g_get_monotonic_time () < end)
        g_main_context_iteration (NULL, FALSE);
      g_object_get (gtk_widget_get_first_child (bench->canvas), "busy", &busy, NULL);
    }
}

static void
measure (Bench      *bench,
         const Size *size,
         gboolean    zooming)
{
  g_autoptr(GArray) frames = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) work = g_array_new (FALSE, FALSE, sizeof (double));
  double median;
  double worst;
  guint turn;

  /* Who has moved is not brought back when the window is laid out. */
  explorer_canvas_zoom (EXPLORER_CANVAS (bench->canvas), zooming ? 1 : 1.5);
  wait_until_drawn (bench);
  bench->zooming = zooming;
  bench->n_frames = 0;
  bench->stall = 0;
  bench->last_turn = g_get_monotonic_time ();
  bench->frames = frames;
  bench->work = work;
  turn = g_timeout_add (4, turn_cb, bench);
  gtk_widget_add_tick_callback (bench->canvas, move_cb, bench, NULL);
  while (bench->n_frames < N_FRAMES)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (turn);
  bench->moved = FALSE;
  g_array_sort (work, (GCompareFunc) compare_doubles);
  g_array_sort (frames, (GCompareFunc) compare_doubles);
  median = g_array_index (frames, double, frames->len / 2);
  worst = g_array_index (frames, double, frames->len * 99 / 100);
  g_print ("%5u  %6u  %s  %6.1f  %6.1f  %6.1f  %5.2f  %6.1f  %5.2f\n", size->n_nodes, size->n_edges,
           zooming ? "zoom" : "pan ", g_array_index (work, double, work->len / 2), median, worst, median / AIM_FRAME,
           bench->stall, bench->stall / AIM_STALL);
}

int
main (void)
{
  Bench bench = { 0 };
  GdkFrameClock *clock;

  gtk_init ();
  adw_init ();
  bench.window = gtk_window_new ();
  bench.canvas = explorer_canvas_new ();
  gtk_window_set_child (GTK_WINDOW (bench.window), bench.canvas);
  gtk_window_set_default_size (GTK_WINDOW (bench.window), WIDTH, HEIGHT);
  gtk_window_present (GTK_WINDOW (bench.window));
  while (!gtk_widget_get_mapped (bench.canvas))
    g_main_context_iteration (NULL, TRUE);
  clock = gtk_widget_get_frame_clock (bench.canvas);
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), &bench);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), &bench);

  g_print ("renderer: %s\n", g_getenv ("GSK_RENDERER") != NULL ? g_getenv ("GSK_RENDERER") : "as GTK chooses");
  g_print ("nodes    ties  move    work  median    99%%  (aim)   stall  (aim)\n");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr(ExplorerPicture) picture = make_picture (&sizes[i]);

      explorer_canvas_set_picture (EXPLORER_CANVAS (bench.canvas), picture);
      measure (&bench, &sizes[i], FALSE);
      measure (&bench, &sizes[i], TRUE);
    }
  gtk_window_destroy (GTK_WINDOW (bench.window));
  return 0;
}
