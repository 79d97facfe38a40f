-- What became of each row that came in (new, changed, same), in runs of rows: rows that did not come in have a verdict of
-- their own, and which record a row supports says the evidence.
CREATE TABLE row_outcome (
  source INTEGER PRIMARY KEY REFERENCES source (id),
  runs   TEXT NOT NULL
) STRICT;
