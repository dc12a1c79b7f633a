/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-graph-style"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "analysis/foed-layout.h"
#include "foed-graph-style.h"

/* How far apart edges between the same two states lie. */
#define LANE 4.5f

/* With more edges than this they are drawn fainter, so that a picture of many does not turn into a blot. */
#define N_EDGES_PLAIN 250.0

/* Alliances of three and more are named first, then states, then alliances of two. Where size stands for a measure, that
 * says who is named. */
#define IMPORTANCE_ALLIANCE 10000.0
#define IMPORTANCE_STATE 100.0
#define IMPORTANCE_MEASURED 100000.0

/* The smallest and the largest node where size stands for a measure. */
#define RADIUS_LEAST 5.0
#define RADIUS_MOST 20.0

struct _FoedGraphStyle
{
  FoedGraphMoment     *moment;
  FoedPalette          palette;
  const FoedGraphEdge *edges;
  const FoedGraphNode *nodes;
  guint                n_nodes;
  guint                n_edges;
  float                strength;   /* how strongly edges are drawn */

  FoedNetwork         *network;
  FoedMeasure          size;       /* FOED_N_MEASURES where it stands for none */
  FoedMeasure          colour;
  double               lowest[FOED_N_MEASURES];
  double               highest[FOED_N_MEASURES];
};

/* What is in the picture now, as far as the legend has to explain it. */
typedef struct
{
  gboolean kinds[64];
  gboolean without_kind;
  gboolean states;
  gboolean one_way;
  gboolean conditional;
  gboolean any_edge;
} Contents;

static FoedColour
get_state_colour (FoedGraphStyle *self)
{
  return foed_colour_mix (self->palette.ground, self->palette.ink, 0.7f);
}

static FoedColour
get_line_colour (FoedGraphStyle *self)
{
  return foed_colour_mix (self->palette.ground, self->palette.ink, 0.6f);
}

static gboolean
is_measured (FoedGraphStyle *self,
             FoedMeasure     measure)
{
  return measure < FOED_N_MEASURES && self->network != NULL &&
         (foed_network_get_measures (self->network) & FOED_MEASURES (measure)) != 0;
}

/* NaN for a node that was not measured. */
static double
get_value (FoedGraphStyle *self,
           guint           node,
           FoedMeasure     measure)
{
  const FoedNetworkNode *measured = foed_network_find (self->network, self->nodes[node].id);

  return measured != NULL ? measured->values[measure] : NAN;
}

static void
find_range (FoedGraphStyle *self,
            FoedMeasure     measure)
{
  guint n_measured;
  const FoedNetworkNode *measured = foed_network_get_nodes (self->network, &n_measured);

  self->lowest[measure] = INFINITY;
  self->highest[measure] = -INFINITY;
  for (guint i = 0; i < n_measured; i++)
    {
      if (isnan (measured[i].values[measure]))
        continue;
      self->lowest[measure] = MIN (self->lowest[measure], measured[i].values[measure]);
      self->highest[measure] = MAX (self->highest[measure], measured[i].values[measure]);
    }
}

/* Where a value lies between the lowest, 0, and the highest, 1. */
static double
get_share (FoedGraphStyle *self,
           guint           node,
           FoedMeasure     measure)
{
  double range = self->highest[measure] - self->lowest[measure];
  double value = get_value (self, node, measure);

  if (isnan (value))
    return 0;
  return range > 0 ? (value - self->lowest[measure]) / range : 1;
}

static FoedColour
get_measured_colour (FoedGraphStyle *self,
                     guint           node)
{
  double value = get_value (self, node, self->colour);

  if (isnan (value))
    return foed_colour_mix (self->palette.ground, self->palette.ink, 0.3f);
  if (foed_measure_is_group (self->colour))
    return foed_colour_of_group ((guint) value, &self->palette);
  return foed_colour_of_share (get_share (self, node, self->colour), &self->palette);
}

/**
 * foed_graph_style_new:
 * @moment: what there is of a graph; it must live as long as the style
 * @palette: what to draw with and on
 *
 * Returns: (transfer full): how it is drawn, sizes and colours at first standing for no measure
 */
