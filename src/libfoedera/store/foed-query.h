/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/foed-date.h"
#include "model/foed-vocabulary.h"

G_BEGIN_DECLS

/**
 * FoedListing:
 *
 * What a list is of. Each has its own columns; see foed_listing_get_columns().
 */
typedef enum
{
  FOED_LISTING_ALLIANCES,
  FOED_LISTING_STATES,
  FOED_LISTING_INSTRUMENTS,
  FOED_LISTING_CLAUSES,
  FOED_LISTING_OBLIGATIONS,
  FOED_LISTING_MECHANISMS,
  FOED_LISTING_IMPACTS,
  FOED_LISTING_EVENTS,
  FOED_LISTING_DOCUMENTS,
  FOED_N_LISTINGS
} FoedListing;

/**
 * FoedFacet:
 *
 * By what a list can be narrowed. A facet that is a column of the listing narrows the rows themselves; otherwise it
 * narrows the alliances that the rows belong to. Facets of obligations (kind, strength, threat, promisor, beneficiary)
 * must all be met by one and the same obligation, that of promisor and beneficiary by one and the same pair of states;
 * clauses and obligations are narrowed by them themselves. With a day, only what is in force then counts; but where the
 * status asked for is not yet in force or ended, the day decides the status only. Without a day, status is as of today.
 */
typedef enum
{
  FOED_FACET_OBLIGATION,     /* obligation kind */
  FOED_FACET_STRENGTH,
  FOED_FACET_COORDINATION,   /* kind of mechanism that is present (not silent) */
  FOED_FACET_THREAT,         /* trigger of an obligation, or an extension to it */
  FOED_FACET_REGION,
  FOED_FACET_STATUS,
  FOED_FACET_PARTY,          /* state id: has a party spell in any role but observer */
  FOED_FACET_PROMISOR,       /* state id: owes something */
  FOED_FACET_BENEFICIARY,    /* state id: is owed something */
  FOED_FACET_SOVEREIGNTY,    /* freedom touched, at a level above none */
  FOED_FACET_ALLIANCE,       /* alliance id */
  FOED_FACET_EVENT,          /* event kind */
  FOED_N_FACETS
} FoedFacet;

/**
 * FoedColumnType:
 * @FOED_COLUMN_TEXT: words
 * @FOED_COLUMN_INTEGER: a whole number
 * @FOED_COLUMN_NUMBER: a number with a fraction
 * @FOED_COLUMN_DATE: a date as its source spells it
 * @FOED_COLUMN_TERM: a term of a vocabulary
 * @FOED_COLUMN_TERMS: several terms
 * @FOED_COLUMN_REFERENCE: the id of a record
 * @FOED_COLUMN_REFERENCES: several ids
 *
 * What a column holds.
 */
typedef enum
{
  FOED_COLUMN_TEXT,
  FOED_COLUMN_INTEGER,
  FOED_COLUMN_NUMBER,
  FOED_COLUMN_DATE,
  FOED_COLUMN_TERM,
  FOED_COLUMN_TERMS,
  FOED_COLUMN_REFERENCE,
  FOED_COLUMN_REFERENCES
} FoedColumnType;

/**
 * FoedColumn:
 * @nick: stable name: SQL alias, JSON member, `--sort` value
 * @label: what a person reads, untranslated; use foed_column_get_label()
 * @type: what it holds
 * @vocabulary: for terms
 * @shown: whether it is shown until the user chooses otherwise
 *
 * One column of a listing. References are ids in SQL and JSON (`promisors`), titles on screen.
 */
typedef struct
{
  const char     *nick;
  const char     *label;
  FoedColumnType  type;
  FoedVocabulary  vocabulary;
  gboolean        shown;
} FoedColumn;

const char       *foed_listing_get_nick    (FoedListing       listing);
const char       *foed_listing_get_label   (FoedListing       listing);
gboolean          foed_listing_from_nick   (const char       *nick,
                                            FoedListing      *listing);
const FoedColumn *foed_listing_get_columns (FoedListing       listing,
                                            guint            *n_columns);
const char       *foed_column_get_label    (const FoedColumn *column);

const char       *foed_facet_get_nick      (FoedFacet         facet);
const char       *foed_facet_get_label     (FoedFacet         facet);
gboolean          foed_facet_from_nick     (const char       *nick,
                                            FoedFacet        *facet);
FoedVocabulary    foed_facet_get_vocabulary (FoedFacet        facet);

/**
 * FoedQuery:
 *
 * What a view shows: a listing, narrowed, as of a day or at any time, sorted. Immutable; the `with` calls give a new
 * query. A query without a day means "at any time"; every record then counts, whenever it was in force.
 */
#define FOED_TYPE_QUERY (foed_query_get_type ())
G_DECLARE_FINAL_TYPE (FoedQuery, foed_query, FOED, QUERY, GObject)

FoedQuery          *foed_query_new          (FoedListing         listing);
FoedQuery          *foed_query_with_listing (FoedQuery          *self,
                                             FoedListing         listing);
FoedQuery          *foed_query_with_text    (FoedQuery          *self,
                                             const char         *text);
FoedQuery          *foed_query_with_day     (FoedQuery          *self,
                                             FoedDay             day);
FoedQuery          *foed_query_without_day  (FoedQuery          *self);
FoedQuery          *foed_query_with_values  (FoedQuery          *self,
                                             FoedFacet           facet,
                                             const char * const *nicks);
FoedQuery          *foed_query_with_value   (FoedQuery          *self,
                                             FoedFacet           facet,
                                             const char         *nick,
                                             gboolean            on);
FoedQuery          *foed_query_with_sort    (FoedQuery          *self,
                                             const char         *column,
                                             gboolean            descending);
FoedQuery          *foed_query_cleared      (FoedQuery          *self);

FoedListing         foed_query_get_listing  (FoedQuery          *self);
const char         *foed_query_get_text     (FoedQuery          *self);
gboolean            foed_query_get_day      (FoedQuery          *self,
                                             FoedDay            *day);
const char * const *foed_query_get_values   (FoedQuery          *self,
                                             FoedFacet           facet);
gboolean            foed_query_has_value    (FoedQuery          *self,
                                             FoedFacet           facet,
                                             const char         *nick);
const char         *foed_query_get_sort     (FoedQuery          *self,
                                             gboolean           *descending);
gboolean            foed_query_is_narrowed  (FoedQuery          *self);
gboolean            foed_query_equal        (FoedQuery          *a,
                                             FoedQuery          *b);
gboolean            foed_query_equal_but_day (FoedQuery         *a,
                                             FoedQuery          *b);

G_END_DECLS
