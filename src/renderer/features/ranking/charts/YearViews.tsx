import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { IndicatorSeries } from '../../../../shared/bridge/counting'
import { named } from '../../../../shared/text/named'
import { t } from '../../../../shared/text/t'
import { callBridge } from '../../../bridge/bridgeClient'
import { FigureTable } from '../../../components/charts/FigureTable'
import { BumpChart, TrendChart } from '../../../components/charts/IndicatorCharts'
import { printFigure } from '../../../components/values/printFigure'
import type { ViewProps } from './viewProps'

const years = 6

/** The values of the row over the years; the other rows in grey behind it. */
export function TrendView({ table, column, rowIndex, choice, title, chart }: ViewProps) {
  const series = useYears({ column, choice })
  const isWhole = rowIndex === null
  const rowName = nameOf(table, rowIndex)
  const drawn = useMemo(() => {
    const points = withoutEmptyStart(series?.points ?? [])
    const lines = (series?.rows ?? []).map((name, row) => ({ name, values: points.map(({ values }) => values[row] ?? null), isChosen: name === rowName }))
    const whole = { name: table.totalName, values: points.map(({ total }) => total), isChosen: true }
    // The whole is far above its parts: it is drawn alone.
    return { periods: points.map(({ period }) => period), lines: isWhole ? [whole] : lines, whole: whole.values }
  }, [series, rowName, isWhole, table.totalName])
  if (series === undefined) return <div className="chart-body" />
  if (drawn.periods.length === 0) return <p className="chart-none secondary">{t('ranking.chart.noValues')}</p>
  const own = drawn.lines.find(({ isChosen }) => isChosen)?.values ?? []
  const print = (value: number | null | undefined): string => printFigure(value ?? null, column.decimals)
  return (
    <div className="chart-body">
      <TrendChart ref={chart} label={title} periods={drawn.periods} lines={drawn.lines} decimals={column.decimals} />
      <FigureTable
        heads={isWhole ? [t('ranking.chart.year'), named(rowName)] : [t('ranking.chart.year'), rowName, named(table.totalName)]}
        rows={drawn.periods.map((period, at) => [period, print(own[at]), ...(isWhole ? [] : [print(drawn.whole[at])])]).toReversed()}
      />
    </div>
  )
}

/** The places of all rows over the years: who passed whom. */
export function BumpView({ table, column, rowIndex, choice, title, chart }: ViewProps) {
  const series = useYears({ column, choice })
  const rowName = nameOf(table, rowIndex)
  const drawn = useMemo(() => {
    const points = withoutEmptyStart(series?.points ?? []).filter(({ ranks }) => ranks.some((rank) => rank !== null))
    const lines = (series?.rows ?? []).map((name, row) => ({ name, values: points.map(({ ranks }) => ranks[row] ?? null), isChosen: name === rowName })).filter(({ values }) => values.some((rank) => rank !== null))
    return { periods: points.map(({ period }) => period), lines }
  }, [series, rowName])
  if (series === undefined) return <div className="chart-body" />
  if (drawn.periods.length === 0) return <p className="chart-none secondary">{t('ranking.chart.noValues')}</p>
  const last = drawn.periods.length - 1
  const inOrder = drawn.lines.toSorted((a, b) => (a.values[last] ?? Number.POSITIVE_INFINITY) - (b.values[last] ?? Number.POSITIVE_INFINITY))
  return (
    <div className="chart-body">
      <BumpChart ref={chart} label={title} periods={drawn.periods} lines={drawn.lines} />
      <FigureTable
        heads={[t('ranking.district'), ...drawn.periods.slice(-shownYears)]}
        rows={inOrder.map(({ name, values }) => [name, ...values.slice(-shownYears).map((rank) => printFigure(rank))])}
        chosen={inOrder.findIndex(({ isChosen }) => isChosen)}
      />
    </div>
  )
}

/** As many as stand beside the chart. */
const shownYears = 3

function useYears({ column, choice }: Pick<ViewProps, 'column' | 'choice'>): IndicatorSeries | undefined {
  const question = { indicator: column.indicator, choice, years }
  return useQuery({ queryKey: ['counting.series', question], queryFn: () => callBridge('counting.series', question), placeholderData: keepPreviousData }).data
}

/** Years before the register knows anything are no zeros to draw. */
function withoutEmptyStart(points: IndicatorSeries['points']): IndicatorSeries['points'] {
  const first = points.findIndex(({ values, total }) => Boolean(total) || values.some(Boolean))
  return first < 0 ? [] : points.slice(first)
}

function nameOf(table: ViewProps['table'], rowIndex: number | null): string {
  return rowIndex === null ? table.totalName : (table.rows[rowIndex]?.name ?? table.totalName)
}
