/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-plate"

#include "config.h"

#include <math.h>
#include <string.h>

#include "explorer-plate.h"
#include "explorer-raster.h"

/* The side of a tile in device pixels. Only tiles that can be seen are handed to the renderer. */
#define TILE 512

/* How far arrows and wide lines reach beyond nodes, in pixels. */
#define OVERHANG 40.0

/* How often to look whether the work is still wanted. */
#define EDGES_PER_LOOK 256

/* Edges that stand out are at least this opaque, and this much wider. */
#define STRONG_ALPHA 0.85f
#define STRONG_WIDTH 0.6

#define DASH 5.0
#define ARROW 7.0

struct _ExplorerPlate
{
  double            zoom;
  int               scale_factor;
  ExplorerBox       box;
  FoedPoint         origin;      /* of what is drawn, in pixels from where the picture has (0, 0) */
  cairo_surface_t  *surface;     /* what is drawn; or else in tiles: */
  int               n_columns;
  int               n_rows;
  GdkTexture      **tiles;
};

/* What goes on while a plate is drawn. Everything is in device pixels. */
typedef struct
{
  ExplorerPicture *picture;
  double           zoom;
  int              scale_factor;
  FoedPoint        origin;
  gboolean         strong;
  ExplorerRaster   raster;
} Drawing;

/* How the lines of an edge are drawn. */
typedef struct
{
  double        width;
  double        dash;
  double        head;
  ExplorerPixel pixel;
} Pen;

static ExplorerSegment
to_device (Drawing   *drawing,
           FoedPoint  from,
           FoedPoint  to)
{
  double factor = drawing->scale_factor;

  return (ExplorerSegment) {
    { (from.x - drawing->origin.x) * factor, (from.y - drawing->origin.y) * factor },
    { (to.x - drawing->origin.x) * factor, (to.y - drawing->origin.y) * factor },
  };
}

static void
draw_line (Drawing               *drawing,
           const ExplorerSegment *segment,
           const Pen             *pen)
{
  explorer_raster_line (&drawing->raster, segment->from.x, segment->from.y, segment->to.x, segment->to.y, pen->width,
                        pen->dash, pen->pixel);
}

static void
draw_head (Drawing   *drawing,
           FoedPoint  from,
           FoedPoint  to,
           const Pen *pen)
{
  explorer_raster_arrow (&drawing->raster, from.x, from.y, to.x, to.y, pen->head, pen->pixel);
}

static void
draw_path (Drawing                   *drawing,
           const ExplorerPictureEdge *edge,
           const Pen                 *pen)
{
  g_autoptr(GArray) path = explorer_picture_trace_edge (drawing->picture, edge, drawing->zoom);

  for (guint i = 1; i < path->len; i++)
    {
      ExplorerSegment segment = to_device (drawing, g_array_index (path, FoedPoint, i - 1),
                                           g_array_index (path, FoedPoint, i));

      if (isnan (segment.from.x) || isnan (segment.to.x))
        continue;
      draw_line (drawing, &segment, pen);
      if (i == 1 && edge->arrows & FOED_ARROW_FROM)
        draw_head (drawing, segment.to, segment.from, pen);
      if (i == path->len - 1 && edge->arrows & FOED_ARROW_TO)
        draw_head (drawing, segment.from, segment.to, pen);
    }
}

static void
draw_edge (Drawing                   *drawing,
           const ExplorerPictureEdge *edge)
{
  double scale = explorer_picture_get_scale (drawing->zoom);
  double factor = drawing->scale_factor;
  GdkRGBA colour = edge->colour;
  ExplorerSegment segment;
  Pen pen = {
    .width = (MAX (edge->width * scale, 0.7) + (drawing->strong ? STRONG_WIDTH : 0)) * factor,
    .dash = edge->dashed ? MAX (DASH * scale, 3) * factor : 0,
    .head = MIN (MAX (ARROW * scale, 5), 12) * factor,
  };

  if (drawing->strong)
    colour.alpha = MAX (colour.alpha, STRONG_ALPHA);
  pen.pixel = explorer_pixel_new (&colour);
  if (edge->path != NULL)
    {
      draw_path (drawing, edge, &pen);
      return;
    }
  segment = explorer_picture_get_segment (drawing->picture, edge, drawing->zoom);
  segment = to_device (drawing, segment.from, segment.to);
  draw_line (drawing, &segment, &pen);
  if (edge->arrows & FOED_ARROW_TO)
    draw_head (drawing, segment.from, segment.to, &pen);
  if (edge->arrows & FOED_ARROW_FROM)
    draw_head (drawing, segment.to, segment.from, &pen);
}

