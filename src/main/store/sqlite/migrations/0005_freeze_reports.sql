-- Forms of a closed period, each with all it was made of; a correction is a new version beside the old one. Only the
-- reopening is ever added to a row.
CREATE TABLE frozen_report (
  id            INTEGER PRIMARY KEY,
  form          TEXT NOT NULL,
  period        TEXT NOT NULL,
  version       INTEGER NOT NULL,
  request       TEXT NOT NULL,
  rules         TEXT NOT NULL,
  "values"      TEXT NOT NULL,
  content       BLOB NOT NULL,
  file_name     TEXT NOT NULL,
  sha256        TEXT NOT NULL,
  sequence      INTEGER NOT NULL,
  frozen_at     INTEGER NOT NULL,
  operator      TEXT NOT NULL,
  reason        TEXT,
  reopened_at   INTEGER,
  reopened_by   TEXT,
  reopen_reason TEXT,
  UNIQUE (form, period, version)
) STRICT;
