import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { patchSheet } from '../../../src/main/workbook/patch/patchSheet'
import { mapSheet } from '../../../src/main/workbook/patch/sheetCells'
import { textOf } from '../../../src/main/workbook/patch/sheetWords'

/** A cell as programs write it, and the same cell written so that each of its tags has to be looked at. */
interface Written { usual: string; unusual: string }

const cell = (address: string): fc.Arbitrary<Written> => fc.oneof(
  fc.constant(both(address, ' s="3"/', '')),
  fc.constant(both(address, ' s="3" t="n" /', '')),
  fc.integer({ min: 0, max: 9_999 }).map((value) => both(address, ' s="3"', `<v>${value}</v>`)),
  fc.constant(both(address, '', '<v />')),
  fc.constantFrom('<v>7</v>', '<v/>', '<v />', '').map((result) => both(address, ' t="str"', `<f>SUM(A1:A2)</f>${result}`)),
  fc.constantFrom('<f t="array" ref="A1:B2">A1:B2</f><v>1</v>', '<f t="shared" si="0"/><v>2</v>', '<v>1</v><f>A1</f>', '<f><![CDATA[A1<"</c>"]]></f><v>3</v>').map((inner) => both(address, '', inner)),
  fc.constantFrom('合计', '其中：&lt;发明&gt;', ' 市南区 ', '_x000D_').map((text) => both(address, ' t="inlineStr"', `<is><t xml:space="preserve">${text}</t></is>`)),
  fc.constant(both(address, ' t="inlineStr"', '<is><r><t>市</t></r><rPh sb="0" eb="1"><t>shi</t></rPh><r><t>南</t></r></is>')),
)

function both(address: string, rest: string, inner: string): Written {
  const [closing, unusual] = inner === '' && rest.endsWith('/') ? ['', rest] : ['</c>', `${rest} `]
  return { usual: `<c r="${address}"${rest}>${inner}${closing}`, unusual: `<c  r='${address}'${unusual}><!-- x -->${inner}${closing}`.replace('/><!-- x -->', '/>') }
}

const rows = fc.tuple(...[1, 2, 3].map((row) => fc.tuple(...['A', 'B', 'AA'].map((column) => cell(`${column}${row}`)))))

const sheetOf = (written: Written[][], way: keyof Written): string => `<worksheet><sheetData>${written.map((cells, at) => `<row r="${at + 1}">${cells.map((one) => one[way]).join('')}</row>`).join('')}</sheetData></worksheet>`

describe('the cells of a sheet', () => {
  test('are the same however they are written', () => {
    fc.assert(fc.property(rows, (written) => {
      const [usual, unusual] = (['usual', 'unusual'] as const).map((way) => {
        const xml = sheetOf(written, way)
        const map = mapSheet(xml)
        return {
          cells: map.rows.map(({ cells }) => cells.map((found) => [found.row, found.column, found.hasFormula, textOf(xml, found, []), found.value && xml.slice(found.value.start, found.value.end).trim()])),
          ends: map.rows.map(({ cellsEnd }) => xml.slice(cellsEnd, cellsEnd + 6)), calculated: map.calculated,
        }
      })
      expect(usual).toEqual(unusual)
    }))
  })

  test('lose the same results when one of them is filled', () => {
    fc.assert(fc.property(rows, (written) => {
      const [usual, unusual] = (['usual', 'unusual'] as const).map((way) => {
        const { xml } = patchSheet(sheetOf(written, way), [{ row: 4, column: 0, value: 1 }], 'S')
        return xml.replaceAll('<!-- x -->', '').replaceAll(/<c {2}r='(\w+)'/g, '<c r="$1"').replaceAll(/ +(\/?>)/g, '$1')
      })
      expect(usual?.replaceAll(/ +(\/?>)/g, '$1')).toBe(unusual)
    }))
  })

  test('out of order are damage in both', () => {
    for (const sheet of ['<c r="B1"/><c r="A1"/>', '<c  r="B1"/><c  r="A1"/>']) expect(() => mapSheet(`<worksheet><sheetData><row r="1">${sheet}</row></sheetData></worksheet>`)).toThrow('damaged')
  })
})
