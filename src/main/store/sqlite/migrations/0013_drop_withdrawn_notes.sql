-- A record with a note stays when its batch is undone, so no note ever waits for a return.
DROP TABLE withdrawn_note;
