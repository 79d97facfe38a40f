import { expect, it } from 'vitest'
import { shareOption } from '../../../../../src/renderer/components/charts/chartOptions'
import { palette } from '../../../../../src/renderer/components/palette'

it('says at each part what the ranking says, also where the parts make more than a whole', () => {
  const bars = [{ name: '崂山区', value: 45, share: '34.9%', isChosen: true }, { name: '黄岛区', value: 36, share: '27.9%', isChosen: false }, { name: '市南区', value: 123, share: '95.3%', isChosen: false }]
  const { series } = shareOption(bars, palette.light) as { series: { data: number[]; label: { formatter(): string } }[] }
  expect(series.map(({ data, label }) => [data[0], label.formatter()])).toEqual([[45, '崂山区\n34.9%'], [36, '黄岛区\n27.9%'], [123, '市南区\n95.3%']])
})
