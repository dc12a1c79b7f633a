/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "explorer-viewport.h"

G_BEGIN_DECLS

/* What a small picture of everything reckons with, beside the viewport that shows a part of it. It knows no widget. */

void      explorer_overview_measure   (const ExplorerBox *bounds,
                                       double            *width,
                                       double            *height);
void      explorer_overview_fit       (ExplorerViewport  *overview,
                                       ExplorerViewport  *seen);
void      explorer_overview_get_frame (ExplorerViewport  *overview,
                                       ExplorerViewport  *seen,
                                       ExplorerBox       *frame);
FoedPoint explorer_overview_get_aim   (ExplorerViewport  *overview,
                                       FoedPoint          place,
                                       FoedPoint          grip);
gboolean  explorer_overview_is_needed (ExplorerViewport  *seen,
                                       const ExplorerBox *content);

G_END_DECLS
