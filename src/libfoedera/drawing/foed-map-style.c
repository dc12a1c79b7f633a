/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-map-style"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "foed-map-style.h"

/* More arcs than this only hide one another and the map. */
#define N_ARCS_MOST 150

/* The outlines show the borders of about this year. */
#define YEAR_OF_BORDERS 2018

/* How large a state is drawn, and how much of the ink it takes. */
#define STATE_RADIUS 4.0
#define STATE_SHARE 0.75f

#define BORDER_WIDTH 0.6
#define STRIPE_DISTANCE 7.0

/* How much of a colour countries take, so that arcs and names still stand out on them. */
#define FILL_SHARE 0.62f

static const char * const colouring_nicks[FOED_N_MAP_COLOURINGS] = { "alliances", "obligations" };

/* What a country looks like. */
typedef struct
{
  const char *state;      /* who held it, interned; NULL where nobody is known to have */
  guint       group;      /* the number of its colour, from 1 on; 0 for none */
  guint       stripe;     /* the number of the colour of its stripes */
} Area;

/* What a colour stands for. */
typedef struct
{
  FoedColour  colour;
  const char *meaning;    /* a title or a label */
  gboolean    used;
} Group;

struct _FoedMapStyle
{
  FoedPalette       palette;
  FoedMapColouring  colouring;
  GArray           *areas;          /* Area of each outline */
  GArray           *groups;         /* Group; the first stands for number 1 */
  GArray           *arcs;           /* FoedMapArc */
  GStringChunk     *strings;
  gboolean          any_holder;
  gboolean          any_stripe;
  gboolean          selected_state;
  guint             n_states;       /* those that are there */
  guint             n_placed;       /* those of them whose place is known */
};

/* What is only needed while it is made. */
typedef struct
{
  FoedMapStyle         *self;
  const FoedMapSubject *subject;
  GHashTable           *groups;     /* the groups of each state, by id: GArray of guint, ascending */
} Making;

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

static const char *
get_title (Making     *making,
           const char *id)
{
  const char *title = making->subject->titles != NULL ? g_hash_table_lookup (making->subject->titles, id) : NULL;

  return g_string_chunk_insert (making->self->strings, title != NULL ? title : id);
}

static guint
add_group (Making     *making,
           FoedColour  colour,
           const char *meaning)
{
  const Group group = { colour, meaning, FALSE };

  g_array_append_val (making->self->groups, group);

  return making->self->groups->len;
}

static void
put_in_group (Making     *making,
              const char *state,
              guint       number)
{
  GArray *numbers = g_hash_table_lookup (making->groups, state);

  if (numbers == NULL)
    {
      numbers = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (making->groups, (gpointer) state, numbers);
    }

  g_array_append_val (numbers, number);
}

typedef struct
{
  guint node;
  guint kind;         /* the place of its foremost kind of obligation in the vocabulary */
  guint n_members;
} Rank;

static int
compare_ranks (const Rank *a,
               const Rank *b)
{
  if (a->kind != b->kind)
    return a->kind < b->kind ? -1 : 1;

  if (a->n_members != b->n_members)
    return a->n_members > b->n_members ? -1 : 1;

  return a->node < b->node ? -1 : 1;
}

/* The alliances that are there, those of defence first and of these the largest; only the selected one where one is. */
static GArray *
rank_alliances (const FoedMapSubject *subject)
{
  GArray *ranks = g_array_new (FALSE, FALSE, sizeof (Rank));
  guint n_nodes;
  const FoedGraphNode *nodes = foed_graph_get_nodes (foed_graph_moment_get_graph (subject->members), &n_nodes);
  const FoedNodeMoment *moments = foed_graph_moment_get_nodes (subject->members);
  gboolean chosen = FALSE;

  for (guint i = 0; i < n_nodes && nodes[i].kind == FOED_RECORD_ALLIANCE && !chosen; i++)
    {
      const Rank rank = {
        i,
        moments[i].kind != NULL
          ? (guint) foed_vocabulary_get_position (FOED_VOCABULARY_OBLIGATION_KIND, moments[i].kind)
          : G_MAXUINT,
        moments[i].measure,
      };

      if (!moments[i].visible)
        continue;

      chosen = g_strcmp0 (nodes[i].id, subject->selected) == 0;

      if (chosen)
        g_array_set_size (ranks, 0);

      g_array_append_val (ranks, rank);
    }

  g_array_sort (ranks, (GCompareFunc) compare_ranks);

  return ranks;
}

static void
group_by_alliance (Making *making)
{
  FoedGraph *graph = foed_graph_moment_get_graph (making->subject->members);
  g_autoptr (GArray) ranks = rank_alliances (making->subject);
  guint n_nodes;
  guint n_edges;
  const FoedGraphNode *nodes = foed_graph_get_nodes (graph, &n_nodes);
  const FoedGraphEdge *edges = foed_graph_get_edges (graph, &n_edges);
  const FoedEdgeMoment *moments = foed_graph_moment_get_edges (making->subject->members);
  guint n_coloured = MIN (ranks->len, foed_colour_count_groups ());
  guint others = 0;

  for (guint i = 0; i < ranks->len; i++)
    {
      guint alliance = g_array_index (ranks, Rank, i).node;
      guint number = others;

      if (i < n_coloured)
        number = add_group (making, foed_colour_of_group (i + 1, &making->self->palette),
                            get_title (making, nodes[alliance].id));
      else if (others == 0)
        number = others = add_group (making, foed_colour_of_group (0, &making->self->palette),
                                     C_("legend", "A smaller alliance"));

      for (guint j = 0; j < n_edges; j++)
        {
          if (moments[j].n_facts > 0 && edges[j].from == alliance)
            put_in_group (making, nodes[edges[j].to].id, number);
        }
    }
}

