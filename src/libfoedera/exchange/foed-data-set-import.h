/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "xml/foed-import.h"

G_BEGIN_DECLS

const FoedImportFormat *foed_data_set_get_import_format (void);

G_END_DECLS
