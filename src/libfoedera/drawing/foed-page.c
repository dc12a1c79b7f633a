/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-page"

#include "config.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "foed-geometry.h"
#include "foed-page.h"

#define WIDTH 1200.0
#define HEIGHT 800.0
#define MARGIN 24.0

#define TITLE_FONT "Cantarell, sans-serif Bold 15"
#define TEXT_FONT "Cantarell, sans-serif 9"
#define SMALL_FONT "Cantarell, sans-serif 7.5"

#define HEAD_GAP 8.0
#define LEGEND_GAP 12.0
#define SOURCE_GAP 6.0
#define LEGEND_GAP_X 16.0
#define LEGEND_GAP_Y 4.0
#define SIGN_GAP 6.0

struct _FoedPage
{
  FoedPageDraw    draw;
  gpointer        user_data;
  GDestroyNotify  destroy;

  double          width;
  double          height;
  gboolean        right_to_left;
  char           *title;
  char           *subtitle;
  char           *source;
  GPtrArray      *legend;
  GPtrArray      *room;        /* a legend that would have to fit too */
};

/* Where Cairo writes to; it tells no reasons, so the first failure is kept. */
typedef struct
{
  GOutputStream *stream;
  GCancellable  *cancellable;
  GString       *awaited;        /* what of the root element has come, where words go into it; else NULL */
  const char    *words;
  GError        *error;
} Sink;

static const struct
{
  const char *nick;
  const char *label;
} formats[FOED_N_PAGE_FORMATS] = {
  [FOED_PAGE_SVG] = { "svg", "SVG" },
  [FOED_PAGE_PDF] = { "pdf", "PDF" },
  [FOED_PAGE_PNG] = { "png", "PNG" },
};

static PangoLayout *
make_layout (cairo_t    *cr,
             const char *font_name)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string (font_name);

  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  return layout;
}

