/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-export.h"

G_BEGIN_DECLS

/* What foed_export_sync() is. */
typedef gboolean (*FoedExportFunc) (FoedLibrary         *library,
                                    const char * const  *ids,
                                    GFile               *target,
                                    GCancellable        *cancellable,
                                    GError             **error);

void foed_export_run_async (FoedLibrary         *library,
                            FoedExportFunc       func,
                            const char * const  *ids,
                            GFile               *target,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data);

G_END_DECLS
