-- SPDX-License-Identifier: GPL-3.0-or-later
-- The first version of the library file.
--
-- Every record has a row in "record" (its place in the tree) and one in the table of its kind (its values). Ids are the
-- ids of XML. Columns follow the tables of the model; a test compares them. A date has a second column, its first
-- (begin) or last (end) possible day, counted as GDate does. A coded cell has a second column with its state. Lists of
-- references are in "reference".
--
-- Tables named derived_… and the search index are made from the others and are not recorded in the history.

CREATE TABLE record (
  key INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  parent TEXT REFERENCES record (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  alliance TEXT
) STRICT;

CREATE INDEX record_parent ON record (parent, position);
CREATE INDEX record_alliance ON record (alliance, kind);
CREATE INDEX record_kind ON record (kind, id);

CREATE TABLE reference (
  record TEXT NOT NULL REFERENCES record (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  field TEXT NOT NULL,
  position INTEGER NOT NULL,
  target TEXT NOT NULL REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (record, field, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX reference_target ON reference (target, field);

CREATE TABLE source (
  id TEXT NOT NULL PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT NOT NULL,
  "published" TEXT,
  published_day INTEGER,
  "title" TEXT NOT NULL,
  "author" TEXT,
  "publisher" TEXT,
  "licence" TEXT,
  "note" TEXT
) STRICT;

CREATE TABLE place (
  id TEXT NOT NULL PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT NOT NULL,
  "within" TEXT REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "latitude" REAL,
  "longitude" REAL,
  "title" TEXT NOT NULL,
  "note" TEXT
) STRICT;

CREATE TABLE sovereign (
  id TEXT NOT NULL PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "state" TEXT NOT NULL REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "begin" TEXT,
  begin_day INTEGER,
  "end" TEXT,
  end_day INTEGER,
  "note" TEXT
) STRICT;

CREATE TABLE state (
  id TEXT NOT NULL PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "iso3" TEXT,
  "cow" INTEGER,
  "region" TEXT,
  "capital" TEXT REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "title" TEXT NOT NULL,
  "note" TEXT
) STRICT;

CREATE TABLE spell (
  id TEXT NOT NULL PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "begin" TEXT,
  begin_day INTEGER,
  "end" TEXT,
  end_day INTEGER,
  "note" TEXT
) STRICT;

CREATE TABLE succession (
  id TEXT NOT NULL PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "state" TEXT NOT NULL REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "on" TEXT,
  on_day INTEGER,
  "note" TEXT
) STRICT;

CREATE TABLE alliance (
  id TEXT NOT NULL PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "begin" TEXT,
  begin_day INTEGER,
  "end" TEXT,
  end_day INTEGER,
  "end_mode" TEXT,
  "region" TEXT,
  "title" TEXT NOT NULL,
  "summary" TEXT,
  "note" TEXT
) STRICT;

CREATE TABLE name (
  id TEXT NOT NULL PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT NOT NULL,
  "language" TEXT,
  "value" TEXT NOT NULL
) STRICT;

CREATE TABLE identifier (
  id TEXT NOT NULL PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "scheme" TEXT NOT NULL,
  "value" TEXT NOT NULL
) STRICT;

CREATE TABLE citation (
  id TEXT NOT NULL PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "source" TEXT NOT NULL REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "pinpoint" TEXT,
  "confidence" TEXT NOT NULL,
  "field" TEXT,
  "states_otherwise" TEXT,
  "note" TEXT
) STRICT;

CREATE TABLE instrument (
  id TEXT NOT NULL PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
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
) STRICT;

CREATE TABLE clause (
  id TEXT NOT NULL PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
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
) STRICT;

CREATE TABLE "text" (
  id TEXT NOT NULL PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "language" TEXT NOT NULL,
  "content" TEXT NOT NULL
) STRICT;

CREATE TABLE obligation (
  id TEXT NOT NULL PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
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
) STRICT;

CREATE TABLE condition (
  id TEXT NOT NULL PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT NOT NULL,
  "presence" TEXT,
  "threat" TEXT,
  "adversary" TEXT,
  "count" INTEGER,
  "clause" TEXT REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "note" TEXT
) STRICT;

CREATE TABLE party (
  id TEXT NOT NULL PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
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
) STRICT;

CREATE TABLE suspension (
  id TEXT NOT NULL PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "begin" TEXT,
  begin_day INTEGER,
  "end" TEXT,
  end_day INTEGER,
  "note" TEXT
) STRICT;

CREATE TABLE mechanism (
  id TEXT NOT NULL PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
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
) STRICT;

CREATE TABLE impact (
  id TEXT NOT NULL PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
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
) STRICT;

CREATE TABLE enforcement (
  id TEXT NOT NULL PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT NOT NULL,
  "presence" TEXT,
  "clause" TEXT REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  "begin" TEXT,
  begin_day INTEGER,
  "end" TEXT,
  end_day INTEGER,
  "summary" TEXT
) STRICT;

CREATE TABLE event (
  id TEXT NOT NULL PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
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
) STRICT;

CREATE INDEX place_within ON place ("within");
CREATE INDEX sovereign_state ON sovereign ("state");
CREATE INDEX state_capital ON state ("capital");
CREATE INDEX succession_state ON succession ("state");
CREATE INDEX citation_source ON citation ("source");
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

-- What is in force when, and who owes what to whom when: computed by FoedForce, rewritten with each alliance.
CREATE TABLE derived_period (
  record TEXT NOT NULL PRIMARY KEY,
  alliance TEXT NOT NULL,
  first_day INTEGER NOT NULL,
  last_day INTEGER NOT NULL,
  certain_first_day INTEGER NOT NULL,
  certain_last_day INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX derived_period_alliance ON derived_period (alliance);

CREATE TABLE derived_owing (
  obligation TEXT NOT NULL,
  promisor TEXT NOT NULL,
  beneficiary TEXT NOT NULL,
  first_day INTEGER NOT NULL,
  last_day INTEGER NOT NULL,
  alliance TEXT NOT NULL,
  PRIMARY KEY (obligation, promisor, beneficiary, first_day)
) STRICT, WITHOUT ROWID;

CREATE INDEX derived_owing_alliance ON derived_owing (alliance);
CREATE INDEX derived_owing_promisor ON derived_owing (promisor);
CREATE INDEX derived_owing_beneficiary ON derived_owing (beneficiary);

-- What was done, with the changeset that undoes it.
CREATE TABLE history (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  label TEXT NOT NULL,
  moment INTEGER NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
  n_new INTEGER NOT NULL,
  n_changed INTEGER NOT NULL,
  n_removed INTEGER NOT NULL
) STRICT;

-- A changeset in pieces, each compressed, so that a large import needs little memory.
CREATE TABLE history_changeset (
  number INTEGER NOT NULL REFERENCES history (number) ON DELETE CASCADE,
  piece INTEGER NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY (number, piece)
) STRICT;
