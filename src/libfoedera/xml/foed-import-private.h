/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-file-reader.h"
#include "foed-import.h"
#include "store/foed-writer.h"

G_BEGIN_DECLS

typedef struct _FoedImportChoice FoedImportChoice;

struct _FoedImportFile
{
  GObject      parent_instance;
  GFile       *file;
  char        *name;
  const char  *dialect;
  FoedReport  *report;
  gboolean     refused;
  guint64      size;
  FoedPutCounts counts;
  guint        n_refused;
  GPtrArray   *matches;
  FoedImportChoice *choice;

  /* NULL where nobody asked for them. */
  GPtrArray   *records;

  /* Only for what is not XML. */
  const FoedImportFormat *format;
  int          order;
};

FoedImportFile   *foed_import_file_new           (GFile          *file,
                                                  guint64         size);
void              foed_import_file_refuse        (FoedImportFile *self,
                                                  const char     *message,
                                                  const char     *rule,
                                                  int             line);
void              foed_import_file_list_records  (FoedImportFile *self);
void              foed_import_file_add_record    (FoedImportFile *self,
                                                  FoedRecord     *record,
                                                  guint           depth);
void              foed_import_file_begin         (FoedImportFile *self);
void              foed_import_file_mark          (FoedImportFile *self,
                                                  FoedRecord     *record,
                                                  FoedImportState state);
FoedImportReport *foed_import_report_new         (GPtrArray      *files,
                                                  GPtrArray      *changes,
                                                  gboolean        dry_run);

gboolean          foed_import_file_put           (FoedImportFile *file,
                                                  FoedWriter     *writer,
                                                  FoedRecord     *record,
                                                  GError        **error);
void              foed_import_find_format        (FoedImportFile *file,
                                                  GPtrArray      *formats,
                                                  GCancellable   *cancellable);
gboolean          foed_import_write_tables       (GPtrArray      *files,
                                                  FoedWriter     *writer,
                                                  GCancellable   *cancellable,
                                                  GError        **error);

char             *foed_import_files_to_text      (GPtrArray      *files);
GPtrArray        *foed_import_collect_files      (GPtrArray      *roots,
                                                  GCancellable   *cancellable,
                                                  GError        **error);

/* The files of an import are parsed in a thread of their own, a little ahead of the one that writes. */
typedef struct _FoedImportFeed FoedImportFeed;

/* @position is of the file among the files of the import; @record is NULL at its end, and then the rest is set. */
typedef struct
{
  guint       position;
  FoedRecord *record;
  FoedReport *report;
  const char *dialect;
  guint       n_records;
  guint64     cost;
} FoedImportItem;

typedef void (*FoedImportFeedFunc) (guint64     n_bytes,
                                    const char *name,
                                    gpointer    user_data);

void              foed_import_item_free          (FoedImportItem      *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoedImportItem, foed_import_item_free)

FoedImportFeed   *foed_import_feed_new           (GPtrArray           *files,
                                                  FoedDialects        *dialects,
                                                  const FoedForeignOptions *options,
                                                  FoedImportFeedFunc   progress,
                                                  gpointer             user_data,
                                                  GCancellable        *cancellable);
FoedImportItem   *foed_import_feed_next          (FoedImportFeed      *self,
                                                  GError             **error);
void              foed_import_feed_free          (FoedImportFeed      *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoedImportFeed, foed_import_feed_free)

gboolean          foed_import_blame              (GPtrArray           *files,
                                                  FoedDialects        *dialects,
                                                  const FoedForeignOptions *options,
                                                  GPtrArray           *dangling,
                                                  GCancellable        *cancellable,
                                                  GError             **error);

G_END_DECLS
