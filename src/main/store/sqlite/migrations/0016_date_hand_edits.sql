-- Since which change set each field of a person's word stands, {"field": sequence}; those set by the row's own change set
-- are left out. What was edited in an export holds before words that the export shows already.
ALTER TABLE hand_edit ADD COLUMN since TEXT;