/* Gives each kind of obligation a number the first time it is met. */
static guint
number_kind (Making         *making,
             GHashTable     *numbers,
             const FoedTerm *kind)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, kind));

  if (number == 0)
    {
      number = add_group (making, foed_colour_of_kind (kind, &making->self->palette),
                          kind != NULL ? foed_term_get_label (kind) : C_("legend", "No coded obligation"));
      g_hash_table_insert (numbers, (gpointer) kind, GUINT_TO_POINTER (number));
    }

  return number;
}

static int
compare_numbers (const guint *a,
                 const guint *b)
{
  return *a < *b ? -1 : *a > *b;
}

static void
group_by_obligation (Making *making)
{
  FoedGraph *graph = foed_graph_moment_get_graph (making->subject->ties);
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
  guint n_nodes;
  guint n_edges;
  const FoedGraphNode *nodes = foed_graph_get_nodes (graph, &n_nodes);
  const FoedGraphEdge *edges = foed_graph_get_edges (graph, &n_edges);
  const FoedEdgeMoment *moments = foed_graph_moment_get_edges (making->subject->ties);
  int selected = making->subject->selected != NULL ? foed_graph_find_node (graph, making->subject->selected) : -1;
  GHashTableIter iter;
  gpointer value;

  if (selected < 0)
    return;

  put_in_group (making, nodes[selected].id,
                add_group (making, foed_colour_mix (making->self->palette.ground, making->self->palette.ink, 0.8f),
                           get_title (making, nodes[selected].id)));

  for (guint i = 0; i < n_edges; i++)
    {
      guint other = edges[i].from == (guint) selected ? edges[i].to : edges[i].from;

      if (moments[i].n_facts > 0 && (edges[i].from == (guint) selected || edges[i].to == (guint) selected))
        put_in_group (making, nodes[other].id, number_kind (making, numbers, moments[i].kind));
    }

  g_hash_table_iter_init (&iter, making->groups);

  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_array_sort (value, (GCompareFunc) compare_numbers);
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
    g_array_index (self->groups, Group, number - 1).used = TRUE;
}

