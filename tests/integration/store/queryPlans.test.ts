import { describe, expect, it } from 'vitest'
import { searchExpression } from '../../../src/shared/domain/search/bigrams'
import { codecOf } from '../../../src/main/store/sqlite/records/recordCodec'
import { pageSql, sidePageSql } from '../../../src/main/store/sqlite/records/fieldReader'
import { attachmentsOfRecordSql } from '../../../src/main/store/sqlite/attachments/attachmentReader'
import { scanSql } from '../../../src/main/store/sqlite/records/columnSource'
import { walkSql } from '../../../src/main/store/sqlite/records/recordWalk'
import { refusedRowsSql } from '../../../src/main/store/sqlite/batches/batchStore'
import { reachSql } from '../../../src/main/store/sqlite/evidence/evidenceStore'
import { changesSinceSql, changesSql, deletionsSql } from '../../../src/main/store/sqlite/journal/historyReader'
import { conditionSql } from '../../../src/main/store/sqlite/records/rowFinder'
import { hasChangedSinceSql, replacedSinceSql } from '../../../src/main/store/sqlite/journal/pastReader'
import { tempRegister } from '../../support/registers/tempRegister'

/** What must stay fast at a million rows, and the way SQLite takes to it. */
describe('query plans', () => {
  it.each([
    ['a record by its key', 'SELECT * FROM patent WHERE application_number = ?', ['SEARCH patent USING INDEX sqlite_autoindex_patent_1 (application_number=?)']],
    ['evidence of a record', 'SELECT source, row, diff FROM evidence WHERE rec = ? ORDER BY source, row', ['SEARCH evidence USING PRIMARY KEY (rec=?)']],
    ['the parties of a patent', 'SELECT position, name FROM party WHERE patent_id = ? ORDER BY position', ['SEARCH party USING PRIMARY KEY (patent_id=?)']],
    ['the journal of a record', changesSql, ['SEARCH j USING PRIMARY KEY (kind=? AND record=?)', 'SEARCH c USING INTEGER PRIMARY KEY (rowid=?)']],
    ['what persons deleted', deletionsSql, ['SCAN c', 'SEARCH j USING INDEX journal_by_change_set (change_set=?)']],
    ['all changes since a state', changesSinceSql, ['SCAN j', 'SEARCH c USING INTEGER PRIMARY KEY (rowid=?)', 'USE TEMP B-TREE FOR ORDER BY']],
    ['the records of a range that lack a field', conditionSql('patent', { missing: 'filedOn' }), ['SEARCH rec USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)']],
    ['what a change set altered', 'SELECT * FROM journal WHERE change_set = ? AND old IS NOT NULL ORDER BY kind, record', ['SEARCH journal USING INDEX journal_by_change_set (change_set=?)']],
    ['what was replaced in a record since a state', replacedSinceSql, ['SEARCH journal USING PRIMARY KEY (kind=? AND record=? AND change_set>?)']],
    ['whether anything was changed since a state', hasChangedSinceSql, ['SCAN CONSTANT ROW', 'SCALAR SUBQUERY 1', 'SEARCH journal USING INDEX journal_by_change_set (change_set>?)']],
    ['the attachments of a record', attachmentsOfRecordSql, ['SEARCH a USING PRIMARY KEY (rec=?)', 'SEARCH c USING INTEGER PRIMARY KEY (rowid=?)', 'USE TEMP B-TREE FOR ORDER BY']],
    ['the rows of a batch that did not come in', refusedRowsSql, ['SEARCH s USING COVERING INDEX sqlite_autoindex_source_1 (batch=?)', 'SEARCH v USING PRIMARY KEY (source=?)']],
    ['a name by its text', 'SELECT id FROM name WHERE text = ?', ['SEARCH name USING COVERING INDEX sqlite_autoindex_name_1 (text=?)']],
    ['two characters in titles', `SELECT rowid FROM patent_search('${searchExpression('电梯') ?? ''}')`, ['SCAN patent_search VIRTUAL TABLE INDEX 0:M1']],
    ['a page of a list', pageSql(codecOf('patent'), codecOf('patent').columns), ['SCAN asked VIRTUAL TABLE INDEX 1:', 'SEARCH patent USING INTEGER PRIMARY KEY (rowid=?)']],
    ['the records with tags', scanSql('patent', ['tags']), ['SEARCH patent USING COVERING INDEX patent_with_tags (id>?)']],
    ['the records of a walk', walkSql(codecOf('patent'), codecOf('patent').columns, codecOf('patent').side, true), ['SEARCH patent USING INTEGER PRIMARY KEY (rowid>?)', 'CORRELATED SCALAR SUBQUERY 1', 'SEARCH party USING PRIMARY KEY (patent_id=?)']],
    ['the parties of a page', sidePageSql({ table: 'party', owner: 'patent_id' }), ['SCAN asked VIRTUAL TABLE INDEX 1:', 'SEARCH party USING PRIMARY KEY (patent_id=?)', 'SEARCH name USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN']],
    ['the owners of a page', pageSql(codecOf('trademark'), codecOf('trademark').columns), ['SCAN asked VIRTUAL TABLE INDEX 1:', 'SEARCH trademark USING INTEGER PRIMARY KEY (rowid=?)', 'CORRELATED SCALAR SUBQUERY 1', 'SEARCH name USING INTEGER PRIMARY KEY (rowid=?)']],
  ])('find %s', (_what, text, plan) => {
    using register = tempRegister()
    const { db } = register.open()
    const parameters = [...text.matchAll(/\?/g)].map(() => 1)
    const steps = db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${text}`).all(...parameters)
    expect(steps.map(({ detail }) => detail)).toEqual(plan)
  })

  it('read the evidence once for the reach of a batch, then only by key', () => {
    using register = tempRegister()
    const { db } = register.open()
    const steps = db.prepare<object, { detail: string }>(`EXPLAIN QUERY PLAN ${reachSql}`).all({ first: 1, last: 1, covering: '[]' }).map(({ detail }) => detail)
    expect(steps.filter((step) => step.startsWith('SCAN'))).toEqual(['SCAN evidence', 'SCAN mine', 'SCAN json_each VIRTUAL TABLE INDEX 1:'])
    expect(steps).toContain('SEARCH e USING PRIMARY KEY (rec=?)')
    expect(steps).toContain('SEARCH attachment USING PRIMARY KEY (rec=?)')
  })
})
