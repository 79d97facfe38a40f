import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { placesOf } from '../../../../src/main/register/city/registerPlaces'
import { createColumnsOwner } from '../../../../src/main/register/columns/columnsOwner'
import { createCounting, type Counting } from '../../../../src/main/register/counting'
import { createFigureValues } from '../../../../src/main/register/fill/figureValues'
import type { FormName } from '../../../../src/shared/domain/catalogue/forms'
import type { Values } from '../../../../src/shared/domain/catalogue/fields'
import { aBatch, aChangeSet, anInsert, aSource } from '../../../support/registers/changeSets'
import { tempRegister } from '../../../support/registers/tempRegister'
import { valueOf } from '../../../support/valueOf'

/** A register with one patent and one population, and nothing of any other kind: what it does not hold is not zero. */
const register = tempRegister()
const folder = mkdtempSync(join(tmpdir(), 'no-data-'))
let counting: Counting
let store: ReturnType<typeof register.open>

beforeAll(async () => {
  store = register.open()
  const patent: Values = { applicationNumber: '201510123456.7', type: 'invention', parties: ['某公司'], ownerPlace: '370212', filedOn: '2015-01-01', grantedOn: '2018-01-01' }
  const people: Values = { key: 'census2020 370200', region: '370200', series: 'census2020', populationWan: 1007.1722, year: 2020 }
  const applied = await store.apply(aChangeSet({ batch: aBatch({ sources: [aSource()] }), inserts: [anInsert('patent', patent), anInsert('population', people)] }))
  if (!applied.ok) throw new Error(applied.code)
  counting = await createCounting(store)
})
afterAll(async () => {
  await store.close()
  register[Symbol.dispose]()
  rmSync(folder, { recursive: true, force: true })
})

async function bodyOf(form: FormName, more: { source?: 'received'; scope?: 'cities' } = {}) {
  const out = join(folder, `${form}${more.scope ?? ''}.xlsx`)
  const { answer } = valueOf(await counting.report(form, { period: '2021', out, ...more }, { operator: '王芳', now: 0 }))
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(out)
  const sheet = book.worksheets[0]
  const texts: string[] = []
  const rows = new Map<string, ExcelJS.Row>()
  sheet?.eachRow((row) => {
    texts.push(row.getCell('A').text)
    for (const column of ['A', 'B']) rows.set(row.getCell(column).text, row)
  })
  return { answer, texts, cell: (name: string, letter: string) => rows.get(name)?.getCell(letter).value ?? null }
}

describe('a kind of which the register has no record', () => {
  it.each(['pct', 'standards', 'honours', 'trademarks_valid', 'national_participation'] as const)('has no %s in a ranking, now or before, and says why', async (indicator) => {
    const answer = valueOf(await counting.rank(indicator, { period: '2021' }))
    expect(answer.noData).toBe('no_records')
    for (const row of [...answer.rows, answer.total]) expect(row).toMatchObject({ value: null, previous: null, rank: null, growth: '-', share: '-' })
  })

  it('is told apart from a zero that was counted', async () => {
    const answer = valueOf(await counting.rank('patents_granted', { period: '2021' }))
    expect(answer.noData).toBeUndefined()
    expect(answer.total).toMatchObject({ value: 0, previous: 0 })
    const { rows } = valueOf(await counting.rank('inventions_valid', { period: '2021' }))
    expect(rows.map(({ value }) => value)).toEqual([0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0])
  })

  it('has no figures by period either', async () => {
    const answer = valueOf(await counting.series('pct', { period: '2021Q3' }))
    expect(answer).toMatchObject({ noData: 'no_records', total: { value: null, prior: null, yearToDate: null, ever: null, share: '-' } })
  })

  it('is left blank in a form, said under it, and proves no check', async () => {
    const { answer, texts, cell } = await bodyOf('F8')
    expect(answer).toMatchObject({ checks: [], noData: [{ indicator: 'pct', label: 'PCT国际专利申请量' }] })
    for (const letter of ['B', 'C', 'D', 'E']) expect({ letter, city: cell('全市', letter), district: cell('崂山区', letter) }).toEqual({ letter, city: null, district: null })
    expect(texts.filter((text) => text.includes('台账里没有PCT申请，表中空白不表示零'))).toHaveLength(1)
  })

  it('leaves its columns of a form blank beside the counted ones, sums and places too', async () => {
    const { answer, cell } = await bodyOf('F10')
    expect(answer.noData?.map(({ indicator }) => indicator)).toEqual(['standards', 'pct', 'trademarks_valid'])
    expect(['C', 'D', 'E', 'F', 'O', 'S'].map((letter) => cell('崂山区', letter))).toEqual([null, null, null, null, null, null])
    expect([cell('崂山区', 'G'), cell('市南区', 'G'), cell('崂山区', 'J')]).toEqual([1, 0, 1])
    const sums = await bodyOf('F2')
    expect(['C', 'O', 'Q', 'R'].map((letter) => sums.cell('崂山区', letter))).toEqual([null, null, null, null])
  })

  it('leaves a bound cell of a received form empty, whatever of the figure it shows', async () => {
    const columns = await createColumnsOwner(store.columns, placesOf(null, null).city).current()
    const figures = createFigureValues(columns, placesOf(null, null).resolver, { period: '2021' })
    for (const measure of ['value', 'growth', 'rank'] as const) expect(valueOf(await figures.of({ indicator: 'pct', measure, filters: [] }, '崂山区')).value).toBeNull()
    expect(valueOf(await figures.of({ indicator: 'inventions_valid', measure: 'value', filters: [] }, '市南区')).value).toBe(0)
  })
})

describe('figures that were not received for the period', () => {
  it('are missing in the ranking of the cities and blank in the form, with the reason', async () => {
    expect(valueOf(await counting.rank('pct', { period: '2021', source: 'received', scope: 'cities' }))).toMatchObject({ noData: 'not_received', total: { value: null } })
    const { answer, texts, cell } = await bodyOf('F10', { source: 'received', scope: 'cities' })
    expect(answer.noData).toHaveLength(5)
    expect(cell('青岛市', 'C')).toBeNull()
    expect(texts.some((text) => text.includes('没有收到制修订国际、国家、行业标准数、'))).toBe(true)
  })
})
