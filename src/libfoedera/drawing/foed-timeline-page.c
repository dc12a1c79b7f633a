/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-timeline-page"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "foed-timeline-drawing.h"
#include "foed-timeline-page.h"

/* What is left free before the first day and after the last, as a share of the time. */
#define MARGIN_SHARE 0.015
#define MARGIN_DAYS 15

/* How high a line is: what few lines may take together they share; many are as low as can be read, and very many still
 * go on the largest page that there is in PDF. */
#define PITCH_LEAST 17.0
#define PITCH_MOST 28.0
#define HEIGHT_SHARED 560.0
#define HEIGHT_MOST 13500.0

#define AXIS_HEIGHT 24.0
#define NAMES_WIDTH 290.0

#define FONT "Cantarell, sans-serif"
#define FONT_SHARE 0.5
#define FONT_SIZE_MOST 9.5

static const FoedColour accent = { 0.11f, 0.44f, 0.85f, 1 };
static const FoedColour breach = { 0.75f, 0.11f, 0.16f, 1 };

/* A timeline as it is drawn, with all it takes. */
typedef struct
{
  FoedTimeline *timeline;
  GArray       *lines;
  char         *selected;
  char         *root;
  FoedDay       first_day;
  FoedDay       last_day;
  FoedDay       day;
  gboolean      day_on;
  double        pitch;
} Picture;

static void
picture_free (Picture *self)
{
  g_array_unref (self->lines);
  foed_timeline_unref (self->timeline);
  g_free (self->selected);
  g_free (self->root);
  g_free (self);
}

static double
choose_pitch (guint n_lines)
{
  double pitch = CLAMP (HEIGHT_SHARED / MAX (n_lines, 1), PITCH_LEAST, PITCH_MOST);

  return MIN (pitch, HEIGHT_MOST / MAX (n_lines, 1));
}

static void
draw_cb (cairo_t           *cr,
         double             width,
         double             height,
         const FoedPalette *palette,
         gboolean           right_to_left,
         gpointer           user_data)
{
  const Picture *self = user_data;
  PangoFontDescription *font = pango_font_description_from_string (FONT);
  PangoContext *context = pango_cairo_create_context (cr);
  FoedTimelineFrame frame = { .width = width, .height = height, .names = NAMES_WIDTH, .axis = AXIS_HEIGHT,
                              .pitch = self->pitch, .mirrored = right_to_left };
  FoedTimelineStyle style = { .font = font };
  const FoedTimelineLook look = { self->selected, self->root, -1, self->day, self->day_on };
  g_autoptr(GArray) items = NULL;

  pango_font_description_set_size (font, (int) (MIN (self->pitch * FONT_SHARE, FONT_SIZE_MOST) * PANGO_SCALE));
  frame.scale = (FoedTimeScale) { .first_day = self->first_day, .last_day = self->last_day,
                                  .width = MAX (width - NAMES_WIDTH, 1) };
  foed_time_scale_fit (&frame.scale);
  foed_timeline_style_init (&style, palette, accent, breach);
  items = foed_timeline_list_items (self->lines, &frame);
  foed_timeline_draw (cr, context, self->lines, items, &frame, &style, &look);
  pango_font_description_free (font);
  g_object_unref (context);
}

/**
 * foed_timeline_get_time:
 * @timeline: a timeline
 * @first_day: (out): the first day to show
 * @last_day: (out): the last
 *
 * Tells how much time to show, a little more than there is something in; around today where there is nothing.
 *
 * Returns: whether there is anything that has a date
 */
gboolean
foed_timeline_get_time (FoedTimeline *timeline,
                        FoedDay      *first_day,
                        FoedDay      *last_day)
{
  FoedDay margin;
  gboolean any;

  g_return_val_if_fail (timeline != NULL, FALSE);
  g_return_val_if_fail (first_day != NULL && last_day != NULL, FALSE);

  any = foed_timeline_get_extents (timeline, foed_day_today (), first_day, last_day);
  if (!any)
    *first_day = *last_day = foed_day_today ();
  margin = MAX ((FoedDay) ((double) (*last_day - *first_day) * MARGIN_SHARE), MARGIN_DAYS);
  *first_day = MAX (*first_day - margin, 1);
  *last_day += margin;
  return any;
}

static GPtrArray *
explain (FoedTimeline *timeline)
{
  FoedTimelineStyle style = { .font = NULL };

  foed_timeline_style_init (&style, &foed_palette_paper, accent, breach);
  return foed_timeline_style_explain (&style, timeline);
}

/**
 * foed_timeline_page_new:
 * @subject: what the timeline is of
 * @origin: where it comes from; where it tells a day, that is marked
 *
 * Returns: (transfer full): a page with the timeline, as high as its lines take
 */
FoedPage *
foed_timeline_page_new (const FoedTimelineSubject *subject,
                        const FoedPageOrigin      *origin)
{
  Picture *picture;
  guint n_alliances;
  g_autofree char *content = NULL;
  FoedPage *page;

  g_return_val_if_fail (subject != NULL, NULL);
  g_return_val_if_fail (origin != NULL, NULL);

  picture = g_new0 (Picture, 1);
  picture->timeline = foed_timeline_ref (subject->timeline);
  picture->lines = foed_timeline_list_lines (subject->timeline, subject->grouping, subject->order, subject->open);
  picture->selected = g_strdup (subject->selected);
  picture->root = g_strdup (subject->root);
  picture->pitch = choose_pitch (picture->lines->len);
  picture->day_on = origin->day != NULL;
  picture->day = origin->day != NULL ? *origin->day : FOED_DAY_FIRST;
  picture->first_day = subject->first_day;
  picture->last_day = subject->last_day;
  if (subject->first_day == 0 || subject->last_day == 0)
    foed_timeline_get_time (subject->timeline, &picture->first_day, &picture->last_day);

  n_alliances = foed_timeline_get_n_alliances (subject->timeline);
  content = g_strdup_printf (ngettext ("%u alliance", "%u alliances", n_alliances), n_alliances);
  page = foed_page_new (draw_cb, picture, (GDestroyNotify) picture_free);
  foed_page_tell (page, C_("page", "Alliances Through the Years"), content, origin);
  foed_page_take_legend (page, explain (subject->timeline));
  foed_page_fit (page, AXIS_HEIGHT + picture->lines->len * picture->pitch + 1);
  return page;
}
