/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "analysis/foed-atlas.h"
#include "store/foed-library.h"

G_BEGIN_DECLS

FoedAtlas *foed_library_make_atlas_sync (FoedLibrary   *library,
                                         GCancellable  *cancellable,
                                         GError       **error);

G_END_DECLS
