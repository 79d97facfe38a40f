import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ImportAnswer } from '../../../src/main/register/import/answer'
import type { ImportOptions } from '../../../src/main/register/import/importOptions'
import { undoBatch } from '../../../src/main/register/evidence/undoBatch'
import type { SqliteStore } from '../../../src/main/store/sqlite/createStore'
import type { RecordKind, Values } from '../../../src/shared/domain/catalogue/fields'
import { importSample, openNewRegister } from '../registers/sampleImport'

/** What a reader of the file with eyes finds in it. Addresses are "row+column code", e.g. "8C plan_number". */
export interface KnownAnswer {
  kind: string
  /** Header rows of each imported table, in order, as "3" or "2-4"; a table without headings has "". */
  headers: readonly string[]
  /** Columns of the first table as "standardNo=C title=D", those that matter. */
  mapping?: string
  new: number
  same?: number
  changed?: number
  skipped?: readonly string[]
  rejected?: readonly string[]
  review?: readonly string[]
  repaired?: readonly string[]
  /** Codes of notices that must be said; others may be. */
  notices?: readonly string[]
  /** Notices of the file that must be said, with the rows that they name. */
  said?: readonly string[]
  /** Codes of notices that must not be said. */
  silent?: readonly string[]
  records?: readonly (readonly [RecordKind, string, Values])[]
}

export interface GoldenCase {
  name: string
  file: string
  content: () => Buffer | Promise<Buffer>
  options?: Partial<ImportOptions>
  /** Files that are in the register before. */
  before?: readonly Pick<GoldenCase, 'file' | 'content' | 'options'>[]
  answer?: KnownAnswer
  refused?: { code: string; what?: string }
}

export interface Outcome {
  answer: ImportAnswer
  second: ImportAnswer
  records: Map<string, Values>
  /** The register's records before the import and after import and undo. */
  before: string
  after: string
}

/** Imports the case's file into a register of its own, once more without committing, and takes it back. */
export async function playCase(golden: GoldenCase): Promise<Outcome | { refused: string; what?: unknown }> {
  const folder = mkdtempSync(join(tmpdir(), 'golden-'))
  const store = openNewRegister()
  try {
    for (const earlier of golden.before ?? []) await take(store, folder, earlier, false)
    const before = await dump(store)
    const result = await take(store, folder, golden, false)
    if (!result.ok) return { refused: result.code, what: result.details?.['what'] }
    const second = await take(store, folder, golden, true)
    if (!second.ok) throw new Error(`second import: ${second.code}`)
    const records = await wantedRecords(store, golden)
    if (result.value.batch !== null) await undoBatch(store, result.value.batch, { at: 1, operator: '测试' })
    return { answer: result.value, second: second.value, records, before, after: await dump(store) }
  } finally {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function take(store: SqliteStore, folder: string, golden: Pick<GoldenCase, 'file' | 'content' | 'options'>, dryRun: boolean) {
  const path = join(folder, golden.file)
  writeFileSync(path, await golden.content())
  return importSample(store, path, { ...golden.options, ...(dryRun ? { dryRun } : {}) })
}

async function wantedRecords(store: SqliteStore, golden: GoldenCase): Promise<Map<string, Values>> {
  const found = new Map<string, Values>()
  for (const [kind, key] of golden.answer?.records ?? []) {
    const record = (await store.records.byKeys(kind, [key])).get(key)
    if (record) found.set(`${kind} ${key}`, record.values)
  }
  return found
}

const kinds: readonly RecordKind[] = ['standard', 'patent', 'pct', 'trademark', 'unit', 'honour', 'pilot', 'population', 'market_entities', 'indicator']

async function dump(store: SqliteStore): Promise<string> {
  const all = await Promise.all(kinds.map(async (kind) => [...await store.records.all(kind)].map((record) => record.values)))
  return JSON.stringify(all)
}
