/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <foedera.h>
#include <math.h>

#include "test-library.h"
#include "test-records.h"

/* Who held what in the bundled library, and the map of the world. */

static FoedAtlas *
make_bundled_atlas (void)
{
  g_autoptr (GPtrArray) records = test_library_load_bundled (FOEDERA_LIBRARY_DIR);
  g_autoptr (GPtrArray) states = g_ptr_array_new ();
  g_autoptr (GPtrArray) places = g_ptr_array_new ();

  for (guint i = 0; i < records->len; i++)
    {
      FoedRecord *record = g_ptr_array_index (records, i);

      if (foed_record_get_kind (record) == FOED_RECORD_STATE)
        g_ptr_array_add (states, record);
      else if (foed_record_get_kind (record) == FOED_RECORD_PLACE)
        g_ptr_array_add (places, record);
    }

  return foed_atlas_new (states, places);
}

static const FoedOutline *
find_outline (const char *iso3)
{
  guint n_outlines;
  const FoedOutline *outlines = foed_outlines_get (&n_outlines);

  for (guint i = 0; i < n_outlines; i++)
    {
      if (g_strcmp0 (outlines[i].iso3, iso3) == 0)
        return &outlines[i];
    }

  g_assert_not_reached ();
}

typedef struct
{
  const char *iso3;
  int         year;
  int         month;
  int         day;
  const char *holder;
} Holding;

/* A country of today belonged to another state, or to none, before. */
static void
test_holders (void)
{
  static const Holding holdings[] = {
    { "FRA", 1914, 8, 1, "france" },
    { "CZE", 1914, 8, 1, "austria-hungary" },
    { "CZE", 1918, 10, 27, "austria-hungary" },
    { "CZE", 1918, 10, 28, "czechoslovakia" },
    { "CZE", 1993, 1, 1, "czechia" },
    { "UKR", 1960, 6, 1, "soviet-union" },
    { "UKR", 1991, 12, 26, "ukraine" },
    { "RUS", 1914, 8, 1, "russia" },
    { "RUS", 1960, 6, 1, "soviet-union" },
    { "DEU", 1960, 6, 1, "west-germany" },
    { "DEU", 2000, 6, 1, "germany" },
    { "POL", 1900, 6, 1, NULL },
    { "GRL", 1900, 6, 1, NULL },
    { "GRL", 2010, 6, 1, "denmark" },
    { "PHL", 1940, 6, 1, "united-states" },
    { "DZA", 1962, 7, 2, "france" },
    { "DZA", 1962, 7, 3, "algeria" },
  };
  g_autoptr (FoedAtlas) atlas = make_bundled_atlas ();

  for (guint i = 0; i < G_N_ELEMENTS (holdings); i++)
    {
      const Holding *holding = &holdings[i];
      FoedDay day = foed_day_from_calendar (holding->year, holding->month, holding->day);

      g_test_message ("%s %d-%d-%d", holding->iso3, holding->year, holding->month, holding->day);
      g_assert_cmpstr (foed_atlas_find_holder (atlas, find_outline (holding->iso3), day), ==, holding->holder);
    }

  g_assert_cmpstr (foed_atlas_find_holder (atlas, find_outline ("FRA"), FOED_DAY_LAST), ==, "france");
}

/* A state is where its capital is, or in the country that has its code. */
static void
test_places (void)
{
  g_autoptr (FoedRecordBuilder) builder = foed_record_builder_new (FOED_RECORD_STATE, "somewhere");
  g_autoptr (FoedAtlas) bundled = make_bundled_atlas ();
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) places = g_ptr_array_new ();
  g_autoptr (FoedAtlas) atlas = NULL;
  FoedDegrees place;

  g_assert_true (foed_atlas_find_place (bundled, "austria-hungary", &place));
  g_assert_cmpfloat_with_epsilon (place.longitude, 16.4, 0.2);
  g_assert_cmpfloat_with_epsilon (place.latitude, 48.2, 0.2);
  g_assert_false (foed_atlas_find_place (bundled, "utopia", &place));

  foed_record_builder_set_text (builder, FOED_FIELD_TITLE, "Bolivia");
  foed_record_builder_set_integer (builder, FOED_FIELD_COW, 145);
  g_ptr_array_add (states, foed_record_builder_end (builder));
  atlas = foed_atlas_new (states, places);
  g_assert_true (foed_atlas_find_place (atlas, "somewhere", &place));
  g_assert_cmpfloat_with_epsilon (place.longitude, -64, 4);
  g_assert_cmpfloat_with_epsilon (place.latitude, -17, 4);
  g_assert_cmpstr (foed_atlas_find_holder (atlas, find_outline ("BOL"), FOED_DAY_LAST), ==, "somewhere");
}

