import { existsSync, rmSync, statSync } from 'node:fs'
import { recordKinds, type RecordKind } from '../../../../shared/domain/catalogue/fields'
import { fail, succeed, type Result } from '../../../../shared/domain/result'
import { findDamage } from '../../checkRegister'
import { nameDraft } from '../../durableFile'
import type { LostRecord, SalvageOptions, SalvageReport } from '../../salvageReport'
import { checkChain } from '../check/checkChain'
import { checkRecords } from '../check/checkRecords'
import type { WriteDb } from '../file/database'
import { openRegister } from '../file/openRegister'
import { codecOf } from '../records/recordCodec'
import { toStoreFailure } from '../file/sqliteFailure'
import { copyTables, settleNames } from './copyTables'
import { expectedRecords, keysOf, type ExpectedRecords } from './expectedRecords'
import { putRecords, removeRecord } from './putRecords'
import { recoverRecords } from './recoverRecords'
import { restoreSettings } from './restoreSettings'
import { settleRegister } from './settleRegister'
import { openWorkingCopy, type WorkingCopy } from './workingCopy'

/**
 * Brings everything of a damaged register that its digests prove into a new one: records under their ids, the rows and
 * files that support them, history, settings and produced reports. The damaged file is not touched.
 *
 * @returns register_exists where the new one is there already, and what the disk refuses
 */
export function salvageRegister(damaged: string, out: string, options: SalvageOptions): Result<SalvageReport> {
  if (!existsSync(damaged)) return fail('file_not_found', undefined, { path: damaged })
  if (!statSync(damaged).isFile()) return fail('file_not_readable', undefined, { path: damaged })
  if (existsSync(out)) return fail('register_exists', undefined, { path: out })
  const draft = `${out}.part`
  try {
    removeDraft(draft)
    const report = fillDraft(damaged, draft, options)
    if (!report.ok) return report
    nameDraft(draft, out)
    return report
  } catch (error) {
    return toStoreFailure(error)
  } finally {
    removeDraft(draft)
  }
}

function removeDraft(draft: string): void {
  for (const ending of ['', '-wal', '-shm', '-lock', '-lock-journal', '-damaged', '-damaged-wal', '-damaged-shm']) rmSync(`${draft}${ending}`, { force: true })
}

function fillDraft(damaged: string, draft: string, options: SalvageOptions): Result<SalvageReport> {
  const opened = openRegister(draft, { mode: 'write' })
  if (!opened.ok) return opened
  if (opened.value.mode !== 'write') return fail('unexpected')
  const { db, close } = opened.value
  let copy: WorkingCopy | null = null
  try {
    copy = openWorkingCopy(damaged, `${draft}-damaged`, draft)
    db.pragma('foreign_keys = OFF')
    const source = copy
    const report = db.transaction(() => fill(source, db, options))()
    const left = findDamage(db)
    return left === null ? succeed(report) : fail('register_damaged', undefined, { problem: left.problem })
  } finally {
    copy?.dispose()
    close()
  }
}

function fill(copy: WorkingCopy, db: WriteDb, options: SalvageOptions): SalvageReport {
  if (copy.db !== null) {
    copyTables(copy.db, db)
    settleNames(copy.db, db, () => [...checkRecords(db)].filter(isDoubt).length)
  }
  if ([...checkChain(db)].length === 0) restoreSettings(db)
  const doubtful = takeOutDoubtful(db)
  const expected = expectedRecords(copy.db, db)
  for (const [kind, ids] of doubtful) for (const id of ids.keys()) expected.get(kind)?.add(id)
  const isBlind = copy.db === null
  const missing = missingOf(db, expected)
  const keys = new Map([...missing].map(([kind, ids]) => [kind, keysOf(copy.db, kind, ids)]))
  putRecords(db, recoverRecords(copy.file, isBlind ? null : missing, db, (kind, id) => keys.get(kind)?.get(id)))
  const lost = isBlind ? [] : lostOf(db, missingOf(db, expected), keys, doubtful)
  const doubts = settleRegister(db, lost, options)
  const records: SalvageReport['records'] = {}
  for (const kind of recordKinds) {
    const count = db.prepare<[], number>(`SELECT count(*) FROM ${codecOf(kind).table}`).pluck().get() ?? 0
    if (count > 0) records[kind] = count
  }
  return { records, lost, doubts, isIncomplete: isBlind }
}

type Doubtful = Map<RecordKind, Map<number, string | null>>

function isDoubt({ problem }: { problem: string }): boolean {
  return problem === 'record_changed' || problem === 'record_unreadable'
}

/** Records whose fields are not those that were written, with their keys, which may be what is wrong. */
function takeOutDoubtful(db: WriteDb): Doubtful {
  const found: Doubtful = new Map()
  const problems = [...checkRecords(db)]
  for (const { problem, kind, id, key } of problems) {
    if (!isDoubt({ problem }) || kind === undefined || id === undefined) continue
    const stored = db.prepare<[number], string>(`SELECT ${codecOf(kind).keyColumn} FROM ${codecOf(kind).table} WHERE id = ?`).pluck().get(id)
    const ofKind = found.get(kind) ?? new Map<number, string | null>()
    ofKind.set(id, key ?? stored ?? null)
    found.set(kind, ofKind)
    removeRecord(db, kind, id)
  }
  return found
}

function missingOf(db: WriteDb, expected: ExpectedRecords): ExpectedRecords {
  return new Map([...expected].map(([kind, ids]) => {
    const present = new Set(db.prepare<[], number>(`SELECT id FROM ${codecOf(kind).table}`).pluck().all())
    return [kind, new Set([...ids].filter((id) => !present.has(id)))]
  }))
}

function lostOf(db: WriteDb, missing: ExpectedRecords, keys: ReadonlyMap<RecordKind, ReadonlyMap<number, string>>, doubtful: Doubtful): LostRecord[] {
  return [...missing].flatMap(([kind, ids]) => {
    const isThere = db.prepare<[string], number>(`SELECT 1 FROM ${codecOf(kind).table} WHERE ${codecOf(kind).keyColumn} = ?`).pluck()
    return [...ids].toSorted((a, b) => a - b).flatMap((id): LostRecord[] => {
      const isDoubtful = doubtful.get(kind)?.has(id) ?? false
      const key = keys.get(kind)?.get(id)
      // The index had another id at a key whose record is there: a digit that was flipped, and nothing that is lost.
      if (!isDoubtful && key !== undefined && isThere.get(key) === 1) return []
      return [{ kind, id, key: key ?? doubtful.get(kind)?.get(id) ?? null, why: isDoubtful ? 'doubtful' : 'missing' }]
    })
  })
}