/* Writes a line below another, or only measures it where @palette is NULL. Returns its height. */
static double
write_line (FoedPage          *self,
            cairo_t           *cr,
            const char        *text,
            const char        *font_name,
            double             y,
            float              strength,
            const FoedPalette *palette)
{
  g_autoptr(PangoLayout) layout = make_layout (cr, font_name);
  PangoRectangle extents;

  pango_layout_set_width (layout, (int) ((self->width - 2 * MARGIN) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  /* What Pango calls left is the right for words that are read from there. */
  if ((pango_layout_get_direction (layout, 0) == PANGO_DIRECTION_RTL) != self->right_to_left)
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  pango_layout_get_extents (layout, NULL, &extents);
  if (palette != NULL)
    {
      foed_colour_apply (foed_colour_mix (palette->ground, palette->ink, strength), cr);
      cairo_move_to (cr, MARGIN, y);
      pango_cairo_show_layout (cr, layout);
    }
  return (double) extents.height / PANGO_SCALE;
}

/* Draws what @entry says beside its sign, into a box. */
static void
draw_entry (FoedPage              *self,
            const FoedLegendEntry *entry,
            PangoLayout           *layout,
            cairo_t               *cr,
            const FoedBox         *box,
            const FoedPalette     *palette)
{
  double height = box->last.y - box->first.y;
  int words;

  pango_layout_get_size (layout, NULL, &words);
  cairo_save (cr);
  cairo_translate (cr, self->right_to_left ? box->last.x : box->first.x,
                   box->first.y + (height - FOED_LEGEND_SIGN_HEIGHT) / 2);
  cairo_scale (cr, self->right_to_left ? -1 : 1, 1);
  foed_legend_draw_sign (entry, cr, FOED_LEGEND_SIGN_WIDTH, FOED_LEGEND_SIGN_HEIGHT);
  cairo_restore (cr);
  foed_colour_apply (palette->ink, cr);
  cairo_move_to (cr, box->first.x + (self->right_to_left ? 0 : FOED_LEGEND_SIGN_WIDTH + SIGN_GAP),
                 box->first.y + (height - (double) words / PANGO_SCALE) / 2);
  pango_cairo_show_layout (cr, layout);
}

/* Draws a legend line by line, from @top on, or only measures it where @palette is NULL. Returns its height. */
static double
draw_legend (FoedPage          *self,
             GPtrArray         *legend,
             cairo_t           *cr,
             double             top,
             const FoedPalette *palette)
{
  g_autoptr(PangoLayout) layout = make_layout (cr, TEXT_FONT);
  double sign = FOED_LEGEND_SIGN_WIDTH + SIGN_GAP;
  double width = self->width - 2 * MARGIN;
  double line = FOED_LEGEND_SIGN_HEIGHT;
  double x = 0;
  double y = 0;

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  for (guint i = 0; legend != NULL && i < legend->len; i++)
    {
      const FoedLegendEntry *entry = g_ptr_array_index (legend, i);
      PangoRectangle extents;
      double taken;

      pango_layout_set_width (layout, -1);
      pango_layout_set_text (layout, entry->meaning, -1);
      pango_layout_get_extents (layout, NULL, &extents);
      taken = MIN (sign + (double) extents.width / PANGO_SCALE, width);
      pango_layout_set_width (layout, (int) ceil ((taken - sign) * PANGO_SCALE));
      line = MAX (line, (double) extents.height / PANGO_SCALE);
      if (x > 0 && x + taken > width)
        {
          x = 0;
          y += line + LEGEND_GAP_Y;
        }
      if (palette != NULL)
        {
          double left = MARGIN + (self->right_to_left ? width - x - taken : x);
          const FoedBox box = { { left, top + y }, { left + taken, top + y + line } };

          draw_entry (self, entry, layout, cr, &box, palette);
        }
      x += taken + LEGEND_GAP_X;
    }
  return legend != NULL && legend->len > 0 ? y + line : 0;
}

/* Writes what stands above the picture, or only measures it. Returns where the picture begins. */
static double
draw_head (FoedPage          *self,
           cairo_t           *cr,
           const FoedPalette *palette)
{
  double top = MARGIN;

  top += write_line (self, cr, self->title, TITLE_FONT, top, 1, palette);
  top += write_line (self, cr, self->subtitle, TEXT_FONT, top, 0.75f, palette);
  return top + HEAD_GAP;
}

/* How much room there is to be below the picture. */
static double
measure_foot (FoedPage *self,
              cairo_t  *cr)
{
  double legend = MAX (draw_legend (self, self->legend, cr, 0, NULL), draw_legend (self, self->room, cr, 0, NULL));

  return LEGEND_GAP + legend + SOURCE_GAP + write_line (self, cr, self->source, SMALL_FONT, 0, 0, NULL) + MARGIN;
}

static void
draw_page (FoedPage *self,
           cairo_t  *cr)
{
  const FoedPalette *palette = &foed_palette_paper;
  double width = self->width - 2 * MARGIN;
  double source = write_line (self, cr, self->source, SMALL_FONT, 0, 0, NULL);
  double bottom = self->height - measure_foot (self, cr);
  double top;

  foed_colour_apply (palette->ground, cr);
  cairo_paint (cr);
  top = draw_head (self, cr, palette);

  cairo_save (cr);
  cairo_rectangle (cr, MARGIN, top, width, MAX (bottom - top, 0));
  cairo_clip (cr);
  cairo_translate (cr, MARGIN, top);
  self->draw (cr, width, MAX (bottom - top, 1), palette, self->right_to_left, self->user_data);
  cairo_restore (cr);

  draw_legend (self, self->legend, cr, bottom + LEGEND_GAP, palette);
  write_line (self, cr, self->source, SMALL_FONT, self->height - MARGIN - source, 0.7f, palette);
}

static void
sink_write (Sink       *self,
            const char *data,
            gsize       length)
{
  if (self->error == NULL)
    g_output_stream_write_all (self->stream, data, length, NULL, self->cancellable, &self->error);
}

/* Puts words in where the root element has begun. */
static void
sink_insert_words (Sink *self)
{
  const char *root = strstr (self->awaited->str, "<svg");
  const char *end = root != NULL ? strchr (root, '>') : NULL;

  if (end == NULL)
    return;
  g_string_insert (self->awaited, end + 1 - self->awaited->str, self->words);
  sink_write (self, self->awaited->str, self->awaited->len);
  g_string_free (g_steal_pointer (&self->awaited), TRUE);
}

static cairo_status_t
write_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  Sink *sink = closure;

  if (sink->awaited != NULL)
    {
      g_string_append_len (sink->awaited, (const char *) data, length);
      sink_insert_words (sink);
    }
  else
    sink_write (sink, (const char *) data, length);
  return sink->error == NULL ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

/**
 * foed_page_format_get_nick:
 * @self: a format
 *
 * Returns: its stable name, which is how its files end too
 */
const char *
foed_page_format_get_nick (FoedPageFormat self)
{
  g_return_val_if_fail (self < FOED_N_PAGE_FORMATS, NULL);

  return formats[self].nick;
}

/**
 * foed_page_format_get_label:
 * @self: a format
 *
 * Returns: its name, which is the same in all languages
 */
const char *
foed_page_format_get_label (FoedPageFormat self)
{
  g_return_val_if_fail (self < FOED_N_PAGE_FORMATS, NULL);

  return formats[self].label;
}

/**
 * foed_page_format_from_nick:
 * @nick: the stable name of a format
 * @format: (out): which one
 *
 * Returns: whether there is such a format
 */
gboolean
foed_page_format_from_nick (const char     *nick,
                            FoedPageFormat *format)
{
  g_return_val_if_fail (nick != NULL, FALSE);
  g_return_val_if_fail (format != NULL, FALSE);

  for (guint i = 0; i < FOED_N_PAGE_FORMATS; i++)
    {
      if (g_str_equal (formats[i].nick, nick))
        {
          *format = i;
          return TRUE;
        }
    }
  return FALSE;
}

/* As the language of the user is read. */
static gboolean
is_read_from_right (void)
{
  int n_scripts = 0;
  const PangoScript *scripts = pango_language_get_scripts (pango_language_get_default (), &n_scripts);

  return n_scripts > 0 && (scripts[0] == PANGO_SCRIPT_ARABIC || scripts[0] == PANGO_SCRIPT_HEBREW);
}

/**
 * foed_page_new:
 * @draw: draws the picture
 * @user_data: handed to @draw
 * @destroy: (nullable): frees @user_data
 *
 * Returns: (transfer full): a page of 1200 by 800 points without words, in the direction of the user's language
 */
FoedPage *
foed_page_new (FoedPageDraw    draw,
               gpointer        user_data,
               GDestroyNotify  destroy)
{
  FoedPage *self;

  g_return_val_if_fail (draw != NULL, NULL);

  self = g_new0 (FoedPage, 1);
  self->draw = draw;
  self->user_data = user_data;
  self->destroy = destroy;
  self->width = WIDTH;
  self->height = HEIGHT;
  self->right_to_left = is_read_from_right ();
  foed_page_set_texts (self, "", "", "");
  return self;
}

void
foed_page_free (FoedPage *self)
{
  if (self == NULL)
    return;
  if (self->destroy != NULL)
    self->destroy (self->user_data);
  g_clear_pointer (&self->legend, g_ptr_array_unref);
  g_clear_pointer (&self->room, g_ptr_array_unref);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->source);
  g_free (self);
}

/**
 * foed_page_set_size:
 * @self: a page
 * @width: in points
 * @height: in points
 */
void
foed_page_set_size (FoedPage *self,
                    double    width,
                    double    height)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (width > 0 && height > 0);

  self->width = width;
  self->height = height;
}

