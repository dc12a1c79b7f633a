/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "xml/foed-import-report.h"

G_BEGIN_DECLS

/**
 * ExplorerImportLine:
 *
 * A record of an import, which can be left out. With a record that is new, all below it is left out, and what is below
 * one comes with it.
 *
 * Properties: `included` (gboolean). Signal of the line at the top, for all below it: `choice-changed`.
 */
#define EXPLORER_TYPE_IMPORT_LINE (explorer_import_line_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerImportLine, explorer_import_line, EXPLORER, IMPORT_LINE, GObject)

GListModel             *explorer_import_lines_new           (FoedImportReport   *report);

const FoedImportRecord *explorer_import_line_get_record     (ExplorerImportLine *self);
GListModel             *explorer_import_line_get_children   (ExplorerImportLine *self);
gboolean                explorer_import_line_is_choosable   (ExplorerImportLine *self);
gboolean                explorer_import_line_has_news_below (ExplorerImportLine *self);
gboolean                explorer_import_line_get_included   (ExplorerImportLine *self);
void                    explorer_import_line_set_included   (ExplorerImportLine *self,
                                                             gboolean            included);
void                    explorer_import_line_list_left_out  (ExplorerImportLine *self,
                                                             GPtrArray          *ids,
                                                             guint              *n_included);

G_END_DECLS