FoedGraphStyle *
foed_graph_style_new (FoedGraphMoment   *moment,
                      const FoedPalette *palette)
{
  FoedGraphStyle *self;
  FoedGraph *graph;
  double n_visible;

  g_return_val_if_fail (moment != NULL, NULL);
  g_return_val_if_fail (palette != NULL, NULL);

  graph = foed_graph_moment_get_graph (moment);
  n_visible = foed_graph_moment_count_edges (moment);
  self = g_new0 (FoedGraphStyle, 1);
  self->moment = moment;
  self->palette = *palette;
  self->nodes = foed_graph_get_nodes (graph, &self->n_nodes);
  self->edges = foed_graph_get_edges (graph, &self->n_edges);
  self->strength = (float) CLAMP (sqrt (N_EDGES_PLAIN / MAX (n_visible, 1)), 0.36, 1);
  self->size = self->colour = FOED_N_MEASURES;
  return self;
}

void
foed_graph_style_free (FoedGraphStyle *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->network, foed_network_unref);
  g_free (self);
}

/**
 * foed_graph_style_set_measures:
 * @self: a style
 * @network: (nullable): what was measured
 * @size: what the size of nodes stands for; %FOED_N_MEASURES for members and neighbours
 * @colour: what their colour stands for; %FOED_N_MEASURES for the kind of obligation
 *
 * Makes sizes and colours stand for measures. What was not measured is drawn as if it had not been asked for.
 */
void
foed_graph_style_set_measures (FoedGraphStyle *self,
                               FoedNetwork    *network,
                               FoedMeasure     size,
                               FoedMeasure     colour)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->network, foed_network_unref);
  self->network = network != NULL ? foed_network_ref (network) : NULL;
  self->size = is_measured (self, size) ? size : FOED_N_MEASURES;
  self->colour = is_measured (self, colour) ? colour : FOED_N_MEASURES;
  if (self->size < FOED_N_MEASURES)
    find_range (self, self->size);
  if (self->colour < FOED_N_MEASURES)
    find_range (self, self->colour);
}

/**
 * foed_graph_style_get_node:
 * @self: a style
 * @node: the index of a node of the graph
 *
 * Returns: what it looks like
 */
FoedNodeLook
foed_graph_style_get_node (FoedGraphStyle *self,
                           guint           node)
{
  const FoedGraphNode *drawn = &self->nodes[node];
  const FoedNodeMoment *moment = &foed_graph_moment_get_nodes (self->moment)[node];
  gboolean alliance = drawn->kind == FOED_RECORD_ALLIANCE;
  FoedNodeLook look = {
    .shape = alliance ? FOED_SHAPE_SQUARE : FOED_SHAPE_CIRCLE,
    .radius = foed_layout_get_radius (drawn->kind, moment->measure),
    .colour = alliance ? foed_colour_of_kind (moment->kind, &self->palette) : get_state_colour (self),
    .importance = moment->measure,
  };

  if (alliance && moment->measure > 2)
    look.importance += IMPORTANCE_ALLIANCE;
  else if (!alliance)
    look.importance += IMPORTANCE_STATE;
  if (self->size < FOED_N_MEASURES)
    {
      double share = get_share (self, node, self->size);

      look.radius = RADIUS_LEAST + (RADIUS_MOST - RADIUS_LEAST) * sqrt (share);
      look.importance += IMPORTANCE_MEASURED * share;
    }
  if (self->colour < FOED_N_MEASURES)
    look.colour = get_measured_colour (self, node);
  return look;
}

static void
look_at_membership (FoedGraphStyle      *self,
                    const FoedGraphEdge *edge,
                    FoedEdgeLook        *look)
{
  look->colour = foed_colour_of_kind (foed_graph_moment_get_nodes (self->moment)[edge->from].kind, &self->palette);
  look->colour.alpha = 0.55f * self->strength;
  look->width = 1.1f;
}

static void
look_at_tie (FoedGraphStyle       *self,
             const FoedEdgeMoment *moment,
             FoedEdgeLook         *look)
{
  look->colour = foed_colour_of_kind (moment->kind, &self->palette);
  look->colour.alpha = 0.95f * self->strength;
  look->width = 1.5f;
  look->offset = LANE * ((float) moment->lane - (float) (moment->n_lanes - 1) / 2);
  look->dashed = moment->conditional;
  if (moment->direction == FOED_GRAPH_FORWARD)
    look->arrows = FOED_ARROW_TO;
  else if (moment->direction == FOED_GRAPH_BACKWARD)
    look->arrows = FOED_ARROW_FROM;
}

