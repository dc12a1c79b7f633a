/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "foed-table-reader.h"
#include "store/foed-query.h"

G_BEGIN_DECLS

/**
 * FoedTableFormat:
 * @FOED_TABLE_CSV: cells separated by commas, UTF-8, after RFC 4180
 * @FOED_TABLE_TSV: the same with tabs
 * @FOED_TABLE_XLSX: a spreadsheet (Office Open XML)
 */
typedef enum
{
  FOED_TABLE_CSV,
  FOED_TABLE_TSV,
  FOED_TABLE_XLSX,
  FOED_N_TABLE_FORMATS
} FoedTableFormat;

const char *foed_table_format_get_nick  (FoedTableFormat   self);
const char *foed_table_format_get_label (FoedTableFormat   self);
gboolean    foed_table_format_from_nick (const char       *nick,
                                         FoedTableFormat  *format);

/**
 * FoedTableColumn:
 * @nick: stable name, which the first row has
 * @label: what a person reads, translated
 * @explanation: (nullable): what it holds, translated
 * @type: what it holds
 * @vocabulary: for terms
 *
 * A column of a table that is written.
 */
typedef struct
{
  char           *nick;
  char           *label;
  char           *explanation;
  FoedColumnType  type;
  FoedVocabulary  vocabulary;
} FoedTableColumn;

FoedTableColumn *foed_table_column_new  (const char       *nick,
                                         const char       *label,
                                         const char       *explanation,
                                         FoedColumnType    type,
                                         FoedVocabulary    vocabulary);
void             foed_table_column_free (FoedTableColumn  *self);

/**
 * FoedTableWriter:
 *
 * Writes a table as a stream, a row at a time. A blank cell stays blank. No cell is ever a formula: in a spreadsheet
 * all but numbers are texts, and in CSV and TSV a text that a spreadsheet would take for a formula gets an apostrophe
 * before it (and one more, if it had some). Not to be used by two threads at a time.
 */
typedef struct _FoedTableWriter FoedTableWriter;

FoedTableWriter *foed_table_writer_new           (FoedTableFormat      format,
                                                  GOutputStream       *stream);
void             foed_table_writer_free          (FoedTableWriter     *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoedTableWriter, foed_table_writer_free)

gboolean         foed_table_writer_write_columns (FoedTableWriter     *self,
                                                  GPtrArray           *columns,
                                                  gboolean             labels,
                                                  GCancellable        *cancellable,
                                                  GError             **error);
gboolean         foed_table_writer_write_row     (FoedTableWriter     *self,
                                                  const char * const  *cells,
                                                  GCancellable        *cancellable,
                                                  GError             **error);
gboolean         foed_table_writer_end           (FoedTableWriter     *self,
                                                  GCancellable        *cancellable,
                                                  GError             **error);
guint            foed_table_writer_get_n_rows    (FoedTableWriter     *self);

char            *foed_table_disarm               (const char          *text);
char            *foed_table_rearm                (const char          *text);

G_END_DECLS
