/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/foed-record.h"

G_BEGIN_DECLS

/* A sample of the runs of words of a text, by which texts are compared without keeping them. */
typedef struct _FoedTextSketch FoedTextSketch;

FoedTextSketch *foed_text_sketch_new         (FoedRecord           *record);
void            foed_text_sketch_free        (FoedTextSketch       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoedTextSketch, foed_text_sketch_free)

double          foed_text_sketch_compare     (const FoedTextSketch *a,
                                              const FoedTextSketch *b);

G_END_DECLS
