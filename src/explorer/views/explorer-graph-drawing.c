/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-graph-drawing"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "explorer-graph-drawing.h"
#include "explorer/explorer-colours.h"

/* How far apart edges between the same two states lie. */
#define LANE 4.5f

/* With more edges than this they are drawn fainter, so that a picture of many does not turn into a blot. */
#define N_EDGES_PLAIN 250.0

/* Alliances of three and more are named first, then states, then alliances of two. */
#define IMPORTANCE_ALLIANCE 10000.0
#define IMPORTANCE_STATE 100.0

static GdkRGBA
mix (const GdkRGBA *from,
     const GdkRGBA *to,
     float          share)
{
  return (GdkRGBA) {
    from->red + (to->red - from->red) * share, from->green + (to->green - from->green) * share,
    from->blue + (to->blue - from->blue) * share, 1,
  };
}

/* The colour of a kind of obligation; that of the ink where there is none. */
static GdkRGBA
get_colour (const FoedTerm             *kind,
            const ExplorerGraphColours *colours)
{
  GdkRGBA colour;

  if (kind != NULL && explorer_colours_get (kind, &colour))
    return colour;
  return mix (&colours->ground, &colours->ink, 0.55f);
}

static char *
describe_node (const FoedGraphNode  *node,
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

static void
draw_node (ExplorerGraphModel         *model,
           const ExplorerGraphColours *colours,
           const FoedGraphNode        *node,
           const FoedNodeMoment       *moment,
           GArray                     *nodes)
{
  gboolean alliance = node->kind == FOED_RECORD_ALLIANCE;
  g_autofree char *description = NULL;
  ExplorerPictureNode drawn = {
    .id = node->id,
    .label = explorer_graph_model_get_label (model, node->id),
    .title = explorer_graph_model_get_title (model, node->id),
    .radius = foed_layout_get_radius (node->kind, moment->measure),
    .shape = alliance ? EXPLORER_SHAPE_SQUARE : EXPLORER_SHAPE_CIRCLE,
    .colour = alliance ? get_colour (moment->kind, colours) : mix (&colours->ground, &colours->ink, 0.7f),
    .visible = moment->visible,
  };

  drawn.importance = moment->measure;
  if (alliance && moment->measure > 2)
    drawn.importance += IMPORTANCE_ALLIANCE;
  else if (!alliance)
    drawn.importance += IMPORTANCE_STATE;
  if (!explorer_graph_model_get_point (model, node->id, &drawn.point))
    drawn.visible = FALSE;
  description = moment->visible ? describe_node (node, moment, explorer_graph_model_get_picture (model)) : NULL;
  drawn.description = description;
  g_array_append_val (nodes, drawn);
  /* The picture copies strings when it is made; until then this one has to live. */
  g_array_index (nodes, ExplorerPictureNode, nodes->len - 1).description = g_steal_pointer (&description);
}

static void
draw_membership (const ExplorerGraphColours *colours,
                 const FoedNodeMoment       *alliance,
                 float                       strength,
                 ExplorerPictureEdge        *edge)
{
  edge->colour = get_colour (alliance->kind, colours);
  edge->colour.alpha = 0.55f * strength;
  edge->width = 1.1f;
}

static void
draw_tie (const ExplorerGraphColours *colours,
          const FoedEdgeMoment       *moment,
          float                       strength,
          ExplorerPictureEdge        *edge)
{
  edge->colour = get_colour (moment->kind, colours);
  edge->colour.alpha = 0.95f * strength;
  edge->width = 1.5f;
  edge->offset = LANE * ((float) moment->lane - (float) (moment->n_lanes - 1) / 2);
  edge->dashed = moment->conditional;
  if (moment->direction == FOED_GRAPH_FORWARD)
    edge->arrows = EXPLORER_ARROW_TO;
  else if (moment->direction == FOED_GRAPH_BACKWARD)
    edge->arrows = EXPLORER_ARROW_FROM;
}

static void
draw_overlap (const ExplorerGraphColours *colours,
              const FoedEdgeMoment       *moment,
              float                       strength,
              ExplorerPictureEdge        *edge)
{
  edge->colour = mix (&colours->ground, &colours->ink, 0.6f);
  edge->colour.alpha = MIN (strength * 0.35f * sqrtf ((float) moment->weight), 0.9f);
  edge->width = 0.7f + 0.9f * log2f ((float) moment->weight);
}

static GArray *
draw_edges (ExplorerGraphModel         *model,
            FoedGraphMoment            *moment,
            const ExplorerGraphColours *colours)
{
  GArray *drawn = g_array_new (FALSE, FALSE, sizeof (ExplorerPictureEdge));
  guint n_edges;
  const FoedGraphEdge *edges = foed_graph_get_edges (foed_graph_moment_get_graph (moment), &n_edges);
  const FoedEdgeMoment *moments = foed_graph_moment_get_edges (moment);
  const FoedNodeMoment *nodes = foed_graph_moment_get_nodes (moment);
  double n_visible = foed_graph_moment_count_edges (moment);
  float strength = (float) CLAMP (sqrt (N_EDGES_PLAIN / MAX (n_visible, 1)), 0.36, 1);

  for (guint i = 0; i < n_edges; i++)
    {
      ExplorerPictureEdge edge = { .from = edges[i].from, .to = edges[i].to, .edge = i };

      if (moments[i].n_facts == 0)
        continue;
      switch (explorer_graph_model_get_picture (model))
        {
        case FOED_GRAPH_MEMBERS:
          draw_membership (colours, &nodes[edges[i].from], strength, &edge);
          break;
        case FOED_GRAPH_TIES:
          draw_tie (colours, &moments[i], strength, &edge);
          break;
        case FOED_GRAPH_OVERLAPS:
        case FOED_N_GRAPH_PICTURES:
        default:
          draw_overlap (colours, &moments[i], strength, &edge);
          break;
        }
      g_array_append_val (drawn, edge);
    }
  return drawn;
}

static void
clear_node (ExplorerPictureNode *node)
{
  g_free ((char *) node->description);
}

/**
 * explorer_graph_draw:
 * @model: what there is; it must be ready
 * @colours: the colours of the style
 *
 * Returns: (transfer full): the picture of it
 */
ExplorerPicture *
explorer_graph_draw (ExplorerGraphModel         *model,
                     const ExplorerGraphColours *colours)
{
  FoedGraphMoment *moment = explorer_graph_model_get_moment (model);
  g_autoptr(GArray) drawn = g_array_new (FALSE, FALSE, sizeof (ExplorerPictureNode));
  g_autoptr(GArray) edges = NULL;
  const FoedNodeMoment *moments;
  const FoedGraphNode *nodes;
  guint n_nodes;

  g_return_val_if_fail (moment != NULL, NULL);

  nodes = foed_graph_get_nodes (foed_graph_moment_get_graph (moment), &n_nodes);
  moments = foed_graph_moment_get_nodes (moment);
  g_array_set_clear_func (drawn, (GDestroyNotify) clear_node);
  for (guint i = 0; i < n_nodes; i++)
    draw_node (model, colours, &nodes[i], &moments[i], drawn);
  edges = draw_edges (model, moment, colours);
  return explorer_picture_new ((const ExplorerPictureNode *) (gpointer) drawn->data, drawn->len,
                               (const ExplorerPictureEdge *) (gpointer) edges->data, edges->len);
}

/* What is in the picture now, as far as the legend has to explain it. */
typedef struct
{
  gboolean kinds[64];
  gboolean without_kind;
  gboolean one_way;
  gboolean conditional;
  gboolean shared;
} Contents;

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
look_through (FoedGraphMoment *moment,
              Contents        *contents)
{
  guint n_nodes;
  guint n_edges;
  const FoedGraphNode *nodes = foed_graph_get_nodes (foed_graph_moment_get_graph (moment), &n_nodes);
  const FoedNodeMoment *node_moments = foed_graph_moment_get_nodes (moment);
  const FoedEdgeMoment *edge_moments = foed_graph_moment_get_edges (moment);

  foed_graph_get_edges (foed_graph_moment_get_graph (moment), &n_edges);
  for (guint i = 0; i < n_nodes; i++)
    {
      if (node_moments[i].visible && nodes[i].kind == FOED_RECORD_ALLIANCE)
        note_kind (contents, node_moments[i].kind);
    }
  for (guint i = 0; i < n_edges; i++)
    {
      if (edge_moments[i].n_facts == 0)
        continue;
      contents->shared = TRUE;
      contents->conditional |= edge_moments[i].conditional;
      contents->one_way |= edge_moments[i].direction == FOED_GRAPH_FORWARD ||
                           edge_moments[i].direction == FOED_GRAPH_BACKWARD;
      if (foed_graph_get_picture (foed_graph_moment_get_graph (moment)) == FOED_GRAPH_TIES)
        note_kind (contents, edge_moments[i].kind);
    }
}

static void
explain_kinds (const Contents             *contents,
               ExplorerLegendSign          sign,
               const ExplorerGraphColours *colours,
               ExplorerLegend             *legend)
{
  guint n_terms;
  const FoedTerm *terms = foed_vocabulary_get_terms (FOED_VOCABULARY_OBLIGATION_KIND, &n_terms);
  GdkRGBA colour = get_colour (NULL, colours);

  g_assert (n_terms <= G_N_ELEMENTS (contents->kinds));

  for (guint i = 0; i < n_terms; i++)
    {
      GdkRGBA of_term = get_colour (&terms[i], colours);

      if (contents->kinds[i])
        explorer_legend_add (legend, sign, &of_term, foed_term_get_label (&terms[i]));
    }
  if (contents->without_kind)
    explorer_legend_add (legend, sign, &colour, C_("legend", "No coded obligation"));
}

/**
 * explorer_graph_explain:
 * @model: what there is; it must be ready
 * @colours: the colours of the style
 * @legend: takes what its signs mean
 */
void
explorer_graph_explain (ExplorerGraphModel         *model,
                        const ExplorerGraphColours *colours,
                        ExplorerLegend             *legend)
{
  FoedGraphMoment *moment = explorer_graph_model_get_moment (model);
  FoedGraphPicture picture = explorer_graph_model_get_picture (model);
  GdkRGBA state = mix (&colours->ground, &colours->ink, 0.7f);
  GdkRGBA line = mix (&colours->ground, &colours->ink, 0.6f);
  Contents contents = { 0 };

  g_return_if_fail (moment != NULL);

  look_through (moment, &contents);
  explorer_legend_begin (legend);
  if (picture == FOED_GRAPH_TIES)
    {
      explorer_legend_add (legend, EXPLORER_LEGEND_CIRCLE, &state, C_("legend", "State"));
      explain_kinds (&contents, EXPLORER_LEGEND_LINE, colours, legend);
      if (contents.one_way)
        explorer_legend_add (legend, EXPLORER_LEGEND_ARROW, &line, C_("legend", "Owed one way"));
      if (contents.conditional)
        explorer_legend_add (legend, EXPLORER_LEGEND_DASHES, &line, C_("legend", "On a condition"));
    }
  else
    {
      explain_kinds (&contents, EXPLORER_LEGEND_SQUARE, colours, legend);
      if (picture == FOED_GRAPH_MEMBERS)
        explorer_legend_add (legend, EXPLORER_LEGEND_CIRCLE, &state, C_("legend", "State"));
      else if (contents.shared)
        explorer_legend_add (legend, EXPLORER_LEGEND_LINES, &line, C_("legend", "Shared members"));
    }
  explorer_legend_end (legend);
}

/**
 * explorer_graph_describe:
 * @model: what there is; it must be ready
 *
 * Returns: (transfer full): how much there is of what, in words
 */
char *
explorer_graph_describe (ExplorerGraphModel *model)
{
  FoedGraphMoment *moment = explorer_graph_model_get_moment (model);
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
  switch (explorer_graph_model_get_picture (model))
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
