import { describe, expect, it } from 'vitest'
import { copiedRows } from '../../../../../src/renderer/features/records/blocks/copiedCells'
import { repeated, repeatedAcross } from '../../../../../src/renderer/features/records/blocks/fillTexts'
import { summaryText } from '../../../../../src/renderer/features/records/blocks/useRangeSummary'
import { excludeValue, onlyValue, textCondition, valuesOf, withFilter } from '../../../../../src/renderer/features/records/filters'
import { spokenView } from '../../../../../src/renderer/features/records/recordViews'
import { isSameView, possibleColumns, shownColumns, withColumn, withPin } from '../../../../../src/renderer/features/records/views/columnLayout'

describe('copied cells', () => {
  it('read as in the list, with numbers as numbers, dates as dates and nothing as nothing', () => {
    const row = { id: 1, cells: { standardNo: 'GB/T 1-2021', kind: 'national', publishedOn: '2021-05-06', localUnits: 3, district: ['崂山区', '市南区'], committee: null } }
    expect(copiedRows(spokenView('standards'), [row], ['standardNo', 'kind', 'publishedOn', 'localUnits', 'district', 'committee'])).toEqual([
      [{ text: 'GB/T 1-2021' }, { text: '国家标准' }, { text: '2021-05-06', isDate: true }, { text: '3', number: 3 }, { text: '崂山区、市南区' }, { text: '' }],
    ])
  })

  it('keep lists apart as their editor does', () => {
    const row = { id: 1, cells: { systems: ['海洋、渔业', '家电'] } }
    expect(copiedRows(spokenView('standards'), [row], ['systems'])).toEqual([[{ text: '海洋、渔业；家电' }]])
  })
})

describe('filling', () => {
  it('downwards begins with the first row, upwards ends with the last', () => {
    const source = [['甲'], ['乙'], ['丙']]
    expect(repeated(source, { from: 3, to: 8 }, false)).toEqual(source)
    const upwards = repeated(source, { from: 0, to: 4 }, true)
    expect(Array.from({ length: 4 }, (_, row) => upwards[row % 3]?.[0])).toEqual(['丙', '甲', '乙', '丙'])
    expect(repeatedAcross([['甲', '乙']], 3, true)).toEqual([['乙', '甲']])
  })
})

describe('the sum of a selection in words', () => {
  it('speaks of numbers only where there are some', () => {
    expect(summaryText(40, { count: 40, numbers: { count: 40, sum: 1204, least: 1, most: 99 }, dates: null })).toBe('已选 40 格　计数 40　求和 1,204　平均 30.1　最小 1　最大 99')
    expect(summaryText(6, { count: 5, numbers: null, dates: { least: '2019', most: '2021-06-30' } })).toBe('已选 6 格　计数 5　最早 2019　最晚 2021-06-30')
    expect(summaryText(2_000_000, null)).toBe('已选 2,000,000 格')
  })
})

describe('conditions of a column', () => {
  it('one takes the place of another; values that must not be add up', () => {
    let filters = withFilter([], textCondition('title', 'contains', '电梯'))
    filters = onlyValue(filters, 'kind', 'national')
    filters = excludeValue(filters, 'kind', 'industry')
    filters = excludeValue(filters, 'kind', 'local')
    expect(filters).toEqual([{ field: 'title', values: ['电梯'], match: 'contains' }, { field: 'kind', values: ['industry', 'local'], match: 'excludes' }])
    expect(valuesOf(filters, 'kind').size).toBe(0)
    expect(withFilter(filters, textCondition('title', 'starts', ' '))).toHaveLength(1)
  })
})

describe('columns', () => {
  const view = spokenView('standards')

  it('are the program’s until the clerk arranges them; fields the list does not know are left out', () => {
    expect(shownColumns(view, false, []).map(({ field }) => field)).not.toContain('status')
    expect(shownColumns(view, true, []).map(({ field }) => field)).toContain('status')
    expect(shownColumns(view, false, [{ field: 'title', width: 300 }, { field: 'gone' }])).toEqual([{ field: 'title', width: 300 }])
    expect(new Set(possibleColumns(view)).size).toBe(possibleColumns(view).length)
  })

  it('are shown, hidden and pinned, but never all hidden', () => {
    expect(withColumn([{ field: 'title' }], 'title', false)).toEqual([{ field: 'title' }])
    expect(withColumn([{ field: 'title' }], 'ics', true).map(({ field }) => field)).toEqual(['title', 'ics'])
    expect(withPin([{ field: 'a' }, { field: 'b' }, { field: 'c' }], 'c', true).map(({ field }) => field)).toEqual(['c', 'a', 'b'])
  })

  it('make a view another one when they change', () => {
    const saved = { search: '', filters: [], sort: [], columns: [{ field: 'title' }] }
    expect(isSameView(saved, { ...saved })).toBe(true)
    expect(isSameView(saved, { ...saved, columns: [] })).toBe(false)
  })
})
