import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { attachFiles } from '../../../../src/main/register/attachments/attachFiles'
import { mergeUnits } from '../../../../src/main/register/units/mergeUnits'
import { writeProfile } from '../../../../src/main/register/units/writeProfile'
import { readWorkbook } from '../../../../src/main/workbook/readWorkbook'
import { unitProfile } from '../../../../src/main/register/units/unitProfile'
import { aFile, aPdf } from '../../../support/workbooks/documents'
import { collect } from '../../../support/workbooks/readWorkbookFile'
import { codes, today, unitRegister } from '../../../support/registers/unitRegister'

describe('everything of one unit', () => {
  it('has its names, its fields and every record with its role, by years', async () => {
    using register = await unitRegister()
    await mergeUnits(register.services, await register.subjects(), { keep: codes.rongtuo, others: ['青岛嵘拓包装', '青岛市嵘拓包装有限责任公司', codes.rongtuoOld], from: {} })
    const profile = await unitProfile(register.session, '青岛嵘拓包装', today)
    expect(profile).toMatchObject({
      ok: true,
      value: {
        code: codes.rongtuo, name: '青岛嵘拓包装有限公司', merged: [{ code: codes.rongtuoOld, name: '青岛嵘拓包装材料厂' }],
        counts: { standards: 3, lead: 1, patents: 1, trademarks: 1, honours: 1, pilots: 0 },
        sections: [
          { kind: 'standards', total: 3, rows: [{ cells: { standardNo: 'GB/T 3-2020', position: 2, role: 'part' } }, { cells: { standardNo: 'GB/T 2-2020', position: 3 } }, { cells: { standardNo: 'GB/T 1-2020', position: 1, role: 'lead' } }] },
          { kind: 'patents', total: 1, rows: [{ cells: { applicationNumber: '201910123456X', status: 'valid' } }] }, { kind: 'trademarks', total: 1, rows: [{ cells: { registrationNumber: '1234567', status: 'renewal_window' } }] },
          { kind: 'pct', total: 0 }, { kind: 'honours', total: 1, rows: [{ cells: { honour: '市长质量奖' } }] }, { kind: 'pilots', total: 0 },
        ],
        years: [{ year: '2021', counts: { standards: 3, honours: 1 } }, { year: '2019', counts: { patents: 1 } }, { year: '2012', counts: { trademarks: 1 } }],
      },
    })
  })

  it('has the files of its own record, of units merged into it, and of the records that name it, each with its record', async () => {
    using register = await unitRegister()
    const certificate = aFile(register.temp.folder, '证书.pdf', aPdf())
    await mergeUnits(register.services, await register.subjects(), { keep: codes.rongtuo, others: [codes.rongtuoOld], from: {} })
    for (const [kind, key] of [['standard', 'GB/T 2-2020'], ['unit', codes.rongtuoOld]] as const) {
      const record = (await register.services.store.records.byKeys(kind, [key])).get(key)
      expect(await attachFiles(register.services, register.session.files, kind, record?.id ?? 0, [certificate])).toMatchObject({ ok: true })
    }
    expect(await unitProfile(register.session, codes.rongtuo, today)).toMatchObject({ ok: true, value: { attachments: [
      { kind: 'units', key: codes.rongtuoOld, fileName: '证书.pdf', isMissing: false }, { kind: 'standards', key: 'GB/T 2-2020', fileName: '证书.pdf', isMissing: false },
    ] } })
  })

  it('is exported with its files, counted and named beside their records', async () => {
    using register = await unitRegister()
    const record = (await register.services.store.records.byKeys('standard', ['GB/T 2-2020'])).get('GB/T 2-2020')
    expect(await attachFiles(register.services, register.session.files, 'standard', record?.id ?? 0, [aFile(register.temp.folder, '证书.pdf', aPdf())])).toMatchObject({ ok: true })
    const profile = await unitProfile(register.session, codes.rongtuo, today)
    if (!profile.ok) throw new Error(profile.code)
    const path = join(register.temp.folder, '一企一档.xlsx')
    expect(await writeProfile(path, profile.value, { creator: '王芳', at: 0, today })).toMatchObject({ ok: true })
    const rows = (await collect(readWorkbook(path))).sheets[0]?.rows.map(({ cells }) => JSON.stringify(cells)) ?? []
    expect(rows.find((row) => row.includes('附件 1 个'))).toBeDefined()
    expect(rows.find((row) => row.includes('证书.pdf'))).toContain('GB/T 2-2020')
  })

  it('is there for a name that no unit carries, and refuses a name nobody has', async () => {
    using register = await unitRegister()
    expect(await unitProfile(register.session, '青岛大学', today)).toMatchObject({ ok: true, value: { id: null, name: '青岛大学', fields: [], counts: { standards: 1, patents: 1 } } })
    expect(await unitProfile(register.session, '没有这家', today)).toMatchObject({ ok: false, code: 'unknown_record' })
  })
})
