import { describe, expect, it } from 'vitest'
import { rangeOf, rangeText, withFilter } from '../../../../../src/renderer/features/records/filters'
import { filterWords } from '../../../../../src/shared/text/filterWords'
import { gridColumns, typedField } from '../../../../../src/renderer/features/records/gridColumns'
import { printValue } from '../../../../../src/renderer/features/records/printValue'
import { recordGroups, spokenView } from '../../../../../src/renderer/features/records/recordViews'
import { shownColumns } from '../../../../../src/renderer/features/records/views/columnLayout'
import { listDefinitions, listField, listKinds } from '../../../../../src/shared/domain/catalogue/listFields'

describe('a cell in words', () => {
  it.each([
    ['standards', 'kind', 'national', '国家标准'], ['standards', 'title', 'new', 'new'], ['standards', 'localUnits', 0, '0'], ['standards', 'district', ['崂山区', '市南区'], '崂山区、市南区'],
    ['patents', 'criteria', ['strategic', 'award'], '战略性新兴产业、国家科技奖或中国专利奖'], ['pilots', 'year', 2021, '2021'], ['market_entities', 'entities', 125_000, '125,000'],
    ['population', 'populationWan', 48.6643, '48.6643'], ['standards', 'listComplete', true, '是'], ['units', 'zone', null, '—'], ['patents', 'parties', [], '—'],
  ] as const)('%s %s %j is %s', (kind, field, cell, text) => {
    expect(printValue(kind, field, cell)).toBe(text)
  })
})

describe('a filter in words', () => {
  it.each([
    [{ field: 'title', values: ['电梯'], match: 'contains' as const }, '含“电梯”'], [{ field: 'publishedOn', values: ['2021..2022-06'] }, '2021 至 2022-06'],
    [{ field: 'publishedOn', values: ['2021..'] }, '2021 以后'], [{ field: 'publishedOn', values: ['..2021'] }, '2021 以前'], [{ field: 'kind', values: ['national', 'group'] }, '国家标准、团体标准'],
    [{ field: 'kind', values: ['industry', ''], match: 'excludes' as const }, '不是 行业标准、（空白）'], [{ field: 'title', values: ['电梯'], match: 'starts' as const }, '以“电梯”开头'], [{ field: 'title', values: ['电梯'], match: 'lacks' as const }, '不含“电梯”'],
  ])('%j is %s', (filter, words) => {
    expect(filterWords('standards', filter)).toBe(words)
  })

  it('reads its range back', () => {
    expect(rangeText('2021', '')).toBe('2021..')
    expect(rangeText('2021', '2021')).toBe('2021')
    expect(rangeText(' ', '')).toBeNull()
    expect(rangeOf({ field: 'year', values: ['2019..'] })).toEqual({ from: '2019', to: '' })
    expect(rangeOf({ field: 'year', values: ['2019'] })).toEqual({ from: '2019', to: '2019' })
    expect(withFilter([{ field: 'kind', values: ['national'] }], { field: 'kind', values: [] })).toEqual([])
  })
})

describe('the views', () => {
  it('are one for every kind that is listed, and reachable from the rail', () => {
    expect(Object.values(recordGroups).flat().toSorted()).toEqual([...listKinds].toSorted())
  })

  it.each(listKinds)('of %s name fields that the list has, at least one of them elastic', (kind) => {
    const { columns, facets, headline } = spokenView(kind)
    for (const field of [...columns.map((column) => column.field), ...facets, ...headline]) {
      const isYear = field === 'year' && listDefinitions[kind].yearField !== undefined
      expect(isYear || listField(kind, field) !== undefined, field).toBe(true)
    }
    expect(columns.some(({ isElastic }) => isElastic)).toBe(true)
    const columnsOf = (isWide: boolean) => gridColumns(spokenView(kind), { columns: shownColumns(spokenView(kind), isWide, []), sort: undefined, onFilter: () => undefined })
    // The grid of a 1366 px window between facets and panel, with its row numbers and scroll bar; and of a 1920 px one.
    expect(columnsOf(false).reduce((sum, { width }) => sum + (width ?? 110), 44 + 17)).toBeLessThanOrEqual(718)
    expect(columnsOf(true).reduce((sum, { width }) => sum + (width ?? 160), 44 + 17)).toBeLessThanOrEqual(1_207)
  })

  it('let the clerk type into stored fields only', () => {
    expect(typedField(spokenView('standards'), 'title')?.name).toBe('title')
    for (const computed of ['role', 'district', 'standardNo']) expect(typedField(spokenView('standards'), computed)).toBeNull()
    expect(typedField(spokenView('patents'), 'parties')).toBeNull()
  })
})