static gboolean
draw_edges (Drawing      *drawing,
            const GArray *chosen,
            GCancellable *cancellable)
{
  guint n_edges;
  const ExplorerPictureEdge *edges = explorer_picture_get_edges (drawing->picture, &n_edges);

  for (guint i = 0; i < (chosen != NULL ? chosen->len : n_edges); i++)
    {
      if (i % EDGES_PER_LOOK == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;
      draw_edge (drawing, &edges[chosen != NULL ? g_array_index (chosen, guint, i) : i]);
    }
  return TRUE;
}

static gboolean
draw_nodes (Drawing      *drawing,
            GCancellable *cancellable)
{
  double scale = explorer_picture_get_scale (drawing->zoom) * drawing->scale_factor;
  guint n_nodes;
  guint n_visible;
  const ExplorerPictureNode *nodes = explorer_picture_get_nodes (drawing->picture, &n_nodes);
  const guint *ranking = explorer_picture_get_ranking (drawing->picture, &n_visible);

  for (guint i = n_visible; i > 0; i--)
    {
      const ExplorerPictureNode *node = &nodes[ranking[i - 1]];
      double x = (node->point.x * drawing->zoom - drawing->origin.x) * drawing->scale_factor;
      double y = (node->point.y * drawing->zoom - drawing->origin.y) * drawing->scale_factor;
      double radius = node->radius * scale;
      ExplorerPixel pixel = explorer_pixel_new (&node->colour);

      if (i % EDGES_PER_LOOK == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;
      if (x < -radius || y < -radius || x > drawing->raster.width + radius || y > drawing->raster.height + radius)
        continue;
      if (node->shape == FOED_SHAPE_CIRCLE)
        explorer_raster_disc (&drawing->raster, x, y, radius, pixel);
      else
        explorer_raster_square (&drawing->raster, x, y, radius, MIN (radius / 3, 4 * scale), pixel);
    }
  return TRUE;
}

/* Copies a part of the raster. Returns NULL where it is blank. */
static GdkTexture *
cut_tile (const ExplorerRaster *raster,
          int                   column,
          int                   row)
{
  int width = MIN (TILE, raster->width - column);
  int height = MIN (TILE, raster->height - row);
  gsize stride = (gsize) width * sizeof (guint32);
  g_autofree guint32 *pixels = g_malloc (stride * (gsize) height);
  g_autoptr(GBytes) bytes = NULL;
  guint32 any = 0;

  for (int y = 0; y < height; y++)
    {
      const guint32 *line = raster->pixels + (gsize) (row + y) * (gsize) raster->width + column;

      memcpy (pixels + (gsize) y * (gsize) width, line, stride);
      for (int x = 0; x < width; x++)
        any |= line[x];
    }
  if (any == 0)
    return NULL;
  bytes = g_bytes_new_take (g_steal_pointer (&pixels), stride * (gsize) height);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static void
cut_tiles (ExplorerPlate        *self,
           const ExplorerRaster *raster)
{
  self->n_columns = (raster->width + TILE - 1) / TILE;
  self->n_rows = (raster->height + TILE - 1) / TILE;
  self->tiles = g_new0 (GdkTexture *, (gsize) (self->n_columns * self->n_rows));
  for (int i = 0; i < self->n_columns * self->n_rows; i++)
    self->tiles[i] = cut_tile (raster, i % self->n_columns * TILE, i / self->n_columns * TILE);
}

static void
free_pixels (gpointer data)
{
  g_free (data);
}

/* Hands the memory of the raster to a surface. */
static void
keep_surface (ExplorerPlate  *self,
              ExplorerRaster *raster)
{
  static const cairo_user_data_key_t key;
  guint32 *pixels = g_steal_pointer (&raster->pixels);

  self->surface = cairo_image_surface_create_for_data ((guchar *) pixels, CAIRO_FORMAT_ARGB32, raster->width,
                                                       raster->height, raster->width * (int) sizeof (guint32));
  cairo_surface_set_user_data (self->surface, &key, pixels, free_pixels);
}

/* The part of @box where there is something to draw. */
static ExplorerBox
trim (const ExplorerBox *box,
      const ExplorerBox *extents,
      double             zoom)
{
  return (ExplorerBox) {
    { MAX (box->first.x, extents->first.x - OVERHANG / zoom), MAX (box->first.y, extents->first.y - OVERHANG / zoom) },
    { MIN (box->last.x, extents->last.x + OVERHANG / zoom), MIN (box->last.y, extents->last.y + OVERHANG / zoom) },
  };
}

/* A plate of @box, and a raster for the part of it that lies within @extents; none where nothing does. */
static ExplorerPlate *
begin (const ExplorerBox *box,
       const ExplorerBox *extents,
       double             zoom,
       int                scale_factor,
       ExplorerRaster    *raster)
{
  ExplorerPlate *self = g_new0 (ExplorerPlate, 1);
  ExplorerBox part = trim (box, extents, zoom);

  self->zoom = zoom;
  self->scale_factor = scale_factor;
  self->box = *box;
  if (explorer_box_is_empty (&part))
    return self;
  self->origin = (FoedPoint) { floor (part.first.x * zoom), floor (part.first.y * zoom) };
  explorer_raster_init (raster, (int) ceil (part.last.x * zoom - self->origin.x) * scale_factor,
                        (int) ceil (part.last.y * zoom - self->origin.y) * scale_factor);
  return self;
}

static void
keep (ExplorerPlate      *self,
      ExplorerPlateParts  parts,
      ExplorerRaster     *raster)
{
  if (parts & EXPLORER_PLATE_TEXTURES)
    cut_tiles (self, raster);
  else
    keep_surface (self, raster);
}

/**
 * explorer_plate_get_storage:
 * @widget: a widget that is shown
 *
 * Returns: how plates are best kept for the renderer that draws @widget
 */
ExplorerPlateParts
explorer_plate_get_storage (GtkWidget *widget)
{
  GtkNative *native;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), 0);

  native = gtk_widget_get_native (widget);
  if (native == NULL || gtk_native_get_renderer (native) == NULL)
    return 0;
  return GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native)) ? 0 : EXPLORER_PLATE_TEXTURES;
}

