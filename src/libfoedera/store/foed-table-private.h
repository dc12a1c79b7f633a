/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-statement-private.h"
#include "model/foed-record.h"

G_BEGIN_DECLS

/**
 * FoedTablePart:
 * @FOED_TABLE_VALUE: the value as it is spelt
 * @FOED_TABLE_DAY: the first or last possible day of a date
 * @FOED_TABLE_CELL: the state of a coded cell
 *
 * What of a field a column holds.
 */
typedef enum
{
  FOED_TABLE_VALUE,
  FOED_TABLE_DAY,
  FOED_TABLE_CELL
} FoedTablePart;

typedef struct
{
  const FoedFieldInfo *info;
  FoedTablePart        part;
  char                *name;
} FoedTableColumn;

/**
 * FoedTable:
 * @kind: the kind of record
 * @name: the name of the table in SQL, quoted
 * @plain_name: the same without quotes
 * @columns: its columns after the id
 * @n_columns: how many
 * @lists: the fields that are kept in the table of references
 * @n_lists: how many
 * @references: the fields that name records, one or several
 * @n_references: how many
 * @select: the rows of the ids in the JSON array ?1: the id and the columns
 * @find: the row of the id ?1: the id and the columns
 * @insert: a row: the id and the columns
 *
 * The table of a kind of record, made from the tables of the model. The statements have all columns in the order of
 * @columns, so that column 0 is the id.
 */
typedef struct
{
  FoedRecordKind         kind;
  char                  *name;
  char                  *plain_name;
  FoedTableColumn       *columns;
  guint                  n_columns;
  const FoedFieldInfo  **lists;
  guint                  n_lists;
  const FoedFieldInfo  **references;
  guint                  n_references;
  char                  *select;
  char                  *find;
  char                  *insert;
} FoedTable;

/* One value as SQLite takes it. */
typedef struct
{
  int         type;
  const char *text;
  char       *owned;
  gint64      integer;
  double      number;
} FoedTableValue;

const FoedTable *foed_table_get            (FoedRecordKind         kind);
const FoedTable *foed_table_find           (const char            *plain_name);

void             foed_table_value_init     (FoedTableValue        *self,
                                            const FoedTableColumn *column,
                                            FoedRecord            *record);
void             foed_table_value_clear    (FoedTableValue        *self);
void             foed_table_value_bind     (FoedTableValue        *self,
                                            FoedStatement         *statement,
                                            int                    parameter);
gboolean         foed_table_value_equal    (FoedTableValue        *self,
                                            FoedStatement         *statement,
                                            int                    column);

gboolean         foed_table_read_column    (const FoedTableColumn *column,
                                            FoedStatement         *statement,
                                            int                    position,
                                            FoedRecordBuilder     *builder,
                                            GError               **error);

G_END_DECLS
