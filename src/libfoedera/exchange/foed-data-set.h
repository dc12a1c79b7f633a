/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-state-numbers.h"
#include "foed-table-reader.h"

G_BEGIN_DECLS

/**
 * FoedDataSet:
 *
 * The data sets of the field that are read. Files are told apart by their columns, never by their names.
 */
typedef enum
{
  FOED_DATA_SET_NONE,
  FOED_DATA_SET_ATOP_MEMBERS,      /* Alliance Treaty Obligations and Provisions 4 and 5, a row a member and phase */
  FOED_DATA_SET_ATOP_ALLIANCES,    /* the same, a row an alliance */
  FOED_DATA_SET_COW_ALLIANCES,     /* Correlates of War Formal Alliances 4, a row a spell of membership */
  FOED_DATA_SET_COW_STATES,        /* Correlates of War state system, a row a spell of existence */
  FOED_DATA_SET_COW_CODES,         /* Correlates of War country codes, a row a state */
  FOED_DATA_SET_DCAD,              /* Defense Cooperation Agreements, a row an agreement */
  FOED_N_DATA_SETS
} FoedDataSet;

const char  *foed_data_set_get_nick              (FoedDataSet           self);
const char  *foed_data_set_get_label             (FoedDataSet           self);
gboolean     foed_data_set_holds_states          (FoedDataSet           self);
FoedDataSet  foed_data_set_recognise             (const char * const   *columns);

/**
 * FoedDataSetReader:
 *
 * Reads a table of a data set as records: its source, the states that the library lacks, and the alliances. Rows of
 * one alliance may stand anywhere in the table, so all are read before the first record is handed out. Not to be used
 * by two threads at a time.
 */
#define FOED_TYPE_DATA_SET_READER (foed_data_set_reader_get_type ())
G_DECLARE_FINAL_TYPE (FoedDataSetReader, foed_data_set_reader, FOED, DATA_SET_READER, GObject)

FoedDataSetReader *foed_data_set_reader_new          (GInputStream       *stream,
                                                      const char         *name,
                                                      FoedStateNumbers     *states);
gboolean           foed_data_set_reader_next         (FoedDataSetReader  *self,
                                                      FoedRecord        **record,
                                                      GCancellable       *cancellable,
                                                      GError            **error);
FoedDataSet        foed_data_set_reader_get_data_set (FoedDataSetReader  *self);
FoedReport        *foed_data_set_reader_get_report   (FoedDataSetReader  *self);
guint64            foed_data_set_reader_get_offset   (FoedDataSetReader  *self);
guint              foed_data_set_reader_get_n_rows   (FoedDataSetReader  *self);

G_END_DECLS
