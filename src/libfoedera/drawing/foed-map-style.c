/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-map-style"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "foed-map-style-private.h"

/* More arcs than this only hide one another and the map. */
#define N_ARCS_MOST 150

/* The outlines show the borders of about this year. */
#define YEAR_OF_BORDERS 2018

/* How large a state is drawn, and how much of the ink it takes. */
#define STATE_RADIUS 4.0
#define STATE_SHARE 0.75f

/* How much of a colour countries take, so that arcs and names still stand out on them. */
#define FILL_SHARE 0.62f

static const char * const colouring_nicks[FOED_N_MAP_COLOURINGS] = { "alliances", "obligations" };

G_DEFINE_BOXED_TYPE (FoedMapStyle, foed_map_style, foed_map_style_ref, foed_map_style_unref)

static void
clear (FoedMapStyle *self)
{
  g_array_unref (self->areas);
  g_array_unref (self->groups);
  g_array_unref (self->arcs);
  g_string_chunk_free (self->strings);
}

static void
clear_arc (FoedMapArc *arc)
{
  g_array_unref (arc->path);
}

/* The next of the groups of a state that has another number than @number. */
static guint
find_other (const GArray *numbers,
            guint         number)
{
  for (guint i = 0; i < numbers->len; i++)
    {
      if (g_array_index (numbers, guint, i) != number)
        return g_array_index (numbers, guint, i);
    }

  return 0;
}

static void
mark_used (FoedMapStyle *self,
           guint         number)
{
  if (number > 0)
    g_array_index (self->groups, FoedMapGroup, number - 1).used = TRUE;
}

static void
colour_areas (FoedMapStyle         *self,
              const FoedMapSubject *subject,
              GHashTable           *groups)
{
  guint n_outlines;
  const FoedOutline *outlines = foed_outlines_get (&n_outlines);

  for (guint i = 0; i < n_outlines; i++)
    {
      const char *holder = foed_atlas_find_holder (subject->atlas, &outlines[i], subject->day);
      const GArray *numbers = holder != NULL ? g_hash_table_lookup (groups, holder) : NULL;
      FoedMapArea area = { g_intern_string (holder), 0, 0 };

      if (numbers != NULL)
        {
          area.group = g_array_index (numbers, guint, 0);
          area.stripe = find_other (numbers, area.group);
          mark_used (self, area.group);
          mark_used (self, area.stripe);
          self->any_stripe |= area.stripe != 0;
        }

      self->any_holder |= holder != NULL && numbers == NULL;
      g_array_append_val (self->areas, area);
    }
}

static gboolean
is_asked_for (const FoedMapSubject *subject,
              const FoedGraphNode  *nodes,
              const FoedGraphEdge  *edge)
{
  return g_strcmp0 (nodes[edge->from].id, subject->selected) == 0
         || g_strcmp0 (nodes[edge->to].id, subject->selected) == 0
         || g_strcmp0 (edge->alliance, subject->selected) == 0;
}

/* Ties of the selected state, or within the selected alliance. */
static void
trace_arcs (FoedMapStyle         *self,
            const FoedMapSubject *subject)
{
  FoedGraph *graph = foed_graph_moment_get_graph (subject->ties);
  g_autoptr (FoedGraphStyle) style = foed_graph_style_new (subject->ties, &self->palette);
  guint n_nodes;
  guint n_edges;
  const FoedGraphNode *nodes = foed_graph_get_nodes (graph, &n_nodes);
  const FoedGraphEdge *edges = foed_graph_get_edges (graph, &n_edges);
  const FoedEdgeMoment *moments = foed_graph_moment_get_edges (subject->ties);

  for (guint i = 0; i < n_edges && subject->selected != NULL; i++)
    {
      FoedDegrees from;
      FoedDegrees to;
      FoedMapArc arc = { .edge = i };

      if (moments[i].n_facts == 0 || !is_asked_for (subject, nodes, &edges[i])
          || !foed_atlas_find_place (subject->atlas, nodes[edges[i].from].id, &from)
          || !foed_atlas_find_place (subject->atlas, nodes[edges[i].to].id, &to))
        continue;

      arc.path = foed_projection_trace_arc (from, to);
      arc.look = foed_graph_style_get_edge (style, i);
      arc.look.colour.alpha = 0.9f;
      g_array_append_val (self->arcs, arc);
    }

  if (self->arcs->len > N_ARCS_MOST)
    g_array_set_size (self->arcs, 0);
}