static void
colour_areas (Making *making)
{
  FoedMapStyle *self = making->self;
  guint n_outlines;
  const FoedOutline *outlines = foed_outlines_get (&n_outlines);

  for (guint i = 0; i < n_outlines; i++)
    {
      const char *holder = foed_atlas_find_holder (making->subject->atlas, &outlines[i], making->subject->day);
      const GArray *numbers = holder != NULL ? g_hash_table_lookup (making->groups, holder) : NULL;
      Area area = { g_intern_string (holder), 0, 0 };

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
trace_arcs (Making *making)
{
  FoedMapStyle *self = making->self;
  const FoedMapSubject *subject = making->subject;
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
count_states (Making *making)
{
  guint n_nodes;
  const FoedGraphNode *nodes = foed_graph_get_nodes (foed_graph_moment_get_graph (making->subject->members), &n_nodes);
  const FoedNodeMoment *moments = foed_graph_moment_get_nodes (making->subject->members);

  for (guint i = 0; i < n_nodes; i++)
    {
      FoedDegrees place;

      if (nodes[i].kind != FOED_RECORD_STATE || !moments[i].visible)
        continue;

      making->self->n_states++;
      making->self->n_placed += foed_atlas_find_place (making->subject->atlas, nodes[i].id, &place);
      making->self->selected_state |= g_strcmp0 (nodes[i].id, making->subject->selected) == 0;
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
  Making making = { NULL, subject, NULL };
  FoedMapStyle *self;

  g_return_val_if_fail (subject != NULL, NULL);
  g_return_val_if_fail (palette != NULL, NULL);

  making.self = self = g_atomic_rc_box_new0 (FoedMapStyle);
  making.groups = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  self->palette = *palette;
  self->colouring = subject->colouring;
  self->areas = g_array_new (FALSE, FALSE, sizeof (Area));
  self->groups = g_array_new (FALSE, FALSE, sizeof (Group));
  self->arcs = g_array_new (FALSE, FALSE, sizeof (FoedMapArc));
  g_array_set_clear_func (self->arcs, (GDestroyNotify) clear_arc);
  self->strings = g_string_chunk_new (1024);

  if (subject->colouring == FOED_MAP_BY_OBLIGATION)
    group_by_obligation (&making);
  else
    group_by_alliance (&making);

  colour_areas (&making);
  trace_arcs (&making);
  count_states (&making);
  g_hash_table_unref (making.groups);

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
        return g_array_index (self->areas, Area, i).state;
    }

  return NULL;
}

static FoedColour
get_fill (FoedMapStyle *self,
          guint         number)
{
  return foed_colour_mix (self->palette.ground, g_array_index (self->groups, Group, number - 1).colour, FILL_SHARE);
}

static FoedColour
get_held_colour (FoedMapStyle *self)
{
  return foed_colour_mix (self->palette.ground, self->palette.ink, 0.22f);
}

static FoedColour
get_land_colour (FoedMapStyle *self)
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
      const Group *group = &g_array_index (self->groups, Group, i);

      if (group->used)
        foed_legend_add (legend, FOED_LEGEND_SQUARE, get_fill (self, i + 1), group->meaning);
    }

  if (self->any_stripe)
    foed_legend_add (legend, FOED_LEGEND_HATCHED, line,
                     self->colouring == FOED_MAP_BY_ALLIANCE ? C_("legend", "Stripes: in two and more")
                                                             : C_("legend", "Stripes: two kinds and more"));

  if (self->any_holder)
    foed_legend_add (legend, FOED_LEGEND_SQUARE, get_held_colour (self),
                     self->colouring == FOED_MAP_BY_ALLIANCE ? C_("legend", "In none of these")
                                                             : C_("legend", "No obligation"));

  foed_legend_add (legend, FOED_LEGEND_SQUARE, get_land_colour (self), C_("legend", "State not known"));

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

/* The rim of the map: the earth, cut open along the meridian opposite Greenwich. */
static void
trace_earth (cairo_t *cr,
             double   zoom)
{
  for (int i = -90; i <= 90; i += 3)
    {
      FoedPoint point = foed_projection_apply ((FoedDegrees) { 180, i });

      cairo_line_to (cr, point.x * zoom, point.y * zoom);
    }

  for (int i = 90; i >= -90; i -= 3)
    {
      FoedPoint point = foed_projection_apply ((FoedDegrees) { -180, i });

      cairo_line_to (cr, point.x * zoom, point.y * zoom);
    }

  cairo_close_path (cr);
}

static void
trace_outline (const FoedOutline *outline,
               cairo_t           *cr,
               double             zoom)
{
  for (guint i = 0; i < outline->n_rings; i++)
    {
      guint n_points;
      const FoedPoint *ring = foed_outlines_get_ring (outline, i, &n_points);

      cairo_new_sub_path (cr);

      for (guint j = 0; j < n_points; j++)
        cairo_line_to (cr, ring[j].x * zoom, ring[j].y * zoom);

      cairo_close_path (cr);
    }
}

/* Fills the path with stripes, and leaves it in place. */
static void
fill_stripes (cairo_t *cr)
{
  double x1;
  double y1;
  double x2;
  double y2;

  cairo_save (cr);
  cairo_clip_preserve (cr);
  cairo_path_extents (cr, &x1, &y1, &x2, &y2);
  cairo_new_path (cr);
  cairo_set_line_width (cr, STRIPE_DISTANCE / 2.6);

  /* The stripes of all countries lie on the same lines. */
  for (double sum = floor ((x1 + y1) / STRIPE_DISTANCE) * STRIPE_DISTANCE; sum < x2 + y2; sum += STRIPE_DISTANCE)
    {
      cairo_move_to (cr, sum - y1, y1);
      cairo_line_to (cr, sum - y2, y2);
    }

  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_area (FoedMapStyle      *self,
           const FoedOutline *outline,
           const Area        *area,
           cairo_t           *cr,
           double             zoom)
{
  FoedColour fill = area->group > 0       ? get_fill (self, area->group)
                    : area->state != NULL ? get_held_colour (self)
                                          : get_land_colour (self);

  trace_outline (outline, cr, zoom);
  foed_colour_apply (fill, cr);
  cairo_fill_preserve (cr);

  if (area->stripe > 0)
    {
      foed_colour_apply (get_fill (self, area->stripe), cr);
      fill_stripes (cr);
      trace_outline (outline, cr, zoom);
    }

  foed_colour_apply (self->palette.ground, cr);
  cairo_set_line_width (cr, BORDER_WIDTH);
  cairo_stroke (cr);
}

/**
 * foed_map_style_draw:
 * @self: a style
 * @cr: where to draw, (0, 0) of the map being at its origin
 * @zoom: how many units of @cr a unit of the map takes
 *
 * Draws the earth and its countries; arcs, states and names are for others to draw over it. Threads may do so.
 */
void
foed_map_style_draw (FoedMapStyle *self,
                     cairo_t      *cr,
                     double        zoom)
{
  guint n_outlines;
  const FoedOutline *outlines = foed_outlines_get (&n_outlines);

  g_return_if_fail (self != NULL);
  g_return_if_fail (cr != NULL);

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  trace_earth (cr, zoom);
  foed_colour_apply (foed_colour_mix (self->palette.ground, self->palette.ink, 0.035f), cr);
  cairo_fill (cr);

  for (guint i = 0; i < n_outlines; i++)
    draw_area (self, &outlines[i], &g_array_index (self->areas, Area, i), cr, zoom);

  cairo_restore (cr);
}
