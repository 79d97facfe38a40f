import { describe, expect, it } from 'vitest'
import { formColumnWidths } from '../../../../src/main/workbook/write/form/formColumns'
import type { FormCell, FormSheet } from '../../../../src/main/workbook/write/form/formWriter'
import { shownNumber } from '../../../../src/main/workbook/write/sheet/numberDisplay'
import { textWidth, wrappedLines } from '../../../../src/main/workbook/write/sheet/textMeasure'

function aForm(rows: FormCell[][], headings: string[]): FormSheet {
  return {
    kind: 'form', name: '表', title: '表', subtitle: {}, paper: 'A4', notes: [], signature: '', rows,
    columns: headings.map(() => ({})), header: headings.map((text, column) => ({ row: 0, column, text })),
  }
}

describe('measuring text', () => {
  it('counts Chinese characters and full-width signs as two digits', () => {
    expect(['青岛市', 'GB/T 1', '（件）', '·', 'ｱ', '𠮷'].map(textWidth)).toEqual([6, 6, 6, 2, 1, 2])
  })

  it('wraps Chinese anywhere and Latin words whole', () => {
    expect(wrappedLines('青岛市市场监督管理局', 8)).toBe(3)
    expect(wrappedLines('ISO 9001:2015', 9)).toBe(2)
    expect(wrappedLines('a'.repeat(30), 10)).toBe(3)
    expect(wrappedLines('一\n二\n三', 10)).toBe(3)
  })
})

describe('column widths of a form', () => {
  it('leave room for every number as its format shows it', () => {
    const values: FormCell[] = [{ value: 1_234_567_890 }, { value: -12.3456, format: '0.0%' }, { value: 98_765.432, format: '0.00' }]
    const widths = formColumnWidths(aForm([values], ['甲', '乙', '丙']))
    values.forEach(({ value, format }, index) => expect(widths[index]).toBeGreaterThan(shownNumber(Number(value), format).length + 1))
  })

  it('are equal under equal headings', () => {
    const form = aForm([[{ value: 1 }, { value: 1_000_000 }, { value: 5 }]], ['制定', '制定', '位次'])
    const [first, second, third] = formColumnWidths(form)
    expect(first).toBe(second)
    expect(third).toBeLessThan(second ?? 0)
  })

  it('wrap long texts instead of following them', () => {
    const [width] = formColumnWidths(aForm([[{ value: '标'.repeat(500) }]], ['标准名称']))
    expect(width).toBeLessThan(80)
  })
})

describe('numbers as shown', () => {
  it('follow their format', () => {
    expect([shownNumber(1_234_567), shownNumber(1234.5, '#,##0.00'), shownNumber(-0.0913, '0.0%'), shownNumber(77.2345, '0.00')])
      .toEqual(['1,234,567', '1,234.50', '-9.1%', '77.23'])
  })
})
