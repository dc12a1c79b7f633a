/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-page.h"

G_BEGIN_DECLS

/**
 * FoedAnimation:
 *
 * Pages one after the other as an animated WebP image.
 */
typedef struct _FoedAnimation FoedAnimation;

FoedAnimation *foed_animation_new        (guint           milliseconds);
void           foed_animation_free       (FoedAnimation  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoedAnimation, foed_animation_free)

gboolean       foed_animation_add        (FoedAnimation  *self,
                                          FoedPage       *page,
                                          GError        **error);
gboolean       foed_animation_write_sync (FoedAnimation  *self,
                                          GOutputStream  *stream,
                                          GCancellable   *cancellable,
                                          GError        **error);

G_END_DECLS
