-- Indicators that the office defines itself, a row for each version; the newest version of an indicator counts.
CREATE TABLE own_indicator (
  id         INTEGER PRIMARY KEY,
  digest     BLOB NOT NULL,
  key        TEXT NOT NULL UNIQUE,
  indicator  TEXT,
  version    INTEGER,
  label      TEXT,
  definition TEXT,
  retired    INTEGER
) STRICT;
INSERT INTO record_count (kind, count) VALUES (11, 0);
