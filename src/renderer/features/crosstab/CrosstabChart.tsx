import { useMemo, type Ref } from 'react'
import type { CrosstabTable } from '../../../shared/bridge/crosstab'
import { t } from '../../../shared/text/t'
import type { ChartHandle } from '../../components/charts/Chart'
import { FigureTable } from '../../components/charts/FigureTable'
import { RankChart, TrendChart } from '../../components/charts/IndicatorCharts'
import { printFigure } from '../../components/values/printFigure'
import { sideField, sideLabel } from './crosstabChoice'
import type { GridCell } from './movedCell'
import { columnLabels, decimalsOf, type TableLine } from './tableLines'

interface Props {
  table: CrosstabTable
  lines: readonly TableLine[]
  current: GridCell
  title: string
  /** Takes the number of a line of the table. */
  onChoose(line: number): void
  ref: Ref<ChartHandle>
}

/** More bars nobody tells apart; the table beside has all. */
const mostBars = 30

/** The column of the current number as a picture: over time as a line, else as bars; its figures beside it. */
export function CrosstabChart({ table, lines, current, title, onChoose, ref }: Props) {
  const decimals = decimalsOf(table)
  const labels = columnLabels(table)
  const column = labels[current.column] ?? ''
  const shown = useMemo(() => {
    const at = lines[current.line]?.table ?? 0
    return lines.flatMap((line, index) => (line.kind === 'row' && line.table === at ? [{ line, index }] : []))
  }, [lines, current.line])
  const isOverTime = sideField(table.kind, table.dimensions.rows)?.type === 'date'
  const bars = useMemo(() => shown.slice(0, mostBars).map(({ line, index }) => ({ name: line.label, value: line.values[current.column] ?? null, isChosen: index === current.line })), [shown, current])
  const trend = useMemo(() => [{ name: column, values: shown.map(({ line }) => line.values[current.column] ?? null), isChosen: true }], [shown, column, current.column])
  const periods = useMemo(() => shown.map(({ line }) => line.label), [shown])
  if (shown.length === 0) return <p className="chart-none secondary">{t('ranking.chart.noValues')}</p>
  return (
    <div className="chart-body">
      <div className="chart-with-note">
        {isOverTime
          ? <TrendChart ref={ref} label={title} periods={periods} lines={trend} decimals={decimals} />
          : <RankChart ref={ref} label={title} bars={bars} decimals={decimals} onChoose={(at) => { const chosen = shown[at]; if (chosen) onChoose(chosen.index) }} />}
        {!isOverTime && shown.length > mostBars ? <p className="secondary">{t('crosstab.mostBars', { shown: mostBars, count: printFigure(shown.length) })}</p> : null}
      </div>
      <FigureTable
        heads={[sideLabel(table.kind, table.dimensions.rows), column]}
        rows={shown.map(({ line }) => [line.label, printFigure(line.values[current.column] ?? null, decimals)])}
        chosen={shown.findIndex(({ index }) => index === current.line)}
      />
    </div>
  )
}
