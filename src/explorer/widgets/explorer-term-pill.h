/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/foed-vocabulary.h"

G_BEGIN_DECLS

/**
 * ExplorerTermPill:
 *
 * A term of a vocabulary: its label on a tint of its colour, with a swatch where it has a colour of its own. The
 * tooltip explains the term.
 */
#define EXPLORER_TYPE_TERM_PILL (explorer_term_pill_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerTermPill, explorer_term_pill, EXPLORER, TERM_PILL, GtkWidget)

GtkWidget *explorer_term_pill_new       (FoedVocabulary    vocabulary,
                                         const FoedTerm   *term);
void       explorer_term_pill_set_term  (ExplorerTermPill *self,
                                         FoedVocabulary    vocabulary,
                                         const FoedTerm   *term);
void       explorer_term_pill_set_suffix (ExplorerTermPill *self,
                                         const char       *suffix);

G_END_DECLS
