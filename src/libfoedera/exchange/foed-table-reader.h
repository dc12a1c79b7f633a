/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "xml/foed-report.h"

G_BEGIN_DECLS

#define FOED_TABLE_ERROR (foed_table_error_quark ())

/**
 * FoedTableError:
 * @FOED_TABLE_ERROR_CANNOT_READ: there is no such file, it is a folder, or there is no permission to read it
 * @FOED_TABLE_ERROR_NOT_A_TABLE: the file is empty, no text, of mixed encodings, or a quote in it is never closed
 * @FOED_TABLE_ERROR_LIMIT: a cell, a row or the file is longer than is read
 * @FOED_TABLE_ERROR_UNKNOWN: the columns are those of no data set that is known
 * @FOED_TABLE_ERROR_CANNOT_WRITE: the file can't be written
 */
typedef enum
{
  FOED_TABLE_ERROR_CANNOT_READ,
  FOED_TABLE_ERROR_NOT_A_TABLE,
  FOED_TABLE_ERROR_LIMIT,
  FOED_TABLE_ERROR_UNKNOWN,
  FOED_TABLE_ERROR_CANNOT_WRITE
} FoedTableError;

GQuark           foed_table_error_quark           (void);

/**
 * FoedTableReader:
 *
 * Reads a table of cells separated by commas, semicolons or tabs as a stream, a row at a time. The first row names the
 * columns. Encodings are UTF-8, UTF-16 with a byte order mark, and Windows-1252. A blank cell is %NULL, never zero and
 * never an empty text. Not to be used by two threads at a time.
 */
#define FOED_TYPE_TABLE_READER (foed_table_reader_get_type ())
G_DECLARE_FINAL_TYPE (FoedTableReader, foed_table_reader, FOED, TABLE_READER, GObject)

FoedTableReader    *foed_table_reader_new           (GInputStream     *stream,
                                                     const char       *name);
gboolean            foed_table_reader_read_columns  (FoedTableReader  *self,
                                                     GCancellable     *cancellable,
                                                     GError          **error);
gboolean            foed_table_reader_next          (FoedTableReader  *self,
                                                     gboolean         *at_end,
                                                     GCancellable     *cancellable,
                                                     GError          **error);

const char * const *foed_table_reader_get_columns   (FoedTableReader  *self);
int                 foed_table_reader_find_column   (FoedTableReader  *self,
                                                     const char       *name);
const char         *foed_table_reader_get_cell      (FoedTableReader  *self,
                                                     int               column);
gboolean            foed_table_reader_scan_integer  (FoedTableReader  *self,
                                                     int               column,
                                                     gint64           *integer);
int                 foed_table_reader_get_line      (FoedTableReader  *self);
guint               foed_table_reader_get_n_rows    (FoedTableReader  *self);
guint64             foed_table_reader_get_offset    (FoedTableReader  *self);
const char         *foed_table_reader_get_name      (FoedTableReader  *self);
FoedReport         *foed_table_reader_get_report    (FoedTableReader  *self);
void                foed_table_reader_add_problem   (FoedTableReader  *self,
                                                     FoedSeverity      severity,
                                                     int               column,
                                                     const char       *rule,
                                                     const char       *message,
                                                     const char       *hint);

G_END_DECLS
