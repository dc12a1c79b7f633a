/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-xml-error.h"
#include "store/foed-library.h"

G_BEGIN_DECLS

gboolean foed_akn_export_to_stream_sync (FoedLibrary          *library,
                                         const char           *id,
                                         GOutputStream        *stream,
                                         GCancellable         *cancellable,
                                         GError              **error);
gboolean foed_akn_export_sync           (FoedLibrary          *library,
                                         const char * const   *ids,
                                         GFile                *target,
                                         GCancellable         *cancellable,
                                         GError              **error);
void     foed_akn_export_async          (FoedLibrary          *library,
                                         const char * const   *ids,
                                         GFile                *target,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
gboolean foed_akn_export_finish         (FoedLibrary          *library,
                                         GAsyncResult         *result,
                                         GError              **error);

G_END_DECLS
