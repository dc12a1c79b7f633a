/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-page"

#include "config.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <pango/pangocairo.h>

#include "foed-page.h"

#define WIDTH 1200.0
#define HEIGHT 800.0
#define MARGIN 24.0

#define TITLE_FONT "Cantarell, sans-serif Bold 15"
#define TEXT_FONT "Cantarell, sans-serif 9"
#define SMALL_FONT "Cantarell, sans-serif 7.5"

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

/* Writes a line, or only measures it where @palette is NULL. Returns its height. */
static double
write_line (cairo_t           *cr,
            const char        *text,
            const char        *font_name,
            double             x,
            double             y,
            double             width,
            float              strength,
            const FoedPalette *palette)
{
  g_autoptr(PangoLayout) layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string (font_name);
  PangoRectangle extents;

  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_extents (layout, NULL, &extents);
  if (palette != NULL)
    {
      foed_colour_apply (foed_colour_mix (palette->ground, palette->ink, strength), cr);
      cairo_move_to (cr, x, y);
      pango_cairo_show_layout (cr, layout);
    }
  return (double) extents.height / PANGO_SCALE;
}

/* Draws the legend line by line into @width, or only measures it where @palette is NULL. Returns its height. */
static double
draw_legend (GPtrArray         *legend,
             cairo_t           *cr,
             double             left,
             double             top,
             double             width,
             const FoedPalette *palette)
{
  g_autoptr(PangoLayout) layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string (TEXT_FONT);
  double line = FOED_LEGEND_SIGN_HEIGHT;
  double x = 0;
  double y = 0;

  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  for (guint i = 0; legend != NULL && i < legend->len; i++)
    {
      const FoedLegendEntry *entry = g_ptr_array_index (legend, i);
      PangoRectangle extents;
      double taken;

      pango_layout_set_text (layout, entry->meaning, -1);
      pango_layout_get_extents (layout, NULL, &extents);
      taken = FOED_LEGEND_SIGN_WIDTH + SIGN_GAP + (double) extents.width / PANGO_SCALE;
      line = MAX (line, (double) extents.height / PANGO_SCALE);
      if (x > 0 && x + taken > width)
        {
          x = 0;
          y += line + LEGEND_GAP_Y;
        }
      if (palette != NULL)
        {
          cairo_save (cr);
          cairo_translate (cr, left + x, top + y + (line - FOED_LEGEND_SIGN_HEIGHT) / 2);
          foed_legend_draw_sign (entry, cr, FOED_LEGEND_SIGN_WIDTH, FOED_LEGEND_SIGN_HEIGHT);
          cairo_restore (cr);
          foed_colour_apply (palette->ink, cr);
          cairo_move_to (cr, left + x + FOED_LEGEND_SIGN_WIDTH + SIGN_GAP,
                         top + y + (line - (double) extents.height / PANGO_SCALE) / 2);
          pango_cairo_show_layout (cr, layout);
        }
      x += taken + LEGEND_GAP_X;
    }
  return legend != NULL && legend->len > 0 ? y + line : 0;
}

static void
draw_page (FoedPage *self,
           cairo_t  *cr)
{
  const FoedPalette *palette = &foed_palette_paper;
  double width = self->width - 2 * MARGIN;
  double legend = MAX (draw_legend (self->legend, cr, 0, 0, width, NULL), draw_legend (self->room, cr, 0, 0, width, NULL));
  double source = write_line (cr, self->source, SMALL_FONT, 0, 0, width, 0, NULL);
  double top = MARGIN;
  double bottom = self->height - MARGIN - source - 6 - legend - 12;

  foed_colour_apply (palette->ground, cr);
  cairo_paint (cr);
  top += write_line (cr, self->title, TITLE_FONT, MARGIN, top, width, 1, palette);
  top += write_line (cr, self->subtitle, TEXT_FONT, MARGIN, top, width, 0.75f, palette) + 8;

  cairo_save (cr);
  cairo_rectangle (cr, MARGIN, top, width, MAX (bottom - top, 0));
  cairo_clip (cr);
  cairo_translate (cr, MARGIN, top);
  self->draw (cr, width, MAX (bottom - top, 1), palette, self->user_data);
  cairo_restore (cr);

  draw_legend (self->legend, cr, MARGIN, bottom + 12, width, palette);
  write_line (cr, self->source, SMALL_FONT, MARGIN, self->height - MARGIN - source, width, 0.7f, palette);
}

static cairo_status_t
write_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  Sink *sink = closure;

  if (sink->error == NULL)
    g_output_stream_write_all (sink->stream, data, length, NULL, sink->cancellable, &sink->error);
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

/**
 * foed_page_new:
 * @draw: draws the picture
 * @user_data: handed to @draw
 * @destroy: (nullable): frees @user_data
 *
 * Returns: (transfer full): a page of 1200 by 800 points without words
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
  Sink sink = { stream, cancellable, NULL };
  cairo_status_t status;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  switch (format)
    {
    case FOED_PAGE_SVG:
      status = write_vectors (self, cairo_svg_surface_create_for_stream (write_cb, &sink, self->width, self->height));
      break;
    case FOED_PAGE_PDF:
      status = write_vectors (self, cairo_pdf_surface_create_for_stream (write_cb, &sink, self->width, self->height));
      break;
    case FOED_PAGE_PNG:
    case FOED_N_PAGE_FORMATS:
    default:
      status = write_image (self, &sink);
      break;
    }
  if (sink.error == NULL && status != CAIRO_STATUS_SUCCESS)
    g_set_error (&sink.error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The picture can't be drawn: %s"),
                 cairo_status_to_string (status));
  if (sink.error == NULL)
    return TRUE;
  g_propagate_error (error, sink.error);
  return FALSE;
}
