import { useMemo } from 'react'
import type { RankColumn } from '../../../../shared/bridge/counting'
import { t } from '../../../../shared/text/t'
import { FigureTable } from '../../../components/charts/FigureTable'
import { ShareChart } from '../../../components/charts/IndicatorCharts'
import { printFigure } from '../../../components/values/printFigure'
import { shownRows } from '../rowOrder'
import type { ViewProps } from './viewProps'

/** The parts of the whole; a ratio has none. */
export function SharesView({ table, column, rowIndex, title, chart }: ViewProps) {
  const order = useMemo(() => shownRows(table, column.indicator).filter((index) => table.rows[index]?.level !== 'zone' || column.cells[index]?.rank !== null), [table, column])
  const bars = useMemo(() => order.map((index) => ({ name: table.rows[index]?.name ?? '', value: column.cells[index]?.value ?? null, share: shareOf(column.cells[index]), isChosen: index === rowIndex })), [order, table, column, rowIndex])
  if (!column.isCounted) return <p className="chart-none secondary">{t('ranking.chart.noShare')}</p>
  const sum = bars.reduce((all, { value }) => all + (value ?? 0), 0)
  if (sum === 0) return <p className="chart-none secondary">{t('ranking.chart.noValues')}</p>
  const total = column.total.value ?? sum
  return (
    <div className="chart-body">
      <div className="chart-with-note">
        <ShareChart ref={chart} label={title} bars={bars} />
        {sum > total ? <p className="secondary">{t('ranking.chart.overlap', { sum: printFigure(sum), total: printFigure(total) })}</p> : null}
      </div>
      <FigureTable
        heads={[t('ranking.district'), t('ranking.part.value'), t('ranking.part.share')]}
        rows={order.map((index) => [table.rows[index]?.name ?? '', printFigure(column.cells[index]?.value ?? null, column.decimals), shareOf(column.cells[index])])}
        chosen={rowIndex === null ? -1 : order.indexOf(rowIndex)}
      />
    </div>
  )
}

function shareOf(cell: RankColumn['cells'][number] | undefined): string {
  return cell === undefined || cell.share === '-' ? '—' : cell.share
}
