import { describe, expect, it } from 'vitest'
import { formDefinition, forms, type FormName } from '../../../../src/shared/domain/catalogue/forms'
import { formColumn } from '../../../../src/main/register/reports/tables/formTable'

/** The layouts of the catalogue against themselves: a slip in a letter would print a wrong sum. */
describe('form layouts', () => {
  const names = Object.keys(forms) as FormName[]

  it.each(names)('%s: the header covers every column exactly once in each of its rows', (name) => {
    const { header, columns } = formDefinition(name)
    const cells = new Map<string, number>()
    for (const [range] of header) {
      const [from = '', to = from] = range.split(':')
      for (let row = rowOf(from); row <= rowOf(to); row++) {
        for (let column = formColumn(lettersOf(from)); column <= formColumn(lettersOf(to)); column++) cells.set(`${row} ${column}`, (cells.get(`${row} ${column}`) ?? 0) + 1)
      }
    }
    const rows = Math.max(...header.flatMap(([range]) => range.split(':').map(rowOf)))
    expect(cells.size).toBe((rows - 2) * columns.length)
    expect([...cells.values()].every((count) => count === 1)).toBe(true)
  })

  it.each(names)('%s: sums, ranks and checks speak of columns that are there, sums only of those before them', (name) => {
    const form = formDefinition(name)
    if (form.type !== 'regions') return expect(form.header).toHaveLength(form.columns.length)
    form.columns.forEach((column, at) => {
      const used = column.type === 'sum' ? column.of : column.type === 'rank' ? [column.of] : []
      expect(used.every((letters) => formColumn(letters) < at)).toBe(true)
    })
    const checked = form.checks.flatMap((check) => ('columns' in check ? check.columns : 'parts' in check ? [...check.parts, check.whole] : 'part' in check ? [check.part, check.whole] : [check.column]))
    return expect(checked.every((letters) => formColumn(letters) < form.columns.length)).toBe(true)
  })

  it('numbers columns by their letters', () => {
    expect(['A', 'R', 'Z', 'AA'].map(formColumn)).toEqual([0, 17, 25, 26])
  })
})

function lettersOf(address: string): string {
  return address.replace(/\d+/, '')
}

function rowOf(address: string): number {
  return Number(address.replace(/\D+/, ''))
}
