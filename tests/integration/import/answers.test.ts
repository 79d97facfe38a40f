import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImportAnswer } from '../../../src/main/register/import/answer'
import { undoBatch } from '../../../src/main/register/evidence/undoBatch'
import type { SqliteStore } from '../../../src/main/store/sqlite/createStore'
import type { Result } from '../../../src/shared/domain/result'
import { application } from '../../support/golden/identifiers'
import { xlsxOf } from '../../support/golden/tablePlan'
import { importSample, openNewRegister } from '../../support/registers/sampleImport'

/** Questions and their answers: what a clerk settles goes in as if the file had said it. */
let store: SqliteStore
beforeAll(async () => {
  store = openNewRegister()
  await importSample(store, '01_单位名录_2021.xlsx')
})
afterAll(async () => { await store.close() })

function valueOf(result: Result<ImportAnswer>): ImportAnswer {
  if (!result.ok) throw new Error(result.code)
  return result.value
}

async function questionOf(file: string, code: string): Promise<ImportAnswer['review'][number]> {
  const question = valueOf(await importSample(store, file, { dryRun: true })).review.find((entry) => entry.code === code)
  if (!question) throw new Error(`no question ${code}`)
  return question
}

describe('an answered question', () => {
  it('takes the chosen unit for a name without a code and leaves its name alone', async () => {
    const question = await questionOf('94_脏数据_单位.xlsx', 'unit_name_proposal')
    const [uscc] = question.choices
    const answer = valueOf(await importSample(store, '94_脏数据_单位.xlsx', { answers: { [question.questionId]: uscc ?? '' }, dryRun: true }))
    expect(answer.review.map((entry) => entry.row)).not.toContain(question.row)
    expect(answer.rejected.map((entry) => entry.row)).not.toContain(question.row)
    expect(answer.rows.same + answer.rows.changed).toBe(9)
  })

  it('takes the cell that holds a comma which nobody quoted, and asks again after what fits none', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'answers-'))
    const file = join(folder, '商标.csv')
    writeFileSync(file, '注册号,类别,商标名称,注册人\n41100001,9,潮,生,张三\n41100002,30,岬角,李四\n')
    const asked = valueOf(await importSample(store, file, { dryRun: true }))
    const [question] = asked.review
    expect(question).toMatchObject({ row: 2, column: 'C', field: 'name', code: 'surplus_fields', choices: ['潮', '潮,生'] })
    const id = question?.questionId ?? ''
    expect(valueOf(await importSample(store, file, { answers: { [id]: '不知道' }, dryRun: true })).rows).toMatchObject({ new: 1, review: 1 })
    expect(valueOf(await importSample(store, file, { answers: { [id]: null }, dryRun: true })).rows).toMatchObject({ new: 1, rejected: 1 })
    expect(valueOf(await importSample(store, file, { answers: { [id]: '潮,生' } })).rows).toMatchObject({ new: 2, review: 0 })
    expect((await store.records.byKeys('trademark', ['41100001'])).get('41100001')?.values).toMatchObject({ name: '潮,生', owner: '张三', classes: [9] })
    rmSync(folder, { recursive: true, force: true })
  })

  it('refuses a district that is none of the choices, with the cell', async () => {
    const question = await questionOf('94_脏数据_单位.xlsx', 'district_ambiguous')
    const result = await importSample(store, '94_脏数据_单位.xlsx', { answers: { [question.questionId]: '北京' }, dryRun: true })
    expect(result).toMatchObject({ ok: false, code: 'invalid_answer', at: { row: question.row, column: question.column } })
  })

  it('takes the month that the clerk reads in 2021.1', async () => {
    const question = await questionOf('90_脏数据_标准.xlsx', 'ambiguous_month')
    expect(question.choices).toEqual(['2021-01', '2021-10'])
    const answer = valueOf(await importSample(store, '90_脏数据_标准.xlsx', { answers: { [question.questionId]: '2021-10' } }))
    const record = (await store.records.byKeys('standard', ['GB/T 52112-2021'])).get('GB/T 52112-2021')
    expect(record?.values.publishedOn).toBe('2021-10')
    expect(answer.review.map((entry) => entry.row)).not.toContain(question.row)
  })

  it.each(['不清楚', '2021年13月', '', '5/3/2021'])('refuses “%s” for a date, with the cell', async (text) => {
    const question = await questionOf('90_脏数据_标准.xlsx', 'ambiguous_order')
    const result = await importSample(store, '90_脏数据_标准.xlsx', { answers: { [question.questionId]: text }, dryRun: true })
    expect(result).toMatchObject({ ok: false, code: 'bad_date', at: { row: question.row, column: question.column } })
  })

  it('offers both centuries of a two-digit year and takes neither', async () => {
    const question = await questionOf('90_脏数据_标准.xlsx', 'two_digit_year')
    expect(question.choices).toEqual(['2021-03-05', '1921-03-05'])
  })
})

