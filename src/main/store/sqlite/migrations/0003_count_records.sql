-- How many records of each kind there are: counting a million anew costs more than showing the first page of them.
CREATE TABLE record_count (
  kind  INTEGER PRIMARY KEY,
  count INTEGER NOT NULL
) STRICT;
INSERT INTO record_count (kind, count) VALUES
  (0, (SELECT count(*) FROM unit)),
  (1, (SELECT count(*) FROM standard)),
  (2, (SELECT count(*) FROM patent)),
  (3, (SELECT count(*) FROM trademark)),
  (4, (SELECT count(*) FROM honour)),
  (5, (SELECT count(*) FROM pilot)),
  (6, (SELECT count(*) FROM pct)),
  (7, (SELECT count(*) FROM population)),
  (8, (SELECT count(*) FROM market_entities)),
  (9, (SELECT count(*) FROM indicator));