static void
look_at_overlap (FoedGraphStyle       *self,
                 const FoedEdgeMoment *moment,
                 FoedEdgeLook         *look)
{
  look->colour = get_line_colour (self);
  look->colour.alpha = MIN (self->strength * 0.35f * sqrtf ((float) moment->weight), 0.9f);
  look->width = 0.7f + 0.9f * log2f ((float) moment->weight);
}

/**
 * foed_graph_style_get_edge:
 * @self: a style
 * @edge: the index of an edge of the graph that is there
 *
 * Returns: what it looks like
 */
FoedEdgeLook
foed_graph_style_get_edge (FoedGraphStyle *self,
                           guint           edge)
{
  const FoedEdgeMoment *moment = &foed_graph_moment_get_edges (self->moment)[edge];
  FoedEdgeLook look = { 0 };

  switch (foed_graph_get_picture (foed_graph_moment_get_graph (self->moment)))
    {
    case FOED_GRAPH_MEMBERS:
      look_at_membership (self, &self->edges[edge], &look);
      break;
    case FOED_GRAPH_TIES:
      look_at_tie (self, moment, &look);
      break;
    case FOED_GRAPH_OVERLAPS:
    case FOED_N_GRAPH_PICTURES:
    default:
      look_at_overlap (self, moment, &look);
      break;
    }
  return look;
}

static char *
describe_record (const FoedGraphNode  *node,
                 const FoedNodeMoment *moment,
                 FoedGraphPicture      picture)
{
  g_autofree char *count = NULL;

  if (node->kind == FOED_RECORD_STATE)
    return picture == FOED_GRAPH_MEMBERS
             ? g_strdup_printf (ngettext ("State in %u alliance", "State in %u alliances", moment->measure),
                                moment->measure)
             : g_strdup_printf (ngettext ("State with ties to %u other", "State with ties to %u others", moment->measure),
                                moment->measure);
  count = g_strdup_printf (ngettext ("Alliance of %u state", "Alliance of %u states", moment->measure), moment->measure);
  if (moment->kind == NULL)
    return g_steal_pointer (&count);
  /* Translators: what an alliance is and its foremost kind of obligation, as in "Alliance of 3 states: Defence". */
  return g_strdup_printf (C_("node", "%s: %s"), count, foed_term_get_label (moment->kind));
}

/**
 * foed_graph_style_describe_node:
 * @self: a style
 * @node: the index of a node of the graph
 *
 * Returns: (transfer full): what the node is in words, with what its size and colour stand for
 */
char *
foed_graph_style_describe_node (FoedGraphStyle *self,
                                guint           node)
{
  FoedGraphPicture picture = foed_graph_get_picture (foed_graph_moment_get_graph (self->moment));
  char *text = describe_record (&self->nodes[node], &foed_graph_moment_get_nodes (self->moment)[node], picture);
  const FoedMeasure measures[] = { self->size, self->colour };

  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    {
      g_autofree char *before = NULL;
      g_autofree char *value = NULL;

      if (measures[i] == FOED_N_MEASURES || (i > 0 && measures[i] == measures[0]) ||
          isnan (get_value (self, node, measures[i])))
        continue;
      before = text;
      value = foed_measure_format (measures[i], get_value (self, node, measures[i]));
      /* Translators: what a node is, a measure and its value, as in "State in 3 alliances, Betweenness 0.123". */
      text = g_strdup_printf (C_("node", "%s, %s %s"), before, foed_measure_get_label (measures[i]), value);
    }
  return text;
}

static void
note_kind (Contents       *contents,
           const FoedTerm *kind)
{
  if (kind == NULL)
    contents->without_kind = TRUE;
  else
    contents->kinds[foed_vocabulary_get_position (FOED_VOCABULARY_OBLIGATION_KIND, kind)] = TRUE;
}

