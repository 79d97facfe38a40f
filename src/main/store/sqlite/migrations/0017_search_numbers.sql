-- Patents are also found by their publications and the number of their international application: the index is made anew.
-- Lists go in as they are kept, for one that cannot be read must not keep a register from being opened.
DROP TABLE patent_search;
CREATE VIRTUAL TABLE patent_search USING fts5(tokens, content='', contentless_delete=1, detail=none, tokenize='ascii');
INSERT INTO patent_search (patent_search, rank) VALUES ('deletemerge', 0);
INSERT INTO patent_search (rowid, tokens)
  SELECT id, search_tokens('patent', json_object(
    'applicationNumber', application_number, 'title', title, 'publications', publications, 'pctNumber', pct_number, 'tags', tags,
    'parties', (SELECT json_group_array(name.text) FROM party JOIN name ON name.id = party.name WHERE party.patent_id = patent.id)))
  FROM patent ORDER BY id;
