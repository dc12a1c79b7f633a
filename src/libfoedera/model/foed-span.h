/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-date.h"

G_BEGIN_DECLS

/* Days from one to another, both included; empty where last comes before first. */
typedef struct
{
  FoedDay first;
  FoedDay last;
} FoedSpan;

#define FOED_SPAN_ALWAYS ((FoedSpan) { FOED_DAY_FIRST, FOED_DAY_LAST })
#define FOED_SPAN_NEVER ((FoedSpan) { FOED_DAY_LAST, FOED_DAY_FIRST })

/* A set of days: a GArray of FoedSpan, sorted, none empty, none touching the next. */

gboolean  foed_span_is_empty    (FoedSpan      span);
FoedSpan  foed_span_intersect   (FoedSpan      a,
                                 FoedSpan      b);

GArray   *foed_spans_new        (void);
void      foed_spans_add        (GArray       *spans,
                                 FoedSpan      span);
void      foed_spans_remove     (GArray       *spans,
                                 FoedSpan      span);
GArray   *foed_spans_intersect  (const GArray *a,
                                 const GArray *b);

G_END_DECLS
