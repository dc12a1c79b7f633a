/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-graph-page"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "foed-graph-page.h"

static const char * const titles[FOED_N_GRAPH_PICTURES] = {
  NC_("page", "Alliances and the States in Them"),
  NC_("page", "States and What They Owe Each Other"),
  NC_("page", "Alliances That Share Members"),
};

static void
draw_cb (cairo_t           *cr,
         double             width,
         double             height,
         const FoedPalette *palette,
         gpointer           user_data)
{
  foed_graph_drawing_draw (user_data, cr, width, height, palette);
}

static char *
describe (FoedGraphMoment *moment,
          const FoedDay   *day,
          gboolean         narrowed)
{
  g_autofree char *content = foed_graph_moment_describe (moment);
  g_autofree char *when = NULL;

  if (day != NULL)
    {
      g_autoptr(FoedDate) date = foed_date_new_for_day (*day);
      g_autofree char *text = foed_date_format (date);

      when = g_strdup_printf (_("In force on %s"), text);
    }
  else
    when = g_strdup (_("At any time"));
  return narrowed ? g_strdup_printf ("%s · %s · %s", when, content, _("a part of the library"))
                  : g_strdup_printf ("%s · %s", when, content);
}

static void
reserve_legend (FoedPage        *page,
                FoedGraphMoment *whole)
{
  g_autoptr(FoedGraphStyle) style = foed_graph_style_new (whole, &foed_palette_paper);

  foed_page_take_room (page, foed_graph_style_explain (style));
}

/**
 * foed_graph_page_new:
 * @moment: what there is of a graph
 * @style: how it is drawn
 * @lookup: tells where nodes are and what they are called
 * @user_data: handed to @lookup, before the call returns
 * @day: (nullable): the day it is of
 * @narrowed: whether some of what the library holds is left out
 * @library: the name of the library
 * @whole: (nullable): what there is at any time, where the page is one of a series in which nothing may jump
 *
 * Returns: (transfer full): a page with the graph, that holds all it needs
 */
FoedPage *
foed_graph_page_new (FoedGraphMoment        *moment,
                     FoedGraphStyle         *style,
                     FoedGraphDrawingLookup  lookup,
                     gpointer                user_data,
                     const FoedDay          *day,
                     gboolean                narrowed,
                     const char             *library,
                     FoedGraphMoment        *whole)
{
  FoedPage *page;
  g_autofree char *subtitle = NULL;
  g_autofree char *source = NULL;

  g_return_val_if_fail (moment != NULL, NULL);
  g_return_val_if_fail (library != NULL, NULL);

  page = foed_page_new (draw_cb, foed_graph_drawing_new (moment, style, lookup, user_data, whole != NULL),
                        (GDestroyNotify) foed_graph_drawing_free);
  subtitle = describe (moment, day, narrowed);
  /* Translators: the name of the library, and the version. */
  source = g_strdup_printf (_("Source: %s · Foedera %s"), library, PACKAGE_VERSION);
  foed_page_set_texts (page, g_dpgettext2 (GETTEXT_PACKAGE, "page",
                                           titles[foed_graph_get_picture (foed_graph_moment_get_graph (moment))]),
                       subtitle, source);
  foed_page_take_legend (page, foed_graph_style_explain (style));
  if (whole != NULL)
    reserve_legend (page, whole);
  return page;
}
