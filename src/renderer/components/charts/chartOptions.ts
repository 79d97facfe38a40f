import { t } from '../../../shared/text/t'
import { fontFamily, palette } from '../palette'
import { printFigure } from '../values/printFigure'
import type { EChartsCoreOption } from './echartsModules'
import type { ChartColours } from './chartColours'

/**
 * Options of lines and bars. One colour tells what is looked at, grey is everything else, and names and figures stand
 * at the lines and bars themselves, so that a grey print reads the same.
 */

export function chartBase(colours: ChartColours): EChartsCoreOption {
  return {
    animation: false,
    textStyle: { fontFamily, fontSize: 12, color: colours.text2 },
    // Rich text is drawn on the canvas: the page's security policy allows no inline styles.
    tooltip: { renderMode: 'richText', trigger: 'item', backgroundColor: colours.raised, borderColor: colours.line2, textStyle: { color: colours.text, fontFamily, fontSize: 12 } },
  }
}

export interface TrendLine {
  name: string
  values: readonly (number | null)[]
  isChosen: boolean
}

export function trendOption(periods: readonly string[], lines: readonly TrendLine[], decimals: number, colours: ChartColours): EChartsCoreOption {
  return {
    ...chartBase(colours),
    grid: { left: 12, right: 88, top: 20, bottom: 8, containLabel: true },
    xAxis: { type: 'category', data: [...periods], axisLine: { lineStyle: { color: colours.line2 } }, axisTick: { show: false }, axisLabel: { color: colours.text3, hideOverlap: true } },
    yAxis: { type: 'value', splitNumber: 3, ...(decimals === 0 ? { minInterval: 1 } : {}), splitLine: { lineStyle: { color: colours.line } }, axisLabel: { color: colours.text3, formatter: (value: number) => printFigure(value, Number.isInteger(value) ? 0 : decimals) } },
    series: lines.toSorted((a, b) => Number(a.isChosen) - Number(b.isChosen)).map(({ name, values, isChosen }) => ({
      type: 'line', name, data: [...values], symbol: 'circle', symbolSize: isChosen ? 6 : 3, z: isChosen ? 3 : 2,
      lineStyle: { color: isChosen ? colours.accent : colours.line2, width: isChosen ? 2.5 : 1 },
      itemStyle: { color: isChosen ? colours.accent : colours.line2 },
      label: { show: isChosen, position: 'top', color: colours.accent, formatter: ({ value }: { value: unknown }) => printFigure(typeof value === 'number' ? value : null, decimals) },
      endLabel: { show: isChosen, formatter: '{a}', color: colours.accent, fontWeight: 600 },
      tooltip: { formatter: ({ seriesName, name: period, value }: { seriesName: string; name: string; value: unknown }) => `${seriesName}　${period}　${printFigure(typeof value === 'number' ? value : null, decimals)}` },
    })),
  }
}

/** Places over the years, the first at the top; a line goes on where a year has no place. Equal places at the end share a name. */
export function bumpOption(periods: readonly string[], lines: readonly TrendLine[], colours: ChartColours): EChartsCoreOption {
  const last = Math.max(1, ...lines.flatMap(({ values }) => values.map((value) => value ?? 1)))
  const names = endNames(lines)
  const place = ({ value }: { value: unknown }): string => (typeof value === 'number' ? String(value) : '')
  return {
    ...chartBase(colours),
    grid: { left: 12, right: 24 + 13 * Math.max(4, ...[...names.values()].map(({ length }) => length)), top: 12, bottom: 8, containLabel: true },
    xAxis: { type: 'category', data: [...periods], axisLine: { lineStyle: { color: colours.line2 } }, axisTick: { show: false }, axisLabel: { color: colours.text3, hideOverlap: true } },
    yAxis: { type: 'value', inverse: true, min: 0.5, max: last + 0.5, show: false },
    series: lines.toSorted((a, b) => Number(a.isChosen) - Number(b.isChosen)).map(({ name, values, isChosen }) => ({
      type: 'line', name, data: [...values], connectNulls: true, symbol: 'circle', symbolSize: 16, z: isChosen ? 4 : 2,
      lineStyle: { color: isChosen ? colours.accent : colours.line2, width: isChosen ? 3 : 1.5 },
      itemStyle: { color: isChosen ? colours.accent : colours.raised, borderColor: isChosen ? colours.accent : colours.line2, borderWidth: 1 },
      label: { show: true, position: 'inside', fontSize: 10, color: isChosen ? colours.surface : colours.text2, formatter: place },
      endLabel: { show: names.has(name), formatter: names.get(name) ?? '', distance: 12, color: isChosen ? colours.accent : colours.text2, fontWeight: isChosen ? 600 : 400 },
      tooltip: { formatter: ({ seriesName, name: period, value }: { seriesName: string; name: string; value: unknown }) => t('ranking.chart.bumpTip', { name: seriesName, period, place: place({ value }) }) },
    })),
  }
}

