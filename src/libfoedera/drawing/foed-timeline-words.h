/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "analysis/foed-timeline.h"

G_BEGIN_DECLS

const char *foed_timeline_get_mark_label (FoedTimelineMarkKind    kind);
char       *foed_timeline_describe_mark  (const FoedTimelineMark *mark);
char       *foed_timeline_describe_bar   (const FoedTimelineBar  *bar);
char       *foed_timeline_describe_row   (const FoedTimelineRow  *row);
char       *foed_timeline_describe_group (const FoedTimelineLine *line);

G_END_DECLS
