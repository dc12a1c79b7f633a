/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/foed-library.h"

G_BEGIN_DECLS

void     explorer_restore_bundled_async  (FoedLibrary          *library,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
gboolean explorer_restore_bundled_finish (FoedLibrary          *library,
                                          GAsyncResult         *result,
                                          GError              **error);

G_END_DECLS
