import { describe, expect, it } from 'vitest'
import { sideTextsSql, textsSql } from '../../../../src/main/store/sqlite/search/searchedTexts'
import { candidatesSql } from '../../../../src/main/store/sqlite/search/searchConfirmation'
import { firstIdsSql, idBeforeSql } from '../../../../src/main/store/sqlite/records/listReader'
import { searchSql } from '../../../../src/main/store/sqlite/search/indexHits'
import { tempRegister } from '../../../support/registers/tempRegister'

/** What SQLite intends to do; every query here must stay fast at a million records. */
function planOf(sql: string, ...values: (string | number)[]): string[] {
  using register = tempRegister()
  const { db } = register.open()
  return db.prepare<(string | number)[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...values).map((step) => step.detail)
}

describe('the plans of list queries', () => {
  it('read the first rows in key order from the index of the key', () => {
    for (const descending of [false, true]) {
      expect(planOf(firstIdsSql('patent', { by: 'key', descending }), 100)).toEqual(['SCAN patent USING COVERING INDEX sqlite_autoindex_patent_1'])
    }
  })

  it('find the record before another one by one seek in the index of the key', () => {
    expect(planOf(idBeforeSql('patent'), 7)).toEqual(['SEARCH patent USING COVERING INDEX sqlite_autoindex_patent_1 (application_number<?)', 'SCALAR SUBQUERY 1', 'SEARCH patent USING INTEGER PRIMARY KEY (rowid=?)'])
  })

  it('read the first rows in id order from the table, without sorting', () => {
    expect(planOf(firstIdsSql('patent', { by: 'id', descending: false }), 100)).toEqual(['SCAN patent'])
  })

  it('answer a two-character search from the index alone', () => {
    expect(planOf(searchSql('patent', 'count(*)'), '"电梯"')).toEqual(['SCAN patent_search VIRTUAL TABLE INDEX 0:M1'])
    expect(planOf(`${searchSql('patent', 'rowid')} LIMIT ? OFFSET ?`, '"电梯"', 100, 5_000)).toEqual(['SCAN patent_search VIRTUAL TABLE INDEX 0:M1'])
  })

  it('confirm a longer search on its candidates only, each found by id', () => {
    const candidates = planOf(candidatesSql('trademark', true), '"电梯"')
    expect(candidates).toHaveLength(1)
    expect(candidates[0]).toMatch(/^SCAN trademark_search VIRTUAL TABLE INDEX/)
    expect(planOf(textsSql('trademark'), '[1]')).toContain('SEARCH t USING INTEGER PRIMARY KEY (rowid=?)')
    const names = planOf(sideTextsSql({ table: 'party', owner: 'patent_id' }), '[1]')
    expect(names).toContain('SEARCH s USING PRIMARY KEY (patent_id=?)')
    expect(names).toContain('SEARCH n USING INTEGER PRIMARY KEY (rowid=?)')
  })
})
