import { describe, expect, it } from 'vitest'
import type { Values } from '../../../../src/shared/domain/catalogue/fields'
import { DraftingSettling } from '../../../../src/shared/domain/merging/settleDrafting'
import type { ReportedPosition, Statement } from '../../../../src/shared/domain/merging/statement'

/** A row of a source for each place that is reported. */
function rowsSaying(places: readonly ReportedPosition[]): Statement[] {
  return places.map((_position, row) => ({ order: [0, row], class: 'official', values: { _position } }))
}

function foldDrafting(rows: readonly Statement[]): Values {
  const settling = new DraftingSettling()
  for (const row of rows) settling.take(row)
  const values: Values = {}
  settling.settle(values)
  return values
}

describe('a drafting list made of the rows of single units', () => {
  it('puts units without a place behind those with one, and nobody first on no word at all', () => {
    const rows = rowsSaying([{ name: '甲厂', rank: null, total: 7 }, { name: '乙厂', rank: 5, total: null }, { name: '丙厂', rank: null, total: null }, { name: '甲厂', rank: null, total: null }])
    expect(foldDrafting(rows)).toEqual({ drafting: [[5, '乙厂'], [6, '甲厂'], [7, '丙厂']], listLength: 7 })
    expect(foldDrafting(rowsSaying([{ name: '甲厂', rank: null, total: null }]))).toEqual({ drafting: [[2, '甲厂']] })
  })

  it('is made however many rows speak of one standard', () => {
    const rows = rowsSaying(Array.from({ length: 130_000 }, (_, at) => ({ name: `${at % 30}厂`, rank: null, total: null })))
    const { drafting } = foldDrafting(rows)
    expect(drafting).toHaveLength(30)
  })
})
