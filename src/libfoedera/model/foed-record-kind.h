/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-vocabulary.h"

G_BEGIN_DECLS

/**
 * FoedRecordKind:
 *
 * What a record is. The words are those of the field; see doc/words.md. The order is the canonical order in XML.
 */
typedef enum
{
  FOED_RECORD_NONE,
  FOED_RECORD_SOURCE,
  FOED_RECORD_PLACE,
  FOED_RECORD_SOVEREIGN,          /* of a place: which state held it, from when to when */
  FOED_RECORD_STATE,
  FOED_RECORD_SPELL,              /* of a state: a spell of existence */
  FOED_RECORD_SUCCESSION,         /* of a state: which state took its place */
  FOED_RECORD_ALLIANCE,
  FOED_RECORD_DOCUMENT,           /* a file that came from elsewhere: treaties not yet put to an alliance, or no treaty */
  FOED_RECORD_NAME,               /* of anything: another name, or the name in another language */
  FOED_RECORD_IDENTIFIER,         /* of anything: its number in a series or data set */
  FOED_RECORD_CITATION,           /* of anything: a source that bears a fact out, or states it otherwise */
  FOED_RECORD_INSTRUMENT,
  FOED_RECORD_NAMED_PARTY,        /* of an instrument: a party as the text or its publisher names it */
  FOED_RECORD_CLAUSE,
  FOED_RECORD_TEXT,               /* of a clause: its wording in a language */
  FOED_RECORD_OBLIGATION,
  FOED_RECORD_CONDITION,
  FOED_RECORD_PARTY,              /* a party spell */
  FOED_RECORD_SUSPENSION,         /* duties between parties that rest for a time */
  FOED_RECORD_MECHANISM,
  FOED_RECORD_IMPACT,
  FOED_RECORD_ENFORCEMENT,
  FOED_RECORD_EVENT,
  FOED_N_RECORD_KINDS
} FoedRecordKind;

/**
 * FoedField:
 *
 * The fields of all kinds of record. A field means the same wherever it occurs.
 */
typedef enum
{
  FOED_FIELD_NONE,
  FOED_FIELD_KIND,
  FOED_FIELD_TITLE,
  FOED_FIELD_SUMMARY,
  FOED_FIELD_NOTE,
  FOED_FIELD_CONTENT,
  FOED_FIELD_LANGUAGE,
  FOED_FIELD_VALUE,
  FOED_FIELD_SCHEME,
  FOED_FIELD_AUTHOR,
  FOED_FIELD_PUBLISHER,
  FOED_FIELD_PUBLISHED,
  FOED_FIELD_LICENCE,
  FOED_FIELD_ISO3,
  FOED_FIELD_COW,
  FOED_FIELD_REGION,
  FOED_FIELD_CAPITAL,
  FOED_FIELD_LATITUDE,
  FOED_FIELD_LONGITUDE,
  FOED_FIELD_WITHIN,
  FOED_FIELD_BEGIN,
  FOED_FIELD_END,
  FOED_FIELD_END_MODE,
  FOED_FIELD_ON,
  FOED_FIELD_STATE,
  FOED_FIELD_STATES,
  FOED_FIELD_TOWARDS,
  FOED_FIELD_PLACE,
  FOED_FIELD_PLACES,
  FOED_FIELD_EXCEPT_PLACES,
  FOED_FIELD_SOURCE,
  FOED_FIELD_PINPOINT,
  FOED_FIELD_CONFIDENCE,
  FOED_FIELD_FIELD,
  FOED_FIELD_STATES_OTHERWISE,
  FOED_FIELD_FORM,
  FOED_FIELD_FORCE,
  FOED_FIELD_SECRECY,
  FOED_FIELD_KNOWN,
  FOED_FIELD_SIGNED,
  FOED_FIELD_AMENDS,
  FOED_FIELD_REPLACES,
  FOED_FIELD_TERM_MONTHS,
  FOED_FIELD_RENEWAL_MONTHS,
  FOED_FIELD_NOTICE_MONTHS,
  FOED_FIELD_DEPOSITARY,
  FOED_FIELD_NUMBER,
  FOED_FIELD_FUNCTION,
  FOED_FIELD_PRESENCE,
  FOED_FIELD_STRENGTH,
  FOED_FIELD_RESPONSE,
  FOED_FIELD_PROMISORS,
  FOED_FIELD_BENEFICIARIES,
  FOED_FIELD_THREAT,
  FOED_FIELD_ADVERSARY,
  FOED_FIELD_COUNT,
  FOED_FIELD_ROLE,
  FOED_FIELD_ENTRY,
  FOED_FIELD_EXIT,
  FOED_FIELD_INSTRUMENT,
  FOED_FIELD_CLAUSE,
  FOED_FIELD_MECHANISM,
  FOED_FIELD_OBLIGATION,
  FOED_FIELD_BASIS,
  FOED_FIELD_DOMAIN,
  FOED_FIELD_LEVEL,
  FOED_FIELD_DIRECTION,
  FOED_FIELD_DIALECT,
  FOED_FIELD_HASH,
  FOED_N_FIELDS
} FoedField;

