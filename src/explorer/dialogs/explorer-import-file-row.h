/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "explorer/explorer-session.h"
#include "xml/foed-import-report.h"

G_BEGIN_DECLS

char      *explorer_import_dup_counts   (guint           n_new,
                                         guint           n_changed,
                                         guint           n_unchanged);

/**
 * ExplorerMergeFunc:
 * @id: the id of a document of the files
 * @merge: whether to merge it with the document that it matches
 * @user_data: handed to explorer_import_file_row_new()
 */
typedef void (*ExplorerMergeFunc) (const char *id,
                                   gboolean    merge,
                                   gpointer    user_data);

GtkWidget *explorer_import_file_row_new (FoedImportFile    *file,
                                         ExplorerSession   *session,
                                         ExplorerMergeFunc  func,
                                         gpointer           user_data);

G_END_DECLS
