/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoedMatchKind:
 * @FOED_MATCH_IDENTIFIER: both have the same number in a series or data set
 * @FOED_MATCH_MEMBERS: both have the same members and begin within a year of each other
 * @FOED_MATCH_BYTES: both came from files that are the same, byte for byte
 * @FOED_MATCH_TEXT: their words are nearly the same
 *
 * By what two records were found to describe the same.
 */
typedef enum
{
  FOED_MATCH_IDENTIFIER,
  FOED_MATCH_MEMBERS,
  FOED_MATCH_BYTES,
  FOED_MATCH_TEXT
} FoedMatchKind;

/**
 * FoedDisagreement:
 * @field: what they disagree on: `begin`, `end`, `parties` or `obligations`
 * @here: (nullable): what the imported record says; of lists, what the other lacks
 * @there: (nullable): what the other says; of lists, what the imported record lacks
 *
 * Something that two records say differently.
 */
typedef struct
{
  const char *field;
  char       *here;
  char       *there;
} FoedDisagreement;

/**
 * FoedMatch:
 * @record: the id of the imported record
 * @other: the id of the record of the library that describes the same
 * @other_title: (nullable): what a document of the library is called
 * @kind: how it was found
 * @disagreements: (element-type FoedDisagreement): what they disagree on
 * @resemblance: of %FOED_MATCH_TEXT, the share of runs of words that both have, from 0 to 1
 * @is_document: whether they are documents, which can be merged
 * @merged: whether the other gets what the imported record adds; if not, they stand side by side
 *
 * Two records that describe the same.
 */
typedef struct
{
  char          *record;
  char          *other;
  char          *other_title;
  FoedMatchKind  kind;
  GPtrArray     *disagreements;
  double         resemblance;
  gboolean       is_document;
  gboolean       merged;
} FoedMatch;

FoedMatch  *foed_match_new           (const char      *record,
                                      const char      *other,
                                      FoedMatchKind    kind);
void        foed_match_free          (FoedMatch       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoedMatch, foed_match_free)

void        foed_match_disagree      (FoedMatch       *self,
                                      const char      *field,
                                      const char      *here,
                                      const char      *there);
const char *foed_match_get_kind_nick (const FoedMatch *self);

G_END_DECLS
