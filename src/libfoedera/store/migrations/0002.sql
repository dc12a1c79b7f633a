-- SPDX-License-Identifier: GPL-3.0-or-later
-- Long listings in the order of their titles and numbers, and facets of many obligations, without reading every record.
-- The program makes the derived tables anew after this.

DROP TABLE derived_row;

-- As before; and what the record is sorted by: its title, and the number of a clause, without case and accents, and
-- with numbers such that they sort by value.
CREATE TABLE derived_row (
  key INTEGER NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  root TEXT NOT NULL,
  parent INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  first_day INTEGER NOT NULL,
  last_day INTEGER NOT NULL,
  certain_first_day INTEGER NOT NULL,
  certain_last_day INTEGER NOT NULL,
  title_key TEXT,
  number_key TEXT
) STRICT;

-- Of indexes that serve as well, SQLite takes the one that was made last: rows in the order of the document are those
-- whose records lie beside each other.
CREATE INDEX derived_row_title ON derived_row (kind, title_key, root, ordinal, first_day, last_day);
CREATE INDEX derived_row_number ON derived_row (kind, number_key, root, ordinal, first_day, last_day);
CREATE INDEX derived_row_kind ON derived_row (kind, root, ordinal, first_day, last_day);

-- How many clauses and obligations of a tree have a value of a facet, from one day to another, without gaps between
-- equal numbers. One row of each value also tells how many there are at any time; where none ever counts, that row has
-- a first day after its last.
CREATE TABLE derived_count (
  facet TEXT NOT NULL,
  value TEXT NOT NULL,
  root TEXT NOT NULL,
  first_day INTEGER NOT NULL,
  last_day INTEGER NOT NULL,
  clauses INTEGER NOT NULL,
  obligations INTEGER NOT NULL,
  all_clauses INTEGER NOT NULL,
  all_obligations INTEGER NOT NULL,
  PRIMARY KEY (facet, value, root, first_day)
) STRICT, WITHOUT ROWID;

CREATE INDEX derived_count_root ON derived_count (root);