static gboolean
is_within (const FoedPoint *ring,
           guint            n_points,
           FoedPoint        point)
{
  gboolean within = FALSE;

  for (guint i = 0, j = n_points - 1; i < n_points; j = i++)
    {
      if ((ring[i].y > point.y) != (ring[j].y > point.y)
          && point.x < (ring[j].x - ring[i].x) * (point.y - ring[i].y) / (ring[j].y - ring[i].y) + ring[i].x)
        within = !within;
    }

  return within;
}

/* Every country lies on the map, its place within it, and no code stands twice. */
static void
test_outlines (void)
{
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_outlines;
  const FoedOutline *outlines = foed_outlines_get (&n_outlines);

  g_assert_cmpuint (n_outlines, >, 200);

  for (guint i = 0; i < n_outlines; i++)
    {
      FoedPoint place = foed_projection_apply (outlines[i].point);

      if (outlines[i].iso3 != NULL)
        g_assert_true (g_hash_table_add (codes, (gpointer) outlines[i].iso3));

      for (guint j = 0; j < outlines[i].n_rings; j++)
        {
          guint n_points;
          const FoedPoint *ring = foed_outlines_get_ring (&outlines[i], j, &n_points);

          g_assert_cmpuint (n_points, >=, 3);

          for (guint k = 0; k < n_points; k++)
            {
              g_assert_cmpfloat (fabs (ring[k].x), <=, foed_projection_get_width () / 2 + 1e-6);
              g_assert_cmpfloat (fabs (ring[k].y), <=, foed_projection_get_height () / 2 + 1e-6);
            }

          if (j == 0 && n_points > 20)
            {
              g_test_message ("%s", outlines[i].iso3 != NULL ? outlines[i].iso3 : "without a code");
              g_assert_true (is_within (ring, n_points, place));
            }
        }
    }
}

/* Figures of the paper that gives the projection: the map is 2.05 times as wide as it is high, and the poles are lines
 * a good half as long as the equator. */
static void
test_projection (void)
{
  FoedPoint pole = foed_projection_apply ((FoedDegrees) { 180, 90 });
  FoedPoint middle = foed_projection_apply ((FoedDegrees) { 0, 0 });

  g_assert_cmpfloat_with_epsilon (foed_projection_get_width () / foed_projection_get_height (), 2.05, 0.01);
  g_assert_cmpfloat_with_epsilon (2 * pole.x / foed_projection_get_width (), 0.59, 0.01);
  g_assert_cmpfloat (fabs (middle.x) + fabs (middle.y), <, 1e-9);
  g_assert_cmpfloat (foed_projection_apply ((FoedDegrees) { 10, 50 }).y, <, 0);
  g_assert_cmpfloat (foed_projection_apply ((FoedDegrees) { 10, 50 }).x, >, 0);
}

static guint
count_breaks (const GArray *arc)
{
  guint n_breaks = 0;

  for (guint i = 0; i < arc->len; i++)
    {
      if (isnan (g_array_index (arc, FoedPoint, i).x))
        n_breaks++;
    }

  return n_breaks;
}

/* The shortest way from Washington to Moscow leads far to the north, that from Washington to Tokyo over the edge. */
static void
test_arcs (void)
{
  const FoedDegrees washington = { -77, 38.9 };
  const FoedDegrees moscow = { 37.6, 55.8 };
  const FoedDegrees tokyo = { 139.7, 35.7 };
  const FoedDegrees opposite = { 103, -38.9 };
  g_autoptr (GArray) north = foed_projection_trace_arc (washington, moscow);
  g_autoptr (GArray) west = foed_projection_trace_arc (washington, tokyo);
  g_autoptr (GArray) far = foed_projection_trace_arc (washington, opposite);
  g_autoptr (GArray) nowhere = foed_projection_trace_arc (tokyo, tokyo);
  double highest = 0;

  for (guint i = 0; i < north->len; i++)
    highest = MIN (highest, g_array_index (north, FoedPoint, i).y);

  g_assert_cmpfloat (highest, <, foed_projection_apply ((FoedDegrees) { 0, 60 }).y);
  g_assert_cmpuint (count_breaks (north), ==, 0);
  g_assert_cmpuint (count_breaks (west), ==, 1);
  g_assert_cmpfloat_with_epsilon (g_array_index (west, FoedPoint, west->len - 1).x,
                                  foed_projection_apply (tokyo).x, 1e-6);
  g_assert_cmpfloat_with_epsilon (g_array_index (far, FoedPoint, far->len - 1).y,
                                  foed_projection_apply (opposite).y, 1e-6);
  g_assert_cmpuint (nowhere->len, >=, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/atlas/holders", test_holders);
  g_test_add_func ("/atlas/places", test_places);
  g_test_add_func ("/atlas/outlines", test_outlines);
  g_test_add_func ("/atlas/projection", test_projection);
  g_test_add_func ("/atlas/arcs", test_arcs);

  return g_test_run ();
}
