import { statSync, writeFileSync } from 'node:fs'
import type { RecordKind, Values } from '../../../src/shared/domain/catalogue/fields'
import type { ChangeSet } from '../../../src/main/store/changeSet'
import { createStore, type SqliteStore } from '../../../src/main/store/sqlite/createStore'
import { cached, cachePath, removeDatabase } from '../cache'
import { makePopulations, makeStandard, makeTrademark } from './otherRecords'
import { makePatent } from './patents'
import { makeUnits, unitValues, type MadeUnit } from './units'

/** How much of everything a register of so many patents holds: at a million, a large city's whole stock. */
export interface RegisterSize {
  patents: number
  units: number
  standards: number
  trademarks: number
}

export function sizeOf(patents: number): RegisterSize {
  const part = (of: number) => Math.round((of * patents) / 1_000_000)
  return { patents, units: Math.max(2_000, part(20_000)), standards: part(60_000), trademarks: part(300_000) }
}

export function unitsOf(patents: number): MadeUnit[] {
  return makeUnits(sizeOf(patents).units)
}

/** Records of one change set: what a large file would bring. */
const chunk = 50_000

/** What was measured while a register was built. */
export interface RegisterFacts {
  /** Bytes that the patents added to the file, with their names, evidence, search rows and journal. */
  patentBytes: number
}

/** Path of the register of so many patents, built through the store's own bulk path when missing. */
export async function registerOf(patents: number): Promise<string> {
  return cached(`register-${patents}.bzr`, async (path) => {
    const opened = createStore(path, { mode: 'write' })
    if (!opened.ok) throw new Error(opened.code)
    const store = opened.value
    const facts = await fill(store, path, sizeOf(patents))
    await store.close()
    writeFileSync(cachePath(`register-${patents}.json`), JSON.stringify(facts))
    removeDatabase(`${path}-lock`)
  })
}

async function fill(store: SqliteStore, path: string, size: RegisterSize): Promise<RegisterFacts> {
  const units = makeUnits(size.units)
  await add(store, 'unit', units.length, (index) => unitValues(units[index] as MadeUnit))
  const populations = makePopulations()
  await add(store, 'population', populations.length, (index) => populations[index] ?? {})
  await add(store, 'standard', size.standards, (index) => makeStandard(index, units))
  await add(store, 'trademark', size.trademarks, (index) => makeTrademark(index, units))
  const before = fileSize(store, path)
  await add(store, 'patent', size.patents, (index) => makePatent(index, units).values)
  store.db.prepare('PRAGMA optimize').all()
  return { patentBytes: fileSize(store, path) - before }
}

function fileSize(store: SqliteStore, path: string): number {
  store.db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all()
  return statSync(path).size
}

/** One batch a chunk, every record supported by one plain row, as an import leaves it. */
async function add(store: SqliteStore, kind: RecordKind, count: number, make: (index: number) => Values): Promise<void> {
  for (let from = 0; from < count; from += chunk) {
    const records = Array.from({ length: Math.min(chunk, count - from) }, (_, index) => make(from + index))
    const applied = await store.apply(batchOf(kind, from, records))
    if (!applied.ok) throw new Error(`${kind} ${from}: ${applied.code} ${JSON.stringify(applied.details)}`)
  }
}

function batchOf(kind: RecordKind, from: number, records: readonly Values[]): ChangeSet {
  const fileName = `${kind}-${from}.xlsx`
  const states = [...new Set(records.slice(0, 100).flatMap((values) => Object.keys(values)))].toSorted()
  return {
    kind: 'import', at: Date.UTC(2022, 0, 17), operator: '生成', note: fileName, updates: [], deletes: [], evidence: [],
    batch: {
      fileName, sha256: String(from).padStart(64, '0'), sizeBytes: 1, format: 'xlsx', kind, programVersion: '0', options: {}, summary: {},
      sources: [{ sheet: 'Sheet1', kind, class: 'vendor', states, headerRows: [1], mapping: {}, context: {}, verdicts: [] }],
    },
    inserts: records.map((values, at) => ({ kind, values, evidence: [{ source: 0, row: at + 2, diff: null }] })),
  }
}
