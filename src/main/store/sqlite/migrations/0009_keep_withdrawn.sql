-- What the rows of an undone batch supported: a redo reads the kept file again, and this tells which record each row was
-- about (by its natural key, should it have to come back) and where the row said something else than the record.
CREATE TABLE withdrawn (
  source INTEGER NOT NULL,
  row    INTEGER NOT NULL,
  rec    INTEGER NOT NULL,
  key    TEXT NOT NULL,
  diff   TEXT,
  PRIMARY KEY (source, row, rec)
) STRICT, WITHOUT ROWID;
-- The checksum of these rows, as `evidence_sum` is of the evidence.
ALTER TABLE source ADD COLUMN withdrawn_sum INTEGER NOT NULL DEFAULT 0;
