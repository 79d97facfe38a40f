-- Units that a person joined, and what a person said about names: which mean one unit, and which do not.
ALTER TABLE unit ADD COLUMN aliases TEXT;
ALTER TABLE unit ADD COLUMN renamed_on TEXT;
ALTER TABLE unit ADD COLUMN parent TEXT;
ALTER TABLE unit ADD COLUMN merged_into TEXT;

CREATE TABLE name_link (
  id      INTEGER PRIMARY KEY,
  digest  BLOB NOT NULL,
  key     TEXT NOT NULL UNIQUE,
  verdict TEXT,
  names   TEXT
) STRICT;
INSERT INTO record_count (kind, count) VALUES (10, 0);
