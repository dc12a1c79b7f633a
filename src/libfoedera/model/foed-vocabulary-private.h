/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-vocabulary.h"

G_BEGIN_DECLS

/* @refusal says, untranslated, that a word is no term of it; `{word}` stands for the word. */
typedef struct
{
  const char     *nick;
  const char     *label;
  const char     *refusal;
  const FoedTerm *terms;
  guint           n_terms;
} FoedVocabularyInfo;

extern const FoedVocabularyInfo foed_vocabulary_table[FOED_N_VOCABULARIES];

char *foed_vocabulary_describe_refusal (FoedVocabulary  vocabulary,
                                        const char     *word);

G_END_DECLS
