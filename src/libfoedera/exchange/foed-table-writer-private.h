/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-table-writer.h"

G_BEGIN_DECLS

/* What writes an xlsx file; it lies in a temporary folder until it is whole. */
typedef struct _FoedSpreadsheet FoedSpreadsheet;

FoedSpreadsheet *foed_spreadsheet_new       (GError              **error);
void             foed_spreadsheet_free      (FoedSpreadsheet      *self);
gboolean         foed_spreadsheet_write     (FoedSpreadsheet      *self,
                                             guint                 row,
                                             guint                 column,
                                             const char           *cell,
                                             gboolean              is_number,
                                             gboolean              is_heading,
                                             GError              **error);
gboolean         foed_spreadsheet_end       (FoedSpreadsheet      *self,
                                             GOutputStream        *stream,
                                             GCancellable         *cancellable,
                                             GError              **error);

G_END_DECLS
