import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { crosstab, type CrosstabAnswer } from '../../../src/main/register/crosstab/crosstab'
import { openSession, type RegisterSession } from '../../../src/main/register/opened/session'
import { listField, type ListKind } from '../../../src/shared/domain/catalogue/listFields'
import { fillRandomly } from '../../support/registers/fillRandomly'
import { tempRegister } from '../../support/registers/tempRegister'
import { valueOf } from '../../support/valueOf'

/** Cross tables of a random register against its list, read row by row and tallied one record at a time. */
const register = tempRegister()
const today = '2022-01-17'
let session: RegisterSession

beforeAll(async () => {
  const store = register.open()
  await fillRandomly(store, 7, 160)
  await store.close()
  session = valueOf(openSession(register.path))
}, 60_000)
afterAll(async () => {
  await session.close()
  register[Symbol.dispose]()
})

const dimensions: Partial<Record<ListKind, readonly string[]>> = {
  standards: ['kind', 'newOrRevised', 'status', 'district', 'role', 'systems', 'committee', 'publishedOn', 'publishedOn:quarter', 'effectiveOn:month'],
  patents: ['type', 'status', 'district', 'ownerType', 'criteria', 'filedOn', 'grantedOn:quarter', 'lapsedOn:month'],
  trademarks: ['classes', 'status', 'district', 'registeredOn', 'appliedOn:month'],
  honours: ['honour', 'level', 'status', 'district', 'publishedOn:quarter'],
}
const nameOf = (dimension: string): string => dimension.replace(/:.*$/u, '')
const asked = fc.constantFrom(...(Object.keys(dimensions) as ListKind[])).chain((kind) => fc.record({
  kind: fc.constant(kind), chosen: fc.uniqueArray(fc.constantFrom(...(dimensions[kind] ?? [])), { minLength: 2, maxLength: 3, selector: nameOf }),
}))

const everything = '全部'
type Written = string

/** What a record has in a field: each value once, `null` where it has none; a day by its year, quarter or month as far as it is known. */
function valuesIn(cell: unknown, dimension: string): Written[] {
  const values = (Array.isArray(cell) ? cell : [cell]).filter((value) => value !== null && value !== undefined && value !== '').map(String)
  const grained = nameOf(dimension).endsWith('On') ? values.flatMap((day) => grainOf(day, dimension)) : values
  return grained.length === 0 ? ['null'] : [...new Set(grained)]
}

function grainOf(day: string, dimension: string): Written[] {
  const [year = '', month] = day.split('-')
  if (!dimension.includes(':')) return [year]
  if (month === undefined) return []
  return [dimension.endsWith(':month') ? `${year}-${month}` : `${year}Q${Math.ceil(Number(month) / 3)}`]
}

/** Every number of an answer by the values it stands under; 0 where a table has no such cell. */
function numbersOf({ columns, tables, dimensions: { split } }: CrosstabAnswer): Map<string, number> {
  const numbers = new Map<string, number>()
  for (const table of tables) {
    const inSplit = split === null || table.isWhole ? everything : String(table.split)
    const put = (row: string, counts: readonly (number | null)[], total: number | null): void => {
      for (const [at, count] of counts.entries()) numbers.set([inSplit, row, String(columns[at] ?? null)].join('|'), count ?? 0)
      numbers.set([inSplit, row, everything].join('|'), total ?? 0)
    }
    for (const { value, counts, total } of table.rows) put(String(value), counts, total)
    put(everything, table.totals, table.total)
  }
  return new Map([...numbers].filter(([, count]) => count !== 0))
}

describe('cross tables of a random register', () => {
  it('have in every cell, subtotal and total the records that have these values, each once', async () => {
    await fc.assert(fc.asyncProperty(asked, async ({ kind, chosen: [rows = '', columns = '', split] }) => {
      const query = { kind, search: '', filters: [], sort: [] }
      const { answer } = valueOf(await crosstab(session.lists, { query, rows, columns, split }, today))
      const list = valueOf(await session.lists.find(query, today))
      const fields = [rows, columns, ...(split === undefined ? [] : [split])].map(nameOf).flatMap((name) => listField(kind, name) ?? [])
      const tally = new Map<string, number>()
      for (const { cells } of await session.lists.rows(list, 0, list.count, fields, today)) {
        const of = (dimension: string): Written[] => [...valuesIn(cells[nameOf(dimension)], dimension), everything]
        for (const inSplit of split === undefined ? [everything] : of(split)) {
          for (const row of of(rows)) for (const column of of(columns)) tally.set([inSplit, row, column].join('|'), (tally.get([inSplit, row, column].join('|')) ?? 0) + 1)
        }
      }
      expect(tally.size).toBeGreaterThan(3)
      expect(numbersOf(answer)).toEqual(tally)
    }), { numRuns: 60 })
  })
})
