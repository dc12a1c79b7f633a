/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/foed-record.h"

G_BEGIN_DECLS

char *foed_citation_dup_place (FoedRecord         *instrument,
                               FoedRecord         *clause);
char *foed_citation_dup_text  (FoedRecord         *work,
                               FoedRecord * const *clauses,
                               guint               n_clauses,
                               GHashTable         *titles);

G_END_DECLS
