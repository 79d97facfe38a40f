-- Notes of records that went with an undone batch: they come back with it.
CREATE TABLE withdrawn_note (
  rec          INTEGER PRIMARY KEY,
  text         TEXT NOT NULL,
  follow_up_on TEXT
) STRICT;