describe('a mapping given by the clerk', () => {
  it('needs no kind when its field names say it, and may use the names of the records', async () => {
    const result = await importSample(store, '16_共有专利_两区市报送.xlsx', { dryRun: true, sheet: '崂山区', map: { 崂山区: { headerRows: [2], fields: { applicationNumber: 'B', title: 'D', parties: 'E', grantedOn: 'H' } } } })
    const answer = valueOf(result)
    expect(answer.kind).toBe('patents')
    expect(answer.rows.new).toBe(11)
  })
})

describe('two numbers in one row', () => {
  const folder = mkdtempSync(join(tmpdir(), 'numbers-'))
  afterAll(() => { rmSync(folder, { recursive: true, force: true }) })
  const [first, second] = [application(2019, 1, 811), application(2019, 1, 812)]

  it.each([[first, second], [second, first]])('are asked about with both, and %s comes in when it is chosen', async (chosen, other) => {
    const file = join(folder, '两号.xlsx')
    writeFileSync(file, await xlsxOf([{ rows: [['申请号', '专利号', '专利名称', '专利权人'], [first, `ZL${second}`, '冰箱', '青岛甲公司'], [application(2019, 1, 813), '', '冰柜', '青岛甲公司']] }]))
    const [question] = valueOf(await importSample(store, file, { dryRun: true })).review
    expect(question).toMatchObject({ code: 'numbers_disagree', choices: [first, second], message: `同一行写了两个不同的号：${first}、${second}。请选一个` })
    const answer = valueOf(await importSample(store, file, { answers: { [question?.questionId ?? '']: chosen } }))
    expect(answer.rows).toMatchObject({ review: 0, rejected: 0 })
    const found = await store.records.byKeys('patent', [chosen, other])
    expect(found.get(chosen)?.values.title).toBe('冰箱')
    expect(found.has(other)).toBe(false)
    if (answer.batch !== null) await undoBatch(store, answer.batch, { at: 1, operator: '测试' })
  })
})

it('puts the rows below a title of two districts into the one that is chosen, and takes no third', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'districts-'))
  try {
    const file = join(folder, '两区.xlsx')
    const header = ['标准编号', '标准名称', '单位名称']
    writeFileSync(file, await xlsxOf([{ rows: [['市南区2021年标准'], header, ['GB/T 42921-2021', '甲', '青岛甲公司'], ['市北区、崂山区2021年标准'], header, ['GB/T 42922-2021', '乙', '青岛乙公司']] }]))
    const [question] = valueOf(await importSample(store, file, { dryRun: true })).review
    expect(question).toMatchObject({ code: 'district_ambiguous', choices: ['市北区', '崂山区'], value: '市北区、崂山区2021年标准' })
    expect(await importSample(store, file, { answers: { [question?.questionId ?? '']: '市南区' }, dryRun: true })).toMatchObject({ ok: false, code: 'invalid_answer' })
    const answer = valueOf(await importSample(store, file, { answers: { [question?.questionId ?? '']: '崂山' } }))
    expect((await store.records.byKeys('standard', ['GB/T 42922-2021'])).get('GB/T 42922-2021')?.values.reportedDistrict).toBe('370212')
    if (answer.batch !== null) await undoBatch(store, answer.batch, { at: 1, operator: '测试' })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
