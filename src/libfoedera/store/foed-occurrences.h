/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-library.h"
#include "foed-query.h"
#include "model/foed-occurrence.h"

G_BEGIN_DECLS

GArray *foed_library_occurrences_sync   (FoedLibrary          *self,
                                         FoedQuery            *query,
                                         GCancellable         *cancellable,
                                         GError              **error);
void    foed_library_occurrences_async  (FoedLibrary          *self,
                                         FoedQuery            *query,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
GArray *foed_library_occurrences_finish (FoedLibrary          *self,
                                         GAsyncResult         *result,
                                         GError              **error);

G_END_DECLS
