-- The register's first shape. Field columns follow src/shared/domain/catalogue/fields.ts; a test compares the two.

CREATE TABLE register_info (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Journal (architecture.md 3): one row per applied change set; `inserted` lists [kind, firstId, lastId] runs.
CREATE TABLE change_set (
  sequence INTEGER PRIMARY KEY,
  at       INTEGER NOT NULL,
  operator TEXT NOT NULL,
  kind     TEXT NOT NULL,
  note     TEXT,
  batch    INTEGER,
  inserted TEXT,
  chain    BLOB NOT NULL
) STRICT;

-- Old values only: the new ones are the next entry's old ones, or the record. op: 1 update, 2 delete.
CREATE TABLE journal (
  kind          INTEGER NOT NULL,
  record        INTEGER NOT NULL,
  change_set    INTEGER NOT NULL,
  op            INTEGER NOT NULL,
  digest_before BLOB NOT NULL,
  old           TEXT,
  PRIMARY KEY (kind, record, change_set)
) STRICT, WITHOUT ROWID;
-- What a change set altered. Removals with an undone batch keep no values: their file tells what they were.
CREATE INDEX journal_by_change_set ON journal (change_set) WHERE old IS NOT NULL;

CREATE TABLE batch (
  id              INTEGER PRIMARY KEY,
  file_name       TEXT NOT NULL,
  sha256          TEXT NOT NULL,
  size_bytes      INTEGER NOT NULL,
  format          TEXT NOT NULL,
  kind            TEXT NOT NULL,
  at              INTEGER NOT NULL,
  operator        TEXT NOT NULL,
  program_version TEXT NOT NULL,
  options         TEXT NOT NULL,
  summary         TEXT NOT NULL,
  state           TEXT NOT NULL CHECK (state IN ('active', 'undone')),
  undone_at       INTEGER,
  -- Over everything a batch never changes (its row, sources and verdicts); carried by the chain of its change set.
  digest          BLOB NOT NULL
) STRICT;
CREATE INDEX batch_by_sha256 ON batch (sha256);

-- One sheet of a batch. `states` lists the fields the sheet speaks about; class orders sources (domain.md 8a).
-- The sources of a batch have consecutive ids. `evidence_sum` is an order-free checksum of the sheet's evidence rows,
-- kept as they are written, so that a check notices a flipped letter without a digest in every row.
CREATE TABLE source (
  id           INTEGER PRIMARY KEY,
  batch        INTEGER NOT NULL REFERENCES batch (id),
  position     INTEGER NOT NULL,
  sheet        TEXT,
  kind         INTEGER NOT NULL,
  class        TEXT NOT NULL,
  states       TEXT NOT NULL,
  header_rows  TEXT NOT NULL,
  mapping      TEXT NOT NULL,
  context      TEXT NOT NULL,
  evidence_sum INTEGER NOT NULL DEFAULT 0,
  UNIQUE (batch, position)
) STRICT;

-- Rows with something to say (rejected, review, skipped, repaired, notices); plain rows are their evidence.
CREATE TABLE row_verdict (
  source  INTEGER NOT NULL REFERENCES source (id),
  row     INTEGER NOT NULL,
  -- Remarks of one row, from 1: a row can be repaired twice.
  number  INTEGER NOT NULL,
  verdict TEXT NOT NULL,
  detail  TEXT NOT NULL,
  PRIMARY KEY (source, row, number)
) STRICT, WITHOUT ROWID;

-- Evidence (architecture.md 4): rec = id * 16 + kind; what a row states = its diff, else the record.
CREATE TABLE evidence (
  rec    INTEGER NOT NULL,
  source INTEGER NOT NULL,
  row    INTEGER NOT NULL,
  diff   TEXT,
  PRIMARY KEY (rec, source, row)
) STRICT, WITHOUT ROWID;

-- Hand edits: fields a person set; they beat every file until withdrawn.
CREATE TABLE hand_edit (
  rec        INTEGER PRIMARY KEY,
  "values"   TEXT NOT NULL,
  change_set INTEGER NOT NULL,
  digest     BLOB NOT NULL
) STRICT;

-- Party and drafting-unit names as written (architecture.md 5).
CREATE TABLE name (
  id   INTEGER PRIMARY KEY,
  text TEXT NOT NULL UNIQUE
) STRICT;
-- A person's decision that a name is (or is not: unit NULL) a unit; automatic matches are computed, never stored.
CREATE TABLE name_decision (
  name     INTEGER PRIMARY KEY REFERENCES name (id),
  unit     INTEGER,
  at       INTEGER NOT NULL,
  operator TEXT NOT NULL
) STRICT;

CREATE TABLE unit (
  id                INTEGER PRIMARY KEY,
  digest            BLOB NOT NULL,
  uscc              TEXT NOT NULL UNIQUE,
  name              TEXT,
  former_names      TEXT,
  district          TEXT,
  zone              TEXT,
  unit_type         TEXT,
  address           TEXT,
  previous_district TEXT,
  moved_on          TEXT,
  ended_on          TEXT
) STRICT;
CREATE INDEX unit_by_name ON unit (name);

CREATE TABLE standard (
  id                INTEGER PRIMARY KEY,
  digest            BLOB NOT NULL,
  standard_no       TEXT NOT NULL UNIQUE,
  title             TEXT,
  kind              TEXT,
  nature            TEXT,
  new_or_revised    TEXT,
  replaces          TEXT,
  published_on      TEXT,
  effective_on      TEXT,
  abolished_on      TEXT,
  stated_status     TEXT,
  ics               TEXT,
  ccs               TEXT,
  committee         TEXT,
  department        TEXT,
  list_length       INTEGER,
  list_complete     INTEGER,
  foreword_lead     TEXT,
  adopts            TEXT,
  adoption          TEXT,
  systems           TEXT,
  list_conflict     INTEGER,
  reported_district TEXT
) STRICT;
CREATE INDEX standard_by_published ON standard (published_on, id);

CREATE TABLE drafting_unit (
  standard_id INTEGER NOT NULL,
  position    INTEGER NOT NULL,
  name        INTEGER NOT NULL,
  PRIMARY KEY (standard_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX drafting_unit_by_name ON drafting_unit (name, standard_id);

CREATE TABLE patent (
  id                  INTEGER PRIMARY KEY,
  digest              BLOB NOT NULL,
  application_number  TEXT NOT NULL UNIQUE,
  type                TEXT,
  title               TEXT,
  owner_uscc          TEXT,
  owner_type          TEXT,
  owner_place         TEXT,
  owner_address       TEXT,
  filed_on            TEXT,
  granted_on          TEXT,
  lapsed_on           TEXT,
  stated_status       TEXT,
  legal_event         TEXT,
  publications        TEXT,
  ipc                 TEXT,
  pct_number          TEXT,
  strategic           INTEGER,
  overseas_family     INTEGER,
  ten_years           INTEGER,
  pledge              INTEGER,
  award               INTEGER,
  criteria_stated     INTEGER,
  listed_high_value   INTEGER
) STRICT;

CREATE TABLE party (
  patent_id INTEGER NOT NULL,
  position  INTEGER NOT NULL,
  name      INTEGER NOT NULL,
  PRIMARY KEY (patent_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE trademark (
  id                  INTEGER PRIMARY KEY,
  digest              BLOB NOT NULL,
  registration_number TEXT NOT NULL UNIQUE,
  name                TEXT,
  classes             TEXT,
  owner_name          INTEGER,
  owner_uscc          TEXT,
  owner_place         TEXT,
  owner_address       TEXT,
  applied_on          TEXT,
  registered_on       TEXT,
  term_start_on       TEXT,
  term_end_on         TEXT,
  cancelled_on        TEXT,
  stated_status       TEXT
) STRICT;

CREATE TABLE honour (
  id            INTEGER PRIMARY KEY,
  digest        BLOB NOT NULL,
  key           TEXT NOT NULL UNIQUE,
  honour        TEXT,
  level         TEXT,
  session       TEXT,
  recipient     TEXT,
  uscc          TEXT,
  category      TEXT,
  object_number TEXT,
  district      TEXT,
  document      TEXT,
  published_on  TEXT,
  status        TEXT
) STRICT;

CREATE TABLE pilot (
  id         INTEGER PRIMARY KEY,
  digest     BLOB NOT NULL,
  key        TEXT NOT NULL UNIQUE,
  project    TEXT,
  pilot_type TEXT,
  level      TEXT,
  name       TEXT,
  uscc       TEXT,
  district   TEXT,
  year       INTEGER,
  status     TEXT
) STRICT;

CREATE TABLE pct (
  id            INTEGER PRIMARY KEY,
  digest        BLOB NOT NULL,
  pct_number    TEXT NOT NULL UNIQUE,
  title         TEXT,
  received_on   TEXT,
  owner_uscc    TEXT,
  owner_place   TEXT,
  owner_address TEXT
) STRICT;

CREATE TABLE pct_applicant (
  pct_id   INTEGER NOT NULL,
  position INTEGER NOT NULL,
  name     INTEGER NOT NULL,
  PRIMARY KEY (pct_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE population (
  id             INTEGER PRIMARY KEY,
  digest         BLOB NOT NULL,
  key            TEXT NOT NULL UNIQUE,
  region         TEXT,
  series         TEXT,
  year           INTEGER,
  population_wan REAL
) STRICT;

CREATE TABLE market_entities (
  id       INTEGER PRIMARY KEY,
  digest   BLOB NOT NULL,
  key      TEXT NOT NULL UNIQUE,
  region   TEXT,
  year     INTEGER,
  entities INTEGER
) STRICT;

CREATE TABLE indicator (
  id        INTEGER PRIMARY KEY,
  digest    BLOB NOT NULL,
  key       TEXT NOT NULL UNIQUE,
  region    TEXT,
  indicator TEXT,
  period    TEXT,
  heading   TEXT,
  value     REAL,
  unit      TEXT,
  growth    TEXT,
  share     TEXT,
  rank      INTEGER
) STRICT;

-- Two-character search (performance.md 2): bigram tokens made in JavaScript, hits checked against the text.
CREATE VIRTUAL TABLE unit_search      USING fts5(tokens, content='', contentless_delete=1, detail=none, tokenize='ascii');
CREATE VIRTUAL TABLE standard_search  USING fts5(tokens, content='', contentless_delete=1, detail=none, tokenize='ascii');
CREATE VIRTUAL TABLE patent_search    USING fts5(tokens, content='', contentless_delete=1, detail=none, tokenize='ascii');
CREATE VIRTUAL TABLE trademark_search USING fts5(tokens, content='', contentless_delete=1, detail=none, tokenize='ascii');
-- Deleted rows are only marked and go when segments are merged anyway: undoing a batch must not rewrite the index.
INSERT INTO unit_search (unit_search, rank) VALUES ('deletemerge', 0);
INSERT INTO standard_search (standard_search, rank) VALUES ('deletemerge', 0);
INSERT INTO patent_search (patent_search, rank) VALUES ('deletemerge', 0);
INSERT INTO trademark_search (trademark_search, rank) VALUES ('deletemerge', 0);

-- Reports produced, with everything needed to produce them again.
CREATE TABLE report (
  id          INTEGER PRIMARY KEY,
  form        TEXT NOT NULL,
  period      TEXT NOT NULL,
  as_of       TEXT NOT NULL,
  parameters  TEXT NOT NULL,
  "values"    TEXT NOT NULL,
  file_name   TEXT NOT NULL,
  sha256      TEXT NOT NULL,
  sequence    INTEGER NOT NULL,
  produced_at INTEGER NOT NULL,
  operator    TEXT NOT NULL
) STRICT;
