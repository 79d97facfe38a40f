import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromTabText, toHtmlTable, toTabText } from '../../../../../src/renderer/components/grid/range/clipboardText'

describe('tab-separated text', () => {
  it('quotes only what would break a cell, and writes numbers plainly', () => {
    expect(toTabText([[{ text: '91370212MA3C0XYZ1A' }, { text: '甲\n乙' }], [{ text: '他说"好"' }, { text: '1,204', number: 1204 }]]))
      .toBe('91370212MA3C0XYZ1A\t"甲\n乙"\r\n"他说""好"""\t1204')
  })

  it.each([
    ['one cell', '甲', [['甲']]],
    ['a row and a column', 'a\tb\r\nc\td\r\n', [['a', 'b'], ['c', 'd']]],
    ['empty cells at every place', '\ta\n\t\n', [['', 'a'], ['', '']]],
    ['a line break inside quotes', '"甲\r\n乙"\t丙', [['甲\n乙', '丙']]],
    ['a quote inside a cell', '5"管\t6"管', [['5"管', '6"管']]],
    ['a quote that never closes', '"甲\t乙', [['"甲', '乙']]],
    ['a quoted beginning of an ordinary cell', '"甲"厂\t乙', [['"甲"厂', '乙']]],
  ])('is read as spreadsheets write it: %s', (_what, text, rows) => {
    expect(fromTabText(text)).toEqual(rows)
  })

  it('comes back as it was, whatever the cells hold', () => {
    const cell = fc.string({ unit: fc.constantFrom('甲', '"', '\t', '\n', 'a', ' ', ',') })
    const table = fc.integer({ min: 1, max: 4 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }))
    fc.assert(fc.property(table, (rows) => {
      // A single empty cell at the end cannot be told from the line break behind the last row.
      const written = toTabText([...rows.map((row) => row.map((text) => ({ text }))), [{ text: '末' }]])
      expect(fromTabText(written)).toEqual([...rows, ['末']])
    }))
  })
})

describe('the table for Excel and WPS', () => {
  it('says of everything but numbers and whole dates that it is text', () => {
    const html = toHtmlTable([[{ text: '370212199001011234' }, { text: '26', number: 26 }, { text: '2021-05-06', isDate: true }, { text: '2021-05', isDate: true }]])
    expect(html).toContain(`<td class="t" style="mso-number-format:'\\@'" sdnum="2052;0;@">370212199001011234</td><td x:num="26" sdval="26">26</td>`)
    expect(html).toContain(`<td class="d" style="mso-number-format:'yyyy\\-mm\\-dd'" x:num="44322" sdval="44322" sdnum="2052;0;YYYY-MM-DD">2021-05-06</td><td class="t"`)
  })

  it('lets no cell become markup', () => {
    const html = toHtmlTable([[{ text: '<img src=x onerror=alert(1)> & "甲"\n乙' }]])
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;甲&quot;<br>乙')
  })
})
