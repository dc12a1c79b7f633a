/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-map-page"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "foed-drawing.h"
#include "foed-map-page.h"

static void
draw_cb (cairo_t           *cr,
         double             width,
         double             height,
         const FoedPalette *palette,
         gboolean           right_to_left,
         gpointer           user_data)
{
  foed_drawing_draw (user_data, cr, width, height, palette, right_to_left);
}

/* The states that are there, where they are. @numbers takes theirs, from 1 on, by id. */
static void
add_states (FoedDrawing          *drawing,
            const FoedMapSubject *subject,
            FoedMapPageLabel      label,
            gpointer              user_data,
            GHashTable           *numbers)
{
  const FoedNodeMoment *moments = foed_graph_moment_get_nodes (subject->members);
  guint n_nodes;
  const FoedGraphNode *nodes = foed_graph_get_nodes (foed_graph_moment_get_graph (subject->members), &n_nodes);

  for (guint i = 0; i < n_nodes; i++)
    {
      FoedNodeLook look;
      FoedDegrees place;
      guint number;

      if (nodes[i].kind != FOED_RECORD_STATE || !moments[i].visible ||
          !foed_atlas_find_place (subject->atlas, nodes[i].id, &place))
        continue;
      look = foed_map_style_get_state (&foed_palette_paper, moments[i].measure);
      number = foed_drawing_add_node (drawing, &look, foed_projection_apply (place), label (nodes[i].id, user_data),
                                      FOED_MARK_NONE);
      g_hash_table_insert (numbers, (gpointer) nodes[i].id, GUINT_TO_POINTER (number + 1));
      if (g_strcmp0 (nodes[i].id, subject->selected) == 0)
        foed_drawing_select (drawing, number);
    }
}

static void
add_arcs (FoedDrawing          *drawing,
          const FoedMapSubject *subject,
          FoedMapStyle         *style,
          GHashTable           *numbers)
{
  FoedGraph *graph = foed_graph_moment_get_graph (subject->ties);
  guint n_nodes;
  guint n_edges;
  guint n_arcs;
  const FoedGraphNode *nodes = foed_graph_get_nodes (graph, &n_nodes);
  const FoedGraphEdge *edges = foed_graph_get_edges (graph, &n_edges);
  const FoedMapArc *arcs = foed_map_style_get_arcs (style, &n_arcs);

  for (guint i = 0; i < n_arcs; i++)
    {
      guint from = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, nodes[edges[arcs[i].edge].from].id));
      guint to = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, nodes[edges[arcs[i].edge].to].id));

      if (from > 0 && to > 0)
        foed_drawing_add_edge (drawing, from - 1, to - 1, &arcs[i].look, arcs[i].path);
    }
}

static char *
make_title (const FoedMapSubject *subject)
{
  const char *selected = subject->selected != NULL && subject->titles != NULL
                           ? g_hash_table_lookup (subject->titles, subject->selected)
                           : NULL;

  if (subject->colouring == FOED_MAP_BY_ALLIANCE)
    return g_strdup (C_("page", "States by Alliance"));
  if (selected == NULL)
    return g_strdup (C_("page", "States by Obligation"));
  /* Translators: the title of a map; a state. */
  return g_strdup_printf (C_("page", "%s: What It Owes and Is Owed"), selected);
}

static char *
describe (const FoedMapSubject *subject,
          FoedMapStyle         *style)
{
  g_autofree char *states = foed_map_style_describe (style);

  if (!foed_map_style_are_borders_later (subject->day))
    return g_steal_pointer (&states);
  return g_strdup_printf ("%s · %s", states, _("Borders are those of today"));
}

/**
 * foed_map_page_new:
 * @subject: what the map is of; it is needed only for the call
 * @label: tells what is written beside states
 * @user_data: handed to @label, before the call returns
 * @origin: where it comes from
 *
 * Returns: (transfer full): a page with the map, that holds all it needs
 */
FoedPage *
foed_map_page_new (const FoedMapSubject *subject,
                   FoedMapPageLabel      label,
                   gpointer              user_data,
                   const FoedPageOrigin *origin)
{
  g_autoptr(GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(FoedMapStyle) style = NULL;
  g_autofree char *content = NULL;
  g_autofree char *title = NULL;
  FoedDrawing *drawing;
  FoedPage *page;

  g_return_val_if_fail (subject != NULL, NULL);
  g_return_val_if_fail (label != NULL, NULL);

  style = foed_map_style_new (subject, &foed_palette_paper);
  drawing = foed_drawing_new ();
  foed_drawing_set_ground (drawing, style);
  add_states (drawing, subject, label, user_data, numbers);
  add_arcs (drawing, subject, style, numbers);
  content = describe (subject, style);
  title = make_title (subject);
  page = foed_page_new (draw_cb, drawing, (GDestroyNotify) foed_drawing_free);
  foed_page_tell (page, title, content, origin);
  foed_page_take_legend (page, foed_map_style_explain (style));
  return page;
}

/**
 * foed_map_page_reserve:
 * @page: a page of a series
 * @whole: what the map is of at any time
 *
 * Leaves room for the legend of a map of all there may be, so that the map has the same place on each page.
 */
void
foed_map_page_reserve (FoedPage             *page,
                       const FoedMapSubject *whole)
{
  g_autoptr(FoedMapStyle) style = foed_map_style_new (whole, &foed_palette_paper);

  foed_page_take_room (page, foed_map_style_explain (style));
}
