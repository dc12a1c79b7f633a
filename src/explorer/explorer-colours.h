/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "drawing/foed-colour.h"

G_BEGIN_DECLS

void        explorer_colours_install     (GdkDisplay     *display);
GdkRGBA     explorer_colours_from        (FoedColour      colour);
FoedColour  explorer_colours_to          (const GdkRGBA  *colour);
FoedPalette explorer_colours_get_palette (GtkWidget      *widget);
gboolean    explorer_colours_get         (const FoedTerm *term,
                                          GdkRGBA        *colour);
void        explorer_colours_apply       (GtkWidget      *widget,
                                          FoedVocabulary  vocabulary,
                                          const FoedTerm *term);

G_END_DECLS
