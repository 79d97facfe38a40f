-- Files that belong to a record: a certificate, a photo, a scan. Their content lies in name.files under its hash, once
-- however many records have it. change_set is the one that first added it to the record.
CREATE TABLE attachment (
  rec        INTEGER NOT NULL,
  sha256     TEXT NOT NULL,
  file_name  TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  type       TEXT NOT NULL,
  note       TEXT NOT NULL,
  change_set INTEGER NOT NULL,
  digest     BLOB NOT NULL,
  PRIMARY KEY (rec, sha256)
) STRICT, WITHOUT ROWID;
CREATE INDEX attachment_by_content ON attachment (sha256);
