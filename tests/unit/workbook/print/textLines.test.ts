import { describe, expect, it } from 'vitest'
import { wrapText } from '../../../../src/main/workbook/print/textLines'
import { textWidth } from '../../../../src/main/workbook/write/sheet/textMeasure'

const lines = (text: string, width: number): string[] => wrapText(text, width, textWidth)

describe('lines of a printed cell', () => {
  it('keep the unit in brackets whole, and all of the heading in order', () => {
    expect(lines('本单位拟奖励（万/元）', 16)).toEqual(['本单位拟奖励', '（万/元）'])
    expect(lines('常住人口(万人)', 12)).toEqual(['常住人口', '(万人)'])
    expect(lines('专利密度（件/万人），2021年末', 18)).toEqual(['专利密度', '（件/万人），2021', '年末'])
  })

  it('break a bracket that no line holds, and a long one anywhere behind its opening mark', () => {
    expect(lines('甲（件/万人）', 6)).toEqual(['甲（件', '/万', '人）'])
    expect(lines('备注（同一标准有多个区市单位参与的分别计）', 12)).toEqual(['备注（同一标', '准有多个区市', '单位参与的分', '别计）'])
  })
})
