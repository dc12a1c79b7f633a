/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-import-format.h"
#include "foed-import-report.h"
#include "store/foed-library.h"

G_BEGIN_DECLS

/**
 * FoedImport:
 *
 * Brings files into a library in one transaction. A file with an error is refused as a whole and changes nothing; the
 * others are merged by id. References may lead from any file to any other and into the library, so that the order of
 * the files does not matter. What is already there changes nothing. A run that fails altogether (the disk is full, it
 * was cancelled) leaves the library as it was. To be run once.
 */
#define FOED_TYPE_IMPORT (foed_import_get_type ())
G_DECLARE_FINAL_TYPE (FoedImport, foed_import, FOED, IMPORT, GObject)

/**
 * FoedImportProgressFunc:
 * @import: the import
 * @n_bytes: how much was read
 * @n_bytes_total: how much there is
 * @name: the file that is being read
 * @user_data: what was handed to foed_import_set_progress()
 *
 * Tells how far an import is, at most ten times a second. foed_import_run_sync() calls it in another thread while it
 * waits, foed_import_run_async() in the main context in which it was called.
 */
typedef void (*FoedImportProgressFunc) (FoedImport *import,
                                        guint64     n_bytes,
                                        guint64     n_bytes_total,
                                        const char *name,
                                        gpointer    user_data);

FoedImport       *foed_import_new              (FoedLibrary             *library);
void              foed_import_add_file         (FoedImport              *self,
                                                GFile                   *file);
void              foed_import_add_format       (FoedImport              *self,
                                                const FoedImportFormat  *format);
void              foed_import_set_dialect      (FoedImport              *self,
                                                const char              *dialect);
void              foed_import_set_lenient      (FoedImport              *self,
                                                gboolean                 lenient);
void              foed_import_set_dry_run      (FoedImport              *self,
                                                gboolean                 dry_run);
void              foed_import_set_list_changes (FoedImport              *self,
                                                gboolean                 list_changes);
void              foed_import_leave_out        (FoedImport              *self,
                                                const char              *id);
void              foed_import_merge            (FoedImport              *self,
                                                const char              *id);
void              foed_import_set_progress     (FoedImport              *self,
                                                FoedImportProgressFunc   func,
                                                gpointer                 user_data,
                                                GDestroyNotify           destroy);

FoedImportReport *foed_import_run_sync         (FoedImport              *self,
                                                GCancellable            *cancellable,
                                                GError                 **error);
void              foed_import_run_async        (FoedImport              *self,
                                                GCancellable            *cancellable,
                                                GAsyncReadyCallback      callback,
                                                gpointer                 user_data);
FoedImportReport *foed_import_run_finish       (FoedImport              *self,
                                                GAsyncResult            *result,
                                                GError                 **error);

G_END_DECLS
