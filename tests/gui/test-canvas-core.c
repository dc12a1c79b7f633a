/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a canvas reckons with, none of which needs a display. */

#include "config.h"

#include <math.h>

#include "explorer/canvas/explorer-kinetic.h"
#include "explorer/canvas/explorer-overview.h"
#include "explorer/canvas/explorer-picture.h"
#include "explorer/canvas/explorer-raster.h"
#include "explorer/canvas/explorer-viewport.h"

#define EPSILON 1e-6

static void
assert_point (FoedPoint point,
              double    x,
              double    y)
{
  g_assert_cmpfloat_with_epsilon (point.x, x, EPSILON);
  g_assert_cmpfloat_with_epsilon (point.y, y, EPSILON);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static ExplorerViewport *
make_viewport (double width,
               double height)
{
  ExplorerViewport *viewport = explorer_viewport_new ();

  explorer_viewport_set_size (viewport, width, height);
  return viewport;
}

static void
test_viewport_coordinates (void)
{
  g_autoptr(ExplorerViewport) viewport = make_viewport (400, 300);
  ExplorerBox box;

  assert_point (explorer_viewport_to_widget (viewport, (FoedPoint) { 0, 0 }), 200, 150);
  explorer_viewport_go_to (viewport, (FoedPoint) { 10, 20 }, 2);
  assert_point (explorer_viewport_to_widget (viewport, (FoedPoint) { 10, 20 }), 200, 150);
  assert_point (explorer_viewport_to_widget (viewport, (FoedPoint) { 11, 19 }), 202, 148);
  assert_point (explorer_viewport_to_world (viewport, (FoedPoint) { 202, 148 }), 11, 19);
  explorer_viewport_get_visible (viewport, 10, &box);
  assert_point (box.first, 10 - 105, 20 - 80);
  assert_point (box.last, 10 + 105, 20 + 80);
}

static void
test_viewport_zoom_about (void)
{
  g_autoptr(ExplorerViewport) viewport = make_viewport (400, 300);
  FoedPoint kept = explorer_viewport_to_world (viewport, (FoedPoint) { 320, 40 });

  for (guint i = 0; i < 5; i++)
    {
      explorer_viewport_zoom_about (viewport, 1.3, 320, 40);
      assert_point (explorer_viewport_to_world (viewport, (FoedPoint) { 320, 40 }), kept.x, kept.y);
    }
  /* Where it can't go on, it does not slide away either. */
  explorer_viewport_zoom_about (viewport, 1000, 320, 40);
  assert_point (explorer_viewport_to_world (viewport, (FoedPoint) { 320, 40 }), kept.x, kept.y);
  g_assert_cmpfloat (explorer_viewport_get_zoom (viewport), <, 10);
}

static void
test_viewport_limits (void)
{
  g_autoptr(ExplorerViewport) viewport = make_viewport (400, 300);
  const ExplorerBox bounds = { { -1000, -500 }, { 1000, 500 } };
  double lowest;
  double highest;

  explorer_viewport_set_bounds (viewport, &bounds);
  explorer_viewport_get_limits (viewport, &lowest, &highest);
  explorer_viewport_zoom_about (viewport, 1e-6, 0, 0);
  g_assert_cmpfloat (explorer_viewport_get_zoom (viewport), ==, lowest);
  /* All of it can be seen, and it is not lost in the distance. */
  g_assert_cmpfloat (2000 * lowest, <=, 400);
  g_assert_cmpfloat (2000 * lowest, >=, 100);

  explorer_viewport_pan (viewport, 1e6, -1e6);
  assert_point (explorer_viewport_get_centre (viewport), -1000, 500);
}

static void
test_viewport_fit (void)
{
  g_autoptr(ExplorerViewport) viewport = make_viewport (400, 300);
  const ExplorerBox wide = { { 0, 0 }, { 1000, 10 } };
  const ExplorerBox high = { { 0, 0 }, { 10, 1000 } };
  const ExplorerBox small = { { 5, 5 }, { 6, 6 } };
  const ExplorerBox empty = { { 5, 5 }, { 5, 5 } };

  explorer_viewport_fit (viewport, &wide, 50, 20, 20);
  assert_point (explorer_viewport_to_widget (viewport, (FoedPoint) { 0, 5 }), 50, 150);
  assert_point (explorer_viewport_to_widget (viewport, (FoedPoint) { 1000, 5 }), 350, 150);
  /* A single node does not fill the screen. */
  explorer_viewport_fit (viewport, &small, 50, 20, 20);
  g_assert_cmpfloat (explorer_viewport_get_zoom (viewport), <, 2);
  assert_point (explorer_viewport_get_centre (viewport), 5.5, 5.5);
  explorer_viewport_fit (viewport, &empty, 50, 20, 20);
  assert_point (explorer_viewport_get_centre (viewport), 5.5, 5.5);
  /* What lies over the widget below takes room from there, but never more than half. */
  explorer_viewport_fit (viewport, &wide, 50, 20, 120);
  g_assert_cmpfloat (explorer_viewport_to_widget (viewport, wide.last).y, <=, 180 + EPSILON);
  g_assert_cmpfloat (explorer_viewport_to_widget (viewport, wide.first).y, >=, 20 - EPSILON);
  explorer_viewport_fit (viewport, &high, 0, 20, 1000);
  g_assert_cmpfloat_with_epsilon (explorer_viewport_to_widget (viewport, high.last).y, 170, EPSILON);
  g_assert_cmpfloat_with_epsilon (explorer_viewport_to_widget (viewport, high.first).y, 20, EPSILON);
}

static void
test_viewport_changed (void)
{
  g_autoptr(ExplorerViewport) viewport = make_viewport (400, 300);
  guint n_changes = 0;

  g_signal_connect_swapped (viewport, "changed", G_CALLBACK (count_cb), &n_changes);
  explorer_viewport_pan (viewport, 5, 5);
  g_assert_cmpuint (n_changes, ==, 1);
  explorer_viewport_pan (viewport, 0, 0);
  explorer_viewport_set_size (viewport, 400, 300);
  g_assert_cmpuint (n_changes, ==, 1);
  explorer_viewport_set_size (viewport, 500, 300);
  g_assert_cmpuint (n_changes, ==, 2);
  g_assert_finalize_object (g_steal_pointer (&viewport));
}

/* A cross: a square in the middle, circles around it, one that is not there and one by itself. */
static ExplorerPicture *
make_picture (void)
{
  const ExplorerPictureNode nodes[] = {
    { .id = "middle", .label = "M", .point = { 0, 0 }, .radius = 10, .shape = FOED_SHAPE_SQUARE, .importance = 9,
      .visible = TRUE },
    { .id = "east", .label = "E", .point = { 100, 10 }, .radius = 5, .importance = 3, .visible = TRUE },
    { .id = "north", .label = "N", .point = { 0, -100 }, .radius = 5, .importance = 5, .visible = TRUE },
    { .id = "west", .label = "W", .point = { -100, 0 }, .radius = 5, .importance = 4, .visible = TRUE },
    { .id = "gone", .label = "G", .point = { 50, 0 }, .radius = 5, .importance = 8, .visible = FALSE },
    { .id = "far", .label = "F", .point = { 300, 0 }, .radius = 5, .importance = 1, .visible = TRUE },
  };
  const ExplorerPictureEdge edges[] = {
    { .from = 0, .to = 1, .edge = 10, .width = 1 },
    { .from = 0, .to = 2, .edge = 11, .width = 1, .offset = 4 },
    { .from = 0, .to = 3, .edge = 12, .width = 1 },
  };

  return explorer_picture_new (nodes, G_N_ELEMENTS (nodes), edges, G_N_ELEMENTS (edges));
}

static void
test_picture_ranking (void)
{
  g_autoptr(ExplorerPicture) picture = make_picture ();
  const guint expected[] = { 0, 2, 3, 1, 5 };
  guint n_visible;
  const guint *ranking = explorer_picture_get_ranking (picture, &n_visible);
  ExplorerBox box;

  g_assert_cmpmem (ranking, n_visible * sizeof (guint), expected, sizeof expected);
  g_assert_cmpint (explorer_picture_find (picture, "west"), ==, 3);
  g_assert_cmpint (explorer_picture_find (picture, "south"), ==, -1);
  g_assert_true (explorer_picture_get_extents (picture, TRUE, &box));
  assert_point (box.first, -105, -105);
  assert_point (box.last, 305, 15);
}

static void
test_picture_pick (void)
{
  g_autoptr(ExplorerPicture) picture = make_picture ();

  g_assert_cmpint (explorer_picture_pick_node (picture, (FoedPoint) { 9, 9 }, 1, 0), ==, 0);
  /* The corner of the square belongs to it, that of the circle does not. */
  g_assert_cmpint (explorer_picture_pick_node (picture, (FoedPoint) { 104.5, 14.5 }, 1, 0), ==, -1);
  g_assert_cmpint (explorer_picture_pick_node (picture, (FoedPoint) { 104.5, 14.5 }, 1, 4), ==, 1);
  g_assert_cmpint (explorer_picture_pick_node (picture, (FoedPoint) { 50, 0 }, 1, 4), ==, -1);
  /* Nodes are larger than their share when all is small, so that they can be hit. */
  g_assert_cmpint (explorer_picture_pick_node (picture, (FoedPoint) { 109, 10 }, 0.2, 0), ==, 1);

  g_assert_cmpint (explorer_picture_pick_edge (picture, (FoedPoint) { -50, 2 }, 1, 3), ==, 2);
  g_assert_cmpint (explorer_picture_pick_edge (picture, (FoedPoint) { -50, 20 }, 1, 3), ==, -1);
  /* The edge to the north lies four pixels to its left, seen from the middle. */
  g_assert_cmpint (explorer_picture_pick_edge (picture, (FoedPoint) { -4, -50 }, 1, 1), ==, 1);
  g_assert_cmpint (explorer_picture_pick_edge (picture, (FoedPoint) { 4, -50 }, 1, 1), ==, -1);
}

static void
test_picture_segment (void)
{
  g_autoptr(ExplorerPicture) picture = make_picture ();
  guint n_edges;
  const ExplorerPictureEdge *edges = explorer_picture_get_edges (picture, &n_edges);
  ExplorerSegment segment = explorer_picture_get_segment (picture, &edges[2], 1);

  /* From rim to rim, half a pixel under either. */
  assert_point (segment.from, -9.5, 0);
  assert_point (segment.to, -95.5, 0);
  segment = explorer_picture_get_segment (picture, &edges[1], 1);
  assert_point (segment.from, -4, -9.5);
  assert_point (segment.to, -4, -95.5);
}

static void
test_picture_next (void)
{
  g_autoptr(ExplorerPicture) picture = make_picture ();

  g_assert_cmpint (explorer_picture_get_next (picture, 0, 1, 0), ==, 1);
  g_assert_cmpint (explorer_picture_get_next (picture, 0, -1, 0), ==, 3);
  g_assert_cmpint (explorer_picture_get_next (picture, 0, 0, -1), ==, 2);
  g_assert_cmpint (explorer_picture_get_next (picture, 0, 0, 1), ==, -1);
  /* Where no neighbour is in that direction, the nearest of the others is. */
  g_assert_cmpint (explorer_picture_get_next (picture, 1, 1, 0), ==, 5);
  g_assert_cmpint (explorer_picture_get_next (picture, 5, -1, 0), ==, 1);
}

static void
test_picture_reach (void)
{
  g_autoptr(ExplorerPicture) picture = make_picture ();
  g_autoptr(GArray) own = explorer_picture_list_reach (picture, 1, FALSE);
  g_autoptr(GArray) through = explorer_picture_list_reach (picture, 1, TRUE);
  g_autoptr(GArray) middle = explorer_picture_list_reach (picture, 0, TRUE);

  g_assert_cmpuint (own->len, ==, 1);
  /* From a state through its alliance to its allies. */
  g_assert_cmpuint (through->len, ==, 3);
  g_assert_cmpuint (middle->len, ==, 3);
}

static void
test_picture_like (void)
{
  g_autoptr(ExplorerPicture) picture = make_picture ();
  g_autoptr(ExplorerPicture) same = make_picture ();
  const ExplorerPictureNode moved = { .id = "middle", .point = { 1, 0 }, .visible = TRUE };
  g_autoptr(ExplorerPicture) other = explorer_picture_new (&moved, 1, NULL, 0);

  g_assert_true (explorer_picture_is_like (picture, same));
  g_assert_false (explorer_picture_is_like (picture, other));
}

static guint
get_alpha (const ExplorerRaster *raster,
           int                   x,
           int                   y)
{
  return raster->pixels[y * raster->width + x] >> 24;
}

static guint
sum_alpha (const ExplorerRaster *raster)
{
  guint sum = 0;

  for (int i = 0; i < raster->width * raster->height; i++)
    sum += raster->pixels[i] >> 24;
  return sum;
}

static void
test_raster_line (void)
{
  const GdkRGBA black = { 0, 0, 0, 1 };

  /* A line of a given length covers as much whatever its direction, even where it leaves the raster. */
  for (double angle = 0; angle < 2 * G_PI; angle += G_PI / 11)
    {
      g_auto(ExplorerRaster) raster = { 0 };
      double x = cos (angle) * 40;
      double y = sin (angle) * 40;

      explorer_raster_init (&raster, 100, 100);
      explorer_raster_line (&raster, 50 - x, 50 - y, 50 + x, 50 + y, 2, 0, explorer_pixel_new (&black));
      g_assert_cmpfloat_with_epsilon (sum_alpha (&raster) / 255.0, 160, 8);
    }
}

static void
test_raster_clip (void)
{
  g_auto(ExplorerRaster) raster = { 0 };
  const GdkRGBA black = { 0, 0, 0, 1 };
  ExplorerPixel pixel = explorer_pixel_new (&black);

  explorer_raster_init (&raster, 20, 10);
  explorer_raster_line (&raster, -1e6, 5.5, 1e6, 5.5, 1, 0, pixel);
  for (int x = 0; x < 20; x++)
    {
      g_assert_cmpuint (get_alpha (&raster, x, 5), ==, 255);
      g_assert_cmpuint (get_alpha (&raster, x, 3), ==, 0);
    }
  explorer_raster_line (&raster, 3, -1e5, 3, -50, 1, 0, pixel);
  explorer_raster_line (&raster, -50, -50, -50, 1e5, 3, 4, pixel);
  explorer_raster_line (&raster, 4, 4, 4, 4, 1, 0, pixel);
  explorer_raster_disc (&raster, -5, -5, 4, pixel);
  explorer_raster_disc (&raster, 20, 10, 4, pixel);
  explorer_raster_arrow (&raster, 0, 0, 19.5, 9.5, 8, pixel);
  explorer_raster_arrow (&raster, 5, 5, 5, 5, 8, pixel);
  g_assert_cmpuint (get_alpha (&raster, 0, 0), ==, 0);
  g_assert_cmpuint (get_alpha (&raster, 19, 9), ==, 255);
}

static void
test_raster_dashes (void)
{
  g_auto(ExplorerRaster) raster = { 0 };
  const GdkRGBA black = { 0, 0, 0, 1 };

  explorer_raster_init (&raster, 40, 3);
  explorer_raster_line (&raster, 0, 1.5, 40, 1.5, 1, 5, explorer_pixel_new (&black));
  for (int x = 0; x < 40; x++)
    g_assert_cmpuint (get_alpha (&raster, x, 1), ==, x % 10 < 5 ? 255 : 0);
}

static void
test_raster_shapes (void)
{
  g_auto(ExplorerRaster) disc = { 0 };
  g_auto(ExplorerRaster) square = { 0 };
  const GdkRGBA half = { 1, 0.5f, 0, 0.5f };
  ExplorerPixel pixel = explorer_pixel_new (&half);

  g_assert_cmphex (pixel, ==, 0x80804000);
  explorer_raster_init (&disc, 40, 40);
  explorer_raster_disc (&disc, 20, 20, 10, explorer_pixel_new (&(GdkRGBA) { 0, 0, 0, 1 }));
  g_assert_cmpfloat_with_epsilon (sum_alpha (&disc) / 255.0, G_PI * 100, 4);
  explorer_raster_init (&square, 40, 40);
  explorer_raster_square (&square, 20, 20, 10, 0, pixel);
  g_assert_cmphex (square.pixels[20 * 40 + 20], ==, pixel);
  /* Twice half is three quarters. */
  explorer_raster_square (&square, 20, 20, 10, 0, pixel);
  g_assert_cmpuint (get_alpha (&square, 20, 20), >=, 190);
  g_assert_cmpuint (get_alpha (&square, 20, 20), <=, 192);
}

static void
test_kinetic (void)
{
  ExplorerKinetic kinetic;
  double before = 0;

  explorer_kinetic_start (&kinetic, -900);
  g_assert_false (explorer_kinetic_is_over (&kinetic, 0));
  for (double elapsed = 0.05; elapsed < 3; elapsed += 0.05)
    {
      double distance = explorer_kinetic_get_distance (&kinetic, elapsed);

      g_assert_cmpfloat (distance, <, before);
      before = distance;
    }
  g_assert_cmpfloat (before, >, -900);
  g_assert_true (explorer_kinetic_is_over (&kinetic, 3));
}

static void
test_overview_measure (void)
{
  const ExplorerBox wide = { { -1000, -100 }, { 1000, 100 } };
  const ExplorerBox high = { { 0, 0 }, { 10, 1000 } };
  double width;
  double height;

  explorer_overview_measure (&wide, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 184, EPSILON);
  g_assert_cmpfloat (height, <, 60);
  explorer_overview_measure (&high, &width, &height);
  g_assert_cmpfloat_with_epsilon (height, 124, EPSILON);
  g_assert_cmpfloat (width, >=, 48);
}

static void
test_overview_needed (void)
{
  g_autoptr(ExplorerViewport) seen = make_viewport (400, 300);
  const ExplorerBox content = { { -100, -50 }, { 100, 50 } };
  const ExplorerBox nothing = { { 0, 0 }, { 0, 0 } };

  explorer_viewport_go_to (seen, (FoedPoint) { 0, 0 }, 2);
  g_assert_false (explorer_overview_is_needed (seen, &content));
  g_assert_false (explorer_overview_is_needed (seen, &nothing));
  explorer_viewport_pan (seen, 20, 0);
  g_assert_true (explorer_overview_is_needed (seen, &content));
  explorer_viewport_go_to (seen, (FoedPoint) { 0, 0 }, 2.2);
  g_assert_true (explorer_overview_is_needed (seen, &content));
}

static void
test_overview_frame (void)
{
  g_autoptr(ExplorerViewport) seen = make_viewport (400, 300);
  g_autoptr(ExplorerViewport) overview = make_viewport (184, 96);
  const ExplorerBox bounds = { { -1000, -500 }, { 1000, 500 } };
  ExplorerBox frame;
  FoedPoint middle;

  explorer_viewport_set_bounds (seen, &bounds);
  explorer_overview_fit (overview, seen);
  explorer_viewport_go_to (seen, (FoedPoint) { 500, 250 }, 1);
  explorer_overview_get_frame (overview, seen, &frame);
  /* A fifth of the width and three tenths of the height, at three quarters of both. */
  g_assert_cmpfloat_with_epsilon (frame.last.x - frame.first.x, 400 * 0.084, EPSILON);
  g_assert_cmpfloat_with_epsilon (frame.last.y - frame.first.y, 300 * 0.084, EPSILON);
  middle = (FoedPoint) { (frame.first.x + frame.last.x) / 2, (frame.first.y + frame.last.y) / 2 };
  assert_point (middle, 92 + 500 * 0.084, 48 + 250 * 0.084);
  /* Whoever points there means what is seen there. */
  assert_point (explorer_overview_get_aim (overview, middle, (FoedPoint) { 0, 0 }), 500, 250);
  assert_point (explorer_overview_get_aim (overview, (FoedPoint) { middle.x + 5, middle.y }, (FoedPoint) { 5, 0 }), 500,
                250);
  /* What is seen beyond the picture is not framed, and what is tiny is framed all the same. */
  explorer_viewport_go_to (seen, (FoedPoint) { 1000, 500 }, 0.5);
  explorer_overview_get_frame (overview, seen, &frame);
  g_assert_cmpfloat (frame.last.x, <=, 184);
  g_assert_cmpfloat (frame.last.y, <=, 96);
  explorer_viewport_set_size (seen, 60, 60);
  explorer_viewport_go_to (seen, (FoedPoint) { 1000, 500 }, 6);
  explorer_overview_get_frame (overview, seen, &frame);
  g_assert_cmpfloat (frame.last.x - frame.first.x, >=, 6 - EPSILON);
  g_assert_cmpfloat (frame.last.x, <=, 184);
  g_assert_cmpfloat (frame.first.y, >=, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/viewport/coordinates", test_viewport_coordinates);
  g_test_add_func ("/viewport/zoom-about", test_viewport_zoom_about);
  g_test_add_func ("/viewport/limits", test_viewport_limits);
  g_test_add_func ("/viewport/fit", test_viewport_fit);
  g_test_add_func ("/viewport/changed", test_viewport_changed);
  g_test_add_func ("/picture/ranking", test_picture_ranking);
  g_test_add_func ("/picture/pick", test_picture_pick);
  g_test_add_func ("/picture/segment", test_picture_segment);
  g_test_add_func ("/picture/next", test_picture_next);
  g_test_add_func ("/picture/reach", test_picture_reach);
  g_test_add_func ("/picture/like", test_picture_like);
  g_test_add_func ("/overview/measure", test_overview_measure);
  g_test_add_func ("/overview/needed", test_overview_needed);
  g_test_add_func ("/overview/frame", test_overview_frame);
  g_test_add_func ("/raster/line", test_raster_line);
  g_test_add_func ("/raster/clip", test_raster_clip);
  g_test_add_func ("/raster/dashes", test_raster_dashes);
  g_test_add_func ("/raster/shapes", test_raster_shapes);
  g_test_add_func ("/kinetic", test_kinetic);
  return g_test_run ();
}