/** What stands at the end of which line: of several that end at one place all names, at the one that is looked at. */
function endNames(lines: readonly TrendLine[]): Map<string, string> {
  const names = new Map<string, string>()
  for (const tied of Map.groupBy(lines, ({ values }) => values.findLast((value) => value !== null) ?? null).values()) {
    const bearer = tied.find(({ isChosen }) => isChosen) ?? tied[0]
    if (bearer) names.set(bearer.name, tied.map(({ name }) => name).join('、'))
  }
  return names
}

export interface ChartBar {
  name: string
  value: number | null
  isChosen: boolean
}

/** Bars from the best down, each with its figure. */
export function rankOption(bars: readonly ChartBar[], decimals: number, colours: ChartColours): EChartsCoreOption {
  return {
    ...chartBase(colours),
    grid: { left: 12, right: 12, top: 20, bottom: 4, containLabel: true },
    xAxis: { type: 'category', data: bars.map(({ name }) => name), axisLine: { lineStyle: { color: colours.line2 } }, axisTick: { show: false }, axisLabel: { color: colours.text2, interval: 0, hideOverlap: true, fontSize: bars.length > 12 ? 11 : 12 } },
    yAxis: { type: 'value', show: false },
    series: [{
      type: 'bar', barMaxWidth: 36,
      data: bars.map(({ value, isChosen }) => ({ value, itemStyle: { color: isChosen ? colours.accent : colours.line2 }, label: { fontWeight: isChosen ? 600 : 400, color: isChosen ? colours.accent : colours.text2 } })),
      label: { show: true, position: 'top', formatter: ({ value }: { value: unknown }) => printFigure(typeof value === 'number' ? value : null, decimals) },
    }],
  }
}

/** A part of a whole, and how much of it as the ranking says: what counts for several places makes more than a whole of them. */
export interface SharedBar extends ChartBar {
  share: string
}

/** Four shades of one blue, dark and light by turns, so that neighbours differ in grey too; the same in both themes, each with its ink. */
const shades = [
  { ground: palette.light.accent, ink: palette.light.onAccent }, { ground: '#93B8E5', ink: palette.light.text }, { ground: '#5689CE', ink: palette.light.text }, { ground: '#C7DAF2', ink: palette.light.text },
] as const

/** One bar of the whole, cut into its parts; narrow parts are named in the table only. */
export function shareOption(bars: readonly SharedBar[], colours: ChartColours): EChartsCoreOption {
  const sum = bars.reduce((all, { value }) => all + (value ?? 0), 0)
  return {
    ...chartBase(colours),
    grid: { left: 16, right: 16, top: 16, bottom: 8 },
    xAxis: { type: 'value', show: false, max: sum || 1 },
    yAxis: { type: 'category', data: [''], show: false },
    series: bars.map(({ name, value, share, isChosen }, index) => {
      const { ground, ink } = shades[index % shades.length] ?? shades[0]
      return {
        type: 'bar', stack: 'all', name, data: [value], barWidth: 64,
        itemStyle: { color: ground, borderColor: isChosen ? colours.text : colours.surface, borderWidth: isChosen ? 2 : 1 },
        label: {
          show: sum > 0 && (value ?? 0) / sum >= 0.055, color: ink, lineHeight: 16, fontWeight: isChosen ? 600 : 400,
          formatter: () => `${name}\n${share}`,
        },
        tooltip: { formatter: () => `${name}　${share}` },
      }
    }),
  }
}