/**
 * foed_page_set_right_to_left:
 * @self: a page
 * @right_to_left: whether it is read from the right
 */
void
foed_page_set_right_to_left (FoedPage *self,
                             gboolean  right_to_left)
{
  g_return_if_fail (self != NULL);

  self->right_to_left = !!right_to_left;
}

/**
 * foed_page_set_texts:
 * @self: a page
 * @title: what it is a picture of
 * @subtitle: as of when, and how much there is
 * @source: where it comes from
 */
void
foed_page_set_texts (FoedPage   *self,
                     const char *title,
                     const char *subtitle,
                     const char *source)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (title != NULL && subtitle != NULL && source != NULL);

  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->source);
  self->title = g_strdup (title);
  self->subtitle = g_strdup (subtitle);
  self->source = g_strdup (source);
}

static char *
format_day (FoedDay day)
{
  g_autoptr(FoedDate) date = foed_date_new_for_day (day);

  return foed_date_format (date);
}

static char *
describe_time (const FoedPageOrigin *origin)
{
  g_autofree char *day = origin->day != NULL ? format_day (*origin->day) : NULL;
  g_autofree char *since = origin->since != NULL ? format_day (*origin->since) : NULL;

  if (day == NULL)
    return g_strdup (_("At any time"));
  if (since == NULL)
    return g_strdup_printf (_("In force on %s"), day);
  /* Translators: two days: the one that a picture is of, and the one since when changes are marked in it. */
  return g_strdup_printf (_("In force on %s, compared with %s"), day, since);
}

/**
 * foed_page_tell:
 * @self: a page
 * @title: what it is a picture of
 * @content: how much there is in it
 * @origin: where that comes from
 *
 * Writes title, day, content and source on the page.
 */
void
foed_page_tell (FoedPage             *self,
                const char           *title,
                const char           *content,
                const FoedPageOrigin *origin)
{
  g_autofree char *when = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *source = NULL;

  g_return_if_fail (origin != NULL);

  when = describe_time (origin);
  subtitle = origin->narrowed ? g_strdup_printf ("%s · %s · %s", when, content, _("a part of the library"))
                              : g_strdup_printf ("%s · %s", when, content);
  /* Translators: the name of the library, and the version. */
  source = g_strdup_printf (_("Source: %s · Foedera %s"), origin->library, PACKAGE_VERSION);
  foed_page_set_texts (self, title, subtitle, source);
}

/**
 * foed_page_take_legend:
 * @self: a page
 * @legend: (transfer full) (element-type FoedLegendEntry): what the signs of the picture mean
 */
