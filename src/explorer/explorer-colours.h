/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/foed-vocabulary.h"

G_BEGIN_DECLS

void     explorer_colours_install (GdkDisplay     *display);
gboolean explorer_colours_get     (const FoedTerm *term,
                                   GdkRGBA        *colour);
void     explorer_colours_apply   (GtkWidget      *widget,
                                   FoedVocabulary  vocabulary,
                                   const FoedTerm *term);

G_END_DECLS
