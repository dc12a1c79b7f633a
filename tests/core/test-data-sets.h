/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/foed-data-set.h"

G_BEGIN_DECLS

/* A table that was read as a data set. */
typedef struct
{
  FoedDataSet       data_set;
  guint             n_rows;
  FoedStateNumbers *states;
  FoedReport       *report;
  GPtrArray        *records;
} TestDataSet;

void        test_data_set_read       (TestDataSet    *self,
                                      GInputStream   *stream,
                                      GPtrArray      *states);
void        test_data_set_read_file  (TestDataSet    *self,
                                      GFile          *file,
                                      GPtrArray      *states);
void        test_data_set_read_text  (TestDataSet    *self,
                                      const char     *text,
                                      GPtrArray      *states);
void        test_data_set_clear      (TestDataSet    *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TestDataSet, test_data_set_clear)

FoedRecord *test_data_set_find       (TestDataSet    *self,
                                      const char     *id);
guint       test_data_set_count      (TestDataSet    *self,
                                      FoedRecordKind  kind);
guint       test_data_set_count_with (TestDataSet    *self,
                                      const char     *obligation);
char       *test_data_set_dup_field  (TestDataSet    *self,
                                      const char     *id,
                                      FoedField       field);
gboolean    test_record_has_obligation (FoedRecord   *record,
                                      const char     *kind);
guint       test_record_count        (FoedRecord     *record,
                                      FoedRecordKind  kind);
char       *test_report_dup_first    (FoedReport     *report);

G_END_DECLS