void
foed_page_take_legend (FoedPage  *self,
                       GPtrArray *legend)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->legend, g_ptr_array_unref);
  self->legend = legend;
}

/**
 * foed_page_take_room:
 * @self: a page of a series
 * @legend: (transfer full) (element-type FoedLegendEntry): the largest legend of the series
 *
 * Leaves as much room as that legend takes, so that the picture has the same place on each page.
 */
void
foed_page_take_room (FoedPage  *self,
                     GPtrArray *legend)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->room, g_ptr_array_unref);
  self->room = legend;
}

/**
 * foed_page_fit:
 * @self: a page with its words and its legend
 * @height: how much room the picture wants, in points
 *
 * Makes the page as high as that takes.
 */
void
foed_page_fit (FoedPage *self,
               double    height)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);

  g_return_if_fail (self != NULL);

  self->height = draw_head (self, cr, NULL) + height + measure_foot (self, cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/**
 * foed_page_draw_image:
 * @self: a page
 * @sharpness: how many pixels a point takes
 *
 * Returns: (transfer full): an image of it
 */
cairo_surface_t *
foed_page_draw_image (FoedPage *self,
                      double    sharpness)
{
  cairo_surface_t *surface;
  cairo_t *cr;

  g_return_val_if_fail (self != NULL, NULL);

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (self->width * sharpness),
                                        (int) ceil (self->height * sharpness));
  cr = cairo_create (surface);
  cairo_scale (cr, sharpness, sharpness);
  draw_page (self, cr);
  cairo_destroy (cr);
  return surface;
}

/* What the signs of the legend mean, one after another. */
static char *
list_meanings (FoedPage *self)
{
  g_autoptr(GStrvBuilder) meanings = g_strv_builder_new ();
  g_auto(GStrv) list = NULL;

  for (guint i = 0; self->legend != NULL && i < self->legend->len; i++)
    g_strv_builder_add (meanings, ((const FoedLegendEntry *) g_ptr_array_index (self->legend, i))->meaning);
  list = g_strv_builder_end (meanings);
  return g_strjoinv (C_("list", ", "), list);
}

/* Cairo writes letters as shapes: so that they can be read out and searched, the words are there once more. */
static char *
make_words (FoedPage *self)
{
  g_autofree char *meanings = list_meanings (self);

  return g_markup_printf_escaped ("\n<title>%s</title>\n<desc>%s\n%s\n%s</desc>", self->title, self->subtitle, meanings,
                                  self->source);
}

static cairo_surface_t *
make_pdf (FoedPage *self,
          Sink     *sink)
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, sink, self->width, self->height);
  g_autofree char *meanings = list_meanings (self);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, self->subtitle);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_KEYWORDS, meanings);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, self->source);
  return surface;
}

/* Has Cairo draw into a surface that writes as it goes. */
static cairo_status_t
write_vectors (FoedPage        *self,
               cairo_surface_t *surface)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  draw_page (self, cr);
  cairo_show_page (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status;
}

static cairo_status_t
write_image (FoedPage *self,
             Sink     *sink)
{
  cairo_surface_t *surface = foed_page_draw_image (self, FOED_PAGE_SHARPNESS);
  cairo_status_t status = cairo_surface_write_to_png_stream (surface, write_cb, sink);

  cairo_surface_destroy (surface);
  return status;
}

/**
 * foed_page_write_sync:
 * @self: a page
 * @format: how to write
 * @stream: where to
 * @cancellable: (nullable): stops the work
 * @error: where to put what went wrong, in %G_IO_ERROR
 *
 * Returns: whether it could be written
 */
gboolean
foed_page_write_sync (FoedPage        *self,
                      FoedPageFormat   format,
                      GOutputStream   *stream,
                      GCancellable    *cancellable,
                      GError         **error)
{
  Sink sink = { .stream = stream, .cancellable = cancellable };
  g_autofree char *words = NULL;
  cairo_status_t status;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  switch (format)
    {
    case FOED_PAGE_SVG:
      sink.words = words = make_words (self);
      sink.awaited = g_string_new (NULL);
      status = write_vectors (self, cairo_svg_surface_create_for_stream (write_cb, &sink, self->width, self->height));
      break;
    case FOED_PAGE_PDF:
      status = write_vectors (self, make_pdf (self, &sink));
      break;
    case FOED_PAGE_PNG:
    case FOED_N_PAGE_FORMATS:
    default:
      status = write_image (self, &sink);
      break;
    }
  if (sink.awaited != NULL)
    g_string_free (sink.awaited, TRUE);
  if (sink.error == NULL && status != CAIRO_STATUS_SUCCESS)
    g_set_error (&sink.error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The picture can't be drawn: %s"),
                 cairo_status_to_string (status));
  if (sink.error == NULL)
    return TRUE;
  g_propagate_error (error, sink.error);
  return FALSE;
}
