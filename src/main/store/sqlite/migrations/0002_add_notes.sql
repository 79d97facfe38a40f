-- What a person wants to come back to (待核实): at most one note a record, with the day to do it.
CREATE TABLE note (
  rec          INTEGER PRIMARY KEY,
  text         TEXT NOT NULL,
  follow_up_on TEXT,
  change_set   INTEGER NOT NULL,
  digest       BLOB NOT NULL
) STRICT;
CREATE INDEX note_by_follow_up ON note (follow_up_on, rec);
