/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * ExplorerReportDialog:
 *
 * The report of an import, to read and to save.
 */
#define EXPLORER_TYPE_REPORT_DIALOG (explorer_report_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerReportDialog, explorer_report_dialog, EXPLORER, REPORT_DIALOG, AdwWindow)

GtkWidget *explorer_report_dialog_new (GtkWindow  *parent,
                                       const char *report);

G_END_DECLS
