/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/* Anti-aliased lines and shapes in memory. It draws tens of thousands of lines in the time that general drawing code
 * takes for thousands, and can do it in any thread. Pixels are those of %GDK_MEMORY_DEFAULT. */
typedef struct
{
  guint32 *pixels;
  int      width;
  int      height;
} ExplorerRaster;

/* A colour as pixels have it: multiplied by its opacity. */
typedef guint32 ExplorerPixel;

void          explorer_raster_init     (ExplorerRaster *self,
                                        int             width,
                                        int             height);
void          explorer_raster_clear    (ExplorerRaster *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ExplorerRaster, explorer_raster_clear)

ExplorerPixel explorer_pixel_new       (const GdkRGBA  *colour);

void          explorer_raster_line     (ExplorerRaster *self,
                                        double          x1,
                                        double          y1,
                                        double          x2,
                                        double          y2,
                                        double          width,
                                        double          dash,
                                        ExplorerPixel   pixel);
void          explorer_raster_arrow    (ExplorerRaster *self,
                                        double          x1,
                                        double          y1,
                                        double          x2,
                                        double          y2,
                                        double          length,
                                        ExplorerPixel   pixel);
void          explorer_raster_disc     (ExplorerRaster *self,
                                        double          x,
                                        double          y,
                                        double          radius,
                                        ExplorerPixel   pixel);
void          explorer_raster_square   (ExplorerRaster *self,
                                        double          x,
                                        double          y,
                                        double          radius,
                                        double          corner,
                                        ExplorerPixel   pixel);

G_END_DECLS