/**
 * explorer_plate_new:
 * @picture: a picture
 * @parts: what of it to draw
 * @chosen: (nullable) (element-type guint): the indices of the edges to draw; all where it is %NULL
 * @box: which part to draw
 * @zoom: how many pixels a unit of the picture takes
 * @scale_factor: how many device pixels a pixel takes
 * @cancellable: (nullable): stops the work
 *
 * Draws a part of a picture. Threads may do so.
 *
 * Returns: (transfer full) (nullable): the plate, %NULL where the work was stopped
 */
ExplorerPlate *
explorer_plate_new (ExplorerPicture    *picture,
                    ExplorerPlateParts  parts,
                    const GArray       *chosen,
                    const ExplorerBox  *box,
                    double              zoom,
                    int                 scale_factor,
                    GCancellable       *cancellable)
{
  g_autoptr(ExplorerPlate) self = NULL;
  Drawing drawing = { picture, zoom, scale_factor, { 0, 0 }, (parts & EXPLORER_PLATE_STRONG) != 0, { 0 } };
  ExplorerBox extents;
  gboolean drawn = TRUE;

  g_return_val_if_fail (picture != NULL, NULL);
  g_return_val_if_fail (box != NULL, NULL);
  g_return_val_if_fail (scale_factor > 0, NULL);

  if (!explorer_picture_get_extents (picture, TRUE, &extents))
    extents = (ExplorerBox) { box->first, box->first };
  self = begin (box, &extents, zoom, scale_factor, &drawing.raster);
  if (drawing.raster.pixels == NULL)
    return g_steal_pointer (&self);
  drawing.origin = self->origin;
  if (parts & EXPLORER_PLATE_EDGES)
    drawn = draw_edges (&drawing, chosen, cancellable);
  if (drawn && parts & EXPLORER_PLATE_NODES)
    drawn = draw_nodes (&drawing, cancellable);
  if (drawn)
    keep (self, parts, &drawing.raster);
  explorer_raster_clear (&drawing.raster);
  return drawn ? g_steal_pointer (&self) : NULL;
}

/**
 * explorer_plate_new_drawn:
 * @draw: draws what there is
 * @user_data: for @draw
 * @parts: how to keep it
 * @extents: where there is something to draw
 * @box: which part to draw
 * @zoom: how many pixels a unit of the world takes
 * @scale_factor: how many device pixels a pixel takes
 *
 * Draws a part of something. Threads may do so.
 *
 * Returns: (transfer full): the plate
 */
ExplorerPlate *
explorer_plate_new_drawn (ExplorerPlateDraw   draw,
                          gpointer            user_data,
                          ExplorerPlateParts  parts,
                          const ExplorerBox  *extents,
                          const ExplorerBox  *box,
                          double              zoom,
                          int                 scale_factor)
{
  g_auto(ExplorerRaster) raster = { 0 };
  ExplorerPlate *self;
  cairo_surface_t *surface;
  cairo_t *cr;

  g_return_val_if_fail (draw != NULL, NULL);
  g_return_val_if_fail (extents != NULL, NULL);
  g_return_val_if_fail (box != NULL, NULL);
  g_return_val_if_fail (scale_factor > 0, NULL);

  self = begin (box, extents, zoom, scale_factor, &raster);
  if (raster.pixels == NULL)
    return self;
  surface = cairo_image_surface_create_for_data ((guchar *) raster.pixels, CAIRO_FORMAT_ARGB32, raster.width,
                                                 raster.height, raster.width * (int) sizeof (guint32));
  cr = cairo_create (surface);
  cairo_scale (cr, scale_factor, scale_factor);
  cairo_translate (cr, -self->origin.x, -self->origin.y);
  draw (cr, zoom, user_data);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  keep (self, parts, &raster);
  return self;
}

