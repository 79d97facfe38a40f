import { describe, expect, it } from 'vitest'
import type { RankCell, RankColumn, RankTable } from '../../../../../src/shared/bridge/counting'
import { placeDistances } from '../../../../../src/shared/domain/counting/placeDistance'
import { rankDescending } from '../../../../../src/shared/domain/counting/rank'
import { figureFacts } from '../../../../../src/renderer/features/ranking/figureFacts'

const nothing: RankCell = { value: null, previous: null, growth: '-', share: '-', rank: null, previousRank: null, change: null, ahead: null, behind: null, suppressed: null }
const names = ['市南区', '市北区', '黄岛区', '崂山区', '李沧区']

function tableOf(values: readonly (number | null)[]): RankTable & { columns: [RankColumn] } {
  const ranks = rankDescending(values)
  const cells = placeDistances(values).map((distance, index) => ({ ...nothing, ...distance, value: values[index] ?? null, rank: ranks[index] ?? null }))
  const column: RankColumn = {
    indicator: 'pct', label: '', short: '', isCounted: true, isDensity: false, hasRoles: false, unit: '件', decimals: 2, isStock: false,
    from: '', to: '', asOf: '', population: null, divisor: null, problem: null, cells, total: nothing,
  }
  const rows = names.map((name) => ({ code: null, name, level: 'district' as const }))
  return { period: '2021', periodText: '2021年', scope: 'districts', sequence: 1, totalName: '全市', rows, columns: [column], notes: [], rules: [] }
}

describe('the place of a figure in words', () => {
  const table = tableOf([7.31, 9.02, 7.31, 7.3, null])
  const factsAt = (row: number): string[] => figureFacts(table, table.columns[0], table.columns[0].cells[row] ?? nothing, row).slice(1)

  it('names who stands before, or who comes next behind the first', () => {
    expect(factsAt(1)).toEqual(['第 1 位', '领先市南区、黄岛区 1.71 件'])
    expect(factsAt(0)).toEqual(['第 2 位', '距前位市北区 1.71 件'])
  })

  it('names all that share the next place, and nobody for a row without a place', () => {
    expect(factsAt(3)).toEqual(['第 4 位', '距前位市南区、黄岛区 0.01 件'])
    expect(factsAt(4)).toEqual([])
  })
})
