import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ImportAnswer } from '../../../src/main/register/import/answer'
import { importFile } from '../../../src/main/register/import/importFile'
import { createImportServices } from '../../../src/main/register/import/services'
import { writeTemplate } from '../../../src/main/register/import/templates/writeTemplate'
import { fillFile } from '../../support/workbooks/fillFile'
import type { CellEdit } from '../../../src/main/workbook/forms/formValues'
import { openTemplate } from '../../../src/main/workbook/patch/templatePackage'
import { collectionForms } from '../../../src/shared/domain/catalogue/collectionForms'
import { importKinds, type ImportKind } from '../../../src/shared/domain/catalogue/headings'
import { sampleClock } from '../../support/registers/sampleImport'
import { cellAt, readFile, textOf } from '../../support/workbooks/readWorkbookFile'
import { tempRegister, type TempRegister } from '../../support/registers/tempRegister'
import { partsOf } from '../../support/workbooks/workbookParts'
import { convertWithLibreOffice, hasLibreOffice } from '../workbook/write/officePrograms'

const firstRow = 5
const laoshan = '370212'

/** Two rows that a district writes under a kind's headings, by heading; regions stand there already. */
const filled: Readonly<Record<ImportKind, readonly Record<string, string | number>[]>> = {
  standards: [{ 标准编号: 'GB/T 40001-2021', 标准名称: '海带', 标准级别: '国家标准', '制定/修订': '制定', 发布日期: '2021-05-21', 单位名称: '青岛甲有限公司', 本单位排名: 2 }, { 标准编号: 'JB/T 1234-2021', 标准名称: '扇贝', 发布日期: '2021-06-01' }],
  patents: [{ 申请号: '2021100000016', 发明名称: '甲', 专利类型: '发明专利', 专利权人: '青岛甲有限公司', 申请日: '2021-01-05', 法律状态: '有效', 申请人类型: '工矿企业' }, { 申请号: '2021200000026', 发明名称: '乙', 专利权人: '青岛乙有限公司' }],
  high_value: [{ 申请号: '2021100000016', 发明名称: '甲', 专利权人: '青岛甲有限公司', 战略性新兴产业: '√' }],
  pct: [{ PCT国际申请号: 'PCT/CN2021/000001', 发明名称: '甲', 受理日: '2021-03-08', 申请人: '青岛甲有限公司' }, { PCT国际申请号: 'PCT/CN2021/000002', 受理日: '2021-03-09', 申请人: '青岛乙有限公司' }],
  trademarks: [{ 注册号: '12345678', 商标名称: '海', 国际分类: '35', 申请人: '青岛甲有限公司', 专用权开始日期: '2021-03-14', 专用权结束日期: '2031-03-13' }, { 注册号: '12345679', 商标名称: '山', 国际分类: '9、35', 申请人: '青岛乙有限公司' }],
  units: [{ 单位名称: '青岛甲有限公司', 统一社会信用代码: '91370200163562681G', 单位类型: '企业' }],
  honours: [{ 单位名称: '青岛甲有限公司', 荣誉名称: '青岛市市长质量奖', 等级: '提名奖', '届次/年度': '2021', '类别(组织/个人/专利/产品)': '组织', 公布日期: '2021-11-05', '状态(公示/授予/撤销)': '授予' }],
  pilots: [{ 项目名称: '服务业标准化试点', 类型: '服务业标准化', 级别: '省级', 承担单位: '青岛甲有限公司', 批准年度: 2021, 状态: '在建' }],
  population: [{ '2021年末常住人口（万人）': 51.35 }],
  market_entities: [{ '2021年末市场主体数（户）': 98765 }],
  indicators: [{ 市: '青岛市', '有效发明专利量（件）': 47000, '每万人口发明专利拥有量（件）': 46.3 }, { 市: '济南市', '有效发明专利量（件）': 46000 }],
}

async function makeTemplate(desk: TempRegister, kind: ImportKind, district: string | null): Promise<string> {
  const out = join(desk.folder, `${kind}.xlsx`)
  const store = desk.open()
  const { districts } = await createImportServices(store)
  await store.close()
  expect(await writeTemplate({ kind, district, out, today: '2022-01-17', at: 0 }, districts)).toMatchObject({ ok: true })
  return out
}

/** Writes rows under their headings, as somebody does who opens the form and sends it back under a name of his own. */
async function fillIn(path: string, rows: readonly Record<string, string | number>[]): Promise<string> {
  const { sheets: [sheet] } = await readFile(path)
  const headings = new Map((sheet?.rows.find(({ row }) => row === 3)?.cells ?? []).map((cell, column) => [textOf(cell), column]))
  const edits = rows.flatMap((row, index) => Object.entries(row).map(([heading, value]): CellEdit => ({ row: firstRow + index, column: headings.get(heading) ?? -1, value })))
  expect(edits.filter(({ column }) => column < 0)).toEqual([])
  const out = path.replace('.xlsx', '报来的.xlsx')
  const template = await openTemplate(path)
  try {
    expect(await fillFile(template, new Map([['填报表', edits]]), out)).toMatchObject({ ok: true })
  } finally {
    template.close()
  }
  return out
}

