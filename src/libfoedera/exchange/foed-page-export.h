/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "drawing/foed-page.h"

G_BEGIN_DECLS

gboolean foed_page_export_sync   (FoedPage             *page,
                                  FoedPageFormat        format,
                                  GFile                *file,
                                  GCancellable         *cancellable,
                                  GError              **error);
void     foed_page_export_async  (FoedPage             *page,
                                  FoedPageFormat        format,
                                  GFile                *file,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
gboolean foed_page_export_finish (GAsyncResult         *result,
                                  GError              **error);

G_END_DECLS