static void
look_through (FoedGraphStyle *self,
              Contents       *contents)
{
  const FoedNodeMoment *nodes = foed_graph_moment_get_nodes (self->moment);
  const FoedEdgeMoment *edges = foed_graph_moment_get_edges (self->moment);

  for (guint i = 0; i < self->n_nodes; i++)
    {
      if (nodes[i].visible && self->nodes[i].kind == FOED_RECORD_ALLIANCE)
        note_kind (contents, nodes[i].kind);
      contents->states |= nodes[i].visible && self->nodes[i].kind == FOED_RECORD_STATE;
    }
  for (guint i = 0; i < self->n_edges; i++)
    {
      if (edges[i].n_facts == 0)
        continue;
      contents->any_edge = TRUE;
      contents->conditional |= edges[i].conditional;
      contents->one_way |= edges[i].direction == FOED_GRAPH_FORWARD || edges[i].direction == FOED_GRAPH_BACKWARD;
      if (foed_graph_get_picture (foed_graph_moment_get_graph (self->moment)) == FOED_GRAPH_TIES)
        note_kind (contents, edges[i].kind);
    }
}

static void
explain_kinds (FoedGraphStyle *self,
               const Contents *contents,
               FoedLegendSign  sign,
               GPtrArray      *legend)
{
  guint n_terms;
  const FoedTerm *terms = foed_vocabulary_get_terms (FOED_VOCABULARY_OBLIGATION_KIND, &n_terms);

  g_assert (n_terms <= G_N_ELEMENTS (contents->kinds));

  for (guint i = 0; i < n_terms; i++)
    {
      if (contents->kinds[i])
        foed_legend_add (legend, sign, foed_colour_of_kind (&terms[i], &self->palette),
                         foed_term_get_label (&terms[i]));
    }
  if (contents->without_kind)
    foed_legend_add (legend, sign, foed_colour_of_kind (NULL, &self->palette), C_("legend", "No coded obligation"));
}

/* The groups that have a colour of their own, and how many others there are. */
static void
explain_groups (FoedGraphStyle *self,
                GPtrArray      *legend)
{
  guint n_groups = self->highest[self->colour] > 0 ? (guint) self->highest[self->colour] : 0;
  guint n_coloured = MIN (n_groups, foed_colour_count_groups ());

  for (guint i = 1; i <= n_coloured; i++)
    {
      /* Translators: a measure and the number of a group, as in "Community 2". */
      g_autofree char *meaning = g_strdup_printf (C_("legend", "%s %u"), foed_measure_get_label (self->colour), i);

      foed_legend_add (legend, FOED_LEGEND_CIRCLE, foed_colour_of_group (i, &self->palette), meaning);
    }
  if (n_groups > n_coloured)
    {
      guint n_others = n_groups - n_coloured;
      g_autofree char *meaning = g_strdup_printf (ngettext ("%u other", "%u others", n_others), n_others);

      foed_legend_add (legend, FOED_LEGEND_CIRCLE, foed_colour_of_group (0, &self->palette), meaning);
    }
}

/* A measure from its lowest value to its highest. */
static char *
describe_range (FoedGraphStyle *self,
                FoedMeasure     measure)
{
  g_autofree char *lowest = NULL;
  g_autofree char *highest = NULL;

  if (self->lowest[measure] > self->highest[measure])
    return g_strdup (foed_measure_get_label (measure));
  lowest = foed_measure_format (measure, self->lowest[measure]);
  highest = foed_measure_format (measure, self->highest[measure]);
  if (g_str_equal (lowest, highest))
    /* Translators: a measure and the value that all have, as in "Degree 3". */
    return g_strdup_printf (C_("legend", "%s %s"), foed_measure_get_label (measure), lowest);
  /* Translators: a measure, its lowest and its highest value, as in "Betweenness 0.000–0.388". */
  return g_strdup_printf (C_("legend", "%s %s–%s"), foed_measure_get_label (measure), lowest, highest);
}

static void
explain_measures (FoedGraphStyle *self,
                  const Contents *contents,
                  GPtrArray      *legend)
{
  static const char * const sizes[FOED_N_GRAPH_PICTURES] = {
    NC_("legend", "Larger: more members or alliances"),
    NC_("legend", "Larger: ties to more states"),
    NC_("legend", "Larger: more members"),
  };
  FoedGraphPicture picture = foed_graph_get_picture (foed_graph_moment_get_graph (self->moment));

  if (self->colour < FOED_N_MEASURES && foed_measure_is_group (self->colour))
    explain_groups (self, legend);
  else if (self->colour < FOED_N_MEASURES)
    {
      g_autofree char *meaning = describe_range (self, self->colour);

      foed_legend_add_ramp (legend, foed_colour_of_share (0, &self->palette), foed_colour_of_share (1, &self->palette),
                            meaning);
    }
  if (self->size < FOED_N_MEASURES)
    {
      g_autofree char *meaning = describe_range (self, self->size);

      foed_legend_add (legend, FOED_LEGEND_SIZES, get_state_colour (self), meaning);
    }
  else
    foed_legend_add (legend, FOED_LEGEND_SIZES, get_state_colour (self),
                     g_dpgettext2 (GETTEXT_PACKAGE, "legend", sizes[picture]));
}