async function take(desk: TempRegister, path: string): Promise<ImportAnswer> {
  const answer = await importFile(path, { ...sampleClock, dryRun: true }, await createImportServices(desk.open()))
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer.value
}

describe('a form for districts', () => {
  it.each(importKinds)('of %s comes back as new rows without a question, its sample passed over', async (kind) => {
    using desk = tempRegister()
    const rows = filled[kind]
    const answer = await take(desk, await fillIn(await makeTemplate(desk, kind, laoshan), rows))
    expect(answer).toMatchObject({ kind, rows: { read: rows.length, new: rows.length, review: 0, rejected: 0, repaired: 0 }, skipped: [{ row: 4, code: 'example' }] })
    expect(answer.sheets).toHaveLength(1)
    expect(answer.notices.filter(({ code }) => code === 'sheet_left_out')).toEqual([])
    expect(answer.sheets[0]?.unmapped.filter(({ header }) => header !== '序号')).toEqual([])
  })

  it.each(importKinds)('of %s has a sample that would be right in every cell', async (kind) => {
    for (const { entry, sample, choices } of collectionForms[kind].columns) {
      if (choices && sample !== '') expect(choices).toContain(sample)
      if (entry === 'date' && sample !== '') expect(sample).toMatch(/^\d{4}-\d\d-\d\d$/)
    }
  })

  it('gives its district to the rows, which have no column for it, also when its title is cut off', async () => {
    using desk = tempRegister()
    const path = await fillIn(await makeTemplate(desk, 'units', laoshan), filled.units)
    const store = desk.open()
    const answer = await importFile(path, sampleClock, await createImportServices(store))
    expect(answer).toMatchObject({ ok: true, value: { records: { new: 1 } } })
    expect((await store.records.all('unit')).map(({ values }) => values['district'])).toEqual([laoshan])
  })

  it('is what it was made as, even when every number in it is wrong', async () => {
    using desk = tempRegister()
    const rows = [{ 申请号: '2021100000015', 发明名称: '甲', 专利权人: '青岛甲有限公司', 统一社会信用代码: '91370200163562681G' }, { 申请号: '2021100000016', 发明名称: '乙', 专利权人: '青岛乙有限公司', 统一社会信用代码: '91370200163562681G' }]
    expect(await take(desk, await fillIn(await makeTemplate(desk, 'high_value', laoshan), rows))).toMatchObject({ kind: 'high_value', rows: { read: 2, rejected: 1, new: 1 } })
  })

  it('believes its title more than its mark', async () => {
    using desk = tempRegister()
    const from = await fillIn(await makeTemplate(desk, 'units', laoshan), filled.units)
    const to = join(desk.folder, '改了区市.xlsx')
    const template = await openTemplate(from)
    expect(await fillFile(template, new Map([['填报表', [{ row: 2, column: 0, value: '所属区市：市北区' }]]]), to)).toMatchObject({ ok: true })
    template.close()
    const store = desk.open()
    await importFile(to, sampleClock, await createImportServices(store))
    expect((await store.records.all('unit')).map(({ values }) => values['district'])).toEqual(['370203'])
  })

  it('offers the city’s districts where it is for any of them, and begins a table of regions with all', async () => {
    using desk = tempRegister()
    const units = partsOf(readFileSync(await makeTemplate(desk, 'units', null))).find(({ name }) => name === 'xl/worksheets/sheet1.xml')?.content.toString() ?? ''
    expect(units).toMatch(/<dataValidation type="list"[^>]*sqref="E5:E5005"><formula1>&quot;市南区,市北区,/)
    const { sheets: [population] } = await readFile(await makeTemplate(desk, 'population', null))
    expect(population && [5, 6, 14].map((row) => cellAt(population, `B${row}`))).toEqual(['市南区', '市北区', '莱西市'])
  })

  it.skipIf(!hasLibreOffice)('opens in another program, which keeps its checks and its mark', async () => {
    using desk = tempRegister()
    const path = await fillIn(await makeTemplate(desk, 'units', laoshan), filled.units)
    const saved = join(desk.folder, '另存.xlsx')
    writeFileSync(saved, await convertWithLibreOffice(path, 'xlsx:Calc MS Excel 2007 XML'))
    const sheet = partsOf(readFileSync(saved)).find(({ name }) => name === 'xl/worksheets/sheet1.xml')?.content.toString() ?? ''
    expect(sheet.match(/<dataValidation /g)?.length).toBeGreaterThanOrEqual(4)
    expect(sheet).toContain('SUMPRODUCT')
    expect(await take(desk, saved)).toMatchObject({ rows: { new: 1, review: 0 } })
  })
})
