-- SPDX-License-Identifier: GPL-3.0-or-later
-- The first version of the library file.
--
-- Every record has a row in "record" (its place in the tree) and one in the table of its kind (its values). Ids are the
-- ids of XML. Columns follow the tables of the model; a test compares them. A date has a second column, its first
-- (begin) or last (end) possible day, counted as GDate does. A coded cell has a second column with its state. Lists of
-- references are in "reference"; its positions only tell the order: a list that changed is written anew behind the
-- positions it had, so that a changeset holds both lists whole. Nothing is deleted by a foreign key: that would
-- not be undone in the right order.
--
-- Tables named derived_… and the search index are made from the others and are not recorded in the history.

CREATE TABLE record (
  key INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  parent TEXT REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  alliance TEXT
) STRICT;

CREATE INDEX record_parent ON record (parent, position);
CREATE INDEX record_alliance ON record (alliance, kind);

-- The kind is that of the record that refers.
CREATE TABLE reference (
  record TEXT NOT NULL REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  field TEXT NOT NULL,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  target TEXT NOT NULL REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (record, field, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX reference_target ON reference (target, field);

CREATE TABLE source (
  id TEXT NOT NULL PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT NOT NULL,
  "published" TEXT,
  published_day INTEGER,
  "title" TEXT NOT NULL,
  "author" TEXT,
  "publisher" TEXT,
  "licence" TEXT,
  "note" TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE place (
  id TEXT NOT NULL PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT NOT NULL,
  "within" TEXT REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "latitude" REAL,
  "longitude" REAL,
  "title" TEXT NOT NULL,
  "note" TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE sovereign (
  id TEXT NOT NULL PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "state" TEXT NOT NULL REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "begin" TEXT,
  begin_day INTEGER,
  "end" TEXT,
  end_day INTEGER,
  "note" TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE state (
  id TEXT NOT NULL PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "iso3" TEXT,
  "cow" INTEGER,
  "region" TEXT,
  "capital" TEXT REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "title" TEXT NOT NULL,
  "note" TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE spell (
  id TEXT NOT NULL PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "begin" TEXT,
  begin_day INTEGER,
  "end" TEXT,
  end_day INTEGER,
  "note" TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE succession (
  id TEXT NOT NULL PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "state" TEXT NOT NULL REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "on" TEXT,
  on_day INTEGER,
  "note" TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE alliance (
  id TEXT NOT NULL PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "begin" TEXT,
  begin_day INTEGER,
  "end" TEXT,
  end_day INTEGER,
  "end_mode" TEXT,
  "region" TEXT,
  "title" TEXT NOT NULL,
  "summary" TEXT,
  "note" TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE document (
  id TEXT NOT NULL PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT NOT NULL,
  "dialect" TEXT,
  "hash" TEXT,
  "title" TEXT NOT NULL,
  "summary" TEXT,
  "note" TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE name (
  id TEXT NOT NULL PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT NOT NULL,
  "language" TEXT,
  "value" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE identifier (
  id TEXT NOT NULL PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "scheme" TEXT NOT NULL,
  "value" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE citation (
  id TEXT NOT NULL PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "source" TEXT NOT NULL REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "pinpoint" TEXT,
  "confidence" TEXT NOT NULL,
  "field" TEXT,
  "states_otherwise" TEXT,
  "note" TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE instrument (
  id TEXT NOT NULL PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "form" TEXT NOT NULL,
  "force" TEXT,
  "secrecy" TEXT,
  secrecy_cell TEXT NOT NULL DEFAULT 'not-coded'
    CHECK (("secrecy" IS NULL) = (secrecy_cell IN ('silent', 'not-coded', 'text-missing'))),
  "known" TEXT,
  known_day INTEGER,
  "signed" TEXT,
  signed_day INTEGER,
  "place" TEXT REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "begin" TEXT,
  begin_day INTEGER,
  "end" TEXT,
  end_day INTEGER,
  "end_mode" TEXT,
  "term_months" INTEGER,
  term_months_cell TEXT NOT NULL DEFAULT 'not-coded'
    CHECK (("term_months" IS NULL) = (term_months_cell IN ('silent', 'not-coded', 'text-missing'))),
  "renewal_months" INTEGER,
  renewal_months_cell TEXT NOT NULL DEFAULT 'not-coded'
    CHECK (("renewal_months" IS NULL) = (renewal_months_cell IN ('silent', 'not-coded', 'text-missing'))),
  "notice_months" INTEGER,
  notice_months_cell TEXT NOT NULL DEFAULT 'not-coded'
    CHECK (("notice_months" IS NULL) = (notice_months_cell IN ('silent', 'not-coded', 'text-missing'))),
  "depositary" TEXT,
  "title" TEXT NOT NULL,
  "summary" TEXT,
  "note" TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE named_party (
  id TEXT NOT NULL PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "state" TEXT REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "iso3" TEXT,
  "cow" INTEGER,
  "role" TEXT,
  "entry" TEXT,
  "value" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE clause (
  id TEXT NOT NULL PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT NOT NULL,
  "number" TEXT,
  "function" TEXT,
  "begin" TEXT,
  begin_day INTEGER,
  "end" TEXT,
  end_day INTEGER,
  "title" TEXT,
  "summary" TEXT,
  "note" TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE "text" (
  id TEXT NOT NULL PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "language" TEXT NOT NULL,
  "content" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE obligation (
  id TEXT NOT NULL PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT NOT NULL,
  "presence" TEXT,
  "strength" TEXT,
  strength_cell TEXT NOT NULL DEFAULT 'not-coded'
    CHECK (("strength" IS NULL) = (strength_cell IN ('silent', 'not-coded', 'text-missing'))),
  "response" TEXT,
  response_cell TEXT NOT NULL DEFAULT 'not-coded'
    CHECK (("response" IS NULL) = (response_cell IN ('silent', 'not-coded', 'text-missing'))),
  "begin" TEXT,
  begin_day INTEGER,
  "end" TEXT,
  end_day INTEGER,
  "summary" TEXT,
  "note" TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE condition (
  id TEXT NOT NULL PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT NOT NULL,
  "presence" TEXT,
  "threat" TEXT,
  "adversary" TEXT,
  "count" INTEGER,
  "clause" TEXT REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "note" TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE party (
  id TEXT NOT NULL PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "state" TEXT NOT NULL REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "role" TEXT NOT NULL,
  "begin" TEXT,
  begin_day INTEGER,
  "end" TEXT,
  end_day INTEGER,
  "entry" TEXT,
  "exit" TEXT,
  "instrument" TEXT REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "note" TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE suspension (
  id TEXT NOT NULL PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "begin" TEXT,
  begin_day INTEGER,
  "end" TEXT,
  end_day INTEGER,
  "note" TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE mechanism (
  id TEXT NOT NULL PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT NOT NULL,
  "basis" TEXT NOT NULL,
  "presence" TEXT,
  "clause" TEXT REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "instrument" TEXT REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "place" TEXT REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "begin" TEXT,
  begin_day INTEGER,
  "end" TEXT,
  end_day INTEGER,
  "title" TEXT NOT NULL,
  "summary" TEXT,
  "note" TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE impact (
  id TEXT NOT NULL PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "domain" TEXT NOT NULL,
  "level" TEXT,
  level_cell TEXT NOT NULL DEFAULT 'not-coded'
    CHECK (("level" IS NULL) = (level_cell IN ('silent', 'not-coded', 'text-missing'))),
  "direction" TEXT NOT NULL,
  "clause" TEXT REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "obligation" TEXT REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "mechanism" TEXT REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "begin" TEXT,
  begin_day INTEGER,
  "end" TEXT,
  end_day INTEGER,
  "summary" TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE enforcement (
  id TEXT NOT NULL PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT NOT NULL,
  "presence" TEXT,
  "clause" TEXT REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "begin" TEXT,
  begin_day INTEGER,
  "end" TEXT,
  end_day INTEGER,
  "summary" TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE event (
  id TEXT NOT NULL PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT NOT NULL,
  "begin" TEXT NOT NULL,
  begin_day INTEGER NOT NULL,
  "end" TEXT,
  end_day INTEGER,
  "instrument" TEXT REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "clause" TEXT REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "threat" TEXT,
  "place" TEXT REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "title" TEXT NOT NULL,
  "summary" TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX place_within ON place ("within");
CREATE INDEX sovereign_state ON sovereign ("state");
CREATE INDEX state_capital ON state ("capital");
CREATE INDEX succession_state ON succession ("state");
CREATE INDEX citation_source ON citation ("source");
CREATE INDEX document_hash ON document ("hash");
CREATE INDEX named_party_state ON named_party ("state");
CREATE INDEX instrument_place ON instrument ("place");
CREATE INDEX condition_clause ON condition ("clause");
CREATE INDEX party_state ON party ("state");
CREATE INDEX party_instrument ON party ("instrument");
CREATE INDEX mechanism_clause ON mechanism ("clause");
CREATE INDEX mechanism_instrument ON mechanism ("instrument");
CREATE INDEX mechanism_place ON mechanism ("place");
CREATE INDEX impact_clause ON impact ("clause");
CREATE INDEX impact_obligation ON impact ("obligation");
CREATE INDEX impact_mechanism ON impact ("mechanism");
CREATE INDEX enforcement_clause ON enforcement ("clause");
CREATE INDEX event_instrument ON event ("instrument");
CREATE INDEX event_clause ON event ("clause");
CREATE INDEX event_place ON event ("place");

-- What can be searched, one row a record that has words of its own. The program keeps the index: with triggers, SQLite
-- would write it out after each row, and would have to trust them. Rows have the key of their record. A name, an
-- identifier or a wording is a row of its own; who searches goes on from it to its parent.
CREATE VIEW search_source (key, title, body) AS
  SELECT r.key, t.title, ifnull(t.author, '') || char(10) || ifnull(t.publisher, '') || char(10) || ifnull(t.note, '')
    FROM record r JOIN source t ON t.id = r.id WHERE r.kind = 'source'
  UNION ALL
  SELECT r.key, t.title, t.note
    FROM record r JOIN place t ON t.id = r.id WHERE r.kind = 'place'
  UNION ALL
  SELECT r.key, t.title, ifnull(t.iso3, '') || char(10) || ifnull(t.note, '')
    FROM record r JOIN state t ON t.id = r.id WHERE r.kind = 'state'
  UNION ALL
  SELECT r.key, t.title, ifnull(t.summary, '') || char(10) || ifnull(t.note, '')
    FROM record r JOIN alliance t ON t.id = r.id WHERE r.kind = 'alliance'
  UNION ALL
  SELECT r.key, t.title, ifnull(t.summary, '') || char(10) || ifnull(t.note, '')
    FROM record r JOIN document t ON t.id = r.id WHERE r.kind = 'document'
  UNION ALL
  SELECT r.key, t.value, NULL
    FROM record r JOIN name t ON t.id = r.id WHERE r.kind = 'name'
  UNION ALL
  SELECT r.key, t.value, NULL
    FROM record r JOIN identifier t ON t.id = r.id WHERE r.kind = 'identifier'
  UNION ALL
  SELECT r.key, t.title,
           ifnull(t.depositary, '') || char(10) || ifnull(t.summary, '') || char(10) || ifnull(t.note, '')
    FROM record r JOIN instrument t ON t.id = r.id WHERE r.kind = 'instrument'
  UNION ALL
  SELECT r.key, t.value, NULL
    FROM record r JOIN named_party t ON t.id = r.id WHERE r.kind = 'named-party'
  UNION ALL
  SELECT r.key, t.title, ifnull(t.number, '') || char(10) || ifnull(t.summary, '') || char(10) || ifnull(t.note, '')
    FROM record r JOIN clause t ON t.id = r.id WHERE r.kind = 'clause'
      AND coalesce (t.title, t.number, t.summary, t.note) IS NOT NULL
  UNION ALL
  SELECT r.key, NULL, t.content
    FROM record r JOIN "text" t ON t.id = r.id WHERE r.kind = 'text'
  UNION ALL
  SELECT r.key, NULL, ifnull(t.summary, '') || char(10) || ifnull(t.note, '')
    FROM record r JOIN obligation t ON t.id = r.id WHERE r.kind = 'obligation'
      AND coalesce (t.summary, t.note) IS NOT NULL
  UNION ALL
  SELECT r.key, NULL, t.note
    FROM record r JOIN condition t ON t.id = r.id WHERE r.kind = 'condition' AND t.note IS NOT NULL
  UNION ALL
  SELECT r.key, NULL, t.note
    FROM record r JOIN party t ON t.id = r.id WHERE r.kind = 'party' AND t.note IS NOT NULL
  UNION ALL
  SELECT r.key, NULL, t.note
    FROM record r JOIN suspension t ON t.id = r.id WHERE r.kind = 'suspension' AND t.note IS NOT NULL
  UNION ALL
  SELECT r.key, t.title, ifnull(t.summary, '') || char(10) || ifnull(t.note, '')
    FROM record r JOIN mechanism t ON t.id = r.id WHERE r.kind = 'mechanism'
  UNION ALL
  SELECT r.key, NULL, t.summary
    FROM record r JOIN impact t ON t.id = r.id WHERE r.kind = 'impact' AND t.summary IS NOT NULL
  UNION ALL
  SELECT r.key, NULL, t.summary
    FROM record r JOIN enforcement t ON t.id = r.id WHERE r.kind = 'enforcement' AND t.summary IS NOT NULL
  UNION ALL
  SELECT r.key, t.title, t.summary
    FROM record r JOIN event t ON t.id = r.id WHERE r.kind = 'event';

CREATE VIRTUAL TABLE search USING fts5 (
  title, body,
  content = 'search_source', content_rowid = 'key',
  tokenize = 'unicode61 remove_diacritics 2', prefix = '3 4 5'
);

-- What follows is made from the tables above by FoedDerived, anew for each tree of records that changes.

-- Every record with an id of its own: its key, the record at the top of its tree, its parent (0 at the top), its
-- place in the order of the document and, within alliances and documents, when it is in force. A record that never is
-- has a first day after its last.
CREATE TABLE derived_row (
  key INTEGER NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  root TEXT NOT NULL,
  parent INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  first_day INTEGER NOT NULL,
  last_day INTEGER NOT NULL,
  certain_first_day INTEGER NOT NULL,
  certain_last_day INTEGER NOT NULL
) STRICT;

CREATE INDEX derived_row_kind ON derived_row (kind, root, ordinal, first_day, last_day);

-- What obligations are narrowed by. Present: stated or implied, not silent, not coded or lost.
CREATE TABLE derived_obligation (
  key INTEGER NOT NULL PRIMARY KEY,
  root TEXT NOT NULL,
  clause INTEGER NOT NULL,
  kind TEXT NOT NULL,
  strength TEXT,
  present INTEGER NOT NULL,
  first_day INTEGER NOT NULL,
  last_day INTEGER NOT NULL
) STRICT;

CREATE INDEX derived_obligation_root ON derived_obligation (root);
CREATE INDEX derived_obligation_clause ON derived_obligation (clause);

-- What triggers an obligation: from the beginning, or since its clause was extended to it.
CREATE TABLE derived_threat (
  obligation INTEGER NOT NULL,
  threat TEXT NOT NULL,
  first_day INTEGER NOT NULL,
  PRIMARY KEY (obligation, threat)
) STRICT, WITHOUT ROWID;

-- Who owes what to whom when.
CREATE TABLE derived_owing (
  obligation INTEGER NOT NULL,
  promisor TEXT NOT NULL,
  beneficiary TEXT NOT NULL,
  first_day INTEGER NOT NULL,
  last_day INTEGER NOT NULL,
  PRIMARY KEY (obligation, promisor, beneficiary, first_day)
) STRICT, WITHOUT ROWID;

CREATE INDEX derived_owing_promisor ON derived_owing (promisor, beneficiary, first_day, last_day);
CREATE INDEX derived_owing_beneficiary ON derived_owing (beneficiary, first_day, last_day);

-- The same for one side at a time, whoever the other is: side is 'promisor' or 'beneficiary'.
CREATE TABLE derived_side (
  obligation INTEGER NOT NULL,
  side TEXT NOT NULL,
  state TEXT NOT NULL,
  first_day INTEGER NOT NULL,
  last_day INTEGER NOT NULL,
  PRIMARY KEY (obligation, side, state, first_day)
) STRICT, WITHOUT ROWID;

CREATE INDEX derived_side_state ON derived_side (state, side, first_day, last_day);

-- What alliances and states are narrowed by, apart from obligations, and when it holds.
CREATE TABLE derived_facet (
  facet TEXT NOT NULL,
  value TEXT NOT NULL,
  root TEXT NOT NULL,
  first_day INTEGER NOT NULL,
  last_day INTEGER NOT NULL,
  PRIMARY KEY (facet, value, root, first_day)
) STRICT, WITHOUT ROWID;

CREATE INDEX derived_facet_root ON derived_facet (root, facet, value, first_day, last_day);

-- Where the user wants something to be in a layout of the graph. It is the user's own: no record refers to it and it
-- refers to none, so that it outlives an import.
CREATE TABLE pin (
  layout TEXT NOT NULL,
  record TEXT NOT NULL,
  x REAL NOT NULL,
  y REAL NOT NULL,
  PRIMARY KEY (layout, record)
) STRICT, WITHOUT ROWID;

-- What was done, with the changeset that undoes it.
CREATE TABLE history (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  label TEXT NOT NULL,
  moment INTEGER NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
  n_new INTEGER NOT NULL,
  n_changed INTEGER NOT NULL,
  n_removed INTEGER NOT NULL,
  report TEXT
) STRICT;

-- A changeset in pieces, each compressed, so that a large import needs little memory.
CREATE TABLE history_changeset (
  number INTEGER NOT NULL REFERENCES history (number) ON DELETE CASCADE,
  piece INTEGER NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY (number, piece)
) STRICT;
