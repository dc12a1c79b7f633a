/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "foed-record-kind-private.h"

/* What every kind of record holds. From these tables follow the XML elements and attributes, the SQL tables and
 * columns, the JSON members and the comparison of two versions. */

#define TEXT(name, flags) { FOED_FIELD_##name, FOED_FIELD_TYPE_TEXT, flags, FOED_VOCABULARY_NONE, FOED_RECORD_NONE }
#define INTEGER(name, flags) { FOED_FIELD_##name, FOED_FIELD_TYPE_INTEGER, flags, FOED_VOCABULARY_NONE, FOED_RECORD_NONE }
#define NUMBER(name, flags) { FOED_FIELD_##name, FOED_FIELD_TYPE_NUMBER, flags, FOED_VOCABULARY_NONE, FOED_RECORD_NONE }
#define BEGIN(name, flags) { FOED_FIELD_##name, FOED_FIELD_TYPE_BEGIN, flags, FOED_VOCABULARY_NONE, FOED_RECORD_NONE }
#define END(name, flags) { FOED_FIELD_##name, FOED_FIELD_TYPE_END, flags, FOED_VOCABULARY_NONE, FOED_RECORD_NONE }
#define TERM(name, vocabulary, flags) \
  { FOED_FIELD_##name, FOED_FIELD_TYPE_TERM, flags, FOED_VOCABULARY_##vocabulary, FOED_RECORD_NONE }
#define REFERENCE(name, kind, flags) \
  { FOED_FIELD_##name, FOED_FIELD_TYPE_REFERENCE, flags, FOED_VOCABULARY_NONE, FOED_RECORD_##kind }
#define REFERENCES(name, kind, flags) \
  { FOED_FIELD_##name, FOED_FIELD_TYPE_REFERENCES, flags, FOED_VOCABULARY_NONE, FOED_RECORD_##kind }

const FoedFieldName foed_field_names[FOED_N_FIELDS] = {
  [FOED_FIELD_KIND] = { "kind", NC_("field", "Kind") },
  [FOED_FIELD_TITLE] = { "title", NC_("field", "Title") },
  [FOED_FIELD_SUMMARY] = { "summary", NC_("field", "Summary") },
  [FOED_FIELD_NOTE] = { "note", NC_("field", "Note") },
  [FOED_FIELD_CONTENT] = { "content", NC_("field", "Text") },
  [FOED_FIELD_LANGUAGE] = { "language", NC_("field", "Language") },
  [FOED_FIELD_VALUE] = { "value", NC_("field", "Value") },
  [FOED_FIELD_SCHEME] = { "scheme", NC_("field", "Scheme") },
  [FOED_FIELD_AUTHOR] = { "author", NC_("field", "Author") },
  [FOED_FIELD_PUBLISHER] = { "publisher", NC_("field", "Publisher") },
  [FOED_FIELD_PUBLISHED] = { "published", NC_("field", "Published") },
  [FOED_FIELD_LICENCE] = { "licence", NC_("field", "Licence") },
  [FOED_FIELD_ISO3] = { "iso3", NC_("field", "ISO code") },
  [FOED_FIELD_COW] = { "cow", NC_("field", "COW number") },
  [FOED_FIELD_REGION] = { "region", NC_("field", "Region") },
  [FOED_FIELD_CAPITAL] = { "capital", NC_("field", "Capital") },
  [FOED_FIELD_LATITUDE] = { "latitude", NC_("field", "Latitude") },
  [FOED_FIELD_LONGITUDE] = { "longitude", NC_("field", "Longitude") },
  [FOED_FIELD_WITHIN] = { "within", NC_("field", "Within") },
  [FOED_FIELD_BEGIN] = { "begin", NC_("field", "From") },
  [FOED_FIELD_END] = { "end", NC_("field", "To") },
  [FOED_FIELD_END_MODE] = { "end-mode", NC_("field", "How it ended") },
  [FOED_FIELD_ON] = { "on", NC_("field", "Date") },
  [FOED_FIELD_STATE] = { "state", NC_("field", "State") },
  [FOED_FIELD_STATES] = { "states", NC_("field", "States") },
  [FOED_FIELD_TOWARDS] = { "towards", NC_("field", "Towards") },
  [FOED_FIELD_PLACE] = { "place", NC_("field", "Place") },
  [FOED_FIELD_PLACES] = { "places", NC_("field", "Places") },
  [FOED_FIELD_EXCEPT_PLACES] = { "except-places", NC_("field", "Except places") },
  [FOED_FIELD_SOURCE] = { "source", NC_("field", "Source") },
  [FOED_FIELD_PINPOINT] = { "pinpoint", NC_("field", "Where in the source") },
  [FOED_FIELD_CONFIDENCE] = { "confidence", NC_("field", "Confidence") },
  [FOED_FIELD_FIELD] = { "field", NC_("field", "Fact") },
  [FOED_FIELD_STATES_OTHERWISE] = { "states-otherwise", NC_("field", "Says instead") },
  [FOED_FIELD_FORM] = { "form", NC_("field", "Form") },
  [FOED_FIELD_FORCE] = { "force", NC_("field", "Legal force") },
  [FOED_FIELD_SECRECY] = { "secrecy", NC_("field", "Secrecy") },
  [FOED_FIELD_KNOWN] = { "known", NC_("field", "Known since") },
  [FOED_FIELD_SIGNED] = { "signed", NC_("field", "Signed") },
  [FOED_FIELD_AMENDS] = { "amends", NC_("field", "Amends") },
  [FOED_FIELD_REPLACES] = { "replaces", NC_("field", "Replaces") },
  [FOED_FIELD_TERM_MONTHS] = { "term-months", NC_("field", "Term") },
  [FOED_FIELD_RENEWAL_MONTHS] = { "renewal-months", NC_("field", "Renewal") },
  [FOED_FIELD_NOTICE_MONTHS] = { "notice-months", NC_("field", "Notice") },
  [FOED_FIELD_DEPOSITARY] = { "depositary", NC_("field", "Depositary") },
  [FOED_FIELD_NUMBER] = { "number", NC_("field", "Number") },
  [FOED_FIELD_FUNCTION] = { "function", NC_("field", "Function") },
  [FOED_FIELD_PRESENCE] = { "presence", NC_("field", "Coding") },
  [FOED_FIELD_STRENGTH] = { "strength", NC_("field", "Strength") },
  [FOED_FIELD_RESPONSE] = { "response", NC_("field", "Response") },
  [FOED_FIELD_PROMISORS] = { "promisors", NC_("field", "Owed by") },
  [FOED_FIELD_BENEFICIARIES] = { "beneficiaries", NC_("field", "Owed to") },
  [FOED_FIELD_THREAT] = { "threat", NC_("field", "Threat") },
  [FOED_FIELD_ADVERSARY] = { "adversary", NC_("field", "Adversary") },
  [FOED_FIELD_COUNT] = { "count", NC_("field", "Number of adversaries") },
  [FOED_FIELD_ROLE] = { "role", NC_("field", "Role") },
  [FOED_FIELD_ENTRY] = { "entry", NC_("field", "Way in") },
  [FOED_FIELD_EXIT] = { "exit", NC_("field", "Way out") },
  [FOED_FIELD_INSTRUMENT] = { "instrument", NC_("field", "Treaty") },
  [FOED_FIELD_CLAUSE] = { "clause", NC_("field", "Clause") },
  [FOED_FIELD_MECHANISM] = { "mechanism", NC_("field", "Mechanism") },
  [FOED_FIELD_OBLIGATION] = { "obligation", NC_("field", "Obligation") },
  [FOED_FIELD_BASIS] = { "basis", NC_("field", "Basis") },
  [FOED_FIELD_DOMAIN] = { "domain", NC_("field", "Freedom") },
  [FOED_FIELD_LEVEL] = { "level", NC_("field", "Level") },
  [FOED_FIELD_DIRECTION] = { "direction", NC_("field", "Direction") },
  [FOED_FIELD_DIALECT] = { "dialect", NC_("field", "Dialect") },
  [FOED_FIELD_HASH] = { "hash", NC_("field", "SHA-256 of the file") },
};

static const FoedFieldInfo source_fields[] = {
  TERM (KIND, SOURCE_KIND, FOED_FIELD_REQUIRED),
  BEGIN (PUBLISHED, FOED_FIELD_PLAIN),
  TEXT (TITLE, FOED_FIELD_REQUIRED | FOED_FIELD_ELEMENT),
  TEXT (AUTHOR, FOED_FIELD_ELEMENT),
  TEXT (PUBLISHER, FOED_FIELD_ELEMENT),
  TEXT (LICENCE, FOED_FIELD_ELEMENT),
  TEXT (NOTE, FOED_FIELD_ELEMENT),
};

static const FoedRecordKind source_children[] = {
  FOED_RECORD_IDENTIFIER,
  FOED_RECORD_NONE,
};

static const FoedFieldInfo place_fields[] = {
  TERM (KIND, PLACE_KIND, FOED_FIELD_REQUIRED),
  REFERENCE (WITHIN, PLACE, FOED_FIELD_PLAIN),
  NUMBER (LATITUDE, FOED_FIELD_PLAIN),
  NUMBER (LONGITUDE, FOED_FIELD_PLAIN),
  TEXT (TITLE, FOED_FIELD_REQUIRED | FOED_FIELD_ELEMENT),
  TEXT (NOTE, FOED_FIELD_ELEMENT),
};

static const FoedRecordKind place_children[] = {
  FOED_RECORD_NAME,
  FOED_RECORD_CITATION,
  FOED_RECORD_SOVEREIGN,
  FOED_RECORD_NONE,
};

static const FoedFieldInfo sovereign_fields[] = {
  REFERENCE (STATE, STATE, FOED_FIELD_REQUIRED),
  BEGIN (BEGIN, FOED_FIELD_PLAIN),
  END (END, FOED_FIELD_PLAIN),
  TEXT (NOTE, FOED_FIELD_ELEMENT),
};

static const FoedRecordKind sovereign_children[] = {
  FOED_RECORD_CITATION,
  FOED_RECORD_NONE,
};

static const FoedFieldInfo state_fields[] = {
  TEXT (ISO3, FOED_FIELD_PLAIN),
  INTEGER (COW, FOED_FIELD_PLAIN),
  TERM (REGION, REGION, FOED_FIELD_PLAIN),
  REFERENCE (CAPITAL, PLACE, FOED_FIELD_PLAIN),
  TEXT (TITLE, FOED_FIELD_REQUIRED | FOED_FIELD_ELEMENT),
  TEXT (NOTE, FOED_FIELD_ELEMENT),
};

static const FoedRecordKind state_children[] = {
  FOED_RECORD_NAME,
  FOED_RECORD_CITATION,
  FOED_RECORD_SPELL,
  FOED_RECORD_SUCCESSION,
  FOED_RECORD_NONE,
};

static const FoedFieldInfo spell_fields[] = {
  BEGIN (BEGIN, FOED_FIELD_PLAIN),
  END (END, FOED_FIELD_PLAIN),
  TEXT (NOTE, FOED_FIELD_ELEMENT),
};

static const FoedRecordKind spell_children[] = {
  FOED_RECORD_CITATION,
  FOED_RECORD_NONE,
};

static const FoedFieldInfo succession_fields[] = {
  REFERENCE (STATE, STATE, FOED_FIELD_REQUIRED),
  BEGIN (ON, FOED_FIELD_PLAIN),
  TEXT (NOTE, FOED_FIELD_ELEMENT),
};

static const FoedRecordKind succession_children[] = {
  FOED_RECORD_CITATION,
  FOED_RECORD_NONE,
};

static const FoedFieldInfo alliance_fields[] = {
  BEGIN (BEGIN, FOED_FIELD_PLAIN),
  END (END, FOED_FIELD_PLAIN),
  TERM (END_MODE, END_MODE, FOED_FIELD_PLAIN),
  TERM (REGION, REGION, FOED_FIELD_PLAIN),
  TEXT (TITLE, FOED_FIELD_REQUIRED | FOED_FIELD_ELEMENT),
  TEXT (SUMMARY, FOED_FIELD_ELEMENT),
  TEXT (NOTE, FOED_FIELD_ELEMENT),
};

static const FoedRecordKind alliance_children[] = {
  FOED_RECORD_NAME,
  FOED_RECORD_IDENTIFIER,
  FOED_RECORD_CITATION,
  FOED_RECORD_INSTRUMENT,
  FOED_RECORD_PARTY,
  FOED_RECORD_SUSPENSION,
  FOED_RECORD_MECHANISM,
  FOED_RECORD_IMPACT,
  FOED_RECORD_ENFORCEMENT,
  FOED_RECORD_EVENT,
  FOED_RECORD_NONE,
};

static const FoedFieldInfo document_fields[] = {
  TERM (KIND, DOCUMENT_KIND, FOED_FIELD_REQUIRED),
  TEXT (DIALECT, FOED_FIELD_PLAIN),
  TEXT (HASH, FOED_FIELD_PLAIN),
  TEXT (TITLE, FOED_FIELD_REQUIRED | FOED_FIELD_ELEMENT),
  TEXT (SUMMARY, FOED_FIELD_ELEMENT),
  TEXT (NOTE, FOED_FIELD_ELEMENT),
};

static const FoedRecordKind document_children[] = {
  FOED_RECORD_NAME,
  FOED_RECORD_IDENTIFIER,
  FOED_RECORD_CITATION,
  FOED_RECORD_INSTRUMENT,
  FOED_RECORD_EVENT,
  FOED_RECORD_NONE,
};

static const FoedFieldInfo name_fields[] = {
  TERM (KIND, NAME_KIND, FOED_FIELD_REQUIRED),
  TEXT (LANGUAGE, FOED_FIELD_PLAIN),
  TEXT (VALUE, FOED_FIELD_REQUIRED),
};

static const FoedRecordKind name_children[] = {
  FOED_RECORD_NONE,
};

static const FoedFieldInfo identifier_fields[] = {
  TERM (SCHEME, IDENTIFIER_SCHEME, FOED_FIELD_REQUIRED),
  TEXT (VALUE, FOED_FIELD_REQUIRED),
};

static const FoedRecordKind identifier_children[] = {
  FOED_RECORD_NONE,
};

static const FoedFieldInfo citation_fields[] = {
  REFERENCE (SOURCE, SOURCE, FOED_FIELD_REQUIRED),
  TEXT (PINPOINT, FOED_FIELD_PLAIN),
  TERM (CONFIDENCE, CONFIDENCE, FOED_FIELD_REQUIRED),
  TEXT (FIELD, FOED_FIELD_PLAIN),
  TEXT (STATES_OTHERWISE, FOED_FIELD_PLAIN),
  TEXT (NOTE, FOED_FIELD_ELEMENT),
};

static const FoedRecordKind citation_children[] = {
  FOED_RECORD_NONE,
};

static const FoedFieldInfo instrument_fields[] = {
  TERM (FORM, INSTRUMENT_FORM, FOED_FIELD_REQUIRED),
  TERM (FORCE, LEGAL_FORCE, FOED_FIELD_PLAIN),
  TERM (SECRECY, SECRECY, FOED_FIELD_CELL),
  BEGIN (KNOWN, FOED_FIELD_PLAIN),
  BEGIN (SIGNED, FOED_FIELD_PLAIN),
  REFERENCE (PLACE, PLACE, FOED_FIELD_PLAIN),
  BEGIN (BEGIN, FOED_FIELD_PLAIN),
  END (END, FOED_FIELD_PLAIN),
  TERM (END_MODE, END_MODE, FOED_FIELD_PLAIN),
  INTEGER (TERM_MONTHS, FOED_FIELD_CELL),
  INTEGER (RENEWAL_MONTHS, FOED_FIELD_CELL),
  INTEGER (NOTICE_MONTHS, FOED_FIELD_CELL),
  REFERENCES (AMENDS, INSTRUMENT, FOED_FIELD_PLAIN),
  REFERENCES (REPLACES, INSTRUMENT, FOED_FIELD_PLAIN),
  TEXT (DEPOSITARY, FOED_FIELD_PLAIN),
  TEXT (TITLE, FOED_FIELD_REQUIRED | FOED_FIELD_ELEMENT),
  TEXT (SUMMARY, FOED_FIELD_ELEMENT),
  TEXT (NOTE, FOED_FIELD_ELEMENT),
};

static const FoedRecordKind instrument_children[] = {
  FOED_RECORD_NAME,
  FOED_RECORD_IDENTIFIER,
  FOED_RECORD_CITATION,
  FOED_RECORD_NAMED_PARTY,
  FOED_RECORD_CLAUSE,
  FOED_RECORD_NONE,
};

static const FoedFieldInfo named_party_fields[] = {
  REFERENCE (STATE, STATE, FOED_FIELD_PLAIN),
  TEXT (ISO3, FOED_FIELD_PLAIN),
  INTEGER (COW, FOED_FIELD_PLAIN),
  TERM (ROLE, PARTY_ROLE, FOED_FIELD_PLAIN),
  TERM (ENTRY, ENTRY, FOED_FIELD_PLAIN),
  TEXT (VALUE, FOED_FIELD_REQUIRED),
};

static const FoedRecordKind named_party_children[] = {
  FOED_RECORD_NONE,
};

static const FoedFieldInfo clause_fields[] = {
  TERM (KIND, CLAUSE_KIND, FOED_FIELD_REQUIRED),
  TEXT (NUMBER, FOED_FIELD_PLAIN),
  TERM (FUNCTION, CLAUSE_FUNCTION, FOED_FIELD_PLAIN),
  BEGIN (BEGIN, FOED_FIELD_PLAIN),
  END (END, FOED_FIELD_PLAIN),
  TEXT (TITLE, FOED_FIELD_ELEMENT),
  TEXT (SUMMARY, FOED_FIELD_ELEMENT),
  TEXT (NOTE, FOED_FIELD_ELEMENT),
};

static const FoedRecordKind clause_children[] = {
  FOED_RECORD_CITATION,
  FOED_RECORD_TEXT,
  FOED_RECORD_CLAUSE,
  FOED_RECORD_OBLIGATION,
  FOED_RECORD_NONE,
};

static const FoedFieldInfo text_fields[] = {
  TEXT (LANGUAGE, FOED_FIELD_REQUIRED),
  TEXT (CONTENT, FOED_FIELD_REQUIRED | FOED_FIELD_ELEMENT),
};

static const FoedRecordKind text_children[] = {
  FOED_RECORD_NONE,
};

static const FoedFieldInfo obligation_fields[] = {
  TERM (KIND, OBLIGATION_KIND, FOED_FIELD_REQUIRED),
  TERM (PRESENCE, CELL, FOED_FIELD_PLAIN),
  TERM (STRENGTH, STRENGTH, FOED_FIELD_CELL),
  TERM (RESPONSE, RESPONSE, FOED_FIELD_CELL),
  REFERENCES (PROMISORS, STATE, FOED_FIELD_PLAIN),
  REFERENCES (BENEFICIARIES, STATE, FOED_FIELD_PLAIN),
  BEGIN (BEGIN, FOED_FIELD_PLAIN),
  END (END, FOED_FIELD_PLAIN),
  TEXT (SUMMARY, FOED_FIELD_ELEMENT),
  TEXT (NOTE, FOED_FIELD_ELEMENT),
};

static const FoedRecordKind obligation_children[] = {
  FOED_RECORD_CITATION,
  FOED_RECORD_CONDITION,
  FOED_RECORD_NONE,
};

static const FoedFieldInfo condition_fields[] = {
  TERM (KIND, CONDITION_KIND, FOED_FIELD_REQUIRED),
  TERM (PRESENCE, CELL, FOED_FIELD_PLAIN),
  TERM (THREAT, THREAT, FOED_FIELD_PLAIN),
  TERM (ADVERSARY, ADVERSARY, FOED_FIELD_PLAIN),
  REFERENCES (STATES, STATE, FOED_FIELD_PLAIN),
  REFERENCES (PLACES, PLACE, FOED_FIELD_PLAIN),
  REFERENCES (EXCEPT_PLACES, PLACE, FOED_FIELD_PLAIN),
  INTEGER (COUNT, FOED_FIELD_PLAIN),
  REFERENCE (CLAUSE, CLAUSE, FOED_FIELD_PLAIN),
  TEXT (NOTE, FOED_FIELD_ELEMENT),
};

static const FoedRecordKind condition_children[] = {
  FOED_RECORD_CITATION,
  FOED_RECORD_NONE,
};

static const FoedFieldInfo party_fields[] = {
  REFERENCE (STATE, STATE, FOED_FIELD_REQUIRED),
  TERM (ROLE, PARTY_ROLE, FOED_FIELD_REQUIRED),
  BEGIN (BEGIN, FOED_FIELD_PLAIN),
  END (END, FOED_FIELD_PLAIN),
  TERM (ENTRY, ENTRY, FOED_FIELD_PLAIN),
  TERM (EXIT, EXIT, FOED_FIELD_PLAIN),
  REFERENCE (INSTRUMENT, INSTRUMENT, FOED_FIELD_PLAIN),
  TEXT (NOTE, FOED_FIELD_ELEMENT),
};

static const FoedRecordKind party_children[] = {
  FOED_RECORD_CITATION,
  FOED_RECORD_NONE,
};

static const FoedFieldInfo suspension_fields[] = {
  REFERENCES (STATES, STATE, FOED_FIELD_REQUIRED),
  REFERENCES (TOWARDS, STATE, FOED_FIELD_PLAIN),
  BEGIN (BEGIN, FOED_FIELD_PLAIN),
  END (END, FOED_FIELD_PLAIN),
  TEXT (NOTE, FOED_FIELD_ELEMENT),
};

static const FoedRecordKind suspension_children[] = {
  FOED_RECORD_CITATION,
  FOED_RECORD_NONE,
};

static const FoedFieldInfo mechanism_fields[] = {
  TERM (KIND, COORDINATION, FOED_FIELD_REQUIRED),
  TERM (BASIS, BASIS, FOED_FIELD_REQUIRED),
  TERM (PRESENCE, CELL, FOED_FIELD_PLAIN),
  REFERENCE (CLAUSE, CLAUSE, FOED_FIELD_PLAIN),
  REFERENCE (INSTRUMENT, INSTRUMENT, FOED_FIELD_PLAIN),
  REFERENCE (PLACE, PLACE, FOED_FIELD_PLAIN),
  REFERENCES (STATES, STATE, FOED_FIELD_PLAIN),
  BEGIN (BEGIN, FOED_FIELD_PLAIN),
  END (END, FOED_FIELD_PLAIN),
  TEXT (TITLE, FOED_FIELD_REQUIRED | FOED_FIELD_ELEMENT),
  TEXT (SUMMARY, FOED_FIELD_ELEMENT),
  TEXT (NOTE, FOED_FIELD_ELEMENT),
};

static const FoedRecordKind mechanism_children[] = {
  FOED_RECORD_NAME,
  FOED_RECORD_CITATION,
  FOED_RECORD_NONE,
};

static const FoedFieldInfo impact_fields[] = {
  TERM (DOMAIN, SOVEREIGNTY, FOED_FIELD_REQUIRED),
  TERM (LEVEL, IMPACT_LEVEL, FOED_FIELD_CELL),
  TERM (DIRECTION, IMPACT_DIRECTION, FOED_FIELD_REQUIRED),
  REFERENCES (STATES, STATE, FOED_FIELD_PLAIN),
  REFERENCE (CLAUSE, CLAUSE, FOED_FIELD_PLAIN),
  REFERENCE (OBLIGATION, OBLIGATION, FOED_FIELD_PLAIN),
  REFERENCE (MECHANISM, MECHANISM, FOED_FIELD_PLAIN),
  BEGIN (BEGIN, FOED_FIELD_PLAIN),
  END (END, FOED_FIELD_PLAIN),
  TEXT (SUMMARY, FOED_FIELD_ELEMENT),
};

static const FoedRecordKind impact_children[] = {
  FOED_RECORD_CITATION,
  FOED_RECORD_NONE,
};

static const FoedFieldInfo enforcement_fields[] = {
  TERM (KIND, ENFORCEMENT, FOED_FIELD_REQUIRED),
  TERM (PRESENCE, CELL, FOED_FIELD_PLAIN),
  REFERENCE (CLAUSE, CLAUSE, FOED_FIELD_PLAIN),
  BEGIN (BEGIN, FOED_FIELD_PLAIN),
  END (END, FOED_FIELD_PLAIN),
  TEXT (SUMMARY, FOED_FIELD_ELEMENT),
};

static const FoedRecordKind enforcement_children[] = {
  FOED_RECORD_CITATION,
  FOED_RECORD_NONE,
};

static const FoedFieldInfo event_fields[] = {
  TERM (KIND, EVENT_KIND, FOED_FIELD_REQUIRED),
  BEGIN (BEGIN, FOED_FIELD_REQUIRED),
  END (END, FOED_FIELD_PLAIN),
  REFERENCES (STATES, STATE, FOED_FIELD_PLAIN),
  REFERENCES (TOWARDS, STATE, FOED_FIELD_PLAIN),
  REFERENCE (INSTRUMENT, INSTRUMENT, FOED_FIELD_PLAIN),
  REFERENCE (CLAUSE, CLAUSE, FOED_FIELD_PLAIN),
  TERM (THREAT, THREAT, FOED_FIELD_PLAIN),
  REFERENCE (PLACE, PLACE, FOED_FIELD_PLAIN),
  TEXT (TITLE, FOED_FIELD_REQUIRED | FOED_FIELD_ELEMENT),
  TEXT (SUMMARY, FOED_FIELD_ELEMENT),
};

static const FoedRecordKind event_children[] = {
  FOED_RECORD_CITATION,
  FOED_RECORD_NONE,
};

static const FoedRecordKind root_children[] = {
  FOED_RECORD_SOURCE,
  FOED_RECORD_PLACE,
  FOED_RECORD_STATE,
  FOED_RECORD_ALLIANCE,
  FOED_RECORD_DOCUMENT,
  FOED_RECORD_NONE,
};

#define KIND(nick, label, has_id, name) \
  { nick, label, has_id, name##_fields, G_N_ELEMENTS (name##_fields), name##_children }

const FoedRecordKindInfo foed_record_kind_table[FOED_N_RECORD_KINDS] = {
  [FOED_RECORD_NONE] = { "foedera", NULL, FALSE, NULL, 0, root_children },
  [FOED_RECORD_SOURCE] = KIND ("source", NC_("record", "Source"), TRUE, source),
  [FOED_RECORD_PLACE] = KIND ("place", NC_("record", "Place"), TRUE, place),
  [FOED_RECORD_SOVEREIGN] = KIND ("sovereign", NC_("record", "Sovereign"), FALSE, sovereign),
  [FOED_RECORD_STATE] = KIND ("state", NC_("record", "State"), TRUE, state),
  [FOED_RECORD_SPELL] = KIND ("spell", NC_("record", "Spell of existence"), FALSE, spell),
  [FOED_RECORD_SUCCESSION] = KIND ("succession", NC_("record", "Succession"), FALSE, succession),
  [FOED_RECORD_ALLIANCE] = KIND ("alliance", NC_("record", "Alliance"), TRUE, alliance),
  [FOED_RECORD_DOCUMENT] = KIND ("document", NC_("record", "Document"), TRUE, document),
  [FOED_RECORD_NAME] = KIND ("name", NC_("record", "Name"), FALSE, name),
  [FOED_RECORD_IDENTIFIER] = KIND ("identifier", NC_("record", "Identifier"), FALSE, identifier),
  [FOED_RECORD_CITATION] = KIND ("citation", NC_("record", "Citation"), FALSE, citation),
  [FOED_RECORD_INSTRUMENT] = KIND ("instrument", NC_("record", "Treaty"), TRUE, instrument),
  [FOED_RECORD_NAMED_PARTY] = KIND ("named-party", NC_("record", "Party as named"), FALSE, named_party),
  [FOED_RECORD_CLAUSE] = KIND ("clause", NC_("record", "Clause"), TRUE, clause),
  [FOED_RECORD_TEXT] = KIND ("text", NC_("record", "Wording"), FALSE, text),
  [FOED_RECORD_OBLIGATION] = KIND ("obligation", NC_("record", "Obligation"), TRUE, obligation),
  [FOED_RECORD_CONDITION] = KIND ("condition", NC_("record", "Condition"), FALSE, condition),
  [FOED_RECORD_PARTY] = KIND ("party", NC_("record", "Party"), TRUE, party),
  [FOED_RECORD_SUSPENSION] = KIND ("suspension", NC_("record", "Suspension"), TRUE, suspension),
  [FOED_RECORD_MECHANISM] = KIND ("mechanism", NC_("record", "Coordination mechanism"), TRUE, mechanism),
  [FOED_RECORD_IMPACT] = KIND ("impact", NC_("record", "Sovereignty impact"), TRUE, impact),
  [FOED_RECORD_ENFORCEMENT] = KIND ("enforcement", NC_("record", "Enforcement"), TRUE, enforcement),
  [FOED_RECORD_EVENT] = KIND ("event", NC_("record", "Event"), TRUE, event),
};
