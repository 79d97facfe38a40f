-- What each unit is called, now and formerly, as names are compared: a page finds its units without reading the others.
CREATE TABLE unit_name (
  normalised TEXT NOT NULL,
  unit       INTEGER NOT NULL,
  PRIMARY KEY (normalised, unit)
) STRICT, WITHOUT ROWID;
CREATE INDEX unit_name_by_unit ON unit_name (unit);
INSERT OR IGNORE INTO unit_name (normalised, unit)
  SELECT normalise_name(name), id FROM unit WHERE name IS NOT NULL
  UNION SELECT normalise_name(value), unit.id FROM unit, json_each(unit.former_names)
  UNION SELECT normalise_name(value), unit.id FROM unit, json_each(unit.aliases);
