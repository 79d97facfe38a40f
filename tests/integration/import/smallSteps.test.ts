import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importFile } from '../../../src/main/register/import/importFile'
import type { ImportTurns } from '../../../src/main/register/import/importOptions'
import { createImportServices } from '../../../src/main/register/import/services'
import { Refusal } from '../../../src/shared/domain/result'
import { sampleClock } from '../../support/registers/sampleImport'
import { tempRegister } from '../../support/registers/tempRegister'
import { writeCsv } from '../../support/workbooks/tableFiles'

const count = 2_730

/** A long list, and under it a table with other columns whose header straddles the end of a step. */
function twoTables(): string[][] {
  const standards = Array.from({ length: count }, (_, at) => [`GB/T ${10_000 + at}-2021`, `试验方法${at}`, '青岛大学', '2021-05-06'])
  const plans = Array.from({ length: 40 }, (_, at) => [`试验装置${at}`, `DB37/T ${2_000 + at}-2021`, '2021-06-07', '青岛理工大学'])
  return [['标准号', '标准名称', '参与单位', '发布日期'], ...standards, ['二、地方标准', '', '', ''], ['标准名称', '标准号', '发布日期', '参与单位'], ...plans]
}

describe('an import that lets others have their turn', () => {
  it('does so every hundred rows, and reads the file as one that does not', async () => {
    using register = tempRegister()
    const store = register.open()
    const file = join(register.folder, '标准.csv')
    writeCsv(file, twoTables())
    const services = await createImportServices(store)
    const whole = await importFile(file, { ...sampleClock, dryRun: true }, services)
    for (const rows of [100, 7]) {
      let given = 0
      const turns: ImportTurns = { rows, give: async () => void given++ }
      const stepped = await importFile(file, { ...sampleClock, dryRun: true, turns }, services)
      expect(stepped).toMatchObject({ ok: true, value: { records: { new: count + 40 } } })
      expect({ ...stepped, value: { ...stepped.ok && stepped.value, seconds: 0 } }).toEqual({ ...whole, value: { ...whole.ok && whole.value, seconds: 0 } })
      expect(given).toBeGreaterThanOrEqual((count + 40) / rows)
    }
  })

  it('ends at its next turn when nobody waits for it any longer', async () => {
    using register = tempRegister()
    const store = register.open()
    const file = join(register.folder, '标准.csv')
    writeCsv(file, twoTables())
    let given = 0
    const turns: ImportTurns = {
      rows: 100,
      async give() {
        if (++given === 12) throw new Refusal('job_cancelled')
      },
    }
    expect(await importFile(file, { ...sampleClock, turns }, await createImportServices(store))).toMatchObject({ ok: false, code: 'job_cancelled' })
    expect(given).toBe(12)
    expect(store.db.prepare('SELECT count(*) AS standards FROM standard').get()).toEqual({ standards: 0 })
  })
})