static void
count_states (FoedMapStyle         *self,
              const FoedMapSubject *subject)
{
  guint n_nodes;
  const FoedGraphNode *nodes = foed_graph_get_nodes (foed_graph_moment_get_graph (subject->members), &n_nodes);
  const FoedNodeMoment *moments = foed_graph_moment_get_nodes (subject->members);

  for (guint i = 0; i < n_nodes; i++)
    {
      FoedDegrees place;

      if (nodes[i].kind != FOED_RECORD_STATE || !moments[i].visible)
        continue;

      self->n_states++;
      self->n_placed += foed_atlas_find_place (subject->atlas, nodes[i].id, &place);
      self->selected_state |= g_strcmp0 (nodes[i].id, subject->selected) == 0;
    }
}

/**
 * foed_map_colouring_get_nick:
 * @self: what colours stand for
 *
 * Returns: its stable name
 */
const char *
foed_map_colouring_get_nick (FoedMapColouring self)
{
  g_return_val_if_fail (self < FOED_N_MAP_COLOURINGS, NULL);

  return colouring_nicks[self];
}

/**
 * foed_map_colouring_from_nick:
 * @nick: the stable name of what colours stand for
 * @colouring: (out): which one
 *
 * Returns: whether there is such a colouring
 */
gboolean
foed_map_colouring_from_nick (const char       *nick,
                              FoedMapColouring *colouring)
{
  g_return_val_if_fail (nick != NULL, FALSE);
  g_return_val_if_fail (colouring != NULL, FALSE);

  for (guint i = 0; i < FOED_N_MAP_COLOURINGS; i++)
    if (g_str_equal (colouring_nicks[i], nick))
      {
        *colouring = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * foed_map_style_new:
 * @subject: what the map is of; it is needed only for the call
 * @palette: what to draw with and on
 *
 * Returns: (transfer full): how it is drawn
 */
FoedMapStyle *
foed_map_style_new (const FoedMapSubject *subject,
                    const FoedPalette    *palette)
{
  g_autoptr (GHashTable) groups = NULL;
  FoedMapStyle *self;

  g_return_val_if_fail (subject != NULL, NULL);
  g_return_val_if_fail (palette != NULL, NULL);

  self = g_atomic_rc_box_new0 (FoedMapStyle);
  self->palette = *palette;
  self->colouring = subject->colouring;
  self->areas = g_array_new (FALSE, FALSE, sizeof (FoedMapArea));
  self->groups = g_array_new (FALSE, FALSE, sizeof (FoedMapGroup));
  self->arcs = g_array_new (FALSE, FALSE, sizeof (FoedMapArc));
  g_array_set_clear_func (self->arcs, (GDestroyNotify) clear_arc);
  self->strings = g_string_chunk_new (1024);

  groups = foed_map_style_group (self, subject);
  colour_areas (self, subject, groups);
  trace_arcs (self, subject);
  count_states (self, subject);

  return self;
}

FoedMapStyle *
foed_map_style_ref (FoedMapStyle *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
foed_map_style_unref (FoedMapStyle *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

/**
 * foed_map_style_are_borders_later:
 * @day: the day that a map is of
 *
 * Returns: whether the borders that are drawn were drawn later
 */
gboolean
foed_map_style_are_borders_later (FoedDay day)
{
  return day < foed_day_from_calendar (YEAR_OF_BORDERS, 1, 1);
}

/**
 * foed_map_style_get_state:
 * @palette: what to draw with and on
 * @n_alliances: how many alliances a state is in
 *
 * Returns: what the state looks like
 */
FoedNodeLook
foed_map_style_get_state (const FoedPalette *palette,
                          guint              n_alliances)
{
  return (FoedNodeLook) { FOED_SHAPE_CIRCLE, STATE_RADIUS, foed_colour_mix (palette->ground, palette->ink, STATE_SHARE),
                          n_alliances };
}

/**
 * foed_map_style_get_arcs:
 * @self: a style
 * @n_arcs: (out): how many
 *
 * Returns: (transfer none) (array length=n_arcs): the ties of the selected state, or within the selected alliance; none
 *   where they are too many to be seen
 */
const FoedMapArc *
foed_map_style_get_arcs (FoedMapStyle *self,
                         guint        *n_arcs)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_arcs != NULL, NULL);

  *n_arcs = self->arcs->len;

  return (const FoedMapArc *) (gpointer) self->arcs->data;
}

static gboolean
is_within (const FoedOutline *outline,
           FoedPoint          point)
{
  gboolean within = FALSE;

  for (guint i = 0; i < outline->n_rings; i++)
    {
      guint n_points;
      const FoedPoint *ring = foed_outlines_get_ring (outline, i, &n_points);

      for (guint j = 0, before = n_points - 1; j < n_points; before = j++)
        {
          if ((ring[j].y > point.y) != (ring[before].y > point.y)
              && point.x < (ring[before].x - ring[j].x) * (point.y - ring[j].y) / (ring[before].y - ring[j].y)
                             + ring[j].x)
            within = !within;
        }
    }

  return within;
}

/**
 * foed_map_style_pick:
 * @self: a style
 * @point: a place on the map
 *
 * Returns: (transfer none) (nullable): the id of the state that held the country there, interned
 */
const char *
foed_map_style_pick (FoedMapStyle *self,
                     FoedPoint     point)
{
  guint n_outlines;
  const FoedOutline *outlines = foed_outlines_get (&n_outlines);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < n_outlines; i++)
    {
      if (is_within (&outlines[i], point))
        return g_array_index (self->areas, FoedMapArea, i).state;
    }

  return NULL;
}

FoedColour
foed_map_style_get_fill (FoedMapStyle *self,
                         guint         number)
{
  return foed_colour_mix (self->palette.ground, g_array_index (self->groups, FoedMapGroup, number - 1).colour, FILL_SHARE);
}

FoedColour
foed_map_style_get_held_colour (FoedMapStyle *self)
{
  return foed_colour_mix (self->palette.ground, self->palette.ink, 0.22f);
}

FoedColour
foed_map_style_get_land_colour (FoedMapStyle *self)
{
  return foed_colour_mix (self->palette.ground, self->palette.ink, 0.1f);
}

/**
 * foed_map_style_explain:
 * @self: a style
 *
 * Returns: (transfer full) (element-type FoedLegendEntry): what the colours and lines on the map mean
 */
GPtrArray *
foed_map_style_explain (FoedMapStyle *self)
{
  GPtrArray *legend = foed_legend_new ();
  gboolean one_way = FALSE;
  gboolean conditional = FALSE;
  FoedColour line;

  g_return_val_if_fail (self != NULL, legend);

  line = foed_colour_mix (self->palette.ground, self->palette.ink, 0.6f);

  for (guint i = 0; i < self->groups->len; i++)
    {
      const FoedMapGroup *group = &g_array_index (self->groups, FoedMapGroup, i);

      if (group->used)
        foed_legend_add (legend, FOED_LEGEND_SQUARE, foed_map_style_get_fill (self, i + 1), group->meaning);
    }

  if (self->any_stripe)
    foed_legend_add (legend, FOED_LEGEND_HATCHED, line,
                     self->colouring == FOED_MAP_BY_ALLIANCE ? C_("legend", "Stripes: in two and more")
                                                             : C_("legend", "Stripes: two kinds and more"));

  if (self->any_holder)
    foed_legend_add (legend, FOED_LEGEND_SQUARE, foed_map_style_get_held_colour (self),
                     self->colouring == FOED_MAP_BY_ALLIANCE ? C_("legend", "In none of these")
                                                             : C_("legend", "No obligation"));

  foed_legend_add (legend, FOED_LEGEND_SQUARE, foed_map_style_get_land_colour (self), C_("legend", "State not known"));

  for (guint i = 0; i < self->arcs->len; i++)
    {
      const FoedEdgeLook *look = &g_array_index (self->arcs, FoedMapArc, i).look;

      one_way |= look->arrows != FOED_ARROW_NONE;
      conditional |= look->dashed;
    }

  if (one_way)
    foed_legend_add (legend, FOED_LEGEND_ARROW, line, C_("legend", "Owed one way"));

  if (conditional)
    foed_legend_add (legend, FOED_LEGEND_DASHES, line, C_("legend", "On a condition"));

  return legend;
}

/**
 * foed_map_style_describe:
 * @self: a style
 *
 * Returns: (transfer full): how much there is to see, and what can't be shown, in words
 */
char *
foed_map_style_describe (FoedMapStyle *self)
{
  guint n_missing;
  g_autofree char *states = NULL;
  g_autofree char *missing = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  n_missing = self->n_states - self->n_placed;
  states = g_strdup_printf (ngettext ("%u state", "%u states", self->n_states), self->n_states);

  if (n_missing == 0)
    return g_steal_pointer (&states);

  missing = g_strdup_printf (ngettext ("%u of unknown place", "%u of unknown place", n_missing), n_missing);

  /* Translators: "5 states, 2 of unknown place". */
  return g_strdup_printf (C_("map", "%s, %s"), states, missing);
}