/**
 * foed_graph_style_explain:
 * @self: a style
 *
 * Returns: (transfer full) (element-type FoedLegendEntry): a legend of what is there and of nothing else
 */
GPtrArray *
foed_graph_style_explain (FoedGraphStyle *self)
{
  GPtrArray *legend = foed_legend_new ();
  FoedGraphPicture picture = foed_graph_get_picture (foed_graph_moment_get_graph (self->moment));
  gboolean natural = self->colour == FOED_N_MEASURES;
  Contents contents = { 0 };

  look_through (self, &contents);
  if (contents.states && natural)
    foed_legend_add (legend, FOED_LEGEND_CIRCLE, get_state_colour (self), C_("legend", "State"));
  else if (contents.states && picture == FOED_GRAPH_MEMBERS)
    foed_legend_add (legend, FOED_LEGEND_CIRCLE, get_line_colour (self), C_("legend", "State"));
  if (picture == FOED_GRAPH_MEMBERS && !natural)
    foed_legend_add (legend, FOED_LEGEND_SQUARE, get_line_colour (self), C_("legend", "Alliance"));

  if (picture == FOED_GRAPH_TIES || (picture == FOED_GRAPH_MEMBERS && !natural))
    explain_kinds (self, &contents, FOED_LEGEND_LINE, legend);
  else if (natural)
    explain_kinds (self, &contents, FOED_LEGEND_SQUARE, legend);
  if (picture == FOED_GRAPH_TIES && contents.one_way)
    foed_legend_add (legend, FOED_LEGEND_ARROW, get_line_colour (self), C_("legend", "Owed one way"));
  if (picture == FOED_GRAPH_TIES && contents.conditional)
    foed_legend_add (legend, FOED_LEGEND_DASHES, get_line_colour (self), C_("legend", "On a condition"));
  if (picture == FOED_GRAPH_OVERLAPS && contents.any_edge)
    foed_legend_add (legend, FOED_LEGEND_LINES, get_line_colour (self), C_("legend", "Shared members"));
  explain_measures (self, &contents, legend);
  return legend;
}

/**
 * foed_graph_moment_describe:
 * @moment: what there is of a graph
 *
 * Returns: (transfer full): how much there is of what, in words
 */
char *
foed_graph_moment_describe (FoedGraphMoment *moment)
{
  guint n_alliances;
  guint n_states;
  guint n_edges;
  g_autofree char *alliances = NULL;
  g_autofree char *states = NULL;
  g_autofree char *edges = NULL;

  g_return_val_if_fail (moment != NULL, NULL);

  n_alliances = foed_graph_moment_count (moment, FOED_RECORD_ALLIANCE);
  n_states = foed_graph_moment_count (moment, FOED_RECORD_STATE);
  n_edges = foed_graph_moment_count_edges (moment);
  alliances = g_strdup_printf (ngettext ("%u alliance", "%u alliances", n_alliances), n_alliances);
  states = g_strdup_printf (ngettext ("%u state", "%u states", n_states), n_states);
  switch (foed_graph_get_picture (foed_graph_moment_get_graph (moment)))
    {
    case FOED_GRAPH_MEMBERS:
      /* Translators: "3 alliances, 5 states". */
      return g_strdup_printf (C_("graph", "%s, %s"), alliances, states);
    case FOED_GRAPH_TIES:
      edges = g_strdup_printf (ngettext ("%u tie", "%u ties", n_edges), n_edges);
      /* Translators: "5 states, 7 ties". */
      return g_strdup_printf (C_("graph", "%s, %s"), states, edges);
    case FOED_GRAPH_OVERLAPS:
    case FOED_N_GRAPH_PICTURES:
    default:
      edges = g_strdup_printf (ngettext ("%u overlap", "%u overlaps", n_edges), n_edges);
      /* Translators: "3 alliances, 2 overlaps". */
      return g_strdup_printf (C_("graph", "%s, %s"), alliances, edges);
    }
}
