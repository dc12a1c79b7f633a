/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-match.h"
#include "store/foed-library.h"
#include "store/foed-writer.h"

G_BEGIN_DECLS

/* Documents, by what tells that two of them say the same: the bytes they came from, an identifier, or their words. */
typedef struct _FoedDocumentIndex FoedDocumentIndex;

FoedDocumentIndex *foed_document_index_new          (FoedLibrary        *library,
                                                     GCancellable       *cancellable,
                                                     GError            **error);
void               foed_document_index_free         (FoedDocumentIndex  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoedDocumentIndex, foed_document_index_free)

void               foed_document_index_forget_added (FoedDocumentIndex  *self);
FoedMatch         *foed_document_index_match        (FoedDocumentIndex  *self,
                                                     FoedWriter         *writer,
                                                     FoedRecord         *document);

G_END_DECLS
