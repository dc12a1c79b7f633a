/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-timeline-style"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "foed-timeline-style.h"
#include "foed-timeline-words.h"

/* What of the signs there is in the timeline, so that the legend tells of nothing else. */
typedef struct
{
  gboolean kinds[FOED_TIMELINE_N_KINDS_MAX];
  gboolean marks[FOED_N_TIMELINE_MARK_KINDS];
  gboolean vague;
  gboolean open;
} Contents;

static void
look_through (FoedTimeline *timeline,
              Contents     *contents)
{
  guint n_rows;
  const FoedTimelineRow *rows = foed_timeline_get_rows (timeline, &n_rows);

  for (guint i = 0; i < n_rows; i++)
    {
      if (rows[i].kind == FOED_RECORD_OBLIGATION)
        contents->kinds[foed_vocabulary_get_position (FOED_VOCABULARY_OBLIGATION_KIND, rows[i].term)] = TRUE;
      for (guint j = 0; j < rows[i].n_bars; j++)
        {
          const FoedTimelineBar *bar = &rows[i].bars[j];

          contents->vague |= bar->first_day != bar->certain_first_day || bar->last_day != bar->certain_last_day;
          contents->open |= bar->last_day == FOED_DAY_LAST || bar->first_day == FOED_DAY_FIRST;
        }
      for (guint j = 0; j < rows[i].n_marks; j++)
        contents->marks[rows[i].marks[j].kind] = TRUE;
    }
}

/**
 * foed_timeline_style_init:
 * @self: a style
 * @palette: what to draw with and on
 * @accent: the colour of what is chosen
 * @breach: the colour of marks of breaches
 *
 * Fills in the colours. The font stays as it is.
 */
void
foed_timeline_style_init (FoedTimelineStyle *self,
                          const FoedPalette *palette,
                          FoedColour         accent,
                          FoedColour         breach)
{
  guint n_terms;
  const FoedTerm *terms = foed_vocabulary_get_terms (FOED_VOCABULARY_OBLIGATION_KIND, &n_terms);

  g_return_if_fail (self != NULL);
  g_return_if_fail (palette != NULL);
  g_return_if_fail (n_terms <= FOED_TIMELINE_N_KINDS_MAX);

  self->palette = *palette;
  self->accent = accent;
  self->breach = breach;
  for (guint i = 0; i < n_terms; i++)
    self->kinds[i] = foed_colour_of_kind (&terms[i], palette);
}

/**
 * foed_timeline_style_get_kind:
 * @self: a style
 * @kind: a kind of obligation
 *
 * Returns: its colour
 */
FoedColour
foed_timeline_style_get_kind (const FoedTimelineStyle *self,
                              const FoedTerm          *kind)
{
  int position = foed_vocabulary_get_position (FOED_VOCABULARY_OBLIGATION_KIND, kind);

  return position >= 0 ? self->kinds[position] : foed_colour_of_kind (NULL, &self->palette);
}

/**
 * foed_timeline_style_explain:
 * @self: a style
 * @timeline: a timeline
 *
 * Returns: (transfer full) (element-type FoedLegendEntry): what the colours and signs in it mean
 */
GPtrArray *
foed_timeline_style_explain (const FoedTimelineStyle *self,
                             FoedTimeline            *timeline)
{
  guint n_terms;
  const FoedTerm *terms = foed_vocabulary_get_terms (FOED_VOCABULARY_OBLIGATION_KIND, &n_terms);
  GPtrArray *legend = foed_legend_new ();
  Contents contents = { 0 };

  g_return_val_if_fail (self != NULL, legend);
  g_return_val_if_fail (timeline != NULL, legend);

  look_through (timeline, &contents);
  for (guint i = 0; i < n_terms; i++)
    {
      if (contents.kinds[i])
        foed_legend_add (legend, FOED_LEGEND_SQUARE, self->kinds[i], foed_term_get_label (&terms[i]));
    }
  for (guint i = 0; i < FOED_N_TIMELINE_MARK_KINDS; i++)
    {
      if (contents.marks[i])
        foed_legend_add (legend, FOED_LEGEND_MARK + i,
                         i == FOED_TIMELINE_BREACH ? self->breach : self->palette.ink,
                         foed_timeline_get_mark_label (i));
    }
  if (contents.vague)
    foed_legend_add (legend, FOED_LEGEND_HATCHED, self->palette.ink, C_("legend", "Date not certain"));
  if (contents.open)
    foed_legend_add (legend, FOED_LEGEND_FADING, self->palette.ink, C_("legend", "Open when the source ended"));
  return legend;
}
