import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spliceOf } from '../../../../src/main/register/columns/carried/splice'
import { spliceLists, spliceRanked } from '../../../../src/main/register/columns/carried/spliceRanked'
import { ListsBuilder } from '../../../../src/main/register/columns/fieldColumns'
import { ValueNumbers, type RankedColumn, type RankedLists, type ValueOrder } from '../../../../src/main/register/columns/rankedColumn'

type Rows<T> = ReadonlyMap<number, T>

function idsOf(rows: Rows<unknown>): Int32Array {
  return Int32Array.from(rows.keys()).sort()
}

function columnOf(rows: Rows<string | null>, order: ValueOrder): RankedColumn {
  const numbers = new ValueNumbers()
  const ranks = Int32Array.from(idsOf(rows), (id) => numbers.of(rows.get(id) ?? null))
  return { ranks, values: numbers.finish(ranks, order) }
}

function listsOf(rows: Rows<readonly string[]>, order: ValueOrder): RankedLists {
  const builder = new ListsBuilder(rows.size)
  idsOf(rows).forEach((id, row) => builder.add(row, rows.get(id) ?? []))
  return builder.finish(order)
}

const text = fc.constantFrom('电梯', '阀门', '阀 门', 'Ａ泵', 'A泵', 'a泵', 'ｂ', 'B', '啊', '阿', '1', '10', '2', '(甲)', '（甲）', '')
const order = fc.constantFrom<ValueOrder>('plain', 'pinyin')

function world<T>(value: fc.Arbitrary<T>) {
  const rows = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 40 }), value), { selector: ([id]) => id, maxLength: 25 })
  return fc.record({ before: rows, changed: rows, deleted: fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 8 }) })
}

/** Both states, and those records of the later one that came, went or changed. */
function states<T>({ before, changed, deleted }: { before: [number, T][]; changed: [number, T][]; deleted: number[] }) {
  const former = new Map(before)
  const present = new Map(changed.filter(([id]) => !deleted.includes(id)))
  const touched = Int32Array.from(new Set([...changed.map(([id]) => id), ...deleted])).sort()
  const later = new Map([...former, ...present].filter(([id]) => !deleted.includes(id)))
  return { former, later, present, splice: spliceOf(idsOf(former), touched, idsOf(present)) }
}

describe('a column whose touched rows are read again', () => {
  it('is the one that would be built from all rows', () => {
    fc.assert(fc.property(world(fc.option(text)), order, (changes, by) => {
      const { former, later, present, splice } = states(changes)
      expect(spliceRanked(columnOf(former, by), columnOf(present, by), splice, by)).toEqual(columnOf(later, by))
    }), { numRuns: 500 })
  })

  it('is so for several values a row', () => {
    fc.assert(fc.property(world(fc.array(text, { maxLength: 3 })), order, (changes, by) => {
      const { former, later, present, splice } = states(changes)
      expect(spliceLists(listsOf(former, by), listsOf(present, by), splice, by)).toEqual(listsOf(later, by))
    }), { numRuns: 500 })
  })

  it('is so among thousands of texts, which are ordered by keys', () => {
    const characters = [...'阿波次的鹅佛哥喝鸡科ＡAbＢ（(）)1１ -·']
    const many = Array.from({ length: 6_000 }, (_, index): [number, string] => [index + 1, [index, index * 7, index * 31].map((at) => characters[at % characters.length] ?? '').join('') + String(index % 2_500)])
    const changed = many.filter(([id]) => id % 601 === 0).map(([id], index): [number, string] => [id, `${characters[index] ?? '阿'}新`])
    const { former, later, present, splice } = states({ before: many, changed, deleted: [5, 6, 7_000] })
    expect(spliceRanked(columnOf(former, 'pinyin'), columnOf(present, 'pinyin'), splice, 'pinyin')).toEqual(columnOf(later, 'pinyin'))
  })
})
