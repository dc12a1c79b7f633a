/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-document-index-private.h"
#include "foed-import-private.h"

G_BEGIN_DECLS

#define FOED_IMPORT_SAME_AS "same-as"

FoedImportChoice  *foed_import_choice_new       (void);
void               foed_import_choice_free      (FoedImportChoice *self);
void               foed_import_choice_leave_out (FoedImportChoice *self,
                                                 const char       *id);
void               foed_import_choice_merge     (FoedImportChoice *self,
                                                 const char       *id);
void               foed_import_choice_take_documents (FoedImportChoice  *self,
                                                      FoedDocumentIndex *documents);
void               foed_import_choice_begin     (FoedImportChoice *self);
gboolean           foed_import_choice_follow    (FoedImportChoice *self,
                                                 GPtrArray        *dangling);
gboolean           foed_import_choice_check     (FoedImportChoice *self,
                                                 GError          **error);
gboolean           foed_import_choice_apply     (FoedImportChoice *self,
                                                 FoedImportFile   *file,
                                                 FoedWriter       *writer,
                                                 FoedRecord       *record,
                                                 FoedRecord      **chosen,
                                                 GError          **error);

FoedRecordBuilder *foed_import_fill_values      (FoedRecord       *first,
                                                 FoedRecord       *second);
FoedRecord        *foed_import_merge_documents  (FoedRecord       *kept,
                                                 FoedRecord       *added);

G_END_DECLS
