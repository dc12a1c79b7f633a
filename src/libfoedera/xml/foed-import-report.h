/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "foed-match.h"
#include "foed-report.h"
#include "store/foed-change.h"

G_BEGIN_DECLS

/**
 * FoedImportFile:
 *
 * What became of one file of an import. Immutable once the import is over.
 */
#define FOED_TYPE_IMPORT_FILE (foed_import_file_get_type ())
G_DECLARE_FINAL_TYPE (FoedImportFile, foed_import_file, FOED, IMPORT_FILE, GObject)

GFile          *foed_import_file_get_file        (FoedImportFile   *self);
const char     *foed_import_file_get_name        (FoedImportFile   *self);
const char     *foed_import_file_get_dialect     (FoedImportFile   *self);
gboolean        foed_import_file_get_refused     (FoedImportFile   *self);
guint           foed_import_file_get_n_new       (FoedImportFile   *self);
guint           foed_import_file_get_n_changed   (FoedImportFile   *self);
guint           foed_import_file_get_n_unchanged (FoedImportFile   *self);
guint           foed_import_file_get_n_refused   (FoedImportFile   *self);
FoedReport     *foed_import_file_get_report      (FoedImportFile   *self);
guint           foed_import_file_get_n_matches   (FoedImportFile   *self);
const FoedMatch *foed_import_file_get_match      (FoedImportFile   *self,
                                                  guint             position);

/**
 * FoedImportReport:
 *
 * What an import did, or would do: file by file, and where it was asked for, record by record.
 */
#define FOED_TYPE_IMPORT_REPORT (foed_import_report_get_type ())
G_DECLARE_FINAL_TYPE (FoedImportReport, foed_import_report, FOED, IMPORT_REPORT, GObject)

guint           foed_import_report_get_n_files     (FoedImportReport *self);
FoedImportFile *foed_import_report_get_file        (FoedImportReport *self,
                                                    guint             position);
gboolean        foed_import_report_get_dry_run     (FoedImportReport *self);
guint           foed_import_report_get_n_new       (FoedImportReport *self);
guint           foed_import_report_get_n_changed   (FoedImportReport *self);
guint           foed_import_report_get_n_unchanged (FoedImportReport *self);
guint           foed_import_report_get_n_refused   (FoedImportReport *self);
guint           foed_import_report_get_n_refused_files (FoedImportReport *self);
guint           foed_import_report_get_n_errors    (FoedImportReport *self);
guint           foed_import_report_get_n_warnings  (FoedImportReport *self);
guint           foed_import_report_get_n_changes   (FoedImportReport *self);
FoedChange     *foed_import_report_get_change      (FoedImportReport *self,
                                                    guint             position);

G_END_DECLS
