/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "foed-legend.h"
#include "model/foed-date.h"

G_BEGIN_DECLS

/**
 * FoedPageFormat:
 * @FOED_PAGE_SVG: Scalable Vector Graphics
 * @FOED_PAGE_PDF: Portable Document Format
 * @FOED_PAGE_PNG: Portable Network Graphics, two pixels for each point
 */
typedef enum
{
  FOED_PAGE_SVG,
  FOED_PAGE_PDF,
  FOED_PAGE_PNG,
  FOED_N_PAGE_FORMATS
} FoedPageFormat;

const char *foed_page_format_get_nick  (FoedPageFormat  self);
const char *foed_page_format_get_label (FoedPageFormat  self);
gboolean    foed_page_format_from_nick (const char     *nick,
                                        FoedPageFormat *format);

/* How many pixels of an image a point takes, so that it is sharp on any screen. */
#define FOED_PAGE_SHARPNESS 2

/**
 * FoedPageDraw:
 * @cr: where to draw; (0, 0) is the upper left corner of the picture's own room
 * @width: how much room there is, in points
 * @height: likewise
 * @palette: what to draw with and on
 * @right_to_left: the direction of reading
 * @user_data: as given
 *
 * Draws the picture of a page: a graph, a timeline, a map. Called in the thread that writes the page.
 */
typedef void (*FoedPageDraw) (cairo_t           *cr,
                              double             width,
                              double             height,
                              const FoedPalette *palette,
                              gboolean           right_to_left,
                              gpointer           user_data);

/**
 * FoedPageOrigin:
 * @day: (nullable): the day it is of
 * @since: (nullable): the day that it is compared with
 * @narrowed: whether some of what the library holds is left out
 * @library: the name of the library
 *
 * Where what is on a page comes from.
 */
typedef struct
{
  const FoedDay *day;
  const FoedDay *since;
  gboolean       narrowed;
  const char    *library;
} FoedPageOrigin;

/**
 * FoedPage:
 *
 * A picture on a page of its own: with a title, what and when it is of, a legend, and where it comes from.
 */
typedef struct _FoedPage FoedPage;

FoedPage        *foed_page_new               (FoedPageDraw          draw,
                                              gpointer              user_data,
                                              GDestroyNotify        destroy);
void             foed_page_free              (FoedPage             *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoedPage, foed_page_free)

void             foed_page_set_size          (FoedPage             *self,
                                              double                width,
                                              double                height);
void             foed_page_set_right_to_left (FoedPage             *self,
                                              gboolean              right_to_left);
void             foed_page_set_texts         (FoedPage             *self,
                                              const char           *title,
                                              const char           *subtitle,
                                              const char           *source);
void             foed_page_tell              (FoedPage             *self,
                                              const char           *title,
                                              const char           *content,
                                              const FoedPageOrigin *origin);
void             foed_page_take_legend       (FoedPage             *self,
                                              GPtrArray            *legend);
void             foed_page_take_room         (FoedPage             *self,
                                              GPtrArray            *legend);
void             foed_page_fit               (FoedPage             *self,
                                              double                height);

cairo_surface_t *foed_page_draw_image        (FoedPage             *self,
                                              double                sharpness);
gboolean         foed_page_write_sync        (FoedPage             *self,
                                              FoedPageFormat        format,
                                              GOutputStream        *stream,
                                              GCancellable         *cancellable,
                                              GError              **error);

G_END_DECLS
