import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useMemo, useState } from 'react'
import type { CountingChoice, IndicatorSeries, RankColumn, RankTable } from '../../../shared/bridge/counting'
import { t } from '../../../shared/text/t'
import { named } from '../../../shared/text/named'
import { callBridge } from '../../bridge/bridgeClient'
import { RankChart, ShareChart, TrendChart } from '../../components/charts/IndicatorCharts'
import { printFigure } from '../../components/values/printFigure'
import { printUnit } from '../../components/values/printUnit'
import { FigureTable } from './FigureTable'
import { LapseView } from './LapseView'
import { shownRows } from './rowOrder'

type View = 'trend' | 'rank' | 'share' | 'lapse'

interface Props {
  table: RankTable
  column: RankColumn
  /** Index into the table's rows; null is the whole. */
  rowIndex: number | null
  choice: CountingChoice
  onChoose(rowIndex: number): void
}

const years = 6

/** The indicator of the current cell as a picture, its figures as a table beside it. */
export function ChartSection({ table, column, rowIndex, choice, onChoose }: Props) {
  const [view, setView] = useState<View>('trend')
  // Only the own register knows what ends, not what other cities reported.
  const shown = view === 'lapse' && choice.scope !== 'districts' ? 'trend' : view
  const name = column.short
  const rowName = rowIndex === null ? table.totalName : (table.rows[rowIndex]?.name ?? table.totalName)
  const title = t('ranking.chart.title', { row: rowName, name, unit: printUnit(column.unit) })
  return (
    <section className="chart-section">
      <header>
        <h2>{shown === 'lapse' ? t('workbench.lapse') : title}</h2>
        <Segmented<View>
          size="small" value={shown} onChange={setView}
          options={[{ value: 'trend', label: t('ranking.chart.trend') }, { value: 'rank', label: t('ranking.chart.rank') }, { value: 'share', label: t('ranking.chart.share') }, ...(choice.scope === 'districts' ? [{ value: 'lapse' as const, label: t('workbench.lapse') }] : [])]}
        />
      </header>
      {shown === 'trend' ? <Trend table={table} column={column} rowName={rowName} isWhole={rowIndex === null} choice={choice} title={title} /> : null}
      {shown === 'rank' ? <Ranks table={table} column={column} rowIndex={rowIndex} title={title} onChoose={onChoose} /> : null}
      {shown === 'share' ? <Shares table={table} column={column} rowIndex={rowIndex} title={title} /> : null}
      {shown === 'lapse' ? <LapseView /> : null}
    </section>
  )
}

/** Years before the register knows anything are no zeros to draw. */
function withoutEmptyStart(points: IndicatorSeries['points']): IndicatorSeries['points'] {
  const first = points.findIndex(({ values, total }) => Boolean(total) || values.some(Boolean))
  return first < 0 ? [] : points.slice(first)
}

interface TrendProps extends Pick<Props, 'table' | 'column' | 'choice'> { rowName: string; isWhole: boolean; title: string }

function Trend({ table, column, rowName, isWhole, choice, title }: TrendProps) {
  const question = { indicator: column.indicator, choice, years }
  const series = useQuery({ queryKey: ['counting.series', question], queryFn: () => callBridge('counting.series', question), placeholderData: keepPreviousData })
  const drawn = useMemo(() => {
    const points = withoutEmptyStart(series.data?.points ?? [])
    const lines = (series.data?.rows ?? []).map((name, row) => ({ name, values: points.map(({ values }) => values[row] ?? null), isChosen: name === rowName }))
    const whole = { name: table.totalName, values: points.map(({ total }) => total), isChosen: true }
    // The whole is far above its parts: it is drawn alone.
    return { periods: points.map(({ period }) => period), lines: isWhole ? [whole] : lines, whole: whole.values }
  }, [series.data, rowName, isWhole, table.totalName])
  if (series.data === undefined) return <div className="chart-body" />
  if (drawn.periods.length === 0) return <p className="chart-none secondary">{t('ranking.chart.noValues')}</p>
  const own = drawn.lines.find(({ isChosen }) => isChosen)?.values ?? []
  const print = (value: number | null | undefined): string => printFigure(value ?? null, column.decimals)
  return (
    <div className="chart-body">
      <TrendChart label={title} periods={drawn.periods} lines={drawn.lines} decimals={column.decimals} />
      <FigureTable
        heads={isWhole ? [t('ranking.chart.year'), named(rowName)] : [t('ranking.chart.year'), rowName, named(table.totalName)]}
        rows={drawn.periods.map((period, at) => [period, print(own[at]), ...(isWhole ? [] : [print(drawn.whole[at])])]).toReversed()}
      />
    </div>
  )
}

function Ranks({ table, column, rowIndex, title, onChoose }: Pick<Props, 'table' | 'column' | 'rowIndex' | 'onChoose'> & { title: string }) {
  const order = useMemo(() => shownRows(table, column.indicator).filter((index) => column.cells[index]?.rank !== null), [table, column])
  const bars = useMemo(() => order.map((index) => ({ name: table.rows[index]?.name ?? '', value: column.cells[index]?.value ?? null, isChosen: index === rowIndex })), [order, table, column, rowIndex])
  if (bars.length === 0) return <p className="chart-none secondary">{t('ranking.chart.noValues')}</p>
  return (
    <div className="chart-body">
      <RankChart label={title} bars={bars} decimals={column.decimals} onChoose={(at) => { const index = order[at]; if (index !== undefined) onChoose(index) }} />
      <FigureTable
        heads={[t('ranking.part.rank'), t('ranking.district'), t('ranking.part.value')]}
        rows={order.map((index) => [String(column.cells[index]?.rank ?? '—'), table.rows[index]?.name ?? '', printFigure(column.cells[index]?.value ?? null, column.decimals)])}
        chosen={rowIndex === null ? -1 : order.indexOf(rowIndex)}
      />
    </div>
  )
}

function Shares({ table, column, rowIndex, title }: Pick<Props, 'table' | 'column' | 'rowIndex'> & { title: string }) {
  const order = useMemo(() => shownRows(table, column.indicator).filter((index) => table.rows[index]?.level !== 'zone' || column.cells[index]?.rank !== null), [table, column])
  const bars = useMemo(() => order.map((index) => ({ name: table.rows[index]?.name ?? '', value: column.cells[index]?.value ?? null, isChosen: index === rowIndex })), [order, table, column, rowIndex])
  if (!column.isCounted) return <p className="chart-none secondary">{t('ranking.chart.noShare')}</p>
  const sum = bars.reduce((all, { value }) => all + (value ?? 0), 0)
  if (sum === 0) return <p className="chart-none secondary">{t('ranking.chart.noValues')}</p>
  const total = column.total.value ?? sum
  return (
    <div className="chart-body">
      <div className="chart-with-note">
        <ShareChart label={title} bars={bars} />
        {sum > total ? <p className="secondary">{t('ranking.chart.overlap', { sum: printFigure(sum), total: printFigure(total) })}</p> : null}
      </div>
      <FigureTable
        heads={[t('ranking.district'), t('ranking.part.value'), t('ranking.part.share')]}
        rows={order.map((index) => [table.rows[index]?.name ?? '', printFigure(column.cells[index]?.value ?? null, column.decimals), column.cells[index]?.share ?? '—'])}
        chosen={rowIndex === null ? -1 : order.indexOf(rowIndex)}
      />
    </div>
  )
}
