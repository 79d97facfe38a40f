-- Short words that clerks put on records, as a JSON list. Few records have any: the index holds only those, in the order
-- of their ids, so that counting tags never reads the records without.
ALTER TABLE unit ADD COLUMN tags TEXT;
ALTER TABLE standard ADD COLUMN tags TEXT;
ALTER TABLE patent ADD COLUMN tags TEXT;
ALTER TABLE trademark ADD COLUMN tags TEXT;
ALTER TABLE honour ADD COLUMN tags TEXT;
ALTER TABLE pilot ADD COLUMN tags TEXT;
ALTER TABLE pct ADD COLUMN tags TEXT;
ALTER TABLE population ADD COLUMN tags TEXT;
ALTER TABLE market_entities ADD COLUMN tags TEXT;
ALTER TABLE indicator ADD COLUMN tags TEXT;
CREATE INDEX unit_with_tags ON unit (id, tags) WHERE tags IS NOT NULL;
CREATE INDEX standard_with_tags ON standard (id, tags) WHERE tags IS NOT NULL;
CREATE INDEX patent_with_tags ON patent (id, tags) WHERE tags IS NOT NULL;
CREATE INDEX trademark_with_tags ON trademark (id, tags) WHERE tags IS NOT NULL;
CREATE INDEX honour_with_tags ON honour (id, tags) WHERE tags IS NOT NULL;
CREATE INDEX pilot_with_tags ON pilot (id, tags) WHERE tags IS NOT NULL;
CREATE INDEX pct_with_tags ON pct (id, tags) WHERE tags IS NOT NULL;
CREATE INDEX population_with_tags ON population (id, tags) WHERE tags IS NOT NULL;
CREATE INDEX market_entities_with_tags ON market_entities (id, tags) WHERE tags IS NOT NULL;
CREATE INDEX indicator_with_tags ON indicator (id, tags) WHERE tags IS NOT NULL;
