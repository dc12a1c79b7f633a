/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-animation"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <webp/encode.h>
#include <webp/mux.h>

#include "foed-animation.h"

/* A pixel for a point: animations are shown, not read closely, and each page costs room. */
#define SHARPNESS 1

struct _FoedAnimation
{
  WebPAnimEncoder *encoder;
  guint            milliseconds;
  int              end;           /* of what there is so far, in milliseconds */
};

static gboolean
refuse (const char  *reason,
        GError     **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The animation can't be made: %s"), reason);
  return FALSE;
}

/**
 * foed_animation_new:
 * @milliseconds: how long each page is shown
 *
 * Returns: (transfer full): an animation without pages
 */
FoedAnimation *
foed_animation_new (guint milliseconds)
{
  FoedAnimation *self = g_new0 (FoedAnimation, 1);

  self->milliseconds = milliseconds;
  return self;
}

void
foed_animation_free (FoedAnimation *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->encoder, WebPAnimEncoderDelete);
  g_free (self);
}

static gboolean
add_picture (FoedAnimation  *self,
             WebPPicture    *picture,
             GError        **error)
{
  WebPAnimEncoderOptions options;
  WebPConfig config;

  if (self->encoder == NULL && WebPAnimEncoderOptionsInit (&options))
    self->encoder = WebPAnimEncoderNew (picture->width, picture->height, &options);
  if (self->encoder == NULL || !WebPConfigInit (&config))
    return refuse ("libwebp", error);
  /* Few colours and sharp lines: without loss they take less room than with it. */
  config.lossless = 1;
  config.quality = 20;
  config.method = 1;
  if (!WebPAnimEncoderAdd (self->encoder, picture, self->end, &config))
    return refuse (WebPAnimEncoderGetError (self->encoder), error);
  self->end += (int) self->milliseconds;
  return TRUE;
}

/**
 * foed_animation_add:
 * @self: an animation
 * @page: the next page, as large as those before
 * @error: where to put what went wrong, in %G_IO_ERROR
 *
 * Returns: whether the page was added
 */
gboolean
foed_animation_add (FoedAnimation  *self,
                    FoedPage       *page,
                    GError        **error)
{
  cairo_surface_t *surface;
  WebPPicture picture;
  gboolean added;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (page != NULL, FALSE);

  if (!WebPPictureInit (&picture))
    return refuse ("libwebp", error);
  surface = foed_page_draw_image (page, SHARPNESS);
  cairo_surface_flush (surface);
  picture.use_argb = 1;
  picture.width = cairo_image_surface_get_width (surface);
  picture.height = cairo_image_surface_get_height (surface);
  /* Pages are opaque, so that it makes no difference that Cairo multiplies colours by opacity. */
#if G_BYTE_ORDER == G_LITTLE_ENDIAN
  added = WebPPictureImportBGRX (&picture, cairo_image_surface_get_data (surface),
                                 cairo_image_surface_get_stride (surface));
#else
  added = WebPPictureImportRGBX (&picture, cairo_image_surface_get_data (surface) + 1,
                                 cairo_image_surface_get_stride (surface));
#endif
  cairo_surface_destroy (surface);
  added = added ? add_picture (self, &picture, error) : refuse ("libwebp", error);
  WebPPictureFree (&picture);
  return added;
}

/**
 * foed_animation_write_sync:
 * @self: an animation with at least one page; none can be added afterwards
 * @stream: where to
 * @cancellable: (nullable): stops the work
 * @error: where to put what went wrong, in %G_IO_ERROR
 *
 * Returns: whether it was written
 */
gboolean
foed_animation_write_sync (FoedAnimation  *self,
                           GOutputStream  *stream,
                           GCancellable   *cancellable,
                           GError        **error)
{
  WebPData data;
  gboolean written;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (self->encoder != NULL, FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  WebPDataInit (&data);
  if (!WebPAnimEncoderAdd (self->encoder, NULL, self->end, NULL) || !WebPAnimEncoderAssemble (self->encoder, &data))
    return refuse (WebPAnimEncoderGetError (self->encoder), error);
  written = g_output_stream_write_all (stream, data.bytes, data.size, NULL, cancellable, error);
  WebPDataClear (&data);
  return written;
}
