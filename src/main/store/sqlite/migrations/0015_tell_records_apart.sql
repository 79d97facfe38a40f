-- Records that look like one and of which a person said that no two are (不是同一项): their kind and their numbers.
CREATE TABLE apart_records (
  id      INTEGER PRIMARY KEY,
  digest  BLOB NOT NULL,
  key     TEXT NOT NULL UNIQUE,
  kind    TEXT,
  numbers TEXT
) STRICT;
INSERT INTO record_count (kind, count) VALUES (12, 0);
