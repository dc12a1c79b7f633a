/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-panel.h"

G_BEGIN_DECLS

/**
 * FoedTableExport:
 *
 * Writes as a table what a list shows, or a panel, with a data dictionary beside it and an entry in a replication log.
 * Rows are read a page at a time, so that memory does not grow with them. To be run once.
 */
#define FOED_TYPE_TABLE_EXPORT (foed_table_export_get_type ())
G_DECLARE_FINAL_TYPE (FoedTableExport, foed_table_export, FOED, TABLE_EXPORT, GObject)

FoedTableExport *foed_table_export_new            (FoedLibrary            *library,
                                                   FoedTableFormat         format);
void             foed_table_export_set_query      (FoedTableExport        *self,
                                                   FoedQuery              *query);
void             foed_table_export_set_columns    (FoedTableExport        *self,
                                                   const char * const     *nicks);
void             foed_table_export_set_labels     (FoedTableExport        *self,
                                                   gboolean                labels);
void             foed_table_export_set_panel      (FoedTableExport        *self,
                                                   FoedPanel               panel);
void             foed_table_export_set_years      (FoedTableExport        *self,
                                                   int                     first_year,
                                                   int                     last_year);
void             foed_table_export_set_log        (FoedTableExport        *self,
                                                   GFile                  *log);

GFile           *foed_table_export_get_dictionary (GFile                  *file);
guint            foed_table_export_get_n_rows     (FoedTableExport        *self);

gboolean         foed_table_export_to_stream_sync (FoedTableExport        *self,
                                                   GOutputStream          *stream,
                                                   GCancellable           *cancellable,
                                                   GError                **error);
gboolean         foed_table_export_run_sync       (FoedTableExport        *self,
                                                   GFile                  *file,
                                                   GCancellable           *cancellable,
                                                   GError                **error);
void             foed_table_export_run_async      (FoedTableExport        *self,
                                                   GFile                  *file,
                                                   GCancellable           *cancellable,
                                                   GAsyncReadyCallback     callback,
                                                   gpointer                user_data);
gboolean         foed_table_export_run_finish     (FoedTableExport        *self,
                                                   GAsyncResult           *result,
                                                   GError                **error);

G_END_DECLS
