import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { benchDay } from '../../bench/benchDay'
import { createGb18030Encoder } from '../../bench/generator/gb18030'
import { makeStandard } from '../../bench/generator/otherRecords'
import { makePatent } from '../../bench/generator/patents'
import { makeUnits } from '../../bench/generator/units'
import { exportColumns, headingsOf, listColumns, vendorRows } from '../../bench/generator/vendorColumns'
import { writeCsv, writeSharedStringWorkbook } from '../../bench/generator/writeFiles'
import { parseApplicationNumber } from '../../../src/shared/domain/patents/patentNumber'
import { parseStandardNumber } from '../../../src/shared/domain/standards/standardNumber'
import { parseUscc } from '../../../src/shared/domain/units/uscc'
import { importSample, openNewRegister } from '../../support/registers/sampleImport'

const folder = mkdtempSync(join(tmpdir(), 'generator-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const units = makeUnits(200)

describe('the made records', () => {
  it('are the same every time, whatever was made before', () => {
    const later = makePatent(41, units)
    makePatent(7, units)
    expect(makePatent(41, makeUnits(200))).toEqual(later)
  })

  it('have valid codes and numbers, every one another', () => {
    const patents = Array.from({ length: 3_000 }, (_, index) => String(makePatent(index, units).values.applicationNumber))
    expect(new Set(patents).size).toBe(3_000)
    expect(patents.filter((number) => !parseApplicationNumber(number).ok)).toEqual([])
    expect(units.filter(({ uscc }) => !parseUscc(uscc).ok)).toEqual([])
    expect(new Set(units.map(({ name }) => name)).size).toBe(200)
    const standards = Array.from({ length: 500 }, (_, index) => String(makeStandard(index, units).standardNo))
    expect(standards.filter((number) => !parseStandardNumber(number, { today: benchDay }).ok)).toEqual([])
  })
})

describe('a made list', () => {
  it('is taken in from a shared-string workbook row by row, nothing rejected or doubtful', async () => {
    const path = join(folder, 'export.xlsx')
    await writeSharedStringWorkbook(path, headingsOf(exportColumns), vendorRows(exportColumns, 0, 300, units))
    await expectWhole(path)
  })

  it('is taken in from GB18030 text alike', async () => {
    const path = join(folder, 'list.csv')
    await writeCsv(path, headingsOf(listColumns), vendorRows(listColumns, 0, 300, units), createGb18030Encoder())
    expect(new TextDecoder('gb18030', { fatal: true }).decode(readFileSync(path))).toContain('申请（专利权）人')
    await expectWhole(path)
  })
})

async function expectWhole(path: string): Promise<void> {
  const store = openNewRegister()
  try {
    const answer = await importSample(store, path)
    if (!answer.ok) throw new Error(answer.code)
    expect(answer.value).toMatchObject({ kind: 'patents', rows: { read: 300, new: 300, rejected: 0, review: 0, skipped: 0 }, records: { new: 300 } })
    const number = String(makePatent(5, units).values.applicationNumber)
    const stored = (await store.records.byKeys('patent', [number])).get(number)
    const { title, parties, filedOn, type, statedStatus } = makePatent(5, units).values
    expect(stored?.values).toMatchObject({ title, parties, filedOn, type, statedStatus })
  } finally {
    await store.close()
  }
}
