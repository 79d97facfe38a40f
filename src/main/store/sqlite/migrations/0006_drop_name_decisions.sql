-- What a person says about names are name_link records; no program ever wrote a decision here.
DROP TABLE name_decision;
