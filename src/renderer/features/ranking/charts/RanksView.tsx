import { useMemo } from 'react'
import { t } from '../../../../shared/text/t'
import { FigureTable } from '../../../components/charts/FigureTable'
import { RankChart } from '../../../components/charts/IndicatorCharts'
import { printFigure } from '../../../components/values/printFigure'
import { shownRows } from '../rowOrder'
import type { ViewProps } from './viewProps'

/** Bars from the best place down. */
export function RanksView({ table, column, rowIndex, title, onChoose, chart }: ViewProps) {
  const order = useMemo(() => shownRows(table, column.indicator).filter((index) => column.cells[index]?.rank !== null), [table, column])
  const bars = useMemo(() => order.map((index) => ({ name: table.rows[index]?.name ?? '', value: column.cells[index]?.value ?? null, isChosen: index === rowIndex })), [order, table, column, rowIndex])
  if (bars.length === 0) return <p className="chart-none secondary">{t('ranking.chart.noValues')}</p>
  return (
    <div className="chart-body">
      <RankChart ref={chart} label={title} bars={bars} decimals={column.decimals} onChoose={(at) => { const index = order[at]; if (index !== undefined) onChoose(index) }} />
      <FigureTable
        heads={[t('ranking.part.rank'), t('ranking.district'), t('ranking.part.value')]}
        rows={order.map((index) => [String(column.cells[index]?.rank ?? '—'), table.rows[index]?.name ?? '', printFigure(column.cells[index]?.value ?? null, column.decimals)])}
        chosen={rowIndex === null ? -1 : order.indexOf(rowIndex)}
      />
    </div>
  )
}
