/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "xml/foed-import-report.h"

G_BEGIN_DECLS

char      *explorer_import_dup_counts   (guint           n_new,
                                         guint           n_changed,
                                         guint           n_unchanged);
GtkWidget *explorer_import_file_row_new (FoedImportFile *file);

G_END_DECLS