/**
 * FoedFieldType:
 * @FOED_FIELD_TYPE_TEXT: words; one line as an attribute, paragraphs as an element
 * @FOED_FIELD_TYPE_INTEGER: a whole number
 * @FOED_FIELD_TYPE_NUMBER: a decimal number
 * @FOED_FIELD_TYPE_BEGIN: a date from which something holds; sorts by its first possible day
 * @FOED_FIELD_TYPE_END: the last date on which something holds; sorts by its last possible day
 * @FOED_FIELD_TYPE_TERM: a term of a vocabulary
 * @FOED_FIELD_TYPE_REFERENCE: the id of a record
 * @FOED_FIELD_TYPE_REFERENCES: ids of records, in order
 */
typedef enum
{
  FOED_FIELD_TYPE_TEXT,
  FOED_FIELD_TYPE_INTEGER,
  FOED_FIELD_TYPE_NUMBER,
  FOED_FIELD_TYPE_BEGIN,
  FOED_FIELD_TYPE_END,
  FOED_FIELD_TYPE_TERM,
  FOED_FIELD_TYPE_REFERENCE,
  FOED_FIELD_TYPE_REFERENCES
} FoedFieldType;

/**
 * FoedFieldFlags:
 * @FOED_FIELD_REQUIRED: a record without it is refused
 * @FOED_FIELD_ELEMENT: in XML a child element that holds the text, not an attribute
 * @FOED_FIELD_CELL: a coded cell: it has one of five states (vocabulary `cell`) beside its value
 */
typedef enum
{
  FOED_FIELD_PLAIN = 0,
  FOED_FIELD_REQUIRED = 1 << 0,
  FOED_FIELD_ELEMENT = 1 << 1,
  FOED_FIELD_CELL = 1 << 2
} FoedFieldFlags;

/**
 * FoedFieldInfo:
 * @field: which field
 * @type: what it holds
 * @flags: what is asked of it
 * @vocabulary: for @FOED_FIELD_TYPE_TERM, the vocabulary
 * @target: for references, the kind of record they name; %FOED_RECORD_NONE for any
 *
 * One field of one kind of record.
 */
typedef struct
{
  FoedField      field;
  FoedFieldType  type;
  FoedFieldFlags flags;
  FoedVocabulary vocabulary;
  FoedRecordKind target;
} FoedFieldInfo;

/**
 * FoedRecordKindInfo:
 * @nick: XML element and SQL table name (hyphens become underscores there)
 * @label: what a person reads, untranslated; use foed_record_kind_get_label()
 * @has_id: whether XML gives it an id; the id of the others is made from their parent's
 * @fields: its fields, in canonical order
 * @n_fields: how many
 * @children: the kinds of record it may hold, in canonical order, ended by %FOED_RECORD_NONE
 *
 * One kind of record. The tables made of these describe XML, SQL, JSON and the differences between two versions.
 */
typedef struct
{
  const char           *nick;
  const char           *label;
  gboolean              has_id;
  const FoedFieldInfo  *fields;
  guint                 n_fields;
  const FoedRecordKind *children;
} FoedRecordKindInfo;

const FoedRecordKindInfo *foed_record_kind_get_info       (FoedRecordKind  kind);
FoedRecordKind            foed_record_kind_from_nick      (const char     *nick);
const char               *foed_record_kind_get_label      (FoedRecordKind  kind);
gboolean                  foed_record_kind_may_hold       (FoedRecordKind  parent,
                                                           FoedRecordKind  child);
int                       foed_record_kind_find_field     (FoedRecordKind  kind,
                                                           FoedField       field);

const char               *foed_field_get_nick             (FoedField       field);
const char               *foed_field_get_label            (FoedField       field);
FoedField                 foed_field_from_nick            (const char     *nick);

G_END_DECLS
