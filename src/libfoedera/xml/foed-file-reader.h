/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-dialect.h"

G_BEGIN_DECLS

/**
 * FoedFileReader:
 *
 * Reads the records of a file in any known dialect: native XML as a stream, a foreign dialect as a whole. Not to be used
 * by two threads at a time.
 */
#define FOED_TYPE_FILE_READER (foed_file_reader_get_type ())
G_DECLARE_FINAL_TYPE (FoedFileReader, foed_file_reader, FOED, FILE_READER, GObject)

FoedFileReader *foed_file_reader_open          (GFile                     *file,
                                                const char                *name,
                                                FoedDialects              *dialects,
                                                const FoedForeignOptions  *options,
                                                GCancellable              *cancellable,
                                                GError                   **error);
gboolean        foed_file_reader_next          (FoedFileReader            *self,
                                                FoedRecord               **record,
                                                GCancellable              *cancellable,
                                                GError                   **error);
FoedReport     *foed_file_reader_get_report    (FoedFileReader            *self);
const char     *foed_file_reader_get_name      (FoedFileReader            *self);
const char     *foed_file_reader_get_dialect   (FoedFileReader            *self);
guint64         foed_file_reader_get_offset    (FoedFileReader            *self);
guint           foed_file_reader_get_n_records (FoedFileReader            *self);

G_END_DECLS
