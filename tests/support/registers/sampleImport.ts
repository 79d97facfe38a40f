import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'
import { importFile } from '../../../src/main/register/import/importFile'
import type { ImportOptions } from '../../../src/main/register/import/importOptions'
import { createImportServices } from '../../../src/main/register/import/services'
import type { ImportAnswer } from '../../../src/main/register/import/answer'
import { createStore, type SqliteStore } from '../../../src/main/store/sqlite/createStore'
import type { Result } from '../../../src/shared/domain/result'
import type {} from './madeOnce'

/** The bundled samples and their true answers. */
export const samplesFolder = join(import.meta.dirname, '../../../resources/samples')

export interface ExpectedSheet {
  sheet: string | null
  headerRows: number[]
  mapping: Record<string, { column: string; header: string }>
  rows: { read: number; skipped: { count: number; byReason: Record<string, number> }; new: number; existing: number; review: number; rejected: number; repaired: number }
  records: { new: number }
  rejected: { row: number; column: string; code: string }[]
  review: { row: number; column: string; code: string }[]
  repaired: { row: number; column: string; code: string }[]
  notices: { row: number; column: string; code: string }[]
  skippedRows?: { row: number; reason: string }[]
}

export interface ExpectedStep {
  step: number
  file: string
  as: string
  sheets?: ExpectedSheet[]
  outcome?: { refused: string }
}

export interface Expected {
  meta: { today: string }
  importOrder: ExpectedStep[]
  registerTotals: Record<string, unknown>
  figures: Record<string, unknown>
  recordsBehind: unknown[]
  undo: unknown[]
  spotRecords: Record<string, unknown>[]
}

export function readExpected(): Expected {
  return JSON.parse(readFileSync(join(samplesFolder, 'expected.json'), 'utf8')) as Expected
}

/** Opens a new register in a folder of its own, which goes with the run. */
export function openNewRegister(): SqliteStore {
  const folder = mkdtempSync(join(inject('madeOnce'), 'register-'))
  const opened = createStore(join(folder, 'test.bzr'), { mode: 'write' })
  if (!opened.ok) throw new Error(opened.code)
  return opened.value
}

/** The bundled samples in their order, the ones that are refused left out. */
export async function importSamples(store: SqliteStore): Promise<void> {
  for (const { file, outcome } of readExpected().importOrder) {
    if (outcome) continue
    const imported = await importSample(store, file)
    if (!imported.ok) throw new Error(`${file}: ${imported.code}`)
  }
}

export const sampleClock = { today: '2022-01-17', at: Date.UTC(2022, 0, 17, 1), operator: '测试', programVersion: 'test' }

export async function importSample(store: SqliteStore, file: string, more: Partial<ImportOptions> = {}): Promise<Result<ImportAnswer>> {
  const path = existsSync(file) ? file : join(samplesFolder, file)
  return importFile(path, { ...sampleClock, ...more }, await createImportServices(store))
}