void
explorer_plate_free (ExplorerPlate *self)
{
  if (self == NULL)
    return;
  for (int i = 0; i < self->n_columns * self->n_rows; i++)
    g_clear_object (&self->tiles[i]);
  g_free (self->tiles);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_free (self);
}

/**
 * explorer_plate_fits:
 * @self: a plate
 * @viewport: what is shown
 * @scale_factor: how many device pixels a pixel takes
 *
 * Returns: whether the plate is sharp: neither enlarged nor reduced
 */
gboolean
explorer_plate_fits (ExplorerPlate    *self,
                     ExplorerViewport *viewport,
                     int               scale_factor)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->scale_factor == scale_factor && self->zoom == explorer_viewport_get_zoom (viewport);
}

/**
 * explorer_plate_covers:
 * @self: a plate
 * @viewport: what is shown
 * @margin: how many pixels around it have to be on the plate too
 *
 * Returns: whether all that is shown is on the plate, but for what lies where there is nothing to see
 */
gboolean
explorer_plate_covers (ExplorerPlate    *self,
                       ExplorerViewport *viewport,
                       double            margin)
{
  ExplorerBox visible;

  g_return_val_if_fail (self != NULL, FALSE);

  explorer_viewport_get_visible (viewport, margin, &visible);
  return explorer_box_contains (&self->box, &visible);
}

static void
snapshot_tiles (ExplorerPlate *self,
                GtkSnapshot   *snapshot,
                FoedPoint      origin,
                double         ratio,
                double         width,
                double         height)
{
  for (int i = 0; i < self->n_columns * self->n_rows; i++)
    {
      GdkTexture *tile = self->tiles[i];
      graphene_rect_t area;

      if (tile == NULL)
        continue;
      area = GRAPHENE_RECT_INIT ((float) (origin.x + i % self->n_columns * TILE * ratio / self->scale_factor),
                                 (float) (origin.y + i / self->n_columns * TILE * ratio / self->scale_factor),
                                 (float) (gdk_texture_get_width (tile) * ratio / self->scale_factor),
                                 (float) (gdk_texture_get_height (tile) * ratio / self->scale_factor));
      if (area.origin.x < width && area.origin.y < height && area.origin.x + area.size.width > 0 &&
          area.origin.y + area.size.height > 0)
        gtk_snapshot_append_texture (snapshot, tile, &area);
    }
}

static void
snapshot_surface (ExplorerPlate *self,
                  GtkSnapshot   *snapshot,
                  FoedPoint      origin,
                  double         ratio,
                  double         width,
                  double         height)
{
  cairo_t *cr;

  if (width <= 0 || height <= 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  cairo_translate (cr, origin.x, origin.y);
  cairo_scale (cr, ratio / self->scale_factor, ratio / self->scale_factor);
  cairo_set_source_surface (cr, self->surface, 0, 0);
  /* What moves need not be better than this, and better would take too long. */
  cairo_pattern_set_filter (cairo_get_source (cr), ratio == 1 ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_BILINEAR);
  cairo_paint (cr);
  cairo_destroy (cr);
}

/**
 * explorer_plate_snapshot:
 * @self: a plate
 * @snapshot: where to draw
 * @viewport: what is shown
 *
 * Draws the plate where its part of the picture is now. Where it is sharp it is laid on whole pixels, so that it stays
 * so.
 */
void
explorer_plate_snapshot (ExplorerPlate    *self,
                         GtkSnapshot      *snapshot,
                         ExplorerViewport *viewport)
{
  double ratio = explorer_viewport_get_zoom (viewport) / self->zoom;
  FoedPoint middle = explorer_viewport_to_widget (viewport, (FoedPoint) { 0, 0 });
  FoedPoint origin = { middle.x + self->origin.x * ratio, middle.y + self->origin.y * ratio };
  double width;
  double height;

  g_return_if_fail (self != NULL);

  explorer_viewport_get_size (viewport, &width, &height);
  if (ratio == 1)
    origin = (FoedPoint) { round (origin.x * self->scale_factor) / self->scale_factor,
                           round (origin.y * self->scale_factor) / self->scale_factor };
  if (self->surface != NULL)
    snapshot_surface (self, snapshot, origin, ratio, width, height);
  else
    snapshot_tiles (self, snapshot, origin, ratio, width, height);
}
