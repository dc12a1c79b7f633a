/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-vocabulary.h"

G_BEGIN_DECLS

typedef struct
{
  const char     *nick;
  const char     *label;
  const FoedTerm *terms;
  guint           n_terms;
} FoedVocabularyInfo;

extern const FoedVocabularyInfo foed_vocabulary_table[FOED_N_VOCABULARIES];

G_END_DECLS
