import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImportAnswer, SheetAnswer } from '../../../src/main/register/import/answer'
import type { SqliteStore } from '../../../src/main/store/sqlite/createStore'
import { importSample, openNewRegister, readExpected, type ExpectedSheet, type ExpectedStep } from '../../support/registers/sampleImport'

/** The samples in their order, each compared with its true answer (resources/samples/expected.json), twice. */
const expected = readExpected()
let store: SqliteStore

beforeAll(() => { store = openNewRegister() })
afterAll(async () => { await store.close() })

interface Placed { row: number; column: string; code: string }

function placed(answer: ImportAnswer, list: 'rejected' | 'review' | 'repaired', sheet: string | null): Placed[] {
  return answer[list].filter((entry) => entry.sheet === sheet).map(({ row, column, code }) => ({ row, column, code })).sort(byPlace)
}

function byPlace(a: Placed, b: Placed): number {
  return a.row - b.row || a.column.localeCompare(b.column) || a.code.localeCompare(b.code)
}

function summary(answer: ImportAnswer, sheet: SheetAnswer): unknown {
  const { read, skipped, review, rejected, repaired } = sheet.rows
  return {
    sheet: sheet.sheet, headerRows: sheet.headerRows, read, skipped, new: sheet.rows.new, existing: sheet.rows.changed + sheet.rows.same, review, rejected, repaired,
    skippedRows: answer.skipped.filter((entry) => entry.sheet === sheet.sheet).map(({ row, code }) => ({ row, reason: code })),
    rejectedRows: placed(answer, 'rejected', sheet.sheet), reviewRows: placed(answer, 'review', sheet.sheet), repairs: placed(answer, 'repaired', sheet.sheet),
  }
}

function wanted(sheet: ExpectedSheet): unknown {
  const { read, skipped, review, rejected, repaired, existing } = sheet.rows
  const place = (list: Placed[]): Placed[] => list.map(({ row, column, code }) => ({ row, column, code })).sort(byPlace)
  return {
    sheet: sheet.sheet, headerRows: sheet.headerRows, read, skipped: skipped.count, new: sheet.rows.new, existing, review, rejected, repaired,
    skippedRows: (sheet.skippedRows ?? []).map(({ row, reason }) => ({ row, reason })),
    rejectedRows: place(sheet.rejected), reviewRows: place(sheet.review), repairs: place(sheet.repaired),
  }
}

async function compareStep(step: ExpectedStep): Promise<void> {
  const result = await importSample(store, step.file)
  if (step.outcome) {
    expect(result).toMatchObject({ ok: false, code: step.outcome.refused })
    return
  }
  if (!result.ok) throw new Error(`${step.file}: ${result.code} ${JSON.stringify(result.details)}`)
  expect(result.value.kind).toBe(step.as)
  const sheets = step.sheets ?? []
  expect(result.value.sheets.map((sheet) => summary(result.value, sheet))).toEqual(sheets.map(wanted))
  expect(keyColumns(result.value.sheets)).toEqual(keyColumns(sheets))
  expect(result.value.records.new).toBe(sheets.reduce((sum, sheet) => sum + sheet.records.new, 0))
}

/** The columns that tell a table of this kind must be the ones of the true answer, under the same printed heading. */
const keyFields = ['standardNo', 'applicationNumber', 'registrationNumber', 'uscc', 'project', 'honour', 'region']

function keyColumns(sheets: readonly { mapping: Record<string, { column: string; header: string }> }[]): string[][] {
  return sheets.map(({ mapping }) => keyFields.flatMap((field) => (mapping[field] ? [`${field} ${mapping[field].column} ${mapping[field].header}`] : [])))
}

describe('the samples', () => {
  it.each(expected.importOrder.map((step) => [step.file, step] as const))('%s comes in as its true answer says', async (_, step) => {
    await compareStep(step)
    if (step.outcome) return
    const again = await importSample(store, step.file)
    if (!again.ok) throw new Error(again.code)
    expect(again.value.rows).toMatchObject({ new: 0, changed: 0 })
    expect(again.value.records).toEqual({ new: 0, changed: 0 })
  })
})
