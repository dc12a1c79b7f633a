/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "foed-match.h"
#include "foed-report.h"
#include "store/foed-change.h"

G_BEGIN_DECLS

/**
 * FoedImportState:
 * @FOED_IMPORT_NEW: the library does not have it
 * @FOED_IMPORT_CHANGED: the library has it otherwise
 * @FOED_IMPORT_UNCHANGED: the library has it just so
 * @FOED_IMPORT_REFUSED: its file is refused
 * @FOED_IMPORT_LEFT_OUT: it was left out
 *
 * What becomes of a record of a file.
 */
typedef enum
{
  FOED_IMPORT_NEW,
  FOED_IMPORT_CHANGED,
  FOED_IMPORT_UNCHANGED,
  FOED_IMPORT_REFUSED,
  FOED_IMPORT_LEFT_OUT
} FoedImportState;

const char *foed_import_state_get_nick (FoedImportState state);

/**
 * FoedImportRecord:
 * @id: its id
 * @kind: its kind
 * @title: (nullable): what it is called
 * @depth: how many records it stands in, in the file
 * @state: what becomes of it
 * @change: (nullable): what changes in it, field by field
 *
 * A record with an id of its own, in the order of its file.
 */
typedef struct
{
  char            *id;
  FoedRecordKind   kind;
  char            *title;
  guint            depth;
  FoedImportState  state;
  FoedChange      *change;
} FoedImportRecord;

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
guint           foed_import_file_get_n_records   (FoedImportFile   *self);
const FoedImportRecord *foed_import_file_get_record (FoedImportFile *self,
                                                     guint          position);

/**
 * FoedImportReport:
 *
 * What an import did, or would do: file by file, and where it was asked for, record by record.
 */
#define FOED_TYPE_IMPORT_REPORT (foed_import_report_get_type ())
G_DECLARE_FINAL_TYPE (FoedImportReport, foed_import_report, FOED, IMPORT_REPORT, GObject)

char           *foed_import_report_to_text         (FoedImportReport *self);
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
