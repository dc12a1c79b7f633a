/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-problem.h"

G_BEGIN_DECLS

/**
 * FoedReport:
 *
 * The problems of one file, in the order in which they were met. It keeps the first thousand and counts all.
 */
#define FOED_TYPE_REPORT (foed_report_get_type ())
G_DECLARE_FINAL_TYPE (FoedReport, foed_report, FOED, REPORT, GObject)

FoedReport  *foed_report_new            (void);
void         foed_report_take_problem   (FoedReport  *self,
                                         FoedProblem *problem);
guint        foed_report_get_n_problems (FoedReport  *self);
FoedProblem *foed_report_get_problem    (FoedReport  *self,
                                         guint        position);
gboolean     foed_report_has_error_at   (FoedReport  *self,
                                         const char  *path);
guint        foed_report_get_n_errors   (FoedReport  *self);
guint        foed_report_get_n_warnings (FoedReport  *self);

G_END_DECLS
