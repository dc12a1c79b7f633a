/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoedVocabulary:
 *
 * The controlled vocabularies. Each is a closed list of #FoedTerm; the table in foed-vocabulary-table.c is the only
 * place where a term is defined. Columns, facets, legends, XML values and documentation are made from it.
 */
typedef enum
{
  FOED_VOCABULARY_NONE,
  FOED_VOCABULARY_OBLIGATION_KIND,
  FOED_VOCABULARY_STRENGTH,
  FOED_VOCABULARY_CONDITION_KIND,
  FOED_VOCABULARY_THREAT,
  FOED_VOCABULARY_ADVERSARY,
  FOED_VOCABULARY_RESPONSE,
  FOED_VOCABULARY_COORDINATION,
  FOED_VOCABULARY_BASIS,
  FOED_VOCABULARY_SOVEREIGNTY,
  FOED_VOCABULARY_IMPACT_DIRECTION,
  FOED_VOCABULARY_IMPACT_LEVEL,
  FOED_VOCABULARY_ENFORCEMENT,
  FOED_VOCABULARY_EVENT_KIND,
  FOED_VOCABULARY_INSTRUMENT_FORM,
  FOED_VOCABULARY_LEGAL_FORCE,
  FOED_VOCABULARY_SECRECY,
  FOED_VOCABULARY_PARTY_ROLE,
  FOED_VOCABULARY_ENTRY,
  FOED_VOCABULARY_EXIT,
  FOED_VOCABULARY_END_MODE,
  FOED_VOCABULARY_CLAUSE_KIND,
  FOED_VOCABULARY_CLAUSE_FUNCTION,
  FOED_VOCABULARY_SOURCE_KIND,
  FOED_VOCABULARY_CONFIDENCE,
  FOED_VOCABULARY_CELL,
  FOED_VOCABULARY_REGION,
  FOED_VOCABULARY_PLACE_KIND,
  FOED_VOCABULARY_NAME_KIND,
  FOED_VOCABULARY_IDENTIFIER_SCHEME,
  FOED_VOCABULARY_STATUS,
  FOED_VOCABULARY_DOCUMENT_KIND,
  FOED_N_VOCABULARIES
} FoedVocabulary;

/**
 * FoedTerm:
 * @nick: the stable name: what XML, SQL, JSON and the command line use
 * @label: what a person reads, untranslated; use foed_term_get_label()
 * @explanation: one sentence, untranslated; use foed_term_get_explanation()
 * @colour: (nullable): `#rrggbb`, where the term has a colour of its own; safe for colour-blind eyes
 * @atop: (nullable): the equivalent in the Alliance Treaty Obligations and Provisions data, as `variable=value`
 * @cow: (nullable): the equivalent in the Correlates of War Formal Alliances data
 *
 * One word of a vocabulary. Terms are static: never copied, never freed, comparable by address.
 */
typedef struct
{
  const char *nick;
  const char *label;
  const char *explanation;
  const char *colour;
  const char *atop;
  const char *cow;
} FoedTerm;

const char     *foed_vocabulary_get_nick     (FoedVocabulary  vocabulary);
const char     *foed_vocabulary_get_label    (FoedVocabulary  vocabulary);
const FoedTerm *foed_vocabulary_get_terms    (FoedVocabulary  vocabulary,
                                              guint          *n_terms);
const FoedTerm *foed_vocabulary_find         (FoedVocabulary  vocabulary,
                                              const char     *nick);
const FoedTerm *foed_vocabulary_suggest      (FoedVocabulary  vocabulary,
                                              const char     *misspelt);
int             foed_vocabulary_get_position (FoedVocabulary  vocabulary,
                                              const FoedTerm *term);
FoedVocabulary  foed_vocabulary_from_nick    (const char     *nick);

const char     *foed_term_get_label          (const FoedTerm *term);
const char     *foed_term_get_explanation    (const FoedTerm *term);

G_END_DECLS
