import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { searchExpression } from '../../../src/shared/domain/search/bigrams'
import { recordKinds } from '../../../src/shared/domain/catalogue/fields'
import { backupsOf } from '../../../src/main/register/backup/backupFiles'
import { checkRegister } from '../../../src/main/store/checkRegister'
import { newestVersion } from '../../../src/main/store/sqlite/migrate'
import { codecOf } from '../../../src/main/store/sqlite/records/recordCodec'
import { recordFigure } from '../../support/longSuites'
import { releasedRegisters, unpackReleased } from '../../support/registers/releasedRegisters'
import { tempRegister } from '../../support/registers/tempRegister'

type Columns = Readonly<Record<string, readonly string[]>>

function withDatabase<T>(path: string, read: (db: Database.Database) => T): T {
  const db = new Database(path, { fileMustExist: true })
  try {
    return read(db)
  } finally {
    db.close()
  }
}

const versionOf = (path: string): unknown => withDatabase(path, (db) => db.pragma('user_version', { simple: true }))

/** What the records of an older register say; search terms and counts are made anew. */
function columnsOf(path: string): Columns {
  const tables = [...recordKinds.map((kind) => codecOf(kind).table), 'note', 'change_set', 'batch']
  return withDatabase(path, (db) => Object.fromEntries(tables.map((table) => [table, db.prepare<[string], string>("SELECT name FROM pragma_table_info(?) WHERE name <> 'digest'").pluck().all(table)]).filter(([, columns]) => columns?.length !== 0)))
}

function contentOf(path: string, columns: Columns): unknown {
  return withDatabase(path, (db) => Object.entries(columns).map(([table, names]) => [table, db.prepare(`SELECT ${names.map((name) => `"${name}"`).join(', ')} FROM "${table}" ORDER BY 1`).all()]))
}

/** Numbers and titles of patents by which the index does not find them. */
function missedPatents(path: string): unknown[] {
  return withDatabase(path, (db) => {
    const search = db.prepare<[string], number>('SELECT rowid FROM patent_search(?)').pluck()
    const patents = db.prepare<[], [number, ...string[]]>("SELECT id, application_number, title, coalesce(json_extract(publications, '$[0]'), ''), coalesce(pct_number, '') FROM patent").raw().all()
    expect(patents.length).toBeGreaterThan(0)
    return patents.flatMap(([id, ...texts]) => texts.filter((text) => text !== '' && !search.all(searchExpression(text) ?? '').includes(id)))
  })
}

describe('a register that an earlier program left', () => {
  it('is there for every form of the tables up to this program', () => {
    expect(releasedRegisters.length).toBeGreaterThan(6)
  })

  it.each(releasedRegisters)('%s is kept in a backup, brought to this version and says what it said', async (name) => {
    using place = tempRegister()
    const path = unpackReleased(name, dirname(place.path))
    const [version, columns] = [versionOf(path), columnsOf(path)]
    const content = contentOf(path, columns)
    expect(JSON.stringify(content).length).toBeGreaterThan(50_000)
    const report = await checkRegister(path)
    // Only the register was stored, not the folder of files beside it.
    expect(report.ok && report.value.problems.filter(({ problem }) => problem !== 'original_missing' && problem !== 'attachment_missing')).toEqual([])
    expect(versionOf(path)).toBe(newestVersion)
    expect(missedPatents(path)).toEqual([])
    expect(contentOf(path, columns)).toEqual(content)
    const [kept, ...others] = backupsOf(path, dirname(path))
    expect(others).toEqual([])
    if (kept === undefined) expect(version).toBe(newestVersion)
    else expect([versionOf(kept.file), kept.occasion, contentOf(kept.file, columns)]).toEqual([version, 'upgrade', content])
    recordFigure('upgrades', 1)
  })
})
