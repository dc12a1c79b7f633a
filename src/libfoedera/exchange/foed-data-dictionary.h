/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-table-writer.h"

G_BEGIN_DECLS

gboolean foed_data_dictionary_write (GPtrArray        *columns,
                                     FoedTableFormat   format,
                                     GOutputStream    *stream,
                                     GCancellable     *cancellable,
                                     GError          **error);

G_END_DECLS
