/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-outlines"

#include "config.h"

#include <json-glib/json-glib.h>

#include "foed-outlines.h"
#include "map-resources.h"

#define RESOURCE "/io/github/foedera/Foedera/map/outlines.json"

#define UNITS_PER_DEGREE 100.0

/* All of them, read once and kept. */
static GArray *outlines;
static GArray *rings;       /* of all outlines, where each begins in @points; and where the last ends */
static GArray *points;      /* FoedPoint of all rings */

static FoedDegrees
read_place (JsonArray *numbers,
            guint      position)
{
  return (FoedDegrees) { (double) json_array_get_int_element (numbers, position) / UNITS_PER_DEGREE,
                         (double) json_array_get_int_element (numbers, position + 1) / UNITS_PER_DEGREE };
}

static void
read_ring (JsonArray *array,
           guint      position,
           JsonNode  *node,
           gpointer   user_data)
{
  JsonArray *numbers = json_node_get_array (node);

  for (guint i = 0; i + 1 < json_array_get_length (numbers); i += 2)
    {
      FoedPoint point = foed_projection_apply (read_place (numbers, i));

      g_array_append_val (points, point);
    }

  g_array_append_val (rings, points->len);
}

static void
read_outline (JsonArray *array,
              guint      position,
              JsonNode  *node,
              gpointer   user_data)
{
  JsonObject *object = json_node_get_object (node);
  JsonArray *bounds = json_object_get_array_member (object, "rings");
  FoedOutline outline = {
    .iso3 = g_intern_string (json_object_get_string_member_with_default (object, "iso3", NULL)),
    .cow = json_object_get_int_member_with_default (object, "cow", 0),
    .of = g_intern_string (json_object_get_string_member_with_default (object, "of", NULL)),
    .point = read_place (json_object_get_array_member (object, "point"), 0),
    .first_ring = rings->len - 1,
    .n_rings = json_array_get_length (bounds),
  };

  json_array_foreach_element (bounds, read_ring, NULL);
  g_array_append_val (outlines, outline);
}

static void
read_outlines (void)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (foed_map_get_resource (), RESOURCE,
                                                       G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;
  guint first = 0;

  outlines = g_array_new (FALSE, FALSE, sizeof (FoedOutline));
  rings = g_array_new (FALSE, FALSE, sizeof (guint));
  points = g_array_new (FALSE, FALSE, sizeof (FoedPoint));
  g_array_append_val (rings, first);

  /* They come with the program, and a test reads them. */
  if (!json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error))
    g_error ("The outlines of countries can't be read: %s", error->message);

  json_array_foreach_element (json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)),
                                                            "outlines"),
                              read_outline, NULL);
}

/**
 * foed_outlines_get:
 * @n_outlines: (out): how many
 *
 * The outlines are from Natural Earth (Admin 0 countries, 1:50 million), which is in the public domain. They are read
 * when they are asked for first, which takes some milliseconds; threads may ask.
 *
 * Returns: (transfer none) (array length=n_outlines): the countries of today
 */
const FoedOutline *
foed_outlines_get (guint *n_outlines)
{
  static gsize ready;

  g_return_val_if_fail (n_outlines != NULL, NULL);

  if (g_once_init_enter (&ready))
    {
      read_outlines ();
      g_once_init_leave (&ready, 1);
    }

  *n_outlines = outlines->len;

  return (const FoedOutline *) (gpointer) outlines->data;
}

/**
 * foed_outlines_get_ring:
 * @outline: one of the outlines
 * @ring: the position of one of its rings, from 0 on
 * @n_points: (out): how many points it has
 *
 * Rings within rings are holes.
 *
 * Returns: (transfer none) (array length=n_points): the points of the ring on the map; the last is joined to the first
 */
const FoedPoint *
foed_outlines_get_ring (const FoedOutline *outline,
                        guint              ring,
                        guint             *n_points)
{
  guint begin;

  g_return_val_if_fail (outline != NULL, NULL);
  g_return_val_if_fail (ring < outline->n_rings, NULL);
  g_return_val_if_fail (n_points != NULL, NULL);

  begin = g_array_index (rings, guint, outline->first_ring + ring);
  *n_points = g_array_index (rings, guint, outline->first_ring + ring + 1) - begin;

  return &g_array_index (points, FoedPoint, begin);
}
