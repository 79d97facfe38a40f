import { describe, expect, it } from 'vitest'
import { subtitleSpans } from '../../../../src/main/workbook/write/form/formRows'
import type { FormSheet } from '../../../../src/main/workbook/write/form/formTypes'

const form = (middle: string): FormSheet => ({
  kind: 'form', name: '表', title: '表', subtitle: { left: '填报单位：青岛市市场监督管理局（盖章）', middle, right: '单位：项' }, columns: [], header: [], rows: [], notes: [], signature: '', paper: 'A4',
})
const spansOf = (middle: string, widths: readonly number[]) => subtitleSpans(form(middle), widths).map(({ column, colSpan }) => [column, colSpan])

describe('the line under a title', () => {
  it('has its middle part in the middle where the outer ones can be alike', () => {
    expect(spansOf('2021年', Array.from({ length: 18 }, () => 7))).toEqual([[0, 6], [6, 6], [12, 6]])
  })

  it('leaves the middle part on one line where a few wide columns would take its room', () => {
    const widths = Array.from({ length: 13 }, () => 9.7)
    expect(spansOf('统计期间：2023年7月1日—9月30日', widths)).toEqual([[0, 5], [5, 7], [12, 1]])
    expect(spansOf('2021年', widths)).toEqual([[0, 5], [5, 3], [8, 5]])
  })
})
